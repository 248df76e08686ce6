"""Reading a register in: the same register from every form, whole or not at all, and twice changes nothing."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from .conftest import REGISTER, schrijf, stand, verwachte_stand

pytestmark = pytest.mark.django_db


def test_csv(tmp_path: Path, lees: Callable[..., Any]) -> None:
    verslag = lees(schrijf(tmp_path / "r", REGISTER))
    assert verslag.fouten == ()
    assert verslag.is_geladen
    assert stand() == verwachte_stand()
