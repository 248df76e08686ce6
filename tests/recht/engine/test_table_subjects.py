"""Tables about employers and municipalities, and judgments in a table."""

from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from meedoen.recht import Recht, TabelFout
from meedoen.recht.engine.decisions import lees_verordening
from meedoen.recht.engine.kernel import maak_kern
from meedoen.recht.engine.table import FOUTKOLOMMEN, bereken_kolommen, bereken_tabel
from tests.recht.engine.households import exact_antwoord, huishoudens
from tests.recht.engine.test_table import RIJK, WET, antwoord, schrijf

OP = date(2023, 1, 1)
OVER = {wezen: tuple(naam for naam, van in WET.van.items() if van == wezen) for wezen in ("werkgever", "gemeente")}


@pytest.mark.parametrize("wezen", OVER)
@given(data=st.data())
@RIJK
def test_a_table_about_employers_or_municipalities_gives_what_a_case_gives(
    wezen: str, data: st.DataObject, tmp_path_factory: Any
) -> None:
    gevallen = data.draw(st.lists(huishoudens(WET, OVER[wezen]), min_size=1, max_size=4))
    rijen, verordeningen = [], {}
    for nummer, geval in enumerate(gevallen):
        for een in geval[wezen]:
            een["id"] = f"{nummer} {een['id']}"
            feiten = {naam: een.get(naam) for naam, feit in WET.feiten.items() if feit.van == wezen}
            rijen.append({wezen: een["id"], "gemeente": een["id"], "peildatum": geval["peildatum"], **feiten})
            if "verordening" in geval:
                verordeningen[een["id"]] = lees_verordening(geval["verordening"], recht=WET)
    map_, kern = tmp_path_factory.mktemp("tabel"), maak_kern(WET, OVER[wezen])
    schrijf(rijen, map_ / "in.parquet", WET)
    bereken_tabel(map_ / "in.parquet", map_ / "uit.parquet", OVER[wezen], recht=WET, verordening=verordeningen)
    uit = iter(pq.read_table(map_ / "uit.parquet").to_pylist())
    for geval in gevallen:
        for een in geval[wezen]:
            rij = next(uit)
            assert rij[wezen] == een["id"]
            for naam in OVER[wezen]:
                soort, waarde = exact_antwoord(geval, een["id"], naam, WET)
                is_van_een = soort == "ontbreekt" and waarde[0]
                rij[f"{naam}_persoon"] = een["id"] if is_van_een else None
                assert antwoord(rij, naam, kern) == (soort, waarde), (geval, naam)


def test_an_employer_may_stand_in_a_table_more_than_once() -> None:
    tabel = pa.table({"werkgever": ["a", "b", "a"], "aantal_werknemers": [100, 24, 45], "sector": ["markt"] * 3})
    uit = bereken_kolommen(tabel, ["banenquotum"], peildatum=OP, recht=WET)
    assert uit.column_names == ["werkgever", "banenquotum", "banenquotum_status", "banenquotum_reden"]
    assert uit["banenquotum"].to_pylist() == [5, None, 2]


WERKGEVERS: list[tuple[str, dict[str, Any], list[str], str]] = [
    ("geen id", {"aantal_werknemers": [1]}, ["banenquotum"], "de kolom werkgever ontbreekt"),
    ("feit van een persoon", {"werkgever": ["a"], "student": [True]}, ["banenquotum"], "student gaat over een persoon"),
    ("verschreven", {"werkgever": ["a"], "sectro": ["markt"]}, ["banenquotum"], "bedoelt u sector?"),
    ("door elkaar", {"werkgever": ["a"]}, ["banenquotum", "leeftijd"], "gaan over persoon en werkgever"),
    ("leeg id", {"werkgever": ["", None]}, ["banenquotum"], "een tekst van 1 tot en met 100 tekens"),
    ("te hoog", {"werkgever": ["a"], "aantal_werknemers": [100001]}, ["banenquotum"], "een getal van 0 tot en met"),
]


