"""A partner whom the register knows at another address is a question before a proposal, never passed over."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from meedoen.uitvoering.besluiten.acts import (
    NietTeBerekenen,
    bewaar_berekening,
    leg_ter_toets_voor,
    onderteken,
    stel_voor,
)
from meedoen.uitvoering.besluiten.letters import brieftekst
from meedoen.uitvoering.besluiten.models import Besluit, Procedure
from meedoen.uitvoering.besluiten.proposal import beoordeel, rechthebbenden
from meedoen.uitvoering.dossiers.acts import leg_feit_vast
from meedoen.uitvoering.dossiers.models import Feit, Persoon
from tests.uitvoering import register
from tests.uitvoering.besluiten.steps import INGANG, OP, aanvraag, getekend, met_feiten
from tests.uitvoering.dossiers.household import relatie, woont

pytestmark = pytest.mark.django_db
FEIT = "samenleven_met_partner_op_ander_adres"
DUURZAAM = "zij leven duurzaam gescheiden"
NIET_DUURZAAM = "zij leven gescheiden, maar niet duurzaam"
NIET_GESCHEIDEN = "zij leven niet gescheiden"
NIET_GEHUWD = "zij zijn niet gehuwd en geen geregistreerde partners"
ALLEEN, GEHUWDEN = "1401.50", "2002.13"
"""The norms of 2026-01 (normenbrief): a single person, and a couple."""


def paar(**anders: str) -> tuple[Persoon, Persoon]:
    """A couple at two addresses of whom all is known but how they live."""
    ik = met_feiten(**({"inkomen_per_maand": "0"} | anders))
    partner = met_feiten(woont(register.persoon(), "W2"), inkomen_per_maand="0")
    relatie(ik, partner, "partner")
    return ik, partner


def oordeel(wie: Persoon, antwoord: str, door: Any, vanaf: str = "2026-03-01") -> Feit:
    return leg_feit_vast(
        persoon=wie,
        naam=FEIT,
        waarde=antwoord,
        vanaf=register.dag(vanaf),
        motivering="Gesprek met beiden op 9 maart.",
        door=door,
        op=OP,
    )


def norm(procedure: Procedure) -> str:
    return str(procedure.voorstel["antwoord"]["personen"][procedure.persoon.nummer]["bijstandsnorm_per_maand"])


def test_no_proposal_before_somebody_judged_how_they_live(maker: Any) -> None:
    ik, _partner = paar()
    procedure = aanvraag(ik, maker)
    beoordeling = beoordeel(procedure, OP)
    assert FEIT in {vraag.feit for vraag in beoordeling.berekening.vragen}
    assert not beoordeling.is_compleet
    with pytest.raises(ValidationError, match="partner op een ander adres"):
        stel_voor(procedure=procedure, versie=1, door=maker, op=OP)


@pytest.mark.parametrize(
    ("antwoord", "bedrag", "aantal"),
    [(DUURZAAM, ALLEEN, 1), (NIET_GEHUWD, ALLEEN, 1), (NIET_DUURZAAM, GEHUWDEN, 2), (NIET_GESCHEIDEN, GEHUWDEN, 2)],
)
def test_the_judgment_decides_the_norm(maker: Any, antwoord: str, bedrag: str, aantal: int) -> None:
    ik, _partner = paar()
    procedure = aanvraag(ik, maker)
    oordeel(ik, antwoord, maker)
    stel_voor(procedure=procedure, versie=1, door=maker, op=OP)
    assert norm(procedure) == bedrag and len(rechthebbenden(procedure)) == aantal
    waarden = procedure.voorstel["antwoord"]["personen"][ik.nummer]
    assert waarden["is_gehuwd_met_partner_op_ander_adres"] is (aantal == 2)
    assert "Gesprek met beiden op 9 maart." in json.dumps(procedure.voorstel["antwoord"]["ontvangst"])


def test_a_judgment_in_the_dossier_of_the_partner_holds_too(maker: Any) -> None:
    ik, partner = paar()
    oordeel(partner, NIET_GESCHEIDEN, maker)
    procedure = aanvraag(ik, maker)
    stel_voor(procedure=procedure, versie=1, door=maker, op=OP)
    assert norm(procedure) == GEHUWDEN


def test_after_they_lived_together_again_an_old_judgment_no_longer_holds(maker: Any) -> None:
    ik, partner = paar()
    partner.bewoningen.all().delete()
    woont(partner, "W2", "2020-01-01", "2025-01-01")
    woont(partner, "W1", "2025-01-01", "2026-02-01")
    woont(partner, "W2", "2026-02-01")
    oordeel(ik, DUURZAAM, maker, "2024-01-01")
    assert FEIT in {vraag.feit for vraag in beoordeel(aanvraag(ik, maker), OP).berekening.vragen}


def test_a_changed_judgment_makes_signing_ask_for_a_new_proposal(maker: Any, tekenaar: Any) -> None:
    ik, _partner = paar()
    procedure = aanvraag(ik, maker)
    oordeel(ik, DUURZAAM, maker)
    stel_voor(procedure=procedure, versie=1, door=maker, op=OP)
    leg_ter_toets_voor(procedure=procedure, versie=2, door=maker, op=OP)
    oordeel(ik, NIET_GESCHEIDEN, maker)
    with pytest.raises(ValidationError, match="feiten of het recht veranderd"):
        onderteken(procedure=procedure, versie=3, door=tekenaar, op=OP)


def test_a_couple_at_two_addresses_with_other_adults_is_not_computed(maker: Any) -> None:
    ik, _partner = paar()
    woont(register.persoon(), "W2")
    procedure = aanvraag(ik, maker)
    oordeel(ik, NIET_DUURZAAM, maker)
    with pytest.raises(ValidationError, match="twee adressen"):
        stel_voor(procedure=procedure, versie=1, door=maker, op=OP)
    oordeel(ik, DUURZAAM, maker)
    stel_voor(procedure=procedure, versie=1, door=maker, op=OP)
    assert norm(procedure) == ALLEEN


def test_what_does_not_depend_on_a_spouse_asks_nothing_about_him(maker: Any) -> None:
    ik, _partner = paar()
    for soort in ("beschut_werk", "ontheffing"):
        vragen = beoordeel(aanvraag(ik, maker, soort), OP).berekening.vragen
        assert FEIT not in {vraag.feit for vraag in vragen}


def test_the_letter_says_what_was_judged(maker: Any, tekenaar: Any) -> None:
    ik, _partner = paar()
    oordeel(ik, DUURZAAM, maker)
    besluit = getekend(aanvraag(ik, maker), maker, tekenaar)
    rijen = [rij for deel in brieftekst(besluit, tekenaar)["delen"] if deel["tabel"] for rij in deel["tabel"]["rijen"]]
    assert [
        "Is gehuwd met partner op ander adres",
        "nee",
        "Participatiewet 3 lid 1, lid 2 onderdeel b en lid 3",
    ] in rijen


def test_an_imported_decision_is_not_recomputed_without_the_judgment(maker: Any) -> None:
    ik, _partner = paar()
    besluit = Besluit.objects.create(
        nummer="B1", persoon=ik, soort="toekenning_bijstand", genomen_op=OP, vanaf=INGANG, bedrag_per_maand="1000"
    )
    with pytest.raises(NietTeBerekenen, match="Hoe leven zij"):
        bewaar_berekening(door=maker, op=OP, besluit=besluit)
    oordeel(ik, DUURZAAM, maker)
    assert bewaar_berekening(door=maker, op=OP, besluit=besluit).antwoord["personen"][ik.nummer]


def test_the_page_names_the_partner_and_asks_with_grounds(client_als: Callable[..., Any]) -> None:
    register.gemeenten()
    client = client_als("consulent", [register.ASSEN])
    ik, partner = paar()
    procedure = aanvraag(ik, client.gebruiker)
    adres, veld = f"/besluiten/{procedure.nummer}", f"{ik.nummer}-{FEIT}"
    pagina = client.get(adres).content.decode()
    assert str(partner) in pagina and f'name="{veld}"' in pagina and f'name="{veld}-motivering"' in pagina
    assert "U krijgt algemene bijstand." not in pagina
    assert client.post(adres, {veld: DUURZAAM}).status_code == 422, "a judgment has grounds"
    client.post(adres, {veld: DUURZAAM, f"{veld}-motivering": "Gescheiden sinds vorig jaar."})
    feit = Feit.objects.get(naam=FEIT)
    assert (feit.door, feit.motivering) == (client.gebruiker, "Gescheiden sinds vorig jaar.")
    pagina = client.get(adres).content.decode()
    assert "U krijgt algemene bijstand." in pagina and "Gescheiden sinds vorig jaar." in pagina
    dossier = client.get(f"/dossiers/{ik.nummer}?peildatum=2026-03-01").content.decode()
    assert "telt niet mee" in dossier and str(client.gebruiker) in dossier
