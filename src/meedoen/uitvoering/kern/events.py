"""Writing the two logs. Both rows are written in the transaction of the caller."""

import datetime
from typing import Any

from django.db import models, transaction

from . import clock
from .changes import Verwerking
from .models import Gebeurtenis, Gebruiker, Inzage


def schrijf_gebeurtenis(
    *,
    handeling: str,
    onderwerp: models.Model,
    door: Gebruiker | None,
    op: datetime.date,
    gemeentecode: str = "",
    gegevens: dict[str, Any] | None = None,
) -> Gebeurtenis:
    """Write one event of an act. `door` is None only for an act of the system itself (the command line), or of
    somebody who does not sign in (the form on the website).

    Raises RuntimeError outside a transaction: an event that can stay behind without its act is no account.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError(
            f"'{handeling}' writes its event outside a transaction; open transaction.atomic() in the act."
        )
    return Gebeurtenis.objects.create(  # type: ignore[misc]  # the stubs know no expression as a value
        moment=clock.nu(),
        door=door,
        op=op,
        handeling=handeling,
        onderwerp_soort=onderwerp._meta.label_lower,
        onderwerp_id=str(onderwerp.pk),
        gemeentecode=gemeentecode,
        gegevens=gegevens or {},
        verwerking=Verwerking(),
    )


def schrijf_inzage(*, onderwerp: models.Model, door: Gebruiker, doel: str) -> Inzage:
    """Log that `door` opened `onderwerp` (a person's dossier) for `doel`, in Dutch and short."""
    return Inzage.objects.create(
        moment=clock.nu(),
        door=door,
        onderwerp_soort=onderwerp._meta.label_lower,
        onderwerp_id=str(onderwerp.pk),
        doel=doel,
    )
