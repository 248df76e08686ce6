"""Reads: a household and its facts as they held on a date, as known now or before. Finding somebody: `search`."""

import datetime
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import Model, Q, QuerySet

from meedoen.recht import DatumOnbekend, bereken, lees_geval

from .fact_values import als_opgave
from .known import rijen_bekend_op
from .models import Bewoning, Feit, Indeling, Persoon, Relatie, Uitkering

SAMENLEVEN = "samenleven_met_partner_op_ander_adres"
"""The judgment about a partner whom the register knows at another address."""
IS_GEHUWD = "is_gehuwd_met_partner_op_ander_adres"
"""What the law makes of it."""
VOLWASSEN = 18
M = TypeVar("M", bound=Model)


def geldig_op(op: datetime.date) -> Q:
    """Filter: the period `vanaf` (inclusive) to `tot` (exclusive) holds `op`."""
    return Q(vanaf__lte=op) & (Q(tot__isnull=True) | Q(tot__gt=op))


def geldende_rijen(
    model: type[M], op: datetime.date, bekend_op: datetime.datetime | None, **waar: Collection[Any]
) -> list[M]:
    """The rows with a period that hold on `op` and of which one column has one of these values: `persoon_id=[3, 5]`.

    As known at `bekend_op`; None is now.
    """
    if bekend_op is None:
        return list(model._default_manager.filter(geldig_op(op), **{f"{kolom}__in": w for kolom, w in waar.items()}))
    rijen: list[Any] = rijen_bekend_op(model, bekend_op, **waar)
    return [rij for rij in rijen if rij.vanaf <= op and (rij.tot is None or rij.tot > op)]


@dataclass(frozen=True)
class Huishouden:
    """Everyone with hoofdverblijf in one dwelling on a date, and a partner who stays in an institution.

    `partners` and `commercieel` are pairs of person ids, `ouders` maps a child to his parents. `partner_elders` is a
    partner who, according to the register, lives elsewhere and not in an institution; `oordeel` is what somebody judged
    about the two (Participatiewet 3 lid 2 onder b). Who counts as spouse by it is in `personen`, with the minors in
    that dwelling; without a judgment, or living apart for good, he is named only. `deelt_met_anderen`: a spouse at
    another address counts, and one of the two shares a dwelling with other adults.
    """

    op: datetime.date
    woning: str
    adres: str
    personen: tuple[Persoon, ...]
    partners: frozenset[tuple[int, int]]
    ouders: dict[int, tuple[int, ...]]
    commercieel: frozenset[tuple[int, int]]
    partner_elders: Persoon | None
    oordeel: Feit | None = None
    deelt_met_anderen: bool = False

    @property
    def telt_partner_elders_mee(self) -> bool:
        """Whether the partner at another address counts as spouse."""
        return self.partner_elders in self.personen

    def partner_van(self, persoon: Persoon) -> Persoon | None:
        """The partner of a member of this household, if he is a member too."""
        anderen = {b if a == persoon.pk else a for a, b in self.partners if persoon.pk in (a, b)}
        return next((p for p in self.personen if p.pk in anderen), None)


@dataclass(frozen=True)
class _Samenstelling:
    """Who belong together in a case, with their relations, and what is known of a partner at another address."""

    in_huis: set[int]
    relaties: list[Relatie]
    elders: Persoon | None = None
    oordeel: Feit | None = None
    deelt_met_anderen: bool = False


def huishouden_op(persoon: Persoon, op: datetime.date, *, bekend_op: datetime.datetime | None = None) -> Huishouden:
    """The household of `persoon` on `op`: himself first, then partner, then the others by age (oldest first).

    Dwellings, relations, dates of birth and death, and a judgment about a partner at another address count as known at
    `bekend_op` (default: now).
    """
    bewoning = next(iter(geldende_rijen(Bewoning, op, bekend_op, persoon_id=[persoon.pk])), None)
    woning = bewoning.woning if bewoning else ""
    samen = _samenstelling(persoon, _bewoners(woning, op, bekend_op) | {persoon.pk}, op, bekend_op)
    partners = _paren(samen.relaties, Relatie.Soort.PARTNER, samen.in_huis)
    personen = sorted(
        _personen(samen.in_huis, bekend_op),
        key=lambda p: (
            p.pk != persoon.pk,
            (min(p.pk, persoon.pk), max(p.pk, persoon.pk)) not in partners,
            p.geboortedatum,
            p.pk,
        ),
    )
    return Huishouden(
        op=op,
        woning=woning,
        adres=bewoning.adres if bewoning else "",
        personen=tuple(p for p in personen if p.geboortedatum <= op and _leeft(p, op)),
        partners=partners,
        ouders=_ouders(samen.relaties, samen.in_huis),
        commercieel=_paren(samen.relaties, Relatie.Soort.COMMERCIEEL, samen.in_huis),
        partner_elders=samen.elders,
        oordeel=samen.oordeel,
        deelt_met_anderen=samen.deelt_met_anderen,
    )


