"""Formulas that are hard to hold in whole numbers: tables and the exact evaluator must agree on each of them."""

# ruff: noqa: E501 formulas are data: one line each

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from meedoen.recht import Recht, lees_recht
from meedoen.recht.engine.errors import PastNietInTabel
from meedoen.recht.engine.integers import PastNiet, deel_door, maal, rond, tel_op, vast
from meedoen.recht.engine.kernel import maak_kern
from meedoen.recht.engine.results import kolomnaam, noemer_in_tabel
from meedoen.recht.engine.table import bereken_tabel
from tests.recht.engine.households import exact_antwoord

# inkomen, uren, voltijd, percentage, student are the names; the result is money, rounded to the cent
FORMULES = [
    "x = inkomen * uren / voltijd\n    return rond_op_centen(x + inkomen * voltijd / (uren + voltijd))",
    "return rond_op_centen(inkomen * (1 if uren / voltijd < voltijd / (uren + voltijd) else 2))",
    "return rond_op_centen(min(inkomen * uren / voltijd, inkomen * 0.333, inkomen * percentage / (1 + percentage)))",
    "return rond_op_centen(max(inkomen / 3, inkomen * uren / (voltijd + uren), 12.34))",
    "x = inkomen\n    if student:\n        x = inkomen * uren / voltijd\n    return rond_op_centen(x * 1.08)",
    "x = inkomen * uren / voltijd\n    if student:\n        x = inkomen / 7\n    elif percentage > 0.5:\n        x = 0\n    return rond_op_centen(x)",
    "if student:\n        y = percentage\n    else:\n        y = 0.125\n    return rond_op_centen(inkomen * y * y)",
    "x = inkomen * (uren / voltijd if student else percentage)\n    return rond_op_centen(x)",
    "return rond_op_stuivers(inkomen * percentage)",
    "return rond_omhoog_op_centen(inkomen * uren / voltijd)",
    "return rond_omhoog_op_centen(inkomen / 3) - rond_op_centen(inkomen / 3)",
    "return rond_op_centen(inkomen - -inkomen)",
    "return rond_op_centen(inkomen * 0 + 1 / 3 + 1.005)",
    "return rond_op_centen(inkomen / 2) if 0.25 <= percentage < 0.75 and not student else inkomen",
    "return rond_op_centen(inkomen) if inkomen == 0.05 or inkomen != 0.10 and student else 7",
    "return rond_op_centen(inkomen / uren * voltijd)",
    "return rond_op_centen(inkomen - 100)",
    "return rond_op_centen(sum(m.inkomen * m.percentage for m in medebewoners if m.inkomen > inkomen))",
    "return rond_op_centen(min((m.inkomen / 3 for m in medebewoners), default=inkomen))",
    "return rond_op_centen(max((m.inkomen * m.percentage for m in medebewoners if m.student), default=0.01))",
    "return 1 if all(m.inkomen > inkomen or m.student for m in medebewoners) else 2",
    "return 1 if any(m.verhouding > verhouding for m in medebewoners) else 2",
    "return rond_op_centen(verhouding * inkomen)",
    "return rond_op_centen(partner.inkomen * partner.verhouding) if heeft_partner else 0",
    "return 1 if datum(2020, 2, 28 + volgnummer) < peildatum else 2",
    "return inkomen if volle_maanden(begin_van_het_jaar(peildatum), peildatum) >= 5 else 0",
    "return inkomen if max(begin_van_het_jaar(peildatum), datum(2020, 3, 1)) > datum(2020, 1, 1) else 0",
]

FEITEN = """
[inkomen]
soort = "geld"
eenheid = "euro"
bereik = [0, 10000]
vraag = "?"
artikel = "a"
[uren]
soort = "uren"
bereik = [0, 60]
vraag = "?"
artikel = "a"
[voltijd]
soort = "uren"
bereik = [1, 60]
vraag = "?"
artikel = "a"
[percentage]
soort = "procent"
bereik = [0, 100]
vraag = "?"
artikel = "a"
[student]
soort = "ja_nee"
vraag = "?"
artikel = "a"
indien_niet_gesteld = "nee"
[partner]
soort = "relatie"
vraag = "?"
artikel = "a"
"""
KOP = '''from meedoen.recht.engine import *


@regel("a")
def verhouding(uren: UrenPerWeek, voltijd: UrenPerWeek) -> Verhouding:
    """Its denominator differs from person to person."""
    return uren / voltijd
'''
REGEL = '''

@regel("a")
def x{nummer}(
    inkomen: Geld, uren: UrenPerWeek, voltijd: UrenPerWeek, percentage: Procent, student: bool, medebewoners: Medebewoners,
    heeft_partner: bool, partner: Partner, verhouding: Verhouding, peildatum: Datum, volgnummer: Aantal,
) -> Geld:
    """D."""
    {formule}
'''
PERSONEN: list[dict[str, Any]] = [
    {"id": "a", "inkomen": "1000.01", "uren": "12.5", "voltijd": "36", "percentage": "33.33", "partner": "b"},
    {"id": "b", "inkomen": "10000", "uren": "60", "voltijd": "60", "percentage": "100", "student": True},
    {"id": "c", "inkomen": "0.05", "uren": "0", "voltijd": "1", "percentage": "0"},
    {"id": "d", "inkomen": "0.10", "uren": "36.01", "voltijd": "36", "percentage": "62.5", "student": True},
    {"id": "e", "inkomen": "829.47", "uren": "1", "voltijd": "59.99", "percentage": "50"},
    {"id": "f", "uren": "1", "voltijd": "40"},
]


