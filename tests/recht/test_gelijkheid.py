"""Every engine the same cents: tables against the exact evaluator, every result, on households of every shape.

Per rule file its results are compared for thousands of households that state what those results read, each on a date of
its own. How many in all: MEEDOEN_TEST_GELIJKHEID (200000 is what the project promises; each rule file gets its share).
"""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meedoen.recht import Recht, RechtFout, laad_recht, lees_geval
from meedoen.recht.engine.decisions import lees_verordening
from meedoen.recht.engine.graph import volgorde
from meedoen.recht.engine.kernel import Kern, maak_kern
from meedoen.recht.engine.results import kolomnaam, noemer_in_tabel
from meedoen.recht.engine.table import bereken_blok
from tests.recht.engine.households import exact_antwoord, huishoudens
from tests.recht.engine.test_table import antwoord, rijen_van, schrijf, verordeningen_van
from tests.recht.random_households import Proef, als_tabel, maak_proef, verordeningen
from tests.recht.untraced import Rekening

pytestmark = pytest.mark.slow
UITBETALING = ("norm_per_maand", "aantal_kostendelers", "uitbetaling_per_maand")
AANTAL = int(os.environ.get("MEEDOEN_TEST_GELIJKHEID", "200000"))
GEGROEID = 60
"""So many are grown by hypothesis, which looks for the corner and shrinks what it finds."""
MET_SPOOR = 400
"""One in so many is also read and computed by the evaluator as it is, with its trace."""
RECHT = laad_recht()


def groepen(recht: Recht) -> dict[str, tuple[str, ...]]:
    """The results by rule file, and by whom they are about."""
    per_groep: dict[str, list[str]] = {}
    for naam in recht.vragen():
        bestand = recht.regels[naam][0].kop.bestand.removesuffix(".py")
        per_groep.setdefault(f"{bestand} {recht.van[naam] or 'persoon'}", []).append(naam)
    return {groep: tuple(namen) for groep, namen in per_groep.items()}


GROEPEN = groepen(RECHT)


def wezen_van(naam: str) -> str:
    """Whom a result is about; a rule that reads nothing about anybody is asked about a person."""
    return RECHT.van[naam] or "persoon"


@cache
def alles_over(wezen: str) -> tuple[str, ...]:
    """Every result about a person, an employer or a municipality that fits in a table: one kernel for all of them."""
    namen = [naam for deel in GROEPEN.values() for naam in deel if wezen_van(naam) == wezen]
    while True:
        try:
            return maak_kern(RECHT, tuple(namen)).gevraagd
        except RechtFout as fout:
            schuldig = {gebrek.regel for gebrek in fout.gebreken}
            namen = [naam for naam in namen if not schuldig.intersection(volgorde(RECHT.regels, (naam,)))]


@pytest.mark.parametrize("wezen", ("persoon", "werkgever", "gemeente"))
def test_every_result_fits_in_a_table(wezen: str) -> None:
    alle = {naam for naam in RECHT.vragen() if wezen_van(naam) == wezen}
    assert alle - set(alles_over(wezen)) == set(), "a value can go beyond 64 bits: `maak_kern` says where"


def in_tabel(proef: Proef, vragen: tuple[str, ...], besluiten: dict[str, Any]) -> Iterator[tuple[tuple[str, Any], ...]]:
    """Of each household the answers of the table for the person to compare."""
    kern = maak_kern(RECHT, alles_over(proef.wezen), besluiten)
    woningen, uit = bereken_blok(als_tabel(proef, RECHT), kern, None, False)
    assert uit is not None, woningen.gebreken(0, 3)
    gekozen = uit.take(proef.wie)
    kolommen = [list(_antwoorden(gekozen, naam, kern)) for naam in vragen]
    return zip(*kolommen, strict=True)


def _antwoorden(uit: Any, naam: str, kern: Kern) -> Iterator[tuple[str, Any]]:
    noemer = noemer_in_tabel(naam, kern)
    statussen, redenen = uit[f"{naam}_status"].to_pylist(), uit[f"{naam}_reden"].to_pylist()
    van = uit[f"{naam}_persoon"].to_pylist() if f"{naam}_persoon" in uit.column_names else [None] * len(statussen)
    for status, reden, wie, waarde in zip(statussen, redenen, van, uit[kolomnaam(naam, kern)].to_pylist(), strict=True):
        if status == "ontbreekt":
            yield status, (wie or "", reden)
        elif status:
            yield status, reden if status == "leeg" else ""
        else:
            yield "", (waarde, noemer) if type(waarde) is int else waarde


def zelfde(in_tabel: tuple[str, Any], exact: tuple[str, Any]) -> bool:
    """The same answer; of a number the table holds how many parts of so many."""
    if in_tabel[0] == "" == exact[0] and isinstance(in_tabel[1], tuple):
        teller, noemer = in_tabel[1]
        return bool(exact[1] * noemer == teller)
    return in_tabel == exact