def _samenstelling(
    persoon: Persoon, in_huis: set[int], op: datetime.date, bekend_op: datetime.datetime | None
) -> _Samenstelling:
    relaties = _relaties(in_huis, op, bekend_op)
    relatie = _partner_buiten(relaties, persoon.pk, in_huis)
    if relatie is None:
        return _Samenstelling(in_huis, relaties)
    (partner,) = _personen({relatie.ander_id if relatie.persoon_id == persoon.pk else relatie.persoon_id}, bekend_op)
    if not _leeft(partner, op):
        return _Samenstelling(in_huis, relaties)
    if _verblijft_in_inrichting(persoon.pk, partner.pk, op, bekend_op):
        return _Samenstelling(in_huis | {partner.pk}, relaties)
    oordeel = _oordeel(persoon, partner, apart_sinds(relatie, op, bekend_op), op, bekend_op)
    if oordeel is None or not _is_gehuwd(oordeel, op):
        return _Samenstelling(in_huis, relaties, partner, oordeel)
    van_partner = geldende_rijen(Bewoning, op, bekend_op, persoon_id=[partner.pk])
    bij_partner = _bewoners(van_partner[0].woning if van_partner else "", op, bekend_op) - {partner.pk}
    volwassen = _volwassenen(bij_partner | in_huis - {persoon.pk}, op, bekend_op)
    in_huis = in_huis | {partner.pk} | (bij_partner - volwassen)
    return _Samenstelling(in_huis, _relaties(in_huis, op, bekend_op), partner, oordeel, bool(volwassen))


def _bewoners(woning: str, op: datetime.date, bekend_op: datetime.datetime | None) -> set[int]:
    """Who live in a dwelling; nobody where there is none."""
    if not woning:
        return set()
    return {bewoning.persoon_id for bewoning in geldende_rijen(Bewoning, op, bekend_op, woning=[woning])}


def _relaties(personen: set[int], op: datetime.date, bekend_op: datetime.datetime | None) -> list[Relatie]:
    if bekend_op is None:
        return list(Relatie.objects.filter(geldig_op(op)).filter(Q(persoon__in=personen) | Q(ander__in=personen)))
    van_beide_kanten = (
        *geldende_rijen(Relatie, op, bekend_op, persoon_id=personen),
        *geldende_rijen(Relatie, op, bekend_op, ander_id=personen),
    )
    return list({rij.pk: rij for rij in van_beide_kanten}.values())


def _personen(pks: set[int], bekend_op: datetime.datetime | None) -> list[Persoon]:
    """The persons, with what was known of them; who was put in the register later is as he is now."""
    personen = {persoon.pk: persoon for persoon in Persoon.objects.filter(pk__in=pks)}
    if bekend_op is not None:
        personen |= {persoon.pk: persoon for persoon in rijen_bekend_op(Persoon, bekend_op, id=pks)}
    return list(personen.values())


def _leeft(persoon: Persoon, op: datetime.date) -> bool:
    return persoon.overleden_op is None or persoon.overleden_op > op


def _volwassenen(personen: set[int], op: datetime.date, bekend_op: datetime.datetime | None) -> set[int]:
    """Those of 18 or older who are alive; who was born on 29 February comes of age on 1 March."""
    geboren = datetime.date(op.year - VOLWASSEN, op.month, op.day if (op.month, op.day) != (2, 29) else 28)
    return {p.pk for p in _personen(personen, bekend_op) if p.geboortedatum <= geboren and _leeft(p, op)}


def apart_sinds(relatie: Relatie, op: datetime.date, bekend_op: datetime.datetime | None = None) -> datetime.date:
    """Since when the two live at two addresses: the end of their last time in one dwelling, else the relation."""
    wie = (relatie.persoon_id, relatie.ander_id)
    rijen = (
        list(Bewoning.objects.filter(persoon__in=wie, vanaf__lte=op))
        if bekend_op is None
        else [rij for rij in rijen_bekend_op(Bewoning, bekend_op, persoon_id=wie) if rij.vanaf <= op]
    )
    mijn = [rij for rij in rijen if rij.persoon_id == relatie.persoon_id]
    einden = [
        min(a.tot or op, b.tot or op)
        for a in mijn
        for b in rijen
        if b.persoon_id == relatie.ander_id
        and a.woning == b.woning
        and max(a.vanaf, b.vanaf) < min(a.tot or op, b.tot or op)
    ]
    return max([relatie.vanaf, *einden])


def _oordeel(
    persoon: Persoon,
    partner: Persoon,
    sinds: datetime.date,
    op: datetime.date,
    bekend_op: datetime.datetime | None,
) -> Feit | None:
    """The last judgment about the two since they live apart, recorded in the dossier of either."""
    feiten = feiten_op((persoon.pk, partner.pk), op, bekend_op=bekend_op)
    oordelen = [van[SAMENLEVEN] for van in feiten.values() if SAMENLEVEN in van and van[SAMENLEVEN].vanaf >= sinds]
    return max(oordelen, key=lambda feit: (feit.vastgelegd_op, feit.pk), default=None)


