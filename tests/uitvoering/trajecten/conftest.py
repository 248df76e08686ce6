"""The Kadernota and a regisseur of Assen, for every test of plans."""

from collections.abc import Callable
from typing import Any

import pytest


@pytest.fixture
def regisseur(db: None, gebruiker: Callable[..., Any]) -> Any:
    """A regisseur of Assen; the policy is there."""
    from tests.uitvoering.register import ASSEN
    from tests.uitvoering.trajecten import plans

    plans.kadernota()
    return gebruiker("regisseur", [ASSEN])
