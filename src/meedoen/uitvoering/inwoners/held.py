"""Everything that is held of one resident, found by the tables themselves: a table of a new app is in it by existing.

The purposes, grounds and terms are those of `docs/persoonsgegevens.toml`. Whom a row is about follows from its foreign
keys; the few tables where that says too little or too much stand in `PADEN`.
"""

import datetime
import tomllib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

import meedoen
from meedoen.recht import laad_recht

from ..besluiten.models import Zaakfeit
from ..dossiers.models import Feit, Persoon, Relatie
from ..dossiers.overview import periode, toon_feit
from ..huisstijl.formats import bedrag, datum, getal, procent
from ..kern import clock
from ..kern.models import Gebeurtenis, Gebruiker, Inzage
from ..naslag.values import leesbaar, uit_tekst

BESTAND = "persoonsgegevens.toml"
PADEN: dict[str, tuple[str, ...]] = {
    "dossiers.Persoon": ("pk",),
    "dossiers.Relatie": ("persoon", "ander"),
    "trajecten.Plan": ("leden__persoon",),
    "trajecten.Doel": ("plan__leden__persoon",),
    "trajecten.Afspraak": ("plan__leden__persoon",),
}
"""Table -> the paths to whom its rows are about, where they are not simply the shortest one."""
TECHNIEK = {"versie", "inlezing", "sha256", "pdf", "rechtshash"}
"""Fields that say nothing about a person: they are left out of the copy."""
ALTIJD_VAN_EEN_ANDER = {("handhaving.Signaal", "melder")}
"""Fields that name somebody else by their nature: who told about a resident stays out of the copy."""
WEGGELATEN_WEGENS = "AVG 15 lid 4"


@dataclass(frozen=True)
class Waarde:
    """One field of a row. `sleutel` names it where it is free text, which may be about somebody else; else ""."""

    naam: str
    tekst: str
    sleutel: str = ""


@dataclass(frozen=True)
class Soort:
    """The rows of one table about one resident, with what they are for."""

    tabel: str
    naam: str
    grondslag: str
    bewaartermijn: str
    doelen: tuple[tuple[str, str], ...]
    rijen: tuple[tuple[Waarde, ...], ...]


@dataclass(frozen=True)
class Opening:
    """One time that the dossier was opened."""

    moment: str
    wie: str
    doel: str


@cache
def beschrijving() -> dict[str, Any]:
    """`docs/persoonsgegevens.toml`; a wheel carries it in the package."""
    pakket = Path(meedoen.__file__).parent
    plaats = next(p for p in (pakket / BESTAND, pakket.parents[1] / "docs" / BESTAND) if p.is_file())
    return tomllib.loads(plaats.read_text("utf-8"))


def tabellen() -> dict[str, tuple[str, ...]]:
    """Every table with rows about residents, with the paths from a row to the resident."""
    gevonden = {}
    for label, over in beschrijving().items():
        if isinstance(over, dict) and "velden" in over and (paden := paden_van(apps.get_model(label))):
            gevonden[label] = paden
    return gevonden


def paden_van(model: type[models.Model]) -> tuple[str, ...]:
    """The paths from a row to whom it is about; none where it is about no resident."""
    if paden := PADEN.get(model._meta.label):
        return paden
    wachtend: list[tuple[type[models.Model], str]] = [(model, "")]
    gezien = {model}
    while wachtend:
        tabel, pad = wachtend.pop(0)
        for veld in tabel._meta.get_fields():
            doel = veld.related_model
            if not veld.concrete or not isinstance(doel, type) or veld.many_to_many:
                continue
            if doel is Persoon:
                return (f"{pad}{veld.name}",)
            if doel not in gezien and doel is not Gebruiker:
                gezien.add(doel)
                wachtend.append((doel, f"{pad}{veld.name}__"))
    return ()


def gegevens_van(persoon: Persoon, *, weglaten: Collection[str] = (), met_namen: bool = False) -> list[Soort]:
    """What is held of a resident, per table, empty tables left out; `weglaten` are keys of free texts."""
    soorten = []
    for label, paden in tabellen().items():
        over, model = beschrijving()[label], apps.get_model(label)
        velden = _velden(model, over)
        rijen = [_rij(rij, velden, persoon, weglaten, met_namen) for rij in _rijen(model, paden, persoon)]
        if rijen:
            soorten.append(_soort(label, over, model, rijen))
    return soorten


