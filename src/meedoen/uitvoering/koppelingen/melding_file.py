"""Meldingen from a file of another system, such as the web form of the municipality: each row by the act of a melding.

Unlike the register, whose rows go into the database as they are, a melding is something that somebody takes in: it gets
an owner, a step, a fact for the rules and an event. All rows of a file or none, unless only the right ones are wanted.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ..dossiers.models import Persoon
from ..kern.models import Gebruiker
from ..toegang.acts import neem_melding_aan
from ..toegang.models import Melding
from . import kolommen, xlsx_reader
from .faults import Bestandsfout, Fout, Waardefout, inkorten
from .kolommen import Blad
from .queries import lees_kennis
from .rows import Rijfout, maak_rijlezer, volgorde_van_kolommen
from .sources import VORMEN, Bron, lees_rijen
from .values import lees_bsn

MEESTE_RIJEN = 1_000
KANALEN = tuple(kanaal.value for kanaal in Melding.Kanaal if kanaal != Melding.Kanaal.INLEZING)
BLAD = Blad(
    "meldingen",
    "toegang.Melding",
    kolommen._("Wie zich meldde, wanneer, en met welke vraag."),
    ("inwoner", "gemeld_op"),
    (
        kolommen.tekst("inwoner", 20, kolommen._("Dossiernummer of BSN van de inwoner."), "P000001"),
        kolommen.datum("gemeld_op", kolommen._("Dag van de melding."), "2026-11-16"),
        kolommen.tekst("vraag", 4000, kolommen._("Wat de inwoner vraagt."), "Ik zoek werk en heb geen inkomen."),
        kolommen.janee("vraagt_bijstand", kolommen._("Wil de inwoner bijstand aanvragen?"), "ja"),
        kolommen.janee("met_partner", kolommen._("Ook voor de partner?")),
        kolommen.keuze(
            "kanaal",
            " ".join(KANALEN),
            kolommen._("Hoe de melding binnenkwam. Leeg: met dit bestand."),
            "webformulier",
            verplicht=False,
        ),
    ),
)
"""The columns of the file."""


@dataclass(frozen=True)
class Aangenomen:
    """What was taken in, what is wrong, and whether anything was kept: with a fault nothing is, unless asked."""

    meldingen: tuple[Melding, ...]
    fouten: tuple[Fout, ...]
    rijen: int


class _Rij(NamedTuple):
    nummer: int
    waarden: dict[str, str | None]
    fouten: list[Rijfout]


def neem_meldingen_aan(
    pad: Path, *, naam: str, alleen_juiste: bool = False, door: Gebruiker, op: datetime.date
) -> Aangenomen:
    """Take in every row of a CSV file or workbook as a melding; `door` becomes the owner of each.

    `naam`: what the file is called with its owner. A row that is wrong, and why, comes back as a fault.
    """
    try:
        rijen = _lees(pad, naam, door, op)
    except Bestandsfout as fout:
        return Aangenomen((), (fout.als_fout(naam, BLAD.naam),), 0)
    personen = _personen([rij.waarden["inwoner"] or "" for rij in rijen], door)
    meldingen: list[Melding] = []
    fouten: list[Fout] = []
    with transaction.atomic():
        for rij in rijen:
            uitkomst = _neem_aan(rij, personen, door, op)
            if isinstance(uitkomst, Melding):
                meldingen.append(uitkomst)
            else:
                fouten += [
                    Fout(naam, BLAD.naam, rij.nummer, kolom, inkorten(waarde), wat, herstel)
                    for kolom, waarde, wat, herstel in uitkomst
                ]
        if fouten and not alleen_juiste:
            transaction.set_rollback(True)
            meldingen = []
    return Aangenomen(tuple(meldingen), tuple(fouten), len(rijen))


def _lees(pad: Path, naam: str, door: Gebruiker, op: datetime.date) -> list[_Rij]:
    """All rows, each checked by itself."""
    rijen = _rijen(pad, naam)
    kop = next(rijen, None)
    if kop is None:
        raise Bestandsfout(_("een rij kolomnamen en rijen"), _("Het bestand is leeg."))
    lees = maak_rijlezer(BLAD, volgorde_van_kolommen(BLAD, kop[1]), lees_kennis(door=door, op=op))
    gelezen: list[_Rij] = []
    for nummer, cellen in rijen:
        if len(gelezen) == MEESTE_RIJEN:
            raise Bestandsfout(
                _("hoogstens %(n)s meldingen in een bestand") % {"n": MEESTE_RIJEN},
                _("Verdeel de meldingen over meer bestanden."),
            )
        waarden, fouten = lees(cellen)
        gelezen.append(_Rij(nummer, dict(zip(BLAD.kolomnamen, waarden, strict=True)), fouten))
    if not gelezen:
        raise Bestandsfout(_("minstens één rij onder de kolomnamen"), _("Er staan geen rijen in. Vul het bestand."))
    return gelezen


def _rijen(pad: Path, naam: str) -> Iterator[tuple[int, list[str]]]:
    vorm = VORMEN.get(Path(naam).suffix.lower())
    if vorm not in ("csv", "xlsx"):
        raise Bestandsfout(_("een bestand .csv of .xlsx"), _("Bewaar de meldingen als CSV of als Excel-werkmap."))
    return lees_rijen(Bron(pad, naam, vorm, BLAD, xlsx_reader.tabbladen(pad)[0] if vorm == "xlsx" else ""))


def _personen(gezocht: list[str], door: Gebruiker) -> dict[str, Persoon]:
    """Residents of one's own municipalities by what the file calls them: dossier number or BSN."""
    bsns = {_als_bsn(tekst): tekst for tekst in gezocht}
    eigen = Persoon.objects.filter(gemeente__in=door.gemeentecodes())
    gevonden = {persoon.nummer: persoon for persoon in eigen.filter(nummer__in=gezocht)}
    return gevonden | {bsns[persoon.bsn]: persoon for persoon in eigen.filter(bsn__in=[bsn for bsn in bsns if bsn])}


def _als_bsn(tekst: str) -> str:
    """The BSN that a text is, as the register reads it; "" for what is none."""
    try:
        return lees_bsn(tekst)
    except Waardefout:
        return ""


def _neem_aan(rij: _Rij, personen: dict[str, Persoon], door: Gebruiker, op: datetime.date) -> Melding | list[Rijfout]:
    if rij.fouten:
        return rij.fouten
    waarden = rij.waarden
    inwoner, gemeld_op = waarden["inwoner"] or "", waarden["gemeld_op"] or ""
    if inwoner not in personen:
        herstel = _("Kijk het nummer na, of schrijf de inwoner eerst in onder Nieuwe melding.")
        return [("inwoner", inwoner, _("iemand uit het register van uw gemeenten"), herstel)]
    try:
        with transaction.atomic():
            return neem_melding_aan(
                persoon=personen[inwoner],
                kanaal=waarden["kanaal"] or Melding.Kanaal.INLEZING,
                gemeld_op=datetime.date.fromisoformat(gemeld_op),
                vraag=waarden["vraag"] or "",
                vraagt_bijstand=waarden["vraagt_bijstand"] == "ja",
                met_partner=waarden["met_partner"] == "ja",
                door=door,
                op=op,
            )
    except ValidationError as fout:
        if hasattr(fout, "error_dict"):
            return [
                (kolom, waarden.get(kolom) or "", _("een melding die kan"), " ".join(teksten))
                for kolom, teksten in fout.message_dict.items()
            ]
        return [("inwoner", inwoner, _("een melding die kan"), " ".join(fout.messages))]
