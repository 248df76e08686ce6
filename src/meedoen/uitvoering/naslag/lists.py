"""The lists that lead to the pages: rules per law and subject, amounts, facts and terms, each with what tells it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from . import declarations, index, pages
from .values import eenheid


@dataclass(frozen=True)
class Rij:
    """One name in a list: what kind it is, its article, and whether all of it is verified."""

    naam: str
    soort: str
    artikel: str
    is_geverifieerd: bool


@dataclass(frozen=True)
class Groep:
    """A heading with its rows; `sleutel` is its place on the page."""

    sleutel: str
    naam: str
    rijen: tuple[Rij, ...]


@dataclass(frozen=True)
class Wetgroep:
    """A law with its subjects."""

    naam: str
    groepen: tuple[Groep, ...]

    @property
    def aantal(self) -> int:
        """How many names it has."""
        return sum(len(groep.rijen) for groep in self.groepen)


def regels() -> tuple[Wetgroep, ...]:
    """The rules, in the reading order of the law."""
    onzeker = {een.naam for een in pages.niet_geverifieerd()}

    def rij(naam: str) -> Rij:
        versies = index.recht().regels[naam]
        artikel = versies[-1].kop.artikel
        soort = _("%(n)s versies") % {"n": len(versies)} if len(versies) > 1 else ""
        return Rij(naam, soort, artikel, naam not in onzeker)

    return _per_wet(index.regels_per_wet(), rij)


def bedragen() -> tuple[Wetgroep, ...]:
    """The amounts, with their unit."""
    onzeker = {een.naam for een in pages.niet_geverifieerd()}

    def rij(naam: str) -> Rij:
        bedrag = index.recht().bedragen[naam]
        return Rij(naam, eenheid(bedrag.eenheid), bedrag.artikel, naam not in onzeker)

    return _per_wet(index.bedragen_per_wet(), rij)


def feiten() -> tuple[Wetgroep, ...]:
    """The facts per subject, with the kind of answer."""

    def rij(naam: str) -> Rij:
        feit = index.recht().feiten[naam]
        return Rij(naam, declarations.antwoord(feit), feit.artikel, True)

    return (Wetgroep("", _groepen(index.feiten_per_onderwerp(), rij)),)


def termen() -> tuple[Wetgroep, ...]:
    """The open terms per ordinance, with the kind of answer and who fills it."""

    def rij(naam: str) -> Rij:
        term = index.recht().termen[naam]
        wie = _("raad") if term.vaststeller == "raad" else _("college")
        return Rij(naam, f"{declarations.antwoord(term)}; {wie}", term.artikel, True)

    return (Wetgroep("", _groepen(index.termen_per_verordening(), rij)),)


def _per_wet(wetten: Iterable[index.Wet], rij: Callable[[str], Rij]) -> tuple[Wetgroep, ...]:
    return tuple(Wetgroep(wet.naam, _groepen(wet.onderwerpen, rij, f"{wet.sleutel}-")) for wet in wetten)


def _groepen(
    onderwerpen: Iterable[index.Onderwerp], rij: Callable[[str], Rij], voorvoegsel: str = ""
) -> tuple[Groep, ...]:
    return tuple(Groep(f"{voorvoegsel}{o.sleutel}", o.naam, tuple(map(rij, o.namen))) for o in onderwerpen)
