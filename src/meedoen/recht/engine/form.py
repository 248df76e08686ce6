"""The typed form of a rule: what `reader.py` makes of its text, and what every way of executing starts from."""

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import Literal, TypeAlias

from meedoen.recht.engine.units import Soort

Herkomst = Literal["feit", "bedrag", "term", "regel", "paar", "eigen", "paar_eigen", "relatie", "lijst", "veld"]


@dataclass(frozen=True)
class Lezing:
    """A name that a rule reads, and where it comes from. `op` names the date at which an amount or term is looked up.

    A field of a list is named `<list>.<field>`.
    """

    naam: str
    herkomst: Herkomst
    soort: Soort
    op: str | None = None


@dataclass(frozen=True)
class Getal:
    """A literal, exactly as written."""

    waarde: Fraction
    soort: Soort


@dataclass(frozen=True)
class Tekst:
    """One of the choices of a sort, as written; only compared or returned."""

    waarde: str
    soort: Soort


@dataclass(frozen=True)
class Waarheid:
    """True or False."""

    waarde: bool
    soort: Soort


@dataclass(frozen=True)
class Lees:
    """Reading a name. `wie`: "" is me, else "partner", "ander" or the name that a generator gives to a person."""

    lezing: Lezing
    wie: str
    soort: Soort


@dataclass(frozen=True)
class Lokaal:
    """Reading a local name."""

    naam: str
    soort: Soort


@dataclass(frozen=True)
class Reken:
    """left (+ - * /) right."""

    teken: Literal["+", "-", "*", "/"]
    links: "Uitdrukking"
    rechts: "Uitdrukking"
    soort: Soort


@dataclass(frozen=True)
class Vergelijk:
    """left (< <= > >= == !=) right; two numbers, two dates, or with == and != two choices."""

    teken: str
    links: "Uitdrukking"
    rechts: "Uitdrukking"
    soort: Soort


@dataclass(frozen=True)
class Samen:
    """`and` or `or`: read from left to right, no further than needed."""

    teken: Literal["and", "or"]
    delen: tuple["Uitdrukking", ...]
    soort: Soort


@dataclass(frozen=True)
class Niet:
    """`not`."""

    deel: "Uitdrukking"
    soort: Soort


@dataclass(frozen=True)
class Keuze:
    """`then if test else otherwise`."""

    toets: "Uitdrukking"
    dan: "Uitdrukking"
    anders: "Uitdrukking"
    soort: Soort


@dataclass(frozen=True)
class Roep:
    """min or max of several values, or one of the functions of `units.py`."""

    naam: str
    argumenten: tuple["Uitdrukking", ...]
    soort: Soort


@dataclass(frozen=True)
class Lus:
    """sum, any, all, min or max over the persons of one relation or the rows of one of my lists.

    `relatie` is "medebewoners", "kinderen" or the name of a list; `anders` is the default of min and max.
    """

    naam: Literal["sum", "any", "all", "min", "max"]
    relatie: str
    wie: str
    voorwaarden: tuple["Uitdrukking", ...]
    element: "Uitdrukking"
    anders: "Uitdrukking | None"
    soort: Soort


Uitdrukking: TypeAlias = (
    Getal | Tekst | Waarheid | Lees | Lokaal | Reken | Vergelijk | Samen | Niet | Keuze | Roep | Lus
)


@dataclass(frozen=True)
class Zet:
    """name = expression."""

    naam: str
    waarde: Uitdrukking


@dataclass(frozen=True)
class Als:
    """if / else; elif is an Als in `anders`."""

    toets: Uitdrukking
    dan: tuple["Opdracht", ...]
    anders: tuple["Opdracht", ...]


@dataclass(frozen=True)
class Geef:
    """return expression."""

    waarde: Uitdrukking


@dataclass(frozen=True)
class GeefGeen:
    """return geen(reason, article)."""

    reden: str
    artikel: str


Opdracht: TypeAlias = Zet | Als | Geef | GeefGeen


@dataclass(frozen=True, eq=False)
class Kop:
    """What stands above the body of a rule; `pad`: where its text can be opened, `bestand`: its name in the package."""

    naam: str
    artikel: str
    vanaf: date
    tot: date
    op: Mapping[str, str]
    is_geverifieerd: bool
    waarom: str
    tekst: str
    soort: Soort
    is_paar: bool
    bestand: str
    pad: str
    knoop: ast.FunctionDef

    @cached_property
    def plaats(self) -> str:
        """File and line of the rule."""
        return f"{self.bestand}:{self.knoop.lineno}"


@dataclass(frozen=True, eq=False)
class Regel:
    """A rule, read and checked. `lezingen` are the names it reads of me, `lezingen_van` those it reads of others and of
    the rows of my lists; `relaties` the other persons that it may look at.
    """

    kop: Kop
    lezingen: Mapping[str, Lezing]
    lezingen_van: Mapping[str, Lezing]
    relaties: frozenset[str]
    opdrachten: tuple[Opdracht, ...]
