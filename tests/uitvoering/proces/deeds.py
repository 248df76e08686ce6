"""The acts of the platform as deeds: each draws its arguments from the world, good ones mostly, wrong ones sometimes.

A deed calls exactly one act and returns what it returns. A new app adds a module with a table like these and puts it
in `DADEN`. How often a deed is drawn is the number beside it.
"""

import datetime
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from meedoen.uitvoering.dossiers.acts import leg_feit_vast
from meedoen.uitvoering.dossiers.registration import schrijf_in
from tests.uitvoering.proces import decision_deeds, plan_deeds
from tests.uitvoering.proces.access_deeds import TOEGANG
from tests.uitvoering.proces.world import EINDE, Wereld
from tests.uitvoering.register import ASSEN, dag

Daad = Callable[[Wereld], Any]


def tijd_verstrijkt(wereld: Wereld) -> None:
    """No act: it gets later."""
    wereld.op = min(EINDE, wereld.op + datetime.timedelta(days=wereld.kies([1, 7, 30])))


def feit(wereld: Wereld) -> Any:
    """A fact of somebody is recorded, or corrected."""
    naam, waarde = wereld.kies(
        [
            ("inkomen_per_maand", "0"),
            ("inkomen_per_maand", Decimal(2600)),
            ("vermogen", Decimal(50)),
            ("vermogen", "niets"),
            ("recht_ontstaan_op", dag("2026-01-05")),
            ("is_niet_uitkeringsgerechtigde", True),
            ("heeft_uitkering_van_uwv", False),
            ("omstandigheden_vragen_eerdere_behandeling", True),
        ]
    )
    vanaf = wereld.dag(-60, 0)
    tot = wereld.kies([None, None, vanaf, vanaf + datetime.timedelta(days=40)])
    wie = wereld.een(wereld.personen)
    return leg_feit_vast(persoon=wie, naam=naam, waarde=waarde, vanaf=vanaf, tot=tot, motivering="x", **wereld.wie())


def inschrijving(wereld: Wereld) -> Any:
    """Somebody new comes to live here."""
    persoon = schrijf_in(
        bsn=wereld.kies(["999990019", "999990032", "123456789"]),
        voornaam="Nova",
        achternaam="Nieuwma",
        geboortedatum=wereld.kies([dag("1990-01-01"), dag("2030-01-01")]),
        gemeentecode=ASSEN,
        woning="W-nieuw",
        woont_er_sinds=wereld.dag(-30, 5),
        is_iemand_anders=wereld.kies([True, False]),
        **wereld.wie(),
    )
    wereld.personen.append(persoon)
    return persoon


DOSSIERS: dict[Daad, int] = {tijd_verstrijkt: 3, feit: 3, inschrijving: 1}
DADEN: dict[Daad, int] = {**DOSSIERS, **TOEGANG, **plan_deeds.TRAJECTEN, **decision_deeds.BESLUITEN}
