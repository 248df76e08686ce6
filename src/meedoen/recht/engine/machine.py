"""Compiles functions of whole numbers to machine code, through LLVM: the few things in Python that kernels use.

Every variable is a 64-bit number; an array parameter is its data and the length of its rows. Functions call each other
by name and may return several numbers. What is not known here raises NotImplementedError: kernels never meet it.
See docs/decisions/0007-kernels-through-llvm.md for why this is not numba.
"""

import ast
import ctypes
import hashlib
import os
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

from llvmlite import binding, ir  # type: ignore[import-untyped]

GETAL, BIT, NIETS = ir.IntType(64), ir.IntType(1), ir.VoidType()
RIJEN = {
    "g": GETAL.as_pointer(),
    "f": GETAL.as_pointer(),
    "mist": ir.IntType(8).as_pointer(),
    "v": GETAL.as_pointer(),
    "st": GETAL.as_pointer(),
    "b": GETAL.as_pointer(),
    "dagen": GETAL.as_pointer(),
    "lijst": GETAL.as_pointer(),
    "termen": GETAL.as_pointer(),
    "termdagen": GETAL.as_pointer(),
    "rijen": GETAL.as_pointer(),
    "rijmist": ir.IntType(8).as_pointer(),
    "uit": GETAL.as_pointer(),
    "code": GETAL.as_pointer(),
    **dict.fromkeys(("ids", "partners", "cvanaf", "cids", "ovanaf", "oids", "geboren", "gebrek"), GETAL.as_pointer()),
}
"""The names that are arrays, with what they hold."""
EEN_TEGELIJK = Lock()
"""Two threads in ast.parse at once can fail in Python 3.11 (gh-106905)."""
VEEL_FUNCTIES = 250
"""From so many functions on less is written into each other: a fifth faster, but twice as long to compile."""
VERGELIJKINGEN: dict[type[ast.cmpop], str] = {
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "==",
    ast.NotEq: "!=",
}


@dataclass(frozen=True)
class Indeling:
    """How arrays lie in memory.

    `breedtes` are lengths of rows that are known beforehand: what is known needs not be handed from rule to rule.
    `per_kolom` names the arrays that are handed over turned around: `f[row, column]` in the source stands at
    [column, row], because a column is read and filled as a whole.
    """

    breedtes: Mapping[str, int] = field(default_factory=dict)
    per_kolom: Collection[str] = ()


@dataclass(frozen=True)
class Functie:
    """One function under construction: where its variables live, and where `break` and `continue` go."""

    module: Any
    indeling: Indeling
    bouwer: Any
    plekken: dict[str, Any]
    lengtes: Mapping[str, Any]
    lussen: list[tuple[Any, Any]] = field(default_factory=list)

    def plek(self, naam: str) -> Any:
        """The memory of a variable; LLVM turns it into registers."""
        if naam not in self.plekken:
            with self.bouwer.goto_entry_block():
                self.plekken[naam] = self.bouwer.alloca(GETAL, name=naam)
        return self.plekken[naam]


def maak_machinecode(
    bron: str,
    ingang: str,
    map_: Path,
    indeling: Indeling = Indeling(),
) -> Callable[..., None]:
    """The function `ingang` of this source, as machine code, kept in `map_` under the hash of source and processor.

    The result takes numpy arrays, in the order of the parameters, and leaves Python's lock alone while it runs.
    """
    machine, breedtes = _machine(), indeling.breedtes
    processor = (machine.triple, binding.get_host_cpu_name(), str(binding.llvm_version_info))
    kenmerk = "\0".join([bron, ingang, *processor, repr(indeling)])
    pad = map_ / f"{hashlib.sha256(kenmerk.encode()).hexdigest()[:32]}.o"
    with EEN_TEGELIJK:
        boom = ast.parse(bron)
    if pad.exists():
        code = pad.read_bytes()
    else:
        code = machine.emit_object(_optimaliseer(_vertaal(boom, indeling), machine))
        nieuw = pad.with_suffix(f".{os.getpid()}.deel")
        nieuw.write_bytes(code)
        nieuw.replace(pad)
    motor = binding.create_mcjit_compiler(binding.parse_assembly(""), _machine())
    motor.add_object_file(binding.ObjectFileRef.from_data(code))
    motor.finalize_object()
    namen = next(
        _parameters(knoop) for knoop in boom.body if isinstance(knoop, ast.FunctionDef) and knoop.name == ingang
    )
    roep = ctypes.CFUNCTYPE(None, *[ctypes.c_void_p, ctypes.c_int64] * len(namen))(motor.get_function_address(ingang))

    def reken(*rijen: Any, _motor: Any = motor) -> None:
        """Runs the machine code; the default argument keeps that code alive."""
        anders = [
            naam for naam, rij in zip(namen, rijen, strict=True) if breedtes.get(naam, rij.shape[-1]) != rij.shape[-1]
        ]
        if anders:
            raise ValueError(f"rows of another length than was compiled: {', '.join(anders)}")
        roep(*(deel for rij in rijen for deel in (rij.ctypes.data, rij.shape[-1])))

    return reken


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


