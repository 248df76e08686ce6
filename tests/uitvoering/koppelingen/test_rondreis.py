"""Round trips: any register that is right comes in unchanged, and what is written out can be read in again."""

import datetime
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meedoen.uitvoering.kern.models import Gebeurtenis
from meedoen.uitvoering.koppelingen.acts import lees_in, schrijf_uit
from meedoen.uitvoering.koppelingen.values import doorstaat_elfproef

from .conftest import OP, REGISTER, Rijen, schrijf, schrijf_parquet, schrijf_werkmap, stand, verwachte_stand

GEMEENTEN = ("GM1680", "GM0106", "GM1730")
BSNS = [str(n) for n in range(999_990_000, 1_000_000_000) if doorstaat_elfproef(str(n))]


def _leeg() -> None:
    """Empty the register again, children first."""
    from meedoen.uitvoering.koppelingen import register
    from meedoen.uitvoering.koppelingen.bladen import BLADEN

    for blad in reversed([b for b in BLADEN.values() if b.naam not in ("personen", "werkgevers")]):
        register.tabel(blad)._default_manager.all().delete()
    for naam in ("werkgevers", "personen"):
        register.tabel(BLADEN[naam])._default_manager.all().delete()


namen = (
    st.text(
        st.characters(codec="windows-1252", categories=["L", "Zs", "Nd"], include_characters="'.,;\"-()&"),
        min_size=1,
        max_size=40,
    )
    .map(str.strip)
    .filter(lambda n: n and n.isprintable() and n[0] not in "=+-@'")
)
datums = st.dates(datetime.date(1990, 1, 1), OP).map(datetime.date.isoformat)


@st.composite
def periodes(draw: st.DrawFn, hoogstens: int = 3) -> list[tuple[str, str]]:
    """Periods of one person that follow each other, the last one open or not."""
    punten = sorted(set(draw(st.lists(datums, min_size=1, max_size=2 * hoogstens))))
    paren = [(punten[n], punten[n + 1]) for n in range(0, len(punten) - 1, 2)]
    return [*paren, (punten[-1], "")] if len(punten) % 2 else paren


@st.composite
def registers(draw: st.DrawFn) -> Rijen:
    """A small register that breaks no rule."""
    aantal = draw(st.integers(1, 4))
    uit: Rijen = {naam: [] for naam in REGISTER}
    bsns = draw(st.lists(st.sampled_from(BSNS), min_size=aantal, max_size=aantal, unique=True))
    for n, bsn in enumerate(bsns):
        geboren = draw(st.dates(datetime.date(1930, 1, 1), datetime.date(1989, 12, 31))).isoformat()
        p = f"P{n}"
        uit["personen"].append([p, bsn, draw(namen), draw(namen), geboren, "", draw(st.sampled_from(GEMEENTEN))])
        uit["bewoningen"] += [[p, f"W{n % 2}", vanaf, tot, "", "", "", ""] for vanaf, tot in draw(periodes())]
        uit["uitkeringen"] += [[f"U{n}-{k}", p, *periode, ""] for k, periode in enumerate(draw(periodes()))]
        uit["indelingen"] += [
            [f"I{n}-{k}", p, draw(st.sampled_from(["0-30", "80-100", "wsw-oud"])), *periode, ""]
            for k, periode in enumerate(draw(periodes()))
        ]
        bedrag = st.decimals(-99999, 99999, places=2).map(lambda d: f"{d:.2f}" if d else "0.00")
        uit["feiten"] += [[p, "vermogen", draw(bedrag), *periode, draw(namen)] for periode in draw(periodes())]
    if aantal > 1:
        uit["relaties"] += [["P0", "P1", "partner", *periode] for periode in draw(periodes())]
    return uit


SCHRIJVERS: dict[str, Callable[[Path, Rijen], Path]] = {
    "csv": lambda map_, r: schrijf(map_ / "r", r),
    "windows-1252": lambda map_, r: schrijf(map_ / "r", r, scheiding=";", codering="windows-1252"),
    "xlsx": lambda map_, r: schrijf_werkmap(map_ / "r.xlsx", r),
}


@pytest.mark.django_db
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(bladen=registers(), vorm=st.sampled_from(sorted(SCHRIJVERS)))
def test_elk_goed_register_komt_ongewijzigd_binnen(gemeenten: None, bladen: Rijen, vorm: str) -> None:
    map_ = Path(tempfile.mkdtemp())
    try:
        _leeg()
        pad = SCHRIJVERS[vorm](map_, bladen)
        verslag = lees_in(pad, door=None, op=OP)
        assert verslag.fouten == ()
        assert stand() == verwachte_stand(bladen)
        assert lees_in(pad, door=None, op=OP).aantal_te_laden == 0
    finally:
        shutil.rmtree(map_)


@pytest.mark.django_db
@pytest.mark.parametrize("vorm", ["csv", "parquet", "xlsx"])
def test_wat_eruit_gaat_komt_er_net_zo_weer_in(vorm: str, tmp_path: Path, lees: Callable[..., Any]) -> None:
    lees(schrijf_parquet(tmp_path / "in", REGISTER))
    bestanden = schrijf_uit(tmp_path / "uit", door=None, op=OP, vorm=vorm)
    bron = bestanden[0] if vorm == "xlsx" else tmp_path / "uit"
    assert lees(bron).aantal_te_laden == 0
    _leeg()
    verslag = lees(bron)
    assert verslag.fouten == ()
    assert stand() == verwachte_stand()


@pytest.mark.django_db
def test_uitschrijven_van_een_gemeente_geeft_alleen_haar_inwoners(tmp_path: Path, lees: Callable[..., Any]) -> None:
    lees(schrijf(tmp_path / "in", REGISTER))
    schrijf_uit(tmp_path / "uit", door=None, op=OP, vorm="csv", gemeentecodes=["GM0106"])
    tekst = {pad.stem: pad.read_text("utf-8-sig").splitlines()[1:] for pad in (tmp_path / "uit").iterdir()}
    assert [regel.split(";")[0] for regel in tekst["personen"]] == ["P4"]
    assert [regel.split(";")[0] for regel in tekst["uitkeringen"]] == ["U3"]
    assert tekst["relaties"] == tekst["plaatsingen"] == tekst["werkgevers"] == []
    assert list(Gebeurtenis.objects.filter(handeling="schrijf_uit").values_list("gemeentecode", flat=True)) == [
        "GM0106"
    ]
