"""Acts on instruments: use one, extend it, end it, and keep the dates that the law gives for it."""

import datetime
from collections.abc import Collection, Iterable
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from meedoen.recht import Ontbrekend

from ..dossiers.acts import beantwoord_vragen, leg_feit_vast
from ..dossiers.models import Persoon
from ..dossiers.questions import Antwoord
from ..dossiers.versions import verhoog
from ..huisstijl.formats import datum
from ..kern.events import schrijf_gebeurtenis
from ..kern.models import Gebruiker
from ..kern.numbers import vrij_nummer
from .checks import eis_bij_plan, eis_lopend_plan, eis_toegestaan, eis_vrij
from .models import Doel, Inzet, Plan, Termijn, Vorm
from .terms import EINDE, OORDELEN, VOORWAARDEN, artikel_van, termijnen_van, vraag_recht

MEESTE_MAANDEN = 24
"""How many months of extension are tried at most; the rules stop far earlier."""


@transaction.atomic
def zet_in(
    *,
    plan: Plan,
    persoon: Persoon,
    doel: Doel,
    instrument: str,
    vorm: str = "",
    aanbieder: str,
    vanaf: datetime.date,
    tot: datetime.date | None = None,
    kosten: Decimal,
    budgetbron: str,
    perspectief: str = "",
    geen_verdringing: str = "",
    maanden_eerder: int | None = None,
    door: Gebruiker,
    op: datetime.date,
) -> Inzet:
    """Use an instrument of the person's group for a goal of the plan. Unpaid work (`vorm`) must be allowed by the law
    and ends within its term, on the last day of it when `tot` says nothing.

    Raises ValidationError that says what is wrong or what must be answered first.
    """
    eis_lopend_plan(plan, door)
    eis_bij_plan(plan, persoon, doel, vanaf)
    eis_toegestaan(persoon, instrument, vanaf)
    eis_vrij(persoon, instrument, vorm, vanaf, tot)
    inzet = Inzet(
        nummer=vrij_nummer(Inzet, "N"),
        plan=plan,
        persoon=persoon,
        doel=doel,
        instrument=instrument,
        vorm=vorm,
        aanbieder=aanbieder,
        vanaf=vanaf,
        tot=tot or (datetime.date.max if vorm else None),
        kosten=kosten,
        budgetbron=budgetbron,
        perspectief=perspectief,
        eigenaar=plan.eigenaar,
    )
    inzet.full_clean()
    inzet.save()
    if vorm:
        gronden = {"perspectief": perspectief, "geen_verdringing": geen_verdringing}
        _leg_oordelen_vast(inzet, gronden, vanaf, door, op)
        if maanden_eerder is not None:
            _leg_vast(persoon, "maanden_eerder_onbeloond_werk", maanden_eerder, vanaf, door, op)
        _eis_mag(inzet, vanaf)
        _eis_binnen_termijn(inzet, tot, _einde(inzet, vanaf))
    _bewaar_termijnen(persoon, inzet, op)
    gegevens = {"plan": plan.nummer, "instrument": instrument, "vorm": vorm, "kosten": str(kosten)}
    _schrijf("instrument_ingezet", inzet, door, op, gegevens)
    return inzet


def _leg_oordelen_vast(
    inzet: Inzet, gronden: dict[str, str], vanaf: datetime.date, door: Gebruiker, op: datetime.date
) -> None:
    """What the worker judged, with his grounds; without grounds the judgment goes the other way."""
    for oordeel in OORDELEN[Vorm(inzet.vorm)]:
        tekst = gronden.get(oordeel.veld, "").strip()
        waarde = oordeel.waarde if tekst else not oordeel.waarde
        _leg_vast(inzet.persoon, oordeel.feit, waarde, vanaf, door, op, tekst or _("geen gronden genoemd"))


def _leg_vast(
    persoon: Persoon,
    naam: str,
    waarde: Any,
    vanaf: datetime.date,
    door: Gebruiker,
    op: datetime.date,
    gronden: str = "",
) -> None:
    leg_feit_vast(persoon=persoon, naam=naam, waarde=waarde, vanaf=vanaf, motivering=gronden, door=door, op=op)


