"""Reads a rule file: syntax tree -> checked, typed form. What the language lacks is refused, with the mend."""

import ast
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from meedoen.recht.engine.amounts import zegt_niet_geverifieerd
from meedoen.recht.engine.errors import RechtFout, Taalgebrek, bedoelt_u
from meedoen.recht.engine.expressions import lees_uitdrukking, zekerheid
from meedoen.recht.engine.form import Als, Geef, GeefGeen, Kop, Lezing, Opdracht, Regel, Uitdrukking, Zet
from meedoen.recht.engine.names import RELATIES, Kader, Namen, Weigering, los_op
from meedoen.recht.engine.units import DATUM, JA_NEE, SOORTEN, Soort

OPDRACHTEN: dict[type[ast.AST], str] = {
    ast.For: "use sum, any or all over medebewoners, kinderen or a list",
    ast.While: "use sum, any or all over medebewoners, kinderen or a list",
    ast.AugAssign: "write name = name + ...",
    ast.AnnAssign: "leave the annotation out",
    ast.Import: "a rule imports nothing",
    ast.ImportFrom: "a rule imports nothing",
    ast.Raise: 'return geen("reason", "article")',
    ast.Try: "leave it out: a rule cannot fail in silence",
    ast.FunctionDef: "make it a rule of its own",
    ast.Pass: "return a value",
    ast.Assert: "use if, and return a value",
}
"""Forbidden statement -> how to say it instead."""
OPGAVEN: dict[str, tuple[type, str, str]] = {
    "artikel": (str, "a text", '@regel("Participatiewet 21 onderdeel a")'),
    "vanaf": (str, "a date between quotes", 'write vanaf="2015-01-01"'),
    "tot": (str, "a date between quotes", 'write tot="2015-01-01"'),
    "op": (dict, "a table of amounts and dates", 'write op={"amount": "date"}'),
    "geverifieerd": (bool, "True or False", 'write geverifieerd=False, waarom="..."'),
    "waarom": (str, "a text", 'write waarom="..."'),
}
"""Argument of `@regel` -> what it is, in Python and in words, and how to write it. The first has no name."""
DIEPST = 100
"""Deeper than this no rule is nested: the deepest of the law is eleven."""


def lees_koppen(tekst: str, bestand: str, pad: str, bekend: tuple[date, date]) -> tuple[list[Kop], list[Taalgebrek]]:
    """The heads of all rules in a file. Functions without `@regel` are refused: a law file holds nothing but rules."""
    try:
        boom = ast.parse(tekst, pad)
    except SyntaxError as fout:
        mend = "mend this line, or the end of the one before it"
        return [], [Taalgebrek(bestand, fout.lineno or 1, "Python", f"this is not Python: {fout.msg}", mend)]
    except (RecursionError, MemoryError, ValueError):  # the last for a NUL
        wat = "this cannot be read: it is nested too deep, or holds a NUL"
        return [], [Taalgebrek(bestand, 1, "Python", wat, "make parts of it rules of their own")]
    koppen: list[Kop] = []
    gebreken: list[Taalgebrek] = []
    for knoop in boom.body:
        try:
            if isinstance(knoop, ast.FunctionDef):
                koppen.append(_kop(knoop, bestand, pad, bekend))
            elif not isinstance(knoop, ast.Import | ast.ImportFrom) and not _is_tekst(knoop):
                raise Weigering(knoop, "a law file holds imports and rules", "put numbers in the TOML beside it")
        except Weigering as fout:
            naam = getattr(knoop, "name", "file")
            gebreken.append(Taalgebrek(bestand, fout.knoop.lineno, naam, fout.wat, fout.herstel))  # type: ignore[attr-defined]
    return koppen, gebreken


def lees_regel(kop: Kop, namen: Namen) -> Regel:
    """The checked rule; RechtFout with one fault when its body is not in the language."""
    try:
        _eis_ondiep(kop.knoop)
        lezingen, relaties = _parameters(kop, namen)
        kader = Kader(kop, namen, lezingen, relaties)
        opdrachten, na = _blok(kop.knoop.body[1:], kader)
        if na is not None:
            raise Weigering(kop.knoop, "not every path returns a value", "end with return")
        return Regel(kop, lezingen, kader.lezingen_van, relaties & frozenset(RELATIES), opdrachten)
    except Weigering as fout:
        nummer = getattr(fout.knoop, "lineno", kop.knoop.lineno)
        raise RechtFout([Taalgebrek(kop.bestand, nummer, kop.knoop.name, fout.wat, fout.herstel)]) from None


