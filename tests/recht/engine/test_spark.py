"""Spark gives what one machine gives and what the exact evaluator says. One session of two threads for all tests."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings

from meedoen.recht import Recht, TabelFout, laad_recht
from meedoen.recht.engine import spark_session
from meedoen.recht.engine.batches import aantal_rijen
from meedoen.recht.engine.kernel import maak_kern
from meedoen.recht.engine.spark import bereken_op_spark
from meedoen.recht.engine.spark_session import SparkFout, eis_spark, sessie
from meedoen.recht.engine.table import bereken_tabel
from tests.recht.engine.households import exact_antwoord, huishoudens
from tests.recht.engine.test_table import (
    UITKOMSTEN,
    VRAGEN,
    WET,
    antwoord,
    rijen_van,
    schrijf,
    verkeerd,
    verordeningen_van,
)
from tests.recht.engine.test_table_keys import maak

pytestmark = pytest.mark.slow
DAG = date(2023, 1, 1)
KORT = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
"""For a Java that lives a minute: compile quickly."""


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("JAVA_TOOL_OPTIONS", KORT)
        with sessie("local[2]") as spark:
            yield spark


def grow(recht: Recht, vragen: tuple[str, ...], aantal: int) -> list[dict[str, Any]]:
    """So many households of every shape on days of their own, the same in every run."""
    grown: list[dict[str, Any]] = []
    vaste = settings(database=None, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))

    @settings(vaste, max_examples=aantal)
    @given(huishoudens(recht, vragen))
    def take(geval: dict[str, Any]) -> None:
        grown.append(geval)

    take()
    return grown


@pytest.fixture(scope="module")
def gevallen() -> list[dict[str, Any]]:
    return grow(WET, VRAGEN, 250)


@pytest.fixture(scope="module")
def tabel(gevallen: list[dict[str, Any]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Those households, each eight times, as one file."""
    return schrijf(rijen_van(gevallen * 8, WET), tmp_path_factory.mktemp("spark") / "in.parquet", WET)


def is_gelijk(
    spark: Any, recht: Recht, vragen: tuple[str, ...], tabel: Path, gevallen: list[dict[str, Any]], exact: int
) -> int:
    """How many dwellings there are, when Spark, the machine and for the first ones the exact evaluator say the same."""
    van = verordeningen_van(gevallen, recht)
    machine, uit = tabel.with_name("machine.parquet"), tabel.with_name("spark.parquet")
    op_machine = bereken_tabel(tabel, machine, vragen, recht=recht, verordening=van)
    gedaan: list[int] = []
    op_spark = bereken_op_spark(
        spark, str(tabel), str(uit), vragen, recht=recht, verordening=van, voortgang=gedaan.append
    )
    assert op_spark == op_machine and gedaan[-1] == op_spark.rijen
    assert len(list(uit.glob("part-*.parquet"))) == 2, "both threads had work"
    spark_uit = pq.read_table(uit)
    assert spark_uit.schema.names == pq.read_schema(machine).names
    assert spark_uit.to_pylist() == pq.read_table(machine).to_pylist()
    rijen, kern = iter(spark_uit.slice(0, 1_000).to_pylist()), maak_kern(recht, vragen)
    for geval in gevallen[:exact]:
        for persoon in geval["persoon"]:
            rij = next(rijen)
            for naam in vragen:
                assert antwoord(rij, naam, kern) == exact_antwoord(geval, persoon["id"], naam, recht), (geval, naam)
    return op_spark.huishoudens


def test_spark_gives_what_one_machine_gives_and_what_the_exact_evaluator_says(
    spark: Any, gevallen: list[dict[str, Any]], tabel: Path
) -> None:
    assert is_gelijk(spark, WET, VRAGEN, tabel, gevallen * 8, 40) == 8 * len(gevallen) == 2_000


def test_so_it_is_with_the_real_law(spark: Any, tmp_path: Path) -> None:
    recht = laad_recht()
    gevallen = grow(recht, UITKOMSTEN, 100)
    tabel = schrijf(rijen_van(gevallen * 10, recht), tmp_path / "in.parquet", recht)
    assert is_gelijk(spark, recht, UITKOMSTEN, tabel, gevallen * 10, 50) == 1_000