def vrije_teksten(soorten: Iterable[Soort]) -> list[tuple[str, str, str]]:
    """Every free text that is held: its key, where it stands, and the text."""
    return [
        (waarde.sleutel, f"{soort.naam}: {waarde.naam}", waarde.tekst)
        for soort in soorten
        for rij in soort.rijen
        for waarde in rij
        if waarde.sleutel
    ]


def openingen_van(persoon: Persoon, *, met_namen: bool = False) -> list[Opening]:
    """Who opened the dossier, newest first."""
    rijen = Inzage.objects.filter(onderwerp_soort=persoon._meta.label_lower, onderwerp_id=str(persoon.pk))
    return [
        Opening(_moment(rij.moment), medewerker(rij.door, met_namen), rij.doel)
        for rij in rijen.select_related("door").order_by("-moment", "-pk")
    ]


def handelingen_van(persoon: Persoon, *, met_namen: bool = False) -> list[Opening]:
    """What was done with the rows about a resident, newest first."""
    eigen = Q(pk=None)
    for label, paden in tabellen().items():
        model = apps.get_model(label)
        sleutels = [str(rij.pk) for rij in _rijen(model, paden, persoon)]
        eigen |= Q(onderwerp_soort=model._meta.label_lower, onderwerp_id__in=sleutels)
    rijen = Gebeurtenis.objects.filter(eigen).select_related("door").order_by("-moment", "-pk")
    return [
        Opening(_moment(r.moment), medewerker(r.door, met_namen) if r.door else "", leesbaar(r.handeling))
        for r in rijen
    ]


def medewerker(wie: Gebruiker, met_namen: bool) -> str:
    """Who did something: the role, and only where asked the name (Hof van Justitie, C-579/21)."""
    rol = str(wie.get_rol_display()).lower()
    return f"{wie.get_full_name() or wie.get_username()}, {rol}" if met_namen else rol


def _rijen(model: type[models.Model], paden: Iterable[str], persoon: Persoon) -> list[models.Model]:
    waar = Q(pk=None)
    for pad in paden:
        waar |= Q(**{pad: persoon.pk})
    relaties = [f.name for f in model._meta.get_fields() if f.concrete and (f.many_to_one or f.one_to_one)]
    return list(model._default_manager.filter(waar).select_related(*relaties).distinct().order_by("pk"))


def _soort(label: str, over: Mapping[str, Any], model: type[models.Model], rijen: list[Any]) -> Soort:
    getoond = {waarde.naam for rij in rijen for waarde in rij}
    doelen = [(_veldnaam(model, veld), doel) for veld, doel in over["velden"].items()]
    return Soort(
        tabel=label,
        naam=over.get("naam") or str(model._meta.verbose_name_plural).capitalize(),
        grondslag=over["grondslag"],
        bewaartermijn=beschrijving()["bewaartermijnen"][over["bewaartermijn"]],
        doelen=tuple((naam, doel) for naam, doel in doelen if naam in getoond),
        rijen=tuple(rijen),
    )


def _velden(model: type[models.Model], over: Mapping[str, Any]) -> list[str]:
    """The fields of a table: those with a purpose, and where that covers more in one sentence all the others."""
    andere = [veld.name for veld in model._meta.concrete_fields if veld.name not in ("id", *over["velden"])]
    return [*(andere if over.get("overige_velden") else []), *over["velden"]]


def _veldnaam(model: type[models.Model], veld: str) -> str:
    return capfirst(str(getattr(model._meta.get_field(veld), "verbose_name", veld)))


def _rij(
    rij: models.Model, velden: Iterable[str], persoon: Persoon, weglaten: Collection[str], met_namen: bool
) -> tuple[Waarde, ...]:
    """The fields of a row that hold something, for the resident himself."""
    if isinstance(rij, Relatie):
        return _relatie(rij, persoon)
    waarden = []
    for naam in velden:
        inhoud = getattr(rij, naam)
        if naam in TECHNIEK or inhoud in (None, "", [], {}) or inhoud == persoon:
            continue
        veld: Any = rij._meta.get_field(naam)
        is_vrij = isinstance(veld, models.TextField) and naam != "waarde"
        sleutel = f"{rij._meta.label}:{rij.pk}:{naam}" if is_vrij else ""
        tekst = _tekst(rij, veld, inhoud, persoon, met_namen)
        if (sleutel and sleutel in weglaten) or (rij._meta.label, naam) in ALTIJD_VAN_EEN_ANDER:
            tekst = _("weggelaten, want het gaat over een ander (%(artikel)s)") % {"artikel": WEGGELATEN_WEGENS}
        if tekst:
            waarden.append(Waarde(_veldnaam(type(rij), naam), tekst, sleutel))
    return tuple(waarden)


