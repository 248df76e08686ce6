"""Facts in a register: which names exist (the law declares them) and how their values are written."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext as _

from meedoen.recht import laad_recht
from meedoen.recht.engine.facts import Feit

from .faults import Waardefout
from .values import lees_datum, lees_getal, lees_ja_nee

ELDERS = frozenset({"geboortedatum"})
"""Facts that have a column of their own (blad personen); relations have a blad of their own."""


def bekende_feiten() -> dict[str, Feit]:
    """The facts that a row of the blad feiten may name, by name: plain values about a person.

    A judgment names who gave it and a list has rows of its own: neither fits in one cell, so neither is imported.
    """
    return {
        naam: feit
        for naam, feit in laad_recht().feiten.items()
        if feit.van == "persoon"
        and feit.vorm not in ("relatie", "lijst")
        and not feit.is_oordeel
        and naam not in ELDERS
    }


def feitlezers(feiten: Mapping[str, Feit]) -> dict[str, Callable[[str], str]]:
    """Per fact the function that turns a cell into the value as the register holds it; it raises Waardefout."""
    return {naam: _lezer(feit) for naam, feit in feiten.items()}


def omschrijving(feit: Feit) -> str:
    """What to write for this fact, for the explanation sheet: its form and range."""
    if feit.vorm == "ja_nee":
        return _("ja of nee")
    if feit.vorm == "datum":
        return _("datum (jjjj-mm-dd)")
    if feit.vorm == "keuze":
        return _("een van: %(keuzes)s") % {"keuzes": ", ".join(feit.soort.keuzes)}
    if feit.bereik is None:
        return feit.eenheid
    return _("getal van %(laag)s tot en met %(hoog)s, %(eenheid)s") % {
        "laag": _getal(feit.bereik[0]),
        "hoog": _getal(feit.bereik[1]),
        "eenheid": feit.eenheid,
    }


def _lezer(feit: Feit) -> Callable[[str], str]:
    lees: Callable[[str], str] = {"ja_nee": lees_ja_nee, "datum": lees_datum, "keuze": _keuzelezer(feit)}.get(
        feit.vorm
    ) or _getallezer(feit)

    def lees_waarde(cel: str) -> str:
        if not cel:
            raise Waardefout(omschrijving(feit), _("Vul de waarde in, of haal de rij weg als het feit niet bekend is."))
        return lees(cel)

    return lees_waarde


def _keuzelezer(feit: Feit) -> Callable[[str], str]:
    def lees(cel: str) -> str:
        if cel not in feit.soort.keuzes:
            raise Waardefout(omschrijving(feit), _("Schrijf een van de keuzes precies zo."))
        return cel

    return lees


def _getallezer(feit: Feit) -> Callable[[str], str]:
    laag, hoog = feit.bereik or (None, None)

    def lees(cel: str) -> str:
        getal = lees_getal(cel, decimalen=feit.decimalen)
        if laag is not None and hoog is not None and not laag <= Fraction(Decimal(getal)) <= hoog:
            raise Waardefout(omschrijving(feit), _("Kijk na of het getal en de eenheid kloppen."))
        return getal

    return lees


def _getal(waarde: Fraction) -> str:
    return str(waarde.numerator) if waarde.denominator == 1 else str(float(waarde)).replace(".", ",")
