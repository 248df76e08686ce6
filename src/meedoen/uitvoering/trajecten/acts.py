"""Acts on diagnoses and plans: find a group, make a plan, set goals, agree, hand over, close."""

import datetime
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ..dossiers.models import Indeling, Persoon
from ..dossiers.queries import geldig_op, huishouden_op
from ..dossiers.versions import verhoog
from ..dossiers.worklist import draag_werk_over
from ..huisstijl.formats import datum
from ..kern import clock
from ..kern.events import schrijf_gebeurtenis
from ..kern.models import Gebruiker
from ..kern.numbers import vrij_nummer
from ..kern.permissions import eis_mag_werken
from .checks import eis_lopend_plan, eis_niet_na, kies_doelgroep
from .models import Afspraak, Diagnose, Doel, Inzet, Plan, PlanLid


@transaction.atomic
def stel_diagnose(
    *,
    persoon: Persoon,
    gesteld_op: datetime.date,
    instrument: str,
    gesteld_door: str,
    verdiencapaciteit_percentage: Decimal | None = None,
    doelgroep: str = "",
    toelichting: str = "",
    motivatie_gronden: str = "",
    heeft_voorrang: bool = False,
    voorrang_gronden: str = "",
    door: Gebruiker,
    op: datetime.date,
) -> Diagnose:
    """Record what a diagnosis found, and put the person in its group from that day on. The old diagnosis stays.

    Without `doelgroep` the group follows from the verdiencapaciteit. Raises ValidationError for a day that does not
    come after the running group's first day, a group that is none, or priority without grounds.
    """
    eis_mag_werken(door, persoon.gemeente_id)
    eis_niet_na(gesteld_op, op, "gesteld_op")
    if heeft_voorrang and not voorrang_gronden.strip():
        raise ValidationError({"voorrang_gronden": _("Vul in waarom deze inwoner voorrang krijgt.")})
    groep = kies_doelgroep(persoon, doelgroep, verdiencapaciteit_percentage)
    _deel_in(persoon, groep, gesteld_op, instrument)
    diagnose = Diagnose.objects.create(
        persoon=persoon,
        gesteld_op=gesteld_op,
        instrument=instrument,
        gesteld_door=gesteld_door,
        verdiencapaciteit_percentage=verdiencapaciteit_percentage,
        doelgroep=groep,
        toelichting=toelichting,
        motivatie_gronden=motivatie_gronden,
        heeft_voorrang=heeft_voorrang,
        voorrang_gronden=voorrang_gronden if heeft_voorrang else "",
        vastgelegd_op=clock.nu(),
        door=door,
    )
    gegevens = {"doelgroep": groep, "gesteld_op": gesteld_op.isoformat(), "voorrang": heeft_voorrang}
    _schrijf("diagnose_gesteld", diagnose, persoon.gemeente_id, door, op, gegevens)
    return diagnose


def _deel_in(persoon: Persoon, groep: str, vanaf: datetime.date, instrument: str) -> None:
    """End the running group on this day and begin the next. ValidationError where the past would change."""
    laatste = Indeling.objects.filter(persoon=persoon).order_by("-vanaf").first()
    if laatste is not None and (laatste.vanaf >= vanaf or (laatste.tot is not None and laatste.tot > vanaf)):
        begin = {"vanaf": datum(laatste.vanaf), "tot": datum(laatste.tot) if laatste.tot else _("heden")}
        zin = _("Deze inwoner is al ingedeeld van %(vanaf)s tot %(tot)s. Kies een dag die daarna ligt.") % begin
        raise ValidationError({"gesteld_op": zin})
    Indeling.objects.filter(geldig_op(vanaf), persoon=persoon).update(tot=vanaf)
    Indeling.objects.create(
        nummer=vrij_nummer(Indeling, "I"), persoon=persoon, doelgroep=groep, vanaf=vanaf, instrument=instrument
    )