def _eis_ondiep(knoop: ast.FunctionDef) -> None:
    """Weigering where the text is nested deeper than whatever walks over it can follow."""
    laag: list[ast.AST] = [knoop]
    for _ in range(DIEPST):
        laag = [kind for ouder in laag for kind in ast.iter_child_nodes(ouder)]
    if laag:
        raise Weigering(laag[0], "this is nested too deep", "make part of it a rule of its own, or use sum")


def _is_tekst(knoop: ast.stmt) -> bool:
    return isinstance(knoop, ast.Expr) and isinstance(knoop.value, ast.Constant) and isinstance(knoop.value.value, str)


def _kop(knoop: ast.FunctionDef, bestand: str, pad: str, bekend: tuple[date, date]) -> Kop:
    opgaven = _opgaven(knoop)
    tekst = ast.get_docstring(knoop)
    if not tekst:
        raise Weigering(knoop, "no docstring", "paraphrase the paragraph of the law in one")
    _eis_geverifieerd(knoop, opgaven)
    vanaf, tot = (_dag(knoop, opgaven.get(naam), dag) for naam, dag in zip(("vanaf", "tot"), bekend, strict=True))
    if not vanaf < tot:
        raise Weigering(knoop, f"ends on {tot}, before it begins on {vanaf}", "mend vanaf or tot")
    soort = _soort_van_uitkomst(knoop.returns)
    if soort is None:
        raise Weigering(knoop, "the result has no known type", "annotate it with one of: " + ", ".join(SOORTEN))
    return Kop(
        naam=knoop.name.split("__")[0],
        artikel=opgaven["artikel"],
        vanaf=vanaf,
        tot=tot,
        op=opgaven.get("op") or {},
        is_geverifieerd=opgaven.get("geverifieerd", True),
        waarom=opgaven.get("waarom", ""),
        tekst=tekst,
        soort=soort,
        is_paar=any(arg.arg == "ander" for arg in knoop.args.args),
        bestand=bestand,
        pad=pad,
        knoop=knoop,
    )


def _soort_van_uitkomst(annotatie: ast.expr | None) -> Soort | None:
    """The sort that a rule promises: a name of `SOORTEN`, or Literal["...", "..."] for a choice."""
    match annotatie:
        case ast.Subscript(value=ast.Name(id="Literal"), slice=ast.Tuple(elts=delen)):
            keuzes = [deel.value for deel in delen if isinstance(deel, ast.Constant) and isinstance(deel.value, str)]
            if len(set(keuzes)) == len(delen):
                return Soort("keuze", keuzes=tuple(keuzes))
        case ast.Name(id=naam):
            return SOORTEN.get(naam)
    return None


def _eis_geverifieerd(knoop: ast.FunctionDef, opgaven: Mapping[str, Any]) -> None:
    """A rule has an article that was read, or says that it was not, and why."""
    if not opgaven["artikel"]:
        raise Weigering(knoop, "no article", OPGAVEN["artikel"][2])
    is_geverifieerd = opgaven.get("geverifieerd", True)
    if not is_geverifieerd and not opgaven.get("waarom"):
        raise Weigering(knoop, "not verified, and not why", 'add waarom="..."')
    if is_geverifieerd and opgaven.get("waarom"):
        raise Weigering(knoop, "says why it is not verified, and not that it is not", "add geverifieerd=False")
    if is_geverifieerd and zegt_niet_geverifieerd(opgaven["artikel"]):
        raise Weigering(knoop, "the article says that it is not verified", "add geverifieerd=False and waarom")


