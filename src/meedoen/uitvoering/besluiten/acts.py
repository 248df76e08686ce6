"""Acts on decisions: from application to signature, and computing again what was decided."""

import datetime
import json
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from meedoen.recht import DatumOnbekend, GegevenOntbreekt, GevalFout, RekenFout
from meedoen.recht.answer import beantwoord

from ..dossiers.acts import leg_feiten_vast
from ..dossiers.calculation import opgave_van
from ..dossiers.models import Persoon, Uitkering
from ..dossiers.queries import huishouden_op
from ..dossiers.versions import verhoog
from ..kern import clock
from ..kern.events import schrijf_gebeurtenis
from ..kern.models import Gebruiker
from ..kern.numbers import vrij_nummer
from ..kern.permissions import eis_mag_werken
from .case_facts import feiten_van_de_zaak
from .conditions import (
    eis_aan_te_vragen,
    eis_dagen,
    eis_dagen_van_de_wet,
    eis_geen_andere,
    eis_geen_bijstand,
    eis_herzienbaar,
    eis_maanden,
    eis_maatregel,
    eis_ondertekenaar,
    eis_reden,
    eis_stand,
    eis_zelfde_voorstel,
)
from .history import schrijf
from .kinds import SOORTEN, soort_van
from .letters import maak_brief
from .measure import artikellid_van
from .models import Aard, Berekening, Besluit, Procedure, Uitkomst
from .proposal import bedrag_van, beoordeel, maak_voorstel, moet_getoetst, rechthebbenden, terug_te_vorderen
from .provision import eis_instrument, spreek_inzet_af

UITKOMSTEN = {
    Besluit.Soort.TOEKENNING_BIJSTAND: "uitbetaling_per_maand",
    Besluit.Soort.LOONKOSTENSUBSIDIE: "loonkostensubsidie_per_maand",
    Besluit.Soort.STUDIETOESLAG: "studietoeslag_per_maand",
    Besluit.Soort.INKOMENSTOESLAG: "individuele_inkomenstoeslag",
}
"""Kind of decision -> the result of the law that it decides. Of other kinds the law gives no amount."""
_Stand = Procedure.Stand


class NietTeBerekenen(ValueError):
    """The law has no answer for this decision; the message is Dutch and says what is missing or impossible."""


@transaction.atomic
def vraag_aan(
    *,
    persoon: Persoon,
    soort: str,
    aangevraagd_op: datetime.date,
    ingangsdatum: datetime.date,
    instrument: str = "",
    onbeloond_werk: str = "",
    door: Gebruiker,
    op: datetime.date,
) -> Procedure:
    """Take in an application: from now on the term to decide runs and `door` owns it.

    Of a voorziening `instrument` says which one is asked, and `onbeloond_werk` whether it is unpaid work.
    """
    eis_mag_werken(door, persoon.gemeente_id)
    eis_dagen(aangevraagd_op, ingangsdatum, op)
    eis_aan_te_vragen(soort)
    instrument = instrument.strip()
    eis_instrument(soort, instrument, onbeloond_werk)
    eis_geen_andere(persoon, soort, Aard.NIEUW, instrument)
    if soort == Procedure.Soort.BIJSTAND:
        eis_geen_bijstand(_gezin(persoon, ingangsdatum), ingangsdatum)
    procedure = Procedure.objects.create(
        nummer=vrij_nummer(Procedure, "A"),
        persoon=persoon,
        gemeente_id=persoon.gemeente_id,
        soort=soort,
        aangevraagd_op=aangevraagd_op,
        ingangsdatum=ingangsdatum,
        instrument=instrument,
        onbeloond_werk=onbeloond_werk,
        eigenaar=door,
    )
    if gegeven := SOORTEN[soort].gegeven(aangevraagd_op):
        leg_feiten_vast(persoon=persoon, waarden=gegeven, vanaf=ingangsdatum, door=door, op=op)
    schrijf("vraag_aan", procedure, door, op, {"soort": soort, "versie": 1})
    return procedure


