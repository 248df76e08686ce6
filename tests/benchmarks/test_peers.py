"""The comparison of speed is fair: its households reach every rule, and the candidates compute the same rules."""

import shutil
from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from benchmarks.peers import kernel, numpy_rules
from benchmarks.peers.amounts import aow_leeftijden, bedragen, verordening
from benchmarks.peers.households import PEILDATUM, VRAGEN, Bevolking, bevolking, tabel
from meedoen.recht import bereken, laad_recht, lees_geval
from meedoen.recht.engine import graph
from meedoen.recht.engine.cases import als_opgave
from meedoen.recht.engine.table import bereken_kolommen

HUISHOUDENS, MET_SPOOR = 20_000, 4_000
RECHT = laad_recht()


@cache
def mensen() -> Bevolking:
    """The households of the benchmark, fewer of them."""
    return bevolking(HUISHOUDENS)


@cache
def uitkomst() -> Any:
    """What Meedoen says about them."""
    return bereken_kolommen(tabel(mensen()), VRAGEN, peildatum=PEILDATUM, verordening=verordening())


def regels_op_de_peildatum() -> set[str]:
    """The rules behind the results, of those versions that hold on the reference date."""
    geldig = {
        naam: [regel for regel in RECHT.regels[naam] if regel.kop.vanaf <= PEILDATUM < regel.kop.tot]
        for naam in graph.volgorde(RECHT.regels, VRAGEN)
    }
    return set(graph.volgorde(geldig, VRAGEN))


def test_every_rule_that_can_hold_is_reached_by_some_household() -> None:
    rijen, ongezien = tabel(mensen()), regels_op_de_peildatum()
    for begin, eind in pairwise(np.flatnonzero(np.diff(mensen().woning, prepend=-1))[:MET_SPOOR]):
        opgave = als_opgave(rijen.slice(begin, eind - begin), VRAGEN, RECHT, PEILDATUM)
        ongezien -= {stap.regel for stap in bereken(lees_geval(opgave), verordening=verordening()).spoor}
        if not ongezien:
            break
    assert ongezien == set()


def test_nothing_is_missing_and_who_has_a_right_is_paid_or_not() -> None:
    for naam in VRAGEN:
        assert set(uitkomst()[f"{naam}_status"].to_pylist()) == {"", "leeg"}
    betaald = uitkomst()["uitbetaling_per_maand_in_centen"].drop_null().to_numpy()
    assert 0.3 < (betaald > 0).mean() < 0.9


def in_centen() -> dict[str, Any]:
    """The results, 0 where there is none."""
    kolommen = ("norm_per_maand_in_centen", "aantal_kostendelers", "uitbetaling_per_maand_in_centen")
    return {naam: uitkomst()[kolom].fill_null(0).to_numpy() for naam, kolom in zip(VRAGEN, kolommen, strict=True)}


@pytest.mark.skipif(shutil.which("cc") is None, reason="needs a C compiler")
def test_the_kernel_by_hand_computes_the_same_rules() -> None:
    reken = kernel.compileer(bedragen(RECHT), aow_leeftijden(RECHT))
    for naam, kolom in reken(mensen()).items():
        np.testing.assert_array_equal(kolom, in_centen()[naam], naam)


def test_numpy_by_hand_computes_the_same_rules() -> None:
    euro = {naam: float(waarde) for naam, waarde in bedragen(RECHT).items()}
    verwacht = in_centen()
    for naam, kolom in numpy_rules.reken(mensen(), euro, aow_leeftijden(RECHT)).items():
        eenheid = 1 if naam == "aantal_kostendelers" else 100
        assert np.abs(np.rint(kolom * eenheid) - verwacht[naam]).max() <= (eenheid > 1), naam
