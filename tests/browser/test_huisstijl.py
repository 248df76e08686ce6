"""The look in a real browser: every part of it on one page, on a desk, a phone and paper, with and without script."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from meedoen.uitvoering.kern.models import Gebruiker
from tests.browser.checks import controleer_breedte, controleer_pagina, controleer_toegankelijkheid

pytestmark = pytest.mark.urls("tests.browser.proef")
Open = Callable[..., Page]


@pytest.fixture
def consulent(gebruiker: Callable[..., Gebruiker]) -> Gebruiker:
    return gebruiker("consulent", ["GM0106"])


def test_every_part_passes_axe_keyboard_and_a_narrow_screen(open_pagina: Open, consulent: Gebruiker) -> None:
    pagina = open_pagina(consulent)
    pagina.goto("/proef")
    controleer_pagina(pagina)


def test_a_refused_form_leads_from_the_summary_to_the_field(open_pagina: Open, consulent: Gebruiker) -> None:
    pagina = open_pagina(consulent)
    pagina.goto("/proef")
    pagina.get_by_label("Naam").fill("x")
    pagina.get_by_role("button", name="Opslaan").click()
    controleer_toegankelijkheid(pagina)
    fouten = pagina.get_by_role("alert")
    expect(fouten).to_contain_text("Naam:")
    fouten.get_by_role("link").first.click()
    veld = pagina.get_by_label("Naam")
    expect(veld).to_be_focused()
    expect(veld).to_have_attribute("aria-invalid", "true")
    beschreven = (veld.get_attribute("aria-describedby") or "").split()
    teksten = [pagina.locator(f"#{naam}").inner_text() for naam in beschreven]
    assert len(teksten) == 2, teksten
    assert teksten[0] == "Zoals in het register."
    assert "Fout:" in teksten[1]


def test_the_chart_in_the_page_is_named_described_and_has_its_table(open_pagina: Open, consulent: Gebruiker) -> None:
    pagina = open_pagina(consulent)
    pagina.goto("/proef")
    grafiek = pagina.get_by_role("img", name="Mensen per doelgroep")
    expect(grafiek).to_be_visible()
    assert grafiek.locator("desc").inner_html().startswith("In elke doelgroep")
    figuur = pagina.locator("figure", has=grafiek)
    figuur.get_by_text("De getallen in een tabel").click()
    expect(figuur.get_by_role("row", name="30-50 908 900")).to_be_visible()
    expect(figuur.get_by_role("row", name="80-100 400 onbekend")).to_be_visible()
    letter = grafiek.locator("text").first.evaluate("e => document.fonts.check('14px \"Source Sans 3\"')")
    assert letter, "the typeface of the charts is not loaded"


def test_a_phone_gets_the_narrow_chart(open_pagina: Open, consulent: Gebruiker) -> None:
    pagina = open_pagina(consulent, is_telefoon=True)
    pagina.goto("/proef")
    grafieken = pagina.get_by_role("img", name="Mensen per doelgroep")
    assert grafieken.count() == 1
    doos = grafieken.bounding_box()
    assert doos is not None
    assert doos["width"] <= 330
    controleer_breedte(pagina)


def test_without_script_everything_is_there_and_the_language_switches(open_pagina: Open, consulent: Gebruiker) -> None:
    pagina = open_pagina(consulent, heeft_script=False)
    pagina.goto("/proef")
    expect(pagina.get_by_role("navigation", name="Hoofdmenu")).to_be_visible()
    pagina.get_by_role("button", name="English").click()
    expect(pagina).to_have_url(f"{pagina.url.split('/proef')[0]}/proef")
    expect(pagina.locator("html")).to_have_attribute("lang", "en")
    expect(pagina.get_by_role("button", name="Nederlands")).to_be_visible()


def test_the_skip_link_is_the_first_stop_and_leads_to_the_content(open_pagina: Open, consulent: Gebruiker) -> None:
    pagina = open_pagina(consulent)
    pagina.goto("/proef")
    pagina.keyboard.press("Tab")
    link = pagina.get_by_role("link", name="Naar de inhoud")
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()
    pagina.keyboard.press("Enter")
    assert pagina.evaluate("document.activeElement.id") == "inhoud"


def test_paper_shows_no_menu_and_keeps_the_figures(open_pagina: Open, consulent: Gebruiker) -> None:
    pagina = open_pagina(consulent)
    pagina.goto("/proef")
    pagina.emulate_media(media="print")
    expect(pagina.get_by_role("navigation", name="Hoofdmenu")).to_be_hidden()
    expect(pagina.get_by_role("button", name="Afmelden")).to_be_hidden()
    expect(pagina.get_by_role("img", name="Mensen per doelgroep")).to_be_visible()
    expect(pagina.get_by_text("2.756").first).to_be_visible()
