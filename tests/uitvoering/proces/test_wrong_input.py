"""Every form of the work, in every state in which it is shown, gets what is wrong: refused in words, nothing changed.

The forms are found by following the links from the dossiers, the meldingen and the worklist, at moments of the scenario
of `scenario.py`. So a new form is in by itself, and a form that no link leads to fails the last test.
"""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import Resolver404, resolve

from meedoen.uitvoering.besluiten import urls as besluiten
from meedoen.uitvoering.besluiten.acts import vraag_aan
from meedoen.uitvoering.handhaving import urls as handhaving
from meedoen.uitvoering.handhaving.acts import leg_zienswijze_vast, meld_signaal, nodig_uit
from meedoen.uitvoering.handhaving.models import Signaal
from meedoen.uitvoering.inwoners import urls as inwoners
from meedoen.uitvoering.inwoners.acts import beslis, neem_verzoek_in
from meedoen.uitvoering.inwoners.models import Verzoek
from meedoen.uitvoering.kern.models import Gebeurtenis, Wijziging
from meedoen.uitvoering.toegang import urls as toegang
from meedoen.uitvoering.toegang.acts import neem_melding_aan
from meedoen.uitvoering.trajecten import urls as trajecten
from meedoen.uitvoering.trajecten.models import Plan
from tests.uitvoering.dossiers.household import feit
from tests.uitvoering.proces.sanction_scenario import (
    HEROVERWOGEN,
    INGELEZEN,
    SANCTIESTAPPEN,
    WIE,
    bereid_voor,
    eerder_opgelegd,
    maatregel_ondertekenen,
)
from tests.uitvoering.proces.scenario import INGANG, OP, STAPPEN
from tests.uitvoering.proces.web_forms import Formulier, lees
from tests.uitvoering.proces.world import Wereld, bouw
from tests.uitvoering.register import dag

WERK = re.compile(
    r"^/(melden|meldingen|overdrachten|dossiers|plannen|inzetten|besluiten|bezwaren|handhaving|verzoeken|werk)\b"
)
NIET = re.compile(r"/(brief|brieven|uitleg|kopie|afschrift)|\?")
VANDAAG = dag("2026-11-22")
APPS = (toegang, trajecten, besluiten, handhaving, inwoners)
ALLEEN_LEZEN = {
    "melden-ontvangen",
    "meldingen",
    "signalen",
    "melding",
    "melding-uitleg",
    "werk",
    "plan",
    "bezwaar",
    "signaal",
    "verzoek",
} | {*("afschrift", "besluit-brief", "bezwaar-brief", "uitnodiging-brief", "verzoek-brief")}
"""Pages and letters without a form of their own."""
TOT_EEN_MAATREGEL = SANCTIESTAPPEN[: SANCTIESTAPPEN.index(maatregel_ondertekenen) + 1]
BEZOEK = (
    "melden",
    "website",
    "doorsturen",
    "overdragen",
    "opschorten",
    "voorstellen",
    "opnieuw_ter_toets",
    "bezwaar",
    "herzien",
    "verlengen",
    "maatregel_ondertekenen",
)
"""After these steps all forms are looked for."""
BEZOCHT = (0, 1, 3, 4, WIE, HEROVERWOGEN, INGELEZEN)
"""Whose dossiers are opened: by their place among the residents."""
ALTIJD_FOUT: dict[str, tuple[str, ...]] = {
    "date": ("31-02-2026", "2026-13-01", "gisteren", "12345-01-01"),
    "number": ("abc", "1e999", "NaN"),
    "radio": ("bestaat-niet",),
    "select": ("bestaat-niet",),
    "textarea": ("nul\x00teken",),
    "text": ("nul\x00teken",),
    "hidden": ("x", "-1"),
}
"""By kind of field: never accepted."""
MISSCHIEN_GOED: dict[str, tuple[str, ...]] = {
    "date": ("0001-01-01", "9999-12-31", ""),
    "number": ("-1", "99999999999999999999", ""),
    "radio": ("",),
    "select": ("",),
    "textarea": ("", "x" * 100_000),
    "text": ("", "x" * 10_000, "😀"),
    "hidden": ("", "99"),
}
"""By kind of field: accepted or refused, but never a mistake of ours, and never without a word."""


