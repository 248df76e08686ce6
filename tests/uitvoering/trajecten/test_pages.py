"""The pages of diagnosis, plan, instruments and work, as a regisseur sees them."""

from collections.abc import Callable
from typing import Any

import pytest

from meedoen.uitvoering.kern.models import Inzage
from meedoen.uitvoering.trajecten.models import Diagnose, Inzet, Plan
from tests.uitvoering.dossiers.household import feit
from tests.uitvoering.register import ASSEN, TYNAARLO, dag
from tests.uitvoering.trajecten import plans
from tests.uitvoering.trajecten.plans import behoud, ingezet, inwoner, plan_voor


@pytest.fixture
def client(db: None, client_als: Callable[..., Any]) -> Any:
    plans.kadernota()
    return client_als("regisseur", [ASSEN])


def test_from_diagnosis_to_plan_to_instrument_to_worklist(client: Any) -> None:
    wie = inwoner("")
    gegevens = {
        "gesteld_op": "2026-11-20",
        "instrument": "arbeidskundig onderzoek",
        "gesteld_door": "M. Voorbeeld",
        "verdiencapaciteit_percentage": "62,5",
    }
    antwoord = client.post(f"/dossiers/{wie.nummer}/diagnose", gegevens)
    assert (antwoord.status_code, antwoord.headers["Location"]) == (302, f"/dossiers/{wie.nummer}/plan")
    doel = {"leefgebied": "werk", "tekst": "Betaald werk", "streefdatum": "2026-12-15"}
    client.post(f"/dossiers/{wie.nummer}/plan", {"personen": [wie.nummer], "vanaf": "2026-11-22", **doel})
    plan = Plan.objects.get()
    pagina = client.get(f"/plannen/{plan.nummer}").content.decode()
    for tekst in ("Motto 50-80", "Ambitie 50-80", "Resultaat 50-80", "werkleerplekken", "Betaald werk"):
        assert tekst in pagina
    inzet = {
        "persoon": wie.nummer,
        "doel": plan.doelen.get().pk,
        "instrument": "werkleerplekken",
        "vorm": "behoud_van_uitkering",
        "aanbieder": "Bakkerij uit de test",
        "vanaf": "2026-11-22",
        "kosten": "1.250,50",
        "budgetbron": "participatiebudget",
        "perspectief": "Contract vanaf maart toegezegd.",
        "geen_verdringing": "Nieuwe plek.",
    }
    assert client.post(f"/plannen/{plan.nummer}/inzet", inzet).status_code == 302
    pagina = client.get(f"/plannen/{plan.nummer}").content.decode()
    for tekst in ("21 februari 2027", "91 dagen", "€ 1.250,50", "Contract vanaf maart toegezegd."):
        assert tekst in pagina
    werk = client.get("/werk").content.decode()
    assert "Betaald werk" in werk
    assert "1 punt staat open. 1 moet binnen dertig dagen." in werk


def test_a_refused_form_says_why_at_the_field_and_keeps_what_was_typed(client: Any) -> None:
    wie = inwoner()
    gegevens = {"gesteld_op": "2026-11-20", "instrument": "onderzoek", "gesteld_door": "Ik", "doelgroep": "30-50"}
    antwoord = client.post(f"/dossiers/{wie.nummer}/diagnose", gegevens)
    assert antwoord.status_code == 422
    assert "van 30 tot en met 50 procent" in antwoord.content.decode()
    assert 'value="onderzoek"' in antwoord.content.decode()
    assert not Diagnose.objects.exists()


def test_who_saves_on_an_old_version_is_told_what_changed_and_can_save_again(client: Any) -> None:
    inzet = ingezet(plan_voor(inwoner(), client.gebruiker))
    Inzet.objects.filter(pk=inzet.pk).update(versie=2)
    gegevens = {"tot": "2026-11-22", "reden": "Baan gevonden", "versie": "1"}
    antwoord = client.post(f"/inzetten/{inzet.nummer}/beeindigen", gegevens)
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert "Dit is intussen veranderd." in tekst
    assert "Baan gevonden" in tekst
    assert 'name="versie" value="2"' in tekst
    assert client.post(f"/inzetten/{inzet.nummer}/beeindigen", gegevens | {"versie": "2"}).status_code == 302


def test_the_last_day_on_the_form_still_counts(client: Any) -> None:
    inzet = behoud(plan_voor(inwoner(), client.gebruiker))
    gegevens = {"tot": "2027-04-30", "perspectief": "Contract.", "geen_verdringing": "Nieuw.", "versie": "1"}
    assert client.post(f"/inzetten/{inzet.nummer}/verlengen", gegevens).status_code == 302
    inzet.refresh_from_db()
    assert str(inzet.tot) == "2027-05-01"


