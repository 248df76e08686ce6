"""The facts that a case states: declared once, in `feiten/<subject>.toml`, with unit, range, question and article."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any, Literal

from meedoen.recht.engine.amounts import GETAL, lees_toml, regelnummer, zegt_niet_geverifieerd
from meedoen.recht.engine.errors import Taalgebrek, bedoelt_u
from meedoen.recht.engine.units import DATUM, EENHEDEN, JA_NEE, SOORTEN, Soort, Waarde

Feitsoort = Literal["geld", "uren", "procent", "aantal", "datum", "ja_nee", "keuze", "relatie", "lijst"]
VORMEN: dict[str, tuple[str, int]] = {
    "geld": ("euro per maand", 2),
    "uren": ("uren per week", 2),
    "procent": ("procent", 2),
    "aantal": ("aantal", 0),
    "datum": ("datum", 0),
    "ja_nee": ("ja_nee", 0),
    "keuze": ("keuze", 0),
    "relatie": ("ja_nee", 0),
    "lijst": ("aantal", 0),
}
"""Sort of fact -> its unit and its decimals, where the declaration does not say otherwise."""

RELATIES = ("partner", "commerciele_relatie_met", "ouders")
WEZENS = {"persoon": "personen", "werkgever": "werkgevers", "gemeente": "gemeenten"}
"""Whom a fact can be about, and their plural. A rule is about whoever its facts are about; only persons relate."""
SLEUTELS = {"soort", "eenheid", "bereik", "vraag", "artikel", "indien_niet_gesteld", "decimalen", "omschrijving"} | {
    "keuzes",
    "velden",
    "oordeel",
    "weeg",
    "van",
    "toelichting",
}

EIGEN: dict[str, Soort] = {
    "peildatum": DATUM,
    "volgnummer": SOORTEN["Aantal"],
    "heeft_partner": JA_NEE,
}
"""What the engine itself knows of each person: reference date, place in the case (from 1), a partner or none."""

PAAR_EIGEN: dict[str, Soort] = {"is_partner": JA_NEE, "heeft_commerciele_relatie": JA_NEE}
"""What the engine knows of another person as seen from me; only in a pair rule."""


@dataclass(frozen=True)
class Feit:
    """A fact. `bereik` is in the unit as stated (percent points, euro); `factor` turns that into what a rule reads.

    indien_niet_gesteld  "nee", "peildatum", "geen" (no rows): read when the case is silent; "" makes it a question
    velden               of a list: the fields of each of its rows, facts themselves
    weeg                 of a judgment: what is to be weighed; its answer names the person who gave it
    toelichting          of a choice: what some of its answers mean, with the article
    """

    naam: str
    vorm: Feitsoort
    soort: Soort
    eenheid: str
    factor: Fraction
    decimalen: int
    bereik: tuple[Fraction, Fraction] | None
    vraag: str
    artikel: str
    indien_niet_gesteld: Literal["", "nee", "peildatum", "geen"]
    velden: Mapping[str, "Feit"] = field(default_factory=dict)
    weeg: tuple[str, ...] = ()
    van: str = "persoon"
    toelichting: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_oordeel(self) -> bool:
        """Does the law leave this to the judgment of a person?"""
        return bool(self.weeg)


def lees_feiten(tekst: str, bestand: str) -> tuple[dict[str, Feit], list[Taalgebrek]]:
    """All facts of the file, and every fault in it."""
    feiten: dict[str, Feit] = {}
    gebreken: list[Taalgebrek] = []
    for naam, tabel in lees_toml(tekst, bestand).items():
        fouten = list(gebreken_van_feit(naam, tabel, SLEUTELS))
        gebreken += [Taalgebrek(bestand, regelnummer(tekst, naam, zoek), naam, wat, mend) for zoek, wat, mend in fouten]
        if not fouten:
            feiten[naam] = Feit(**velden_van_feit(naam, tabel))
    return feiten, gebreken


def velden_van_feit(naam: str, tabel: Mapping[str, Any]) -> dict[str, Any]:
    """The attributes of a `Feit` with this declaration, which has no faults."""
    eenheid, decimalen = VORMEN[tabel["soort"]]
    eenheid = tabel.get("eenheid", eenheid)
    soort, factor = EENHEDEN[eenheid]
    if tabel["soort"] == "keuze":
        soort = Soort("keuze", keuzes=tuple(tabel["keuzes"]))
    return {
        "naam": naam,
        "vorm": tabel["soort"],
        "soort": soort,
        "eenheid": eenheid,
        "factor": factor,
        "decimalen": tabel.get("decimalen", decimalen),
        "bereik": (Fraction(tabel["bereik"][0]), Fraction(tabel["bereik"][1])) if "bereik" in tabel else None,
        "vraag": tabel["vraag"],
        "artikel": tabel["artikel"],
        "indien_niet_gesteld": tabel.get("indien_niet_gesteld", ""),
        "velden": {veld: Feit(**velden_van_feit(veld, deel)) for veld, deel in tabel.get("velden", {}).items()},
        "weeg": tuple(tabel.get("weeg", ())),
        "van": tabel.get("van", "persoon"),
        "toelichting": tabel.get("toelichting", {}),
    }


Fouten = Iterator[tuple[str, str, str]]
"""Faults as (text to find the line by, what is wrong, how to mend it)."""


def gebreken_van_feit(naam: str, tabel: Any, sleutels: set[str], *, is_veld: bool = False) -> Fouten:
    """Every fault in one declaration."""
    if not isinstance(tabel, dict) or tabel.get("soort") not in VORMEN:
        yield "soort", "a fact has a soort", f"use one of: {', '.join(VORMEN)}"
        return
    for sleutel in sorted(set(tabel) - sleutels):
        yield sleutel, f"unknown key {sleutel!r}", f"use {bedoelt_u(sleutel, sleutels) or ', '.join(sorted(sleutels))}"
    for sleutel in ("vraag", "artikel"):
        if not tabel.get(sleutel):
            yield "", f"no {sleutel}", f'add {sleutel} = "..."'
    if zegt_niet_geverifieerd(tabel.get("artikel")):
        yield "artikel", "nothing can say that a fact or term is not verified", "name the article that was read"
    if naam in EIGEN or naam in PAAR_EIGEN:
        yield "", "this name belongs to the engine", "choose another name"
    if tabel["soort"] == "relatie" and naam not in RELATIES:
        yield "soort", "the engine does not know this relation", f"use one of: {', '.join(RELATIES)}"
    if tabel.get("van", "persoon") not in WEZENS:
        yield "van", f"nothing is about a {tabel['van']!r}", f"use one of: {', '.join(WEZENS)}"
    eenheid = tabel.get("eenheid", VORMEN[tabel["soort"]][0])
    if eenheid not in EENHEDEN or EENHEDEN[eenheid][0].vorm != EENHEDEN[VORMEN[tabel["soort"]][0]][0].vorm:
        yield "eenheid", f"unit {eenheid!r} does not fit soort {tabel['soort']!r}", f"use one of: {', '.join(EENHEDEN)}"
        return
    if EENHEDEN[eenheid][0].vorm == "getal" and tabel["soort"] != "lijst":
        yield from _gebreken_in_bereik(tabel.get("bereik"))
    if EENHEDEN[eenheid][0].is_heel and tabel.get("decimalen", 0) != 0:
        yield "decimalen", f"{eenheid} are whole", "leave decimalen out, or choose another unit"
    yield from _gebreken_in_keuzes(tabel)
    yield from _gebreken_in_oordeel(tabel)
    yield from _gebreken_in_velden(tabel, is_veld=is_veld)
    yield from _gebreken_in_stilte(tabel)


def _gebreken_in_stilte(tabel: Mapping[str, Any]) -> Fouten:
    """What may be read when the case is silent: a circumstance that is not there, never a number."""
    past = {
        "datum": ("", "peildatum"),
        "ja_nee": ("", "nee"),
        "relatie": ("", "nee"),
        "lijst": ("", "geen"),
    }.get(tabel["soort"], ("",))
    if tabel.get("indien_niet_gesteld", "") not in past or (tabel.get("oordeel") and "indien_niet_gesteld" in tabel):
        mend = "missing is never zero: leave it out, so that it is asked for" if len(past) == 1 else f"use {past[1]!r}"
        yield "indien_niet_gesteld", "this cannot be assumed", mend


def _gebreken_in_keuzes(tabel: Mapping[str, Any]) -> Fouten:
    keuzes = tabel.get("keuzes", [])
    if tabel["soort"] != "keuze":
        if "keuzes" in tabel:
            yield "keuzes", f"a {tabel['soort']} has no choices", 'use soort = "keuze", or take them out'
    elif not isinstance(keuzes, list) or len(keuzes) < 2 or not all(isinstance(k, str) and k for k in keuzes):
        yield "keuzes", "a choice is between texts", 'add keuzes = ["...", "..."]'
    elif len(set(keuzes)) < len(keuzes):
        yield "keuzes", "a choice stands there twice", "give every choice once"
    toelichting = tabel.get("toelichting", {})
    if not isinstance(toelichting, dict) or not all(
        isinstance(uitleg, str) and uitleg for uitleg in toelichting.values()
    ):
        yield "toelichting", "what a choice means is a text", 'add a table: "<choice>" = "..."'
        return
    for keuze in sorted(set(toelichting) - set(keuzes)):
        mend = f"use {bedoelt_u(keuze, keuzes) or ', '.join(keuzes)}" if keuzes else "take it out: there are no choices"
        yield keuze, f"{keuze!r} is none of the choices", mend


def _gebreken_in_oordeel(tabel: Mapping[str, Any]) -> Fouten:
    weeg = tabel.get("weeg", [])
    if tabel.get("oordeel", False) is not (len(weeg) > 0 if isinstance(weeg, list) else None):
        yield "oordeel", "a judgment says what is to be weighed", 'add oordeel = true and weeg = ["..."]'
    if tabel.get("oordeel") and tabel["soort"] in ("relatie", "lijst"):
        yield "oordeel", f"a {tabel['soort']} is no judgment", "judge a yes or no, a choice, a number or a date"


def _gebreken_in_velden(tabel: Mapping[str, Any], *, is_veld: bool) -> Fouten:
    velden = tabel.get("velden")
    if is_veld and (tabel["soort"] in ("lijst", "relatie") or tabel.get("oordeel") or "van" in tabel):
        yield "soort", "a field of a list is a plain value", "no list, relation, judgment or van in it"
    if tabel["soort"] != "lijst":
        if velden is not None:
            yield "velden", f"a {tabel['soort']} has no fields", 'use soort = "lijst", or take them out'
    elif not isinstance(velden, dict) or not velden:
        yield "velden", "a list without fields", "add a table [<list>.velden.<field>]"
    else:
        for veld, deel in velden.items():
            for zoek, wat, mend in gebreken_van_feit(veld, deel, SLEUTELS, is_veld=True):
                yield zoek, f"field {veld}: {wat}", mend


def _gebreken_in_bereik(bereik: Any) -> Fouten:
    goed = isinstance(bereik, list) and len(bereik) == 2
    if not goed or not all(type(g) is int or (isinstance(g, str) and GETAL.fullmatch(g)) for g in bereik):
        yield (
            "bereik",
            "a number has a range",
            "add bereik = [0, 100], in the unit in which it is stated; decimals between quotes",
        )
    elif Fraction(bereik[0]) > Fraction(bereik[1]):
        yield "bereik", "the range is empty", "put the lowest number first"


def geheel(feit: Feit, waarde: Waarde) -> int:
    """A value as a rule reads it -> the whole number that tables hold: steps of the last decimal, days, 0 or 1, or
    the place among the choices of this fact.
    """
    if isinstance(waarde, str):
        return feit.soort.keuzes.index(waarde)
    if isinstance(waarde, date):
        return waarde.toordinal()
    return int(Fraction(waarde) / feit.factor * 10**feit.decimalen)
