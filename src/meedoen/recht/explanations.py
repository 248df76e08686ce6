"""What a rule says, in plain Dutch, for screens and for whoever asks how an answer came about.

The English text of a rule is its docstring. This Dutch one stands apart in `uitleg/`, because it belongs to the
reader and not to the law: changing a sentence there changes no answer, and no hash of the law package.
"""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path


@cache
def _uitleg() -> dict[str, str | dict[str, str]]:
    zinnen: dict[str, str | dict[str, str]] = {}
    for pad in sorted((Path(__file__).parent / "uitleg").glob("*.toml")):
        zinnen |= tomllib.loads(pad.read_text("utf-8"))
    return zinnen


def uitleg_van(regel: str, vanaf: date) -> str:
    """The Dutch sentence of the version of a rule that begins on `vanaf`; KeyError when nobody wrote one."""
    zinnen = _uitleg()[regel]
    return zinnen if isinstance(zinnen, str) else zinnen[vanaf.isoformat()]


def regels_met_uitleg() -> set[str]:
    """The rules that have a sentence, as `name` or, where versions differ, `name vanaf`; for the inventory."""
    return {
        naam if isinstance(zinnen, str) else f"{naam} {vanaf}"
        for naam, zinnen in _uitleg().items()
        for vanaf in (zinnen if isinstance(zinnen, dict) else [""])
    }
