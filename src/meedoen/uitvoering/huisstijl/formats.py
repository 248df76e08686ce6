"""How amounts, numbers and dates are written for people, in the language of the screen.

Rounding here is for the eye only; an amount that is paid was rounded where the law says so.
"""

import datetime
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from django.utils import formats
from django.utils.translation import gettext as _

Getal = int | Decimal | Fraction | float | str


def als_decimaal(waarde: Getal, decimalen: int) -> Decimal:
    """The number with `decimalen` decimals, half away from zero, computed exactly (also for a Fraction).

    Raises ValueError for text that is not a number and TypeError for a truth value: a wrong figure must not look right.
    """
    if isinstance(waarde, bool):
        raise TypeError(f"{waarde!r} is waar of onwaar en geen getal; kies zelf het woord dat op het scherm moet.")
    try:
        exact = waarde if isinstance(waarde, Fraction) else Fraction(Decimal(str(waarde)))
    except (InvalidOperation, OverflowError, ValueError) as fout:
        raise ValueError(f"{waarde!r} is geen getal; verwacht: een getal zoals 1401.50.") from fout
    teller = (abs(exact) * 10**decimalen * 2 + 1) // 2
    return Decimal(-teller if exact < 0 else teller).scaleb(-decimalen)


def onbekend() -> str:
    """The word for a missing value: missing is not zero."""
    return _("onbekend")


def getal(waarde: Getal | None, decimalen: int | None = None) -> str:
    """ "2.756"; with the decimals it has, or rounded to `decimalen`. None and "" give "onbekend"."""
    if waarde is None or waarde == "":
        return onbekend()
    if decimalen is None:
        decimalen = decimalen_van(waarde)
    return formats.number_format(als_decimaal(waarde, decimalen), decimal_pos=decimalen, force_grouping=True)


def decimalen_van(waarde: Getal) -> int:
    """How many decimals are shown when nobody chose: a Decimal all it has, else at most two; no zeros at the end."""
    if not (isinstance(waarde, Decimal) and waarde.is_finite()):
        waarde = als_decimaal(waarde, 2)
    return max(0, -int(waarde.normalize().as_tuple().exponent))


def bedrag(waarde: Getal | None, decimalen: int = 2) -> str:
    """An amount in euros, "€ 1.401,50". `decimalen=0` for round budgets. None and "" give "onbekend"."""
    if waarde is None or waarde == "":
        return onbekend()
    return f"€ {getal(waarde, decimalen)}"


def procent(waarde: Getal | None, decimalen: int | None = None) -> str:
    """A percentage that is already one: 12.5 gives "12,5%"."""
    if waarde is None or waarde == "":
        return onbekend()
    return f"{getal(waarde, decimalen)}%"


def datum(waarde: datetime.date | str | None) -> str:
    """ "1 januari 2015"; of a moment only the day. Text must be an ISO date. None and "" give "onbekend"."""
    return _datum(waarde, "j F Y")


def maand(waarde: datetime.date | str | None) -> str:
    """ "januari 2015"."""
    return _datum(waarde, "F Y")


def _datum(waarde: datetime.date | str | None, vorm: str) -> str:
    if waarde is None or waarde == "":
        return onbekend()
    if isinstance(waarde, str):
        waarde = datetime.date.fromisoformat(waarde)
    return formats.date_format(waarde, vorm)
