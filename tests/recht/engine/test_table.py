"""The table kernel says what the exact evaluator says, refuses what it refuses, and never writes half a file."""

import json
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meedoen.recht import GevalFout, Recht, TabelFout, laad_recht, lees_geval, lees_recht
from meedoen.recht.engine.batches import aantal_rijen
from meedoen.recht.engine.decisions import lees_verordening
from meedoen.recht.engine.facts import Feit
from meedoen.recht.engine.kernel import Kern, maak_kern
from meedoen.recht.engine.results import kolomnaam, noemer_in_tabel
from meedoen.recht.engine.table import bereken_tabel
from meedoen.recht.engine.terms import Verordening
from tests.recht.engine.households import exact_antwoord, huishoudens

pytestmark = pytest.mark.slow
WET = lees_recht(Path(__file__).parent / "wet")
RIJK = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
UITKOMSTEN = ("norm_per_maand", "uitbetaling_per_maand", "aantal_kostendelers", "loonkostensubsidie_per_maand")
VRAGEN = WET.vragen_over("persoon")
LIJSTEN = ("commerciele_relatie_met", "ouders")


def rijen_van(gevallen: Sequence[dict[str, Any]], recht: Recht) -> list[dict[str, Any]]:
    return [
        {
            "huishouden": f"h{nummer:04d}",
            "persoon": persoon["id"],
            "peildatum": geval["peildatum"],
            "gemeente": f"gemeente {nummer}",
        }
        | {deel: waarde for feit in recht.feiten.values() for deel, waarde in _cellen(feit, persoon.get(feit.naam))}
        for nummer, geval in enumerate(gevallen)
        for persoon in geval["persoon"]
    ]


def verordeningen_van(gevallen: Sequence[dict[str, Any]], recht: Recht) -> dict[str, Verordening]:
    """The ordinances of the municipality that `rijen_van` gives to each case, as far as it has any."""
    return {
        f"gemeente {nummer}": lees_verordening(geval["verordening"], recht=recht)
        for nummer, geval in enumerate(gevallen)
        if "verordening" in geval
    }


def _cellen(feit: Feit, waarde: Any) -> list[tuple[str, Any]]:
    """The cells of a fact of a person; those of a judgment are two."""
    if feit.van != "persoon":
        return []
    if feit.is_oordeel:
        return [(feit.naam, waarde and waarde["antwoord"]), (f"{feit.naam}_door", waarde and waarde["door"])]
    return [(feit.naam, waarde)]


def schrijf(rijen: list[dict[str, Any]], pad: Path, recht: Recht) -> Path:
    """The rows with text in every column, lists for lists and booleans for yes/no."""
    soorten = {naam: pa.list_(pa.string()) for naam in LIJSTEN} | {
        naam: _kolomsoort(feit) for naam, feit in recht.feiten.items() if feit.vorm in ("ja_nee", "lijst")
    }
    namen = list(dict.fromkeys(naam for rij in rijen for naam in rij))
    kolommen = {}
    for naam in namen:
        waarden = [_als_tekst(rij.get(naam)) for rij in rijen]
        kolommen[naam] = pa.array(waarden, soorten.get(naam, pa.string()))
    pq.write_table(pa.table(kolommen), pad)
    return pad


def _kolomsoort(feit: Feit) -> Any:
    if feit.vorm == "lijst":
        return pa.list_(pa.struct([(naam, _kolomsoort(veld)) for naam, veld in feit.velden.items()]))
    return pa.bool_() if feit.vorm == "ja_nee" else pa.string()


def _als_tekst(waarde: Any) -> Any:
    if isinstance(waarde, list):
        return [_als_tekst(deel) for deel in waarde]
    if isinstance(waarde, dict):
        return {naam: _als_tekst(deel) for naam, deel in waarde.items()}
    return waarde if waarde is None or isinstance(waarde, bool) else str(waarde)


