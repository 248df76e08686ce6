"""Lowers what a loop goes over: the others in the dwelling, my children, or the rows of one of my lists."""

from meedoen.recht.engine.construction import Bouw, bewaar, geef_op
from meedoen.recht.engine.form import Lus
from meedoen.recht.engine.values import MEESTE_RIJEN


def eis_groep(lus: Lus, bouw: Bouw) -> str:
    """Gives up when it is not known who or what is in the group; gives the code of whether these are my only family.

    This comes before anything else of the loop, its default included.
    """
    if lus.relatie == "kinderen":
        gezin, wie = bewaar("is_enig_gezin(f, i, s, e)", bouw), bouw.naam()
        code = bouw.kennis.code("ontbreekt", "ouders", "")
        bouw.schrijf(f"for {wie} in range(s, e):")
        bouw.schrijf(f"    if kind_van(f, lijst, i, {wie}, {gezin}) < 0:")
        bouw.schrijf("        " + geef_op(code, f"({wie} - s) * SPRONG"))
        return gezin
    if lus.relatie != "medebewoners":
        code = bouw.kennis.code("ontbreekt", lus.relatie, "")
        bouw.schrijf(f"if mist[i, {bouw.kennis.lijsten[lus.relatie].mist}] != 0:")
        bouw.schrijf("    " + geef_op(code, "(i - s) * SPRONG"))
    return ""


def open_lus(lus: Lus, wie: str, gezin: str, bouw: Bouw) -> None:
    """Writes the head of the loop, and skips who is not in the group."""
    if lus.relatie not in ("kinderen", "medebewoners"):
        begin = bouw.kennis.lijsten[lus.relatie].begin
        bouw.schrijf(f"for {wie} in range(f[i, {begin}], f[i, {begin + 1}]):")
        return
    bouw.schrijf(f"for {wie} in range(s, e):")
    toets = f"kind_van(f, lijst, i, {wie}, {gezin}) == 0" if lus.relatie == "kinderen" else f"{wie} == i"
    bouw.schrijf(f"    if {toets}:")
    bouw.schrijf("        continue")


def meeste(lus: Lus, bouw: Bouw) -> int:
    """How often the loop goes round at most."""
    return MEESTE_RIJEN if lus.relatie in bouw.kennis.lijsten else bouw.kennis.meeste_personen - 1