@transaction.atomic
def herzie(
    *,
    besluit: Besluit,
    ingangsdatum: datetime.date,
    grond: str,
    ziet_af_wegens: str = "",
    door: Gebruiker,
    op: datetime.date,
) -> Procedure:
    """Look at a decision again from a day on: a procedure whose proposal sets then and now side by side."""
    eis_mag_werken(door, besluit.persoon.gemeente_id)
    soort = eis_herzienbaar(besluit, ingangsdatum, op)
    eis_geen_andere(besluit.persoon, soort, Aard.HERZIEN)
    procedure = Procedure.objects.create(
        nummer=vrij_nummer(Procedure, "A"),
        persoon=besluit.persoon,
        gemeente_id=besluit.persoon.gemeente_id,
        soort=soort,
        aard=Aard.HERZIEN,
        herziet=besluit,
        grond=grond,
        ziet_af_wegens=ziet_af_wegens.strip(),
        aangevraagd_op=op,
        ingangsdatum=ingangsdatum,
        eigenaar=door,
    )
    schrijf("herzie", procedure, door, op, {"besluit": besluit.nummer, "versie": 1})
    return procedure


@transaction.atomic
def stel_voor(
    *, procedure: Procedure, versie: int, motivering: str = "", door: Gebruiker, op: datetime.date
) -> Procedure:
    """Compute the proposal with the facts as they are known. Refused while questions are open, naming them."""
    eis_mag_werken(door, procedure.gemeente_id)
    eis_stand(procedure, versie, _Stand.IN_BEHANDELING, _Stand.VOORSTEL)
    beoordeling = beoordeel(procedure, op)
    if fouten := beoordeling.berekening.fouten:
        raise ValidationError(list(fouten))
    if not beoordeling.is_compleet:
        vragen = [vraag.vraag for vraag in beoordeling.berekening.vragen]
        raise ValidationError([_("Er staan nog vragen open. Beantwoord die eerst:"), *vragen])
    voorstel = maak_voorstel(procedure, beoordeling, op)
    eis_reden(procedure, beoordeling.uitkomst, voorstel, motivering)
    eis_maanden(voorstel)
    if procedure.soort == Procedure.Soort.MAATREGEL and beoordeling.uitkomst == Uitkomst.TOEKENNEN:
        eis_maatregel(procedure, voorstel, op)
    is_nieuw = procedure.herziet is None
    if is_nieuw and procedure.soort == Procedure.Soort.BIJSTAND and beoordeling.uitkomst == Uitkomst.TOEKENNEN:
        eis_dagen_van_de_wet(procedure, voorstel["antwoord"]["personen"][procedure.persoon.nummer])
    velden = {
        "stand": _Stand.VOORSTEL,
        "uitkomst": beoordeling.uitkomst,
        "voorstel": voorstel,
        "motivering": motivering,
        "opgesteld_door": door,
        "opgesteld_op": op,
    }
    if not is_nieuw:
        is_niets_over = all(Decimal(m["nu"]) == 0 for m in voorstel["maanden"])
        velden["aard"] = Aard.INGETROKKEN if is_niets_over else Aard.HERZIEN
    _zet("stel_voor", procedure, versie, velden, door, op)
    return procedure


@transaction.atomic
def leg_ter_toets_voor(*, procedure: Procedure, versie: int, door: Gebruiker, op: datetime.date) -> Procedure:
    """Hand the proposal to who checks and signs it."""
    eis_mag_werken(door, procedure.gemeente_id)
    eis_stand(procedure, versie, _Stand.VOORSTEL)
    _zet("leg_ter_toets_voor", procedure, versie, {"stand": _Stand.TER_TOETS, "opmerking": ""}, door, op)
    return procedure


@transaction.atomic
def stuur_terug(*, procedure: Procedure, versie: int, opmerking: str, door: Gebruiker, op: datetime.date) -> Procedure:
    """Send a proposal back to who made it, with what must be different."""
    eis_ondertekenaar(door, procedure.gemeente_id)
    eis_stand(procedure, versie, _Stand.TER_TOETS)
    if not opmerking.strip():
        raise ValidationError({"opmerking": _("Schrijf op wat er anders moet.")})
    velden = {"stand": _Stand.IN_BEHANDELING, "opmerking": opmerking.strip()}
    _zet("stuur_terug", procedure, versie, velden, door, op)
    return procedure


