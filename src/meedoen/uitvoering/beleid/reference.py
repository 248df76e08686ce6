"""The reference data that ship with the package (`gegevens/*.csv`), read strictly and checked against one another."""

import csv
import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from django.db import models
from django.utils.translation import gettext as _

from ..kern.units import Eenheid
from . import reading
from .models import Arbeidsmarktregio, Beleidscijfer, Gemeente, Herindeling, Regiolidmaatschap
from .reading import BestandenOnjuist, Fout, Plek, Veld

GEGEVENS = Path(__file__).parent / "gegevens"
CIJFERBESTANDEN = ("banenafspraak.csv", "beschut_werk_landelijk.csv", "beschut_werk_taakstelling.csv")

_GM, _AM = reading.code("GM", 4), reading.code("AM", 2)
_BRON = Veld(reading.tekst())
_NAAM = Veld(reading.tekst(60))
_GEVERIFIEERD = Veld(reading.ja_nee)
_LATER = Veld(reading.datum, verplicht=False)

_GEMEENTEN = {
    "code": Veld(_GM),
    "naam": _NAAM,
    "provincie": Veld(reading.tekst(30), verplicht=False, anders=""),
    "vanaf": _LATER,
    "tot": _LATER,
    "inwoners_2020": Veld(reading.geheel, verplicht=False),
    "bron": _BRON,
}
_HERINDELINGEN = {
    "vanaf": Veld(reading.datum),
    "oude": Veld(_GM, naam="oude_id"),
    "oude_naam": _NAAM,
    "nieuwe": Veld(_GM, naam="nieuwe_id"),
    "nieuwe_naam": _NAAM,
    "is_gesplitst": Veld(reading.ja_nee),
    "is_geverifieerd": _GEVERIFIEERD,
    "bron": _BRON,
}
_REGIOS = {"code": Veld(_AM), "naam": _NAAM, "naam_2015": _NAAM, "bron": _BRON}
_LIDMAATSCHAPPEN = {
    "gemeente": Veld(_GM, naam="gemeente_id"),
    "gemeente_naam": _NAAM,
    "regio": Veld(_AM, naam="regio_id"),
    "vanaf": Veld(reading.datum),
    "tot": _LATER,
    "is_geverifieerd": _GEVERIFIEERD,
    "bron": _BRON,
}
_CIJFERS = {
    "aard": Veld(reading.keuze(*Beleidscijfer.Aard.values)),
    "soort": Veld(reading.sleutel),
    "rij": Veld(reading.sleutel, verplicht=False, anders=""),
    "gemeente": Veld(_GM, verplicht=False, naam="gemeente_id"),
    "periode": Veld(reading.tekst(20)),
    "peildatum": _LATER,
    "waarde": Veld(reading.getal, verplicht=False),
    "eenheid": Veld(reading.keuze(*(eenheid.value for eenheid in Eenheid))),
    "is_voorlopig": Veld(reading.ja_nee),
    "bekend_vanaf": _LATER,
    "is_geverifieerd": _GEVERIFIEERD,
    "bron": _BRON,
    "opmerking": Veld(reading.tekst(), verplicht=False, anders=""),
}
_BESTANDEN: dict[str, dict[str, Veld]] = {
    "gemeenten.csv": _GEMEENTEN,
    "herindelingen.csv": _HERINDELINGEN,
    "arbeidsmarktregios.csv": _REGIOS,
    "regiolidmaatschap.csv": _LIDMAATSCHAPPEN,
    **dict.fromkeys(CIJFERBESTANDEN, _CIJFERS),
}
Rij = TypeVar("Rij", bound=models.Model)
CIJFERSLEUTEL = ("soort", "rij", "gemeente_id", "samenwerking_id", "periode", "bekend_vanaf")


@dataclass(frozen=True)
class Referentiegegevens:
    """Everything the files hold, as rows that are not saved yet, in the order in which they must be saved."""

    gemeenten: list[Gemeente]
    herindelingen: list[Herindeling]
    regios: list[Arbeidsmarktregio]
    lidmaatschappen: list[Regiolidmaatschap]
    cijfers: list[Beleidscijfer]
    sha256: str

    def tabellen(self) -> Iterator[tuple[type[models.Model], tuple[str, ...], list[Any]]]:
        """Per table: the model, the fields that name a row, and the rows."""
        yield Gemeente, ("code",), self.gemeenten
        yield Herindeling, ("oude_id", "nieuwe_id", "vanaf"), self.herindelingen
        yield Arbeidsmarktregio, ("code",), self.regios
        yield Regiolidmaatschap, ("gemeente_id", "vanaf"), self.lidmaatschappen
        yield Beleidscijfer, CIJFERSLEUTEL, self.cijfers


