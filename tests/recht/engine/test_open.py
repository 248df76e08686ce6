"""What the law leaves open or looks back over: choices, lists, judgments, ordinance terms, employers."""
# ruff: noqa: E501 cases are data: one line each

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from meedoen.recht import GegevenOntbreekt, GevalFout, Recht, bereken, lees_geval, lees_recht
from meedoen.recht.engine.decisions import lees_verordening

FEITEN = """
[soort_maatregel]
soort = "keuze"
keuzes = ["eerste", "volgende"]
vraag = "Welke?"
artikel = "proef 1"

[maatregelen]
soort = "lijst"
vraag = "Welke maatregelen zijn toegepast?"
artikel = "proef 2"
indien_niet_gesteld = "geen"
[maatregelen.velden.op]
soort = "datum"
vraag = "Wanneer?"
artikel = "proef 2"
[maatregelen.velden.bedrag]
soort = "geld"
eenheid = "euro"
bereik = [0, 1000]
vraag = "Hoeveel?"
artikel = "proef 2"
[maatregelen.velden.is_ingetrokken]
soort = "ja_nee"
vraag = "Ingetrokken?"
artikel = "proef 2"
indien_niet_gesteld = "nee"

[dringende_redenen]
soort = "ja_nee"
oordeel = true
weeg = ["de gevolgen voor kinderen", "de schulden"]
vraag = "Zijn er dringende redenen?"
artikel = "proef 3"

[aantal_banen]
soort = "aantal"
bereik = [0, 1000]
vraag = "Hoeveel banen?"
artikel = "proef 4"
van = "werkgever"
"""
TERMEN = """
[duur]
soort = "aantal"
eenheid = "maanden"
bereik = [1, 3]
vraag = "Hoe lang duurt de verlaging?"
artikel = "proef 5"
vaststeller = "raad"
vanaf = 2015-01-01

[wijze]
soort = "keuze"
keuzes = ["kalenderdagen", "dertig"]
vraag = "Hoe telt een deel van een maand?"
artikel = "proef 6"
vaststeller = "college"
vanaf = 2015-01-01
indien_niet_vastgesteld = "dertig"
"""
REGELS = '''from typing import Literal

from meedoen.recht.engine import *


@regel("proef 1")
def trede(soort_maatregel: Keuze, maatregelen: Lijst, peildatum: Datum) -> Literal["laag", "hoog"]:
    """Higher when an earlier measure is less than a year old."""
    recent = any(maanden_later(m.op, 12) > peildatum for m in maatregelen if not m.is_ingetrokken)
    return "hoog" if recent or soort_maatregel in ("volgende", "eerste") and soort_maatregel != "eerste" else "laag"


@regel("proef 2")
def verlaging(maatregelen: Lijst, trede: Keuze) -> Geld:
    """The sum of the amounts, twice when high."""
    som = sum(m.bedrag for m in maatregelen if not m.is_ingetrokken)
    return 2 * som if trede == "hoog" else som


@regel("proef 2")
def laatste_datum(maatregelen: Lijst, peildatum: Datum) -> Datum:
    """The last of them, or today."""
    return max((m.op for m in maatregelen), default=peildatum)


@regel("proef 3")
def einddatum(peildatum: Datum, duur: AantalMaanden, dringende_redenen: bool, trede: Keuze) -> Datum:
    """The end, unless there are urgent reasons; asked only when it is high."""
    if trede == "hoog" and dringende_redenen:
        return geen("Er zijn dringende redenen.", "proef 3")
    return maanden_later(peildatum, duur)


@regel("proef 6")
def is_dertig(wijze: Keuze, volgnummer: Aantal) -> bool:
    """Is a month thirty days?"""
    return wijze == "dertig"


@regel("proef 4")
def heffing(aantal_banen: Aantal) -> Aantal:
    """What an employer owes."""
    return 3 * aantal_banen
'''
A = {"id": "a", "soort_maatregel": "eerste"}
OORDEEL = {"antwoord": True, "door": "M. Voorbeeld", "op": "2026-01-05", "motivering": "twee jonge kinderen"}


