"""The cases of `gevallen/` computed on other days than their own: to find one that comes to a rule, amount or term."""

import tomllib
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

from meedoen.recht import Recht, Stap, Uitkomst, bereken, lees_geval
from meedoen.recht.engine.errors import DatumOnbekend, GegevenOntbreekt, GevalFout, RekenFout

POGINGEN = 25
"""So many cases that read a name are tried on another day."""
GEVALLEN = Path(__file__).parents[2] / "gevallen"
WEZENS = {"persoon", "werkgever", "gemeente"}
Naam = tuple[str, str]
"""What the law holds: its sort (regel, bedrag, term) and its name."""


@cache
def opgaven() -> dict[str, dict[str, Any]]:
    """Every case by its path."""
    paden = sorted(GEVALLEN.rglob("*.toml"))
    lezen = ((pad, tomllib.loads(pad.read_text("utf-8"), parse_float=Decimal)) for pad in paden)
    return {pad.relative_to(GEVALLEN).with_suffix("").as_posix(): opgave for pad, opgave in lezen}


def op_dag(zaak: str, dag: date, recht: Recht, *, als_op: date | None = None) -> Uitkomst | None:
    """The case as if that were its day; with `als_op` as if all in it had happened so much later or earlier that it is
    a case of that day: who is 17 is 17 then. None when the law or the case has no answer there.
    """
    opgave = {**opgaven()[zaak], "peildatum": dag}
    if als_op:
        verschil = als_op - dag_van(zaak)
        opgave |= {wezen: _verschoven(opgave[wezen], verschil) for wezen in WEZENS & opgave.keys()}
    try:
        return bereken(lees_geval(opgave, recht=recht), recht=recht, vragen=True)
    except (DatumOnbekend, GegevenOntbreekt, GevalFout, RekenFout):
        return None


def dag_van(zaak: str) -> date:
    """The day of a case itself."""
    return date.fromisoformat(str(opgaven()[zaak]["peildatum"]))


def _verschoven(deel: Any, verschil: timedelta) -> Any:
    """The same with every date so much later."""
    if isinstance(deel, dict):
        return {naam: _verschoven(waarde, verschil) for naam, waarde in deel.items()}
    if isinstance(deel, list):
        return [_verschoven(waarde, verschil) for waarde in deel]
    return deel + verschil if isinstance(deel, date) else deel


def gelezen_op(stappen: list[Stap], dag: date, recht: Recht) -> set[Naam]:
    """What these steps read in the version or with the value of that day. A step that stops for want of a fact, and so
    has no answer and no reason for having none, does not count.
    """
    klaar = [stap for stap in stappen if stap.uitkomst is not None or stap.reden is not None]
    namen = {("regel", stap.regel) for stap in klaar if stap.vanaf <= dag < stap.tot}
    for invoer in (deel for stap in klaar for deel in stap.invoer):
        if invoer.soort == "term":
            namen.add(("term", invoer.naam))
        elif invoer.soort == "bedrag" and invoer.waarde in _waarden_op(invoer.naam, dag, recht):
            namen.add(("bedrag", invoer.naam))
    return namen


def _waarden_op(naam: str, dag: date, recht: Recht) -> list[Any]:
    return [waarde.waarde for waarde in recht.bedragen[naam].waarden if waarde.vanaf <= dag < waarde.tot]


@cache
def lezers(recht: Recht) -> dict[Naam, list[tuple[date, str]]]:
    """By what they read on their own day: the cases, with that day."""
    per_naam: dict[Naam, list[tuple[date, str]]] = defaultdict(list)
    for zaak in opgaven():
        dag = dag_van(zaak)
        uitkomst = op_dag(zaak, dag, recht)
        for naam in gelezen_op(uitkomst.spoor, dag, recht) if uitkomst else ():
            per_naam[naam].append((dag, zaak))
    return per_naam


def veranderingen(dag: date, recht: Recht) -> tuple[set[Naam], set[Naam]]:
    """What ends on this day (to be read the day before) and what begins on it."""
    perioden: list[tuple[Naam, date, date]] = [
        (("regel", naam), versie.kop.vanaf, versie.kop.tot) for naam, vs in recht.regels.items() for versie in vs
    ]
    for naam, bedrag in recht.bedragen.items():
        perioden += [(("bedrag", naam), w.vanaf, w.tot) for w in bedrag.waarden if w.waarde is not None]
    perioden += [(("term", naam), term.vanaf, term.tot) for naam, term in recht.termen.items()]
    return {naam for naam, _, tot in perioden if tot == dag}, {naam for naam, vanaf, _ in perioden if vanaf == dag}


def die_lezen(nodig: set[Naam], dag: date, recht: Recht) -> Iterator[tuple[str, date | None, set[Naam]]]:
    """Cases that on this day read what is needed, with the day to which their dates moved and with what each reads;
    until all is read or there are no more. Of each name those whose own day is nearest are tried first.
    """
    over = set(nodig)
    for naam in sorted(nodig):
        dichtbij = sorted(lezers(recht).get(naam, ()), key=lambda een: abs(een[0] - dag))[:POGINGEN]
        for als_op, (_, zaak) in product((None, dag), dichtbij):
            if naam not in over:
                break
            uitkomst = op_dag(zaak, dag, recht, als_op=als_op)
            if uitkomst and over & (leest := gelezen_op(uitkomst.spoor, dag, recht)):
                over -= leest
                yield zaak, als_op, leest
