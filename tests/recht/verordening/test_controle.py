"""The checker of a municipality's file: every fault at once, each on its line, and nothing that breaks it."""

import tomllib
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meedoen.recht import bereken, lees_geval
from meedoen.recht.engine.decisions import lees_verordening
from meedoen.recht.verordening.controle import controleer

VOORBEELDEN = sorted((Path(__file__).parents[3] / "voorbeelden/drentsche-aa/verordeningen").glob("*.toml"))
GOED = """gemeente = "Voorbeeldstad"

[[besluit]]
verordening = "inkomenstoeslag"
naam = "Verordening individuele inkomenstoeslag"
besloten_op = 2014-11-20
bron = "raadsbesluit 1"
vanaf = 2015-01-01
[besluit.waarden]
inkomenstoeslag_referteperiode = 36
inkomenstoeslag_inkomensgrens = 110
inkomenstoeslag_inkomenstoets = "elke maand"
inkomenstoeslag_alleenstaande = 400
inkomenstoeslag_alleenstaande_ouder = 500
inkomenstoeslag_gehuwden = 600
"""
STUDIE = """
[[besluit]]
verordening = "studietoeslag"
naam = "Verordening studietoeslag"
besloten_op = {besloten}
bron = "raadsbesluit 2"
vanaf = {vanaf}
{tot}
[besluit.waarden]
individuele_studietoeslag_volgens_verordening = 100
"""


def fouten(tekst: str) -> list[str]:
    return [str(bevinding) for bevinding in controleer(tekst).fouten]


def waarschuwingen(tekst: str) -> list[str]:
    return [str(bevinding) for bevinding in controleer(tekst).bevindingen if not bevinding.is_fout]


def regel_van(tekst: str, deel: str) -> int:
    return next(nummer for nummer, regel in enumerate(tekst.splitlines(), 1) if deel in regel)


@pytest.mark.parametrize("pad", VOORBEELDEN, ids=lambda pad: pad.stem)
def test_the_files_of_the_demo_have_no_fault_and_say_what_is_made_up(pad: Path) -> None:
    tekst = pad.read_text("utf-8")
    assert [str(bevinding) for bevinding in controleer(tekst).bevindingen] == []
    assert tekst.startswith("# VOORBEELDWAARDEN")
    bronnen = [besluit["bron"] for besluit in tomllib.loads(tekst)["besluit"]]
    assert all("verzonnen" in bron or bron.startswith("Kadernota") for bron in bronnen)


def test_a_good_file_becomes_what_lees_verordening_makes_of_it() -> None:
    controle = controleer(GOED)
    assert controle.bevindingen == () and controle.verordening is not None
    assert controle.verordening.besluiten == lees_verordening(tomllib.loads(GOED)).besluiten


@pytest.mark.parametrize(
    ("was", "wordt", "zin"),
    [
        ("periode = 36", "periode = 360", "360 kan niet; verwacht wordt een getal van 1 tot en met 120"),
        ("periode = 36", 'periode = "drie jaar"', "'drie jaar' kan niet"),
        ('"elke maand"', '"altijd"', "een van: gemiddelde over de periode, elke maand"),
        ("_gehuwden = 600", "_gehuwde = 600", "Bedoelt u inkomenstoeslag_gehuwden?"),
        ('verordening = "inkomenstoeslag"', 'verordening = "inkomstentoeslag"', "Bedoelt u inkomenstoeslag?"),
        ("vanaf = 2015-01-01", "vanaf = 2015-13-01", "Dit is geen TOML"),
        ("vanaf = 2015-01-01", 'vanaf = "ooit"', "verwacht wordt een bestaande datum"),
        ("vanaf = 2015-01-01", "vanaf = 2015-01-01\ntot = 2014-01-01", "een datum na 2015-01-01"),
        ("bron =", "bronn =", "Bedoelt u bron?"),
        ('bron = "raadsbesluit 1"', 'bron = ""', "bron is leeg"),
        ('gemeente = "Voorbeeldstad"', "", "Zeg van welke gemeente dit is"),
    ],
)
def test_a_fault_names_its_line_and_what_to_do(was: str, wordt: str, zin: str) -> None:
    tekst = GOED.replace(was, wordt)
    gevonden = [bevinding for bevinding in controleer(tekst).fouten if zin in str(bevinding)]
    assert gevonden, fouten(tekst)
    if wordt and "ontbreekt" not in zin:
        assert gevonden[0].regel == regel_van(tekst, wordt.splitlines()[-1])
    assert controleer(tekst).verordening is None


def test_all_faults_come_at_once_in_order_of_lines() -> None:
    tekst = GOED.replace("= 36", "= 0").replace("= 110", "= 0").replace("= 400", "= -1")
    regels = [bevinding.regel for bevinding in controleer(tekst).fouten]
    assert regels == sorted(regels) and len(regels) == 3


def test_a_term_of_another_ordinance_is_sent_there() -> None:
    tekst = GOED + "individuele_studietoeslag_volgens_verordening = 100\n"
    assert "hoort bij de verordening studietoeslag, niet bij inkomenstoeslag" in fouten(tekst)[0]


