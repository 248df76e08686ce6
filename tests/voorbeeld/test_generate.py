"""Files: the same seed gives the same bytes, any size comes out exactly, and a later day only adds."""

import datetime
from pathlib import Path

import numpy as np
import pyarrow.csv as pacsv
import pyarrow.parquet as pq
import pytest

from meedoen.recht import laad_recht
from meedoen.uitvoering.koppelingen.bladen import BLADEN
from meedoen.voorbeeld import generate
from meedoen.voorbeeld.assumptions import lees_aannamen
from meedoen.voorbeeld.bsn import bsn_reeks, elfproef
from meedoen.voorbeeld.facts import FEITEN
from meedoen.voorbeeld.generate import maak_register
from tests.voorbeeld.conftest import VANDAAG
from tests.voorbeeld.tables import PERIODEN, Register, maak

TOT = datetime.date(2016, 5, 17)


@pytest.mark.parametrize("vorm", ["parquet", "csv"])
def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(tmp_path: Path, vorm: str) -> None:
    for naam, zaad in (("een", 7), ("twee", 7), ("ander", 8)):
        maak_register(tmp_path / naam, zaad=zaad, tot=TOT, personen=400, vorm=vorm)
    namen = [f"{blad}.{vorm}" for blad in BLADEN]
    assert sorted(pad.name for pad in (tmp_path / "een").iterdir()) == sorted(namen)
    for naam in namen:
        assert (tmp_path / "een" / naam).read_bytes() == (tmp_path / "twee" / naam).read_bytes()
    assert (tmp_path / "een" / namen[0]).read_bytes() != (tmp_path / "ander" / namen[0]).read_bytes()


def test_columns_and_choices_are_those_of_the_import(demo: Register) -> None:
    assert list(demo) == list(BLADEN)
    for naam, blad in BLADEN.items():
        assert tuple(demo[naam][0]) == blad.kolomnamen
        for kolom in blad.kolommen:
            waarden = {rij[kolom.naam] for rij in demo[naam]}
            assert not (kolom.is_verplicht and None in waarden), (naam, kolom.naam)
            assert not kolom.keuzes or waarden - {None} <= set(kolom.keuzes), (naam, kolom.naam)
            assert not kolom.lengte or max(len(w) for w in waarden - {None}) <= kolom.lengte, (naam, kolom.naam)


def test_facts_are_those_that_the_law_asks_for() -> None:
    assert set(FEITEN) <= set(laad_recht().feiten)


@pytest.mark.parametrize("personen", [1, 2, 3, 10, 77, 2500])
def test_any_size_comes_out_exactly(tmp_path: Path, personen: int) -> None:
    verslag = maak_register(tmp_path, zaad=1, tot=TOT, personen=personen)
    assert verslag.rijen["personen"] == pq.read_metadata(tmp_path / "personen.parquet").num_rows == personen


def test_blocks_make_one_register_with_numbers_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generate, "PER_BLOK", 500)
    voortgang: list[tuple[int, int]] = []
    maak_register(tmp_path, zaad=3, tot=TOT, personen=1700, voortgang=lambda n, van: voortgang.append((n, van)))
    assert voortgang == [(1, 4), (2, 4), (3, 4), (4, 4)]
    tabellen = {blad: pq.read_table(tmp_path / f"{blad}.parquet") for blad in BLADEN}
    assert len(tabellen["personen"]) == 1700
    for blad in BLADEN:
        if "nummer" in BLADEN[blad].sleutel:
            nummers = tabellen[blad]["nummer"].to_pylist()
            assert len(set(nummers)) == len(nummers), blad
    assert len(set(tabellen["personen"]["bsn"].to_pylist())) == 1700
    bekend = set(tabellen["werkgevers"]["nummer"].to_pylist())
    assert set(tabellen["plaatsingen"]["werkgever"].to_pylist()) <= bekend
    assert tabellen["werkgevers"]["is_gemeente"].to_pylist().count("ja") == 3
    samen = set(tabellen["bewoningen"]["persoon"].to_pylist())
    assert samen <= set(tabellen["personen"]["nummer"].to_pylist())