def test_goals_and_agreements_go_by_buttons(client: Any) -> None:
    plan = plan_voor(inwoner(), client.gebruiker)
    doel = plan.doelen.get()
    client.post(f"/plannen/{plan.nummer}/afspraak", {"wie": "de inwoner", "wat": "Belt", "uiterlijk": "2026-12-01"})
    afspraak = plan.afspraken.get()
    pagina = client.post(f"/plannen/{plan.nummer}/doelen/{doel.pk}/behaald", {"versie": "1"}, follow=True)
    assert "Het doel is behaald." in pagina.content.decode()
    client.post(f"/plannen/{plan.nummer}/afspraken/{afspraak.pk}/nagekomen", {"versie": "1"})
    pagina = client.post(f"/plannen/{plan.nummer}/sluiten", {"versie": "1"}, follow=True)
    assert "Het plan is gesloten." in pagina.content.decode()
    assert "nagekomen op 22 november 2026" in pagina.content.decode()
    pagina = client.post(f"/plannen/{plan.nummer}/doelen/{doel.pk}/behaald", {"versie": "x"}, follow=True)
    assert "Dit plan is gesloten" in pagina.content.decode()


def test_a_plan_that_runs_is_shown_instead_of_a_second_one(client: Any) -> None:
    wie = inwoner()
    plan = plan_voor(wie, client.gebruiker)
    assert client.get(f"/dossiers/{wie.nummer}/plan").headers["Location"] == f"/plannen/{plan.nummer}"
    assert f"/plannen/{plan.nummer}" in client.get(f"/dossiers/{wie.nummer}").content.decode()


def test_opening_a_plan_is_logged_for_every_member(client: Any) -> None:
    wie = inwoner()
    client.get(f"/plannen/{plan_voor(wie, client.gebruiker).nummer}")
    assert Inzage.objects.get().onderwerp_id == str(wie.pk)


def test_another_municipality_stays_closed(client: Any, client_als: Callable[..., Any]) -> None:
    inzet = ingezet(plan_voor(inwoner(), client.gebruiker))
    ander = client_als("regisseur", [TYNAARLO])
    for adres in (f"plannen/{inzet.plan.nummer}", f"inzetten/{inzet.nummer}/beeindigen"):
        assert ander.get(f"/{adres}").status_code == 403
    assert not Inzage.objects.exists()


def test_the_worklist_says_what_to_do_when_it_is_empty_and_shows_the_team(
    client: Any, gebruiker: Callable[..., Any]
) -> None:
    assert "Er hoeft nu niets" in client.get("/werk").content.decode()
    collega = gebruiker("consulent", [ASSEN])
    plan = plan_voor(inwoner(), client.gebruiker, streefdatum=dag("2026-12-01"))
    gegevens = {"van": client.gebruiker.pk, "naar": collega.pk, "reden": "verlof"}
    antwoord = client.post("/werk/overdragen", gegevens, follow=True).content.decode()
    assert "Al het werk is overgedragen." in antwoord
    assert "Een betaalde baan van 24 uur" in antwoord
    assert collega.username in antwoord
    plan.refresh_from_db()
    assert plan.eigenaar == collega
    assert "Er hoeft nu niets" in client.get("/werk").content.decode()


@pytest.mark.parametrize("adres", ["termijnen", "sluiten"])
def test_a_button_is_no_address_to_open(client: Any, adres: str) -> None:
    plan = plan_voor(inwoner(), client.gebruiker)
    assert client.get(f"/plannen/{plan.nummer}/{adres}").status_code == 405


def test_what_a_date_depends_on_is_asked_on_the_plan_and_answered_there(client: Any) -> None:
    wie = inwoner()
    plan = plan_voor(wie, client.gebruiker)
    feit(wie, "ontheffing_arbeid_aan_de_orde", "ja")
    feit(wie, "ontheffing_arbeid_tot", "2026-12-05")
    adres = f"/plannen/{plan.nummer}/vragen"
    assert adres in client.get(f"/plannen/{plan.nummer}").content.decode()
    assert "Op welke dag heeft deze persoon zich gemeld" in client.get(adres).content.decode()
    client.post(adres, {f"{wie.nummer}-gemeld_op": "2025-03-01"})
    oordeel = f"{wie.nummer}-dringende_redenen_tegen_arbeid"
    assert client.post(adres, {oordeel: "ja"}).status_code == 422
    client.post(adres, {oordeel: "ja", f"{oordeel}-motivering": "Zorg voor een ziek kind."})
    assert client.get(adres).headers["Location"] == f"/plannen/{plan.nummer}"
    assert "4 december 2026" in client.get(f"/plannen/{plan.nummer}").content.decode()
    assert "De ontheffing van de arbeidsverplichting loopt af" in client.get("/werk").content.decode()