def _met_json(invoer: Path, recht: Recht) -> Path:
    """The same table with lists as JSON text, which leaves out what a row does not state."""
    tabel = pq.read_table(invoer)
    for naam, feit in recht.feiten.items():
        if feit.vorm == "lijst" and naam in tabel.column_names:
            lijsten = [
                lijst and [{veld: w for veld, w in rij.items() if w is not None} for rij in lijst]
                for lijst in tabel[naam].to_pylist()
            ]
            teksten = [None if lijst is None else json.dumps(lijst) for lijst in lijsten]
            tabel = tabel.set_column(tabel.column_names.index(naam), naam, pa.array(teksten, pa.string()))
    pad = invoer.with_name("json.parquet")
    pq.write_table(tabel, pad)
    return pad


def antwoord(rij: dict[str, Any], naam: str, kern: Kern) -> tuple[str, Any]:
    status = rij[f"{naam}_status"]
    if status == "ontbreekt":
        return status, (rij[f"{naam}_persoon"] or "", rij[f"{naam}_reden"])
    if status:
        return status, rij[f"{naam}_reden"] if status == "leeg" else ""
    waarde = rij[kolomnaam(naam, kern)]
    return "", waarde if isinstance(waarde, bool | date | str) else Fraction(waarde, noemer_in_tabel(naam, kern))


def _vergelijk(gevallen: Sequence[dict[str, Any]], recht: Recht, vragen: tuple[str, ...], map_: Path) -> None:
    kern = maak_kern(recht, vragen)
    invoer, uitvoer = schrijf(rijen_van(gevallen, recht), map_ / "in.parquet", recht), map_ / "uit.parquet"
    verordeningen = verordeningen_van(gevallen, recht)
    bereken_tabel(invoer, uitvoer, vragen, recht=recht, verordening=verordeningen)
    met_json, uit_json = _met_json(invoer, recht), map_ / "uit-json.parquet"
    bereken_tabel(met_json, uit_json, vragen, recht=recht, verordening=verordeningen)
    assert pq.read_table(uit_json).equals(pq.read_table(uitvoer))
    rijen = iter(pq.read_table(uitvoer).to_pylist())
    for geval in gevallen:
        for persoon in geval["persoon"]:
            rij = next(rijen)
            for naam in vragen:
                assert antwoord(rij, naam, kern) == exact_antwoord(geval, persoon["id"], naam, recht), (geval, naam)


@given(gevallen=st.lists(huishoudens(WET, VRAGEN), min_size=1, max_size=5))
@RIJK
def test_a_table_gives_what_the_exact_evaluator_gives(gevallen: list[dict[str, Any]], tmp_path_factory: Any) -> None:
    _vergelijk(gevallen, WET, VRAGEN, tmp_path_factory.mktemp("tabel"))


@given(gevallen=st.lists(huishoudens(laad_recht(), UITKOMSTEN, meeste=4), min_size=1, max_size=4))
@settings(RIJK, max_examples=20)
def test_the_real_law_gives_the_same_both_ways(gevallen: list[dict[str, Any]], tmp_path_factory: Any) -> None:
    _vergelijk(gevallen, laad_recht(), UITKOMSTEN, tmp_path_factory.mktemp("tabel"))


@pytest.mark.parametrize("aantal", [7, 20, 200])
def test_a_large_household_is_counted_in_full(aantal: int, tmp_path: Path) -> None:
    personen = [{"id": f"p{nummer}", "geboortedatum": "1980-01-01"} for nummer in range(aantal)]
    geval = {"peildatum": "2022-06-30", "gevraagd": ["norm_per_maand"], "persoon": personen}
    uitvoer = tmp_path / "uit.parquet"
    bereken_tabel(
        schrijf(rijen_van([geval], WET), tmp_path / "in.parquet", WET), uitvoer, ["norm_per_maand"], recht=WET
    )
    verwacht = exact_antwoord(geval, "p0", "norm_per_maand", WET)[1] * 100
    assert set(pq.read_table(uitvoer)["norm_per_maand_in_centen"].to_pylist()) == {verwacht}


