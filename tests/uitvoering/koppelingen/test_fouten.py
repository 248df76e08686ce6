"""Every fault is told: file, row, column, value, what was expected, how to mend it. All at once; nothing changes."""

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from .conftest import REGISTER, Rijen, kop, schrijf, schrijf_csv, stand, verwachte_stand

pytestmark = pytest.mark.django_db

GEEN_ADRES = ("", "", "", "")
CelFout = tuple[str, int, str, str, str]
# blad, row of REGISTER (from 0), column, wrong value, words that the fault must contain
CELLEN: list[CelFout] = [
    ("personen", 0, "bsn", "12345678", "elfproef"),
    ("personen", 0, "bsn", "999990018", "elfproef"),
    ("personen", 0, "bsn", "000000000", "elfproef"),
    ("personen", 0, "bsn", "99999001", "elfproef"),
    ("personen", 0, "bsn", "9999900190", "9 cijfers"),
    ("personen", 0, "bsn", "", "Vul deze cel in"),
    ("personen", 0, "bsn", "٩٩٩٩٩٠٠١٩", "9 cijfers"),
    ("personen", 0, "nummer", "", "Vul deze cel in"),
    ("personen", 0, "nummer", "P 1", "Haal spaties"),
    ("personen", 0, "nummer", "../P1", "Haal spaties"),
    ("personen", 0, "nummer", "999990019", "Gebruik het BSN niet"),
    ("personen", 0, "nummer", "P" * 21, "hoogstens 20 tekens"),
    ("personen", 0, "voornaam", "", "Vul deze cel in"),
    ("personen", 0, "voornaam", "A" * 61, "hoogstens 60 tekens"),
    ("personen", 0, "voornaam", "An\nna", "op één regel"),
    ("personen", 0, "achternaam", "=HYPERLINK(1)", "niet met ="),
    ("personen", 0, "achternaam", "@SUM(A1)", "niet met ="),
    ("personen", 0, "achternaam", "+31", "niet met ="),
    ("personen", 0, "achternaam", "-2+3", "niet met ="),
    ("personen", 0, "achternaam", "'=1+1", "niet met ="),
    ("personen", 0, "geboortedatum", "1980-02-30", "een datum die bestaat"),
    ("personen", 0, "geboortedatum", "30-02-1980", "een datum die bestaat"),
    ("personen", 0, "geboortedatum", "1980-00-00", "volledige datum"),
    ("personen", 0, "geboortedatum", "17/05/1980", "een datum zoals"),
    ("personen", 0, "geboortedatum", "1880-05-17", "1900"),
    ("personen", 0, "geboortedatum", "2027-01-01", "vandaag"),
    ("personen", 0, "geboortedatum", "29358", "een datum zoals"),
    ("personen", 0, "overleden_op", "1970-01-01", "vanaf de geboorte"),
    ("personen", 0, "gemeentecode", "1680", "Bedoelt u GM1680 (Aa en Hunze)?"),
    ("personen", 0, "gemeentecode", "Assn", "Bedoelt u GM0106 (Assen)?"),
    ("personen", 0, "gemeentecode", "GM0018", "Gebruik GM1952"),
    ("bewoningen", 0, "tot", "2010-03-01", "na 2010-03-01"),
    ("bewoningen", 0, "tot", "9999-12-31", "Maak de cel leeg"),
    ("bewoningen", 0, "vanaf", "1979-01-01", "vanaf de geboorte (1980-05-17)"),
    ("bewoningen", 0, "persoon", "P99", "lever het blad personen mee"),
    ("relaties", 0, "soort", "partnr", "Bedoelt u 'partner'?"),
    ("relaties", 0, "ander", "P1", "iemand anders"),
    ("relaties", 1, "soort", "", "Vul deze cel in"),
    ("feiten", 0, "feit", "inkomen_per_mand", "Bedoelt u 'inkomen_per_maand'?"),
    ("feiten", 0, "waarde", "veel", "een getal"),
    ("feiten", 0, "waarde", "", "Vul deze cel in"),
    ("feiten", 0, "waarde", "-1", "van 0 tot"),
    ("feiten", 0, "waarde", "1.234,56", "zonder punt voor duizendtallen"),
    ("feiten", 0, "waarde", "1.234", "decimalen"),
    ("feiten", 0, "herkomst", "", "Vul deze cel in"),
    ("feiten", 2, "waarde", "misschien", "ja of nee"),
    ("indelingen", 0, "doelgroep", "30-5", "Bedoelt u '30-50'?"),
    ("werkgevers", 0, "is_gemeente", "wellicht", "ja of nee"),
    ("plaatsingen", 0, "werkgever", "WG9", "lever het blad werkgevers mee"),
    ("plaatsingen", 0, "uren_per_week", "0", "meer dan 0"),
    ("plaatsingen", 0, "uren_per_week", "61", "hoogstens 60"),
    ("plaatsingen", 0, "uren_per_week", "1e3", "een getal"),
    ("plaatsingen", 0, "loonwaarde_percentage", "101", "hoogstens 100"),
    ("plaatsingen", 0, "loonwaarde_percentage", "55%", "een getal"),
    ("adviezen", 0, "uitgebracht_op", "", "allebei"),
    ("adviezen", 0, "uitgebracht_op", "2017-01-01", "vanaf de aanvraag"),
    ("adviezen", 1, "uitslag", "positief", "allebei"),
    ("uitkeringen", 2, "vanaf", "2020-07-01", "overlijden (2020-06-01)"),
    ("besluiten", 0, "bedrag_per_maand", "-0,01", "0 of meer"),
]


