"""From register to amount: the household of a dossier is the case that the rules answer."""

from decimal import Decimal
from fractions import Fraction

import pytest

from meedoen.uitvoering.dossiers.calculation import bereken_dossier
from meedoen.uitvoering.dossiers.explanation import leg_uit
from tests.uitvoering import register
from tests.uitvoering.dossiers.household import feit, relatie, woont
from tests.uitvoering.register import dag

pytestmark = pytest.mark.django_db
OP = dag("2026-01-01")


@pytest.fixture(autouse=True)
def _gemeenten() -> None:
    register.gemeenten()


def waarde(berekening: object, nummer: str, naam: str) -> object:
    return berekening.uitkomsten[naam].waarden[nummer][naam]  # type: ignore[attr-defined]


def test_a_single_person_has_the_norm_of_article_21_and_is_paid_95_percent() -> None:
    ik = woont(register.persoon())
    feit(ik, "inkomen_per_maand", "0")
    feit(ik, "vermogen", "0")
    berekening = bereken_dossier(ik, OP)
    assert waarde(berekening, ik.nummer, "norm_per_maand") == Fraction("1401.50")
    assert waarde(berekening, ik.nummer, "uitbetaling_per_maand") == Fraction("1331.43")
    assert berekening.vragen == []


def test_a_housemate_of_27_lowers_the_norm_and_a_commercial_tenant_does_not() -> None:
    ik = woont(register.persoon())
    ander = woont(register.persoon())
    assert waarde(bereken_dossier(ik, OP), ik.nummer, "norm_per_maand") == Fraction("1001.07")
    relatie(ander, ik, "commercieel")
    assert waarde(bereken_dossier(ik, OP), ik.nummer, "norm_per_maand") == Fraction("1401.50")


def test_a_missing_fact_is_asked_of_the_person_and_the_partner_only_and_the_next_when_it_matters() -> None:
    ik, partner, huisgenoot = (woont(register.persoon()) for _ in range(3))
    relatie(ik, partner, "partner")
    gevraagd = {(vraag.persoon, vraag.feit) for vraag in bereken_dossier(ik, OP).vragen}
    assert gevraagd == {(ik.nummer, "inkomen_per_maand"), (partner.nummer, "inkomen_per_maand")}
    for wie in (ik, partner):
        feit(wie, "inkomen_per_maand", "0")
    gevraagd = {(vraag.persoon, vraag.feit) for vraag in bereken_dossier(ik, OP).vragen}
    assert gevraagd == {(ik.nummer, "vermogen"), (partner.nummer, "vermogen")}
    assert huisgenoot.nummer not in {wie for wie, _ in gevraagd}


def test_parents_in_the_register_decide_whose_child_a_minor_is() -> None:
    moeder, vader = (woont(register.persoon(geboortedatum=dag("2006-01-01"))) for _ in range(2))
    kind = woont(register.persoon(geboortedatum=dag("2024-01-01")), vanaf="2024-01-01")
    relatie(moeder, vader, "partner")
    relatie(moeder, kind, "ouder", "2024-01-01")
    norm = [waarde(bereken_dossier(moeder, OP), wie.nummer, "norm_per_maand") for wie in (moeder, vader)]
    assert sum(norm) == Fraction("1092.41")  # type: ignore[arg-type]


def test_the_subsidy_follows_from_the_placement() -> None:
    ik = woont(register.persoon())
    register.plaatsing(
        ik,
        register.werkgever(),
        "garantiebaan",
        "2026-01-01",
        heeft_loonkostensubsidie=True,
        loonwaarde_percentage=Decimal(50),
        uren_per_week=Decimal(36),
    )
    # 2.294,40 x 1,08 x 50% = 1.238,976 and 23,5% of it = 291,159
    assert waarde(bereken_dossier(ik, OP), ik.nummer, "loonkostensubsidie_per_maand") == Fraction("1530.14")
    assert "loonkostensubsidie_per_maand" not in bereken_dossier(ik, dag("2025-12-31")).uitkomsten


def test_outside_the_known_law_the_dossier_says_which_dates_are_known() -> None:
    ik = woont(register.persoon())
    berekening = bereken_dossier(ik, dag("2014-12-31"))
    assert berekening.uitkomsten == {}
    assert any("2015-01-01" in fout or "1 januari 2015" in fout for fout in berekening.fouten)


def test_the_explanation_names_rule_article_inputs_amounts_and_sources() -> None:
    ik, partner = woont(register.persoon()), woont(register.persoon())
    relatie(ik, partner, "partner")
    norm = next(deel for deel in leg_uit(bereken_dossier(ik, OP)) if deel.sleutel == "norm_per_maand")
    assert norm.delen[0].stappen[0].uitkomst in {"€ 1.001,07", "€ 1.001,06"}
    assert all(stap.artikel and stap.tekst for stap in norm.delen[0].stappen)
    bedragen = [regel for stap in norm.delen[0].stappen for regel in stap.invoer if regel.naam == "norm gehuwden"]
    assert bedragen and all("Participatiewet 21" in regel.herkomst for regel in bedragen)
    assert bedragen[0].waarde == "€ 2.002,13"