@pytest.mark.parametrize("groep", GROEPEN)
def test_a_table_gives_every_result_to_the_cent(groep: str) -> None:
    zaad, past = sum(map(ord, groep)), alles_over(groep.split(" ")[1])
    vragen = tuple(naam for naam in GROEPEN[groep] if naam in past)
    if not vragen:
        pytest.skip("none of these fits in a table, as test_every_result_fits_in_a_table says")
    gemeenten = {
        naam: (opgave, lees_verordening({"gemeente": naam, **opgave}, recht=RECHT))
        for naam, opgave in verordeningen(RECHT, vragen, 25, zaad).items()
    }
    deel = max(100, round(AANTAL * len(vragen) / sum(map(len, GROEPEN.values()))))
    proef = maak_proef(RECHT, vragen, deel, zaad, gemeenten)
    van_tabel = in_tabel(proef, vragen, {naam: een for naam, (_, een) in gemeenten.items()})
    begin, soorten = 0, set()
    for nummer, (geval, antwoorden) in enumerate(zip(proef.gevallen, van_tabel, strict=True)):
        ik = proef.wie[nummer] - begin
        begin += len(geval.personen)
        rekening = Rekening(RECHT, geval, geval.verordening)
        for naam, gekregen in zip(vragen, antwoorden, strict=True):
            exact = rekening.antwoord(naam, ik)
            if exact[0] == "ontbreekt" and proef.wezen != "persoon":
                exact = ("ontbreekt", ("", exact[1][1]))  # such a table has no column for whose fact it is: of its row
            assert zelfde(gekregen, exact), (naam, exact, gekregen, proef.opgaven[nummer])
            soorten.add(exact[0])
        if nummer % MET_SPOOR == 0:
            _met_spoor(proef, nummer, ik, vragen, rekening)
    assert "" in soorten, "no household came to a value: the generator does not reach these rules"


@pytest.mark.parametrize("dag", (date(2019, 7, 1), date(2026, 1, 1)))
def test_machine_code_of_one_date_is_that_of_every_date(dag: date, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("meedoen.recht.engine.kernel.RIJEN_VOOR_EIGEN_CODE", 1)
    ((naam, opgave),) = verordeningen(RECHT, UITBETALING, 1, 7).items()
    besluiten = lees_verordening({"gemeente": naam, **opgave}, recht=RECHT)
    proef = maak_proef(RECHT, UITBETALING, max(500, AANTAL // 50), 7, {naam: (opgave, besluiten)})
    kern = replace(maak_kern(RECHT, UITBETALING, besluiten), rijen=1, eigen={})
    tabel = als_tabel(proef, RECHT).drop_columns(["peildatum", "gemeente"])
    _, van_een_dag = bereken_blok(tabel, kern, dag, True)
    kolom = pa.array([dag] * tabel.num_rows, pa.date32())
    _, van_elke = bereken_blok(tabel.append_column("peildatum", kolom), kern, None, True)
    assert len(kern.eigen) == 2, "a column of dates gets code of its own too: of that it knows no date"
    assert van_een_dag.equals(van_elke)
    assert van_een_dag["uitbetaling_per_maand_in_centen"].null_count < len(van_een_dag)


def _met_spoor(proef: Proef, nummer: int, ik: int, vragen: tuple[str, ...], rekening: Rekening) -> None:
    """The same household, stated as a case: read, checked and computed by `bereken`, one result at a time."""
    opgave, geval = proef.opgaven[nummer], proef.gevallen[nummer]
    gelezen = lees_geval(opgave, recht=RECHT)
    assert [een.feiten for een in gelezen.personen] == [een.feiten for een in geval.personen]
    for naam in vragen:
        exact = exact_antwoord(opgave, geval.personen[ik].id, naam, RECHT)
        assert rekening.antwoord(naam, ik) == exact, (naam, opgave)


@given(data=st.data())
@settings(max_examples=GEGROEID, deadline=None, suppress_health_check=list(HealthCheck))
def test_households_that_hypothesis_grows_are_the_same_too(data: st.DataObject, tmp_path_factory: Any) -> None:
    past = alles_over("persoon")
    over_personen = sorted(
        groep for groep in GROEPEN if groep.endswith(" persoon") and set(past).intersection(GROEPEN[groep])
    )
    vragen = tuple(naam for naam in GROEPEN[data.draw(st.sampled_from(over_personen))] if naam in past)
    opgave = data.draw(huishoudens(RECHT, vragen, meeste=4))
    kern = maak_kern(RECHT, alles_over("persoon"), verordeningen_van([opgave], RECHT))
    tabel = pq.read_table(schrijf(rijen_van([opgave], RECHT), tmp_path_factory.mktemp("tabel") / "in.parquet", RECHT))
    woningen, uit = bereken_blok(tabel, kern, None, False)
    assert uit is not None, woningen.gebreken(0, 3)
    for een, rij in zip(opgave["persoon"], uit.to_pylist(), strict=True):
        for naam in vragen:
            assert antwoord(rij, naam, kern) == exact_antwoord(opgave, een["id"], naam, RECHT), (naam, opgave)