def test_dwellings_stay_whole_however_small_the_batches_and_whatever_the_order_of_the_rows(
    spark: Any, tabel: Path, tmp_path: Path
) -> None:
    rijen = pq.read_table(tabel)
    rijen = rijen.filter(pc.less(rijen["huishouden"], rijen["huishouden"][600]))
    verspreid = rijen.take([*range(0, rijen.num_rows, 2), *range(1, rijen.num_rows, 2)])
    (tmp_path / "delen").mkdir()
    pq.write_table(verspreid.slice(0, 250), tmp_path / "delen" / "part-0.parquet", row_group_size=17)
    pq.write_table(verspreid.slice(250), tmp_path / "delen" / "part-1.parquet")
    pq.write_table(verspreid.take(_gesorteerd(verspreid)), tmp_path / "in.parquet")
    bereken_tabel(tmp_path / "in.parquet", tmp_path / "machine.parquet", VRAGEN, recht=WET)
    oud = spark.conf.get("spark.sql.execution.arrow.maxRecordsPerBatch")
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", "3")
    try:
        bereken_op_spark(spark, str(tmp_path / "delen"), str(tmp_path / "spark.parquet"), VRAGEN, recht=WET)
    finally:
        spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", oud)
    assert (
        pq.read_table(tmp_path / "spark.parquet").to_pylist() == pq.read_table(tmp_path / "machine.parquet").to_pylist()
    )


def _gesorteerd(rijen: pa.Table) -> list[int]:
    """The places of the rows by dwelling, and within it as they stand."""
    ids = rijen["huishouden"].to_pylist()
    return sorted(range(len(ids)), key=lambda plek: (ids[plek], plek))


def test_the_columns_tell_unit_denominator_and_law(spark: Any, tabel: Path, tmp_path: Path) -> None:
    bereken_op_spark(spark, str(tabel), str(tmp_path / "uit.parquet"), ["norm_per_maand"], recht=WET)
    veld = spark.read.parquet(str(tmp_path / "uit.parquet")).schema["norm_per_maand_in_centen"]
    assert veld.metadata == {"noemer": "100", "eenheid": "euro per maand", "recht": WET.hash}


def test_the_same_rows_are_refused_with_the_same_words(spark: Any, tmp_path: Path) -> None:
    (tmp_path / "delen").mkdir()
    rijen = verkeerd(3_000)
    pq.write_table(rijen, tmp_path / "een.parquet")
    pq.write_table(rijen.slice(0, 1_300), tmp_path / "delen" / "part-0.parquet")
    pq.write_table(rijen.slice(1_300), tmp_path / "delen" / "part-1.parquet")
    vragen = ["leeftijd"]
    with pytest.raises(TabelFout) as machine:
        bereken_tabel(
            tmp_path / "een.parquet",
            tmp_path / "uit.parquet",
            vragen,
            peildatum=DAG,
            recht=WET,
            fouten=tmp_path / "m.csv",
        )
    for invoer in ("een.parquet", "delen"):
        with pytest.raises(TabelFout) as fout:
            bereken_op_spark(
                spark,
                str(tmp_path / invoer),
                str(tmp_path / "uit.parquet"),
                vragen,
                peildatum=DAG,
                recht=WET,
                fouten=tmp_path / "s.csv",
            )
        assert (fout.value.gebreken, fout.value.aantal) == (machine.value.gebreken, machine.value.aantal)
        assert (tmp_path / "s.csv").read_bytes() == (tmp_path / "m.csv").read_bytes()
        assert not [pad for pad in tmp_path.iterdir() if pad.name.startswith("uit")]


