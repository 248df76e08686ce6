"""What must hold before a step with a signal or a running measure: refused in plain Dutch."""

import datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from meedoen.recht import bereken, laad_recht, lees_geval

from ..besluiten.models import Besluit, Procedure
from ..dossiers.models import Persoon, Uitkering
from ..dossiers.queries import feiten_op, geldig_op
from ..dossiers.versions import IntussenGewijzigd
from ..huisstijl.formats import datum
from .models import Signaal

VOOR_DE_BIJSTAND = ("tekortschietend besef van verantwoordelijkheid",)
"""Behaviour that lies before the bijstand by its nature: it made that bijstand was needed."""


def gedragingen() -> list[str]:
    """What the law knows as behaviour, in its order."""
    return list(laad_recht().feiten["gedraging"].soort.keuzes)


def soort_besluit(gedraging: str, op: datetime.date) -> str:
    """Which kind of decision belongs to a behaviour: the rules say where the boundary with the boete lies."""
    geval = {
        "peildatum": op,
        "gevraagd": ["sanctie"],
        "persoon": [{"id": "a", "geboortedatum": datetime.date(1980, 1, 1), "gedraging": gedraging}],
    }
    sanctie = bereken(lees_geval(geval), vragen=True).waarden["a"]["sanctie"]
    return Procedure.Soort.BOETE if sanctie == "boete" else Procedure.Soort.MAATREGEL


def eis_dag_van_gedraging(
    persoon: Persoon, gedraging: str, dag: datetime.date, ontvangen_op: datetime.date, op: datetime.date
) -> None:
    """The behaviour lies in the past, before it was told, and within the time in which the obligations held."""
    if dag > op:
        zin = _("Deze dag ligt na vandaag (%(dag)s). Gedrag dat nog moet komen, is geen signaal.")
        raise ValidationError({"overtreding_op": zin % {"dag": datum(op)}})
    if not dag <= ontvangen_op <= op:
        raise ValidationError({"ontvangen_op": _("Kies een dag vanaf de gedraging tot en met vandaag.")})
    if dag < laad_recht().bekend_vanaf:
        zin = _("Meedoen kent het recht vanaf %(dag)s.")
        raise ValidationError({"overtreding_op": zin % {"dag": datum(laad_recht().bekend_vanaf)}})
    if gedraging not in VOOR_DE_BIJSTAND and not _verplichting_gold(persoon, dag):
        zin = _(
            "%(wie)s had op %(dag)s geen algemene bijstand en had zich daarvoor niet gemeld: de verplichtingen golden "
            "toen niet (Participatiewet 9 lid 1)."
        )
        raise ValidationError({"overtreding_op": zin % {"wie": persoon, "dag": datum(dag)}})


def _verplichting_gold(persoon: Persoon, dag: datetime.date) -> bool:
    """Bijstand on that day, or a melding before it that led to bijstand."""
    if Uitkering.objects.filter(geldig_op(dag), persoon=persoon).exists():
        return True
    gemeld = feiten_op([persoon.pk], dag)[persoon.pk].get("gemeld_op")
    is_gemeld = gemeld is not None and gemeld.waarde <= dag.isoformat()
    return is_gemeld and Uitkering.objects.filter(persoon=persoon, vanaf__gt=dag).exists()


def dubbel(persoon: Persoon, gedraging: str, overtreding_op: datetime.date) -> ValidationError:
    """The refusal of a second signal about the same behaviour."""
    eerder = (
        Signaal.objects.filter(persoon=persoon, gedraging=gedraging, overtreding_op=overtreding_op)
        .exclude(stand=Signaal.Stand.GEEN_GEVOLG)
        .first()
    )
    nummer = eerder.nummer if eerder else "?"
    zin = _("Van dit gedrag op deze dag is al een signaal: %(nummer)s. Eén gedraging telt één keer. Ga daarmee verder.")
    return ValidationError(zin % {"nummer": nummer})


def eis_stand(signaal: Signaal, versie: int, *standen: Signaal.Stand) -> None:
    """The signal is where this step begins, and as it was when the form was made."""
    if signaal.versie != versie:
        raise IntussenGewijzigd(signaal, gezien=versie)
    if signaal.stand not in standen:
        raise ValidationError(_("Dit kan niet: het signaal is %(stand)s.") % {"stand": signaal.get_stand_display()})


def is_ingetrokken(signaal: Signaal) -> bool:
    """Whether the way to a decision was broken off, so that the signal waits for somebody again."""
    return signaal.procedure is not None and signaal.procedure.stand == Procedure.Stand.INGETROKKEN


def eis_maatregel(besluit: Besluit) -> Procedure:
    """A measure that was decided here; its procedure."""
    if besluit.soort != Besluit.Soort.MAATREGEL or besluit.procedure is None:
        raise ValidationError(_("Dit is geen maatregel die hier is opgelegd."))
    return besluit.procedure