@pytest.fixture
def wet_van_formules(pakket: Callable[..., Path]) -> Recht:
    regels = KOP + "".join(REGEL.format(nummer=nummer, formule=formule) for nummer, formule in enumerate(FORMULES))
    return lees_recht(pakket(regels=regels, feiten=FEITEN))


@pytest.mark.parametrize("peildatum", ["2020-02-29", "2020-05-31", "2020-06-01"])
def test_every_formula_gives_the_same_both_ways(wet_van_formules: Recht, tmp_path: Path, peildatum: str) -> None:
    vragen = tuple(f"x{nummer}" for nummer in range(len(FORMULES)))
    kern = maak_kern(wet_van_formules, vragen)
    kolommen = {
        naam: [p.get(naam) for p in PERSONEN] for naam in ("inkomen", "uren", "voltijd", "percentage", "partner")
    }
    kolommen |= {"huishouden": [1] * len(PERSONEN), "persoon": [p["id"] for p in PERSONEN]}
    tabel = pa.table(
        {**kolommen, "student": pa.array([p.get("student") for p in PERSONEN]), "peildatum": [peildatum] * 6}
    )
    pq.write_table(tabel, tmp_path / "in.parquet")
    bereken_tabel(tmp_path / "in.parquet", tmp_path / "uit.parquet", vragen, recht=wet_van_formules)
    geval = {"peildatum": peildatum, "gevraagd": ["x0"], "persoon": PERSONEN}
    for persoon, rij in zip(PERSONEN, pq.read_table(tmp_path / "uit.parquet").to_pylist(), strict=True):
        for naam, formule in zip(vragen, FORMULES, strict=True):
            soort, waarde = exact_antwoord(geval, persoon["id"], naam, wet_van_formules)
            assert rij[f"{naam}_status"] == soort, (formule, persoon)
            if not soort:
                gekregen = Fraction(rij[kolomnaam(naam, kern)], noemer_in_tabel(naam, kern))
                assert gekregen == waarde, (formule, persoon)


ONHOUDBAAR = [
    ("noemer die verschilt", "return inkomen * uren / voltijd", "fits in no column"),
    ("delen door wat onder nul kan zijn", "return rond_op_centen(inkomen / (percentage - 1))", "may be negative"),
    ("optellen over noemers", "return rond_op_centen(sum(inkomen * m.uren / m.voltijd for m in medebewoners))", "different denominators"),
    ("te groot", "return inkomen * percentage * percentage * percentage * percentage * percentage", "beyond 64 bits"),
    ("te groot om af te ronden", "x = inkomen * percentage * percentage * uren / voltijd\n    return rond_op_centen(x * uren / voltijd)", "beyond 64 bits"),
]  # fmt: skip


@pytest.mark.parametrize(("formule", "wat"), [deel[1:] for deel in ONHOUDBAAR], ids=[deel[0] for deel in ONHOUDBAAR])
def test_what_whole_numbers_cannot_hold_is_refused_for_tables_and_still_exact(
    pakket: Callable[..., Path], formule: str, wat: str
) -> None:
    recht = lees_recht(pakket(regels=KOP + REGEL.format(nummer=0, formule=formule), feiten=FEITEN))
    with pytest.raises(PastNietInTabel, match=wat) as fout:
        maak_kern(recht, ("x0",))
    assert str(fout.value).startswith("proef/proef.py:")
    assert "Mend: " in str(fout.value)


def test_denominators_stay_as_small_as_they_can() -> None:
    assert maal(vast(Fraction("1.08")), vast(Fraction(100))).noemer == 1
    assert deel_door(vast(Fraction(1)), vast(Fraction(3))).noemer == 3
    assert tel_op(vast(Fraction("0.4")), vast(Fraction("0.3")), "+").noemer == 10
    assert rond(vast(Fraction(5)), Fraction(1, 100), "half omhoog").atoom == "(5 * 100)"
    with pytest.raises(PastNiet, match="beyond 64 bits"):
        maal(vast(Fraction(2**40)), vast(Fraction(2**40)))
