"""Finding residents: what may be typed, in any order and spelled wrong, and whom nobody may find."""

import datetime
from typing import Any

import pytest
from django.db import connection

from meedoen.uitvoering.dossiers import search
from meedoen.uitvoering.dossiers.models import Bewoning, Persoon, Zoekregel
from meedoen.uitvoering.dossiers.search import zoek
from meedoen.uitvoering.dossiers.search_index import houd_bij
from meedoen.uitvoering.dossiers.search_terms import lees_zoekvraag
from tests.uitvoering import register
from tests.uitvoering.register import ASSEN, TYNAARLO, dag

pytestmark = pytest.mark.django_db
VANDAAG = dag("2026-11-22")


@pytest.fixture(autouse=True)
def _gemeenten() -> None:
    register.gemeenten()


def inwoner(voornaam: str, achternaam: str, gemeente: str = ASSEN, **anders: Any) -> Persoon:
    """A resident who can be found."""
    persoon = register.persoon(gemeente, voornaam=voornaam, achternaam=achternaam, **anders)
    houd_bij([persoon.pk])
    return persoon


def woont_op(persoon: Persoon, straat: str, nummer: str, vanaf: str = "2010-01-01", tot: str | None = None) -> Bewoning:
    """An address of a resident, findable."""
    bewoning = Bewoning.objects.create(
        persoon=persoon,
        woning=f"{straat}{nummer}"[:20],
        vanaf=dag(vanaf),
        tot=dag(tot) if tot else None,
        straat=straat,
        huisnummer=nummer,
        postcode="9401 AB",
        woonplaats="Proefhoven",
    )
    houd_bij([persoon.pk])
    return bewoning


def namen(term: str, gemeentecodes: list[str] | None = None) -> list[str]:
    """The names that are found, in order."""
    uitslag = zoek(term, gemeentecodes=gemeentecodes or [ASSEN])
    return [str(treffer.persoon) for treffer in uitslag.treffers]


@pytest.mark.parametrize(
    ("staat_er", "getypt"),
    [
        (("Piet", "Jansen"), "jansen"),
        (("Piet", "Jansen"), "Janssen"),
        (("Piet", "Jansen"), "Jans pie"),
        (("Piet", "Jansen"), "pie jans"),
        (("Piet", "Jansen"), "Jasnen"),
        (("Piet", "Jansen"), "P. Jansen"),
        (("Piet", "Jansen"), "jansen, p.j."),
        (("Piet", "Jansen"), "PJ Jansen"),
        (("Piet", "Jansen"), "Pieter Jansen"),
        (("Anna", "van der Berg"), "berg"),
        (("Anna", "van der Berg"), "van der berg"),
        (("Anna", "van der Berg"), "vanderberg"),
        (("Anna", "van der Berg"), "v.d. Berg"),
        (("Anna", "van der Berg"), "van den berg anna"),
        (("Anna", "Berg"), "van der Berg"),
        (("Bea", "de Vries"), "devries"),
        (("Bea", "Jansen-de Vries"), "vries"),
        (("Bea", "'t Hart"), "t hart"),
        (("Bea", "d'Hondt"), "dhondt"),
        (("Zoë", "Müller"), "zoe muller"),
        (("Zoe", "Muller"), "Zoë Müller"),
        (("Søren", "Łukasz"), "soren lukasz"),
        (("Bram", "Meijer"), "meyer"),
        (("Bram", "Meijer"), "Meier"),
        (("Bram", "Meijer"), "me"),
        (("Bram", "Dijkstra"), "dykstra"),
        (("Bram", "Visscher"), "visser"),
        (("Bram", "Visscher"), "vissc"),
        (("Bram", "Koudijs"), "koud"),
        (("Kees", "Schmidt"), "smit"),
        (("Ali", "Öztürk"), "ozturk"),
        (("Ben", "El Haddad"), "haddad ben"),
        (("Ольга", "Иванова"), "иванова"),
    ],
)
def test_a_name_is_found_however_it_is_written(staat_er: tuple[str, str], getypt: str) -> None:
    inwoner(*staat_er)
    inwoner("Quinten", "Xandersma")
    assert namen(getypt) == [" ".join(staat_er)]


@pytest.mark.parametrize(
    "getypt",
    [
        "5-3-1980",
        "05-03-1980",
        "5/3/80",
        "05.03.1980",
        "5 mrt 1980",
        "5 maart 1980",
        "1980-03-05",
        "05031980",
        "19800305",
        "proefstra 5-3-1980",
        "5-3-1980 anna",
        "proefstra 1980",
        "999990019",
        "999 990 019",
        "9999.90.019",
        "P900001",
        "p900001",
        "proefstraat 12",
        "Proefstraat 12a",
        "12 proefstraat",
        "proefstraat 12-a proefhoven",
        "9401ab 12",
        "9401 AB",
        "9401 proefstr",
        "proefstrat 12",
        "anna proefstraat",
        "proefstra proefhoven 1980",
    ],
)
def test_a_resident_is_found_by_date_of_birth_number_and_address(getypt: str) -> None:
    gezocht = inwoner("Anna", "Proefstra", nummer="P900001", bsn="999990019", geboortedatum=dag("1980-03-05"))
    woont_op(gezocht, "Proefstraat", "12a")
    woont_op(inwoner("Ander", "Iemand", geboortedatum=dag("1981-03-05")), "Kerkweg", "120", "2012-01-01")
    Bewoning.objects.filter(straat="Kerkweg").update(postcode="9499 ZZ", woonplaats="Elders")
    houd_bij(Persoon.objects.values_list("pk", flat=True))
    assert namen(getypt) == ["Anna Proefstra"]


