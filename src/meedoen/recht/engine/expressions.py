"""Reads one expression of a rule: every operator is checked for unit and sort, every name for where it comes from."""

import ast
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Literal, cast

from meedoen.recht.engine import form
from meedoen.recht.engine.errors import bedoelt_u
from meedoen.recht.engine.form import Lees, Uitdrukking
from meedoen.recht.engine.functions import AFRONDINGEN, FUNCTIES
from meedoen.recht.engine.names import RELATIES, Kader, Weigering, los_op
from meedoen.recht.engine.units import DATUM, JA_NEE, LOS, LOS_HEEL, SOORTEN, Soort, keer

TEKENS: dict[type[ast.AST], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"} | {
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "==",
    ast.NotEq: "!=",
}
ANDERS_GEZEGD: dict[type[ast.AST], str] = {
    ast.Pow: "multiply",
    ast.FloorDiv: "use volle_jaren, volle_maanden or rond_op_centen",
    ast.Mod: "use volle_jaren or volle_maanden",
    ast.ListComp: "use sum, any or all over medebewoners, kinderen or a list",
    ast.GeneratorExp: "put it in sum, any, all, min or max",
    ast.Lambda: "make it a rule of its own",
    ast.JoinedStr: "a rule computes values, not text",
    ast.Subscript: "name the value as a fact, an amount or a rule",
    ast.Is: "an absent value is never read: use ==, or geen(...) where it arises",
    ast.IsNot: "an absent value is never read: use !=, or geen(...) where it arises",
    ast.In: 'compare a choice with its texts: soort in ("a", "b")',
    ast.NotIn: 'compare a choice with its texts: soort not in ("a", "b")',
    ast.NamedExpr: "assign on a line of its own",
}
"""Forbidden node -> how to say it instead."""
MEESTE = 10**15
"""Beyond this, and for what is infinite, a number has no digits that anybody wrote."""
HANDTEKENINGEN: dict[str, tuple[tuple[Soort, ...], Soort]] = {
    "volle_jaren": ((DATUM, DATUM), SOORTEN["Jaren"]),
    "volle_maanden": ((DATUM, DATUM), SOORTEN["AantalMaanden"]),
    "dagen_tussen": ((DATUM, DATUM), SOORTEN["AantalDagen"]),
    "begin_van_het_jaar": ((DATUM,), DATUM),
    "begin_van_de_maand": ((DATUM,), DATUM),
    "dagen_later": ((DATUM, SOORTEN["AantalDagen"]), DATUM),
    "weken_later": ((DATUM, SOORTEN["AantalWeken"]), DATUM),
    "maanden_later": ((DATUM, SOORTEN["AantalMaanden"]), DATUM),
    "jaren_later": ((DATUM, SOORTEN["Jaren"]), DATUM),
    "datum": ((LOS_HEEL, LOS_HEEL, LOS_HEEL), DATUM),
}


def lees_uitdrukking(knoop: ast.expr, kader: Kader) -> Uitdrukking:
    """The typed form of an expression; Weigering at the node that is not in the language or whose units don't fit."""
    match knoop:
        case ast.Constant(value=bool() as waarde):
            return form.Waarheid(waarde, JA_NEE)
        case ast.Constant(value=int() | float() as getal):
            return _getal(knoop, getal)
        case ast.Constant(value=str() as tekst):
            return form.Tekst(tekst, Soort("keuze", is_los=True, keuzes=(tekst,)))
        case ast.Name(id=naam):
            return _naam(knoop, naam, kader)
        case ast.Attribute(value=ast.Name(id=wie), attr=naam):
            return _van_een_ander(knoop, wie, naam, kader)
        case ast.BinOp(left=links, op=teken, right=rechts) if type(teken) in TEKENS:
            return _rekenen(knoop, TEKENS[type(teken)], lees_uitdrukking(links, kader), lees_uitdrukking(rechts, kader))
        case ast.UnaryOp(op=ast.USub(), operand=deel):
            return _rekenen(knoop, "-", form.Getal(Fraction(0), LOS_HEEL), lees_uitdrukking(deel, kader))
        case ast.UnaryOp(op=ast.Not(), operand=deel):
            return form.Niet(_ja_nee(deel, kader), JA_NEE)
        case ast.BoolOp(op=teken, values=delen):
            return _samen("and" if isinstance(teken, ast.And) else "or", delen, kader)
        case ast.Compare(left=links, ops=[ast.In() | ast.NotIn() as teken], comparators=[ast.Tuple(elts=delen)]):
            return _een_van(knoop, links, delen, teken, kader)
        case ast.Compare(left=links, ops=tekens, comparators=rest):
            return _vergelijken(knoop, [links, *rest], tekens, kader)
        case ast.IfExp(test=toets, body=dan, orelse=anders):
            return _keuze(knoop, toets, dan, anders, kader)
        case ast.Call(func=ast.Name(id=naam), args=args, keywords=keywords):
            return _aanroep(knoop, naam, args, keywords, kader)
    raise _niet_in_de_taal(getattr(knoop, "op", knoop), knoop)


