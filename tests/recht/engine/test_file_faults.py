"""A file that is no table is told in Dutch, with where and what to do, and without what stands in it."""

import errno
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from meedoen.recht import TabelFout, laad_recht
from meedoen.recht.engine import batches
from meedoen.recht.engine.file_faults import OORZAKEN, oorzaak
from meedoen.recht.engine.table import bereken_tabel

KOP = "huishouden,persoon,peildatum,student\n"
RIJ = "{0},Jansen,2025-01-01,true\n"
ENGELS = ("Errno", "Failed", "codec", "CSV parse", "Expected", "invalid", "Empty", "Jansen", "Is a directory")


def rijen(aantal: int) -> str:
    return "".join(RIJ.format(nummer) for nummer in range(aantal))


CSV: list[tuple[str, bytes, str]] = [
    ("leeg", b"", "in.csv is leeg. Zet op de eerste regel"),
    ("alleen een regeleinde", b"\n", "in.csv is leeg. Zet op de eerste regel"),
    ("UTF-16", (KOP + rijen(2)).encode("utf-16"), "in.csv is UTF-16. Sla het op als UTF-8"),
    ("UTF-16 zonder merk", (KOP + rijen(2)).encode("utf-16-le"), "in.csv is UTF-16. Sla het op als UTF-8"),
    ("Excel", b"PK\x03\x04" + b"\x14\0\x06\x08" * 9 + b"\n", "in.csv is geen CSV, maar een ander soort bestand."),
    ("latin-1 in een rij", (KOP + rijen(2)).encode() + "3,José,,\n".encode("latin-1"), "geen UTF-8: regel 4 kan niet"),
    ("latin-1 in de kop", (KOP.replace("student", "stüdent") + rijen(2)).encode("latin-1"), "geen UTF-8: regel 1 kan"),
    (
        "te weinig",
        (KOP + rijen(2) + "3,Jansen\n" + rijen(2)).encode(),
        "heeft rij 3 (regel 4) 2 waarden, en er zijn",
    ),
    ("te veel", (KOP + "\n1,Jansen,,,,\n").encode(), "heeft rij 1 (regel 3) 6 waarden"),
    ("een waarde", (KOP + "1\n").encode(), "heeft rij 1 (regel 2) 1 waarde, en er zijn 4 kolommen"),
    ("aanhalingsteken", (KOP + '1,"Jansen,,\n' + rijen(5)).encode(), "klopt in of na rij 1 een aanhalingsteken niet"),
    ("laatste aanhalingsteken", (KOP + rijen(4) + '5,Jansen,,"\n').encode(), "in of na rij 5 een aanhalingsteken niet"),
    (
        "aanhalingsteken, veel",
        (KOP + '1,"Jansen,,\n' + rijen(900)).encode(),
        "klopt in of na rij 1 een aanhaling",
    ),
]


@pytest.mark.parametrize("per_blok", [8 << 20, 4_096])
@pytest.mark.parametrize(("ruw", "zin"), [geval[1:] for geval in CSV], ids=[geval[0] for geval in CSV])
def test_a_csv_that_is_none_says_where_and_what_to_do(
    ruw: bytes, zin: str, per_blok: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "BYTES_PER_BLOK", per_blok)
    (tmp_path / "in.csv").write_bytes(ruw)
    assert zin in geweigerd(tmp_path / "in.csv")


def test_a_row_far_into_a_csv_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "BYTES_PER_BLOK", 4_096)
    (tmp_path / "in.csv").write_text(KOP + rijen(2_000) + "x;y\n", "utf-8")
    assert "heeft rij 2001 (regel 2002) 1 waarde" in geweigerd(tmp_path / "in.csv")


