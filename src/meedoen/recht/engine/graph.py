"""The graph that the names of the rules make: the order of computing, and the facts that a question may need."""

import ast
from collections.abc import Iterable, Mapping, Sequence

from meedoen.recht.engine.errors import RechtFout, Taalgebrek
from meedoen.recht.engine.form import Lezing, Regel

Regels = Mapping[str, Sequence[Regel]]


def gelezen(versies: Iterable[Regel]) -> dict[str, Lezing]:
    """Everything that the versions of one rule read, of whichever person."""
    return {
        lezing.naam: lezing for regel in versies for lezing in (*regel.lezingen.values(), *regel.lezingen_van.values())
    }


def volgorde(regels: Regels, gevraagd: Iterable[str] | None = None) -> tuple[str, ...]:
    """The rules behind the asked ones (all rules when None), each after the rules that it reads. RechtFout on a cycle.

    A cycle is one of names, whoever the person: a rule that reads itself of the partner is refused too.
    """
    klaar: dict[str, None] = {}
    for naam in regels if gevraagd is None else gevraagd:
        _bezoek(naam, regels, klaar, [])
    return tuple(klaar)


def _bezoek(naam: str, regels: Regels, klaar: dict[str, None], pad: list[str]) -> None:
    if naam in klaar:
        return
    if naam in pad:
        kring = " -> ".join([*pad[pad.index(naam) :], naam])
        kop = regels[naam][0].kop
        mend = "a rule cannot need itself, not even of another person: split off what both need"
        raise RechtFout([Taalgebrek(kop.bestand, kop.knoop.lineno, naam, f"a circle: {kring}", mend)])
    for gelezen_naam in gelezen(regels[naam]):
        if gelezen_naam in regels:
            _bezoek(gelezen_naam, regels, klaar, [*pad, naam])
    klaar[naam] = None


def eenmaal_gelezen(regels: Regels, gevraagd: Iterable[str]) -> frozenset[str]:
    """The rules behind the asked ones that one other rule reads, once and of the same person: nobody needs them again.

    A rule that reads in a loop, or for each other person, may read a name more than once; what it reads is left out.
    """
    keren: dict[str, int] = dict.fromkeys(gevraagd, 2)
    for naam in volgorde(regels, gevraagd):
        versies = regels[naam]
        eigen = {lezing.naam for regel in versies for lezing in regel.lezingen.values()}
        is_vaker = versies[0].kop.is_paar or any(heeft_lus(regel.kop.knoop) for regel in versies)
        for gelezen_naam in gelezen(versies):
            keren[gelezen_naam] = keren.get(gelezen_naam, 0) + (1 if gelezen_naam in eigen and not is_vaker else 2)
        for lezing in (lezing for regel in versies for lezing in regel.lezingen_van.values()):
            keren[lezing.naam] = 2
    return frozenset(naam for naam, aantal in keren.items() if aantal == 1 and naam in regels)


def heeft_lus(knoop: ast.AST) -> bool:
    """Whether the text of a rule goes over persons or rows."""
    return any(isinstance(deel, ast.comprehension) for deel in ast.walk(knoop))


def benodigde_feiten(regels: Regels, gevraagd: Iterable[str]) -> tuple[str, ...]:
    """The facts that an answer may depend on, and no others; how many of them it does depend on differs by case."""
    namen: dict[str, None] = {}
    for naam in volgorde(regels, gevraagd):
        for lezing in gelezen(regels[naam]).values():
            if lezing.herkomst in ("feit", "lijst"):
                namen[lezing.naam] = None
    return tuple(namen)


def benodigde_termen(regels: Regels, gevraagd: Iterable[str]) -> tuple[str, ...]:
    """The open terms that an answer may depend on."""
    lezingen = [lezing for naam in volgorde(regels, gevraagd) for lezing in gelezen(regels[naam]).values()]
    return tuple(dict.fromkeys(lezing.naam for lezing in lezingen if lezing.herkomst == "term"))


def benodigde_bedragen(regels: Regels, gevraagd: Iterable[str]) -> tuple[str, ...]:
    """The amounts that an answer may depend on."""
    lezingen = [lezing for naam in volgorde(regels, gevraagd) for lezing in gelezen(regels[naam]).values()]
    return tuple(dict.fromkeys(lezing.naam for lezing in lezingen if lezing.herkomst == "bedrag"))
