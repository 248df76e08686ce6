"""The administrator brings a file with mistakes, reads what is wrong, mends it and loads it."""

import sqlite3
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from playwright.sync_api import Page, expect

from meedoen.voorbeeld.bsn import elfproef
from scripts.demo_service import Dienst
from tests.browser.checks import controleer_breedte, controleer_toegankelijkheid

Als = Callable[..., Page]
KOP = "nummer,bsn,voornaam,achternaam,geboortedatum,overleden_op,gemeentecode"


@pytest.fixture
def bsn(dienst: Dienst) -> Iterator[str]:
    """Numbers that pass the eleven-test, lie in the range for tests and that nobody in the demo has."""
    with sqlite3.connect(dienst.map / "meedoen.sqlite3") as database:
        bezet = {rij[0] for rij in database.execute("SELECT bsn FROM dossiers_persoon")}
    database.close()
    nummers = np.arange(999_900_000, 1_000_000_000)
    return (str(nummer) for nummer in nummers[elfproef(nummers)] if str(nummer) not in bezet)


def _goed(nummer: str, bsn: str) -> str:
    return f"{nummer},{bsn},Proef,Nieuwkomer{nummer},1980-02-29,,GM0106"


def _fout(nummer: str) -> str:
    return f"{nummer},123456789,Proef,Foutenberg,31-02-1980,,GM9999"


def _bied_aan(pagina: Page, *rijen: str, naam: str = "personen.csv") -> None:
    pagina.goto("/importeren")
    inhoud = "\n".join([KOP, *rijen]).encode()
    pagina.get_by_label("Bestand").set_input_files({"name": naam, "mimeType": "text/csv", "buffer": inhoud})
    pagina.get_by_role("button", name="Controleer het bestand").click()


def test_every_mistake_at_once_then_mended_then_loaded_then_found(als: Als, bsn: Iterator[str]) -> None:
    pagina = als("beheer")
    goed, hersteld = _goed("IMP1", next(bsn)), f"IMP2,{next(bsn)},Proef,Foutenberg,28-02-1980,,GM0106"
    _bied_aan(pagina, goed, _fout("IMP2"))
    expect(pagina.get_by_role("alert")).to_contain_text("3 fouten gevonden. Er is niets geladen.")
    fouten = pagina.locator("table").last.locator("tbody tr")
    assert {rij.locator("td").nth(1).inner_text() for rij in fouten.all()} == {"bsn", "geboortedatum", "gemeentecode"}
    for rij in fouten.all():
        assert rij.locator("td").nth(0).inner_text() == "3", "the third line of the file, as a spreadsheet numbers it"
        assert all(cel.inner_text().strip() for cel in rij.locator("td").all())
    controleer_toegankelijkheid(pagina)
    controleer_breedte(pagina, 360)
    assert "31-02-1980" in pagina.request.get("/importeren/fouten.csv").text()
    _bied_aan(pagina, goed, hersteld)
    expect(pagina.get_by_role("status")).to_contain_text("Alles klopt. Er is nog niets geladen.")
    pagina.get_by_role("button", name="Laad alles").click()
    expect(pagina.get_by_role("status")).to_contain_text("Geladen: 2 rijen zijn nieuw of gewijzigd.")
    controleer_toegankelijkheid(pagina)
    consulent = als("consulent")
    consulent.goto("/dossiers")
    consulent.get_by_role("searchbox").fill("Foutenberg")
    consulent.get_by_role("button", name="Zoek").click()
    expect(consulent.get_by_role("status")).to_have_text("1 inwoner gevonden.")
    _bied_aan(pagina, goed, hersteld)
    rij = pagina.get_by_role("row").filter(has_text="personen")
    assert rij.locator("td").all_inner_texts() == ["2", "0", "0", "2", "0"], "the same file again changes nothing"
    pagina.get_by_role("button", name="Verwijder het bestand zonder te laden").click()
    expect(pagina.get_by_role("status")).to_contain_text("Er is niets geladen.")


def test_the_right_rows_alone_and_the_refused_ones_back_as_a_file(als: Als, bsn: Iterator[str]) -> None:
    pagina = als("beheer")
    _bied_aan(pagina, _goed("IMP3", next(bsn)), _fout("IMP4"))
    pagina.get_by_role("button", name="Laad alleen de 1 juiste rij").click()
    expect(pagina.get_by_role("status")).to_contain_text("1 rij is geweigerd.")
    terug = pagina.request.get(
        pagina.get_by_role("link", name="Download de geweigerde rijen").get_attribute("href") or ""
    )
    assert "IMP4" in terug.text() and "IMP3" not in terug.text()


def test_a_file_of_another_kind_is_refused_in_words(als: Als) -> None:
    pagina = als("beheer")
    _bied_aan(pagina, "geen register", naam="brief.pdf")
    expect(pagina.get_by_role("alert")).to_be_visible()
    expect(pagina.get_by_role("main")).to_contain_text("brief.pdf")
    controleer_toegankelijkheid(pagina)


def test_no_file_at_all_is_asked_for(als: Als) -> None:
    pagina = als("beheer")
    pagina.goto("/importeren")
    pagina.get_by_role("button", name="Controleer het bestand").click()
    expect(pagina.get_by_role("alert")).to_contain_text("Kies een bestand.")
    expect(pagina).to_have_title("Fout: Importeren - Meedoen")


def test_the_template_downloads_as_a_workbook(als: Als) -> None:
    pagina = als("beheer")
    pagina.goto("/importeren")
    with pagina.expect_download() as wacht:
        pagina.get_by_role("link", name="Download het sjabloon met uitleg (Excel)").click()
    assert wacht.value.suggested_filename == "sjabloon.xlsx"
    assert wacht.value.path().read_bytes().startswith(b"PK")
