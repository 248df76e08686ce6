"""A faulty policy folder changes nothing and tells every fault: file, place, value, what was expected, the mend."""

import datetime
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meedoen.uitvoering.beleid.acts import laad_beleid
from meedoen.uitvoering.beleid.models import Beleidscijfer, Doelgroep, Lading, Samenwerking
from meedoen.uitvoering.beleid.policy import MEESTE_BYTES, lees_beleid
from meedoen.uitvoering.beleid.reading import BestandenOnjuist
from meedoen.uitvoering.kern.models import Gebeurtenis

VANDAAG = datetime.date(2026, 11, 22)
CODES = {"GM0106", "GM1680"}
GOED = """
[document]
naam = "Nota"
vastgesteld = 2014-09-25

[samenwerking]
sleutel = "samen"
naam = "Samen"
gemeenten = ["GM0106", "GM1680"]

[[doelgroep]]
code = "0-30"
naam = "Nul tot dertig"
omschrijving = "Wie niet kan werken."
motto = "Meedoen"
ambitie = "Iedereen doet mee."
budgetten = ["budget"]
instrumenten = ["dagbesteding"]
gevraagde_prestaties = ["actief"]
keuzes = ["keuze"]
plaats = "bijlage"

[[stap]]
soort = "evaluatie"
omschrijving = "Evaluatie"
periode = "2016"
vanaf = 2016-01-01
tot = 2017-01-01
plaats = "bijlage"

[[tabel]]
soort = "budget"
aard = "budget"
eenheid = "x 1.000 euro"
plaats = "hoofdstuk 5"
perioden = ["2015", "2016"]
[tabel.rijen]
inkomsten = [100, 110.5]
saldo = [100, "PM"]
[tabel.sommen]
saldo = ["inkomsten"]
[[tabel.opmerking]]
rij = "saldo"
periode = "2016"
tekst = "Nog niet bekend."
"""

FOUTEN = {
    "onbekende sleutel": ("eenheid =", "eenhied =", "nota.toml, tabel 1, eenhied", "Bedoelde u 'eenheid'?"),
    "eenheid ontbreekt": ('eenheid = "x 1.000 euro"\n', "", "nota.toml, tabel 1, eenheid", "een waarde"),
    "eenheid bestaat niet": ('"x 1.000 euro"', '"duizend euro"', "gevonden 'duizend euro'", "een van: personen"),
    "soort is geen sleutel": ('soort = "budget"', 'soort = "Budget 2015"', "tabel 1, soort", "kleine letters"),
    "aard bestaat niet": ('aard = "budget"', 'aard = "wens"', "gevonden 'wens'", "een van: doel, raming"),
    "datum bestaat niet": (
        "vastgesteld = 2014-09-25",
        'vastgesteld = "2014-09-31"',
        "document, vastgesteld",
        "bestaande datum",
    ),
    "datum met tijd": ("vastgesteld = 2014-09-25", "vastgesteld = 2014-09-25T10:00:00", "document", "bestaande datum"),
    "waarde te veel": ("[100, 110.5]", "[100, 110.5, 3]", "rijen.inkomsten", "2 waarden, een per periode"),
    "waarde is tekst": ("[100, 110.5]", '[100, "honderd"]', "tabel 1, rijen", "een getal"),
    "waarde met drie decimalen": ("110.5", "110.555", "tabel 1, rijen", "hoogstens twee decimalen"),
    "waarde oneindig": ("110.5", "inf", "tabel 1, rijen", "een getal"),
    "PM zonder uitleg": (
        'rij = "saldo"\nperiode = "2016"',
        'rij = "saldo"\nperiode = "2015"',
        "PM",
        "een opmerking bij PM",
    ),
    "opmerking bij onbekende rij": ('rij = "saldo"', 'rij = "saldi"', "gevonden 'saldi'", "een van: inkomsten, saldo"),
    "som van onbekende rij": (
        'saldo = ["inkomsten"]',
        'saldo = ["uitgaven"]',
        "tabel 1, sommen",
        "een van: inkomsten, saldo",
    ),
    "peildatum van onbekende periode": (
        "[tabel.rijen]",
        "peildata = { 2019 = 2019-12-31 }\n[tabel.rijen]",
        "peildata",
        "een van: 2015, 2016",
    ),
    "periode dubbel": ('["2015", "2016"]', '["2015", "2015"]', "tabel 1, perioden", "verschillende perioden"),
    "gebied onbekend": (
        'soort = "budget"',
        'soort = "budget"\ngebied = "hier"',
        "tabel 1, gebied",
        "'land', 'samenwerking'",
    ),
    "gemeente onbekend": ('"GM1680"]', '"GM9999"]', "gevonden 'GM9999'", "de CBS-code van een gemeente"),
    "gemeente dubbel": ('"GM1680"]', '"GM0106"]', "samenwerking, gemeenten", "verschillende gemeentecodes"),
    "stap eindigt voor het begin": ("tot = 2017-01-01", "tot = 2016-01-01", "stap 1, tot", "een dag na 'vanaf'"),
    "lijst is geen lijst": (
        'budgetten = ["budget"]',
        'budgetten = "budget"',
        "doelgroep 1, budgetten",
        "een lijst van teksten",
    ),
    "tekst leeg": ('motto = "Meedoen"', 'motto = "  "', "doelgroep 1, motto", "een tekst"),
    "tabel is geen tabel": ("[[stap]]", "[stap]", "nota.toml, stap", "dubbele blokhaken"),
    "samenwerking zonder sleutel": ('sleutel = "samen"\n', "", "samenwerking, sleutel", "een waarde"),
    "opmerking zonder tekst": ('tekst = "Nog niet bekend."', "", "tabel 1, opmerking 1, tekst", "een waarde"),
    "geen samenwerking": ("[samenwerking]", "[[vermelding]]", "gevonden '0'", "één tabel [samenwerking]"),
    "geen TOML": ('naam = "Nota"', 'naam = "Nota', "nota.toml, regel 3", "geldige TOML"),
    "getal van duizenden cijfers": ("110.5", "1" * 5000, "nota.toml", "geldige TOML"),
    "diepe nesting": ('keuzes = ["keuze"]', "keuzes = " + "[" * 5000 + "]" * 5000, "nota.toml", "TOML"),
}


