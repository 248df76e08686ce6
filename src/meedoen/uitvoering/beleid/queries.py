"""Reads: which municipality a code is on a date, in which region it lies, and the ledger of targets."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from .ledger import Doel, RijOnbekend, boek, maak_doel
from .models import Beleidscijfer, Gemeente, Herindeling, Regiolidmaatschap, Samenwerking

__all__ = [
    "Doel",
    "GemeenteNietEenduidig",
    "GemeenteOnbekend",
    "Overgang",
    "RegioOnbekend",
    "RijOnbekend",
    "bestaat_op",
    "doel",
    "gemeente_op",
    "leden_van",
    "opvolgers",
    "peildata_van",
    "regio_van",
    "voorgangers",
]


class GemeenteOnbekend(LookupError):
    """No municipality has this code. The text says so in Dutch."""


class GemeenteNietEenduidig(LookupError):
    """The code means no single municipality on that date: split, or not there yet. `overgangen` has the choices."""

    def __init__(self, tekst: str, overgangen: "Collection[Overgang]") -> None:
        super().__init__(tekst)
        self.overgangen = tuple(overgangen)


class RegioOnbekend(LookupError):
    """It is not known in which region the municipality lay on that date. The text says what is known."""


@dataclass(frozen=True)
class Overgang:
    """One step from an old municipality to a new one; `is_gesplitst`: the old one went into several."""

    oude: Gemeente
    nieuwe: Gemeente
    vanaf: datetime.date
    is_gesplitst: bool
    is_geverifieerd: bool
    bron: str


def _overgang(herindeling: Herindeling) -> Overgang:
    return Overgang(
        herindeling.oude,
        herindeling.nieuwe,
        herindeling.vanaf,
        herindeling.is_gesplitst,
        herindeling.is_geverifieerd,
        herindeling.bron,
    )


def _herindelingen() -> QuerySet[Herindeling]:
    return Herindeling.objects.select_related("oude", "nieuwe").order_by("vanaf", "oude_id", "nieuwe_id")


def bestaat_op(datum: datetime.date) -> Q:
    """Filter on municipalities: existed on this day."""
    return (Q(vanaf__isnull=True) | Q(vanaf__lte=datum)) & (Q(tot__isnull=True) | Q(tot__gt=datum))


def opvolgers(code: str) -> tuple[Overgang, ...]:
    """Everything this municipality went into, step after step, in order of date. Empty while it exists."""
    return tuple(_overgang(h) for h in _keten(code, "oude_id", "nieuwe_id"))


def voorgangers(code: str) -> tuple[Overgang, ...]:
    """Everything that went into this municipality, also into what went into it, in order of date."""
    return tuple(_overgang(h) for h in _keten(code, "nieuwe_id", "oude_id"))


def _keten(code: str, van: str, naar: str) -> list[Herindeling]:
    alle = list(_herindelingen())
    gezien, te_doen = {code}, [code]
    keten: list[Herindeling] = []
    while te_doen:
        huidig = te_doen.pop()
        for herindeling in alle:
            if getattr(herindeling, van) == huidig and herindeling not in keten:
                keten.append(herindeling)
                volgende = getattr(herindeling, naar)
                if volgende not in gezien:
                    gezien.add(volgende)
                    te_doen.append(volgende)
    return sorted(keten, key=lambda h: (h.vanaf, h.oude_id, h.nieuwe_id))


def gemeente_op(code: str, datum: datetime.date) -> Gemeente:
    """The municipality that `code` has become on `datum`: itself while it exists, else its successor.

    Raises GemeenteOnbekend, and GemeenteNietEenduidig when it was split (a person must choose) or did not exist yet.
    """
    gemeente = Gemeente.objects.filter(code=code).first()
    if gemeente is None:
        raise GemeenteOnbekend(_("Gemeentecode '%(code)s' is niet bekend.") % {"code": code})
    if gemeente.vanaf is not None and datum < gemeente.vanaf:
        eerder = [o for o in voorgangers(code) if o.nieuwe.code == code]
        tekst = _("%(naam)s bestaat sinds %(vanaf)s; daarvoor: %(namen)s.")
        namen = ", ".join(f"{o.oude.naam} ({o.oude.code})" for o in eerder)
        raise GemeenteNietEenduidig(tekst % {"naam": gemeente.naam, "vanaf": gemeente.vanaf, "namen": namen}, eerder)
    if gemeente.tot is None or datum < gemeente.tot:
        return gemeente
    stappen = [_overgang(h) for h in _herindelingen().filter(oude=gemeente)]
    if len(stappen) != 1:
        tekst = _("%(naam)s is op %(tot)s gesplitst over %(namen)s; kies een van deze gemeenten.")
        namen = ", ".join(f"{o.nieuwe.naam} ({o.nieuwe.code})" for o in stappen)
        raise GemeenteNietEenduidig(tekst % {"naam": gemeente.naam, "tot": gemeente.tot, "namen": namen}, stappen)
    return gemeente_op(stappen[0].nieuwe.code, datum)


def regio_van(gemeente: Gemeente | str, datum: datetime.date) -> Regiolidmaatschap:
    """The region of a municipality (or of what its code has become) on a date, with period, mark and source.

    Raises RegioOnbekend where no source tells it, and what `gemeente_op` raises.
    """
    geldend = gemeente_op(gemeente.code if isinstance(gemeente, Gemeente) else gemeente, datum)
    rijen = list(
        Regiolidmaatschap.objects.filter(gemeente=geldend).select_related("regio", "gemeente").order_by("vanaf")
    )
    for rij in rijen:
        if rij.vanaf <= datum and (rij.tot is None or datum < rij.tot):
            return rij
    bekend = "; ".join(
        _("%(regio)s vanaf %(vanaf)s") % {"regio": rij.regio.naam, "vanaf": rij.vanaf.isoformat()}
        + (_(" tot %(tot)s") % {"tot": rij.tot.isoformat()} if rij.tot else "")
        for rij in rijen
    )
    tekst = _("In welke arbeidsmarktregio %(naam)s lag op %(datum)s is niet bekend. Wel bekend: %(bekend)s.")
    raise RegioOnbekend(tekst % {"naam": geldend.naam, "datum": datum.isoformat(), "bekend": bekend or _("niets")})


def leden_van(regio: str, datum: datetime.date) -> QuerySet[Gemeente]:
    """The municipalities that existed on `datum` and lay, as a source tells, in the region with this code then."""
    leden = Regiolidmaatschap.objects.filter(regio=regio, vanaf__lte=datum).filter(
        Q(tot__isnull=True) | Q(tot__gt=datum)
    )
    return Gemeente.objects.filter(bestaat_op(datum), regios__in=leden).order_by("naam")


def doel(
    soort: str,
    gebied: str | Collection[str] | Samenwerking | None,
    peildatum: datetime.date,
    bekend_op: datetime.date | None = None,
    *,
    rij: str = "",
    indeling_op: datetime.date | None = None,
) -> Doel:
    """Which target (or other policy figure) holds for an area, and what was known of it on `bekend_op` (default: all).

    `gebied` is a CBS code or a set of them, a partnership, or None for the whole country. The figure is the first one
    dated on or after `peildatum` in that calendar year. `rij` names the row ("markt"); rows "oorspronkelijk" and
    "herzien" are versions of one figure. Codes are those of `indeling_op` (default: the date of the figure): targets of
    municipalities that merged until then are summed, with their old codes shown; what was split, or has no published
    figure, is named and not counted. Raises GemeenteOnbekend, and RijOnbekend with the choices when a `rij` is needed.
    """
    if isinstance(gebied, str):
        gebied = (gebied,)
    cijfers = Beleidscijfer.objects.filter(soort=soort).select_related("gemeente")
    bladzijde = boek(soort, cijfers, rij, peildatum)
    herindelingen = list(_herindelingen())
    if gebied is None:
        return maak_doel(bladzijde, [("", _("Nederland"))], herindelingen, bekend_op, indeling_op)
    if isinstance(gebied, Samenwerking):
        eigen = bladzijde.van(gebied.sleutel)
        if eigen:
            return maak_doel(bladzijde, [(gebied.sleutel, gebied.naam)], herindelingen, bekend_op, indeling_op)
        namen = dict(gebied.gemeenten.values_list("code", "naam"))
    else:
        namen = dict(Gemeente.objects.filter(code__in=gebied).values_list("code", "naam"))
        if onbekend := sorted(set(gebied) - namen.keys()):
            raise GemeenteOnbekend(_("Niet bekend: %(codes)s.") % {"codes": ", ".join(onbekend)})
    leden = sorted(namen.items(), key=lambda lid: lid[1])
    return maak_doel(bladzijde, leden, herindelingen, bekend_op, indeling_op)


def peildata_van(soort: str, rij: str = "") -> list[datetime.date]:
    """The dates for which there is a figure of this kind, oldest first."""
    cijfers = Beleidscijfer.objects.filter(soort=soort, peildatum__isnull=False)
    if rij:
        cijfers = cijfers.filter(rij=rij)
    dagen = cijfers.order_by("peildatum").values_list("peildatum", flat=True).distinct()
    return [dag for dag in dagen if dag is not None]
