"""A document is a tagged PDF/UA in Dutch, with the shipped typeface, or it is not made at all."""

import datetime
import re
import shutil
import subprocess
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.utils.translation import gettext_lazy

from meedoen.uitvoering.huisstijl import print as druk
from meedoen.uitvoering.huisstijl.charts import Punt, staafgrafiek

VERSLAG = "huisstijl/typst/verslag.typ"


def gegevens() -> dict[str, Any]:
    grafiek = staafgrafiek(
        titel="Plekken",
        beschrijving="Assen heeft er 26, Tynaarlo 46.",
        punten=[Punt("Assen", "Register", 26), Punt("Tynaarlo", "Register", 46)],
        eenheid="plekken",
        bron="Register",
    )
    return {
        "titel": "Beschut werk",
        "gemeente": "Gemeente Assen",
        "kenmerken": [("Peildatum", datetime.date(2026, 11, 22)), ("Gebied", gettext_lazy("Assen"))],
        "onderdelen": [
            {"kop": "Stand", "tekst": "Wie wacht? Šahin Łukasz. De subsidie is € 1.401,50."},
            {"tabel": {"koppen": ["Soort", "Aantal"], "rijen": [["beschut", Decimal("2756")], ["?", None]]}},
            {"grafiek": grafiek, "let_op": "Niet geverifieerd.", "definities": [("Eenheid", "plekken")], "bron": "UWV"},
        ],
    }


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return druk.maak_pdf(VERSLAG, gegevens())


def test_it_is_tagged_pdf_ua_in_dutch_with_a_title(pdf: bytes) -> None:
    assert pdf.startswith(b"%PDF-1.7")
    assert re.search(rb"/MarkInfo\s*<<\s*/Marked true", pdf)
    assert re.search(rb"/Lang\s*\(nl", pdf)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
    assert b"/StructTreeRoot" in pdf
    assert re.search(rb"/DisplayDocTitle true", pdf)


def test_only_the_shipped_typeface_is_in_it(pdf: bytes) -> None:
    assert set(re.findall(rb"/FontName ?/\w+\+([\w-]+)", pdf)) == {b"SourceSans3-Regular", b"SourceSans3-SemiBold"}
    assert {info.family for info in druk._letters().fonts() if info.path} == {"Source Sans 3"}


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler) is not on this machine")
def test_it_reads_in_order_with_values_for_people(pdf: bytes, tmp_path: Path) -> None:
    bestand = tmp_path / "verslag.pdf"
    bestand.write_bytes(pdf)
    tekst = subprocess.run(["pdftotext", str(bestand), "-"], capture_output=True, text=True, check=True).stdout
    volgorde = [
        "Beschut werk",
        "22 november 2026",
        "Stand",
        "Šahin Łukasz",
        "€ 1.401,50",
        "2.756",
        "onbekend",
        "Plekken",
    ]
    plaatsen = [tekst.index(deel) for deel in volgorde]
    assert plaatsen == sorted(plaatsen)
    assert "Bladzijde 1 van" in tekst


def test_the_chart_carries_its_description(pdf: bytes) -> None:
    leesbaar = "Assen heeft er 26, Tynaarlo 46."
    assert leesbaar.encode() in pdf or leesbaar.encode("utf-16-be") in pdf


def test_in_english_the_frame_of_the_document_is_english() -> None:
    assert re.search(rb"/Lang\s*\(en", druk.maak_pdf(VERSLAG, {"titel": "Sheltered work"}, taal="en"))


@pytest.mark.parametrize(
    ("sjabloon", "inhoud", "zegt"),
    [
        ("huisstijl/typst/bestaat-niet.typ", {"titel": "t"}, "bestaat niet"),
        (VERSLAG, {"titel": "t", "onderdelen": [{"tekst": object()}]}, "maak er eerst tekst van"),
        (VERSLAG, {}, "kan niet worden gedrukt"),
        (VERSLAG, {"titel": ""}, "kan niet worden gedrukt"),
    ],
)
def test_what_cannot_be_printed_says_what_and_why(sjabloon: str, inhoud: dict[str, Any], zegt: str) -> None:
    with pytest.raises(druk.DrukFout, match=zegt):
        druk.maak_pdf(sjabloon, inhoud)


def test_text_of_users_is_text_and_never_a_command() -> None:
    vies = '#panic("x") *vet* $1$ \\ <label> @verwijzing https://example.nl/#read("/etc/passwd")'
    assert druk.maak_pdf(VERSLAG, {"titel": vies, "onderdelen": [{"kop": vies, "tekst": vies, "bron": vies}]})