def lees_referentiegegevens(map_: Path = GEGEVENS) -> Referentiegegevens:
    """Read and check all files. Raises BestandenOnjuist with every fault in every file."""
    fouten: list[Fout] = []
    ruw = {bestand: list(_rijen(map_ / bestand, velden, fouten)) for bestand, velden in _BESTANDEN.items()}
    if not fouten:
        fouten += _namen_wijken_af(ruw)
    if fouten:
        raise BestandenOnjuist(fouten)
    gegevens = Referentiegegevens(
        _maak(Gemeente, ruw["gemeenten.csv"]),
        _maak(Herindeling, ruw["herindelingen.csv"]),
        _maak(Arbeidsmarktregio, ruw["arbeidsmarktregios.csv"]),
        _maak(Regiolidmaatschap, ruw["regiolidmaatschap.csv"]),
        [c for b in CIJFERBESTANDEN for c in _maak(Beleidscijfer, ruw[b], bestand=f"gegevens/{b}")],
        hashlib.sha256(b"".join((map_ / bestand).read_bytes() for bestand in _BESTANDEN)).hexdigest(),
    )
    fouten += [*_dubbel(gegevens), *_onbekende_codes(gegevens), *_herindelingen_sluiten(gegevens)]
    if fouten:
        raise BestandenOnjuist(fouten)
    return gegevens


def _rijen(pad: Path, velden: Mapping[str, Veld], fouten: list[Fout]) -> Iterator[dict[str, Any]]:
    with pad.open(encoding="utf-8", newline="") as stroom:
        for nummer, ruw in enumerate(csv.DictReader(stroom, restkey="(te veel)"), start=2):
            plek = Plek(pad.name, _("regel %(nummer)s") % {"nummer": nummer})
            yield reading.lees_velden(ruw, velden, plek, fouten)


def _maak(model: type[Rij], rijen: list[dict[str, Any]], **vast: str) -> list[Rij]:
    """Rows of a file as rows of a table; names that stand beside a code for the reader of the file are left out."""
    kolommen = {veld.attname for veld in model._meta.concrete_fields}
    return [model(**{k: v for k, v in rij.items() if k in kolommen}, **vast) for rij in rijen]


def _namen_wijken_af(ruw: Mapping[str, list[dict[str, Any]]]) -> Iterator[Fout]:
    """The name beside a code must be the name that the list of municipalities gives: it catches a mistyped code."""
    namen = {rij["code"]: rij["naam"] for rij in ruw["gemeenten.csv"]}
    for bestand, code, naam in (
        ("herindelingen.csv", "oude_id", "oude_naam"),
        ("herindelingen.csv", "nieuwe_id", "nieuwe_naam"),
        ("regiolidmaatschap.csv", "gemeente_id", "gemeente_naam"),
    ):
        for rij in ruw[bestand]:
            if namen.get(rij[code], rij[naam]) != rij[naam]:
                yield Fout(bestand, rij[code], rij[naam], namen[rij[code]], _("Verbeter de code of de naam."))


def _dubbel(gegevens: Referentiegegevens) -> Iterator[Fout]:
    """Rows that name the same thing twice."""
    for model, velden, rijen in gegevens.tabellen():
        aantallen = Counter(tuple(getattr(rij, veld) for veld in velden) for rij in rijen)
        for sleutel, aantal in aantallen.items():
            if aantal > 1:
                naam = ", ".join(str(deel) for deel in sleutel if deel not in (None, ""))
                yield Fout(
                    str(model._meta.verbose_name_plural),
                    naam,
                    str(aantal),
                    _("één regel"),
                    _("Haal de dubbele regel weg."),
                )


def _onbekende_codes(gegevens: Referentiegegevens) -> Iterator[Fout]:
    """Codes that stand in no list of municipalities or regions."""
    gemeenten = {g.code for g in gegevens.gemeenten}
    regios = {r.code for r in gegevens.regios}
    gebruikt = [
        *(("herindelingen.csv", code, gemeenten) for h in gegevens.herindelingen for code in (h.oude_id, h.nieuwe_id)),
        *(("regiolidmaatschap.csv", lid.gemeente_id, gemeenten) for lid in gegevens.lidmaatschappen),
        *(("regiolidmaatschap.csv", lid.regio_id, regios) for lid in gegevens.lidmaatschappen),
        *((c.bestand, c.gemeente_id, gemeenten) for c in gegevens.cijfers if c.gemeente_id),
    ]
    for bestand, code, bekend in gebruikt:
        if code not in bekend:
            herstel = _("Voeg de code toe aan gemeenten.csv of arbeidsmarktregios.csv.")
            yield Fout(bestand, code, code, _("een bekende code"), herstel)


def _herindelingen_sluiten(gegevens: Referentiegegevens) -> Iterator[Fout]:
    """A dissolved municipality has a successor from the day it ended; more than one exactly when it was split."""
    opvolgers = defaultdict(list)
    for herindeling in gegevens.herindelingen:
        opvolgers[herindeling.oude_id].append(herindeling)
    for gemeente in gegevens.gemeenten:
        gevonden = opvolgers.get(gemeente.code, [])
        dagen = {h.vanaf for h in gevonden}
        if dagen != ({gemeente.tot} if gemeente.tot else set()):
            verwacht = _("een herindeling op de dag waarop de gemeente eindigt (%(tot)s)") % {
                "tot": gemeente.tot or "-"
            }
            herstel = _("Maak 'tot' in gemeenten.csv gelijk aan 'vanaf' in herindelingen.csv.")
            yield Fout("herindelingen.csv", gemeente.code, ", ".join(map(str, sorted(dagen))) or "-", verwacht, herstel)
        if any(h.is_gesplitst != (len(gevonden) > 1) for h in gevonden):
            verwacht = _("is_gesplitst 'ja' precies als er meer opvolgers zijn")
            yield Fout("herindelingen.csv", gemeente.code, str(len(gevonden)), verwacht, _("Verbeter 'is_gesplitst'."))