FOUTEN: list[tuple[str, dict[int, dict[str, Any]]]] = [
    ("inkomen te hoog", {0: {"inkomen_per_maand": "20000.01"}}),
    ("inkomen onder nul", {0: {"inkomen_per_maand": "-0.01"}}),
    ("drie decimalen", {0: {"inkomen_per_maand": "1.005"}}),
    ("geen getal", {0: {"inkomen_per_maand": "veel"}}),
    ("honderdeen procent", {0: {"loonwaarde_percentage": "101"}}),
    ("keuze verschreven", {0: {"soort_verplichting": "arbied"}}),
    ("keuze met hoofdletter", {0: {"soort_verplichting": "Arbeid"}}),
    ("halve procent", {0: {"loonwaarde_percentage": "50.5"}}),
    ("datum die niet bestaat", {0: {"geboortedatum": "2001-02-30"}}),
    ("geboren na de peildatum", {0: {"geboortedatum": "2023-01-02"}}),
    ("ouder dan 125", {0: {"geboortedatum": "1890-01-01"}}),
    ("twee partners", {0: {"partner": "b"}, 1: {"partner": "c"}}),
    ("twee met dezelfde partner", {0: {"partner": "c"}, 1: {"partner": "c"}}),
    ("kring van partners", {0: {"partner": "b"}, 1: {"partner": "c"}, 2: {"partner": "a"}}),
    ("eigen partner", {0: {"partner": "a"}}),
    ("onbekende partner", {0: {"partner": "x"}}),
    ("partner van 15", {0: {"partner": "b"}, 1: {"geboortedatum": "2007-06-01"}}),
    ("relatie met een onbekende", {0: {"commerciele_relatie_met": ["x"]}}),
    ("eigen ouder", {0: {"ouders": ["a"]}}),
    ("ouder jonger dan het kind", {0: {"ouders": ["c"]}}),
    ("dubbel id", {1: {"persoon": "a"}}),
    ("leeg id", {1: {"persoon": ""}}),
]


@pytest.mark.parametrize("wijziging", [geval[1] for geval in FOUTEN], ids=[geval[0] for geval in FOUTEN])
def test_a_table_refuses_what_a_case_refuses(wijziging: dict[int, dict[str, Any]], tmp_path: Path) -> None:
    personen = [
        {"id": naam, "geboortedatum": dag}
        for naam, dag in zip("abc", ("1980-01-01", "1985-01-01", "1990-01-01"), strict=True)
    ]
    for plaats, nieuw in wijziging.items():
        personen[plaats] |= {("id" if naam == "persoon" else naam): waarde for naam, waarde in nieuw.items()}
    geval = {"peildatum": "2023-01-01", "gevraagd": ["norm_per_maand"], "persoon": personen}
    with pytest.raises(GevalFout) as los:
        lees_geval(geval, recht=WET)
    goed = {**geval, "persoon": [{"id": "z", "geboortedatum": "1980-01-01"}]}
    invoer = schrijf(rijen_van([geval, goed], WET), tmp_path / "in.parquet", WET)
    uitvoer, geweigerd = tmp_path / "uit.parquet", tmp_path / "geweigerd.csv"
    with pytest.raises(TabelFout) as fout:
        bereken_tabel(invoer, uitvoer, ["norm_per_maand"], recht=WET)
    assert {gebrek.veld for _, gebrek in fout.value.gebreken} <= {
        g.veld.replace("id", "persoon") for g in los.value.gebreken
    } | {"partner", "geboortedatum"}
    assert "rij " in str(fout.value) and "verwacht wordt" in str(fout.value)
    assert [pad.name for pad in tmp_path.iterdir()] == ["in.parquet"]
    uitkomst = bereken_tabel(
        invoer, uitvoer, ["norm_per_maand"], recht=WET, alleen_juiste=True, geweigerd=tmp_path / "geweigerd.parquet"
    )
    assert (uitkomst.rijen, uitkomst.huishoudens, uitkomst.geweigerd) == (4, 2, 3)
    assert pq.read_table(uitvoer)["persoon"].to_pylist() == ["z"]
    assert pq.read_table(tmp_path / "geweigerd.parquet").num_rows == 3
    assert not geweigerd.exists()


KOLOMMEN: list[tuple[str, Any]] = [
    ("tekst", pa.array(["100.10", "0", None])),
    ("decimaal", pa.array([Decimal("100.10"), Decimal("0.00"), None], pa.decimal128(12, 2))),
    ("meer decimalen dan geld heeft", pa.array([Decimal("100.1000"), Decimal("0"), None], pa.decimal128(12, 4))),
    ("komma", pa.array([100.10, 0.0, None])),
]


