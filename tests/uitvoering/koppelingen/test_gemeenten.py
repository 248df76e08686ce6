"""A user reads in only rows of his own municipalities, and learns nothing of the others."""

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from .conftest import REGISTER, schrijf, schrijf_csv, stand

pytestmark = pytest.mark.django_db


@pytest.fixture
def van_assen(lees: Callable[..., Any], gebruiker: Callable[..., Any], tmp_path: Path) -> Callable[..., Any]:
    """The register is in; a user of Assen (P4 lives there) offers one blad."""
    lees(schrijf(tmp_path / "alles", REGISTER))
    door = gebruiker("beheer", ["GM0106"])

    def bied_aan(blad: str, *rijen: list[str]) -> Any:
        return lees(schrijf_csv(tmp_path / f"{blad}.csv", blad, rijen), door=door)

    return bied_aan


EIGEN = {
    "een nieuwe inwoner": ("personen", ["N1", "999990056", "A", "B", "1980-01-01", "", "GM0106"]),
    "een eigen inwoner wijzigen": (
        "personen",
        ["P4", "999990044", "Dirk", "Nieuw", "1960-12-31", "2020-06-01", "GM0106"],
    ),
    "een feit van een eigen inwoner": ("feiten", ["P4", "student", "nee", "2018-01-01", "", "opgave"]),
    "een werkgever elders": ("werkgevers", ["WG7", "Bedrijf", "GM0014", "markt", "nee"]),
    "een eigen gemeente als werkgever": ("werkgevers", ["WG8", "Gemeente Assen", "GM0106", "overheid", "ja"]),
}
VREEMD = {
    "een inwoner van elders": (
        "personen",
        ["N1", "999990056", "A", "B", "1980-01-01", "", "GM1680"],
        "een gemeente waarvoor u werkt: GM0106",
    ),
    "een inwoner van elders overnemen": (
        "personen",
        ["P1", "999990019", "Anna", "Testma", "1980-05-17", "", "GM0106"],
        "al in gebruik bij een andere gemeente",
    ),
    "een feit van een inwoner van elders": (
        "feiten",
        ["P1", "student", "nee", "2030-01-01", "", "opgave"],
        "uit het register van uw gemeenten",
    ),
    "een relatie met een inwoner van elders": (
        "relaties",
        ["P4", "P1", "partner", "2018-01-01", ""],
        "uit het register van uw gemeenten",
    ),
    "een uitkering van elders verleggen": (
        "uitkeringen",
        ["U1", "P4", "2010-01-01", "2011-01-01", ""],
        "al in gebruik bij een andere gemeente",
    ),
    "een bsn van een inwoner van elders": (
        "personen",
        ["N1", "999990019", "A", "B", "1980-01-01", "", "GM0106"],
        "een dossier van een andere gemeente",
    ),
    "een andere gemeente als werkgever": (
        "werkgevers",
        ["WG2", "Gemeente Aa en Hunze", "GM0106", "overheid", "nee"],
        "al in gebruik bij een andere gemeente",
    ),
}


@pytest.mark.parametrize("naam", EIGEN)
def test_wat_van_uzelf_is_gaat_erin(naam: str, van_assen: Callable[..., Any]) -> None:
    verslag = van_assen(EIGEN[naam][0], EIGEN[naam][1])
    assert verslag.fouten == ()
    assert verslag.aantal_te_laden == 1


@pytest.mark.parametrize("naam", VREEMD)
def test_wat_van_een_ander_is_wordt_geweigerd(naam: str, van_assen: Callable[..., Any]) -> None:
    blad, rij, woorden = VREEMD[naam]
    voor = stand()
    verslag = van_assen(blad, rij)
    assert not verslag.is_geladen
    assert any(woorden in fout.zin for fout in verslag.fouten), [f.zin for f in verslag.fouten]
    assert stand() == voor


def test_een_onbekende_en_een_vreemde_inwoner_geven_dezelfde_melding(van_assen: Callable[..., Any]) -> None:
    """Otherwise the import would tell who has a dossier with another municipality."""
    vreemd = van_assen("feiten", ["P1", "student", "nee", "2030-01-01", "", "opgave"]).fouten[0]
    onbekend = van_assen("feiten", ["XX", "student", "nee", "2030-01-01", "", "opgave"]).fouten[0]
    assert (vreemd.verwacht, vreemd.herstel) == (onbekend.verwacht, onbekend.herstel)
    bsn = van_assen("personen", ["N1", "999990019", "A", "B", "1980-01-01", "", "GM0106"]).fouten[0]
    assert "P1" not in bsn.zin


def test_zonder_gemeenten_gaat_er_geen_inwoner_in(
    lees: Callable[..., Any], gebruiker: Callable[..., Any], tmp_path: Path
) -> None:
    bladen = deepcopy({"personen": REGISTER["personen"]})
    verslag = lees(schrijf(tmp_path / "r", bladen), door=gebruiker("beheer"), alleen_juiste=True)
    assert (verslag.aantal_geweigerd, verslag.aantal_te_laden) == (4, 0)