@transaction.atomic
def onderteken(*, procedure: Procedure, versie: int, door: Gebruiker, op: datetime.date) -> Besluit:
    """Sign a proposal: the decision, its computation with receipt, the letter; of a grant of bijstand the benefit, of a
    voorziening the agreement in the plan.

    Where the college wants a second person, never who made the proposal; as long as the college has not chosen, that
    holds too. Refused when the facts or the law are no longer those of the proposal.
    """
    eis_ondertekenaar(door, procedure.gemeente_id)
    is_tweede_nodig = moet_getoetst(procedure, op) is not False
    eis_stand(procedure, versie, *((_Stand.TER_TOETS,) if is_tweede_nodig else (_Stand.TER_TOETS, _Stand.VOORSTEL)))
    if is_tweede_nodig and door == procedure.opgesteld_door:
        raise ValidationError(
            _("U hebt dit voorstel zelf gemaakt. Een tweede persoon toetst en ondertekent het: vraag een collega.")
        )
    eis_zelfde_voorstel(procedure, op)
    if procedure.soort == Procedure.Soort.MAATREGEL and procedure.uitkomst == Uitkomst.TOEKENNEN:
        eis_maatregel(procedure, procedure.voorstel, op)
    getoetst = {"getoetst_door": door, "getoetst_op": op} if door != procedure.opgesteld_door else {}
    velden = {"stand": _Stand.ONDERTEKEND, "ondertekend_door": door, "ondertekend_op": op, **getoetst}
    besluit = _neem_besluit(procedure, op)
    _zet("onderteken", procedure, versie, velden, door, op, {"besluit": besluit.nummer})
    _bewaar(besluit, procedure.voorstel["opgave"], procedure.voorstel["antwoord"], door)
    if procedure.soort == Procedure.Soort.BIJSTAND:
        _werk_bijstand_bij(procedure, op)
    if procedure.soort == Procedure.Soort.VOORZIENING:
        spreek_inzet_af(procedure, besluit, door, op)
    maak_brief(besluit, door=door)
    return besluit


@transaction.atomic
def trek_in(*, procedure: Procedure, versie: int, motivering: str, door: Gebruiker, op: datetime.date) -> Procedure:
    """The applicant takes the application back, or the college its own proposal: no decision follows."""
    eis_mag_werken(door, procedure.gemeente_id)
    eis_stand(procedure, versie, _Stand.IN_BEHANDELING, _Stand.VOORSTEL, _Stand.TER_TOETS)
    if not motivering.strip():
        raise ValidationError({"motivering": _("Schrijf op wie dit intrekt en waarom.")})
    velden = {"stand": _Stand.INGETROKKEN, "motivering": motivering.strip()}
    _zet("trek_in", procedure, versie, velden, door, op)
    return procedure


@transaction.atomic
def bewaar_berekening(*, door: Gebruiker, op: datetime.date, besluit: Besluit) -> Berekening:
    """Compute the result of a decision on the day it takes effect, with the facts of the register, and keep it.

    Raises NietTeBerekenen where the law gives no amount for it or facts are missing: half an answer is not kept.
    """
    naam = UITKOMSTEN.get(Besluit.Soort(besluit.soort))
    if naam is None:
        raise NietTeBerekenen(_("Bij een besluit van deze soort hoort geen bedrag uit de wet."))
    zaak = feiten_van_de_zaak(besluit.procedure) if besluit.procedure else {}
    try:
        opgave = opgave_van(besluit.persoon, besluit.vanaf, naam, erbij=zaak)
        antwoord = json.loads(beantwoord(opgave))
    except (GegevenOntbreekt, GevalFout, DatumOnbekend, RekenFout) as fout:
        raise NietTeBerekenen(str(fout)) from fout
    berekening = _bewaar(besluit, opgave, antwoord, door)
    schrijf_gebeurtenis(
        handeling="bewaar_berekening",
        onderwerp=berekening,
        door=door,
        op=op,
        gemeentecode=besluit.persoon.gemeente_id,
        gegevens={"besluit": besluit.nummer, "uitkomst": naam, "rechtshash": berekening.rechtshash},
    )
    return berekening


