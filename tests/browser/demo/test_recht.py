"""From a figure in a dossier to the rule, the amount, its source and the cases; a computation kept with a decision."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.checks import controleer_breedte, controleer_toegankelijkheid
from tests.browser.demo.pages import DOSSIER

Als = Callable[..., Page]
VERGEET = 600
"""Seconds after which the pages will not come any more; they take half a minute."""


def test_from_a_figure_to_its_rule_its_amount_and_its_source(als: Als) -> None:
    pagina = als("consulent")
    pagina.goto(f"/dossiers/{DOSSIER}/uitleg")
    pagina.get_by_role("link", name="Norm als alleenstaande per maand", exact=True).click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Norm als alleenstaande per maand")
    pagina.get_by_role("region", name="Wat deze regel leest").get_by_role(
        "link", name="norm alleenstaande", exact=True
    ).click()
    expect(pagina).to_have_url("/recht/bedragen/norm_alleenstaande/")
    expect(pagina.get_by_role("img")).to_have_count(1)
    expect(pagina.get_by_role("columnheader", name="Bron")).to_be_visible()


def test_who_is_not_signed_in_reads_the_law_and_finds_a_rule(nieuw_venster: Callable[..., BrowserContext]) -> None:
    pagina = nieuw_venster(heeft_script=False).new_page()
    pagina.goto("/recht/")
    pagina.get_by_label("Zoek een regel, bedrag of feit").fill("kostendelersnorm per maand")
    pagina.get_by_role("button", name="Zoek").click()
    pagina.get_by_role("link", name="kostendelersnorm per maand", exact=True).first.click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Kostendelersnorm per maand")
    expect(pagina.get_by_role("heading", name="Gevallen")).to_be_visible()


def test_a_subject_opens_with_the_keyboard(als: Als) -> None:
    pagina = als("raad")
    pagina.goto("/recht/")
    onderwerp = pagina.locator("details#participatiewet-loonkostensubsidie")
    onderwerp.locator("summary").focus()
    pagina.keyboard.press("Enter")
    expect(onderwerp.get_by_role("link", name="loonkostensubsidie per maand", exact=True)).to_be_visible()


def test_a_computation_is_kept_with_a_decision_and_its_receipt_opens(als: Als) -> None:
    pagina = als("consulent")
    pagina.goto("/dossiers")
    pagina.get_by_role("searchbox").fill("Oefen")
    pagina.get_by_role("button", name="Zoek").click()
    for adres in [link.get_attribute("href") for link in pagina.locator("tbody a").all()[:25]]:
        pagina.goto(adres or "/")
        knop = pagina.get_by_role("button", name="Reken na en bewaar", include_hidden=True).first
        if knop.count() == 0:
            continue
        pagina.locator("details.narekening > summary").first.click()
        knop.click()
        if pagina.get_by_text("met haar ontvangst bij het besluit bewaard").count():
            break
    expect(pagina.get_by_text("Opnieuw gerekend met hetzelfde recht: hetzelfde antwoord.").first).to_be_visible()
    pagina.locator("details.ontvangst > summary").first.click()
    expect(pagina.get_by_role("table").filter(has_text="Bedragen").first).to_be_visible()
    controleer_toegankelijkheid(pagina)
    controleer_breedte(pagina, 360)


@pytest.fixture(scope="module")
def bestanden(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages on disk, written by the command."""
    map_ = tmp_path_factory.mktemp("bladzijden") / "uit"
    opdracht = [sys.executable, "-m", "meedoen.cli", "recht", "bladzijden", str(map_)]
    subprocess.run(opdracht, check=True, capture_output=True, timeout=VERGEET)
    return map_


def test_the_pages_on_disk_look_right_and_lead_on(
    bestanden: Path, nieuw_venster: Callable[..., BrowserContext]
) -> None:
    pagina = nieuw_venster().new_page()
    pagina.goto((bestanden / "index.html").as_uri())
    assert pagina.evaluate("getComputedStyle(document.body).fontFamily").startswith('"Source Sans 3"')
    pagina.locator("details#participatiewet-loonkostensubsidie > summary").click()
    pagina.get_by_role("link", name="grondslag loonkostensubsidie per maand").click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Grondslag loonkostensubsidie per maand")
    controleer_breedte(pagina, 360)
    pagina.get_by_role("navigation", name="Kruimelpad").get_by_role("link", name="Het recht").click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Het recht")
