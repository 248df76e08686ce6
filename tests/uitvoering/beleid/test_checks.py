"""What the checker of policy documents finds, and that it is silent where figures hold."""

import datetime
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from meedoen.uitvoering.beleid.checks import aftrekkingen, datums, totalen, verdelingen
from meedoen.uitvoering.beleid.documents import Aftrekking, Document, Tabel, Vermelding, Waarden
from meedoen.uitvoering.beleid.reading import Plek

NOTA = Document("nota.toml", "Nota", datetime.date(2014, 9, 25), "")
PLEK = Plek("nota.toml", "tabel 1")
getallen = st.integers(-10_000, 10_000).map(Decimal)


def _tabel(
    rijen: dict[str, Waarden], sommen: dict[str, tuple[str, ...]] | None = None, *, is_verdeling: bool = False
) -> Tabel:
    perioden = tuple(str(2015 + n) for n in range(len(next(iter(rijen.values())))))
    return Tabel(
        NOTA,
        PLEK,
        "§ 1",
        "soort",
        "budget",
        "%",
        "samenwerking",
        perioden,
        rijen,
        sommen=sommen or {},
        is_verdeling=is_verdeling,
    )


@given(st.lists(st.integers(0, 100).map(Decimal), min_size=1, max_size=8))
def test_shares_are_found_exactly_when_they_do_not_come_to_a_hundred(delen: list[Decimal]) -> None:
    tabel = _tabel({f"deel-{n}": (deel,) for n, deel in enumerate(delen)}, is_verdeling=True)
    assert bool(list(verdelingen(tabel))) == (sum(delen) != 100)


@given(st.lists(getallen, min_size=1, max_size=6), st.sampled_from([0, 0, 1, -1]))
def test_a_total_is_found_exactly_when_it_is_not_the_sum_of_its_rows(delen: list[Decimal], fout: int) -> None:
    rijen: dict[str, Waarden] = {f"deel-{n}": (deel,) for n, deel in enumerate(delen)}
    tabel = _tabel(rijen | {"totaal": (sum(delen, Decimal(0)) + fout,)}, {"totaal": tuple(rijen)})
    assert bool(list(totalen(tabel))) == bool(fout)


def test_a_total_with_an_unknown_row_is_not_judged() -> None:
    tabel = _tabel({"a": (Decimal(1),), "b": (None,), "totaal": (Decimal(5),)}, {"totaal": ("a", "b")})
    assert list(totalen(tabel)) == []


def test_shares_are_only_asked_of_a_distribution() -> None:
    assert list(verdelingen(_tabel({"a": (Decimal(25),)}))) == []


@given(getallen, getallen, getallen, getallen)
def test_every_value_of_a_right_subtraction_lies_in_its_outcome(a: Decimal, b: Decimal, c: Decimal, d: Decimal) -> None:
    van, af = (min(a, b), max(a, b)), (min(c, d), max(c, d))
    laag, hoog = van[0] - af[1], van[1] - af[0]
    assert list(aftrekkingen(Aftrekking(NOTA, PLEK, "§ 1", van, af, (laag, hoog)))) == []
    (bevinding,) = aftrekkingen(Aftrekking(NOTA, PLEK, "§ 1", van, af, (laag - 2, hoog)))
    assert "gepubliceerd is" in bevinding.melding


def test_only_what_lies_after_the_date_of_the_document_is_strange() -> None:
    for dag, gevonden in ((datetime.date(2015, 6, 1), 1), (datetime.date(2014, 6, 1), 0)):
        assert len(list(datums(Vermelding(NOTA, PLEK, "voetnoot", "iets", dag)))) == gevonden
    zonder_datum = Document("nota.toml", "Nota", None, "")
    assert list(datums(Vermelding(zonder_datum, PLEK, "voetnoot", "iets", datetime.date(2030, 1, 1)))) == []


def test_numbers_in_findings_are_written_the_dutch_way() -> None:
    tabel = _tabel({"a": (Decimal("1234567.50"),), "totaal": (Decimal(0),)}, {"totaal": ("a",)})
    (bevinding,) = totalen(tabel)
    assert "1.234.567,5" in str(bevinding)
    assert str(bevinding).startswith("nota.toml, tabel 1 (§ 1): ")
