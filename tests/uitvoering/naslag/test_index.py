"""What the pages are made from: who reads whom, the order of the law, the text of a rule in pieces, charts, values."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from meedoen.recht import laad_recht
from meedoen.recht.engine.amounts import Bedrag, Bedragwaarde
from meedoen.recht.engine.units import SOORTEN
from meedoen.uitvoering.naslag import cases, graphs, index, tree, values
from meedoen.uitvoering.naslag.source import gemerkt, regeltekst


def test_who_reads_a_name_is_who_has_it_as_parameter_or_looks_it_up_of_another() -> None:
    """By hand: `loonwaarde_percentage` is a parameter of both versions of one rule."""
    assert index.lezers()["loonwaarde_percentage"] == ("loonwaarde_met_vakantiebijslag_per_maand",)
    for naam, versies in laad_recht().regels.items():
        for lezing in index.gelezen_door(versies):
            assert naam in index.lezers()[lezing]


def test_what_a_fact_is_needed_for_in_the_end_is_read_by_nobody() -> None:
    boven = index.uitkomsten_boven("loonwaarde_percentage")
    assert "loonkostensubsidie_per_maand" in boven
    assert not any(index.lezers().get(naam) for naam in boven)
    assert index.uitkomsten_boven("loonkostensubsidie_per_maand") == ()


def test_every_rule_amount_fact_and_term_is_in_its_list_once() -> None:
    pakket = laad_recht()
    for wetten, van_wetten in (
        (index.regels_per_wet(), [*pakket.regels]),
        (index.bedragen_per_wet(), [*pakket.bedragen]),
    ):
        gevonden = [naam for wet in wetten for onderwerp in wet.onderwerpen for naam in onderwerp.namen]
        assert sorted(gevonden) == sorted(van_wetten)
    for onderwerpen, namen in (
        (index.feiten_per_onderwerp(), [*pakket.feiten]),
        (index.termen_per_verordening(), [*pakket.termen]),
    ):
        assert sorted(naam for onderwerp in onderwerpen for naam in onderwerp.namen) == sorted(namen)
        assert "overig" not in {onderwerp.sleutel for onderwerp in onderwerpen}


def test_rules_of_a_subject_stand_in_the_order_of_their_file() -> None:
    wet = next(wet for wet in index.regels_per_wet() if wet.sleutel == "participatiewet")
    onderwerp = next(o for o in wet.onderwerpen if o.sleutel == "loonkostensubsidie")
    regels = [min(versie.kop.knoop.lineno for versie in laad_recht().regels[naam]) for naam in onderwerp.namen]
    assert regels == sorted(regels)


def test_subjects_stand_in_the_order_of_the_first_article_of_their_own_law() -> None:
    wet = next(wet for wet in index.regels_per_wet() if wet.sleutel == "participatiewet")
    volgorde = [onderwerp.sleutel for onderwerp in wet.onderwerpen]
    assert volgorde.index("loonkostensubsidie") < volgorde.index("kostendelersnorm") < volgorde.index("inrichting")


@pytest.mark.parametrize(
    ("artikel", "plaats"),
    [("Participatiewet 10d lid 4", (10, "d")), ("Participatiewet 22a", (22, "a")), ("Besluit zonder", (10_000, ""))],
)
def test_the_place_of_an_article_in_its_law(artikel: str, plaats: tuple[int, str]) -> None:
    assert index.artikelplaats(artikel) == plaats


def test_the_pieces_of_every_rule_put_together_are_its_text() -> None:
    for versies in laad_recht().regels.values():
        for regel in versies:
            tekst = regeltekst(regel.kop)
            assert "".join(teken.tekst for teken in gemerkt(tekst)) == tekst
            assert tekst.startswith("@regel(") and f"def {regel.kop.knoop.name}(" in tekst


def test_names_of_the_law_in_a_text_are_links_and_others_are_not() -> None:
    namen = {t.naam for t in gemerkt("def leeftijd__2015(geboortedatum: Datum):\n    x = 'leeftijd'\n    return x\n")}
    assert namen == {"", "leeftijd", "geboortedatum"}


def test_the_tree_holds_every_rule_below_and_opens_each_once() -> None:
    from meedoen.recht.engine.graph import volgorde

    geopend: list[str] = []
    genoemd: set[str] = set()

    def loop(knopen: tuple[tree.Knoop, ...]) -> None:
        for knoop in knopen:
            genoemd.add(knoop.naam)
            geopend.extend([knoop.naam] if knoop.kinderen else [])
            loop(knoop.kinderen)

    loop(tree.boom("uitbetaling_per_maand"))
    assert genoemd == set(volgorde(laad_recht().regels, ["uitbetaling_per_maand"])) - {"uitbetaling_per_maand"}
    assert len(geopend) == len(set(geopend))


def bedrag(*waarden: tuple[str, Fraction | None], eenheid: str = "procent") -> Bedrag:
    """An amount with these values, each until the next and the last until 2020."""
    dagen = [date.fromisoformat(dag) for dag, _waarde in waarden] + [date(2020, 1, 1)]
    delen = tuple(
        Bedragwaarde(van, tot, waarde, "bron", True, "")
        for van, tot, (_dag, waarde) in zip(dagen, dagen[1:], waarden, strict=False)
    )
    return Bedrag("proef", "Wet 1", eenheid, SOORTEN["Procent"], "", delen, "wet/proef.toml")


def test_a_chart_of_an_amount_goes_in_steps_until_its_end_with_a_gap_where_there_was_none() -> None:
    (grafiek,) = graphs.grafieken(
        [bedrag(("2015-01-01", Fraction(1, 2)), ("2016-01-01", None), ("2017-01-01", Fraction(3, 4)))]
    )
    assert [(rij["rubriek"], rij["waarde"]) for rij in grafiek.spec["datasets"].popitem()[1]] == [
        ("2015-01-01", 50.0),
        ("2016-01-01", None),
        ("2017-01-01", 75.0),
        ("2020-01-01", 75.0),
    ]
    (lijn,) = grafiek.spec["layer"]
    assert lijn["mark"]["interpolate"] == "step-after"


def test_many_amounts_of_one_unit_make_more_charts() -> None:
    from dataclasses import replace

    reeks = [replace(bedrag(("2015-01-01", Fraction(1)), ("2016-01-01", Fraction(2))), naam=f"n{n}") for n in range(9)]
    assert len(graphs.grafieken(reeks)) == 3


@pytest.mark.parametrize(
    ("waarde", "maat", "tekst"),
    [
        (True, "ja/nee", "ja"),
        (date(2026, 1, 31), "date", "31 januari 2026"),
        ("markt", "keuze", "markt"),
        (Fraction(1401), "euro per maand", "€ 1.401,00"),
        (Fraction("14.7125"), "euro per uur", "€ 14,7125"),
        (Fraction(47, 200), "number", "23,5%"),
        (Fraction(1, 3), "number", "33,33%"),
        (Fraction(2, 5), "verhouding", "0,4"),
        (3, "number", "3"),
        (6, "maand", "6 maanden"),
        (Fraction(36), "uur per week", "36 uur per week"),
        (None, "number", "niet bekend"),
    ],
)
def test_a_value_is_written_for_a_reader(waarde: object, maat: str, tekst: str) -> None:
    assert values.toon(waarde, maat) == tekst


@pytest.mark.parametrize(
    ("bewaard", "maat", "tekst"),
    [
        ("1401.50", "euro per maand", "€ 1.401,50"),
        ("13/30", "number", "43,33%"),
        ("2026-01-01", "date", "1 januari 2026"),
        (True, "ja/nee", "ja"),
        (["zoon", "dochter"], "number", "zoon, dochter"),
        ([], "number", "niemand"),
        ("elke maand", "one of 'elke maand'", "elke maand"),
    ],
)
def test_a_value_that_a_receipt_kept_as_text_is_written_the_same(bewaard: object, maat: str, tekst: str) -> None:
    assert values.uit_tekst(bewaard, maat) == tekst


def test_the_exact_values_of_a_chart_are_not_rounded() -> None:
    (punt, *_rest) = graphs._punten(bedrag(("2015-01-01", Fraction("0.235")), ("2016-01-01", Fraction(1))))
    assert punt.waarde == Decimal("23.5")


def test_which_rules_a_case_goes_through_is_computed_once_per_law_and_kept(
    settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.MAP = tmp_path
    drie = dict(list(cases.gevallen().items())[:3])
    monkeypatch.setattr(cases, "gevallen", lambda: drie)
    cases.per_regel.cache_clear()
    eerst = cases.per_regel()
    assert {sleutel for sleutels in eerst.values() for sleutel in sleutels} == set(drie)
    assert all(
        regel in cases.antwoord(drie[sleutel]).regels for regel, sleutels in eerst.items() for sleutel in sleutels
    )
    monkeypatch.setattr(cases, "_reken_alle_uit", lambda: pytest.fail("computed again"))
    cases.per_regel.cache_clear()
    assert cases.per_regel() == eerst
    monkeypatch.undo()
    cases.per_regel.cache_clear()
