"""Code under construction: what lowering knows, the lines it has written, and how generated code reads a name."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import count

from meedoen.recht.engine import native
from meedoen.recht.engine.facts import Feit
from meedoen.recht.engine.form import Lezing, Regel
from meedoen.recht.engine.functions import EERSTE_DATUM, LAATSTE_DATUM
from meedoen.recht.engine.integers import Geheel

EERSTE_DAG, LAATSTE_DAG = EERSTE_DATUM.toordinal(), LAATSTE_DATUM.toordinal()
ARGUMENTEN = "f, mist, v, b, dagen, lijst, termen, termdagen, rijen, rijmist"
"""What every generated function gets after its persons: facts, their absence, results, amounts and their days,
relations, open terms and their days, rows of lists and the absence of their fields.
"""


@dataclass(frozen=True)
class Status:
    """What a status code means. `soort`: "ontbreekt" (tekst is the fact), "leeg" (reason and article) or "fout".

    `is_term`: what is missing is an open term, so it is a question to the municipality and not about a person.
    """

    soort: str
    tekst: str
    artikel: str
    is_term: bool = False


@dataclass(frozen=True)
class Lijst:
    """Where a list stands: its begin and end in the columns `begin` and `begin` + 1 of f, its absence in a column of
    mist, and each of its fields that is read in a column of the rows.
    """

    feit: Feit
    begin: int
    mist: int
    velden: Mapping[str, tuple[int, Geheel]]


@dataclass(frozen=True)
class Kennis:
    """What lowering knows of the rest: rows and bounds of facts, amounts and terms, results of rules lowered before."""

    feiten: Mapping[str, tuple[int, Geheel]]
    altijd: Collection[str]  # facts of which silence says something too, so that they are never missing
    lijsten: Mapping[str, Lijst]
    bedragen: Mapping[str, tuple[int, Geheel, bool]]  # row, shape, is there a day without value
    termen: Mapping[str, tuple[int, Geheel]]
    rijen: Mapping[str, tuple[int, int]]  # rule -> columns of its numerator and its variable denominator; -1: none
    uitkomsten: Mapping[str, Geheel]
    meeste_personen: int
    statussen: dict[Status, int]
    teksten: dict[str, int]

    def code(self, soort: str, tekst: str, artikel: str, *, is_term: bool = False) -> int:
        """The number of a status; 0 is kept for a value."""
        return self.statussen.setdefault(Status(soort, tekst, artikel, is_term), len(self.statussen) + 1)

    def keuze(self, tekst: str) -> int:
        """The number of a text, whatever the choices it stands among; generated code compares only numbers."""
        return self.teksten.setdefault(tekst, len(self.teksten))


@dataclass(frozen=True)
class Bouw:
    """Code under construction: lines so far, where it is indented, the local names, and the persons in reach.

    `gelezen` holds what has been read on every way to this point, by name and person, so that it is not read again;
    `maandgetallen` the dates of which f holds the months.
    """

    regel: Regel
    kennis: Kennis
    regels: "list[str | Terug]" = field(default_factory=list)
    inspring: int = 1
    lokaal: dict[str, Geheel] = field(default_factory=dict)
    gelezen: dict[tuple[str, str], Geheel] = field(default_factory=dict)
    maandgetallen: dict[str, str] = field(default_factory=dict)
    personen: Mapping[str, str] = field(default_factory=lambda: {"": "i", "ander": "j"})
    teller: Iterator[int] = field(default_factory=count)

    def schrijf(self, regel: str) -> None:
        """Adds a line at this depth."""
        self.regels.append("    " * self.inspring + regel)

    def naam(self) -> str:
        """A new local name in the generated code."""
        return f"t{next(self.teller)}"

    def dieper(self, **anders: object) -> "Bouw":
        """The same, one step deeper, with lines and local names of its own."""
        eigen: dict[str, object] = {"lokaal": dict(self.lokaal), "gelezen": dict(self.gelezen), **anders}
        return replace(self, regels=[], inspring=self.inspring + 1, **eigen)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Terug:
    """A return whose denominator is only known when the whole rule has been read."""

    inspring: int
    waarde: Geheel


def bewaar(code: str, bouw: Bouw) -> str:
    """Gives code a name, and gives that name."""
    naam = bouw.naam()
    bouw.schrijf(f"{naam} = {code}")
    return naam


def bind(waarde: Geheel, bouw: Bouw) -> Geheel:
    """The same value under short names, so that code doesn't repeat itself."""
    atoom = waarde.atoom if waarde.atoom.isidentifier() or waarde.is_vast else bewaar(waarde.atoom, bouw)
    deler = waarde.deler if not waarde.deler or waarde.deler.isidentifier() else bewaar(waarde.deler, bouw)
    return replace(waarde, atoom=atoom, deler=deler)


