"""`meedoen importeer` and `meedoen exporteer`: what they print and how they end."""

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from meedoen import cli, cli_importeer

from .conftest import REGISTER, schrijf, stand, verwachte_stand

pytestmark = pytest.mark.django_db


@pytest.fixture
def meedoen(gemeenten: None, capsys: Any, monkeypatch: Any, tmp_path: Path) -> Callable[..., tuple[int, str, str]]:
    """`meedoen("importeer", ...)`: exit code, standard output and standard error; works in a folder of its own."""
    monkeypatch.chdir(tmp_path)

    def roep_aan(*argumenten: object) -> tuple[int, str, str]:
        code = cli.main([str(argument) for argument in argumenten])
        gezegd = capsys.readouterr()
        return code, gezegd.out, gezegd.err

    return roep_aan


def test_inlezen_en_nog_eens(meedoen: Callable[..., Any], tmp_path: Path) -> None:
    map_ = schrijf(tmp_path / "r", REGISTER)
    code, gezegd, _ = meedoen("importeer", map_)
    assert (code, gezegd.splitlines()[-1]) == (0, "Geladen.")
    assert stand() == verwachte_stand()
    code, gezegd, _ = meedoen("importeer", map_)
    assert (code, gezegd.splitlines()[-1]) == (0, "Het register was al gelijk; er is niets veranderd.")
    assert not (tmp_path / "r-fouten").exists()


def test_fouten_en_alleen_de_juiste(meedoen: Callable[..., Any], tmp_path: Path) -> None:
    fout = deepcopy(REGISTER)
    fout["besluiten"][1][3] = "morgen"
    map_ = schrijf(tmp_path / "r", fout)
    code, gezegd, fouten = meedoen("importeer", map_, "--fouten", tmp_path / "terug")
    assert code == 2
    assert "besluiten.csv, rij 3, kolom genomen_op: 'morgen'. Verwacht: een datum zoals" in fouten
    assert gezegd.splitlines()[-1] == "Er is niets geladen."
    assert (tmp_path / "terug" / "geweigerd" / "besluiten.csv").is_file()
    assert stand() == verwachte_stand({})
    code, _gezegd, _ = meedoen("importeer", map_, "--alleen-juiste")
    assert code == 0
    assert (tmp_path / "r-fouten" / "fouten.csv").is_file()
    assert len(stand()["besluiten"]) == 1


def test_alleen_controleren(meedoen: Callable[..., Any], tmp_path: Path) -> None:
    code, gezegd, _ = meedoen("importeer", schrijf(tmp_path / "r", REGISTER), "--controleer")
    assert (code, "want u vroeg alleen om controle" in gezegd) == (0, True)
    assert stand() == verwachte_stand({})


def test_een_pad_dat_niet_bestaat(meedoen: Callable[..., Any]) -> None:
    code, _, fouten = meedoen("importeer", "weg.csv")
    assert (code, "Er staat niets op deze plek" in fouten) == (2, True)


def test_uitschrijven(meedoen: Callable[..., Any], tmp_path: Path) -> None:
    meedoen("importeer", schrijf(tmp_path / "r", REGISTER))
    code, gezegd, _ = meedoen("exporteer", tmp_path / "uit", "--vorm", "xlsx")
    assert (code, gezegd.strip()) == (0, str(tmp_path / "uit" / "register.xlsx"))


def test_voortgang_zwijgt_over_wat_kort_duurt(capsys: Any, monkeypatch: Any) -> None:
    tijd = iter([0.0, 1.0, 2.5, 2.5, 3.0])
    monkeypatch.setattr(cli_importeer.time, "monotonic", lambda: next(tijd))
    toon = cli_importeer.toon_voortgang()
    toon("personen.csv", 5000)
    toon("personen.csv", 125000)
    toon("personen.csv", 130000)
    assert capsys.readouterr().err == "  personen.csv: 125.000 rijen …\n"


def test_een_database_zonder_tabellen(meedoen: Callable[..., Any], tmp_path: Path, monkeypatch: Any) -> None:
    from django.db import connection

    monkeypatch.setattr(connection.introspection, "table_names", lambda: [])
    for opdracht in ("importeer", "exporteer"):
        code, _, fouten = meedoen(opdracht, tmp_path)
        assert (code, "meedoen dienst migreer" in fouten) == (1, True)
