"""What a blad and a column are, and the short forms in which `bladen.py` writes them. No database, no settings."""

import enum
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property


def _(text: str) -> str:
    """Mark a text for translation where it is defined. (Django's own marker cannot be used without settings.)"""
    return text


class Type(enum.Enum):
    """What may stand in a column, as a person who fills in a workbook would say it."""

    TEKST = _("tekst")
    NUMMER = _("nummer (letters, cijfers, punt, streepje)")
    BSN = _("burgerservicenummer (9 cijfers)")
    DATUM = _("datum (jjjj-mm-dd)")
    JANEE = _("ja of nee")
    GETAL = _("getal")
    KEUZE = _("keuze uit de lijst")
    GEMEENTE = _("gemeentecode van het CBS (GM en 4 cijfers)")
    PERSOON = _("dossiernummer van een persoon")
    WERKGEVER = _("nummer van een werkgever")
    FEIT = _("naam van een feit")
    FEITWAARDE = _("waarde van het feit")


@dataclass(frozen=True)
class Kolom:
    """One column of a blad. `veld` is the field of the model that it fills, `lengte` the longest text in characters.

    `minimum` and `maximum` are inclusive, except that `minimum` is exclusive where `is_boven_minimum`; `decimalen` is
    the largest number of decimals. `is_verplicht` columns must be filled in; an empty cell elsewhere means "not known"
    or "still open", and for yes/no columns "nee".
    """

    naam: str
    type: Type
    omschrijving: str
    voorbeeld: str
    veld: str
    is_verplicht: bool = True
    keuzes: tuple[str, ...] = ()
    lengte: int = 0
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    is_boven_minimum: bool = False
    decimalen: int = 0


@dataclass(frozen=True)
class Blad:
    """One table of the register: natural key, columns in file order, and the model ("app.Model") that holds its rows.

    `eenmaal_tegelijk` says, in Dutch, what a person can have only one of at a time ("" when several may overlap).
    """

    naam: str
    model: str
    omschrijving: str
    sleutel: tuple[str, ...]
    kolommen: tuple[Kolom, ...]
    eenmaal_tegelijk: str = ""

    def kolom(self, naam: str) -> Kolom:
        """The column with this name. Raises KeyError when the blad has no such column."""
        for kolom in self.kolommen:
            if kolom.naam == naam:
                return kolom
        raise KeyError(f"blad '{self.naam}' has no column '{naam}'")

    @cached_property
    def kolomnamen(self) -> tuple[str, ...]:
        """Header row, in order."""
        return tuple(k.naam for k in self.kolommen)


def tekst(
    naam: str, lengte: int, omschrijving: str, voorbeeld: str, *, veld: str = "", verplicht: bool = True
) -> Kolom:
    return Kolom(naam, Type.TEKST, omschrijving, voorbeeld, veld or naam, is_verplicht=verplicht, lengte=lengte)


def nummer(omschrijving: str, voorbeeld: str) -> Kolom:
    return Kolom("nummer", Type.NUMMER, omschrijving, voorbeeld, "nummer", lengte=20)


def persoon(
    omschrijving: str = _("Dossiernummer van de persoon, zoals op het blad personen."), naam: str = "persoon"
) -> Kolom:
    return Kolom(naam, Type.PERSOON, omschrijving, "P000002" if naam == "ander" else "P000001", f"{naam}_id", lengte=20)


def datum(naam: str, omschrijving: str, voorbeeld: str, *, verplicht: bool = True) -> Kolom:
    return Kolom(naam, Type.DATUM, omschrijving, voorbeeld, naam, is_verplicht=verplicht)


def periode(wat: str, vanaf: str, tot: str = "") -> tuple[Kolom, Kolom]:
    return (
        datum("vanaf", wat, vanaf),
        datum(
            "tot",
            _("Eerste dag waarop het niet meer geldt (de einddatum telt niet mee). Leeg: loopt nog."),
            tot,
            verplicht=False,
        ),
    )


def keuze(naam: str, keuzes: str, omschrijving: str, voorbeeld: str, *, verplicht: bool = True) -> Kolom:
    return Kolom(naam, Type.KEUZE, omschrijving, voorbeeld, naam, is_verplicht=verplicht, keuzes=tuple(keuzes.split()))


def janee(naam: str, omschrijving: str, voorbeeld: str = "nee") -> Kolom:
    return Kolom(naam, Type.JANEE, omschrijving, voorbeeld, naam, is_verplicht=False)


def getal(
    naam: str,
    omschrijving: str,
    voorbeeld: str,
    *,
    maximum: str,
    boven_nul: bool = False,
    verplicht: bool = True,
) -> Kolom:
    return Kolom(
        naam,
        Type.GETAL,
        omschrijving,
        voorbeeld,
        naam,
        is_verplicht=verplicht,
        minimum=Decimal(0),
        maximum=Decimal(maximum),
        is_boven_minimum=boven_nul,
        decimalen=2,
    )


def gemeente(omschrijving: str) -> Kolom:
    return Kolom("gemeentecode", Type.GEMEENTE, omschrijving, "GM1680", "gemeente_id", lengte=6)
