"""A small register as rows, and the municipalities that it names."""

import csv
import datetime
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

OP = datetime.date(2026, 11, 22)
Rijen = dict[str, list[list[str]]]

REGISTER: Rijen = {
    "personen": [
        ["P1", "999990019", "Anna", "Testma", "1980-05-17", "", "GM1680"],
        ["P2", "999990020", "Béla", "de Proefstra", "1978-01-02", "", "GM1680"],
        ["P3", "999990032", "Cleo", "Testma", "2010-02-28", "", "GM1680"],
        ["P4", "999990044", "Dirk", "Demohuis", "1960-12-31", "2020-06-01", "GM0106"],
    ],
    "bewoningen": [
        ["P1", "W1", "2010-03-01", "", "Fictiestraat", "12a", "9401 AB", "Proefhoven"],
        ["P2", "W1", "2010-03-01", "2016-01-01", "Fictiestraat", "12a", "9401 AB", "Proefhoven"],
        ["P2", "W2", "2016-01-01", "", "", "", "", ""],
        ["P3", "W1", "2010-03-01", "", "Fictiestraat", "12a", "9401 AB", "Proefhoven"],
        ["P4", "W9", "1990-01-01", "2020-06-01", "'s-Gravenweg", "3", "", ""],
    ],
    "relaties": [
        ["P1", "P2", "partner", "2010-03-01", "2016-01-01"],
        ["P1", "P3", "ouder", "2010-02-28", ""],
        ["P1", "P4", "commercieel", "2012-01-01", "2013-01-01"],
    ],
    "feiten": [
        ["P1", "inkomen_per_maand", "350.00", "2015-01-01", "2016-01-01", "loonstrook"],
        ["P1", "inkomen_per_maand", "400.50", "2016-01-01", "", "loonstrook"],
        ["P2", "student", "nee", "2015-01-01", "", "opgave"],
        ["P4", "vermogen", "-5000.00", "2015-01-01", "", "opgave"],
    ],
    "uitkeringen": [
        ["U1", "P1", "2015-01-01", "2016-01-01", "verhuisd"],
        ["U2", "P1", "2017-01-01", "", ""],
        ["U3", "P4", "2014-01-01", "2020-06-01", "overleden"],
    ],
    "indelingen": [
        ["I1", "P1", "30-50", "2015-01-01", "2018-01-01", "werkproef"],
        ["I2", "P1", "50-80", "2018-01-01", "", ""],
    ],
    "werkgevers": [
        ["WG1", "Proefbedrijf BV", "GM1730", "markt", "nee"],
        ["WG2", "Gemeente Aa en Hunze", "GM1680", "overheid", "ja"],
    ],
    "plaatsingen": [
        ["PL1", "P1", "WG1", "garantiebaan", "in_dienst", "tijdelijk", "2018-02-01", "2019-02-01",
         "24.00", "36.00", "55.00", "nee", "ja", "nee"],
        ["PL2", "P1", "WG2", "regulier", "in_dienst", "vast", "2019-02-01", "",
         "32.50", "36.00", "", "nee", "nee", "ja"],
    ],
    "adviezen": [
        ["A1", "P4", "2017-03-01", "gemeente", "positief", "2017-04-12"],
        ["A2", "P1", "2017-03-02", "persoon", "", ""],
    ],
    "besluiten": [
        ["B1", "P1", "toekenning_bijstand", "2015-01-12", "2015-01-01", "973.12"],
        ["B2", "P1", "ontheffing", "2016-01-12", "2016-02-01", ""],
    ],
}  # fmt: skip


