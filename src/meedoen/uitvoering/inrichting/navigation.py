"""The main menu: which entries a user has follows from his rights and his municipalities."""

import contextlib
from importlib.metadata import version
from typing import NamedTuple

from django.http import HttpRequest
from django.urls import Resolver404, resolve, reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from ..dossiers.forms import SNELTOETS
from ..kern.models import Gebruiker, Rol
from ..kern.permissions import Recht, heeft_recht
from .queries import Plaats, eigen_plaatsen

VERSIE = version("meedoen")
MET_ZOEKVAK = {"dossiers", "melding-nieuw", "webmelding"}
"""Routes of pages that hold the box to search residents."""
_MENU = "meedoen.menu"
"""Where the menu is kept in the environment of a request (WSGI lets an application put its own keys there)."""


class Ingang(NamedTuple):
    """One entry of the menu, or one link of the start page. `toets` is its access key."""

    naam: str
    url: str
    is_actief: bool
    omschrijving: str = ""
    toets: str = ""


class Sectie(NamedTuple):
    """A part of the start page: its key, its heading and what it leads to."""

    sleutel: str
    titel: str
    ingangen: list[Ingang]


EERST = {
    Rol.BELEID_EN_CONTROL: ("samenwerking", "raad", "werk"),
    Rol.RAAD_EN_GRIFFIE: ("raad", "samenwerking", "werk"),
}
GEWOON = ("werk", "samenwerking", "raad")


def secties(gebruiker: Gebruiker, plaatsen: Plaats) -> list[Sectie]:
    """The parts of the start page, with what this role does first at the top; an empty part is left out."""
    alle = {
        "werk": Sectie("werk", _("Aan het werk"), werk_van(gebruiker, plaatsen)),
        "samenwerking": Sectie("samenwerking", _("De samenwerking in cijfers"), samenwerkingen(gebruiker, plaatsen)),
        "raad": Sectie("raad", _("Antwoord aan de gemeenteraad"), raadspaginas(gebruiker, plaatsen)),
    }
    volgorde = EERST.get(Rol(gebruiker.rol), GEWOON)
    return [alle[sleutel] for sleutel in volgorde if alle[sleutel].ingangen]


def navigatie(request: HttpRequest) -> dict[str, object]:
    """Context processor: the menu of this user (empty for who is not signed in), and the version for the footer.

    The menu is made when a template asks for it, and once for a request: a page may be rendered from several templates.
    """

    def menu() -> list[Ingang]:
        gebruiker = getattr(request, "user", None)
        if not isinstance(gebruiker, Gebruiker):
            return []
        if (gemaakt := request.META.get(_MENU)) is None or gemaakt[0] != gebruiker.pk:
            gemaakt = request.META[_MENU] = (gebruiker.pk, hoofdmenu(gebruiker, request.path))
        eigen: list[Ingang] = gemaakt[1]
        return eigen

    return {"navigatie": SimpleLazyObject(menu), "versie": VERSIE}


def hoofdmenu(gebruiker: Gebruiker, pad: str) -> list[Ingang]:
    """The entries of the menu, in a fixed order; `pad` is the address of this page, to mark where we are."""
    plaatsen = eigen_plaatsen(gebruiker)
    start = reverse("start")
    return [
        Ingang(_("Start"), start, pad == start),
        *(
            Ingang(ingang.naam, ingang.url, _is_onder(pad, ingang.url), toets=_toets(pad, ingang.url))
            for ingang in (*werk_van(gebruiker, plaatsen), *samenwerkingen(gebruiker, plaatsen))
        ),
        Ingang(_("Het recht"), reverse("recht"), _is_onder(pad, reverse("recht").rstrip("/"))),
    ]


def werk_van(gebruiker: Gebruiker, plaatsen: Plaats) -> list[Ingang]:
    """What this role does with residents, figures and files. Nothing where no municipality is tied."""
    if not plaatsen.gemeenten:
        return []
    alle = [
        (
            Recht.WERK_DOEN,
            (_("Werk"), "werk", _("Wat u en uw collega's te doen hebben, op datum, met wat te laat is bovenaan.")),
        ),
        (
            Recht.DOSSIERS_ZIEN,
            (_("Dossiers"), "dossiers", _("Zoek een inwoner en bekijk huishouden, feiten, norm en subsidie.")),
        ),
        (
            Recht.WERK_DOEN,
            (_("Meldingen"), "meldingen", _("Neem een melding aan, doe de intake en leid toe naar het juiste bureau.")),
        ),
        (
            Recht.WERK_DOEN,
            (_("Signalen"), "signalen", _("Verplichtingen die niet zijn nagekomen: beoordeel, hoor en bereid voor.")),
        ),
        (
            Recht.CIJFERS_ZIEN,
            (_("Cijfers"), "cijfers", _("Alle cijfers van uw gemeenten op een peildatum, met de telling erachter.")),
        ),
        (
            Recht.IMPORTEREN,
            (
                _("Importeren"),
                "importeren",
                _("Lees een register in uit CSV, Excel of Parquet, met alle fouten ineens."),
            ),
        ),
    ]
    return [
        Ingang(naam, reverse(route), False, tekst)
        for recht, (naam, route, tekst) in alle
        if heeft_recht(gebruiker, recht)
    ]


def samenwerkingen(gebruiker: Gebruiker, plaatsen: Plaats) -> list[Ingang]:
    """The page of each partnership of which this user has every municipality."""
    if not heeft_recht(gebruiker, Recht.CIJFERS_ZIEN):
        return []
    tekst = _("Mensen per doelgroep tegen de Kadernota, beschut werk en garantiebanen tegen het doel, het budget.")
    return [Ingang(p.naam, reverse("samenwerking", args=[p.sleutel]), False, tekst) for p in plaatsen.samenwerkingen]


def raadspaginas(gebruiker: Gebruiker, plaatsen: Plaats) -> list[Ingang]:
    """The council page of each of the user's municipalities."""
    if not heeft_recht(gebruiker, Recht.CIJFERS_ZIEN):
        return []
    tekst = _("Het antwoord op de acht vragen van de raad, met de berekening achter elk cijfer.")
    return [Ingang(p.naam, reverse("raad", args=[p.sleutel]), False, tekst) for p in plaatsen.gemeenten]


def _toets(pad: str, url: str) -> str:
    """The access key leads to the search for residents; on a page that holds its box, the box itself has it."""
    if url != reverse("dossiers"):
        return ""
    with contextlib.suppress(Resolver404):
        return "" if resolve(pad).url_name in MET_ZOEKVAK else SNELTOETS
    return SNELTOETS


def _is_onder(pad: str, url: str) -> bool:
    return pad == url or pad.startswith(f"{url}/")
