"""Random acts of handhaving: the ladder of article 18 counted by hand, nobody measured unheard, the log says it all."""

import random
from collections import Counter
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from meedoen.uitvoering.besluiten.measure import antwoord_van, maanden_van
from meedoen.uitvoering.besluiten.models import Besluit
from meedoen.uitvoering.handhaving.models import Signaal
from meedoen.uitvoering.kern.events import schrijf_gebeurtenis
from meedoen.uitvoering.kern.models import Gebeurtenis
from meedoen.uitvoering.kern.replay import speel_na
from tests.uitvoering import register
from tests.uitvoering.handhaving.steps import VERORDENING
from tests.uitvoering.proces import decision_deeds
from tests.uitvoering.proces.deeds import tijd_verstrijkt
from tests.uitvoering.proces.laws import decisions, periods
from tests.uitvoering.proces.sanction_deeds import HANDHAVING
from tests.uitvoering.proces.world import NietsTeDoen, Wereld, bouw

DADEN = (
    HANDHAVING
    | {tijd_verstrijkt: 1, decision_deeds.voorstel: 7, decision_deeds.toets: 7}
    | {
        decision_deeds.ondertekening: 8,
        decision_deeds.intrekking: 1,
    }
)
GEWOGEN = [daad for daad, hoe_vaak in DADEN.items() for _keer in range(hoe_vaak)]
ZADEN, REEKS = (3, 4, 5, 6, 7), 1400
"""One world and so many deeds; another world as long as something was not done in any."""
TOP = "a measure on the highest step of the ladder"
VOLGENDE = {0: 5, 5: 6, 6: 7, 7: 8, 8: 8}


def _jaar_eerder(dag: date) -> date:
    return date(dag.year - 1, dag.month, min(dag.day, 28 if dag.month == 2 else dag.day))


def _gedrag(besluit: Besluit) -> date:
    return besluit.procedure.signalen.get().overtreding_op  # type: ignore[union-attr]


def _gezin(wereld: Wereld, besluit: Besluit) -> set[int]:
    """The second and third person of the world are a couple; everybody else is alone."""
    paar = {persoon.pk for persoon in wereld.personen[1:3]}
    return paar if besluit.persoon_id in paar else {besluit.persoon_id}


def _ladder(wereld: Wereld) -> Iterator[str]:
    maatregelen = list(Besluit.objects.filter(soort="maatregel").order_by("pk"))
    for besluit in maatregelen:
        maanden, gedrag = maanden_van(besluit.procedure), _gedrag(besluit)  # type: ignore[arg-type]
        if not 1 <= len(maanden) <= 3 or besluit.vanaf.day != 1 or besluit.vanaf < besluit.genomen_op.replace(day=1):
            yield f"{besluit} runs over {len(maanden)} months from {besluit.vanaf}"
        geheel = Fraction(antwoord_van(besluit.procedure)["som_van_verlagingen_per_maand"])  # type: ignore[arg-type]
        if sum(maand.bedrag for maand in maanden) != geheel or maanden[0].bedrag * 3 < geheel:
            yield f"{besluit} does not add up, or its first month bears less than a third"
        if besluit.artikellid == 2:
            continue
        eerder = [
            ander.artikellid
            for ander in maatregelen
            if ander.pk < besluit.pk and ander.persoon_id in _gezin(wereld, besluit)
            if (ander.artikellid or 0) >= 5 and _jaar_eerder(gedrag) < ander.genomen_op <= gedrag
        ]
        if besluit.artikellid != VOLGENDE[max((lid for lid in eerder if lid), default=0)]:
            yield f"{besluit} rests on lid {besluit.artikellid}, after {eerder}"


def _gehoord(wereld: Wereld) -> Iterator[str]:
    for rij in Signaal.objects.exclude(procedure=None):
        if not rij.zienswijzen.exists():
            yield f"{rij} came to a decision unheard"
    for rij in Signaal.objects.filter(zienswijzen__vorm="niet_gegeven"):
        laatste = rij.uitnodigingen.last()
        if laatste is None or rij.zienswijzen.get().gegeven_op <= laatste.uiterlijk:
            yield f"{rij} is said not to have reacted while there was time"
    dubbel = Counter(Signaal.objects.exclude(stand="geen_gevolg").values_list("persoon", "gedraging", "overtreding_op"))
    yield from (f"{wat} is measured {aantal} times" for wat, aantal in dubbel.items() if aantal > 1)


def _doe(wereld: Wereld, gedaan: Counter[str]) -> None:
    """Draw a deed and do it; a refusal says why and leaves nothing behind."""
    daad, voor = wereld.kies(GEWOGEN), Gebeurtenis.objects.count()
    try:
        with transaction.atomic():
            daad(wereld)
    except NietsTeDoen:
        return
    except (ValidationError, PermissionDenied) as fout:
        zinnen = fout.messages if isinstance(fout, ValidationError) else [str(fout)]
        assert all(len(zin.split()) > 2 for zin in zinnen), zinnen
        assert Gebeurtenis.objects.count() == voor
        return
    gedaan[daad.__name__] += 1


def _jaar(zaad: int, gedaan: Counter[str]) -> None:
    """A year in a world of its own, of which nothing stays."""
    with transaction.atomic():
        wereld = bouw(random.Random(zaad).choice)
        register.verordening("maatregelen", **VERORDENING)
        for persoon in wereld.personen[:3]:
            register.uitkering(persoon, "2025-01-01")
        schrijf_gebeurtenis(handeling="begin", onderwerp=wereld.personen[0], door=None, op=wereld.op)
        for _keer in range(REEKS):
            _doe(wereld, gedaan)
        breuken = [zin for wet in (_ladder, _gehoord, decisions, periods) for zin in wet(wereld)]
        assert breuken == []
        assert speel_na().verschillen == ()
        gedaan[TOP] += Besluit.objects.filter(soort="maatregel", artikellid=8).count()
        transaction.set_rollback(True)


@pytest.mark.django_db
def test_whatever_is_done_the_ladder_is_right_and_nobody_is_measured_unheard() -> None:
    gedaan: Counter[str] = Counter()
    nog = {TOP, *(daad.__name__ for daad in DADEN)}
    for zaad in ZADEN:
        _jaar(zaad, gedaan)
        if not (nog := nog - set(+gedaan)):
            break
    assert nog == set(), "never done, so not tested"
