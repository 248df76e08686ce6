"""The resident's own rights with the keyboard alone, and every new page: axe, keyboard, a narrow screen, paper."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from meedoen.uitvoering.besluiten.models import Besluit
from meedoen.uitvoering.besluiten.objections import neem_bezwaar_in
from meedoen.uitvoering.dossiers.models import Feit, Persoon
from meedoen.uitvoering.inwoners.acts import beslis, neem_verzoek_in
from meedoen.uitvoering.inwoners.models import Verzoek
from tests.browser.checks import controleer_breedte, controleer_pagina
from tests.browser.demo.language import controleer_engels
from tests.browser.test_toegang import Toetsenbord
from tests.uitvoering import register
from tests.uitvoering.besluiten.steps import aanvraag, getekend, met_feiten
from tests.uitvoering.dossiers.household import relatie, woont
from tests.uitvoering.register import ASSEN, dag

HOOGSTENS = 7
"""Fields filled and buttons pressed to take in a request and decide on it."""
pytestmark = pytest.mark.django_db(transaction=True)
OP = dag("2026-11-22")


@pytest.fixture
def inwoner(db: None) -> Persoon:
    register.gemeenten()
    return met_feiten()


def test_a_request_is_taken_in_and_decided_on_with_the_keyboard(
    inwoner: Persoon, gebruiker: Callable[..., Any], open_pagina: Callable[..., Page]
) -> None:
    pagina = open_pagina(gebruiker("regisseur", [ASSEN]))
    toetsen = Toetsenbord(pagina)
    pagina.goto(f"/dossiers/{inwoner.nummer}/verzoek")
    toetsen.kies("soort", 0)
    toetsen.vul("[name=tekst]", "Wat weet u van mij?")
    toetsen.vul("[name=identiteit]", "Aan de balie met paspoort")
    toetsen.druk("main button[type=submit]")
    expect(pagina.get_by_text("Antwoord uiterlijk op 22 december 2026: nog 30 dagen")).to_be_visible()
    toetsen.kies("uitkomst", 0)
    toetsen.vul("[name=motivering]", "Het afschrift zit bij deze brief.")
    toetsen.druk("main button[type=submit]")
    expect(pagina.get_by_text("Op het verzoek is besloten.")).to_be_visible()
    assert Verzoek.objects.get().uitkomst == "ingewilligd"
    assert toetsen.handelingen <= HOOGSTENS, f"{toetsen.handelingen} fields and buttons for a request"


@pytest.mark.parametrize("heeft_script", [True, False])
def test_a_partner_at_another_address_is_judged_on_the_page_of_the_application(
    inwoner: Persoon, gebruiker: Callable[..., Any], open_pagina: Callable[..., Page], heeft_script: bool
) -> None:
    wie = gebruiker("consulent", [ASSEN])
    partner = met_feiten(woont(register.persoon(), "W2"))
    relatie(inwoner, partner, "partner")
    procedure = aanvraag(inwoner, wie)
    pagina = open_pagina(wie, heeft_script=heeft_script)
    pagina.goto(f"/besluiten/{procedure.nummer}")
    expect(pagina.get_by_text(f"woont partner {partner} op een ander adres")).to_be_visible()
    if heeft_script:
        controleer_pagina(pagina)
    pagina.get_by_label("zij leven duurzaam gescheiden").check()
    pagina.get_by_label("Waarom vindt u dat?").fill("Gescheiden sinds een jaar.")
    pagina.get_by_role("button", name="Leg de antwoorden vast").click()
    expect(pagina.get_by_text("telt niet mee als echtgenoot")).to_be_visible()
    expect(pagina.get_by_text("U krijgt algemene bijstand.")).to_be_visible()
    assert Feit.objects.get(naam="samenleven_met_partner_op_ander_adres").door == wie


def test_every_page_of_the_resident_is_accessible_and_prints(
    inwoner: Persoon, gebruiker: Callable[..., Any], open_pagina: Callable[..., Page]
) -> None:
    wie = gebruiker("regisseur", [ASSEN])
    verzoek = neem_verzoek_in(
        persoon=inwoner, soort="rectificatie", ontvangen_op=OP, tekst="Anders.", identiteit="Balie", door=wie, op=OP
    )
    besluit = Besluit.objects.create(
        nummer="B1", persoon=inwoner, soort="ontheffing", genomen_op=OP, vanaf=OP, uitkomst="afwijzen"
    )
    bezwaar = neem_bezwaar_in(besluit=besluit, ontvangen_op=OP, gronden="Ik ben ziek.", door=wie, op=OP)
    pagina = open_pagina(wie)
    for adres in (
        f"/dossiers/{inwoner.nummer}",
        f"/dossiers/{inwoner.nummer}/afschrift",
        f"/dossiers/{inwoner.nummer}/verzoek",
        f"/verzoeken/{verzoek.nummer}",
        f"/bezwaren/{bezwaar.nummer}",
        "/werk",
    ):
        pagina.goto(adres)
        controleer_pagina(pagina)
        pagina.emulate_media(media="print")
        assert pagina.locator("button:visible").count() == 0, f"{adres} prints buttons"
        controleer_breedte(pagina, 672)
        pagina.emulate_media(media="screen")
        pagina.set_viewport_size({"width": 1280, "height": 900})


def test_the_copy_comes_as_a_file(
    inwoner: Persoon, gebruiker: Callable[..., Any], open_pagina: Callable[..., Page]
) -> None:
    pagina = open_pagina(gebruiker("consulent", [ASSEN]))
    pagina.goto(f"/dossiers/{inwoner.nummer}/afschrift")
    with pagina.expect_response(re.compile("/afschrift$")) as antwoord:
        pagina.get_by_role("button", name="Maak het afschrift (PDF)").click()
    assert antwoord.value.headers["content-type"] == "application/pdf"


@pytest.mark.parametrize("heeft_script", [True, False])
def test_a_fact_is_corrected_from_a_granted_request_with_the_keyboard(
    inwoner: Persoon, gebruiker: Callable[..., Any], open_pagina: Callable[..., Page], heeft_script: bool
) -> None:
    wie = gebruiker("regisseur", [ASSEN])
    besluit = getekend(aanvraag(inwoner, wie), wie, gebruiker("regisseur", [ASSEN]))
    verzoek = neem_verzoek_in(
        persoon=inwoner, soort="rectificatie", ontvangen_op=OP, tekst="150.", identiteit="Balie", door=wie, op=OP
    )
    beslis(verzoek=verzoek, versie=1, uitkomst="ingewilligd", motivering="Loonstrook.", door=wie, op=OP)
    pagina = open_pagina(wie, heeft_script=heeft_script)
    toetsen = Toetsenbord(pagina)
    pagina.goto("/werk")
    pagina.get_by_role("link", name="Gegevens verbeteren en de inwoner berichten").first.press("Enter")
    pagina.get_by_role("link", name="Verbeter inkomen per maand").press("Enter")
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Verbeter: inkomen per maand")
    _zeef(pagina, heeft_script)
    toetsen.vul("[name=waarde]", "150")
    toetsen.druk("main form button[type=submit]")
    rij = pagina.locator("section[aria-labelledby=verbeterd] tbody tr")
    expect(rij).to_contain_text("€ 200,00, vanaf 1 januari 2010")
    expect(rij).to_contain_text("€ 150,00, vanaf 1 januari 2010")
    expect(pagina.get_by_role("link", name=f"Herzien {besluit.nummer}")).to_be_visible()
    _zeef(pagina, heeft_script)
    toetsen.druk("main form button[type=submit]")
    expect(pagina.get_by_role("link", name="Bericht van verbetering (PDF)")).to_be_visible()
    _zeef(pagina, heeft_script)
    controleer_engels(pagina)
    assert Feit.objects.filter(naam="inkomen_per_maand").latest("vastgelegd_op").waarde == "150"


def _zeef(pagina: Page, heeft_script: bool) -> None:
    """Accessible, by keyboard, on a phone and on paper; the checks need script."""
    if not heeft_script:
        return
    controleer_pagina(pagina)
    controleer_breedte(pagina, 360)
    pagina.emulate_media(media="print")
    assert pagina.locator("button:visible").count() == 0
    controleer_breedte(pagina, 672)
    pagina.emulate_media(media="screen")
    pagina.set_viewport_size({"width": 1280, "height": 900})
