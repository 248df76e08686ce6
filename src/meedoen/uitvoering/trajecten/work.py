"""What plans put on the worklist: dates of the law, goals, agreements and instruments that come to their end."""

import datetime
from collections.abc import Collection, Iterable, Iterator

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..dossiers.models import Persoon
from ..dossiers.worklist import Rij, Vraag, Werkpost, Werksoort, stand_op
from ..huisstijl.formats import datum
from .models import Afspraak, Doel, Inzet, Plan, PlanLid, Termijn
from .terms import SOORTEN

STREEFDATUM, AFSPRAAK = gettext_lazy("streefdatum van een doel in het plan"), gettext_lazy("afspraak in het plan")
VOORAF = datetime.timedelta(days=30)
"""How long before its day something is shown."""


def _termijnen(vraag: Vraag) -> QuerySet[Termijn]:
    return Termijn.objects.filter(persoon__gemeente__in=vraag.gemeenten, laatste_dag__lte=vraag.op + VOORAF)


def _open_termijnen_van_inzet(vraag: Vraag) -> Iterable[Rij]:
    rijen = _termijnen(vraag).filter(inzet__eigenaar__in=vraag.eigenaren, inzet__einde_reden="")
    return (Rij(*rij) for rij in rijen.values_list("pk", "laatste_dag"))


def _termijnen_van_inzet(nummers: Collection[int], op: datetime.date) -> Iterator[Werkpost]:
    rijen = Termijn.objects.filter(pk__in=nummers)
    for rij in rijen.select_related("persoon", "inzet__plan", "inzet__eigenaar"):
        assert rij.inzet is not None
        yield Werkpost(
            rij.pk,
            SOORTEN[rij.regel].wat,
            rij.persoon,
            rij.inzet.eigenaar,
            rij.laatste_dag,
            stand_op(rij.laatste_dag, op),
            f"{rij.inzet.instrument}, {rij.artikel}",
            _in_plan(rij.inzet.plan, rij.inzet.nummer),
        )


def _open_termijnen_van_personen(vraag: Vraag) -> Iterable[Rij]:
    lopend = PlanLid.objects.filter(is_lopend=True, plan__eigenaar__in=vraag.eigenaren)
    rijen = _termijnen(vraag).filter(inzet=None, persoon__in=lopend.values("persoon"))
    return (Rij(*rij) for rij in rijen.values_list("pk", "laatste_dag"))


def _termijnen_van_personen(nummers: Collection[int], op: datetime.date) -> Iterator[Werkpost]:
    gevonden = list(Termijn.objects.filter(pk__in=nummers).select_related("persoon"))
    plannen = _plannen([rij.persoon_id for rij in gevonden])
    for rij in gevonden:
        plan = plannen[rij.persoon_id]
        yield Werkpost(
            rij.pk,
            SOORTEN[rij.regel].wat,
            rij.persoon,
            plan.eigenaar,
            rij.laatste_dag,
            stand_op(rij.laatste_dag, op),
            rij.artikel,
            _in_plan(plan, "termijnen"),
        )


def _open_zonder_vervolg(vraag: Vraag) -> Iterator[Rij]:
    """Instruments with an agreed end, except where a term of the law with the same day is on the list already."""
    rijen = Inzet.objects.filter(
        eigenaar__in=vraag.eigenaren,
        persoon__gemeente__in=vraag.gemeenten,
        einde_reden="",
        tot__lte=vraag.op + VOORAF,
    )
    termijnen = set(Termijn.objects.filter(inzet__in=rijen).values_list("inzet", "laatste_dag"))
    for inzet in rijen.only("tot"):
        if (inzet.pk, inzet.laatste_dag) not in termijnen:
            yield Rij(inzet.pk, inzet.laatste_dag)


