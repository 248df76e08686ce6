"""Every route has a right, opens for the roles of the table only, and shows nobody another municipality.

The routes are read from the URL configuration itself, so a route that nobody thought of is walked too. A route with a
parameter that is not listed in VALUES fails: say what is one's own and what is somebody else's.
"""

import datetime
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from meedoen.recht import laad_recht
from meedoen.uitvoering.beleid.models import Gemeente, Samenwerking
from meedoen.uitvoering.besluiten.models import Besluit, Bezwaar, Bezwaarbrief, Brief, Opschorting, Procedure
from meedoen.uitvoering.dossiers.models import Persoon
from meedoen.uitvoering.handhaving.models import Signaal, Uitnodiging
from meedoen.uitvoering.inwoners.models import Verzoek, Verzoekbrief
from meedoen.uitvoering.kern import clock
from meedoen.uitvoering.kern.models import Gebruiker, Rol
from meedoen.uitvoering.kern.permissions import RECHTEN, Recht
from meedoen.uitvoering.sturing.registry import DEFINITIES
from meedoen.uitvoering.toegang.models import Melding, Overdracht, Webmelding
from meedoen.uitvoering.trajecten.models import Afspraak, Doel, Inzet, Plan
from meedoen.uitvoering.verantwoording.models import Antwoordversie

pytestmark = pytest.mark.slow
OWN, OTHER = "GM1680", "GM0106"


class Value(NamedTuple):
    """What a parameter of an address is for this user; `other` belongs to a municipality that is not his."""

    own: str
    other: str | None = None


VALUES: dict[str | tuple[str, str], Value] = {
    "gemeentecode": Value(OWN, OTHER),
    "gebied": Value(OWN, OTHER),
    "nummer": Value("EIGEN", "VREEMD"),
    "peildatum": Value("2026-11-01"),
    "vraag": Value("1"),
    "vorm": Value("csv"),
    "versie": Value("1"),
    "besluit": Value("BESLUIT"),
    "volgnummer": Value("1"),
    "melding": Value("MELDING-EIGEN", "MELDING-VREEMD"),
    "webmelding": Value("WEB-EIGEN", "WEB-VREEMD"),
    "overdracht": Value("OVERDRACHT-EIGEN", "OVERDRACHT-VREEMD"),
    "procedure": Value("AEIGEN", "AVREEMD"),
    "bezwaar": Value("ZEIGEN", "ZVREEMD"),
    "signaal": Value("SEIGEN", "SVREEMD"),
    "verzoek": Value("VEIGEN", "VVREEMD"),
    "feit": Value("1"),
    "brief": Value("1"),
    ("verzoek-brief", "soort"): Value("ontvangst"),
    "uitnodiging": Value("1"),
    ("maatregel-inkeer", "besluit"): Value("MAATREGEL"),
    ("maatregel-heroverweging", "besluit"): Value("MAATREGEL"),
    ("maatregel-artikellid", "besluit"): Value("MAATREGEL"),
    "wet": Value("participatiewet"),
    "onderwerp": Value("loonkostensubsidie"),
    "geval": Value("2015-03-01-functieloon-ontbreekt"),
    ("recht-regel", "naam"): Value("loonkostensubsidie_per_maand"),
    ("recht-bedrag", "naam"): Value("vergoeding_werkgeverslasten"),
    ("recht-feit", "naam"): Value("geboortedatum"),
    ("recht-term", "naam"): Value(next(iter(laad_recht().termen))),
    ("samenwerking", "sleutel"): Value("alleen", "samen"),
    ("cijfer", "sleutel"): Value(next(iter(DEFINITIES))),
    ("cijfer-gevallen", "sleutel"): Value(next(iter(DEFINITIES))),
    ("api-cijfer", "sleutel"): Value(next(iter(DEFINITIES))),
}


AFTER_AN_UPLOAD = {"importeren-fouten", "importeren-geweigerd"}  # there is nothing yet to take home


class Route(NamedTuple):
    """One route: its name, its pattern and its view."""

    name: str
    path: str
    parameters: tuple[str, ...]
    view: Callable[..., Any]


