"""A controller holds the register against the Kadernota and opens a figure down to the rows it counts."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.demo.pages import RAAD, SAMENWERKING

Als = Callable[..., Page]
KADERNOTA = {
    "0-30": ("832", "Meedoen"),
    "30-50": ("908", "Meedoen en bijdragen"),
    "50-80": ("616", "Werken leer je door te werken"),
    "80-100": ("400", "Aan de slag"),
    "Wsw": ("854", "Werken leer je door te werken"),
}
STAND_2015 = f"{SAMENWERKING}?peildatum=2015-01-01"


def test_on_the_first_day_the_register_equals_the_kadernota(als: Als) -> None:
    pagina = als("beleid")
    pagina.goto(STAND_2015)
    for groep, (aantal, motto) in KADERNOTA.items():
        rij = pagina.locator("section[aria-labelledby=doelgroepen] tbody tr").filter(has_text=groep).first
        expect(rij).to_contain_text(motto)
        geteld, nota, verschil = (rij.locator("td").nth(n).inner_text() for n in range(3))
        assert (geteld.split()[0], nota, verschil) == (aantal, aantal, "0")


def test_a_figure_opens_down_to_every_row_it_counts(als: Als) -> None:
    pagina = als("beleid")
    pagina.goto(STAND_2015)
    pagina.locator("section[aria-labelledby=doelgroepen] tbody strong").get_by_role("link", name="832 personen").click()
    expect(pagina.get_by_role("heading", name="De 832 getelde rijen")).to_be_visible()
    gemeenten = pagina.locator("section[aria-labelledby=som] tbody td:last-child").all_inner_texts()
    assert sum(int(n) for n in gemeenten) == 832
    rijen = pagina.locator("section[aria-labelledby=gevallen] tbody tr")
    expect(rijen).to_have_count(50)
    assert pagina.locator("section[aria-labelledby=gevallen] tbody a").count() == 0, "a controller opens no dossiers"
    pagina.get_by_role("link", name="Bladzijde 17").click()
    expect(rijen).to_have_count(832 - 16 * 50)
    lijst = pagina.request.get(pagina.get_by_role("link", name="als CSV").get_attribute("href") or "")
    assert len(re.findall(r"P0\d{7}", lijst.text())) == 832


def test_a_case_worker_goes_on_from_the_row_to_the_dossier_on_that_day(als: Als) -> None:
    pagina = als("consulent")
    pagina.goto("/cijfers/doelgroep-0-30/drentsche-aa/2015-01-01")
    rij = pagina.locator("section[aria-labelledby=gevallen] tbody tr").first
    naam = rij.locator("td").first.inner_text()
    rij.get_by_role("link").click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text(naam)
    expect(pagina.get_by_label("Peildatum", exact=True)).to_have_value("2015-01-01")


def test_the_budget_table_names_its_unit_and_where_it_does_not_add_up(als: Als) -> None:
    pagina = als("beleid")
    pagina.goto(SAMENWERKING)
    budget = pagina.locator("section[aria-labelledby=budget]")
    expect(budget.locator("caption").first).to_contain_text("x € 1.000")
    expect(budget).to_contain_text("in 2016 staat 4.627, de regels geven 4.628")


@pytest.mark.parametrize(
    ("adres", "datum", "zin"),
    [
        (SAMENWERKING, "2014-12-31", "1 januari 2015"),
        (RAAD, "2026-11-23", "na vandaag"),
        ("/cijfers", "2026-02-30", "geen bestaande datum"),
    ],
)
def test_a_reference_date_that_cannot_be_is_refused_with_the_reason(als: Als, adres: str, datum: str, zin: str) -> None:
    pagina = als("beleid")
    antwoord = pagina.goto(f"{adres}?peildatum={datum}")
    assert antwoord and antwoord.status == 400
    expect(pagina.get_by_role("alert")).to_contain_text(zin)
    pagina.get_by_role("button", name="Toon deze dag").click()
    expect(pagina.get_by_label("Peildatum", exact=True)).to_have_value("2026-11-22")
    assert pagina.url.split("?")[0].endswith(adres)
