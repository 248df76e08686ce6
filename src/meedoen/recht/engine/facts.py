"""The facts that a case states: declared once, in `feiten.toml`, with unit, range, question and article."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, Literal

from meedoen.recht.engine.amounts import GETAL, lees_toml, regelnummer
from meedoen.recht.engine.errors import Taalgebrek, bedoelt_u
from meedoen.recht.engine.units import DATUM, EENHEDEN, JA_NEE, SOORTEN, Soort

Feitsoort = Literal["geld", "uren", "procent", "aantal", "datum", "ja_nee", "relatie"]
VORMEN: dict[str, tuple[str, int]] = {
    "geld": ("euro per maand", 2),
    "uren": ("uren per week", 2),
    "procent": ("procent", 2),
    "aantal": ("aantal", 0),
    "datum": ("datum", 0),
    "ja_nee": ("ja_nee", 0),
    "relatie": ("ja_nee", 0),
}
"""Sort of fact -> its unit and its decimals, where the declaration does not say otherwise."""

RELATIES = ("partner", "commerciele_relatie_met", "ouders")
SLEUTELS = {"soort", "eenheid", "bereik", "vraag", "artikel", "indien_niet_gesteld", "decimalen", "omschrijving"}

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

    `indien_niet_gesteld`: "nee" and "peildatum" are read when the case is silent; "" makes it a question.
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
    indien_niet_gesteld: Literal["", "nee", "peildatum"]


def lees_feiten(tekst: str, bestand: str) -> tuple[dict[str, Feit], list[Taalgebrek]]:
    """All facts of the file, and every fault in it."""
    feiten: dict[str, Feit] = {}
    gebreken: list[Taalgebrek] = []
    for naam, tabel in lees_toml(tekst, bestand).items():
        fouten = list(_gebreken(naam, tabel))
        gebreken += [Taalgebrek(bestand, regelnummer(tekst, naam, zoek), naam, wat, mend) for zoek, wat, mend in fouten]
        if not fouten:
            feiten[naam] = _feit(naam, tabel)
    return feiten, gebreken


def _feit(naam: str, tabel: Mapping[str, Any]) -> Feit:
    eenheid, decimalen = VORMEN[tabel["soort"]]
    eenheid = tabel.get("eenheid", eenheid)
    soort, factor = EENHEDEN[eenheid]
    bereik = (Fraction(tabel["bereik"][0]), Fraction(tabel["bereik"][1])) if "bereik" in tabel else None
    return Feit(
        naam,
        tabel["soort"],
        soort,
        eenheid,
        factor,
        tabel.get("decimalen", decimalen),
        bereik,
        tabel["vraag"],
        tabel["artikel"],
        tabel.get("indien_niet_gesteld", ""),
    )


def _gebreken(naam: str, tabel: Any) -> Iterator[tuple[str, str, str]]:
    if not isinstance(tabel, dict) or tabel.get("soort") not in VORMEN:
        yield "soort", "a fact has a soort", f"use one of: {', '.join(VORMEN)}"
        return
    for sleutel in sorted(set(tabel) - SLEUTELS):
        yield sleutel, f"unknown key {sleutel!r}", f"use {bedoelt_u(sleutel, SLEUTELS) or ', '.join(sorted(SLEUTELS))}"
    for sleutel in ("vraag", "artikel"):
        if not tabel.get(sleutel):
            yield "", f"no {sleutel}", f'add {sleutel} = "..."'
    if naam in EIGEN or naam in PAAR_EIGEN:
        yield "", "this name belongs to the engine", "choose another name"
    if tabel["soort"] == "relatie" and naam not in RELATIES:
        yield "soort", "the engine does not know this relation", f"use one of: {', '.join(RELATIES)}"
    eenheid = tabel.get("eenheid", VORMEN[tabel["soort"]][0])
    if eenheid not in EENHEDEN or EENHEDEN[eenheid][0].vorm != EENHEDEN[VORMEN[tabel["soort"]][0]][0].vorm:
        yield "eenheid", f"unit {eenheid!r} does not fit soort {tabel['soort']!r}", f"use one of: {', '.join(EENHEDEN)}"
        return
    if EENHEDEN[eenheid][0].vorm == "getal":
        yield from _gebreken_in_bereik(tabel.get("bereik"))
    past = {"datum": ("", "peildatum"), "ja_nee": ("", "nee"), "relatie": ("", "nee")}.get(tabel["soort"], ("",))
    if tabel.get("indien_niet_gesteld", "") not in past:
        mend = "missing is never zero: leave it out, so that it is asked for" if len(past) == 1 else f"use {past[1]!r}"
        yield "indien_niet_gesteld", "this cannot be assumed", mend


def _gebreken_in_bereik(bereik: Any) -> Iterator[tuple[str, str, str]]:
    goed = isinstance(bereik, list) and len(bereik) == 2
    if not goed or not all(type(g) is int or (isinstance(g, str) and GETAL.fullmatch(g)) for g in bereik):
        yield (
            "bereik",
            "a number has a range",
            "add bereik = [0, 100], in the unit in which it is stated; decimals between quotes",
        )
    elif Fraction(bereik[0]) > Fraction(bereik[1]):
        yield "bereik", "the range is empty", "put the lowest number first"


def geheel(feit: Feit, waarde: Fraction | int | bool | date) -> int:
    """A value as a rule reads it -> the whole number that tables hold: steps of the last decimal, days, 0 or 1."""
    if isinstance(waarde, date):
        return waarde.toordinal()
    return int(Fraction(waarde) / feit.factor * 10**feit.decimalen)