def routes(patterns: list[Any] | None = None, prefix: str = "") -> Iterator[Route]:
    """Every route of the URL configuration, whatever app it came from."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        path = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, path)
        elif isinstance(pattern, URLPattern):
            yield Route(pattern.name or "", path, tuple(pattern.pattern.converters), pattern.callback)


def value_of(route: Route, name: str) -> Value:
    """The values of one parameter: listed for this route, or for every route."""
    return VALUES.get((route.name, name)) or VALUES[name]


ROUTES = {route.path: route for route in routes()}
API = {path for path in ROUTES if path.startswith("api/")}
GUARDED = {path: route for path, route in ROUTES.items() if getattr(route.view, "recht", None) is not Recht.IEDEREEN}
WITH_AREA = {
    path: route for path, route in GUARDED.items() if any(value_of(route, name).other for name in route.parameters)
}


def address(route: Route, which: str = "own") -> str:
    """An address of this route: with one's own values, or with somebody else's where there is such a thing."""
    values = {name: value_of(route, name) for name in route.parameters}
    return reverse(route.name, kwargs={name: getattr(value, which) or value.own for name, value in values.items()})


@pytest.fixture(scope="module")
def register_of_all(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The register, made once: each test of this module works in a transaction inside this one."""
    with django_db_blocker.unblock(), transaction.atomic():
        _register()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def register(register_of_all: None, db: None) -> None:
    """Two municipalities with one resident each, and a partnership of one and of both."""


def _register() -> None:
    for code, naam, nummer, bsn in (
        (OWN, "Aa en Hunze", "EIGEN", "999990019"),
        (OTHER, "Assen", "VREEMD", "999990020"),
    ):
        gemeente = Gemeente.objects.create(code=code, naam=naam, bron="test")
        Persoon.objects.create(
            nummer=nummer,
            bsn=bsn,
            voornaam="Proef",
            achternaam="Persoon",
            geboortedatum=datetime.date(1980, 1, 1),
            gemeente=gemeente,
        )
        _melding_van(Persoon.objects.get(nummer=nummer))
    Antwoordversie.objects.create(
        gemeente_id=OWN,
        versie=1,
        onderwerp="Proef",
        portefeuillehouder="Proef",
        informant="Proef",
        besluit_op=datetime.date(2026, 11, 1),
        peildatum=datetime.date(2026, 11, 1),
        cijfers={},
        pdf=b"%PDF-",
        sha256="0" * 64,
        vastgelegd_op=clock.nu(),
    )
    Besluit.objects.create(
        nummer="BESLUIT",
        persoon=Persoon.objects.get(nummer="EIGEN"),
        soort=Besluit.Soort.TOEKENNING_BIJSTAND,
        genomen_op=datetime.date(2026, 1, 1),
        vanaf=datetime.date(2026, 1, 1),
    )
    _plannen()
    _procedures()
    _signalen()
    Samenwerking.objects.create(sleutel="alleen", naam="Alleen").gemeenten.set([OWN])
    Samenwerking.objects.create(sleutel="samen", naam="Samen").gemeenten.set([OWN, OTHER])


def _plannen() -> None:
    """A plan with a goal, an agreement and an instrument in each municipality."""
    eigenaar = Gebruiker.objects.create_user("eigenaar", rol=Rol.REGISSEUR)
    vanaf = datetime.date(2026, 1, 1)
    for volgnummer, (code, nummer) in enumerate(((OWN, "EIGEN"), (OTHER, "VREEMD")), 1):
        plan = Plan.objects.create(nummer=nummer, gemeente_id=code, eigenaar=eigenaar, vanaf=vanaf)
        doel = Doel.objects.create(pk=volgnummer, plan=plan, leefgebied="werk", tekst="Proef", streefdatum=vanaf)
        Afspraak.objects.create(pk=volgnummer, plan=plan, wie="wij", wat="Proef", uiterlijk=vanaf)
        Inzet.objects.create(
            nummer=nummer,
            plan=plan,
            persoon=Persoon.objects.get(nummer=nummer),
            doel=doel,
            instrument="proef",
            aanbieder="Proef",
            vanaf=vanaf,
            kosten=0,
            budgetbron="geen",
            eigenaar=eigenaar,
        )


