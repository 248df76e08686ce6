"""Compiles functions of whole numbers to machine code, through LLVM, and keeps that code.

See `translation.py` for what such functions may say, and docs/decisions/0007-kernels-through-llvm.md for why this is
not numba.
"""

import ast
import ctypes
import hashlib
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from threading import Lock, get_ident
from typing import Any

from llvmlite import binding  # type: ignore[import-untyped]

from meedoen.recht.engine.arrays import Kolommen
from meedoen.recht.engine.layout import Indeling
from meedoen.recht.engine.translation import parameters, vertaal

GEWOON = Indeling()
"""Arrays as numpy has them."""
EEN_TEGELIJK = Lock()
"""Two threads in ast.parse at once can fail in Python 3.11 (gh-106905)."""
VEEL_FUNCTIES = 250
"""From so many functions on less is written into each other: a fifth faster, but twice as long to compile."""


def maak_machinecode(
    bron: str,
    ingang: str,
    map_: Path,
    indeling: Indeling = GEWOON,
) -> Callable[..., None]:
    """The function `ingang` of this source, as machine code, kept in `map_` under the hash of source and processor.

    The result takes numpy arrays, in the order of the parameters, and leaves Python's lock alone while it runs.
    """
    machine, pad = _machine(), _pad(bron, ingang, map_, indeling)
    breedtes = {**indeling.breedtes, **{naam: len(bits) for naam, bits in indeling.kolommen.items()}}
    with EEN_TEGELIJK:
        boom = ast.parse(bron)
    if pad.exists():
        code = pad.read_bytes()
    else:
        code = machine.emit_object(_optimaliseer(vertaal(boom, ingang, indeling), machine))
        nieuw = pad.with_suffix(f".{os.getpid()}.{get_ident()}.deel")
        nieuw.write_bytes(code)
        nieuw.replace(pad)
    motor = binding.create_mcjit_compiler(binding.parse_assembly(""), _machine())
    motor.add_object_file(binding.ObjectFileRef.from_data(code))
    motor.finalize_object()
    namen = next(
        parameters(knoop) for knoop in boom.body if isinstance(knoop, ast.FunctionDef) and knoop.name == ingang
    )
    roep = ctypes.CFUNCTYPE(None, *[ctypes.c_void_p, ctypes.c_int64] * len(namen))(motor.get_function_address(ingang))

    def reken(*rijen: Any, _motor: Any = motor) -> None:
        """Runs the machine code; the default argument keeps that code alive."""
        tabellen = [rij.adressen if isinstance(rij, Kolommen) else rij for rij in rijen]
        anders = [
            naam
            for naam, rij in zip(namen, tabellen, strict=True)
            if breedtes.get(naam, rij.shape[-1]) != rij.shape[-1]
        ]
        if anders:
            raise ValueError(f"rows of another length than was compiled: {', '.join(anders)}")
        roep(*(deel for rij in tabellen for deel in (rij.__array_interface__["data"][0], rij.shape[-1])))

    return reken


def is_gemaakt(bron: str, ingang: str, map_: Path, indeling: Indeling) -> bool:
    """Whether that machine code is kept."""
    return _pad(bron, ingang, map_, indeling).exists()


def _pad(bron: str, ingang: str, map_: Path, indeling: Indeling) -> Path:
    processor = (_machine().triple, binding.get_host_cpu_name(), str(binding.llvm_version_info))
    kenmerk = "\0".join([bron, ingang, *processor, repr(indeling)])
    return map_ / f"{hashlib.sha256(kenmerk.encode()).hexdigest()[:32]}.o"


@cache
def _doel() -> Any:
    binding.initialize_native_target()
    binding.initialize_native_asmprinter()
    return binding.Target.from_default_triple()


def _machine() -> Any:
    kenmerken = binding.get_host_cpu_features().flatten()
    return _doel().create_target_machine(cpu=binding.get_host_cpu_name(), features=kenmerken, opt=2, jit=True)


def _optimaliseer(module: Any, machine: Any) -> Any:
    gelezen = binding.parse_assembly(str(module))
    gelezen.verify()
    opties = binding.create_pipeline_tuning_options(speed_level=2)
    opties.inlining_threshold = 225 if len(list(gelezen.functions)) < VEEL_FUNCTIES else 40
    passen = binding.create_pass_builder(machine, opties)
    passen.getModulePassManager().run(gelezen, passen)
    return gelezen
