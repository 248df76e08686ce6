"""Changes the rules of law one place at a time, and tells which changes no case in `gevallen/` notices.

    python scripts/mutate.py [participatiewet/kostendelersnorm ...]      prints the survivors
    python scripts/mutate.py --schrijf                                   and writes them to docs/mutanten.md

A rule is changed in its syntax tree and read again; the cases whose trace goes through that version of it are computed
with it. A change that the language refuses does not count. What no case notices is tried on random households: when one
of those comes out differently a case is missing, else the change makes no difference that a household can show.
"""

import argparse
import ast
import copy
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from meedoen.recht import Geval, Recht, RechtFout, Uitkomst, bereken, laad_recht, lees_geval
from meedoen.recht.engine.decisions import lees_verordening
from meedoen.recht.engine.form import Regel
from meedoen.recht.engine.graph import gelezen
from meedoen.recht.engine.names import Namen
from meedoen.recht.engine.reader import lees_regel
from tests.recht.random_households import Proef, maak_proef, verordeningen
from tests.recht.untraced import Rekening

ROOT = Path(__file__).resolve().parents[1]
LIJST = ROOT / "docs" / "mutanten.md"
WET = "participatiewet/"
HUISHOUDENS = 2_000
ONGEMERKT = "geen willekeurig huishouden merkt het"
VERGELIJKINGEN: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
TEKENS: dict[type[ast.operator], type[ast.operator]] = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div}
NAMEN = {"min": "max", "max": "min", "any": "all", "all": "any"}


@dataclass(frozen=True)
class Mutant:
    """One change of one version of a rule: where, what the text was and what it became."""

    regel: Regel
    nummer: int
    was: str
    werd: str
    nieuw: Regel

    @property
    def sleutel(self) -> str:
        """By which it is found again when lines have moved."""
        return f"{self.regel.kop.naam} {self.regel.kop.vanaf}: {self.was} -> {self.werd}"


def veranderingen(knoop: ast.AST) -> Iterator[ast.AST]:
    """What a node can be changed to."""
    match knoop:
        case ast.Compare(left=links, ops=[teken], comparators=rechts):
            yield ast.Compare(links, [VERGELIJKINGEN[type(teken)]()], rechts)
        case ast.BoolOp(op=teken, values=delen):
            yield ast.BoolOp(ast.Or() if isinstance(teken, ast.And) else ast.And(), delen)
        case ast.UnaryOp(op=ast.Not(), operand=deel):
            yield deel
        case ast.BinOp(left=links, op=teken, right=rechts) if type(teken) in TEKENS:
            yield ast.BinOp(links, TEKENS[type(teken)](), rechts)
        case ast.Constant(value=bool() as waarheid):
            yield ast.Constant(not waarheid)
        case ast.Constant(value=int() | float() as getal):
            yield ast.Constant(getal + 1)
        case ast.Name(id=naam, ctx=ast.Load()) if naam in NAMEN:
            yield ast.Name(NAMEN[naam], ast.Load())
        case ast.If(test=toets):
            yield ast.If(ast.UnaryOp(ast.Not(), toets), knoop.body, knoop.orelse)
        case ast.IfExp(test=toets):
            yield ast.IfExp(ast.UnaryOp(ast.Not(), toets), knoop.body, knoop.orelse)


def mutanten(regel: Regel, namen: Namen) -> Iterator[Mutant]:
    """Every change of a rule that the language takes."""
    for plaats, knoop in enumerate(_knopen(regel.kop.knoop)):
        for ander in veranderingen(knoop):
            functie = copy.deepcopy(regel.kop.knoop)
            oud = _knopen(functie)[plaats]
            ast.copy_location(ander, oud)
            nieuw = _Vervang(oud, ander).visit(functie)
            kop = replace(regel.kop, knoop=ast.fix_missing_locations(nieuw))
            try:
                gewijzigd = lees_regel(kop, namen)
            except RechtFout:
                continue
            was, werd = (_kort(ast.unparse(deel)) for deel in (knoop, ander))
            yield Mutant(regel, getattr(knoop, "lineno", 0), was, werd, gewijzigd)


