"""Families in a table are those that the exact evaluator sees: partners, and the children of either."""

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meedoen.recht import lees_geval
from meedoen.recht.engine.cases import als_opgave
from meedoen.recht.engine.dwellings import lees_woningen
from meedoen.recht.engine.families import LEEFTIJDEN, SOORTEN, gezinnen
from meedoen.recht.engine.household import Geval, kinderen
from meedoen.recht.engine.kernel import maak_kern
from tests.recht.engine.households import huishoudens
from tests.recht.engine.test_table import VRAGEN, WET, rijen_van, schrijf

RIJK = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


def verwacht(geval: Geval, plaats: int) -> tuple[str, str]:
    """Sort and age of the family of an adult, by the functions of the exact evaluator."""
    partner = geval.personen[plaats].partner
    heeft_kind = bool(kinderen(geval, plaats)[0])
    soort = SOORTEN[2 * (partner is not None) + heeft_kind]
    leeftijden = [geval.leeftijd(wie) for wie in {plaats, plaats if partner is None else partner}]
    bekend = [leeftijd for leeftijd in leeftijden if leeftijd is not None]
    if len(bekend) < len(leeftijden):
        return soort, LEEFTIJDEN[3]
    return soort, LEEFTIJDEN[0 if max(bekend) < 27 else 1 if max(bekend) < 67 else 2]


@given(gevallen=st.lists(huishoudens(WET, VRAGEN), min_size=1, max_size=6))
@RIJK
def test_families_of_a_table_are_those_of_a_case(gevallen: list[dict[str, Any]], tmp_path_factory: Any) -> None:
    pad = schrijf(rijen_van(gevallen, WET), tmp_path_factory.mktemp("gezin") / "in.parquet", WET)
    woningen = lees_woningen(pq.read_table(pad), maak_kern(WET, ("leeftijd",)), None)
    gevonden = gezinnen(woningen)
    rij = 0
    for opgave in gevallen:
        geval = lees_geval({**opgave, "gevraagd": ["leeftijd"]}, recht=WET)
        for plaats, persoon in enumerate(geval.personen):
            hoofd, leeftijd = gevonden.hoofd[rij + plaats], geval.leeftijd(plaats)
            if leeftijd is None or leeftijd >= 18 or persoon.partner is not None:
                paar = [plaats] if persoon.partner is None else [plaats, persoon.partner]
                assert hoofd == rij + min(paar)
                assert (SOORTEN[gevonden.soort[hoofd]], LEEFTIJDEN[gevonden.leeftijd[hoofd]]) == verwacht(geval, plaats)
            assert gevonden.is_hoofd[hoofd]
        rij += len(geval.personen)


@given(opgave=huishoudens(WET, VRAGEN))
@RIJK
def test_a_dwelling_of_a_table_is_the_case_it_came_from(opgave: dict[str, Any], tmp_path_factory: Any) -> None:
    pad = schrijf(rijen_van([opgave], WET), tmp_path_factory.mktemp("geval") / "in.parquet", WET)
    terug = lees_geval(als_opgave(pq.read_table(pad), opgave["gevraagd"], WET, None), recht=WET)
    zelf = lees_geval(opgave, recht=WET)
    assert (terug.peildatum, terug.gevraagd, terug.personen) == (zelf.peildatum, zelf.gevraagd, zelf.personen)


@pytest.mark.parametrize("ouders", [pa.array([None, None, "a|b"]), pa.array([None, None, ["a", "b"]])])
def test_ids_of_parents_are_text_or_a_list(ouders: Any) -> None:
    rijen = pa.table(
        {"huishouden": ["1"] * 3, "persoon": ["a", "b", "c"], "peildatum": ["2023-01-01"] * 3, "ouders": ouders}
    )
    assert als_opgave(rijen, ["leeftijd"], WET, None)["persoon"][2] == {"id": "c", "ouders": ["a", "b"]}


def test_yes_and_no_may_be_text(tmp_path: Path) -> None:
    rijen = pa.table({"huishouden": ["1"], "persoon": ["a"], "peildatum": ["2023-01-01"], "student": ["true"]})
    assert als_opgave(rijen, ["leeftijd"], WET, None)["persoon"] == [{"id": "a", "student": True}]
