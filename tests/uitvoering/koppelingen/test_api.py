"""The API answers what the command and the pages answer, to who may see it, and tells every fault in JSON."""

import argparse
import html
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from meedoen import cli_bereken
from meedoen.recht import laad_recht
from meedoen.uitvoering.kern.models import Gebeurtenis, Rol
from meedoen.uitvoering.koppelingen.api import routes
from meedoen.uitvoering.koppelingen.api.problems import PROBLEMEN, SOORT, VERSIE
from meedoen.uitvoering.koppelingen.api.shapes import getal
from meedoen.uitvoering.sturing.areas import gebied
from meedoen.uitvoering.sturing.cases import per_jaar
from meedoen.uitvoering.sturing.figures import bereken
from meedoen.uitvoering.sturing.registry import DEFINITIES
from tests.uitvoering import register
from tests.uitvoering.register import AA_EN_HUNZE, ASSEN, NAMEN

pytestmark = pytest.mark.django_db
ClientAls = Callable[..., Client]
OP = "2018-12-31"
REKEN = "/api/v1/berekeningen"
DOC = (Path(__file__).parents[3] / "docs" / "api.md").read_text(encoding="utf-8")
GEVAL: dict[str, Any] = {
    "peildatum": "2026-01-01",
    "gevraagd": ["norm_per_maand", "aantal_kostendelers", "uitbetaling_per_maand"],
    "persoon": [
        {"id": "a", "geboortedatum": "1980-01-01", "inkomen_per_maand": 100.10, "vermogen": 0},
        {"id": "b", "geboortedatum": "1950-01-01", "gevraagd": []},
    ],
}


@pytest.fixture
def client(client_als: ClientAls) -> Client:
    return client_als("consulent", [ASSEN])


@pytest.fixture
def vol_register() -> None:
    register.bewaar(register.toeval(99, aantal=70))
    register.kadernota()


def stuur(client: Client, geval: object, vraag: str = "", **kop: Any) -> HttpResponse:
    inhoud = geval if isinstance(geval, bytes | str) else json.dumps(geval)
    return client.post(REKEN + vraag, inhoud, content_type=kop.pop("content_type", "application/json"), **kop)


def probleem(antwoord: HttpResponse, soort: str) -> dict[str, Any]:
    """The problem in an answer, after checking its form."""
    inhoud: dict[str, Any] = json.loads(antwoord.content)
    assert antwoord["Content-Type"] == "application/problem+json"
    assert inhoud["type"] == SOORT + soort
    assert inhoud["status"] == antwoord.status_code == PROBLEMEN[soort][0]
    assert inhoud["title"] and inhoud["detail"]
    return inhoud


@pytest.mark.parametrize(("vraag", "opties"), [("", []), ("?uitleg=true", ["--uitleg"]), ("?uitleg=false", [])])
def test_a_calculation_is_to_the_byte_what_the_command_prints(
    client: Client, capsys: pytest.CaptureFixture[str], tmp_path: Path, vraag: str, opties: list[str]
) -> None:
    (tmp_path / "geval.json").write_text(json.dumps(GEVAL))
    parser = argparse.ArgumentParser()
    cli_bereken.voeg_toe(parser.add_subparsers())
    args = parser.parse_args(["bereken", str(tmp_path / "geval.json"), *opties])
    assert args.doe(args) == 0
    antwoord = stuur(client, GEVAL, vraag)
    assert (antwoord.status_code, antwoord["Content-Type"]) == (200, "application/json")
    assert antwoord.content.decode() + "\n" == capsys.readouterr().out
    assert json.loads(antwoord.content)["personen"]["a"]["uitbetaling_per_maand"] == "855.92"


def test_a_calculation_leaves_no_trace(client: Client) -> None:
    voor = Gebeurtenis.objects.count()
    stuur(client, GEVAL)
    assert Gebeurtenis.objects.count() == voor


@pytest.mark.parametrize("rol", list(Rol))
def test_everybody_who_is_signed_in_may_calculate(client_als: ClientAls, rol: Rol) -> None:
    assert stuur(client_als(rol), GEVAL).status_code == 200


