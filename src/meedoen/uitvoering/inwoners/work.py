"""Requests of residents on the worklist, and their transfer to a colleague."""

import datetime
from collections.abc import Collection, Iterator

from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from ..dossiers.worklist import Rij, Vraag, Werkpost, Werksoort, stand_op
from ..kern.events import schrijf_gebeurtenis
from ..kern.models import Gebruiker
from .models import Verzoek
from .queries import uiterlijk_van

OPEN = Q(uitkomst="") | Q(soort="rectificatie", uitkomst__in=("ingewilligd", "deels"), verbeterd_op=None)


def _open_verzoeken(vraag: Vraag) -> Iterator[Rij]:
    """Requests to answer, or granted and still to be carried out."""
    van_hen = Verzoek.objects.filter(eigenaar__in=vraag.eigenaren, persoon__gemeente__in=vraag.gemeenten)
    for verzoek in van_hen.filter(OPEN).only("ontvangen_op", "verlengd_op"):
        yield Rij(verzoek.pk, uiterlijk_van(verzoek))


def _verzoeken(nummers: Collection[int], op: datetime.date) -> list[Werkpost]:
    verzoeken = Verzoek.objects.filter(pk__in=nummers).select_related("persoon", "eigenaar")
    return [_post(verzoek, op) for verzoek in verzoeken]


def _post(verzoek: Verzoek, op: datetime.date) -> Werkpost:
    uiterlijk = uiterlijk_van(verzoek)
    inzage = verzoek.soort == Verzoek.Soort.INZAGE
    wat = _("Verzoek om inzage beantwoorden") if inzage else _("Verzoek om rectificatie beantwoorden")
    if verzoek.is_te_verbeteren:
        wat = _("Gegevens verbeteren en de inwoner berichten")
    return Werkpost(
        nummer=verzoek.pk,
        wat=wat,
        persoon=verzoek.persoon,
        eigenaar=verzoek.eigenaar,
        uiterlijk=uiterlijk,
        stand=stand_op(uiterlijk, op),
        waarom=_("Termijn van een maand, verlengd met twee, AVG 12 lid 3")
        if verzoek.verlengd_op
        else _("Termijn van een maand, AVG 12 lid 3"),
        url=reverse("verzoek", args=[verzoek.nummer]),
    )


VERZOEKEN = Werksoort("verzoek", _open_verzoeken, _verzoeken)


def draag_over(van: Gebruiker, naar: Gebruiker, door: Gebruiker, op: datetime.date) -> int:
    """Hand every open request of `van` to `naar`; how many. Inside the transaction of the caller."""
    verzoeken = list(Verzoek.objects.filter(OPEN, eigenaar=van).select_related("persoon"))
    for verzoek in verzoeken:
        Verzoek.objects.filter(pk=verzoek.pk).update(eigenaar=naar, versie=F("versie") + 1)
        schrijf_gebeurtenis(
            handeling="draag_over",
            onderwerp=verzoek,
            door=door,
            op=op,
            gemeentecode=verzoek.persoon.gemeente_id,
            gegevens={"van": van.pk, "naar": naar.pk, "versie": verzoek.versie + 1, "velden": ["eigenaar"]},
        )
    return len(verzoeken)
