"""A decision about an instrument: the law, the ordinance and a judgment decide; what is granted comes in the plan."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from meedoen.uitvoering.besluiten.acts import stel_voor, vraag_aan
from meedoen.uitvoering.besluiten.case_facts import beantwoord
from meedoen.uitvoering.besluiten.letters import brieftekst
from meedoen.uitvoering.besluiten.models import Besluit, Procedure, Zaakfeit
from meedoen.uitvoering.besluiten.proposal import beoordeel
from meedoen.uitvoering.dossiers.models import Feit, Persoon
from meedoen.uitvoering.dossiers.questions import Antwoord
from meedoen.uitvoering.trajecten.acts import maak_plan
from meedoen.uitvoering.trajecten.models import Afspraak, Plan
from tests.uitvoering import register
from tests.uitvoering.besluiten.steps import INGANG, OP, aanvraag, getekend
from tests.uitvoering.register import ASSEN
from tests.uitvoering.trajecten import plans

pytestmark = pytest.mark.django_db
WERKLEERPLEK = "werkleerplekken"
BUITEN = (
    "is_niet_uitkeringsgerechtigde",
    "heeft_nabestaandenuitkering",
    "is_arbeidsongeschikt_met_verlies_van_wia_recht",
    "heeft_voorziening_gericht_op_arbeidsinschakeling",
)


@pytest.fixture(autouse=True)
def _kadernota(maker: Any) -> None:
    plans.kadernota()


def met_bijstand(groep: str = "50-80") -> Persoon:
    """Somebody who has bijstand since 2025."""
    wie = plans.inwoner(groep)
    register.uitkering(wie, "2025-01-01")
    return wie


def gevraagd(wie: Persoon, maker: Any, instrument: str = WERKLEERPLEK, werk: str = "") -> Procedure:
    """An application for an instrument."""
    return aanvraag(wie, maker, "voorziening", instrument=instrument, onbeloond_werk=werk)


def vragen(procedure: Procedure) -> list[str]:
    """The facts that are asked now."""
    return [vraag.feit for vraag in beoordeel(procedure, OP).berekening.vragen]


def antwoord(procedure: Procedure, maker: Any, **waarden: Any) -> None:
    """Answer these, where the rules ask for them, until they ask nothing that stands here."""
    for _keer in range(8):
        gegeven = [Antwoord(procedure.persoon, n, waarden[n], "Gewogen.") for n in vragen(procedure) if n in waarden]
        if not gegeven:
            return
        beantwoord(procedure=procedure, antwoorden=gegeven, door=maker, op=OP)


def plan_van(wie: Persoon, regisseur: Any) -> Plan:
    """A running plan of him, with this regisseur."""
    doel: dict[str, Any] = {"leefgebied": "werk", "tekst": "Werk", "streefdatum": register.dag("2026-12-01")}
    return maak_plan(personen=[wie], eigenaar=regisseur, vanaf=INGANG, **doel, door=regisseur, op=OP)


def test_what_is_needed_is_granted_told_in_a_letter_and_agreed_in_the_plan(maker: Any, tekenaar: Any) -> None:
    wie = met_bijstand()
    plan = plan_van(wie, tekenaar)
    procedure = gevraagd(wie, maker)
    assert vragen(procedure) == ["heeft_uitkering_van_uwv"]
    antwoord(procedure, maker, heeft_uitkering_van_uwv=False)
    assert vragen(procedure) == ["voorziening_is_noodzakelijk"]
    antwoord(procedure, maker, voorziening_is_noodzakelijk=True)
    besluit = getekend(procedure, maker, tekenaar)
    assert (besluit.soort, besluit.uitkomst, besluit.bedrag_per_maand) == ("voorziening", "toekennen", None)
    brief = brieftekst(besluit, tekenaar)
    assert brief["titel"] == "Besluit over voorziening naar werk: werkleerplekken"
    assert brief["delen"][0]["alineas"][0] == "U krijgt van ons: werkleerplekken."
    assert [deel["kop"] for deel in brief["delen"]][-2:] == ["Wat er nu gebeurt", "Bent u het er niet mee eens?"]
    afspraak = Afspraak.objects.get(plan=plan)
    assert besluit.nummer in afspraak.wat and "Werkleerplekken" in afspraak.wat and afspraak.uiterlijk == OP


@pytest.mark.parametrize(
    ("instrument", "nodig"), [(WERKLEERPLEK, False), ("rijbewijs", True)], ids=["niet nodig", "niet in het beleid"]
)
def test_what_is_not_needed_or_not_in_the_frame_is_refused(
    maker: Any, tekenaar: Any, instrument: str, nodig: bool
) -> None:
    wie = met_bijstand()
    plan_van(wie, tekenaar)
    procedure = gevraagd(wie, maker, instrument)
    antwoord(procedure, maker, voorziening_is_noodzakelijk=nodig, heeft_uitkering_van_uwv=False)
    besluit = getekend(procedure, maker, tekenaar)
    assert besluit.uitkomst == "afwijzen" and besluit.is_afgewezen and not Afspraak.objects.exists()
    assert brieftekst(besluit, tekenaar)["delen"][0]["alineas"][0] == f"U krijgt dit niet van ons: {instrument}."


def test_a_refusal_that_rests_on_a_judgment_is_explained_in_own_words(maker: Any) -> None:
    procedure = gevraagd(met_bijstand(), maker)
    antwoord(procedure, maker, voorziening_is_noodzakelijk=False, heeft_uitkering_van_uwv=False)
    with pytest.raises(ValidationError, match="is gewogen: voorziening is noodzakelijk"):
        stel_voor(procedure=procedure, versie=1, door=maker, op=OP)
    assert stel_voor(procedure=procedure, versie=1, motivering="Het kan lichter.", door=maker, op=OP).uitkomst


def test_who_has_no_bijstand_is_asked_before_he_is_refused(maker: Any, tekenaar: Any) -> None:
    procedure = gevraagd(plans.inwoner(), maker)
    antwoord(procedure, maker, voorziening_is_noodzakelijk=True)
    assert set(vragen(procedure)) == {*BUITEN}
    antwoord(procedure, maker, **dict.fromkeys(BUITEN, False))
    assert getekend(procedure, maker, tekenaar).uitkomst == "afwijzen"
    assert {feit.naam for feit in Feit.objects.filter(persoon=procedure.persoon)} >= {*BUITEN}


def test_a_niet_uitkeringsgerechtigde_gets_it_without_a_plan(maker: Any, tekenaar: Any) -> None:
    procedure = gevraagd(plans.inwoner(), maker)
    ja = {"voorziening_is_noodzakelijk": True, "is_niet_uitkeringsgerechtigde": True}
    antwoord(procedure, maker, **dict.fromkeys((*BUITEN, "heeft_uitkering_van_uwv"), False) | ja)
    assert getekend(procedure, maker, tekenaar).uitkomst == "toekennen" and not Afspraak.objects.exists()


def test_who_is_in_no_group_yet_has_the_question_whether_it_fits(maker: Any) -> None:
    procedure = gevraagd(met_bijstand(""), maker)
    antwoord(procedure, maker, heeft_uitkering_van_uwv=False)
    assert "voorziening_past_in_verordening" in vragen(procedure)


@pytest.mark.parametrize(("toestemming", "uitkomst"), [(True, "toekennen"), (False, "afwijzen")])
def test_a_proefplaats_needs_what_the_law_asks_of_it(
    maker: Any, tekenaar: Any, toestemming: bool, uitkomst: str
) -> None:
    procedure = gevraagd(met_bijstand(), maker, werk="proefplaats")
    gegeven = {"college_geeft_toestemming_proefplaats": toestemming, "maanden_verlenging_proefplaats": 0}
    antwoord(procedure, maker, voorziening_is_noodzakelijk=True, heeft_uitkering_van_uwv=False, **gegeven)
    besluit = getekend(procedure, maker, tekenaar)
    assert besluit.uitkomst == uitkomst
    toegestaan = "toegestaan" if toestemming else "niet toegestaan"
    assert f'"{toegestaan}"' in json.dumps(brieftekst(besluit, tekenaar), ensure_ascii=False, default=str)


def test_a_judgment_about_one_instrument_says_nothing_of_the_next(maker: Any, tekenaar: Any) -> None:
    wie = met_bijstand()
    eerste = gevraagd(wie, maker)
    antwoord(eerste, maker, voorziening_is_noodzakelijk=True, heeft_uitkering_van_uwv=False)
    getekend(eerste, maker, tekenaar)
    assert "voorziening_is_noodzakelijk" in vragen(gevraagd(wie, maker, "loonkostensubsidie"))
    assert not Feit.objects.filter(naam="voorziening_is_noodzakelijk").exists()
    assert Zaakfeit.objects.get(naam="voorziening_is_noodzakelijk").procedure == eerste


def test_two_instruments_can_be_asked_at_once_and_one_only_once(maker: Any) -> None:
    wie = met_bijstand()
    gevraagd(wie, maker)
    gevraagd(wie, maker, "loonkostensubsidie")
    with pytest.raises(ValidationError, match="Er loopt al een aanvraag"):
        gevraagd(wie, maker, f" {WERKLEERPLEK} ")


@pytest.mark.parametrize(
    ("soort", "instrument", "werk", "zin"),
    [
        ("voorziening", " ", "", "welk instrument"),
        ("bijstand", WERKLEERPLEK, "", "hoort alleen bij een voorziening"),
        ("bijstand", "", "proefplaats", "hoort alleen bij een voorziening"),
    ],
)
def test_an_instrument_belongs_to_a_voorziening(maker: Any, soort: str, instrument: str, werk: str, zin: str) -> None:
    with pytest.raises(ValidationError, match=zin):
        aanvraag(met_bijstand(), maker, soort, instrument=instrument, onbeloond_werk=werk)


def test_the_database_holds_that_too(maker: Any) -> None:
    procedure = gevraagd(met_bijstand(), maker)
    with pytest.raises(IntegrityError), transaction.atomic():
        Procedure.objects.filter(pk=procedure.pk).update(instrument="")


def test_the_form_suggests_the_instruments_of_the_group_and_takes_any(client_als: Callable[..., Any]) -> None:
    consulent, wie = client_als("consulent", [ASSEN]), met_bijstand()
    adres = f"/dossiers/{wie.nummer}/aanvraag"
    pagina = consulent.get(f"{adres}?soort=voorziening").content.decode()
    assert f'<option value="{WERKLEERPLEK}">' in pagina and 'list="id_instrument_lijst"' in pagina
    dagen = {"soort": "voorziening", "aangevraagd_op": "2026-03-01", "ingangsdatum": "2026-03-01"}
    leeg = consulent.post(adres, dagen)
    assert leeg.status_code == 422 and "Vul in welk instrument wordt gevraagd." in leeg.content.decode()
    antwoord = consulent.post(adres, {**dagen, "instrument": "rijbewijs"}, follow=True)
    assert "Voorziening naar werk: rijbewijs" in antwoord.content.decode()


def test_the_signed_page_leads_to_the_plan(maker: Any, tekenaar: Any, client_als: Callable[..., Any]) -> None:
    wie = met_bijstand()
    procedure = gevraagd(wie, maker)
    antwoord(procedure, maker, voorziening_is_noodzakelijk=True, heeft_uitkering_van_uwv=False)
    getekend(procedure, maker, tekenaar)
    consulent = client_als("consulent", [ASSEN])
    assert "Maak een plan om dit in te zetten" in consulent.get(f"/besluiten/{procedure.nummer}").content.decode()
    plan = plan_van(wie, tekenaar)
    assert f"/plannen/{plan.nummer}" in consulent.get(f"/besluiten/{procedure.nummer}").content.decode()
    assert "U krijgt van ons: werkleerplekken." in consulent.get(f"/besluiten/{procedure.nummer}").content.decode()
    assert "werkleerplekken" in consulent.get(f"/dossiers/{wie.nummer}").content.decode()
    assert Besluit.objects.get().onderwerp == "voorziening naar werk: werkleerplekken"


def test_the_act_refuses_who_may_not_work_here(client_als: Callable[..., Any], gebruiker: Callable[..., Any]) -> None:
    from django.core.exceptions import PermissionDenied

    elders = gebruiker("consulent", [register.TYNAARLO])
    dagen: dict[str, Any] = {"aangevraagd_op": INGANG, "ingangsdatum": INGANG, "op": OP}
    with pytest.raises(PermissionDenied):
        vraag_aan(persoon=met_bijstand(), soort="voorziening", instrument="x", door=elders, **dagen)
