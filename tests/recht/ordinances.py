"""What random ordinances in tests must not say: values that cannot go together are refused (`combinations.py`)."""

from typing import Any

from meedoen.recht import Recht
from meedoen.recht.engine.combinations import geschonden
from meedoen.recht.engine.decisions import verordening_uit


def die_samengaan(opgave: dict[str, Any], recht: Recht) -> dict[str, Any]:
    """The same decisions without the values that break a combination, in the shape of `lees_verordening`."""
    eisen = [combinatie for combinatie in recht.combinaties if combinatie.eis and combinatie.is_fout]
    while gebroken := {
        naam
        for combinatie, _ in geschonden(verordening_uit(opgave, recht, []), recht.termen, eisen)
        for naam in combinatie.namen(recht.termen)
    }:
        delen = [deel | {"waarden": _zonder(deel["waarden"], gebroken)} for deel in opgave["besluit"]]
        opgave = {"besluit": delen, "waarden": _zonder(opgave["waarden"], gebroken)}
    return opgave


def _zonder(waarden: dict[str, Any], namen: set[str]) -> dict[str, Any]:
    return {naam: waarde for naam, waarde in waarden.items() if naam not in namen}
