"""The law of these tests."""

from collections.abc import Callable
from pathlib import Path

import pytest

from meedoen.recht import Recht, RechtFout, lees_recht

WET = Path(__file__).parent / "wet"


@pytest.fixture(scope="session")
def wet() -> Recht:
    """A small law with everything in it that the language can say."""
    return lees_recht(WET)


@pytest.fixture
def pakket(tmp_path: Path) -> Callable[..., Path]:
    """Writes a law package with this rule text and these amounts."""

    def schrijf(regels: str = "", bedragen: str = "", feiten: str | None = None, termen: str = "") -> Path:
        (tmp_path / "proef").mkdir(exist_ok=True)
        (tmp_path / "recht.toml").write_text((WET / "recht.toml").read_text("utf-8"), "utf-8")
        (tmp_path / "feiten").mkdir(exist_ok=True)
        (tmp_path / "feiten" / "proef.toml").write_text(
            feiten or (WET / "feiten" / "proef.toml").read_text("utf-8"), "utf-8"
        )
        (tmp_path / "verordening").mkdir(exist_ok=True)
        (tmp_path / "verordening" / "proef.toml").write_text(termen, "utf-8")
        (tmp_path / "proef" / "proef.py").write_text(regels, "utf-8")
        (tmp_path / "proef" / "proef.toml").write_text(bedragen, "utf-8")
        return tmp_path

    return schrijf


@pytest.fixture
def weigert(pakket: Callable[..., Path]) -> Callable[..., str]:
    """The text of the error with which a law package is refused."""

    def lees(**delen: str) -> str:
        with pytest.raises(RechtFout) as fout:
            lees_recht(pakket(**delen))
        return str(fout.value)

    return lees
