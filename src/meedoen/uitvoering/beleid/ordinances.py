"""Ordinances: the files in `verordeningen/` of a policy folder, and the decisions as the rules read them."""

import datetime
import json
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.translation import gettext as _

from meedoen.recht import laad_recht
from meedoen.recht.engine.decisions import lees_verordening
from meedoen.recht.engine.terms import GEEN_VERORDENING, Verordening
from meedoen.recht.verordening.controle import controleer

from .models import Gemeente, Verordeningsbesluit
from .reading import BestandenOnjuist, Fout

MAP = "verordeningen"


def lees_verordeningen(map_: Path) -> list[Verordeningsbesluit]:
    """The decisions in the files of `map_/verordeningen`, not yet saved; none where there is no such folder.

    Raises BestandenOnjuist with every fault that `meedoen verordening controleer` finds, in all files.
    """
    codes = dict(Gemeente.objects.filter(tot__isnull=True).values_list("naam", "code"))
    fouten: list[Fout] = []
    besluiten: list[Verordeningsbesluit] = []
    for pad in sorted((map_ / MAP).glob("*.toml")):
        tekst = pad.read_text("utf-8")
        gevonden = controleer(tekst)
        fouten += [
            Fout(f"{MAP}/{pad.name}", _("regel %(nummer)s") % {"nummer": f.regel}, f.waar, f.wat, f.artikel)
            for f in gevonden.fouten
        ]
        if gevonden.verordening is None or gevonden.fouten:
            continue
        code = codes.get(gevonden.verordening.gemeente)
        if code is None:
            waar = gevonden.verordening.gemeente or "-"
            herstel = _("Schrijf de naam zoals in de lijst van gemeenten.")
            fouten.append(Fout(f"{MAP}/{pad.name}", "gemeente", waar, _("een bestaande gemeente"), herstel))
            continue
        besluiten += _besluiten(code, tomllib.loads(tekst, parse_float=Decimal))
    if fouten:
        raise BestandenOnjuist(fouten)
    return besluiten


def _besluiten(code: str, opgave: dict[str, Any]) -> Iterator[Verordeningsbesluit]:
    for ruw in opgave["besluit"]:
        waarden = {naam: _als_json(waarde) for naam, waarde in ruw.get("waarden", {}).items()}
        yield Verordeningsbesluit(
            gemeente_id=code,
            verordening=ruw["verordening"],
            naam=ruw["naam"],
            besloten_op=ruw["besloten_op"],
            vanaf=ruw["vanaf"],
            tot=ruw.get("tot"),
            waarden=waarden,
            bron=ruw["bron"],
        )


def _als_json(waarde: Any) -> Any:
    return str(waarde) if isinstance(waarde, Decimal | datetime.date) else waarde


def verordening_van(gemeentecode: str) -> Verordening:
    """What this municipality decided, as `meedoen.recht.bereken` takes it; nothing where nothing is loaded."""
    gevonden = _rijen(gemeentecode)
    if not gevonden:
        return GEEN_VERORDENING
    return _lees(DjangoJSONEncoder(sort_keys=True).encode(gevonden))


def verordening_als_opgave(gemeentecode: str) -> dict[str, Any]:
    """What this municipality decided as a case states it, in JSON values; {} where nothing is loaded."""
    gevonden = _rijen(gemeentecode)
    return _opgave(json.loads(DjangoJSONEncoder().encode(gevonden))) if gevonden else {}


def _rijen(gemeentecode: str) -> list[dict[str, Any]]:
    rijen = Verordeningsbesluit.objects.filter(gemeente_id=gemeentecode).order_by("verordening", "vanaf")
    velden = ("gemeente__naam", "verordening", "naam", "besloten_op", "vanaf", "tot", "waarden", "bron")
    return [dict(rij) for rij in rijen.values(*velden)]


def _opgave(rijen: list[dict[str, Any]]) -> dict[str, Any]:
    besluiten = [{k: w for k, w in rij.items() if w is not None and k != "gemeente__naam"} for rij in rijen]
    return {"gemeente": rijen[0]["gemeente__naam"], "besluit": besluiten}


@lru_cache(maxsize=400)
def _lees(tekst: str) -> Verordening:
    """Read once for the same decisions: the object is compared by identity, so that kernels are made once."""
    return lees_verordening(_opgave(json.loads(tekst)), recht=laad_recht())
