"""Acts of the toegang: take a melding in, do the intake, lead to the right desk, hand over, withdraw."""

import datetime
from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from meedoen.recht import laad_recht

from ..dossiers.acts import leg_feit_vast
from ..dossiers.models import Persoon
from ..dossiers.queries import huishouden_op
from ..dossiers.versions import verhoog
from ..huisstijl.formats import datum
from ..kern import clock
from ..kern.models import Gebruiker
from ..kern.numbers import vrij_nummer
from ..kern.permissions import Recht, eis_mag_werken, heeft_recht
from ..trajecten.models import Leefgebied as Gebied
from .history import Onderwerp, schrijf
from .models import Bureau, Bureaustap, Intake, Leefgebied, Melding, Overdracht, Route, Webmelding

BUREAU_VAN_KANAAL = {Melding.Kanaal.SOCIAAL_TEAM: Bureau.SOCIAAL_TEAM}
BUREAU_VAN_ROUTE = {
    Route.UITVOERINGSORGANISATIE: Bureau.UITVOERINGSORGANISATIE,
    Route.KEUKENTAFELGESPREK: Bureau.SOCIAAL_TEAM,
}
"""The desk to which a route leads, unless the worker chooses another."""


@transaction.atomic
def neem_melding_aan(
    *,
    persoon: Persoon,
    kanaal: str,
    gemeld_op: datetime.date,
    vraag: str,
    vraagt_bijstand: bool,
    met_partner: bool = False,
    door: Gebruiker,
    op: datetime.date,
) -> Melding:
    """Take in a melding; `door` becomes its owner. One who wants bijstand has reported on that day, for the rules too.

    Raises ValidationError for a day that cannot be, somebody who has died, and a second melding beside an open one.
    """
    eis_mag_werken(door, persoon.gemeente_id)
    _eis_mogelijke_melding(persoon, gemeld_op, op)
    try:
        with transaction.atomic():
            melding = Melding.objects.create(
                nummer=vrij_nummer(Melding, "M"),
                persoon=persoon,
                gemeente_id=persoon.gemeente_id,
                kanaal=kanaal,
                gemeld_op=gemeld_op,
                vraag=vraag,
                vraagt_bijstand=vraagt_bijstand,
                met_partner=met_partner and vraagt_bijstand,
                aangenomen_door=door,
                eigenaar=door,
            )
    except IntegrityError as fout:
        raise _al_gemeld(persoon) from fout
    bureau = BUREAU_VAN_KANAAL.get(Melding.Kanaal(kanaal), Bureau.TOEGANG)
    Bureaustap.objects.create(melding=melding, bureau=bureau, vanaf=gemeld_op, door=door)
    _noteer_gemeld(melding, tot=_volgende_melding(melding), door=door, op=op)
    gegevens = {"kanaal": kanaal, "gemeld_op": gemeld_op.isoformat(), "vraagt_bijstand": vraagt_bijstand}
    schrijf("neem_melding_aan", melding, door, op, gegevens)
    return melding


