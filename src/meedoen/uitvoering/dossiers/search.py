"""Finding residents by what somebody types: name, date of birth, BSN, dossier number, address, in any order.

First as it was typed, or as it sounds: every word is the beginning of a word of the resident. When that finds nobody,
words that look like it count too, prefixes of names ("van der") need not be there, and a few letters may be initials.
"""

import datetime
from collections.abc import Collection
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import reduce
from itertools import groupby
from operator import and_, or_

from django.db import connection, transaction
from django.db.models import Case, Q, QuerySet, Value, When
from django.db.models.expressions import Combinable
from django.utils.translation import gettext as _

from ..kern import clock
from .bsn import doorstaat_elfproef
from .likeness import GELIJKEND, VOORVOEGSELS, klank
from .models import Bewoning, Persoon, Zoekregel, Zoekwoord
from .queries import geldig_op
from .search_terms import Zoekvraag, lees_zoekvraag

MEESTE_TREFFERS = 50
_REGELS = 2 * MEESTE_TREFFERS + 1
"""Rows read for so many residents: somebody has one for each address."""
MEESTE_KANDIDATEN = 2_000
"""So many rows are put in order. Who types the name of a town gets some who live there, and the advice to add more."""
MEESTE_WOORDEN = 25
"""A misspelled word stands for at most so many words of the register, the nearest first."""
DRIETALLEN = 0.2
"""From this share of equal trigrams a word is compared letter by letter. Low, because two letters turned around in a
short name leave few trigrams alike."""
_WEGLAATBAAR = VOORVOEGSELS | {"v", "d", "vd"}


@dataclass(frozen=True)
class Treffer:
    """A resident who was found, with the address under which: the one of today where that fits."""

    persoon: Persoon
    bewoning: Bewoning | None
    is_vroeger: bool = False


@dataclass(frozen=True)
class Zoekuitslag:
    """Who was found: at most MEESTE_TREFFERS, `is_meer` when there are more, `is_gelijkend` when only by likeness.

    `hulp` says, where nobody was found, what may be wrong with what was typed.
    """

    treffers: tuple[Treffer, ...] = ()
    is_meer: bool = False
    is_gelijkend: bool = False
    hulp: str = ""


def zoek(term: str, *, gemeentecodes: Collection[str]) -> Zoekuitslag:
    """Residents of these municipalities whom `term` may mean, the best fit first. An empty term finds nobody."""
    op = clock.vandaag()
    vraag = lees_zoekvraag(term, op)
    if vraag.nummers and (gevonden := _op_nummer(vraag.nummers, gemeentecodes, op)):
        return Zoekuitslag(gevonden)
    if vraag.is_te_kort:
        return Zoekuitslag(hulp=_("Dat is te weinig om op te zoeken. Typ ten minste twee letters van de naam."))
    if vraag.is_leeg or vraag.is_onmogelijke_dag:
        return Zoekuitslag(hulp=_hulp(vraag))
    eigen = Zoekregel.objects.filter(persoon__gemeente__in=gemeentecodes)
    for is_gelijkend in (False, True):
        regels = _rangschik(eigen.filter(_voorwaarde(vraag, is_gelijkend=is_gelijkend)), vraag)
        if len(regels) == _REGELS and regels[-1].heel < len(vraag.woorden):  # type: ignore[attr-defined]
            regels = _rangschik(eigen.filter(_heel(vraag)), vraag) + regels
        if treffers := _per_persoon(regels, op):
            is_meer = len(treffers) > MEESTE_TREFFERS or len(regels) >= _REGELS
            return Zoekuitslag(tuple(treffers[:MEESTE_TREFFERS]), is_meer, is_gelijkend)
    return Zoekuitslag(hulp=_hulp(vraag))


def _op_nummer(nummers: list[str], gemeentecodes: Collection[str], op: datetime.date) -> tuple[Treffer, ...]:
    """By BSN or dossier number."""
    wie = Q(bsn__in=nummers) | Q(nummer__in=nummers)
    gevonden = list(Persoon.objects.filter(wie, gemeente__in=gemeentecodes).select_related("gemeente"))
    adressen = {b.persoon_id: b for b in Bewoning.objects.filter(geldig_op(op), persoon__in=gevonden)}
    return tuple(Treffer(persoon, adressen.get(persoon.pk)) for persoon in gevonden)


def _voorwaarde(vraag: Zoekvraag, *, is_gelijkend: bool) -> Q:
    """What a Zoekregel must hold: everything that was typed, in any order."""
    delen = [Q(tekst__contains=f" {getal} ") for getal in vraag.getallen]
    delen += [Q(tekst__contains=f" {postcode}") for postcode in vraag.postcodes]
    delen += [Q(tekst__contains=f" {jaar}") | Q(persoon__geboortedatum__year=jaar) for jaar in vraag.jaren]
    if vraag.dagen:
        delen.append(Q(persoon__geboortedatum__in=vraag.dagen))
    heeft_naam = any(len(woord) > 3 for woord in vraag.woorden)
    for woord in vraag.woorden:
        deel = Q(tekst__contains=f" {woord}")
        if len(woord) > 1:
            deel |= Q(tekst__contains=f" {klank(woord)}")
        if is_gelijkend and woord in _WEGLAATBAAR:
            continue
        if is_gelijkend and len(woord) > 1:
            deel = reduce(or_, (Q(tekst__contains=f" {ander} ") for ander in gelijkende_woorden(klank(woord))), deel)
            if len(woord) <= 3 and heeft_naam:
                deel |= Q(tekst__contains=f" {woord[0]}")
        delen.append(deel)
    return reduce(and_, delen, Q())


