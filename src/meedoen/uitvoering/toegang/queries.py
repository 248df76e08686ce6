"""Reads: meldingen of one's own municipalities, the way of one of them, and what the rules say about it."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Case, Count, IntegerField, QuerySet, Value, When

from ..beleid.models import Gemeente
from ..dossiers.calculation import Berekening, bereken_dossier
from ..dossiers.models import Persoon
from ..dossiers.overview import Rij, rijen
from ..kern.models import Gebruiker
from ..kern.permissions import RECHTEN, Recht
from .models import Bureaustap, Intake, Melding, Overdracht, Webmelding

KADER_STAPPEN = 2
"""At most so many desks until the right one (Kadernota Drentsche Aa, 4.4)."""
GEVRAAGD = ("heeft_zoektermijn", "vroegste_aanvraagdatum", "mag_ondersteuning_tijdens_zoektermijn")
OPEN = (Melding.Stand.NIEUW, Melding.Stand.INTAKE)


@dataclass(frozen=True)
class Weg:
    """The desks of a melding so far, counted against the frame; `is_bereikt`: the last one is the right one."""

    stappen: tuple[Bureaustap, ...]
    is_bereikt: bool

    @property
    def aantal(self) -> int:
        """How many desks the resident was at."""
        return len(self.stappen)

    @property
    def kader(self) -> int:
        """How many there may be."""
        return KADER_STAPPEN

    @property
    def is_binnen_kader(self) -> bool:
        """Whether there were not too many."""
        return self.aantal <= KADER_STAPPEN


@dataclass(frozen=True)
class Zoektermijn:
    """What the rules say about a melding on its day: the answers to show, and the computation with what is missing.

    `aanvragen_vanaf` is the first day of the application, `is_voorbij` whether it is there; None and False when open.
    """

    rijen: tuple[Rij, ...]
    berekening: Berekening
    aanvragen_vanaf: datetime.date | None
    is_voorbij: bool


def meldingen_van(gemeentecodes: Collection[str]) -> QuerySet[Melding]:
    """The meldingen of these municipalities, open ones first, the oldest of those on top; with the number of desks."""
    eerst = Case(When(stand__in=OPEN, then=Value(0)), default=Value(1), output_field=IntegerField())
    return (
        Melding.objects.filter(gemeente__in=gemeentecodes)
        .select_related("persoon", "gemeente", "eigenaar")
        .annotate(eerst=eerst, aantal_stappen=Count("stappen"))
        .order_by("eerst", "gemeld_op", "pk")
    )


def weg_van(melding: Melding) -> Weg:
    """The desks of one melding, in order."""
    return Weg(tuple(melding.stappen.select_related("door")), melding.stand == Melding.Stand.TOEGELEID)


def laatste_intake(melding: Melding) -> Intake | None:
    """The intake that counts."""
    return melding.intakes.select_related("door").prefetch_related("leefgebieden").order_by("-pk").first()


def zoektermijn_van(melding: Melding, op: datetime.date) -> Zoektermijn | None:
    """What the law of the day of the melding says about it, seen on `op`. None where no bijstand is asked."""
    if not melding.vraagt_bijstand or melding.stand == Melding.Stand.INGETROKKEN:
        return None
    berekening = bereken_dossier(melding.persoon, melding.gemeld_op, gevraagd=GEVRAAGD)
    uitkomst = berekening.uitkomsten.get("vroegste_aanvraagdatum")
    vanaf = uitkomst.waarden[melding.persoon.nummer]["vroegste_aanvraagdatum"] if uitkomst else None
    eerste = vanaf if isinstance(vanaf, datetime.date) else None
    return Zoektermijn(tuple(rijen(berekening)), berekening, eerste, eerste is not None and eerste <= op)


def collegas(gemeentecode: str) -> QuerySet[Gebruiker]:
    """Who can own work of this municipality."""
    return Gebruiker.objects.filter(
        is_active=True, rol__in=RECHTEN[Recht.WERK_DOEN], gemeenten__gemeentecode=gemeentecode
    ).order_by("first_name", "last_name", "username")


def webmeldingen_van(gemeentecodes: Collection[str]) -> QuerySet[Webmelding]:
    """What came in with the form on the website and is not taken in yet, the oldest first."""
    nieuw = Webmelding.objects.filter(gemeente__in=gemeentecodes, stand=Webmelding.Stand.NIEUW)
    return nieuw.select_related("gemeente", "eigenaar")


def gemeenten_met_formulier() -> list[tuple[str, str]]:
    """Codes and names of the municipalities for which somebody works here, so that a form finds a reader.

    None where the installation closed the form.
    """
    if not settings.WEBFORMULIER:
        return []
    werkers = Gebruiker.objects.filter(is_active=True, rol__in=RECHTEN[Recht.WERK_DOEN])
    codes = werkers.values_list("gemeenten__gemeentecode", flat=True)
    return list(Gemeente.objects.filter(code__in=codes).order_by("naam").values_list("code", "naam"))


def overdrachten_van(persoon: Persoon) -> QuerySet[Overdracht]:
    """Every handover of one resident, newest first."""
    return Overdracht.objects.filter(persoon=persoon).select_related("eigenaar").order_by("-gevraagd_op", "-pk")


def onderdeel_meldingen(persoon: Persoon, op: datetime.date) -> dict[str, object]:
    """Context of the section on meldingen and handovers of a dossier."""
    meldingen = list(persoon.meldingen.select_related("eigenaar").order_by("-gemeld_op", "-pk"))
    return {
        "persoon": persoon,
        "meldingen": meldingen,
        "overdrachten": list(overdrachten_van(persoon)),
        "heeft_open_melding": any(melding.is_open for melding in meldingen),
    }
