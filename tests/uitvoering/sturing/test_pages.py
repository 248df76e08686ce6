"""Each figure opens to what it counts; the council sees no names; wrong dates and areas are told in Dutch."""

import csv
import io
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from meedoen.uitvoering.kern.models import Gebeurtenis, Inzage
from meedoen.uitvoering.sturing import presentation
from meedoen.uitvoering.sturing.areas import gebied
from meedoen.uitvoering.sturing.cases import verberg_kleine_cellen
from meedoen.uitvoering.sturing.figures import bereken
from meedoen.uitvoering.sturing.registry import DEFINITIES
from tests.uitvoering import register
from tests.uitvoering.register import AA_EN_HUNZE, ASSEN, NAMEN, TYNAARLO

pytestmark = pytest.mark.django_db
ClientAls = Callable[..., Client]
OP = "2018-12-31"
DRIE = [AA_EN_HUNZE, ASSEN, TYNAARLO]


@pytest.fixture
def vol_register() -> None:
    register.bewaar(register.toeval(99, aantal=70))


def adres(sleutel: str, waar: str = "drentsche-aa", op: str = OP) -> str:
    return reverse("cijfer", args=[sleutel, waar, op])


def getelde_rijen(html: str) -> int:
    """The data rows of the table of cases."""
    tabel = re.search(r'id="gevallen".*?</section>', html, re.DOTALL)
    assert tabel
    return len(re.findall(r"<tr><th scope=\"row\"", tabel[0]))


