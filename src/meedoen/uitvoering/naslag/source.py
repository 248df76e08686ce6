"""The text of a rule as it stands in its file, cut into marked pieces: every name of the law in it is a link."""

import io
import keyword
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from meedoen.recht.engine.form import Kop

from .index import soort_van


@dataclass(frozen=True)
class Teken:
    """A piece of the text: what it is ("woord", "tekst", "getal" or ""), and the name of the law that it is."""

    klasse: str
    tekst: str
    naam: str = ""


@cache
def tekst_van(pad: str, eerste: int, laatste: int) -> str:
    """These lines of a file, the first and the last included (counted from 1)."""
    return "\n".join(Path(pad).read_text("utf-8").splitlines()[eerste - 1 : laatste])


def regeltekst(kop: Kop) -> str:
    """The rule with its decorator, as it stands in the law package."""
    eerste = min([kop.knoop.lineno, *(versiering.lineno for versiering in kop.knoop.decorator_list)])
    return tekst_van(kop.pad, eerste, kop.knoop.end_lineno or kop.knoop.lineno)


def gemerkt(tekst: str) -> tuple[Teken, ...]:
    """The same text in pieces; put together they are the text."""
    return tuple(_stukken(tekst))


def _stukken(tekst: str) -> Iterator[Teken]:
    regels = tekst.splitlines(keepends=True)
    rij, kolom = 1, 0
    for token in tokenize.generate_tokens(io.StringIO(tekst).readline):
        if token.type in {tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER, tokenize.NEWLINE, tokenize.NL}:
            continue
        if tussen := _tussen(regels, (rij, kolom), token.start):
            yield Teken("", tussen)
        yield _teken(token)
        rij, kolom = token.end
    if rest := _tussen(regels, (rij, kolom), (len(regels), len(regels[-1]))):
        yield Teken("", rest)


def _teken(token: tokenize.TokenInfo) -> Teken:
    if token.type == tokenize.STRING:
        return Teken("tekst", token.string)
    if token.type == tokenize.NUMBER:
        return Teken("getal", token.string)
    if token.type != tokenize.NAME:
        return Teken("", token.string)
    if keyword.iskeyword(token.string):
        return Teken("woord", token.string)
    naam = token.string.split("__")[0]
    return Teken("", token.string, naam if soort_van(naam) else "")


def _tussen(regels: list[str], van: tuple[int, int], tot: tuple[int, int]) -> str:
    """The text between two places (row from 1, column from 0): spaces and line ends."""
    if van[0] == tot[0]:
        return regels[van[0] - 1][van[1] : tot[1]]
    midden = regels[van[0] : tot[0] - 1]
    return "".join([regels[van[0] - 1][van[1] :], *midden, regels[tot[0] - 1][: tot[1]]])