@pytest.mark.parametrize(
    ("getypt", "hulp"),
    [
        ("", "Laat een voornaam"),
        ("%", "Laat een voornaam"),
        ("' OR 1=1 --", "Laat een voornaam"),
        ("a", "te weinig"),
        ("van de", "te weinig"),
        ("12", "te weinig"),
        ("31-2-1980", "datum bestaat niet"),
        ("31-31-1980", "datum bestaat niet"),
        ("999990018", "geen bestaand BSN"),
        ("999990019", "heeft dit nummer"),
        ("Proefstra Onbekend", "Laat een voornaam"),
        ("Proefstra 1-1-1950", "Klopt de geboortedatum"),
    ],
)
def test_who_finds_nobody_is_told_what_to_do(getypt: str, hulp: str) -> None:
    inwoner("Anna", "Proefstra", bsn="000000012")
    uitslag = zoek(getypt, gemeentecodes=[ASSEN])
    assert not uitslag.treffers
    assert hulp in uitslag.hulp


def test_residents_of_other_municipalities_are_found_by_nothing() -> None:
    vreemd = inwoner("Anna", "Proefstra", TYNAARLO, nummer="P900001", bsn="999990019", geboortedatum=dag("1980-03-05"))
    woont_op(vreemd, "Proefstraat", "12a")
    for getypt in ("Proefstra", "Prefstra", "5-3-1980", "P900001", "999990019", "proefstraat 12a", "9401AB"):
        assert namen(getypt) == [], getypt
        assert namen(getypt, [ASSEN, TYNAARLO]) == ["Anna Proefstra"], getypt


def test_likeness_is_used_only_when_nobody_is_spelled_so_and_says_so() -> None:
    inwoner("Piet", "Jansen")
    inwoner("Piet", "Hansen")
    assert namen("hansen") == ["Piet Hansen"]
    assert not zoek("hansen", gemeentecodes=[ASSEN]).is_gelijkend
    uitslag = zoek("jansem", gemeentecodes=[ASSEN])
    assert str(uitslag.treffers[0].persoon) == "Piet Jansen"
    assert uitslag.is_gelijkend


def test_whole_words_come_first_then_surnames_that_begin_so() -> None:
    for voornaam, achternaam in (("Bos", "Adams"), ("Anna", "Bosman"), ("Cor", "Bos"), ("Dirk", "Zand")):
        persoon = inwoner(voornaam, achternaam)
    woont_op(persoon, "Bosweg", "1")
    assert namen("bos") == ["Cor Bos", "Bos Adams", "Anna Bosman", "Dirk Zand"]


def test_too_many_are_cut_off_and_a_whole_name_is_not_lost_among_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "MEESTE_KANDIDATEN", 60)
    monkeypatch.setattr(search, "_REGELS", 51)
    for nummer in range(70):
        register.persoon(voornaam="Test", achternaam=f"Bosma{nummer}")
    houd_bij(Persoon.objects.values_list("pk", flat=True))
    inwoner("Laatste", "Bos")
    uitslag = zoek("bos", gemeentecodes=[ASSEN])
    assert str(uitslag.treffers[0].persoon) == "Laatste Bos"
    assert len(uitslag.treffers) == search.MEESTE_TREFFERS
    assert uitslag.is_meer


def test_somebody_is_found_at_a_former_address_and_it_is_marked() -> None:
    persoon = inwoner("Anna", "Proefstra")
    woont_op(persoon, "Oudeweg", "1", "2010-01-01", "2020-01-01")
    nu = woont_op(persoon, "Nieuweweg", "2", "2020-01-01")
    (treffer,) = zoek("oudeweg 1", gemeentecodes=[ASSEN]).treffers
    assert (treffer.bewoning.straat if treffer.bewoning else "", treffer.is_vroeger) == ("Oudeweg", True)
    (treffer,) = zoek("proefstra", gemeentecodes=[ASSEN]).treffers
    assert (treffer.bewoning, treffer.is_vroeger) == (nu, False)
    assert namen("oudeweg 2") == [], "street and number belong to one address"


def test_making_the_rows_again_keeps_one_for_each_address() -> None:
    persoon = inwoner("Anna", "Proefstra")
    assert Zoekregel.objects.count() == 1
    woont_op(persoon, "Oudeweg", "1", "2010-01-01", "2020-01-01")
    woont_op(persoon, "Nieuweweg", "2", "2020-01-01")
    houd_bij([persoon.pk])
    assert Zoekregel.objects.filter(bewoning__isnull=False).count() == Zoekregel.objects.count() == 2


@pytest.mark.parametrize(
    ("getypt", "dagen"),
    [
        ("1-2-03", ["1903-02-01", "2003-02-01"]),
        ("1-2-88", ["1988-02-01"]),
        ("29-2-00", ["2000-02-29"]),
        ("3 december 1999", ["1999-12-03"]),
    ],
)
def test_two_digits_of_a_year_mean_every_day_that_has_been(getypt: str, dagen: list[str]) -> None:
    assert lees_zoekvraag(getypt, VANDAAG).dagen == [datetime.date.fromisoformat(d) for d in dagen]


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no such index: it reads the rows")
def test_postgresql_can_search_through_its_index_of_trigrams() -> None:
    inwoner("Anna", "Proefstra")
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("EXPLAIN SELECT 1 FROM dossiers_zoekregel WHERE tekst LIKE '%% proef%%'", [])
        assert "dossiers_zoekregel_drietallen" in "\n".join(rij[0] for rij in cursor.fetchall())
        cursor.execute("SELECT indexdef FROM pg_indexes WHERE indexname = 'dossiers_zoekwoord_drietallen'")
        assert "gin (woord gin_trgm_ops)" in cursor.fetchall()[0][0]
