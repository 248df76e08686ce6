"""English by one button on every page, whole, and back again."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.demo.pages import VOLLEDIG

Als = Callable[..., Page]
TEKSTEN = "title, h1, h2, h3, h4, th[scope=col], caption, label, legend, dt, summary, button[type=submit]"
NAMEN = re.compile(
    r"(\W|\d|Aa en Hunze|Assen|Tynaarlo|Samenwerking|Drentsche|Aa|Meedoen|Start|Wsw-oud|Wsw|Kadernota|Budget|BSN"
    r"|P\d+|PDF|CSV|Excel|Informant|Dossier|en|op|januari|december|november)+"
)
"""What is the same in both languages: names, numbers, and words that English shares."""


def _teksten(pagina: Page) -> list[str]:
    """The texts that lead through the page. What is marked as Dutch (the law's own words) stays Dutch in English."""
    return [
        tekst.strip()
        for tekst in pagina.locator(TEKSTEN).evaluate_all(
            """elementen => elementen.map(e => {
              if (e.closest('body [lang=nl]') && !e.matches('button')) return ''
              const zonder = e.cloneNode(true)
              zonder.querySelectorAll('[lang=nl]').forEach(deel => deel.remove())
              return zonder.textContent })"""
        )
    ]


@pytest.mark.parametrize("naam", VOLLEDIG)
def test_no_heading_column_label_or_button_stays_dutch(als: Als, naam: str) -> None:
    wie, adres = VOLLEDIG[naam]
    pagina = als(wie)
    pagina.goto(adres)
    nederlands = _teksten(pagina)
    pagina.get_by_role("button", name="English").click()
    expect(pagina.locator("html")).to_have_attribute("lang", "en")
    assert pagina.url.endswith(adres), "the switch stays on the page"
    engels = _teksten(pagina)
    assert len(engels) == len(nederlands)
    personen = set(pagina.locator("[translate=no]").all_text_contents())
    gebleven = [
        tekst
        for tekst, eerder in zip(engels, nederlands, strict=True)
        if tekst and tekst == eerder and tekst.removesuffix(" - Meedoen") not in personen and not NAMEN.fullmatch(tekst)
    ]
    assert not gebleven


def test_back_to_dutch_on_the_same_page(als: Als) -> None:
    pagina = als("raad")
    pagina.goto("/cijfers?peildatum=2020-01-01")
    nederlands = _teksten(pagina)
    pagina.get_by_role("button", name="English").click()
    pagina.get_by_role("button", name="Nederlands").click()
    expect(pagina.locator("html")).to_have_attribute("lang", "nl")
    assert pagina.url.endswith("/cijfers?peildatum=2020-01-01")
    assert _teksten(pagina) == nederlands
