"""Reads: the signals about a person, and a measure month by month with what is paid under it, by the rules."""

import datetime
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.utils.translation import gettext as _

from meedoen.recht import DatumOnbekend, GegevenOntbreekt, GevalFout, RekenFout, bereken, laad_recht, lees_geval

from ..besluiten.case_facts import VAN_DE_ZAAK
from ..besluiten.measure import heroverweging_uiterlijk, maanden_van
from ..besluiten.models import Besluit, Bezwaar, Procedure, Uitkomst
from ..dossiers.calculation import opgave_van
from ..dossiers.models import Persoon, Uitkering
from ..dossiers.queries import geldig_op
from ..huisstijl.formats import datum
from ..kern import clock
from ..kern.models import Gebruiker
from .models import Heroverweging, Signaal

BETALING = (
    "verlaging_in_deze_maand_per_maand",
    "bijstand_na_verlaging_per_maand",
    "uitbetaling_na_verlaging_van_gezin_per_maand",
)


@dataclass(frozen=True)
class Betaalmaand:
    """One month of a measure as it is paid. Where the rules give no amount, `waarom` says why.

    The amounts are of the family together. `is_gestopt`: the measure ended before this month.
    """

    eerste_dag: datetime.date
    deel: Fraction
    is_gestopt: bool
    verlaging: Fraction | None = None
    blijft: Fraction | None = None
    uitbetaling: Fraction | None = None
    waarom: str = ""

    @property
    def procenten(self) -> Fraction:
        """The part of the bijstand in percent."""
        return self.deel * 100


@dataclass(frozen=True)
class Verloop:
    """A measure over its months: what ended it early ("" where nothing did), until when it is to be reviewed."""

    besluit: Besluit
    maanden: tuple[Betaalmaand, ...]
    einde: str
    heroverweeg_voor: datetime.date | None

    def te_sparen(self, op: datetime.date) -> list[datetime.date]:
        """The first days of the months that can still be spared, from the month of `op` on."""
        return [m.eerste_dag for m in self.maanden if not m.is_gestopt and m.eerste_dag >= op.replace(day=1)]

    @property
    def is_van_lid_2(self) -> bool:
        """Whether it is reviewed by the college (lid 3); else it ends early on request (lid 11)."""
        return self.besluit.artikellid == 2


OPEN = Q(stand__in=(Signaal.Stand.NIEUW, Signaal.Stand.UITGENODIGD, Signaal.Stand.GEHOORD)) | Q(
    stand=Signaal.Stand.BESLUIT, procedure__stand=Procedure.Stand.INGETROKKEN
)
"""Signals of which somebody has to do something; also where the way to a decision was broken off."""


def signalen_in(gemeentecodes: Collection[str]) -> QuerySet[Signaal]:
    """The signals of these municipalities, open ones first, the oldest of those on top."""
    eerst = Case(When(OPEN, then=Value(0)), default=Value(1), output_field=IntegerField())
    return (
        Signaal.objects.filter(gemeente__in=gemeentecodes)
        .select_related("persoon", "gemeente", "eigenaar", "procedure")
        .annotate(eerst=eerst)
        .order_by("eerst", "ontvangen_op", "pk")
    )


def eigenaren_in(gemeentecodes: Collection[str]) -> QuerySet[Gebruiker]:
    """Who owns a signal of these municipalities."""
    eigenaren = Signaal.objects.filter(gemeente__in=gemeentecodes).values("eigenaar")
    return Gebruiker.objects.filter(pk__in=eigenaren).order_by("first_name", "last_name", "username")


def signalen_van(persoon: Persoon) -> QuerySet[Signaal]:
    """All signals about a person, newest first."""
    return (
        Signaal.objects.filter(persoon=persoon).select_related("procedure", "eigenaar").order_by("-ontvangen_op", "-pk")
    )


def maatregelen_van(persoon: Persoon) -> QuerySet[Besluit]:
    """The measures that were imposed on a person here, newest first."""
    hier = Besluit.objects.filter(persoon=persoon, soort=Besluit.Soort.MAATREGEL, procedure__isnull=False)
    return hier.select_related("procedure__persoon", "persoon").order_by("-genomen_op", "-pk")


