"""What must hold after any acts whatever: found by looking at the tables, not by asking the code that guards it."""

import hashlib
import itertools
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from meedoen.uitvoering.besluiten.models import Besluit, Bezwaar, Opschorting, Procedure
from meedoen.uitvoering.dossiers.models import Bewoning, Feit, Indeling, Uitkering
from meedoen.uitvoering.dossiers.worklist import Vraag, werk_van
from meedoen.uitvoering.toegang.models import Melding, Overdracht
from meedoen.uitvoering.trajecten.models import Inzet, Plan, PlanLid, Termijn, Vorm
from tests.uitvoering.proces.world import EINDE, Wereld
from tests.uitvoering.register import ASSEN, TYNAARLO

TEKENT = {"regisseur"}
MEESTE_MAANDEN = {Vorm.BEHOUD_VAN_UITKERING: 6, Vorm.PROEFPLAATS: 6, Vorm.PARTICIPATIEPLAATS: 48}
"""3 + 3 (Kadernota Drentsche Aa), 2 + 4 (Participatiewet 8a lid 2 d), 24 + 12 + 12 (Participatiewet 10a)."""
VIER_OGEN = {ASSEN: True, TYNAARLO: False}


def _overlap(rijen: Iterable[Any], sleutel: Callable[[Any], object]) -> Iterator[str]:
    per: dict[object, list[Any]] = defaultdict(list)
    for rij in rijen:
        per[sleutel(rij)].append(rij)
    for groep in per.values():
        for a, b in itertools.combinations(groep, 2):
            if a.vanaf < (b.tot or date.max) and b.vanaf < (a.tot or date.max):
                yield f"{type(a).__name__} {a.pk} and {b.pk} overlap"


def periods(wereld: Wereld) -> Iterator[str]:
    """Nobody has bijstand twice, lives in two dwellings, is in two groups, or has one instrument twice, on one day."""
    yield from _overlap(Uitkering.objects.all(), lambda u: u.persoon_id)
    yield from _overlap(Bewoning.objects.all(), lambda b: b.persoon_id)
    yield from _overlap(Indeling.objects.all(), lambda i: i.persoon_id)
    yield from _overlap(Inzet.objects.all(), lambda i: (i.persoon_id, i.instrument))
    yield from _overlap(Inzet.objects.exclude(vorm=""), lambda i: (i.persoon_id, i.vorm))
    for feit in Feit.objects.all():
        if feit.tot is not None and feit.tot <= feit.vanaf:
            yield f"fact {feit.pk} ends before it begins"


def unpaid_work(wereld: Wereld) -> Iterator[str]:
    """Unpaid work never lasts longer than the law lets it, and dates are only kept of what runs."""
    for inzet in Inzet.objects.exclude(vorm=""):
        maanden = MEESTE_MAANDEN[Vorm(inzet.vorm)]
        jaar, maand = divmod(inzet.vanaf.year * 12 + inzet.vanaf.month - 1 + maanden, 12)
        if inzet.tot is None or (inzet.tot.year, inzet.tot.month, inzet.tot.day) > (jaar, maand + 1, inzet.vanaf.day):
            yield f"{inzet.vorm} {inzet.nummer} runs until {inzet.tot}, {maanden} months is the most"
        if inzet.vorm == Vorm.BEHOUD_VAN_UITKERING and not inzet.perspectief.strip():
            yield f"{inzet.nummer} is work with benefit without a prospect"
    for termijn in Termijn.objects.exclude(inzet=None).exclude(inzet__einde_reden=""):
        yield f"a date is kept of {termijn.inzet_id}, which ended"


def plans(wereld: Wereld) -> Iterator[str]:
    """One running plan per person; in a closed plan nothing runs; its regisseur works for its municipality."""
    for persoon, aantal in Counter(PlanLid.objects.filter(plan__tot=None).values_list("persoon", flat=True)).items():
        if aantal > 1:
            yield f"person {persoon} has {aantal} running plans"
    for plan in Plan.objects.prefetch_related("leden", "inzetten", "doelen"):
        if {lid.is_lopend for lid in plan.leden.all()} != {plan.tot is None} or not plan.doelen.all():
            yield f"plan {plan} has members that run otherwise than the plan, or no goal"
        if plan.tot is not None and any(not inzet.einde_reden for inzet in plan.inzetten.all()):
            yield f"plan {plan} is closed, and something runs in it"