def _knopen(functie: ast.FunctionDef) -> list[ast.AST]:
    """The nodes of the body, without the docstring and the reasons of empty results."""
    reden = {
        deel
        for knoop in ast.walk(functie)
        if isinstance(knoop, ast.Call) and ast.unparse(knoop.func) == "geen"
        for deel in ast.walk(knoop)
    }
    return [knoop for opdracht in functie.body[1:] for knoop in ast.walk(opdracht) if knoop not in reden]


class _Vervang(ast.NodeTransformer):
    def __init__(self, oud: ast.AST, nieuw: ast.AST) -> None:
        self.oud, self.nieuw = oud, nieuw

    def visit(self, node: ast.AST) -> Any:
        return self.nieuw if node is self.oud else self.generic_visit(node)


def _kort(tekst: str) -> str:
    eerste = " ".join(tekst.split("\n")[0].split()).removesuffix(":")
    return eerste if len(eerste) <= 90 else f"{eerste[:87]}..."


@dataclass(frozen=True)
class Zaak:
    """A case with what it expects, and which rule versions it goes through."""

    geval: Geval
    verwacht: Mapping[str, Any]
    antwoord: Any
    versies: frozenset[Regel]


@cache
def zaken(recht: Recht) -> tuple[Zaak, ...]:
    """Every case, computed by the law as it is."""
    lijst = []
    for pad in sorted((ROOT / "gevallen").rglob("*.toml")):
        opgave = tomllib.loads(pad.read_text("utf-8"), parse_float=Decimal)
        geval, verwacht = lees_geval(opgave, recht=recht), opgave["verwacht"]
        uitkomst = bereken(geval, recht=recht, vragen=True)
        versies = frozenset(recht.op(stap.regel, geval.peildatum) for stap in uitkomst.spoor)
        lijst.append(Zaak(geval, verwacht, _antwoord(uitkomst, verwacht), versies))
    return tuple(lijst)


def _antwoord(uitkomst: Uitkomst, verwacht: Mapping[str, Any]) -> Any:
    """Of what came out, the part that the case says something about."""
    waarden = {
        (persoon, naam): uitkomst.waarden[persoon].get(naam)
        for persoon, tabel in verwacht.items()
        if isinstance(tabel, Mapping)
        for naam in (*tabel, *tabel.get("leeg", []))
    }
    meldingen = uitkomst.meldingen if "meldingen" in verwacht else None
    return waarden, {(een.persoon, een.feit) for een in uitkomst.ontbreekt}, meldingen


def met(recht: Recht, mutant: Mutant) -> Recht:
    """The law with this one change."""
    naam = mutant.regel.kop.naam
    versies = tuple(mutant.nieuw if versie is mutant.regel else versie for versie in recht.regels[naam])
    return replace(recht, regels={**recht.regels, naam: versies})


def is_gemerkt(recht: Recht, mutant: Mutant) -> bool:
    """Whether a case comes out differently."""
    gewijzigd = met(recht, mutant)
    for zaak in zaken(recht):
        if mutant.regel in zaak.versies:
            try:
                uitkomst = bereken(zaak.geval, recht=gewijzigd, vragen=True)
            except Exception:  # whatever goes wrong, the case notices it
                return True
            if _antwoord(uitkomst, zaak.verwacht) != zaak.antwoord:
                return True
    return False


@cache
def proef_voor(recht: Recht, naam: str) -> tuple[tuple[str, ...], Proef]:
    """Random households for a rule, and the results to compare: its own, or those of the rules that read it."""
    vragen = (naam,) if not recht.regels[naam][0].kop.is_paar else tuple(lezers(recht, naam))
    besluiten = verordeningen(recht, vragen, 10, 1)
    gemeenten = {wie: (opgave, lees_verordening(opgave, recht=recht)) for wie, opgave in besluiten.items()}
    return vragen, maak_proef(recht, vragen, HUISHOUDENS, 1, gemeenten)


def lezers(recht: Recht, naam: str) -> Iterator[str]:
    """The rules about one person that read a rule about two."""
    for ander in recht.vragen():
        if naam in {lezing.naam for lezing in gelezen(recht.regels[ander]).values()}:
            yield ander


