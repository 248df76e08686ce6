"""Signing in, the start page and the refusals in a real browser: axe, keyboard, a narrow screen, without script."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from meedoen.uitvoering.beleid.models import Gemeente, Samenwerking
from meedoen.uitvoering.kern.models import Gebruiker
from tests.browser.checks import controleer_pagina, controleer_toegankelijkheid

Open = Callable[..., Page]


@pytest.fixture
def consulent(gebruiker: Callable[..., Gebruiker]) -> Gebruiker:
    for code, naam in (("GM1680", "Aa en Hunze"), ("GM0106", "Assen")):
        Gemeente.objects.create(code=code, naam=naam, bron="test")
    Samenwerking.objects.create(sleutel="paar", naam="Het Paar").gemeenten.set(["GM1680", "GM0106"])
    return gebruiker("consulent", ["GM1680", "GM0106"])


@pytest.mark.parametrize("heeft_script", [True, False])
def test_somebody_signs_in_with_the_keyboard_alone_and_out_again(
    open_pagina: Open, consulent: Gebruiker, heeft_script: bool
) -> None:
    page = open_pagina(heeft_script=heeft_script)
    page.goto("/")
    page.get_by_label("Gebruikersnaam").focus()
    page.keyboard.type(consulent.username)
    page.keyboard.press("Tab")
    page.keyboard.type("wachtwoord van de test")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Welkom")
    page.get_by_role("button", name="Afmelden").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("U bent afgemeld.")


def test_a_wrong_password_is_told_above_the_form(open_pagina: Open, consulent: Gebruiker) -> None:
    page = open_pagina()
    page.goto("/aanmelden")
    page.get_by_label("Gebruikersnaam").fill(consulent.username)
    page.get_by_label("Wachtwoord").fill("verkeerd")
    page.get_by_role("button", name="Aanmelden").click()
    expect(page.get_by_role("alert")).to_contain_text("horen niet bij elkaar")
    expect(page).to_have_title("Fout: Aanmelden - Meedoen")
    controleer_toegankelijkheid(page)


@pytest.mark.parametrize("address", ["/", "/wachtwoord", "/importeren", "/bestaat-niet"])
def test_every_page_of_everybody_passes_axe_keyboard_and_a_narrow_screen(
    open_pagina: Open, consulent: Gebruiker, address: str
) -> None:
    page = open_pagina(consulent)
    page.goto(address)
    controleer_pagina(page)


def test_the_sign_in_page_passes_axe_keyboard_and_a_narrow_screen(open_pagina: Open, transactional_db: None) -> None:
    page = open_pagina()
    page.goto("/aanmelden")
    controleer_pagina(page)


def test_english_by_the_switch_and_back(open_pagina: Open, consulent: Gebruiker) -> None:
    page = open_pagina(consulent)
    page.goto("/wachtwoord")
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert page.url.endswith("/wachtwoord")
    controleer_toegankelijkheid(page)
    page.get_by_role("button", name="Nederlands").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Wachtwoord wijzigen")


def test_a_breakdown_is_readable_without_the_rest_of_the_house(
    browser: Browser, live_server: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a context of its own, because the browser rightly reports the 500."""
    from meedoen.uitvoering.inrichting import views

    def broken(*_arguments: object, **_named: object) -> None:
        raise RuntimeError("kapot")

    monkeypatch.setattr(views, "AanmeldForm", broken)
    with browser.new_context(base_url=live_server.url) as context:
        page = context.new_page()
        answer = page.goto("/aanmelden")
        assert answer and answer.status == 500
        expect(page.get_by_role("heading", level=1)).to_have_text("Er ging bij ons iets mis")
        controleer_toegankelijkheid(page)
