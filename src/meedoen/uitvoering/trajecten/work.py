"""What plans put on the worklist: dates of the law, goals, agreements and instruments that come to their end."""

import datetime
from collections.abc import Collection, Iterator

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..dossiers.worklist import Werkpost, lui, stand_op
from ..huisstijl.formats import datum
from .models import Afspraak, Doel, Inzet, Plan, PlanLid, Termijn
from .terms import SOORTEN

STREEFDATUM, AFSPRAAK = gettext_lazy("streefdatum van een doel in het plan"), gettext_lazy("afspraak in het plan")
VOORAF = datetime.timedelta(days=30)
"""How long before its day something is shown."""


def werk(eigenaren: Collection[int], gemeenten: Collection[str], op: datetime.date) -> list[Werkpost]:
    """Everything of the running plans and instruments of these owners that is due within thirty days, or was."""
    grens = op + VOORAF
    termijnen = Termijn.objects.filter(persoon__gemeente__in=gemeenten, laatste_dag__lte=grens)
    inzetten = Inzet.objects.filter(persoon__gemeente__in=gemeenten, eigenaar__in=eigenaren, tot__lte=grens)
    return [
        *_termijnen_van_inzet(termijnen.filter(inzet__eigenaar__in=eigenaren), op),
        *_termijnen_van_personen(termijnen.filter(inzet=None), eigenaren, op),
        *_zonder_vervolg(inzetten, op),
        *_van_plannen(eigenaren, gemeenten, op, grens),
    ]


def _termijnen_van_inzet(termijnen: QuerySet[Termijn], op: datetime.date) -> Iterator[Werkpost]:
    rijen = termijnen.filter(inzet__einde_reden="").select_related("inzet__plan")
    for rij in rijen:
        assert rij.inzet is not None
        yield Werkpost(
            f"termijn:{rij.pk}",
            SOORTEN[rij.regel].wat,
            rij.persoon_id,
            rij.inzet.eigenaar_id,
            rij.laatste_dag,
            stand_op(rij.laatste_dag, op),
            f"{rij.inzet.instrument}, {rij.artikel}",
            _in_plan(rij.inzet.plan, rij.inzet.nummer),
        )


def _termijnen_van_personen(
    termijnen: QuerySet[Termijn], eigenaren: Collection[int], op: datetime.date
) -> Iterator[Werkpost]:
    rijen = termijnen.filter(persoon__planlidmaatschappen__is_lopend=True).filter(
        persoon__planlidmaatschappen__plan__eigenaar__in=eigenaren
    )
    gevonden = list(rijen.distinct())
    plannen = _plannen([rij.persoon_id for rij in gevonden])
    for rij in gevonden:
        plan = plannen[rij.persoon_id]
        yield Werkpost(
            f"termijn:{rij.pk}",
            SOORTEN[rij.regel].wat,
            rij.persoon_id,
            plan.eigenaar_id,
            rij.laatste_dag,
            stand_op(rij.laatste_dag, op),
            rij.artikel,
            _in_plan(plan, "termijnen"),
        )


def _zonder_vervolg(inzetten: QuerySet[Inzet], op: datetime.date) -> Iterator[Werkpost]:
    """Instruments with an agreed end, except where a term of the law with the same day is on the list already."""
    for inzet in inzetten.filter(einde_reden="").select_related("plan").prefetch_related("termijnen"):
        laatste_dag = inzet.laatste_dag
        assert laatste_dag is not None
        if any(termijn.laatste_dag == laatste_dag for termijn in inzet.termijnen.all()):
            continue
        yield Werkpost(
            f"inzet:{inzet.pk}",
            _("%(instrument)s loopt af: verlengen of beëindigen") % {"instrument": inzet.instrument.capitalize()},
            inzet.persoon_id,
            inzet.eigenaar_id,
            laatste_dag,
            stand_op(laatste_dag, op),
            _("de afgesproken laatste dag is %(dag)s") % {"dag": datum(laatste_dag)},
            _in_plan(inzet.plan, inzet.nummer),
        )


def _van_plannen(
    eigenaren: Collection[int], gemeenten: Collection[str], op: datetime.date, grens: datetime.date
) -> Iterator[Werkpost]:
    """Goals and agreements of running plans; they stand under the first member of the household."""
    open_plan = {"plan__eigenaar__in": eigenaren, "plan__tot": None}
    doelen = Doel.objects.filter(**open_plan, behaald_op=None, streefdatum__lte=grens)
    afspraken = Afspraak.objects.filter(**open_plan, nagekomen_op=None, uiterlijk__lte=grens)
    rijen: list[Doel | Afspraak] = [*doelen.select_related("plan"), *afspraken.select_related("plan")]
    eersten = _eerste_leden({rij.plan_id for rij in rijen}, gemeenten)
    for rij in rijen:
        if rij.plan_id not in eersten:
            continue
        dag = rij.streefdatum if isinstance(rij, Doel) else rij.uiterlijk
        soort = "doel" if isinstance(rij, Doel) else "afspraak"
        wat = rij.tekst if isinstance(rij, Doel) else f"{rij.wie}: {rij.wat}"
        waarom = STREEFDATUM if soort == "doel" else AFSPRAAK
        url = _in_plan(rij.plan, f"{soort}-{rij.pk}")
        yield Werkpost(
            f"{soort}:{rij.pk}", wat, eersten[rij.plan_id], rij.plan.eigenaar_id, dag, stand_op(dag, op), waarom, url
        )


def _in_plan(plan: Plan, plek: str) -> Promise:
    """The address of a place on the page of a plan."""
    return lui(lambda: f"{reverse('plan', args=[plan.nummer])}#{plek}")


def _eerste_leden(plannen: Collection[int], gemeenten: Collection[str]) -> dict[int, int]:
    """The first member of each of these plans, where he lives in one of these municipalities."""
    leden = PlanLid.objects.filter(plan__in=plannen).order_by("-pk")
    eersten = {plan: (wie, waar) for plan, wie, waar in leden.values_list("plan", "persoon", "persoon__gemeente")}
    return {plan: wie for plan, (wie, waar) in eersten.items() if waar in gemeenten}


def _plannen(personen: Collection[int]) -> dict[int, Plan]:
    """The running plan of each of these persons."""
    leden = PlanLid.objects.filter(persoon__in=personen, is_lopend=True).select_related("plan")
    return {lid.persoon_id: lid.plan for lid in leden}
