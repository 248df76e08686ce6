"""Plans for the demonstration, through the ordinary acts: something in every state, of residents of the register."""

import contextlib
import datetime
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q

from ..dossiers.models import Persoon
from ..dossiers.queries import geldig_op
from ..kern.models import Gebruiker
from . import acts, instrument_acts
from .models import Doel, Inzet, Leefgebied, Plan, PlanLid, Vorm

DAG = datetime.timedelta(days=1)
PERSPECTIEF = "De werkgever heeft schriftelijk een contract voor 24 uur toegezegd als het werk goed gaat."
GEEN_VERDRINGING = "De plek bestond niet; zij is voor deze inwoner gemaakt."


@transaction.atomic
def zet_klaar(*, regisseur: Gebruiker, consulent: Gebruiker, gemeente: str, op: datetime.date) -> int:
    """Make the plans, where the register has people for them; nothing where there is a plan already. How many."""
    if Plan.objects.exists():
        return 0
    kandidaten = _kandidaten(gemeente, op)
    for maak in (
        _afspraak_te_laat,
        _behoud_bijna_om,
        _behoud_om,
        _proefplaats,
        _participatieplaats,
        _gesloten,
        _met_subsidie,
    ):
        _maak(maak, kandidaten, regisseur, op)
    _maak(_voorrang, kandidaten, consulent, op)
    return Plan.objects.count()


def _maak(maak: Any, kandidaten: Iterator[Persoon], eigenaar: Gebruiker, op: datetime.date) -> None:
    """One case; left out where nobody fits, or the law of that day refuses it (the proefplaats is of 2023)."""
    if (wie := next(kandidaten, None)) is not None:
        with contextlib.suppress(ValidationError), transaction.atomic():
            maak(wie, eigenaar, op)


def _kandidaten(gemeente: str, op: datetime.date) -> Iterator[Persoon]:
    """Residents with bijstand and in the group 50-80 for a year already, aged 30 to 60, by number."""
    lang = op - 400 * DAG
    loopt = Q(tot=None) | Q(tot__gt=op)
    personen = Persoon.objects.filter(
        gemeente=gemeente,
        overleden_op=None,
        geboortedatum__range=(op - 60 * 365 * DAG, op - 30 * 365 * DAG),
        uitkeringen__in=_van("uitkeringen", lang, loopt),
        indelingen__in=_van("indelingen", lang, loopt).filter(doelgroep="50-80"),
    )
    for persoon in personen.distinct().order_by("nummer"):
        if not PlanLid.objects.filter(persoon=persoon).exists():
            yield persoon


def _van(wat: str, lang: datetime.date, loopt: Q) -> Any:
    model = Persoon._meta.get_field(wat).related_model
    return model.objects.filter(loopt, geldig_op(lang))  # type: ignore[union-attr]


def _plan(wie: Persoon, eigenaar: Gebruiker, op: datetime.date, sinds: int, over: int = 200) -> tuple[Plan, Doel]:
    """A plan that began `sinds` days ago, with a goal `over` days ahead."""
    vanaf = op - sinds * DAG
    plan = acts.maak_plan(
        personen=[wie],
        eigenaar=eigenaar,
        vanaf=vanaf,
        leefgebied=Leefgebied.WERK,
        tekst="Een betaalde baan van ten minste 24 uur per week",
        streefdatum=op + over * DAG,
        door=eigenaar,
        op=vanaf,
    )
    return plan, plan.doelen.get()


def _zet_in(plan: Plan, doel: Doel, wie: Persoon, vanaf: datetime.date, **anders: Any) -> Inzet:
    velden: dict[str, Any] = {
        "instrument": "werkleerplekken",
        "vorm": Vorm.BEHOUD_VAN_UITKERING,
        "aanbieder": "Kwekerij Voorbeeld",
        "kosten": Decimal(1250),
        "budgetbron": "participatiebudget",
        "perspectief": PERSPECTIEF,
        "geen_verdringing": GEEN_VERDRINGING,
        "door": plan.eigenaar,
        "op": vanaf,
    }
    return instrument_acts.zet_in(plan=plan, doel=doel, persoon=wie, vanaf=vanaf, **(velden | anders))