def test_what_is_right_is_computed_and_the_rest_is_kept_apart(spark: Any, tmp_path: Path) -> None:
    pq.write_table(verkeerd(300), tmp_path / "in.parquet")
    kwijt = {"peildatum": DAG, "recht": WET, "alleen_juiste": True}
    machine = bereken_tabel(
        tmp_path / "in.parquet", tmp_path / "m.parquet", ["leeftijd"], geweigerd=tmp_path / "mw.parquet", **kwijt
    )
    for _ in range(2):  # a second time over its own earlier result
        uitkomst = bereken_op_spark(
            spark,
            str(tmp_path / "in.parquet"),
            str(tmp_path / "s.parquet"),
            ["leeftijd"],
            geweigerd=str(tmp_path / "sw.parquet"),
            **kwijt,
        )
    assert uitkomst == machine and uitkomst.geweigerd == 100
    assert pq.read_table(tmp_path / "s.parquet").to_pylist() == pq.read_table(tmp_path / "m.parquet").to_pylist()
    ontvangst = json.loads((tmp_path / "s.parquet" / "_ontvangst.json").read_text("utf-8"))
    assert ontvangst == json.loads(pq.read_schema(tmp_path / "m.parquet").metadata[b"ontvangst"])
    assert spark.read.parquet(str(tmp_path / "s.parquet")).count() == 200 == aantal_rijen(tmp_path / "s.parquet")
    assert pq.read_table(tmp_path / "sw.parquet").equals(pq.read_table(tmp_path / "mw.parquet"))


def test_rows_without_a_dwelling_are_faults_as_on_one_machine(spark: Any, tmp_path: Path) -> None:
    huishouden = [None, "1", None, "1", "2", "3", None]
    invoer = maak(tmp_path, "parquet", huishouden, ["a", "b", "c", "d", None, "f", "g"])
    vraag = {"gevraagd": ["leeftijd"], "peildatum": DAG, "recht": WET, "alleen_juiste": True}
    s, m = ({"uitvoer": tmp_path / f"{n}.parquet", "geweigerd": tmp_path / f"{n}w.parquet"} for n in "sm")
    fouten = [tmp_path / f"{n}.csv" for n in "sm"]
    machine = bereken_tabel(invoer, fouten=fouten[1], **m, **vraag)
    uitkomst = bereken_op_spark(
        spark, str(invoer), fouten=fouten[0], **{naam: str(pad) for naam, pad in s.items()}, **vraag
    )
    assert uitkomst == machine and [rij for rij, _ in uitkomst.gebreken] == [1, 3, 5, 7]
    assert sorted(fouten[0].read_text("utf-8").splitlines()) == sorted(fouten[1].read_text("utf-8").splitlines())
    for deel, personen in (("uitvoer", ["b", "d", "f"]), ("geweigerd", [None, "a", "c", "g"])):
        gelezen = [pq.read_table(kant[deel])["persoon"].to_pylist() for kant in (s, m)]
        assert [sorted(een, key=str) for een in gelezen] == [sorted(personen, key=str)] * 2


def test_a_table_about_employers_is_computed_row_by_row(spark: Any, tmp_path: Path) -> None:
    vragen = tuple(naam for naam in WET.vragen_over("werkgever") if WET.van[naam] == "werkgever")
    feiten = [feit for feit in WET.feiten.values() if feit.van == "werkgever"]
    rijen = [
        {"werkgever": f"w{nummer % 40:02d}", "peildatum": "2023-01-01"}
        | {feit.naam: van_werkgever(feit, nummer) for feit in feiten}
        for nummer in range(120)
    ]
    schrijf(rijen, tmp_path / "in.parquet", WET)
    schrijf(sorted(rijen, key=lambda rij: rij["werkgever"]), tmp_path / "gesorteerd.parquet", WET)
    bereken_tabel(tmp_path / "gesorteerd.parquet", tmp_path / "m.parquet", vragen, recht=WET)
    bereken_op_spark(spark, str(tmp_path / "in.parquet"), str(tmp_path / "s.parquet"), vragen, recht=WET)
    uit = pq.read_table(tmp_path / "s.parquet").to_pylist()
    assert uit == pq.read_table(tmp_path / "m.parquet").to_pylist() and len(uit) == 120
    assert any(rij[f"{vragen[0]}_status"] == "" for rij in uit)


