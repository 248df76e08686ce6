"""How amounts, numbers and dates are written for people, in the language of the screen. Rounding here is for the eye only."""

import datetime
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
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
    schaal = 10**decimalen
    teller = (abs(exact) * schaal * 2 + 1) // 2
    return (Decimal(teller) / schaal * (-1 if exact < 0 else 1)).quantize(
        Decimal(1).scaleb(-decimalen), ROUND_HALF_UP
    ) + 0


def onbekend() -> str:
    """The word for a missing value: missing is not zero."""
    return _("onbekend")


def getal(waarde: Getal | None, decimalen: int | None = None) -> str:
    """ "2.756"; with decimals as they are, or rounded to `decimalen`. None and "" give "onbekend"."""
    if waarde is None or waarde == "":
        return onbekend()
    if decimalen is None:
        eigen = waarde if isinstance(waarde, Decimal) else None
        decimalen = (
            max(0, -int(eigen.as_tuple().exponent)) if eigen is not None and eigen.is_finite() else _decimalen(waarde)
        )
    return formats.number_format(als_decimaal(waarde, decimalen), decimal_pos=decimalen, force_grouping=True)


def _decimalen(waarde: Getal) -> int:
    """How many decimals a number without fixed scale is shown with: none for a whole number, else at most two."""
    twee = als_decimaal(waarde, 2)
    return 0 if twee == twee.to_integral_value() else 2 if twee * 10 % 1 else 1


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
