"""Every case in `gevallen/` comes out as it says, to the cent. A file is a case; its path is its name."""

import tomllib
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from meedoen.recht import Uitkomst, bereken, laad_recht, lees_geval
from meedoen.recht.answer import als_json
from meedoen.recht.engine.facts import WEZENS

GEVALLEN = Path(__file__).parents[2] / "gevallen"
PADEN = sorted(GEVALLEN.rglob("*.toml"))


@cache
def lees(pad: Path) -> dict[str, Any]:
    return tomllib.loads(pad.read_text("utf-8"), parse_float=Decimal)


@cache
def uitkomst_van(pad: Path) -> Uitkomst:
    return bereken(lees_geval(lees(pad)), vragen=True)


def naam(pad: Path) -> str:
    return pad.relative_to(GEVALLEN).with_suffix("").as_posix()


@pytest.mark.parametrize("pad", PADEN, ids=naam)
def test_a_case_comes_out_as_it_says(pad: Path) -> None:
    verwacht, uitkomst = dict(lees(pad)["verwacht"]), uitkomst_van(pad)
    gekregen = als_json(uitkomst, laad_recht())[WEZENS[uitkomst.wezen]]
    meldingen, ontbreekt = verwacht.pop("meldingen", None), verwacht.pop("ontbreekt", [])
    assert {f"{o.persoon or 'gemeente'}.{o.feit}" for o in uitkomst.ontbreekt} == set(ontbreekt)
    assert verwacht or ontbreekt, "a case that expects nothing tests nothing"
    for persoon, waarden in verwacht.items():
        leeg = waarden.get("leeg", [])
        alles = {naam: waarde for naam, waarde in waarden.items() if naam != "leeg"} | dict.fromkeys(leeg)
        assert {naam: gekregen[persoon][naam] for naam in alles} == alles
        assert all(uitkomst.redenen[persoon][naam].reden and uitkomst.redenen[persoon][naam].artikel for naam in leeg)
    if meldingen is not None:
        assert len(uitkomst.meldingen) >= len(meldingen)
        assert all(any(f" {melding} " in zin for zin in uitkomst.meldingen) for melding in meldingen)
    if meldingen == []:
        assert uitkomst.meldingen == []


@pytest.mark.parametrize("pad", PADEN, ids=naam)
def test_a_case_names_its_source_and_expects_every_result_it_asks(pad: Path) -> None:
    geval = lees(pad)
    assert geval["bron"]["soort"] in ("gepubliceerd", "afgeleid")
    assert geval["bron"]["tekst"] and geval["omschrijving"]
    assert pad.stem.startswith(f"{geval['peildatum']}-")
    verwacht = geval["verwacht"]
    for persoon in next(geval[wezen] for wezen in WEZENS if wezen in geval):
        van_persoon = verwacht.get(persoon["id"], {})
        genoemd = {*van_persoon, *van_persoon.get("leeg", [])} - {"leeg"}
        gevraagd = set(persoon.get("gevraagd", geval["gevraagd"]))
        assert genoemd <= gevraagd
        assert genoemd == gevraagd or "ontbreekt" in verwacht or persoon["id"] not in verwacht
