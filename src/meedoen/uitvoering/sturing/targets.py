"""Policy figures beside counted ones: which target, estimate or stand belongs to a figure on its reference date.

All policy figures of an area are read at once (`beleid_van`); comparing is arithmetic in memory. A value is never
guessed: what the source leaves open, or does not publish for an area, is a comparison without value that says so.
"""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from django.db.models import Q
from django.utils.translation import gettext as _

from ..beleid.ledger import Doel, boek, maak_doel, rang
from ..beleid.models import Beleidscijfer, Herindeling
from ..huisstijl import formats
from ..kern import clock
from ..kern.units import EenhedenVerschillen, Eenheid, Hoeveelheid
from .areas import Gebied
from .figures import Cijfer, Doelverwijzing, Vergelijking

LANDELIJK = ""
REGELS = {"beschut-werk-taakstelling": "aantal_te_realiseren_beschut_werk"}
"""The targets that the law itself makes: kind -> the rule by which a municipality has one."""


@dataclass(frozen=True)
class Beleid:
    """The policy figures of an area: by kind, row, area ("" is the country) and period, each in its latest version."""

    gebied: Gebied
    cijfers: Mapping[tuple[str, str, str, str], Beleidscijfer]
    herindelingen: tuple[Herindeling, ...] = ()

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
    """Read every policy figure of the area, of its municipalities (and what went into them) and of the country.

    Two queries. Of the versions of a figure the one that the ledger ranks highest holds.
    """
    herindelingen = tuple(Herindeling.objects.select_related("oude", "nieuwe").order_by("vanaf", "oude_id"))
    codes = set(gebied.codes)
    while opgegaan := {h.oude_id for h in herindelingen if h.nieuwe_id in codes} - codes:
        codes |= opgegaan
    van = Q(gemeente__in=codes) | Q(samenwerking=gebied.sleutel)
    landelijk = Q(gemeente__isnull=True, samenwerking__isnull=True)
    op_rang = sorted(Beleidscijfer.objects.filter(van | landelijk).order_by("pk"), key=rang)
    return Beleid(
        gebied,
        {(c.soort, c.rij, c.gemeente_id or c.samenwerking_id or LANDELIJK, c.periode): c for c in op_rang},
        herindelingen,
    )


def taken(soort: str, gebied: Gebied, beleid: Beleid) -> dict[datetime.date, Vergelijking]:
    """The targets of this kind for an area by date, oldest first: summed by the ledger over its municipalities.

    A date is left out when no source has a value for any part; a sum that lacks a part has no value and says which.
    """
    cijfers = [c for c in beleid.cijfers.values() if c.soort == soort]
    gevonden: dict[datetime.date, Vergelijking] = {}
    for dag in sorted({c.peildatum for c in cijfers if c.peildatum and c.gemeente_id}):
        doel = maak_doel(boek(soort, cijfers, "", dag), gebied.gemeenten, beleid.herindelingen, None, clock.vandaag())
        if doel.geteld:
            gevonden[dag] = replace(_uit_grootboek(doel, dag), regel=REGELS.get(soort, ""))
    return gevonden


def _uit_grootboek(doel: Doel, dag: datetime.date) -> Vergelijking:
    opmerkingen = list(dict.fromkeys(d.geldend.opmerking for d in doel.geteld if d.geldend and d.geldend.opmerking))
    ontbreekt, gesplitst = (tuple(deel.naam for deel in delen) for delen in (doel.ontbreekt, doel.gesplitst))
    if ontbreekt:
        tekst = _("Niet gepubliceerd in onze bron voor %(namen)s; daarom geen som.")
        opmerkingen.append(tekst % {"namen": _opsomming(ontbreekt)})
    if gesplitst:
        tekst = _("Over meer gemeenten verdeeld en daarom niet meegeteld: %(namen)s.")
        opmerkingen.append(tekst % {"namen": _opsomming(gesplitst)})
    if doel.is_volledig and len(doel.geteld) > 1:
        delen = [f"{d.naam} {formats.getal(d.geldend.waarde, 0)}" for d in doel.geteld if d.geldend]
        opmerkingen.append(_("Som van %(delen)s.") % {"delen": _opsomming(delen)})
    return Vergelijking(
        naam=_("taakstelling"),
        waarde=doel.waarde,
        eenheid=doel.eenheid,
        periode=dag.isoformat(),
        bron="; ".join(doel.bronnen),
        is_voorlopig=doel.is_voorlopig,
        is_geverifieerd=all(d.geldend.is_geverifieerd for d in doel.geteld if d.geldend),
        opmerking=" ".join(opmerkingen),
        bekend_vanaf=doel.bekend_vanaf,
        deelsom=None if doel.is_volledig else doel.deelsom,
        ontbreekt=ontbreekt,
        gesplitst=gesplitst,
    )


def _opsomming(delen: Sequence[str]) -> str:
    """ "a", "a en b", "a, b en c"."""
    return _(" en ").join([", ".join(delen[:-1]), delen[-1]] if len(delen) > 1 else delen)


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
        bekend_vanaf=max((c.bekend_vanaf for c in cijfers if c.bekend_vanaf), default=None),
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


def met_wetenschap(beleid: Vergelijking, peildatum: datetime.date) -> Vergelijking:
    """The comparison, with a remark where its document is later than the reference date: nobody knew it then."""
    if beleid.bekend_vanaf is None or beleid.bekend_vanaf <= peildatum:
        return beleid
    reden = _("Op de peildatum was dit nog niet bekend: het document is van %(dag)s.") % {
        "dag": formats.datum(beleid.bekend_vanaf)
    }
    return replace(beleid, opmerking=f"{beleid.opmerking} {reden}".strip())


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


def _taak(doel: Doelverwijzing, cijfer: Cijfer, beleid: Beleid) -> Vergelijking | None:
    """The last target due on the date of the figure, else the first to come; None where no source has any."""
    per_dag = taken(doel.soort, cijfer.gebied, beleid)
    if not per_dag:
        return None
    begonnen = [dag for dag in per_dag if dag <= cijfer.peildatum]
    return replace(per_dag[begonnen[-1] if begonnen else min(per_dag)], naam=str(doel.naam))


def vergelijk(cijfer: Cijfer, beleid: Beleid) -> Cijfer:
    """The figure with every comparison that its definition names and that a source gives for its area."""
    gevonden: list[Vergelijking] = []
    hoeveelheid = None if cijfer.waarde is None else cijfer.hoeveelheid
    for doel in cijfer.definitie.doelen:
        if doel.is_per_gemeente:
            naast = _taak(doel, cijfer, beleid)
        else:
            eigen = _gekozen(beleid, doel, cijfer.gebied.sleutel, cijfer.peildatum)
            naast = vergelijking(str(doel.naam), eigen) if eigen else None
        if naast:
            gevonden.append(met_wetenschap(met_verschil(naast, hoeveelheid), cijfer.peildatum))
    return replace(cijfer, vergelijk=tuple(gevonden))