def _bewaar(besluit: Besluit, opgave: dict[str, Any], antwoord: dict[str, Any], door: Gebruiker) -> Berekening:
    return Berekening.objects.create(
        besluit=besluit,
        uitkomst=UITKOMSTEN.get(Besluit.Soort(besluit.soort), opgave["gevraagd"][0]),
        opgave=opgave,
        antwoord=antwoord,
        rechtsversie=antwoord["ontvangst"]["versie"],
        rechtshash=antwoord["ontvangst"]["hash"],
        vastgelegd_op=clock.nu(),
        door=door,
    )


def _neem_besluit(procedure: Procedure, op: datetime.date) -> Besluit:
    soort = soort_van(procedure)
    is_toegekend = procedure.uitkomst == Uitkomst.TOEKENNEN
    is_einde = procedure.herziet is not None and procedure.soort == Procedure.Soort.BIJSTAND
    weigering = Besluit.Soort.BEEINDIGING_BIJSTAND if is_einde else soort.afwijzing
    return Besluit.objects.create(
        nummer=vrij_nummer(Besluit, "B"),
        persoon=procedure.persoon,
        soort=soort.toekenning if is_toegekend else weigering,
        genomen_op=op,
        vanaf=procedure.ingangsdatum,
        bedrag_per_maand=None if soort.is_eenmalig else bedrag_van(procedure.voorstel),
        procedure=procedure,
        uitkomst=procedure.uitkomst,
        aard=procedure.aard,
        herziet=procedure.herziet,
        terug_te_vorderen=None if procedure.ziet_af_wegens else terug_te_vorderen(procedure.voorstel),
        artikellid=artikellid_van(procedure),
    )


def _werk_bijstand_bij(procedure: Procedure, op: datetime.date) -> None:
    """A grant begins a benefit per person who has a right to it; a revision that leaves no right ends those that run.

    What was paid stays in the register: a withdrawal over the past stops the benefit today and reclaims the rest.
    """
    if procedure.herziet is not None and procedure.uitkomst == Uitkomst.AFWIJZEN:
        for uitkering in Uitkering.objects.filter(persoon__in=_gezin(procedure.persoon, op), tot=None):
            uitkering.tot = max(op, procedure.ingangsdatum, uitkering.vanaf + datetime.timedelta(days=1))
            uitkering.reden_einde = _("ingetrokken")
            uitkering.save(update_fields=["tot", "reden_einde"])
    elif procedure.herziet is None and procedure.uitkomst == Uitkomst.TOEKENNEN:
        _ken_bijstand_toe(procedure)


def _ken_bijstand_toe(procedure: Procedure) -> None:
    personen = rechthebbenden(procedure)
    list(Persoon.objects.select_for_update().filter(pk__in=[persoon.pk for persoon in personen]))
    eis_geen_bijstand(personen, procedure.ingangsdatum)
    for persoon in personen:
        Uitkering.objects.create(nummer=vrij_nummer(Uitkering, "U"), persoon=persoon, vanaf=procedure.ingangsdatum)


def _gezin(persoon: Persoon, op: datetime.date) -> list[Persoon]:
    partner = huishouden_op(persoon, op).partner_van(persoon)
    return [persoon, partner] if partner else [persoon]


def _zet(
    handeling: str,
    procedure: Procedure,
    versie: int,
    velden: dict[str, Any],
    door: Gebruiker,
    op: datetime.date,
    gegevens: dict[str, Any] | None = None,
) -> None:
    schrijf(handeling, procedure, door, op, verhoog(procedure, versie, velden) | (gegevens or {}))
