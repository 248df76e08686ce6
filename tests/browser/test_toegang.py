"""From melding to the right desk with the keyboard alone, in how many fields and buttons; and every page on the way."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from meedoen.uitvoering.dossiers.models import Persoon
from meedoen.uitvoering.dossiers.search_index import houd_bij
from meedoen.uitvoering.toegang import acts, web_acts
from meedoen.uitvoering.toegang.models import Melding
from tests.browser.checks import controleer_pagina
from tests.browser.keyboard import Toetsenbord
from tests.uitvoering import register
from tests.uitvoering.dossiers.household import woont
from tests.uitvoering.register import ASSEN, dag

HOOGSTENS = 12
"""Fields filled and buttons pressed from the list of meldingen to the right desk; of the forty to a signed decision."""

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def inwoner(db: None) -> Persoon:
    register.gemeenten()
    persoon = woont(register.persoon(ASSEN, geboortedatum=dag("2002-03-04")))
    houd_bij([persoon.pk])
    return persoon


def test_a_melding_goes_to_the_right_desk_with_the_keyboard(
    inwoner: Persoon, gebruiker: Callable[..., Any], open_pagina: Callable[..., Page]
) -> None:
    pagina = open_pagina(gebruiker("consulent", [ASSEN]))
    toetsen = Toetsenbord(pagina)
    pagina.goto("/meldingen")
    toetsen.druk("main button[type=submit]")
    toetsen.vul("[name=term]", inwoner.achternaam)
    toetsen.druk("main button[type=submit]")
    toetsen.druk(f"a[href='/dossiers/{inwoner.nummer}/melding']")
    toetsen.vul("[name=vraag]", "Geen inkomen meer, en schulden")
    toetsen.druk("main button[type=submit]")
    toetsen.vink("[name=is_inkomen]")
    toetsen.vink("[name=is_schulden]")
    toetsen.vul("[name=over_schulden]", "Huur")
    toetsen.druk("main button[type=submit]")
    expect(pagina.get_by_text("Geven de omstandigheden aanleiding")).to_be_visible()
    toetsen.druk("main button[type=submit]")
    expect(pagina.get_by_text("Na 2 stappen op de juiste plek")).to_be_visible()
    assert toetsen.handelingen <= HOOGSTENS, f"{toetsen.handelingen} fields and buttons to the right desk"
    assert Melding.objects.get().stand == "toegeleid"


@pytest.mark.parametrize("heeft_script", [True, False])
def test_a_refused_intake_shows_what_to_do_and_keeps_the_line(
    inwoner: Persoon, gebruiker: Callable[..., Any], open_pagina: Callable[..., Page], heeft_script: bool
) -> None:
    pagina = open_pagina(gebruiker("consulent", [ASSEN]), heeft_script=heeft_script)
    pagina.goto(f"/dossiers/{inwoner.nummer}/melding")
    pagina.fill("[name=vraag]", "Werk")
    pagina.click("main button[type=submit]")
    pagina.check("[name=is_werk]")
    pagina.fill("[name=over_werk]", "Zoekt een baan")
    pagina.check("input[name=route][value=keukentafelgesprek]")
    pagina.click("main button[type=submit]")
    expect(pagina.get_by_role("alert")).to_contain_text("Schrijf op waarom u afwijkt.")
    expect(pagina.locator("[name=over_werk]")).to_have_value("Zoekt een baan")
    pagina.fill("[name=reden]", "Er speelt meer")
    pagina.click("main button[type=submit]")
    expect(pagina).to_have_url(re.compile(r"/meldingen/M\d{8}$"))


@pytest.mark.parametrize("heeft_script", [True, False])
def test_what_a_resident_sends_from_a_phone_becomes_a_melding(
    inwoner: Persoon, gebruiker: Callable[..., Any], open_pagina: Callable[..., Page], heeft_script: bool
) -> None:
    wie = gebruiker("consulent", [ASSEN])
    telefoon = open_pagina(is_telefoon=True, heeft_script=heeft_script)
    telefoon.goto("/aanmelden")
    telefoon.get_by_role("link", name="Meld u bij uw gemeente").click()
    telefoon.click("main button[type=submit]")
    expect(telefoon.get_by_role("alert")).to_contain_text("Vul uw voornaam in.")
    for naam in ("voornaam", "achternaam", "geboortedatum"):
        telefoon.fill(f"[name={naam}]", str(getattr(inwoner, naam)))
    telefoon.fill("[name=telefoon]", "06 12345678")
    telefoon.fill("[name=vraag]", "Ik heb geen inkomen meer.")
    telefoon.check("[name=vraagt_bijstand]")
    telefoon.click("main button[type=submit]")
    expect(telefoon.get_by_role("heading", level=1)).to_have_text("Wij hebben uw melding")
    pagina = open_pagina(wie, heeft_script=heeft_script)
    pagina.goto("/werk")
    pagina.get_by_role("link", name="Melding van de website aannemen").click()
    pagina.get_by_role("link", name=f"{inwoner.achternaam}, {inwoner.voornaam}").click()
    expect(pagina.locator("[name=vraag]")).to_have_value("Ik heb geen inkomen meer.")
    pagina.click("main button[type=submit]")
    expect(pagina.get_by_role("heading", level=1)).to_contain_text("Intake van")
    assert Melding.objects.get().kanaal == Melding.Kanaal.WEBFORMULIER


def test_every_page_of_the_website_form_is_accessible(
    inwoner: Persoon, gebruiker: Callable[..., Any], open_pagina: Callable[..., Page]
) -> None:
    wie = gebruiker("consulent", [ASSEN])
    gegevens = {naam: getattr(inwoner, naam) for naam in ("voornaam", "achternaam", "geboortedatum")}
    gegevens |= {"vraag": "Werk", "telefoon": "06 12345678", "vraagt_bijstand": True}
    rij = web_acts.ontvang_webmelding(gemeentecode=ASSEN, **gegevens, op=dag("2026-11-03"))
    bezoeker, pagina = open_pagina(), open_pagina(wie)
    for adres in ("/melden", "/melden/ontvangen"):
        bezoeker.goto(adres)
        controleer_pagina(bezoeker)
    eigen = f"/meldingen/website/{rij.nummer}"
    for adres in (
        "/meldingen",
        *(eigen, f"{eigen}/toewijzen", f"{eigen}/geen-melding"),
        f"/dossiers/{inwoner.nummer}/melding?webmelding={rij.nummer}",
        f"/dossiers/{inwoner.nummer}/aanvraag?soort=voorziening",
    ):
        pagina.goto(adres)
        controleer_pagina(pagina)
        pagina.set_viewport_size({"width": 1280, "height": 900})


def test_every_page_of_the_toegang_is_accessible(
    inwoner: Persoon, gebruiker: Callable[..., Any], open_pagina: Callable[..., Page]
) -> None:
    wie = gebruiker("consulent", [ASSEN])
    vast: dict[str, Any] = {"door": wie, "op": dag("2026-11-22")}
    melding = acts.neem_melding_aan(
        persoon=inwoner, kanaal="balie", gemeld_op=dag("2026-11-03"), vraag="Werk", vraagt_bijstand=True, **vast
    )
    acts.leg_intake_vast(melding=melding, gebieden={"werk": ""}, versie=1, **vast)
    overdracht = acts.draag_over(persoon=inwoner, naar="wmo", reden="Hulp in huis", melding=melding, **vast)
    pagina = open_pagina(wie)
    for adres in (
        "/meldingen",
        "/meldingen/nieuw",
        "/meldingen/inschrijven",
        f"/dossiers/{inwoner.nummer}/melding",
        f"/dossiers/{inwoner.nummer}/overdracht",
        f"/overdrachten/{overdracht.nummer}",
        *(
            f"/meldingen/{melding.nummer}{d}"
            for d in ("", "/uitleg", "/vragen", "/intake", "/doorsturen", "/intrekken")
        ),
    ):
        pagina.goto(adres)
        controleer_pagina(pagina)
        pagina.set_viewport_size({"width": 1280, "height": 900})
