"""A consulent goes from a signal to an invitation with the keyboard alone; the pages stand on a phone and on paper."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.checks import controleer_pagina
from tests.browser.demo.language import controleer_engels

Als = Callable[..., Page]
INWONER = "P00015471"
"""Of whom the demonstration holds a signal that nobody has judged yet."""


def _open_signaal(pagina: Page, inwoner: str = INWONER) -> None:
    pagina.goto(f"/dossiers/{inwoner}#handhaving")
    pagina.get_by_role("region", name="Handhaving").get_by_role("link", name=re.compile(r"^S\d{8}$")).last.click()
    expect(pagina.get_by_role("heading", level=1)).to_contain_text("Signaal")


def _typ(pagina: Page, label: str, waarde: str) -> None:
    """Reach a field by Tab alone and type in it."""
    veld = pagina.get_by_label(label).and_(pagina.locator(":visible")).first
    for _keer in range(40):
        if veld.evaluate("e => e === document.activeElement"):
            pagina.keyboard.type(waarde)
            return
        pagina.keyboard.press("Tab")
    raise AssertionError(f"{label} is not reached with Tab")


def test_from_signal_to_invitation_by_keyboard(als: Als) -> None:
    pagina = als("consulent")
    pagina.goto("/dossiers/P00015471/signaal")
    veld = pagina.get_by_role("combobox", name="Welke verplichting is niet nagekomen")
    expect(veld).to_be_focused()
    pagina.keyboard.type("Arbeid aanvaarden")
    pagina.get_by_label("Op welke dag?").fill("2026-11-20")
    pagina.keyboard.press("Tab")
    pagina.get_by_role("radio", name="werkgever").focus()
    pagina.keyboard.press("Space")
    _typ(pagina, "Wat is er bekend?", "De werkgever belde: hij kwam niet.")
    pagina.keyboard.press("Tab")
    pagina.keyboard.press("Enter")
    expect(pagina.get_by_text("Het signaal is opgenomen.")).to_be_visible()
    controleer_pagina(pagina)
    pagina.set_viewport_size({"width": 1280, "height": 900})
    pagina.get_by_label("Wat is er gebeurd?").first.focus()
    pagina.keyboard.type("U kwam niet op uw eerste werkdag.")
    pagina.keyboard.press("Tab")
    for _keer in range(12):
        if pagina.evaluate("document.activeElement.textContent").strip() == "Maak de uitnodiging":
            break
        pagina.keyboard.press("Tab")
    pagina.keyboard.press("Enter")
    expect(pagina.get_by_text("De uitnodiging ligt klaar als brief.")).to_be_visible()
    brief = pagina.get_by_role("link", name="Brief (PDF)").get_attribute("href")
    assert pagina.request.get(str(brief)).headers["content-type"] == "application/pdf"
    controleer_pagina(pagina)


def test_what_is_refused_is_said_where_it_stands(als: Als) -> None:
    pagina = als("consulent")
    _open_signaal(pagina)
    pagina.get_by_text("Leg de zienswijze vast").click()
    pagina.get_by_role("radio", name="niet gekomen en niet gereageerd").check()
    pagina.get_by_role("button", name="Leg vast", exact=True).click()
    expect(pagina.get_by_text("De inwoner is nog niet uitgenodigd. Doe dat eerst.").first).to_be_visible()
    controleer_pagina(pagina)


def test_a_measure_is_seen_month_by_month_and_on_paper(als: Als) -> None:
    pagina = als("regisseur")
    pagina.goto("/werk?van=team")
    pagina.get_by_role("link", name=re.compile("Maatregel heroverwegen")).first.click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Maatregel heroverwegen")
    expect(pagina.get_by_role("columnheader", name="Bijstand die overblijft")).to_be_visible()
    controleer_pagina(pagina)
    pagina.set_viewport_size({"width": 1280, "height": 900})
    controleer_engels(pagina)
    pagina.emulate_media(media="print")
    expect(pagina.get_by_role("columnheader", name="Payout")).to_be_visible()
    assert pagina.locator("button:visible").count() == 0


def test_a_signal_reads_in_english_and_without_script(als: Als) -> None:
    pagina, zonder = als("regisseur"), als("regisseur", heeft_script=False)
    _open_signaal(pagina)
    zonder.goto(pagina.url)
    assert zonder.locator("body").inner_text() == pagina.locator("body").inner_text()
    controleer_engels(pagina)
