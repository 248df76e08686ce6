"""A councillor reads the answer, opens a figure down to what it counts, sees nobody's name, and takes the PDF along."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.demo.pages import DAG, RAAD

Als = Callable[..., Page]


def test_from_the_start_page_to_the_definition_of_a_figure(als: Als) -> None:
    pagina = als("raad")
    pagina.goto("/")
    pagina.get_by_role("main").get_by_role("link", name="Assen").click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Uitvoering van de Participatiewet in Assen")
    vraag = pagina.locator("section.vraag").nth(6)
    plekken = vraag.get_by_role("link", name=re.compile("plekken")).first
    getal = plekken.inner_text().split()[0]
    plekken.click()
    expect(pagina.locator(".cijfer__groot strong")).to_have_text(getal)
    for kop in ("Definitie", "Eenheid", "Peildatum", "Gebied", "Bron", "Grondslag"):
        expect(pagina.locator("dt", has_text=re.compile(f"^{kop}$"))).to_be_visible()
    som = pagina.locator("section[aria-labelledby=som] tfoot td").last
    expect(som).to_have_text(getal)


def test_eight_questions_stand_answered_in_order(als: Als) -> None:
    pagina = als("raad")
    pagina.goto(RAAD)
    koppen = pagina.locator("section.vraag > h2").all_inner_texts()
    assert [kop.split(".")[0] for kop in koppen] == [str(n) for n in range(1, 9)]
    for vraag in pagina.locator("section.vraag").all():
        assert vraag.locator("p").count() > 1


def test_who_sees_figures_only_sees_no_name_and_gets_no_list(als: Als) -> None:
    adres = f"/cijfers/beschut-werk-plekken/GM0106/{DAG}"
    consulent, raadslid = als("consulent"), als("raad")
    consulent.goto(adres)
    namen = consulent.locator("section[aria-labelledby=gevallen] tbody td:nth-child(2)").all_inner_texts()
    nummers = consulent.locator("section[aria-labelledby=gevallen] tbody th").all_inner_texts()
    assert len(namen) > 20
    raadslid.goto(adres)
    tekst = raadslid.locator("body").inner_text()
    assert not [wie for wie in (*namen, *nummers) if wie in tekst]
    expect(raadslid.get_by_text("Uw rol ziet cijfers en geen personen.", exact=False)).to_be_visible()
    for pad in (f"{adres}/gevallen.csv", f"{adres}/gevallen.xlsx", f"/dossiers/{nummers[0]}"):
        assert raadslid.request.get(pad).status == 403


def test_no_small_number_stands_in_the_split_that_the_council_sees(als: Als) -> None:
    pagina = als("raad")
    pagina.goto(f"/cijfers/beschut-werk-plekken/GM1730/{DAG}")
    cellen = pagina.locator("section[aria-labelledby=verdeling] tbody td").all_inner_texts()
    assert cellen
    assert not [cel for cel in cellen if cel in {"1", "2", "3", "4"}]


def test_the_answer_comes_along_as_a_tagged_dutch_pdf(als: Als) -> None:
    pagina = als("raad")
    pagina.goto(RAAD)
    link = pagina.get_by_role("link", name="Dit antwoord als PDF (concept)")
    antwoord = pagina.request.get(link.get_attribute("href") or "")
    inhoud = antwoord.body()
    assert antwoord.headers["content-type"] == "application/pdf"
    assert inhoud.startswith(b"%PDF-")
    assert re.search(rb"/MarkInfo\s*<<\s*/Marked true", inhoud)
    assert re.search(rb"/Lang\s*\(nl", inhoud)
    assert b"/StructTreeRoot" in inhoud


def test_another_year_by_one_link_and_back(als: Als) -> None:
    pagina = als("raad")
    pagina.goto(RAAD)
    pagina.get_by_role("link", name="Een jaar eerder: 22 november 2025").click()
    expect(pagina.get_by_label("Peildatum", exact=True)).to_have_value("2025-11-22")
    pagina.get_by_role("link", name="Een jaar later: 22 november 2026").click()
    expect(pagina.get_by_label("Peildatum", exact=True)).to_have_value(DAG)