def zekerheid(toets: Uitdrukking, uitslag: bool, kader: Kader) -> Kader:
    """What is known when this test came out as `uitslag`: is there certainly a partner?"""
    return replace(kader, is_partner_zeker=True) if _bewijst_partner(toets, uitslag) else kader


def _bewijst_partner(toets: Uitdrukking, uitslag: bool) -> bool:
    match toets:
        case Lees(lezing=lezing, wie=""):
            return uitslag and lezing.naam == "heeft_partner"
        case form.Niet(deel=deel):
            return _bewijst_partner(deel, not uitslag)
        case form.Samen(teken=teken, delen=delen):
            return (teken == "and") is uitslag and any(_bewijst_partner(deel, uitslag) for deel in delen)
    return False


def _niet_in_de_taal(oorzaak: ast.AST, knoop: ast.expr) -> Weigering:
    mend = ANDERS_GEZEGD.get(type(oorzaak), "see docs/decisions/0002-rule-language.md for what is")
    return Weigering(knoop, f"{ast.unparse(knoop)} is not in the language", mend)


def _getal(knoop: ast.expr, getal: int | float) -> form.Getal:
    tekst = repr(getal) if abs(getal) < MEESTE else "this number"
    if tekst == "this number" or "e" in tekst or len(tekst) > 15:
        raise Weigering(knoop, f"{tekst} has too many digits to be exact", "put it in the TOML, between quotes")
    return form.Getal(Fraction(tekst), LOS_HEEL if isinstance(getal, int) else LOS)


def _naam(knoop: ast.Name, naam: str, kader: Kader) -> Uitdrukking:
    if naam in kader.lezingen and kader.lezingen[naam].herkomst == "lijst":
        raise Weigering(knoop, f"{naam} is a list, not a value", f"use sum, any, all, min or max over {naam}")
    if naam in kader.lezingen:
        return Lees(kader.lezingen[naam], "", kader.lezingen[naam].soort)
    if naam in kader.lokaal:
        return form.Lokaal(naam, kader.lokaal[naam])
    if naam == kader.lusnaam and kader.lijst:
        raise Weigering(knoop, f"{naam} is a row of {kader.lijst}, not a value", f"read {naam}.<field>")
    if naam in kader.relaties or naam == kader.lusnaam:
        raise Weigering(knoop, f"{naam} is a person, not a value", f"read {naam}.<fact or rule>, or loop over it")
    los_op(naam, kader.namen, knoop)
    raise Weigering(knoop, f"{naam} is not a parameter here, or not set on every path", f"add the parameter {naam}")