@transaction.atomic
def leg_intake_vast(
    *,
    melding: Melding,
    gebieden: Mapping[str, str],
    route: str = "",
    reden: str = "",
    versie: int,
    door: Gebruiker,
    op: datetime.date,
) -> Intake:
    """Record the broad intake: the life areas with a question, each with what it is, and the route.

    Without `route` the count decides; another route than the count gives needs a `reden`. A later intake of the same
    melding is a new row. Raises ValidationError without any question, for an unknown area, or a closed melding.
    """
    _eis_open(melding, door)
    if onbekend := set(gebieden) - set(Gebied.values):
        raise ValidationError(_("Dit zijn geen leefgebieden: %(welke)s.") % {"welke": ", ".join(sorted(onbekend))})
    if not gebieden:
        raise ValidationError(_("Kruis ten minste één leefgebied aan. Is er geen vraag meer, trek de melding dan in."))
    voorgesteld = Route.bij(len(gebieden))
    gekozen = Route(route) if route else voorgesteld
    if gekozen != voorgesteld and not reden:
        wat = {"voorgesteld": voorgesteld.label}
        raise ValidationError({"reden": _("De telling wijst naar %(voorgesteld)s. Schrijf op waarom u afwijkt.") % wat})
    intake = Intake.objects.create(
        melding=melding,
        afgenomen_op=op,
        door=door,
        voorgesteld=voorgesteld,
        route=gekozen,
        reden=reden if gekozen != voorgesteld else "",
        vastgelegd_op=clock.nu(),
    )
    Leefgebied.objects.bulk_create(
        Leefgebied(intake=intake, gebied=g, heeft_vraag=g in gebieden, toelichting=gebieden.get(g, ""))
        for g in Gebied.values
    )
    wijziging = verhoog(melding, versie, {"stand": Melding.Stand.INTAKE, "route": gekozen})
    schrijf("leg_intake_vast", melding, door, op, wijziging | {"intake": intake.pk, "aantal": len(gebieden)})
    return intake


@transaction.atomic
def stuur_door(*, melding: Melding, bureau: str, versie: int, door: Gebruiker, op: datetime.date) -> Melding:
    """The resident goes to another desk, which is not yet said to be the right one. Every desk counts as a step."""
    _eis_open(melding, door)
    laatste = _laatste_bureau(melding)
    if bureau == laatste:
        raise ValidationError({"bureau": _("De inwoner is al bij dit bureau. Kies een ander.")})
    wijziging = verhoog(melding, versie, {})
    Bureaustap.objects.create(melding=melding, bureau=bureau, vanaf=op, door=door)
    schrijf("stuur_door", melding, door, op, wijziging | {"van": laatste, "naar": bureau})
    return melding


@transaction.atomic
def leid_toe(
    *,
    melding: Melding,
    bureau: str = "",
    eigenaar: Gebruiker | None = None,
    versie: int,
    door: Gebruiker,
    op: datetime.date,
) -> Melding:
    """The resident is at the right desk, by default that of the route, with `eigenaar` (default `door`) to go on.

    Raises ValidationError before there is an intake, and for an owner who cannot do the work.
    """
    _eis_open(melding, door)
    if melding.stand != Melding.Stand.INTAKE:
        raise ValidationError(_("Doe eerst de intake; die wijst de route."))
    juiste = bureau or BUREAU_VAN_ROUTE[Route(melding.route)]
    nieuw = eigenaar or door
    _eis_eigenaar(nieuw, melding.gemeente_id)
    velden = {"stand": Melding.Stand.TOEGELEID, "toegeleid_op": op, "eigenaar": nieuw}
    wijziging = verhoog(melding, versie, velden)
    if _laatste_bureau(melding) != juiste:
        Bureaustap.objects.create(melding=melding, bureau=juiste, vanaf=op, door=door)
    schrijf("leid_toe", melding, door, op, wijziging | {"bureau": juiste, "stappen": melding.stappen.count()})
    return melding


@transaction.atomic
def wijs_toe(
    *, onderwerp: Onderwerp, eigenaar: Gebruiker, versie: int, door: Gebruiker, op: datetime.date
) -> Onderwerp:
    """Give a melding or handover another owner, who works for its municipality."""
    eis_mag_werken(door, onderwerp.gemeente_id)
    _eis_eigenaar(eigenaar, onderwerp.gemeente_id)
    vorige = onderwerp.eigenaar_id
    wijziging = verhoog(onderwerp, versie, {"eigenaar": eigenaar})
    schrijf("wijs_toe", onderwerp, door, op, wijziging | {"van": vorige, "naar": eigenaar.pk})
    return onderwerp


