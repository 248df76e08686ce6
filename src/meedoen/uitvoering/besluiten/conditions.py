"""What must hold before a step of a procedure: refused with ValidationError or PermissionDenied, in plain Dutch."""

import datetime
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from meedoen.recht import laad_recht

from ..dossiers.models import Persoon, Uitkering
from ..dossiers.queries import geldig_op
from ..dossiers.versions import IntussenGewijzigd
from ..huisstijl.formats import datum, maand
from ..kern.models import Gebruiker
from ..kern.permissions import Recht, eis_gemeente, eis_recht
from ..naslag.values import leesbaar
from .earlier_sanctions import zonder_lid
from .kinds import SOORTEN, soort_van
from .measure import LANGSTE_DUUR
from .models import Besluit, Procedure, Uitkomst
from .proposal import beoordeel, maak_voorstel


def eis_dagen(aangevraagd_op: datetime.date, ingangsdatum: datetime.date, op: datetime.date) -> None:
    """The application lies in the past, and the law is known on the day from which it is asked."""
    if aangevraagd_op > op:
        raise ValidationError({"aangevraagd_op": _("Deze dag ligt na vandaag. Vul de dag van de aanvraag in.")})
    recht = laad_recht()
    if not recht.bekend_vanaf <= ingangsdatum < recht.bekend_tot:
        grens = {"vanaf": datum(recht.bekend_vanaf), "tot": datum(recht.bekend_tot)}
        raise ValidationError(
            {"ingangsdatum": _("Meedoen kent het recht van %(vanaf)s tot %(tot)s. Kies een dag daarin.") % grens}
        )


def eis_aan_te_vragen(soort: str) -> None:
    """Something that somebody can ask for; a measure begins with a signal."""
    if not SOORTEN[soort].is_aanvraag:
        raise ValidationError(_("Dit is niet aan te vragen. Een maatregel of boete begint met een signaal."))


def eis_geen_andere(persoon: Persoon, soort: str, aard: str, instrument: str = "") -> None:
    """Only one open procedure of a kind about a person; of a voorziening one per instrument."""
    klaar = (Procedure.Stand.ONDERTEKEND, Procedure.Stand.INGETROKKEN)
    zelfde = Procedure.objects.filter(persoon=persoon, soort=soort, aard=aard, instrument=instrument)
    lopend = zelfde.exclude(stand__in=klaar).first()
    if lopend is not None:
        raise ValidationError(
            _("Er loopt al een aanvraag: %(wat)s van %(dag)s. Werk die af of trek haar in.")
            % {"wat": lopend, "dag": datum(lopend.aangevraagd_op)}
        )


def eis_geen_bijstand(personen: Iterable[Persoon], vanaf: datetime.date) -> None:
    """Nobody has bijstand already on that day or later: no benefit twice, nor in two households."""
    loopt = Uitkering.objects.filter(Q(tot=None) | Q(tot__gt=vanaf), persoon__in=personen).select_related("persoon")
    if al := loopt.first():
        raise ValidationError(
            _("%(wie)s heeft al algemene bijstand vanaf %(vanaf)s (%(nummer)s). Herzie of beëindig die eerst.")
            % {"wie": al.persoon, "vanaf": datum(al.vanaf), "nummer": al.nummer}
        )


def eis_bijstand_op(persoon: Persoon, op: datetime.date) -> None:
    """The person has bijstand on that day: without it there is nothing to lower."""
    if not Uitkering.objects.filter(geldig_op(op), persoon=persoon).exists():
        raise ValidationError(
            _("%(wie)s heeft op %(dag)s geen algemene bijstand. Een maatregel kan alleen lopende bijstand verlagen.")
            % {"wie": persoon, "dag": datum(op)}
        )


def eis_maand(ingangsdatum: datetime.date, op: datetime.date) -> None:
    """A measure is counted in whole months, and begins no earlier than the month in which it is imposed."""
    if ingangsdatum.day != 1 or ingangsdatum < op.replace(day=1):
        zin = _("Kies de eerste dag van een maand, op zijn vroegst van deze maand (%(dag)s).")
        raise ValidationError({"ingangsdatum": zin % {"dag": datum(op.replace(day=1))}})


def eis_maatregel(procedure: Procedure, voorstel: dict[str, Any], op: datetime.date) -> None:
    """A measure is of somebody with bijstand, begins in this month or later, and lasts at most three months."""
    eis_maand(procedure.ingangsdatum, op)
    eis_bijstand_op(procedure.persoon, procedure.ingangsdatum)
    if onbekend := zonder_lid(procedure):
        namen = ", ".join(f"{b.nummer} ({datum(b.genomen_op)})" for b in onbekend)
        raise ValidationError(
            _("Van eerdere maatregelen is niet bekend op welk lid van artikel 18 zij rusten: %(namen)s. Leg dat vast.")
            % {"namen": namen}
        )
    maanden = voorstel["antwoord"]["personen"][procedure.persoon.nummer].get("aantal_maanden_maatregel")
    if maanden is not None and Fraction(maanden) > LANGSTE_DUUR:
        raise ValidationError(
            _(
                "De verordening geeft %(maanden)s maanden. Langer dan drie maanden kan niet in één besluit: "
                "binnen drie maanden wordt het heroverwogen (Participatiewet 18 lid 3)."
            )
            % {"maanden": maanden}
        )


