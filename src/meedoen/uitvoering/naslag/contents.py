"""What stands on each page of the law: its template and its context, for the web and for files on disk alike.

An address is its path below `/recht/`: "" the overview, "bedragen/" a list, "norm_per_maand/" a rule.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from . import cases, declarations, index, lists, pages
from .values import leesbaar


class BestaatNiet(LookupError):
    """The law has nothing of this name."""


@dataclass(frozen=True)
class Bladzijde:
    """A page: template, title, the pages above it as (name, address), and what the template reads."""

    sjabloon: str
    titel: str
    boven: tuple[tuple[str, str], ...]
    gegevens: dict[str, Any] = field(default_factory=dict)

    def context(self) -> dict[str, Any]:
        """The context of the template."""
        kruimels = [*self.boven, (self.titel, "")]
        return {"recht": index.recht(), "titel": self.titel, "kruimels": kruimels, **self.gegevens}


def overzicht() -> Bladzijde:
    """The front page: rules per law and subject, and how much of it is verified."""
    pakket = index.recht()
    aantallen = {
        "regels": len(pakket.regels),
        "bedragen": len(pakket.bedragen),
        "feiten": len(pakket.feiten),
        "oordelen": sum(feit.is_oordeel for feit in pakket.feiten.values()),
        "termen": len(pakket.termen),
        "gevallen": len(cases.gevallen()),
        "onzeker": len(pages.niet_geverifieerd()),
    }
    gegevens = {"wetten": lists.regels(), "aantallen": aantallen}
    return Bladzijde("naslag/overzicht.html", _("Het recht"), (), gegevens)


def bedragen() -> Bladzijde:
    """All amounts per law and subject."""
    uitleg = _(
        "Elk bedrag, percentage en getal dat de wet noemt, met zijn waarden door de tijd en de bron van elke waarde."
    )
    gegevens = {"wetten": lists.bedragen(), "uitleg": uitleg, "soortkop": _("Eenheid")}
    return Bladzijde("naslag/lijst.html", _("Bedragen uit de wet"), _boven(), gegevens)


def feiten() -> Bladzijde:
    """All facts per subject."""
    uitleg = _("Wat een geval kan noemen. Een feit wordt alleen gevraagd als de uitkomst ervan afhangt.")
    gegevens = {"wetten": lists.feiten(), "uitleg": uitleg, "soortkop": _("Antwoord")}
    return Bladzijde("naslag/lijst.html", _("Feiten die gevraagd worden"), _boven(), gegevens)


def termen() -> Bladzijde:
    """All open terms per ordinance."""
    uitleg = _(
        "Wat de wet openlaat en de raad of het college invult. Zonder besluit wordt het gevraagd, nooit aangenomen."
    )
    gegevens = {"wetten": lists.termen(), "uitleg": uitleg, "soortkop": _("Antwoord en wie het vaststelt")}
    return Bladzijde("naslag/lijst.html", _("Termen van verordeningen"), _boven(), gegevens)


def onzeker() -> Bladzijde:
    """Everything that is not verified, with its reason."""
    return Bladzijde(
        "naslag/onzeker.html", _("Wat niet geverifieerd is"), _boven(), {"onzeker": pages.niet_geverifieerd()}
    )


def gevallen() -> Bladzijde:
    """The subjects of the cases, with how many each has."""
    aantallen: dict[tuple[str, str], int] = {}
    for geval in cases.gevallen().values():
        aantallen[geval.wet, geval.onderwerp] = aantallen.get((geval.wet, geval.onderwerp), 0) + 1
    rijen = [(index.wetsnaam(wet), wet, onderwerp, aantal) for (wet, onderwerp), aantal in aantallen.items()]
    return Bladzijde("naslag/gevallen.html", _("Gevallen"), _boven(), {"rijen": rijen})


def onderwerp(wet: str, onderwerp: str) -> Bladzijde:
    """The cases of one subject; BestaatNiet when there are none."""
    lijst = [geval for geval in cases.gevallen().values() if (geval.wet, geval.onderwerp) == (wet, onderwerp)]
    _eis(bool(lijst), onderwerp)
    titel = _("Gevallen: %(onderwerp)s") % {"onderwerp": leesbaar(onderwerp)}
    return Bladzijde("naslag/onderwerp.html", titel, _boven_gevallen(), {"gevallen": lijst})


def geval(wet: str, onderwerp: str, geval: str) -> Bladzijde:
    """One case; BestaatNiet when there is none."""
    _eis(f"{wet}/{onderwerp}/{geval}" in cases.gevallen(), geval)
    gevonden = cases.gevallen()[f"{wet}/{onderwerp}/{geval}"]
    hoger = (*_boven_gevallen(), (leesbaar(onderwerp).capitalize(), reverse("recht-onderwerp", args=[wet, onderwerp])))
    gegevens = {
        "geval": gevonden,
        "antwoord": cases.antwoord(gevonden),
        "controles": cases.controles(gevonden),
        "invoer": cases.invoer(gevonden),
    }
    return Bladzijde("naslag/geval.html", gevonden.omschrijving, hoger, gegevens)


def gevonden() -> Bladzijde:
    """What was searched for; the view adds what was found."""
    return Bladzijde("naslag/gevonden.html", _("Gevonden in het recht"), _boven())


def regel(naam: str) -> Bladzijde:
    """One rule; BestaatNiet when there is none."""
    _eis(naam in index.recht().regels, naam)
    blad = pages.regelblad(naam)
    gegevens = {
        "blad": blad,
        "bedragen": [pages.bedragblad(bedrag) for bedrag in blad.gelezen_bedragen],
        "over": declarations.wezen(blad.van),
        "meeste": pages.MEESTE_GEVALLEN,
        "heeft_gevallen": bool(cases.gevallen()),
    }
    return Bladzijde("naslag/regel.html", leesbaar(naam).capitalize(), _boven(), gegevens)


def bedrag(naam: str) -> Bladzijde:
    """One amount; BestaatNiet when there is none."""
    _eis(naam in index.recht().bedragen, naam)
    hoger = (*_boven(), (_("Bedragen uit de wet"), reverse("recht-bedragen")))
    return Bladzijde("naslag/bedrag.html", leesbaar(naam).capitalize(), hoger, {"blad": pages.bedragblad(naam)})


def feit(naam: str) -> Bladzijde:
    """One fact; BestaatNiet when there is none."""
    _eis(naam in index.recht().feiten, naam)
    hoger = (*_boven(), (_("Feiten die gevraagd worden"), reverse("recht-feiten")))
    return Bladzijde("naslag/feit.html", leesbaar(naam).capitalize(), hoger, {"blad": declarations.feitblad(naam)})


def term(naam: str) -> Bladzijde:
    """One open term; BestaatNiet when there is none."""
    _eis(naam in index.recht().termen, naam)
    hoger = (*_boven(), (_("Termen van verordeningen"), reverse("recht-termen")))
    return Bladzijde("naslag/term.html", leesbaar(naam).capitalize(), hoger, {"blad": declarations.termblad(naam)})


def alle() -> Iterator[tuple[str, Callable[[], Bladzijde]]]:
    """The address of every page of the law, and how it is made."""
    lijsten = (overzicht, bedragen, feiten, termen, onzeker, gevallen)
    routes = ("recht", "recht-bedragen", "recht-feiten", "recht-termen", "recht-onzeker", "recht-gevallen")
    for route, maak in zip(routes, lijsten, strict=True):
        yield reverse(route), maak
    pakket = index.recht()
    per_soort = ((pakket.regels, regel), (pakket.bedragen, bedrag), (pakket.feiten, feit), (pakket.termen, term))
    for namen, maak_van in per_soort:
        for naam in namen:
            yield index.adres(naam), partial(maak_van, naam)
    paren = dict.fromkeys((een.wet, een.onderwerp) for een in cases.gevallen().values())
    for paar in paren:
        yield reverse("recht-onderwerp", args=paar), partial(onderwerp, *paar)
    for een in cases.gevallen().values():
        plaats = (een.wet, een.onderwerp, een.naam)
        yield reverse("recht-geval", args=plaats), partial(geval, *plaats)


def _boven() -> tuple[tuple[str, str], ...]:
    return ((_("Het recht"), reverse("recht")),)


def _boven_gevallen() -> tuple[tuple[str, str], ...]:
    return (*_boven(), (_("Gevallen"), reverse("recht-gevallen")))


def _eis(bestaat: bool, naam: str) -> None:
    if not bestaat:
        raise BestaatNiet(naam)