class Proef:
    """One municipality at work, and what every form answered to what is wrong."""

    def __init__(self, wereld: Wereld) -> None:
        self.wereld = wereld
        self.gezien: set[tuple[str, tuple[str, ...]]] = set()
        self.namen: set[str] = set()
        self.fouten: list[str] = []
        self.proeven = 0
        self.klanten = {naam: Client() for naam in wereld.collegas}
        for naam, klant in self.klanten.items():
            klant.force_login(wereld.collegas[naam])

    def zoek(self, naam: str) -> Iterator[tuple[str, Formulier]]:
        """Every form that this colleague can reach by links and that was not tried before, with its route."""
        te_gaan = ["/melden", "/meldingen", "/meldingen/nieuw", "/werk", "/meldingen/inschrijven"]
        te_gaan += [
            f"/dossiers/{persoon.nummer}"
            for persoon in [self.wereld.personen[n] for n in (0, 1, 3, 4, WIE, HEROVERWOGEN, INGELEZEN)]
        ]
        bekend = set(te_gaan)
        while te_gaan:
            adres = te_gaan.pop()
            antwoord = self.klanten[naam].get(adres)
            if antwoord.status_code != 200 or "html" not in antwoord["Content-Type"]:
                continue
            formulieren, links = lees(antwoord.content.decode(), adres)
            nieuw = {link for link in links if WERK.match(link) and not NIET.search(link)} - bekend
            bekend |= nieuw
            te_gaan += sorted(link for link in nieuw if not re.search(r"^/dossiers/\w+$", link))
            for formulier in formulieren:
                if route := self._nieuwe_route(formulier):
                    yield route, formulier

    def _nieuwe_route(self, formulier: Formulier) -> str:
        try:
            gevonden = resolve(formulier.adres.split("?")[0])
        except Resolver404:
            return ""
        kenmerk = (gevonden.url_name or "", tuple(sorted(re.sub(r"^P\w+-", "", veld) for veld in formulier.velden)))
        if not WERK.match(formulier.adres) or kenmerk in self.gezien:
            return ""
        self.gezien.add(kenmerk)
        self.namen.add(kenmerk[0])
        return kenmerk[0]

    def stuur(self, wat: str, naam: str, formulier: Formulier, gegevens: dict[str, str], moet: str = "") -> None:
        """Send a form and take everything back; note what was not answered well.

        `moet` is "geweigerd" (in words, nothing changed), "verboden" (403), or "" where it may also be accepted.
        """
        self.proeven += 1
        klant, voor = self.klanten[naam], _logboeken()
        try:
            with transaction.atomic():
                antwoord = klant.post(formulier.adres, gegevens)
                is_gelijk = _logboeken() == voor
                html = klant.get(antwoord["Location"]).content if antwoord.status_code == 302 else antwoord.content
                transaction.set_rollback(True)
        except Exception as fout:
            self.fouten.append(f"{wat}: {type(fout).__name__}: {str(fout)[:120]}")
            return
        is_geweigerd = antwoord.status_code == 422 or (antwoord.status_code == 302 and is_gelijk)
        if antwoord.status_code not in {200, 302, 403, 405, 422}:
            self.fouten.append(f"{wat}: {antwoord.status_code}")
        elif moet == "verboden" and antwoord.status_code != 403:
            self.fouten.append(f"{wat}: {antwoord.status_code}, expected 403")
        elif moet == "geweigerd" and not is_geweigerd:
            self.fouten.append(f"{wat}: accepted ({antwoord.status_code})")
        elif antwoord.status_code in {403, 422} and not is_gelijk:
            self.fouten.append(f"{wat}: refused, and something changed")
        elif is_geweigerd and not FOUTZIN.search(html.decode()):
            self.fouten.append(f"{wat}: refused without a word")

    def beproef(self, naam: str, route: str, formulier: Formulier) -> None:
        """Everything wrong that can be sent in one form."""
        goed = formulier.gegevens()
        for veld, wat in formulier.velden.items():
            for soort, moet in ((ALTIJD_FOUT, "geweigerd"), (MISSCHIEN_GOED, "")):
                for waarde in soort.get(wat.soort, ()):
                    zin = f"{route} {veld}={waarde[:20]!r}"
                    self.stuur(zin, naam, formulier, goed | {veld: waarde}, "" if route in ZOEKT else moet)
        self.stuur(f"{route} empty", naam, formulier, {})
        self.stuur(f"{route} by raad", "raad", formulier, goed, "" if route in VOOR_IEDEREEN else "verboden")
        is_van_iemand = route not in VAN_NIEMAND | VOOR_IEDEREEN
        self.stuur(f"{route} by elders", "elders", formulier, goed, "verboden" if is_van_iemand else "")
        if "versie" in formulier.velden and int(goed["versie"] or 1) > 1:
            oud = goed | {"versie": str(int(goed["versie"]) - 1)}
            self.stuur(f"{route} stale", naam, formulier, oud, "geweigerd")