def _met(blad: str, rij: int, kolom: str, waarde: str) -> Rijen:
    bladen = deepcopy(REGISTER)
    bladen[blad][rij][kop(blad).index(kolom)] = waarde
    return bladen


@pytest.mark.parametrize(("blad", "rij", "kolom", "waarde", "woorden"), CELLEN, ids=lambda deel: str(deel)[:30])
def test_een_foute_cel(
    blad: str, rij: int, kolom: str, waarde: str, woorden: str, tmp_path: Path, lees: Callable[..., Any]
) -> None:
    verslag = lees(schrijf(tmp_path / "r", _met(blad, rij, kolom, waarde)))
    assert not verslag.is_geladen
    assert stand() == verwachte_stand({})
    op_deze_rij = [f for f in verslag.fouten if (f.blad, f.rij) == (blad, rij + 2)]
    assert any(woorden in f.zin for f in op_deze_rij), [f.zin for f in verslag.fouten]
    assert all(f.bestand == f"{f.blad}.csv" and f.verwacht and f.herstel for f in verslag.fouten)


def test_alle_foute_cellen_tegelijk(tmp_path: Path, lees: Callable[..., Any]) -> None:
    """One file with each fault of the table on a row of its own: as many rows refused as there are faults."""
    personen = [
        [f"Q{n}", bsn, "Voor", "Achter", "1980-01-01", "", "GM0106"]
        for n, bsn in enumerate(["999990056", "999990068", "999990081", "999990093"])
    ]
    eigen = [c for c in CELLEN if c[0] == "personen" and c[2] != "nummer" and c[2] != "bsn"]
    rijen = []
    for n, (_blad, _rij, kolom, waarde, _woorden) in enumerate(eigen):
        rij = [f"F{n}", "", "Voor", "Achter", "1980-01-01", "", "GM0106"]
        rij[kop("personen").index(kolom)] = waarde
        rijen.append(rij)
    verslag = lees(schrijf_csv(tmp_path / "personen.csv", "personen", personen + rijen))
    per_rij: dict[int, set[str]] = {}
    for fout in verslag.fouten:
        per_rij.setdefault(fout.rij, set()).add(fout.kolom)
    assert per_rij == {n + 6: {"bsn", kolom} for n, (_b, _r, kolom, _w, _v) in enumerate(eigen)}


