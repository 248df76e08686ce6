"""Reading a register in: the same register from every form, whole or not at all, and twice changes nothing."""

import csv
import zipfile
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from meedoen.uitvoering.besluiten.models import Besluit
from meedoen.uitvoering.dossiers.known import bekend_sinds
from meedoen.uitvoering.dossiers.models import Feit, Inlezing, Persoon
from meedoen.uitvoering.dossiers.queries import huishouden_op
from meedoen.uitvoering.dossiers.since import sindsdien
from meedoen.uitvoering.kern import clock
from meedoen.uitvoering.kern.models import Gebeurtenis

from .conftest import (
    OP,
    REGISTER,
    Rijen,
    schrijf,
    schrijf_csv,
    schrijf_parquet,
    schrijf_werkmap,
    stand,
    verwachte_stand,
)

pytestmark = pytest.mark.django_db


def _zip(map_: Path, bladen: Rijen) -> Path:
    pad = map_ / "register.zip"
    with zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED) as archief:
        for bestand in schrijf(map_ / "in", bladen).iterdir():
            archief.write(bestand, f"levering/{bestand.name}")
    return pad


VORMEN: dict[str, Callable[[Path, Rijen], Path]] = {
    "csv met komma's": lambda map_, bladen: schrijf(map_ / "r", bladen),
    "csv met puntkomma's": lambda map_, bladen: schrijf(map_ / "r", bladen, scheiding=";"),
    "csv met tabs": lambda map_, bladen: schrijf(map_ / "r", bladen, scheiding="\t"),
    "csv met BOM": lambda map_, bladen: schrijf(map_ / "r", bladen, scheiding=";", codering="utf-8-sig"),
    "csv in Windows-1252": lambda map_, bladen: schrijf(map_ / "r", bladen, codering="windows-1252"),
    "csv in UTF-16": lambda map_, bladen: schrijf(map_ / "r", bladen, scheiding="\t", codering="utf-16"),
    "zip van csv": _zip,
    "xlsx": lambda map_, bladen: schrijf_werkmap(map_ / "register.xlsx", bladen),
    "parquet": lambda map_, bladen: schrijf_parquet(map_ / "r", bladen),
}


@pytest.mark.parametrize("vorm", VORMEN)
def test_elke_vorm_geeft_hetzelfde_register(vorm: str, tmp_path: Path, lees: Callable[..., Any]) -> None:
    verslag = lees(VORMEN[vorm](tmp_path, REGISTER))
    assert verslag.fouten == ()
    assert verslag.is_geladen
    assert stand() == verwachte_stand()
    assert {b.blad: b.nieuw for b in verslag.bladen} == {naam: len(rijen) for naam, rijen in REGISTER.items()}


def test_twee_keer_inlezen_verandert_geen_rij(tmp_path: Path, lees: Callable[..., Any]) -> None:
    lees(schrijf(tmp_path / "a", REGISTER))
    herkomst = list(Persoon.objects.order_by("pk").values_list("pk", "inlezing"))
    feiten = list(Feit.objects.order_by("pk").values_list("pk", "vastgelegd_op"))
    verslag = lees(schrijf_werkmap(tmp_path / "b.xlsx", REGISTER))
    assert verslag.is_geladen
    assert verslag.aantal_te_laden == 0
    assert sum(b.ongewijzigd for b in verslag.bladen) == verslag.aantal_rijen
    assert list(Persoon.objects.order_by("pk").values_list("pk", "inlezing")) == herkomst
    assert list(Feit.objects.order_by("pk").values_list("pk", "vastgelegd_op")) == feiten
    assert stand() == verwachte_stand()


def test_een_gewijzigde_rij_wordt_bijgewerkt_en_houdt_haar_sleutel(tmp_path: Path, lees: Callable[..., Any]) -> None:
    lees(schrijf(tmp_path / "a", REGISTER))
    was = Persoon.objects.get(nummer="P1")
    anders = deepcopy(REGISTER)
    anders["personen"][0][3] = "Testma-Proefstra"
    anders["bewoningen"][1][3] = "2015-12-01"
    anders["bewoningen"][2][2] = "2015-12-01"
    verslag = lees(schrijf(tmp_path / "b", {"personen": anders["personen"]}))
    assert [(b.nieuw, b.gewijzigd, b.ongewijzigd) for b in verslag.bladen] == [(0, 1, 3)]
    nu = Persoon.objects.get(nummer="P1")
    assert (nu.pk, nu.achternaam) == (was.pk, "Testma-Proefstra")
    assert nu.inlezing_id != was.inlezing_id