@pytest.mark.parametrize("kolom", [geval[1] for geval in KOLOMMEN], ids=[geval[0] for geval in KOLOMMEN])
def test_money_means_the_same_in_every_sort_of_column(kolom: Any, tmp_path: Path) -> None:
    tabel = pa.table(
        {
            "huishouden": ["a", "b", "c"],
            "persoon": ["a", "b", "c"],
            "geboortedatum": pa.array([date(1980, 1, 1)] * 3),
            "inkomen_per_maand": kolom,
        }
    )
    pq.write_table(tabel, tmp_path / "in.parquet")
    vragen = ["uitbetaling_per_maand"]
    bereken_tabel(tmp_path / "in.parquet", tmp_path / "uit.parquet", vragen, peildatum=date(2023, 1, 1), recht=WET)
    uit = pq.read_table(tmp_path / "uit.parquet")
    volledig = Fraction("1196.24")  # 70 % of 1708.91 is 1196.237
    verwacht = [
        round(Fraction(95, 100) * (volledig - Fraction("100.10")) * 100),
        round(Fraction(95, 100) * volledig * 100),
        None,
    ]
    assert uit["uitbetaling_per_maand_in_centen"].to_pylist() == verwacht
    assert uit["uitbetaling_per_maand_status"].to_pylist() == ["", "", "ontbreekt"]
    assert uit["uitbetaling_per_maand_reden"].to_pylist()[2] == "inkomen_per_maand"
    assert uit["uitbetaling_per_maand_persoon"].to_pylist() == [None, None, "c"]


@pytest.mark.parametrize(
    "kolom",
    [
        pa.array(["arbeid", None, "inlichtingen"]),
        pa.array(["arbeid", None, "inlichtingen"], pa.large_string()),
        pa.array(["arbeid", None, "inlichtingen"]).dictionary_encode(),
    ],
    ids=["tekst", "lange tekst", "woordenboek"],
)
def test_a_choice_is_read_from_every_sort_of_text_and_written_as_text(kolom: Any, tmp_path: Path) -> None:
    uit = _een_kolom("soort_verplichting", kolom, "gekozen_plicht", tmp_path)
    assert uit["gekozen_plicht"].to_pylist() == ["arbeid", None, "inlichtingen"]
    assert uit["gekozen_plicht"].type == pa.string()
    assert uit["gekozen_plicht_reden"].to_pylist() == [None, "soort_verplichting", None]


VREEMD = [
    ("getal voor een keuze", "soort_verplichting", pa.array([1, None, 2])),
    ("ja_nee voor een keuze", "soort_verplichting", pa.array([True, None, None])),
    ("lijst voor een keuze", "soort_verplichting", pa.array([["arbeid"], None, None])),
    ("lijst voor een datum", "gemeld_op", pa.array([["2020-01-01"], None, None])),
    ("tabel voor een getal", "aantal_dagen", pa.array([{"a": 1}, None, None])),
]


@pytest.mark.parametrize(("naam", "kolom"), [deel[1:] for deel in VREEMD], ids=[deel[0] for deel in VREEMD])
def test_a_column_of_another_sort_is_refused_where_it_holds_something(naam: str, kolom: Any, tmp_path: Path) -> None:
    with pytest.raises(TabelFout) as fout:
        _een_kolom(naam, kolom, "gekozen_plicht", tmp_path)
    assert (1, naam) in [(rij, gebrek.veld) for rij, gebrek in fout.value.gebreken]
    assert 2 not in [rij for rij, _ in fout.value.gebreken]


def _een_kolom(naam: str, kolom: Any, vraag: str, map_: Path) -> Any:
    """The answers of three persons of whom this column says something."""
    tabel = pa.table({"huishouden": ["a", "b", "c"], "persoon": ["a", "b", "c"], naam: kolom})
    pq.write_table(tabel, map_ / "in.parquet")
    bereken_tabel(map_ / "in.parquet", map_ / "uit.parquet", [vraag], peildatum=date(2023, 1, 1), recht=WET)
    return pq.read_table(map_ / "uit.parquet")


