"""What a rule rests on, as a list of lists: every rule once, and below it the rules that it reads."""

from collections.abc import Iterator
from dataclasses import dataclass

from .index import gelezen_door, recht


@dataclass(frozen=True)
class Knoop:
    """A rule in the list; `is_eerder`: what it rests on stands higher up already."""

    naam: str
    artikel: str
    kinderen: tuple["Knoop", ...]
    is_eerder: bool


def boom(naam: str) -> tuple[Knoop, ...]:
    """The rules that a rule reads, each with those below it."""
    return tuple(_kinderen(naam, {naam}))


def _kinderen(naam: str, gezien: set[str]) -> Iterator[Knoop]:
    regels = recht().regels
    for kind in gelezen_door(regels[naam]):
        if kind not in regels:
            continue
        leest_regels = any(dieper in regels for dieper in gelezen_door(regels[kind]))
        is_eerder = kind in gezien and leest_regels
        gezien.add(kind)
        artikel = regels[kind][-1].kop.artikel
        yield Knoop(kind, artikel, () if is_eerder else tuple(_kinderen(kind, gezien)), is_eerder)