def _melding_van(persoon: Persoon) -> None:
    """A melding of this resident, ready to be led on, and a handover that is open."""
    eigenaar = Gebruiker.objects.create_user(f"eigenaar-{persoon.nummer}", rol=Rol.CONSULENT)
    vast = {"persoon": persoon, "gemeente": persoon.gemeente, "eigenaar": eigenaar}
    dag = datetime.date(2026, 11, 1)
    Melding.objects.create(
        nummer=f"MELDING-{persoon.nummer}",
        kanaal=Melding.Kanaal.BALIE,
        gemeld_op=dag,
        vraag="Proef",
        vraagt_bijstand=True,
        stand=Melding.Stand.INTAKE,
        route="uitvoeringsorganisatie",
        aangenomen_door=eigenaar,
        **vast,
    )
    Webmelding.objects.create(
        nummer=f"WEB-{persoon.nummer}",
        gemeente=persoon.gemeente,
        gemeld_op=dag,
        ontvangen_op=clock.nu(),
        voornaam="Proef",
        achternaam="Persoon",
        geboortedatum=dag,
        telefoon="0612345678",
        vraag="Proef",
        vraagt_bijstand=True,
        met_partner=False,
        eigenaar=eigenaar,
    )
    Overdracht.objects.create(
        nummer=f"OVERDRACHT-{persoon.nummer}",
        naar=Overdracht.Naar.WMO,
        reden="Proef",
        gevraagd_op=dag,
        door=eigenaar,
        **vast,
    )


def _procedures() -> None:
    """A procedure that waits for an answer about each resident, and a letter of the decision."""
    werker = Gebruiker.objects.create_user("behandelaar", rol=Rol.CONSULENT)
    for nummer in ("EIGEN", "VREEMD"):
        persoon = Persoon.objects.get(nummer=nummer)
        procedure = Procedure.objects.create(
            nummer=f"A{nummer}",
            persoon=persoon,
            gemeente=persoon.gemeente,
            soort=Procedure.Soort.BIJSTAND,
            aangevraagd_op=datetime.date(2026, 11, 1),
            ingangsdatum=datetime.date(2026, 11, 1),
            eigenaar=werker,
        )
        vragen = {"reden": "aanvullen", "toelichting": "Proef", "door": werker}
        dagen = {"vanaf": datetime.date(2026, 11, 2), "uiterlijk": datetime.date(2026, 12, 1)}
        Opschorting.objects.create(procedure=procedure, **vragen, **dagen)
        dagen = {"genomen_op": datetime.date(2026, 1, 1), "vanaf": datetime.date(2026, 1, 1)}
        vreemd = Besluit.objects.create(nummer=f"B{nummer}", persoon=persoon, soort="ontheffing", **dagen)
        ontvangen = datetime.date(2026, 1, 20)
        Bezwaar.objects.create(
            nummer=f"Z{nummer}", besluit=vreemd, ontvangen_op=ontvangen, gronden="Proef", eigenaar=werker
        )
        brief = {"pdf": b"%PDF-", "sha256": "0" * 64, "gemaakt_op": clock.nu(), "door": werker, "soort": "ontvangst"}
        Bezwaarbrief.objects.create(
            pk=1 if nummer == "EIGEN" else 2, bezwaar=Bezwaar.objects.get(nummer=f"Z{nummer}"), **brief
        )
        wat = {"tekst": "Proef", "identiteit": "paspoort", "soort": Verzoek.Soort.INZAGE, "eigenaar": werker}
        verzoek = Verzoek.objects.create(nummer=f"V{nummer}", persoon=persoon, ontvangen_op=ontvangen, **wat)
        Verzoekbrief.objects.create(verzoek=verzoek, **brief)
    besluit = Besluit.objects.get(nummer="BESLUIT")
    Brief.objects.create(besluit=besluit, pdf=b"%PDF-", sha256="0" * 64, gemaakt_op=clock.nu(), door=werker)


