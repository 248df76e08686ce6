"""The hand-written kernel: `kernel.c` through the C compiler of this machine, in as many threads as is asked."""

import calendar
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
from benchmarks.peers.numpy_state import AowLeeftijden
from meedoen.recht.engine.table import DRADEN

DELEN = (
    "kostendelersnorm_vast_deel",
    "kostendelersnorm_deel_per_persoon",
    "vakantietoeslag_in_bijstand",
    "deel_van_norm_gehuwden_bij_niet_rechthebbende_echtgenoot",
    "verlaging_zonder_woonkosten",
    "verlaging_zonder_woning",
    "verlaging_schoolverlater",
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
    "vrijlating_eigen_woning",
    "maximum_vrijlating_arbeid",
    "maximum_vrijlating_medisch_urenbeperkt",
    "maximum_vrijlating_loonkostensubsidie",
    "maximum_vrijlating_alleenstaande_ouder",
    "maximum_premie_arbeidsinschakeling",
    "maximum_vrijwilligersvergoeding_in_maand",
    "maximum_vrijwilligersvergoeding_in_jaar",
    "maximum_giften",
    "vrijlating_oudedagsvoorziening_alleenstaande",
    "vrijlating_oudedagsvoorziening_gehuwden",
)
OORDELEN = (
    "vrijlating_arbeid_draagt_bij",
    "uitbreiding_arbeidsomvang_is_niet_mogelijk",
    "vrijlating_alleenstaande_ouder_draagt_bij",
    "premie_draagt_bij_aan_arbeidsinschakeling",
    "tegeldemaking_woning_kan_worden_verlangd",
)
AANTALLEN = ("gebruikte_maanden_vrijlating_arbeid", "aantal_premies_eerder_dit_jaar")
DATUMS = (
    "onderwijs_beeindigd_op",
    "vrijlating_loonkostensubsidie_vanaf",
    "vrijlating_alleenstaande_ouder_vanaf",
    "eerste_dag_met_recht",
    "laatste_dag_met_recht",
)
BEDRAGEN = ("premies_eerder_dit_jaar", "vrijwilligersvergoeding_eerder_dit_jaar", "giften_eerder_dit_jaar")
INKOMSTEN = (
    "arbeid",
    "arbeid met loonkostensubsidie",
    "uitkering",
    "alimentatie",
    "studiefinanciering",
    "particuliere oudedagsvoorziening",
    "premie",
    "vrijwilligersvergoeding",
    "gift",
    "jonggehandicaptenkorting",
    "ander inkomen",
    "verhuur of kostgangers",
)
BEZITTINGEN = ("geld of ander bezit", "eigen woning", "hypotheek op de eigen woning", "schuld")


class Kern:
    """The compiled kernel with its amounts; called with a population it gives the three results."""

    def __init__(self, reken: Callable[..., None], bedragen: Rijen, aow: AowLeeftijden, draden: int) -> None:
        self.reken, self.bedragen, self.draden = reken, bedragen, draden
        self.dagen, self.maanden = aow[0].astype(np.int32), aow[1].astype(np.int64)
        dagen = calendar.monthrange(PEILDATUM.year, PEILDATUM.month)[1]
        vast = [PEILDATUM.year * 12 + PEILDATUM.month - 1, PEILDATUM.day, dagen, len(self.dagen)]
        self.vast = np.array([*vast, self.dagen.ctypes.data, self.maanden.ctypes.data], np.int64)

    def __call__(self, mensen: Bevolking) -> dict[str, Rijen]:
        return self.voorbereid(mensen)()

    def voorbereid(self, mensen: Bevolking) -> Callable[[], dict[str, Rijen]]:
        """Only the computing, on arrays that have been made ready for it."""
        grenzen = np.append(np.flatnonzero(np.diff(mensen.woning, prepend=-1)), len(mensen.woning)).astype(np.int64)
        kolommen = _kolommen(mensen)
        invoer = np.array([kolom.ctypes.data for kolom in kolommen], np.int64)
        aantal = len(grenzen) - 1
        delen = [(aantal * deel // self.draden, aantal * (deel + 1) // self.draden) for deel in range(self.draden)]

        def reken(_bewaar: Any = kolommen) -> dict[str, Rijen]:
            uit = np.empty((3, len(mensen.woning)), np.int64)

            def stuk(deel: tuple[int, int]) -> None:
                vast = map(_adres, (invoer, self.vast, self.bedragen))
                self.reken(ctypes.c_int64(deel[1] - deel[0]), _adres(grenzen, deel[0]), *vast, *map(_adres, uit))

            with ThreadPoolExecutor(self.draden) as draden:
                list(draden.map(stuk, delen))
            return dict(zip(VRAGEN, uit, strict=True))

        return reken


def _kolommen(mensen: Bevolking) -> list[Rijen]:
    """The columns in the order of `Invoer`; nothing is copied that is what it should be."""
    g = mensen.gegevens
    waarheden = [*(g.vlaggen[naam] for naam in VLAGGEN), *(g.oordelen[naam] for naam in OORDELEN)]
    getallen = [g.aantallen[naam] for naam in AANTALLEN] + [g.datums[naam] for naam in DATUMS]
    getallen += [g.bedragen[naam] for naam in BEDRAGEN]
    getallen += [*(mensen.inkomsten.per_soort[naam] for naam in INKOMSTEN), mensen.inkomsten.anders]
    getallen += [*(mensen.bezittingen.per_soort[naam] for naam in BEZITTINGEN), mensen.bezittingen.anders]
    return [
        np.ascontiguousarray(mensen.geboren, np.int32),
        np.ascontiguousarray(mensen.partner, np.int64),
        np.ascontiguousarray(mensen.ouders, np.int32),
        *(np.ascontiguousarray(kolom.view(np.uint8)) for kolom in waarheden),
        *(np.ascontiguousarray(kolom, np.int32) for kolom in getallen),
    ]


def compileer(bedragen: Mapping[str, Fraction], aow: AowLeeftijden, draden: int = DRADEN) -> Kern:
    """Compiles the kernel; done once, outside every measurement."""
    with tempfile.TemporaryDirectory() as map_:
        doel = Path(map_) / "kernel.so"
        opties = ["-O3", "-march=native", "-Wall", "-Werror", "-shared", "-fPIC", "-o", f"{doel}"]
        subprocess.run(["cc", *opties, f"{Path(__file__).with_suffix('.c')}"], check=True)
        reken = ctypes.CDLL(f"{doel}").reken
    reken.restype = None
    delen = [int(bedragen[naam] * 10_000) for naam in DELEN] + [int(bedragen[naam] * 100) for naam in GELD]
    return Kern(reken, np.array(delen, np.int64), aow, draden)


def _adres(rij: Rijen, vanaf: int = 0) -> ctypes.c_void_p:
    return ctypes.c_void_p(rij.ctypes.data + vanaf * rij.itemsize)
