"""The receipt of an answer: with which law package, facts, amounts and choices it was computed; and is that still so?

A receipt is kept as JSON (`Uitkomst.ontvangst`). This reads one back for a reader, whichever package wrote it: a name
that the law of now does not know is shown without a link.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from .index import recht, soort_van
from .values import leesbaar, uit_tekst


@dataclass(frozen=True)
class Post:
    """One thing that was used: its name, whose it is, its value, and where that came from."""

    naam: str
    leesnaam: str
    van: str
    waarde: str
    herkomst: str
    is_geverifieerd: bool
    is_opgegeven: bool
    is_bekend: bool


@dataclass(frozen=True)
class Ontvangst:
    """A receipt for a reader. `is_huidig`: this installation still computes with the very same law."""

    pakket: str
    versie: str
    hash: str
    peildatum: date
    feiten: tuple[Post, ...]
    oordelen: tuple[Post, ...]
    bedragen: tuple[Post, ...]
    verordening: tuple[Post, ...]
    is_huidig: bool

    @property
    def kenmerk(self) -> str:
        """The start of the hash, enough to compare by eye."""
        return self.hash[:12]


def lees_ontvangst(ontvangst: Mapping[str, Any], namen: Mapping[str, str] | None = None) -> Ontvangst:
    """A kept receipt for a reader; `namen` gives the name of each person instead of his id."""
    namen = namen or {}
    feiten = [(feit, _feit(feit, namen)) for feit in ontvangst["feiten"]]
    return Ontvangst(
        pakket=ontvangst["recht"],
        versie=ontvangst["versie"],
        hash=ontvangst["hash"],
        peildatum=date.fromisoformat(ontvangst["peildatum"]),
        feiten=tuple(post for feit, post in feiten if feit["soort"] != "oordeel"),
        oordelen=tuple(post for feit, post in feiten if feit["soort"] == "oordeel"),
        bedragen=tuple(map(_bedrag, ontvangst["bedragen"])),
        verordening=tuple(map(_bedrag, ontvangst.get("verordening", ()))),
        is_huidig=ontvangst["hash"] == recht().hash,
    )


def _feit(feit: Mapping[str, Any], namen: Mapping[str, str]) -> Post:
    """A fact of a person; a field of a list is named `list[1].field` and belongs to the page of the list. Children that
    were inferred are not stated, and were not read as "no": their source says how they were found.
    """
    naam, is_relatie = str(feit["naam"]).split("[")[0], feit["soort"] == "relatie"
    return Post(
        naam=naam,
        leesnaam=leesbaar(feit["naam"]),
        van=namen.get(feit["persoon"], feit["persoon"]),
        waarde=_personen(feit["waarde"], namen) if is_relatie else uit_tekst(feit["waarde"], feit["maat"]),
        herkomst="; ".join(deel for deel in (feit["bron"], feit["artikel"]) if deel),
        is_geverifieerd=True,
        is_opgegeven=feit["opgegeven"] or (is_relatie and bool(feit["waarde"])),
        is_bekend=soort_van(naam) is not None,
    )


def _personen(ids: Sequence[str], namen: Mapping[str, str]) -> str:
    return ", ".join(namen.get(een, een) for een in ids) or _("geen")


def _bedrag(bedrag: Mapping[str, Any]) -> Post:
    """An amount of law, or the value of an open term."""
    maat = bedrag["eenheid"]
    waarde = _("geen") if bedrag["waarde"] is None else uit_tekst(bedrag["waarde"], maat)
    return Post(
        naam=bedrag["naam"],
        leesnaam=leesbaar(bedrag["naam"]),
        van="",
        waarde=waarde,
        herkomst="; ".join(deel for deel in (bedrag["artikel"], bedrag["bron"]) if deel),
        is_geverifieerd=bedrag.get("is_geverifieerd", True),
        is_opgegeven=True,
        is_bekend=soort_van(bedrag["naam"]) is not None,
    )
