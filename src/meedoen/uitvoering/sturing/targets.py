"""Policy figures beside counted ones: which target, estimate or stand belongs to a figure on its reference date.

All policy figures of an area are read in one query (`beleid_van`); comparing is arithmetic in memory. A value is never
guessed: what the source leaves open, or does not publish for an area, is a comparison without value that says so.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from django.db.models import Q
from django.utils.translation import gettext as _

from ..beleid.models import Beleidscijfer
from ..kern.units import EenhedenVerschillen, Eenheid, Hoeveelheid
from .areas import Gebied
from .figures import Cijfer, Doelverwijzing, Vergelijking

LANDELIJK = ""


@dataclass(frozen=True)
class Beleid:
    """The policy figures of an area: by kind, row, area ("" is the country) and period, each in its latest version."""

    gebied: Gebied
    cijfers: Mapping[tuple[str, str, str, str], Beleidscijfer]

    def periodes(self, soort: str, rij: str, gebied: str) -> list[str]:
        """The periods for which the row has a figure, earliest first; "structureel" comes last."""
        gevonden = [p for s, r, g, p in self.cijfers if (s, r, g) == (soort, rij, gebied)]
        return sorted(gevonden, key=lambda p: moment(self.cijfers[soort, rij, gebied, p]))

    def cijfer(self, soort: str, rij: str, gebied: str, periode: str) -> Beleidscijfer | None:
        """The policy figure, or None where no source gives it."""
        return self.cijfers.get((soort, rij, gebied, periode))


def moment(cijfer: Beleidscijfer) -> datetime.date:
    """The day from which a policy figure is the one to look at: its own date, else 1 January of its year."""
    if cijfer.peildatum:
        return cijfer.peildatum
    return datetime.date(int(cijfer.periode[:4]), 1, 1) if cijfer.periode[:4].isdigit() else datetime.date.max


def beleid_van(gebied: Gebied) -> Beleid:
    """Read every policy figure of the area, of its municipalities and of the country. One query."""
    van = Q(gemeente__in=gebied.codes) | Q(samenwerking=gebied.sleutel)
    landelijk = Q(gemeente__isnull=True, samenwerking__isnull=True)
    oud_naar_nieuw = Beleidscijfer.objects.filter(van | landelijk).order_by("pk")
    gesorteerd = sorted(oud_naar_nieuw, key=lambda c: c.bekend_vanaf or datetime.date.min)
    return Beleid(
        gebied,
        {(c.soort, c.rij, c.gemeente_id or c.samenwerking_id or LANDELIJK, c.periode): c for c in gesorteerd},
    )


def vergelijking(naam: str, cijfers: list[Beleidscijfer]) -> Vergelijking:
    """Policy figures of one period as one value. Raises EenhedenVerschillen where their units are unlike."""
    if len({c.eenheid for c in cijfers}) > 1:
        raise EenhedenVerschillen(
            _("%(naam)s: beleidscijfers met verschillende eenheden tel je niet op.") % {"naam": naam}
        )
    waarden = [c.waarde for c in cijfers]
    waarde = None if any(w is None for w in waarden) else sum((w for w in waarden if w is not None), Decimal(0))
    return Vergelijking(
        naam=naam,
        waarde=waarde,
        eenheid=cijfers[0].eenheid,
        periode=cijfers[0].periode,
        bron="; ".join(dict.fromkeys(c.bron for c in cijfers)),
        is_voorlopig=any(c.is_voorlopig for c in cijfers),
        is_geverifieerd=all(c.is_geverifieerd for c in cijfers),
        opmerking=" ".join(dict.fromkeys(c.opmerking for c in cijfers if c.opmerking)),
    )


def met_verschil(beleid: Vergelijking, hoeveelheid: Hoeveelheid | None) -> Vergelijking:
    """The comparison with its difference (counted minus policy), or with the reason why there is none."""
    if beleid.waarde is None or hoeveelheid is None:
        return beleid
    if beleid.eenheid != hoeveelheid.eenheid.value:
        reden = _("Geen verschil berekend: %(een)s en %(ander)s zijn verschillende eenheden.") % {
            "een": hoeveelheid.eenheid.value,
            "ander": beleid.eenheid,
        }
        return replace(beleid, opmerking=f"{beleid.opmerking} {reden}".strip())
    verschil = hoeveelheid - Hoeveelheid(beleid.waarde, Eenheid(beleid.eenheid))
    return replace(beleid, verschil=verschil.waarde)


def _gekozen(beleid: Beleid, doel: Doelverwijzing, gebied: str, peildatum: datetime.date) -> list[Beleidscijfer]:
    """The figures of the last period begun on the date, else of the first to come; none if no source has it."""
    periodes = [
        p
        for p in beleid.periodes(doel.soort, doel.rijen[0], gebied)
        if all(beleid.cijfer(doel.soort, rij, gebied, p) for rij in doel.rijen)
    ]
    if not periodes:
        return []
    eerste = {p: beleid.cijfers[doel.soort, doel.rijen[0], gebied, p] for p in periodes}
    begonnen = [p for p in periodes if moment(eerste[p]) <= peildatum]
    periode = begonnen[-1] if begonnen else periodes[0]
    return [beleid.cijfers[doel.soort, rij, gebied, periode] for rij in doel.rijen]


def _van_gemeenten(beleid: Beleid, doel: Doelverwijzing, peildatum: datetime.date) -> Vergelijking | None:
    """The target of the area as the sum of its municipalities; without value where the source lacks one of them."""
    per_code = {code: _gekozen(beleid, doel, code, peildatum) for code in beleid.gebied.codes}
    bekend = [c for gekozen in per_code.values() for c in gekozen]
    if not bekend:
        return None
    som = vergelijking(str(doel.naam), bekend)
    ontbreekt = [naam for code, naam in beleid.gebied.gemeenten if not per_code[code]]
    if not ontbreekt:
        return som
    namen = _(" en ").join([", ".join(ontbreekt[:-1]), ontbreekt[-1]] if len(ontbreekt) > 1 else ontbreekt)
    reden = _("Niet gepubliceerd in onze bron voor %(namen)s; daarom geen som.") % {"namen": namen}
    return replace(som, waarde=None, opmerking=f"{som.opmerking} {reden}".strip())


def vergelijk(cijfer: Cijfer, beleid: Beleid) -> Cijfer:
    """The figure with every comparison that its definition names and that a source gives for its area."""
    gevonden: list[Vergelijking] = []
    hoeveelheid = None if cijfer.waarde is None else cijfer.hoeveelheid
    for doel in cijfer.definitie.doelen:
        eigen = _gekozen(beleid, doel, cijfer.gebied.sleutel, cijfer.peildatum)
        if eigen:
            gevonden.append(met_verschil(vergelijking(str(doel.naam), eigen), hoeveelheid))
        elif not cijfer.gebied.is_gemeente and (som := _van_gemeenten(beleid, doel, cijfer.peildatum)):
            gevonden.append(met_verschil(som, hoeveelheid))
    return replace(cijfer, vergelijk=tuple(gevonden))