Wijziging = Callable[[Rijen], None]
SAMENHANG: dict[str, tuple[Wijziging, set[tuple[str, int]], str]] = {
    "twee keer hetzelfde nummer": (
        lambda r: r["uitkeringen"].append(["U1", "P2", "2015-01-01", "", ""]),
        {("uitkeringen", 2), ("uitkeringen", 5)},
        "Staat ook op rij 5",
    ),
    "twee keer dezelfde combinatie": (
        lambda r: r["feiten"].append(["P2", "student", "ja", "2015-01-01", "", "opgave"]),
        {("feiten", 4), ("feiten", 6)},
        "elke combinatie één keer",
    ),
    "twee personen met een bsn": (
        lambda r: r["personen"].append(["P5", "999990019", "A", "B", "1980-01-01", "", "GM0106"]),
        {("personen", 2), ("personen", 6)},
        "bij één persoon hoort",
    ),
    "twee woningen tegelijk": (
        lambda r: r["bewoningen"].append(["P1", "W3", "2020-01-01", "", *GEEN_ADRES]),
        {("bewoningen", 2), ("bewoningen", 7)},
        "niet meer dan één woning tegelijk",
    ),
    "een woning binnen een andere": (
        lambda r: r["bewoningen"].append(["P1", "W3", "2012-01-01", "2013-01-01", *GEEN_ADRES]),
        {("bewoningen", 2), ("bewoningen", 7)},
        "Overlapt met rij 2 (vanaf 2010-03-01)",
    ),
    "twee uitkeringen tegelijk": (
        lambda r: r["uitkeringen"].append(["U9", "P1", "2015-12-31", "2016-02-01", ""]),
        {("uitkeringen", 2), ("uitkeringen", 5)},
        "niet meer dan één uitkering tegelijk",
    ),
    "twee doelgroepen tegelijk": (
        lambda r: r["indelingen"].append(["I9", "P1", "0-30", "2017-12-31", "2018-01-01", ""]),
        {("indelingen", 2), ("indelingen", 4)},
        "niet meer dan één doelgroep tegelijk",
    ),
    "twee waarden van een feit tegelijk": (
        lambda r: r["feiten"].append(["P1", "inkomen_per_maand", "1", "2015-06-01", "2015-07-01", "opgave"]),
        {("feiten", 2), ("feiten", 6)},
        "niet meer dan één waarde van dit feit tegelijk",
    ),
    "twee partners tegelijk": (
        lambda r: r["relaties"].append(["P4", "P1", "partner", "2015-01-01", "2016-01-01"]),
        {("relaties", 2), ("relaties", 5)},
        "niet meer dan één partner tegelijk",
    ),
    "dezelfde partners andersom": (
        lambda r: r["relaties"].append(["P2", "P1", "partner", "2010-03-01", "2016-01-01"]),
        {("relaties", 2), ("relaties", 5)},
        "niet meer dan één partner tegelijk",
    ),
    "een kring van partners": (
        lambda r: r["relaties"].extend(
            [["P2", "P4", "partner", "2012-01-01", "2013-01-01"], ["P4", "P1", "partner", "2012-01-01", "2013-01-01"]]
        ),
        {("relaties", 2), ("relaties", 5), ("relaties", 6)},
        "niet meer dan één partner tegelijk",
    ),
    "een ouder jonger dan het kind": (
        lambda r: r["relaties"].append(["P3", "P4", "ouder", "2011-01-01", ""]),
        {("relaties", 5)},
        "Zijn persoon en ander verwisseld?",
    ),
    "een kind van zijn eigen kind": (
        lambda r: r["relaties"].append(["P3", "P1", "ouder", "2010-02-28", ""]),
        {("relaties", 5)},
        "eerder geboren",
    ),
}


@pytest.mark.parametrize("naam", SAMENHANG)
def test_rijen_die_elkaar_tegenspreken(naam: str, tmp_path: Path, lees: Callable[..., Any]) -> None:
    wijzig, rijen, woorden = SAMENHANG[naam]
    bladen = deepcopy(REGISTER)
    wijzig(bladen)
    verslag = lees(schrijf(tmp_path / "r", bladen))
    assert not verslag.is_geladen
    eigenlijk = [f for f in verslag.fouten if not f.is_gevolg]
    assert {(f.blad, f.rij) for f in eigenlijk} == rijen
    assert any(woorden in f.zin for f in eigenlijk), [f.zin for f in eigenlijk]
    assert stand() == verwachte_stand({})


def test_periodes_die_op_elkaar_aansluiten_zijn_goed(tmp_path: Path, lees: Callable[..., Any]) -> None:
    """`tot` does not count itself: the second period may begin on that day (REGISTER holds such pairs)."""
    assert lees(schrijf(tmp_path / "r", REGISTER)).is_geladen


def test_overlap_met_wat_al_in_het_register_staat(tmp_path: Path, lees: Callable[..., Any]) -> None:
    lees(schrijf(tmp_path / "a", REGISTER))
    nieuw = ["P1", "W7", "2021-01-01", "", *GEEN_ADRES]
    verslag = lees(schrijf_csv(tmp_path / "bewoningen.csv", "bewoningen", [nieuw]))
    assert "wat al in het register staat (vanaf 2010-03-01)" in verslag.fouten[0].herstel
    gesloten = ["P1", "W1", "2010-03-01", "2021-01-01", *GEEN_ADRES]
    assert lees(schrijf_csv(tmp_path / "bewoningen.csv", "bewoningen", [nieuw, gesloten])).is_geladen


def test_wie_de_oude_rij_niet_goed_sluit_krijgt_de_nieuwe_ook_niet(tmp_path: Path, lees: Callable[..., Any]) -> None:
    """The row that closes the old period is refused, so the row after it would overlap: it is refused too."""
    lees(schrijf(tmp_path / "a", REGISTER))
    rijen = [
        ["P1", "W1", "2010-03-01", "2021-02-30", *GEEN_ADRES],
        ["P1", "W7", "2021-03-01", "", *GEEN_ADRES],
        ["P2", "W2", "2016-01-01", "2022-01-01", *GEEN_ADRES],
    ]
    verslag = lees(schrijf_csv(tmp_path / "bewoningen.csv", "bewoningen", rijen), alleen_juiste=True)
    assert (verslag.bladen[0].gewijzigd, verslag.bladen[0].geweigerd) == (1, 2)
    woningen = [r[:4] for r in stand()["bewoningen"] if r[0] in ("P1", "P2")]
    assert woningen == [
        ("P1", "W1", "2010-03-01", ""),
        ("P2", "W1", "2010-03-01", "2016-01-01"),
        ("P2", "W2", "2016-01-01", "2022-01-01"),
    ]


