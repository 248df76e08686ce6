"""What a rule file imports: the decorator `regel` and the word `geen`."""

from collections.abc import Callable, Mapping
from typing import Any, NoReturn, TypeVar

Functie = TypeVar("Functie", bound=Callable[..., Any])


class Leeg(Exception):
    """There is no such result for this person: not zero, not unknown. Carries why, and by which article."""

    def __init__(self, reden: str, artikel: str) -> None:
        self.reden = reden
        self.artikel = artikel
        super().__init__(f"{reden} ({artikel})")


def regel(
    artikel: str,
    *,
    vanaf: str | None = None,
    tot: str | None = None,
    op: Mapping[str, str] | None = None,
    geverifieerd: bool = True,
    waarom: str = "",
) -> Callable[[Functie], Functie]:
    """Marks a function as a rule of law. `reader.py` reads the arguments from the text; the function stays as it is.

    artikel      the article, as a lawyer cites it
    vanaf, tot   ISO dates, the first inclusive, the second exclusive; without them: as long as the law is known
    op           amount -> the date (fact, rule or amount) at which it is looked up, instead of the reference date
    geverifieerd False when the text of the law was not read; `waarom` then says why, and every answer tells it

    Two versions of one rule carry one name, with a suffix after `__` that tells them apart: `leeftijdsgrens__2015`.
    """

    def markeer(functie: Functie) -> Functie:
        functie.__dict__["artikel"] = artikel
        return functie

    return markeer


def geen(reden: str, artikel: str) -> NoReturn:
    """The rule has no result for this person: `return geen("reason in plain Dutch", "article")`."""
    raise Leeg(reden, artikel)
