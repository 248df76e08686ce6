"""The dossier page made ready for a reader: who lives here, what was computed, what is still to be asked."""

import datetime
from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext as _

from meedoen.recht import Uitkomst, laad_recht

from ..huisstijl.formats import datum, procent
from ..naslag.values import leesbaar, toon, uit_tekst
from .calculation import Berekening
from .fact_rows import als_regels
from .fact_values import Vastgelegd
from .models import Persoon
from .queries import Huishouden


@dataclass(frozen=True)
class Lid:
    """A member of the household: what he is to the person of the dossier, and his facts on the date."""

    persoon: Persoon
    is_voor: str
    feiten: tuple[str, ...]


@dataclass(frozen=True)
class Rij:
    """One computed result with, per member of the household, what to show."""

    sleutel: str
    naam: str
    cellen: tuple[str, ...]


@dataclass(frozen=True)
class Vraag:
    """A fact that is missing: of whom, how to ask, for which article, and of a judgment what is to be weighed."""

    wie: str
    feit: str
    vraag: str
    artikel: str
    weeg: tuple[str, ...] = ()


def leden(berekening: Berekening) -> list[Lid]:
    """The household, the person of the dossier first."""
    huishouden = berekening.huishouden
    return [
        Lid(
            lid,
            _rol(huishouden, lid),
            tuple(f"{leesbaar(naam)}: {toon_feit(feit)}" for naam, feit in sorted(berekening.feiten[lid.pk].items())),
        )
        for lid in huishouden.personen
    ]


def _rol(huishouden: Huishouden, lid: Persoon) -> str:
    ik = huishouden.personen[0]
    if lid == ik:
        return _("deze persoon")
    if huishouden.partner_van(ik) == lid:
        return _("partner")
    if ik.pk in huishouden.ouders.get(lid.pk, ()):
        return _("kind")
    if lid.pk in huishouden.ouders.get(ik.pk, ()):
        return _("ouder")
    if (min(ik.pk, lid.pk), max(ik.pk, lid.pk)) in huishouden.commercieel:
        return _("commerciële relatie")
    return _("medebewoner")


def toon_feit(feit: Vastgelegd) -> str:
    """The value of a recorded fact for a reader, in the unit that the rules give it; as written where it has none.

    Of a list its rows, as somebody types them, with / between two rows.
    """
    bekend = laad_recht().feiten.get(feit.naam)
    if bekend is not None and bekend.vorm == "lijst":
        return " / ".join(als_regels(bekend, feit.waarde).splitlines())
    if bekend is not None and bekend.soort.vorm == "datum":
        return uit_tekst(feit.waarde, "datum")
    if bekend is None or bekend.soort.vorm != "getal":
        return feit.waarde
    if bekend.eenheid == "procent":
        return procent(feit.waarde)
    return toon(Fraction(feit.waarde), str(bekend.soort))


def periode(vanaf: datetime.date, tot: datetime.date | None) -> str:
    """A period in words; `tot` is the first day on which it is over."""
    if tot is None:
        return _("vanaf %(vanaf)s") % {"vanaf": datum(vanaf)}
    return _("van %(vanaf)s tot %(tot)s") % {"vanaf": datum(vanaf), "tot": datum(tot)}


def rijen(berekening: Berekening) -> list[Rij]:
    """One row per result that was asked, one cell per member of the household."""
    return [
        Rij(
            naam,
            leesbaar(naam),
            tuple(_cel(naam, uitkomst, lid.nummer, berekening.huishouden.op) for lid in berekening.huishouden.personen),
        )
        for naam, uitkomst in berekening.uitkomsten.items()
    ]


def _cel(naam: str, uitkomst: Uitkomst, nummer: str, op: datetime.date) -> str:
    """The value in its unit; else why there is none; a dash for a housemate of whom nothing is asked."""
    if naam not in uitkomst.waarden[nummer]:
        return "-"
    if (waarde := uitkomst.waarden[nummer][naam]) is not None:
        return toon(waarde, str(laad_recht().op(naam, op).kop.soort))
    reden = uitkomst.redenen.get(nummer, {}).get(naam)
    return f"{reden.reden} ({reden.artikel})" if reden else _("gegeven ontbreekt")


def vragen(berekening: Berekening) -> list[Vraag]:
    """What is still to be asked, each fact once."""
    namen = {lid.nummer: str(lid) for lid in berekening.huishouden.personen}
    return [
        Vraag(namen.get(v.persoon) or _("de gemeente"), v.feit.split("[")[0], v.vraag, v.artikel, v.weeg)
        for v in berekening.vragen
    ]
