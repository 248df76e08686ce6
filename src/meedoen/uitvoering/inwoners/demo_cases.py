"""Requests of residents about their data for the demonstration, through the ordinary acts: one in every state."""

import contextlib
import datetime
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from ..dossiers.acts import leg_feit_vast
from ..dossiers.models import Persoon, Uitkering
from ..dossiers.queries import geldig_op
from ..kern.models import Gebruiker
from . import acts
from .models import Verzoek

DAG = datetime.timedelta(days=1)
_Soort, _Uitkomst = Verzoek.Soort, Verzoek.Uitkomst


@dataclass(frozen=True)
class _Wie:
    """Who asks, who takes it in, who decides, and the day of the demonstration."""

    persoon: Persoon
    maker: Gebruiker
    tekenaar: Gebruiker
    op: datetime.date


@transaction.atomic
def zet_klaar(*, regisseur: Gebruiker, consulent: Gebruiker, gemeente: str, op: datetime.date) -> int:
    """Make the cases, where the register has people for them; nothing where there are requests already. How many."""
    if Verzoek.objects.exists():
        return 0
    met_bijstand = Uitkering.objects.filter(geldig_op(op)).values("persoon")
    personen = Persoon.objects.filter(gemeente=gemeente, overleden_op=None, pk__in=met_bijstand).order_by("nummer")
    for maak, persoon in zip(GEVALLEN, personen[: len(GEVALLEN)], strict=False):
        with contextlib.suppress(ValidationError), transaction.atomic():
            maak(_Wie(persoon, consulent, regisseur, op))
    return Verzoek.objects.count()


def _verzoek(wie: _Wie, sinds: int, tekst: str, soort: str = _Soort.INZAGE) -> Verzoek:
    """A request of so many days ago."""
    dag = wie.op - sinds * DAG
    vast: dict[str, Any] = {"identiteit": "paspoort gezien aan de balie", "door": wie.maker, "op": dag}
    return acts.neem_verzoek_in(persoon=wie.persoon, soort=soort, ontvangen_op=dag, tekst=tekst, **vast)


def _beslist(wie: _Wie, verzoek: Verzoek, uitkomst: str, motivering: str, sinds: int) -> None:
    vast: dict[str, Any] = {"motivering": motivering, "door": wie.tekenaar, "op": wie.op - sinds * DAG}
    acts.beslis(verzoek=verzoek, versie=verzoek.versie, uitkomst=uitkomst, **vast)


def _nieuw(wie: _Wie) -> None:
    _verzoek(wie, 3, "Ik wil weten wat er over mij in het dossier staat.")


def _verlengd(wie: _Wie) -> None:
    verzoek = _verzoek(wie, 35, "De datum waarop ik kwam wonen klopt niet.", _Soort.RECTIFICATIE)
    waarom = "De oude stukken liggen in een archief en moeten worden gezocht."
    acts.verleng(verzoek=verzoek, versie=verzoek.versie, verlengd_wegens=waarom, door=wie.maker, op=wie.op - 10 * DAG)


def _ingewilligd(wie: _Wie) -> None:
    verzoek, dag = _verzoek(wie, 24, "Ik wil een afschrift van alles."), wie.op - 15 * DAG
    acts.maak_afschrift(persoon=wie.persoon, door=wie.maker, op=dag)
    _beslist(wie, verzoek, _Uitkomst.INGEWILLIGD, "U krijgt het hele afschrift bij deze brief.", 14)


def _deels(wie: _Wie) -> None:
    verzoek = _verzoek(wie, 28, "Mijn naam en mijn oude adres kloppen niet.", _Soort.RECTIFICATIE)
    motivering = "Uw naam is verbeterd. Uw oude adres staat zo in de basisregistratie; vraag dat daar na."
    _beslist(wie, verzoek, _Uitkomst.DEELS, motivering, 20)


def _geweigerd(wie: _Wie) -> None:
    verzoek = _verzoek(wie, 26, "Het besluit van vorig jaar moet uit het dossier.", _Soort.RECTIFICATIE)
    motivering = "Het besluit is genomen zoals het er staat. Dat u het er niet mee eens bent, is erbij gezet."
    _beslist(wie, verzoek, _Uitkomst.GEWEIGERD, motivering, 12)


def _verbeterd(wie: _Wie) -> None:
    """A fact that was written down wrong, and the letter that says what it became."""
    sinds, dag = wie.op - 60 * DAG, wie.op - 8 * DAG
    wat: dict[str, Any] = {"naam": "giften_eerder_dit_jaar", "vanaf": sinds, "herkomst": "opgave"}
    feit = leg_feit_vast(persoon=wie.persoon, waarde=Decimal(250), door=wie.maker, op=sinds, **wat)
    verzoek = _verzoek(wie, 22, "Ik kreeg dit jaar samen 150 euro aan giften, geen 250 euro.", _Soort.RECTIFICATIE)
    _beslist(wie, verzoek, _Uitkomst.INGEWILLIGD, "Uw bankafschriften laten 150 euro zien.", 16)
    nu: dict[str, Any] = {"door": wie.maker, "op": dag}
    nieuw: dict[str, Any] = {"feit": feit, "waarde": Decimal(150), "vanaf": sinds, "tot": None}
    acts.verbeter_feit(verzoek=verzoek, versie=verzoek.versie, **nieuw, **nu)
    acts.meld_verbeterd(verzoek=verzoek, versie=verzoek.versie, **nu)


GEVALLEN: tuple[Callable[[_Wie], None], ...] = (_nieuw, _verlengd, _ingewilligd, _deels, _geweigerd, _verbeterd)