def test_a_later_day_adds_and_ends_and_changes_nothing_else() -> None:
    eerder = maak(zaad=5, tot=datetime.date(2017, 3, 9))
    later = maak(zaad=5, tot=datetime.date(2018, 2, 20))
    grens = datetime.date(2017, 3, 9)
    for blad in BLADEN:
        sleutel = BLADEN[blad].sleutel
        nieuw = {tuple(rij[kolom] for kolom in sleutel): rij for rij in later[blad]}
        for rij in eerder[blad]:
            verder = nieuw[tuple(rij[kolom] for kolom in sleutel)]
            for kolom, waarde in rij.items():
                kwam_later = waarde is None and kolom in (
                    "tot",
                    "reden_einde",
                    "overleden_op",
                    "uitslag",
                    "uitgebracht_op",
                )
                assert verder[kolom] == waarde or kwam_later, (blad, rij, verder)
            if blad in PERIODEN and rij["tot"] is None and verder["tot"] is not None:
                assert verder["tot"] > grens


def test_csv_and_parquet_hold_the_same_rows(tmp_path: Path) -> None:
    for vorm in ("csv", "parquet"):
        maak_register(tmp_path / vorm, zaad=2, tot=TOT, personen=300, vorm=vorm)
    for blad in BLADEN:
        tekst = pacsv.read_csv(
            tmp_path / "csv" / f"{blad}.csv",
            convert_options=pacsv.ConvertOptions(
                column_types=pq.read_schema(tmp_path / "parquet" / f"{blad}.parquet"), strings_can_be_null=True
            ),
        )
        assert tekst.to_pylist() == pq.read_table(tmp_path / "parquet" / f"{blad}.parquet").to_pylist(), blad


@pytest.mark.parametrize(
    ("opdracht", "zin"),
    [
        ({"personen": 0}, "minstens 1 persoon"),
        ({"personen": 9_000_001}, "niet genoeg testnummers"),
        ({"vorm": "xlsx"}, "Onbekende vorm"),
        ({"tot": datetime.date(2014, 12, 31)}, "1 januari 2015"),
    ],
)
def test_impossible_orders_are_refused_with_the_reason(tmp_path: Path, opdracht: dict[str, object], zin: str) -> None:
    gewoon: dict[str, object] = {"zaad": 1, "tot": TOT}
    with pytest.raises(ValueError, match=zin):
        maak_register(tmp_path / "uit", **{**gewoon, **opdracht})  # type: ignore[arg-type]
    assert not (tmp_path / "uit").exists()


def test_an_interrupted_run_leaves_no_half_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generate, "PER_BLOK", 100)

    def breek_af(blok: int, van: int) -> None:
        if blok == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        maak_register(tmp_path, zaad=1, tot=TOT, personen=300, voortgang=breek_af)
    assert not list(tmp_path.glob("*.parquet"))
    maak_register(tmp_path, zaad=1, tot=TOT, personen=300)
    assert pq.read_metadata(tmp_path / "personen.parquet").num_rows == 300


def test_numbers_run_on_over_the_groups_without_a_double() -> None:
    reeks = bsn_reeks(90_000, 100_000, 4)
    assert len(np.unique(reeks)) == 100_000
    assert elfproef(reeks).all()
    assert (reeks[:909] // 1_000_000 == 999).all()
    assert (reeks[909:] // 1_000_000 < 999).all()
    assert (bsn_reeks(95_000, 10, 4) == reeks[5_000:5_010]).all()


def test_every_assumption_names_its_source() -> None:
    for naam, tabel in lees_aannamen().tabellen.items():
        assert len(tabel["bron"]) > 15, naam


def test_progress_and_day_do_not_touch_the_clock(demo: Register) -> None:
    assert max(rij["vanaf"] for rij in demo["uitkeringen"]) <= VANDAAG
