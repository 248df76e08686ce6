"""Acts on dossiers."""

from django.db import transaction

from ..kern.events import schrijf_inzage
from ..kern.models import Gebruiker
from .models import Persoon


@transaction.atomic
def open_dossier(persoon: Persoon, *, door: Gebruiker, doel: str) -> Persoon:
    """Open a dossier: who, when and what for is logged before anything is shown."""
    schrijf_inzage(onderwerp=persoon, door=door, doel=doel)
    return persoon
