"""Amounts: what a TOML file may say, and which value holds on which day."""

# ruff: noqa: E501 cases are data: one line each

from collections.abc import Callable
from datetime import date
from fractions import Fraction

import pytest

from meedoen.recht import DatumOnbekend, Recht

KOP = '[bedrag]\nartikel = "proef 1"\neenheid = "euro per maand"\n'

GEBREKEN = [
    ("onbekende eenheid", '[bedrag]\nartikel = "a"\neenheid = "euro per maan"\nwaarden = []', 3, "unknown unit 'euro per maan'"),
    ("keuze als bedrag", '[bedrag]\nartikel = "a"\neenheid = "keuze"\nwaarden = []', 3, "unknown unit 'keuze'"),
    ("geen artikel", '[bedrag]\neenheid = "jaren"\nwaarden = [{ vanaf = 2015-01-01, waarde = "1", bron = "b" }]', 1, "no artikel"),
    ("geen waarden", KOP, 1, "no values"),
    ("onbekende sleutel", KOP + 'waarden = [{ vanaf = 2015-01-01, waarde = "1", bron = "b", toot = 1 }]', 4, "unknown key 'toot'"),
    ("onbekende sleutel buiten", KOP + 'toot = 1\nwaarden = [{ vanaf = 2015-01-01, waarde = "1", bron = "b" }]', 4, "unknown key 'toot'"),
    ("geen bron", KOP + 'waarden = [{ vanaf = 2015-01-01, waarde = "1" }]', 4, "a value without source"),
    ("niet waarom", KOP + 'waarden = [{ vanaf = 2015-01-01, waarde = "1", bron = "b", geverifieerd = false }]', 4, "not verified, and not why"),
    ("drijvend", KOP + 'waarden = [{ vanaf = 2015-01-01, waarde = 1.5, bron = "b" }]', 4, "write numbers between quotes"),
    ("komma", KOP + 'waarden = [{ vanaf = 2015-01-01, waarde = "1,50", bron = "b" }]', 4, "is not an exact euro per maand"),
    ("leeg", KOP + 'waarden = [{ vanaf = 2015-01-01, waarde = "", bron = "b" }]', 4, "is not an exact"),
    ("datum als tekst", KOP + 'waarden = [{ vanaf = "2015-01-01", waarde = "1", bron = "b" }]', 4, "vanaf and tot are dates"),
    ("verkeerde volgorde", KOP + 'waarden = [\n{ vanaf = 2016-01-01, waarde = "1", bron = "b" },\n{ vanaf = 2015-01-01, waarde = "2", bron = "b" }]', 6, "wrong order or double"),
    ("dubbel", KOP + 'waarden = [\n{ vanaf = 2016-01-01, waarde = "1", bron = "b" },\n{ vanaf = 2016-01-01, waarde = "2", bron = "b" }]', 5, "wrong order or double"),
    ("gat", KOP + 'waarden = [\n{ vanaf = 2015-01-01, tot = 2015-06-01, waarde = "1", bron = "b" },\n{ vanaf = 2016-01-01, waarde = "2", bron = "b" }]', 5, "a gap between 2015-06-01 and 2016-01-01"),
    ("overlap", KOP + 'waarden = [\n{ vanaf = 2015-01-01, tot = 2017-01-01, waarde = "1", bron = "b" },\n{ vanaf = 2016-01-01, waarde = "2", bron = "b" }]', 5, "overlaps with 2016-01-01"),
    ("voorbij het einde", KOP + 'tot = 2014-01-01\nwaarden = [{ vanaf = 2015-01-01, waarde = "1", bron = "b" }]', 5, "before it begins"),
    ("halve jaren", '[bedrag]\nartikel = "a"\neenheid = "jaren"\nwaarden = [{ vanaf = 2015-01-01, waarde = "1.5", bron = "b" }]', 4, "is not an exact jaar"),
    ("geen tabel", "bedrag = 3", 1, "an amount is a table"),
    ("geen TOML", "[bedrag", 1, "this is not TOML"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("tekst", "nummer", "wat"), [geval[1:] for geval in GEBREKEN], ids=[geval[0] for geval in GEBREKEN]
)
def test_a_fault_in_an_amount_names_file_and_line(
    weigert: Callable[..., str], tekst: str, nummer: int, wat: str
) -> None:
    fout = weigert(bedragen=tekst + "\n")
    assert fout.startswith(f"proef/proef.toml:{nummer}: ")
    assert wat in fout


FEITEN = [
    ("geen vraag", 'soort = "ja_nee"\nartikel = "a"', "no vraag"),
    ("onbekende soort", 'soort = "tekst"\nvraag = "?"\nartikel = "a"', "a fact has a soort"),
    ("geen bereik", 'soort = "geld"\nvraag = "?"\nartikel = "a"', "a number has a range"),
    ("leeg bereik", 'soort = "geld"\nbereik = [2, 1]\nvraag = "?"\nartikel = "a"', "the range is empty"),
    ("nul als antwoord", 'soort = "geld"\nbereik = [0, 1]\nvraag = "?"\nartikel = "a"\nindien_niet_gesteld = "0"', "missing is never zero"),
    ("eenheid past niet", 'soort = "geld"\neenheid = "datum"\nvraag = "?"\nartikel = "a"', "does not fit soort"),
    ("onbekende relatie", 'soort = "relatie"\nvraag = "?"\nartikel = "a"', "does not know this relation"),
    ("toelichting van geen keuze", 'soort = "keuze"\nkeuzes = ["loon", "gift"]\nvraag = "?"\nartikel = "a"\ntoelichting = { loom = "x" }', "'loom' is none of the choices Mend: use loon"),
    ("toelichting zonder keuzes", 'soort = "ja_nee"\nvraag = "?"\nartikel = "a"\ntoelichting = { ja = "x" }', "'ja' is none of the choices Mend: take it out"),
    ("lege toelichting", 'soort = "keuze"\nkeuzes = ["loon", "gift"]\nvraag = "?"\nartikel = "a"\ntoelichting = { loon = "" }', "what a choice means is a text"),
    ("onbekende sleutel", 'soort = "ja_nee"\nvrag = "?"\nvraag = "?"\nartikel = "a"', "unknown key 'vrag' Mend: use vraag"),
]  # fmt: skip


@pytest.mark.parametrize(("tekst", "wat"), [geval[1:] for geval in FEITEN], ids=[geval[0] for geval in FEITEN])
def test_a_fault_in_a_fact_names_file_and_line(weigert: Callable[..., str], tekst: str, wat: str) -> None:
    fout = weigert(feiten=f"[feit]\n{tekst}\n")
    assert fout.startswith("feiten/proef.toml:")
    assert wat in fout


@pytest.mark.parametrize(
    ("dag", "waarde"),
    [("2015-01-01", "1372.62"), ("2022-12-31", "1372.62"), ("2023-01-01", "1708.91"), ("2026-12-31", "2002.13")],
)
def test_an_amount_holds_from_its_date_until_the_next(wet: Recht, dag: str, waarde: str) -> None:
    assert wet.bedragen["gehuwdennorm"].op(date.fromisoformat(dag)).waarde == Fraction(waarde)


@pytest.mark.parametrize(
    ("naam", "dag"), [("gehuwdennorm", "2014-12-31"), ("gehuwdennorm", "2027-01-01"), ("toeslag", "2017-12-31")]
)
def test_where_there_is_no_amount_the_error_says_when_there_is(wet: Recht, naam: str, dag: str) -> None:
    vanaf = wet.bedragen[naam].waarden[-1 if naam == "toeslag" else 0].vanaf
    with pytest.raises(DatumOnbekend, match=f"niet bekend op {dag}; bekend is van {vanaf} tot 2027-01-01"):
        wet.bedragen[naam].op(date.fromisoformat(dag))


def test_a_percentage_is_read_as_what_it_is(wet: Recht) -> None:
    assert wet.bedragen["vast_deel"].op(date(2020, 1, 1)).waarde == Fraction(2, 5)
