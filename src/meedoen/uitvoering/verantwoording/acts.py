"""Acts: the college answers a question, enters its own task, or sets a version of the whole answer for the council."""

import datetime
import hashlib
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from ..beleid.models import Beleidscijfer, Gemeente
from ..kern import clock
from ..kern.events import schrijf_gebeurtenis
from ..kern.models import Gebruiker
from ..kern.units import Eenheid
from .answers import OPGAVE
from .document import Kop, als_pdf
from .models import Antwoordversie, Standpunt
from .queries import Raadsantwoord, cijfers_van, laatste_standpunt, raadsantwoord


class AlVastgelegd(ValueError):
    """The college decided twice on one day about the same: which of the two holds cannot be told."""


class IntussenGeantwoord(ValueError):
    """Somebody else recorded an answer while this one was being written. It must be seen before it is replaced."""


@transaction.atomic
def leg_standpunt_vast(
    *,
    door: Gebruiker,
    op: datetime.date,
    gemeente: Gemeente,
    vraag: int,
    tekst: str,
    portefeuillehouder: str,
    vastgesteld_op: datetime.date,
    gezien: int | None,
) -> Standpunt:
    """Record what the college answers to one question. An earlier answer stays, with its date.

    `gezien` is the last answer that the writer had before him (its number, None: there was none). Raises
    IntussenGeantwoord where there is a later one; two at once wait for each other on the row of the municipality.
    """
    Gemeente.objects.select_for_update().get(pk=gemeente.pk)
    if laatste_standpunt(gemeente, vraag) != gezien:
        raise IntussenGeantwoord(
            _("Terwijl u schreef is een ander antwoord vastgelegd. Lees het hieronder en leg dan het uwe vast.")
        )
    standpunt = Standpunt.objects.create(
        gemeente=gemeente,
        vraag=vraag,
        tekst=tekst,
        portefeuillehouder=portefeuillehouder,
        vastgesteld_op=vastgesteld_op,
        vastgelegd_op=clock.nu(),
        door=door,
    )
    schrijf_gebeurtenis(
        handeling="leg_standpunt_vast",
        onderwerp=standpunt,
        door=door,
        op=op,
        gemeentecode=gemeente.code,
        gegevens={"vraag": vraag, "vastgesteld_op": vastgesteld_op.isoformat()},
    )
    return standpunt


@transaction.atomic
def leg_opgave_vast(
    *,
    door: Gebruiker,
    op: datetime.date,
    gemeente: Gemeente,
    banen: Decimal,
    te_bereiken_op: datetime.date,
    vastgesteld_op: datetime.date,
    bron: str,
) -> Beleidscijfer:
    """Record the municipality's own task in garantiebanen (jobs of 25,5 hours), with the decision it rests on.

    Raises AlVastgelegd where a decision of the same day already names a number for the same date.
    """
    sleutel = {"soort": OPGAVE, "rij": "", "gemeente": gemeente, "periode": te_bereiken_op.isoformat()}
    if Beleidscijfer.objects.filter(**sleutel, bekend_vanaf=vastgesteld_op).exists():
        raise AlVastgelegd(_("Met een besluit van deze dag is al een opgave voor dezelfde datum vastgelegd."))
    opgave = Beleidscijfer.objects.create(
        **sleutel,
        aard=Beleidscijfer.Aard.DOEL,
        peildatum=te_bereiken_op,
        waarde=banen,
        eenheid=Eenheid.BANEN.value,
        bekend_vanaf=vastgesteld_op,
        bron=bron,
        bestand="vastgelegd op de raadspagina",
    )
    schrijf_gebeurtenis(
        handeling="leg_opgave_vast",
        onderwerp=opgave,
        door=door,
        op=op,
        gemeentecode=gemeente.code,
        gegevens={"banen": str(banen), "te_bereiken_op": te_bereiken_op.isoformat()},
    )
    return opgave


@transaction.atomic
def stel_antwoord_vast(
    *, door: Gebruiker, op: datetime.date, gemeente: Gemeente, peildatum: datetime.date, kop: Kop
) -> Antwoordversie:
    """Set the next version of the answer: the PDF as it goes to the council, kept as it is, with every figure in it.

    `kop` carries subject, portfolio holder, informant and the date of the decision; its version number is given here.
    """
    if kop.besluit_op is None:
        raise ValueError(_("Een versie voor de raad heeft de datum van het besluit van het college nodig."))
    gevonden: Raadsantwoord = raadsantwoord(gemeente, peildatum)
    versie = gevonden.versies[0].versie + 1 if gevonden.versies else 1
    pdf = als_pdf(gevonden, kop, versie=versie)
    antwoord = Antwoordversie.objects.create(
        gemeente=gemeente,
        versie=versie,
        onderwerp=kop.onderwerp,
        portefeuillehouder=kop.portefeuillehouder,
        informant=kop.informant,
        besluit_op=kop.besluit_op,
        peildatum=peildatum,
        cijfers=cijfers_van(gevonden),
        pdf=pdf,
        sha256=hashlib.sha256(pdf).hexdigest(),
        vastgelegd_op=clock.nu(),
        door=door,
    )
    schrijf_gebeurtenis(
        handeling="stel_antwoord_vast",
        onderwerp=antwoord,
        door=door,
        op=op,
        gemeentecode=gemeente.code,
        gegevens={"versie": versie, "peildatum": peildatum.isoformat(), "sha256": antwoord.sha256},
    )
    return antwoord
