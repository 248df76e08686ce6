"""Who may already be in the register: the same person under a name or date of birth that was written otherwise."""

import calendar
import datetime
import functools
import re
import unicodedata
from collections.abc import Collection
from difflib import SequenceMatcher

from .models import Persoon

GELIJKEND = 0.8
"""From this share of equal letters, after folding, two names are taken for one that was written twice."""
JAREN = 10
VOORVOEGSELS = frozenset(re.findall(r"\w+", "van von de den der het t ten ter te el al ben la le"))
_VOORVOEGSELS = re.compile(rf"^(?:(?:{'|'.join(sorted(VOORVOEGSELS))})\s+)+")
_ZONDER_ACCENT = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
"""Letters that Unicode does not take apart into a plain letter and a sign."""
_KLANKEN = {
    **dict.fromkeys(("ij", "ei", "ey", "j", "i"), "y"),
    **{"sch": "s", "ph": "f", "ck": "k", "ch": "g", "qu": "k", "c": "k", "q": "k", "th": "t", "dt": "t", "d$": "t"},
    **{"z": "s", "x": "ks", "ou": "au", "v": "f", "w": "f"},
}
"""What sounds alike, folded in this order."""


def vouw(naam: str) -> str:
    """A name without capitals, accents, prefixes and double letters, with letters that sound alike made one."""
    return klank(_VOORVOEGSELS.sub("", re.sub(r"[^a-z]+", " ", plat(naam)).strip()).replace(" ", ""))


def plat(naam: str) -> str:
    """A text in small letters without accents. Letters of another alphabet are left out."""
    letters = unicodedata.normalize("NFKD", naam.casefold().translate(_ZONDER_ACCENT))
    return letters.encode("ascii", "ignore").decode()


@functools.lru_cache(maxsize=100_000)
def klank(woord: str) -> str:
    """A plain word with double letters, and letters that sound alike, made one."""
    for letters, een in _KLANKEN.items():
        woord = re.sub(letters, een, woord)
    return re.sub(r"(.)\1+", r"\1", woord)


def is_gelijkend(ene: str, andere: str) -> bool:
    """Whether two names may be one name. What folds to nothing (another alphabet) must be written the same."""
    a, b = vouw(ene), vouw(andere)
    if not a or not b:
        return ene.casefold() == andere.casefold()
    return a == b or SequenceMatcher(None, a, b).ratio() >= GELIJKEND


def gelijkende_personen(
    *, voornaam: str, achternaam: str, geboortedatum: datetime.date, gemeentecodes: Collection[str]
) -> list[Persoon]:
    """Persons of these municipalities who may be this one, oldest registration first.

    Born on the same day: one of the two names is alike. Born on a day that is a likely slip of the pen (day and month
    turned around, or one of day, month and year otherwise): both are.
    """
    dagen = {geboortedatum, *_verschrijvingen(geboortedatum)}
    kandidaten = Persoon.objects.filter(geboortedatum__in=dagen, gemeente_id__in=gemeentecodes).order_by("pk")
    gevonden = []
    for persoon in kandidaten:
        treffers = is_gelijkend(persoon.achternaam, achternaam) + is_gelijkend(persoon.voornaam, voornaam)
        if treffers >= (1 if persoon.geboortedatum == geboortedatum else 2):
            gevonden.append(persoon)
    return gevonden


def _verschrijvingen(dag: datetime.date) -> set[datetime.date]:
    """The days that differ from this one in the day, the month or the year (within ten), or have two of them turned."""
    delen = [(dag.year, dag.day, dag.month)]
    delen += [(dag.year, dag.month, d) for d in range(1, 32)]
    delen += [(dag.year, maand, dag.day) for maand in range(1, 13)]
    delen += [(jaar, dag.month, dag.day) for jaar in range(dag.year - JAREN, dag.year + JAREN + 1)]
    return {
        datetime.date(jaar, maand, d)
        for jaar, maand, d in delen
        if 1 <= maand <= 12 and d <= calendar.monthrange(jaar, maand)[1]
    }