def access(wereld: Wereld) -> Iterator[str]:
    """One open melding per person, led on only after an intake; a handover is taken over after it was asked."""
    for melding in Melding.objects.prefetch_related("intakes", "stappen"):
        if not melding.stappen.all():
            yield f"{melding} was at no desk"
        laatste = melding.intakes.order_by("-pk").first()
        if melding.stand == "toegeleid" and (laatste is None or laatste.route != melding.route):
            yield f"{melding} was led to where no intake pointed"
        if melding.vraagt_bijstand and not Feit.objects.filter(
            persoon=melding.persoon_id, naam="gemeld_op", waarde=melding.gemeld_op.isoformat()
        ):
            yield f"{melding} asks bijstand, and the rules do not know it"
    for persoon, aantal in Counter(
        Melding.objects.filter(stand__in=["nieuw", "intake"]).values_list("persoon", flat=True)
    ).items():
        if aantal > 1:
            yield f"person {persoon} has {aantal} open meldingen"
    for overdracht in Overdracht.objects.exclude(overgenomen_op=None):
        if not overdracht.gevraagd_op <= overdracht.overgenomen_op <= wereld.op:  # type: ignore[operator]
            yield f"{overdracht} was taken over on a day that cannot be"


def decisions(wereld: Wereld) -> Iterator[str]:
    """What is signed has its decision, receipt and letter, by somebody who may, by two where the college wants two."""
    for rij in Procedure.objects.filter(stand="ondertekend").select_related("ondertekend_door"):
        besluit = Besluit.objects.filter(procedure=rij).first()
        if besluit is None or besluit.berekeningen.count() != 1 or besluit.brieven.count() != 1:
            yield f"{rij} is signed without its decision, one receipt and one letter"
            continue
        brief = besluit.brieven.get()
        if not bytes(brief.pdf).startswith(b"%PDF-") or hashlib.sha256(bytes(brief.pdf)).hexdigest() != brief.sha256:
            yield f"the letter of {rij} is not what was made"
        if besluit.berekeningen.get().antwoord != rij.voorstel["antwoord"]:
            yield f"the receipt of {rij} is not that of the proposal"
        yield from _signature(rij)
        is_begin = besluit.soort == "toekenning_bijstand" and rij.aard == "nieuw"
        if is_begin and not Uitkering.objects.filter(persoon=rij.persoon_id, vanaf=rij.ingangsdatum):
            yield f"{rij} grants bijstand, and nobody has it"
    for besluit in Besluit.objects.exclude(procedure=None).exclude(procedure__stand="ondertekend"):
        yield f"{besluit} is a decision that nobody signed"


def _signature(rij: Procedure) -> Iterator[str]:
    wie = rij.ondertekend_door
    if wie is None or wie.rol not in TEKENT or rij.gemeente_id not in wie.gemeentecodes():
        yield f"{rij} was signed by {wie}, who may not"
    if VIER_OGEN[rij.gemeente_id] and wie == rij.opgesteld_door:
        yield f"{rij} was signed by who proposed it"


def procedures(wereld: Wereld) -> Iterator[str]:
    """One open procedure per person, kind and instrument; one suspension at a time; another decides an objection."""
    open_ = Procedure.objects.filter(stand__in=["in_behandeling", "voorstel", "ter_toets"])
    for wat, aantal in Counter(open_.values_list("persoon", "soort", "aard", "instrument")).items():
        if aantal > 1:
            yield f"{wat} is asked {aantal} times"
    for opschorting in Opschorting.objects.select_related("procedure"):
        if opschorting.vanaf <= opschorting.procedure.aangevraagd_op:
            yield f"suspension {opschorting.pk} begins before the application"
    yield from _overlap(Opschorting.objects.all(), lambda o: o.procedure_id)
    for bezwaar in Bezwaar.objects.exclude(uitkomst="").select_related("besluit__procedure"):
        procedure = bezwaar.besluit.procedure
        if procedure is not None and bezwaar.besloten_door == procedure.ondertekend_door:
            yield f"{bezwaar} was decided by who signed the decision"
        if not bezwaar.motivering or bezwaar.weken_verdaagd > 6:
            yield f"{bezwaar} was decided without reasons, or put off too long"


def owners(wereld: Wereld) -> Iterator[str]:
    """Everything open stands on the list of somebody who does this work for that municipality."""
    mogen = [wie for wie in wereld.collegas.values() if wie.rol in {"consulent", "regisseur"}]
    vragen = [Vraag([wie.pk], wie.gemeentecodes(), EINDE) for wie in mogen]
    posten = {f"{regel.soort}:{regel.nummer}" for vraag in vragen for regel in werk_van(vraag)}
    open_ = Procedure.objects.filter(stand__in=["in_behandeling", "voorstel", "ter_toets"])
    verwacht = {f"procedure:{rij.pk}" for rij in open_}
    verwacht |= {f"melding:{rij.pk}" for rij in Melding.objects.filter(stand__in=["nieuw", "intake"])}
    verwacht |= {f"overdracht:{rij.pk}" for rij in Overdracht.objects.filter(overgenomen_op=None)}
    verwacht |= {f"bezwaar:{rij.pk}" for rij in Bezwaar.objects.filter(uitkomst="")}
    for sleutel in verwacht - posten:
        yield f"{sleutel} stands on nobody's list"


WETTEN: tuple[Callable[[Wereld], Iterator[str]], ...] = (periods, unpaid_work, plans, access, decisions, procedures)
AAN_HET_EIND = (*WETTEN, owners)
"""`owners` builds every worklist, so it is asked once per sequence."""
