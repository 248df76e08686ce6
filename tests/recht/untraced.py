"""The exact evaluator without its trace: the same compiled text of rules on fractions, with reads that note nothing.

Ten times as fast, so that hundreds of thousands of households can be compared. `test_gelijkheid.py` holds it to
`bereken` on a part of them.
"""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any, NamedTuple

from meedoen.recht import Geval, Recht, RekenFout
from meedoen.recht.engine.compiled import compileer
from meedoen.recht.engine.errors import DatumOnbekend
from meedoen.recht.engine.exact import Rijplaats
from meedoen.recht.engine.form import Lezing, Regel
from meedoen.recht.engine.household import kinderen
from meedoen.recht.engine.rules import Leeg
from meedoen.recht.engine.terms import Verordening, waarde_van


class Mist(Exception):
    """A rule read a fact of this person, or a term ("": of the municipality), that is not there."""


class Kader(NamedTuple):
    """What a running rule reads from."""

    rekening: "Rekening"
    regel: Regel
    persoon: int
    ander: int | None


class Rekening:
    """One household: `reken` gives a value, or raises Leeg, Mist, RekenFout or DatumOnbekend; everything once."""

    def __init__(self, recht: Recht, geval: Geval, verordening: Verordening) -> None:
        self.recht, self.geval, self.verordening = recht, geval, verordening
        self.klaar: dict[tuple[str, int, int | None], Any] = {}

    def reken(self, naam: str, persoon: int, ander: int | None = None) -> Any:
        """The result of a rule for a person."""
        sleutel = (naam, persoon, ander)
        if sleutel not in self.klaar:
            self.klaar[sleutel] = self._reken(naam, persoon, ander)
        uitkomst = self.klaar[sleutel]
        if isinstance(uitkomst, Exception):
            raise uitkomst.with_traceback(None)
        return uitkomst

    def _reken(self, naam: str, persoon: int, ander: int | None) -> Any:
        try:
            regel = versie(self.recht, naam, self.geval.peildatum)
            uitkomst = functie(regel)(Kader(self, regel, persoon, ander))
            soort = regel.kop.soort
            if soort.vorm == "getal":
                return int(uitkomst) if soort.is_heel else Fraction(uitkomst)
            return uitkomst
        except (Leeg, Mist, RekenFout, DatumOnbekend) as fout:
            return fout

    def antwoord(self, naam: str, persoon: int) -> tuple[str, Any]:
        """("", value), ("leeg", reason), ("ontbreekt", (person, fact)) or ("fout", "")."""
        try:
            waarde = self.reken(naam, persoon)
        except Leeg as leeg:
            return "leeg", f"{leeg.reden} ({leeg.artikel})"
        except Mist as mist:
            return "ontbreekt", mist.args
        except (RekenFout, DatumOnbekend):
            return "fout", ""
        return "", waarde if isinstance(waarde, bool | date | str) else Fraction(waarde)


@cache
def versie(recht: Recht, naam: str, dag: date) -> Regel:
    """The version of a rule on a day."""
    return recht.op(naam, dag)


@cache
def bedrag_op(recht: Recht, naam: str, dag: date) -> Any:
    """An amount on a day."""
    return recht.bedragen[naam].op(dag).waarde


def _lees(kader: Kader, naam: str) -> Any:
    lezing = kader.regel.lezingen[naam]
    return _haal(kader, lezing, kader.persoon, kader.ander if lezing.herkomst in ("paar", "paar_eigen") else None)


def _lees_van(kader: Kader, wie: int | Rijplaats, naam: str) -> Any:
    if isinstance(wie, Rijplaats):
        return _veld(kader, wie, naam)
    lezing = kader.regel.lezingen_van[naam]
    if lezing.herkomst in ("paar", "paar_eigen"):
        return _haal(kader, lezing, kader.persoon, wie)
    return _haal(kader, lezing, wie, None)


def _partner(kader: Kader) -> int | None:
    return kader.rekening.geval.personen[kader.persoon].partner


def _ander(kader: Kader) -> int | None:
    return kader.ander


def _groep(kader: Kader, relatie: str) -> list[Any]:
    geval = kader.rekening.geval
    if relatie in kader.regel.lezingen:
        rijen: Any = geval.personen[kader.persoon].feiten.get(relatie)
        if rijen is None and not kader.rekening.recht.feiten[relatie].indien_niet_gesteld:
            raise Mist(geval.personen[kader.persoon].id, relatie)
        return [Rijplaats(relatie, plaats) for plaats in range(len(rijen or ()))]
    if relatie == "medebewoners":
        return [plaats for plaats in range(len(geval.personen)) if plaats != kader.persoon]
    groep, onbekend, _ = kinderen(geval, kader.persoon)
    if onbekend:
        raise Mist(geval.personen[onbekend[0]].id, "ouders")
    return groep


def _veld(kader: Kader, rij: Rijplaats, naam: str) -> Any:
    persoon = kader.rekening.geval.personen[kader.persoon]
    rijen: Any = persoon.feiten[rij.lijst]
    waarde = rijen[rij.plaats].get(naam)
    if waarde is not None:
        return waarde
    stilte = kader.rekening.recht.feiten[rij.lijst].velden[naam].indien_niet_gesteld
    if not stilte:
        raise Mist(persoon.id, f"{rij.lijst}[{rij.plaats + 1}].{naam}")
    return False if stilte == "nee" else kader.rekening.geval.peildatum


@cache
def functie(regel: Regel) -> Callable[[Kader], Any]:
    """The text of a rule, compiled as `exact.py` does it."""
    return compileer(regel, tuple((lezer.__name__, lezer) for lezer in (_lees, _lees_van, _partner, _ander, _groep)))


def _haal(kader: Kader, lezing: Lezing, persoon: int, ander: int | None) -> Any:
    rekening = kader.rekening
    match lezing.herkomst:
        case "regel" | "paar":
            return rekening.reken(lezing.naam, persoon, ander)
        case "feit":
            return _feit(rekening, lezing.naam, persoon)
        case "bedrag":
            dag = _lees(kader, lezing.op) if lezing.op else rekening.geval.peildatum
            return bedrag_op(rekening.recht, lezing.naam, dag)
        case "term":
            dag = _lees(kader, lezing.op) if lezing.op else rekening.geval.peildatum
            besloten = waarde_van(rekening.recht.termen[lezing.naam], dag, rekening.verordening)
            if besloten is None:
                raise Mist("", lezing.naam)
            return besloten.waarde
    return _eigen(rekening.geval, lezing.naam, persoon, ander)


def _feit(rekening: Rekening, naam: str, persoon: int) -> Any:
    waarde = rekening.geval.personen[persoon].feiten.get(naam)
    if waarde is not None:
        return waarde
    stilte = rekening.recht.feiten[naam].indien_niet_gesteld
    if not stilte:
        raise Mist(rekening.geval.personen[persoon].id, naam)
    return False if stilte == "nee" else rekening.geval.peildatum


def _eigen(geval: Geval, naam: str, persoon: int, ander: int | None) -> Any:
    ik = geval.personen[persoon]
    match naam:
        case "peildatum":
            return geval.peildatum
        case "volgnummer":
            return persoon + 1
        case "heeft_partner":
            return ik.partner is not None
        case "is_partner":
            return ik.partner == ander
        case "heeft_commerciele_relatie":
            return ander in ik.commercieel
    raise NotImplementedError(naam)
