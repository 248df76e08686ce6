"""The pages of what is asked: a fact of a person, employer or municipality, and an open term of an ordinance."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lui

from meedoen.recht.engine.facts import Feit
from meedoen.recht.engine.terms import Term

from ..huisstijl.formats import datum, getal
from .index import lezers, recht, uitkomsten_boven
from .values import eenheid, leesbaar, toon

VORMEN: dict[str, Promise] = {
    "geld": _lui("bedrag"),
    "uren": _lui("uren"),
    "procent": _lui("percentage"),
    "aantal": _lui("aantal"),
    "datum": _lui("datum"),
    "ja_nee": _lui("ja of nee"),
    "keuze": _lui("keuze"),
    "relatie": _lui("relatie met iemand in het geval"),
    "lijst": _lui("lijst"),
}
STILTE: dict[str, Promise] = {
    "": _lui("Dan wordt het gevraagd; ontbreken is nooit nul."),
    "nee": _lui("Dan geldt: nee. De uitleg van een uitkomst zegt dat erbij."),
    "peildatum": _lui("Dan geldt de peildatum. De uitleg van een uitkomst zegt dat erbij."),
    "geen": _lui("Dan geldt een lege lijst. De uitleg van een uitkomst zegt dat erbij."),
}
WEZENS: dict[str, Promise] = {
    "persoon": _lui("een persoon"),
    "werkgever": _lui("een werkgever"),
    "gemeente": _lui("een gemeente"),
    "": _lui("niemand in het bijzonder"),
}


@dataclass(frozen=True)
class Veld:
    """One fact, or one field of a list: what it asks and what may be answered; `toelichting` is every choice with what
    it means, where the law says so.
    """

    naam: str
    vraag: str
    artikel: str
    antwoord: str
    bereik: str
    keuzes: tuple[str, ...]
    toelichting: tuple[tuple[str, str], ...]
    stilte: str


@dataclass(frozen=True)
class Feitblad:
    """The page of a fact. `weeg` is filled where the law leaves it to judgment, `velden` where it is a list."""

    veld: Veld
    over: str
    weeg: tuple[str, ...]
    velden: tuple[Veld, ...]
    gelezen_door: tuple[str, ...]
    nodig_voor: tuple[str, ...]


@dataclass(frozen=True)
class Termblad:
    """The page of an open term: who fills it, in which ordinance, from when, and what holds until then."""

    veld: Veld
    verordening: str
    vaststeller: str
    geldt: str
    is_verplicht: bool
    zonder: str
    gelezen_door: tuple[str, ...]
    nodig_voor: tuple[str, ...]


def feitblad(naam: str) -> Feitblad:
    """Everything about a fact. KeyError when there is none of that name."""
    feit = recht().feiten[naam]
    return Feitblad(
        veld=_veld(feit),
        over=str(WEZENS[feit.van]),
        weeg=feit.weeg,
        velden=tuple(map(_veld, feit.velden.values())),
        gelezen_door=lezers().get(naam, ()),
        nodig_voor=uitkomsten_boven(naam),
    )


def termblad(naam: str) -> Termblad:
    """Everything about an open term. KeyError when there is none of that name."""
    term = recht().termen[naam]
    return Termblad(
        veld=_veld(term),
        verordening=leesbaar(term.verordening),
        vaststeller=_("de gemeenteraad") if term.vaststeller == "raad" else _("het college"),
        geldt=_geldt(term),
        is_verplicht=term.is_verplicht,
        zonder="" if term.zonder is None else toon(term.zonder, _maat(term)),
        gelezen_door=lezers().get(naam, ()),
        nodig_voor=uitkomsten_boven(naam),
    )


def wezen(sleutel: str) -> str:
    """Whom a rule is about: "een persoon"."""
    return str(WEZENS[sleutel])


def soortwoord(feit: Feit) -> str:
    """What kind of answer a fact or term takes; a judgment and the words of a choice are told too."""
    woord = str(VORMEN[feit.vorm])
    return _("%(soort)s, naar oordeel") % {"soort": woord} if feit.is_oordeel else woord


def _veld(feit: Feit) -> Veld:
    return Veld(
        naam=feit.naam,
        vraag=feit.vraag,
        artikel=feit.artikel,
        antwoord=antwoord(feit),
        bereik=_bereik(feit),
        keuzes=feit.soort.keuzes,
        toelichting=tuple((keuze, feit.toelichting.get(keuze, "")) for keuze in feit.soort.keuzes if feit.toelichting),
        stilte=str(STILTE[feit.indien_niet_gesteld]),
    )


def antwoord(feit: Feit) -> str:
    """The kind of answer with its unit, where it has one: "aantal (maanden)"."""
    if feit.vorm in {"geld", "uren", "aantal"} and feit.eenheid != "aantal":
        return f"{soortwoord(feit)} ({eenheid(feit.eenheid)})"
    return soortwoord(feit)


def _bereik(feit: Feit) -> str:
    if feit.bereik is None:
        return ""
    laag, hoog = (getal(grens) for grens in feit.bereik)
    return _("van %(laag)s tot en met %(hoog)s") % {"laag": laag, "hoog": hoog}


def _maat(feit: Feit) -> str:
    return feit.eenheid if feit.eenheid in {"procent", "verhouding"} else str(feit.soort)


def _geldt(term: Term) -> str:
    if term.tot == date.max:
        return _("sinds %(vanaf)s") % {"vanaf": datum(term.vanaf)}
    return _("van %(vanaf)s tot %(tot)s") % {"vanaf": datum(term.vanaf), "tot": datum(term.tot)}