def test_every_figure_page_opens_and_lists_as_many_rows_as_it_counts(vol_register: None, client_als: ClientAls) -> None:
    client = client_als("regisseur", DRIE)
    for sleutel, definitie in DEFINITIES.items():
        cijfer = bereken(definitie, gebied("drentsche-aa", ()), register.dag(OP))
        antwoord = client.get(adres(sleutel))
        html = antwoord.content.decode()
        assert antwoord.status_code == 200, sleutel
        bladzijden = -(-cijfer.aantal_rijen // 50)
        rijen = sum(
            getelde_rijen(client.get(f"{adres(sleutel)}?pagina={n + 1}").content.decode()) for n in range(bladzijden)
        )
        assert rijen == cijfer.aantal_rijen, sleutel
        assert definitie.eenheid.value in html
        assert "31 december 2018" in html
        assert presentation.getal(cijfer) in html


def test_the_council_sees_the_same_value_and_never_a_name_or_dossier(vol_register: None, client_als: ClientAls) -> None:
    client = client_als("raad_en_griffie", DRIE)
    for sleutel, definitie in DEFINITIES.items():
        html = client.get(adres(sleutel)).content.decode()
        cijfer = bereken(definitie, gebied("drentsche-aa", ()), register.dag(OP))
        assert presentation.getal(cijfer) in html
        assert "Fictiema" not in html, sleutel
        assert not re.search(r"\bP\d+\b", html), sleutel


@pytest.mark.parametrize("vorm", ["csv", "xlsx"])
def test_the_council_cannot_take_the_cases(vorm: str, vol_register: None, client_als: ClientAls) -> None:
    client = client_als("raad_en_griffie", DRIE)
    assert client.get(f"{adres('bijstand')}/gevallen.{vorm}").status_code == 403


def test_policy_and_control_see_names_without_a_way_into_the_dossier(vol_register: None, client_als: ClientAls) -> None:
    html = client_als("beleid_en_control", DRIE).get(adres("doelgroepen-alle")).content.decode()
    assert "Fictiema" in html
    assert "/dossiers/P" not in html
    assert "/dossiers/P" in client_als("consulent", DRIE).get(adres("doelgroepen-alle")).content.decode()


def test_taking_the_cases_gives_every_row_and_is_an_event(vol_register: None, client_als: ClientAls) -> None:
    antwoord = client_als("beleid_en_control", DRIE).get(f"{adres('doelgroepen-alle')}/gevallen.csv")
    rijen = list(csv.reader(io.StringIO(antwoord.content.decode("utf-8-sig")), delimiter=";"))
    aantal = bereken(DEFINITIES["doelgroepen-alle"], gebied("drentsche-aa", ()), register.dag(OP)).aantal_rijen
    assert len(rijen) == aantal + 1
    gebeurtenis = Gebeurtenis.objects.get(handeling="geef_gevallen_mee")
    assert gebeurtenis.gegevens["rijen"] == aantal
    assert gebeurtenis.gegevens["cijfer"] == "doelgroepen-alle"


def test_looking_at_cases_is_logged_and_looking_at_splits_is_not(vol_register: None, client_als: ClientAls) -> None:
    client_als("raad_en_griffie", DRIE).get(adres("bijstand"))
    assert not Inzage.objects.exists()
    client_als("consulent", DRIE).get(adres("bijstand"))
    assert Inzage.objects.get().doel == "gevallen bij bijstand 2018-12-31"


def test_a_name_that_looks_like_a_formula_leaves_as_text(client_als: ClientAls) -> None:
    register.gemeenten()
    register.uitkering(register.persoon(voornaam="=1+1", achternaam="Fictiema"), "2016-01-01")
    antwoord = client_als("consulent", [ASSEN]).get(f"{adres('bijstand', ASSEN)}/gevallen.csv")
    assert ";'=1+1 Fictiema;" in antwoord.content.decode("utf-8-sig")


def test_a_resident_of_another_municipality_stays_without_name(client_als: ClientAls) -> None:
    register.gemeenten()
    wie = register.persoon(TYNAARLO)
    register.plaatsing(wie, register.werkgever(ASSEN, is_gemeente=True), "garantiebaan", "2016-01-01")
    html = client_als("consulent", [ASSEN]).get(adres("gemeente-garantiebanen", ASSEN)).content.decode()
    assert "inwoner van een andere gemeente" in html
    assert wie.achternaam not in html and wie.nummer not in html


def test_the_sum_of_jobs_is_written_out(client_als: ClientAls) -> None:
    register.gemeenten()
    for uren in ("20", "24"):
        wie = register.persoon()
        register.plaatsing(wie, register.werkgever(), "garantiebaan", "2016-01-01", uren_per_week=Decimal(uren))
    html = client_als("raad_en_griffie", [ASSEN]).get(adres("garantiebanen-banen", ASSEN)).content.decode()
    assert "44,00 uur per week : 25,5 = 1,7 banen van 25,5 uur" in html


@pytest.mark.parametrize(
    ("op", "zin"),
    [
        ("2014-12-31", "De peildatum ligt voor 1 januari 2015"),
        ("2026-11-23", "De peildatum ligt na vandaag"),
        ("2018-02-30", "Dit is geen bestaande datum"),
        ("gisteren", "Dit is geen bestaande datum"),
    ],
)
def test_a_wrong_date_is_refused_with_the_reason(op: str, zin: str, client_als: ClientAls) -> None:
    register.gemeenten()
    antwoord = client_als("raad_en_griffie", [ASSEN]).get(adres("bijstand", ASSEN, op))
    assert antwoord.status_code == 400
    assert zin in antwoord.content.decode()


def test_an_unknown_area_or_figure_is_not_found_and_says_so(client_als: ClientAls) -> None:
    register.gemeenten()
    client = client_als("raad_en_griffie", [ASSEN])
    for plek in (adres("bijstand", "GM9999"), adres("bestaat-niet", ASSEN)):
        antwoord = client.get(plek)
        assert antwoord.status_code == 404
        assert "niet bekend" in antwoord.content.decode() or "bestaat niet" in antwoord.content.decode()


def test_an_area_with_a_municipality_of_somebody_else_is_refused(client_als: ClientAls) -> None:
    register.gemeenten()
    client = client_als("raad_en_griffie", [ASSEN])
    assert client.get(adres("bijstand", TYNAARLO)).status_code == 403
    assert client.get(adres("bijstand", "drentsche-aa")).status_code == 403
    assert client.get(adres("bijstand", ASSEN)).status_code == 200


def test_a_chosen_date_becomes_the_address(client_als: ClientAls) -> None:
    register.gemeenten()
    antwoord = client_als("raad_en_griffie", [ASSEN]).get(f"{adres('bijstand', ASSEN)}?peildatum=2017-01-01")
    assert antwoord.status_code == 302
    assert antwoord.headers["Location"] == adres("bijstand", ASSEN, "2017-01-01")


def test_the_list_shows_every_figure_and_counts_each_once(
    client_als: ClientAls, django_assert_max_num_queries: Any
) -> None:
    register.gemeenten()
    client = client_als("raad_en_griffie", [ASSEN])
    with django_assert_max_num_queries(len(DEFINITIES) + 12):
        html = client.get(reverse("cijfers")).content.decode()
    for sleutel in DEFINITIES:
        assert f"/cijfers/{sleutel}/eigen/" in html


def test_a_figure_page_asks_few_queries(
    vol_register: None, client_als: ClientAls, django_assert_max_num_queries: Any
) -> None:
    client = client_als("consulent", DRIE)
    with django_assert_max_num_queries(22):
        client.get(adres("doelgroepen-alle"))


@pytest.mark.parametrize(
    ("cellen", "zichtbaar"),
    [
        ({"a": 10, "b": 20}, {"a", "b"}),
        ({"a": 4, "b": 20, "c": 9}, {"b"}),
        ({"a": 4, "b": 1, "c": 9}, {"c"}),
        ({"a": 0, "b": 20}, {"a", "b"}),
        ({"a": 3}, {"a"}),
        ({"a": 3, "b": 0}, {"b"}),
    ],
)
def test_small_cells_are_hidden_so_that_no_sum_gives_them_away(cellen: dict[str, int], zichtbaar: set[str]) -> None:
    assert {cel.naam for cel in verberg_kleine_cellen(list(cellen.items())) if not cel.is_verborgen} == zichtbaar


def test_names_of_all_three_municipalities_stand_in_the_sum(vol_register: None, client_als: ClientAls) -> None:
    html = client_als("raad_en_griffie", DRIE).get(adres("doelgroepen-alle")).content.decode()
    for naam in NAMEN.values():
        assert naam in html


def test_an_incomplete_target_is_told_beside_the_figure(client_als: ClientAls) -> None:
    register.gemeenten()
    register.kadernota()
    html = client_als("raad_en_griffie", DRIE).get(adres("beschut-werk-plekken")).content.decode()
    assert re.search(r"onvolledig, bekend:\s+27\s+plekken", html)
    assert "Niet gepubliceerd in onze bron voor Aa en Hunze en Tynaarlo" in html