@pytest.mark.parametrize(
    ("kolommen", "vragen", "wat"), [deel[1:] for deel in WERKGEVERS], ids=[deel[0] for deel in WERKGEVERS]
)
def test_a_table_about_employers_that_is_none_is_refused(
    kolommen: dict[str, Any], vragen: list[str], wat: str, tmp_path: Path
) -> None:
    pq.write_table(pa.table(kolommen), tmp_path / "in.parquet")
    with pytest.raises(TabelFout, match=wat.replace("?", r"\?")):
        bereken_tabel(tmp_path / "in.parquet", tmp_path / "uit.parquet", vragen, peildatum=OP, recht=WET)


def test_the_faults_of_employers_are_written_with_their_id(tmp_path: Path) -> None:
    pq.write_table(pa.table({"werkgever": ["a", "b"], "aantal_werknemers": [-1, 40]}), tmp_path / "in.parquet")
    paden = {"fouten": tmp_path / "fouten.parquet", "geweigerd": tmp_path / "geweigerd.parquet"}
    uit = tmp_path / "uit.parquet"
    telling = bereken_tabel(
        tmp_path / "in.parquet", uit, ["banenquotum"], peildatum=OP, recht=WET, alleen_juiste=True, **paden
    )
    assert (telling.rijen, telling.geweigerd) == (2, 1)
    fout = pq.read_table(paden["fouten"]).to_pylist()[0]
    assert (fout["rij"], fout["werkgever"], fout["kolom"], fout["waarde"]) == (1, "a", "aantal_werknemers", "-1")
    assert set(fout) == {"werkgever", *FOUTKOLOMMEN} - {"huishouden", "persoon"}
    assert pq.read_table(paden["geweigerd"]).column_names == ["werkgever", "aantal_werknemers"]
    assert pq.read_table(uit)["werkgever"].to_pylist() == ["b"]


def _oordelen(antwoorden: list[Any], door: Any, wet: Recht) -> Any:
    namen = [f"p{nummer}" for nummer in range(len(antwoorden))]
    kolommen = {"huishouden": namen, "persoon": namen, "dringende_redenen": pa.array(antwoorden, pa.bool_())}
    kolommen |= {} if door is None else {"dringende_redenen_door": door}
    return bereken_kolommen(pa.table(kolommen), ["heeft_recht_op_afwijking"], peildatum=OP, recht=wet)


def test_a_judgment_is_asked_for_and_read_with_the_name_of_who_gave_it(wet: Recht) -> None:
    uit = _oordelen([True, False, None], pa.array(["M. Voorbeeld", "M. Voorbeeld", None]), wet)
    assert uit["heeft_recht_op_afwijking"].to_pylist() == [True, False, None]
    assert uit["heeft_recht_op_afwijking_reden"].to_pylist() == [None, None, "dringende_redenen"]


@pytest.mark.parametrize(
    ("antwoorden", "door", "veld"),
    [
        ([True], None, "dringende_redenen_door"),
        ([True], pa.array([None], pa.string()), "dringende_redenen_door"),
        ([True], pa.array(["  "]), "dringende_redenen_door"),
        ([True], pa.array(["x" * 201]), "dringende_redenen_door"),
        ([True], pa.array([["M. Voorbeeld"]]), "dringende_redenen_door"),
        ([None], pa.array(["M. Voorbeeld"]), "dringende_redenen"),
    ],
    ids=["geen kolom", "niemand", "spaties", "te lang", "lijst", "naam zonder antwoord"],
)
def test_a_judgment_that_nobody_gave_is_refused(antwoorden: list[Any], door: Any, veld: str, wet: Recht) -> None:
    with pytest.raises(TabelFout) as fout:
        _oordelen(antwoorden, door, wet)
    assert [(rij, gebrek.veld) for rij, gebrek in fout.value.gebreken] == [(1, veld)]


def test_a_judgment_that_is_not_its_kind_of_answer_is_refused(wet: Recht) -> None:
    kolommen = {"huishouden": ["a"], "persoon": ["a"], "passend_bedrag": ["500.01"], "passend_bedrag_door": ["M. V."]}
    with pytest.raises(TabelFout, match=r"passend_bedrag = 500\.01"):
        bereken_kolommen(pa.table(kolommen), ["afwijking_per_maand"], peildatum=OP, recht=wet)
