"""The hand-written kernel: `kernel.c` through the C compiler of this machine, in two threads."""

import ctypes
import subprocess
import tempfile
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.peers.households import PEILDATUM, VLAGGEN, VRAGEN, Bevolking, Rijen
from benchmarks.peers.numpy_rules import AowLeeftijden
from meedoen.recht.engine.table import DRADEN

DELEN = (
    "kostendelersnorm_vast_deel",
    "kostendelersnorm_deel_per_persoon",
    "vakantietoeslag_in_bijstand",
    "deel_van_norm_gehuwden_bij_niet_rechthebbende_echtgenoot",
)
GELD = (
    "norm_alleenstaande",
    "norm_alleenstaande_pensioengerechtigd",
    "norm_alleenstaande_18_20",
    "norm_alleenstaande_ouder_18_20",
    "norm_gehuwden",
    "norm_gehuwden_een_pensioengerechtigd",
    "norm_gehuwden_beiden_pensioengerechtigd",
    "norm_gehuwden_beiden_18_20",
    "norm_gehuwden_beiden_18_20_met_kinderen",
    "norm_gehuwden_een_18_20",
    "norm_gehuwden_een_18_20_met_kinderen",
    "deel_echtgenoot_18_20",
    "deel_echtgenoot_18_20_met_kinderen",
    "verhoging_jongerennorm",
    "norm_inrichting_alleenstaande",
    "verhoging_inrichting_alleenstaande",
    "norm_inrichting_gehuwden",
    "verhoging_inrichting_gehuwden",
    "vermogensgrens_alleenstaande",
    "vermogensgrens_alleenstaande_ouder",
    "vermogensgrens_gehuwden",
)


class Kern:
    """The compiled kernel with its amounts; called with a population it gives the three results."""

    def __init__(self, reken: Callable[..., None], vast: Rijen, aow: AowLeeftijden) -> None:
        self.reken, self.vast = reken, vast
        self.dagen, self.maanden = aow[0].astype("datetime64[D]").astype(np.int32), aow[1].astype(np.int64)

    def __call__(self, mensen: Bevolking) -> dict[str, Rijen]:
        return self.voorbereid(mensen)()

    def voorbereid(self, mensen: Bevolking) -> Callable[[], dict[str, Rijen]]:
        """Only the computing, on arrays that have been made ready for it."""
        grenzen = np.append(np.flatnonzero(np.diff(mensen.woning, prepend=-1)), len(mensen.woning)).astype(np.int64)
        vlaggen = [np.ascontiguousarray(mensen.vlaggen[naam], np.uint8) for naam in VLAGGEN]
        wijzers = np.array([vlag.ctypes.data for vlag in vlaggen], np.int64)
        rijen = [mensen.geboren.astype(np.int32), mensen.partner, mensen.ouders, wijzers]
        rijen += [mensen.inkomen_in_centen, mensen.vermogen_in_centen, self.dagen, self.maanden]
        peildag = ctypes.c_int64(((PEILDATUM.year * 12 + PEILDATUM.month - 1) * 32) + PEILDATUM.day)
        aantal = len(grenzen) - 1
        delen = [(aantal * deel // DRADEN, aantal * (deel + 1) // DRADEN) for deel in range(DRADEN)]

        def reken(_bewaar: Any = vlaggen) -> dict[str, Rijen]:
            uit = np.empty((3, len(mensen.woning)), np.int64)

            def stuk(deel: tuple[int, int]) -> None:
                args: list[Any] = [ctypes.c_int64(deel[1] - deel[0]), _adres(grenzen, deel[0]), peildag]
                args += [*map(_adres, rijen), ctypes.c_int64(len(self.dagen)), _adres(self.vast), *map(_adres, uit)]
                self.reken(*args)

            with ThreadPoolExecutor(DRADEN) as draden:
                list(draden.map(stuk, delen))
            return dict(zip(VRAGEN, uit, strict=True))

        return reken


def compileer(bedragen: Mapping[str, Fraction], aow: AowLeeftijden) -> Kern:
    """Compiles the kernel; done once, outside every measurement."""
    with tempfile.TemporaryDirectory() as map_:
        doel = Path(map_) / "kernel.so"
        opties = ["-O3", "-march=native", "-shared", "-fPIC", "-o", f"{doel}"]
        subprocess.run(["cc", *opties, f"{Path(__file__).with_suffix('.c')}"], check=True)
        reken = ctypes.CDLL(f"{doel}").reken
    reken.restype = None
    delen = [int(bedragen[naam] * 10_000) for naam in DELEN] + [int(bedragen[naam] * 100) for naam in GELD]
    return Kern(reken, np.array(delen, np.int64), aow)


def _adres(rij: Rijen, vanaf: int = 0) -> ctypes.c_void_p:
    return ctypes.c_void_p(rij.ctypes.data + vanaf * rij.itemsize)