@pytest.mark.django_db(transaction=True)
def test_wat_een_latere_inlezing_veranderde_was_daarvoor_anders_bekend(
    tmp_path: Path, lees: Callable[..., Any]
) -> None:
    lees(schrijf(tmp_path / "a", REGISTER))
    moment = clock.nu()
    anders = deepcopy(REGISTER)
    anders["personen"][0][3] = "Testma-Proefstra"
    anders["bewoningen"][0][3] = "2020-01-01"
    anders["bewoningen"].append(["P1", "W3", "2020-01-01", "", "", "", "", ""])
    anders["feiten"][1][2] = "450.00"
    lees(schrijf(tmp_path / "b", anders))
    wie = Persoon.objects.get(nummer="P1")
    toen, nu = huishouden_op(wie, OP, bekend_op=moment), huishouden_op(wie, OP)
    assert (toen.woning, str(toen.personen[0])) == ("W1", "Anna Testma")
    assert (nu.woning, str(nu.personen[0])) == ("W3", "Anna Testma-Proefstra")
    eerste = Inlezing.objects.order_by("pk").first()
    assert eerste is not None and bekend_sinds(wie) == eerste.begonnen_op < moment
    veranderd = {(v.wat, v.toen.split(",")[0], v.nu.split(",")[0]) for v in sindsdien([wie], moment)}
    assert ("Persoon", "Anna Testma", "Anna Testma-Proefstra") in veranderd
    assert ("Inkomen per maand", "€ 400", "€ 450") in veranderd
    assert ("Woning", "niet bekend", "W3") in veranderd


def test_een_ander_feit_komt_naast_het_oude(tmp_path: Path, lees: Callable[..., Any]) -> None:
    lees(schrijf(tmp_path / "a", REGISTER))
    anders = deepcopy(REGISTER["feiten"])
    anders[1][2] = "410,25"
    verslag = lees(schrijf(tmp_path / "b", {"feiten": anders}))
    assert verslag.bladen[0].gewijzigd == 1
    rijen = Feit.objects.filter(persoon__nummer="P1", naam="inkomen_per_maand", vanaf="2016-01-01")
    assert list(rijen.order_by("vastgelegd_op").values_list("waarde", flat=True)) == ["400.50", "410.25"]
    nogmaals = lees(schrijf(tmp_path / "c", {"feiten": anders}))
    assert nogmaals.aantal_te_laden == 0


def test_een_fout_houdt_alles_tegen(tmp_path: Path, lees: Callable[..., Any]) -> None:
    fout = deepcopy(REGISTER)
    fout["besluiten"][0][3] = "2015-02-30"
    verslag = lees(schrijf(tmp_path / "r", fout))
    assert not verslag.is_geladen
    assert [(f.bestand, f.rij, f.kolom, f.waarde) for f in verslag.fouten] == [
        ("besluiten.csv", 2, "genomen_op", "2015-02-30")
    ]
    assert stand() == verwachte_stand({})
    assert not Inlezing.objects.exists()
    assert not Gebeurtenis.objects.filter(handeling="lees_in").exists()


@pytest.mark.parametrize("vorm", ["csv met komma's", "xlsx"])
def test_alleen_de_juiste_rijen(vorm: str, tmp_path: Path, lees: Callable[..., Any]) -> None:
    fout = deepcopy(REGISTER)
    fout["personen"][3][1] = "999990045"  # fails the eleven-test; everything of P4 leans on this row
    verslag = lees(VORMEN[vorm](tmp_path, fout), alleen_juiste=True, uitvoer=tmp_path / "uit")
    assert verslag.is_geladen
    assert {b.blad: b.geweigerd for b in verslag.bladen if b.geweigerd} == {
        "personen": 1,
        "bewoningen": 1,
        "relaties": 1,
        "feiten": 1,
        "uitkeringen": 1,
        "adviezen": 1,
    }
    assert [f.is_gevolg for f in verslag.fouten] == [False] + [True] * 5
    zonder = {naam: [r for r in rijen if "P4" not in r] for naam, rijen in REGISTER.items()}
    assert stand() == verwachte_stand(zonder)


