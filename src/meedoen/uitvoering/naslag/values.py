"""Names and values of the law as a person reads them."""

import datetime
from fractions import Fraction

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lui
from django.utils.translation import ngettext_lazy

from meedoen.recht.engine.units import EENHEDEN

from ..huisstijl.formats import bedrag, datum, getal, procent

MAATWOORDEN = {
    "jaar": ngettext_lazy("jaar", "jaar"),
    "maand": ngettext_lazy("maand", "maanden"),
    "week": ngettext_lazy("week", "weken"),
    "dag": ngettext_lazy("dag", "dagen"),
    "uur": ngettext_lazy("uur", "uur"),
    "uur per dag": ngettext_lazy("uur per dag", "uur per dag"),
    "uur per week": ngettext_lazy("uur per week", "uur per week"),
    "uur per maand": ngettext_lazy("uur per maand", "uur per maand"),
    "uur per jaar": ngettext_lazy("uur per jaar", "uur per jaar"),
}
"""Unit as the rules write it -> the words behind a number: for one, and for any other."""

EENHEIDSWOORDEN: dict[str, Promise] = {
    "number": _lui("getal"),
    "date": _lui("datum"),
    "datum": _lui("datum"),
    "ja/nee": _lui("ja of nee"),
    "ja_nee": _lui("ja of nee"),
    "keuze": _lui("keuze"),
}
"""Unit as the rules write it -> its name, where that is no plain Dutch."""

MEESTE_DECIMALEN = 6


def leesbaar(naam: str) -> str:
    """The name of a rule or fact as a person reads it: `norm_per_maand` -> "norm per maand"."""
    return naam.replace("_", " ")


def eenheid(maat: str) -> str:
    """The name of a unit: "euro per maand" stays, "number" becomes "getal", a choice its words."""
    if maat.startswith("one of "):
        return _("keuze: %(keuzes)s") % {"keuzes": maat.removeprefix("one of ").replace("'", "")}
    return str(EENHEIDSWOORDEN.get(maat, maat))


def toon(waarde: object, maat: str) -> str:
    """A value of the rules for a reader; `maat` is its unit in the rules ("euro per maand", "number")."""
    if isinstance(waarde, bool):
        return _("ja") if waarde else _("nee")
    if isinstance(waarde, datetime.date):
        return datum(waarde)
    if isinstance(waarde, str):
        return waarde
    if not isinstance(waarde, Fraction | int):
        return _("niet bekend")
    if maat.startswith("euro"):
        return bedrag(waarde, max(2, _decimalen(Fraction(waarde), 4)))
    if maat in {"number", "procent"} and isinstance(waarde, Fraction):
        return procent(waarde * 100, _decimalen(waarde * 100, 4))
    if maat == "verhouding" and isinstance(waarde, Fraction):
        return getal(waarde, _decimalen(waarde, MEESTE_DECIMALEN))
    return f"{getal(waarde)} {_maatwoord(maat, waarde)}".strip()


def _maatwoord(maat: str, waarde: Fraction | int) -> str:
    """The word behind a number; `maat` as the rules write a unit ("maand") or the declaration of a fact ("maanden")."""
    soort = str(EENHEDEN[maat][0]) if maat in EENHEDEN else maat
    woord = MAATWOORDEN.get(soort)
    return str(woord % (1 if waarde == 1 else 2)) if woord is not None else ""


def uit_tekst(waarde: object, maat: str) -> str:
    """A value as a receipt keeps it (amounts and dates as text, "13/30") for a reader."""
    if isinstance(waarde, bool | int) or waarde is None:
        return toon(waarde, maat)
    if isinstance(waarde, list):
        return ", ".join(map(str, waarde)) or _("niemand")
    tekst = str(waarde)
    try:
        return toon(datetime.date.fromisoformat(tekst) if maat in {"date", "datum"} else Fraction(tekst), maat)
    except (ValueError, ZeroDivisionError):
        return tekst


def _decimalen(waarde: Fraction, hoogstens: int) -> int:
    """The decimals that write the value exactly; two where more than `hoogstens` would be needed."""
    for aantal in range(hoogstens + 1):
        if (waarde * 10**aantal).denominator == 1:
            return aantal
    return 2