def _relatie(rij: Relatie, persoon: Persoon) -> tuple[Waarde, ...]:
    """A relation as the resident says it: who the other is, and what to whom."""
    ik_eerst = rij.persoon_id == persoon.pk
    wat = str(rij.get_soort_display())
    if rij.soort == Relatie.Soort.OUDER:
        wat = _("u bent de ouder") if ik_eerst else _("uw ouder")
    tot = (Waarde(_("Tot"), datum(rij.tot)),) if rij.tot else ()
    wie = Waarde(_("Met wie"), str(rij.ander if ik_eerst else rij.persoon))
    return (wie, Waarde(_("Soort"), wat), Waarde(_("Vanaf"), datum(rij.vanaf)), *tot)


def _tekst(rij: models.Model, veld: Any, inhoud: Any, persoon: Persoon, met_namen: bool) -> str:
    """A value as the resident reads it. Of another person only the name, of what was computed only his own part."""
    if isinstance(rij, Feit | Zaakfeit) and veld.name in ("naam", "waarde"):
        return rij.naam_leesbaar if veld.name == "naam" else toon_feit(rij)
    if veld.choices:
        return str(getattr(rij, f"get_{veld.name}_display")())
    if isinstance(inhoud, Feit):
        return f"{inhoud.naam_leesbaar}: {toon_feit(inhoud)}, {periode(inhoud.vanaf, inhoud.tot)}"
    if isinstance(inhoud, Gebruiker):
        return medewerker(inhoud, met_namen)
    if isinstance(inhoud, bool):
        return _("ja") if inhoud else _("nee")
    if isinstance(inhoud, datetime.datetime):
        return _moment(inhoud)
    if isinstance(inhoud, datetime.date):
        return datum(inhoud)
    if isinstance(veld, models.DecimalField):
        return _hoeveel(veld.name, inhoud)
    return _eigen_deel(inhoud, persoon) if isinstance(inhoud, dict | list) else str(inhoud)


def _hoeveel(naam: str, waarde: Decimal) -> str:
    """A number with its unit, which stands in the name of the field where it is not money."""
    if naam.endswith("_percentage"):
        return procent(waarde)
    return getal(waarde) if "uren" in naam else bedrag(waarde)


def _eigen_deel(inhoud: Any, persoon: Persoon) -> str:
    """Of a kept case or answer: what is about this resident, as "name: value"."""
    if not isinstance(inhoud, dict):
        return "; ".join(str(deel) for deel in inhoud)
    delen: list[str] = []
    for sleutel in ("opgave", "antwoord"):
        if isinstance(inhoud.get(sleutel), dict):
            delen.append(_eigen_deel(inhoud[sleutel], persoon))
    eigen = [p for p in inhoud.get("persoon", []) if isinstance(p, dict) and p.get("id") == persoon.nummer]
    waarden = {**(eigen[0] if eigen else {}), **(inhoud.get("personen", {}).get(persoon.nummer) or {})}
    for naam, waarde in waarden.items():
        if naam not in ("id", "gevraagd", "partner", "ouders", "commerciele_relatie_met"):
            delen.append(f"{leesbaar(naam)}: {_enkel(naam, waarde)}")
    return "; ".join(deel for deel in delen if deel)


def _enkel(naam: str, waarde: Any) -> str:
    """One value of a kept case: of a judgment its answer, of a list its rows."""
    if isinstance(waarde, dict):
        waarde = waarde.get("antwoord", waarde)
    if isinstance(waarde, list):
        return ngettext("%(aantal)s regel", "%(aantal)s regels", len(waarde)) % {"aantal": len(waarde)}
    recht = laad_recht()
    if feit := recht.feiten.get(naam):
        return procent(waarde) if feit.eenheid == "procent" else uit_tekst(waarde, feit.eenheid)
    return uit_tekst(waarde, str(recht.regels[naam][0].kop.soort) if naam in recht.regels else "aantal")


def _moment(moment: datetime.datetime) -> str:
    return date_format(clock.in_nederland(moment), "j F Y, H:i")
