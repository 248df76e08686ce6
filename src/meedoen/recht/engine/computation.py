"""A computation under way, and what it leaves behind: messages for the reader and a receipt."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from meedoen.recht.engine.amounts import Bedragwaarde
from meedoen.recht.engine.errors import Ontbrekend
from meedoen.recht.engine.form import Regel
from meedoen.recht.engine.household import Geval, Persoon
from meedoen.recht.engine.law import Recht
from meedoen.recht.engine.rules import Leeg
from meedoen.recht.engine.terms import Verordening
from meedoen.recht.engine.trace import Invoer, Stap
from meedoen.recht.engine.units import SOORTEN, Waarde, als_tekst


class Stop(Exception):
    """A rule would have to decide on a fact that is missing."""


def _blijft(ik: "Onbekend", *ander: Any) -> "Onbekend":
    return ik


def _beslist(ik: "Onbekend", *ander: Any) -> Any:
    raise Stop


@dataclass(frozen=True, eq=False)
class Onbekend:
    """Stands in for a value that depends on missing facts. Sums with it stay unknown; deciding on it raises Stop."""

    ontbreekt: tuple[Ontbrekend, ...]

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = __neg__ = _blijft
    __lt__ = __le__ = __gt__ = __ge__ = __eq__ = __ne__ = _blijft  # type: ignore[assignment]
    __bool__ = __int__ = __getattr__ = _beslist


Gelezen = Waarde | Onbekend | Leeg


@dataclass(frozen=True)
class Rekening:
    """One computation under way: everything computed once, every step, and what was used."""

    recht: Recht
    geval: Geval
    verordening: Verordening
    waarden: dict[tuple[str, int, int | None], Gelezen] = field(default_factory=dict)
    spoor: list[Stap] = field(default_factory=list)
    feiten: dict[tuple[str, str], Invoer] = field(default_factory=dict)
    bedragen: dict[tuple[str, date], Bedragwaarde] = field(default_factory=dict)
    termen: dict[tuple[str, date], Bedragwaarde] = field(default_factory=dict)
    regels: dict[str, Regel] = field(default_factory=dict)


def meldingen(rekening: Rekening) -> list[str]:
    """What was used and is not verified, each once."""
    bedragen = [
        f"Bedrag {naam} per {vanaf} ({rekening.recht.bedragen[naam].artikel}): niet geverifieerd: {waarde.waarom}"
        for (naam, vanaf), waarde in rekening.bedragen.items()
        if not waarde.is_geverifieerd
    ]
    return bedragen + [
        f"Regel {naam} ({regel.kop.artikel}): niet geverifieerd: {regel.kop.waarom}"
        for naam, regel in rekening.regels.items()
        if not regel.kop.is_geverifieerd
    ]


STAAT_IN = {
    "heeft_partner": "partner",
    "is_partner": "partner",
    "heeft_commerciele_relatie": "commerciele_relatie_met",
    "kinderen": "ouders",
}
"""What a rule reads of who belongs to whom -> the relation in which a case states it."""


def _relaties(rekening: Rekening) -> Iterator[Invoer]:
    """Every relation that was read, once per person: his partner, whom he has a commercial relation with, his children
    and the parents that were stated of these.
    """
    personen = {persoon.id: persoon for persoon in rekening.geval.personen}
    gelezen: dict[tuple[str, str], Invoer] = {}
    for invoer in (invoer for stap in rekening.spoor for invoer in stap.invoer if invoer.naam in STAAT_IN):
        feit = STAAT_IN[invoer.naam]
        artikel = rekening.recht.feiten[feit].artikel if feit in rekening.recht.feiten else ""
        kinderen = invoer.waarde if isinstance(invoer.waarde, tuple) else None
        if kinderen is not None:
            gelezen.setdefault((invoer.persoon, invoer.naam), invoer._replace(artikel=artikel))
        for van in (invoer.persoon,) if kinderen is None else kinderen:
            ids = _gesteld(rekening.geval, personen[van], feit)
            if ids is not None:
                post = Invoer(feit, ids, "relatie", van, "", "", artikel, True, bool(ids), SOORTEN["Aantal"])
                gelezen.setdefault((van, feit), post)
    yield from gelezen.values()


def _gesteld(geval: Geval, persoon: Persoon, relatie: str) -> tuple[str, ...] | None:
    """The ids of whom a person has this relation with; None for parents that the case does not state."""
    plaatsen: Iterable[int] | None
    if relatie == "partner":
        plaatsen = () if persoon.partner is None else (persoon.partner,)
    else:
        plaatsen = persoon.ouders if relatie == "ouders" else sorted(persoon.commercieel)
    return None if plaatsen is None else tuple(geval.personen[plaats].id for plaats in plaatsen)


def ontvangst(rekening: Rekening) -> dict[str, Any]:
    """Law package with version and hash, reference date, and the facts, amounts, judgments and ordinance terms used;
    JSON values. A judgment is a fact whose `bron` says whose it is; a relation one whose value is ids.
    """
    recht = rekening.recht
    return {
        "recht": recht.naam,
        "versie": recht.versie,
        "hash": recht.hash,
        "peildatum": rekening.geval.peildatum.isoformat(),
        "feiten": [invoer.als_json() for invoer in (*rekening.feiten.values(), *_relaties(rekening))],
        "bedragen": [
            {
                "naam": naam,
                "vanaf": vanaf.isoformat(),
                "waarde": als_tekst(waarde.waarde, recht.bedragen[naam].soort) if waarde.waarde is not None else None,
                "eenheid": recht.bedragen[naam].eenheid,
                "artikel": recht.bedragen[naam].artikel,
                "bron": waarde.bron,
                "is_geverifieerd": waarde.is_geverifieerd,
            }
            for (naam, vanaf), waarde in rekening.bedragen.items()
        ],
        "verordening": [
            {
                "naam": naam,
                "vanaf": vanaf.isoformat(),
                "waarde": als_tekst(waarde.waarde, recht.termen[naam].soort) if waarde.waarde is not None else None,
                "eenheid": recht.termen[naam].eenheid,
                "artikel": recht.termen[naam].artikel,
                "bron": waarde.bron,
            }
            for (naam, vanaf), waarde in rekening.termen.items()
        ],
    }
