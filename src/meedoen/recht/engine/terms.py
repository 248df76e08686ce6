"""Open terms: what the law leaves to a council or a college, and the decisions of one municipality that fill them.

A term is declared in `verordening/<ordinance>.toml`, as a fact is, with the article that delegates. A municipality's
decisions stand in a file of its own; a term that none of them fills on the day is a question to the municipality.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from meedoen.recht.engine.amounts import Bedragwaarde, lees_toml, regelnummer
from meedoen.recht.engine.errors import Taalgebrek
from meedoen.recht.engine.facts import SLEUTELS, Feit, gebreken_van_feit, velden_van_feit
from meedoen.recht.engine.units import Waarde
from meedoen.recht.engine.values import lees_waarde

EIGEN_SLEUTELS = {"vaststeller", "vanaf", "tot", "verplicht", "indien_niet_vastgesteld"}
TERMSLEUTELS = (SLEUTELS - {"indien_niet_gesteld", "velden", "oordeel", "weeg", "van"}) | EIGEN_SLEUTELS


@dataclass(frozen=True)
class Term(Feit):
    """A value that the law leaves open from `vanaf` until `tot`, and who fills it in which ordinance.

    `zonder`: what holds as long as nobody filled it, where the law itself says so; None makes it a question.
    """

    verordening: str = ""
    vaststeller: Literal["raad", "college"] = "raad"
    vanaf: date = date.min
    tot: date = date.max
    is_verplicht: bool = False
    zonder: Waarde | None = None


@dataclass(frozen=True)
class Besluit:
    """One decision: the values it gives to terms, from `vanaf` until `tot`, and where it can be read."""

    verordening: str
    naam: str
    besloten_op: date | None
    bron: str
    vanaf: date
    tot: date
    waarden: Mapping[str, Waarde]


@dataclass(frozen=True, eq=False)
class Verordening:
    """What one municipality decided, through time. Compared and hashed by identity: read a file once, and keep it."""

    gemeente: str
    besluiten: tuple[Besluit, ...]
    _per_term: Mapping[str, tuple[Bedragwaarde, ...]] = field(init=False)

    def __post_init__(self) -> None:
        namen = {naam for besluit in self.besluiten for naam in besluit.waarden}
        object.__setattr__(self, "_per_term", {naam: tuple(self._waarden(naam)) for naam in namen})

    def _waarden(self, naam: str) -> Iterator[Bedragwaarde]:
        for besluit in self.besluiten:
            if naam in besluit.waarden:
                waar = f"{besluit.naam}; {besluit.bron}" if besluit.bron else besluit.naam
                bron = f"{self.gemeente}: {waar}" if self.gemeente else waar
                yield Bedragwaarde(besluit.vanaf, besluit.tot, besluit.waarden[naam], bron, True, "")

    def waarden(self, naam: str) -> tuple[Bedragwaarde, ...]:
        """The values of a term, each with its period and source."""
        return self._per_term.get(naam, ())

    def op(self, naam: str, dag: date) -> Bedragwaarde | None:
        """The value of a term on that day: that of the decision that took effect last. None when nobody filled it, or
        when that decision has ended: it took the place of those before it, which do not come back by themselves.
        """
        begonnen = [waarde for waarde in self.waarden(naam) if waarde.vanaf <= dag]
        laatste = max(begonnen, key=lambda waarde: waarde.vanaf, default=None)
        return laatste if laatste is not None and dag < laatste.tot else None


GEEN_VERORDENING = Verordening("", ())
"""A municipality that decided nothing, or of which nothing is known."""


def waarde_van(term: Term, dag: date, verordening: Verordening) -> Bedragwaarde | None:
    """What a term is on that day: what the municipality decided, else what the law says without it, else None."""
    besloten = verordening.op(term.naam, dag)
    if besloten is None and term.zonder is not None and term.vanaf <= dag < term.tot:
        return Bedragwaarde(term.vanaf, term.tot, term.zonder, "niet vastgesteld; zo zegt de wet het zelf", True, "")
    return besloten


def lees_termen(tekst: str, bestand: str) -> tuple[dict[str, Term], list[Taalgebrek]]:
    """All terms of the file of one ordinance, and every fault in it."""
    termen: dict[str, Term] = {}
    gebreken: list[Taalgebrek] = []
    for naam, tabel in lees_toml(tekst, bestand).items():
        fouten = list(_gebreken(naam, tabel))
        gebreken += [Taalgebrek(bestand, regelnummer(tekst, naam, zoek), naam, wat, mend) for zoek, wat, mend in fouten]
        if fouten:
            continue
        term = Term(
            **velden_van_feit(naam, tabel),
            verordening=bestand.rsplit("/", 1)[-1].removesuffix(".toml"),
            vaststeller=tabel["vaststeller"],
            vanaf=tabel["vanaf"],
            tot=tabel.get("tot", date.max),
            is_verplicht=tabel.get("verplicht", False),
        )
        if "indien_niet_vastgesteld" in tabel:
            zonder = lees_waarde(term, tabel["indien_niet_vastgesteld"])
            if zonder is None:
                nummer = regelnummer(tekst, naam, "indien_niet_vastgesteld")
                gebreken.append(Taalgebrek(bestand, nummer, naam, "indien_niet_vastgesteld is no value of this term"))
            term = Term(**{**term.__dict__, "zonder": zonder})
        termen[naam] = term
    return termen, gebreken


def _gebreken(naam: str, tabel: Any) -> Iterator[tuple[str, str, str]]:
    yield from gebreken_van_feit(naam, tabel, TERMSLEUTELS, is_veld=True)
    if not isinstance(tabel, dict):
        return
    if tabel.get("vaststeller") not in ("raad", "college"):
        yield "vaststeller", "a term is filled by somebody", 'add vaststeller = "raad" or "college"'
    for sleutel in ("vanaf", "tot"):
        if type(tabel.get(sleutel, date.max if sleutel == "tot" else None)) is not date:
            yield sleutel, f"{sleutel} is a date", f"write {sleutel} = 2015-01-01"