def _zonder_vervolg(nummers: Collection[int], op: datetime.date) -> Iterator[Werkpost]:
    for inzet in Inzet.objects.filter(pk__in=nummers).select_related("persoon", "plan", "eigenaar"):
        laatste_dag = inzet.laatste_dag
        assert laatste_dag is not None
        yield Werkpost(
            inzet.pk,
            _("%(instrument)s loopt af: verlengen of beëindigen") % {"instrument": inzet.instrument.capitalize()},
            inzet.persoon,
            inzet.eigenaar,
            laatste_dag,
            stand_op(laatste_dag, op),
            _("de afgesproken laatste dag is %(dag)s") % {"dag": datum(laatste_dag)},
            _in_plan(inzet.plan, inzet.nummer),
        )


def _open_plan(vraag: Vraag) -> Q:
    return Q(plan__eigenaar__in=vraag.eigenaren, plan__gemeente__in=vraag.gemeenten, plan__tot=None)


def _open_doelen(vraag: Vraag) -> Iterable[Rij]:
    rijen = Doel.objects.filter(_open_plan(vraag), behaald_op=None, streefdatum__lte=vraag.op + VOORAF)
    return (Rij(*rij) for rij in rijen.values_list("pk", "streefdatum"))


def _doelen(nummers: Collection[int], op: datetime.date) -> Iterator[Werkpost]:
    rijen = list(Doel.objects.filter(pk__in=nummers).select_related("plan__eigenaar"))
    eersten = _eerste_leden([rij.plan_id for rij in rijen])
    for rij in rijen:
        waar, stand = _in_plan(rij.plan, f"doel-{rij.pk}"), stand_op(rij.streefdatum, op)
        wie = eersten[rij.plan_id]
        yield Werkpost(rij.pk, rij.tekst, wie, rij.plan.eigenaar, rij.streefdatum, stand, STREEFDATUM, waar)


def _open_afspraken(vraag: Vraag) -> Iterable[Rij]:
    rijen = Afspraak.objects.filter(_open_plan(vraag), nagekomen_op=None, uiterlijk__lte=vraag.op + VOORAF)
    return (Rij(*rij) for rij in rijen.values_list("pk", "uiterlijk"))


def _afspraken(nummers: Collection[int], op: datetime.date) -> Iterator[Werkpost]:
    rijen = list(Afspraak.objects.filter(pk__in=nummers).select_related("plan__eigenaar"))
    eersten = _eerste_leden([rij.plan_id for rij in rijen])
    for rij in rijen:
        waar, stand = _in_plan(rij.plan, f"afspraak-{rij.pk}"), stand_op(rij.uiterlijk, op)
        wat, wie = f"{rij.wie}: {rij.wat}", eersten[rij.plan_id]
        yield Werkpost(rij.pk, wat, wie, rij.plan.eigenaar, rij.uiterlijk, stand, AFSPRAAK, waar)


def _in_plan(plan: Plan, plek: str) -> str:
    """The address of a place on the page of a plan."""
    return f"{reverse('plan', args=[plan.nummer])}#{plek}"


def _eerste_leden(plannen: Collection[int]) -> dict[int, Persoon]:
    leden = PlanLid.objects.filter(plan__in=plannen).select_related("persoon").order_by("-pk")
    return {lid.plan_id: lid.persoon for lid in leden}


def _plannen(personen: Collection[int]) -> dict[int, Plan]:
    """The running plan of each of these persons."""
    leden = PlanLid.objects.filter(persoon__in=personen, is_lopend=True).select_related("plan__eigenaar")
    return {lid.persoon_id: lid.plan for lid in leden}


SOORTEN_WERK = (
    Werksoort("termijn van inzet", _open_termijnen_van_inzet, _termijnen_van_inzet),
    Werksoort("termijn van persoon", _open_termijnen_van_personen, _termijnen_van_personen),
    Werksoort("inzet", _open_zonder_vervolg, _zonder_vervolg),
    Werksoort("doel", _open_doelen, _doelen),
    Werksoort("afspraak", _open_afspraken, _afspraken),
)
"""Everything of running plans and instruments that is due within thirty days, or was."""