def _van_een_ander(knoop: ast.Attribute, wie: str, naam: str, kader: Kader) -> Lees:
    if wie != kader.lusnaam and (wie not in ("partner", "ander") or wie not in kader.relaties):
        raise Weigering(knoop, f"{wie} is no person here", "read partner.x, ander.x, or m.x for m in medebewoners")
    if wie == kader.lusnaam and kader.lijst:
        return _veld(knoop, wie, naam, kader)
    if wie == "partner" and not kader.is_partner_zeker:
        raise Weigering(knoop, "there may be no partner here", "read it behind `if heeft_partner`")
    lezing = los_op(naam, kader.namen, knoop)
    if lezing.herkomst in ("bedrag", "term", "lijst") or (wie == "ander" and lezing.herkomst in ("paar", "paar_eigen")):
        raise Weigering(knoop, f"{naam} is not of one person", f"take {naam} as a parameter")
    kader.lezingen_van[naam] = lezing
    return Lees(lezing, wie, lezing.soort)


def _veld(knoop: ast.Attribute, wie: str, naam: str, kader: Kader) -> Lees:
    velden = kader.namen.feiten[kader.lijst].velden
    if naam not in velden:
        nabij = bedoelt_u(naam, velden)
        mend = f"did you mean {nabij}?" if nabij else f"its fields are: {', '.join(velden)}"
        raise Weigering(knoop, f"{kader.lijst} has no field {naam}", mend)
    lezing = form.Lezing(f"{kader.lijst}.{naam}", "veld", velden[naam].soort)
    kader.lezingen_van[lezing.naam] = lezing
    return Lees(lezing, wie, lezing.soort)


def _ja_nee(knoop: ast.expr, kader: Kader) -> Uitdrukking:
    gelezen = lees_uitdrukking(knoop, kader)
    if gelezen.soort != JA_NEE:
        raise Weigering(knoop, f"{ast.unparse(knoop)} is {gelezen.soort}, not yes or no", "compare it with something")
    return gelezen


def _getallen(knoop: ast.expr, *delen: Uitdrukking) -> None:
    for deel in delen:
        if deel.soort.vorm != "getal":
            mend = (
                "count with sum(1 for m in ... if ...)" if deel.soort == JA_NEE else "use volle_jaren or volle_maanden"
            )
            raise Weigering(knoop, f"{ast.unparse(knoop)} computes with {deel.soort}", mend)


def _gelijk(knoop: ast.expr, delen: Sequence[Uitdrukking]) -> Soort:
    """The sort that all parts share; literals take the unit of the others."""
    if all(deel.soort.vorm == "keuze" for deel in delen):
        keuzes = tuple(dict.fromkeys(keuze for deel in delen for keuze in deel.soort.keuzes))
        return Soort("keuze", is_los=all(deel.soort.is_los for deel in delen), keuzes=keuzes)
    vast = [deel.soort for deel in delen if not deel.soort.is_los] or [LOS]
    for soort in vast:
        if (soort.vorm, soort.maat) != (vast[0].vorm, vast[0].maat):
            raise Weigering(knoop, f"{ast.unparse(knoop)} mixes {vast[0]} and {soort}", "bring both to one unit first")
    if any(deel.soort.vorm != vast[0].vorm for deel in delen):
        wat = f"{ast.unparse(knoop)} mixes {' and '.join(sorted({deel.soort.vorm for deel in delen}))}"
        raise Weigering(knoop, wat, "bring both to one sort first")
    return replace(vast[0], is_heel=all(deel.soort.is_heel for deel in delen)) if vast[0].vorm == "getal" else vast[0]


def _rekenen(knoop: ast.expr, teken: str, links: Uitdrukking, rechts: Uitdrukking) -> form.Reken:
    _getallen(knoop, links, rechts)
    if teken in "+-":
        return form.Reken(cast(Literal["+"], teken), links, rechts, _gelijk(knoop, (links, rechts)))
    soort = Soort(
        "getal",
        keer(links.soort.maat, rechts.soort.maat, 1 if teken == "*" else -1),
        is_heel=teken == "*" and links.soort.is_heel and rechts.soort.is_heel,
        is_los=links.soort.is_los and rechts.soort.is_los,
    )
    return form.Reken(cast(Literal["*"], teken), links, rechts, soort)


