"""The council's list: which ordinances it must have on a day, what must be in them, and what it makes, changes or
withdraws around that day. With a municipality's decisions: what they show, and what is still open.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal

from meedoen.recht.engine.functions import maanden_later
from meedoen.recht.engine.law import Recht, laad_recht
from meedoen.recht.engine.terms import Term, Verordening, waarde_van

Plicht = Literal["moet", "mag", "vervallen"]
Stand = Literal["gedaan", "open", "onbekend"]
MAANDEN_TERUG, MAANDEN_VOORUIT = 12, 12
"""How far around the day the list looks for what is to be made, changed or withdrawn."""


@dataclass(frozen=True)
class Inhoud:
    """One thing that must be in an ordinance, from `vanaf` until `tot`."""

    wat: str
    artikel: str
    vanaf: date
    tot: date


@dataclass(frozen=True)
class Stap:
    """What the council does with an ordinance when the law changes on `op`; `uiterlijk`: the last day the law gives."""

    doe: Literal["maken", "wijzigen", "intrekken"]
    op: date
    uiterlijk: date | None
    wat: str
    bron: str
    waarom_niet_geverifieerd: str


@dataclass(frozen=True)
class Voorschrift:
    """An ordinance as the law asks (or allows) it from `vanaf` until `tot`; `termen`: the files of its open terms."""

    sleutel: str
    naam: str
    artikel: str
    plicht: Plicht
    vanaf: date
    tot: date
    termen: tuple[str, ...]
    inhoud: tuple[Inhoud, ...]
    stappen: tuple[Stap, ...]


@dataclass(frozen=True)
class Taak:
    """One step on the list, of which ordinance, and whether the municipality's decisions show that it was done."""

    voorschrift: Voorschrift
    stap: Stap
    stand: Stand


@dataclass(frozen=True)
class Regel:
    """One ordinance on the list: what must be in it that day, and the terms that no decision fills."""

    voorschrift: Voorschrift
    inhoud: tuple[Inhoud, ...]
    stand: Stand
    ontbrekend: tuple[Term, ...]


@dataclass(frozen=True)
class Raadslijst:
    """The list of one day; `beleid` holds the terms of the college that no decision fills."""

    op: date
    gemeente: str
    te_doen: tuple[Taak, ...]
    komt_eraan: tuple[Taak, ...]
    regels: tuple[Regel, ...]
    beleid: tuple[Term, ...]


def raadslijst(op: date, *, recht: Recht | None = None, verordening: Verordening | None = None) -> Raadslijst:
    """What the council must make, change or withdraw around a day, and must have on it. DatumOnbekend outside the
    law that is known.

    An older step stays on the list when the decisions don't show it, and no later step took its place.
    """
    recht = recht or laad_recht()
    recht.eis_bekend(op)
    begin, eind = maanden_later(op, -MAANDEN_TERUG), maanden_later(op, MAANDEN_VOORUIT)
    taken = [_taak(voorschrift, stap, op, verordening) for voorschrift, stap in _stappen()]
    laatste = {taak.voorschrift.sleutel: taak.stap for taak in taken if taak.stap.op <= op}
    te_doen = [
        taak
        for taak in taken
        if taak.stap.op <= op
        and taak.stand != "gedaan"
        and (taak.stap.op > begin or (taak.stand == "open" and taak.stap == laatste[taak.voorschrift.sleutel]))
    ]
    return Raadslijst(
        op=op,
        gemeente=verordening.gemeente if verordening else "",
        te_doen=tuple(te_doen),
        komt_eraan=tuple(taak for taak in taken if op < taak.stap.op <= eind),
        regels=tuple(_regel(v, op, recht, verordening) for v in laad_voorschriften() if _geldt(v, op)),
        beleid=tuple(_open_termen(op, recht, verordening, vaststeller="college")),
    )


def _stappen() -> Iterator[tuple[Voorschrift, Stap]]:
    paren = [(voorschrift, stap) for voorschrift in laad_voorschriften() for stap in voorschrift.stappen]
    yield from sorted(paren, key=lambda paar: paar[1].op)


def _geldt(voorschrift: Voorschrift, op: date) -> bool:
    return voorschrift.plicht != "vervallen" and voorschrift.vanaf <= op < voorschrift.tot


def _taak(voorschrift: Voorschrift, stap: Stap, op: date, verordening: Verordening | None) -> Taak:
    return Taak(voorschrift, stap, _stand_van_stap(voorschrift, stap, op, verordening))


def _stand_van_stap(voorschrift: Voorschrift, stap: Stap, op: date, verordening: Verordening | None) -> Stand:
    """Do the decisions show that this was done? A withdrawal only shows when there was something to withdraw."""
    if verordening is None:
        return "onbekend"
    besluiten = [b for b in verordening.besluiten if b.verordening in (voorschrift.sleutel, *voorschrift.termen)]
    if stap.doe == "intrekken":
        eerder = [besluit for besluit in besluiten if besluit.vanaf < stap.op]
        if not eerder:
            return "onbekend"
        return "gedaan" if max(eerder, key=lambda b: b.vanaf).tot <= max(op, stap.op) else "open"
    return "gedaan" if any(stap.op <= besluit.vanaf <= op for besluit in besluiten) else "open"


