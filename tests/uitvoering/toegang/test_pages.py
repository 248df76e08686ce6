"""The pages of the toegang: the main path by form, what is shown of the rules, refusals that lose nothing."""

from collections.abc import Callable
from typing import Any

import pytest

from meedoen.uitvoering.dossiers.models import Feit, Persoon
from meedoen.uitvoering.dossiers.search_index import houd_bij
from meedoen.uitvoering.kern.models import Inzage
from meedoen.uitvoering.toegang import acts
from meedoen.uitvoering.toegang.models import Melding, Overdracht
from tests.uitvoering import register
from tests.uitvoering.dossiers.household import relatie, woont
from tests.uitvoering.register import ASSEN, dag

pytestmark = pytest.mark.django_db
VANDAAG = dag("2026-11-22")
MELDING = {"kanaal": "balie", "gemeld_op": "2026-11-02", "vraag": "Geen inkomen", "vraagt_bijstand": "on"}


@pytest.fixture
def consulent(client_als: Callable[..., Any]) -> Any:
    register.gemeenten()
    return client_als("consulent", [ASSEN])


def jongere() -> Persoon:
    """Somebody of 24 who lives alone."""
    return woont(register.persoon(ASSEN, geboortedatum=dag("2002-03-04")), register.nummer("W"))


def gemelde(consulent: Any, persoon: Persoon | None = None, **anders: Any) -> Melding:
    """A melding of the third of November, taken in by this consulent."""
    gegevens = {"kanaal": "balie", "gemeld_op": dag("2026-11-03"), "vraag": "Geen inkomen", "vraagt_bijstand": True}
    wie = {"door": consulent.gebruiker, "op": VANDAAG}
    return acts.neem_melding_aan(persoon=persoon or jongere(), **(gegevens | anders), **wie)


def test_from_melding_to_the_right_desk_by_form(consulent: Any) -> None:
    persoon = jongere()
    houd_bij([persoon.pk])
    gezocht = consulent.post("/meldingen/nieuw", {"term": persoon.achternaam}).content.decode()
    assert f"/dossiers/{persoon.nummer}/melding" in gezocht
    intake = consulent.post(f"/dossiers/{persoon.nummer}/melding", MELDING)
    melding = Melding.objects.get()
    assert intake.headers["Location"] == f"/meldingen/{melding.nummer}/intake"
    gegevens = {"versie": 1, "is_inkomen": "on", "over_schulden": "Huur", "route": ""}
    pagina = consulent.post(f"/meldingen/{melding.nummer}/intake", gegevens, follow=True).content.decode()
    assert "keukentafelgesprek" in pagina and "Schulden: Huur" in pagina, "a line written is a question too"
    gegevens = {"versie": 2, "bureau": "sociaal_team", "eigenaar": consulent.gebruiker.pk}
    pagina = consulent.post(f"/meldingen/{melding.nummer}/toeleiden", gegevens, follow=True).content.decode()
    assert "Na 2 stappen op de juiste plek" in pagina and "binnen het kader" in pagina
    assert Melding.objects.get().stand == "toegeleid"


def test_the_search_period_is_shown_with_its_question_answer_and_explanation(consulent: Any) -> None:
    melding = gemelde(consulent)
    pagina = consulent.get(f"/meldingen/{melding.nummer}").content.decode()
    assert "Geven de omstandigheden aanleiding" in pagina and "/recht/vroegste_aanvraagdatum/" in pagina
    uitleg = consulent.get(f"/meldingen/{melding.nummer}/uitleg").content.decode()
    assert "gelezen als nee; Participatiewet 41 lid 11" not in uitleg, "what is missing is no 'nee'"
    veld = f"{melding.persoon.nummer}-omstandigheden_vragen_eerdere_behandeling"
    adres = f"/meldingen/{melding.nummer}/vragen"
    zonder_gronden = consulent.post(adres, {veld: "nee"})
    assert zonder_gronden.status_code == 422 and "wat hebt u gewogen" in zonder_gronden.content.decode()
    pagina = consulent.post(adres, {veld: "nee", f"{veld}-motivering": "Niets bijzonders"}, follow=True)
    tekst = pagina.content.decode()
    assert "De aanvraag kan vanaf 1 december 2026 worden ingediend." in tekst, "four weeks after the third of November"
    assert "Is ondersteuning bij het vinden van werk tijdens de zoektermijn noodzakelijk?" in tekst
    feit = Feit.objects.get(naam="omstandigheden_vragen_eerdere_behandeling")
    assert (feit.door, feit.vanaf, feit.motivering) == (consulent.gebruiker, dag("2026-11-03"), "Niets bijzonders")
    uitleg = consulent.get(f"/meldingen/{melding.nummer}/uitleg").content.decode()
    assert "Participatiewet 41 lid 4" in uitleg and "1 december 2026" in uitleg