def maatregelverloop(besluit: Besluit) -> Verloop:
    """A measure without its amounts: which months there are, and which were spared."""
    assert besluit.procedure is not None
    stopt, einde = _einde(besluit)
    maanden = tuple(
        Betaalmaand(maand.eerste_dag, maand.deel, stopt is not None and maand.eerste_dag >= stopt)
        for maand in maanden_van(besluit.procedure)
    )
    is_gedaan = stopt is not None or besluit.artikellid != 2 or besluit.heroverwegingen.exists()
    voor = None if is_gedaan else heroverweging_uiterlijk(besluit.procedure, besluit.genomen_op)
    return Verloop(besluit, maanden, einde, voor)


def betaling(besluit: Besluit) -> Verloop:
    """The same with what the rules give for each month, by the household and the law of that month."""
    verloop = maatregelverloop(besluit)
    zaak = _zaak(besluit)
    maanden = tuple(
        maand if maand.is_gestopt else _betaald(besluit.persoon, maand, zaak | {"maand_van_maatregel": nummer})
        for nummer, maand in enumerate(verloop.maanden, 1)
    )
    return Verloop(besluit, maanden, verloop.einde, verloop.heroverweeg_voor)


def _betaald(persoon: Persoon, maand: Betaalmaand, zaak: Mapping[str, Any]) -> Betaalmaand:
    if not Uitkering.objects.filter(geldig_op(maand.eerste_dag), persoon=persoon).exists():
        return _zonder(maand, _("geen bijstand in deze maand"))
    if maand.eerste_dag >= laad_recht().bekend_tot:
        return _zonder(maand, _("het recht van deze maand is nog niet bekend"))
    try:
        opgave = opgave_van(persoon, maand.eerste_dag, *BETALING, niet_van_partner=BETALING, erbij=zaak)
        waarden = bereken(lees_geval(opgave)).waarden[persoon.nummer]
    except (GegevenOntbreekt, GevalFout, DatumOnbekend, RekenFout) as fout:
        return _zonder(maand, str(fout).splitlines()[0])
    verlaging, blijft, uitbetaling = (Fraction(waarden[naam] or 0) for naam in BETALING)  # type: ignore[arg-type]
    return Betaalmaand(maand.eerste_dag, maand.deel, False, verlaging, blijft, uitbetaling)


def _zonder(maand: Betaalmaand, waarom: str) -> Betaalmaand:
    return Betaalmaand(maand.eerste_dag, maand.deel, False, waarom=waarom)


def _zaak(besluit: Besluit) -> dict[str, Any]:
    """The facts of the case as they stand in the signed proposal."""
    assert besluit.procedure is not None
    personen = besluit.procedure.voorstel["opgave"]["persoon"]
    eigen = next(persoon for persoon in personen if persoon["id"] == besluit.persoon.nummer)
    return {naam: waarde for naam, waarde in eigen.items() if naam in VAN_DE_ZAAK}


def _einde(besluit: Besluit) -> tuple[datetime.date | None, str]:
    """From which day the measure no longer holds, and by what."""
    if besluit.bezwaren.filter(uitkomst=Bezwaar.Uitkomst.GEGROND).exists():
        return besluit.vanaf, _("vervallen: het bezwaar is gegrond")
    inkeer = Procedure.objects.filter(
        herzieningsverzoek__maatregel=besluit, stand=Procedure.Stand.ONDERTEKEND, uitkomst=Uitkomst.TOEKENNEN
    ).first()
    if inkeer is not None:
        return inkeer.ingangsdatum, _("gestopt per %(dag)s: inkeer") % {"dag": datum(inkeer.ingangsdatum)}
    heroverwogen = besluit.heroverwegingen.filter(uitkomst=Heroverweging.Uitkomst.EINDIGT).first()
    if heroverwogen is not None:
        return heroverwogen.eindigt_per, _("gestopt per %(dag)s: heroverweging") % {
            "dag": datum(heroverwogen.eindigt_per)
        }
    return None, ""


def onderdeel_handhaving(persoon: Persoon, op: datetime.date) -> dict[str, object]:
    """Context of the section on handhaving of a dossier."""
    verlopen = [betaling(besluit) for besluit in maatregelen_van(persoon)]
    dagen = [m.eerste_dag for v in verlopen for m in v.maanden if not m.is_gestopt]
    ingelezen = Besluit.objects.filter(persoon=persoon, soort=Besluit.Soort.MAATREGEL, procedure=None)
    return {
        "persoon": persoon,
        "signalen": list(signalen_van(persoon)),
        "verlopen": [(verloop, bool(verloop.te_sparen(clock.vandaag()))) for verloop in verlopen],
        "heeft_samenloop": len(dagen) != len(set(dagen)),
        "zonder_lid": list(ingelezen.filter(artikellid=None).order_by("-genomen_op")),
        "peildatum": op,
    }
