"""How did we get here: the trace of the rules, ordered for a reader and with names instead of numbers."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lui

from meedoen.recht import Invoer, Stap, Uitkomst
from meedoen.recht.explanations import uitleg_van

from ..naslag.values import leesbaar, toon
from .calculation import Berekening

Sleutel = tuple[str, str, str]
"""A step: rule, person, and in a rule about two persons the other one."""

SOORTEN = {
    "feit": _lui("feit"),
    "oordeel": _lui("oordeel"),
    "term": _lui("keuze van de gemeente"),
    "bedrag": _lui("bedrag uit de wet"),
    "regel": _lui("regel"),
    "relatie": _lui("relatie"),
}


@dataclass(frozen=True)
class Regel:
    """One line of an explanation: a name, its value, whose it is, and where it comes from.

    `sleutel` is the name in the law, with which its page is found; `anker` is the step on the same page that
    computed it, "" for what no rule computed.
    """

    sleutel: str
    naam: str
    waarde: str
    van: str
    soort: str
    herkomst: str
    anker: str
    is_geverifieerd: bool
    is_opgegeven: bool


@dataclass(frozen=True)
class Uitlegstap:
    """One rule as applied to one person: article, meaning, what went in, what came out."""

    anker: str
    sleutel: str
    naam: str
    artikel: str
    tekst: str
    over: str
    invoer: tuple[Regel, ...]
    uitkomst: str
    is_geverifieerd: bool
    waarom: str


@dataclass(frozen=True)
class Uitlegdeel:
    """How one result of one person came about: the result first, then each step that it rests on, once per page."""

    wie: str
    stappen: tuple[Uitlegstap, ...]


@dataclass(frozen=True)
class Uitleg:
    """The explanation of one result for each person of whom it was asked; a step shown before is only referred to.

    `ontvangst` is the receipt of the answer, `namen` the name of each person in it.
    """

    sleutel: str
    resultaat: str
    delen: tuple[Uitlegdeel, ...]
    ontvangst: dict[str, Any]
    namen: dict[str, str]


def leg_uit(berekening: Berekening) -> list[Uitleg]:
    """The explanations of all results that were asked, in the order in which they were asked; no step twice. A result
    that waits for a judgment has no steps yet, and is left out.
    """
    namen = {lid.nummer: str(lid) for lid in berekening.huishouden.personen}
    getoond: set[Sleutel] = set()
    return [
        _uitleg(naam, uitkomst, namen, getoond) for naam, uitkomst in berekening.uitkomsten.items() if uitkomst.spoor
    ]


def _uitleg(naam: str, uitkomst: Uitkomst, namen: dict[str, str], getoond: set[Sleutel]) -> Uitleg:
    stappen = {(stap.regel, stap.persoon, stap.ander): stap for stap in uitkomst.spoor}
    delen = []
    for nummer, wie in namen.items():
        if naam in uitkomst.waarden[nummer]:
            volgorde = _van_boven_naar_beneden((naam, nummer, ""), stappen, getoond)
            delen.append(Uitlegdeel(wie, tuple(_stap(stappen[sleutel], namen) for sleutel in volgorde)))
    return Uitleg(naam, leesbaar(naam), tuple(delen), uitkomst.ontvangst, namen)


def _van_boven_naar_beneden(begin: Sleutel, stappen: dict[Sleutel, Stap], getoond: set[Sleutel]) -> list[Sleutel]:
    """The steps under `begin`, each before what it read; what the page showed already is left out."""
    volgorde, wachtend = [], [begin]
    while wachtend:
        sleutel = wachtend.pop()
        if sleutel in getoond or sleutel not in stappen:
            continue
        getoond.add(sleutel)
        volgorde.append(sleutel)
        gelezen = [(i.naam, i.persoon, i.ander) for i in stappen[sleutel].invoer if i.soort == "regel"]
        wachtend.extend(reversed(gelezen))
    return volgorde


def _anker(sleutel: Sleutel) -> str:
    return "-".join(deel for deel in ("stap", *sleutel) if deel)


def _stap(stap: Stap, namen: dict[str, str]) -> Uitlegstap:
    over = namen[stap.persoon]
    if stap.ander:
        over = _("%(ander)s, gezien vanuit %(ik)s") % {"ander": namen[stap.ander], "ik": over}
    if stap.reden is not None:
        uitkomst = _("geen: %(reden)s (%(artikel)s)") % {"reden": stap.reden.reden, "artikel": stap.reden.artikel}
    else:
        uitkomst = toon(stap.uitkomst, str(stap.maat))
    return Uitlegstap(
        anker=_anker((stap.regel, stap.persoon, stap.ander)),
        sleutel=stap.regel,
        naam=leesbaar(stap.regel),
        artikel=stap.artikel,
        tekst=" ".join(stap.tekst.split()) if get_language() == "en" else uitleg_van(stap.regel, stap.vanaf),
        over=over,
        invoer=tuple(_regel(invoer, stap.persoon, namen) for invoer in stap.invoer),
        uitkomst=uitkomst,
        is_geverifieerd=stap.is_geverifieerd,
        waarom=stap.waarom,
    )


def _regel(invoer: Invoer, ik: str, namen: dict[str, str]) -> Regel:
    if isinstance(invoer.waarde, tuple):
        waarde = ", ".join(namen[lid] for lid in invoer.waarde) or _("niemand")
    else:
        waarde = toon(invoer.waarde, str(invoer.maat))
    van = invoer.ander or (invoer.persoon if invoer.persoon != ik else "")
    is_regel = invoer.soort == "regel"
    return Regel(
        sleutel=invoer.naam.split("[")[0],
        naam=leesbaar(invoer.naam),
        waarde=waarde,
        van=namen.get(van, ""),
        soort=str(SOORTEN[invoer.soort]),
        herkomst="; ".join(deel for deel in (invoer.artikel, "" if is_regel else invoer.bron) if deel),
        anker=_anker((invoer.naam, invoer.persoon, invoer.ander)) if is_regel else "",
        is_geverifieerd=invoer.is_geverifieerd,
        is_opgegeven=invoer.opgegeven or invoer.waarde is None,  # what is missing was not read as anything
    )