def _parameters(knoop: ast.FunctionDef) -> list[str]:
    return [arg.arg for arg in knoop.args.args]


def _vertaal(boom: ast.Module, indeling: Indeling) -> Any:
    """The LLVM module of all functions; constants are filled in where they are read."""
    module = ir.Module("kern")
    module.triple = binding.get_default_triple()
    constanten = {
        opdracht.targets[0].id: ast.literal_eval(opdracht.value)
        for opdracht in boom.body
        if isinstance(opdracht, ast.Assign) and isinstance(opdracht.targets[0], ast.Name)
    }
    knopen = [knoop for knoop in boom.body if isinstance(knoop, ast.FunctionDef)]
    functies = {knoop.name: _kop(knoop, module) for knoop in knopen}
    for knoop in knopen:
        _vul(knoop, functies[knoop.name], module, constanten, indeling)
    return module


def _kop(knoop: ast.FunctionDef, module: Any) -> Any:
    aantal = max((len(_delen(terug.value)) for terug in ast.walk(knoop) if isinstance(terug, ast.Return)), default=0)
    soorten = [soort for naam in _parameters(knoop) for soort in ([RIJEN[naam], GETAL] if naam in RIJEN else [GETAL])]
    uitkomst = [NIETS, GETAL, ir.LiteralStructType([GETAL] * aantal)][min(aantal, 2)]
    functie = ir.Function(module, ir.FunctionType(uitkomst, soorten), knoop.name)
    if uitkomst != NIETS:
        functie.linkage = "internal"
    for arg in functie.args:
        if arg.type != GETAL:
            arg.add_attribute("noalias")
    return functie


def _delen(knoop: ast.expr | None) -> list[ast.expr]:
    return knoop.elts if isinstance(knoop, ast.Tuple) else [knoop] if knoop else []


def _vul(knoop: ast.FunctionDef, functie: Any, module: Any, constanten: Mapping[str, int], indeling: Indeling) -> None:
    bouwer = ir.IRBuilder(functie.append_basic_block("begin"))
    plekken: dict[str, Any] = {naam: ir.Constant(GETAL, waarde) for naam, waarde in constanten.items()}
    lengtes: dict[str, Any] = {}
    args = iter(functie.args)
    bouw = Functie(module, indeling, bouwer, plekken, lengtes)
    for naam in _parameters(knoop):
        if naam in RIJEN:
            plekken[naam], lengtes[naam] = next(args), next(args)
            if naam in indeling.breedtes:
                lengtes[naam] = ir.Constant(GETAL, indeling.breedtes[naam])
        else:
            bouwer.store(next(args), bouw.plek(naam))
    _opdrachten(knoop.body, bouw)
    if not bouwer.block.is_terminated:
        bouwer.ret_void() if functie.function_type.return_type == NIETS else bouwer.unreachable()


def _opdrachten(knopen: list[ast.stmt], bouw: Functie) -> None:
    for knoop in knopen:
        if not bouw.bouwer.block.is_terminated:
            _opdracht(knoop, bouw)


def _opdracht(knoop: ast.stmt, bouw: Functie) -> None:
    bouwer = bouw.bouwer
    match knoop:
        case ast.Expr():
            return
        case ast.Assign(targets=[doel], value=waarde):
            _zet(doel, _waarde(waarde, bouw), bouw)
        case ast.AugAssign(target=ast.Name(id=naam), op=teken, value=waarde):
            som = ast.BinOp(ast.Name(naam, ast.Load()), teken, waarde)
            bouwer.store(_waarde(som, bouw), bouw.plek(naam))
        case ast.Return(value=waarde):
            delen = [_waarde(deel, bouw) for deel in _delen(waarde)]
            bouwer.ret(_samen(delen, bouw) if len(delen) > 1 else delen[0])
        case ast.If(test=toets, body=dan, orelse=anders):
            with bouwer.if_else(_bit(_waarde(toets, bouw), bouw)) as (dan_tak, anders_tak):
                with dan_tak:
                    _opdrachten(dan, bouw)
                with anders_tak:
                    _opdrachten(anders, bouw)
        case ast.While(test=toets, body=lijf):
            _lus(lambda: _bit(_waarde(toets, bouw), bouw), lijf, lambda: None, bouw)
        case ast.For(target=ast.Name(id=naam), iter=ast.Call(args=grenzen), body=lijf):
            _voor(naam, [_waarde(grens, bouw) for grens in grenzen], lijf, bouw)
        case ast.Break():
            bouwer.branch(bouw.lussen[-1][1])
        case ast.Continue():
            bouwer.branch(bouw.lussen[-1][0])
        case _:
            raise NotImplementedError(ast.dump(knoop))


