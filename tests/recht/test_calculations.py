"""The worked examples in docs/ are true: each TOML case on a page is answered as the table under it says."""

import json
import re
import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from meedoen.recht import bereken, laad_recht, lees_geval
from meedoen.recht.answer import als_json
from scripts import facts_page

DOCS = Path(__file__).parents[2] / "docs"
PLATFORM = DOCS.parent / "src" / "meedoen" / "uitvoering"
BLOK = re.compile(r"```toml\n(.*?)```\n\n\| persoon \| uitkomst \| waarde \|\n\|[-|]+\|\n((?:\|[^\n]*\|\n)+)", re.S)
VOORBEELDEN = [
    pytest.param(geval, rijen, id=f"{pad.stem}-{nummer}")
    for pad in sorted((DOCS / "calculations").glob("*.md"))
    for nummer, (geval, rijen) in enumerate(BLOK.findall(pad.read_text("utf-8")), 1)
]


def antwoord(tekst: str) -> dict[str, dict[str, object]]:
    opgave = tomllib.loads(tekst, parse_float=Decimal)
    personen: dict[str, dict[str, object]] = als_json(bereken(lees_geval(opgave)), laad_recht())["personen"]
    return personen


@pytest.mark.parametrize(("geval", "rijen"), VOORBEELDEN)
def test_a_worked_example_is_what_the_page_says(geval: str, rijen: str) -> None:
    gekregen = antwoord(geval)
    for rij in rijen.splitlines():
        persoon, uitkomst, waarde = (cel.strip() for cel in rij.strip("|").split("|"))
        assert str(gekregen[persoon][uitkomst]) == waarde


def test_every_page_with_a_formula_has_worked_examples() -> None:
    assert {parameter.id.rsplit("-", 1)[0] for parameter in VOORBEELDEN} == {"kostendelersnorm", "loonkostensubsidie"}  # type: ignore[union-attr]


def test_the_example_of_the_command_gives_the_answer_that_stands_under_it() -> None:
    tekst = (DOCS / "bereken.md").read_text("utf-8")
    geval, gezegd = (re.findall(rf"```{taal}\n(.*?)```", tekst, re.DOTALL)[0] for taal in ("toml", "json"))
    assert antwoord(geval) == json.loads(gezegd)["personen"]


def test_the_page_of_all_facts_is_what_the_law_says() -> None:
    assert facts_page.page() == facts_page.PAGE.read_text("utf-8"), "run python scripts/facts_page.py"


def test_the_page_of_the_command_names_only_facts_that_exist() -> None:
    tekst = (DOCS / "bereken.md").read_text("utf-8")
    tabel = tekst.split("| veld van een persoon |")[1].split("\n\n")[0]
    genoemd = {naam for rij in tabel.splitlines() for naam in re.findall(r"`([a-z_0-9]+)`", rij.split("|")[1])}
    assert len(genoemd) > 15
    assert genoemd - {"id", "gevraagd", "partner", "ouders", "commerciele_relatie_met"} <= set(laad_recht().feiten)


def test_the_glossary_names_only_rules_facts_amounts_terms_and_tables_that_exist() -> None:
    recht = laad_recht()
    bekend = {*recht.regels, *recht.feiten, *recht.bedragen, *recht.termen}
    rijen = [rij for rij in (DOCS / "glossary.md").read_text("utf-8").splitlines() if rij.startswith("| ")][1:]
    assert len(rijen) > 25
    for rij in rijen:
        namen = re.findall(r"`([a-z0-9_]+)`", rij.rsplit("|", 2)[-2])
        tabellen = re.findall(r"`([a-z]+)\.([A-Z]\w+)`", rij.rsplit("|", 2)[-2])
        assert (namen or tabellen) and set(namen) <= bekend, rij
        for app, naam in tabellen:
            assert f"class {naam}(" in (PLATFORM / app / "models.py").read_text("utf-8"), rij
