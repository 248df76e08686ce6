"""The eight questions that council members put to the college (seed 000), in our own words."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

    Tekst = str | StrPromise
else:
    Tekst = str


@dataclass(frozen=True)
class Vraag:
    """One question. `standpunt` says what only the college can answer; empty where the register answers all of it."""

    nummer: int
    kort: Tekst
    tekst: Tekst
    standpunt: Tekst = ""


VRAGEN = (
    Vraag(
        1,
        _("De opgave garantiebanen"),
        _(
            "Gemeenten moeten samen eind 2016 1.152 extra garantiebanen hebben. Wat is de opgave van onze gemeente "
            "voor banen voor mensen met een arbeidsbeperking?"
        ),
    ),
    Vraag(
        2,
        _("Gerealiseerd sinds 1 januari 2013"),
        _("Hoeveel garantiebanen heeft het college gerealiseerd sinds 1 januari 2013, het begin van de banenafspraak?"),
    ),
    Vraag(
        3,
        _("De rest van de opgave"),
        _("Hoe wil het college de garantiebanen realiseren die nog ontbreken?"),
        _("hoe het de ontbrekende banen wil realiseren"),
    ),
    Vraag(
        4,
        _("Inkoop en aanbesteden"),
        _("Welke kansen ziet het college om met inkoop en sociaal aanbesteden extra banen te maken?"),
        _("welke kansen het ziet in inkoop en sociaal aanbesteden"),
    ),
    Vraag(
        5,
        _("Social return en uitzendbureaus"),
        _("Gebruikt de gemeente bijvoorbeeld afspraken over social return en contracten met uitzendbureaus?"),
        _("welke afspraken de gemeente heeft gemaakt"),
    ),
    Vraag(
        6,
        _("Andere voorwaarden bij inkoop"),
        _(
            "Vindt het college het nodig de voorwaarden voor inkoop en sociaal aanbesteden aan te passen? Zo ja, hoe? "
            "Zo nee, waarom niet?"
        ),
        _("of en hoe de voorwaarden veranderen"),
    ),
    Vraag(
        7,
        _("Beschut werk"),
        _("Biedt de gemeente beschut werk, en hoeveel plekken wil zij realiseren?"),
        _("hoeveel plekken de gemeente wil realiseren"),
    ),
    Vraag(
        8,
        _("Beschut werk tegen de raming"),
        _("Hoe verhoudt dat aantal zich tot het aantal waarmee in de ramingen voor de gemeente is gerekend?"),
    ),
)
PER_NUMMER = {vraag.nummer: vraag for vraag in VRAGEN}