def _opgaven(knoop: ast.FunctionDef) -> dict[str, Any]:
    """The arguments of `@regel`, read from the text. Weigering for one that it does not have, or of another sort."""
    match knoop.decorator_list:
        case [ast.Call(func=ast.Name(id="regel"), args=args, keywords=keywords) as versiering]:
            pass
        case _:
            raise Weigering(knoop, "a function without @regel, or with more decorators", "make it a rule")
    if len(args) > 1:
        raise Weigering(versiering, "more than one article", "give all articles in one text")
    namen = [keyword.arg for keyword in keywords]
    for naam in namen:
        _eis_opgave(versiering, naam, namen)
    try:
        artikel = {"artikel": ast.literal_eval(args[0])} if args else {"artikel": ""}
        opgaven = artikel | {str(keyword.arg): ast.literal_eval(keyword.value) for keyword in keywords}
    except (ValueError, TypeError, RecursionError):
        raise Weigering(versiering, "the arguments of @regel are read from the text", "write literals") from None
    for naam, waarde in opgaven.items():
        soort, wat, mend = OPGAVEN[naam]
        if not isinstance(waarde, soort):
            raise Weigering(versiering, f"{naam} is {wat}", mend)
    return opgaven


def _eis_opgave(versiering: ast.Call, naam: str | None, namen: Sequence[str | None]) -> None:
    if naam is None:
        raise Weigering(versiering, "@regel takes no table of arguments", "write every argument out")
    bekend = list(OPGAVEN)[1:]
    if naam not in bekend:
        nabij = bedoelt_u(naam, bekend)
        mend = f"did you mean {nabij}?" if nabij else f"use one of: {', '.join(bekend)}"
        raise Weigering(versiering, f"@regel has no argument {naam!r}", mend)
    if namen.count(naam) > 1:
        raise Weigering(versiering, f"{naam} stands there twice", "give it once")


def _dag(knoop: ast.AST, tekst: str | None, anders: date) -> date:
    try:
        return date.fromisoformat(tekst) if tekst else anders
    except (TypeError, ValueError):
        raise Weigering(knoop, f"{tekst!r} is not a date", 'write vanaf="2015-01-01"') from None


def _parameters(kop: Kop, namen: Namen) -> tuple[dict[str, Lezing], frozenset[str]]:
    args = kop.knoop.args
    if args.vararg or args.kwarg or args.defaults or args.kwonlyargs or args.posonlyargs:
        raise Weigering(kop.knoop, "a rule has plain parameters", "no defaults, no *, no **")
    lezingen: dict[str, Lezing] = {}
    relaties = set()
    for arg in args.args:
        annotatie = ast.unparse(arg.annotation) if arg.annotation else ""
        if arg.arg in RELATIES:
            if annotatie != RELATIES[arg.arg]:
                raise Weigering(arg, f"{arg.arg} has type {RELATIES[arg.arg]}", f"{arg.arg}: {RELATIES[arg.arg]}")
            relaties.add(arg.arg)
            continue
        lezing = los_op(arg.arg, namen, arg)
        if lezing.herkomst == "lijst":
            if annotatie != "Lijst":
                raise Weigering(arg, f"{arg.arg} is a list", f"annotate it: {arg.arg}: Lijst")
            relaties.add(arg.arg)
            lezingen[arg.arg] = lezing
            continue
        if lezing.herkomst in ("paar", "paar_eigen") and not kop.is_paar:
            raise Weigering(arg, f"{arg.arg} is about two persons", f"read it as m.{arg.arg} for m in medebewoners")
        passend = [naam for naam, soort in SOORTEN.items() if soort == lezing.soort] or ["Keuze"]
        if annotatie not in passend:
            wat = f"{arg.arg} is {lezing.soort}, not {annotatie or 'without type'}"
            raise Weigering(arg, wat, f"annotate it as {', '.join(passend)}")
        lezingen[arg.arg] = lezing
    for bedrag, op in kop.op.items():
        if bedrag not in lezingen or lezingen[bedrag].herkomst not in ("bedrag", "term"):
            raise Weigering(kop.knoop, f"op: {bedrag} is no amount or term that this rule reads", "take it out")
        if (bron := los_op(op, namen, kop.knoop)).soort != DATUM or bron.herkomst in ("paar", "paar_eigen"):
            raise Weigering(kop.knoop, f"op: {op} is no date of this person", "name a date: fact, rule or amount")
        lezingen[bedrag] = replace(lezingen[bedrag], op=op)
        lezingen.setdefault(op, bron)
    return lezingen, frozenset(relaties)


