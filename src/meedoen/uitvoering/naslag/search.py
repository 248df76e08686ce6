"""Find a rule, amount, fact or term by its name, its article or a word of its text."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from .index import Naamsoort, alle_namen, recht, soort_van
from .pages import uitleg
from .values import leesbaar

MEESTE = 60


@dataclass(frozen=True)
class Vermelding:
    """What can be found: a name with its article, the sentence that says what it is, and all its words."""

    naam: str
    soort: Naamsoort
    artikel: str
    tekst: str
    woorden: str


def zoek(term: str) -> list[Vermelding]:
    """What holds every word of the term: names that begin with it first, then names, articles, texts."""
    term = term.strip().lower().replace("_", " ")
    woorden = term.split()
    if not woorden:
        return []
    treffers = [een for een in _vermeldingen() if all(woord in een.woorden for woord in woorden)]
    return sorted(treffers, key=lambda een: (_rang(een, term, woorden), een.naam))


def lijkt_op(naam: str) -> list[str]:
    """Names near a misspelt one, the nearest first."""
    return get_close_matches(naam.lower().replace(" ", "_").replace("-", "_"), alle_namen(), n=5, cutoff=0.5)


def _rang(een: Vermelding, term: str, woorden: list[str]) -> int:
    naam = leesbaar(een.naam)
    if naam.startswith(term):
        return 0
    if all(woord in naam for woord in woorden):
        return 1
    return 2 if term in een.artikel.lower() else 3


def _vermeldingen() -> tuple[Vermelding, ...]:
    from django.utils.translation import get_language

    return _in_taal(get_language() or "nl")


@cache
def _in_taal(taal: str) -> tuple[Vermelding, ...]:
    return tuple(_vermelding(naam, *delen) for naam, *delen in _delen())


def _vermelding(naam: str, artikel: str, tekst: str) -> Vermelding:
    soort = soort_van(naam)
    assert soort is not None, "only names of the law are listed"
    return Vermelding(naam, soort, artikel, tekst, f"{leesbaar(naam)} {artikel} {tekst}".lower())


def _delen() -> Iterator[tuple[str, str, str]]:
    pakket = recht()
    for naam, versies in pakket.regels.items():
        artikelen = "; ".join(dict.fromkeys(versie.kop.artikel for versie in reversed(versies)))
        yield naam, artikelen, uitleg(versies[-1].kop)
    for naam, bedrag in pakket.bedragen.items():
        yield naam, bedrag.artikel, bedrag.omschrijving
    for naam, feit in pakket.feiten.items():
        yield naam, feit.artikel, feit.vraag
    for naam, term in pakket.termen.items():
        yield naam, term.artikel, term.vraag
