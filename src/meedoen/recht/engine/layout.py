"""How the arrays of a kernel lie in memory, and the one block in which its functions hand each other where they are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from llvmlite import ir  # type: ignore[import-untyped]

GETAL, PLAATS, BYTE = ir.IntType(64), ir.IntType(32), ir.IntType(8)
RIJEN = {
    **dict.fromkeys(("g", "v", "b", "dagen", "lijst", "termen", "termdagen", "uit", "code", "f", "rijen"), GETAL),
    **dict.fromkeys(("ids", "partners", "cids", "oids", "ordinalen", "soorten", "telling"), GETAL),
    **dict.fromkeys(("cvanaf", "ovanaf", "geboren", "gebrek", "maanden", "reden", "plekken", "naamplekken"), PLAATS),
    **dict.fromkeys(
        ("mist", "rijmist", "heeft_partner", "heeft_ouders", "is_geboren", "soort", "tekst", "naamtekst"), BYTE
    ),
}
"""The names that are arrays, with what they hold. A function calls its own what its caller calls so too."""
KOLOMMEN = BYTE.as_pointer().as_pointer()


@dataclass(frozen=True)
class Indeling:
    """What is known of arrays when code is made.

    `breedtes` are lengths of rows: what is known needs not be handed from rule to rule.
    `kolommen` names the arrays that are a table of columns (`arrays.Kolommen`): `f[row, 3]` in the source stands in the
    fourth column, whose numbers have as many bits as are said here. `bekend` are those of their columns that hold one
    number for every row, and that number: they are never read, and what the number rules out is left out.
    """

    breedtes: Mapping[str, int] = field(default_factory=dict)
    kolommen: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    bekend: Mapping[str, Mapping[int, int]] = field(default_factory=dict)

    def soort_van(self, naam: str) -> Any:
        """The sort of an array as the entry of the code gets it."""
        return KOLOMMEN if naam in self.kolommen else RIJEN[naam].as_pointer()

    def delen_van(self, naam: str) -> list[Any]:
        """The sorts of what the block holds of an array: data and length of rows, or the data of each column."""
        if naam in self.kolommen:
            return [ir.IntType(bits).as_pointer() for bits in self.kolommen[naam]]
        return [RIJEN[naam].as_pointer(), GETAL]


class Blok:
    """The sort of the block that holds where these arrays are; `plaatsen` says where in it those of each begin."""

    def __init__(self, module: Any, indeling: Indeling, rijen: Sequence[str]) -> None:
        self.plaatsen: dict[str, int] = {}
        soorten: list[Any] = []
        for naam in rijen:
            self.plaatsen[naam] = len(soorten)
            soorten += indeling.delen_van(naam)
        self.soort = module.context.get_identified_type("blok")
        self.soort.set_body(*soorten)