def _blok(opdrachten: Sequence[ast.stmt], kader: Kader) -> tuple[tuple[Opdracht, ...], Kader | None]:
    """Reads statements one after the other. Gives what is known after them, or None when they always return."""
    gelezen: list[Opdracht] = []
    na: Kader | None = kader
    for opdracht in opdrachten:
        if na is None:
            raise Weigering(opdracht, "this is never reached", "take it out")
        nieuw, na = _opdracht(opdracht, na)
        gelezen.append(nieuw)
    return tuple(gelezen), na


def _opdracht(knoop: ast.stmt, kader: Kader) -> tuple[Opdracht, Kader | None]:
    match knoop:
        case ast.Return(value=ast.Call(func=ast.Name(id="geen"), args=args)):
            delen = [arg.value for arg in args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
            if len(delen) != 2 or len(args) != 2:
                raise Weigering(knoop, "geen needs a reason and an article", 'return geen("reason", "article")')
            return GeefGeen(*delen), None
        case ast.Return(value=ast.expr() as waarde):
            gelezen = lees_uitdrukking(waarde, kader)
            _past_bij_uitkomst(knoop, gelezen.soort, kader.kop.soort)
            return Geef(gelezen), None
        case ast.Assign(targets=[ast.Name(id=naam)], value=waarde):
            return _toewijzing(knoop, naam, lees_uitdrukking(waarde, kader), kader)
        case ast.If(test=toets, body=dan, orelse=anders):
            gelezen = lees_uitdrukking(toets, kader)
            if gelezen.soort != JA_NEE:
                raise Weigering(
                    toets, f"a condition is yes or no, and this is {gelezen.soort}", "compare it with something"
                )
            dan_, na_dan = _blok(dan, zekerheid(gelezen, True, kader))
            anders_, na_anders = _blok(anders, zekerheid(gelezen, False, kader))
            return Als(gelezen, dan_, anders_), _samen(na_dan, na_anders)
    wat = type(knoop).__name__.lower()
    raise Weigering(
        knoop, f"{wat} is not in the language", OPDRACHTEN.get(type(knoop), "write an assignment, if or return")
    )


def _toewijzing(knoop: ast.stmt, naam: str, waarde: Uitdrukking, kader: Kader) -> tuple[Opdracht, Kader]:
    if naam in kader.lezingen or naam in kader.relaties:
        raise Weigering(knoop, f"{naam} is read from outside and cannot be changed", "choose another name")
    eerder = kader.lokaal.get(naam, waarde.soort)
    if eerder.vorm != waarde.soort.vorm or (not (eerder.is_los or waarde.soort.is_los) and eerder != waarde.soort):
        raise Weigering(knoop, f"{naam} was {eerder} and becomes {waarde.soort}", "choose another name")
    return Zet(naam, waarde), replace(kader, lokaal={**kader.lokaal, naam: waarde.soort})


def _samen(een: Kader | None, ander: Kader | None) -> Kader | None:
    """What is known after both branches: what both know; a branch that returned doesn't count."""
    if een is None or ander is None:
        return een or ander
    gedeeld = {}
    for naam in een.lokaal.keys() & ander.lokaal.keys():
        links, rechts = een.lokaal[naam], ander.lokaal[naam]
        samen = tuple(dict.fromkeys((*links.keuzes, *rechts.keuzes)))
        is_heel = links.is_heel and rechts.is_heel
        gedeeld[naam] = replace(rechts if links.is_los else links, is_heel=is_heel, keuzes=samen)
    return replace(een, lokaal=gedeeld, is_partner_zeker=een.is_partner_zeker and ander.is_partner_zeker)


def _past_bij_uitkomst(knoop: ast.AST, soort: Soort, uitkomst: Soort) -> None:
    if soort.vorm != uitkomst.vorm or not (soort.is_los or soort.maat == uitkomst.maat):
        raise Weigering(
            knoop, f"returns {soort}, and the rule promises {uitkomst}", "mend the formula or the annotation"
        )
    if uitkomst.vorm == "keuze" and (vreemd := [keuze for keuze in soort.keuzes if keuze not in uitkomst.keuzes]):
        raise Weigering(knoop, f"returns {vreemd[0]!r}, and the rule promises {uitkomst}", "mend the text or Literal")
    if uitkomst.is_heel and not soort.is_heel:
        raise Weigering(
            knoop, "returns a number with decimals, and the rule promises whole ones", "mend the annotation"
        )
