"""The act that puts a resident in the register who is not there yet, and what it refuses."""

import datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from ..kern.events import schrijf_gebeurtenis
from ..kern.models import Gebruiker
from ..kern.numbers import vrij_nummer
from ..kern.permissions import eis_mag_werken
from .bsn import doorstaat_elfproef
from .likeness import gelijkende_personen
from .models import Bewoning, Persoon
from .search_index import houd_bij


class MisschienBekend(ValidationError):
    """Somebody in the register may be the person who is to be registered: `personen`, for the worker to look at."""

    def __init__(self, personen: list[Persoon]) -> None:
        self.personen = personen
        super().__init__(
            _("Deze inwoner staat misschien al in het register. Bekijk wie hieronder staat voordat u inschrijft.")
        )


@transaction.atomic
def schrijf_in(
    *,
    bsn: str,
    voornaam: str,
    achternaam: str,
    geboortedatum: datetime.date,
    gemeentecode: str,
    woning: str,
    straat: str = "",
    huisnummer: str = "",
    postcode: str = "",
    woonplaats: str = "",
    woont_er_sinds: datetime.date,
    is_iemand_anders: bool = False,
    door: Gebruiker,
    op: datetime.date,
) -> Persoon:
    """Put a resident in the register who is not there yet, with the dwelling in which he has his hoofdverblijf.

    Raises MisschienBekend for somebody who may be there under another spelling, unless the worker looked and says that
    it is another person (`is_iemand_anders`); ValidationError for a BSN that is wrong or taken, and impossible dates.
    """
    eis_mag_werken(door, gemeentecode)
    _eis_mogelijke_persoon(bsn, geboortedatum, woont_er_sinds, op)
    gelijkend = gelijkende_personen(
        voornaam=voornaam, achternaam=achternaam, geboortedatum=geboortedatum, gemeentecodes=door.gemeentecodes()
    )
    if gelijkend and not is_iemand_anders:
        raise MisschienBekend(gelijkend)
    try:
        with transaction.atomic():
            persoon = Persoon.objects.create(
                nummer=vrij_nummer(Persoon, "P"),
                bsn=bsn,
                voornaam=voornaam,
                achternaam=achternaam,
                geboortedatum=geboortedatum,
                gemeente_id=gemeentecode,
            )
    except IntegrityError as fout:
        raise ValidationError({"bsn": _bsn_bezet(bsn, door)}) from fout
    adres = {"straat": straat, "huisnummer": huisnummer, "postcode": postcode, "woonplaats": woonplaats}
    Bewoning.objects.create(persoon=persoon, woning=woning, vanaf=woont_er_sinds, **adres)
    houd_bij([persoon.pk])
    schrijf_gebeurtenis(
        handeling="schrijf_in",
        onderwerp=persoon,
        door=door,
        op=op,
        gemeentecode=gemeentecode,
        gegevens={"leek_op": [ander.nummer for ander in gelijkend]},
    )
    return persoon


def _eis_mogelijke_persoon(bsn: str, geboortedatum: datetime.date, sinds: datetime.date, op: datetime.date) -> None:
    """Refuse what cannot be, every fault at its field."""
    fouten: dict[str, str] = {}
    if not (len(bsn) == 9 and bsn.isascii() and bsn.isdigit() and doorstaat_elfproef(bsn)):
        fouten["bsn"] = _("Dit is geen bestaand BSN: er is een cijfer verkeerd. Kijk het na op het identiteitsbewijs.")
    if geboortedatum > op:
        fouten["geboortedatum"] = _("Deze dag ligt na vandaag. Kijk de geboortedatum na.")
    if sinds > op:
        fouten["woont_er_sinds"] = _("Deze dag ligt na vandaag. Vul in sinds wanneer de inwoner er woont.")
    elif sinds < geboortedatum:
        fouten["woont_er_sinds"] = _("Deze dag ligt voor de geboortedatum. Kijk beide na.")
    if fouten:
        raise ValidationError(fouten)


def _bsn_bezet(bsn: str, door: Gebruiker) -> str:
    """Whose BSN it is, as far as this user may know."""
    ander = Persoon.objects.select_related("gemeente").get(bsn=bsn)
    if ander.gemeente_id not in door.gemeentecodes():
        wat = {"gemeente": ander.gemeente.naam}
        return _("Dit BSN staat al in het register, bij gemeente %(gemeente)s. Vraag daar om overdracht.") % wat
    return _("Dit BSN heeft al een dossier: %(nummer)s. Open dat dossier.") % {"nummer": ander.nummer}