def test_a_decision_after_it_takes_effect_is_a_warning_only() -> None:
    tekst = GOED.replace("2014-11-20", "2015-03-01")
    assert fouten(tekst) == [] and "het werkt terug" in waarschuwingen(tekst)[0]
    assert controleer(tekst).verordening is not None


def test_a_term_that_the_law_no_longer_has_is_refused_and_one_that_lapses_is_told() -> None:
    te_laat = GOED + STUDIE.format(besloten="2022-04-01", vanaf="2022-04-01", tot="")
    assert "De wet kent deze term sinds 2022-04-01 niet meer" in fouten(te_laat)[0]
    open_eind = GOED + STUDIE.format(besloten="2014-11-20", vanaf="2015-01-01", tot="")
    assert fouten(open_eind) == [] and "zet tot = 2022-04-01" in waarschuwingen(open_eind)[0]
    netjes = GOED + STUDIE.format(besloten="2014-11-20", vanaf="2015-01-01", tot="tot = 2022-04-01")
    assert controleer(netjes).bevindingen == ()


def test_a_term_that_the_law_does_not_have_yet() -> None:
    te_vroeg = GOED + STUDIE.format(besloten="2014-01-01", vanaf="2014-02-01", tot="tot = 2014-12-31")
    assert "De wet kent deze term pas sinds 2015-01-01" in fouten(te_vroeg)[0]
    deels = GOED + STUDIE.format(besloten="2014-01-01", vanaf="2014-02-01", tot="tot = 2022-04-01")
    assert fouten(deels) == [] and "voor die dag telt de waarde niet" in waarschuwingen(deels)[0]


def tweede(vanaf: str, waarde: str = "120") -> str:
    return f"""
[[besluit]]
verordening = "inkomenstoeslag"
naam = "Tweede verordening"
besloten_op = 2014-12-01
bron = "raadsbesluit 3"
vanaf = {vanaf}
[besluit.waarden]
inkomenstoeslag_inkomensgrens = {waarde}
"""


def test_a_later_decision_ends_one_without_end() -> None:
    assert controleer(GOED + tweede("2018-01-01")).bevindingen == ()


def test_decisions_that_overlap_or_begin_together_are_refused() -> None:
    met_eind = GOED.replace("vanaf = 2015-01-01", "vanaf = 2015-01-01\ntot = 2019-01-01")
    assert (
        "Overlapt met het besluit dat geldt van 2015-01-01 tot 2019-01-01" in fouten(met_eind + tweede("2018-01-01"))[0]
    )
    samen = fouten(GOED + tweede("2015-01-01"))
    assert "Twee besluiten geven deze term een waarde vanaf 2015-01-01" in samen[0]


def test_days_without_a_value_of_a_term_that_must_be_filled_are_refused() -> None:
    tekst = GOED.replace("vanaf = 2015-01-01", "vanaf = 2015-01-01\ntot = 2018-01-01") + tweede("2018-01-02")
    (fout,) = fouten(tekst)
    assert "Van 2018-01-01 tot en met 2018-01-01 is er geen waarde" in fout
    assert controleer(tekst).fouten[0].regel == regel_van(tekst, "inkomensgrens = 120")


def test_values_in_one_line_are_found_too() -> None:
    kop, _, waarden = GOED.partition("[besluit.waarden]\n")
    ingekort = ", ".join(waarden.strip().splitlines()).replace("= 36", "= 360")
    tekst = f"{kop}waarden = {{ {ingekort} }}\n"
    assert [bevinding.regel for bevinding in controleer(tekst).fouten] == [regel_van(tekst, "waarden = ")]
    met_punten = kop + "".join(f"waarden.{regel}\n" for regel in waarden.strip().splitlines()).replace("= 36", "= 360")
    assert [b.regel for b in controleer(met_punten).fouten] == [regel_van(met_punten, "periode = 360")]


def test_an_ordinance_without_terms_needs_no_values() -> None:
    tekst = GOED + tweede("2015-01-01").replace("inkomenstoeslag", "misbruik").split("[besluit.waarden]")[0]
    assert controleer(tekst).bevindingen == ()
    zonder = GOED.split("[besluit.waarden]")[0]
    assert "Dit besluit vult geen enkele term in" in fouten(zonder)[0]


def test_a_file_for_a_case_is_no_file_of_a_municipality() -> None:
    tekst = GOED.replace('stad"\n', 'stad"\nwaarden = { inkomenstoeslag_gehuwden = 1 }\n', 1)
    assert "Waarden horen bij een besluit" in fouten(tekst)[0]


ROMMEL = ["", "x", "gemeente = 3", "besluit = 5", "[[besluit]]", "[besluit]\nx = 1", "\0", "a = [", "x=" + "[" * 5000]
ROMMEL += ["besluit = [1]", "[[besluit]]\nwaarden = 3", "[[besluit]]\nvanaf = 0001-01-01", f"x = {'9' * 6000}"]