def test_who_is_27_applies_at_once(consulent: Any) -> None:
    melding = gemelde(consulent, woont(register.persoon(ASSEN, geboortedatum=dag("1999-11-03"))))
    pagina = consulent.get(f"/meldingen/{melding.nummer}").content.decode()
    assert "De aanvraag kan sinds 3 november 2026 worden ingediend." in pagina and "Nog te vragen" not in pagina


def test_who_was_led_to_the_right_desk_goes_on_to_an_application_from_the_day_of_the_melding(consulent: Any) -> None:
    persoon = woont(register.persoon(ASSEN, geboortedatum=dag("1980-01-01")))
    melding = gemelde(consulent, persoon)
    aanvraag = f"/dossiers/{persoon.nummer}/aanvraag"
    assert aanvraag not in consulent.get(f"/meldingen/{melding.nummer}").content.decode(), "the intake comes first"
    vast: dict[str, Any] = {"melding": melding, "door": consulent.gebruiker, "op": VANDAAG}
    acts.leg_intake_vast(gebieden={"inkomen": ""}, versie=1, **vast)
    acts.leid_toe(versie=2, **vast)
    assert f'action="{aanvraag}"' in consulent.get(f"/meldingen/{melding.nummer}").content.decode()
    form = consulent.get(aanvraag, {"soort": "bijstand"}).context["form"]
    begin = {naam: form[naam].value() for naam in ("soort", "aangevraagd_op", "ingangsdatum")}
    assert begin == {"soort": "bijstand", "aangevraagd_op": VANDAAG, "ingangsdatum": dag("2026-11-03")}


def test_a_melding_without_bijstand_says_that_there_is_no_search_period(consulent: Any) -> None:
    melding = gemelde(consulent, vraagt_bijstand=False)
    assert "vraagt geen bijstand aan" in consulent.get(f"/meldingen/{melding.nummer}").content.decode()
    assert consulent.get(f"/meldingen/{melding.nummer}/vragen").status_code == 302
    assert "niets te berekenen" in consulent.get(f"/meldingen/{melding.nummer}/uitleg").content.decode()


def test_the_partner_is_asked_about_only_where_there_is_one(consulent: Any) -> None:
    ik, partner = (woont(register.persoon(ASSEN), "W-paar") for _ in range(2))
    assert "met_partner" not in consulent.get(f"/dossiers/{jongere().nummer}/melding").content.decode()
    relatie(ik, partner, "partner")
    assert f"Ook voor partner {partner}" in consulent.get(f"/dossiers/{ik.nummer}/melding").content.decode()


def test_a_refused_form_keeps_what_was_typed_and_points_at_the_field(consulent: Any) -> None:
    adres = f"/dossiers/{jongere().nummer}/melding"
    antwoord = consulent.post(adres, MELDING | {"gemeld_op": "2026-12-24", "vraag": "Bijzondere tekst"})
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 422 and "Bijzondere tekst" in tekst
    assert 'href="#id_gemeld_op"' in tekst and "ligt na vandaag" in tekst
    assert not Melding.objects.exists()


def test_who_is_second_sees_what_changed_and_can_save_again(consulent: Any, gebruiker: Callable[..., Any]) -> None:
    melding = gemelde(consulent)
    ander = gebruiker("regisseur", [ASSEN])
    acts.leg_intake_vast(melding=melding, gebieden={"werk": ""}, versie=1, door=ander, op=VANDAAG)
    adres, gegevens = f"/meldingen/{melding.nummer}/intake", {"versie": 1, "is_taal": "on", "over_taal": "Wil B1"}
    tekst = consulent.post(adres, gegevens).content.decode()
    assert "intussen veranderd" in tekst and ander.username in tekst
    assert 'value="Wil B1"' in tekst and 'name="versie" value="2"' in tekst
    assert consulent.post(adres, gegevens | {"versie": 2}).status_code == 302
    assert Melding.objects.get().intakes.count() == 2