@pytest.fixture(scope="module")
def map_(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pad = tmp_path_factory.mktemp("open")
    bestanden = {"feiten/proef.toml": FEITEN, "verordening/proef.toml": TERMEN, "proef/proef.py": REGELS}
    bestanden["recht.toml"] = 'naam = "p"\nversie = "1"\nbekend_vanaf = 2015-01-01\nbekend_tot = 2027-01-01\n'
    for naam, tekst in bestanden.items():
        (pad / naam).parent.mkdir(exist_ok=True)
        (pad / naam).write_text(tekst, "utf-8")
    return pad


@pytest.fixture(scope="module")
def recht(map_: Path) -> Recht:
    return lees_recht(map_)


def waarde(recht: Recht, gevraagd: str, persoon: dict[str, Any], **opgave: Any) -> Any:
    vol = {"peildatum": "2026-03-31", "gevraagd": [gevraagd], "persoon": [{**A, **persoon}], **opgave}
    return bereken(lees_geval(vol, recht=recht), recht=recht).waarden["a"][gevraagd]


def maatregel(op: str, bedrag: int = 100, **velden: Any) -> dict[str, Any]:
    return {"op": op, "bedrag": bedrag, **velden}


@pytest.mark.parametrize(
    ("gevraagd", "rijen", "uitkomst"),
    [
        ("trede", [], "laag"),
        ("trede", [maatregel("2025-03-31")], "laag"),
        ("trede", [maatregel("2025-04-01")], "hoog"),
        ("trede", [maatregel("2025-04-01", is_ingetrokken=True)], "laag"),
        ("verlaging", [maatregel("2020-01-01"), maatregel("2019-01-01", 50)], 150),
        ("verlaging", [maatregel("2026-01-01"), maatregel("2019-01-01", 50)], 300),
        ("laatste_datum", [maatregel("2020-01-01"), maatregel("2021-02-01")], date(2021, 2, 1)),
        ("laatste_datum", [], date(2026, 3, 31)),
    ],
)
def test_a_list_is_looked_back_over(recht: Recht, gevraagd: str, rijen: list[Any], uitkomst: Any) -> None:
    assert waarde(recht, gevraagd, {"maatregelen": rijen}) == uitkomst


def test_a_list_that_is_not_stated_is_empty_where_the_law_package_says_so(recht: Recht) -> None:
    assert waarde(recht, "verlaging", {}) == 0


def test_a_field_that_is_missing_is_asked_for_with_its_place(recht: Recht) -> None:
    with pytest.raises(GegevenOntbreekt) as fout:
        waarde(recht, "verlaging", {"maatregelen": [maatregel("2020-01-01"), {"op": "2020-01-01"}]})
    assert [(deel.persoon, deel.feit, deel.vraag) for deel in fout.value.ontbreekt] == [
        ("a", "maatregelen[2].bedrag", "Hoeveel?")
    ]


FOUTEN = [
    ({"soort_maatregel": "tweede"}, "soort_maatregel", "een van: eerste, volgende"),
    ({"maatregelen": {"op": "2020-01-01"}}, "maatregelen", "[[persoon.maatregelen]]"),
    ({"maatregelen": [maatregel("2020-02-30")]}, "maatregelen[1].op", "een bestaande datum"),
    ({"maatregelen": [maatregel("2020-02-01"), maatregel("2020-02-01", 2000)]}, "maatregelen[2].bedrag", "0 tot en"),
    ({"maatregelen": [{"bedra": 3}]}, "maatregelen[1].bedra", "Bedoelt u bedrag?"),
    ({"maatregelen": [{}] * 1001}, "maatregelen", "ten hoogste 1000"),
    ({"dringende_redenen": True}, "dringende_redenen", "noem wie het vond"),
    ({"dringende_redenen": {"antwoord": True}}, "dringende_redenen", "antwoord en door"),
    ({"dringende_redenen": {"antwoord": "ja", "door": "x"}}, "dringende_redenen", "true of false"),
    ({"dringende_redenen": {**OORDEEL, "op": "morgen"}}, "dringende_redenen", "een bestaande datum bij op"),
    ({"aantal_banen": 3}, "'aantal_banen'", "een bekend veld"),
]


@pytest.mark.parametrize(("persoon", "veld", "wat"), FOUTEN)
def test_what_cannot_be_right_is_refused_with_its_place(recht: Recht, persoon: Any, veld: str, wat: str) -> None:
    with pytest.raises(GevalFout) as fout:
        waarde(recht, "trede", persoon)
    assert any(gebrek.veld == veld and wat in str(gebrek) for gebrek in fout.value.gebreken), str(fout.value)


def test_a_judgment_is_asked_for_with_what_is_to_be_weighed_and_only_when_the_answer_needs_it(recht: Recht) -> None:
    termen = {"waarden": {"duur": 2}}
    assert waarde(recht, "einddatum", {}, verordening=termen) == date(2026, 5, 31)
    with pytest.raises(GegevenOntbreekt) as fout:
        waarde(recht, "einddatum", {"soort_maatregel": "volgende"}, verordening=termen)
    assert fout.value.ontbreekt[0].weeg == ("de gevolgen voor kinderen", "de schulden")
    assert "Weeg: de gevolgen voor kinderen; de schulden." in str(fout.value)


def test_the_answer_of_a_named_person_is_in_the_trace_and_on_the_receipt(recht: Recht) -> None:
    persoon = {**A, "soort_maatregel": "volgende", "dringende_redenen": OORDEEL}
    opgave = {"peildatum": "2026-03-31", "gevraagd": ["einddatum"], "persoon": [persoon]}
    uitkomst = bereken(lees_geval(opgave, recht=recht), recht=recht)
    assert uitkomst.redenen["a"]["einddatum"].reden == "Er zijn dringende redenen."
    invoer = next(deel for stap in uitkomst.spoor for deel in stap.invoer if deel.naam == "dringende_redenen")
    assert (invoer.soort, invoer.bron) == (
        "oordeel",
        "oordeel van M. Voorbeeld op 2026-01-05: twee jonge kinderen",
    )
    assert any("M. Voorbeeld" in feit["bron"] for feit in uitkomst.ontvangst["feiten"])


def besluiten(**waarden: Any) -> dict[str, Any]:
    oud = {"verordening": "proef", "naam": "Verordening A", "vanaf": "2015-01-01", "waarden": {"duur": 1}}
    nieuw = {"verordening": "proef", "naam": "Verordening B", "vanaf": "2026-02-01", "bron": "blad 3", **waarden}
    return {"gemeente": "Voorbeeldstad", "besluit": [oud, nieuw]}


def test_the_decision_that_took_effect_last_counts_and_the_receipt_names_it(recht: Recht) -> None:
    opgave = {"peildatum": "2026-03-31", "gevraagd": ["einddatum"], "persoon": [A]}
    geval = lees_geval(opgave, recht=recht)
    verordening = lees_verordening(besluiten(waarden={"duur": 3}), recht=recht)
    uitkomst = bereken(geval, recht=recht, verordening=verordening)
    assert uitkomst.waarden["a"]["einddatum"] == date(2026, 6, 30)
    assert uitkomst.ontvangst["verordening"] == [
        {
            "naam": "duur",
            "vanaf": "2026-02-01",
            "waarde": 3,
            "eenheid": "maanden",
            "artikel": "proef 5",
            "bron": "Voorbeeldstad: Verordening B; blad 3",
        }
    ]


def test_a_term_that_nobody_filled_is_a_question_to_the_municipality(recht: Recht) -> None:
    with pytest.raises(GegevenOntbreekt) as fout:
        waarde(recht, "einddatum", {})
    assert [(deel.persoon, deel.feit) for deel in fout.value.ontbreekt] == [("", "duur")]
    assert str(fout.value).startswith("gemeente: Hoe lang duurt de verlaging?")


def test_what_the_law_itself_says_without_a_decision_is_read(recht: Recht) -> None:
    assert waarde(recht, "is_dertig", {}) is True
    assert waarde(recht, "is_dertig", {}, verordening={"waarden": {"wijze": "kalenderdagen"}}) is False


@pytest.mark.parametrize(
    ("opgave", "veld", "wat"),
    [
        ({"waarden": {"duur": 4}}, "verordening.waarden.duur", "van 1 tot en met 3"),
        ({"waarden": {"dur": 1}}, "verordening.waarden.dur", "Bedoelt u duur?"),
        ({"besluit": [{"verordening": "prof", "vanaf": "2015-01-01"}]}, "besluit[1].verordening", "Bedoelt u proef?"),
        ({"besluit": [{"verordening": "proef"}]}, "besluit[1].vanaf", "een bestaande datum"),
        (besluiten(tot="2026-01-01"), "besluit[2].tot", "een datum na 2026-02-01"),
        (besluiten(waarde={}), "besluit[2].waarde", "Bedoelt u waarden?"),
        ([], "verordening", "een tabel met gemeente en besluit"),
    ],
)
def test_an_ordinance_that_cannot_be_right_is_refused(recht: Recht, opgave: Any, veld: str, wat: str) -> None:
    with pytest.raises(GevalFout) as fout:
        lees_verordening(opgave, recht=recht)
    assert any(gebrek.veld == veld and wat in str(gebrek) for gebrek in fout.value.gebreken), str(fout.value)


def test_a_rule_about_an_employer_is_asked_in_a_case_about_employers(recht: Recht) -> None:
    werkgever = {"peildatum": "2026-01-01", "gevraagd": ["heffing"], "werkgever": [{"id": "w", "aantal_banen": 7}]}
    assert bereken(lees_geval(werkgever, recht=recht), recht=recht).waarden == {"w": {"heffing": 21}}
    assert recht.vragen_over("werkgever") == ("heffing",)
    with pytest.raises(GevalFout, match="heffing gaat over een werkgever"):
        lees_geval({"peildatum": "2026-01-01", "gevraagd": ["heffing"], "persoon": [A]}, recht=recht)
    with pytest.raises(GevalFout, match="Maak er twee gevallen van"):
        lees_geval({**werkgever, "persoon": [A]}, recht=recht)


WEIGERINGEN = [
    ("keuze verschreven", 'soort_maatregel: Keuze) -> bool', 'return soort_maatregel == "eertse"', "did you mean 'eerste'?"),
    ("keuze geordend", 'soort_maatregel: Keuze) -> bool', 'return soort_maatregel < "eerste"', "choices have no order"),
    ("kleinste keuze", 'medebewoners: Medebewoners, soort_maatregel: Keuze) -> bool', 'return min((m.soort_maatregel for m in medebewoners), default="eerste") == soort_maatregel', "choices have no order"),
    ("keuze en getal", "soort_maatregel: Keuze) -> bool", "return soort_maatregel == 3", "mixes getal and keuze"),
    ("twee teksten", "soort_maatregel: Keuze) -> bool", 'return "a" == "b"', "compares two texts"),
    ("keuze als getal", "soort_maatregel: Aantal) -> bool", 'return soort_maatregel == "eerste"', "annotate it as Keuze"),
    ("uitkomst niet beloofd", 'soort_maatregel: Keuze) -> Literal["x", "y"]', 'return "z"', "the rule promises one of 'x', 'y'"),
    ("lijst zonder type", "maatregelen: Aantal) -> bool", "return True", "annotate it: maatregelen: Lijst"),
    ("lijst als waarde", "maatregelen: Lijst) -> bool", "return maatregelen == 3", "maatregelen is a list, not a value"),
    ("veld verschreven", "maatregelen: Lijst) -> Geld", "return sum(m.bedarg for m in maatregelen)", "did you mean bedrag?"),
    ("rij als waarde", "maatregelen: Lijst) -> Aantal", "return sum(m for m in maatregelen)", "is a row of maatregelen"),
    ("werkgever en persoon", "aantal_banen: Aantal, dringende_redenen: bool) -> bool", "return dringende_redenen and aantal_banen > 1", "is about persoon and werkgever at once"),
    ("maanden en jaren", "peildatum: Datum, duur: AantalMaanden) -> Datum", "return jaren_later(peildatum, duur)", "cannot be computed from these"),
    ("in met een", "soort_maatregel: Keuze) -> bool", 'return soort_maatregel in ("eerste",)', "compares with fewer than two"),
    ("procenten van geld", "maatregelen: Lijst) -> Geld", "return rond_op_hele_procenten(sum(m.bedrag for m in maatregelen))", "rounds a share"),
]  # fmt: skip


@pytest.mark.parametrize(("kop", "lijf", "wat"), [deel[1:] for deel in WEIGERINGEN], ids=[d[0] for d in WEIGERINGEN])
def test_a_rule_that_does_not_fit_is_refused(
    weigert: Callable[..., str], map_: Path, kop: str, lijf: str, wat: str
) -> None:
    regels = f'from meedoen.recht.engine import *\n\n\n@regel("a")\ndef x({kop}:\n    """D."""\n    {lijf}\n'
    fout = weigert(regels=regels, feiten=FEITEN, termen=TERMEN)
    assert wat in fout


DECLARATIES = [
    ('soort = "keuze"\nkeuzes = ["een"]', "a choice is between texts"),
    ('soort = "keuze"\nkeuzes = ["een", "een"]', "stands there twice"),
    ('soort = "ja_nee"\nkeuzes = ["a", "b"]', "has no choices"),
    ('soort = "ja_nee"\noordeel = true', "says what is to be weighed"),
    ('soort = "ja_nee"\noordeel = true\nweeg = ["x"]\nindien_niet_gesteld = "nee"', "this cannot be assumed"),
    ('soort = "lijst"', "a list without fields"),
    ('soort = "lijst"\nvelden = { a = { soort = "geld", vraag = "?", artikel = "a" } }', "field a: a number has a range"),
    ('soort = "ja_nee"\nvan = "raad"', "nothing is about a 'raad'"),
    ('soort = "aantal"\neenheid = "maanden"\nbereik = [0, 3]\ndecimalen = 1', "maanden are whole"),
]  # fmt: skip


@pytest.mark.parametrize(("tekst", "wat"), DECLARATIES)
def test_a_fact_that_is_not_declared_well_is_refused(weigert: Callable[..., str], tekst: str, wat: str) -> None:
    assert wat in weigert(feiten=f'[nieuw]\nvraag = "?"\nartikel = "a"\n{tekst}\n')


TERMDECLARATIES = [
    ("vanaf = 2015-01-01", "a term is filled by somebody"),
    ('vaststeller = "raad"', "vanaf is a date"),
    ('vaststeller = "raad"\nvanaf = 2015-01-01\nindien_niet_vastgesteld = "7"', "is no value of this term"),
    ('vaststeller = "raad"\nvanaf = 2015-01-01\nweeg = ["x"]', "unknown key 'weeg'"),
]


@pytest.mark.parametrize(("tekst", "wat"), TERMDECLARATIES)
def test_a_term_that_is_not_declared_well_is_refused(weigert: Callable[..., str], tekst: str, wat: str) -> None:
    kop = '[nieuw]\nsoort = "aantal"\nbereik = [0, 3]\nvraag = "?"\nartikel = "a"\n'
    assert wat in weigert(termen=f"{kop}{tekst}\n")
