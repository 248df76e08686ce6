"""The names that a rule may read, and what is known of them at one point of its text."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from meedoen.recht.engine.amounts import Bedrag
from meedoen.recht.engine.errors import bedoelt_u
from meedoen.recht.engine.facts import EIGEN, PAAR_EIGEN, Feit
from meedoen.recht.engine.form import Kop, Lezing
from meedoen.recht.engine.terms import Term
from meedoen.recht.engine.units import Soort

RELATIES = {"partner": "Partner", "medebewoners": "Medebewoners", "kinderen": "Kinderen", "ander": "Medebewoner"}
"""Parameter that stands for other persons -> its annotation."""


class Weigering(Exception):
    """The text stops making sense at this node; caught once per rule and turned into a Taalgebrek."""

    def __init__(self, knoop: ast.AST, wat: str, herstel: str) -> None:
        self.knoop, self.wat, self.herstel = knoop, wat, herstel
        super().__init__(wat)


@dataclass(frozen=True)
class Namen:
    """Every name that a rule may read: facts, amounts, open terms, and the head of one version of each rule."""

    feiten: Mapping[str, Feit]
    bedragen: Mapping[str, Bedrag]
    termen: Mapping[str, Term]
    koppen: Mapping[str, Kop]

    def alle(self) -> Iterator[str]:
        """All names, for suggestions."""
        yield from (*self.feiten, *self.bedragen, *self.termen, *self.koppen, *EIGEN, *PAAR_EIGEN, *RELATIES)


@dataclass(frozen=True)
class Kader:
    """What is known at one point of the text: the names in reach, and whether there certainly is a partner."""

    kop: Kop
    namen: Namen
    lezingen: Mapping[str, Lezing]
    relaties: frozenset[str]
    lezingen_van: dict[str, Lezing] = field(default_factory=dict)
    lokaal: Mapping[str, Soort] = field(default_factory=dict)
    lusnaam: str = ""
    lijst: str = ""  # the list whose rows the loop is over; "" when it is over persons
    is_partner_zeker: bool = False


def los_op(naam: str, namen: Namen, knoop: ast.AST) -> Lezing:
    """Where a name comes from; Weigering with the nearest known name when nothing carries it."""
    if naam in namen.feiten and namen.feiten[naam].vorm == "relatie":
        raise Weigering(
            knoop, f"{naam} is a relation", "use partner, medebewoners, kinderen or heeft_commerciele_relatie"
        )
    if naam in namen.feiten:
        feit = namen.feiten[naam]
        return Lezing(naam, "lijst" if feit.vorm == "lijst" else "feit", feit.soort)
    if naam in namen.koppen:
        return Lezing(naam, "paar" if namen.koppen[naam].is_paar else "regel", namen.koppen[naam].soort)
    if naam in namen.bedragen:
        return Lezing(naam, "bedrag", namen.bedragen[naam].soort)
    if naam in namen.termen:
        return Lezing(naam, "term", namen.termen[naam].soort)
    if naam in EIGEN:
        return Lezing(naam, "eigen", EIGEN[naam])
    if naam in PAAR_EIGEN:
        return Lezing(naam, "paar_eigen", PAAR_EIGEN[naam])
    nabij = bedoelt_u(naam, namen.alle())
    mend = f"did you mean {nabij}?" if nabij else "declare it as fact or amount, or write the rule"
    raise Weigering(knoop, f"nothing is called {naam}", mend)
