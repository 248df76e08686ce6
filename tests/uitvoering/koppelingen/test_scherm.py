"""The screen: choose a file, see what is wrong and what would change, load it; with the same code as the command."""

import io
import os
import time
import zipfile
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from meedoen.uitvoering.dossiers.models import Inlezing, Persoon
from meedoen.uitvoering.koppelingen import folders

from .conftest import REGISTER, Rijen, schrijf, schrijf_werkmap, stand, verwachte_stand

pytestmark = pytest.mark.django_db
ALLE = ["GM0106", "GM1680", "GM1730"]


@pytest.fixture
def beheer(gemeenten: None, client_als: Callable[..., Any]) -> Any:
    """Signed in as beheer of the three municipalities."""
    return client_als("beheer", ALLE)


def _zip(map_: Path, bladen: Rijen) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as archief:
        for pad in schrijf(map_ / "zip", bladen).iterdir():
            archief.write(pad, pad.name)
    return uit.getvalue()


def _bied_aan(client: Any, naam: str, inhoud: bytes, **velden: str) -> Any:
    return client.post("/importeren", {"bestand": SimpleUploadedFile(naam, inhoud), **velden})


def _tekst(antwoord: Any) -> str:
    return str(antwoord.content.decode())


def test_een_goed_bestand_wordt_gecontroleerd_en_dan_geladen(beheer: Any, tmp_path: Path) -> None:
    antwoord = _bied_aan(beheer, "register.zip", _zip(tmp_path, REGISTER))
    assert (antwoord.status_code, antwoord["Location"]) == (302, "/importeren/verslag")
    verslag = _tekst(beheer.get("/importeren/verslag"))
    assert "Alles klopt. Er is nog niets geladen." in verslag
    assert stand() == verwachte_stand({})
    antwoord = beheer.post("/importeren/laden", follow=True)
    assert "Geladen: 29 rijen zijn nieuw of gewijzigd." in _tekst(antwoord)
    assert stand() == verwachte_stand()
    assert set(Inlezing.objects.values_list("door", flat=True)) == {beheer.gebruiker.pk}
    assert "personen.csv" in _tekst(beheer.get("/importeren"))


def test_een_tweede_keer_laden_doet_niets_meer(beheer: Any, tmp_path: Path) -> None:
    _bied_aan(beheer, "register.zip", _zip(tmp_path, REGISTER))
    beheer.post("/importeren/laden")
    aantal = Inlezing.objects.count()
    assert "Dit bestand is al geladen." in _tekst(beheer.post("/importeren/laden", follow=True))
    assert Inlezing.objects.count() == aantal


def test_fouten_staan_op_het_scherm_en_in_de_bestanden(beheer: Any, tmp_path: Path) -> None:
    fout = deepcopy(REGISTER)
    fout["personen"][3][1] = "999990045"
    inhoud = schrijf_werkmap(tmp_path / "r.xlsx", fout).read_bytes()
    _bied_aan(beheer, "mijn register.xlsx", inhoud)
    verslag = _tekst(beheer.get("/importeren/verslag"))
    assert "mijn register.xlsx [personen]" in verslag
    assert "een BSN dat de elfproef doorstaat" in verslag
    assert "Laad alleen de 23 juiste rijen" in verslag
    fouten = b"".join(beheer.get("/importeren/fouten.csv").streaming_content).decode("utf-8-sig")
    assert "999990045" in fouten
    geweigerd = beheer.get("/importeren/geweigerd")
    assert 'filename="geweigerd.xlsx"' in geweigerd["Content-Disposition"]
    antwoord = _tekst(beheer.post("/importeren/laden", {"alleen_juiste": "ja"}, follow=True))
    assert "Geladen: 23 rijen" in antwoord and "6 rijen zijn geweigerd" in antwoord
    assert Persoon.objects.count() == 3


def test_wat_fout_is_wordt_niet_geladen_zonder_erom_te_vragen(beheer: Any, tmp_path: Path) -> None:
    fout = deepcopy(REGISTER)
    fout["personen"][3][1] = "999990045"
    _bied_aan(beheer, "register.zip", _zip(tmp_path, fout))
    antwoord = _tekst(beheer.post("/importeren/laden", follow=True))
    assert "Er is niets geladen" in antwoord
    assert stand() == verwachte_stand({})
    zip_ = b"".join(beheer.get("/importeren/geweigerd").streaming_content)
    with zipfile.ZipFile(io.BytesIO(zip_)) as archief:
        assert "personen.csv" in archief.namelist()


