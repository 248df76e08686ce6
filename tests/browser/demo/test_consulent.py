"""A case worker finds a resident, sees what he gets on any day, and why."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from scripts.demo_service import Dienst, meld_aan
from tests.browser.checks import controleer_toegankelijkheid

Als = Callable[..., Page]
BEDRAG = re.compile(r"€\s-?[\d.]+,\d\d")


def _open_dossier(pagina: Page) -> str:
    """Search by part of a name and open the first resident found; returns the name as the list shows it."""
    pagina.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Dossiers").click()
    pagina.get_by_role("searchbox").fill("oefenv")
    pagina.get_by_role("button", name="Zoek").click()
    expect(pagina.get_by_role("status")).to_contain_text("inwoners gevonden")
    eerste = pagina.locator("tbody a").first
    naam = eerste.inner_text()
    eerste.click()
    return naam


def test_from_signing_in_to_why_an_amount_is_what_it_is(als: Als, dienst: Dienst) -> None:
    pagina = als()
    meld_aan(pagina, "consulent", dienst.wachtwoorden["consulent"])
    achternaam, voornaam = _open_dossier(pagina).split(", ")
    kop = pagina.get_by_role("heading", level=1)
    expect(kop).to_have_text(f"{voornaam} {achternaam}")
    pagina.get_by_label("Peildatum", exact=True).fill("2026-10-01")
    pagina.get_by_role("button", name="Toon deze datum").click()
    expect(pagina.get_by_role("heading", name="Norm en subsidie op 1 oktober 2026")).to_be_visible()
    rij = pagina.get_by_role("row").filter(has=pagina.get_by_role("link", name="Norm per maand"))
    norm = BEDRAG.findall(rij.inner_text())[0]
    pagina.get_by_role("link", name="Hoe komen we hieraan?").click()
    expect(pagina.get_by_text("op 1 oktober 2026.", exact=False)).to_be_visible()
    uitkomst = pagina.locator("section[aria-labelledby=norm_per_maand] .stap").first
    assert BEDRAG.findall(uitkomst.inner_text())[0] == norm
    expect(uitkomst).to_contain_text("Participatiewet")
    pagina.get_by_role("navigation", name="Kruimelpad").get_by_role("link", name=f"{voornaam} {achternaam}").click()
    expect(pagina.get_by_label("Peildatum", exact=True)).to_have_value("2026-10-01")
    expect(kop).to_have_text(f"{voornaam} {achternaam}")


def test_an_amount_leads_to_its_own_part_of_the_explanation(als: Als) -> None:
    pagina = als("consulent")
    pagina.goto("/dossiers/P00000001")
    links = pagina.locator("section[aria-labelledby=berekening] tbody a[href*='#']")
    adressen = [link.get_attribute("href") or "" for link in links.all()]
    assert len(adressen) > 1
    links.last.click()
    expect(pagina.locator(f"#{adressen[-1].split('#')[1]}")).to_be_in_viewport()
    for adres in adressen:
        expect(pagina.locator(f"#{adres.split('#')[1]}")).to_have_count(1)


def test_every_step_of_the_explanation_leads_to_the_step_it_rests_on(als: Als) -> None:
    pagina = als("consulent")
    pagina.goto("/dossiers/P00000001/uitleg")
    ankers = [a.get_attribute("href") or "" for a in pagina.locator(".stap :is(td, th) a[href^='#']").all()]
    assert len(ankers) > 3
    gemist = [anker for anker in ankers if pagina.locator(f'[id="{anker[1:]}"]').count() != 1]
    assert not gemist


def test_a_date_that_does_not_exist_is_explained_beside_the_field(als: Als) -> None:
    pagina = als("consulent")
    pagina.goto("/dossiers/P00000001?peildatum=31-02-2026")
    expect(pagina.get_by_role("alert")).to_contain_text("Dit is geen bestaande datum")
    expect(pagina.get_by_label("Peildatum", exact=True)).to_have_attribute("aria-invalid", "true")
    controleer_toegankelijkheid(pagina)


def test_a_date_before_the_law_says_which_dates_are_known(als: Als) -> None:
    pagina = als("consulent")
    pagina.goto("/dossiers/P00000001?peildatum=2014-12-31")
    expect(pagina.get_by_role("alert").first).to_contain_text("2015")
    expect(pagina.get_by_role("heading", level=1)).to_be_visible()


def test_searching_for_nobody_tells_how_to_search(als: Als) -> None:
    pagina = als("consulent")
    pagina.goto("/dossiers")
    pagina.get_by_role("searchbox").fill("Bestaatniet")
    pagina.get_by_role("searchbox").press("Enter")
    expect(pagina.get_by_text("Niemand gevonden")).to_be_visible()
    assert "Bestaatniet" not in pagina.url
    controleer_toegankelijkheid(pagina)


def test_a_name_and_a_bsn_never_stand_in_an_address(als: Als) -> None:
    pagina = als("consulent")
    adressen: list[str] = []
    pagina.on("request", lambda verzoek: adressen.append(verzoek.url))
    pagina.goto("/")
    naam = _open_dossier(pagina)
    assert not [a for a in adressen if any(deel.lower() in a.lower() for deel in naam.split(", "))]
    assert not [a for a in adressen if re.search(r"\b99\d{7}\b", a)]
