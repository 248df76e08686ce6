"""The law as rules: pure functions of facts, without database, clock or municipality.

recht = laad_recht()
uitkomst = bereken(lees_geval(tomllib.loads(tekst)), recht=recht)
"""

from meedoen.recht.engine.errors import (
    DatumOnbekend,
    GegevenOntbreekt,
    GevalFout,
    Ontbrekend,
    RechtFout,
    RekenFout,
    TabelFout,
)
from meedoen.recht.engine.exact import bereken
from meedoen.recht.engine.household import Geval, lees_geval
from meedoen.recht.engine.law import Recht, laad_recht, lees_recht
from meedoen.recht.engine.trace import Invoer, Reden, Stap, Uitkomst

__all__ = [
    "DatumOnbekend",
    "GegevenOntbreekt",
    "Geval",
    "GevalFout",
    "Invoer",
    "Ontbrekend",
    "Recht",
    "RechtFout",
    "Reden",
    "RekenFout",
    "Stap",
    "TabelFout",
    "Uitkomst",
    "bereken",
    "laad_recht",
    "lees_geval",
    "lees_recht",
]
