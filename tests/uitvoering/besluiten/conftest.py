"""Who works on decisions in these tests."""

from collections.abc import Callable
from typing import Any

import pytest

ASSEN = "GM0106"


@pytest.fixture
def maker(gebruiker: Callable[..., Any]) -> Any:
    from tests.uitvoering import register

    register.gemeenten()
    return gebruiker("consulent", [ASSEN])


@pytest.fixture
def tekenaar(gebruiker: Callable[..., Any]) -> Any:
    from tests.uitvoering import register

    register.gemeenten()
    return gebruiker("regisseur", [ASSEN])