def _samen(teken: Literal["and", "or"], delen: list[ast.expr], kader: Kader) -> form.Samen:
    gelezen = []
    for deel in delen:
        gelezen.append(_ja_nee(deel, kader))
        kader = zekerheid(gelezen[-1], teken == "and", kader)
    return form.Samen(teken, tuple(gelezen), JA_NEE)


def _vergelijken(knoop: ast.expr, delen: list[ast.expr], tekens: Sequence[ast.cmpop], kader: Kader) -> Uitdrukking:
    if vreemd := next((teken for teken in tekens if type(teken) not in TEKENS), None):
        raise _niet_in_de_taal(vreemd, knoop)
    gelezen = [lees_uitdrukking(deel, kader) for deel in delen]
    paren = []
    for links, rechts, teken in zip(gelezen, gelezen[1:], tekens, strict=False):
        if JA_NEE in (links.soort, rechts.soort):
            raise Weigering(knoop, f"{ast.unparse(knoop)} compares yes/no", "use it as it is, or with not")
        _gelijk(knoop, (links, rechts))
        if links.soort.vorm == "keuze":
            _eis_keuze(knoop, links.soort, rechts.soort, teken)
        paren.append(form.Vergelijk(TEKENS[type(teken)], links, rechts, JA_NEE))
    return paren[0] if len(paren) == 1 else form.Samen("and", tuple(paren), JA_NEE)


def _eis_keuze(knoop: ast.expr, links: Soort, rechts: Soort, teken: ast.cmpop) -> None:
    """Choices are equal or not, and a text must be one of the choices that it is compared with."""
    if not isinstance(teken, ast.Eq | ast.NotEq):
        raise Weigering(knoop, "choices have no order", "compare with ==, != or in")
    if links.is_los and rechts.is_los:
        raise Weigering(knoop, "compares two texts", "compare a choice with one of its texts")
    if not set(links.keuzes) & set(rechts.keuzes):
        los, vast = (links, rechts) if links.is_los else (rechts, links)
        nabij = bedoelt_u(los.keuzes[0], vast.keuzes)
        mend = f"did you mean {nabij!r}?" if nabij else f"use {vast}"
        raise Weigering(knoop, f"{los.keuzes[0]!r} is none of its choices", mend)


def _een_van(
    knoop: ast.expr, links: ast.expr, delen: list[ast.expr], teken: ast.cmpop, kader: Kader
) -> form.Samen | form.Niet:
    """`x in (a, b)` is x == a or x == b."""
    paren = tuple(_vergelijken(knoop, [links, deel], [ast.Eq()], kader) for deel in delen)
    if len(paren) < 2 or any(paar.soort != JA_NEE for paar in paren):
        raise Weigering(knoop, f"{ast.unparse(knoop)} compares with fewer than two", "use ==")
    samen = form.Samen("or", paren, JA_NEE)
    return form.Niet(samen, JA_NEE) if isinstance(teken, ast.NotIn) else samen


def _keuze(knoop: ast.expr, toets: ast.expr, dan: ast.expr, anders: ast.expr, kader: Kader) -> form.Keuze:
    gelezen = _ja_nee(toets, kader)
    links = lees_uitdrukking(dan, zekerheid(gelezen, True, kader))
    rechts = lees_uitdrukking(anders, zekerheid(gelezen, False, kader))
    return form.Keuze(gelezen, links, rechts, _gelijk(knoop, (links, rechts)))


