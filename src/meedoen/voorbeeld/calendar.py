"""Days as whole numbers since 1970-01-01, and the months in which the process runs."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]

OPEN = 2**30  # a day that never comes: "still running"
JAAR = 365.25


def dag(datum: datetime.date) -> int:
    """A date as days since 1970-01-01."""
    return (datum - datetime.date(1970, 1, 1)).days


BEGIN = datetime.date(2015, 1, 1)  # the day of the Kadernota's stock
BEGINDAG = dag(BEGIN)


@dataclass(frozen=True)
class Maand:
    """One month of the process with its own source of chance, so that a longer run begins with the shorter one."""

    volgnummer: int
    eerste: datetime.date
    lengte: int
    kans: np.random.Generator

    @property
    def jaar(self) -> int:
        return self.eerste.year

    @property
    def eerste_dag(self) -> int:
        return dag(self.eerste)

    @property
    def deel_van_jaar(self) -> float:
        """Fraction of the year that has passed at the end of this month."""
        return self.eerste.month / 12

    def dagen(self, aantal: int) -> Array:
        """Random days in this month; not the first day of the process, which belongs to the stock of the Kadernota."""
        over = 1 if self.volgnummer == 0 else 0
        return self.eerste_dag + over + (self.kans.random(aantal) * (self.lengte - over)).astype(np.int64)


def maanden(tot: datetime.date, zaad: int, blok: int) -> Iterator[Maand]:
    """The months from January 2015 up to and including that of `tot`."""
    eerste, volgnummer = BEGIN, 0
    while eerste <= tot:
        volgende = (eerste.replace(day=28) + datetime.timedelta(days=4)).replace(day=1)
        bron = np.random.SeedSequence([zaad, blok, 1, volgnummer])
        yield Maand(volgnummer, eerste, (volgende - eerste).days, np.random.Generator(np.random.PCG64(bron)))
        eerste, volgnummer = volgende, volgnummer + 1


def plus_jaren(dagen: Array, jaren: int) -> Array:
    """The birthday `jaren` years after `dagen` (29 February becomes 1 March)."""
    return plus_maanden(dagen, np.full(len(dagen), 12 * jaren))


def plus_maanden(dagen: Array, aantal: Array) -> Array:
    """The same day of the month, `aantal` months later; a day that the month lacks becomes the first of the next."""
    datums = dagen.astype("datetime64[D]")
    begin = datums.astype("datetime64[M]")
    in_maand = (datums - begin).astype(np.int64)
    doel = (begin + aantal.astype(np.int64)).astype("datetime64[D]").astype(np.int64)
    volgend = (begin + aantal.astype(np.int64) + 1).astype("datetime64[D]").astype(np.int64)
    return np.asarray(np.minimum(doel + in_maand, volgend))


def leeftijd(geboren: Array, op: int) -> Array:
    """Age in years with decimals; good for chances, not for law."""
    return np.asarray((op - geboren) / JAAR)