def _logboeken() -> tuple[int, int]:
    return Wijziging.objects.count(), Gebeurtenis.objects.count()


ZOEKT = {"melding-nieuw", "dossiers", "webmelding"}
"""Forms that only search."""
VOOR_IEDEREEN = {"melden"}
"""Forms for who does not sign in."""
VAN_NIEMAND = {"melding-nieuw", "inschrijven", "werk-overdragen", "dossiers"}
"""Pages that are about no resident yet, so that a colleague of elsewhere may use them for his own."""


FOUTZIN = re.compile(r'(role="alert"|alert--error|alert--warning)[^>]*>(\s*<[^>]+>)*\s*[^<\s]+ \w+')
"""An alert with a sentence in it."""


def _daarnaast(wereld: Wereld, stap: str) -> None:
    """Beside the scenario: residents of whom too little is known, a request, and a signal that moves on a step."""
    vast: dict[str, Any] = {"door": wereld.collegas["consulent"], "op": OP}
    jong, onbekend = wereld.personen[3], wereld.personen[4]
    if stap == "melden":
        wat: dict[str, Any] = {"kanaal": "balie", "gemeld_op": INGANG, "vraag": "Werk", "vraagt_bijstand": True}
        neem_melding_aan(persoon=jong, **wat, **vast)
    if stap == "opschorten":
        vraag_aan(persoon=onbekend, soort="bijstand", aangevraagd_op=INGANG, ingangsdatum=INGANG, **vast)
        wat = {
            "soort": "rectificatie",
            "ontvangen_op": VANDAAG,
            "tekst": "Mijn naam klopt niet.",
            "identiteit": "paspoort",
        }
        neem_verzoek_in(persoon=onbekend, **wat, door=vast["door"], op=VANDAAG)
    if stap == "opnieuw_ter_toets":
        feit(onbekend, "inkomen_per_maand", "200")
        besluit: dict[str, Any] = {"uitkomst": "ingewilligd", "motivering": "Het klopt niet."}
        verzoek = Verzoek.objects.get()
        beslis(verzoek=verzoek, versie=verzoek.versie, **besluit, door=wereld.collegas["regisseur"], op=VANDAAG)
    if stap == "bezwaar":
        wat = {"bron": "uwv", "gedraging": "voorziening gebruiken", "overtreding_op": OP, "ontvangen_op": OP}
        meld_signaal(persoon=wereld.personen[1], toelichting="Kwam niet.", **wat, **vast)
    signaal = Signaal.objects.filter(persoon=wereld.personen[1]).first()
    if signaal is not None and stap == "herzien":
        nodig_uit(signaal=signaal, versie=signaal.versie, tekst="U kwam niet.", uiterlijk=OP.replace(day=24), **vast)
    if signaal is not None and stap == "verlengen":
        wat = {"vorm": "mondeling", "gegeven_op": OP, "tekst": "Ik was ziek."}
        leg_zienswijze_vast(signaal=signaal, versie=signaal.versie, **wat, **vast)


