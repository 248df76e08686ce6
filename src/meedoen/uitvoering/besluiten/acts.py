"""Acts on decisions: compute what the law gives for one, and keep the answer with its receipt."""

import datetime
import json

from django.db import transaction
from django.utils.translation import gettext as _

from meedoen.recht import DatumOnbekend, GegevenOntbreekt, GevalFout, RekenFout
from meedoen.recht.answer import beantwoord

from ..dossiers.calculation import opgave_van
from ..kern import clock
from ..kern.events import schrijf_gebeurtenis
from ..kern.models import Gebruiker
from .models import Berekening, Besluit

UITKOMSTEN = {
    Besluit.Soort.TOEKENNING_BIJSTAND: "uitbetaling_per_maand",
    Besluit.Soort.LOONKOSTENSUBSIDIE: "loonkostensubsidie_per_maand",
}
"""Kind of decision -> the result of the law that it decides. Of other kinds the law gives no amount."""


class NietTeBerekenen(ValueError):
    """The law has no answer for this decision; the message is Dutch and says what is missing or impossible."""


@transaction.atomic
def bewaar_berekening(*, door: Gebruiker, op: datetime.date, besluit: Besluit) -> Berekening:
    """Compute the result of a decision on the day it takes effect, with the facts of the register, and keep it.

    Raises NietTeBerekenen where the law gives no amount for it or facts are missing: half an answer is not kept.
    """
    naam = UITKOMSTEN.get(Besluit.Soort(besluit.soort))
    if naam is None:
        raise NietTeBerekenen(_("Bij een besluit van deze soort hoort geen bedrag uit de wet."))
    opgave = opgave_van(besluit.persoon, besluit.vanaf, naam)
    try:
        antwoord = json.loads(beantwoord(opgave))
    except (GegevenOntbreekt, GevalFout, DatumOnbekend, RekenFout) as fout:
        raise NietTeBerekenen(str(fout)) from fout
    berekening = Berekening.objects.create(
        besluit=besluit,
        uitkomst=naam,
        opgave=opgave,
        antwoord=antwoord,
        rechtsversie=antwoord["ontvangst"]["versie"],
        rechtshash=antwoord["ontvangst"]["hash"],
        vastgelegd_op=clock.nu(),
        door=door,
    )
    schrijf_gebeurtenis(
        handeling="bewaar_berekening",
        onderwerp=berekening,
        door=door,
        op=op,
        gemeentecode=besluit.persoon.gemeente_id,
        gegevens={"besluit": besluit.nummer, "uitkomst": naam, "rechtshash": berekening.rechtshash},
    )
    return berekening
