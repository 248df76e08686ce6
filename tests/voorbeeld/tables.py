"""A register as plain rows, and the few questions that every test asks of it. Written apart from the generator."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from meedoen.voorbeeld.block import maak_blok
from meedoen.voorbeeld.register import Begin, bladen

Rij = dict[str, Any]
Register = dict[str, list[Rij]]
PERIODEN = ("bewoningen", "relaties", "feiten", "uitkeringen", "indelingen", "plaatsingen")


def maak(*, zaad: int, tot: datetime.date, personen: int | None = None) -> Register:
    """One block of a register, in memory."""
    tabellen = bladen(maak_blok(0, zaad, tot, personen), Begin())
    return {naam: tabel.to_pylist() for naam, tabel in tabellen.items()}


def geldig(rijen: Iterable[Rij], op: datetime.date) -> list[Rij]:
    """The rows in force on a day."""
    return [rij for rij in rijen if rij["vanaf"] <= op and (rij["tot"] is None or rij["tot"] > op)]


def per_persoon(rijen: Iterable[Rij], *ook: str) -> dict[tuple[Any, ...], list[Rij]]:
    """Rows by person (and the columns `ook`), in order of time."""
    groepen: dict[tuple[Any, ...], list[Rij]] = defaultdict(list)
    for rij in sorted(rijen, key=lambda rij: rij["vanaf"]):
        groepen[(rij["persoon"], *(rij[naam] for naam in ook))].append(rij)
    return groepen


def overlappend(rijen: Iterable[Rij], *ook: str) -> list[tuple[Rij, Rij]]:
    """Pairs of rows of one person that hold on the same day."""
    return [
        (eerder, later)
        for groep in per_persoon(rijen, *ook).values()
        for eerder, later in pairwise(groep)
        if eerder["tot"] is None or eerder["tot"] > later["vanaf"]
    ]


def personen(register: Register) -> dict[str, Rij]:
    return {rij["nummer"]: rij for rij in register["personen"]}


def eersten_van_de_maand(van: datetime.date, tot: datetime.date) -> Iterator[datetime.date]:
    """The first days of the months between two days."""
    dag = van.replace(day=1)
    while dag <= tot:
        yield dag
        dag = (dag + datetime.timedelta(days=32)).replace(day=1)


def achttiende_verjaardag(geboren: datetime.date) -> datetime.date:
    """29 February becomes 1 March."""
    try:
        return geboren.replace(year=geboren.year + 18)
    except ValueError:
        return datetime.date(geboren.year + 18, 3, 1)
