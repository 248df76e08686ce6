"""What was recorded after a moment about the people of a household: what was known then, and what is known now."""

import datetime
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from ..huisstijl.formats import datum
from ..kern.models import Gebruiker
from .known import Verloop, verlopen_sinds
from .models import Bewoning, Feit, Indeling, Inlezing, Persoon, Relatie, Uitkering
from .overview import periode, toon_feit
from .queries import in_kracht


@dataclass(frozen=True)
class Verandering:
    """One thing that is known now and was not then. `feit` is its name in the law, "" for what no rule calls a fact."""

    wie: str
    feit: str
    wat: str
    toen: str
    nu: str
    door: str
    vastgelegd_op: datetime.datetime


def sindsdien(personen: Collection[Persoon], moment: datetime.datetime) -> list[Verandering]:
    """Everything recorded about these persons after `moment`, newest first."""
    namen = {persoon.pk: str(persoon) for persoon in personen}
    gevonden = [*_feiten(namen, moment), *_rijen(namen, moment)]
    return sorted(gevonden, key=lambda v: (v.vastgelegd_op, v.wie, v.wat), reverse=True)


def _feiten(namen: dict[int, str], moment: datetime.datetime) -> Iterator[Verandering]:
    """The last recording of each period of a fact, beside what was then known to hold on its first day."""
    rijen = list(
        Feit.objects.filter(persoon__in=namen).select_related("door", "inlezing").order_by("vastgelegd_op", "pk")
    )
    oud = [rij for rij in rijen if rij.vastgelegd_op <= moment]
    nieuw = {(rij.persoon_id, rij.naam, rij.vanaf): rij for rij in rijen if rij.vastgelegd_op > moment}
    for rij in nieuw.values():
        gold = in_kracht([o for o in oud if (o.persoon_id, o.naam) == (rij.persoon_id, rij.naam)], rij.vanaf)
        toen, nu = _feit(gold[-1]) if gold else _onbekend(), _feit(rij)
        if toen != nu:
            door = naam_van(rij.door) if rij.door else rij.herkomst
            yield Verandering(
                namen[rij.persoon_id], rij.naam, capfirst(rij.naam_leesbaar), toen, nu, door, rij.vastgelegd_op
            )


def _rijen(namen: dict[int, str], moment: datetime.datetime) -> Iterator[Verandering]:
    """Who somebody is, where and with whom he lives, his benefit and his group."""
    soorten: list[tuple[str, type[Any], str, Callable[[Any], str]]] = [
        ("id", Persoon, _("Persoon"), _persoon),
        ("persoon_id", Bewoning, _("Woning"), _bewoning),
        ("persoon_id", Relatie, _("Relatie"), _relatie),
        ("ander_id", Relatie, _("Relatie"), _relatie_van_ander),
        ("persoon_id", Uitkering, _("Algemene bijstand"), lambda rij: periode(rij.vanaf, rij.tot)),
        ("persoon_id", Indeling, _("Doelgroep"), lambda rij: f"{rij.doelgroep}, {periode(rij.vanaf, rij.tot)}"),
    ]
    for kolom, model, wat, toon in soorten:
        for verloop in verlopen_sinds(model, moment, **{kolom: [*namen]}):
            wie = namen.get(getattr(verloop.nu or verloop.toen, kolom))
            bekend = _wie_en_wanneer(verloop)
            if wie is None or bekend is None:
                continue
            toen = toon(verloop.toen) if verloop.toen else _onbekend()
            nu = toon(verloop.nu) if verloop.nu else _("verwijderd")
            if toen != nu:
                yield Verandering(wie, "", wat, toen, nu, *bekend)


def _wie_en_wanneer(verloop: Verloop[Model]) -> tuple[str, datetime.datetime] | None:
    """Who made a row what it is and when; None where nothing happened to it since."""
    if not verloop.is_veranderd:
        return None
    if verloop.gebeurtenis is not None:
        return naam_van(verloop.gebeurtenis.door), verloop.gebeurtenis.moment
    if verloop.inlezing is not None:
        return _uit_bestand(verloop.inlezing), verloop.inlezing.begonnen_op
    return None


def _uit_bestand(inlezing: Inlezing) -> str:
    return _("%(wie)s, uit bestand %(bestand)s") % {"wie": naam_van(inlezing.door), "bestand": inlezing.bestand}


def naam_van(wie: Gebruiker | None) -> str:
    """Who did it, as a colleague knows him."""
    return (wie.get_full_name() or wie.get_username()) if wie else _("het systeem")


def _onbekend() -> str:
    return _("niet bekend")


def _feit(feit: Feit) -> str:
    return f"{toon_feit(feit)}, {periode(feit.vanaf, feit.tot)}"


def _persoon(persoon: Persoon) -> str:
    overleden = f", {_('overleden')} {datum(persoon.overleden_op)}" if persoon.overleden_op else ""
    return f"{persoon}, {_('geboren')} {datum(persoon.geboortedatum)}{overleden}"


def _bewoning(bewoning: Bewoning) -> str:
    return f"{bewoning.adres or bewoning.woning}, {periode(bewoning.vanaf, bewoning.tot)}"


def _relatie(relatie: Relatie) -> str:
    return f"{relatie.get_soort_display()} {relatie.ander}, {periode(relatie.vanaf, relatie.tot)}"


def _relatie_van_ander(relatie: Relatie) -> str:
    soort = _("kind van") if relatie.soort == Relatie.Soort.OUDER else relatie.get_soort_display()
    return f"{soort} {relatie.persoon}, {periode(relatie.vanaf, relatie.tot)}"
