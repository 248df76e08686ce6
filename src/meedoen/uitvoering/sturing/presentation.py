"""How a figure is written: rounded for the eye, with its unit, and with the address that opens it."""

from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse
from django.utils.translation import gettext as _

from ..huisstijl import formats
from ..kern.units import Eenheid
from .areas import Gebied
from .figures import Cijfer, Meting

_EEN_DECIMAAL = frozenset(
    {Eenheid.BANEN, Eenheid.FTE, Eenheid.PLEKKEN_31_UUR, Eenheid.ARBEIDSJAREN, Eenheid.UREN_PER_WEEK}
)


def decimalen(eenheid: Eenheid | str) -> int:
    """How many decimals a value in this unit is shown with: one for converted hours, none for what is counted."""
    naam = eenheid.value if isinstance(eenheid, Eenheid) else eenheid
    return 1 if any(naam == e.value for e in _EEN_DECIMAAL) else 0


def getal_in(waarde: Decimal | None, eenheid: Eenheid | str) -> str:
    """ "2.756", or "4,1" for converted hours; "onbekend" for no value. A policy figure keeps decimals of its own."""
    if waarde is not None and decimalen(eenheid) == 0 and waarde != waarde.to_integral_value():
        return formats.getal(waarde, 1)
    return formats.getal(waarde, decimalen(eenheid))


def verschil_in(waarde: Decimal | None, eenheid: Eenheid | str) -> str:
    """A difference with its sign, "+14" or "-3"; "" where there is none to give."""
    if waarde is None:
        return ""
    return f"+{getal_in(waarde, eenheid)}" if waarde > 0 else getal_in(waarde, eenheid)


def getal(cijfer: Cijfer) -> str:
    """The value of a figure for the eye; "geen" for a mean over nobody, which is no unknown."""
    if cijfer.waarde is None and cijfer.definitie.meting is Meting.GEMIDDELDE:
        return _("geen")
    return getal_in(cijfer.waarde, cijfer.definitie.eenheid)


def adres(cijfer: Cijfer) -> str:
    """The page on which the figure opens to its definition and its rows."""
    return reverse("cijfer", args=[cijfer.definitie.sleutel, cijfer.gebied.sleutel, cijfer.peildatum.isoformat()])


@dataclass(frozen=True)
class Somregel:
    """One municipality in the sum of a figure, as text."""

    naam: str
    rijen: str
    uren: str
    waarde: str


@dataclass(frozen=True)
class Optelsom:
    """How a figure adds up: the municipalities, their sum and, where hours are divided, that sum in words."""

    regels: tuple[Somregel, ...]
    uren: str
    uitleg: str


def optelsom(cijfer: Cijfer) -> Optelsom:
    """The sum behind a figure as text. `uren` and `uitleg` are empty where nothing is divided."""
    definitie = cijfer.definitie
    regels = tuple(
        Somregel(
            deel.naam,
            formats.getal(deel.aantal_rijen),
            formats.getal(deel.som, 2),
            getal(cijfer.voor(Gebied(deel.code, deel.naam, ((deel.code, deel.naam),)))),
        )
        for deel in cijfer.delen
    )
    if definitie.meting is not Meting.SOM:
        return Optelsom(regels, "", "")
    uren = formats.getal(sum((deel.som for deel in cijfer.delen), Decimal(0)), 2)
    uitleg = _("%(uren)s uren per week : %(deler)s = %(waarde)s %(eenheid)s") % {
        "uren": uren,
        "deler": formats.getal(definitie.deler),
        "waarde": getal(cijfer),
        "eenheid": definitie.eenheid.value,
    }
    return Optelsom(regels, uren, uitleg)
