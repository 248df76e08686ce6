"""Reads: the plan of a household in one view, diagnoses with their group, and what the rules know of unpaid work."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet, Sum

from meedoen.recht import Ontbrekend

from ..beleid.models import Doelgroep
from ..dossiers.calculation import Berekening
from ..dossiers.models import Indeling, Persoon, Uitkering
from ..dossiers.parts import Bekend, FeitenPerPersoon
from ..dossiers.queries import geldende_rijen, geldig_op
from ..kern.models import Gebruiker
from ..kern.permissions import RECHTEN, Recht
from .checks import doelgroepen_voor
from .models import Afspraak, Budgetbron, Diagnose, Doel, Inzet, Plan, PlanLid, Vorm
from .terms import Datum, berekening_van, loopt, termijnen_van

BEGIN = {
    Vorm.BEHOUD_VAN_UITKERING: "begin_werken_met_behoud_van_uitkering",
    Vorm.PROEFPLAATS: "begin_proefplaats",
    Vorm.PARTICIPATIEPLAATS: "begin_participatieplaats",
}


@dataclass(frozen=True)
class Aftelling:
    """A date that runs, with the days that are left (below zero: past) and whom or what it is about."""

    datum: Datum
    dagen: int
    over: str


@dataclass(frozen=True)
class Budgetregel:
    """What is spent out of one budget on this household."""

    naam: str
    bedrag: Decimal


@dataclass(frozen=True)
class Lid:
    """A member of a plan with his group of the Kadernota (None: no diagnosis yet) and his last diagnosis."""

    persoon: Persoon
    groep: Doelgroep | None
    diagnose: Diagnose | None


@dataclass(frozen=True)
class Planbeeld:
    """Everything of one plan on one page."""

    plan: Plan
    leden: tuple[Lid, ...]
    doelen: tuple[Doel, ...]
    afspraken: tuple[Afspraak, ...]
    inzetten: tuple[Inzet, ...]
    budgetten: tuple[Budgetregel, ...]
    totaal: Decimal
    aftellingen: tuple[Aftelling, ...]
    vragen: tuple[Ontbrekend, ...]


def planbeeld(plan: Plan, op: datetime.date) -> Planbeeld:
    """The plan as it stands on a date: its dates are asked of the rules now, not read from what was kept."""
    leden = [lid.persoon for lid in plan.leden.select_related("persoon__gemeente").order_by("pk")]
    inzetten = tuple(plan.inzetten.select_related("persoon", "doel", "eigenaar", "plan"))
    aftellingen, vragen = _aftellingen(leden, inzetten, op) if plan.tot is None else ([], [])
    budgetten = tuple(
        Budgetregel(str(Budgetbron(rij["budgetbron"]).label), rij["som"])
        for rij in plan.inzetten.order_by("budgetbron").values("budgetbron").annotate(som=Sum("kosten"))
    )
    return Planbeeld(
        plan=plan,
        leden=tuple(lid_van(persoon, op) for persoon in leden),
        doelen=tuple(plan.doelen.all()),
        afspraken=tuple(plan.afspraken.all()),
        inzetten=inzetten,
        budgetten=budgetten,
        totaal=sum((regel.bedrag for regel in budgetten), Decimal(0)),
        aftellingen=tuple(aftellingen),
        vragen=tuple(vragen),
    )


def _aftellingen(
    leden: Collection[Persoon], inzetten: Collection[Inzet], op: datetime.date
) -> tuple[list[Aftelling], list[Ontbrekend]]:
    gevonden: list[Aftelling] = []
    vragen: list[Ontbrekend] = []
    alle: list[Inzet | Persoon] = [*leden, *inzetten]
    for wie in alle:
        datums, open_ = termijnen_van(wie, op)
        over = str(wie) if isinstance(wie, Persoon) else f"{wie.persoon}: {wie.instrument}"
        gevonden += [Aftelling(d, (d.laatste_dag - op).days, over) for d in datums]
        vragen += open_
    return sorted(gevonden, key=lambda a: (a.datum.laatste_dag, a.over)), list(dict.fromkeys(vragen))


def open_vragen(plan: Plan, op: datetime.date) -> tuple[Berekening, datetime.date] | None:
    """The first computation of a date of this plan that still asks something, and its day; None when all is known."""
    leden = [lid.persoon for lid in plan.leden.select_related("persoon__gemeente").order_by("pk")]
    alle: list[Inzet | Persoon] = [*leden, *plan.inzetten.select_related("persoon__gemeente")]
    for wie in alle:
        persoon, dag, soorten = loopt(wie, op)
        berekening = berekening_van(persoon, dag, [soort.regel for soort in soorten]) if soorten else None
        if berekening is not None and berekening.vragen:
            return berekening, dag
    return None


def lid_van(persoon: Persoon, op: datetime.date) -> Lid:
    """A person with his group on a date and the last diagnosis until then."""
    return Lid(persoon, groep_van(persoon, op), diagnoses_van(persoon).filter(gesteld_op__lte=op).first())


def groep_van(persoon: Persoon, op: datetime.date) -> Doelgroep | None:
    """The group of the Kadernota that a person is in on a date."""
    code = Indeling.objects.filter(geldig_op(op), persoon=persoon).values_list("doelgroep", flat=True).first()
    return next((g for g in doelgroepen_voor(persoon.gemeente_id) if g.code == code), None) if code else None


def diagnoses_van(persoon: Persoon) -> QuerySet[Diagnose]:
    """All diagnoses of a person, newest first."""
    return Diagnose.objects.filter(persoon=persoon).select_related("door")


def lopend_plan(persoon: Persoon) -> Plan | None:
    """The running plan that this person is a member of."""
    lid = PlanLid.objects.filter(persoon=persoon, is_lopend=True).select_related("plan__eigenaar").first()
    return lid.plan if lid else None


def instrumenten_voor(persoon: Persoon, op: datetime.date) -> list[str]:
    """The instruments that the Kadernota lists for the group of this person on a date."""
    groep = groep_van(persoon, op)
    return list(groep.instrumenten) if groep else []


def collegas(gemeenten: Collection[str]) -> QuerySet[Gebruiker]:
    """Who may do this work for one of these municipalities, by name."""
    rollen = [rol.value for rol in RECHTEN[Recht.WERK_DOEN]]
    wie = Gebruiker.objects.filter(is_active=True, rol__in=rollen, gemeenten__gemeentecode__in=gemeenten)
    return wie.distinct().order_by("last_name", "first_name", "username")


def feiten_van_inzet(personen: Collection[int], op: datetime.date, bekend_op: Bekend = None) -> FeitenPerPersoon:
    """What the rules need to know of unpaid work that runs on a date, by person id."""
    feiten: FeitenPerPersoon = {}
    for inzet in geldende_rijen(Inzet, op, bekend_op, persoon_id=personen):
        if not inzet.vorm:
            continue
        van_persoon = feiten.setdefault(inzet.persoon_id, {})
        van_persoon[BEGIN[Vorm(inzet.vorm)]] = inzet.vanaf.isoformat()
        if inzet.vorm == Vorm.BEHOUD_VAN_UITKERING:
            van_persoon["is_werken_met_behoud_verlengd"] = inzet.verlengd_maanden > 0
        if inzet.vorm == Vorm.PROEFPLAATS:
            van_persoon["maanden_verlenging_proefplaats"] = str(inzet.verlengd_maanden)
        if inzet.vorm in (Vorm.PROEFPLAATS, Vorm.PARTICIPATIEPLAATS):
            bijstand = geldende_rijen(Uitkering, op, bekend_op, persoon_id=[inzet.persoon_id])
            van_persoon["ontvangt_algemene_bijstand"] = bool(bijstand)
    return feiten


def onderdeel_traject(persoon: Persoon, op: datetime.date) -> dict[str, object]:
    """Context of the section on diagnosis and plan of a dossier."""
    return {
        "persoon": persoon,
        "groep": groep_van(persoon, op),
        "diagnoses": diagnoses_van(persoon),
        "plan": lopend_plan(persoon),
        "inzetten": Inzet.objects.filter(persoon=persoon).select_related("doel", "plan"),
        "peildatum": op,
    }
