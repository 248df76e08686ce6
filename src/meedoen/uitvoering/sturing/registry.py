"""The one registry of figures: every definition by its key, in the order in which people read them."""

from . import beschut_werk, doelgroepen, flows, garantiebanen, work
from .figures import Definitie


class OnbekendCijfer(LookupError):
    """No definition has this key."""


_ALLE = (
    *doelgroepen.DEFINITIES,
    *flows.DEFINITIES,
    *work.DEFINITIES,
    *beschut_werk.DEFINITIES,
    *garantiebanen.DEFINITIES,
)
DEFINITIES: dict[str, Definitie] = {definitie.sleutel: definitie for definitie in _ALLE}
if len(DEFINITIES) != len(_ALLE):
    raise RuntimeError("Two definitions of a figure share one key.")


def definitie(sleutel: str) -> Definitie:
    """The definition with this key. Raises OnbekendCijfer."""
    if sleutel not in DEFINITIES:
        raise OnbekendCijfer(sleutel)
    return DEFINITIES[sleutel]
