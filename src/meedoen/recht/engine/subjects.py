"""Whom a rule is about: a person, an employer or a municipality. It follows from the facts that it reads."""

from collections.abc import Mapping, Sequence

from meedoen.recht.engine.errors import RechtFout, Taalgebrek
from meedoen.recht.engine.facts import EIGEN, Feit
from meedoen.recht.engine.form import Lezing, Regel
from meedoen.recht.engine.graph import gelezen
from meedoen.recht.engine.names import RELATIES

OVER_PERSONEN = {naam for naam in EIGEN if naam != "peildatum"} | set(RELATIES)


def wezens(
    regels: Mapping[str, Sequence[Regel]], volgorde: Sequence[str], feiten: Mapping[str, Feit]
) -> dict[str, str]:
    """Rule -> "persoon", "werkgever" or "gemeente"; "" when it reads nothing about anybody. RechtFout when they mix."""
    van: dict[str, str] = {}
    gebreken = []
    for naam in volgorde:
        gevonden = {_van(lezing, feiten, van) for lezing in gelezen(regels[naam]).values()} - {""}
        if any(regel.kop.is_paar or regel.relaties for regel in regels[naam]):
            gevonden.add("persoon")
        if len(gevonden) > 1:
            kop = regels[naam][0].kop
            wat = f"is about {' and '.join(sorted(gevonden))} at once"
            gebreken.append(Taalgebrek(kop.bestand, kop.knoop.lineno, naam, wat, "state the figure as a fact of one"))
        van[naam] = min(gevonden, default="")
    if gebreken:
        raise RechtFout(gebreken)
    return van


def _van(lezing: Lezing, feiten: Mapping[str, Feit], van: Mapping[str, str]) -> str:
    if lezing.herkomst in ("feit", "lijst"):
        return feiten[lezing.naam].van
    if lezing.herkomst in ("regel", "paar"):
        return van[lezing.naam]
    return "persoon" if lezing.naam in OVER_PERSONEN or lezing.herkomst == "paar_eigen" else ""
