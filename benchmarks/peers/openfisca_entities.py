"""What the country package of OpenFisca is made of: entities, and variables with or without a formula."""

from collections.abc import Callable
from typing import Any

from openfisca_core.entities import build_entity
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from benchmarks.peers.households import PEILDATUM, Rijen

MAAND = f"{PEILDATUM:%Y-%m}"
Persoon = build_entity("persoon", "personen", "Een persoon", is_person=True)
Woning = build_entity("woning", "woningen", "Wie samen wonen", roles=[{"key": "bewoner"}])
Gezin = build_entity(
    "gezin",
    "gezinnen",
    "Een alleenstaande of twee echtgenoten, met hun kinderen onder 18",
    roles=[{"key": "echtgenoot", "subroles": ["eerste", "tweede"]}, {"key": "kind"}],
)


def van_partner(persoon: Any, waarden: Rijen) -> Rijen:
    """The same of the partner; 0 without one, in the type that came in (the default makes whole numbers of truths)."""
    return persoon.value_from_partner(waarden, persoon.gezin, Gezin.ECHTGENOOT).astype(waarden.dtype)


AOW: list[Rijen] = []
"""First dates of birth and their age in months; no parameter of OpenFisca, which dates by period, not by birth."""


def naam_van(soort: str) -> str:
    """The variable of a kind of income or possession."""
    return soort.replace(" ", "_")


REGELS: dict[str, type[Variable]] = {}
"""The variables of the package by name."""


def stel_variabele_in(naam: str, soort: type, formule: Callable[..., Rijen] | None = None) -> None:
    """A variable of a person in a month; without formula one that the population states."""
    inhoud = {"value_type": soort, "entity": Persoon, "definition_period": DateUnit.MONTH}
    REGELS[naam] = type(naam, (Variable,), inhoud | ({"formula": formule} if formule else {}))


def variabele(soort: type) -> Callable[[Callable[..., Rijen]], Callable[..., Rijen]]:
    """Makes a function the formula of the variable of its name."""

    def voeg_toe(formule: Callable[..., Rijen]) -> Callable[..., Rijen]:
        stel_variabele_in(formule.__name__, soort, formule)
        return formule

    return voeg_toe


def van_een_van_beiden(persoon: Any, period: Any, vlag: str) -> Rijen:
    """Whether it is so for the single person, or for one of the spouses."""
    return persoon.gezin.any(persoon(vlag, period), role=Gezin.ECHTGENOOT)


def samen(persoon: Any, period: Any, bedrag: str) -> Rijen:
    """An amount of the single person, or of the spouses together."""
    return persoon.gezin.sum(persoon(bedrag, period), role=Gezin.ECHTGENOOT)
