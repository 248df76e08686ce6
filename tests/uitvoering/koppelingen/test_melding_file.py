"""Meldingen from a file: each an act like any other, all or none; a wrong row comes back with how to mend it."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile

from meedoen.uitvoering.kern import clock
from meedoen.uitvoering.kern.models import Gebeurtenis
from meedoen.uitvoering.koppelingen.melding_file import BLAD, MEESTE_RIJEN, Aangenomen, neem_meldingen_aan
from meedoen.uitvoering.toegang.models import Bureau, Melding
from tests.uitvoering import register
from tests.uitvoering.dossiers.household import woont
from tests.uitvoering.register import ASSEN, TYNAARLO

pytestmark = pytest.mark.django_db
VANDAAG = clock.vandaag()
DAG = VANDAAG.isoformat()


@pytest.fixture
def wie(gebruiker: Callable[..., Any]) -> Any:
    register.gemeenten()
    return gebruiker("consulent", [ASSEN])


def inwoner(gemeente: str = ASSEN, **anders: Any) -> Any:
    return woont(register.persoon(gemeente, **anders), register.nummer("W"))


def tekst(*rijen: list[str]) -> bytes:
    """The rows as CSV with the columns on top."""
    uit = io.StringIO()
    csv.writer(uit, delimiter=";").writerows([BLAD.kolomnamen, *rijen])
    return uit.getvalue().encode()


def neem(map_: Path, inhoud: bytes, wie: Any, naam: str = "meldingen.csv", **opties: Any) -> Aangenomen:
    pad = map_ / "bestand"
    pad.write_bytes(inhoud)
    return neem_meldingen_aan(pad, naam=naam, door=wie, op=VANDAAG, **opties)


def test_every_row_becomes_a_melding_with_an_owner_a_step_a_fact_and_an_event(wie: Any, tmp_path: Path) -> None:
    een, ander = inwoner(), inwoner(bsn="012345672")
    uit = neem(
        tmp_path,
        tekst(
            [een.nummer, DAG, "Ik zoek werk", "ja", "", "webformulier"],
            ["12345672", DAG, "Hulp bij schulden", "nee", "", ""],
        ),
        wie,
    )
    assert (uit.fouten, uit.rijen) == ((), 2)
    web, rest = Melding.objects.order_by("pk")
    assert (web.persoon, web.kanaal, web.eigenaar, web.vraagt_bijstand) == (een, "webformulier", wie, True)
    assert (rest.persoon, rest.kanaal, rest.vraag, rest.vraagt_bijstand) == (
        ander,
        "inlezing",
        "Hulp bij schulden",
        False,
    )
    assert [melding.stappen.get().bureau for melding in (web, rest)] == [Bureau.TOEGANG, Bureau.TOEGANG]
    assert een.feiten.get(naam="gemeld_op").waarde == DAG and not ander.feiten.filter(naam="gemeld_op").exists()
    assert Gebeurtenis.objects.filter(handeling="neem_melding_aan", door=wie).count() == 2


def test_one_wrong_row_and_nothing_is_taken_in_unless_that_is_asked(wie: Any, tmp_path: Path) -> None:
    een, elders = inwoner(), inwoner(TYNAARLO)
    inhoud = tekst(
        [een.nummer, DAG, "Ik zoek werk", "ja", "", ""],
        [een.nummer, DAG, "Nog een keer", "ja", "", ""],
        [elders.nummer, DAG, "Uit een andere gemeente", "ja", "", ""],
        ["P999999", DAG, "Onbekend", "ja", "", ""],
        [inwoner().nummer, "2099-01-01", "Morgen", "ja", "", ""],
        [inwoner().nummer, "31-2-2026", "Geen dag", "misschien", "", "postduif"],
        [inwoner().nummer, DAG, "", "ja", "", ""],
    )
    uit = neem(tmp_path, inhoud, wie)
    assert uit.meldingen == () and Melding.objects.count() == 0 and not Gebeurtenis.objects.filter(door=wie).exists()
    assert [(fout.rij, fout.kolom) for fout in uit.fouten] == [
        (3, "inwoner"),
        (4, "inwoner"),
        (5, "inwoner"),
        (6, "gemeld_op"),
        (7, "gemeld_op"),
        (7, "vraagt_bijstand"),
        (7, "kanaal"),
        (8, "vraag"),
    ]
    zinnen = {(fout.rij, fout.kolom): f"{fout.verwacht} {fout.herstel}" for fout in uit.fouten}
    assert "al een open melding" in zinnen[3, "inwoner"] and "na vandaag" in zinnen[6, "gemeld_op"]
    assert zinnen[4, "inwoner"] == zinnen[5, "inwoner"], "who lives elsewhere is told like somebody who is not there"
    juist = neem(tmp_path, inhoud, wie, alleen_juiste=True)
    assert [melding.persoon for melding in juist.meldingen] == [een] and Melding.objects.count() == 1
    assert [(fout.rij, fout.kolom) for fout in juist.fouten] == [(fout.rij, fout.kolom) for fout in uit.fouten]


@pytest.mark.parametrize(
    ("naam", "inhoud", "zin"),
    [
        ("meldingen.csv", b"", "leeg"),
        ("meldingen.csv", b"inwoner;vraag\nP1;Hulp\n", "gemeld_op"),
        ("meldingen.csv", ";".join(BLAD.kolomnamen).encode(), "geen rijen"),
        ("meldingen.csv", bytes(range(256)) * 4, "geen tekst"),
        ("meldingen.pdf", b"%PDF-1.7", "CSV"),
        ("meldingen.xlsx", b"geen werkmap", ""),
        ("meldingen.csv", tekst(*[["P1", DAG, "Hulp", "", "", ""]] * (MEESTE_RIJEN + 1)), "Verdeel"),
    ],
)
def test_a_file_that_is_none_is_refused_with_the_way_on(
    wie: Any, tmp_path: Path, naam: str, inhoud: bytes, zin: str
) -> None:
    uit = neem(tmp_path, inhoud, wie, naam)
    (fout,) = uit.fouten
    assert zin in fout.herstel and fout.herstel and Melding.objects.count() == 0


def test_a_workbook_is_read_too(wie: Any, tmp_path: Path) -> None:
    pad = tmp_path / "meldingen.xlsx"
    with xlsxwriter.Workbook(str(pad)) as werkmap:
        blad = werkmap.add_worksheet("Formulier")
        blad.write_row(0, 0, BLAD.kolomnamen)
        blad.write_row(1, 0, [inwoner().nummer, DAG, "Ik zoek werk", "ja", "nee", "balie"])
    uit = neem_meldingen_aan(pad, naam="Meldingen week 48.XLSX", door=wie, op=VANDAAG)
    assert uit.fouten == () and [melding.kanaal for melding in uit.meldingen] == ["balie"]


def test_the_page_takes_in_shows_what_is_wrong_and_gives_an_example_that_can_be_read(
    client_als: Callable[..., Any],
) -> None:
    register.gemeenten()
    client = client_als("consulent", [ASSEN])

    def bied_aan(inhoud: bytes) -> Any:
        bestand = SimpleUploadedFile("meldingen.csv", inhoud)
        return client.post("/importeren/meldingen", {"bestand": bestand}, follow=True)

    fout = bied_aan(client.get("/importeren/meldingen.csv").content)
    assert (
        fout.status_code == 422 and "P000001" in fout.content.decode() and "niets aangenomen" in fout.content.decode()
    )
    goed = bied_aan(tekst([inwoner().nummer, DAG, "Ik zoek werk", "ja", "", ""]))
    assert goed.redirect_chain[-1][0] == "/meldingen?mijn=1" and "1 melding is aangenomen" in goed.content.decode()
    assert client.post("/importeren/meldingen").status_code == 422
    assert client_als("raad_en_griffie", [ASSEN]).get("/importeren/meldingen").status_code == 403
