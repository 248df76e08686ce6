"""A rule's own text, made to run exactly: literals become fractions, and each name becomes a read that can be traced.

The code keeps its file and line numbers, so that debuggers and coverage show the law file itself.
"""

import ast
import copy
from collections.abc import Callable
from fractions import Fraction
from typing import Any

from meedoen.recht.engine.errors import RekenFout
from meedoen.recht.engine.form import Regel
from meedoen.recht.engine.functions import FUNCTIES
from meedoen.recht.engine.rules import geen

IK = "_ik"
"""The one parameter of the compiled function: the frame from which it reads."""


def _deel(teller: Any, noemer: Any) -> Any:
    if noemer == 0:
        raise RekenFout("er wordt door nul gedeeld")
    return Fraction(teller) / noemer if isinstance(teller, int) else teller / noemer


def compileer(regel: Regel, lezers: tuple[tuple[str, Callable[..., Any]], ...]) -> Callable[[Any], Any]:
    """The rule as a function of a frame.

    `lezers` are the reads by name: `_lees(ik, naam)` of me, `_lees_van(ik, wie, naam)` of another person,
    `_partner(ik)`, `_ander(ik)` and `_groep(ik, relatie)` for those others.
    """
    functie = copy.deepcopy(regel.kop.knoop)
    getallen: dict[str, Fraction] = {}
    functie.body = [_vervang(opdracht, regel, getallen) for opdracht in functie.body[1:]]
    functie.decorator_list, functie.returns = [], None
    functie.args = ast.arguments([], [ast.arg(IK)], None, [], [], None, [])
    ast.fix_missing_locations(functie)
    ruimte: dict[str, Any] = {"__builtins__": {}, "min": min, "max": max, "sum": sum, "any": any, "all": all}
    ruimte |= {**FUNCTIES, "geen": geen, "_deel": _deel, **dict(lezers), **getallen}
    exec(compile(ast.Module([functie], []), regel.kop.pad, "exec"), ruimte)
    return ruimte[functie.name]  # type: ignore[no-any-return]


def _vervang(knoop: Any, regel: Regel, getallen: dict[str, Fraction]) -> Any:
    """The same tree with every read, decimal and division replaced, at the same place in the text."""
    match knoop:
        case ast.Name(id=naam, ctx=ast.Load()) if naam in regel.lezingen:
            return _roep(knoop, "_lees", ast.Constant(naam))
        case ast.Attribute(value=ast.Name(id=wie) as persoon, attr=naam):
            ander = _roep(persoon, f"_{wie}") if wie in ("partner", "ander") else persoon
            return _roep(knoop, "_lees_van", ander, ast.Constant(naam))
        case ast.Constant(value=float() as getal):
            sleutel = f"_getal_{repr(getal).replace('.', '_')}"
            getallen[sleutel] = Fraction(repr(getal))
            return ast.copy_location(ast.Name(sleutel, ast.Load()), knoop)
        case ast.BinOp(op=ast.Div(), left=links, right=rechts):
            delen = [_vervang(links, regel, getallen), _vervang(rechts, regel, getallen)]
            return ast.copy_location(ast.Call(ast.Name("_deel", ast.Load()), delen, []), knoop)
        case ast.comprehension(iter=ast.Name(id=relatie)):
            knoop.iter = _roep(knoop.iter, "_groep", ast.Constant(relatie))
            knoop.ifs = [_vervang(deel, regel, getallen) for deel in knoop.ifs]
            return knoop
        case ast.AST():
            for veld, waarde in ast.iter_fields(knoop):
                setattr(knoop, veld, _vervang(waarde, regel, getallen))
            return knoop
        case list():
            return [_vervang(deel, regel, getallen) for deel in knoop]
    return knoop


def _roep(plaats: ast.AST, lezer: str, *args: ast.expr) -> ast.Call:
    aanroep = ast.Call(ast.Name(lezer, ast.Load()), [ast.Name(IK, ast.Load()), *args], [])
    return ast.copy_location(aanroep, plaats)
