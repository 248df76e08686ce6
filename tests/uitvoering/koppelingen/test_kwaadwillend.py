"""Files made to do harm, or made of nothing: one clear fault, little memory, and nothing changes."""

import io
import random
import struct
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from .conftest import REGISTER, kop, schrijf, schrijf_csv, schrijf_parquet, schrijf_werkmap, stand, verwachte_stand

pytestmark = pytest.mark.django_db

MB = 1024**2
WERKMAP_XML = '<workbook xmlns:r="r"><sheets><sheet name="personen" sheetId="1" r:id="rId1"/></sheets></workbook>'
SPREADSHEETML = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def _vervang(bron: Path, doel: Path, deel: str, inhoud: bytes) -> Path:
    """A copy of a workbook with one part replaced."""
    with zipfile.ZipFile(bron) as oud, zipfile.ZipFile(doel, "w", zipfile.ZIP_DEFLATED) as nieuw:
        for info in oud.infolist():
            nieuw.writestr(info.filename, inhoud if info.filename == deel else oud.read(info.filename))
    return doel


def _goede_werkmap(map_: Path) -> Path:
    return schrijf_werkmap(map_ / "goed.xlsx", {"personen": REGISTER["personen"]})


def _blad(cellen: str, vooraf: str = "") -> bytes:
    begin = f'<?xml version="1.0"?>{vooraf}<worksheet xmlns="{SPREADSHEETML}"><sheetData>'
    return f"{begin}{cellen}</sheetData></worksheet>".encode()


def _bom(map_: Path) -> Path:
    """A quarter of a gigabyte of zeros in a quarter of a megabyte."""
    pad = map_ / "personen.xlsx"
    with zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archief:
        archief.writestr("[Content_Types].xml", "<Types/>")
        archief.writestr("xl/workbook.xml", WERKMAP_XML)
        with archief.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as deel:
            for _ in range(250):
                deel.write(bytes(MB))
    return pad


def _leugen(map_: Path) -> Path:
    """A part that unpacks to a hundred megabytes and says that it is a thousand bytes."""
    pad = _vervang(_goede_werkmap(map_), map_ / "personen.xlsx", "xl/worksheets/sheet1.xml", bytes(100 * MB))
    inhoud = pad.read_bytes()
    pad.write_bytes(inhoud.replace(struct.pack("<I", 100 * MB), struct.pack("<I", 1000)))
    return pad


def _overlap(map_: Path) -> Path:
    """A zip whose directory names the same packed bytes many times."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as archief:
        archief.writestr("personen.csv", random.Random(1).randbytes(MB // 2))
        info = archief.getinfo("personen.csv")
        for n in range(50):
            kopie = zipfile.ZipInfo(f"personen{n:03}.csv")
            for veld in ("header_offset", "file_size", "compress_size", "CRC", "compress_type", "flag_bits"):
                setattr(kopie, veld, getattr(info, veld))
            archief.filelist.append(kopie)
        archief._didModify = True
    pad = map_ / "register.zip"
    pad.write_bytes(uit.getvalue())
    return pad


def _raster(map_: Path) -> Path:
    """Two cells: the first and the last that a sheet can have. The grid between them has 17 billion cells."""
    cellen = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    return _vervang(_goede_werkmap(map_), map_ / "personen.xlsx", "xl/worksheets/sheet1.xml", _blad(cellen))


def _raster_zonder_adressen(map_: Path) -> Path:
    """The same grid, made of cells that don't say where they are."""
    cellen = "<row>" + "<c/>" * 16_000 + "</row>" + '<row><c t="n"><v>1</v></c></row>' * 1000
    return _vervang(_goede_werkmap(map_), map_ / "personen.xlsx", "xl/worksheets/sheet1.xml", _blad(cellen))


def _lachen(map_: Path) -> Path:
    """Billion laughs."""
    soort = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "' + "&a;" * 10 + '"><!ENTITY c "' + "&b;" * 10 + '">]>'
    blad = _blad('<row r="1"><c r="A1" t="inlineStr"><is><t>&c;</t></is></c></row>', soort)
    return _vervang(_goede_werkmap(map_), map_ / "personen.xlsx", "xl/worksheets/sheet1.xml", blad)


def _xxe(map_: Path) -> Path:
    """An entity that reads a file of the server."""
    soort = '<!DOCTYPE x [<!ENTITY geheim SYSTEM "file:///etc/hostname">]>'
    blad = _blad('<row r="1"><c r="A1" t="inlineStr"><is><t>&geheim;</t></is></c></row>', soort)
    return _vervang(_goede_werkmap(map_), map_ / "personen.xlsx", "xl/worksheets/sheet1.xml", blad)


