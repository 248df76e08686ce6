"""Signing in, being sent on, and having nothing to see yet."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from scripts.demo_service import ZONDER_GEMEENTE, Dienst, meld_aan
from tests.browser.checks import controleer_toegankelijkheid
from tests.browser.demo.pages import RAAD, SAMENWERKING

Als = Callable[..., Page]


def test_a_wrong_password_is_told_without_telling_whether_the_name_exists(als: Als) -> None:
    zinnen = []
    for naam in (ZONDER_GEMEENTE, "niemand"):
        pagina = als()
        pagina.goto("/aanmelden")
        pagina.get_by_label("Gebruikersnaam").fill(naam)
        pagina.get_by_label("Wachtwoord").fill("verkeerd wachtwoord")
        pagina.get_by_role("button", name="Aanmelden").click()
        zinnen.append(pagina.get_by_role("alert").inner_text())
        expect(pagina.get_by_label("Wachtwoord")).to_have_value("")
    assert zinnen[0] == zinnen[1]
    assert "horen niet bij elkaar" in zinnen[0]


def test_who_asks_for_a_page_goes_there_after_signing_in(als: Als, dienst: Dienst) -> None:
    pagina = als()
    pagina.goto(f"{RAAD}?peildatum=2020-01-01")
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Aanmelden")
    pagina.get_by_label("Gebruikersnaam").fill("raad")
    pagina.get_by_label("Wachtwoord").fill(dienst.wachtwoorden["raad"])
    pagina.get_by_role("button", name="Aanmelden").click()
    expect(pagina.get_by_label("Peildatum", exact=True)).to_have_value("2020-01-01")


def test_after_signing_out_the_back_button_shows_nothing(als: Als, dienst: Dienst) -> None:
    pagina = als()
    meld_aan(pagina, "consulent", dienst.wachtwoorden["consulent"])
    pagina.goto("/dossiers/P00000001")
    naam = pagina.get_by_role("heading", level=1).inner_text()
    pagina.get_by_role("button", name="Afmelden").click()
    expect(pagina.get_by_role("status")).to_contain_text("U bent afgemeld.")
    pagina.go_back()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Aanmelden")
    assert naam not in pagina.locator("body").inner_text()


def test_who_has_no_municipality_is_told_what_to_do(als: Als) -> None:
    pagina = als(ZONDER_GEMEENTE)
    pagina.goto("/")
    expect(pagina.get_by_text("Er is nog geen gemeente aan u gekoppeld")).to_be_visible()
    assert pagina.get_by_role("navigation", name="Hoofdmenu").get_by_role("link").all_inner_texts() == [
        "Start",
        "Het recht",
    ]


@pytest.mark.parametrize(
    ("adres", "status"), [("/cijfers", 404), (SAMENWERKING, 403), (RAAD, 403), ("/dossiers/P00000001", 403)]
)
def test_an_address_that_somebody_sent_him_explains_itself(als: Als, adres: str, status: int) -> None:
    pagina = als(ZONDER_GEMEENTE)
    antwoord = pagina.goto(adres)
    assert antwoord and antwoord.status == status
    expect(pagina.get_by_role("main")).to_contain_text("eheer")
    expect(pagina.get_by_role("link", name="Naar de startpagina")).to_be_visible()
    controleer_toegankelijkheid(pagina)


def test_searching_without_a_municipality_finds_nobody(als: Als) -> None:
    pagina = als(ZONDER_GEMEENTE)
    pagina.goto("/dossiers")
    pagina.get_by_role("searchbox").fill("Oefenveld")
    pagina.get_by_role("button", name="Zoek").click()
    expect(pagina.get_by_text("Niemand gevonden")).to_be_visible()
