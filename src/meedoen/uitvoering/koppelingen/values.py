"""Cells to values: text as a person or a system writes it, to the one form in which the register compares and keeps it.

The canonical form is text too: dates as 2015-01-31, numbers with a point and a fixed count of decimals, "ja" and "nee".
Every reader raises Waardefout with what was expected and how to mend it.
"""

import datetime
import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..dossiers.bsn import doorstaat_elfproef
from ..kern.text_cells import begint_als_formule
from .faults import Waardefout
from .kolommen import Kolom, Type
from .sources import lijkt_het_meest_op

Lezer = Callable[[str], str | None]

VROEGSTE = datetime.date(1900, 1, 1)
LAATSTE = datetime.date(2099, 12, 31)
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T ]00:00(?::00(?:\.0+)?)?)?")
_NEDERLANDS = re.compile(r"([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})")
_GETAL = re.compile(r"-?[0-9]{1,12}(?:[.,][0-9]{1,9})?")
_NUMMER = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_JA = frozenset({"ja", "j", "true", "waar", "1"})
_NEE = frozenset({"nee", "n", "false", "onwaar", "0"})


def maak_lezer(kolom: Kolom) -> Lezer:
    """The function that reads one cell of this column: canonical text, or None for an empty cell that may be empty.

    Only what the column itself says is checked; municipality, fact and its value are checked by `rows`, persons later.
    """
    lees: Callable[[str], str] = {
        Type.TEKST: lambda cel: lees_tekst(cel, lengte=kolom.lengte),
        Type.FEITWAARDE: lambda cel: cel,
        Type.FEIT: lambda cel: lees_tekst(cel, lengte=kolom.lengte),
        Type.NUMMER: lambda cel: lees_nummer(cel, lengte=kolom.lengte),
        Type.PERSOON: lambda cel: lees_nummer(cel, lengte=kolom.lengte),
        Type.WERKGEVER: lambda cel: lees_nummer(cel, lengte=kolom.lengte),
        Type.BSN: lees_bsn,
        Type.DATUM: lees_datum,
        Type.JANEE: lees_ja_nee,
        Type.GETAL: lambda cel: _lees_begrensd_getal(cel, kolom),
        Type.KEUZE: lambda cel: _lees_keuze(cel, kolom),
        Type.GEMEENTE: lambda cel: lees_tekst(cel, lengte=60),
    }[kolom.type]
    leeg = "nee" if kolom.type is Type.JANEE else None

    def lees_cel(cel: str) -> str | None:
        if not cel:
            if kolom.is_verplicht:
                raise Waardefout(_(kolom.type.value), _("Vul deze cel in."))
            return leeg
        return lees(cel)

    return lees_cel


def lees_tekst(cel: str, *, lengte: int) -> str:
    """Text in composed Unicode of at most `lengte` characters, without control characters and without a formula."""
    tekst = cel if cel.isascii() else unicodedata.normalize("NFC", cel)
    if begint_als_formule(tekst):
        raise Waardefout(_("tekst die niet met = + - of @ begint"), _("Haal dat teken weg; zo begint een formule."))
    if not tekst.isprintable():
        raise Waardefout(_("tekst op één regel"), _("Haal regeleinden en onzichtbare tekens weg."))
    if len(tekst) > lengte:
        raise Waardefout(_("hoogstens %(lengte)s tekens") % {"lengte": lengte}, _("Kort de tekst in."))
    return tekst


def lees_nummer(cel: str, *, lengte: int) -> str:
    """A number of a file or place: it stands in addresses of pages, so no spaces and no signs with a meaning there."""
    if not _NUMMER.fullmatch(cel):
        raise Waardefout(
            _("een nummer van letters, cijfers, punt, streepje of laag streepje"),
            _("Haal spaties en andere tekens weg."),
        )
    return lees_tekst(cel, lengte=lengte)


def lees_bsn(cel: str) -> str:
    """Nine digits that pass the eleven-test. Points and spaces are dropped, a zero lost in a workbook is put back."""
    cijfers = cel.replace(".", "").replace(" ", "")
    if not (cijfers.isascii() and cijfers.isdigit() and len(cijfers) in (8, 9)):
        raise Waardefout(_("een BSN van 9 cijfers"), _("Kijk het BSN na in de basisregistratie personen."))
    bsn = cijfers.zfill(9)
    if not doorstaat_elfproef(bsn):
        raise Waardefout(_("een BSN dat de elfproef doorstaat"), _("Er is een cijfer verkeerd. Kijk het BSN na."))
    return bsn


