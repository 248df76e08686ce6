"""Reading files strictly: each value is checked against what its column or key expects; all faults come at once."""

import datetime
import difflib
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Fout:
    """One fault in a file: where it is, what stands there, what was expected and how to mend it. In Dutch."""

    bestand: str
    plek: str
    waarde: str
    verwacht: str
    herstel: str

    def __str__(self) -> str:
        return _("%(bestand)s, %(plek)s: gevonden '%(waarde)s', verwacht %(verwacht)s. %(herstel)s") % vars(self)


class BestandenOnjuist(ValueError):
    """One or more files are faulty; nothing was loaded. `fouten` has them all."""

    def __init__(self, fouten: Collection[Fout]) -> None:
        self.fouten = tuple(fouten)
        regels = "\n".join(f"- {fout}" for fout in self.fouten)
        super().__init__(_("Er is niets geladen. Fouten: %(aantal)s.") % {"aantal": len(self.fouten)} + f"\n{regels}")


class Onleesbaar(ValueError):
    """A value that is not what was expected; the text says what was, in Dutch."""


Lezer = Callable[[Any], Any]


@dataclass(frozen=True)
class Veld:
    """One column or key: how its value is read, whether it must be there, and under which name it goes on."""

    lees: Lezer
    verplicht: bool = True
    anders: Any = None
    naam: str = ""


@dataclass(frozen=True)
class Plek:
    """A place in a file: the file and, in Dutch, the row or the table."""

    bestand: str
    plek: str

    def fout(self, sleutel: str, waarde: object, verwacht: str, herstel: str) -> Fout:
        """A fault at one key of this place."""
        plek = ", ".join(deel for deel in (self.plek, sleutel) if deel)
        return Fout(self.bestand, plek, _kort(waarde), verwacht, herstel)


def _kort(waarde: object) -> str:
    tekst = str(waarde)
    return tekst if len(tekst) <= 60 else tekst[:57] + "..."


def lees_velden(ruw: Mapping[str, Any], velden: Mapping[str, Veld], plek: Plek, fouten: list[Fout]) -> dict[str, Any]:
    """Read every field of one row or table; faults are added to `fouten`, a field with a fault is left out."""
    for sleutel in ruw:
        if sleutel not in velden:
            lijkt = difflib.get_close_matches(sleutel, velden, n=1)
            herstel = _("Bedoelde u '%(naam)s'?") % {"naam": lijkt[0]} if lijkt else _("Haal de sleutel weg.")
            verwacht = _("een bekende sleutel (%(namen)s)") % {"namen": ", ".join(velden)}
            fouten.append(plek.fout(sleutel, sleutel, verwacht, herstel))
    gelezen: dict[str, Any] = {}
    for sleutel, veld in velden.items():
        waarde = ruw.get(sleutel)
        if waarde is None or waarde == "":
            if veld.verplicht:
                fouten.append(plek.fout(sleutel, "", _("een waarde"), _("Vul '%(naam)s' in.") % {"naam": sleutel}))
            else:
                gelezen[veld.naam or sleutel] = veld.anders
            continue
        try:
            gelezen[veld.naam or sleutel] = veld.lees(waarde)
        except Onleesbaar as fout:
            fouten.append(plek.fout(sleutel, waarde, str(fout), _("Verbeter deze waarde.")))
    return gelezen


def tekst(hoogstens: int = 2000) -> Lezer:
    """A text of at most so many characters, without blanks around it."""

    def lees(waarde: Any) -> str:
        if not isinstance(waarde, str) or not waarde.strip() or len(waarde) > hoogstens:
            raise Onleesbaar(_("een tekst van 1 tot %(meest)s tekens tussen aanhalingstekens") % {"meest": hoogstens})
        return waarde.strip()

    return lees


def teksten(waarde: Any) -> list[str]:
    """A list of texts."""
    if not isinstance(waarde, list) or not all(isinstance(deel, str) and deel.strip() for deel in waarde):
        raise Onleesbaar(_('een lijst van teksten, zoals ["een", "twee"]'))
    return [deel.strip() for deel in waarde]


def sleutel(waarde: Any) -> str:
    """A key: small letters, digits and hyphens."""
    if not isinstance(waarde, str) or not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", waarde) or len(waarde) > 60:
        raise Onleesbaar(_("een sleutel van kleine letters, cijfers en streepjes, zoals 'beschut-werk'"))
    return waarde


def keuze(*keuzes: str) -> Lezer:
    """One of these texts."""

    def lees(waarde: Any) -> str:
        if waarde not in keuzes:
            raise Onleesbaar(_("een van: %(keuzes)s") % {"keuzes": ", ".join(keuzes)})
        return str(waarde)

    return lees


def code(voorvoegsel: str, cijfers: int) -> Lezer:
    """A code of CBS: "GM" and four digits, "AM" and two."""

    def lees(waarde: Any) -> str:
        if not isinstance(waarde, str) or not re.fullmatch(rf"{voorvoegsel}[0-9]{{{cijfers}}}", waarde):
            voorbeeld = voorvoegsel + "0106"[-cijfers:]
            raise Onleesbaar(_("een code als %(voorbeeld)s") % {"voorbeeld": voorbeeld})
        return waarde

    return lees


def datum(waarde: Any) -> datetime.date:
    """A calendar day, as text (2015-12-31) or as a TOML date."""
    if isinstance(waarde, datetime.date) and not isinstance(waarde, datetime.datetime):
        return waarde
    if isinstance(waarde, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", waarde):
        try:
            return datetime.date.fromisoformat(waarde)
        except ValueError:
            pass
    raise Onleesbaar(_("een bestaande datum als 2015-12-31"))


def ja_nee(waarde: Any) -> bool:
    """Ja or nee in a CSV file, true or false in TOML."""
    if isinstance(waarde, bool):
        return waarde
    if waarde in ("ja", "nee"):
        return bool(waarde == "ja")
    raise Onleesbaar(_("ja of nee (in TOML: true of false)"))


def getal(waarde: Any) -> Decimal:
    """An exact number with at most two decimals, below a thousand billion."""
    if isinstance(waarde, bool) or not isinstance(waarde, (int, Decimal, str)):
        raise Onleesbaar(_("een getal met hoogstens twee decimalen"))
    try:
        exact = Decimal(waarde)
    except InvalidOperation:
        exact = Decimal("NaN")
    if not exact.is_finite() or abs(exact) >= 10**12 or exact != exact.quantize(Decimal("0.01")):
        raise Onleesbaar(_("een getal met hoogstens twee decimalen"))
    return exact


def geheel(waarde: Any) -> int:
    """A whole number from 0."""
    exact = getal(waarde)
    if exact != exact.to_integral_value() or exact < 0:
        raise Onleesbaar(_("een heel getal van 0 of meer"))
    return int(exact)
