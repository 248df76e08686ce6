"""Terms of administrative law: until when a decision must be there, and until when one can object to it.

Algemene wet bestuursrecht 4:13, 4:15, 6:7, 6:8, 6:9 and 7:10, read in the texts of 2016-07-01 and 2026-01-01 (they say
the same about these terms), and Algemene termijnenwet 1 and 3, in the text of 2010-10-10. Days that the Koning puts on
a par with public holidays (Algemene termijnenwet 3 lid 3) are not known here and are not counted.

The term of a request about personal data is that of AVG 12 lid 3 (UAVG 34), counted to the same day of the month. That
a European term ends later when its last day is a day off (Verordening 1182/71 artikel 3 lid 4) is not used.
"""

from collections.abc import Iterable
from datetime import date, timedelta

BESLISTERMIJN = timedelta(weeks=8)
"""Awb 4:13 lid 2: the reasonable term, where no other law sets one, has passed after eight weeks."""
BEZWAARTERMIJN = timedelta(weeks=6)
"""Awb 6:7."""
BESLISTERMIJN_BEZWAAR = timedelta(weeks=6)
BESLISTERMIJN_BEZWAAR_COMMISSIE = timedelta(weeks=12)
"""Awb 7:10 lid 1: without, and with an advisory committee (7:13)."""
MEESTE_WEKEN_VERDAAGD = 6
"""Awb 7:10 lid 3."""
POST_ONDERWEG = timedelta(weeks=1)
"""Awb 6:9 lid 2: what was posted in time may arrive a week later."""
MAANDEN_VERZOEK = 1
MAANDEN_VERZOEK_VERLENGD = 2
"""AVG 12 lid 3: a month, and two more when needed."""
EEN_DAG = timedelta(days=1)
_VAN_PASEN = {-2, 1, 39, 50}
"""Goede Vrijdag, second Easter day, Hemelvaartsdag, second day of Pinksteren: days from Easter."""


def pasen(jaar: int) -> date:
    """Easter Sunday of a year in the Gregorian calendar (the anonymous algorithm)."""
    a, b, c = jaar % 19, jaar // 100, jaar % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    maand, dag = divmod(h + m - 7 * n + 114, 31)
    return date(jaar, maand, dag + 1)


def koningsdag(jaar: int) -> date:
    """The day on which the birthday of the Koning is celebrated: 27 April, or 26 April when that is a Sunday."""
    dag = date(jaar, 4, 27)
    return dag - EEN_DAG if dag.weekday() == 6 else dag


def is_werkdag(dag: date) -> bool:
    """No Saturday, Sunday or public holiday (Algemene termijnenwet 3)."""
    vast = {(1, 1), (5, 5), (12, 25), (12, 26)}
    if dag.weekday() >= 5 or (dag.month, dag.day) in vast or dag == koningsdag(dag.year):
        return False
    return (dag - pasen(dag.year)).days not in _VAN_PASEN


def laatste_dag(dag: date) -> date:
    """The day on which a term ends that would end on `dag`: no term ends on a day off (Algemene termijnenwet 1)."""
    while not is_werkdag(dag):
        dag += EEN_DAG
    return dag


def uiterste_beslisdatum(ontvangen_op: date, opgeschort: Iterable[tuple[date, date]] = ()) -> date:
    """The last day to decide on an application (Awb 4:13 lid 2), with the periods in which the term stood still.

    A period runs from the day after the invitation to complete the application until the day on which it was
    completed, or on which the time for it had passed (Awb 4:15): `vanaf` inclusive, `tot` exclusive. Days that two
    periods share count once.
    """
    stil = {vanaf + EEN_DAG * n for vanaf, tot in opgeschort for n in range((tot - vanaf).days)}
    return laatste_dag(ontvangen_op + BESLISTERMIJN + EEN_DAG * len(stil))


def laatste_dag_bezwaar(bekendgemaakt_op: date) -> date:
    """The last day to object: six weeks, from the day after the decision was made known (Awb 6:7, 6:8 lid 1)."""
    return laatste_dag(bekendgemaakt_op + BEZWAARTERMIJN)


def is_tijdig_bezwaar(bekendgemaakt_op: date, ontvangen_op: date, verzonden_op: date | None = None) -> bool:
    """Was the objection in time: received in the term, or posted in it and received within a week after (Awb 6:9)?"""
    einde = laatste_dag_bezwaar(bekendgemaakt_op)
    if verzonden_op is not None and verzonden_op <= einde:
        return ontvangen_op <= einde + POST_ONDERWEG
    return ontvangen_op <= einde


def uiterste_beslisdatum_bezwaar(bekendgemaakt_op: date, *, met_commissie: bool, weken_verdaagd: int = 0) -> date:
    """The last day to decide on an objection: six or twelve weeks from the day after the term to object (Awb 7:10)."""
    if not 0 <= weken_verdaagd <= MEESTE_WEKEN_VERDAAGD:
        raise ValueError(
            f"Awb 7:10 lid 3: a decision can be put off {MEESTE_WEKEN_VERDAAGD} weeks, not {weken_verdaagd}."
        )
    termijn = BESLISTERMIJN_BEZWAAR_COMMISSIE if met_commissie else BESLISTERMIJN_BEZWAAR
    return laatste_dag(laatste_dag_bezwaar(bekendgemaakt_op) + termijn + timedelta(weeks=weken_verdaagd))


def uiterste_datum_verzoek(ontvangen_op: date, *, is_verlengd: bool = False) -> date:
    """The last day to answer a request about personal data: a month after it came in, three when it was extended; in a
    shorter month its last day (AVG 12 lid 3).
    """
    maanden = MAANDEN_VERZOEK + (MAANDEN_VERZOEK_VERLENGD if is_verlengd else 0)
    jaar, maand = divmod(ontvangen_op.year * 12 + ontvangen_op.month - 1 + maanden, 12)
    laatste = (date(jaar + (maand == 11), (maand + 1) % 12 + 1, 1) - EEN_DAG).day
    return date(jaar, maand + 1, min(ontvangen_op.day, laatste))