@transaction.atomic
def trek_melding_in(*, melding: Melding, reden: str, versie: int, door: Gebruiker, op: datetime.date) -> Melding:
    """Withdraw a melding. From today on the rules no longer know it; what was known before today stays.

    A melding of today stays known for today, because a fact holds for at least a day.
    """
    eis_mag_werken(door, melding.gemeente_id)
    if melding.stand == Melding.Stand.INGETROKKEN:
        raise ValidationError(_("Deze melding is al ingetrokken."))
    if not reden.strip():
        raise ValidationError({"reden": _("Schrijf op waarom de melding wordt ingetrokken.")})
    wijziging = verhoog(melding, versie, {"stand": Melding.Stand.INGETROKKEN, "einde_reden": reden})
    _noteer_gemeld(melding, tot=max(op, melding.gemeld_op + datetime.timedelta(days=1)), door=door, op=op)
    schrijf("trek_melding_in", melding, door, op, wijziging)
    return melding


@transaction.atomic
def draag_over(
    *,
    persoon: Persoon,
    naar: str,
    reden: str,
    melding: Melding | None = None,
    door: Gebruiker,
    op: datetime.date,
) -> Overdracht:
    """Hand a resident over, or take him back; `door` keeps watch until it is taken over.

    Raises ValidationError where the same handover is still open, or for one back where nobody was handed over.
    """
    eis_mag_werken(door, persoon.gemeente_id)
    if naar == Overdracht.Naar.TERUG and not persoon.overdrachten.filter(overgenomen_op__isnull=False).exists():
        raise ValidationError({"naar": _("Niemand heeft deze inwoner overgenomen, dus hij kan niet terugkomen.")})
    try:
        with transaction.atomic():
            overdracht = Overdracht.objects.create(
                nummer=vrij_nummer(Overdracht, "O"),
                persoon=persoon,
                gemeente_id=persoon.gemeente_id,
                melding=melding,
                naar=naar,
                reden=reden,
                gevraagd_op=op,
                door=door,
                eigenaar=door,
            )
    except IntegrityError as fout:
        raise ValidationError({"naar": _("Hierheen loopt al een overdracht die nog niet is overgenomen.")}) from fout
    gegevens = {"naar": naar, "melding": melding.nummer if melding else ""}
    schrijf("draag_over", overdracht, door, op, gegevens)
    return overdracht


@transaction.atomic
def meld_overgenomen(
    *,
    overdracht: Overdracht,
    overgenomen_op: datetime.date,
    overgenomen_door: str,
    versie: int,
    door: Gebruiker,
    op: datetime.date,
) -> Overdracht:
    """Record who took the resident over, and when; from then on the handover is done."""
    eis_mag_werken(door, overdracht.gemeente_id)
    if overdracht.overgenomen_op is not None:
        raise ValidationError(
            _("Deze overdracht is al overgenomen, door %(wie)s.") % {"wie": overdracht.overgenomen_door}
        )
    if not overdracht.gevraagd_op <= overgenomen_op <= op:
        wat = {"van": datum(overdracht.gevraagd_op), "tot": datum(op)}
        raise ValidationError({"overgenomen_op": _("Kies een dag van %(van)s tot en met %(tot)s.") % wat})
    if not overgenomen_door.strip():
        raise ValidationError({"overgenomen_door": _("Vul in wie het overneemt.")})
    velden = {"overgenomen_op": overgenomen_op, "overgenomen_door": overgenomen_door}
    wijziging = verhoog(overdracht, versie, velden)
    schrijf("meld_overgenomen", overdracht, door, op, wijziging)
    return overdracht


@transaction.atomic
def draag_meldingen_over(*, van: Gebruiker, naar: Gebruiker, door: Gebruiker, op: datetime.date) -> int:
    """Give everything of the toegang that `van` has open to `naar`; how many things that were."""
    open_meldingen = Melding.objects.filter(eigenaar=van, stand__in=[Melding.Stand.NIEUW, Melding.Stand.INTAKE])
    open_overdrachten = Overdracht.objects.filter(eigenaar=van, overgenomen_op__isnull=True)
    van_het_web = Webmelding.objects.filter(eigenaar=van, stand=Webmelding.Stand.NIEUW)
    werk: list[Onderwerp] = [*open_meldingen, *open_overdrachten, *van_het_web]
    for post in werk:
        wijs_toe(onderwerp=post, eigenaar=naar, versie=post.versie, door=door, op=op)
    return len(werk)