def test_annuleren_verwijdert_het_bestand(beheer: Any, tmp_path: Path) -> None:
    _bied_aan(beheer, "register.zip", _zip(tmp_path, REGISTER))
    map_ = folders.inleesplek() / beheer.session["inlezing"]
    assert oct(map_.stat().st_mode & 0o777) == "0o700"
    assert "Er is niets geladen" in _tekst(beheer.post("/importeren/annuleren", follow=True))
    assert not map_.exists()


def test_een_vergeten_bestand_verdwijnt_na_een_dag(beheer: Any, tmp_path: Path) -> None:
    _bied_aan(beheer, "register.zip", _zip(tmp_path, REGISTER))
    map_ = folders.inleesplek() / beheer.session["inlezing"]
    gisteren = time.time() - 25 * 3600
    os.utime(map_, (gisteren, gisteren))
    folders.ruim_op()
    assert "Er staat geen bestand klaar" in _tekst(beheer.get("/importeren/verslag", follow=True))


def test_een_ander_ziet_het_bestand_niet(beheer: Any, client_als: Callable[..., Any], tmp_path: Path) -> None:
    """Even whoever gets hold of the name of the folder."""
    _bied_aan(beheer, "register.zip", _zip(tmp_path, REGISTER))
    ander = client_als("beheer", ALLE)
    sessie = ander.session
    sessie["inlezing"] = beheer.session["inlezing"]
    sessie.save()
    assert ander.get("/importeren/fouten.csv").status_code == 404
    assert ander.post("/importeren/laden").status_code == 404
    assert stand() == verwachte_stand({})


@pytest.mark.parametrize(
    ("naam", "inhoud", "woorden"),
    [
        ("register.doc", b"x", "eindigt op .csv"),
        ("personen.csv", b"nummer;bsn\nP1;1\n", "Voeg toe"),
        ("mijn.csv", b"nummer;bsn\nP1;1\n", "een van de bladen"),
        ("<script>alert(1)</script>.csv", b"x", "&lt;script&gt;alert"),
    ],
)
def test_een_onbruikbaar_bestand(beheer: Any, naam: str, inhoud: bytes, woorden: str) -> None:
    antwoord = _bied_aan(beheer, naam, inhoud)
    assert antwoord.status_code == 302
    verslag = _tekst(beheer.get("/importeren/verslag"))
    assert woorden in verslag or woorden.removeprefix("&lt;script&gt;") in verslag
    assert "Laad alles" not in verslag and "<script>alert" not in verslag


def test_geen_bestand_gekozen(beheer: Any) -> None:
    antwoord = beheer.post("/importeren", {})
    assert antwoord.status_code == 422
    assert "Kies een bestand." in _tekst(antwoord)


def test_een_te_groot_bestand_wordt_niet_eens_ontvangen(beheer: Any) -> None:
    antwoord = beheer.generic("POST", "/importeren", b"", CONTENT_LENGTH=str(300 * 1024**2))
    assert antwoord.status_code == 413
    assert "meedoen importeer" in _tekst(antwoord)


def test_zonder_csrf_wordt_een_bestand_geweigerd(beheer: Any) -> None:
    streng = Client(enforce_csrf_checks=True)
    streng.force_login(beheer.gebruiker)
    assert _bied_aan(streng, "personen.csv", b"x").status_code == 403


def test_wie_aan_geen_gemeente_gekoppeld_is_leest_dat(client_als: Callable[..., Any]) -> None:
    assert "U bent aan geen gemeente gekoppeld" in _tekst(client_als("beheer").get("/importeren"))


@pytest.mark.parametrize("rol", ["consulent", "regisseur", "accountmanager", "raad_en_griffie"])
def test_wie_niet_mag_importeren_komt_er_niet_in(rol: str, client_als: Callable[..., Any]) -> None:
    client = client_als(rol, ALLE)
    for pad in ("", "/verslag", "/fouten.csv", "/geweigerd", "/sjabloon.xlsx"):
        assert client.get(f"/importeren{pad}").status_code == 403
    assert client.post("/importeren/laden").status_code == 403


def test_het_sjabloon_is_een_werkmap(beheer: Any) -> None:
    antwoord = beheer.get("/importeren/sjabloon.xlsx")
    assert 'filename="sjabloon.xlsx"' in antwoord["Content-Disposition"]
    assert zipfile.is_zipfile(io.BytesIO(antwoord.content))
