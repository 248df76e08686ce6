"""A case as text in, the answer as JSON text out: the shape of docs/bereken.md, for the command line and the API."""

import json
import re
import tomllib
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from meedoen.recht.engine.exact import bereken
from meedoen.recht.engine.facts import WEZENS
from meedoen.recht.engine.household import lees_geval
from meedoen.recht.engine.law import Recht, laad_recht
from meedoen.recht.engine.trace import Uitkomst
from meedoen.recht.engine.units import als_tekst
from meedoen.recht.explanations import uitleg_van


class LeesFout(Exception):
    """The input is not a TOML or JSON text of a reasonable size; the message is Dutch and says why."""


def beantwoord(opgave: Mapping[str, Any], *, met_uitleg: bool = False) -> str:
    """The answer to a stated case as JSON text, with every step when `met_uitleg`; amounts are text in it.

    Raises GevalFout (every fault of the case), GegevenOntbreekt (every fact that is missing), DatumOnbekend, RekenFout,
    and LeesFout when a text of the case cannot be written.
    """
    recht = laad_recht()
    uitkomst = bereken(lees_geval(opgave, recht=recht), recht=recht)
    antwoord = json.dumps(als_json(uitkomst, recht, met_uitleg=met_uitleg), ensure_ascii=False, indent=2)
    try:
        antwoord.encode()
    except UnicodeEncodeError:
        raise LeesFout("Het geval bevat tekens die geen tekst zijn (losse surrogaten).") from None
    return antwoord


def als_json(uitkomst: Uitkomst, recht: Recht, *, met_uitleg: bool = False) -> dict[str, Any]:
    """The answer as JSON values, in the shape of docs/bereken.md: amounts as text, counts as whole numbers."""
    soorten = {naam: versies[0].kop.soort for naam, versies in recht.regels.items()}
    antwoord: dict[str, Any] = {
        "peildatum": uitkomst.ontvangst["peildatum"],
        WEZENS[uitkomst.wezen]: {
            persoon: {naam: None if w is None else als_tekst(w, soorten[naam]) for naam, w in waarden.items()}
            for persoon, waarden in uitkomst.waarden.items()
        },
    }
    if uitkomst.redenen:
        antwoord["redenen"] = {
            persoon: {naam: {"reden": reden.reden, "artikel": reden.artikel} for naam, reden in redenen.items()}
            for persoon, redenen in uitkomst.redenen.items()
        }
    antwoord["meldingen"] = uitkomst.meldingen
    antwoord["ontvangst"] = uitkomst.ontvangst
    if met_uitleg:
        antwoord["uitleg"] = [
            {**stap.als_json(), "tekst": uitleg_van(stap.regel, stap.vanaf)} for stap in uitkomst.spoor
        ]
    return antwoord


def lees_opgave(ruw: bytes, *, bron: str, is_json: bool | None = None) -> Mapping[str, Any]:
    """The mapping in a TOML or JSON text in UTF-8; with `is_json` None the text itself shows which of the two it is.

    `bron` names the text in an error ("Het bestand geval.toml"). Raises LeesFout.
    """
    try:
        tekst = ruw.decode("utf-8-sig")
    except UnicodeDecodeError as fout:
        raise LeesFout(f"{bron} is geen tekst in UTF-8: byte {fout.start + 1} hoort er niet in.") from None
    if is_json is None:
        is_json = tekst.lstrip()[:1] == "{"
    lees: Callable[[str], Any] = _lees_json if is_json else _lees_toml
    try:
        opgave = lees(tekst)
    except RecursionError:
        raise LeesFout(f"{bron} is te diep genest; een geval heeft hooguit lijsten in een tabel.") from None
    if not isinstance(opgave, dict):
        raise LeesFout(f"{bron} is geen geval: verwacht wordt een tabel met peildatum, gevraagd en persoon.")
    return opgave


def _lees_json(tekst: str) -> Any:
    try:
        return json.loads(tekst, parse_float=Decimal, parse_constant=_geen_getal, object_pairs_hook=_zonder_dubbele)
    except json.JSONDecodeError as fout:
        raise LeesFout(f"Dit is geen JSON: regel {fout.lineno}, teken {fout.colno} klopt niet.") from None
    except ValueError as fout:
        raise LeesFout(f"Dit is geen bruikbare JSON: {fout}") from None


def _lees_toml(tekst: str) -> Any:
    try:
        return tomllib.loads(tekst, parse_float=Decimal)
    except ValueError as fout:
        plaats = re.search(r"line (\d+), column (\d+)", str(fout))
        waar = (
            f"regel {plaats[1]}, teken {plaats[2]} klopt niet"
            if plaats
            else "het einde klopt niet of een getal is te lang"
        )
        raise LeesFout(f"Dit is geen TOML: {waar}.") from None


def _geen_getal(tekst: str) -> Any:
    raise ValueError(f"{tekst} is geen getal.")


def _zonder_dubbele(paren: list[tuple[str, Any]]) -> dict[str, Any]:
    tabel = dict(paren)
    if len(tabel) < len(paren):
        namen = [naam for naam, _ in paren]
        dubbel = next(naam for naam in namen if namen.count(naam) > 1)
        raise ValueError(f"{dubbel!r} staat twee keer in dezelfde tabel.")
    return tabel
