"""The few functions that table kernels share, in the plain Python that `machine.py` compiles.

Dates are ordinals (`date.toordinal`; facts hold days since 1970), persons are rows. `f` holds per person the columns
named below and then a column per fact (`arrays.Kolommen`); `lijst` holds the lists of rows to which its begins and ends
point.
"""

from typing import Any

# ruff: noqa: SIM109, SIM110 the kernel knows loops and comparisons, no generators and no tuples

PEILDATUM, VERSIE, PARTNER, LEEFTIJD, COMMERCIEEL, COMMERCIEEL_EIND, OUDERS, OUDERS_EIND = range(8)
VERORDENING, TERMVERSIE, PEILMAAND, GEBOORTEMAAND = 8, 9, 10, 11
EIGEN_RIJEN = 12
"""Columns of f before those of the facts. OUDERS is -1 where not stated, LEEFTIJD 999 where unknown: an adult.

PEILMAAND and GEBOORTEMAAND hold the `maandgetal` of the reference date and of the date of birth, 0 where not stated.
VERORDENING is the first row of the municipality in the table of open terms, TERMVERSIE the row on the reference date.
"""
EERSTE_DAG_ARROW = 719163
"""The ordinal of 1970-01-01, from which facts count their days, as Arrow does."""
GEEN = -(2**62)
"""Stands in an amount table where the law has no such amount."""
WAARDE = -(2**61)
"""The lowest value there is (`integers.GRENS`). What is below it says why there is no value."""
STATUS = -(2**62)
"""A result without a value is STATUS plus what it says, so that one comparison tells values from the rest."""
ONBEREKEND = -(2**63)
"""Stands for a result that nobody has read yet."""
SPRONG = 1 << 16
"""What it says is a code, plus SPRONG times the place in the household of the person it is about."""
NUMMER = 1 << 24
"""And plus NUMMER times the number of the row, from 1, when it is about a field of a list."""


def haal_alvast(kolommen: Any, rij: int) -> None:
    """Asks the processor for a row that will be read soon: it follows few columns by itself, and kernels read many.

    Says nothing in Python; `translation.py` knows it by name.
    """


VOORUIT = 32
"""So many rows ahead."""


def jaar_maand_dag(dag: int) -> tuple[int, int, int]:
    """Year, month and day of an ordinal: counts in years that begin in March, so that 29 February comes last.

    Divides by multiplying as far as it can, after Neri and Schneider, Euclidean affine functions (2022), fig. 12.
    """
    vierden = 4 * (dag + 305) + 3
    eeuw = vierden // 146097
    in_eeuw = (vierden - eeuw * 146097) // 4
    breuk = 2939745 * (4 * in_eeuw + 3)
    in_jaar = (breuk - breuk // 4294967296 * 4294967296) // 2939745 // 4
    telling = 2141 * in_jaar + 197913
    maand = telling // 65536
    dag_van_maand = (telling - maand * 65536) // 2141 + 1
    jaar = 100 * eeuw + breuk // 4294967296
    if in_jaar >= 306:
        return jaar + 1, maand - 12, dag_van_maand
    return jaar, maand, dag_van_maand


def ordinaal(jaar: int, maand: int, dag: int) -> int:
    """The ordinal of a date in the Gregorian calendar, or 0 when there is no such date."""
    if jaar < 1 or jaar > 9999 or maand < 1 or maand > 12 or dag < 1:
        return 0
    verschoven = jaar - 1 if maand <= 2 else jaar
    van_maart = maand - 3 if maand > 2 else maand + 9
    uitkomst = 365 * verschoven + verschoven // 4 - verschoven // 100 + verschoven // 400
    uitkomst += (153 * van_maart + 2) // 5 + dag - 306
    terug_jaar, terug_maand, terug_dag = jaar_maand_dag(uitkomst)
    return uitkomst if terug_jaar == jaar and terug_maand == maand and terug_dag == dag else 0


def maandgetal(dag: int) -> int:
    """A date as months times 32 plus the day of the month."""
    jaar, maand, dag_van_maand = jaar_maand_dag(dag)
    return (jaar * 12 + maand) * 32 + dag_van_maand


def hele_maanden(van: int, tot: int) -> int:
    """Whole months from one maandgetal to a later one."""
    maanden_van = van // 32
    maanden_tot = tot // 32
    return maanden_tot - maanden_van - (1 if tot - maanden_tot * 32 < van - maanden_van * 32 else 0)


def maanden_tussen(van: int, tot: int) -> int:
    """Whole months from one ordinal to a later one."""
    return hele_maanden(maandgetal(van), maandgetal(tot))


def jaarbegin(dag: int) -> int:
    """The ordinal of the first of January of that year."""
    jaar, _maand, _dag = jaar_maand_dag(dag)
    return ordinaal(jaar, 1, 1)


def maandbegin(dag: int) -> int:
    """The ordinal of the first day of that month."""
    _jaar, _maand, dag_van_maand = jaar_maand_dag(dag)
    return dag - dag_van_maand + 1


def maanden_erbij(dag: int, aantal: int) -> int:
    """So many months later, on the last day of a month that is too short; 0 when there is no such date."""
    jaar, maand, dag_van_maand = jaar_maand_dag(dag)
    telling = jaar * 12 + maand - 1 + aantal
    jaar = telling // 12
    maand = telling - jaar * 12 + 1
    uitkomst = ordinaal(jaar, maand, dag_van_maand)
    while uitkomst == 0 and dag_van_maand > 28:
        dag_van_maand -= 1
        uitkomst = ordinaal(jaar, maand, dag_van_maand)
    return uitkomst


def versie_op(dagen: Any, dag: int) -> int:
    """The last of the sorted days dagen that is not after `dag`; the first of dagen is before every date."""
    onder = 0
    boven = len(dagen)
    while boven - onder > 1:
        midden = (onder + boven) // 2
        if dagen[midden] <= dag:
            onder = midden
        else:
            boven = midden
    return onder


def termversie_op(termdagen: Any, begin: int, dag: int) -> int:
    """The last row of a municipality that counts from `dag` or before; its last row counts after every day."""
    rij = begin
    while termdagen[rij + 1] <= dag:
        rij += 1
    return rij


def staat_in(lijst: Any, begin: int, eind: int, wie: int) -> bool:
    """Whether a row stands in the list lijst[begin:eind]."""
    for plaats in range(begin, eind):
        if lijst[plaats] == wie:
            return True
    return False


def is_enig_gezin(f: Any, ik: int, begin: int, eind: int) -> bool:
    """Whether I, or I and my partner, are the only adults in the dwelling."""
    partner = f[ik, PARTNER]
    if f[ik, LEEFTIJD] < 18 and (partner < 0 or f[partner, LEEFTIJD] < 18):
        return False
    for wie in range(begin, eind):
        if wie != ik and wie != partner and f[wie, LEEFTIJD] >= 18:
            return False
    return True


def kind_van(f: Any, lijst: Any, ik: int, wie: int, enig_gezin: bool) -> int:
    """1 when `wie` is a minor child of me or my partner, 0 when not, -1 when the parents are unknown."""
    partner = f[ik, PARTNER]
    if wie == ik or wie == partner or f[wie, PARTNER] >= 0 or f[wie, LEEFTIJD] >= 18:
        return 0
    if f[wie, OUDERS] < 0:
        return 1 if enig_gezin else -1
    if staat_in(lijst, f[wie, OUDERS], f[wie, OUDERS_EIND], ik):
        return 1
    return 1 if partner >= 0 and staat_in(lijst, f[wie, OUDERS], f[wie, OUDERS_EIND], partner) else 0
