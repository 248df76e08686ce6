"""Two small municipalities to act in, colleagues of every kind, residents of whom all or too little is known."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from meedoen.uitvoering.dossiers.models import Persoon
from meedoen.uitvoering.kern.models import Gebruiker, GebruikerGemeente
from tests.uitvoering import register
from tests.uitvoering.dossiers.household import feit, relatie, woont
from tests.uitvoering.register import ASSEN, TYNAARLO, dag
from tests.uitvoering.trajecten import plans

T = TypeVar("T")
BEGIN, EINDE = dag("2026-01-12"), dag("2026-12-20")
FEITEN = {
    "gemeld_op": "2026-01-05",
    "recht_ontstaan_op": "2026-01-05",
    "dringende_redenen_tegen_arbeid": "nee",
    "inkomen_per_maand": "200",
    "vermogen": "0",
}


@dataclass
class Wereld:
    """Who and when; `kies` draws one of a row of things, and is all the chance there is."""

    kies: Callable[[Sequence[Any]], Any]
    op: datetime.date = BEGIN
    collegas: dict[str, Gebruiker] = field(default_factory=dict)
    personen: list[Persoon] = field(default_factory=list)

    def een(self, rijen: Sequence[T] | Any) -> T:
        """One of these rows, in an order that does not depend on the database. NietsTeDoen where there is none."""
        gevonden = list(rijen.order_by("pk")) if hasattr(rijen, "order_by") else list(rijen)
        if not gevonden:
            raise NietsTeDoen
        gekozen: T = self.kies(gevonden)
        return gekozen

    def iemand(self) -> Gebruiker:
        """Mostly somebody who does this work here."""
        namen = [*["consulent", "regisseur", "tweede"] * 4, "raad", "elders"]
        return self.collegas[self.kies(namen)]

    def tekenaar(self) -> Gebruiker:
        """Mostly somebody who may sign."""
        return self.collegas[self.kies([*["regisseur", "tweede"] * 4, "consulent", "elders"])]

    def versie(self, rij: Any) -> int:
        """Mostly the version of now."""
        return int(rij.versie) - int(self.kies([0] * 9 + [1]))

    def dag(self, *vanaf_nu: int) -> datetime.date:
        """A day so many days from now."""
        return self.op + datetime.timedelta(days=self.kies(vanaf_nu))

    def wie(self, door: Gebruiker | None = None) -> dict[str, Any]:
        """`door` and `op` of an act."""
        return {"door": door or self.iemand(), "op": self.op}


class NietsTeDoen(Exception):
    """There is nothing yet on which this act could be tried."""


def bouw(kies: Callable[[Sequence[Any]], Any]) -> Wereld:
    """Everybody and everything of before the first act."""
    wereld = Wereld(kies)
    plans.kadernota()
    register.verordening("beleid_besluiten", vier_ogen_besluit=True)
    register.verordening("beleid_besluiten", TYNAARLO, vier_ogen_besluit=False)
    for naam, rol, gemeente in (
        ("consulent", "consulent", ASSEN),
        ("regisseur", "regisseur", ASSEN),
        ("tweede", "regisseur", ASSEN),
        ("raad", "raad_en_griffie", ASSEN),
        ("elders", "regisseur", TYNAARLO),
    ):
        collega = Gebruiker.objects.create_user(f"{naam}-proces", rol=rol)
        GebruikerGemeente.objects.create(gebruiker=collega, gemeentecode=gemeente)
        wereld.collegas[naam] = collega
    wereld.personen = [_inwoner(), *_paar(), _inwoner(geboortedatum=dag("2002-03-04")), _inwoner(weet_alles=False)]
    wereld.personen.append(_inwoner(gemeente=TYNAARLO))
    return wereld


def _inwoner(gemeente: str = ASSEN, *, weet_alles: bool = True, groep: str = "50-80", **anders: Any) -> Persoon:
    wie = woont(register.persoon(gemeente, **anders), register.nummer("W"))
    register.indeling(wie, groep, "2025-01-01")
    if weet_alles:
        for naam, waarde in FEITEN.items():
            feit(wie, naam, waarde)
    return wie


def _paar() -> tuple[Persoon, Persoon]:
    een, ander = _inwoner(), register.persoon()
    woont(ander, een.bewoningen.get().woning)
    for naam, waarde in FEITEN.items():
        feit(ander, naam, waarde)
    relatie(een, ander, "partner")
    return een, ander
