"""The council's list: what it must have on a day, make, change and withdraw, and what a municipality's file lacks."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from meedoen.recht import DatumOnbekend, laad_recht
from meedoen.recht.engine.terms import Verordening
from meedoen.recht.verordening.controle import controleer
from meedoen.recht.verordening.lijst import Raadslijst, als_json, laad_voorschriften, lees_voorschriften, raadslijst

KOP = """gemeente = "Voorbeeldstad"
[[besluit]]
verordening = "studietoeslag"
naam = "Verordening studietoeslag"
besloten_op = 2014-11-20
bron = "raadsbesluit 1"
vanaf = {vanaf}
{tot}
[besluit.waarden]
individuele_studietoeslag_volgens_verordening = 100
"""


def studietoeslag(vanaf: str = "2015-01-01", tot: str = "") -> Verordening:
    verordening = controleer(KOP.format(vanaf=vanaf, tot=tot)).verordening
    assert verordening is not None
    return verordening


def doet(lijst: Raadslijst, sleutel: str) -> list[tuple[str, str, str]]:
    return [(t.stap.doe, str(t.stap.op), t.stand) for t in lijst.te_doen if t.voorschrift.sleutel == sleutel]


def gevraagd(op: date) -> set[str]:
    return {regel.voorschrift.sleutel for regel in raadslijst(op).regels}


def test_in_2015_the_council_makes_changes_and_withdraws_what_the_letter_of_groningen_names() -> None:
    lijst = raadslijst(date(2015, 1, 1))
    per_daad: dict[str, set[str]] = {"maken": set(), "wijzigen": set(), "intrekken": set()}
    for taak in lijst.te_doen:
        per_daad[taak.stap.doe].add(taak.voorschrift.sleutel)
    assert per_daad["intrekken"] == {
        "toeslagenverordening_wwb",
        "langdurigheidstoeslag_wwb",
        "participatie_schoolgaande_kinderen_wwb",
    }
    assert {"inkomenstoeslag", "studietoeslag", "tegenprestatie", "beschut_werk", "loonkostensubsidie"} <= per_daad[
        "maken"
    ]
    assert {"maatregelen", "re_integratie"} <= per_daad["wijzigen"]
    uiterlijk = {taak.stap.uiterlijk for taak in lijst.te_doen if taak.stap.doe == "maken"}
    assert uiterlijk == {date(2015, 7, 1)}


@pytest.mark.parametrize(
    ("sleutel", "eerste", "laatste"),
    [
        ("verrekening_boete", date(2015, 1, 1), date(2016, 12, 31)),
        ("studietoeslag", date(2015, 1, 1), date(2022, 3, 31)),
        ("loonkostensubsidie", date(2015, 1, 1), date(2023, 6, 30)),
        ("beschut_werk_meer", date(2017, 1, 1), date(2026, 12, 31)),
        ("maatregelen", date(2015, 1, 1), date(2026, 12, 31)),
    ],
)
def test_an_ordinance_is_asked_from_its_first_to_its_last_day(sleutel: str, eerste: date, laatste: date) -> None:
    recht = laad_recht()
    assert sleutel in gevraagd(eerste) and sleutel in gevraagd(laatste)
    for dag in (eerste - timedelta(days=1), laatste + timedelta(days=1)):
        assert not recht.bekend_vanaf <= dag < recht.bekend_tot or sleutel not in gevraagd(dag)


@pytest.mark.parametrize(
    ("dag", "sleutel", "aantal"),
    [
        (date(2015, 12, 31), "re_integratie", 3),
        (date(2016, 1, 1), "re_integratie", 2),
        (date(2023, 6, 30), "re_integratie", 2),
        (date(2023, 7, 1), "re_integratie", 7),
        (date(2016, 12, 31), "beschut_werk", 3),
        (date(2017, 1, 1), "beschut_werk", 2),
    ],
)
def test_what_must_be_in_an_ordinance_changes_with_the_law(dag: date, sleutel: str, aantal: int) -> None:
    (regel,) = [regel for regel in raadslijst(dag).regels if regel.voorschrift.sleutel == sleutel]
    assert len(regel.inhoud) == aantal


def test_a_step_is_announced_a_year_ahead_and_told_for_a_year() -> None:
    dag = date(2022, 4, 1)
    aangekondigd = [t.voorschrift.sleutel for t in raadslijst(date(2021, 4, 1)).komt_eraan if t.stap.op == dag]
    assert "studietoeslag" in aangekondigd
    assert not [t for t in raadslijst(date(2021, 3, 31)).komt_eraan if t.stap.op == dag]
    assert doet(raadslijst(date(2023, 3, 31)), "studietoeslag") == [("intrekken", "2022-04-01", "onbekend")]
    assert doet(raadslijst(date(2023, 4, 1)), "studietoeslag") == []


def test_a_file_shows_what_was_made_and_what_was_withdrawn() -> None:
    dag = date(2015, 6, 1)
    assert doet(raadslijst(dag, verordening=studietoeslag()), "studietoeslag") == []
    te_laat = studietoeslag(vanaf="2016-01-01")
    assert doet(raadslijst(dag, verordening=te_laat), "studietoeslag") == [("maken", "2015-01-01", "open")]
    zonder_eind = raadslijst(date(2026, 1, 1), verordening=studietoeslag())
    assert doet(zonder_eind, "studietoeslag") == [("intrekken", "2022-04-01", "open")]
    met_eind = raadslijst(date(2026, 1, 1), verordening=studietoeslag(tot="tot = 2022-04-01"))
    assert doet(met_eind, "studietoeslag") == []


def test_the_list_names_the_terms_that_no_decision_fills() -> None:
    lijst = raadslijst(date(2015, 6, 1), verordening=studietoeslag())
    per_sleutel = {regel.voorschrift.sleutel: regel for regel in lijst.regels}
    assert [t.naam for t in per_sleutel["studietoeslag"].ontbrekend] == [
        "individuele_studietoeslag_maanden_per_betaling"
    ]
    assert per_sleutel["studietoeslag"].stand == "gedaan" and per_sleutel["inkomenstoeslag"].stand == "open"
    assert len(per_sleutel["inkomenstoeslag"].ontbrekend) == 6
    beleid = {term.naam for term in lijst.beleid}
    assert "draagkracht_periode" in beleid and "energietoeslag_2022_bedrag" not in beleid


def test_what_the_law_says_itself_is_not_missing() -> None:
    beleid = {term.naam for term in raadslijst(date(2024, 1, 1), verordening=studietoeslag()).beleid}
    assert "studietoeslag_ten_minste" not in beleid and "energietoeslag_2023_bedrag" in beleid


@pytest.mark.parametrize(("is_er", "nodig"), [("true", True), ("false", False)])
def test_what_goes_with_a_choice_is_only_asked_when_it_was_chosen(is_er: str, nodig: bool) -> None:
    besluit = KOP.format(vanaf="2015-01-01", tot="").replace("studietoeslag", "beleid_minimabeleid")
    keuze = besluit.split("individuele")[0] + f"collectieve_zorgverzekering = {is_er}\n"
    if nodig:
        keuze += "collectieve_zorgverzekering_bijdrage = 25\ncollectieve_zorgverzekering_inkomensgrens = 120\n"
    verordening = controleer(keuze).verordening
    assert verordening is not None
    open_ = {term.naam for term in raadslijst(date(2016, 1, 1), verordening=verordening).beleid}
    assert "stadspas_bedrag_kind" in open_ and "collectieve_zorgverzekering_bijdrage" not in open_
    zonder = raadslijst(date(2016, 1, 1), verordening=studietoeslag()).beleid
    assert "collectieve_zorgverzekering_bijdrage" in {term.naam for term in zonder}


def test_outside_the_known_law_there_is_no_list() -> None:
    with pytest.raises(DatumOnbekend, match="2014-12-31"):
        raadslijst(date(2014, 12, 31))


def test_every_ordinance_with_terms_is_on_the_list_and_every_step_has_its_source() -> None:
    bestanden = {term.verordening for term in laad_recht().termen.values() if term.vaststeller == "raad"}
    assert bestanden <= {bestand for voorschrift in laad_voorschriften() for bestand in voorschrift.termen}
    for voorschrift in laad_voorschriften():
        assert voorschrift.artikel and (voorschrift.inhoud or voorschrift.plicht == "vervallen")
        assert all(stap.bron and stap.wat.endswith(".") for stap in voorschrift.stappen)
        assert all(voorschrift.vanaf <= deel.vanaf < deel.tot for deel in voorschrift.inhoud)


def test_the_list_as_json_holds_the_same_and_nothing_that_json_cannot_say() -> None:
    lijst = raadslijst(date(2015, 6, 1), verordening=studietoeslag())
    gelezen = json.loads(json.dumps(als_json(lijst)))
    assert gelezen["op"] == "2015-06-01" and gelezen["gemeente"] == "Voorbeeldstad"
    assert len(gelezen["te_doen"]) == len(lijst.te_doen) and len(gelezen["verordeningen"]) == len(lijst.regels)
    assert {taak["niet_geverifieerd"] for taak in als_json(raadslijst(date(2021, 7, 1)))["te_doen"]} != {None}


@pytest.mark.parametrize(
    ("oud", "nieuw"),
    [
        ('plicht = "moet"', 'plicht = "kan"'),
        ('doe = "maken"', 'doe = "doen"'),
        ('bron = "b"', 'bron = ""'),
        ("tot = 2020-01-01", "tot = 2015-01-01"),
        ('bron = "b"', 'bron = "b", geverifieerd = false'),
    ],
)
def test_an_ordinance_of_another_form_is_an_error(oud: str, nieuw: str) -> None:
    tekst = (
        '[x]\nnaam = "n"\nartikel = "a"\nplicht = "moet"\nvanaf = 2015-01-01\ntot = 2020-01-01\n'
        "termen = []\ninhoud = []\n"
        'stappen = [{ doe = "maken", op = 2015-01-01, wat = "w", bron = "b" }]\n'
    )
    assert len(lees_voorschriften(tekst)) == 1 and oud in tekst
    with pytest.raises(ValueError, match=r"^x: "):
        lees_voorschriften(tekst.replace(oud, nieuw))


def test_the_three_municipalities_of_the_demo_have_filled_the_inkomenstoeslag_on_every_day() -> None:
    map_ = Path(__file__).parents[3] / "voorbeelden/drentsche-aa/verordeningen"
    for pad in sorted(map_.glob("*.toml")):
        verordening = controleer(pad.read_text("utf-8")).verordening
        for dag in (date(2015, 1, 1), date(2021, 1, 1), date(2026, 6, 30)):
            regels = raadslijst(dag, verordening=verordening).regels
            (regel,) = [regel for regel in regels if regel.voorschrift.sleutel == "inkomenstoeslag"]
            assert regel.stand == "gedaan" and regel.ontbrekend == (), pad
