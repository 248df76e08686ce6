"""Applications, decisions and objections for the demonstration, through the ordinary acts: one in every state.

Decided cases get acts of the days on which they would have been done.
"""

import contextlib
import datetime
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from ..dossiers.acts import leg_feit_vast
from ..dossiers.models import Bewoning, Persoon, Relatie, Uitkering
from ..dossiers.queries import geldig_op, huishouden_op
from ..kern.models import Gebruiker
from . import acts, objections
from .demo_kinds import SOORTGEVALLEN
from .demo_steps import DAG, Wie, aanvraag, bekend, getekend, getoetst, onderteken, voorgesteld
from .models import Besluit, Bezwaar, NietGehoord, Opschorting, Procedure
from .suspensions import schort_op

_Soort = Procedure.Soort


@transaction.atomic
def zet_klaar(*, regisseur: Gebruiker, consulent: Gebruiker, gemeente: str, op: datetime.date) -> int:
    """Make the cases, where the register has people for them; nothing where somebody applied already. How many."""
    if Procedure.objects.filter(soort=_Soort.BIJSTAND).exists():
        return 0
    kandidaten = _kandidaten(gemeente, op)
    for maak in GEVALLEN:
        if (persoon := next(kandidaten, None)) is not None:
            with contextlib.suppress(ValidationError), transaction.atomic():
                maak(Wie(persoon, consulent, regisseur, op))
    return Procedure.objects.count()


def _kandidaten(gemeente: str, op: datetime.date) -> Iterator[Persoon]:
    """Residents between 30 and 60 who live alone, without bijstand, plan or melding, by number from the last."""
    paren = Relatie.objects.filter(geldig_op(op), soort=Relatie.Soort.PARTNER)
    personen = Persoon.objects.filter(
        gemeente=gemeente,
        overleden_op=None,
        geboortedatum__range=(op - 60 * 365 * DAG, op - 30 * 366 * DAG),
        bewoningen__in=Bewoning.objects.filter(geldig_op(op)),
        planlidmaatschappen=None,
        meldingen=None,
    ).exclude(
        Q(pk__in=paren.values("persoon"))
        | Q(pk__in=paren.values("ander"))
        | Q(pk__in=Uitkering.objects.filter(Q(tot=None) | Q(tot__gt=op - 100 * DAG)).values("persoon"))
    )
    for persoon in personen.distinct().order_by("-nummer"):
        if len(huishouden_op(persoon, op).personen) == 1:
            yield persoon


def _in_behandeling(wie: Wie) -> None:
    aanvraag(wie, 5)


def _te_laat(wie: Wie) -> None:
    aanvraag(wie, 62)


def _inkomenstoeslag(wie: Wie) -> None:
    aanvraag(wie, 12, _Soort.INKOMENSTOESLAG)


def _ontheffing(wie: Wie) -> None:
    aanvraag(wie, 8, _Soort.ONTHEFFING)


def _studietoeslag(wie: Wie) -> None:
    aanvraag(wie, 3, _Soort.STUDIETOESLAG)


def _opgeschort(wie: Wie) -> None:
    procedure, dag = aanvraag(wie, 15), wie.op - 10 * DAG
    gevraagd: dict[str, Any] = {
        "reden": Opschorting.Reden.AANVULLEN,
        "toelichting": "Bankafschriften van drie maanden.",
    }
    schort_op(procedure=procedure, gevraagd_op=dag, uiterlijk=wie.op + 4 * DAG, **gevraagd, **wie.maakt(10))


def _voorstel(wie: Wie) -> None:
    voorgesteld(wie, 2)


def _ter_toets(wie: Wie) -> None:
    getoetst(wie, 1)


def _teruggestuurd(wie: Wie) -> None:
    procedure = getoetst(wie, 3)
    opmerking = "Vraag na of de inwoner in deze maand nog loon krijgt."
    acts.stuur_terug(procedure=procedure, versie=procedure.versie, opmerking=opmerking, **wie.tekent(1))


def _toegekend(wie: Wie) -> None:
    getekend(wie, 6)


def _afgewezen(wie: Wie) -> None:
    getekend(wie, 9, inkomen=Decimal(2600))


def _ingetrokken(wie: Wie) -> None:
    procedure = bekend(wie, 20)
    reden = "De inwoner heeft werk gevonden en trekt de aanvraag in."
    acts.trek_in(procedure=procedure, versie=procedure.versie, motivering=reden, **wie.maakt(12))


def _wordt_herzien(wie: Wie, nu: Decimal = Decimal(900), grond: str = Procedure.Grond.INLICHTINGEN) -> Procedure:
    """Granted in an earlier month; then income turned up that was not told."""
    besluit = getekend(wie, 70)
    inkomen: dict[str, Any] = {"naam": "inkomen_per_maand", "waarde": nu, "vanaf": besluit.vanaf}
    leg_feit_vast(persoon=wie.persoon, **inkomen, **wie.maakt(6))
    return acts.herzie(besluit=besluit, ingangsdatum=besluit.vanaf, grond=grond, **wie.maakt(5))


def _herzien(wie: Wie) -> None:
    procedure = _wordt_herzien(wie)
    motivering = "Uit de loonstroken blijkt dat u vanaf het begin werkte. Daarom klopt het bedrag niet."
    onderteken(procedure, wie, 2, motivering)


