"""What must hold for every measure, however the council filled in its ordinance."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from meedoen.recht import Uitkomst, bereken, lees_geval

DAG = date(2026, 3, 1)
MAANDEN = [f"verlaging_maand_{nummer}_per_maand" for nummer in (1, 2, 3)]
DELEN = [f"percentage_verlaging_maand_{nummer}" for nummer in (1, 2, 3)]
LEDEN = ("lid 5", "lid 6", "lid 7", "lid 8")
GRONDEN = {
    "maatregel_tijdstip_toegepast": "dag van het besluit",
    "maatregel_na_lid_8": "opnieuw lid 8",
    "maatregel_verrekening_voorwaarde": "altijd",
}


def oordeel(antwoord: Any) -> dict[str, Any]:
    return {"antwoord": antwoord, "door": "M. Voorbeeld", "op": DAG, "motivering": "gewogen"}


def maatregel(gevraagd: list[str], waarden: dict[str, Any], **feiten: Any) -> dict[str, Any]:
    persoon = {
        "id": "a",
        "geboortedatum": date(1985, 5, 5),
        "gedraging": "voorziening gebruiken",
        "gemeld_op": date(2014, 6, 1),
        "was_ontheven_bij_overtreding": False,
        "vermogen": 0,
        "elke_verwijtbaarheid_ontbreekt": oordeel(False),
        "dringende_redenen_om_maatregel_af_te_stemmen": oordeel(False),
    }
    opgave = {"peildatum": DAG, "gevraagd": gevraagd, "persoon": [persoon | feiten]}
    uitkomst: Uitkomst = bereken(lees_geval(opgave | {"verordening": {"waarden": GRONDEN | waarden}}))
    return dict(uitkomst.waarden["a"])


@st.composite
def verordeningen(draw: st.DrawFn) -> dict[str, Any]:
    eerste = draw(st.integers(1, 2))
    return {
        "maatregel_eerste_duur": eerste,
        "maatregel_tweede_duur": draw(st.integers(eerste + 1, 3)),
        "maatregel_verrekening": draw(st.sampled_from(["niet", "gelijke delen", "eigen deel in de eerste maand"])),
        "maatregel_verrekening_maanden": draw(st.integers(eerste, 3).filter(lambda aantal: aantal > 1)),
        "maatregel_deel_eerste_maand": f"{draw(st.integers(3334, 10000)) / 100:.2f}",
    }


@settings(max_examples=150, deadline=None)
@given(verordeningen(), st.integers(0, 150_000), st.one_of(st.none(), st.integers(5, 7)), st.integers(0, 100))
def test_the_parts_add_up_to_the_whole_and_no_month_loses_more_than_there_is(
    waarden: dict[str, Any], cent: int, lid: int | None, afgestemd: int
) -> None:
    eerder = [] if lid is None else [{"artikellid": lid, "besluit_op": DAG - timedelta(days=30)}]
    gevraagd = ["algemene_bijstand_per_maand", "som_van_verlagingen_per_maand", "aantal_maanden_maatregel"]
    gekregen = maatregel(
        [*gevraagd, *MAANDEN, *DELEN],
        waarden,
        inkomen_per_maand=f"{cent // 100}.{cent % 100:02d}",
        eerdere_maatregelen=[{**rij, "bekendgemaakt_op": DAG, "verlaging_vanaf": DAG} for rij in eerder],
        dringende_redenen_om_maatregel_af_te_stemmen=oordeel(afgestemd < 100),
        deel_van_verlaging_na_afstemming=oordeel(afgestemd),
    )
    bijstand, som, duur = (gekregen[naam] for naam in gevraagd)
    bedragen, delen = [gekregen[naam] for naam in MAANDEN], [gekregen[naam] for naam in DELEN]
    assert all(0 <= deel <= 1 for deel in delen)
    assert all(0 <= bedrag <= bijstand for bedrag in bedragen)
    assert sum(bedragen) == som
    assert sum(delen) == duur * Fraction(afgestemd, 100)
    assert 3 * bedragen[0] >= som, "the first month bears at least a third"
    if lid is not None or waarden["maatregel_verrekening"] == "niet":
        assert delen == [Fraction(afgestemd, 100) if maand < duur else 0 for maand in range(3)]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(5, 8), st.integers(-400, 30)), max_size=5), st.integers(0, 30))
def test_the_ladder_never_goes_down_within_twelve_months(eerdere: list[tuple[int, int]], later: int) -> None:
    lijst = [{"artikellid": lid, "besluit_op": DAG + timedelta(days=dagen)} for lid, dagen in eerdere]
    rijen = [{**rij, "bekendgemaakt_op": DAG, "verlaging_vanaf": DAG} for rij in lijst]
    dag = DAG + timedelta(days=later)

    def trede(rijen: list[dict[str, Any]]) -> int:
        gekregen = maatregel(["maatregel_lid"], {}, eerdere_maatregelen=rijen, overtreding_op=dag)
        return LEDEN.index(gekregen["maatregel_lid"])

    binnen = [rij["artikellid"] for rij in lijst if date(dag.year - 1, dag.month, dag.day) < rij["besluit_op"] <= dag]
    assert trede(rijen) == min(3, max([lid - 4 for lid in binnen], default=0))
    toegepast = {"artikellid": 5 + trede(rijen), "besluit_op": dag, "bekendgemaakt_op": dag, "verlaging_vanaf": dag}
    assert trede([*rijen, toegepast]) >= trede(rijen)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 3_000_000), st.integers(0, 3_000_000), st.sampled_from([2016, 2018, 2025]))
def test_a_boete_rises_with_blame_and_damage_and_stays_under_its_ceilings(een: int, ander: int, jaar: int) -> None:
    assume(een <= ander)
    graden = ["verminderde verwijtbaarheid", "gewone verwijtbaarheid", "grove schuld", "opzet"]

    def boete(cent: int, graad: str) -> tuple[Fraction, Fraction]:
        persoon = {
            "id": "a",
            "gedraging": "inlichtingen geven",
            "benadelingsbedrag": f"{cent // 100}.{cent % 100:02d}",
            "verwijtbaarheid": oordeel(graad),
        }
        gevraagd = ["boete_als_uitgangspunt", "hoogste_boete"]
        opgave = {"peildatum": date(jaar, 3, 1), "gevraagd": gevraagd, "persoon": [persoon]}
        gekregen = bereken(lees_geval(opgave)).waarden["a"]
        return Fraction(gekregen[gevraagd[0]]), Fraction(gekregen[gevraagd[1]])  # type: ignore[arg-type]

    laag, hoog = [boete(een, graad) for graad in graden], [boete(ander, graad) for graad in graden]
    assert [bedrag for bedrag, _ in hoog] == sorted(bedrag for bedrag, _ in hoog)
    assert all(0 <= bedrag <= plafond for bedrag, plafond in laag + hoog)
    if een > 0 and jaar >= 2017:
        assert all(minder <= meer for (minder, _), (meer, _) in zip(laag, hoog, strict=True))
        assert all(bedrag <= Fraction(ander, 100) for bedrag, _ in hoog)