@pytest.mark.parametrize("tekst", ROMMEL)
def test_rubbish_is_told_never_raised(tekst: str) -> None:
    controle = controleer(tekst)
    assert controle.fouten and controle.verordening is None


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_no_change_of_a_file_breaks_the_checker(data: st.DataObject) -> None:
    regels = (GOED + tweede("2018-01-01")).splitlines()
    for _ in range(data.draw(st.integers(1, 3))):
        nummer = data.draw(st.integers(0, len(regels) - 1))
        regels[nummer] = data.draw(st.sampled_from(["", "tot = 2016-01-01", "x = 1", "[besluit.waarden]", regels[0]]))
    controle = controleer("\n".join(regels))
    assert (controle.verordening is None) == bool(controle.fouten)
    assert all(0 < bevinding.regel <= len(regels) for bevinding in controle.bevindingen)


def test_the_checked_decisions_answer_for_a_day() -> None:
    verordening = controleer(GOED + tweede("2018-01-01")).verordening
    assert verordening is not None
    eerst, later = (verordening.op("inkomenstoeslag_inkomensgrens", date(jaar, 6, 1)) for jaar in (2017, 2018))
    assert eerst is not None and later is not None
    assert (float(eerst.waarde or 0), float(later.waarde or 0)) == (1.1, 1.2)


@pytest.mark.parametrize(("dag", "bedrag"), [("2019-12-31", 400), ("2020-01-01", 444), ("2023-12-31", 444)])
def test_a_case_is_answered_by_the_decision_of_its_day(dag: str, bedrag: int) -> None:
    tekst = GOED.replace("periode = 36", "periode = 1") + tweede(
        "2020-01-01", "120\ninkomenstoeslag_alleenstaande = 444"
    )
    opgave = {
        "peildatum": dag,
        "gevraagd": ["individuele_inkomenstoeslag"],
        "persoon": [
            {
                "id": "a",
                "geboortedatum": "1980-01-01",
                "vermogen": 0,
                "uitzicht_op_inkomensverbetering": {"antwoord": False, "door": "M. Voorbeeld"},
                "inkomensmaanden": [
                    {"maand": maand, "inkomen": 900, "norm": 1000}
                    for maand in ("2019-11-01", "2019-12-01", "2023-11-01")
                ],
            }
        ],
    }
    uitkomst = bereken(lees_geval(opgave), verordening=controleer(tekst).verordening)
    assert uitkomst.waarden["a"]["individuele_inkomenstoeslag"] == bedrag
    assert any("Tweede verordening" in str(invoer) for stap in uitkomst.spoor for invoer in stap.invoer) is (
        bedrag == 444
    )


def test_a_decision_that_ended_does_not_bring_back_the_one_before_it() -> None:
    eerst = {"vanaf": date(2015, 1, 1), "waarden": {"inkomenstoeslag_inkomensgrens": 110}}
    toen = {"vanaf": date(2020, 1, 1), "tot": date(2021, 1, 1), "waarden": {"inkomenstoeslag_inkomensgrens": 120}}
    besluiten = [{"verordening": "inkomenstoeslag"} | deel for deel in (eerst, toen)]
    verordening = lees_verordening({"gemeente": "Voorbeeldstad", "besluit": besluiten})
    waarden = [verordening.op("inkomenstoeslag_inkomensgrens", date(jaar, 6, 1)) for jaar in (2019, 2020, 2022)]
    assert [None if waarde is None else waarde.waarde for waarde in waarden] == [Fraction(11, 10), Fraction(6, 5), None]


@pytest.mark.parametrize("leeg", ["", "   ", "\\t"])
@pytest.mark.parametrize(
    ("veld", "zin"),
    [
        (
            'gemeente = "Voorbeeldstad"',
            'regel 1: gemeente: gemeente is leeg. Zeg van welke gemeente dit is: gemeente = "Assen".',
        ),
        ('bron = "raadsbesluit 1"', "regel 7: besluit 1: bron is leeg; zo is het besluit niet na te slaan."),
        (
            'naam = "Verordening individuele inkomenstoeslag"',
            "regel 5: besluit 1: naam is leeg; zo is het besluit niet na te slaan.",
        ),
    ],
)
def test_a_field_with_nothing_but_spaces_is_refused_as_empty(veld: str, zin: str, leeg: str) -> None:
    assert fouten(GOED.replace(veld, f'{veld.split(" = ")[0]} = "{leeg}"')) == [zin]


def test_a_field_that_is_not_there_is_called_missing() -> None:
    assert fouten(GOED.replace('bron = "raadsbesluit 1"\n', ""))[0].endswith(
        "bron ontbreekt; zo is het besluit niet na te slaan."
    )
    assert fouten(GOED.replace('gemeente = "Voorbeeldstad"\n', "")) == [
        'regel 1: gemeente: gemeente ontbreekt. Zeg van welke gemeente dit is: gemeente = "Assen".'
    ]


def test_a_number_with_a_comma_says_how_to_write_it() -> None:
    assert "Schrijf 400.50: een punt" in fouten(GOED.replace("alleenstaande = 400", 'alleenstaande = "400,50"'))[0]