def _signalen() -> None:
    """A signal about each resident with its invitation, and a measure of each that came in by an import."""
    werker = Gebruiker.objects.get(username="behandelaar")
    dag, dagen = (
        datetime.date(2026, 11, 1),
        {"genomen_op": datetime.date(2026, 1, 1), "vanaf": datetime.date(2026, 1, 1)},
    )
    for pk, nummer in ((1, "EIGEN"), (2, "VREEMD")):
        persoon = Persoon.objects.get(nummer=nummer)
        signaal = Signaal.objects.create(
            nummer=f"S{nummer}",
            persoon=persoon,
            gemeente=persoon.gemeente,
            bron=Signaal.Bron.UWV,
            gedraging="arbeid zoeken",
            overtreding_op=dag,
            ontvangen_op=dag,
            toelichting="Proef",
            eigenaar=werker,
        )
        Uitnodiging.objects.create(
            pk=pk,
            signaal=signaal,
            tekst="Proef",
            verzonden_op=dag,
            uiterlijk=datetime.date(2026, 11, 15),
            pdf=b"%PDF-",
            sha256="0" * 64,
            gemaakt_op=clock.nu(),
            door=werker,
        )
    eigen = Persoon.objects.get(nummer="EIGEN")
    Besluit.objects.create(nummer="MAATREGEL", persoon=eigen, soort=Besluit.Soort.MAATREGEL, **dagen)


def test_there_are_routes_with_a_name_each() -> None:
    assert len(ROUTES) > 10
    assert all(route.name for route in ROUTES.values())


@pytest.mark.parametrize("path", ROUTES)
def test_every_route_names_its_right(path: str) -> None:
    assert isinstance(getattr(ROUTES[path].view, "recht", None), Recht), (
        f"{path}: put @mag(Recht.X) on its view, outermost"
    )


def test_what_is_open_to_everybody_is_chosen_one_by_one() -> None:
    assert {route.name for route in ROUTES.values()} - {route.name for route in GUARDED.values()} == {
        "aanmelden",
        "melden",  # a resident reports
        "melden-ontvangen",
        "taal",
        "api-beschrijving",
        *(route.name for route in ROUTES.values() if route.path.startswith("recht/")),  # the law is everybody's
    }


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("path", sorted(GUARDED.keys() - API))
def test_who_is_not_signed_in_is_led_to_signing_in(register: None, client: Client, path: str, method: str) -> None:
    response = getattr(client, method)(address(GUARDED[path]))
    assert (response.status_code, response.headers["Location"].split("?")[0]) == (302, "/aanmelden")


@pytest.mark.parametrize("method", ["get", "post", "put", "patch", "delete", "head", "options"])
@pytest.mark.parametrize("path", sorted(GUARDED.keys() & API))
def test_who_calls_the_api_without_signing_in_is_told_so_in_json(
    register: None, client: Client, path: str, method: str
) -> None:
    response = getattr(client, method)(address(GUARDED[path]))
    assert (response.status_code, response.headers["Content-Type"]) == (401, "application/problem+json")
    assert "cookie-name" in response.headers["WWW-Authenticate"]


@pytest.mark.parametrize("rol", list(Rol))
@pytest.mark.parametrize("path", GUARDED)
def test_a_route_opens_for_the_roles_of_the_table_only(
    register: None, client_als: Callable[..., Any], path: str, rol: Rol
) -> None:
    client, route = client_als(rol, [OWN]), GUARDED[path]
    answers = [client.get(address(route)).status_code, client.post(address(route)).status_code]
    if rol in RECHTEN[route.view.recht]:  # type: ignore[attr-defined]
        assert 403 not in answers and max(answers) < 500
        shown = {200, 302, 405} | ({404} if route.name in AFTER_AN_UPLOAD else set())
        assert answers[0] in shown, "an address with valid values must show something"
    else:
        assert answers == [403, 403]


@pytest.mark.parametrize("rol", list(Rol))
@pytest.mark.parametrize("path", WITH_AREA)
def test_a_role_sees_only_its_own_municipalities(
    register: None, client_als: Callable[..., Any], path: str, rol: Rol
) -> None:
    client, route = client_als(rol, [OWN]), WITH_AREA[path]
    assert client.get(address(route, "other")).status_code == 403
    assert client.post(address(route, "other")).status_code in {403, 405}


@pytest.mark.parametrize("rol", list(Rol))
@pytest.mark.parametrize("path", WITH_AREA)
def test_who_is_tied_to_no_municipality_sees_none(
    register: None, client_als: Callable[..., Any], path: str, rol: Rol
) -> None:
    assert client_als(rol, []).get(address(WITH_AREA[path])).status_code == 403