def _is_gehuwd(oordeel: Feit, op: datetime.date) -> bool:
    """What the law of that day makes of the judgment. Outside the known law nothing is computed, so nobody counts."""
    geval = {"peildatum": op, "gevraagd": [IS_GEHUWD], "persoon": [{"id": "ik", SAMENLEVEN: als_opgave(oordeel)}]}
    try:
        return bereken(lees_geval(geval)).waarden["ik"][IS_GEHUWD] is True
    except DatumOnbekend:
        return False


def _paren(relaties: Iterable[Relatie], soort: str, personen: set[int]) -> frozenset[tuple[int, int]]:
    return frozenset(
        (min(r.persoon_id, r.ander_id), max(r.persoon_id, r.ander_id))
        for r in relaties
        if r.soort == soort and r.persoon_id in personen and r.ander_id in personen
    )


def _ouders(relaties: Iterable[Relatie], personen: set[int]) -> dict[int, tuple[int, ...]]:
    ouders: dict[int, tuple[int, ...]] = {}
    for r in relaties:
        if r.soort == Relatie.Soort.OUDER and r.ander_id in personen:
            ouders[r.ander_id] = (*ouders.get(r.ander_id, ()), r.persoon_id)
    return ouders


def _partner_buiten(relaties: Iterable[Relatie], persoon: int, in_huis: set[int]) -> Relatie | None:
    for r in relaties:
        if r.soort == Relatie.Soort.PARTNER and persoon in (r.persoon_id, r.ander_id):
            ander = r.ander_id if r.persoon_id == persoon else r.persoon_id
            if ander not in in_huis:
                return r
    return None


def _verblijft_in_inrichting(
    persoon: int, partner: int, op: datetime.date, bekend_op: datetime.datetime | None
) -> bool:
    """Whether one of the two stays in an institution, which keeps them married though their addresses differ."""
    return any(
        "inrichting" in feiten and feiten["inrichting"].waarde == "ja"
        for feiten in feiten_op((persoon, partner), op, bekend_op=bekend_op).values()
    )


def feiten_op(
    personen: Collection[int], op: datetime.date, *, bekend_op: datetime.datetime | None = None
) -> dict[int, dict[str, Feit]]:
    """The facts in force on `op`, by person and name, as known at `bekend_op` (default: now).

    First the last recording of each period (person, name, `vanaf`), so that a correction which ends a period holds; of
    two periods that still overlap, the one recorded last; recorded together, the one that begins last.
    """
    rijen = Feit.objects.filter(persoon__in=personen, vanaf__lte=op).select_related("door")
    if bekend_op is not None:
        rijen = rijen.filter(vastgelegd_op__lte=bekend_op)
    geldend: dict[int, dict[str, Feit]] = {persoon: {} for persoon in personen}
    for feit in in_kracht(rijen.order_by("vastgelegd_op", "pk"), op):
        geldend[feit.persoon_id][feit.naam] = feit
    return geldend


def in_kracht(rijen: Iterable[Feit], op: datetime.date) -> list[Feit]:
    """Of facts in the order of recording those in force on `op`; of one person and name the last in the list holds."""
    laatste = {(feit.persoon_id, feit.naam, feit.vanaf): feit for feit in rijen if feit.vanaf <= op}
    geldend = [feit for feit in laatste.values() if feit.tot is None or feit.tot > op]
    return sorted(geldend, key=lambda feit: (feit.vastgelegd_op, feit.vanaf, feit.pk))


def rijen_van(
    model: type[M], persoon: Persoon, bekend_op: datetime.datetime | None, volgorde: str = "vanaf"
) -> list[M]:
    """All rows of one person, the latest date first, as known at `bekend_op`; None is now."""
    if bekend_op is None:
        return list(model._default_manager.filter(persoon=persoon).order_by(f"-{volgorde}"))
    rijen = rijen_bekend_op(model, bekend_op, persoon_id=[persoon.pk])
    return sorted(rijen, key=lambda rij: getattr(rij, volgorde), reverse=True)


def onderdeel_uitkering(
    persoon: Persoon, op: datetime.date, bekend_op: datetime.datetime | None = None
) -> dict[str, object]:
    """Context of the section on benefit and doelgroep of a dossier."""
    return {
        "uitkeringen": rijen_van(Uitkering, persoon, bekend_op),
        "indelingen": rijen_van(Indeling, persoon, bekend_op),
        "peildatum": op,
    }


def feiten_door_de_tijd(persoon: Persoon, *, bekend_op: datetime.datetime | None = None) -> QuerySet[Feit]:
    """Every recorded row of every fact of one person, newest period first: what held when, known since when."""
    rijen = Feit.objects.filter(persoon=persoon).select_related("inlezing").order_by("naam", "-vanaf", "-vastgelegd_op")
    return rijen if bekend_op is None else rijen.filter(vastgelegd_op__lte=bekend_op)