def _eis_mag(inzet: Inzet, op: datetime.date) -> None:
    """Refuse unpaid work that the law does not allow for this person, or of which it is not known yet."""
    voorwaarde = VOORWAARDEN[Vorm(inzet.vorm)]
    antwoord = vraag_recht(inzet.persoon, op, voorwaarde.regel)
    if antwoord.waarde is True:
        return
    if antwoord.waarde is False:
        raise ValidationError(f"{voorwaarde.weigering} ({artikel_van(voorwaarde.regel, op)})")
    raise ValidationError(antwoord.waarom or nog_te_vragen(antwoord.vragen))


def nog_te_vragen(vragen: Iterable[Ontbrekend]) -> str:
    """One sentence with every question that must be answered first, and by which article."""
    return _("Dit is nog niet te bepalen. Eerst te beantwoorden: %(vragen)s") % {
        "vragen": " ".join(f"{vraag.vraag} ({vraag.artikel})" for vraag in vragen)
    }


def _einde(inzet: Inzet, op: datetime.date) -> datetime.date:
    """The first day after the term that the law, or the municipality, sets to this unpaid work."""
    antwoord = vraag_recht(inzet.persoon, op, EINDE[Vorm(inzet.vorm)].regel)
    if not isinstance(antwoord.waarde, datetime.date):
        raise ValidationError(antwoord.waarom or nog_te_vragen(antwoord.vragen))
    return antwoord.waarde


def _eis_binnen_termijn(inzet: Inzet, tot: datetime.date | None, einde: datetime.date) -> None:
    """Refuse an end after the term; without one the end of the term is the end."""
    if tot is not None and tot > einde:
        regel = EINDE[Vorm(inzet.vorm)].regel
        wat = {"dag": datum(einde - datetime.timedelta(days=1)), "artikel": artikel_van(regel, inzet.vanaf)}
        zin = _("De laatste dag die mag is %(dag)s (%(artikel)s). Kies die dag of een eerdere.") % wat
        raise ValidationError({"tot": zin})
    if tot is None:
        Inzet.objects.filter(pk=inzet.pk).update(tot=einde)
        inzet.tot = einde


@transaction.atomic
def verleng(
    *,
    inzet: Inzet,
    tot: datetime.date,
    perspectief: str = "",
    geen_verdringing: str = "",
    versie: int,
    door: Gebruiker,
    op: datetime.date,
) -> Inzet:
    """Let an instrument run on. Unpaid work needs its grounds anew and stays within the longest term."""
    eis_lopend_plan(inzet.plan, door)
    _eis_loopt(inzet, op)
    if inzet.tot is None or tot <= inzet.tot:
        raise ValidationError({"tot": _("Kies een laatste dag die na de huidige ligt.")})
    velden: dict[str, Any] = {"tot": tot}
    if inzet.vorm:
        gronden = {"perspectief": perspectief, "geen_verdringing": geen_verdringing}
        _leg_oordelen_vast(inzet, gronden, max(op, inzet.vanaf), door, op)
        velden |= {"perspectief": perspectief, "verlengd_maanden": _verlenging(inzet, tot, op)}
    gegevens = {"plan": inzet.plan.nummer, "tot": tot.isoformat(), **verhoog(inzet, versie, velden)}
    if inzet.vorm:
        _eis_mag(inzet, max(op, inzet.vanaf))
    _bewaar_termijnen(inzet.persoon, inzet, op)
    _schrijf("instrument_verlengd", inzet, door, op, gegevens)
    return inzet


def _verlenging(inzet: Inzet, tot: datetime.date, op: datetime.date) -> int:
    """The fewest months of extension with which the rules let the work run until `tot`.

    Where none do: refused, with the last day that may be. The rules stop giving a later day, or refuse the months.
    """
    was, verst = inzet.verlengd_maanden, None
    for maanden in range(max(1, was), MEESTE_MAANDEN + 1):
        Inzet.objects.filter(pk=inzet.pk).update(verlengd_maanden=maanden)
        antwoord = vraag_recht(inzet.persoon, max(op, inzet.vanaf), EINDE[Vorm(inzet.vorm)].regel)
        if not isinstance(antwoord.waarde, datetime.date):
            verst = verst or _einde(inzet, max(op, inzet.vanaf))
            break
        if antwoord.waarde >= tot:
            Inzet.objects.filter(pk=inzet.pk).update(verlengd_maanden=was)
            return maanden
        if antwoord.waarde == verst:
            break
        verst = antwoord.waarde
    _eis_binnen_termijn(inzet, tot, verst or inzet.vanaf)
    raise AssertionError("a term that is long enough was found above")