def _samen(delen: list[Any], bouw: Functie) -> Any:
    geheel = ir.Constant(ir.LiteralStructType([GETAL] * len(delen)), ir.Undefined)
    for plaats, deel in enumerate(delen):
        geheel = bouw.bouwer.insert_value(geheel, deel, plaats)
    return geheel


def _zet(doel: ast.expr, waarde: Any, bouw: Functie) -> None:
    match doel:
        case ast.Name(id=naam):
            bouw.bouwer.store(waarde, bouw.plek(naam))
        case ast.Tuple(elts=delen):
            for plaats, deel in enumerate(delen):
                _zet(deel, bouw.bouwer.extract_value(waarde, plaats), bouw)
        case ast.Subscript():
            bouw.bouwer.store(waarde, _adres(doel, bouw))


def _lus(toets: Callable[[], Any], lijf: list[ast.stmt], verder: Callable[[], None], bouw: Functie) -> None:
    bouwer = bouw.bouwer
    hoofd, binnen, stap, na = (bouwer.append_basic_block(naam) for naam in ("hoofd", "binnen", "stap", "na"))
    bouwer.branch(hoofd)
    bouwer.position_at_end(hoofd)
    bouwer.cbranch(toets(), binnen, na)
    bouwer.position_at_end(binnen)
    bouw.lussen.append((stap, na))
    _opdrachten(lijf, bouw)
    bouw.lussen.pop()
    if not bouwer.block.is_terminated:
        bouwer.branch(stap)
    bouwer.position_at_end(stap)
    verder()
    bouwer.branch(hoofd)
    bouwer.position_at_end(na)


def _voor(naam: str, grenzen: list[Any], lijf: list[ast.stmt], bouw: Functie) -> None:
    begin, eind = grenzen if len(grenzen) == 2 else (ir.Constant(GETAL, 0), grenzen[0])
    plek, bouwer = bouw.plek(naam), bouw.bouwer
    bouwer.store(begin, plek)

    def verder() -> None:
        bouwer.store(bouwer.add(bouwer.load(plek), ir.Constant(GETAL, 1)), plek)

    _lus(lambda: bouwer.icmp_signed("<", bouwer.load(plek), eind), lijf, verder, bouw)


def _bit(waarde: Any, bouw: Functie) -> Any:
    return bouw.bouwer.icmp_signed("!=", waarde, ir.Constant(GETAL, 0))


def _adres(knoop: ast.Subscript, bouw: Functie) -> Any:
    naam = knoop.value.id if isinstance(knoop.value, ast.Name) else ""
    plaatsen = [_waarde(deel, bouw) for deel in _delen(knoop.slice)]
    if naam in bouw.indeling.per_kolom:
        plaatsen.reverse()
    plaats = plaatsen[-1]
    if len(plaatsen) == 2:
        plaats = bouw.bouwer.add(bouw.bouwer.mul(plaatsen[0], bouw.lengtes[naam]), plaats)
    return bouw.bouwer.gep(bouw.plekken[naam], [plaats])