def _eis_mogelijke_melding(persoon: Persoon, gemeld_op: datetime.date, op: datetime.date) -> None:
    fouten: dict[str, str] = {}
    if gemeld_op > op:
        fouten["gemeld_op"] = _("Deze dag ligt na vandaag. Vul de dag in waarop de inwoner zich meldde.")
    elif gemeld_op < max(persoon.geboortedatum, laad_recht().bekend_vanaf):
        eerste = max(persoon.geboortedatum, laad_recht().bekend_vanaf)
        fouten["gemeld_op"] = _("Deze dag kan niet: kies er een vanaf %(eerste)s.") % {"eerste": datum(eerste)}
    if fouten:
        raise ValidationError(fouten)
    if persoon.overleden_op is not None:
        wat = {"dag": datum(persoon.overleden_op)}
        raise ValidationError(_("Volgens het register is deze inwoner op %(dag)s overleden. Kijk het na.") % wat)


def _al_gemeld(persoon: Persoon) -> ValidationError:
    """Why a second open melding is refused, with the number of the first."""
    eerste = persoon.meldingen.filter(stand__in=[Melding.Stand.NIEUW, Melding.Stand.INTAKE]).select_related("eigenaar")
    wat = {"nummer": eerste[0].nummer, "wie": eerste[0].eigenaar.get_full_name() or eerste[0].eigenaar}
    return ValidationError(
        _("Er is al een open melding van deze inwoner: %(nummer)s, bij %(wie)s. Ga daarmee verder.") % wat
    )


def _eis_open(melding: Melding, door: Gebruiker) -> None:
    eis_mag_werken(door, melding.gemeente_id)
    if not melding.is_open:
        stand = Melding.Stand(melding.stand).label
        raise ValidationError(_("Deze melding is %(stand)s; er is niets meer toe te leiden.") % {"stand": stand})


def _eis_eigenaar(gebruiker: Gebruiker, gemeentecode: str) -> None:
    """An owner can do the work and works for the municipality: nothing lies with somebody who cannot see it."""
    if not (
        gebruiker.is_active and heeft_recht(gebruiker, Recht.WERK_DOEN) and gemeentecode in gebruiker.gemeentecodes()
    ):
        raise ValidationError({"eigenaar": _("Deze collega kan dit niet overnemen. Kies iemand van deze gemeente.")})


def _laatste_bureau(melding: Melding) -> str:
    laatste = melding.stappen.last()
    return laatste.bureau if laatste else ""


def _volgende_melding(melding: Melding) -> datetime.date | None:
    """The first later day on which this person reported, so that a melding entered afterwards ends there."""
    later = Melding.objects.filter(persoon=melding.persoon, vraagt_bijstand=True, gemeld_op__gt=melding.gemeld_op)
    eerste: datetime.date | None = later.exclude(stand=Melding.Stand.INGETROKKEN).aggregate(
        eerste=models.Min("gemeld_op")
    )["eerste"]
    return eerste


def _noteer_gemeld(melding: Melding, *, tot: datetime.date | None, door: Gebruiker, op: datetime.date) -> None:
    """The melding as a fact for the rules, of the partner too where it was for both; none when bijstand is not asked.

    Recorded again with an end, it ends the fact.
    """
    if not melding.vraagt_bijstand:
        return
    partner = huishouden_op(melding.persoon, melding.gemeld_op).partner_van(melding.persoon)
    for wie in [melding.persoon, *([partner] if partner and melding.met_partner else [])]:
        leg_feit_vast(
            persoon=wie,
            naam="gemeld_op",
            waarde=melding.gemeld_op,
            vanaf=melding.gemeld_op,
            tot=tot,
            herkomst=_("melding %(nummer)s") % {"nummer": melding.nummer},
            door=door,
            op=op,
        )