def test_a_handover_from_question_to_taken_over(consulent: Any) -> None:
    melding = gemelde(consulent)
    gegevens = {"naar": "uwv_wajong", "reden": "Misschien Wajong"}
    consulent.post(f"/dossiers/{melding.persoon.nummer}/overdracht?melding={melding.nummer}", gegevens)
    overdracht = Overdracht.objects.get()
    assert overdracht.melding == melding
    assert "wacht op overname" in consulent.get(f"/meldingen/{melding.nummer}").content.decode()
    gegevens = {"versie": "1", "overgenomen_op": "2026-11-22", "overgenomen_door": "UWV Assen"}
    pagina = consulent.post(f"/overdrachten/{overdracht.nummer}", gegevens, follow=True).content.decode()
    assert "22 november 2026, UWV Assen" in pagina and "Meld overgenomen" not in pagina


@pytest.mark.parametrize(
    ("bladzijde", "gegevens", "wordt"),
    [
        ("doorsturen", {"bureau": "wmo"}, "nieuw"),
        ("intrekken", {"reden": "Heeft werk"}, "ingetrokken"),
    ],
)
def test_other_acts_have_a_page_of_their_own(
    consulent: Any, bladzijde: str, gegevens: dict[str, str], wordt: str
) -> None:
    melding = gemelde(consulent)
    adres = f"/meldingen/{melding.nummer}/{bladzijde}"
    assert consulent.get(adres).status_code == 200
    assert consulent.post(adres, {"versie": 1}).status_code == 422
    assert consulent.post(adres, gegevens | {"versie": "1"}).headers["Location"] == f"/meldingen/{melding.nummer}"
    melding.refresh_from_db()
    assert (melding.stand, melding.versie) == (wordt, 2)


def test_a_melding_goes_to_a_colleague_of_the_municipality_only(consulent: Any, gebruiker: Callable[..., Any]) -> None:
    melding, ander, vreemd = gemelde(consulent), gebruiker("regisseur", [ASSEN]), gebruiker("consulent", [])
    adres = f"/meldingen/{melding.nummer}/toewijzen"
    assert consulent.post(adres, {"versie": 1, "eigenaar": vreemd.pk}).status_code == 422
    assert consulent.post(adres, {"versie": 1, "eigenaar": ander.pk}).status_code == 302
    assert Melding.objects.get().eigenaar == ander
    assert melding.nummer not in consulent.get("/meldingen?mijn=1").content.decode()
    assert melding.nummer in consulent.get("/meldingen").content.decode()


def test_registration_by_form_shows_who_is_alike_and_goes_on_to_the_melding(consulent: Any) -> None:
    bekend = jongere()
    gegevens = {
        "bsn": "9999.90.019",
        "voornaam": "Nieuwa",
        "achternaam": bekend.achternaam,
        "geboortedatum": "2002-03-04",
        "gemeentecode": ASSEN,
        "woning": "W00002-01",
        "woont_er_sinds": "2020-01-01",
    }
    tekst = consulent.post("/meldingen/inschrijven", gegevens).content.decode()
    assert "misschien al in het register" in tekst and f"/dossiers/{bekend.nummer}/melding" in tekst
    verder = consulent.post("/meldingen/inschrijven", gegevens | {"is_iemand_anders": "on"})
    nieuw = Persoon.objects.get(bsn="999990019")
    assert verder.headers["Location"] == f"/dossiers/{nieuw.nummer}/melding"


def test_the_dossier_shows_meldingen_and_looking_is_logged(consulent: Any) -> None:
    melding = gemelde(consulent)
    assert melding.nummer in consulent.get(f"/dossiers/{melding.persoon.nummer}").content.decode()
    consulent.get(f"/meldingen/{melding.nummer}")
    assert Inzage.objects.filter(doel="melding bekijken", door=consulent.gebruiker).exists()


def test_without_meldingen_the_list_says_how_one_begins(consulent: Any) -> None:
    assert "Er zijn nog geen meldingen" in consulent.get("/meldingen").content.decode()
