"""Reads: a household and its facts as they held on a date. Finding somebody stands in `search`."""

import datetime
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from .models import Bewoning, Feit, Indeling, Persoon, Relatie, Uitkering


def geldig_op(op: datetime.date) -> Q:
    """Filter: the period `vanaf` (inclusive) to `tot` (exclusive) holds `op`."""
    return Q(vanaf__lte=op) & (Q(tot__isnull=True) | Q(tot__gt=op))


@dataclass(frozen=True)
class Huishouden:
    """Everyone with hoofdverblijf in one dwelling on a date, and a partner who stays in an institution.

    `partners` and `commercieel` are pairs of person ids, `ouders` maps a child to his parents. `partner_elders` is a
    partner who, according to the register, lives elsewhere and not in an institution: whether they live apart for good
    (Participatiewet 3 lid 2 onder b) is for a person to judge, so he is named and not counted.
    """

    op: datetime.date
    woning: str
    adres: str
    personen: tuple[Persoon, ...]
    partners: frozenset[tuple[int, int]]
    ouders: dict[int, tuple[int, ...]]
    commercieel: frozenset[tuple[int, int]]
    partner_elders: Persoon | None

    def partner_van(self, persoon: Persoon) -> Persoon | None:
        """The partner of a member of this household, if he is a member too."""
        anderen = {b if a == persoon.pk else a for a, b in self.partners if persoon.pk in (a, b)}
        return next((p for p in self.personen if p.pk in anderen), None)


def huishouden_op(persoon: Persoon, op: datetime.date) -> Huishouden:
    """The household of `persoon` on `op`: himself first, then partner, then the others by age (oldest first)."""
    bewoning = Bewoning.objects.filter(geldig_op(op), persoon=persoon).first()
    woning = bewoning.woning if bewoning else ""
    in_huis = (
        set(Bewoning.objects.filter(geldig_op(op), woning=woning).values_list("persoon_id", flat=True))
        if woning
        else set()
    )
    in_huis.add(persoon.pk)
    relaties = list(Relatie.objects.filter(geldig_op(op)).filter(Q(persoon__in=in_huis) | Q(ander__in=in_huis)))
    elders = _partner_buiten(relaties, persoon.pk, in_huis)
    if elders is not None and _verblijft_in_inrichting(persoon.pk, elders, op):
        in_huis.add(elders)
        elders = None
    partners = _paren(relaties, Relatie.Soort.PARTNER, in_huis)
    personen = sorted(
        Persoon.objects.filter(pk__in=in_huis),
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
        personen=tuple(
            p for p in personen if p.geboortedatum <= op and (p.overleden_op is None or p.overleden_op > op)
        ),
        partners=partners,
        ouders=_ouders(relaties, in_huis),
        commercieel=_paren(relaties, Relatie.Soort.COMMERCIEEL, in_huis),
        partner_elders=Persoon.objects.filter(pk=elders).first() if elders is not None else None,
    )


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


def _partner_buiten(relaties: Iterable[Relatie], persoon: int, in_huis: set[int]) -> int | None:
    for r in relaties:
        if r.soort == Relatie.Soort.PARTNER and persoon in (r.persoon_id, r.ander_id):
            ander = r.ander_id if r.persoon_id == persoon else r.persoon_id
            if ander not in in_huis:
                return ander
    return None


def _verblijft_in_inrichting(persoon: int, partner: int, op: datetime.date) -> bool:
    """Whether one of the two stays in an institution, which keeps them married though their addresses differ."""
    return any(
        "inrichting" in feiten and feiten["inrichting"].waarde == "ja"
        for feiten in feiten_op((persoon, partner), op).values()
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
    laatste = {(feit.persoon_id, feit.naam, feit.vanaf): feit for feit in rijen.order_by("vastgelegd_op", "pk")}
    geldend: dict[int, dict[str, Feit]] = {persoon: {} for persoon in personen}
    for feit in sorted(laatste.values(), key=lambda feit: (feit.vastgelegd_op, feit.vanaf, feit.pk)):
        if feit.tot is None or feit.tot > op:
            geldend[feit.persoon_id][feit.naam] = feit
    return geldend


def onderdeel_uitkering(persoon: Persoon, op: datetime.date) -> dict[str, object]:
    """Context of the section on benefit and doelgroep of a dossier."""
    return {
        "uitkeringen": Uitkering.objects.filter(persoon=persoon).order_by("-vanaf"),
        "indelingen": Indeling.objects.filter(persoon=persoon).order_by("-vanaf"),
        "peildatum": op,
    }


def feiten_door_de_tijd(persoon: Persoon) -> QuerySet[Feit]:
    """Every recorded row of every fact of one person, newest period first: what held when, known since when."""
    return Feit.objects.filter(persoon=persoon).select_related("inlezing").order_by("naam", "-vanaf", "-vastgelegd_op")
