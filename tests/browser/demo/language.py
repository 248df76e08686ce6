"""What leads a reader through a page, and whether any of it stays Dutch in English."""

import re

from playwright.sync_api import Page, expect

TEKSTEN = "title, h1, h2, h3, h4, th[scope=col], caption, label, legend, dt, summary, button[type=submit]"
NAMEN = re.compile(
    r"(\W|\d|Aa en Hunze|Assen|Tynaarlo|Samenwerking|Drentsche|Aa|Meedoen|Start|Wsw-oud|Wsw|Kadernota|Budget|BSN|UWV"
    r"|P\d+|PDF|CSV|Excel|Informant|Dossier|Route|en|op|januari|december|november)+"
)
"""What is the same in both languages: names, numbers, and words that English shares."""


def teksten(pagina: Page) -> list[str]:
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


def controleer_engels(pagina: Page) -> None:
    """Switch to English: the same page, and no heading, column, label or button that stays Dutch."""
    adres, nederlands = pagina.url, teksten(pagina)
    pagina.get_by_role("button", name="English").click()
    expect(pagina.locator("html")).to_have_attribute("lang", "en")
    assert pagina.url == adres
    engels = teksten(pagina)
    personen = set(pagina.locator("[translate=no]").all_text_contents())
    assert len(engels) == len(nederlands)
    gebleven = [
        tekst
        for tekst, eerder in zip(engels, nederlands, strict=True)
        if tekst and tekst == eerder and tekst.removesuffix(" - Meedoen") not in personen and not NAMEN.fullmatch(tekst)
    ]
    assert not gebleven, f"{adres} in English: {gebleven}"
