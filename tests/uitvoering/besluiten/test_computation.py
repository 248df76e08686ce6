"""A decision and the computation kept for it: the whole receipt, guarded, and checked against the law of now."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from meedoen.recht import laad_recht
from meedoen.uitvoering.besluiten.acts import NietTeBerekenen, bewaar_berekening
from meedoen.uitvoering.besluiten.models import Berekening, Besluit
from meedoen.uitvoering.besluiten.queries import besluitregels, controleer
from meedoen.uitvoering.dossiers.models import Persoon
from meedoen.uitvoering.kern.models import Gebeurtenis
from tests.uitvoering import register
from tests.uitvoering.dossiers.household import feit, woont
from tests.uitvoering.register import ASSEN, TYNAARLO, dag

pytestmark = pytest.mark.django_db


@pytest.fixture
def consulent(client_als: Callable[..., Any]) -> Any:
    register.gemeenten()
    return client_als("consulent", [ASSEN])


def besluit(persoon: Persoon, soort: str = "toekenning_bijstand", vanaf: str = "2026-01-01") -> Besluit:
    """A decision about a person."""
    return Besluit.objects.create(
        nummer=register.nummer("B"), persoon=persoon, soort=soort, genomen_op=dag(vanaf), vanaf=dag(vanaf)
    )


def met_feiten(gemeente: str = ASSEN) -> Persoon:
    """A person alone of whom everything is known that the payout needs."""
    ik = woont(register.persoon(gemeente))
    feit(ik, "inkomen_per_maand", "200")
    feit(ik, "vermogen", "0")
    return ik


def adres(genomen: Besluit) -> str:
    """Where the computation of a decision is kept."""
    return f"/dossiers/{genomen.persoon.nummer}/besluiten/{genomen.nummer}/berekening"


def test_a_computation_is_kept_with_its_receipt_and_shown(consulent: Any) -> None:
    genomen = besluit(met_feiten())
    antwoord = consulent.post(adres(genomen), follow=True)
    pagina = antwoord.content.decode()
    assert "met haar ontvangst bij het besluit bewaard" in pagina
    assert "Opnieuw gerekend met hetzelfde recht: hetzelfde antwoord." in pagina
    bewaard = Berekening.objects.get()
    ontvangst = bewaard.antwoord["ontvangst"]
    assert (bewaard.rechtshash, ontvangst["hash"]) == (laad_recht().hash,) * 2
    assert ontvangst["peildatum"] == "2026-01-01"
    assert {"inkomen_per_maand", "vermogen"} <= {feit["naam"] for feit in ontvangst["feiten"]}
    assert ontvangst["bedragen"] and laad_recht().hash in pagina
    assert f'<td translate="no">{genomen.persoon}</td>' in pagina, "the receipt names the person, not his number"
    gebeurtenis = Gebeurtenis.objects.get(handeling="bewaar_berekening")
    assert gebeurtenis.door == consulent.gebruiker and gebeurtenis.gegevens["besluit"] == genomen.nummer


def test_what_was_kept_cannot_be_changed_or_removed(consulent: Any) -> None:
    bewaard = bewaar_berekening(door=consulent.gebruiker, op=dag("2026-11-22"), besluit=besluit(met_feiten()))
    with pytest.raises(IntegrityError), transaction.atomic():
        Berekening.objects.filter(pk=bewaard.pk).update(rechtsversie="anders")
    with pytest.raises(IntegrityError), transaction.atomic():
        bewaard.delete()


def test_computing_again_is_a_new_row_with_the_facts_of_now(consulent: Any) -> None:
    ik = met_feiten()
    genomen = besluit(ik)
    eerste = bewaar_berekening(door=consulent.gebruiker, op=dag("2026-11-22"), besluit=genomen)
    feit(ik, "inkomen_per_maand", "300", vanaf="2025-12-01")
    tweede = bewaar_berekening(door=consulent.gebruiker, op=dag("2026-11-22"), besluit=genomen)
    assert eerste.antwoord["personen"] != tweede.antwoord["personen"]
    (regel,) = besluitregels(ik)
    assert [b.nu for b in regel.bewaard] == ["", ""], "each is computed from its own facts"


def kopie(bewaard: Berekening, **anders: Any) -> Berekening:
    """A row as an earlier law package would have left it."""
    velden = {naam: getattr(bewaard, naam) for naam in ("besluit", "uitkomst", "opgave", "antwoord", "door")}
    tijd = {"vastgelegd_op": bewaard.vastgelegd_op}
    return Berekening.objects.create(**(velden | tijd | {"rechtsversie": "2019.1", "rechtshash": "0" * 64} | anders))


def test_an_answer_of_another_law_that_still_holds_says_so(consulent: Any) -> None:
    ik = met_feiten()
    kopie(bewaar_berekening(door=consulent.gebruiker, op=dag("2026-11-22"), besluit=besluit(ik)))
    pagina = consulent.get(f"/dossiers/{ik.nummer}").content.decode()
    assert "het recht van nu geeft met dezelfde feiten hetzelfde" in pagina and "2019.1" in pagina


def test_an_answer_of_another_law_that_no_longer_holds_asks_to_compute_again(consulent: Any) -> None:
    ik = met_feiten()
    bewaard = bewaar_berekening(door=consulent.gebruiker, op=dag("2026-11-22"), besluit=besluit(ik))
    nu = bewaard.antwoord["personen"][ik.nummer]["uitbetaling_per_maand"]
    kopie(bewaard, antwoord=bewaard.antwoord | {"personen": {ik.nummer: {"uitbetaling_per_maand": "1.00"}}})
    pagina = consulent.get(f"/dossiers/{ik.nummer}").content.decode()
    assert "Reken opnieuw." in pagina and "€ 1,00" in pagina
    assert f"{ik}: € {nu.replace('.', ',')}" in pagina.replace("€ 1.", "€ 1")


def test_a_case_that_the_law_of_now_cannot_read_says_why(consulent: Any) -> None:
    ik = met_feiten()
    bewaard = bewaar_berekening(door=consulent.gebruiker, op=dag("2026-11-22"), besluit=besluit(ik))
    oud = kopie(bewaard, opgave=bewaard.opgave | {"gevraagd": ["wwb_norm"]})
    assert controleer(oud, {}).nu.startswith("geen antwoord: ")


def test_without_all_facts_nothing_is_kept_and_the_question_is_shown(consulent: Any) -> None:
    genomen = besluit(woont(register.persoon()))
    pagina = consulent.post(adres(genomen), follow=True).content.decode()
    assert "niet na te rekenen" in pagina and "Hoeveel inkomen" in pagina
    assert not Berekening.objects.exists()


def test_a_kind_of_decision_without_amount_in_the_law_is_refused(consulent: Any) -> None:
    genomen = besluit(met_feiten(), soort="ontheffing")
    with pytest.raises(NietTeBerekenen, match="geen bedrag uit de wet"):
        bewaar_berekening(door=consulent.gebruiker, op=dag("2026-11-22"), besluit=genomen)


def test_before_the_known_law_nothing_is_offered(consulent: Any) -> None:
    ik = met_feiten()
    besluit(ik, vanaf="2014-03-04")
    assert "Reken na en bewaar" not in consulent.get(f"/dossiers/{ik.nummer}").content.decode()


def test_a_decision_of_another_municipality_or_another_person_is_out_of_reach(consulent: Any) -> None:
    vreemd, eigen = besluit(met_feiten(TYNAARLO)), met_feiten()
    assert consulent.post(adres(vreemd)).status_code == 403
    assert consulent.post(f"/dossiers/{eigen.nummer}/besluiten/{vreemd.nummer}/berekening").status_code == 404
    assert not Berekening.objects.exists()


def test_the_page_needs_no_query_per_kept_computation(consulent: Any, django_assert_max_num_queries: Any) -> None:
    ik = met_feiten()
    for _keer in range(5):
        bewaar_berekening(door=consulent.gebruiker, op=dag("2026-11-22"), besluit=besluit(ik))
    with django_assert_max_num_queries(5):
        assert len(besluitregels(ik)) == 5
