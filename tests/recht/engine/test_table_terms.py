"""Open terms in a table: whose ordinance counts for which row."""

from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from meedoen.recht import TabelFout
from meedoen.recht.engine.decisions import lees_verordening
from meedoen.recht.engine.kernel import maak_kern
from meedoen.recht.engine.table import bereken_tabel
from tests.recht.engine.test_table import WET

VRAAG = ("einde_verlaging", "verlaging_per_maand")
NOORD = {"gemeente": "Noord", "waarden": {"maatregel_duur": 1}}
LATER = {"verordening": "maatregelen", "vanaf": "2023-01-01", "waarden": {"maatregel_duur": 3}}
ZUID = {**NOORD, "gemeente": "Zuid", "besluit": [LATER]}
NAAMLOOS = {"besluit": [LATER]}


def _einden(gemeenten: list[str | None] | None, verordening: Any, map_: Path, dag: str = "2023-06-30") -> list[Any]:
    tabel = {"huishouden": ["a", "b", "c"], "persoon": ["a", "b", "c"], "gemeld_op": ["2023-01-31"] * 3}
    tabel |= {"gemeente": gemeenten} if gemeenten else {}
    pq.write_table(pa.table(tabel), map_ / "in.parquet")
    op = date.fromisoformat(dag)
    vraag = ["einde_verlaging"]
    bereken_tabel(map_ / "in.parquet", map_ / "uit.parquet", vraag, peildatum=op, recht=WET, verordening=verordening)
    return [
        rij["einde_verlaging"] or (rij["einde_verlaging_reden"], rij["einde_verlaging_persoon"])
        for rij in pq.read_table(map_ / "uit.parquet").to_pylist()
    ]


MIST = ("maatregel_duur", None)
EEN, DRIE = date(2023, 2, 28), date(2023, 4, 30)
VERORDENINGEN: list[tuple[str, list[str | None] | None, Any, list[Any]]] = [
    ("geen", None, [], [MIST] * 3),
    ("van iedereen", None, [NAAMLOOS], [DRIE] * 3),
    ("van een gemeente, zonder kolom", None, [ZUID], [DRIE] * 3),
    ("van een gemeente, met kolom", ["Zuid", "Noord", None], [ZUID], [DRIE, MIST, MIST]),
    ("naamloos, met kolom", ["Zuid", "Noord", None], [NAAMLOOS], [DRIE] * 3),
    ("van meer gemeenten", ["Zuid", "Noord", "Oost"], [NOORD, ZUID], [DRIE, EEN, MIST]),
]


@pytest.mark.parametrize(
    ("gemeenten", "opgaven", "einden"), [v[1:] for v in VERORDENINGEN], ids=[v[0] for v in VERORDENINGEN]
)
def test_the_ordinance_of_its_own_municipality_counts(
    gemeenten: list[str | None] | None, opgaven: list[Any], einden: list[Any], tmp_path: Path
) -> None:
    gelezen = {str(opgave.get("gemeente")): lees_verordening(opgave, recht=WET) for opgave in opgaven}
    verordening = gelezen if len(gelezen) > 1 else next(iter(gelezen.values()), None)
    assert _einden(gemeenten, verordening, tmp_path) == einden


def test_the_ordinances_of_several_municipalities_need_to_know_of_which_one_a_row_is(tmp_path: Path) -> None:
    with pytest.raises(TabelFout, match="De kolom gemeente ontbreekt"):
        _einden(None, {"Noord": lees_verordening(NOORD, recht=WET)}, tmp_path)


def test_the_code_of_a_kernel_is_the_same_for_every_ordinance() -> None:
    zonder, met = maak_kern(WET, VRAAG), maak_kern(WET, VRAAG, lees_verordening(ZUID, recht=WET))
    assert zonder.bron == met.bron
    assert zonder.reken is met.reken


@pytest.mark.parametrize(
    ("kolom", "wat"),
    [
        (pa.array([["Noord"], None, None]), "gemeente bevat geen tekst"),
        (["Noord", "Zuid", "Zuid"], "één gemeente"),
    ],
    ids=["lijst", "twee in een huishouden"],
)
def test_a_municipality_that_cannot_be_one_is_refused(kolom: Any, wat: str, tmp_path: Path) -> None:
    tabel = {"huishouden": [1, 1, 2], "persoon": ["a", "b", "c"], "peildatum": ["2023-01-01"] * 3, "gemeente": kolom}
    pq.write_table(pa.table(tabel), tmp_path / "in.parquet")
    with pytest.raises(TabelFout, match=wat):
        bereken_tabel(tmp_path / "in.parquet", tmp_path / "uit.parquet", VRAAG, recht=WET)
