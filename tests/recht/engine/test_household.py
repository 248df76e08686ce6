"""What a case may not say: every fault is named with person, field, value and what was expected, all at once."""

# ruff: noqa: E501 cases are data: one line each

from fractions import Fraction
from typing import Any

import pytest

from meedoen.recht import GevalFout, Recht, laad_recht, lees_geval
from meedoen.recht.engine.household import kinderen
from meedoen.recht.engine.values import geschreven, verwacht

A = {"id": "a", "geboortedatum": "1980-01-01"}
B = {"id": "b", "geboortedatum": "1985-01-01"}
C = {"id": "c", "geboortedatum": "1990-01-01"}
KIND = {"id": "k", "geboortedatum": "2015-01-01"}


def geval(*personen: dict[str, Any], **anders: Any) -> dict[str, Any]:
    return {"peildatum": "2023-01-01", "gevraagd": ["norm_per_maand"], "persoon": list(personen), **anders}


FOUTEN: list[tuple[str, Any, str, str]] = [
    ("geen tabel", [1], "geval", "een tabel met peildatum"),
    ("geen peildatum", {"gevraagd": ["norm_per_maand"], "persoon": [A]}, "peildatum", "niet opgegeven"),
    ("peildatum bestaat niet", geval(A, peildatum="2026-02-30"), "peildatum", "'2026-02-30'"),
    ("peildatum als getal", geval(A, peildatum=20260101), "peildatum", "een bestaande datum"),
    ("niets gevraagd", geval(A, gevraagd=[]), "gevraagd", "een lijst van uitkomsten"),
    ("onbekende uitkomst", geval(A, gevraagd=["norm_per_mand"]), "gevraagd", "Bedoelt u norm_per_maand?"),
    ("paarregel gevraagd", geval(A, gevraagd=["telt_mee"]), "gevraagd", "een uitkomst van een regel"),
    ("onbekend veld", geval(A, peildatm="x"), "'peildatm'", "Bedoelt u peildatum?"),
    ("onbekend veld van een persoon", geval({**A, "studnet": True}), "'studnet'", "Bedoelt u student?"),
    ("geen personen", geval(), "persoon", "0 personen"),
    ("te veel personen", geval(*({"id": str(n)} for n in range(201))), "persoon", "201 personen"),
    ("persoon is tekst", geval("a"), "persoon", "een lijst van 1 tot en met 200 tabellen"),  # type: ignore[arg-type]
    ("geen id", geval({}), "id", "niet opgegeven"),
    ("id is een getal", geval({"id": 1}), "id", "een tekst van 1 tot en met 100 tekens"),
    ("dubbel id", geval(A, A), "id", "maar één keer voorkomt"),
    ("geboren na de peildatum", geval({**A, "geboortedatum": "2023-01-02"}), "geboortedatum", "op of voor de peildatum"),
    ("126 jaar", geval({**A, "geboortedatum": "1896-12-31"}), "geboortedatum", "ten hoogste 125 jaar"),
    ("datum met tijd", geval({**A, "geboortedatum": "1980-01-01T00:00"}), "geboortedatum", "een bestaande datum"),
    ("ja als tekst", geval({**A, "student": "ja"}), "student", "true of false"),
    ("datum lang geleden", geval({**A, "geboortedatum": "1080-01-01"}), "geboortedatum", "van 1850-01-01 tot en met 2200"),
    ("peildatum ver weg", geval(A, peildatum="9999-01-01"), "peildatum", "van 1850-01-01 tot en met 2200-12-31"),
    ("ja als getal", geval({**A, "student": 1}), "student", "true of false"),
    ("inkomen onder nul", geval({**A, "inkomen_per_maand": -1}), "inkomen_per_maand", "van 0 tot en met 20000"),
    ("inkomen niet te geloven", geval({**A, "inkomen_per_maand": 10**9}), "inkomen_per_maand", "van 0 tot en met 20000"),
    ("halve cent", geval({**A, "inkomen_per_maand": "0.005"}), "inkomen_per_maand", "ten hoogste 2 decimalen"),
    ("komma", geval({**A, "inkomen_per_maand": "1,50"}), "inkomen_per_maand", "een getal"),
    ("oneindig", geval({**A, "inkomen_per_maand": float("inf")}), "inkomen_per_maand", "een getal"),
    ("geen getal", geval({**A, "inkomen_per_maand": float("nan")}), "inkomen_per_maand", "een getal"),
    ("ja als bedrag", geval({**A, "inkomen_per_maand": True}), "inkomen_per_maand", "een getal"),
    ("heel lang getal", geval({**A, "inkomen_per_maand": "1" * 5000}), "inkomen_per_maand", "een getal"),
    ("uren onder nul", geval({**A, "uren_per_week": -1}), "uren_per_week", "van 0 tot en met 60"),
    ("101 procent", geval({**A, "loonwaarde_percentage": 101}), "loonwaarde_percentage", "van 0 tot en met 100"),
    ("onbekende partner", geval({**A, "partner": "x"}), "partner", "het id van een ander in dit geval"),
    ("eigen partner", geval({**A, "partner": "a"}), "partner", "het id van een ander in dit geval"),
    ("partner is een lijst", geval({**A, "partner": ["b"]}, B), "partner", "het id van een ander in dit geval"),
    ("twee partners", geval({**A, "partner": "c"}, {**B, "partner": "c"}, C), "partner", "c heeft al a als partner"),
    ("tegenspraak", geval({**A, "partner": "b"}, {**B, "partner": "c"}, C), "partner", "b heeft al a als partner"),
    ("kring", geval({**A, "partner": "b"}, {**B, "partner": "c"}, {**C, "partner": "a"}), "partner", "één partner"),
    ("partner van 15", geval({**A, "partner": "k"}, {**KIND, "geboortedatum": "2007-01-02"}), "partner", "ten minste 16 jaar"),
    ("relatie is tekst", geval({**A, "commerciele_relatie_met": "b"}, B), "commerciele_relatie_met", "een lijst van ids"),
    ("relatie met zichzelf", geval({**A, "commerciele_relatie_met": ["a"]}), "commerciele_relatie_met", "een ander"),
    ("ouder jonger dan kind", geval({**A, "ouders": ["b"]}, B), "ouders", "eerder geboren is dan het kind"),
]  # fmt: skip