@pytest.mark.parametrize("vorm", ["csv met puntkomma's", "csv in Windows-1252", "xlsx", "parquet"])
def test_geweigerde_rijen_kunnen_hersteld_terugkomen(vorm: str, tmp_path: Path, lees: Callable[..., Any]) -> None:
    fout = deepcopy(REGISTER)
    fout["personen"][1][6] = "GM9999"
    verslag = lees(VORMEN[vorm](tmp_path, fout), alleen_juiste=True, uitvoer=tmp_path / "uit")
    assert verslag.aantal_geweigerd == 5
    terug = verslag.geweigerd[0] if vorm == "xlsx" else verslag.geweigerd[0].parent
    weer_fout = lees(terug)
    assert not weer_fout.is_geladen
    assert [f.waarde for f in weer_fout.fouten if not f.is_gevolg] == ["GM9999"]
    if vorm == "xlsx":
        return
    personen = terug / "personen.csv"
    personen.write_text(personen.read_text("utf-8-sig").replace("GM9999", "GM1680"), "utf-8")
    assert lees(terug).is_geladen
    assert stand() == verwachte_stand()


def test_alle_fouten_staan_in_het_bestand_ook_als_het_scherm_er_200_toont(
    tmp_path: Path, lees: Callable[..., Any]
) -> None:
    rijen = [[f"P{n}", "123", "A", "B", "1980-01-01", "", "GM0106"] for n in range(450)]
    verslag = lees(schrijf_csv(tmp_path / "personen.csv", "personen", rijen), uitvoer=tmp_path / "uit")
    assert (len(verslag.fouten), verslag.aantal_fouten) == (200, 450)
    with verslag.foutenbestand.open(encoding="utf-8-sig", newline="") as bestand:
        regels = list(csv.DictReader(bestand, delimiter=";"))
    assert [int(regel["rij"]) for regel in regels] == list(range(2, 452))
    assert {regel["waarde"] for regel in regels} == {"123"}


def test_elk_blad_krijgt_een_inlezing_en_een_gebeurtenis(tmp_path: Path, lees: Callable[..., Any]) -> None:
    lees(schrijf(tmp_path / "r", REGISTER))
    inlezingen = {i.blad: i for i in Inlezing.objects.all()}
    assert set(inlezingen) == set(REGISTER)
    assert inlezingen["besluiten"].rijen == 2
    assert Besluit.objects.get(nummer="B1").inlezing == inlezingen["besluiten"]
    gebeurtenissen = Gebeurtenis.objects.filter(handeling="lees_in")
    assert {g.onderwerp_id for g in gebeurtenissen} == {str(i.pk) for i in inlezingen.values()}
    assert all("999990019" not in str(g.gegevens) for g in gebeurtenissen)


def test_controleren_telt_maar_laadt_niet(tmp_path: Path, lees: Callable[..., Any]) -> None:
    verslag = lees(schrijf(tmp_path / "r", REGISTER), alleen_controleren=True)
    assert (verslag.is_foutloos, verslag.is_geladen) == (True, False)
    assert verslag.aantal_te_laden == verslag.aantal_rijen
    assert stand() == verwachte_stand({})


def test_een_los_bestand_met_het_blad_erbij(tmp_path: Path, lees: Callable[..., Any]) -> None:
    pad = schrijf_csv(tmp_path / "levering-2026.csv", "personen", REGISTER["personen"])
    assert "levering-2026" in lees(pad).fouten[0].zin
    assert lees(pad, blad="personen").is_geladen
    assert Persoon.objects.count() == 4


def test_kolommen_mogen_in_elke_volgorde_en_met_hoofdletters(tmp_path: Path, lees: Callable[..., Any]) -> None:
    pad = tmp_path / "werkgevers.csv"
    pad.write_text("Sector;IS gemeente;nummer;Gemeentecode;Naam\nMARKT;Nee;WG1;gm1730;Proefbedrijf BV\n")
    verslag = lees(pad)
    assert verslag.fouten == ()
    assert stand()["werkgevers"] == [("WG1", "Proefbedrijf BV", "GM1730", "markt", "nee")]


def test_te_veel_rijen_voor_het_scherm(tmp_path: Path, lees: Callable[..., Any]) -> None:
    verslag = lees(schrijf(tmp_path / "r", REGISTER), hoogstens_rijen=3)
    assert not verslag.is_leesbaar
    assert "meedoen importeer" in verslag.fouten[0].herstel


def test_na_inlezen_blijft_er_niets_achter(tmp_path: Path, lees: Callable[..., Any]) -> None:
    from meedoen.uitvoering.koppelingen.folders import inleesplek

    voor = set(inleesplek().iterdir())
    lees(schrijf(tmp_path / "r", REGISTER))
    assert set(inleesplek().iterdir()) == voor
