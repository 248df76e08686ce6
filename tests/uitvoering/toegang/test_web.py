"""The form on the website: what comes in has a day, an owner and a way to a melding; nothing is done in silence."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from meedoen.uitvoering.dossiers.models import Feit, Persoon
from meedoen.uitvoering.dossiers.search_index import houd_bij
from meedoen.uitvoering.dossiers.versions import IntussenGewijzigd
from meedoen.uitvoering.dossiers.worklist import Vraag, werk_van
from meedoen.uitvoering.inwoners.held import gegevens_van
from meedoen.uitvoering.kern.models import Gebeurtenis
from meedoen.uitvoering.toegang import acts, web_acts
from meedoen.uitvoering.toegang.models import Melding, Webmelding
from tests.uitvoering import register
from tests.uitvoering.dossiers.household import woont
from tests.uitvoering.register import ASSEN, TYNAARLO, dag

pytestmark = pytest.mark.django_db
VANDAAG, GESTUURD = dag("2026-11-22"), dag("2026-11-16")
FORMULIER = {
    "gemeentecode": ASSEN,
    "voornaam": "Noor",
    "achternaam": "Fictiema",
    "geboortedatum": "1990-05-01",
    "telefoon": "06 12345678",
    "vraag": "Ik heb geen inkomen meer.",
    "vraagt_bijstand": "on",
    "website": "",
}


@pytest.fixture
def consulent(client_als: Callable[..., Any]) -> Any:
    register.gemeenten()
    return client_als("consulent", [ASSEN])


def gestuurd(**anders: Any) -> Webmelding:
    """What somebody sent on the sixteenth of November."""
    velden: dict[str, Any] = {**FORMULIER, "geboortedatum": dag("1990-05-01"), "vraagt_bijstand": True}
    del velden["website"]
    return web_acts.ontvang_webmelding(**{**velden, **anders}, op=GESTUURD)


def inwoner() -> Persoon:
    """Who sent it, as the register has her."""
    wie = woont(
        register.persoon(ASSEN, voornaam="Noor", achternaam="Fictiema", geboortedatum=dag("1990-05-01")),
        register.nummer("W"),
    )
    houd_bij([wie.pk])
    return wie


def test_a_resident_reports_without_signing_in_and_sees_number_and_day(consulent: Any) -> None:
    browser = Client()
    assert "Meld u bij uw gemeente" in browser.get("/aanmelden").content.decode()
    assert "Verstuur uw melding" in browser.get("/melden").content.decode()
    pagina = browser.post("/melden", FORMULIER, follow=True).content.decode()
    rij = Webmelding.objects.get()
    assert rij.nummer in pagina and "artikel 44" in pagina and rij.eigenaar == consulent.gebruiker
    assert "Fictiema" not in pagina, "the next one at this computer reads no name"
    gebeurtenis = Gebeurtenis.objects.get(handeling="ontvang_webmelding")
    assert gebeurtenis.door is None and gebeurtenis.gemeentecode == ASSEN
    assert "nog geen melding verstuurd" in Client().get("/melden/ontvangen").content.decode()


@pytest.mark.parametrize(
    ("wat", "zin"),
    [
        ({"telefoon": ""}, "Vul een telefoonnummer of een e-mailadres in"),
        ({"telefoon": "bel maar"}, "Schrijf het telefoonnummer als"),
        ({"email": "noor"}, "Schrijf het e-mailadres als"),
        ({"geboortedatum": "2031-01-01"}, "Deze geboortedatum kan niet"),
        ({"geboortedatum": "1790-01-01"}, "Deze geboortedatum kan niet"),
        ({"geboortedatum": "31-02-1990"}, "Dit is geen bestaande datum"),
        ({"vraag": " "}, "Schrijf op waarmee wij u kunnen helpen"),
        ({"voornaam": ""}, "Vul uw voornaam in"),
        ({"gemeentecode": TYNAARLO}, "Selecteer een geldige keuze"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_kept(consulent: Any, wat: dict[str, str], zin: str) -> None:
    antwoord = Client().post("/melden", {**FORMULIER, **wat})
    assert antwoord.status_code == 422 and zin in antwoord.content.decode()
    assert "Ik heb geen inkomen meer." in antwoord.content.decode() or "vraag" in wat, "what was typed stays"
    assert not Webmelding.objects.exists()


def test_a_machine_that_fills_in_everything_leaves_nothing(consulent: Any) -> None:
    Client().post("/melden", {**FORMULIER, "website": "http://voorbeeld.nl"}, follow=True)
    assert not Webmelding.objects.exists()


def test_too_many_in_an_hour_are_refused(consulent: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web_acts, "MEESTE_PER_UUR", 2)
    for _keer in range(2):
        gestuurd()
    assert "Er komen nu te veel meldingen binnen" in Client().post("/melden", FORMULIER).content.decode()


def test_where_nobody_works_the_form_is_not_open() -> None:
    register.gemeenten()
    assert "Het formulier staat nog niet open" in Client().get("/melden").content.decode()
    with pytest.raises(ValidationError, match="werkt nog niet met dit formulier"):
        gestuurd()


def test_an_installation_can_close_the_form(consulent: Any, settings: Any) -> None:
    settings.WEBFORMULIER = False
    assert "Meld u bij uw gemeente" not in Client().get("/aanmelden").content.decode()
    assert "Het formulier staat nog niet open" in Client().post("/melden", FORMULIER).content.decode()
    assert not Webmelding.objects.exists()


def test_who_has_the_fewest_gets_the_next(consulent: Any, gebruiker: Callable[..., Any]) -> None:
    ander = gebruiker("regisseur", [ASSEN])
    eigenaren = [gestuurd().eigenaar for _keer in range(4)]
    assert eigenaren.count(ander) == eigenaren.count(consulent.gebruiker) == 2


def test_found_in_the_register_it_becomes_a_melding_of_the_day_it_came_in(consulent: Any) -> None:
    rij, wie = gestuurd(), inwoner()
    assert rij.nummer in consulent.get("/meldingen").content.decode()
    pagina = consulent.get(f"/meldingen/website/{rij.nummer}").content.decode()
    adres = f"/dossiers/{wie.nummer}/melding?webmelding={rij.nummer}"
    assert adres in pagina and "06 12345678" in pagina
    assert 'name="gemeld_op"' not in consulent.get(adres).content.decode(), "the day is not to be chosen"
    vraag = {"vraag": "Geen inkomen meer.", "vraagt_bijstand": "on"}
    assert "Intake van" in consulent.post(adres, vraag, follow=True).content.decode()
    melding, rij = Melding.objects.get(), Webmelding.objects.get()
    assert (melding.gemeld_op, melding.kanaal, melding.persoon) == (GESTUURD, "webformulier", wie)
    assert (rij.stand, rij.melding) == ("aangenomen", melding)
    assert Feit.objects.get(persoon=wie, naam="gemeld_op").waarde == GESTUURD.isoformat()
    assert (
        f"Aangenomen als melding {melding.nummer}" in consulent.get(f"/meldingen/website/{rij.nummer}").content.decode()
    )
    assert rij.nummer not in consulent.get("/meldingen").content.decode()


def test_who_is_not_in_the_register_is_put_in_with_what_he_wrote(consulent: Any) -> None:
    rij = gestuurd(postcode="9401 AB", huisnummer="12")
    adres = f"/meldingen/inschrijven?webmelding={rij.nummer}"
    pagina = consulent.get(adres).content.decode()
    assert 'value="Fictiema"' in pagina and 'value="1990-05-01"' in pagina and 'value="9401 AB"' in pagina
    gegevens = {"bsn": "999990019", "voornaam": "Noor", "achternaam": "Fictiema", "geboortedatum": "1990-05-01"}
    gegevens |= {"gemeentecode": ASSEN, "woning": "W-1", "woont_er_sinds": "2020-01-01"}
    antwoord = consulent.post(adres, gegevens)
    assert antwoord.headers["Location"].endswith(f"/melding?webmelding={rij.nummer}")


def test_another_search_can_be_typed(consulent: Any) -> None:
    rij, ander = gestuurd(achternaam="Verkeerdgespeld"), inwoner()
    pagina = consulent.post(f"/meldingen/website/{rij.nummer}", {"term": "Fictiema"}).content.decode()
    assert f"/dossiers/{ander.nummer}/melding?webmelding={rij.nummer}" in pagina


def test_what_is_no_melding_says_why_and_is_done(consulent: Any) -> None:
    rij = gestuurd()
    adres = f"/meldingen/website/{rij.nummer}/geen-melding"
    assert "Schrijf op waarom dit geen melding wordt" in consulent.post(adres, {"versie": 1}).content.decode()
    consulent.post(adres, {"versie": 1, "reden": "Kwam twee keer."})
    assert Webmelding.objects.get().reden == "Kwam twee keer."
    assert "al afgehandeld: niet aangenomen" in consulent.post(adres, {"versie": 2, "reden": "x"}).content.decode()
    assert "Kwam twee keer." in consulent.get(f"/meldingen/website/{rij.nummer}").content.decode()


def test_two_people_at_once_and_somebody_of_elsewhere_are_refused(
    consulent: Any, gebruiker: Callable[..., Any]
) -> None:
    rij, wie = gestuurd(), inwoner()
    wat: dict[str, Any] = {"vraag": "x", "vraagt_bijstand": False, "versie": 1, "op": VANDAAG}
    with pytest.raises(PermissionDenied):
        elders = gebruiker("consulent", [TYNAARLO])
        web_acts.neem_webmelding_aan(webmelding=rij, persoon=wie, door=elders, **wat)
    acts.wijs_toe(
        onderwerp=rij, eigenaar=gebruiker("regisseur", [ASSEN]), versie=1, door=consulent.gebruiker, op=VANDAAG
    )
    oud = Webmelding.objects.get()
    oud.versie = 1
    with pytest.raises(IntussenGewijzigd):
        web_acts.neem_webmelding_aan(webmelding=oud, persoon=wie, door=consulent.gebruiker, **wat)
    assert not Melding.objects.exists()


def test_it_stands_on_the_worklist_and_goes_with_a_caseload(consulent: Any, gebruiker: Callable[..., Any]) -> None:
    rij, naar = gestuurd(), gebruiker("regisseur", [ASSEN])
    van = consulent.gebruiker
    assert "Noor Fictiema" in consulent.get("/werk").content.decode()
    acts.draag_meldingen_over(van=van, naar=naar, door=naar, op=VANDAAG)
    assert [post.soort for post in werk_van(Vraag([naar.pk], [ASSEN], VANDAAG))] == ["webmelding"]
    assert Webmelding.objects.get(pk=rij.pk).eigenaar == naar


def test_the_copy_of_the_resident_has_it(consulent: Any) -> None:
    rij, wie = gestuurd(), inwoner()
    wat: dict[str, Any] = {
        "vraag": "x",
        "vraagt_bijstand": False,
        "versie": 1,
        "door": consulent.gebruiker,
        "op": VANDAAG,
    }
    web_acts.neem_webmelding_aan(webmelding=rij, persoon=wie, **wat)
    assert "06 12345678" in str(gegevens_van(wie))