def _schrijf(map_: Path, tekst: str, naam: str = "nota.toml") -> Path:
    (map_ / naam).write_text(tekst, encoding="utf-8")
    return map_


def test_the_good_folder_is_good(tmp_path: Path) -> None:
    beleid = lees_beleid(_schrijf(tmp_path, GOED), CODES)
    assert [tabel.rijen["saldo"] for tabel in beleid.tabellen] == [(100, None)]


@pytest.mark.parametrize(("oud", "nieuw", "waar", "verwacht"), FOUTEN.values(), ids=FOUTEN.keys())
def test_a_fault_is_told_with_place_and_expectation(
    tmp_path: Path, oud: str, nieuw: str, waar: str, verwacht: str
) -> None:
    assert oud in GOED
    with pytest.raises(BestandenOnjuist) as gevangen:
        lees_beleid(_schrijf(tmp_path, GOED.replace(oud, nieuw)), CODES)
    meldingen = [str(fout) for fout in gevangen.value.fouten]
    assert any(waar in melding and verwacht in melding for melding in meldingen), meldingen


def test_all_faults_come_at_once(tmp_path: Path) -> None:
    tekst = GOED.replace('"x 1.000 euro"', '"knikkers"').replace('"Meedoen"', "3").replace("2016-01-01", '"gisteren"')
    _schrijf(tmp_path, "document = 1", "ander.toml")
    with pytest.raises(BestandenOnjuist) as gevangen:
        lees_beleid(_schrijf(tmp_path, tekst), CODES)
    assert {(fout.bestand, fout.waarde) for fout in gevangen.value.fouten} >= {
        ("ander.toml", "1"),
        ("nota.toml", "knikkers"),
        ("nota.toml", "3"),
        ("nota.toml", "gisteren"),
    }
    assert "Er is niets geladen" in str(gevangen.value)


@given(st.integers(0, len(GOED)), st.integers(0, 60), st.text("[]={}\"'\n0-9a,. ", max_size=6))
def test_whatever_is_damaged_the_answer_is_a_list_of_faults(begin: int, lengte: int, erin: str) -> None:
    with tempfile.TemporaryDirectory() as map_:
        _schrijf(Path(map_), GOED[:begin] + erin + GOED[begin + lengte :])
        try:
            beleid = lees_beleid(Path(map_), CODES)
        except BestandenOnjuist as onjuist:
            assert onjuist.fouten
        else:
            assert beleid.samenwerking["sleutel"]