def _afspraak_te_laat(wie: Persoon, eigenaar: Gebruiker, op: datetime.date) -> None:
    plan, _doel = _plan(wie, eigenaar, op, 60, over=20)
    vast: dict[str, Any] = {"plan": plan, "door": eigenaar, "op": op - 30 * DAG}
    acts.spreek_af(wie="de inwoner", wat="Levert het bewijs van inschrijving in", uiterlijk=op - 3 * DAG, **vast)
    acts.spreek_af(wie="de regisseur", wat="Belt met de schuldhulp", uiterlijk=op + 7 * DAG, **vast)


def _behoud_bijna_om(wie: Persoon, eigenaar: Gebruiker, op: datetime.date) -> None:
    plan, doel = _plan(wie, eigenaar, op, 100)
    _zet_in(plan, doel, wie, op - 75 * DAG)


def _met_subsidie(wie: Persoon, eigenaar: Gebruiker, op: datetime.date) -> None:
    """Work with a subsidy: none of the forms of work with benefit, so none of their dates runs."""
    plan, doel = _plan(wie, eigenaar, op, 40)
    anders: dict[str, Any] = {"instrument": "loonkostensubsidie", "vorm": "", "budgetbron": "inkomensdeel"}
    _zet_in(plan, doel, wie, op - 30 * DAG, **anders)


def _behoud_om(wie: Persoon, eigenaar: Gebruiker, op: datetime.date) -> None:
    plan, doel = _plan(wie, eigenaar, op, 150)
    _zet_in(plan, doel, wie, op - 120 * DAG)


def _proefplaats(wie: Persoon, eigenaar: Gebruiker, op: datetime.date) -> None:
    plan, doel = _plan(wie, eigenaar, op, 50)
    _zet_in(plan, doel, wie, op - 20 * DAG, vorm=Vorm.PROEFPLAATS, kosten=Decimal(0), budgetbron="geen")


def _participatieplaats(wie: Persoon, eigenaar: Gebruiker, op: datetime.date) -> None:
    plan, doel = _plan(wie, eigenaar, op, 300)
    gronden = "De afstand tot de arbeidsmarkt is nu nog te groot voor bemiddeling."
    vorm: dict[str, Any] = {"vorm": Vorm.PARTICIPATIEPLAATS, "perspectief": gronden, "maanden_eerder": 0}
    _zet_in(plan, doel, wie, op - 260 * DAG, **vorm)


def _gesloten(wie: Persoon, eigenaar: Gebruiker, op: datetime.date) -> None:
    plan, doel = _plan(wie, eigenaar, op, 200)
    inzet = _zet_in(plan, doel, wie, op - 180 * DAG)
    instrument_acts.beeindig(
        inzet=inzet,
        tot=op - 100 * DAG,
        reden="Aangenomen voor 32 uur per week.",
        versie=inzet.versie,
        door=eigenaar,
        op=op - 90 * DAG,
    )
    acts.rond_af(wat=doel, versie=doel.versie, door=eigenaar, op=op - 90 * DAG)
    acts.sluit_plan(plan=plan, versie=plan.versie, door=eigenaar, op=op - 80 * DAG)


def _voorrang(wie: Persoon, eigenaar: Gebruiker, op: datetime.date) -> None:
    acts.stel_diagnose(
        persoon=wie,
        gesteld_op=op - 30 * DAG,
        instrument="arbeidskundig onderzoek",
        gesteld_door="M. Voorbeeld",
        verdiencapaciteit_percentage=Decimal(72),
        motivatie_gronden="Volgt op eigen initiatief een cursus en werkt als vrijwilliger.",
        heeft_voorrang=True,
        voorrang_gronden="Komt afspraken na en zoekt zelf naar werk.",
        door=eigenaar,
        op=op - 30 * DAG,
    )
    _plan(wie, eigenaar, op, 25)
