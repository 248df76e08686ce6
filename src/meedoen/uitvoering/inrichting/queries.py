"""Reads for the start page and the menu."""

from dataclasses import dataclass

from ..beleid.models import Gemeente, Samenwerking
from ..kern.models import Gebruiker
from ..kern.permissions import eigen_gemeenten


@dataclass(frozen=True)
class Gebiedsnaam:
    """A municipality or partnership by its key in addresses and its name."""

    sleutel: str
    naam: str


@dataclass(frozen=True)
class Plaats:
    """Where a user works: his municipalities, and the partnerships of which he has every municipality."""

    gemeenten: tuple[Gebiedsnaam, ...]
    samenwerkingen: tuple[Gebiedsnaam, ...]


def eigen_plaatsen(gebruiker: Gebruiker) -> Plaats:
    """The municipalities of this user by name, and the partnerships that he may see as a whole."""
    codes = eigen_gemeenten(gebruiker)
    if not codes:
        return Plaats((), ())
    gemeenten = Gemeente.objects.filter(code__in=codes).order_by("naam").values_list("code", "naam")
    samen = (
        Samenwerking.objects.filter(gemeenten__in=codes)
        .exclude(gemeenten__in=Gemeente.objects.exclude(code__in=codes))
        .distinct()
        .order_by("naam")
        .values_list("sleutel", "naam")
    )
    return Plaats(tuple(Gebiedsnaam(*rij) for rij in gemeenten), tuple(Gebiedsnaam(*rij) for rij in samen))