def _aanroep(
    knoop: ast.Call, naam: str, args: list[ast.expr], keywords: list[ast.keyword], kader: Kader
) -> Uitdrukking:
    if naam in ("sum", "any", "all", "min", "max") and args and isinstance(args[0], ast.GeneratorExp):
        return _lus(knoop, naam, args[0], keywords, kader)
    gelezen = tuple(lees_uitdrukking(arg, kader) for arg in args if not isinstance(arg, ast.Starred))
    if keywords or len(gelezen) < len(args):
        raise Weigering(knoop, f"{naam} takes plain values here", "name them one by one")
    if naam in ("min", "max") and len(gelezen) > 1:
        soort = _gelijk(knoop, gelezen)
        if soort.vorm in ("getal", "datum"):
            return form.Roep(naam, gelezen, soort)
    if naam in AFRONDINGEN and len(gelezen) == 1:
        return _afronding(knoop, naam, gelezen[0])
    if naam in HANDTEKENINGEN and len(gelezen) == len(HANDTEKENINGEN[naam][0]):
        nodig, uitkomst = HANDTEKENINGEN[naam]
        if not all(_past(wil, deel.soort) for wil, deel in zip(nodig, gelezen, strict=True)):
            raise Weigering(knoop, f"{naam} cannot be computed from these", f"it needs {', '.join(map(str, nodig))}")
        return form.Roep(naam, gelezen, uitkomst)
    mend = "use rond_op_centen" if naam == "round" else f"use one of: sum, any, all, min, max, {', '.join(FUNCTIES)}"
    raise Weigering(knoop, f"{ast.unparse(knoop)} is not in the language", mend)


def _past(wil: Soort, soort: Soort) -> bool:
    """Whether a function that wants this sort can take that one; literals fit any unit."""
    is_eenheid = wil.is_los or soort.is_los or wil.maat == soort.maat
    return wil.vorm == soort.vorm and wil.is_heel <= soort.is_heel and is_eenheid


def _afronding(knoop: ast.expr, naam: str, deel: Uitdrukking) -> form.Roep:
    is_geld = ("euro", 1) in deel.soort.maat
    if naam.endswith(("_centen", "_stuivers")) and not is_geld:
        raise Weigering(knoop, f"{naam} rounds money, and this is {deel.soort}", "round where it has become money")
    if naam == "rond_op_hele_procenten" and deel.soort.maat:
        raise Weigering(knoop, f"{naam} rounds a share, and this is {deel.soort}", "round the share itself")
    _getallen(knoop, deel)
    return form.Roep(naam, (deel,), replace(deel.soort, is_heel=naam.endswith("helen")))


def _lus(knoop: ast.Call, naam: str, lus: ast.GeneratorExp, keywords: list[ast.keyword], kader: Kader) -> form.Lus:
    match lus.generators:
        case [ast.comprehension(target=ast.Name(id=wie), iter=ast.Name(id=relatie), ifs=ifs)] if not kader.lusnaam:
            pass
        case _:
            raise Weigering(knoop, "a loop in a loop", "make the inner one a rule of its own")
    if relatie in ("partner", "ander") or relatie not in kader.relaties:
        raise Weigering(
            knoop,
            f"{relatie} is no group of persons here",
            "loop over the parameter medebewoners, kinderen, or a Lijst",
        )
    if wie in kader.lezingen or wie in kader.lokaal or wie in kader.relaties or wie in RELATIES:
        raise Weigering(knoop, f"{wie} is taken", "choose another name in the loop")
    binnen = replace(kader, lusnaam=wie, lijst="" if relatie in RELATIES else relatie)
    voorwaarden = tuple(_ja_nee(deel, binnen) for deel in ifs)
    element = _ja_nee(lus.elt, binnen) if naam in ("any", "all") else lees_uitdrukking(lus.elt, binnen)
    if naam == "sum":
        _getallen(lus.elt, element)
    anders = None
    if naam in ("min", "max"):
        if [keyword.arg for keyword in keywords] != ["default"]:
            raise Weigering(knoop, f"{naam} of nobody is nothing", f"say what it is then: {naam}(..., default=0)")
        anders = lees_uitdrukking(keywords[0].value, kader)
    elif keywords:
        raise Weigering(knoop, f"{naam} takes no {keywords[0].arg}", "leave it out")
    soort = element.soort if anders is None else _gelijk(knoop, (element, anders))
    if naam in ("min", "max") and soort.vorm == "keuze":
        raise Weigering(knoop, "choices have no order", "ask with any(...) for each of them")
    if naam == "sum" and soort.is_los:
        soort = replace(soort, is_los=False)
    return form.Lus(cast(Literal["sum"], naam), relatie, wie, voorwaarden, element, anders, soort)
