"""Who works on signals in these tests: one who prepares, one who signs; and the ordinance of Assen."""

from collections.abc import Callable
from typing import Any

import pytest

ASSEN = "GM0106"


@pytest.fixture
def maker(gebruiker: Callable[..., Any]) -> Any:
    from tests.uitvoering.handhaving import steps

    steps.gemeente()
    return gebruiker("consulent", [ASSEN])


@pytest.fixture
def tekenaar(gebruiker: Callable[..., Any]) -> Any:
    return gebruiker("regisseur", [ASSEN])
