"""A chart says in words and in a table what it draws, and obeys the content security policy."""

import datetime
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from django.template import Context, Template
from django.utils.translation import override

from meedoen.uitvoering.huisstijl import drawing
from meedoen.uitvoering.huisstijl.charts import Grafiek, Punt, lijngrafiek, staafgrafiek

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(autouse=True)
def _eigen_map(settings: Any, tmp_path: Path) -> Iterator[None]:
    settings.MAP = tmp_path
    drawing._bewaarplaats.cache_clear()
    yield
    drawing._bewaarplaats.cache_clear()


def staaf(titel: str = "Mensen & doelgroepen", beschrijving: str = 'Van "0-30" staan er 832.') -> Grafiek:
    waarden = [("0-30", "Register", 832), ("0-30", "2016", Decimal("1000.5")), ("0-30", "Kadernota", 832)]
    waarden += [("jongeren", "Register", 96), ("jongeren", "Kadernota", None)]
    return staafgrafiek(
        titel=titel,
        beschrijving=beschrijving,
        punten=[Punt(*waarde) for waarde in waarden],
        eenheid="personen",
        merkreeks="Kadernota",
    )


def lijn() -> Grafiek:
    jaren = [datetime.date(2015 + i, 1, 1) for i in range(4)]
    return lijngrafiek(
        titel="Plekken",
        beschrijving="Van 0 tot 30.",
        punten=[Punt(jaar, reeks, None if i == 2 else 10 * i) for i, jaar in enumerate(jaren) for reeks in ("a", "b")],
        eenheid="plekken",
    )


@pytest.mark.parametrize("is_smal", [False, True])
@pytest.mark.parametrize("beeld", [staaf, lijn])
def test_the_drawing_is_one_image_with_name_and_description(beeld: object, is_smal: bool) -> None:
    grafiek = beeld()  # type: ignore[operator]
    wortel = ElementTree.fromstring(grafiek.svg(is_smal))
    titel, beschrijving = wortel.find(f"{SVG}title"), wortel.find(f"{SVG}desc")
    assert titel is not None
    assert beschrijving is not None
    assert (titel.text, beschrijving.text) == (grafiek.titel, grafiek.beschrijving)
    assert wortel.get("role") == "img"
    assert wortel.get("aria-labelledby") == f"{titel.get('id')} {beschrijving.get('id')}"
    assert not [e for e in wortel.iter() if e is not wortel and e.get("role")]


@pytest.mark.parametrize("beeld", [staaf, lijn])
def test_the_drawing_needs_no_style_and_no_script(beeld: object) -> None:
    svg = beeld().svg()  # type: ignore[operator]
    assert not re.search(r"\sstyle=|<style|<script|\son\w+=|href=", svg)


def test_series_differ_without_colour() -> None:
    svg = staaf().svg()
    assert re.search(r'<pattern id="p\w+-1"', svg)
    assert re.search(r'fill="url\(#p\w+-1\)"', svg)
    assert f'fill="{drawing.KLEUREN[1]}" stroke' not in svg
    assert len(set(re.findall(r'stroke-dasharray="([^"]+)"', lijn().svg()))) >= 2


def test_numbers_are_dutch_and_an_unknown_value_is_said_and_left_open() -> None:
    grafiek = staaf()
    assert ">1.000,5<" in grafiek.svg()
    assert grafiek.koppen == ("Onderdeel", "Register", "2016", "Kadernota")
    assert grafiek.rijen == (("0-30", "832", "1.000,5", "832"), ("jongeren", "96", "-", "onbekend"))


def test_numbers_of_a_series_stand_under_each_other() -> None:
    punten = [Punt("a", "banen", Decimal("12.00")), Punt("b", "banen", Decimal("12.5")), Punt("a", "mensen", 3)]
    grafiek = lijngrafiek(titel="t", beschrijving="b", punten=punten, eenheid="")
    assert grafiek.rijen == (("a", "12,0", "3"), ("b", "12,5", "-"))


def test_months_and_numbers_follow_the_language() -> None:
    punten = [Punt(datetime.date(2026, m, 1), "a", 1000 * m) for m in (3, 5)]
    grafiek = lijngrafiek(titel="t", beschrijving="b", punten=punten, eenheid="euro")
    nederlands = grafiek.svg()
    with override("en"):
        engels = grafiek.svg()
    assert "maart" in nederlands
    assert "March" in engels
    assert ">4.000<" in nederlands
    assert ">4,000<" in engels


def test_a_drawing_is_kept_and_used_again(monkeypatch: pytest.MonkeyPatch) -> None:
    eerste = staaf().svg()
    monkeypatch.setattr(drawing, "_teken", lambda *_: pytest.fail("drawn a second time"))
    assert staaf().svg() == eerste


def test_more_series_than_can_be_told_apart_are_refused() -> None:
    punten = [Punt("x", f"reeks {i}", i) for i in range(7)]
    with pytest.raises(ValueError, match="te veel om te onderscheiden"):
        staafgrafiek(titel="t", beschrijving="b", punten=punten, eenheid="personen")


@pytest.mark.parametrize("deel", ['<rect style="fill:red"/>', "<style>a{}</style>", "<script>1</script>"])
def test_a_drawing_that_the_browser_would_block_is_refused(deel: str) -> None:
    with pytest.raises(ValueError, match="weigert"):
        drawing.gekeurd(f"<svg>{deel}</svg>", "t")


def test_the_tag_puts_the_table_beside_the_drawing() -> None:
    html = Template("{% load huisstijl %}{% grafiek g %}").render(Context({"g": staaf()}))
    assert html.count("<svg") == 2
    assert html.count("<details") == 1
    assert '<th scope="row">jongeren</th>' in html
    assert "Mensen &amp; doelgroepen" in html
