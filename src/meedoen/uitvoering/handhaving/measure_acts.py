"""Acts on a running measure: a request to end it (Participatiewet 18 lid 11), and the review of lid 3."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ..besluiten.models import Besluit, Procedure
from ..besluiten.sanction_acts import begin_sanctie
from ..huisstijl.formats import datum
from ..kern.events import schrijf_gebeurtenis
from ..kern.models import Gebruiker
from ..kern.permissions import eis_mag_werken
from .conditions import eis_maatregel
from .models import Heroverweging, Herzieningsverzoek
from .queries import maatregelverloop


@transaction.atomic
def vraag_inkeer(
    *,
    besluit: Besluit,
    gevraagd_op: datetime.date,
    ingangsdatum: datetime.date,
    wat: str,
    door: Gebruiker,
    op: datetime.date,
) -> Procedure:
    """The resident asks to end his measure because he meets his obligations: a procedure with its own decision.

    Its facts are those on which the measure rests; that he asked is new, and whether he clearly complies is asked.
    """
    procedure = eis_maatregel(besluit)
    eis_mag_werken(door, procedure.gemeente_id)
    if besluit.artikellid == 2:
        raise ValidationError(
            _("Deze maatregel rust op artikel 18 lid 2. Daarvoor geldt geen inkeer; heroverweeg haar (lid 3).")
        )
    if not besluit.genomen_op <= gevraagd_op <= op:
        raise ValidationError({"gevraagd_op": _("Kies een dag vanaf het besluit tot en met vandaag.")})
    if not wat.strip():
        raise ValidationError({"wat": _("Schrijf op wat de inwoner aanvoert.")})
    _eis_loopt(besluit, ingangsdatum, "ingangsdatum", op)
    nieuw = begin_sanctie(
        persoon=besluit.persoon,
        soort=Procedure.Soort.INKEER,
        aanleiding=_("Op %(dag)s vroeg u ons de verlaging te stoppen. U zei: %(wat)s")
        % {"dag": datum(gevraagd_op), "wat": wat.strip()},
        aanleiding_op=gevraagd_op,
        ingangsdatum=ingangsdatum,
        feiten={"heeft_om_herziening_gevraagd": True},
        zoals=procedure,
        door=door,
        op=op,
    )
    verzoek = Herzieningsverzoek.objects.create(
        maatregel=besluit, gevraagd_op=gevraagd_op, wat=wat.strip(), procedure=nieuw, door=door
    )
    _schrijf("vraag_inkeer", besluit, door, op, {"procedure": nieuw.nummer, "verzoek": verzoek.pk})
    return nieuw


@transaction.atomic
def heroverweeg(
    *,
    besluit: Besluit,
    uitkomst: str,
    motivering: str,
    eindigt_per: datetime.date | None = None,
    door: Gebruiker,
    op: datetime.date,
) -> Heroverweging:
    """Review a measure of lid 2 (Participatiewet 18 lid 3): it stays, or ends on a day."""
    procedure = eis_maatregel(besluit)
    eis_mag_werken(door, procedure.gemeente_id)
    if besluit.artikellid != 2:
        raise ValidationError(
            _("Alleen een maatregel van artikel 18 lid 2 wordt heroverwogen. Hier geldt inkeer (lid 11).")
        )
    if not motivering.strip():
        raise ValidationError({"motivering": _("Schrijf op waarom.")})
    if uitkomst == Heroverweging.Uitkomst.EINDIGT:
        if eindigt_per is None:
            raise ValidationError({"eindigt_per": _("Vul in per wanneer de maatregel eindigt.")})
        _eis_loopt(besluit, eindigt_per, "eindigt_per", op)
    heroverweging = Heroverweging.objects.create(
        maatregel=besluit,
        gedaan_op=op,
        uitkomst=uitkomst,
        eindigt_per=eindigt_per if uitkomst == Heroverweging.Uitkomst.EINDIGT else None,
        motivering=motivering.strip(),
        door=door,
    )
    _schrijf("heroverweeg", besluit, door, op, {"uitkomst": uitkomst})
    return heroverweging


def _eis_loopt(besluit: Besluit, vanaf: datetime.date, veld: str, op: datetime.date) -> None:
    """On that day there is something of the measure left to end: the first day of one of its months."""
    dagen = maatregelverloop(besluit).te_sparen(op)
    if not dagen:
        raise ValidationError(_("Van deze maatregel loopt niets meer."))
    if vanaf not in dagen:
        namen = ", ".join(datum(dag) for dag in dagen)
        raise ValidationError(
            {veld: _("Kies de eerste dag van een maand die nog wordt verlaagd: %(dagen)s.") % {"dagen": namen}}
        )


def _schrijf(handeling: str, besluit: Besluit, door: Gebruiker, op: datetime.date, gegevens: dict[str, object]) -> None:
    schrijf_gebeurtenis(
        handeling=handeling,
        onderwerp=besluit,
        door=door,
        op=op,
        gemeentecode=besluit.persoon.gemeente_id,
        gegevens=gegevens,
    )