def test_every_fault_of_a_case_is_told_at_once(client: Client) -> None:
    fout = {**GEVAL, "gevraagd": ["norm_per_mand"], "persoon": [{"id": "a", "geboortedatum": "1980-02-30", "kleur": 1}]}
    gebreken = probleem(stuur(client, fout), "geval-klopt-niet")["fouten"]
    assert {g["veld"] for g in gebreken} == {"gevraagd", "geboortedatum", "'kleur'"}
    assert {"persoon": "", "veld": "gevraagd", "herstel": "Bedoelt u norm_per_maand?"}.items() <= gebreken[0].items()


def test_a_missing_fact_is_asked_for_by_name(client: Client) -> None:
    fout = {**GEVAL, "persoon": [{"id": "a", "geboortedatum": "1980-01-01"}, {"id": "b"}]}
    ontbreekt = probleem(stuur(client, fout), "gegevens-ontbreken")["ontbreekt"]
    assert {(o["persoon"], o["feit"]) for o in ontbreekt} >= {("a", "inkomen_per_maand"), ("b", "geboortedatum")}
    assert all(o["vraag"].endswith("?") and o["artikel"] for o in ontbreekt)


@pytest.mark.parametrize("dag", ["2014-12-31", "2031-01-01"])
def test_a_date_outside_the_known_law_says_which_dates_are_known(client: Client, dag: str) -> None:
    assert "2015-01-01" in probleem(stuur(client, {**GEVAL, "peildatum": dag}), "datum-onbekend")["detail"]


@pytest.mark.parametrize(
    ("lichaam", "zin"),
    [
        (" ", "geen JSON"),
        ("{", "regel 1"),
        ("[]", "geen geval"),
        (b"\xff", "UTF-8"),
        ('{"peildatum": 1, "peildatum": 2}', "twee keer"),
        ('{"peildatum": NaN}', "geen getal"),
        ("[" * 100_000, "te diep genest"),
    ],
)
def test_a_body_that_cannot_be_read_is_refused(client: Client, lichaam: bytes | str, zin: str) -> None:
    assert zin in probleem(stuur(client, lichaam), "verzoek-klopt-niet")["detail"]


def test_a_body_that_is_too_large_is_refused_unread(client: Client) -> None:
    probleem(stuur(client, " " * (routes.MEESTE_BYTES + 1)), "te-groot")
    assert stuur(client, json.dumps(GEVAL).ljust(routes.MEESTE_BYTES)).status_code == 200


def test_a_case_of_a_whole_street_is_left_to_the_command(client: Client) -> None:
    personen = [{"id": str(n), "geboortedatum": "1980-01-01"} for n in range(routes.MEESTE_PERSONEN + 1)]
    geval = {"peildatum": "2026-01-01", "gevraagd": ["norm_per_maand"]}
    probleem(stuur(client, {**geval, "persoon": personen}), "te-groot")
    assert stuur(client, {**geval, "persoon": personen[1:]}).status_code == 200


@pytest.mark.parametrize(
    "groot",
    [
        {"gevraagd": [f"norm{n}" for n in range(300)]},
        {f"veld{n}": 1 for n in range(300)},
        {"persoon": [{"id": "a", "ouders": [str(n) for n in range(300)]}]},
        {"persoon": [{f"veld{n}": 1 for n in range(300)}]},
    ],
)
def test_a_heap_of_nonsense_is_not_searched_for_meaning(client: Client, groot: dict[str, Any]) -> None:
    probleem(stuur(client, {**GEVAL, **groot}), "te-groot")


@pytest.mark.parametrize(
    "soort", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]
)
def test_a_body_that_is_not_json_is_refused(client: Client, soort: str) -> None:
    probleem(stuur(client, GEVAL, content_type=soort), "geen-json")


@pytest.mark.parametrize("vraag", ["?uitlg=true", "?uitleg=misschien"])
def test_a_query_that_means_nothing_is_not_passed_over(client: Client, vraag: str) -> None:
    probleem(stuur(client, GEVAL, vraag), "verzoek-klopt-niet")


