"""The copy for a resident: everything held of him, nothing of his partner, and an account of who made it."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from meedoen.uitvoering.besluiten.models import Besluit
from meedoen.uitvoering.dossiers.acts import leg_feit_vast, open_dossier
from meedoen.uitvoering.dossiers.models import Persoon
from meedoen.uitvoering.inwoners.acts import maak_afschrift
from meedoen.uitvoering.inwoners.copy import kopietekst
from meedoen.uitvoering.inwoners.held import gegevens_van, openingen_van, tabellen, vrije_teksten
from meedoen.uitvoering.inwoners.models import Afschrift
from meedoen.uitvoering.kern.models import Gebeurtenis, Inzage
from tests.inventory.test_models import TABLES
from tests.uitvoering import register
from tests.uitvoering.besluiten.steps import OP, aanvraag, getekend, met_feiten
from tests.uitvoering.dossiers.household import relatie, woont
from tests.uitvoering.register import ASSEN, TYNAARLO

pytestmark = pytest.mark.django_db
OVER_MEDEWERKERS = {
    "kern.Gebruiker",
    "kern.GebruikerGemeente",
    "kern.Aanmeldpoging",
    "kern.Gebeurtenis",
    "kern.Inzage",
    "kern.Wijziging",
    "beleid.Lading",
    "dossiers.Inlezing",
    "dossiers.Zoekwoord",
    "verantwoording.Standpunt",
    "verantwoording.Antwoordversie",
}
"""About employees, a log (which the copy shows by itself), or words of everybody together: no rows about a resident."""


@pytest.fixture
def consulent(gebruiker: Callable[..., Any]) -> Any:
    register.gemeenten()
    return gebruiker("consulent", [ASSEN])


@pytest.fixture
def paar(consulent: Any, gebruiker: Callable[..., Any]) -> tuple[Persoon, Persoon]:
    """A couple with a signed decision, of whom all is known."""
    ik, partner = met_feiten(), met_feiten(woont(register.persoon(geboortedatum=register.dag("1979-12-31"))))
    relatie(ik, partner, "partner")
    leg_feit_vast(
        persoon=partner,
        naam="inkomen_per_maand",
        waarde="777.77",
        vanaf=register.dag("2026-03-01"),
        door=consulent,
        op=OP,
    )
    getekend(aanvraag(ik, consulent), consulent, gebruiker("regisseur", [ASSEN]))
    return ik, partner


def test_every_personal_table_is_in_the_copy_or_about_employees() -> None:
    assert set(TABLES) - set(tabellen()) == OVER_MEDEWERKERS & set(TABLES)


def test_the_copy_holds_plan_decision_facts_with_purpose_ground_and_term(paar: tuple[Persoon, Persoon]) -> None:
    ik, _partner = paar
    kopie = kopietekst(ik)
    tekst = json.dumps(kopie, ensure_ascii=False, default=str)
    plan, besluiten, rest = kopie["hoofdstukken"]
    assert plan["leeg"] == "Er is geen plan." and not plan["soorten"]
    assert "toekenning bijstand" in json.dumps(besluiten, ensure_ascii=False)
    bedrag = Besluit.objects.get().bedrag_per_maand
    assert f"€ {bedrag:,.2f}".translate(str.maketrans(",.", ".,")) in json.dumps(besluiten, ensure_ascii=False)
    assert ik.bsn in tekst and "€ 200,00" in tekst and "inkomen per maand" in tekst
    feiten = next(soort for soort in rest["soorten"] if soort["kop"] == "Feiten over u")
    assert "Participatiewet 7 lid 1" in feiten["grond"] and "Selectielijst gemeenten 2020" in feiten["grond"]
    assert ["Feit", "welk feit"] in feiten["doelen"]
    assert "niet geverifieerd" in " ".join(kopie["inleiding"])


def test_of_the_partner_only_the_name_stands_in_it(paar: tuple[Persoon, Persoon]) -> None:
    ik, partner = paar
    tekst = json.dumps(kopietekst(ik), ensure_ascii=False, default=str)
    assert str(partner) in tekst
    for gegeven in (partner.bsn, partner.nummer, "31 december 1979", "1979-12-31", "777"):
        assert gegeven not in tekst, gegeven


def test_who_opened_the_dossier_is_told_by_role_and_on_request_by_name(consulent: Any) -> None:
    ik = met_feiten()
    open_dossier(ik, door=consulent, doel="dossier bekijken")
    (opening,) = openingen_van(ik)
    assert (opening.wie, opening.doel) == ("consulent", "dossier bekijken")
    assert openingen_van(ik, met_namen=True)[0].wie == f"{consulent.username}, consulent"
    assert consulent.username not in json.dumps(kopietekst(ik), default=str)
    assert openingen_van(woont(register.persoon())) == []


def test_what_is_about_somebody_else_is_left_out_and_said_so(consulent: Any) -> None:
    ik = met_feiten()
    oordeel = {"naam": "samenleven_met_partner_op_ander_adres", "waarde": "zij leven duurzaam gescheiden"}
    leg_feit_vast(persoon=ik, vanaf=OP, motivering="De ex is ziek.", door=consulent, op=OP, **oordeel)
    teksten = {tekst: sleutel for sleutel, _waar, tekst in vrije_teksten(gegevens_van(ik))}
    sleutel = teksten["De ex is ziek."]
    kopie = json.dumps(kopietekst(ik, weglaten=[sleutel]), ensure_ascii=False, default=str)
    assert "De ex is ziek." not in kopie and "weggelaten, want het gaat over een ander" in kopie
    with pytest.raises(ValidationError, match="staat niet in het dossier"):
        maak_afschrift(persoon=ik, weglaten=["dossiers.Feit:0:motivering"], door=consulent, op=OP)


def test_making_it_is_logged_and_the_account_cannot_change(consulent: Any) -> None:
    ik = met_feiten()
    afschrift, pdf = maak_afschrift(persoon=ik, door=consulent, op=OP)
    assert pdf.startswith(b"%PDF")
    assert Inzage.objects.get().doel == "afschrift maken voor de inwoner"
    gebeurtenis = Gebeurtenis.objects.get(handeling="maak_afschrift")
    assert (gebeurtenis.door, gebeurtenis.onderwerp_id) == (consulent, str(afschrift.pk))
    with pytest.raises(IntegrityError), transaction.atomic():
        Afschrift.objects.update(sha256="")


def test_the_page_gives_the_file_to_who_does_the_work_for_this_municipality_only(
    client_als: Callable[..., Any],
) -> None:
    register.gemeenten()
    ik = met_feiten()
    adres = f"/dossiers/{ik.nummer}/afschrift"
    client = client_als("consulent", [ASSEN])
    assert "Feiten over u" in client.get(adres).content.decode()
    antwoord = client.post(adres, {"met_namen": "on"})
    assert antwoord["Content-Type"] == "application/pdf" and antwoord["Cache-Control"] == "no-store"
    assert client.gebruiker.username in client.get(f"/dossiers/{ik.nummer}").content.decode()
    assert Afschrift.objects.get().met_namen
    for ander in (client_als("consulent", [TYNAARLO]), client_als("beleid_en_control", [ASSEN])):
        assert ander.get(adres).status_code == 403 and ander.post(adres, {}).status_code == 403
    assert Afschrift.objects.count() == 1
