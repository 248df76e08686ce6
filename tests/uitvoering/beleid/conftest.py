"""Reference data and the policy of Drentsche Aa, loaded by their own acts (imported when Django has started)."""

import datetime
from pathlib import Path
from typing import Any

import pytest

VANDAAG = datetime.date(2026, 11, 22)


@pytest.fixture
def drentsche_aa() -> Path:
    """The folder with the policy files of the demo partnership."""
    return Path(__file__).parents[3] / "voorbeelden" / "drentsche-aa"


@pytest.fixture
def referentie(db: None) -> Any:
    """The loading of the reference data that ship with the package."""
    from meedoen.uitvoering.beleid.acts import laad_referentiegegevens

    return laad_referentiegegevens(door=None, op=VANDAAG)


@pytest.fixture
def kadernota(referentie: Any, drentsche_aa: Path) -> Any:
    """The loading of the policy files of the demo partnership."""
    from meedoen.uitvoering.beleid.acts import laad_beleid

    return laad_beleid(drentsche_aa, door=None, op=VANDAAG)
