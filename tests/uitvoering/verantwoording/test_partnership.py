"""The partnership on one page: every table there, every figure a link, few queries, and nothing for outsiders."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.uitvoering import register
from tests.uitvoering.register import AA_EN_HUNZE, ASSEN, TYNAARLO

pytestmark = pytest.mark.django_db
ClientAls = Callable[..., Client]
DRIE = [AA_EN_HUNZE, ASSEN, TYNAARLO]


_gelezen: dict[str, str] = {}


@pytest.fixture
def html(client_als: ClientAls) -> str:
    """The page of a random register, made once per worker: the tests only read it."""
    if not _gelezen:
        register.bewaar(register.toeval(7, aantal=60))
        register.kadernota()
        antwoord = client_als("raad_en_griffie", DRIE).get("/samenwerking/drentsche-aa?peildatum=2018-12-31")
        assert antwoord.status_code == 200
        _gelezen["html"] = antwoord.content.decode()
    return _gelezen["html"]


def test_the_kadernota_stands_beside_the_count_with_its_mottos_and_pm(html: str) -> None:
    for tekst in ("832", "908", "616", "400", "854", "Meedoen en bijdragen", "Aan de slag", "1 januari 2015"):
        assert tekst in html


def test_the_prognosis_the_places_and_the_targets_are_there(html: str) -> None:
    for tekst in ("2.756", "2.855", "585", "293", "niet in onze bron"):
        assert tekst in html


def test_an_incomplete_target_of_the_partnership_says_what_is_known_and_what_lacks(html: str) -> None:
    rij = re.search(r"<tfoot><tr><th scope=\"row\">[^<]*Drentsche Aa</th>.*?</tfoot>", html, re.DOTALL)
    assert rij and [int(n) for n in re.findall(r"onvolledig, bekend: (\d+)", rij[0])] == [15, 27]
    assert "Niet gepubliceerd in onze bron voor Aa en Hunze en Tynaarlo; daarom geen som." in html


def test_the_budget_has_its_unit_its_rounding_and_its_110_percent(html: str) -> None:
    for tekst in ("x € 1.000", "26.386", "in 2016 staat 4.627, de regels geven 4.628", "tellen op tot 110 procent"):
        assert tekst in html


def test_every_counted_number_in_a_table_is_a_link_to_its_figure(html: str) -> None:
    links = re.findall(r'<a class="cijfer" href="(/cijfers/[^"]+)"', html)
    assert len(links) > 150
    assert all(re.fullmatch(r"/cijfers/[a-z0-9-]+/(drentsche-aa|GM\d{4})/\d{4}-\d\d-\d\d", link) for link in links)


def test_every_link_of_the_page_opens(html: str, client_als: ClientAls) -> None:
    register.gemeenten()
    client = client_als("raad_en_griffie", DRIE)
    for link in sorted(set(re.findall(r'href="(/cijfers/[^"]+)"', html)))[::12]:
        assert client.get(link).status_code == 200, link


def test_unverified_measures_are_marked(html: str) -> None:
    assert html.count("niet geverifieerd") >= 2


def test_charts_come_with_a_description_and_a_table(html: str) -> None:
    assert html.count('<figure class="grafiek">') == 4
    assert "De getallen in een tabel" in html


def test_a_user_of_one_municipality_does_not_see_the_others(client_als: ClientAls) -> None:
    register.gemeenten()
    assert client_als("raad_en_griffie", [ASSEN]).get("/samenwerking/drentsche-aa").status_code == 403


def test_an_unknown_partnership_and_a_wrong_date_say_so(client_als: ClientAls) -> None:
    register.gemeenten()
    client = client_als("raad_en_griffie", DRIE)
    onbekend = client.get("/samenwerking/bestaat-niet")
    assert onbekend.status_code == 404 and "niet bekend" in onbekend.content.decode()
    fout = client.get("/samenwerking/drentsche-aa?peildatum=2013-01-01")
    assert fout.status_code == 400 and "1 januari 2015" in fout.content.decode()


def test_a_partnership_without_policy_figures_says_what_is_missing(client_als: ClientAls) -> None:
    register.gemeenten()
    html = client_als("raad_en_griffie", DRIE).get(reverse("samenwerking", args=["drentsche-aa"])).content.decode()
    assert "Er is geen prognose ingelezen" in html
    assert "Er is geen budget ingelezen" in html


def test_the_page_asks_a_bounded_number_of_queries(client_als: ClientAls, django_assert_max_num_queries: Any) -> None:
    register.bewaar(register.toeval(7))
    register.kadernota()
    client = client_als("raad_en_griffie", DRIE)
    with django_assert_max_num_queries(120):
        client.get("/samenwerking/drentsche-aa?peildatum=2026-11-22")
