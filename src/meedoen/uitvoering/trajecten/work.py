"""What plans put on the worklist: dates of the law, goals, agreements and instruments that come to their end."""

import datetime
from collections.abc import Collection, Iterator

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..dossiers.models import Persoon
from ..dossiers.worklist import Werkpost, lui, stand_op
from ..huisstijl.formats import datum
from .models import Afspraak, Doel, Inzet, Plan, PlanLid, Termijn
from .terms import SOORTEN

STREEFDATUM, AFSPRAAK = gettext_lazy("streefdatum van een doel in het plan"), gettext_lazy("afspraak in het plan")
VOORAF = datetime.timedelta(days=30)
"""How long before its day something is shown."""


def werk(eigenaren: Collection[int], op: datetime.date) -> list[Werkpost]:
    """Everything of the running plans and instruments of these owners that is due within thirty days, or was."""
    grens = op + VOORAF
    return [
        *_termijnen_van_inzet(eigenaren, op, grens),
        *_termijnen_van_personen(eigenaren, op, grens),
        *_zonder_vervolg(eigenaren, op, grens),
        *_van_plannen(eigenaren, op, grens),
    ]


def _termijnen_van_inzet(eigenaren: Collection[int], op: datetime.date, grens: datetime.date) -> Iterator[Werkpost]:
    rijen = Termijn.objects.filter(inzet__eigenaar__in=eigenaren, inzet__einde_reden="", laatste_dag__lte=grens)
    for rij in rijen.select_related("persoon", "inzet__plan", "inzet__eigenaar"):
        assert rij.inzet is not None
        yield Werkpost(
            f"termijn:{rij.pk}",
            SOORTEN[rij.regel].wat,
            rij.persoon,
            rij.inzet.eigenaar,
            rij.laatste_dag,
            stand_op(rij.laatste_dag, op),
            f"{rij.inzet.instrument}, {rij.artikel}",
            _in_plan(rij.inzet.plan, rij.inzet.nummer),
        )


def _termijnen_van_personen(eigenaren: Collection[int], op: datetime.date, grens: datetime.date) -> Iterator[Werkpost]:
    rijen = Termijn.objects.filter(
        inzet=None, laatste_dag__lte=grens, persoon__planlidmaatschappen__is_lopend=True
    ).filter(persoon__planlidmaatschappen__plan__eigenaar__in=eigenaren)
    gevonden = list(rijen.select_related("persoon").distinct())
    plannen = _plannen([rij.persoon_id for rij in gevonden])
    for rij in gevonden:
        plan = plannen[rij.persoon_id]
        yield Werkpost(
            f"termijn:{rij.pk}",
            SOORTEN[rij.regel].wat,
            rij.persoon,
            plan.eigenaar,
            rij.laatste_dag,
            stand_op(rij.laatste_dag, op),
            rij.artikel,
            _in_plan(plan, "termijnen"),
        )


def _zonder_vervolg(eigenaren: Collection[int], op: datetime.date, grens: datetime.date) -> Iterator[Werkpost]:
    """Instruments with an agreed end, except where a term of the law with the same day is on the list already."""
    rijen = Inzet.objects.filter(eigenaar__in=eigenaren, einde_reden="", tot__isnull=False, tot__lte=grens)
    for inzet in rijen.select_related("persoon", "plan", "eigenaar").prefetch_related("termijnen"):
        laatste_dag = inzet.laatste_dag
        assert laatste_dag is not None
        if any(termijn.laatste_dag == laatste_dag for termijn in inzet.termijnen.all()):
            continue
        yield Werkpost(
            f"inzet:{inzet.pk}",
            _("%(instrument)s loopt af: verlengen of beëindigen") % {"instrument": inzet.instrument.capitalize()},
            inzet.persoon,
            inzet.eigenaar,
            laatste_dag,
            stand_op(laatste_dag, op),
            _("de afgesproken laatste dag is %(dag)s") % {"dag": datum(laatste_dag)},
            _in_plan(inzet.plan, inzet.nummer),
        )


def _van_plannen(eigenaren: Collection[int], op: datetime.date, grens: datetime.date) -> Iterator[Werkpost]:
    """Goals and agreements of running plans; they stand under the first member of the household."""
    open_plan = {"plan__eigenaar__in": eigenaren, "plan__tot": None}
    doelen = Doel.objects.filter(**open_plan, behaald_op=None, streefdatum__lte=grens)
    afspraken = Afspraak.objects.filter(**open_plan, nagekomen_op=None, uiterlijk__lte=grens)
    rijen: list[Doel | Afspraak] = [
        *doelen.select_related("plan__eigenaar"),
        *afspraken.select_related("plan__eigenaar"),
    ]
    eersten = _eerste_leden([rij.plan_id for rij in rijen])
    for rij in rijen:
        dag = rij.streefdatum if isinstance(rij, Doel) else rij.uiterlijk
        soort = "doel" if isinstance(rij, Doel) else "afspraak"
        wat = rij.tekst if isinstance(rij, Doel) else f"{rij.wie}: {rij.wat}"
        waarom = STREEFDATUM if soort == "doel" else AFSPRAAK
        url = _in_plan(rij.plan, f"{soort}-{rij.pk}")
        yield Werkpost(
            f"{soort}:{rij.pk}", wat, eersten[rij.plan_id], rij.plan.eigenaar, dag, stand_op(dag, op), waarom, url
        )


def _in_plan(plan: Plan, plek: str) -> Promise:
    """The address of a place on the page of a plan."""
    return lui(lambda: f"{reverse('plan', args=[plan.nummer])}#{plek}")


def _eerste_leden(plannen: Collection[int]) -> dict[int, Persoon]:
    leden = PlanLid.objects.filter(plan__in=plannen).select_related("persoon").order_by("-pk")
    return {lid.plan_id: lid.persoon for lid in leden}


def _plannen(personen: Collection[int]) -> dict[int, Plan]:
    """The running plan of each of these persons."""
    leden = PlanLid.objects.filter(persoon__in=personen, is_lopend=True).select_related("plan__eigenaar")
    return {lid.persoon_id: lid.plan for lid in leden}