@transaction.atomic
def maak_plan(
    *,
    personen: Sequence[Persoon],
    eigenaar: Gebruiker,
    vanaf: datetime.date,
    leefgebied: str,
    tekst: str,
    streefdatum: datetime.date,
    door: Gebruiker,
    op: datetime.date,
) -> Plan:
    """Begin the one plan of a household with its first goal, and `eigenaar` as its regisseur.

    Raises ValidationError when somebody has a running plan already or does not live in the same dwelling.
    """
    if not personen:
        raise ValidationError(_("Kies voor wie het plan is."))
    gemeente = personen[0].gemeente_id
    eis_mag_werken(door, gemeente)
    eis_mag_werken(eigenaar, gemeente)
    in_huis = {lid.pk for lid in huishouden_op(personen[0], vanaf).personen}
    if buiten := [str(wie) for wie in personen if wie.pk not in in_huis]:
        raise ValidationError(
            _("%(namen)s hoort op deze dag niet bij dit huishouden. Een plan is voor één huishouden.")
            % {"namen": ", ".join(buiten)}
        )
    if al := PlanLid.objects.filter(persoon__in=personen, is_lopend=True).select_related("plan", "persoon").first():
        raise ValidationError(
            _("%(wie)s heeft al een lopend plan (%(plan)s). Werk daarin verder, of sluit het eerst.")
            % {"wie": al.persoon, "plan": al.plan}
        )
    plan = Plan.objects.create(nummer=vrij_nummer(Plan, "T"), gemeente_id=gemeente, eigenaar=eigenaar, vanaf=vanaf)
    PlanLid.objects.bulk_create(PlanLid(plan=plan, persoon=wie) for wie in personen)
    gegevens = {"leden": [wie.nummer for wie in personen], "eigenaar": eigenaar.pk, "vanaf": vanaf.isoformat()}
    _schrijf("plan_gemaakt", plan, gemeente, door, op, gegevens)
    voeg_doel_toe(plan=plan, leefgebied=leefgebied, tekst=tekst, streefdatum=streefdatum, door=door, op=op)
    return plan


@transaction.atomic
def voeg_doel_toe(
    *, plan: Plan, leefgebied: str, tekst: str, streefdatum: datetime.date, door: Gebruiker, op: datetime.date
) -> Doel:
    """Add a goal to a running plan."""
    eis_lopend_plan(plan, door)
    _eis_na_begin(plan, streefdatum, "streefdatum")
    doel = Doel(plan=plan, leefgebied=leefgebied, tekst=tekst, streefdatum=streefdatum)
    doel.full_clean()
    doel.save()
    _schrijf("doel_toegevoegd", doel, plan.gemeente_id, door, op, {"plan": plan.nummer, "leefgebied": leefgebied})
    return doel


@transaction.atomic
def spreek_af(
    *, plan: Plan, wie: str, wat: str, uiterlijk: datetime.date, door: Gebruiker, op: datetime.date
) -> Afspraak:
    """Agree who does what before when."""
    eis_lopend_plan(plan, door)
    _eis_na_begin(plan, uiterlijk, "uiterlijk")
    afspraak = Afspraak(plan=plan, wie=wie, wat=wat, uiterlijk=uiterlijk)
    afspraak.full_clean()
    afspraak.save()
    gegevens = {"plan": plan.nummer, "uiterlijk": uiterlijk.isoformat()}
    _schrijf("afspraak_gemaakt", afspraak, plan.gemeente_id, door, op, gegevens)
    return afspraak


def _eis_na_begin(plan: Plan, dag: datetime.date, veld: str) -> None:
    if dag < plan.vanaf:
        zin = _("Het plan begint op %(vanaf)s. Kies die dag of een dag daarna.") % {"vanaf": datum(plan.vanaf)}
        raise ValidationError({veld: zin})


@transaction.atomic
def rond_af(*, wat: Doel | Afspraak, versie: int, door: Gebruiker, op: datetime.date) -> Doel | Afspraak:
    """A goal is reached, or an agreement kept, on this day."""
    eis_lopend_plan(wat.plan, door)
    veld, handeling = (
        ("behaald_op", "doel_behaald") if isinstance(wat, Doel) else ("nagekomen_op", "afspraak_nagekomen")
    )
    if (al := getattr(wat, veld)) is not None:
        raise ValidationError(_("Dit is al afgerond op %(dag)s.") % {"dag": datum(al)})
    gegevens = {"plan": wat.plan.nummer, **verhoog(wat, versie, {veld: op})}
    _schrijf(handeling, wat, wat.plan.gemeente_id, door, op, gegevens)
    return wat


