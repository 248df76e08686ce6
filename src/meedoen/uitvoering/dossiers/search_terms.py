"""What somebody typed to find a resident, taken apart: numbers, days, postcodes, words."""

import calendar
import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from .likeness import VOORVOEGSELS, plat
from .search_index import woorden

_MAANDEN = {
    "jan": 1, "januari": 1, "feb": 2, "februari": 2, "mrt": 3, "maart": 3, "apr": 4, "april": 4, "mei": 5, "jun": 6,
    "juni": 6, "jul": 7, "juli": 7, "aug": 8, "augustus": 8, "sep": 9, "sept": 9, "september": 9, "okt": 10,
    "oktober": 10, "nov": 11, "november": 11, "dec": 12, "december": 12,
}  # fmt: skip
_MAAND = "|".join(sorted(_MAANDEN, key=len, reverse=True))
_INITIALEN = re.compile(r"\b([a-z])\.(?:\s?[a-z]\.)+")
_POSTCODE = re.compile(r"\b([1-9]\d{3})\s?([a-z]{2})\b")
_BSN = re.compile(r"(?<![\d.-])(?:\d{3}[ .-]?\d{3}[ .-]?\d{3}|\d{4}\.\d{2}\.\d{3})(?![\d.-])")
_DOSSIERNUMMER = re.compile(r"(?=\S*\d{3})[\w.-]{4,20}")


@dataclass
class Zoekvraag:
    """What was asked. `nummers` may be a BSN or dossier number: when they are, nothing else was typed.

    `dagen` holds every day that was meant (two digits of a year may be of two centuries), `getallen` house numbers,
    `jaren` four digits that may be a year of birth, the begin of a postcode or a house number.
    """

    nummers: list[str] = field(default_factory=list)
    dagen: list[datetime.date] = field(default_factory=list)
    jaren: list[int] = field(default_factory=list)
    postcodes: list[str] = field(default_factory=list)
    getallen: list[str] = field(default_factory=list)
    woorden: list[str] = field(default_factory=list)
    is_onmogelijke_dag: bool = False

    @property
    def is_leeg(self) -> bool:
        """Nothing to look for besides a number."""
        return not (self.dagen or self.jaren or self.postcodes or self.getallen or self.woorden)

    @property
    def is_te_kort(self) -> bool:
        """Only single letters, prefixes of names or a house number: half of the register."""
        los = (woord for woord in self.woorden if len(woord) > 1 and woord not in VOORVOEGSELS)
        return not self.is_leeg and not (self.dagen or self.jaren or self.postcodes or any(los))


def lees_zoekvraag(term: str, vandaag: datetime.date) -> Zoekvraag:
    """Take apart what was typed. What looks like a number of somebody is tried as such before anything else."""
    vraag = Zoekvraag()
    tekst = " ".join(term.split())
    if _BSN.fullmatch(tekst):
        vraag.nummers.append(re.sub(r"\D", "", tekst))
        return vraag
    if _DOSSIERNUMMER.fullmatch(tekst):
        vraag.nummers += {tekst, tekst.upper()}
        if re.fullmatch(r"\d{8}", tekst):
            vraag.nummers.append(f"0{tekst}")
    rest = plat(tekst) or tekst.casefold()
    rest = _neem_dagen(rest, vraag, vandaag)
    rest = _neem(_POSTCODE, rest, lambda m: vraag.postcodes.append(m[1] + m[2]))
    rest = _INITIALEN.sub(r"\1 ", rest)
    for woord in woorden(rest):
        if re.fullmatch(r"(19|20)\d\d", woord):
            vraag.jaren.append(int(woord))
        elif re.fullmatch(r"[1-9]\d{3}", woord):
            vraag.postcodes.append(woord)
        elif woord[0].isdigit():
            vraag.getallen.append(woord)
        else:
            vraag.woorden.append(woord)
    return vraag


def _neem_dagen(tekst: str, vraag: Zoekvraag, vandaag: datetime.date) -> str:
    """The dates out of the text, in every usual form: 31-1-1980, 31/01/80, 31 jan 1980, 1980-01-31, 31011980."""

    def dag_eerst(m: re.Match[str]) -> None:
        maand = _MAANDEN.get(m["maand"]) or int(m["maand"])
        _voeg_toe(vraag, m["jaar"], maand, int(m["dag"]), vandaag)

    scheiding = r"\s?[-/. ]\s?"
    jaar = r"(?P<jaar>(?:19|20)?\d\d)"
    vormen = (
        r"\b(?P<jaar>(?:19|20)\d\d)[-/.](?P<maand>\d\d?)[-/.](?P<dag>\d\d?)\b",
        rf"\b(?P<dag>\d\d?){scheiding}(?P<maand>\d\d?){scheiding}{jaar}\b",
        rf"\b(?P<dag>\d\d?)[-. ]*(?P<maand>{_MAAND})\.?[-. ]*{jaar}\b",
        r"\b(?P<dag>\d\d)(?P<maand>\d\d)(?P<jaar>(?:19|20)\d\d)\b",
        r"\b(?P<jaar>(?:19|20)\d\d)(?P<maand>\d\d)(?P<dag>\d\d)\b",
    )
    for vorm in vormen:
        tekst = _neem(re.compile(vorm), tekst, dag_eerst)
    return tekst


def _neem(patroon: re.Pattern[str], tekst: str, doe: Callable[[re.Match[str]], None]) -> str:
    for gevonden in patroon.finditer(tekst):
        doe(gevonden)
    return patroon.sub(" ", tekst)


def _voeg_toe(vraag: Zoekvraag, jaar: str, maand: int, dag: int, vandaag: datetime.date) -> None:
    jaren = [int(jaar)] if len(jaar) == 4 else [1900 + int(jaar), 2000 + int(jaar)]
    mogelijk = [j for j in jaren if 1 <= maand <= 12 and 1 <= dag <= calendar.monthrange(j, maand)[1]]
    vraag.is_onmogelijke_dag |= not mogelijk
    vraag.dagen += [datum for j in mogelijk if (datum := datetime.date(j, maand, dag)) <= vandaag]
