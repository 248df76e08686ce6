"""The secret key: made once, for its owner only, the same for every process that starts."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from meedoen.uitvoering.inrichting.secret import geheim_uit


def test_it_is_made_once_and_kept(tmp_path: Path) -> None:
    first = geheim_uit(tmp_path / "geheim")
    assert len(first) > 50 and geheim_uit(tmp_path / "geheim") == first
    assert (tmp_path / "geheim").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["geheim"]


def test_processes_that_start_at_once_agree(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(lambda _number: geheim_uit(tmp_path / "geheim"), range(32)))) == 1


def test_another_installation_has_another_key(tmp_path: Path) -> None:
    assert geheim_uit(tmp_path / "een") != geheim_uit(tmp_path / "twee")
