"""The pages of a procedure as consulent and regisseur see them, by forms alone."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from meedoen.uitvoering.besluiten.models import Besluit, Opschorting, Procedure
from meedoen.uitvoering.dossiers.models import Feit, Uitkering
from meedoen.uitvoering.kern.models import Inzage
from tests.uitvoering import register
from tests.uitvoering.besluiten.steps import BIJSTANDSFEITEN, aanvraag, getekend, met_feiten, ter_toets
from tests.uitvoering.dossiers.household import woont
from tests.uitvoering.register import ASSEN, TYNAARLO

pytestmark = pytest.mark.django_db


@pytest.fixture
def consulent(client_als: Callable[..., Any]) -> Any:
    register.gemeenten()
    return client_als("consulent", [ASSEN])


@pytest.fixture
def regisseur(client_als: Callable[..., Any]) -> Any:
    return client_als("regisseur", [ASSEN])


def tekst(antwoord: Any) -> str:
    """The page as text."""
    return re.sub(r"\s+", " ", antwoord.content.decode())


def test_from_application_to_signature_by_forms_alone(consulent: Any, regisseur: Any) -> None:
    ik = woont(register.persoon())
    gegevens = {"soort": "bijstand", "aangevraagd_op": "2026-03-01", "ingangsdatum": "2026-03-01"}
    antwoord = consulent.post(f"/dossiers/{ik.nummer}/aanvraag", gegevens, follow=True)
    assert "Nog te vragen" in tekst(antwoord)
    procedure = Procedure.objects.get()
    adres = f"/besluiten/{procedure.nummer}"
    for _keer in range(3):
        velden = re.findall(rf'name="({ik.nummer}-(\w+))"', consulent.get(adres).content.decode())
        if not velden:
            break
        consulent.post(adres, {veld: BIJSTANDSFEITEN[naam] for veld, naam in velden})
    assert "U krijgt algemene bijstand." in tekst(consulent.get(adres))
    consulent.post(f"{adres}/voorstel", {"versie": 1, "motivering": "Uw inkomen is lager dan de norm."})
    antwoord = consulent.post(f"{adres}/toets", {"versie": 2}, follow=True)
    assert "Een regisseur toetst en ondertekent dit." in tekst(antwoord)
    assert "Onderteken het besluit" in tekst(regisseur.get(adres))
    antwoord = regisseur.post(f"{adres}/ondertekening", {"versie": 3}, follow=True)
    assert "Het besluit is ondertekend." in tekst(antwoord) and "Hoe komen we hieraan?" in tekst(antwoord)
    besluit = Besluit.objects.get()
    brief = regisseur.get(f"/dossiers/{ik.nummer}/besluiten/{besluit.nummer}/brief")
    assert brief["Content-Type"] == "application/pdf" and Uitkering.objects.filter(persoon=ik).exists()
    assert Inzage.objects.filter(doel="brief lezen").exists()
    dossier = tekst(consulent.get(f"/dossiers/{ik.nummer}"))
    assert adres in dossier and "Toekenning bijstand" in dossier


def test_no_bsn_stands_on_the_page_and_every_id_is_there_once(consulent: Any) -> None:
    procedure = aanvraag(met_feiten(), consulent.gebruiker)
    pagina = consulent.get(f"/besluiten/{procedure.nummer}").content.decode()
    assert procedure.persoon.bsn not in pagina
    ids = re.findall(r'\sid="([^"]+)"', pagina)
    assert len(ids) == len(set(ids))


def test_a_stale_form_says_what_changed_and_keeps_what_was_typed(consulent: Any, regisseur: Any) -> None:
    procedure = aanvraag(met_feiten(), consulent.gebruiker)
    adres = f"/besluiten/{procedure.nummer}"
    regisseur.post(f"{adres}/voorstel", {"versie": 1, "motivering": "Eerst."})
    antwoord = consulent.post(f"{adres}/voorstel", {"versie": 1, "motivering": "Mijn eigen woorden."})
    assert antwoord.status_code == 422
    assert "Dit is intussen veranderd." in tekst(antwoord) and "Mijn eigen woorden." in tekst(antwoord)
    assert Procedure.objects.get().motivering == "Eerst."
    assert consulent.post(f"{adres}/voorstel", {"versie": 2, "motivering": "Mijn eigen woorden."}).status_code == 302


def test_wrong_answers_are_refused_at_their_field_and_nothing_is_recorded(consulent: Any) -> None:
    procedure = aanvraag(woont(register.persoon()), consulent.gebruiker)
    veld = f"{procedure.persoon.nummer}-vermogen"
    antwoord = consulent.post(f"/besluiten/{procedure.nummer}", {veld: "veel"})
    assert antwoord.status_code == 422 and f'href="#id_{veld}"' in tekst(antwoord)
    assert not Feit.objects.filter(naam="vermogen").exists()


def test_sending_back_shows_the_remark_to_the_maker(consulent: Any, regisseur: Any) -> None:
    procedure = ter_toets(aanvraag(met_feiten(), consulent.gebruiker), consulent.gebruiker)
    adres = f"/besluiten/{procedure.nummer}"
    assert regisseur.post(f"{adres}/terug", {"versie": 3, "opmerking": ""}).status_code == 422
    regisseur.post(f"{adres}/terug", {"versie": 3, "opmerking": "Vraag ook naar de schuld."})
    assert "Vraag ook naar de schuld." in tekst(consulent.get(adres))


def test_the_term_stands_still_and_runs_again(consulent: Any) -> None:
    procedure = aanvraag(woont(register.persoon()), consulent.gebruiker)
    adres = f"/besluiten/{procedure.nummer}"
    assert "De beslistermijn is verstreken op 28 april 2026" in tekst(consulent.get(adres))
    vraag = {"reden": "aanvullen", "toelichting": "Bankafschriften", "gevraagd_op": "2026-04-01"}
    assert consulent.post(f"{adres}/opschorting", vraag | {"uiterlijk": "2026-04-01"}).status_code == 422
    consulent.post(f"{adres}/opschorting", vraag | {"uiterlijk": "2026-04-15"})
    assert consulent.post(f"{adres}/hervatting", {"tot": "2026-03-01"}).status_code == 422
    consulent.post(f"{adres}/hervatting", {"tot": "2026-04-11"})
    assert Opschorting.objects.get().tot == register.dag("2026-04-11")
    assert "De beslistermijn is verstreken op 6 mei 2026" in tekst(consulent.get(adres)), "nine days later"


def test_a_procedure_or_letter_of_another_municipality_is_out_of_reach(client_als: Any, consulent: Any) -> None:
    tekenaar = client_als("regisseur", [ASSEN]).gebruiker
    besluit = getekend(aanvraag(met_feiten(), consulent.gebruiker), consulent.gebruiker, tekenaar)
    vreemd = client_als("consulent", [TYNAARLO])
    assert vreemd.get(f"/besluiten/{besluit.procedure.nummer}").status_code == 403
    assert vreemd.get(f"/dossiers/{besluit.persoon.nummer}/besluiten/{besluit.nummer}/brief").status_code == 403
    assert vreemd.get(f"/dossiers/{besluit.persoon.nummer}/aanvraag").status_code == 403