def _heel(vraag: Zoekvraag) -> Q:
    """The same with whole words: what must not be lost among too many words that only begin so."""
    heel = (Q(tekst__contains=f" {woord} ") for woord in vraag.woorden)
    return reduce(and_, heel, _voorwaarde(replace(vraag, woorden=[]), is_gelijkend=False))


def gelijkende_woorden(gezocht: str) -> list[str]:
    """Words of the register that may be this one (as it sounds) with a slip of the pen, the nearest first."""
    vergelijker = SequenceMatcher(b=gezocht)
    gevonden = []
    for woord in _op_drietallen(gezocht):
        vergelijker.set_seq1(woord)
        if vergelijker.real_quick_ratio() >= GELIJKEND and (nabij := vergelijker.ratio()) >= GELIJKEND:
            gevonden.append((-nabij, woord))
    return [woord for _nabij, woord in sorted(gevonden)[:MEESTE_WOORDEN]]


def _op_drietallen(gezocht: str) -> list[str]:
    """Words with enough trigrams in common: from the index of PostgreSQL; on SQLite all words are compared here."""
    if connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT set_config('pg_trgm.similarity_threshold', %s, true)", [str(DRIETALLEN)])
            return list(Zoekwoord.objects.filter(woord__trigram_similar=gezocht).values_list("woord", flat=True))
    mijn = _drietallen(gezocht)
    return [
        woord
        for woord in Zoekwoord.objects.values_list("woord", flat=True)
        if len(mijn & (zijn := _drietallen(woord))) >= DRIETALLEN * len(mijn | zijn)
    ]


def _drietallen(woord: str) -> set[str]:
    """The trigrams of one word as pg_trgm takes them: two blanks before, one behind."""
    rond = f"  {woord} "
    return {rond[plaats : plaats + 3] for plaats in range(len(rond) - 2)}


def _rangschik(regels: QuerySet[Zoekregel], vraag: Zoekvraag) -> list[Zoekregel]:
    """The first rows: those in which most words are whole, then those in whose surname most begin, then by name."""
    heel = [Q(tekst__contains=f" {woord} ") for woord in vraag.woorden]
    naam = [Q(persoon__achternaam__istartswith=woord) for woord in vraag.woorden]
    volgorde = ("persoon__achternaam", "persoon__voornaam", "persoon__geboortedatum", "persoon_id")
    kandidaten = Zoekregel.objects.filter(pk__in=regels.values("pk")[:MEESTE_KANDIDATEN])
    geordend = kandidaten.annotate(heel=_aantal(heel), naam=_aantal(naam)).order_by("-heel", "-naam", *volgorde)
    return list(geordend.select_related("persoon__gemeente", "bewoning")[:_REGELS])


def _aantal(voorwaarden: list[Q]) -> Combinable:
    """How many of these hold."""
    eenheden = (Case(When(voorwaarde, then=Value(1)), default=Value(0)) for voorwaarde in voorwaarden)
    som: Combinable = Value(0)
    for eenheid in eenheden:
        som = som + eenheid
    return som


def _per_persoon(regels: list[Zoekregel], op: datetime.date) -> list[Treffer]:
    """One for each resident, with the address of today where a row of it was found, else the last one."""
    treffers: dict[int, Treffer] = {}
    for persoon, eigen in groupby(regels, key=lambda regel: regel.persoon):
        bewoningen = sorted((r.bewoning for r in eigen if r.bewoning), key=lambda b: (_loopt(b, op), b.vanaf))
        laatste = bewoningen[-1] if bewoningen else None
        is_vroeger = laatste is not None and laatste.tot is not None and laatste.tot <= op
        treffers.setdefault(persoon.pk, Treffer(persoon, laatste, is_vroeger))
    return list(treffers.values())


def _loopt(bewoning: Bewoning, op: datetime.date) -> bool:
    return bewoning.vanaf <= op and (bewoning.tot is None or bewoning.tot > op)


def _hulp(vraag: Zoekvraag) -> str:
    """What may be wrong with what was typed."""
    if vraag.is_onmogelijke_dag:
        return _("Deze datum bestaat niet. Schrijf een geboortedatum als 31-01-1980.")
    if any(nummer.isdigit() and len(nummer) == 9 and not doorstaat_elfproef(nummer) for nummer in vraag.nummers):
        return _("Dit is geen bestaand BSN: er is een cijfer verkeerd. Kijk het na, of zoek op naam.")
    if vraag.nummers and vraag.is_leeg:
        return _("Geen inwoner van uw gemeenten heeft dit nummer. Kijk het na, of zoek op naam en geboortedatum.")
    if vraag.dagen:
        return _("Klopt de geboortedatum? Zoek anders alleen op naam, of op adres.")
    return _("Laat een voornaam of huisnummer weg, of zoek op geboortedatum, BSN, adres of dossiernummer.")
