"""Reads: the requests of a resident with their terms, and the copies that were made."""

import datetime

from meedoen.recht import termijnen

from ..dossiers.models import Persoon
from ..kern import clock
from .models import Afschrift, Verzoek


def uiterlijk_van(verzoek: Verzoek) -> datetime.date:
    """The last day to answer a request."""
    return termijnen.uiterste_datum_verzoek(verzoek.ontvangen_op, is_verlengd=verzoek.verlengd_op is not None)


def onderdeel_inwoner(persoon: Persoon, op: datetime.date) -> dict[str, object]:
    """Context of the section on the resident's own rights of a dossier."""
    verzoeken = Verzoek.objects.filter(persoon=persoon).select_related("eigenaar")
    return {
        "persoon": persoon,
        "verzoeken": [(verzoek, uiterlijk_van(verzoek)) for verzoek in verzoeken],
        "afschriften": list(Afschrift.objects.filter(persoon=persoon).select_related("door")),
        "vandaag": clock.vandaag(),
    }
