"""What signals and measures put on the worklist, and the transfer of signals to a colleague."""

import datetime
from collections.abc import Collection, Iterator

from django.db.models import F
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from ..besluiten.models import Besluit
from ..dossiers.worklist import TE_DOEN, TE_LAAT, Rij, Vraag, Werkpost, Werksoort, stand_op, wacht_op
from ..huisstijl.formats import datum
from ..kern.events import schrijf_gebeurtenis
from ..kern.models import Gebruiker
from ..kern.permissions import eis_mag_werken
from .models import Signaal
from .queries import OPEN, maatregelverloop

VOORAF = datetime.timedelta(days=30)


def _open_signalen(vraag: Vraag) -> Iterator[Rij]:
    van_hen = Signaal.objects.filter(eigenaar__in=vraag.eigenaren, persoon__gemeente__in=vraag.gemeenten)
    for signaal in van_hen.filter(OPEN).prefetch_related("uitnodigingen"):
        _wat, uiterlijk, stand = _stap(signaal, vraag.op)
        yield Rij(signaal.pk, uiterlijk, wacht=stand not in (TE_DOEN, TE_LAAT))


def _signalen(nummers: Collection[int], op: datetime.date) -> list[Werkpost]:
    rijen = Signaal.objects.filter(pk__in=nummers).select_related("persoon", "eigenaar", "procedure")
    return [_signaal(rij, op) for rij in rijen.prefetch_related("uitnodigingen")]


def _signaal(signaal: Signaal, op: datetime.date) -> Werkpost:
    wat, uiterlijk, stand = _stap(signaal, op)
    return Werkpost(
        nummer=signaal.pk,
        wat=wat,
        persoon=signaal.persoon,
        eigenaar=signaal.eigenaar,
        uiterlijk=uiterlijk,
        stand=stand,
        waarom=_("%(gedraging)s op %(dag)s")
        % {"gedraging": signaal.gedraging.capitalize(), "dag": datum(signaal.overtreding_op)},
        url=reverse("signaal", args=[signaal.nummer]),
    )


def _stap(signaal: Signaal, op: datetime.date) -> tuple[str, datetime.date | None, str | Promise]:
    """What is to be done with a signal, until when, and who moves first."""
    if signaal.stand == Signaal.Stand.NIEUW:
        return _("Signaal beoordelen"), None, TE_DOEN
    if signaal.stand == Signaal.Stand.UITGENODIGD:
        uiterlijk = max(rij.uiterlijk for rij in signaal.uitnodigingen.all())
        stand = stand_op(uiterlijk, op) if uiterlijk < op else wacht_op(_("de inwoner"))
        return _("Zienswijze vastleggen"), uiterlijk, stand
    return _("Besluit over het signaal voorbereiden"), None, TE_DOEN


def _open_heroverwegingen(vraag: Vraag) -> Iterator[Rij]:
    """Measures of lid 2 that nobody has reviewed yet and that are due within thirty days."""
    maatregelen = Besluit.objects.filter(
        procedure__eigenaar__in=vraag.eigenaren,
        persoon__gemeente__in=vraag.gemeenten,
        soort=Besluit.Soort.MAATREGEL,
        artikellid=2,
        heroverwegingen=None,
    )
    for besluit in maatregelen.select_related("procedure__persoon"):
        dag = maatregelverloop(besluit).heroverweeg_voor
        if dag is not None and dag <= vraag.op + VOORAF:
            yield Rij(besluit.pk, dag)


def _heroverwegingen(nummers: Collection[int], op: datetime.date) -> Iterator[Werkpost]:
    maatregelen = Besluit.objects.filter(pk__in=nummers)
    for besluit in maatregelen.select_related("persoon", "procedure__eigenaar", "procedure__persoon"):
        assert besluit.procedure is not None
        dag = maatregelverloop(besluit).heroverweeg_voor
        yield Werkpost(
            nummer=besluit.pk,
            wat=_("Maatregel heroverwegen"),
            persoon=besluit.persoon,
            eigenaar=besluit.procedure.eigenaar,
            uiterlijk=dag,
            stand=stand_op(dag, op),
            waarom=_("Participatiewet 18 lid 3"),
            url=reverse("maatregel-heroverweging", args=[besluit.persoon.nummer, besluit.nummer]),
        )


SOORTEN_WERK = (
    Werksoort("signaal", _open_signalen, _signalen),
    Werksoort("heroverweging", _open_heroverwegingen, _heroverwegingen),
)


def draag_over(*, van: Gebruiker, naar: Gebruiker, door: Gebruiker, op: datetime.date) -> int:
    """Hand every signal of `van` that is not closed to `naar`; how many. Inside the transaction of the caller."""
    rijen = list(Signaal.objects.filter(eigenaar=van).exclude(stand=Signaal.Stand.GEEN_GEVOLG))
    for rij in rijen:
        eis_mag_werken(door, rij.gemeente_id)
        eis_mag_werken(naar, rij.gemeente_id)
        Signaal.objects.filter(pk=rij.pk).update(eigenaar=naar, versie=F("versie") + 1)
        schrijf_gebeurtenis(
            handeling="draag_over",
            onderwerp=rij,
            door=door,
            op=op,
            gemeentecode=rij.gemeente_id,
            gegevens={"van": van.pk, "naar": naar.pk, "versie": rij.versie + 1, "velden": ["eigenaar"]},
        )
    return len(rijen)
