"""Registers to judge: the demonstration partnership, made once per worker, and small ones."""

import datetime

import pytest

from tests.voorbeeld.tables import Register, maak

VANDAAG = datetime.date(2026, 11, 22)


@pytest.fixture(scope="session")
def demo() -> Register:
    """The register of the demonstration, as of the fixed day of the tests."""
    return maak(zaad=2015, tot=VANDAAG)