def _afgebroken_werkmap(map_: Path) -> Path:
    pad = map_ / "personen.xlsx"
    inhoud = _goede_werkmap(map_).read_bytes()
    pad.write_bytes(inhoud[: len(inhoud) // 2])
    return pad


def _afgebroken_parquet(map_: Path) -> Path:
    pad = schrijf_parquet(map_ / "p", {"personen": REGISTER["personen"]}) / "personen.parquet"
    inhoud = pad.read_bytes()
    pad.write_bytes(inhoud[:200] + bytes(200) + inhoud[400:-50])
    return pad


def _lijsten_in_parquet(map_: Path) -> Path:
    import pyarrow as pa
    import pyarrow.parquet as pq

    pad = map_ / "personen.parquet"
    pq.write_table(pa.table({naam: [["a", "b"]] for naam in kop("personen")}), pad)
    return pad


def _inhoud(naam: str, inhoud: bytes) -> Callable[[Path], Path]:
    def maak(map_: Path) -> Path:
        pad = map_ / naam
        pad.write_bytes(inhoud)
        return pad

    return maak


KOP = b"nummer,bsn,voornaam,achternaam,geboortedatum,overleden_op,gemeentecode\n"
RUIS = random.Random(2026).randbytes(10 * MB)
BESTANDEN: dict[str, tuple[Callable[[Path], Path], str]] = {
    "zipbom als xlsx": (_bom, "uitgepakt hoogstens"),
    "xlsx dat liegt over zijn grootte": (_leugen, "zo groot is als het zelf zegt"),
    "zip met overlappende delen": (_overlap, "uitgepakt hoogstens"),
    "raster van 17 miljard cellen": (_raster, "hoogstens 100.000 rijen"),
    "raster zonder adressen": (_raster_zonder_adressen, "cellen met een adres"),
    "billion laughs": (_lachen, "zoals Excel en LibreOffice die bewaren"),
    "xxe": (_xxe, "zoals Excel en LibreOffice die bewaren"),
    "afgebroken werkmap": (_afgebroken_werkmap, "heel en leesbaar"),
    "afgebroken parquet": (_afgebroken_parquet, "heel Parquet-bestand"),
    "parquet met lijsten": (_lijsten_in_parquet, "een enkele waarde per cel"),
    "10 MB ruis als csv": (_inhoud("personen.csv", RUIS), "leesbare tekst"),
    "10 MB ruis als xlsx": (_inhoud("personen.xlsx", RUIS), "naam en inhoud kloppen"),
    "10 MB ruis als zip": (_inhoud("register.zip", RUIS), "heel en leesbaar"),
    "10 MB ruis als parquet": (_inhoud("personen.parquet", b"PAR1" + RUIS), "heel Parquet-bestand"),
    "10 MB zonder regeleinde": (_inhoud("personen.csv", b"x" * 10 * MB), "regels van hoogstens"),
    "10 MB in één cel": (_inhoud("personen.csv", KOP + b'"' + b"x\n" * 5 * MB), "aanhalingstekens"),
    "nullen": (_inhoud("personen.csv", KOP + b"P1\0,"), "leesbare tekst"),
    "aanhalingsteken zonder einde": (_inhoud("personen.csv", KOP + b'P1,"999990019,Anna\n'), "aanhalingstekens"),
    "leeg": (_inhoud("personen.csv", b""), "kolomnamen"),
    "alleen witregels": (_inhoud("personen.csv", b"\n\n\n"), "kolomnamen"),
    "alleen de kop": (_inhoud("personen.csv", KOP), "minstens één rij"),
    "xls": (_inhoud("personen.xls", b"\xd0\xcf\x11\xe0" + bytes(100)), "eindigt op .csv"),
    "xls als xlsx": (_inhoud("personen.xlsx", b"\xd0\xcf\x11\xe0" + bytes(100)), "naam en inhoud kloppen"),
    "csv als xlsx": (_inhoud("personen.xlsx", KOP), "naam en inhoud kloppen"),
    "csv als parquet": (_inhoud("personen.parquet", KOP), "naam en inhoud kloppen"),
    "xlsx als csv": (lambda map_: _goede_werkmap(map_).rename(map_ / "personen.csv"), "naam en inhoud kloppen"),
    "zip zonder blad": (lambda map_: _zip_van(map_, {"leesmij.txt": b"hallo"}), "personen.csv"),
    "zip die geen werkmap is": (
        lambda map_: _zip_van(map_, {"a.csv": b"x"}).rename(map_ / "personen.xlsx"),
        "een Excel-werkmap",
    ),
    "bestaat niet": (lambda map_: map_ / "weg.csv", "een bestand of map"),
}


def _zip_van(map_: Path, delen: dict[str, bytes]) -> Path:
    pad = map_ / "register.zip"
    with zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED) as archief:
        for naam, inhoud in delen.items():
            archief.writestr(naam, inhoud)
    return pad


@pytest.mark.parametrize("naam", BESTANDEN)
def test_een_onbruikbaar_bestand_geeft_een_duidelijke_fout(naam: str, tmp_path: Path, lees: Callable[..., Any]) -> None:
    maak, woorden = BESTANDEN[naam]
    pad = maak(tmp_path)
    tracemalloc.start()
    verslag = lees(pad, alleen_juiste=True, uitvoer=tmp_path / "uit")
    piek = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    (fout,) = verslag.fouten
    assert woorden in fout.zin
    assert fout.herstel
    assert not verslag.is_leesbaar and not verslag.is_geladen
    assert stand() == verwachte_stand({})
    assert piek < 60 * MB


def test_ruis_onder_een_goede_kop(tmp_path: Path, lees: Callable[..., Any]) -> None:
    """Every row is told as refused; the list that a screen shows stays short."""
    tekens = random.Random(7).choices("abcdefghij,;\n", k=MB // 2)
    pad = tmp_path / "personen.csv"
    pad.write_bytes(KOP + "".join(tekens).encode())
    verslag = lees(pad)
    assert not verslag.is_geladen
    assert len(verslag.fouten) == 200 < verslag.aantal_fouten
    assert verslag.aantal_geweigerd == verslag.aantal_rijen


def test_een_zip_schrijft_nooit_buiten_zijn_map(tmp_path: Path, lees: Callable[..., Any]) -> None:
    csv = schrijf_csv(tmp_path / "x.csv", "personen", REGISTER["personen"]).read_bytes()
    pad = _zip_van(tmp_path, {"../../../personen.csv": csv, "/etc/passwd": b"x", "__MACOSX/._personen.csv": b"x"})
    assert lees(pad).is_geladen
    assert not (tmp_path.parent / "personen.csv").exists()


def test_geweigerde_rijen_en_fouten_kunnen_geen_formule_uitvoeren(tmp_path: Path, lees: Callable[..., Any]) -> None:
    """What came in as a formula goes back as text, in CSV and in a workbook."""
    import python_calamine

    rij = ["P1", "999990019", "=cmd|'/c calc'!A1", "@SUM(1)", "1980-05-17", "", "GM1680"]
    gelezen = {}
    for vorm, pad in {
        "csv": schrijf(tmp_path / "r", {"personen": [rij]}),
        "xlsx": schrijf_werkmap_als_tekst(tmp_path / "r.xlsx", rij),
    }.items():
        verslag = lees(pad, uitvoer=tmp_path / vorm)
        tekst = verslag.foutenbestand.read_text("utf-8-sig")
        assert "'=cmd" in tekst and ";=cmd" not in tekst
        gelezen[vorm] = verslag.geweigerd[0]
    assert "'=cmd" in gelezen["csv"].read_text("utf-8-sig")
    with zipfile.ZipFile(gelezen["xlsx"]) as archief:
        assert b"<f>" not in archief.read("xl/worksheets/sheet1.xml")
    blad = python_calamine.CalamineWorkbook.from_path(gelezen["xlsx"]).get_sheet_by_name("personen")
    assert blad.to_python()[1][2:4] == ["'=cmd|'/c calc'!A1", "'@SUM(1)"]


def schrijf_werkmap_als_tekst(pad: Path, rij: list[str]) -> Path:
    import xlsxwriter

    werkmap = xlsxwriter.Workbook(str(pad))
    vel = werkmap.add_worksheet("personen")
    for k, (naam, cel) in enumerate(zip(kop("personen"), rij, strict=True)):
        vel.write_string(0, k, naam)
        vel.write_string(1, k, cel)
    werkmap.close()
    return pad


def test_een_foutwaarde_in_een_cel_wordt_niet_als_leeg_gelezen(tmp_path: Path, lees: Callable[..., Any]) -> None:
    import xlsxwriter

    pad = tmp_path / "r.xlsx"
    werkmap = xlsxwriter.Workbook(str(pad))
    vel = werkmap.add_worksheet("personen")
    vel.write_row(0, 0, kop("personen"))
    vel.write_row(1, 0, REGISTER["personen"][0])
    vel.write_formula(1, 5, "=1/0", None, "#DIV/0!")
    werkmap.close()
    verslag = lees(pad)
    assert "F2" in verslag.fouten[0].herstel
    assert not verslag.is_leesbaar


@pytest.mark.parametrize("zaad", range(40))
def test_een_beschadigde_werkmap_laat_het_programma_niet_vallen(
    zaad: int, tmp_path: Path, lees: Callable[..., Any]
) -> None:
    """Bytes changed at random inside the packed file or inside a part: a report, never a crash."""
    toeval = random.Random(zaad)
    goed = _goede_werkmap(tmp_path)
    if zaad % 2:
        inhoud = bytearray(goed.read_bytes())
        for _ in range(toeval.randint(1, 30)):
            inhoud[toeval.randrange(len(inhoud))] = toeval.randrange(256)
        pad = tmp_path / "stuk.xlsx"
        pad.write_bytes(inhoud)
    else:
        with zipfile.ZipFile(goed) as archief:
            deel = toeval.choice([n for n in archief.namelist() if n.endswith(".xml")])
            xml = bytearray(archief.read(deel))
        for _ in range(toeval.randint(1, 10)):
            xml[toeval.randrange(len(xml))] = toeval.choice(b"<>/\"'=&x1 ")
        pad = _vervang(goed, tmp_path / "stuk.xlsx", deel, bytes(xml))
    verslag = lees(pad, alleen_controleren=True)
    assert verslag.is_foutloos or all(fout.zin for fout in verslag.fouten)
