"""Rows of the register as they were known at a moment: as they are now, less what the log noted since.

A row is known from the act or the import that brought it. The log (`kern/changes.py`) holds what each later act or
import made of it, so undoing those gives the row of then. A row that neither tells when it came counts as known.
"""

import datetime
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import DecimalField, Model, Q
from django.utils import timezone

from ..kern.models import Gebeurtenis, Wijziging
from .models import Inlezing

M = TypeVar("M", bound=Model)
Velden = dict[str, Any]


def einde_van(dag: datetime.date) -> datetime.datetime:
    """The last moment of a day in the Netherlands: what was recorded on that day counts as known on it."""
    return timezone.make_aware(datetime.datetime.combine(dag, datetime.time.max))


@dataclass(frozen=True)
class Verloop(Generic[M]):
    """One row as it was known at a moment (None: not yet) and as it is now (None: removed).

    `gebeurtenis` is the last act on it since, `inlezing` the import that brought what is there now.
    """

    toen: M | None
    nu: M | None
    gebeurtenis: Gebeurtenis | None
    inlezing: Inlezing | None

    @property
    def is_veranderd(self) -> bool:
        """Whether what the row says differs; that an import brought the same once more is no change."""
        return _inhoud(self.toen) != _inhoud(self.nu)


def rijen_bekend_op(model: type[M], moment: datetime.datetime, **waar: Collection[Any]) -> list[M]:
    """The rows of which one column had one of these values, as far as known at `moment`: `persoon_id=[3, 5]`."""
    ((kolom, waarden),) = waar.items()
    toen = (verloop.toen for verloop in verlopen_sinds(model, moment, **waar))
    return [rij for rij in toen if rij is not None and getattr(rij, kolom) in waarden]


def verlopen_sinds(model: type[M], moment: datetime.datetime, **waar: Collection[Any]) -> list[Verloop[M]]:
    """Every row of which one column has one of these values, or had at some time: then and now."""
    ((kolom, waarden),) = waar.items()
    nu = {rij.pk: rij for rij in model._default_manager.filter(**{f"{kolom}__in": waarden})}
    lijnen = list(
        Wijziging.objects.filter(tabel=model._meta.db_table)
        .filter(Q(rij__in=[*nu]) | Q(**{f"voor__{kolom}__in": [*waarden]}))
        .order_by("-pk")
    )
    elders = {lijn.rij for lijn in lijnen} - set(nu)
    nu |= {rij.pk: rij for rij in model._default_manager.filter(pk__in=elders)}
    sinds = _gebeurtenissen_sinds(lijnen, moment)
    per_rij: dict[int, list[Wijziging]] = {pk: [] for pk in (*nu, *elders)}
    for lijn in lijnen:
        if lijn.verwerking in sinds:
            per_rij[lijn.rij].append(lijn)
    velden = {pk: _zonder(_velden(nu.get(pk)), eigen) for pk, eigen in per_rij.items()}
    inlezingen = _inlezingen([*velden.values(), *(_velden(rij) for rij in nu.values())])
    return [
        Verloop(
            _rij(model, was) if _is_bekend(was, inlezingen, moment) else None,
            nu.get(pk),
            sinds[per_rij[pk][0].verwerking] if per_rij[pk] else None,
            inlezingen.get(getattr(nu.get(pk), "inlezing_id", None)),
        )
        for pk, was in sorted(velden.items())
    ]


def bekend_sinds(rij: Model) -> datetime.datetime | None:
    """Since when a row is in the register; None where neither the log nor an import tells."""
    tabel, pk = rij._meta.db_table, rij.pk
    lijnen = list(Wijziging.objects.filter(tabel=tabel, rij=pk).order_by("pk"))
    if lijnen and lijnen[0].voor is None:
        act = Gebeurtenis.objects.filter(verwerking=lijnen[0].verwerking).order_by("moment").first()
        return act.moment if act else None
    eerste = _zonder(_velden(rij), list(reversed(lijnen)))
    inlezing = next(iter(_inlezingen([eerste]).values()), None)
    return inlezing.begonnen_op if inlezing else None


def _gebeurtenissen_sinds(lijnen: Iterable[Wijziging], moment: datetime.datetime) -> dict[Any, Gebeurtenis]:
    """The acts after `moment` that made these changes, by their mark; of one transaction its first act tells when."""
    merken = {lijn.verwerking for lijn in lijnen}
    acts = Gebeurtenis.objects.filter(verwerking__in=merken).select_related("door").order_by("-moment", "-pk")
    eerste = {act.verwerking: act for act in acts} if merken else {}
    return {merk: act for merk, act in eerste.items() if act.moment > moment}


def _velden(rij: Model | None) -> Velden | None:
    """The columns of a row, as the log names them."""
    return None if rij is None else {v.column or "": getattr(rij, v.attname) for v in rij._meta.concrete_fields}


def _inhoud(rij: Model | None) -> Velden | None:
    velden = _velden(rij)
    return None if velden is None else {naam: w for naam, w in velden.items() if naam not in ("inlezing_id", "versie")}


def _zonder(velden: Velden | None, lijnen: Iterable[Wijziging]) -> Velden | None:
    """A row with changes undone, newest first. A change without `voor` made the row, one without `na` removed it."""
    for lijn in lijnen:
        velden = lijn.voor if lijn.voor is None or velden is None else velden | lijn.voor
    return velden


def _inlezingen(rijen: Iterable[Velden | None]) -> dict[int | None, Inlezing]:
    pks = [velden["inlezing_id"] for velden in rijen if velden and velden.get("inlezing_id") is not None]
    return {rij.pk: rij for rij in Inlezing.objects.filter(pk__in=pks).select_related("door")} if pks else {}


def _is_bekend(velden: Velden | None, inlezingen: dict[int | None, Inlezing], moment: datetime.datetime) -> bool:
    if velden is None:
        return False
    inlezing = inlezingen.get(velden.get("inlezing_id"))
    return inlezing is None or inlezing.begonnen_op <= moment


def _rij(model: type[M], velden: Velden | None) -> M | None:
    """A row of the model from columns as the log wrote them."""
    if velden is None:
        return None
    waarden = []
    for veld in model._meta.concrete_fields:
        waarde = veld.to_python(velden[veld.column or ""])
        if isinstance(veld, DecimalField) and waarde is not None:
            waarde = round(waarde, veld.decimal_places)
        waarden.append(waarde)
    return model.from_db(None, [veld.attname for veld in model._meta.concrete_fields], waarden)
