"""`meedoen recht bladzijden`: every page of the law as a file that works from disk."""

import html
import json
import re
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from meedoen import cli
from meedoen.recht import RechtFout, laad_recht
from meedoen.recht.engine.errors import Taalgebrek
from meedoen.uitvoering.huisstijl import drawing
from meedoen.uitvoering.naslag import cases, contents

pytestmark = pytest.mark.slow
LINK = re.compile(r'(?:href|src)="([^"]*)"')
ID = re.compile(r'\bid="([^"]*)"')
MEESTE_BYTES = 300_000


@pytest.fixture(scope="module")
def uitmap(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages, written once by the command; charts are not drawn here."""
    map_ = tmp_path_factory.mktemp("recht") / "uit"
    with pytest.MonkeyPatch.context() as plek:
        plek.setattr(drawing, "svg", lambda *_spec, **_meer: "<svg></svg>")
        assert cli.main(["recht", "bladzijden", str(map_)]) == 0
    return map_


@pytest.fixture(scope="module")
def teksten(uitmap: Path) -> dict[Path, str]:
    """The text of every page."""
    return {pad.resolve(): pad.read_text("utf-8") for pad in uitmap.rglob("*.html")}


@pytest.fixture(scope="module")
def ids(teksten: dict[Path, str]) -> dict[Path, list[str]]:
    """The ids of every page, in order."""
    return {pad: ID.findall(tekst) for pad, tekst in teksten.items()}


def test_every_name_of_the_law_and_every_case_has_its_file(uitmap: Path) -> None:
    pakket = laad_recht()
    for map_, namen in (
        ("", pakket.regels),
        ("bedragen", pakket.bedragen),
        ("feiten", pakket.feiten),
        ("termen", pakket.termen),
    ):
        assert all((uitmap / map_ / f"{naam}.html").is_file() for naam in namen)
    assert all((uitmap / "gevallen" / f"{sleutel}.html").is_file() for sleutel in cases.gevallen())
    assert len(list(uitmap.rglob("*.html"))) == len(list(contents.alle()))


def test_every_link_leads_to_a_file_and_a_place_in_it(teksten: dict[Path, str], ids: dict[Path, list[str]]) -> None:
    plekken = {pad: set(eigen) for pad, eigen in ids.items()}

    @cache
    def bestand(map_: Path, doel: str) -> Path | None:
        naar = (map_ / unquote(doel)).resolve()
        return naar if naar.is_file() else None

    kapot = []
    for pad, tekst in teksten.items():
        for link in set(LINK.findall(tekst)):
            doel = urlsplit(html.unescape(link))
            if doel.scheme in {"http", "https"}:
                continue
            naar = bestand(pad.parent, doel.path) if doel.path else pad
            if naar is None or (doel.fragment and doel.fragment not in plekken[naar]):
                kapot.append(f"{pad.name}: {link}")
    assert not kapot


def test_no_page_is_heavy_or_leaves_a_form_or_a_rest_of_a_template(
    teksten: dict[Path, str], ids: dict[Path, list[str]]
) -> None:
    for pad, tekst in teksten.items():
        assert len(tekst.encode()) <= MEESTE_BYTES, f"{pad.name} is {len(tekst.encode())} bytes"
        assert tekst.count("<h1") == 1, pad.name
        assert "<form" not in tekst and "<script" not in tekst and "{{" not in tekst and "{%" not in tekst, pad.name
        assert len(ids[pad]) == len(set(ids[pad])) and all(ids[pad]), f"{pad.name}: ids"


def test_styles_and_letters_come_along(uitmap: Path) -> None:
    stijl = uitmap / "static" / "huisstijl" / "meedoen.css"
    letters = re.findall(r'url\("([^"]+)"\)', stijl.read_text("utf-8"))
    assert letters and all((stijl.parent / letter).is_file() for letter in letters)


def test_the_folder_tells_which_law_it_is_about(uitmap: Path) -> None:
    kenmerk = json.loads((uitmap / "rechtspakket.json").read_text("utf-8"))
    assert (kenmerk["versie"], kenmerk["hash"]) == (laad_recht().versie, laad_recht().hash)


@pytest.fixture
def weinig(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the lists without charts, to write quickly."""
    alle = list(contents.alle())[:1]
    monkeypatch.setattr(contents, "alle", lambda: iter(alle))


def test_writing_again_replaces_and_removes_what_the_law_no_longer_has(weinig: None, tmp_path: Path) -> None:
    assert cli.main(["recht", "bladzijden", str(tmp_path)]) == 0
    kenmerk = tmp_path / "rechtspakket.json"
    eerder = json.loads(kenmerk.read_text()) | {"bladzijden": ["index.html", "oude_regel.html"]}
    kenmerk.write_text(json.dumps(eerder))
    (tmp_path / "oude_regel.html").write_text("oud")
    (tmp_path / "eigen.html").write_text("van iemand anders")
    assert cli.main(["recht", "bladzijden", str(tmp_path)]) == 0
    assert not (tmp_path / "oude_regel.html").exists() and (tmp_path / "eigen.html").exists()


def test_a_folder_with_something_else_in_it_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "index.html").write_text("een andere website")
    assert cli.main(["recht", "bladzijden", str(tmp_path)]) == 2
    assert "bevat al iets anders" in capsys.readouterr().err
    assert [pad.name for pad in tmp_path.iterdir()] == ["index.html"]


def test_a_law_that_does_not_load_is_told_with_file_and_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def faal() -> None:
        raise RechtFout([Taalgebrek("participatiewet/middelen.py", 12, "vermogen", "a circle", "split it")])

    monkeypatch.setattr("meedoen.recht.laad_recht", faal)
    assert cli.main(["recht", "bladzijden", str(tmp_path / "uit")]) == 1
    gezegd = capsys.readouterr().err
    assert "participatiewet/middelen.py:12" in gezegd and "split it" in gezegd
    assert not (tmp_path / "uit").exists()


def test_the_pages_are_written_in_english_when_asked(weinig: None, tmp_path: Path) -> None:
    assert cli.main(["recht", "bladzijden", str(tmp_path), "--taal", "en"]) == 0
    assert '<html lang="en"' in (tmp_path / "index.html").read_text("utf-8")


def test_the_wheel_carries_the_cases() -> None:
    from tests.inventory.sources import PYPROJECT, ROOT

    mee = PYPROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert mee["gevallen"] == "meedoen/gevallen" and (ROOT / "gevallen").is_dir()
    assert cases.map_van_gevallen() == ROOT / "gevallen"
