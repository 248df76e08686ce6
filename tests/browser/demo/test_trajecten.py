"""A regisseur goes from diagnosis to plan to unpaid work within its term, and finds on the worklist what is due."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.checks import controleer_pagina

Als = Callable[..., Page]
INWONER = "P00000103"
"""In the group 30-50 on the day of the demonstration, with bijstand."""


def test_from_diagnosis_to_plan_to_work_with_benefit(als: Als) -> None:
    pagina = als("regisseur")
    pagina.goto(f"/dossiers/{INWONER}")
    pagina.get_by_role("link", name="Leg een diagnose vast").click()
    expect(pagina.get_by_label("Gesteld op")).to_be_focused()
    pagina.get_by_role("textbox", name="Instrument").fill("arbeidskundig onderzoek")
    pagina.get_by_role("textbox", name="Verdiencapaciteit").fill("50")
    pagina.get_by_role("button", name="Leg de diagnose vast").click()
    expect(pagina.get_by_role("combobox", name="Doelgroep")).to_be_focused()
    expect(pagina.get_by_text("ligt op de grens van 30-50, 50-80").first).to_be_visible()
    controleer_pagina(pagina)
    pagina.set_viewport_size({"width": 1280, "height": 900})
    pagina.get_by_role("combobox", name="Doelgroep").select_option("50-80")
    pagina.get_by_role("button", name="Leg de diagnose vast").click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Nieuw plan")
    pagina.get_by_role("textbox", name="Doel").fill("Een betaalde baan van 24 uur in het groen")
    pagina.get_by_label("Streefdatum").fill("2026-12-15")
    pagina.get_by_role("button", name="Maak het plan").click()
    _zet_onbeloond_werk_in(pagina)
    rij = pagina.get_by_role("row").filter(has_text="Werken met behoud van uitkering loopt af")
    expect(rij).to_contain_text("21 februari 2027")
    expect(rij).to_contain_text("91 dagen")
    controleer_pagina(pagina)
    pagina.goto("/werk")
    expect(pagina.get_by_role("link", name="Een betaalde baan van 24 uur in het groen")).to_be_visible()


def _zet_onbeloond_werk_in(pagina: Page) -> None:
    """Refused without grounds, with the article; with them in use."""
    pagina.get_by_role("link", name="Zet een instrument in").click()
    pagina.get_by_role("combobox", name="Instrument").select_option("werkleerplekken")
    pagina.get_by_label("Aanbieder").fill("Kwekerij Voorbeeld")
    pagina.get_by_label("Onbeloond werk?").select_option("behoud_van_uitkering")
    pagina.get_by_role("button", name="Zet het instrument in").click()
    expect(pagina.get_by_text("met een concreet perspectief op een betaalde baan")).to_contain_text("Participatiewet 7")
    expect(pagina.get_by_label("Aanbieder")).to_have_value("Kwekerij Voorbeeld")
    pagina.get_by_role("textbox", name="Perspectief").fill("Een contract voor 24 uur vanaf maart is toegezegd.")
    pagina.get_by_label("Waarom verdringt dit geen betaald werk?").fill("De plek bestond niet.")
    pagina.get_by_role("button", name="Zet het instrument in").click()
    expect(pagina).to_have_url(re.compile(r"/plannen/T\d{8}#N\d{8}$"))


def test_the_worklist_of_the_demonstration_has_overdue_and_coming_work_that_opens(als: Als) -> None:
    pagina = als("regisseur", heeft_script=False)
    pagina.goto("/werk")
    te_laat = pagina.get_by_role("row").filter(has_text="te laat")
    expect(te_laat.filter(has_text="Werken met behoud van uitkering loopt af")).to_have_count(1)
    expect(pagina.get_by_role("row").filter(has_text="Beoordelen of de participatieplaats")).to_have_count(1)
    te_laat.get_by_role("link", name="Werken met behoud").click()
    expect(pagina.get_by_role("link", name=re.compile("^Beëindig"))).to_be_visible()