def _bijstand_ingetrokken(wie: Wie) -> None:
    """Looked at again there was no right to bijstand at all: the grant is withdrawn, and the benefit ends."""
    procedure = _wordt_herzien(wie, Decimal(2600), Procedure.Grond.ANDERS)
    motivering = "Uw loon is hoger dan de bijstandsnorm. U had geen recht op bijstand."
    onderteken(procedure, wie, 1, motivering)


GEVALLEN: tuple[Callable[[Wie], Any], ...] = (
    _in_behandeling,
    _te_laat,
    _inkomenstoeslag,
    _ontheffing,
    _studietoeslag,
    _opgeschort,
    _voorstel,
    _ter_toets,
    _teruggestuurd,
    _toegekend,
    _afgewezen,
    _ingetrokken,
    _wordt_herzien,
    _herzien,
    _bijstand_ingetrokken,
    *SOORTGEVALLEN,
)


@transaction.atomic
def zet_bezwaren_klaar(*, regisseur: Gebruiker, consulent: Gebruiker, gemeente: str, op: datetime.date) -> int:
    """Objections in every state to decisions that came in with the register. How many."""
    if Bezwaar.objects.exists():
        return 0
    besluiten = Besluit.objects.filter(persoon__gemeente=gemeente, procedure=None, genomen_op__lte=op - 45 * DAG)
    for maak, besluit in zip(BEZWAREN, besluiten.order_by("-genomen_op", "pk")[: len(BEZWAREN)], strict=False):
        with contextlib.suppress(ValidationError), transaction.atomic():
            maak(besluit, Wie(besluit.persoon, consulent, regisseur, op))
    return Bezwaar.objects.count()


def _bezwaar(besluit: Besluit, wie: Wie, na: int = 20) -> Bezwaar:
    """An objection that came so many days after the decision."""
    dag = besluit.genomen_op + na * DAG
    gronden = "Het bedrag klopt niet: mijn huur is niet meegeteld."
    return objections.neem_bezwaar_in(besluit=besluit, ontvangen_op=dag, gronden=gronden, door=wie.maker, op=dag)


def _beslist(besluit: Besluit, wie: Wie, uitkomst: str, niet_gehoord: str, na: int = 20, **anders: str) -> None:
    bezwaar = _bezwaar(besluit, wie, na)
    velden: dict[str, Any] = {"uitkomst": uitkomst, "niet_gehoord_wegens": niet_gehoord, **anders}
    objections.beslis_op_bezwaar(bezwaar=bezwaar, versie=bezwaar.versie, **velden, **wie.tekent(1))


def _open(besluit: Besluit, wie: Wie) -> None:
    _bezwaar(besluit, wie)


def _verdaagd(besluit: Besluit, wie: Wie) -> None:
    bezwaar = _bezwaar(besluit, wie)
    objections.verdaag(bezwaar=bezwaar, versie=bezwaar.versie, weken=6, **wie.maakt(2))


def _uitgenodigd(besluit: Besluit, wie: Wie) -> None:
    bezwaar = _bezwaar(besluit, wie)
    wanneer = timezone.make_aware(datetime.datetime.combine(wie.op + 14 * DAG, datetime.time(10)))
    waar: dict[str, Any] = {"hoorzitting_op": wanneer, "hoorzitting_waar": "het gemeentehuis, kamer 2.01"}
    objections.nodig_uit(bezwaar=bezwaar, versie=bezwaar.versie, **waar, **wie.maakt(0))


def _gegrond(besluit: Besluit, wie: Wie) -> None:
    _beslist(
        besluit, wie, Bezwaar.Uitkomst.GEGROND, NietGehoord.TEGEMOET, motivering="U hebt gelijk: de huur telt mee."
    )


def _deels(besluit: Besluit, wie: Wie) -> None:
    motivering = "De huur telt mee, de ingangsdatum blijft."
    _beslist(besluit, wie, Bezwaar.Uitkomst.DEELS_GEGROND, NietGehoord.WIL_NIET, motivering=motivering)


def _ongegrond(besluit: Besluit, wie: Wie) -> None:
    motivering = "De norm houdt al rekening met de kosten van het wonen."
    _beslist(besluit, wie, Bezwaar.Uitkomst.ONGEGROND, NietGehoord.GEEN_ANTWOORD, motivering=motivering)


def _niet_ontvankelijk(besluit: Besluit, wie: Wie) -> None:
    uitkomst, waarom = Bezwaar.Uitkomst.NIET_ONTVANKELIJK, NietGehoord.KENNELIJK_NIET_ONTVANKELIJK
    motivering = "Uw bezwaar kwam na zes weken, zonder reden die dat goedmaakt."
    _beslist(besluit, wie, uitkomst, waarom, 44, motivering=motivering)


def _bezwaar_ingetrokken(besluit: Besluit, wie: Wie) -> None:
    motivering = "De inwoner belde: na de uitleg is het duidelijk."
    _beslist(besluit, wie, Bezwaar.Uitkomst.INGETROKKEN, "", motivering=motivering)


BEZWAREN: tuple[Callable[[Besluit, Wie], None], ...] = (
    _open,
    _verdaagd,
    _uitgenodigd,
    _gegrond,
    _deels,
    _ongegrond,
    _niet_ontvankelijk,
    _bezwaar_ingetrokken,
)
