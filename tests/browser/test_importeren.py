"""Offering a register in a real browser, with and without script: the form, the faults, what is loaded."""

import csv
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from meedoen.uitvoering.beleid.models import Gemeente
from meedoen.uitvoering.dossiers.models import Persoon
from meedoen.uitvoering.kern.models import Gebruiker
from meedoen.uitvoering.koppelingen.bladen import BLADEN
from tests.browser.checks import controleer_pagina

Open = Callable[..., Page]
GOED = [
    ["P1", "999990019", "Anna", "Testma", "1980-05-17", "", "GM1680"],
    ["P2", "999990020", "Béla", "de Proefstra", "1978-01-02", "", "GM1680"],
]
FOUT = ["P3", "999990021", "Cleo", "=1+1", "2010-02-30", "", "Asen"]


@pytest.fixture
def beheer(gebruiker: Callable[..., Gebruiker], settings: Any, tmp_path: Path) -> Gebruiker:
    settings.MAP = tmp_path / "map"
    for code, naam in (("GM1680", "Aa en Hunze"), ("GM0106", "Assen")):
        Gemeente.objects.create(code=code, naam=naam, bron="test")
    return gebruiker("beheer", ["GM1680", "GM0106"])


def _bestand(map_: Path, rijen: list[list[str]]) -> Path:
    pad = map_ / "personen.csv"
    with pad.open("w", newline="", encoding="windows-1252") as bestand:
        csv.writer(bestand, delimiter=";").writerows([BLADEN["personen"].kolomnamen, *rijen])
    return pad


def _kijk(pagina: Page, naam: str) -> None:
    """Keep a picture for who wants to look: MEEDOEN_BEELDEN names the folder."""
    if map_ := os.environ.get("MEEDOEN_BEELDEN"):
        pagina.screenshot(path=Path(map_) / f"{naam}.png", full_page=True)


@pytest.mark.parametrize("heeft_script", [True, False])
def test_van_bestand_naar_register(open_pagina: Open, beheer: Gebruiker, tmp_path: Path, heeft_script: bool) -> None:
    pagina = open_pagina(beheer, heeft_script=heeft_script)
    pagina.goto("/importeren")
    pagina.get_by_label("Bestand").set_input_files(_bestand(tmp_path, GOED))
    pagina.get_by_role("button", name="Controleer het bestand").press("Enter")
    expect(pagina.get_by_text("Alles klopt. Er is nog niets geladen.")).to_be_visible()
    assert Persoon.objects.count() == 0
    pagina.get_by_role("button", name="Laad alles").press("Enter")
    expect(pagina.get_by_text("Geladen: 2 rijen zijn nieuw of gewijzigd.")).to_be_visible()
    assert Persoon.objects.get(nummer="P2").voornaam == "Béla"


def test_de_bladzijden_zijn_voor_iedereen_te_gebruiken(open_pagina: Open, beheer: Gebruiker, tmp_path: Path) -> None:
    pagina = open_pagina(beheer)
    pagina.goto("/importeren")
    _kijk(pagina, "importeren")
    controleer_pagina(pagina)
    pagina = open_pagina(beheer)
    pagina.goto("/importeren")
    pagina.get_by_role("button", name="Controleer het bestand").click()
    expect(pagina.get_by_role("link", name="Bestand: Kies een bestand.")).to_be_visible()
    controleer_pagina(pagina)


def test_fouten_staan_bij_elkaar_en_de_juiste_rijen_kunnen_geladen(
    open_pagina: Open, beheer: Gebruiker, tmp_path: Path
) -> None:
    pagina = open_pagina(beheer)
    pagina.goto("/importeren")
    pagina.get_by_label("Bestand").set_input_files(_bestand(tmp_path, [*GOED, FOUT]))
    pagina.get_by_role("button", name="Controleer het bestand").click()
    rijen = pagina.get_by_role("group", name="Fouten").get_by_role("row")
    expect(rijen).to_have_count(5)
    expect(rijen.nth(4)).to_contain_text("Bedoelt u GM0106 (Assen)?")
    _kijk(pagina, "verslag")
    controleer_pagina(pagina)
    _kijk(pagina, "verslag-smal")
    with pagina.expect_download() as geweigerd:
        pagina.get_by_role("link", name="Download de geweigerde rijen").click()
    assert "'=1+1" in Path(geweigerd.value.path()).read_text("utf-8-sig")
    pagina.get_by_role("button", name="Laad alleen de 2 juiste rijen").click()
    expect(pagina.get_by_text("1 rij is geweigerd.")).to_be_visible()
    assert Persoon.objects.count() == 2
