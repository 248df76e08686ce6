"""Meldingen and handovers for the demonstration, through the ordinary acts: one in every state."""

import contextlib
import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from ..dossiers.models import Persoon, Uitkering
from ..dossiers.queries import geldig_op
from ..kern.models import Gebruiker
from . import acts, web_acts
from .models import Bureau, Melding, Overdracht, Webmelding

DAG = datetime.timedelta(days=1)
VRAGEN = {
    "inkomen": "Geen inkomen meer na het einde van een contract.",
    "schulden": "Huurachterstand van twee maanden.",
}


@dataclass(frozen=True)
class _Wie:
    """Whose melding it is, who takes it in, and the day of the demonstration."""

    persoon: Persoon
    door: Gebruiker
    op: datetime.date

    def vast(self, sinds: int) -> dict[str, Any]:
        """Who acts, so many days ago."""
        return {"door": self.door, "op": self.op - sinds * DAG}


@transaction.atomic
def zet_klaar(*, consulent: Gebruiker, gemeente: str, op: datetime.date) -> int:
    """Make the cases, where the register has people for them; nothing where there are meldingen already. How many."""
    if Melding.objects.exists():
        return 0
    jong, ouder = _kandidaten(gemeente, op, 20, 26), _kandidaten(gemeente, op, 30, 60)
    for maak in GEVALLEN:
        if (persoon := next(jong if maak is _zoektermijn else ouder, None)) is not None:
            with contextlib.suppress(ValidationError), transaction.atomic():
                maak(_Wie(persoon, consulent, op))
    return Melding.objects.count()


def _kandidaten(gemeente: str, op: datetime.date, vanaf: int, tot: int) -> Iterator[Persoon]:
    """Residents of these ages, by number, who have a dwelling and no bijstand."""
    geboren = (op - (tot + 1) * 365 * DAG, op - vanaf * 366 * DAG)
    personen = Persoon.objects.filter(gemeente=gemeente, overleden_op=None, geboortedatum__range=geboren)
    met_bijstand = Uitkering.objects.filter(geldig_op(op)).values("persoon")
    yield from personen.exclude(pk__in=met_bijstand).filter(bewoningen__tot=None).distinct().order_by("nummer")


def _melding(wie: _Wie, sinds: int, kanaal: str = Melding.Kanaal.TELEFOON, **anders: Any) -> Melding:
    velden: dict[str, Any] = {"vraag": "Ik kom niet meer rond.", "vraagt_bijstand": False, **anders}
    dag = wie.op - sinds * DAG
    return acts.neem_melding_aan(persoon=wie.persoon, kanaal=kanaal, gemeld_op=dag, **velden, **wie.vast(sinds))


def _intake(wie: _Wie, sinds: int, *gebieden: str, **anders: Any) -> Melding:
    melding = _melding(wie, sinds + 2, **anders)
    vragen = {gebied: VRAGEN[gebied] for gebied in gebieden}
    acts.leg_intake_vast(melding=melding, gebieden=vragen, versie=melding.versie, **wie.vast(sinds))
    return melding


def _nieuw(wie: _Wie) -> None:
    _melding(wie, 0)


def _te_lang_nieuw(wie: _Wie) -> None:
    _melding(wie, 12, Melding.Kanaal.WEBFORMULIER)


def _zoektermijn(wie: _Wie) -> None:
    vraag = "Ik ben gestopt met mijn opleiding en zoek werk."
    _melding(wie, 9, Melding.Kanaal.BALIE, vraag=vraag, vraagt_bijstand=True)


def _een_vraag(wie: _Wie) -> None:
    _intake(wie, 3, "inkomen")


def _aan_de_keukentafel(wie: _Wie) -> None:
    _intake(wie, 4, *VRAGEN)


def _toegeleid(wie: _Wie) -> None:
    melding = _intake(wie, 10, "inkomen", vraagt_bijstand=True)
    acts.leid_toe(melding=melding, versie=melding.versie, **wie.vast(8))


def _te_veel_bureaus(wie: _Wie) -> None:
    melding = _melding(wie, 16, Melding.Kanaal.SOCIAAL_TEAM)
    for bureau, sinds in ((Bureau.WMO, 13), (Bureau.SCHULDHULP, 9), (Bureau.TOEGANG, 6)):
        acts.stuur_door(melding=melding, bureau=bureau, versie=melding.versie, **wie.vast(sinds))


def _ingetrokken(wie: _Wie) -> None:
    melding = _melding(wie, 14)
    reden = "De inwoner vond zelf werk en belde af."
    acts.trek_melding_in(melding=melding, reden=reden, versie=melding.versie, **wie.vast(11))


def _wacht_op_overname(wie: _Wie) -> None:
    melding = _intake(wie, 6, *VRAGEN)
    reden = "Er is huishoudelijke hulp nodig voordat werk aan de orde is."
    acts.draag_over(persoon=wie.persoon, naar=Overdracht.Naar.WMO, reden=reden, melding=melding, **wie.vast(5))


def _overgenomen(wie: _Wie) -> None:
    reden = "Is sinds zijn achttiende arbeidsongeschikt; vraagt Wajong aan."
    rij = acts.draag_over(persoon=wie.persoon, naar=Overdracht.Naar.UWV_WAJONG, reden=reden, **wie.vast(20))
    wat: dict[str, Any] = {"overgenomen_op": wie.op - 12 * DAG, "overgenomen_door": "M. Voorbeeld, UWV"}
    acts.meld_overgenomen(overdracht=rij, versie=rij.versie, **wat, **wie.vast(12))


def _van_de_website(wie: _Wie, sinds: int = 1) -> Webmelding:
    """Sent by this resident, as far as one can see; nobody has looked at it yet."""
    return web_acts.ontvang_webmelding(
        gemeentecode=wie.persoon.gemeente_id,
        voornaam=wie.persoon.voornaam,
        achternaam=wie.persoon.achternaam,
        geboortedatum=wie.persoon.geboortedatum,
        telefoon="06 00000000",
        vraag="Mijn contract is afgelopen en ik heb geen inkomen meer.",
        vraagt_bijstand=True,
        op=wie.op - sinds * DAG,
    )


def _van_de_website_aangenomen(wie: _Wie) -> None:
    gestuurd = _van_de_website(wie, 6)
    wat: dict[str, Any] = {"vraag": gestuurd.vraag, "vraagt_bijstand": True}
    web_acts.neem_webmelding_aan(webmelding=gestuurd, persoon=wie.persoon, versie=gestuurd.versie, **wat, **wie.vast(5))


def _van_de_website_dubbel(wie: _Wie) -> None:
    gestuurd = _van_de_website(wie, 4)
    reden = "Verstuurde het formulier twee keer; het andere is aangenomen."
    web_acts.laat_webmelding_liggen(webmelding=gestuurd, reden=reden, versie=gestuurd.versie, **wie.vast(3))


GEVALLEN: tuple[Callable[[_Wie], Any], ...] = (
    _nieuw,
    _te_lang_nieuw,
    _zoektermijn,
    _een_vraag,
    _aan_de_keukentafel,
    _toegeleid,
    _te_veel_bureaus,
    _ingetrokken,
    _wacht_op_overname,
    _overgenomen,
    _van_de_website,
    _van_de_website_aangenomen,
    _van_de_website_dubbel,
)