def test_a_text_of_more_lines_that_is_closed_is_read(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text(KOP + rijen(2) + '3,"a\nb",2025-01-01,\n', "utf-8")
    assert sum(blok.num_rows for blok in batches.blokken(tmp_path / "in.csv", laad_recht(), None)) == 3


@pytest.mark.parametrize("ruw", [b"", b"hallo", b"PAR1" + bytes(60), b"PAR1" + bytes(60) + b"PAR1"])
def test_a_parquet_that_is_none_is_told(ruw: bytes, tmp_path: Path) -> None:
    (tmp_path / "in.parquet").write_bytes(ruw)
    assert geweigerd(tmp_path / "in.parquet") == "in.parquet is geen Parquet, of niet heel. Maak het opnieuw."


def test_a_parquet_that_is_damaged_in_the_midst_is_told(tmp_path: Path) -> None:
    pad = tmp_path / "in.parquet"
    tabel = pa.table({naam: [str(n) for n in range(9_000)] for naam in ("huishouden", "persoon", "peildatum")})
    pq.write_table(tabel, pad)
    ruw = bytearray(pad.read_bytes())
    ruw[4:4_000] = b"\xff" * 3_996
    pad.write_bytes(ruw)
    assert geweigerd(pad) == "in.parquet is geen Parquet, of niet heel. Maak het opnieuw."


def test_of_a_folder_the_damaged_part_is_named(tmp_path: Path) -> None:
    (tmp_path / "deel-2.parquet").write_bytes(b"hallo")
    assert geweigerd(tmp_path).startswith("deel-2.parquet is geen Parquet")


@pytest.mark.parametrize("naam", ["weg.csv", "weg.parquet"])
def test_a_file_that_is_not_there_is_told(naam: str, tmp_path: Path) -> None:
    assert geweigerd(tmp_path / naam) == f"{naam} kan niet worden gelezen: het bestaat niet."


@pytest.mark.parametrize("nummer", [errno.ENOENT, errno.EACCES, errno.EISDIR, errno.ENOSPC, errno.EIO, None])
def test_what_the_system_says_is_told_in_dutch(nummer: int | None) -> None:
    zin = oorzaak(OSError(nummer, "No such thing") if nummer else OSError("No such thing"))
    assert "No such" not in zin and (zin == OORZAKEN[nummer] if nummer in OORZAKEN else "stuk" in zin)


SLEUTELS: list[tuple[str, Any]] = [
    ("binary", pa.array([b"\xff", b"a"])),
    ("double", pa.array([1.0, 2.0])),
    ("bool", pa.array([True, False])),
    ("list<element: string>", pa.array([["a"], ["b"]])),
    ("decimal128(9, 2)", pa.array([1, 2]).cast(pa.decimal128(21, 2)).cast(pa.decimal128(9, 2))),
]


@pytest.mark.parametrize(("soort", "kolom"), SLEUTELS, ids=[geval[0] for geval in SLEUTELS])
@pytest.mark.parametrize("naam", ["huishouden", "persoon", "gemeente"])
def test_who_a_row_is_about_is_a_text_or_a_whole_number(naam: str, soort: str, kolom: Any, tmp_path: Path) -> None:
    tabel = {"huishouden": ["1", "2"], "persoon": ["a", "b"], "peildatum": ["2025-01-01"] * 2, naam: kolom}
    pq.write_table(pa.table(tabel), tmp_path / "in.parquet")
    zin = f"de kolom {naam} bevat geen tekst en geen hele getallen (soort: {soort})"
    assert zin in geweigerd(tmp_path / "in.parquet")


GOED = [
    pa.array([1, 2], pa.uint64()),
    pa.array(["1", "2"], pa.large_string()),
    pa.array(["1", "2"]).dictionary_encode(),
    pa.array([1, 2]).dictionary_encode(),
    pa.array([1, 2]).cast(pa.decimal128(20, 0)),
]


@pytest.mark.parametrize("kolom", GOED, ids=[str(kolom.type) for kolom in GOED])
def test_texts_and_whole_numbers_of_every_sort_are_read(kolom: Any, tmp_path: Path) -> None:
    tabel = {"huishouden": kolom, "persoon": kolom, "peildatum": ["2025-01-01"] * 2}
    pq.write_table(pa.table(tabel), tmp_path / "in.parquet")
    bereken_tabel(tmp_path / "in.parquet", tmp_path / "uit.parquet", ["norm_per_maand"])
    assert pq.read_metadata(tmp_path / "uit.parquet").num_rows == 2


@pytest.mark.parametrize("kolom", [pa.array([b"\xff"]), pa.array([b"a"]).dictionary_encode(), pa.array([[b"a"]])])
@pytest.mark.parametrize("naam", ["student", "partner", "ouders", "geboortedatum"])
def test_bytes_are_no_facts(naam: str, kolom: Any, tmp_path: Path) -> None:
    tabel = {"huishouden": ["1"], "persoon": ["a"], "peildatum": ["2025-01-01"], naam: kolom}
    pq.write_table(pa.table(tabel), tmp_path / "in.parquet")
    assert f"de kolom {naam} bevat bytes en geen tekst (soort: " in geweigerd(tmp_path / "in.parquet")


@pytest.mark.parametrize("per_blok", [3, 100])
def test_rows_without_a_dwelling_are_named(per_blok: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "RIJEN_PER_BLOK", per_blok)
    ids = ["1", "1", "2", "2", None, None, "3", None, None]
    tabel = pa.table({"huishouden": ids, "persoon": ["a"] * 9, "peildatum": ["2025-01-01"] * 9})
    pq.write_table(tabel, tmp_path / "in.parquet")
    assert geweigerd(tmp_path / "in.parquet").startswith("In in.parquet staan rijen zonder huishouden: rij 5, 6")


@pytest.mark.parametrize("per_blok", [3, 100])
def test_the_row_is_named_at_which_a_dwelling_comes_back(
    per_blok: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "RIJEN_PER_BLOK", per_blok)
    ids = ["3", "1", "1", "1", "2", "2", "1", "1"]
    tabel = pa.table({"huishouden": ids, "persoon": ["a"] * 8, "peildatum": ["2025-01-01"] * 8})
    pq.write_table(tabel, tmp_path / "in.parquet")
    zin = "In in.parquet staan de rijen van huishouden 1 niet bij elkaar: rij 7 hoort er weer bij. Sorteer"
    assert geweigerd(tmp_path / "in.parquet").startswith(zin)


def test_an_id_of_thousands_of_characters_is_not_told_whole(tmp_path: Path) -> None:
    for naam in ("persoon", "huishouden"):
        ids = {"huishouden": ["1", "2", "1"], "persoon": ["a", "b", "c"]} | {naam: ["x" * 5_000, "y", "x" * 5_000]}
        tabel = pa.table({**ids, "peildatum": ["2025-01-01"] * 3, "student": ["?"] * 3})
        pq.write_table(tabel.slice(0, 2 if naam == "persoon" else 3), tmp_path / "in.parquet")
        with pytest.raises(TabelFout) as fout:
            bereken_tabel(tmp_path / "in.parquet", tmp_path / "uit.parquet", ["norm_per_maand"])
        assert "x" * 50 in str(fout.value) and "x" * 61 not in str(fout.value)


def geweigerd(invoer: Path) -> str:
    """The sentence with which a table is refused."""
    with pytest.raises(TabelFout) as fout:
        lees(batches.blokken(invoer, laad_recht(), None))
    assert not [woord for woord in ENGELS if woord in str(fout.value)]
    return str(fout.value)


def lees(blokken: Iterator[Any]) -> None:
    for blok in blokken:
        assert blok.num_rows
