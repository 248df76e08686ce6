"""Signing in and out, the language, the start page of each role, and the pages for when something cannot be shown."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.test import Client, RequestFactory, override_settings

from meedoen.uitvoering.beleid.models import Gemeente, Samenwerking
from meedoen.uitvoering.inrichting import views
from meedoen.uitvoering.kern.models import Gebeurtenis, Rol

GOED = "wachtwoord van de test"
pytestmark = pytest.mark.django_db


@pytest.fixture
def partnership() -> None:
    """Two municipalities that work together, and one beside them."""
    for code, naam in (("GM1680", "Aa en Hunze"), ("GM0106", "Assen"), ("GM0114", "Emmen")):
        Gemeente.objects.create(code=code, naam=naam, bron="test")
    Samenwerking.objects.create(sleutel="paar", naam="Het Paar").gemeenten.set(["GM1680", "GM0106"])


def text(response: Any) -> str:
    return str(response.content.decode())


def sign_in(client: Client, naam: str, wachtwoord: str, **extra: str) -> Any:
    return client.post("/aanmelden", {"naam": naam, "wachtwoord": wachtwoord, **extra})


def test_who_is_not_signed_in_is_led_to_the_page_he_wanted(client: Client, gebruiker: Callable[..., Any]) -> None:
    response = client.get("/wachtwoord?x=1")
    assert response.headers["Location"] == "/aanmelden?next=/wachtwoord%3Fx%3D1"
    assert 'value="/wachtwoord?x=1"' in text(client.get(response.headers["Location"]))
    done = sign_in(client, gebruiker("raad_en_griffie").username, GOED, volgende="/wachtwoord?x=1")
    assert done.headers["Location"] == "/wachtwoord?x=1"
    assert client.get("/aanmelden?next=/wachtwoord").headers["Location"] == "/wachtwoord"


@pytest.mark.parametrize("elsewhere", ["https://elders.example/", "//elders.example", "javascript:alert(1)", "\\\\x"])
def test_signing_in_and_switching_language_lead_nowhere_else(
    client: Client, gebruiker: Callable[..., Any], elsewhere: str
) -> None:
    assert client.post("/taal", {"taal": "en", "volgende": elsewhere}).headers["Location"] == "/"
    done = sign_in(client, gebruiker("consulent").username, GOED, volgende=elsewhere)
    assert done.headers["Location"] == "/"


def test_a_wrong_password_and_an_unknown_name_get_the_same_answer(
    client: Client, gebruiker: Callable[..., Any]
) -> None:
    known = sign_in(client, gebruiker("consulent").username, "verkeerd")
    unknown = sign_in(client, "niemand", "verkeerd")
    assert known.status_code == unknown.status_code == 422
    assert "horen niet bij elkaar" in text(known) and "horen niet bij elkaar" in text(unknown)
    assert "verkeerd" not in text(known)


def test_the_sixth_try_says_how_long_to_wait(client: Client, gebruiker: Callable[..., Any]) -> None:
    naam = gebruiker("consulent").username
    for _try in range(5):
        sign_in(client, naam, "verkeerd")
    assert "Wacht 15 minuten" in text(sign_in(client, naam, GOED))
    assert "_auth_user_id" not in client.session


def test_a_session_lasts_eight_hours_and_its_cookie_stays_with_us(
    client: Client, gebruiker: Callable[..., Any]
) -> None:
    cookie = sign_in(client, gebruiker("consulent").username, GOED).cookies[settings.SESSION_COOKIE_NAME]
    assert (cookie["max-age"], cookie["httponly"], cookie["samesite"]) == (8 * 3600, True, "Lax")
    assert client.session.get_expiry_age() == datetime.timedelta(hours=8).total_seconds()


def test_signing_out_asks_for_a_post_ends_the_session_and_is_an_event(client_als: Callable[..., Any]) -> None:
    client = client_als("consulent")
    assert client.get("/afmelden").status_code == 405
    assert "U bent afgemeld." in text(client.post("/afmelden", follow=True))
    assert client.get("/").status_code == 302
    assert list(Gebeurtenis.objects.values_list("handeling", flat=True)) == ["afgemeld"]


def test_pages_are_not_kept_by_the_browser(client_als: Callable[..., Any]) -> None:
    assert "no-store" in client_als("consulent").get("/").headers["Cache-Control"]


def test_pages_allow_no_script_or_style_of_others(client: Client) -> None:
    policy = client.get("/aanmelden").headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy and "script-src 'self'" in policy and "style-src 'self'" in policy
    assert "unsafe" not in policy


def test_dutch_is_spoken_whatever_the_browser_prefers(client: Client) -> None:
    response = client.get("/aanmelden", headers={"Accept-Language": "en"})
    assert 'lang="nl"' in text(response) and response.headers["Content-Language"] == "nl"


def test_the_switch_to_english_is_remembered_and_can_be_turned_back(client: Client) -> None:
    response = client.post("/taal", {"taal": "en", "volgende": "/aanmelden"})
    assert response.headers["Location"] == "/aanmelden"
    assert '<html lang="en"' in text(client.get("/aanmelden"))
    client.post("/taal", {"taal": "nl"})
    assert '<html lang="nl"' in text(client.get("/aanmelden"))


@pytest.mark.parametrize("taal", ["fr", "", "../nl"])
def test_a_language_that_we_do_not_speak_changes_nothing(client: Client, taal: str) -> None:
    assert not client.post("/taal", {"taal": taal}).cookies
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = taal
    assert '<html lang="nl"' in text(client.get("/aanmelden"))


STARTS = {
    Rol.CONSULENT: ({"/dossiers", "/cijfers"}, {"/importeren"}),
    Rol.REGISSEUR: ({"/dossiers", "/cijfers"}, {"/importeren"}),
    Rol.ACCOUNTMANAGER: ({"/cijfers"}, {"/dossiers", "/importeren"}),
    Rol.BELEID_EN_CONTROL: ({"/importeren", "/cijfers"}, {"/dossiers"}),
    Rol.RAAD_EN_GRIFFIE: ({"/raad/GM1680", "/raad/GM0106"}, {"/dossiers", "/importeren"}),
    Rol.BEHEER: ({"/importeren"}, {"/dossiers"}),
}


@pytest.mark.parametrize("rol", list(Rol))
def test_the_start_page_offers_what_the_role_does_and_nothing_else(
    partnership: None, client_als: Callable[..., Any], rol: Rol
) -> None:
    page = text(client_als(rol, ["GM1680", "GM0106"]).get("/"))
    offered, hidden = STARTS[rol]
    assert all(f'href="{address}"' in page for address in offered | {"/samenwerking/paar", "/raad/GM1680"})
    assert not any(f'href="{address}"' in page for address in hidden)
    assert str(rol.label) in page


@pytest.mark.parametrize(
    ("rol", "first"),
    [
        ("consulent", "Aan het werk"),
        ("beleid_en_control", "De samenwerking in cijfers"),
        ("raad_en_griffie", "Antwoord aan de gemeenteraad"),
    ],
)
def test_what_a_role_does_first_stands_first(
    partnership: None, client_als: Callable[..., Any], rol: str, first: str
) -> None:
    page = text(client_als(rol, ["GM1680", "GM0106"]).get("/"))
    assert page.split("<h2", 2)[1].split(">", 1)[1].startswith(first)


def test_the_start_page_knows_only_the_own_municipalities(partnership: None, client_als: Callable[..., Any]) -> None:
    page = text(client_als("beleid_en_control", ["GM1680", "GM0114"]).get("/"))
    assert "/raad/GM1680" in page and "/raad/GM0114" in page and "/raad/GM0106" not in page
    assert "/samenwerking/paar" not in page


def test_without_a_municipality_the_start_page_says_what_to_do(
    partnership: None, client_als: Callable[..., Any]
) -> None:
    page = text(client_als("consulent").get("/"))
    assert "Er is nog geen gemeente aan u gekoppeld" in page and "Vraag dat aan de beheerder" in page
    assert 'href="/dossiers"' not in page


def test_the_menu_marks_where_we_are(partnership: None, client_als: Callable[..., Any]) -> None:
    client = client_als("consulent", ["GM1680"])
    assert '<a href="/" aria-current="page">' in text(client.get("/"))
    assert '<a href="/" aria-current="page">' not in text(client.get("/wachtwoord"))


def test_a_password_is_changed_and_this_session_stays(client_als: Callable[..., Any]) -> None:
    client, new = client_als("consulent"), "vier losse woorden samen"
    done = client.post("/wachtwoord", {"huidig": GOED, "nieuw": new, "nogmaals": new}, follow=True)
    assert "Uw wachtwoord is gewijzigd." in text(done)
    assert sign_in(Client(), client.gebruiker.username, new).status_code == 302


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"huidig": "fout"}, "niet uw huidige wachtwoord"),
        ({"nieuw": "kort", "nogmaals": "kort"}, "minstens 12 tekens"),
        ({"nogmaals": "iets anders dan dat"}, "zijn niet gelijk"),
        ({"huidig": ""}, "Vul uw huidige wachtwoord in."),
    ],
)
def test_a_password_that_breaks_a_rule_is_refused_with_the_rule(
    client_als: Callable[..., Any], form: dict[str, str], sentence: str
) -> None:
    client = client_als("consulent")
    right = {"huidig": GOED, "nieuw": "vier losse woorden", "nogmaals": "vier losse woorden"}
    response = client.post("/wachtwoord", right | form)
    assert response.status_code == 422 and sentence in text(response)
    assert not Gebeurtenis.objects.exists()


def test_what_is_refused_is_said_in_dutch_with_whom_to_ask(client_als: Callable[..., Any]) -> None:
    response = client_als("raad_en_griffie", ["GM1680"]).get("/dossiers")
    assert response.status_code == 403
    assert "Uw rol geeft geen recht op: dossiers van inwoners openen" in text(response)
    assert "Vraag uw beheerder" in text(response)


def test_an_address_without_a_page_says_so(client_als: Callable[..., Any]) -> None:
    response = client_als("consulent").get("/bestaat-niet")
    assert response.status_code == 404
    assert "Deze pagina bestaat niet" in text(response) and "Naar de startpagina" in text(response)


def test_a_breakdown_shows_a_page_that_leans_on_nothing(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        response = views.storing(RequestFactory().get("/"))
    assert response.status_code == 500
    assert "Dit ligt niet aan u" in text(response)


def test_a_breakdown_in_a_view_reaches_that_page(
    client_als: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    client = client_als("consulent")
    client.raise_request_exception = False

    def broken(gebruiker: object) -> None:
        raise RuntimeError("kapot")

    monkeypatch.setattr(views, "eigen_plaatsen", broken)
    response = client.get("/")
    assert response.status_code == 500 and "Er ging bij ons iets mis" in text(response)
    assert "kapot" not in text(response)


def test_a_form_without_its_token_is_refused_in_dutch(gebruiker: Callable[..., Any]) -> None:
    client = Client(enforce_csrf_checks=True)
    response = sign_in(client, gebruiker("consulent").username, GOED)
    assert response.status_code == 403 and "Dit formulier is verlopen" in text(response)


@override_settings(ALLOWED_HOSTS=["meedoen.example"])
def test_a_request_for_another_host_is_refused_in_dutch(client: Client) -> None:
    response = client.get("/aanmelden", headers={"Host": "elders.example"})
    assert response.status_code == 400 and "niet verwerken" in text(response)