def _eis_loopt(inzet: Inzet, op: datetime.date) -> None:
    if inzet.einde_reden or (inzet.tot is not None and inzet.tot <= op):
        raise ValidationError(_("%(instrument)s loopt niet meer. Zet het opnieuw in.") % {"instrument": inzet})


@transaction.atomic
def beeindig(*, inzet: Inzet, tot: datetime.date, reden: str, versie: int, door: Gebruiker, op: datetime.date) -> Inzet:
    """End an instrument on a day, or say how one that ran out ended."""
    eis_lopend_plan(inzet.plan, door)
    if inzet.einde_reden:
        raise ValidationError(_("%(instrument)s is al beëindigd.") % {"instrument": inzet})
    if not reden.strip():
        raise ValidationError({"reden": _("Vul in waarom dit eindigt en wat het heeft opgeleverd.")})
    if tot <= inzet.vanaf:
        raise ValidationError({"tot": _("Kies een dag na het begin (%(dag)s).") % {"dag": datum(inzet.vanaf)}})
    if inzet.tot is not None and tot > inzet.tot:
        raise ValidationError({"tot": _("Dit loopt niet langer dan tot %(dag)s.") % {"dag": datum(inzet.tot)}})
    velden = {"tot": tot, "einde_reden": reden}
    gegevens = {"plan": inzet.plan.nummer, "tot": tot.isoformat(), **verhoog(inzet, versie, velden)}
    inzet.termijnen.all().delete()
    _schrijf("instrument_beeindigd", inzet, door, op, gegevens)
    return inzet


@transaction.atomic
def bepaal_termijnen(*, plan: Plan, door: Gebruiker, op: datetime.date) -> int:
    """Ask the rules again for every date that runs in this plan. How many there are."""
    eis_lopend_plan(plan, door)
    aantal = sum(_bewaar_termijnen(lid.persoon, None, op) for lid in plan.leden.select_related("persoon"))
    for inzet in plan.inzetten.filter(einde_reden="").exclude(vorm="").select_related("persoon"):
        aantal += _bewaar_termijnen(inzet.persoon, inzet, op)
    gegevens = {"aantal": aantal}
    schrijf_gebeurtenis(
        handeling="termijnen_bepaald",
        onderwerp=plan,
        door=door,
        op=op,
        gemeentecode=plan.gemeente_id,
        gegevens=gegevens,
    )
    return aantal


@transaction.atomic
def beantwoord(
    *, plan: Plan, antwoorden: Collection[Antwoord], vanaf: datetime.date, door: Gebruiker, op: datetime.date
) -> int:
    """Record what the dates of this plan depended on, and ask the rules for them again. How many dates there are."""
    eis_lopend_plan(plan, door)
    beantwoord_vragen(antwoorden=antwoorden, vanaf=vanaf, door=door, op=op)
    return bepaal_termijnen(plan=plan, door=door, op=op)


def _bewaar_termijnen(persoon: Persoon, inzet: Inzet | None, op: datetime.date) -> int:
    """Put the dates of an instrument (or of the person apart from any) in the place of the ones kept before."""
    datums, _vragen = termijnen_van(inzet or persoon, op)
    Termijn.objects.filter(persoon=persoon, inzet=inzet).delete()
    Termijn.objects.bulk_create(
        Termijn(
            persoon=persoon,
            inzet=inzet,
            regel=gevonden.soort.regel,
            laatste_dag=gevonden.laatste_dag,
            artikel=gevonden.artikel,
            bepaald_op=op,
        )
        for gevonden in datums
    )
    return len(datums)


def _schrijf(handeling: str, inzet: Inzet, door: Gebruiker, op: datetime.date, gegevens: dict[str, Any]) -> None:
    schrijf_gebeurtenis(
        handeling=handeling,
        onderwerp=inzet,
        door=door,
        op=op,
        gemeentecode=inzet.plan.gemeente_id,
        gegevens={"persoon": inzet.persoon.nummer, **gegevens},
    )
