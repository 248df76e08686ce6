"""From melding to a signed decision for a household of the demonstration, with the keyboard alone, counted."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from meedoen.recht import laad_recht
from tests.browser.keyboard import Toetsenbord

Als = Callable[..., Page]
Tel = Callable[[str, object], None]
HOOGSTENS = 40
"""Links, buttons and fields beyond the facts of the household (issue 4, "How good")."""
INWONER = "P00002036"
"""A couple of Assen with two children, without bijstand on the day of the demonstration."""
ACHTERNAAM = "Proefdijk"
ANTWOORDEN = {
    "recht_ontstaan_op": "11112026",  # the same in every order of day and month in which a browser asks it
    "inkomen_per_maand": "600",
    "vermogen": "0",
}
"""Facts that this household states; a yes or no that is not named here is no, a number is 0."""
KNOP = "main button[type=submit]"


def _leg_feiten_vast(toetsen: Toetsenbord) -> None:
    """Answer every question of the page, and press the button; as often as the rules have more to ask."""
    pagina = toetsen.pagina
    for _ronde in range(5):
        namen = pagina.locator("form:has(button:text('Leg de antwoorden vast')) [name*='-']").evaluate_all(
            "velden => [...new Set(velden.map(v => v.name))]"
        )
        if not namen:
            return
        for veld in namen:
            _beantwoord(toetsen, veld)
        toetsen.druk("button:text('Leg de antwoorden vast')")
    raise AssertionError("five rounds of questions; they belong on one page")


def _beantwoord(toetsen: Toetsenbord, veld: str) -> None:
    _nummer, naam, *rest = veld.split("-")
    feit = laad_recht().feiten[naam]
    if rest:
        toetsen.vul(f"[name='{veld}']", "Niets wijst op het tegendeel.", is_feit=True)
    elif feit.soort.vorm == "ja_nee":
        toetsen.kies(veld, 0 if ANTWOORDEN.get(naam) == "ja" else 1, is_feit=True)
    else:
        toetsen.vul(f"[name='{veld}']", ANTWOORDEN.get(naam, "0"), is_feit=True)


def _meld_en_leid_toe(toetsen: Toetsenbord) -> None:
    """The consulent, from the start page to the right desk."""
    toetsen.druk("main a[href='/meldingen']")
    toetsen.druk(KNOP)
    toetsen.vul("[name=term]", ACHTERNAAM)
    toetsen.druk(KNOP)
    toetsen.druk(f"a[href='/dossiers/{INWONER}/melding']")
    toetsen.vul("[name=vraag]", "Het werk is gestopt en het spaargeld is op.", is_feit=True)
    toetsen.druk(KNOP)
    toetsen.vink("[name=is_inkomen]", is_feit=True)
    toetsen.druk(KNOP)
    toetsen.druk("button:text('Leid toe')")


def test_from_melding_to_a_signed_decision_in_at_most_forty(als: Als, record_property: Tel) -> None:
    consulent = Toetsenbord(als("consulent"))
    consulent.pagina.goto("/")
    _meld_en_leid_toe(consulent)
    consulent.druk("button:text('Neem de aanvraag op')")
    expect(consulent.pagina.get_by_label("algemene bijstand")).to_be_checked()
    consulent.druk(KNOP)
    _leg_feiten_vast(consulent)
    consulent.druk("button:text('Maak het voorstel')")
    consulent.druk("button:text('Leg ter toets voor')")
    regisseur = Toetsenbord(als("regisseur"))
    regisseur.pagina.goto("/")
    regisseur.druk("main a[href='/werk']")
    regisseur.druk("main a[href='/werk?van=team']")
    regisseur.druk(f"main a[href='{re.sub(r'^https?://[^/]+', '', consulent.pagina.url)}']")
    regisseur.druk("button:text('Onderteken het besluit')")
    expect(regisseur.pagina.get_by_text("Het besluit is ondertekend. De brief ligt klaar.")).to_be_visible()
    expect(regisseur.pagina.get_by_role("link", name="Brief aan de inwoner (PDF)")).to_be_visible()
    aantal = consulent.handelingen + regisseur.handelingen
    telling = (
        f"van melding tot ondertekend besluit: {aantal} handelingen (hoogstens {HOOGSTENS}), waarvan "
        f"{regisseur.handelingen} van wie tekent; daarnaast {consulent.feiten} feiten van het huishouden"
    )
    record_property("telling", telling)
    assert aantal <= HOOGSTENS, telling
