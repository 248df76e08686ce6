"""The compiled kernel functions are the Python that they are written in."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from meedoen.recht.engine import native
from meedoen.recht.engine.errors import RekenFout
from meedoen.recht.engine.functions import (
    EERSTE_DATUM,
    LAATSTE_DATUM,
    begin_van_de_maand,
    maanden_later,
    volle_maanden,
)
from meedoen.recht.engine.machine import maak_machinecode

DATA = st.dates(date(1850, 1, 1), date(2200, 12, 31))


@given(DATA)
def test_the_calendar_is_that_of_python(dag: date) -> None:
    assert native.jaar_maand_dag(dag.toordinal()) == (dag.year, dag.month, dag.day)
    assert native.ordinaal(dag.year, dag.month, dag.day) == dag.toordinal()
    assert native.jaarbegin(dag.toordinal()) == date(dag.year, 1, 1).toordinal()


@given(DATA, st.integers(-5000, 5000))
@example(date(2024, 1, 31), 1)
@example(date(2023, 3, 31), -1)
@example(date(2024, 2, 29), 12)
@example(date(2200, 12, 31), 1)
def test_a_month_later_is_the_month_later_of_the_exact_evaluator(dag: date, aantal: int) -> None:
    gekregen = native.maanden_erbij(dag.toordinal(), aantal)
    try:
        verwacht = maanden_later(dag, aantal).toordinal()
    except RekenFout:
        assert not EERSTE_DATUM.toordinal() <= gekregen <= LAATSTE_DATUM.toordinal()
    else:
        assert gekregen == verwacht
    assert native.maandbegin(dag.toordinal()) == begin_van_de_maand(dag).toordinal()


@given(st.integers(1, 9999), st.integers(-1, 14), st.integers(-1, 33))
def test_a_date_that_does_not_exist_is_no_day(jaar: int, maand: int, dag: int) -> None:
    try:
        verwacht = date(jaar, maand, dag).toordinal()
    except ValueError:
        verwacht = 0
    assert native.ordinaal(jaar, maand, dag) == verwacht


@given(DATA, DATA)
def test_months_between_dates_are_counted_alike(een: date, ander: date) -> None:
    van, tot = sorted((een, ander))
    assert native.maanden_tussen(van.toordinal(), tot.toordinal()) == volle_maanden(van, tot)


BRON = '''
DRIE = 3


def deel(x, y):
    """Floor division, also below zero."""
    return x // y


def twee(x, y):
    return x + y, x - y


def reken(f, v):
    for i in range(len(f)):
        x = f[0, i]
        y = f[1, i]
        som, verschil = twee(x, y)
        v[0, i] = deel(x, y) if y != 0 else -1
        v[1, i] = 1 if x > 0 and (y < 0 or not som == DRIE) else 0
        t = 0
        for j in range(0, 10):
            if j == y:
                continue
            if j > x:
                break
            t += j
        while t > 20:
            t = t - 7
        v[2, i] = t
        v[3, i] = 1 if -5 <= verschil < 5 else 0
'''


def test_machine_code_does_what_the_python_says(tmp_path: Path) -> None:
    f = np.array([[a, b] for a in range(-12, 13) for b in range(-6, 7)], np.int64).T.copy()
    ruimte: dict[str, object] = {}
    exec(BRON.replace("len(f)", "f.shape[1]"), ruimte)
    verwacht, gekregen = np.zeros((4, f.shape[1]), np.int64), np.zeros((4, f.shape[1]), np.int64)
    ruimte["reken"](f, verwacht)  # type: ignore[operator]
    maak_machinecode(BRON, "reken", tmp_path)(f, gekregen)
    assert (verwacht == gekregen).all()
    assert len(list(tmp_path.glob("*.o"))) == 1
    nogmaals = np.zeros_like(gekregen)
    maak_machinecode(BRON, "reken", tmp_path)(f, nogmaals)
    assert (verwacht == nogmaals).all()


def test_threads_that_need_the_same_code_at_once_all_get_it(tmp_path: Path) -> None:
    def maak(keer: int) -> int:
        f, uit = np.array([[3, 4], [5, 6]]), np.zeros((4, 2), np.int64)
        maak_machinecode(BRON, "reken", tmp_path / str(keer // 4))(f, uit)
        return int(uit.any())

    for map_ in range(10):
        (tmp_path / str(map_)).mkdir()
    with ThreadPoolExecutor(4) as draden:
        assert list(draden.map(maak, range(40))) == [1] * 40
    assert len(list(tmp_path.glob("*/*"))) == 10, "only the code is left"


def test_what_kernels_do_not_use_is_not_known(tmp_path: Path) -> None:
    with pytest.raises(NotImplementedError):
        maak_machinecode("def reken(f):\n    x = f[0] ** 2\n", "reken", tmp_path)
