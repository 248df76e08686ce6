"""What a policy folder says, as plain values: documents, tables, mentions. No database, no files."""

import datetime
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from .reading import Plek

HELE_LAND, DEZE_SAMENWERKING = "land", "samenwerking"  # the areas of a table besides a municipality
Waarden = tuple[Decimal | None, ...]


@dataclass(frozen=True)
class Document:
    """The public document that a file was taken from. `vastgesteld` is empty when the document carries no date."""

    bestand: str
    naam: str
    vastgesteld: datetime.date | None
    toelichting: str

    def bron(self, plaats: str) -> str:
        """Source of one thing in this document, in Dutch: name, date, place."""
        dag = self.vastgesteld.isoformat() if self.vastgesteld else _("zonder datum")
        return f"{self.naam} ({dag}), {plaats}"


@dataclass(frozen=True)
class Tabel:
    """One table of a document: rows by key, one value per period; None where the document says PM."""

    document: Document
    plek: Plek
    plaats: str
    soort: str
    aard: str
    eenheid: str
    gebied: str
    perioden: tuple[str, ...]
    rijen: dict[str, Waarden]
    peildata: dict[str, datetime.date] = field(default_factory=dict)
    sommen: dict[str, tuple[str, ...]] = field(default_factory=dict)
    is_verdeling: bool = False
    is_voorlopig: bool = False
    is_geverifieerd: bool = True
    opmerkingen: dict[tuple[str, str], str] = field(default_factory=dict)


@dataclass(frozen=True)
class Vermelding:
    """Something that a document says has happened, with the first day of the period it names."""

    document: Document
    plek: Plek
    plaats: str
    tekst: str
    datum: datetime.date


@dataclass(frozen=True)
class Aftrekking:
    """A subtraction of ranges as a document prints it: `van` minus `af` makes `uitkomst` (each lowest and highest)."""

    document: Document
    plek: Plek
    plaats: str
    van: tuple[Decimal, Decimal]
    af: tuple[Decimal, Decimal]
    uitkomst: tuple[Decimal, Decimal]


@dataclass(frozen=True)
class Beleid:
    """A policy folder as read. `samenwerking` has sleutel, naam, gemeenten; `doelgroepen` and `stappen` are columns."""

    samenwerking: dict[str, Any]
    doelgroepen: tuple[dict[str, Any], ...]
    stappen: tuple[dict[str, Any], ...]
    tabellen: tuple[Tabel, ...]
    vermeldingen: tuple[Vermelding, ...]
    aftrekkingen: tuple[Aftrekking, ...]
    sha256: str
