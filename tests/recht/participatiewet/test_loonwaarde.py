"""What must hold for every loonwaarde from tasks."""

from datetime import date
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from meedoen.recht import bereken, lees_geval

PROCENTEN = st.integers(0, 100)


def waarde(dag: date, naam: str, feiten: dict[str, Any]) -> Fraction:
    persoon = {"id": "a", **feiten}
    gekregen = bereken(lees_geval({"peildatum": dag, "gevraagd": [naam], "persoon": [persoon]})).waarden["a"][naam]
    return Fraction(gekregen)  # type: ignore[arg-type]


@st.composite
def hoofdtaken(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Two to five hoofdtaken of at least a tenth each, together all of the time."""
    aantal = draw(st.integers(2, 5))
    aandelen = [draw(st.integers(10, 20)) for _ in range(aantal - 1)]
    aandelen.append(100 - sum(aandelen))
    velden = ("tempo", "kwaliteit", "netto_werktijd")
    return [{"aandeel": deel, "uren_per_werkdag": 1} | {veld: draw(PROCENTEN) for veld in velden} for deel in aandelen]


@settings(max_examples=100)
@given(st.dates(date(2021, 7, 1), date(2026, 12, 31)), hoofdtaken())
def test_the_loonwaarde_is_a_whole_percent_within_half_a_percent_of_the_weighted_sum(
    dag: date, taken: list[dict[str, Any]]
) -> None:
    gekregen = 100 * waarde(dag, "loonwaarde_uit_taken", {"hoofdtaken_loonwaarde": taken})
    som = sum(Fraction(t["aandeel"] * t["tempo"] * t["kwaliteit"] * t["netto_werktijd"], 100**3) for t in taken)
    assert gekregen.denominator == 1 and 0 <= gekregen <= 100
    assert -Fraction(1, 2) < gekregen - som <= Fraction(1, 2)
