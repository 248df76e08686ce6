"""The area that a figure is about: one municipality, a partnership, or all municipalities of the user."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ..beleid.models import Gemeente, Samenwerking

EIGEN = "eigen"


class OnbekendGebied(LookupError):
    """No municipality and no partnership has this key. The text says so in Dutch."""


@dataclass(frozen=True)
class Gebied:
    """A set of municipalities under one key, as it stands in an address ("GM0106", "drentsche-aa", "eigen")."""

    sleutel: str
    naam: str
    gemeenten: tuple[tuple[str, str], ...]  # (CBS code, name), in order of name

    @property
    def codes(self) -> tuple[str, ...]:
        """The CBS codes, in order of the names."""
        return tuple(code for code, _naam in self.gemeenten)

    @property
    def is_gemeente(self) -> bool:
        """Whether this area is exactly one municipality, named by its own code."""
        return self.sleutel in self.codes

    def per_gemeente(self) -> tuple["Gebied", ...]:
        """Each municipality as an area of its own."""
        return tuple(Gebied(code, naam, ((code, naam),)) for code, naam in self.gemeenten)


def gebied_van_gemeente(gemeente: Gemeente) -> Gebied:
    """The area of one municipality."""
    return Gebied(gemeente.code, gemeente.naam, ((gemeente.code, gemeente.naam),))


def gebied_van_samenwerking(samenwerking: Samenwerking) -> Gebied:
    """The area of a partnership: all its municipalities."""
    leden = tuple(samenwerking.gemeenten.order_by("naam").values_list("code", "naam"))
    return Gebied(samenwerking.sleutel, samenwerking.naam, leden)


def gebied(sleutel: str, eigen_codes: Sequence[str]) -> Gebied:
    """The area that `sleutel` names. `eigen_codes` are the municipalities of the user, for the key "eigen".

    Raises OnbekendGebied. Whether the user may see the area is for the view to ask (`eis_gemeente`).
    """
    if sleutel == EIGEN:
        eigen = tuple(Gemeente.objects.filter(code__in=eigen_codes).order_by("naam").values_list("code", "naam"))
        if not eigen:
            raise OnbekendGebied(_("Aan uw account is nog geen gemeente gekoppeld. Vraag uw beheerder om dat te doen."))
        return Gebied(EIGEN, _("uw gemeenten"), eigen)
    if gemeente := Gemeente.objects.filter(code=sleutel).first():
        return gebied_van_gemeente(gemeente)
    if samenwerking := Samenwerking.objects.filter(sleutel=sleutel).first():
        return gebied_van_samenwerking(samenwerking)
    raise OnbekendGebied(
        _("Het gebied '%(sleutel)s' is niet bekend. Gebruik een gemeentecode (GM0106) of de naam van een samenwerking.")
        % {"sleutel": sleutel}
    )