def geef_op(code: int, over: str = "") -> str:
    """The line that gives a status back; `over` adds of whom it is, and of which row."""
    return f"return {native.STATUS + code}{f' + {over}' if over else ''}"


def fout(bouw: Bouw, wat: str) -> str:
    """The line that gives up because the sum is impossible."""
    kop = bouw.regel.kop
    return geef_op(bouw.kennis.code("fout", f"{kop.naam}: {wat}", kop.artikel))


def lees(lezing: Lezing, wie: str, bouw: Bouw) -> Geheel:
    """Reads a name of me ("") or of another person, once on every way through a rule."""
    sleutel = (lezing.naam, wie)
    if sleutel not in bouw.gelezen:
        bouw.gelezen[sleutel] = _lees(lezing, wie, bouw)
    return bouw.gelezen[sleutel]


def _lees(lezing: Lezing, wie: str, bouw: Bouw) -> Geheel:
    """The lines that read a name; one that has no value goes straight back to the caller."""
    persoon = bouw.personen[wie] if wie in bouw.personen else _partner(bouw)
    kennis = bouw.kennis
    match lezing.herkomst:
        case "feit":
            rij, vorm = kennis.feiten[lezing.naam]
            if lezing.naam not in kennis.altijd:
                code = kennis.code("ontbreekt", lezing.naam, "")
                bouw.schrijf(f"if mist[{persoon}, {rij}] != 0:")
                bouw.schrijf("    " + geef_op(code, f"({persoon} - s) * SPRONG"))
            waarde = replace(vorm, atoom=bewaar(_als_ordinaal(f"f[{persoon}, EIGEN_RIJEN + {rij}]", lezing), bouw))
            if lezing.naam == "geboortedatum":
                bouw.maandgetallen[waarde.atoom] = f"f[{persoon}, GEBOORTEMAAND]"
            return waarde
        case "veld":
            return _lees_veld(lezing, persoon, bouw)
        case "bedrag":
            return _lees_bedrag(lezing, bouw)
        case "term":
            return _lees_term(lezing, bouw)
        case "regel":
            return _lees_uitkomst(lezing.naam, persoon, persoon, bouw)
        case "paar":
            return _lees_uitkomst(lezing.naam, "i", persoon if wie else "j", bouw)
    return _lees_eigen(lezing.naam, persoon, "j" if not wie else persoon, bouw)


def _lees_uitkomst(naam: str, persoon: str, ander: str, bouw: Bouw) -> Geheel:
    """The result of a rule; one that is kept is computed when it is first read."""
    teller, deler = bouw.kennis.rijen[naam]
    aanroep = f"r_{naam}({persoon}, {ander}, s, e, {ARGUMENTEN})"
    atoom = bewaar(f"v[{persoon} - s, {teller}]" if teller >= 0 else aanroep, bouw)
    bouw.schrijf(f"if {atoom} < WAARDE:")
    if teller >= 0:
        bouw.schrijf(f"    if {atoom} == ONBEREKEND:")
        bouw.schrijf(f"        {atoom} = {aanroep}")
        bouw.schrijf(f"    if {atoom} < WAARDE:")
        bouw.schrijf(f"        return {atoom}")
    else:
        bouw.schrijf(f"    return {atoom}")
    noemer = bewaar(f"v[{persoon} - s, {deler}]", bouw) if deler >= 0 else ""
    return replace(bouw.kennis.uitkomsten[naam], atoom=atoom, deler=noemer)