def _regel(voorschrift: Voorschrift, op: date, recht: Recht, verordening: Verordening | None) -> Regel:
    stand: Stand = "onbekend"
    if verordening is not None:
        genoemd = (voorschrift.sleutel, *voorschrift.termen)
        geldig = (b for b in verordening.besluiten if b.vanaf <= op < b.tot and b.verordening in genoemd)
        stand = "gedaan" if any(geldig) else "open"
    return Regel(
        voorschrift,
        tuple(deel for deel in voorschrift.inhoud if deel.vanaf <= op < deel.tot),
        stand,
        tuple(_open_termen(op, recht, verordening, vaststeller="raad", bestanden=voorschrift.termen)),
    )


def _open_termen(
    op: date, recht: Recht, verordening: Verordening | None, *, vaststeller: str, bestanden: tuple[str, ...] = ()
) -> Iterator[Term]:
    """The terms that hold that day and that neither a decision nor the law itself fills: of the college all of them,
    of the council those of these files.
    """
    if verordening is None:
        return
    onnodig = _onnodig(op, recht, verordening)
    for term in recht.termen.values():
        hoort_erbij = term.vaststeller == vaststeller and (vaststeller == "college" or term.verordening in bestanden)
        is_open = term.vanaf <= op < term.tot and waarde_van(term, op, verordening) is None
        if hoort_erbij and is_open and term.naam not in onnodig:
            yield term


def _onnodig(op: date, recht: Recht, verordening: Verordening) -> set[str]:
    """The terms that nobody needs to fill, because what they go with was not chosen: no city pass, no amount on it."""
    waarden = {n: w.waarde for n in recht.termen if (w := verordening.op(n, op)) and w.waarde is not None}
    per_stand: dict[bool | None, set[str]] = {True: set(), False: set(), None: set()}
    for combinatie in recht.combinaties:
        if combinatie.als and combinatie.namen(recht.termen) <= recht.termen.keys():
            per_stand[combinatie.als.geldt(waarden, recht.termen)] |= set(combinatie.vraagt)
    return per_stand[False] - per_stand[True] - per_stand[None]


def lees_voorschriften(tekst: str) -> tuple[Voorschrift, ...]:
    """Every ordinance of the text; ValueError or KeyError when one is not of the form that its head describes."""
    return tuple(_voorschrift(sleutel, tabel) for sleutel, tabel in tomllib.loads(tekst).items())


def _voorschrift(sleutel: str, tabel: Mapping[str, Any]) -> Voorschrift:
    vanaf, tot = tabel["vanaf"], tabel.get("tot", date.max)
    if tabel["plicht"] not in ("moet", "mag", "vervallen") or not vanaf < tot:
        raise ValueError(f"{sleutel}: plicht is moet, mag or vervallen, and vanaf comes before tot")
    return Voorschrift(
        sleutel=sleutel,
        naam=tabel["naam"],
        artikel=tabel["artikel"],
        plicht=tabel["plicht"],
        vanaf=vanaf,
        tot=tot,
        termen=tuple(tabel["termen"]),
        inhoud=tuple(
            Inhoud(deel["wat"], deel["artikel"], deel.get("vanaf", vanaf), deel.get("tot", tot))
            for deel in tabel["inhoud"]
        ),
        stappen=tuple(_stap(sleutel, deel) for deel in tabel["stappen"]),
    )


def _stap(sleutel: str, deel: Mapping[str, Any]) -> Stap:
    if deel["doe"] not in ("maken", "wijzigen", "intrekken") or not deel["bron"]:
        raise ValueError(f"{sleutel}: a step is maken, wijzigen or intrekken, and has a source")
    if not deel.get("geverifieerd", True) and not deel.get("waarom"):
        raise ValueError(f"{sleutel}: not verified, and not why")
    return Stap(deel["doe"], deel["op"], deel.get("uiterlijk"), deel["wat"], deel["bron"], deel.get("waarom", ""))


@cache
def laad_voorschriften() -> tuple[Voorschrift, ...]:
    """The ordinances of this distribution, read once."""
    return lees_voorschriften((Path(__file__).parent / "verordeningen.toml").read_text("utf-8"))


def als_json(lijst: Raadslijst) -> dict[str, Any]:
    """The list as JSON values, in the shape of docs/verordeningen.md."""
    return {
        "op": lijst.op.isoformat(),
        "gemeente": lijst.gemeente,
        "te_doen": [_taak_als_json(taak) for taak in lijst.te_doen],
        "komt_eraan": [_taak_als_json(taak) for taak in lijst.komt_eraan],
        "verordeningen": [
            {
                "verordening": regel.voorschrift.sleutel,
                "naam": regel.voorschrift.naam,
                "artikel": regel.voorschrift.artikel,
                "plicht": regel.voorschrift.plicht,
                "stand": regel.stand,
                "inhoud": [{"wat": deel.wat, "artikel": deel.artikel} for deel in regel.inhoud],
                "ontbreekt": [_term_als_json(term) for term in regel.ontbrekend],
            }
            for regel in lijst.regels
        ],
        "beleid_ontbreekt": [_term_als_json(term) for term in lijst.beleid],
    }


def _taak_als_json(taak: Taak) -> dict[str, Any]:
    stap = taak.stap
    return {
        "verordening": taak.voorschrift.sleutel,
        "naam": taak.voorschrift.naam,
        "doe": stap.doe,
        "op": stap.op.isoformat(),
        "uiterlijk": stap.uiterlijk.isoformat() if stap.uiterlijk else None,
        "wat": stap.wat,
        "bron": stap.bron,
        "niet_geverifieerd": stap.waarom_niet_geverifieerd or None,
        "stand": taak.stand,
    }


def _term_als_json(term: Term) -> dict[str, Any]:
    return {"term": term.naam, "verplicht": term.is_verplicht, "vraag": term.vraag, "artikel": term.artikel}
