"""The real law in a table: every case in `gevallen/`, as rows of one file, has there what the exact evaluator says."""

import tomllib
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from meedoen.recht import Uitkomst, bereken, laad_recht, lees_geval
from meedoen.recht.engine.facts import Feit
from meedoen.recht.engine.graph import benodigde_feiten
from meedoen.recht.engine.table import bereken_tabel
from meedoen.recht.engine.terms import Verordening

PADEN = [
    pad
    for pad in sorted((Path(__file__).parents[2] / "gevallen").rglob("*.toml"))
    if "[[persoon]]" in pad.read_text("utf-8")
]
"""Cases about persons: a table has persons in dwellings, no employers and no municipalities."""
GEVRAAGD = (
    "norm_per_maand",
    "aantal_kostendelers",
    "uitbetaling_per_maand",
    "vakantietoeslag_per_maand",
    "loonkostensubsidie_per_maand",
)
LIJSTEN = {"commerciele_relatie_met", "ouders"}


def kolom(naam: str, waarden: list[Any]) -> pa.Array:
    if naam in LIJSTEN:
        return pa.array(waarden, pa.list_(pa.string()))
    feit = laad_recht().feiten.get(naam)
    if feit and feit.vorm == "lijst":
        soort = pa.list_(pa.struct([(veld, soort_van(van)) for veld, van in feit.velden.items()]))
        return pa.array([rijen and [rij_van(feit, rij) for rij in rijen] for rijen in waarden], soort)
    if feit is None:
        return pa.array(waarden)
    return pa.array([None if w is None else cel_van(feit, w) for w in waarden], soort_van(feit))


def cellen(persoon: dict[str, Any]) -> dict[str, Any]:
    """The cells of a person: those of a judgment are its answer, and who gave it."""
    alle: dict[str, Any] = {}
    for naam, waarde in persoon.items():
        is_oordeel = isinstance(waarde, dict)
        alle |= {naam: waarde["antwoord"], f"{naam}_door": waarde["door"]} if is_oordeel else {naam: waarde}
    return alle


def rij_van(feit: Feit, rij: dict[str, Any]) -> dict[str, Any]:
    return {veld: cel_van(feit.velden[veld], waarde) for veld, waarde in rij.items()}


def soort_van(feit: Feit) -> pa.DataType:
    """The type of the column, or of the field of a list, that holds values of this fact."""
    soorten = {"datum": pa.date32(), "ja_nee": pa.bool_(), "keuze": pa.string()}
    return pa.string() if feit.vorm == "relatie" else soorten.get(feit.soort.vorm, pa.decimal128(14, 2))


def cel_van(feit: Feit, waarde: Any) -> Any:
    return Decimal(str(waarde)) if feit.soort.vorm == "getal" else waarde


def cel(uitkomst: Uitkomst, rij: dict[str, Any], naam: str) -> tuple[Fraction | None, Fraction | None]:
    """(exact, in the table) for one result of one row; in the table amounts are whole cents."""
    exact = uitkomst.waarden[rij["persoon"]][naam]
    in_tabel = rij.get(f"{naam}_in_centen", rij.get(naam))
    is_geld = f"{naam}_in_centen" in rij
    gelezen = None if in_tabel is None else Fraction(in_tabel) / (100 if is_geld else 1)
    return None if exact is None else Fraction(exact), gelezen  # type: ignore[arg-type]


def test_every_case_has_in_a_table_what_the_exact_evaluator_says(tmp_path: Path) -> None:
    rijen: list[dict[str, Any]] = []
    exact: dict[str, Uitkomst] = {}
    verordeningen: dict[str, Verordening] = {}
    for pad in PADEN:
        opgave = tomllib.loads(pad.read_text("utf-8"), parse_float=Decimal)
        personen = [{k: w for k, w in persoon.items() if k != "gevraagd"} for persoon in opgave["persoon"]]
        geval = lees_geval({**opgave, "persoon": personen, "gevraagd": list(GEVRAAGD)})
        exact[f"{pad}"] = bereken(geval, vragen=True)
        if "verordening" in opgave:
            verordeningen[f"{pad}"] = geval.verordening
        vast = {"huishouden": f"{pad}", "gemeente": f"{pad}", "peildatum": opgave["peildatum"]}
        rijen += [{**vast, "persoon": persoon.pop("id"), **cellen(persoon)} for persoon in personen]
    nodig = {
        "huishouden",
        "gemeente",
        "persoon",
        "peildatum",
        *LIJSTEN,
        *benodigde_feiten(laad_recht().regels, GEVRAAGD),
    }
    nodig |= {"partner", "geboortedatum"} | {f"{naam}_door" for naam in nodig}
    namen = dict.fromkeys(naam for rij in rijen for naam in rij if naam in nodig)
    tabel = pa.table({naam: kolom(naam, [rij.get(naam) for rij in rijen]) for naam in namen})
    pq.write_table(tabel, tmp_path / "in.parquet")
    telling = bereken_tabel(tmp_path / "in.parquet", tmp_path / "uit.parquet", GEVRAAGD, verordening=verordeningen)
    assert (telling.rijen, telling.huishoudens, telling.geweigerd) == (len(rijen), len(PADEN), 0)
    for rij in pq.read_table(tmp_path / "uit.parquet").to_pylist():
        for naam in GEVRAAGD:
            van_exact, in_tabel = cel(exact[rij["huishouden"]], rij, naam)
            assert van_exact == in_tabel, (rij["huishouden"], rij["persoon"], naam)