def verschil(recht: Recht, mutant: Mutant) -> str:
    """A random household that comes out differently, in words; "" when there is none."""
    gewijzigd = met(recht, mutant)
    vragen, proef = proef_voor(recht, mutant.regel.kop.naam)
    for geval, opgave in zip(proef.gevallen, proef.opgaven, strict=True):
        if not mutant.regel.kop.vanaf <= geval.peildatum < mutant.regel.kop.tot:
            continue
        for ik in range(len(geval.personen)):
            for naam in vragen:
                oud, nieuw = (Rekening(wet, geval, geval.verordening).antwoord(naam, ik) for wet in (recht, gewijzigd))
                if oud != nieuw:
                    return f"geval ontbreekt: {opgave['peildatum']}, {naam} is {oud[1]} en wordt {nieuw[1]}"
    return ""


def meet(recht: Recht, welke: Callable[[str], bool]) -> tuple[int, list[tuple[Mutant, str]]]:
    """How many changes were tried, and those that no case notices with what a random household says of them."""
    namen = Namen(
        recht.feiten, recht.bedragen, recht.termen, {naam: versies[0].kop for naam, versies in recht.regels.items()}
    )
    aantal, over = 0, []
    for versies in recht.regels.values():
        for regel in versies:
            if welke(regel.kop.bestand):
                for mutant in mutanten(regel, namen):
                    aantal += 1
                    if not is_gemerkt(recht, mutant):
                        over.append((mutant, verschil(recht, mutant)))
    return aantal, over


def eigen_redenen() -> dict[str, str]:
    """What people wrote in the list about a change: everything behind the last bar that is not the script's own."""
    if not LIJST.exists():
        return {}
    regels = re.findall(r"^\| `(.+?)` \| .*? \| (.*?) \|$", LIJST.read_text("utf-8"), re.MULTILINE)
    return {sleutel: reden for sleutel, reden in regels if not reden.startswith((ONGEMERKT, "geval ontbreekt"))}


def schrijf(aantal: int, over: list[tuple[Mutant, str]]) -> None:
    """The list of survivors, by file; a reason that somebody wrote is kept."""
    redenen = eigen_redenen()
    ontbreekt = sum(bool(wat) and mutant.sleutel not in redenen for mutant, wat in over)
    regels = [
        "# Mutanten",
        "",
        "Made by `python scripts/mutate.py --schrijf`: every rule of the Participatiewet is changed one place at a",
        "time, and the cases in `gevallen/` that go through it must notice. These changes no case notices. The last",
        f"column says why: {HUISHOUDENS} random households show no difference either, or show one, so that a case is",
        "missing. A reason that somebody writes there instead is kept.",
        "",
        f"{aantal} changes, {len(over)} unnoticed, of which {ontbreekt} that a case should notice.",
    ]
    for bestand in dict.fromkeys(mutant.regel.kop.bestand for mutant, _ in over):
        regels += ["", f"## {bestand}", "", "| change | line | why |", "|---|---|---|"]
        for mutant, wat in over:
            if mutant.regel.kop.bestand == bestand:
                reden = redenen.get(_cel(mutant.sleutel)) or wat or ONGEMERKT
                regels.append(f"| `{_cel(mutant.sleutel)}` | {mutant.nummer} | {_cel(reden)} |")
    LIJST.write_text("\n".join(regels) + "\n", "utf-8")


def _cel(tekst: str) -> str:
    return tekst.replace("|", "/")


def main() -> None:
    """Prints the survivors, and with --schrijf writes them down."""
    opties = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    opties.add_argument("bestanden", nargs="*", help="rule files without .py; all of the Participatiewet when none")
    opties.add_argument("--schrijf", action="store_true", help="write docs/mutanten.md")
    gekozen = opties.parse_args()
    welke = tuple(f"{bestand}.py" for bestand in gekozen.bestanden)
    aantal, over = meet(laad_recht(), lambda bestand: bestand in welke if welke else bestand.startswith(WET))
    for mutant, wat in over:
        print(f"{mutant.regel.kop.bestand}:{mutant.nummer} {mutant.sleutel}\n    {wat or ONGEMERKT}")
    print(f"{aantal} changes, {len(over)} unnoticed, {sum(bool(wat) for _, wat in over)} of those for want of a case")
    if gekozen.schrijf:
        schrijf(aantal, over)


if __name__ == "__main__":
    main()