def test_csv_gives_what_parquet_gives(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text(
        "huishouden;persoon;geboortedatum;partner;student;commerciele_relatie_met\n"
        "1;a;1980-01-01;b;;\n1;b;1981-01-01;;true;c|d\n1;c;1990-01-01;;;\n1;d;1960-01-01;;false;\n",
        "utf-8",
    )
    bereken_tabel(
        tmp_path / "in.csv", tmp_path / "uit.csv", ["aantal_kostendelers"], peildatum=date(2023, 1, 1), recht=WET
    )
    regels = (tmp_path / "uit.csv").read_text("utf-8").splitlines()
    assert [regel.split(",")[2] for regel in regels[1:]] == ["4", "2", "3", "3"]


def test_each_row_has_its_own_reference_date(tmp_path: Path) -> None:
    personen = [{"id": "a", "geboortedatum": "1980-01-01"}, {"id": "b", "geboortedatum": "1998-05-05"}]
    gevallen = [
        {"peildatum": dag, "gevraagd": ["norm_per_maand"], "persoon": personen}
        for dag in ("2015-01-01", "2022-12-31", "2023-01-01", "2025-05-05", "2026-12-31")
    ]
    _vergelijk(gevallen, WET, ("norm_per_maand", "aantal_kostendelers"), tmp_path)


BESTANDEN = [
    (
        "onbekende kolom",
        {"huishouden": ["1"], "persoon": ["a"], "inkomen_per_mand": ["1"]},
        "bedoelt u inkomen_per_maand?",
    ),
    ("geen persoon", {"huishouden": ["1"]}, "de kolom persoon ontbreekt"),
    ("twee peildata", {"huishouden": ["1"], "persoon": ["a"], "peildatum": ["2023-01-01"]}, "niet allebei"),
    ("rij zonder huishouden", {"huishouden": ["1", None], "persoon": ["a", "b"]}, "rijen zonder huishouden"),
    ("uit elkaar", {"huishouden": ["2", "1", "2"], "persoon": ["a", "b", "c"]}, "huishouden 2 niet bij elkaar"),
    ("te groot", {"huishouden": ["1"] * 201, "persoon": [f"p{n}" for n in range(201)]}, "ten hoogste 200 personen"),
]


@pytest.mark.parametrize(("kolommen", "wat"), [geval[1:] for geval in BESTANDEN], ids=[geval[0] for geval in BESTANDEN])
def test_a_file_that_is_no_such_table_is_refused(kolommen: dict[str, Any], wat: str, tmp_path: Path) -> None:
    pq.write_table(pa.table(kolommen), tmp_path / "in.parquet")
    with pytest.raises(TabelFout, match=wat.replace("?", r"\?")):
        bereken_tabel(
            tmp_path / "in.parquet", tmp_path / "uit.parquet", ["leeftijd"], peildatum=date(2023, 1, 1), recht=WET
        )
    assert [pad.name for pad in tmp_path.iterdir()] == ["in.parquet"]


@pytest.mark.parametrize("naam", ["in.parquet", "in.csv", "in.xlsx"])
def test_rubbish_is_refused(naam: str, tmp_path: Path) -> None:
    (tmp_path / naam).write_bytes(bytes(range(256)) * 400)
    with pytest.raises(TabelFout):
        bereken_tabel(tmp_path / naam, tmp_path / "uit.parquet", ["leeftijd"], peildatum=date(2023, 1, 1), recht=WET)


def test_households_that_run_over_a_batch_stay_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("meedoen.recht.engine.batches.RIJEN_PER_BLOK", 3)
    groottes = [1, 2, 3, 4, 5, 7, 1, 1, 9]
    rijen = [(f"h{h}", f"p{p}") for h, grootte in enumerate(groottes) for p in range(grootte)]
    tabel = {
        "huishouden": [h for h, _ in rijen],
        "persoon": [p for _, p in rijen],
        "geboortedatum": ["1980-01-01"] * len(rijen),
    }
    pq.write_table(pa.table(tabel), tmp_path / "in.parquet")
    gedaan: list[int] = []
    uitkomst = bereken_tabel(
        tmp_path / "in.parquet",
        tmp_path / "uit.parquet",
        ["aantal_kostendelers"],
        peildatum=date(2023, 1, 1),
        recht=WET,
        voortgang=gedaan.append,
    )
    assert (uitkomst.rijen, uitkomst.huishoudens) == (len(rijen), len(groottes))
    assert gedaan[-1] == len(rijen) and gedaan == sorted(gedaan)
    verwacht = [grootte for grootte in groottes for _ in range(grootte)]
    assert pq.read_table(tmp_path / "uit.parquet")["aantal_kostendelers"].to_pylist() == verwacht


def test_a_rule_that_may_overflow_is_refused_for_tables(pakket: Callable[..., Path]) -> None:
    regels = '''from meedoen.recht.engine import *


@regel("a")
def x(inkomen_per_maand: GeldPerMaand) -> Verhouding:
    """D."""
    deel = inkomen_per_maand / (1 * inkomen_per_maand + 1)
    return deel * deel * deel * deel
'''
    recht = lees_recht(pakket(regels=regels))
    with pytest.raises(Exception, match="beyond 64 bits") as fout:
        maak_kern(recht, ("x",))
    assert "proef/proef.py:5: x:" in str(fout.value)


def verkeerd(aantal: int) -> Any:
    """Dwellings of one person of whom every third has two faults."""
    rijen = range(aantal)
    return pa.table(
        {
            "huishouden": [f"h{nummer:05d}" for nummer in rijen],
            "persoon": ["a"] * aantal,
            "geboortedatum": ["2099-01-01" if nummer % 3 == 0 else "1980-01-01" for nummer in rijen],
            "inkomen_per_maand": ["veel" if nummer % 3 == 0 else "100" for nummer in rijen],
        }
    )


def test_every_fault_goes_to_a_file_and_the_first_thousand_to_the_error(tmp_path: Path) -> None:
    pq.write_table(verkeerd(3_000), tmp_path / "in.parquet")
    uitvoer, fouten = tmp_path / "uit.parquet", tmp_path / "fouten.csv"
    with pytest.raises(TabelFout, match=r"in\.parquet is niet berekend") as fout:
        bereken_tabel(
            tmp_path / "in.parquet", uitvoer, ["leeftijd"], peildatum=date(2023, 1, 1), recht=WET, fouten=fouten
        )
    assert fout.value.aantal == 2_000 and len(fout.value.gebreken) == 1_000
    assert [rij for rij, _ in fout.value.gebreken] == [1 + 3 * (nummer // 2) for nummer in range(1_000)]
    regels = fouten.read_text("utf-8").splitlines()
    assert regels[0] == '"rij","huishouden","persoon","kolom","waarde","verwacht","herstel"' and len(regels) == 2_001
    assert regels[-1].startswith('2998,"h02997","a","geboortedatum","2099-01-01"')
    assert not uitvoer.exists()


def test_a_folder_of_parts_is_read_in_order_as_one_table(tmp_path: Path) -> None:
    map_ = tmp_path / "delen"
    map_.mkdir()
    tabel = verkeerd(10)
    goed = tabel.set_column(2, "geboortedatum", pa.array(["1980-01-01"] * 10)).drop_columns(["inkomen_per_maand"])
    for nummer, begin in enumerate((0, 4, 7)):
        pq.write_table(goed.slice(begin, (4, 3, 3)[nummer]), map_ / f"part-{nummer}.parquet")
    (map_ / "_SUCCESS").write_bytes(b"")
    assert aantal_rijen(map_) == 10
    uitkomst = bereken_tabel(
        map_, tmp_path / "uit.parquet", ["aantal_kostendelers"], peildatum=date(2023, 1, 1), recht=WET
    )
    assert uitkomst.huishoudens == 10
    assert pq.read_table(tmp_path / "uit.parquet")["huishouden"].to_pylist() == goed["huishouden"].to_pylist()
    pq.write_table(tabel, map_ / "part-9.parquet")
    with pytest.raises(TabelFout, match=r"part-9\.parquet heeft andere kolommen dan part-0\.parquet"):
        bereken_tabel(map_, tmp_path / "uit2.parquet", ["leeftijd"], peildatum=date(2023, 1, 1), recht=WET)
    for pad in map_.glob("*.parquet"):
        pad.unlink()
    with pytest.raises(TabelFout, match=r"In de map delen staat geen \.parquet"):
        bereken_tabel(map_, tmp_path / "uit2.parquet", ["leeftijd"], peildatum=date(2023, 1, 1), recht=WET)