def _partner(bouw: Bouw) -> str:
    """The row of the partner; a rule reads it only where there is one."""
    sleutel = ("", "partner")
    if sleutel not in bouw.gelezen:
        bouw.gelezen[sleutel] = Geheel(bewaar("f[i, PARTNER]", bouw), 1, 0, 0)
    return bouw.gelezen[sleutel].atoom


def _lees_veld(lezing: Lezing, rij: str, bouw: Bouw) -> Geheel:
    """A field of a row of one of my lists; when it is missing the status tells of which row, from 1."""
    naam, veld = lezing.naam.split(".")
    lijst = bouw.kennis.lijsten[naam]
    kolom, vorm = lijst.velden[veld]
    code = bouw.kennis.code("ontbreekt", lezing.naam, "")
    bouw.schrijf(f"if rijmist[{rij}, {kolom}] != 0:")
    bouw.schrijf("    " + geef_op(code, f"(i - s) * SPRONG + ({rij} - f[i, {lijst.begin}] + 1) * NUMMER"))
    return replace(vorm, atoom=bewaar(_als_ordinaal(f"rijen[{rij}, {kolom}]", lezing), bouw))


def _als_ordinaal(code: str, lezing: Lezing) -> str:
    """Dates of facts count their days from 1970."""
    return f"{code} + EERSTE_DAG_ARROW" if lezing.soort.vorm == "datum" else code


def _lees_bedrag(lezing: Lezing, bouw: Bouw) -> Geheel:
    rij, vorm, heeft_gaten = bouw.kennis.bedragen[lezing.naam]
    versie = "f[i, VERSIE]"
    if lezing.op:
        dag = lees(bouw.regel.lezingen[lezing.op], "", bouw)
        versie = bewaar(f"versie_op(dagen, {dag.atoom})", bouw)
    atoom = bewaar(f"b[{versie}, {rij}]", bouw)
    if heeft_gaten or lezing.op:
        bouw.schrijf(f"if {atoom} == GEEN:")
        bouw.schrijf("    " + fout(bouw, f"het bedrag {lezing.naam} is op deze datum niet bekend"))
    return replace(vorm, atoom=atoom)


def _lees_term(lezing: Lezing, bouw: Bouw) -> Geheel:
    rij, vorm = bouw.kennis.termen[lezing.naam]
    versie = "f[i, TERMVERSIE]"
    if lezing.op:
        dag = lees(bouw.regel.lezingen[lezing.op], "", bouw)
        versie = bewaar(f"termversie_op(termdagen, f[i, VERORDENING], {dag.atoom})", bouw)
    atoom = bewaar(f"termen[{versie}, {rij}]", bouw)
    bouw.schrijf(f"if {atoom} == GEEN:")
    bouw.schrijf("    " + geef_op(bouw.kennis.code("ontbreekt", lezing.naam, "", is_term=True)))
    return replace(vorm, atoom=atoom)


def _lees_eigen(naam: str, persoon: str, ander: str, bouw: Bouw) -> Geheel:
    codes: dict[str, tuple[str, int, int]] = {
        "peildatum": (f"f[{persoon}, PEILDATUM]", EERSTE_DAG, LAATSTE_DAG),
        "volgnummer": (f"{persoon} - s + 1", 1, bouw.kennis.meeste_personen),
        "heeft_partner": (f"1 if f[{persoon}, PARTNER] >= 0 else 0", 0, 1),
        "is_partner": (f"1 if f[i, PARTNER] == {ander} else 0", 0, 1),
        "heeft_commerciele_relatie": (
            f"1 if staat_in(lijst, f[i, COMMERCIEEL], f[i, COMMERCIEEL_EIND], {ander}) else 0",
            0,
            1,
        ),
    }
    code, onder, boven = codes[naam]
    waarde = Geheel(bewaar(code, bouw), 1, onder, boven)
    if naam == "peildatum":
        bouw.maandgetallen[waarde.atoom] = f"f[{persoon}, PEILMAAND]"
    return waarde
