"""The dossier pages as a consulent sees them."""

from collections.abc import Callable
from typing import Any

import pytest

from meedoen.uitvoering.dossiers.search_index import houd_bij
from meedoen.uitvoering.kern.models import Inzage
from tests.uitvoering import register
from tests.uitvoering.dossiers.household import feit, woont
from tests.uitvoering.register import ASSEN, TYNAARLO, dag

pytestmark = pytest.mark.django_db


@pytest.fixture
def consulent(client_als: Callable[..., Any]) -> Any:
    register.gemeenten()
    return client_als("consulent", [ASSEN])


def test_searching_shows_who_was_found_and_keeps_the_name_out_of_the_address(consulent: Any) -> None:
    houd_bij([register.persoon(achternaam="Proefstra", nummer="P900001").pk])
    antwoord = consulent.post("/dossiers", {"term": "proefstra"})
    assert "1 inwoner gevonden" in antwoord.content.decode()
    assert "/dossiers/P900001" in antwoord.content.decode()
    assert "P900001" not in consulent.get("/dossiers?term=Proefstra").content.decode()


@pytest.mark.parametrize(("term", "zin"), [("", "Vul een naam"), ("Niemand", "Niemand gevonden"), ("x" * 101, "100")])
def test_an_empty_failed_or_too_long_search_says_what_to_do(consulent: Any, term: str, zin: str) -> None:
    assert zin in consulent.post("/dossiers", {"term": term}).content.decode()


def test_a_dossier_shows_norm_and_questions_and_is_logged(consulent: Any) -> None:
    ik = woont(register.persoon())
    pagina = consulent.get(f"/dossiers/{ik.nummer}?peildatum=2026-01-01").content.decode()
    assert "€ 1.401,50" in pagina
    assert "Nog te vragen" in pagina
    assert ik.bsn not in pagina
    assert (
        Inzage.objects.filter(onderwerp_id=str(ik.pk), door=consulent.gebruiker, doel="dossier bekijken").count() == 1
    )


def test_the_explanation_opens_to_articles_and_sources(consulent: Any) -> None:
    ik = woont(register.persoon())
    feit(ik, "inkomen_per_maand", "200")
    feit(ik, "vermogen", "0")
    pagina = consulent.get(f"/dossiers/{ik.nummer}/uitleg?peildatum=2026-01-01").content.decode()
    for tekst in ("Participatiewet 21", "Uitbetaling per maand", "€ 200,00", "bedrag uit de wet"):
        assert tekst in pagina


@pytest.mark.parametrize("peildatum", ["2026-02-30", "vandaag", "'", "9" * 200])
def test_a_date_that_does_not_exist_is_refused_in_words(consulent: Any, peildatum: str) -> None:
    ik = woont(register.persoon())
    antwoord = consulent.get(f"/dossiers/{ik.nummer}", {"peildatum": peildatum})
    assert antwoord.status_code == 200
    assert "geen bestaande datum" in antwoord.content.decode()


def test_a_dossier_of_another_municipality_stays_closed_and_is_not_logged(consulent: Any) -> None:
    ander = register.persoon(TYNAARLO)
    assert consulent.get(f"/dossiers/{ander.nummer}").status_code in {403, 404}
    assert not Inzage.objects.exists()


def test_the_page_needs_few_queries_however_many_housemates(consulent: Any, django_assert_max_num_queries: Any) -> None:
    ik = woont(register.persoon())
    for _ in range(7):
        woont(register.persoon(geboortedatum=dag("1990-01-01")))
    with django_assert_max_num_queries(36):
        consulent.get(f"/dossiers/{ik.nummer}")