def test_a_post_needs_the_token_of_the_session(client: Client) -> None:
    streng = Client(enforce_csrf_checks=True)
    streng.force_login(client.gebruiker)  # type: ignore[attr-defined]
    assert "X-CSRFToken" in probleem(stuur(streng, GEVAL), "token-ontbreekt")["detail"]
    streng.get("/wachtwoord")
    token = streng.cookies["csrftoken"].value
    assert stuur(streng, GEVAL, headers={"X-CSRFToken": token}).status_code == 200
    probleem(stuur(streng, GEVAL, headers={"X-CSRFToken": "a" * 32}), "token-ontbreekt")


def test_a_stranger_is_told_to_sign_in_whatever_the_token() -> None:
    probleem(stuur(Client(enforce_csrf_checks=True), GEVAL), "niet-aangemeld")


@pytest.mark.parametrize("pad", ["/api/v1/niets", "/api/v1/cijfers/", "/api/v2/cijfers"])
def test_an_address_that_is_not_there_is_told_in_json(client: Client, pad: str) -> None:
    probleem(client.get(pad), "niet-gevonden")


def test_another_method_is_told_which_one_can(client: Client) -> None:
    antwoord = client.get(REKEN)
    assert "POST" in probleem(antwoord, "methode-kan-niet")["detail"]
    assert antwoord["Allow"] == "POST"


def test_every_answer_carries_the_version(client: Client) -> None:
    paden = ["/api/v1/cijfers", "/api/v1/openapi.json", "/api/v1/niets", REKEN, "/api/v1/cijfers/x/y/z"]
    assert {client.get(pad)["API-Version"] for pad in paden} == {VERSIE}
    assert Client().get("/api/v1/cijfers")["API-Version"] == VERSIE


