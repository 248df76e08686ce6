"""The steps of the cases for the demonstration: an application, its answers, the proposal, the signature."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ..dossiers.acts import leg_feit_vast
from ..dossiers.models import Persoon
from ..dossiers.questions import Antwoord
from ..kern.models import Gebruiker
from . import acts
from .case_facts import beantwoord
from .models import Besluit, Procedure
from .proposal import beoordeel

DAG = datetime.timedelta(days=1)
GROND = "Gewogen wat de inwoner zei en wat er in het dossier staat (verzonnen voorbeeld)."
MEESTE_RONDES = 12
"""An answer can lead to the next question, but not so often."""


@dataclass(frozen=True)
class Wie:
    """Who applies, who prepares, who signs, and the day of the demonstration."""

    persoon: Persoon
    maker: Gebruiker
    tekenaar: Gebruiker
    op: datetime.date

    def maakt(self, sinds: int) -> dict[str, Any]:
        """Who prepares acts, so many days ago."""
        return {"door": self.maker, "op": self.op - sinds * DAG}

    def tekent(self, sinds: int) -> dict[str, Any]:
        """Who signs acts, so many days ago."""
        return {"door": self.tekenaar, "op": self.op - sinds * DAG}


def aanvraag(wie: Wie, sinds: int, soort: str = Procedure.Soort.BIJSTAND, **wat: str) -> Procedure:
    """An application of so many days ago, from that day on."""
    dag = wie.op - sinds * DAG
    dagen: dict[str, Any] = {"aangevraagd_op": dag, "ingangsdatum": dag, **wat}
    return acts.vraag_aan(persoon=wie.persoon, soort=soort, **dagen, **wie.maakt(sinds))


def bekend(wie: Wie, sinds: int, inkomen: Decimal = Decimal(250)) -> Procedure:
    """An application of which all questions are answered."""
    procedure, dag = aanvraag(wie, sinds), wie.op - sinds * DAG
    feiten: dict[str, Any] = {
        "gemeld_op": dag,
        "recht_ontstaan_op": dag,
        "inkomen_per_maand": inkomen,
        "vermogen": Decimal(1200),
    }
    for naam, waarde in feiten.items():
        leg_feit_vast(persoon=wie.persoon, naam=naam, waarde=waarde, vanaf=dag, **wie.maakt(sinds))
    return procedure


def voorgesteld(wie: Wie, sinds: int, **anders: Any) -> Procedure:
    """With a proposal."""
    procedure = bekend(wie, sinds + 4, **anders)
    return acts.stel_voor(procedure=procedure, versie=procedure.versie, **wie.maakt(sinds))


def getoetst(wie: Wie, sinds: int, **anders: Any) -> Procedure:
    """Waiting for a signature."""
    procedure = voorgesteld(wie, sinds, **anders)
    return acts.leg_ter_toets_voor(procedure=procedure, versie=procedure.versie, **wie.maakt(sinds))


def getekend(wie: Wie, sinds: int, **anders: Any) -> Besluit:
    """Signed."""
    procedure = getoetst(wie, sinds + 1, **anders)
    return acts.onderteken(procedure=procedure, versie=procedure.versie, **wie.tekent(sinds))


def beantwoorde_aanvraag(wie: Wie, sinds: int, soort: str, antwoorden: Mapping[str, Any], **wat: str) -> Procedure:
    """An application of a kind of which everything was answered that the rules asked, as far as there is an answer."""
    procedure = aanvraag(wie, sinds, soort, **wat)
    for _ronde in range(MEESTE_RONDES):
        vragen = beoordeel(procedure, wie.op - sinds * DAG).berekening.vragen
        gegeven = [
            Antwoord(wie.persoon, vraag.feit, antwoorden[vraag.feit], GROND)
            for vraag in vragen
            if vraag.persoon == wie.persoon.nummer and vraag.feit in antwoorden
        ]
        if not gegeven:
            break
        beantwoord(procedure=procedure, antwoorden=gegeven, **wie.maakt(sinds))
    return procedure


def onderteken(procedure: Procedure, wie: Wie, sinds: int, motivering: str = "") -> Besluit:
    """Proposed and laid before who signs, and signed the day after."""
    acts.stel_voor(procedure=procedure, versie=procedure.versie, motivering=motivering, **wie.maakt(sinds + 1))
    acts.leg_ter_toets_voor(procedure=procedure, versie=procedure.versie, **wie.maakt(sinds + 1))
    return acts.onderteken(procedure=procedure, versie=procedure.versie, **wie.tekent(sinds))