def test_een_bsn_dat_al_bij_een_ander_dossier_staat(tmp_path: Path, lees: Callable[..., Any]) -> None:
    lees(schrijf(tmp_path / "a", REGISTER))
    rij = ["P9", "999990019", "Anna", "Testma", "1980-05-17", "", "GM1680"]
    verslag = lees(schrijf_csv(tmp_path / "personen.csv", "personen", [rij]))
    assert verslag.fouten[0].herstel == "Dit BSN staat in het register al bij dossier P1."


KOPPEN = {
    "een kolom mist": ("nummer,bsn,voornaam,achternaam,geboortedatum,gemeentecode", ["Voeg toe", "overleden_op"]),
    "een kolom te veel": (
        "nummer,bsn,voornaam,achternaam,geboortedatum,overleden_op,gemeentecode,schoenmaat",
        ["Haal kolom 'schoenmaat' weg"],
    ),
    "een kolom verkeerd gespeld": (
        "nummer,bsn,voornaam,achternam,geboortedatum,overleden_op,gemeentecode",
        ["'achternam' is onbekend, bedoelt u 'achternaam'?"],
    ),
    "een kolom dubbel": (
        "nummer,bsn,bsn,voornaam,achternaam,geboortedatum,overleden_op,gemeentecode",
        ["dubbel", "bsn"],
    ),
    "geen kolomnamen": ("P1,999990019,Anna,Testma,1980-05-17,,GM1680", ["Voeg toe"]),
}


@pytest.mark.parametrize("naam", KOPPEN)
def test_een_verkeerde_kop(naam: str, tmp_path: Path, lees: Callable[..., Any]) -> None:
    kopregel, woorden = KOPPEN[naam]
    pad = tmp_path / "personen.csv"
    pad.write_text(f"{kopregel}\nP1,999990019,Anna,Testma,1980-05-17,,GM1680\n")
    verslag = lees(pad, alleen_juiste=True)
    assert not verslag.is_leesbaar and not verslag.is_geladen
    (fout,) = verslag.fouten
    assert (fout.bestand, fout.blad, fout.rij) == ("personen.csv", "personen", 1)
    assert all(woord in fout.herstel for woord in woorden)


def test_een_rij_met_te_veel_of_te_weinig_cellen(tmp_path: Path, lees: Callable[..., Any]) -> None:
    pad = schrijf_csv(
        tmp_path / "besluiten.csv",
        "besluiten",
        [["B1", "P1"], ["B2", "P1", "ontheffing", "2016-01-12", "2016-01-12", "", "x"]],
    )
    verslag = lees(pad)
    assert [(f.rij, f.waarde) for f in verslag.fouten] == [(2, "2 cellen"), (3, "7 cellen")]


def test_lege_regels_tellen_mee_in_de_nummering(tmp_path: Path, lees: Callable[..., Any]) -> None:
    pad = tmp_path / "werkgevers.csv"
    pad.write_text("nummer,naam,gemeentecode,sector,is_gemeente\n\n,,,,\nWG1,Naam,GM0106,mark,nee\n")
    verslag = lees(pad)
    assert [(f.rij, f.kolom) for f in verslag.fouten] == [(4, "sector")]
    assert verslag.aantal_rijen == 1


def test_een_onleesbaar_blad_maakt_van_de_andere_geen_fouten(tmp_path: Path, lees: Callable[..., Any]) -> None:
    """With `personen` unreadable nothing can be said of references to persons; other faults are still told."""
    bladen = deepcopy(REGISTER)
    bladen["werkgevers"][0][3] = "mark"
    map_ = schrijf(tmp_path / "r", bladen)
    (map_ / "personen.csv").write_text("nummer,bsn\nP1,1\n")
    verslag = lees(map_)
    assert [(f.blad, f.rij) for f in verslag.fouten if not f.is_gevolg] == [("personen", 1), ("werkgevers", 2)]


def test_een_verkeerd_gespeld_bestand_in_de_map(tmp_path: Path, lees: Callable[..., Any]) -> None:
    map_ = schrijf(tmp_path / "r", REGISTER)
    (map_ / "personen.csv").rename(map_ / "persoonen.csv")
    verslag = lees(map_, alleen_juiste=True)
    assert not verslag.is_geladen
    assert [f.waarde for f in verslag.fouten] == ["persoonen"]
    assert "Bedoelt u 'personen'?" in verslag.fouten[0].herstel