def test_our_own_mistake_is_logged_and_not_told(
    client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def breek(*_alles: object, **_meer: object) -> str:
        raise RuntimeError("geheim 999990019")

    monkeypatch.setattr(routes, "beantwoord", breek)
    antwoord = stuur(client, GEVAL)
    assert "geheim" not in json.dumps(probleem(antwoord, "storing"))
    assert "geheim" in caplog.text


def test_the_list_has_every_figure_with_its_definition(client: Client) -> None:
    cijfers = client.get("/api/v1/cijfers").json()["cijfers"]
    assert [c["sleutel"] for c in cijfers] == list(DEFINITIES)
    assert all(c["naam"] and c["omschrijving"] and c["eenheid"] and c["bron"] and c["artikel"] for c in cijfers)


def test_a_figure_is_the_one_that_is_counted(vol_register: None, client_als: ClientAls) -> None:
    client = client_als("raad_en_griffie", list(NAMEN))
    for sleutel, definitie in DEFINITIES.items():
        blad = client.get(f"/api/v1/cijfers/{sleutel}/drentsche-aa/{OP}").json()
        cijfer = bereken(definitie, gebied("drentsche-aa", ()), register.dag(OP))
        assert (blad["waarde"], blad["aantal_rijen"]) == (getal(cijfer.waarde), cijfer.aantal_rijen), sleutel
        assert (blad["eenheid"], blad["peildatum"]) == (definitie.eenheid.value, OP)
        assert {d["code"]: d["waarde"] for d in blad["per_gemeente"]} == {d.code: getal(d.waarde) for d in cijfer.delen}


def test_a_figure_equals_the_one_on_its_page(vol_register: None, client_als: ClientAls) -> None:
    client = client_als("raad_en_griffie", list(NAMEN))
    blad = client.get(f"/api/v1/cijfers/beschut-werk-plekken/drentsche-aa/{OP}").json()
    bladzijde = html.unescape(client.get(f"/cijfers/beschut-werk-plekken/drentsche-aa/{OP}").content.decode())
    assert f"<strong>{blad['waarde']}</strong>" in bladzijde
    assert all(v["bron"] in bladzijde and v["naam"] in bladzijde for v in blad["vergelijk"])


def test_no_person_comes_out_and_small_cells_stay_hidden(vol_register: None, client_als: ClientAls) -> None:
    client = client_als("regisseur", list(NAMEN))
    verborgen = 0
    for sleutel in DEFINITIES:
        antwoord = client.get(f"/api/v1/cijfers/{sleutel}/drentsche-aa/{OP}")
        cijfer = bereken(DEFINITIES[sleutel], gebied("drentsche-aa", ()), register.dag(OP))
        assert not re.search(r"Fictiema|\bP\d{3,}\b", antwoord.content.decode())
        for deel, cel in zip(antwoord.json()["per_jaar"]["delen"], per_jaar(cijfer).cellen, strict=True):
            assert deel["is_verborgen"] == (deel["aantal"] is None) == cel.is_verborgen
            verborgen += cel.is_verborgen
    assert verborgen


def test_the_policy_beside_a_figure_says_where_it_comes_from(vol_register: None, client_als: ClientAls) -> None:
    client = client_als("consulent", list(NAMEN))
    (taak,) = client.get(f"/api/v1/cijfers/beschut-werk-plekken/{ASSEN}/{OP}").json()["vergelijk"]
    assert (taak["waarde"], taak["periode"], taak["eenheid"]) == ("27", OP, "plekken")
    assert taak["bron"] and not taak["is_voorlopig"]


def test_only_one_s_own_municipalities(client: Client) -> None:
    register.gemeenten()
    probleem(client.get(f"/api/v1/cijfers/bijstand/{AA_EN_HUNZE}/{OP}"), "geen-recht")
    probleem(client.get(f"/api/v1/cijfers/bijstand/drentsche-aa/{OP}"), "geen-recht")
    assert client.get(f"/api/v1/cijfers/bijstand/eigen/{OP}").status_code == 200


@pytest.mark.parametrize(
    ("pad", "soort"),
    [
        (f"niets/{ASSEN}/{OP}", "niet-gevonden"),
        (f"bijstand/GM9999/{OP}", "niet-gevonden"),
        (f"bijstand/{ASSEN}/2018-02-30", "verzoek-klopt-niet"),
        (f"bijstand/{ASSEN}/2014-12-31", "verzoek-klopt-niet"),
        (f"bijstand/{ASSEN}/2099-01-01", "verzoek-klopt-niet"),
        (f"bijstand/{ASSEN}/{OP}?peildatum=2017-01-01", "verzoek-klopt-niet"),
    ],
)
def test_an_address_of_a_figure_that_cannot_be(client: Client, pad: str, soort: str) -> None:
    register.gemeenten()
    probleem(client.get(f"/api/v1/cijfers/{pad}"), soort)


def test_the_description_is_open_and_complete() -> None:
    antwoord = Client().get("/api/v1/openapi.json")
    document = antwoord.json()
    assert (antwoord.status_code, antwoord["Access-Control-Allow-Origin"]) == (200, "*")
    assert document["info"]["version"] == VERSIE
    assert set(document["paths"]) == {
        "/api/v1/berekeningen",
        "/api/v1/cijfers",
        "/api/v1/cijfers/{sleutel}/{gebied}/{peildatum}",
    }
    genoemd = set(re.findall(r'"#/components/schemas/(\w+)"', antwoord.content.decode()))
    assert genoemd <= document["components"]["schemas"].keys()
    velden = document["components"]["schemas"]["Persoon"]["properties"]
    assert set(laad_recht().feiten) <= velden.keys()
    assert set(document["components"]["schemas"]["Persoon"]["properties"]["gevraagd"]["items"]["enum"]) == set(
        laad_recht().vragen()
    )


def test_addresses_follow_the_design_rules_of_the_government() -> None:
    """Kebab-case paths without a closing slash, query keys in camelCase, nothing of a person in an address."""
    for pad, handelingen in Client().get("/api/v1/openapi.json").json()["paths"].items():
        assert re.fullmatch(r"(/([a-z0-9]+(-[a-z0-9]+)*|\{[a-zA-Z]+\}))+", pad)
        for handeling in handelingen.values():
            assert all(re.fullmatch(r"[a-z][a-zA-Z0-9]*", p["name"]) for p in handeling["parameters"])
            assert not {"bsn", "naam", "nummer"} & {p["name"].lower() for p in handeling["parameters"]}


@pytest.mark.parametrize("soort", PROBLEMEN)
def test_the_manual_tells_every_kind_of_problem(soort: str) -> None:
    assert re.search(rf"^\| `{soort}` \| {PROBLEMEN[soort][0]} \|", DOC, re.MULTILINE)


def test_the_manual_names_every_path() -> None:
    for pad in Client().get("/api/v1/openapi.json").json()["paths"]:
        assert pad in DOC