def van_werkgever(feit: Any, nummer: int) -> Any:
    """A value that differs by every forty rows; a list has up to two rows."""
    if feit.vorm == "lijst":
        return [{naam: van_werkgever(veld, nummer) for naam, veld in feit.velden.items()}] * (nummer // 40)
    if feit.soort.vorm == "keuze":
        return feit.soort.keuzes[nummer // 40 % len(feit.soort.keuzes)]
    if feit.soort.vorm == "datum":
        return "2020-01-31"
    onder, boven = (0, 1) if feit.bereik is None else map(int, feit.bereik)
    return nummer // 40 == 1 if feit.soort.vorm == "ja_nee" else str(onder + (boven - onder) // 2 * (nummer // 40))


def test_nothing_that_stands_there_is_lost(spark: Any, tabel: Path, tmp_path: Path) -> None:
    map_ = tmp_path / "uit.parquet"
    map_.mkdir()
    (map_ / "aantekening.txt").write_text("van mij", "utf-8")
    with pytest.raises(TabelFout, match="bestaat al en is geen eerdere uitkomst"):
        bereken_op_spark(spark, str(tabel), str(map_), ["leeftijd"], recht=WET)
    assert [pad.name for pad in map_.iterdir()] == ["aantekening.txt"]


def test_whoever_interrupts_it_finds_nothing_half(
    spark: Any, tabel: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breek_af(*_: Any) -> None:
        assert [pad.name for pad in tmp_path.iterdir()] == ["uit.parquet.deel"]
        raise KeyboardInterrupt

    monkeypatch.setattr("meedoen.recht.engine.spark._samen", breek_af)
    with pytest.raises(KeyboardInterrupt):
        bereken_op_spark(spark, str(tabel), str(tmp_path / "uit.parquet"), ["leeftijd"], recht=WET)
    assert not list(tmp_path.iterdir())
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler, "that of pyspark asks Java in between"


GEEN_TABEL: list[tuple[dict[str, Any], str]] = [
    ({"huishouden": ["1"], "persoon": ["a"], "inkomen_per_mand": ["1"]}, "bedoelt u inkomen_per_maand"),
    ({"huishouden": ["1", None], "persoon": ["a", "b"]}, "rijen zonder huishouden"),
    ({"huishouden": [b"\xff"], "persoon": ["a"]}, "de kolom huishouden bevat geen tekst"),
]


@pytest.mark.parametrize(("kolommen", "wat"), GEEN_TABEL)
def test_a_file_that_is_no_such_table_is_refused(
    kolommen: dict[str, Any], wat: str, spark: Any, tmp_path: Path
) -> None:
    pq.write_table(pa.table(kolommen), tmp_path / "in.parquet")
    with pytest.raises(TabelFout, match=wat):
        bereken_op_spark(
            spark, str(tmp_path / "in.parquet"), str(tmp_path / "uit.parquet"), ["leeftijd"], peildatum=DAG, recht=WET
        )
    assert [pad.name for pad in tmp_path.iterdir()] == ["in.parquet"]


def test_rubbish_and_nothing_are_refused(spark: Any, tmp_path: Path) -> None:
    (tmp_path / "in.parquet").write_bytes(bytes(range(256)) * 40)
    for naam, wat in (("in.parquet", "kan niet worden gelezen"), ("niets.parquet", "kan niet"), ("in.csv", "is CSV")):
        with pytest.raises(TabelFout, match=wat) as fout:
            bereken_op_spark(spark, str(tmp_path / naam), str(tmp_path / "uit.parquet"), ["leeftijd"], recht=WET)
        assert "\n" not in str(fout.value) and len(str(fout.value)) < 400
        assert "An error occurred" not in str(fout.value)


def test_an_executor_with_another_meedoen_refuses(
    spark: Any, tabel: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("meedoen.recht.engine.spark.kenmerk_van", lambda kern: "een ander")
    with pytest.raises(SparkFout, match="andere versie van Meedoen") as fout:
        bereken_op_spark(spark, str(tabel), str(tmp_path / "uit.parquet"), ["leeftijd"], recht=WET)
    assert "\n" not in str(fout.value) and not list(tmp_path.iterdir())


def test_without_pyspark_or_java_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    eis_spark()
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(SparkFout, match="is Java 17 of nieuwer nodig"):
        eis_spark()
    (tmp_path / "bin").mkdir()
    java = tmp_path / "bin" / "java"
    java.write_text("#!/bin/sh\necho 'openjdk version \"1.8.0_402\"' >&2\n", "utf-8")
    java.chmod(0o755)
    with pytest.raises(SparkFout, match="hier staat Java 8"):
        eis_spark()
    monkeypatch.setattr(spark_session, "find_spec", lambda naam: None)
    with pytest.raises(SparkFout, match=r"pip install 'meedoen\[spark\]'"):
        eis_spark()


def test_the_law_loads_without_spark() -> None:
    code = "import sys, meedoen.recht, meedoen.recht.engine.table; print('pyspark' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