@pytest.mark.parametrize(("opgave", "veld", "wat"), [deel[1:] for deel in FOUTEN], ids=[deel[0] for deel in FOUTEN])
def test_a_fault_in_a_case_says_what_where_and_what_was_expected(wet: Recht, opgave: Any, veld: str, wat: str) -> None:
    with pytest.raises(GevalFout) as fout:
        lees_geval(opgave, recht=wet)
    assert any(gebrek.veld == veld and wat in str(gebrek) for gebrek in fout.value.gebreken), str(fout.value)


def test_all_faults_are_told_at_once(wet: Recht) -> None:
    opgave = geval(
        {**A, "student": 3, "inkomen_per_maand": "x"}, {**B, "partner": "x"}, peildatum="ooit", gevraagd=["y"]
    )
    with pytest.raises(GevalFout) as fout:
        lees_geval(opgave, recht=wet)
    assert {gebrek.veld for gebrek in fout.value.gebreken} == {
        "peildatum",
        "gevraagd",
        "student",
        "inkomen_per_maand",
        "partner",
    }
    assert "persoon a, student = 3: verwacht wordt true of false (true is ja, false is nee)." in str(fout.value)


def test_one_side_of_a_couple_is_enough(wet: Recht) -> None:
    for personen in (
        [{**A, "partner": "b"}, B],
        [A, {**B, "partner": "a"}],
        [{**A, "partner": "b"}, {**B, "partner": "a"}],
    ):
        gelezen = lees_geval(geval(*personen), recht=wet)
        assert [persoon.partner for persoon in gelezen.personen] == [1, 0]


@pytest.mark.parametrize("getal", [1234.56, "1234.56", "1234.560"])
def test_numbers_are_read_exactly_however_they_are_written(wet: Recht, getal: Any) -> None:
    gelezen = lees_geval(geval({**A, "inkomen_per_maand": getal}), recht=wet)
    assert gelezen.personen[0].feiten["inkomen_per_maand"] * 100 == 123456


KINDEREN = [
    ("van de enige volwassene", [A, KIND], [1]),
    ("van het enige paar", [{**A, "partner": "b"}, B, KIND], [2]),
    ("twee volwassenen die geen paar zijn", [A, B, KIND], None),
    ("opgegeven ouder", [A, B, {**KIND, "ouders": ["a"]}], [2]),
    ("opgegeven ouder is een ander", [A, B, {**KIND, "ouders": ["b"]}], []),
    ("kind van de partner", [{**A, "partner": "b"}, B, {**KIND, "ouders": ["b"]}, C], [2]),
    ("opgegeven: geen ouders hier", [A, {**KIND, "ouders": []}], []),
    ("18 jaar is geen kind", [A, {**KIND, "geboortedatum": "2005-01-01"}], []),
    ("17 jaar is een kind", [A, {**KIND, "geboortedatum": "2005-01-02"}], [1]),
    ("een pasgeborene is geen volwassene", [A, {**KIND, "geboortedatum": "2023-01-01"}], [1]),
]


@pytest.mark.parametrize(("personen", "verwacht"), [deel[1:] for deel in KINDEREN], ids=[deel[0] for deel in KINDEREN])
def test_whose_child_somebody_is(wet: Recht, personen: list[dict[str, Any]], verwacht: list[int] | None) -> None:
    mijn, onbekend, _ = kinderen(lees_geval(geval(*personen), recht=wet), 0)
    assert (onbekend != []) if verwacht is None else (mijn, onbekend) == (verwacht, [])


@pytest.mark.parametrize(("grens", "tekst"), [("33.34", "33,34"), ("0", "0"), ("100000", "100000"), ("-0.5", "-0,5")])
def test_a_bound_is_written_as_people_write_it(grens: str, tekst: str) -> None:
    assert geschreven(Fraction(grens)) == tekst


def test_the_bounds_of_the_real_law_are_no_fractions() -> None:
    recht = laad_recht()
    zinnen = [verwacht(feit) for feit in (*recht.feiten.values(), *recht.termen.values())]
    assert any("33,34" in zin for zin in zinnen)
    assert not [zin for zin in zinnen if "/" in zin.split("(")[0] and zin.startswith("een getal")]