def _waarde(knoop: ast.expr, bouw: Functie) -> Any:
    """The number that an expression stands for; true is 1, false is 0."""
    bouwer = bouw.bouwer
    match knoop:
        case ast.Constant(value=int() as getal):
            return ir.Constant(GETAL, int(getal))
        case ast.Name(id=naam):
            plek = bouw.plek(naam)
            return plek if isinstance(plek, ir.Constant) else bouwer.load(plek)
        case ast.Subscript():
            waarde = bouwer.load(_adres(knoop, bouw))
            return waarde if waarde.type == GETAL else bouwer.zext(waarde, GETAL)
        case ast.BinOp(left=links, op=teken, right=rechts):
            return _reken(teken, _waarde(links, bouw), _waarde(rechts, bouw), bouw)
        case ast.UnaryOp(op=ast.USub(), operand=deel):
            return bouwer.sub(ir.Constant(GETAL, 0), _waarde(deel, bouw))
        case ast.UnaryOp(op=ast.Not(), operand=deel):
            return bouwer.zext(bouwer.icmp_signed("==", _waarde(deel, bouw), ir.Constant(GETAL, 0)), GETAL)
        case ast.Compare():
            return _vergelijk(knoop, bouw)
        case ast.BoolOp(op=teken, values=[een, *rest]):
            ander = rest[0] if len(rest) == 1 else ast.BoolOp(teken, rest)
            takken = (ander, een) if isinstance(teken, ast.And) else (een, ander)
            return _kies(een, *takken, bouw)
        case ast.IfExp(test=toets, body=dan, orelse=anders):
            return _kies(toets, dan, anders, bouw)
        case ast.Call(func=ast.Name(id="len"), args=[ast.Name(id=naam)]):
            return bouw.lengtes[naam]
        case ast.Call(func=ast.Name(id=naam), args=args):
            return _roep(naam, args, bouw)
    raise NotImplementedError(ast.dump(knoop))


def _reken(teken: ast.operator, links: Any, rechts: Any, bouw: Functie) -> Any:
    bouwer = bouw.bouwer
    match teken:
        case ast.Add():
            return bouwer.add(links, rechts)
        case ast.Sub():
            return bouwer.sub(links, rechts)
        case ast.Mult():
            return bouwer.mul(links, rechts)
        case ast.FloorDiv():
            if isinstance(rechts, ir.Constant) and rechts.constant > 0:
                return _deel_omlaag(links, rechts, bouwer)
            heel, nul = bouwer.sdiv(links, rechts), ir.Constant(GETAL, 0)
            rest = bouwer.sub(links, bouwer.mul(heel, rechts))
            is_te_hoog = bouwer.and_(
                bouwer.icmp_signed("!=", rest, nul),
                bouwer.icmp_signed("<", bouwer.xor(rest, rechts), nul),
            )
            return bouwer.sub(heel, bouwer.zext(is_te_hoog, GETAL))
    raise NotImplementedError(ast.dump(teken))


def _deel_omlaag(links: Any, rechts: Any, bouwer: Any) -> Any:
    """Floor division by a known positive number: one less where the remainder is below zero; a shift by a power."""
    deler = rechts.constant
    if deler & (deler - 1) == 0:
        return bouwer.ashr(links, ir.Constant(GETAL, deler.bit_length() - 1))
    heel = bouwer.sdiv(links, rechts)
    rest = bouwer.sub(links, bouwer.mul(heel, rechts))
    return bouwer.add(heel, bouwer.ashr(rest, ir.Constant(GETAL, 63)))


def _vergelijk(knoop: ast.Compare, bouw: Functie) -> Any:
    waarden = [_waarde(deel, bouw) for deel in (knoop.left, *knoop.comparators)]
    uitslag = None
    for teken, links, rechts in zip(knoop.ops, waarden, waarden[1:], strict=False):
        bit = bouw.bouwer.icmp_signed(VERGELIJKINGEN[type(teken)], links, rechts)
        uitslag = bit if uitslag is None else bouw.bouwer.and_(uitslag, bit)
    return bouw.bouwer.zext(uitslag, GETAL)


def _kies(toets: ast.expr, dan: ast.expr, anders: ast.expr, bouw: Functie) -> Any:
    """Reads only the branch that is taken; a branch that is the test itself is not read twice."""
    bouwer = bouw.bouwer
    gelezen = _waarde(toets, bouw)
    waarden = []
    with bouwer.if_else(_bit(gelezen, bouw)) as takken:
        for tak, knoop in zip(takken, (dan, anders), strict=True):
            with tak:
                waarde = gelezen if knoop is toets else _waarde(knoop, bouw)
                waarden.append((waarde, bouwer.block))
    uitkomst = bouwer.phi(GETAL)
    for waarde, blok in waarden:
        uitkomst.add_incoming(waarde, blok)
    return uitkomst


def _roep(naam: str, args: list[ast.expr], bouw: Functie) -> Any:
    delen: list[Any] = []
    for arg in args:
        if isinstance(arg, ast.Name) and arg.id in RIJEN:
            delen += [bouw.plekken[arg.id], bouw.lengtes[arg.id]]
        else:
            delen.append(_waarde(arg, bouw))
    return bouw.bouwer.call(bouw.module.get_global(naam), delen)
