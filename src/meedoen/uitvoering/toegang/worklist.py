"""What the toegang puts on the worklist, and how it goes to a colleague."""

import datetime
from collections.abc import Collection, Iterable, Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from ..dossiers.worklist import Rij, Vraag, Werkpost, Werksoort, stand_op, wacht_op
from ..huisstijl.formats import datum
from ..kern.models import Gebruiker
from .acts import draag_meldingen_over
from .models import Melding, Overdracht, Webmelding
from .queries import OPEN


def _open_meldingen(vraag: Vraag) -> Iterable[Rij]:
    """Meldingen to do the intake of or lead on."""
    van_hen = Melding.objects.filter(eigenaar__in=vraag.eigenaren, persoon__gemeente__in=vraag.gemeenten)
    return (Rij(nummer, None) for nummer in van_hen.filter(stand__in=OPEN).values_list("pk", flat=True))


def _meldingen(nummers: Collection[int], op: datetime.date) -> Iterator[Werkpost]:
    for melding in Melding.objects.filter(pk__in=nummers).select_related("persoon", "eigenaar"):
        is_nieuw = melding.stand == Melding.Stand.NIEUW
        yield Werkpost(
            nummer=melding.pk,
            wat=_("Intake doen") if is_nieuw else _("Toeleiden: %(route)s") % {"route": melding.get_route_display()},
            persoon=melding.persoon,
            eigenaar=melding.eigenaar,
            uiterlijk=None,
            stand=stand_op(None, op),
            waarom=_("gemeld op %(dag)s") % {"dag": datum(melding.gemeld_op)},
            url=reverse("melding", args=[melding.nummer]),
        )


def _open_webmeldingen(vraag: Vraag) -> Iterable[Rij]:
    """What came in with the form on the website, of which nobody has found the resident yet."""
    van_hen = Webmelding.objects.filter(eigenaar__in=vraag.eigenaren, gemeente__in=vraag.gemeenten)
    return (Rij(nummer, None) for nummer in van_hen.filter(stand=Webmelding.Stand.NIEUW).values_list("pk", flat=True))


def _webmeldingen(nummers: Collection[int], op: datetime.date) -> Iterator[Werkpost]:
    for webmelding in Webmelding.objects.filter(pk__in=nummers).select_related("eigenaar"):
        yield Werkpost(
            nummer=webmelding.pk,
            wat=_("Melding van de website aannemen"),
            persoon=str(webmelding),
            eigenaar=webmelding.eigenaar,
            uiterlijk=None,
            stand=stand_op(None, op),
            waarom=_("gemeld op %(dag)s") % {"dag": datum(webmelding.gemeld_op)},
            url=reverse("webmelding", args=[webmelding.nummer]),
        )


def _open_overdrachten(vraag: Vraag) -> Iterable[Rij]:
    """Handovers that wait for others."""
    van_hen = Overdracht.objects.filter(eigenaar__in=vraag.eigenaren, persoon__gemeente__in=vraag.gemeenten)
    nummers = van_hen.filter(overgenomen_op__isnull=True).values_list("pk", flat=True)
    return (Rij(nummer, None, wacht=True) for nummer in nummers)


def _overdrachten(nummers: Collection[int], op: datetime.date) -> Iterator[Werkpost]:
    for overdracht in Overdracht.objects.filter(pk__in=nummers).select_related("persoon", "eigenaar"):
        yield Werkpost(
            nummer=overdracht.pk,
            wat=_("Overdracht volgen"),
            persoon=overdracht.persoon,
            eigenaar=overdracht.eigenaar,
            uiterlijk=None,
            stand=wacht_op(overdracht.get_naar_display()),
            waarom=_("gevraagd op %(dag)s, nog niet overgenomen") % {"dag": datum(overdracht.gevraagd_op)},
            url=reverse("overdracht", args=[overdracht.nummer]),
        )


SOORTEN_WERK = (
    Werksoort("webmelding", _open_webmeldingen, _webmeldingen),
    Werksoort("melding", _open_meldingen, _meldingen),
    Werksoort("overdracht", _open_overdrachten, _overdrachten),
)


def geef_over(van: Gebruiker, naar: Gebruiker, door: Gebruiker, op: datetime.date) -> int:
    """Everything of the toegang that `van` has open goes to `naar`; how many things that were."""
    return draag_meldingen_over(van=van, naar=naar, door=door, op=op)