def eis_dagen_van_de_wet(procedure: Procedure, waarden: dict[str, Any]) -> None:
    """Bijstand begins no earlier than the law says, and who is under 27 applies after the search period."""
    begin, aanvraag = waarden["ingangsdatum_bijstand"], waarden["vroegste_aanvraagdatum"]
    if begin and procedure.ingangsdatum < datetime.date.fromisoformat(begin):
        raise ValidationError(
            _("Bijstand kan niet eerder ingaan dan %(dag)s (Participatiewet 44). Neem de aanvraag met die dag op.")
            % {"dag": datum(datetime.date.fromisoformat(begin))}
        )
    if aanvraag and procedure.aangevraagd_op < datetime.date.fromisoformat(aanvraag):
        raise ValidationError(
            _("De aanvraag kan op zijn vroegst op %(dag)s worden gedaan, na de zoektermijn (Participatiewet 41 lid 4).")
            % {"dag": datum(datetime.date.fromisoformat(aanvraag))}
        )


def eis_herzienbaar(besluit: Besluit, ingangsdatum: datetime.date, op: datetime.date) -> str:
    """The kind of procedure in which this decision can be looked at again: a grant of an amount per month."""
    gevonden = [
        naam
        for naam, soort in SOORTEN.items()
        if soort.toekenning == besluit.soort and soort.bedrag and not soort.is_eenmalig
    ]
    if not gevonden or besluit.uitkomst == Uitkomst.AFWIJZEN:
        raise ValidationError(_("Herzien kan alleen bij een toegekend bedrag per maand."))
    if not besluit.vanaf <= ingangsdatum <= op:
        grens = {"vanaf": datum(besluit.vanaf), "tot": datum(op)}
        raise ValidationError({"ingangsdatum": _("Kies een dag van %(vanaf)s tot en met %(tot)s.") % grens})
    return gevonden[0]


def eis_zelfde_voorstel(procedure: Procedure, op: datetime.date) -> None:
    """What is signed is what is known: with a fact or a law that changed since, the proposal is made anew."""
    beoordeling = beoordeel(procedure, op)
    if not beoordeling.is_compleet or maak_voorstel(procedure, beoordeling, op) != procedure.voorstel:
        raise ValidationError(
            _("Na het voorstel zijn de feiten of het recht veranderd. Stuur het terug voor een nieuw voorstel.")
        )


def eis_maanden(voorstel: dict[str, Any]) -> None:
    """Of a revision every month is known, for a sum would hide what is not; it begins where something changes."""
    maanden = voorstel.get("maanden", [])
    onbekend = [m["maand"] for m in maanden if m["nu"] is None]
    if onbekend:
        namen = ", ".join(maand(datetime.date.fromisoformat(dag)) for dag in onbekend)
        raise ValidationError(
            _("Over deze maanden ontbreken feiten: %(maanden)s. Leg ze vast in het dossier.") % {"maanden": namen}
        )
    if maanden and Decimal(maanden[0]["verschil"]) == 0:
        raise ValidationError(
            _(
                "Vanaf %(dag)s verandert er nog niets. Trek dit in en begin op de eerste dag "
                "waarop het besluit niet klopt."
            )
            % {"dag": datum(datetime.date.fromisoformat(maanden[0]["maand"]))}
        )


def eis_reden(procedure: Procedure, uitkomst: str, voorstel: dict[str, Any], motivering: str) -> None:
    """What the college decides of itself, and a refusal for which was weighed, is explained in its own words: the
    letter names the article and the results, and only who weighed can say what decided (Awb 3:46 and 3:47).
    """
    if motivering.strip():
        return
    if soort_van(procedure).is_ambtshalve:
        raise ValidationError({"motivering": _("Schrijf voor de inwoner op waarom u dit besluit.")})
    gewogen = [feit for feit in voorstel["antwoord"]["ontvangst"]["feiten"] if feit["soort"] == "oordeel"]
    if uitkomst == Uitkomst.AFWIJZEN and gewogen:
        zin = _("Voor deze afwijzing is gewogen: %(wat)s. Schrijf voor de inwoner op waarom u zo besluit.")
        namen = ", ".join(dict.fromkeys(leesbaar(feit["naam"]) for feit in gewogen))
        raise ValidationError({"motivering": zin % {"wat": namen}})


def eis_stand(procedure: Procedure, versie: int, *standen: Procedure.Stand) -> None:
    """The procedure is where this step begins, and as it was when the form was made."""
    if procedure.versie != versie:
        raise IntussenGewijzigd(procedure, gezien=versie)
    if procedure.stand not in standen:
        raise ValidationError(_("Dit kan niet: de procedure is %(stand)s.") % {"stand": procedure.get_stand_display()})


def eis_ondertekenaar(door: Gebruiker, gemeente: str) -> None:
    """The right to sign for this municipality, in the act itself: it makes the decision."""
    eis_recht(door, Recht.BESLUIT_ONDERTEKENEN)
    eis_gemeente(door, gemeente)