def lees_datum(cel: str) -> str:
    """A day between 1900 and 2099 as 2015-01-31; accepts 2015-01-31 and 31-1-2015."""
    return _lees_datum(cel)


@lru_cache(maxsize=1 << 15)
def _lees_datum(cel: str) -> str:
    if iso := _ISO.fullmatch(cel):
        jaar, maand, dag = map(int, iso.groups())
    elif nederlands := _NEDERLANDS.fullmatch(cel):
        dag, maand, jaar = map(int, nederlands.groups())
    else:
        raise Waardefout(_("een datum zoals 2015-01-31 of 31-01-2015"), _("Schrijf de datum in een van deze vormen."))
    if jaar == 9999:
        raise Waardefout(_("een leeg vak voor wat nog loopt"), _("Maak de cel leeg."))
    if maand == 0 or dag == 0:
        raise Waardefout(_("een volledige datum"), _("Dag of maand is niet bekend: leg vast met welke datum u rekent."))
    try:
        datum = datetime.date(jaar, maand, dag)
    except ValueError:
        raise Waardefout(_("een datum die bestaat"), _("Kijk dag en maand na.")) from None
    if not VROEGSTE <= datum <= LAATSTE:
        raise Waardefout(_("een datum van 1900 tot en met 2099"), _("Kijk het jaar na."))
    return datum.isoformat()


def lees_ja_nee(cel: str) -> str:
    """Truth as "ja" or "nee"."""
    tekst = cel.casefold()
    if tekst in _JA:
        return "ja"
    if tekst in _NEE:
        return "nee"
    raise Waardefout(_("ja of nee"), _("Vul ja of nee in."))


def lees_getal(cel: str, *, decimalen: int) -> str:
    """A number as text with a point and exactly `decimalen` decimals; accepts a point or a comma."""
    if not _GETAL.fullmatch(cel):
        raise Waardefout(_("een getal"), _("Schrijf alleen cijfers, zonder punt voor duizendtallen: 1234,56."))
    heel, _punt, achter = cel.replace(",", ".").partition(".")
    achter = achter.rstrip("0")
    if len(achter) > decimalen:
        hoogstens = ngettext("hoogstens %(n)s decimaal", "hoogstens %(n)s decimalen", decimalen) % {"n": decimalen}
        verwacht = hoogstens if decimalen else _("een geheel getal")
        raise Waardefout(verwacht, _("Rond zelf af, of schrijf 1234 zonder punt als u duizendtallen bedoelt."))
    getal = f"{int(heel)}.{achter.ljust(decimalen, '0')}" if decimalen else str(int(heel))
    return f"-{getal}" if cel.startswith("-") and int(heel) == 0 and achter else getal


def _lees_begrensd_getal(cel: str, kolom: Kolom) -> str:
    tekst = lees_getal(cel, decimalen=kolom.decimalen)
    getal = Decimal(tekst)
    laag, hoog = kolom.minimum, kolom.maximum
    if laag is not None and (getal < laag or (kolom.is_boven_minimum and getal == laag)):
        grens = _("meer dan %(laag)s") if kolom.is_boven_minimum else _("%(laag)s of meer")
        raise Waardefout(grens % {"laag": laag}, _("Kijk het getal na."))
    if hoog is not None and getal > hoog:
        raise Waardefout(_("hoogstens %(hoog)s") % {"hoog": str(hoog).replace(".", ",")}, _("Kijk het getal na."))
    return tekst


def _lees_keuze(cel: str, kolom: Kolom) -> str:
    keuze = cel.casefold()
    if keuze in kolom.keuzes:
        return keuze
    if keuze.replace(" ", "_") in kolom.keuzes:
        return keuze.replace(" ", "_")
    lijkt_op = lijkt_het_meest_op(cel, kolom.keuzes)
    herstel = _("Bedoelt u '%(keuze)s'?") % {"keuze": lijkt_op} if lijkt_op else _("Kies er een uit de lijst.")
    raise Waardefout(_("een van: %(keuzes)s") % {"keuzes": ", ".join(kolom.keuzes)}, herstel)
