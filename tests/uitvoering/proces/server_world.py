"""A register of its own for a server that is killed: `python -m tests.uitvoering.proces.server_world maak|stand`.

`maak` makes the database, decisions that wait for a signature and residents who can report, and prints who is signed
in. `stand` prints of each of them what there is. Both print JSON as their last line.
"""

import json
import sys
from typing import Any

import django

django.setup()

from django.conf import settings  # noqa: E402 - the settings are read first
from django.core.management import call_command  # noqa: E402
from django.db import transaction  # noqa: E402
from django.test import Client  # noqa: E402

from meedoen.uitvoering.besluiten.models import Berekening, Besluit, Brief, Procedure  # noqa: E402
from meedoen.uitvoering.dossiers.models import Feit, Uitkering  # noqa: E402
from meedoen.uitvoering.kern.models import Gebeurtenis, Gebruiker, GebruikerGemeente  # noqa: E402
from meedoen.uitvoering.toegang.models import Bureaustap, Melding  # noqa: E402
from tests.uitvoering import register  # noqa: E402
from tests.uitvoering.besluiten.steps import aanvraag, met_feiten, ter_toets  # noqa: E402
from tests.uitvoering.dossiers.household import woont  # noqa: E402
from tests.uitvoering.register import ASSEN  # noqa: E402

AANTAL = 16
"""So many decisions to sign, and so many residents who can report: more than there are kills."""


def maak() -> dict[str, Any]:
    """The register, and the session of who signs and who takes in."""
    call_command("migrate", interactive=False, verbosity=0)
    with transaction.atomic():
        register.gemeenten()
        maker, tekenaar = _collega("consulent"), _collega("regisseur")
        procedures = [aanvraag(met_feiten(), maker) for _keer in range(AANTAL)]
        for procedure in procedures:
            ter_toets(procedure, maker)
        personen = [woont(register.persoon(), register.nummer("W")) for _keer in range(AANTAL)]
    return {
        "procedures": {rij.nummer: rij.versie for rij in procedures},
        "personen": [persoon.nummer for persoon in personen],
        "sessies": {"consulent": _sessie(maker), "regisseur": _sessie(tekenaar)},
    }


def _collega(rol: str) -> Gebruiker:
    collega = Gebruiker.objects.create_user(f"{rol}-dienst", rol=rol)
    GebruikerGemeente.objects.create(gebruiker=collega, gemeentecode=ASSEN)
    return collega


def _sessie(wie: Gebruiker) -> str:
    klant = Client()
    klant.force_login(wie)
    return f"{settings.SESSION_COOKIE_NAME}={klant.cookies[settings.SESSION_COOKIE_NAME].value}"


def stand() -> dict[str, Any]:
    """Of each decision and each melding how many rows of every kind there are, and the events about it."""
    gevonden: dict[str, Any] = {}
    for rij in Procedure.objects.all():
        gevonden[rij.nummer] = [
            int(rij.stand == Procedure.Stand.ONDERTEKEND),
            Besluit.objects.filter(persoon=rij.persoon).count(),
            Berekening.objects.filter(besluit__procedure=rij).count(),
            Brief.objects.filter(besluit__procedure=rij).count(),
            Uitkering.objects.filter(persoon=rij.persoon).count(),
            _gebeurtenissen("onderteken", rij),
        ]
    for melding in Melding.objects.all():
        gevonden[melding.persoon.nummer] = [
            Melding.objects.filter(persoon=melding.persoon).count(),
            Bureaustap.objects.filter(melding__persoon=melding.persoon).count(),
            Feit.objects.filter(persoon=melding.persoon, naam="gemeld_op").count(),
            _gebeurtenissen("neem_melding_aan", melding),
        ]
    return gevonden


def _gebeurtenissen(handeling: str, rij: Any) -> int:
    soort = rij._meta.label_lower
    return Gebeurtenis.objects.filter(handeling=handeling, onderwerp_soort=soort, onderwerp_id=rij.pk).count()


if __name__ == "__main__":
    sys.stdout.write(json.dumps({"maak": maak, "stand": stand}[sys.argv[1]]()) + "\n")
