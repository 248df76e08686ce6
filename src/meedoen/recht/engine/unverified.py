"""What behind some results is not verified in a source: said with every table, as `computation.meldingen` says it of a
case. A table does not know which of it each row read, so this is what they can rest on.
"""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from meedoen.recht.engine import graph
from meedoen.recht.engine.amounts import Bedragwaarde
from meedoen.recht.engine.form import Kop
from meedoen.recht.engine.law import Recht

MEESTE_GENOEMD = 12


@lru_cache(maxsize=64)
def niet_geverifieerd(recht: Recht, gevraagd: Sequence[str], peildatum: date | None) -> tuple[str, ...]:
    """Rules and amounts that these results can read and that are not verified, with the reason, each once.

    Of a table with one reference date only what holds then, and of an amount that a rule reads of an earlier day what
    held before.
    """
    namen = graph.volgorde(recht.regels, gevraagd)
    lezingen = [lezing for naam in namen for lezing in graph.gelezen(recht.regels[naam]).values()]
    van_andere_dagen = {lezing.naam for lezing in lezingen if lezing.op}
    gevonden = [
        f"Bedrag {naam} per {waarde.vanaf} ({recht.bedragen[naam].artikel}): niet geverifieerd: {waarde.waarom}"
        for naam in graph.benodigde_bedragen(recht.regels, gevraagd)
        for waarde in recht.bedragen[naam].waarden
        if not waarde.is_geverifieerd and _kan(waarde, peildatum, naam in van_andere_dagen)
    ]
    for kop in (versie.kop for naam in namen for versie in recht.regels[naam]):
        if not kop.is_geverifieerd and _kan(kop, peildatum, False):
            gevonden.append(f"Regel {kop.naam} ({kop.artikel}): niet geverifieerd: {kop.waarom}")
    return tuple(dict.fromkeys(gevonden))


def _kan(wat: Kop | Bedragwaarde, peildatum: date | None, ook_eerder: bool) -> bool:
    """Whether this can be read on that day; `ook_eerder`: a rule reads it of a day before too."""
    return peildatum is None or (wat.vanaf <= peildatum and (ook_eerder or peildatum < wat.tot))


def genoemd(gevonden: Sequence[str]) -> str:
    """The same in a few lines: the first names with their articles, and how many more there are."""
    namen = [regel.split(": niet geverifieerd: ")[0] for regel in gevonden]
    over = len(namen) - MEESTE_GENOEMD
    return ", ".join(namen[:MEESTE_GENOEMD]) + (f", en nog {over}" if over > 0 else "")
