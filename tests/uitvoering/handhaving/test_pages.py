"""The pages of a signal and a measure as consulent and regisseur see them, by forms alone."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from meedoen.uitvoering.besluiten.models import Besluit, Procedure
from meedoen.uitvoering.handhaving.models import Heroverweging, Signaal, Uitnodiging
from meedoen.uitvoering.kern import clock
from meedoen.uitvoering.kern.models import Inzage
from tests.uitvoering.handhaving import steps
from tests.uitvoering.register import ASSEN, TYNAARLO, dag

pytestmark = pytest.mark.django_db
MORGEN, DECEMBER = dag("2026-11-23"), dag("2026-12-01")


@pytest.fixture
def consulent(client_als: Callable[..., Any]) -> Any:
    steps.gemeente()
    return client_als("consulent", [ASSEN])


@pytest.fixture
def regisseur(client_als: Callable[..., Any]) -> Any:
    return client_als("regisseur", [ASSEN])


def tekst(antwoord: Any) -> str:
    """The page as text."""
    return re.sub(r"\s+", " ", antwoord.content.decode())


def nieuw(consulent: Any, persoon: Any, **anders: str) -> Any:
    """A signal of today by its form."""
    velden = {
        "gedraging": steps.WERK,
        "overtreding_op": "2026-11-16",
        "bron": "werkgever",
        "ontvangen_op": "2026-11-20",
    }
    velden |= {"toelichting": "Hij kwam niet.", "melder": "Buurman Voorbeeld"} | anders
    return consulent.post(f"/dossiers/{persoon.nummer}/signaal", velden, follow=True)


def test_from_signal_to_signed_measure_by_forms_alone(consulent: Any, regisseur: Any) -> None:
    ik = steps.inwoner()
    assert "Het signaal is opgenomen." in tekst(nieuw(consulent, ik))
    adres = f"/handhaving/{Signaal.objects.get().nummer}"
    uitnodiging = {"versie": 1, "tekst": "U kwam niet werken.", "uiterlijk": "2026-12-06"}
    assert "Brief (PDF)" in tekst(consulent.post(f"{adres}/uitnodiging", uitnodiging, follow=True))
    brief = consulent.get(f"{adres}/uitnodiging/{Uitnodiging.objects.get().pk}")
    assert brief["Content-Type"] == "application/pdf"
    zegt = {"versie": 2, "vorm": "schriftelijk", "gegeven_op": "2026-11-22", "tekst": "Ik was de bus kwijt."}
    assert "Begin het besluit" in tekst(consulent.post(f"{adres}/zienswijze", zegt, follow=True))
    begin = {"versie": 3, "ingangsdatum": "2026-12-01", "was_ontheven": "nee", "tekst": "U kwam niet werken."}
    pagina = tekst(consulent.post(f"{adres}/besluit", begin, follow=True))
    assert "Ontbreekt elke vorm van verwijtbaarheid?" in pagina and "U kwam niet werken." in pagina
    procedure = f"/besluiten/{Procedure.objects.get().nummer}"
    _beantwoord(consulent, procedure)
    consulent.post(f"{procedure}/voorstel", {"versie": 1, "motivering": "U had kunnen bellen."})
    consulent.post(f"{procedure}/toets", {"versie": 2})
    pagina = tekst(regisseur.post(f"{procedure}/ondertekening", {"versie": 3}, follow=True))
    assert "De verlaging per maand" in pagina and "33,33%" in pagina and "geen termijn" not in pagina
    dossier = tekst(consulent.get(f"/dossiers/{ik.nummer}"))
    assert "artikel 18 lid 5" in dossier and "het recht van deze maand is nog niet bekend" in dossier
    assert "Verzoek om te stoppen (inkeer)" in dossier and "Buurman" not in dossier
    assert Inzage.objects.filter(doel="signaal behandelen").exists()


def _beantwoord(consulent: Any, adres: str) -> None:
    """Every question no, with grounds."""
    for _keer in range(3):
        namen = set(re.findall(r'name="([^"]*-\w+)"', consulent.get(adres).content.decode()))
        if not namen:
            return
        antwoorden = {naam: "Gewogen." if naam.endswith("motivering") else "nee" for naam in namen}
        consulent.post(adres, antwoorden)


def test_what_is_refused_stands_at_its_field_and_what_was_typed_stays(consulent: Any) -> None:
    ik = steps.inwoner()
    antwoord = nieuw(consulent, ik, overtreding_op="2026-11-30")
    assert antwoord.status_code == 422
    assert "Gedrag dat nog moet komen" in tekst(antwoord) and "Hij kwam niet." in tekst(antwoord)
    nieuw(consulent, ik)
    assert "Eén gedraging telt één keer" in tekst(nieuw(consulent, ik))
    assert Signaal.objects.count() == 1


def test_a_stale_form_says_what_changed(consulent: Any, regisseur: Any) -> None:
    nieuw(consulent, steps.inwoner())
    adres = f"/handhaving/{Signaal.objects.get().nummer}"
    regisseur.post(f"{adres}/geen-gevolg", {"versie": 1, "reden": "Hij was ziek."})
    antwoord = consulent.post(f"{adres}/uitnodiging", {"versie": 1, "tekst": "Kom.", "uiterlijk": "2026-12-06"})
    assert antwoord.status_code == 422 and "Dit is intussen veranderd." in tekst(antwoord)
    assert "Hij was ziek." in tekst(antwoord) and not Uitnodiging.objects.exists()


def test_an_invitation_with_half_an_appointment_is_asked_for_the_rest(consulent: Any) -> None:
    nieuw(consulent, steps.inwoner())
    adres = f"/handhaving/{Signaal.objects.get().nummer}/uitnodiging"
    velden = {"versie": 1, "tekst": "Kom.", "uiterlijk": "2026-12-06", "gesprek_dag": "2026-11-30"}
    assert "Vul van het gesprek de dag en de tijd in." in tekst(consulent.post(adres, velden))
    consulent.post(adres, velden | {"gesprek_tijd": "09:30", "plaats": "Stadhuis"})
    moment = Uitnodiging.objects.get().gesprek_op
    assert moment is not None and f"{moment.astimezone():%H:%M}"[-2:] == "30"


def test_no_bsn_stands_on_the_page_and_every_id_is_there_once(consulent: Any) -> None:
    ik = steps.inwoner()
    nieuw(consulent, ik)
    pagina = consulent.get(f"/handhaving/{Signaal.objects.get().nummer}").content.decode()
    ids = re.findall(r'\sid="([^"]+)"', pagina)
    assert ik.bsn not in pagina and len(ids) == len(set(ids))


def test_a_boete_is_named_as_the_boundary_and_the_unread_law_is_marked(consulent: Any) -> None:
    pagina = tekst(nieuw(consulent, steps.inwoner(), gedraging="inlichtingen geven"))
    assert "nooit tot een maatregel maar tot een boete" in pagina and "niet geverifieerd" in pagina


def test_a_running_measure_is_asked_to_stop_or_reviewed(consulent: Any, regisseur: Any) -> None:
    ik, vandaag = steps.inwoner(), clock.vandaag()
    wie = (consulent.gebruiker, regisseur.gebruiker)
    besluit = steps.opgelegd(ik, *wie, op=vandaag, gedrag=dag("2026-11-16"))
    adres = f"/dossiers/{ik.nummer}/besluiten/{besluit.nummer}/inkeer"
    assert "december 2026" in tekst(consulent.get(adres))
    vraag = {"gevraagd_op": "2026-11-22", "ingangsdatum": "2026-12-02", "wat": "Ik werk."}
    assert "Kies de eerste dag van een maand die nog wordt verlaagd" in tekst(consulent.post(adres, vraag))
    consulent.post(adres, vraag | {"ingangsdatum": "2026-12-01"})
    assert Procedure.objects.get(soort="inkeer").persoon == ik
    ander = steps.opgelegd(steps.inwoner(), *wie, op=vandaag, gedrag=vandaag, gedraging=steps.MISDRAGING)
    adres = f"/dossiers/{ander.persoon.nummer}/besluiten/{ander.nummer}/heroverweging"
    assert "Heroverweeg de maatregel" in tekst(consulent.get(f"/dossiers/{ander.persoon.nummer}"))
    consulent.post(adres, {"uitkomst": "blijft", "motivering": "Er is niets veranderd."})
    assert Heroverweging.objects.get().maatregel == ander


def test_the_lid_of_an_imported_measure_is_noted_from_the_dossier(consulent: Any) -> None:
    ik = steps.inwoner()
    dagen = {"genomen_op": dag("2025-11-01"), "vanaf": dag("2025-12-01")}
    besluit = Besluit.objects.create(nummer="B1", persoon=ik, soort="maatregel", **dagen)
    assert "Ingelezen maatregelen zonder lid" in tekst(consulent.get(f"/dossiers/{ik.nummer}"))
    consulent.post(f"/dossiers/{ik.nummer}/besluiten/B1/artikellid", {"artikellid": "6"})
    besluit.refresh_from_db()
    assert besluit.artikellid == 6


def test_somebody_elses_municipality_stays_closed(consulent: Any, client_als: Callable[..., Any]) -> None:
    nieuw(consulent, steps.inwoner())
    vreemd = client_als("consulent", [TYNAARLO])
    assert vreemd.get(f"/handhaving/{Signaal.objects.get().nummer}").status_code == 403


def test_an_application_does_not_offer_a_measure(consulent: Any) -> None:
    pagina = consulent.get(f"/dossiers/{steps.inwoner().nummer}/aanvraag").content.decode()
    assert 'value="inkomenstoeslag"' in pagina and 'value="maatregel"' not in pagina
