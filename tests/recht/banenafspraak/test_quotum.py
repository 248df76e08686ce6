"""What must hold for every employer: the quotum shortage and the levy."""

from datetime import date
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from meedoen.recht import bereken, lees_geval

UITKOMSTEN = ["quotumtekort", "berekende_quotumheffing_per_jaar", "quotumheffing_per_jaar", "percentage_quotum"]


@settings(max_examples=150)
@given(
    st.dates(date(2015, 1, 1), date(2026, 12, 31)),
    st.sampled_from(["markt", "overheid"]),
    st.integers(0, 5_000_000),
    st.integers(0, 500_000),
    st.integers(0, 1000),
)
def test_the_shortage_is_never_negative_has_one_decimal_and_no_levy_is_owed_up_to_now(
    dag: date, sector: str, uren: int, van_arbeidsbeperkten: int, honderdsten: int
) -> None:
    werkgever = {
        "id": "a",
        "sector": sector,
        "verloonde_uren_dit_jaar": uren,
        "verloonde_uren_vorig_jaar": uren,
        "vastgesteld_quotumpercentage": f"{honderdsten / 100:.2f}",
        "arbeidsbeperkten": [{"verloonde_uren": van_arbeidsbeperkten}],
    }
    gekregen = bereken(lees_geval({"peildatum": dag, "gevraagd": UITKOMSTEN, "werkgever": [werkgever]})).waarden["a"]
    tekort, berekend, verschuldigd, procent = (Fraction(str(gekregen[naam])) for naam in UITKOMSTEN)
    exact = max(Fraction(0), (uren * procent - van_arbeidsbeperkten) / 1331)
    assert 0 <= tekort <= exact < tekort + Fraction(1, 10)
    assert (10 * tekort).denominator == 1
    assert berekend == 5000 * tekort and verschuldigd == 0
