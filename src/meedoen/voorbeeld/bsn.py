"""Burgerservicenummers that pass the eleven-test and, for registers up to some 90.909 people, begin with 999.

The numbers that begin with 999 are used for tests. A larger register goes on with 998, 997 and so on down to 900:
those pass the eleven-test too, but no source was found that says they are never given to a person, so such a register
is for load tests only and the command says so. Above `HOOGSTENS` people no register is made.
"""

from functools import lru_cache

import numpy as np

from .calendar import Array

_GEWICHTEN = (9, 8, 7, 6, 5, 4, 3, 2)  # the ninth digit weighs -1
_PER_GROEP = 100_000  # beginnings of eight digits per group of three leading digits
_GROEPEN = range(999, 899, -1)
TESTNUMMERS = 90_909
HOOGSTENS = 9_000_000


def elfproef(nummers: Array) -> Array:
    """Mask of the nine-digit numbers that pass the eleven-test."""
    som = -(nummers % 10)
    for plaats, gewicht in enumerate(_GEWICHTEN):
        som = som + nummers // 10 ** (8 - plaats) % 10 * gewicht
    return np.asarray(som % 11 == 0)


@lru_cache(maxsize=2)
def _groep(groep: int, zaad: int) -> Array:
    """All valid numbers whose first three digits are `groep`, shuffled by the seed."""
    begin = (groep * _PER_GROEP + np.arange(_PER_GROEP)) * 10
    laatste = np.zeros(_PER_GROEP, np.int64)
    for plaats, gewicht in enumerate(_GEWICHTEN):
        laatste += begin // 10 ** (8 - plaats) % 10 * gewicht
    laatste %= 11
    geldig = (begin + laatste)[laatste < 10]
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence([zaad, 9, groep]))).permutation(geldig)


def bsn_reeks(eerste: int, aantal: int, zaad: int) -> Array:
    """The numbers of the persons `eerste` to `eerste + aantal` of a register; each person his own.

    Raises ValueError past the last.
    """
    delen: list[Array] = []
    voor = 0
    for groep in _GROEPEN:
        nummers = _groep(groep, zaad) if eerste < voor + _PER_GROEP and voor < eerste + aantal else None
        lengte = _aantal_in(groep) if nummers is None else len(nummers)
        if nummers is not None:
            delen.append(nummers[max(eerste - voor, 0) : max(eerste + aantal - voor, 0)])
        voor += lengte
        if voor >= eerste + aantal:
            return np.concatenate(delen)
    raise ValueError(f"there are no test numbers for person {eerste + aantal}")


@lru_cache(maxsize=len(_GROEPEN))
def _aantal_in(groep: int) -> int:
    return len(_groep(groep, 0))