@pytest.mark.slow
@pytest.mark.django_db
def test_what_is_wrong_is_refused_in_words_by_every_form_of_the_work() -> None:
    wereld = bouw(lambda reeks: reeks[0])
    bereid_voor(wereld)
    eerder_opgelegd(wereld)
    proef = Proef(wereld)
    for stap in (*STAPPEN, *TOT_EEN_MAATREGEL):
        stap(wereld)
        _daarnaast(wereld, stap.__name__)
        if stap.__name__ not in BEZOEK:
            continue
        for naam in ("consulent", "regisseur"):
            for route, formulier in list(proef.zoek(naam)):
                proef.beproef(naam, route, formulier)
    assert not proef.fouten, f"{len(proef.fouten)} of {proef.proeven}:\n" + "\n".join(proef.fouten)
    alle = {route.name for app in APPS for route in app.urlpatterns} - ALLEEN_LEZEN
    assert alle - proef.namen == set(), f"no link led to these forms, or they only show: {sorted(alle - proef.namen)}"


BIJSTAND = {"soort": "bijstand", "aangevraagd_op": "2026-11-02", "ingangsdatum": "2026-11-02"}
WERKLEERPLEK = {"instrument": "werkleerplekken", "aanbieder": "Kwekerij", "vanaf": "2026-03-20", "kosten": "0"}
DIAGNOSE = {"instrument": "onderzoek", "gesteld_door": "M. Voorbeeld", "verdiencapaciteit_percentage": "60"}
ONMOGELIJK: dict[str, tuple[str, dict[str, str], str]] = {
    "bijstand twice": ("/dossiers/{aanvrager}/aanvraag", BIJSTAND, "heeft al algemene bijstand vanaf 1 maart 2026"),
    "bijstand in a second household": ("/dossiers/{partner}/aanvraag", BIJSTAND, "Herzie of beëindig die eerst"),
    "an application of tomorrow": (
        "/dossiers/{ander}/aanvraag",
        BIJSTAND | {"aangevraagd_op": "2026-11-23"},
        "Vul de dag van de aanvraag in",
    ),
    "beyond the law that is known": (
        "/dossiers/{ander}/aanvraag",
        BIJSTAND | {"ingangsdatum": "2031-01-01"},
        "Kies een dag daarin",
    ),
    "a voorziening without saying which": (
        "/dossiers/{ander}/aanvraag",
        BIJSTAND | {"soort": "voorziening"},
        "Vul in welk instrument wordt gevraagd",
    ),
    "an instrument with bijstand": (
        "/dossiers/{ander}/aanvraag",
        BIJSTAND | {"instrument": "werkleerplekken"},
        "hoort alleen bij een voorziening",
    ),
    "a group in the past of another": (
        "/dossiers/{aanvrager}/diagnose",
        DIAGNOSE | {"gesteld_op": "2024-06-01"},
        "Kies een dag die daarna ligt",
    ),
    "an instrument twice": (
        "/plannen/{plan}/inzet",
        WERKLEERPLEK | {"persoon": "{ander}", "doel": "{doel}", "budgetbron": "participatiebudget"},
        "Verleng dat, of begin daarna",
    ),
}


@pytest.fixture
def bezig(db: None) -> tuple[Client, dict[str, object]]:
    """A couple with bijstand, somebody else at work with benefit; and who works on it."""
    wereld = bouw(lambda reeks: reeks[0])
    namen = {stap.__name__: stap for stap in STAPPEN}
    for naam in ("aanvragen", "voorstellen", "ter_toets", "ondertekenen", "diagnose", "plan", "inzetten"):
        namen[naam](wereld)
    klant = Client()
    klant.force_login(wereld.collegas["regisseur"])
    ander, aanvrager, partner = wereld.personen[:3]
    plan = Plan.objects.get()
    nummers = {"aanvrager": aanvrager.nummer, "partner": partner.nummer, "ander": ander.nummer, "plan": plan.nummer}
    return klant, {**nummers, "doel": plan.doelen.get().pk}


@pytest.mark.parametrize("wat", ONMOGELIJK)
def test_what_the_law_or_time_forbids_is_refused_with_what_to_do(
    bezig: tuple[Client, dict[str, object]], wat: str
) -> None:
    klant, wie = bezig
    adres, gegevens, woorden = ONMOGELIJK[wat]
    voor = _logboeken()
    antwoord = klant.post(adres.format(**wie), {k: v.format(**wie) for k, v in gegevens.items()})
    tekst = re.sub(r"<[^>]+>|\s+", " ", antwoord.content.decode())
    assert antwoord.status_code == 422 and woorden in tekst, tekst[:2000]
    assert _logboeken() == voor
