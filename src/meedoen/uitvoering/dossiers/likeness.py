"""Who may already be in the register: the same person under a name or date of birth that was written otherwise."""

import calendar
import datetime
import re
import unicodedata
from collections.abc import Collection
from difflib import SequenceMatcher

from .models import Persoon

GELIJKEND = 0.8
"""From this share of equal letters, after folding, two names are taken for one that was written twice."""
JAREN = 10
_VOORVOEGSELS = re.compile(r"^(?:(?:van|von|de|den|der|het|t|ten|ter|te|el|al|ben|la|le)\s+)+")
_KLANKEN = {
    **dict.fromkeys(("ij", "ei", "ey", "j", "i"), "y"),
    **{"sch": "s", "ph": "f", "ck": "k", "ch": "g", "qu": "k", "c": "k", "q": "k", "th": "t", "dt": "t", "d$": "t"},
    **{"z": "s", "x": "ks", "ou": "au", "v": "f", "w": "f"},
}
"""What sounds alike, folded in this order."""


def vouw(naam: str) -> str:
    """A name without capitals, accents, prefixes and double letters, with letters that sound alike made one."""
    plat = unicodedata.normalize("NFKD", naam.casefold()).encode("ascii", "ignore").decode()
    plat = _VOORVOEGSELS.sub("", re.sub(r"[^a-z]+", " ", plat).strip()).replace(" ", "")
    for klank, een in _KLANKEN.items():
        plat = re.sub(klank, een, plat)
    return re.sub(r"(.)\1+", r"\1", plat)


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