def test_a_figure_that_two_files_give_is_a_fault(tmp_path: Path) -> None:
    _schrijf(
        tmp_path,
        GOED.replace("[samenwerking]", "[[vermelding]]").split("[[vermelding]]")[0] + GOED[GOED.index("[[tabel]]") :],
        "b.toml",
    )
    with pytest.raises(BestandenOnjuist, match="budget / saldo / 2016"):
        lees_beleid(_schrijf(tmp_path, GOED), CODES)


@pytest.mark.parametrize("inhoud", [b"\xff\xfe\x00rommel", b"a" * (MEESTE_BYTES + 1)], ids=["geen UTF-8", "te groot"])
def test_rubbish_is_refused(tmp_path: Path, inhoud: bytes) -> None:
    (tmp_path / "rommel.toml").write_bytes(inhoud)
    with pytest.raises(BestandenOnjuist, match=r"rommel\.toml"):
        lees_beleid(tmp_path, CODES)


def test_a_folder_without_files_says_what_it_wants(tmp_path: Path) -> None:
    with pytest.raises(BestandenOnjuist, match=r"minstens een bestand \.toml"):
        lees_beleid(tmp_path / "bestaat-niet", CODES)


@pytest.mark.django_db
def test_without_reference_data_nothing_is_loaded(drentsche_aa: Path) -> None:
    with pytest.raises(BestandenOnjuist, match="Laad eerst de referentiegegevens"):
        laad_beleid(drentsche_aa, door=None, op=VANDAAG)


def test_a_faulty_folder_leaves_what_was_loaded_before(referentie: Lading, tmp_path: Path) -> None:
    laad_beleid(_schrijf(tmp_path, GOED), door=None, op=VANDAAG)
    voor = list(Beleidscijfer.objects.order_by("pk").values())
    with pytest.raises(BestandenOnjuist):
        laad_beleid(_schrijf(tmp_path, GOED.replace("[100, 110.5]", "[7]")), door=None, op=VANDAAG)
    assert list(Beleidscijfer.objects.order_by("pk").values()) == voor


def test_a_changed_value_is_updated_and_the_log_keeps_the_old_one(referentie: Lading, tmp_path: Path) -> None:
    laad_beleid(_schrijf(tmp_path, GOED), door=None, op=VANDAAG)
    lading = laad_beleid(_schrijf(tmp_path, GOED.replace("[100, 110.5]", "[90, 110.5]")), door=None, op=VANDAAG)
    assert (lading.nieuw, lading.gewijzigd) == (0, 1)
    (wijziging,) = Gebeurtenis.objects.get(onderwerp_id=str(lading.pk), handeling="laad_beleid").gegevens["gewijzigd"]
    assert (wijziging["oud"], wijziging["nieuw"]) == ({"waarde": "100.00"}, {"waarde": "90"})
    assert [w for w in lading.waarschuwingen if "saldo 2015: gepubliceerd 100, de regels tellen op tot 90" in w]


def test_a_partnership_can_gain_and_lose_municipalities(referentie: Lading, tmp_path: Path) -> None:
    laad_beleid(_schrijf(tmp_path, GOED), door=None, op=VANDAAG)
    laad_beleid(_schrijf(tmp_path, GOED.replace('"GM1680"]', '"GM1730"]')), door=None, op=VANDAAG)
    assert sorted(Samenwerking.objects.get(pk="samen").gemeenten.values_list("code", flat=True)) == ["GM0106", "GM1730"]


def test_a_figure_of_the_reference_data_cannot_be_overwritten(referentie: Lading, tmp_path: Path) -> None:
    inbreuk = GOED.replace('soort = "budget"', 'soort = "banenafspraak-doel"\ngebied = "land"')
    inbreuk = inbreuk.replace("2014-09-25", "2015-10-31").replace('["2015", "2016"]', '["2015-12-31", "2016"]')
    with pytest.raises(BestandenOnjuist, match=r"gegevens/banenafspraak\.csv"):
        laad_beleid(_schrijf(tmp_path, inbreuk.replace("inkomsten", "totaal")), door=None, op=VANDAAG)
    assert not Doelgroep.objects.exists()
    assert not Samenwerking.objects.exists()