@transaction.atomic
def draag_plan_over(*, plan: Plan, naar: Gebruiker, versie: int, door: Gebruiker, op: datetime.date) -> Plan:
    """Give a plan, and what runs in it, to another regisseur."""
    eis_lopend_plan(plan, door)
    eis_mag_werken(naar, plan.gemeente_id)
    van = plan.eigenaar
    if van == naar:
        raise ValidationError({"naar": _("Deze collega is al regisseur van dit plan. Kies een ander.")})
    gegevens = {"van": van.pk, "naar": naar.pk, **verhoog(plan, versie, {"eigenaar": naar})}
    _schrijf("plan_overgedragen", plan, plan.gemeente_id, door, op, gegevens)
    for inzet in plan.inzetten.filter(eigenaar=van, einde_reden=""):
        _geef_inzet(inzet, naar, door, op)
    return plan


def _geef_inzet(inzet: Inzet, naar: Gebruiker, door: Gebruiker, op: datetime.date) -> None:
    gegevens = {"van": inzet.eigenaar_id, "naar": naar.pk, **verhoog(inzet, inzet.versie, {"eigenaar": naar})}
    _schrijf("inzet_overgedragen", inzet, inzet.plan.gemeente_id, door, op, gegevens)


def draag_eigen_werk_over(*, van: Gebruiker, naar: Gebruiker, door: Gebruiker, op: datetime.date) -> int:
    """Give all running plans and instruments of `van` to `naar`: what the worklist asks of every app."""
    plannen = list(Plan.objects.filter(eigenaar=van, tot=None).select_related("eigenaar"))
    for plan in plannen:
        draag_plan_over(plan=plan, naar=naar, versie=plan.versie, door=door, op=op)
    los = list(Inzet.objects.filter(eigenaar=van, einde_reden="").select_related("plan"))
    for inzet in los:
        eis_mag_werken(door, inzet.plan.gemeente_id)
        eis_mag_werken(naar, inzet.plan.gemeente_id)
        _geef_inzet(inzet, naar, door, op)
    return len(plannen) + len(los)


@transaction.atomic
def draag_alles_over(*, van: Gebruiker, naar: Gebruiker, reden: str, door: Gebruiker, op: datetime.date) -> int:
    """Hand a whole caseload to a colleague: of every app, all or nothing. How many things went over.

    ValidationError when it goes nowhere, PermissionDenied when `naar` may not work for one of the municipalities.
    """
    if van == naar:
        raise ValidationError({"naar": _("Kies een andere collega dan degene van wie het werk is.")})
    aantal = draag_werk_over(van=van, naar=naar, door=door, op=op)
    gegevens = {"naar": naar.pk, "aantal": aantal, "reden": reden}
    schrijf_gebeurtenis(handeling="werk_overgedragen", onderwerp=van, door=door, op=op, gegevens=gegevens)
    return aantal


@transaction.atomic
def sluit_plan(*, plan: Plan, versie: int, door: Gebruiker, op: datetime.date) -> Plan:
    """End a plan in which no instrument runs any more."""
    eis_lopend_plan(plan, door)
    if plan.inzetten.filter(einde_reden="").exists():
        raise ValidationError(_("In dit plan loopt nog een instrument. Beëindig dat eerst."))
    if op <= plan.vanaf:
        raise ValidationError(_("Dit plan is vandaag begonnen of moet nog beginnen. Sluit het op een latere dag."))
    gegevens = verhoog(plan, versie, {"tot": op})
    plan.leden.update(is_lopend=False)
    _schrijf("plan_gesloten", plan, plan.gemeente_id, door, op, gegevens)
    return plan


def _schrijf(
    handeling: str, onderwerp: Any, gemeente: str, door: Gebruiker, op: datetime.date, gegevens: dict[str, Any]
) -> None:
    schrijf_gebeurtenis(
        handeling=handeling, onderwerp=onderwerp, door=door, op=op, gemeentecode=gemeente, gegevens=gegevens
    )
