"""The dossier on two dates, as its users meet it: keyboard, phone, paper, without script, and back to now."""

import datetime
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from meedoen.uitvoering.dossiers.models import Persoon
from tests.browser.checks import controleer_breedte, controleer_pagina
from tests.browser.demo.language import controleer_engels
from tests.uitvoering import register
from tests.uitvoering.dossiers.household import feit, woont
from tests.uitvoering.register import ASSEN

pytestmark = pytest.mark.django_db(transaction=True)
TOEN, SINDS = (datetime.datetime(2026, m, 15, 12, tzinfo=datetime.UTC) for m in (1, 3))
PAPIER = 672


@pytest.fixture
def inwoner(db: None) -> Persoon:
    register.gemeenten()
    wie = woont(register.persoon())
    feit(wie, "vermogen", "0", vastgelegd_op=TOEN)
    for moment, inkomen in ((TOEN, "200"), (SINDS, "350")):
        feit(wie, "inkomen_per_maand", inkomen, "2025-01-01", vastgelegd_op=moment)
    return wie


@pytest.mark.parametrize("heeft_script", [True, False])
def test_from_now_to_then_to_the_explanation_and_back_to_now(
    inwoner: Persoon, gebruiker: Callable[..., object], open_pagina: Callable[..., Page], heeft_script: bool
) -> None:
    pagina = open_pagina(gebruiker("consulent", [ASSEN]), heeft_script=heeft_script)
    pagina.goto(f"/dossiers/{inwoner.nummer}?peildatum=2026-01-01")
    pagina.get_by_label("Zoals bekend op").fill("2026-02-01")
    pagina.get_by_label("Zoals bekend op").press("Enter")
    waarschuwing = pagina.get_by_text("U ziet wat op 1 februari 2026 bekend was, niet het dossier van nu.")
    expect(waarschuwing).to_be_in_viewport()
    lijst = pagina.locator("section[aria-labelledby=sindsdien] tbody tr")
    expect(lijst).to_have_count(1)
    expect(lijst).to_contain_text("€ 200,00, vanaf 1 januari 2025")
    expect(lijst).to_contain_text("€ 350,00, vanaf 1 januari 2025")
    pagina.get_by_role("link", name="Hoe komen we hieraan?").click()
    expect(waarschuwing).to_be_in_viewport()
    expect(pagina.locator("#inhoud")).to_contain_text("€ 200,00")
    pagina.get_by_role("navigation", name="Kruimelpad").get_by_role("link", name=str(inwoner)).click()
    expect(waarschuwing).to_be_in_viewport()
    expect(pagina.get_by_label("Zoals bekend op")).to_have_value("2026-02-01")
    pagina.get_by_role("link", name="Toon wat nu bekend is").press("Enter")
    expect(pagina.get_by_label("Zoals bekend op")).to_have_value("")
    expect(pagina.get_by_label("Peildatum", exact=True)).to_have_value("2026-01-01")
    expect(waarschuwing).to_have_count(0)
    expect(pagina.get_by_role("link", name="Neem een aanvraag op")).to_be_visible()


@pytest.mark.parametrize("pad", ["", "/uitleg"])
@pytest.mark.parametrize("bekend_op", ["2026-02-01", "2027-01-01"])
def test_the_pages_of_then_serve_keyboard_screen_reader_phone_and_paper(
    inwoner: Persoon, gebruiker: Callable[..., object], open_pagina: Callable[..., Page], pad: str, bekend_op: str
) -> None:
    pagina = open_pagina(gebruiker("consulent", [ASSEN]))
    pagina.goto(f"/dossiers/{inwoner.nummer}{pad}?peildatum=2026-01-01&bekend_op={bekend_op}")
    controleer_pagina(pagina)
    controleer_breedte(pagina, 360)
    pagina.emulate_media(media="print")
    assert pagina.locator("button:visible").count() == 0
    assert pagina.get_by_text("niet het dossier van nu").is_visible() == (bekend_op < "2026-11-22"), "paper says it too"
    controleer_breedte(pagina, PAPIER)
    pagina.emulate_media(media="screen")
    controleer_engels(pagina)
