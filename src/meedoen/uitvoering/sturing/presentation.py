"""How a figure is written: rounded for the eye, with its unit, and with the address that opens it."""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from ..huisstijl import formats
from ..kern.units import Eenheid
from .areas import Gebied
from .figures import Cijfer, Meting, Vergelijking

_NAMEN = {
    Eenheid.PERSONEN: ngettext_lazy("persoon", "personen"),
    Eenheid.FTE: ngettext_lazy("fte", "fte"),
    Eenheid.BANEN: ngettext_lazy("baan van 25,5 uur", "banen van 25,5 uur"),
    Eenheid.PLEKKEN: ngettext_lazy("plek", "plekken"),
    Eenheid.PLEKKEN_31_UUR: ngettext_lazy("plek van 31 uur", "plekken van 31 uur"),
    Eenheid.PLAATSINGEN: ngettext_lazy("plaatsing", "plaatsingen"),
    Eenheid.ADVIEZEN: ngettext_lazy("advies", "adviezen"),
    Eenheid.AANVRAGEN: ngettext_lazy("aanvraag", "aanvragen"),
    Eenheid.DAGEN: ngettext_lazy("dag", "dagen"),
    Eenheid.MAANDEN: ngettext_lazy("maand", "maanden"),
    Eenheid.STAPPEN: ngettext_lazy("stap", "stappen"),
    Eenheid.HUISHOUDENS: ngettext_lazy("huishouden", "huishoudens"),
    Eenheid.BESLUITEN: ngettext_lazy("besluit", "besluiten"),
    Eenheid.WERKGEVERS: ngettext_lazy("werkgever", "werkgevers"),
    Eenheid.ARBEIDSJAREN: ngettext_lazy("arbeidsjaar", "arbeidsjaren"),
    Eenheid.UREN_PER_WEEK: ngettext_lazy("uur per week", "uren per week"),
    Eenheid.VERLOONDE_UREN: ngettext_lazy("verloond uur", "verloonde uren"),
    Eenheid.EURO: ngettext_lazy("euro", "euro"),
    Eenheid.DUIZEND_EURO: ngettext_lazy("x 1.000 euro", "x 1.000 euro"),
}
_EEN_DECIMAAL = frozenset(
    {Eenheid.BANEN, Eenheid.FTE, Eenheid.PLEKKEN_31_UUR, Eenheid.ARBEIDSJAREN, Eenheid.UREN_PER_WEEK}
)


def decimalen(eenheid: Eenheid | str) -> int:
    """How many decimals a value in this unit is shown with: one for converted hours, none for what is counted."""
    naam = eenheid.value if isinstance(eenheid, Eenheid) else eenheid
    return 1 if any(naam == e.value for e in _EEN_DECIMAAL) else 0


def getal_in(waarde: Decimal | None, eenheid: Eenheid | str) -> str:
    """A counted value: "2.756", or "4,1" for converted hours; "onbekend" for no value."""
    return formats.getal(waarde, decimalen(eenheid))


def beleidsgetal(waarde: Decimal | None) -> str:
    """A policy figure with the decimals it was published with, at most two: "1.152", "14,6"."""
    return formats.getal(None if waarde is None else formats.als_decimaal(waarde, 2).normalize() + 0)


def verschil_in(waarde: Decimal | None, eenheid: Eenheid | str) -> str:
    """A difference with its sign, "+14" or "-3"; "" where there is none to give."""
    if waarde is None:
        return ""
    tekst = formats.getal(waarde, max(decimalen(eenheid), 0 if waarde == waarde.to_integral_value() else 1))
    return f"+{tekst}" if waarde > 0 else tekst


def eenheid_naam(eenheid: Eenheid | str, waarde: Decimal | None = None) -> str:
    """The unit in words: "persoon" for 1, else "personen". A unit of a source that we lack stays as it is."""
    bekend = {e.value: e for e in Eenheid}
    soort = bekend.get(eenheid, eenheid) if isinstance(eenheid, str) else eenheid
    if not isinstance(soort, Eenheid) or soort not in _NAMEN:
        return soort.value if isinstance(soort, Eenheid) else soort
    return str(_NAMEN[soort] % (1 if waarde == 1 else 2))


def met_eenheid(waarde: Decimal | None, eenheid: Eenheid | str) -> str:
    """A policy figure with its unit: "2.756 personen", "1 plek", "1.152 banen van 25,5 uur"."""
    return f"{beleidsgetal(waarde)} {eenheid_naam(eenheid, waarde)}"


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
    uitleg = _("%(uren)s uur per week : %(deler)s = %(waarde)s %(eenheid)s") % {
        "uren": uren,
        "deler": formats.getal(definitie.deler),
        "waarde": getal(cijfer),
        "eenheid": eenheid_naam(definitie.eenheid, cijfer.waarde),
    }
    return Optelsom(regels, uren, uitleg)


def periode(tekst: str) -> str:
    """The period of a policy figure for people: a date in words, any other period as the source writes it."""
    try:
        return formats.datum(datetime.date.fromisoformat(tekst))
    except ValueError:
        return tekst


def bron(beleid: Vergelijking) -> str:
    """Source and remark of a policy figure as sentences."""
    return " ".join(f"{deel.rstrip('.')}." for deel in (beleid.bron, beleid.opmerking) if deel)