@pytest.fixture(autouse=True)
def eigen_map(settings: Any, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A data folder for this test alone: other workers read in at the same time."""
    settings.MAP = tmp_path_factory.mktemp("map")


@pytest.fixture
def gemeenten(db: None) -> None:
    """Three municipalities of the partnership, one elsewhere, and one that no longer exists."""
    from meedoen.uitvoering.beleid.models import Gemeente, Herindeling

    for code, naam, tot in (
        ("GM1680", "Aa en Hunze", None),
        ("GM0106", "Assen", None),
        ("GM1730", "Tynaarlo", None),
        ("GM0014", "Groningen", None),
        ("GM0018", "Hoogezand-Sappemeer", datetime.date(2018, 1, 1)),
        ("GM1952", "Midden-Groningen", None),
    ):
        Gemeente.objects.update_or_create(code=code, defaults={"naam": naam, "tot": tot, "bron": "test"})
    Herindeling.objects.update_or_create(
        oude_id="GM0018",
        nieuwe_id="GM1952",
        vanaf=datetime.date(2018, 1, 1),
        defaults={"is_gesplitst": False, "is_geverifieerd": True, "bron": "test"},
    )


def schrijf(map_: Path, bladen: Rijen, *, scheiding: str = ",", codering: str = "utf-8") -> Path:
    """The bladen as CSV files in a folder."""
    map_.mkdir(parents=True, exist_ok=True)
    for naam, rijen in bladen.items():
        schrijf_csv(map_ / f"{naam}.csv", naam, rijen, scheiding=scheiding, codering=codering)
    return map_


def schrijf_csv(
    pad: Path, blad: str, rijen: Sequence[Sequence[str]], *, scheiding: str = ",", codering: str = "utf-8"
) -> Path:
    """One blad as CSV with its own header."""
    from meedoen.uitvoering.koppelingen.bladen import BLADEN

    with pad.open("w", encoding=codering, newline="") as bestand:
        schrijver = csv.writer(bestand, delimiter=scheiding)
        schrijver.writerow(BLADEN[blad].kolomnamen)
        schrijver.writerows(rijen)
    return pad


def schrijf_werkmap(pad: Path, bladen: Rijen) -> Path:
    """One workbook as a person makes it: dates as dates, numbers as numbers, the rest as text."""
    import xlsxwriter

    werkmap = xlsxwriter.Workbook(str(pad))
    datum = werkmap.add_format({"num_format": "dd-mm-yyyy"})
    for naam, rijen in bladen.items():
        vel = werkmap.add_worksheet(naam)
        for r, (typen, rij) in enumerate([((), kop(naam)), *((typen_van(naam), rij) for rij in rijen)]):
            for k, cel in enumerate(rij):
                waarde = getypt(cel, typen[k]) if typen else cel
                if isinstance(waarde, datetime.date):
                    vel.write_datetime(r, k, datetime.datetime.combine(waarde, datetime.time()), datum)
                elif isinstance(waarde, Decimal):
                    vel.write_number(r, k, float(waarde))
                elif waarde is not None:
                    vel.write(r, k, waarde)
    werkmap.close()
    return pad


def schrijf_parquet(map_: Path, bladen: Rijen) -> Path:
    """Typed Parquet files in a folder."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    map_.mkdir(parents=True, exist_ok=True)
    for naam, rijen in bladen.items():
        kolommen = [[getypt(rij[k], soort) for rij in rijen] for k, soort in enumerate(typen_van(naam))]
        pq.write_table(pa.table(dict(zip(kop(naam), kolommen, strict=True))), map_ / f"{naam}.parquet")
    return map_


def kop(blad: str) -> tuple[str, ...]:
    """Header of a blad."""
    from meedoen.uitvoering.koppelingen.bladen import BLADEN

    return BLADEN[blad].kolomnamen


def typen_van(blad: str) -> list[str]:
    """Names of the types of the columns of a blad."""
    from meedoen.uitvoering.koppelingen.bladen import BLADEN

    return [kolom.type.name for kolom in BLADEN[blad].kolommen]


def getypt(cel: str, soort: str) -> Any:
    """A canonical cell as the value that a typed file holds."""
    if cel == "":
        return None
    if soort == "DATUM":
        return datetime.date.fromisoformat(cel)
    if soort == "GETAL":
        return Decimal(cel)
    if soort == "JANEE":
        return cel == "ja"
    return cel


@pytest.fixture
def lees(gemeenten: None) -> Callable[..., Any]:
    """`lees(pad, **opties)`: read in as the command line does, on the fixed day."""
    from meedoen.uitvoering.koppelingen.acts import lees_in

    def roep_aan(pad: Path, **opties: Any) -> Any:
        return lees_in(pad, **{"door": None, "op": OP, **opties})

    return roep_aan


def stand() -> dict[str, list[tuple[Any, ...]]]:
    """The whole register as canonical rows, sorted: what two imports are compared by."""
    from meedoen.uitvoering.koppelingen import register
    from meedoen.uitvoering.koppelingen.bladen import BLADEN

    return {
        blad.naam: sorted(
            tuple("" if c is None else c for c in rij[2:])
            for rij in register.canonieke_rijen(blad, register.actueel(blad))
        )
        for blad in BLADEN.values()
    }


def verwachte_stand(bladen: Rijen = REGISTER) -> dict[str, list[tuple[Any, ...]]]:
    """What `stand` gives after reading these rows into an empty register."""
    from meedoen.uitvoering.koppelingen.bladen import BLADEN

    return {naam: sorted(tuple(rij) for rij in bladen.get(naam, [])) for naam in BLADEN}
