"""Acts: opening the cases behind a figure, on screen or as a file. Both are logged before anything is shown."""

import datetime

from django.db import models, transaction

from ..beleid.models import Gemeente, Samenwerking
from ..kern.events import schrijf_gebeurtenis, schrijf_inzage
from ..kern.models import Gebruiker
from .areas import Gebied
from .cases import Geval, gevallen
from .figures import Cijfer


def _onderwerp(gebied: Gebied, gebruiker: Gebruiker) -> models.Model:
    """The row that the log names: the municipality or partnership, or the user for his own set."""
    if gebied.is_gemeente:
        return Gemeente.objects.get(code=gebied.sleutel)
    return Samenwerking.objects.filter(sleutel=gebied.sleutel).first() or gebruiker


@transaction.atomic
def open_gevallen(cijfer: Cijfer, *, door: Gebruiker, vanaf: int, tot: int) -> list[Geval]:
    """Show the cases `vanaf` to `tot` of a figure: who looked, at which figure, is logged."""
    doel = f"gevallen bij {cijfer.definitie.sleutel} {cijfer.peildatum.isoformat()}"
    schrijf_inzage(onderwerp=_onderwerp(cijfer.gebied, door), door=door, doel=doel[:80])
    return gevallen(cijfer, door.gemeentecodes(), vanaf, tot)


@transaction.atomic
def geef_gevallen_mee(cijfer: Cijfer, *, door: Gebruiker, op: datetime.date, vorm: str) -> list[Geval]:
    """Hand out all cases of a figure as a file. The event says who took which figure, in which form, how many rows."""
    alle = gevallen(cijfer, door.gemeentecodes(), 0, cijfer.aantal_rijen)
    schrijf_gebeurtenis(
        handeling="geef_gevallen_mee",
        onderwerp=_onderwerp(cijfer.gebied, door),
        door=door,
        op=op,
        gemeentecode=cijfer.gebied.sleutel if cijfer.gebied.is_gemeente else "",
        gegevens={
            "cijfer": cijfer.definitie.sleutel,
            "gebied": cijfer.gebied.sleutel,
            "peildatum": cijfer.peildatum.isoformat(),
            "vorm": vorm,
            "rijen": len(alle),
        },
    )
    return alle
