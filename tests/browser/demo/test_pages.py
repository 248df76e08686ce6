"""Every page of every role: axe, keyboard only, a narrow screen, without script, on paper, in English."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.checks import controleer_breedte, controleer_toegankelijkheid, controleer_toetsenbord
from tests.browser.demo.language import controleer_engels
from tests.browser.demo.pages import SAMENWERKING, VAN_ROL, VOLLEDIG

Als = Callable[..., Page]
PAPIER = 672  # A4 less the margins of our own print style, in CSS pixels
RESTEN = ("None", "{{", "{%", "%(", "NaN", "Traceback", "&lt;", "&#")


def controleer_tekst(pagina: Page) -> None:
    """One heading of the first level, a title, a language, and nothing that a template or a script left behind."""
    expect(pagina.get_by_role("heading", level=1)).to_have_count(1)
    assert pagina.title().strip(" -").removesuffix("Meedoen").strip(" -"), f"{pagina.url} has no title of its own"
    assert pagina.locator("html").get_attribute("lang") in {"nl", "en"}
    tekst = pagina.locator("body").inner_text()
    gevonden = [rest for rest in RESTEN if rest in tekst]
    assert not gevonden, f"{pagina.url} shows {gevonden}"


def controleer_papier(pagina: Page) -> None:
    """On paper: no menu and no buttons, the same heading, and nothing wider than the sheet."""
    kop = pagina.get_by_role("heading", level=1).inner_text()
    pagina.emulate_media(media="print")
    expect(pagina.get_by_role("navigation", name="Hoofdmenu")).to_be_hidden()
    assert pagina.locator("button:visible").count() == 0
    expect(pagina.get_by_role("heading", level=1)).to_have_text(kop)
    controleer_breedte(pagina, PAPIER)


@pytest.mark.parametrize("naam", VOLLEDIG)
def test_a_page_serves_keyboard_screen_reader_phone_paper_english_and_who_has_no_script(als: Als, naam: str) -> None:
    wie, adres = VOLLEDIG[naam]
    pagina, zonder_script = als(wie), als(wie, heeft_script=False)
    pagina.goto(adres)
    zonder_script.goto(adres)
    assert zonder_script.locator("body").inner_text() == pagina.locator("body").inner_text()
    controleer_tekst(pagina)
    controleer_toegankelijkheid(pagina)
    controleer_toetsenbord(pagina)
    controleer_breedte(pagina, 360)
    controleer_breedte(pagina, 320)
    controleer_papier(zonder_script)
    controleer_engels(pagina)


def test_the_partnership_prints_with_its_charts_and_every_table(als: Als) -> None:
    pagina = als("beleid")
    pagina.goto(SAMENWERKING)
    pagina.emulate_media(media="print")
    assert pagina.locator("figure.grafiek svg:visible").count() == pagina.locator("figure.grafiek").count()
    assert pagina.locator("section > .tabel > table:visible").count() > 5
    assert pagina.pdf(format="A4").startswith(b"%PDF-")


@pytest.mark.parametrize("rol", VAN_ROL)
def test_what_a_role_sees_first_is_whole_on_a_phone(als: Als, rol: str) -> None:
    pagina = als(rol, breedte=360)
    for adres in VAN_ROL[rol]:
        antwoord = pagina.goto(adres)
        assert antwoord and antwoord.status == 200, f"{rol}: {adres} gives {antwoord and antwoord.status}"
        controleer_tekst(pagina)
        controleer_breedte(pagina, 360)
    controleer_toegankelijkheid(pagina)


@pytest.mark.parametrize("rol", VAN_ROL)
def test_the_skip_link_comes_first_and_the_menu_tells_where_one_is(als: Als, rol: str) -> None:
    pagina = als(rol)
    pagina.goto("/cijfers")
    pagina.keyboard.press("Tab")
    expect(pagina.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    pagina.keyboard.press("Enter")
    expect(pagina.locator("#inhoud")).to_be_focused()
    menu = pagina.get_by_role("navigation", name="Hoofdmenu")
    expect(menu.locator("[aria-current=page]")).to_have_text("Cijfers")
