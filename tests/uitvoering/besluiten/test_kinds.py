"""Every kind of decision: it names results that the law has, and goes its way to a letter, granted and refused."""

import json
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from meedoen.recht import laad_recht
from meedoen.uitvoering.besluiten.acts import stel_voor
from meedoen.uitvoering.besluiten.kinds import SOORTEN
from meedoen.uitvoering.besluiten.letters import brieftekst
from meedoen.uitvoering.besluiten.models import Procedure
from meedoen.uitvoering.besluiten.proposal import beoordeel, berekening_van
from meedoen.uitvoering.dossiers.acts import leg_feit_vast
from meedoen.uitvoering.dossiers.models import Feit, Persoon, Uitkering
from tests.uitvoering import register
from tests.uitvoering.besluiten.steps import INGANG, OP, aanvraag, getekend
from tests.uitvoering.dossiers.household import feit, relatie, woont

pytestmark = pytest.mark.django_db
MAANDEN = [{"maand": f"{m}-01", "inkomen": "900", "norm": "1345.45"} for m in ("2025-12", "2026-01", "2026-02")]
TOESLAG = {
    "inkomenstoeslag_referteperiode": 3,
    "inkomenstoeslag_inkomensgrens": 110,
    "inkomenstoeslag_inkomenstoets": "gemiddelde over de periode",
    "inkomenstoeslag_alleenstaande": 478,
    "inkomenstoeslag_alleenstaande_ouder": 613,
    "inkomenstoeslag_gehuwden": 683,
}
LOONWAARDE = {
    "valt_onder_artikel_7": "ja",
    "loonwaarde_percentage": "55",
    "uren_per_week": "24",
    "voltijd_uren_per_week": "36",
}


def oordeel(persoon: Persoon, naam: str, waarde: str, door: Any) -> None:
    """A judgment of `door` with its grounds."""
    leg_feit_vast(
        persoon=persoon, naam=naam, waarde=waarde, vanaf=INGANG, motivering="Gewogen in de test.", door=door, op=OP
    )


def vul_aan(procedure: Procedure, door: Any, waarden: dict[str, str]) -> None:
    """Answer what the rules ask, from `waarden`, until they ask nothing more."""
    for _keer in range(12):
        vragen = beoordeel(procedure, OP).berekening.vragen
        if not vragen:
            return
        for vraag in vragen:
            oordeel(procedure.persoon, vraag.feit, waarden[vraag.feit], door)
    raise AssertionError(vragen)


def test_every_kind_has_its_results_in_the_law() -> None:
    bekend = set(laad_recht().vragen())
    assert set(SOORTEN) == set(Procedure.Soort.values)
    for soort in SOORTEN.values():
        assert {*soort.gevraagd, soort.beslist} <= bekend and soort.beslist in soort.uitkomsten
        assert {naam for naam in (soort.bedrag, soort.tot) if naam} <= set(soort.uitkomsten)
        assert {*soort.gegeven(OP), *soort.stelt_vast} <= set(laad_recht().feiten)


def test_the_reasons_in_a_letter_are_short_sentences_and_no_questions() -> None:
    for soort in SOORTEN.values():
        for tekst in (str(soort.waarom_toe), str(soort.waarom_af), str(soort.daarna)):
            assert "?" not in tekst.replace("mee te doen?", "") and "college" not in tekst, tekst
            assert all(len(zin.split()) <= 28 for zin in tekst.replace("?", ".").split(". ")), tekst


def toeslag(maker: Any, uitzicht: str) -> Procedure:
    """An application for the inkomenstoeslag of somebody with a low income for three months."""
    ik = woont(register.persoon())
    register.verordening("inkomenstoeslag", **TOESLAG)
    procedure = aanvraag(ik, maker, "inkomenstoeslag")
    antwoorden = {"vermogen": "0", "inkomensmaanden": json.dumps(MAANDEN), "uitzicht_op_inkomensverbetering": uitzicht}
    feit(ik, "inkomensmaanden", antwoorden["inkomensmaanden"])
    vul_aan(procedure, maker, antwoorden)
    return procedure


def test_the_inkomenstoeslag_is_granted_once_by_the_ordinance(maker: Any, tekenaar: Any) -> None:
    besluit = getekend(toeslag(maker, "nee"), maker, tekenaar)
    assert (besluit.soort, besluit.uitkomst, besluit.bedrag_per_maand) == ("inkomenstoeslag", "toekennen", None)
    voorstel = besluit.procedure.voorstel
    assert Decimal(voorstel["bedrag"]) == 478
    gelezen = {naam for deel in voorstel["opgave"]["verordening"]["besluit"] for naam in deel["waarden"]}
    assert "inkomenstoeslag_alleenstaande" in gelezen and "inkomenstoeslag_gehuwden" not in gelezen
    assert not Uitkering.objects.exists()
    assert Feit.objects.get(naam="inkomenstoeslag_gevraagd_op").waarde == INGANG.isoformat()
    brief = json.dumps(brieftekst(besluit, tekenaar), default=str, ensure_ascii=False)
    assert "€ 478,00" in brief and besluit.nummer in brief


def test_the_inkomenstoeslag_is_refused_and_the_amount_is_not_asked(maker: Any, tekenaar: Any) -> None:
    procedure = toeslag(maker, "ja")
    besluit = getekend(procedure, maker, tekenaar)
    assert besluit.uitkomst == "afwijzen" and procedure.voorstel["bedrag"] is None
    brief = brieftekst(besluit, tekenaar)
    assert brief["delen"][0]["alineas"][0] == "U krijgt de individuele inkomenstoeslag niet."
    assert brief["delen"][0]["tabel"] is None


def test_the_studietoeslag_is_granted_per_month(maker: Any, tekenaar: Any) -> None:
    procedure = aanvraag(woont(register.persoon(geboortedatum=register.dag("2004-01-01"))), maker, "studietoeslag")
    waarden = {
        "studiefinanciering": "studiefinanciering",
        "recht_op_studietoeslag_staat_vast_zonder_advies": "ja",
        "kan_structureel_niet_bijverdienen_naast_studie": "ja",
        "studietoeslag_ten_minste": "0",
    }
    register.verordening("beleid_studietoeslag", studietoeslag_ten_minste="0")
    vul_aan(procedure, maker, waarden)
    besluit = getekend(procedure, maker, tekenaar)
    assert besluit.soort == "studietoeslag" and besluit.bedrag_per_maand == Decimal(procedure.voorstel["bedrag"])
    assert besluit.bedrag_per_maand > 0


@pytest.mark.parametrize(("kan_alles", "uitkomst"), [("nee", "toekennen"), ("ja", "afwijzen")])
def test_the_loonkostensubsidie_follows_the_doelgroep(maker: Any, tekenaar: Any, kan_alles: str, uitkomst: str) -> None:
    procedure = aanvraag(woont(register.persoon()), maker, "loonkostensubsidie")
    vastgesteld = {"kan_voltijds_minimumloon_verdienen": kan_alles, "heeft_mogelijkheden_tot_arbeidsparticipatie": "ja"}
    vul_aan(procedure, maker, LOONWAARDE | vastgesteld)
    besluit = getekend(procedure, maker, tekenaar)
    assert besluit.uitkomst == uitkomst
    assert (besluit.bedrag_per_maand is not None) is (uitkomst == "toekennen")
    brief = json.dumps(brieftekst(besluit, tekenaar), default=str, ensure_ascii=False)
    assert ("€" in brief) is (uitkomst == "toekennen"), "a refusal names no amount that it would have been"


def test_of_a_loonkostensubsidie_the_employer_gets_a_part_of_the_first_month(maker: Any, tekenaar: Any) -> None:
    procedure = aanvraag(woont(register.persoon()), maker, "loonkostensubsidie", INGANG.replace(day=16))
    vastgesteld = {"kan_voltijds_minimumloon_verdienen": "nee", "heeft_mogelijkheden_tot_arbeidsparticipatie": "ja"}
    vul_aan(procedure, maker, LOONWAARDE | vastgesteld)
    alineas = brieftekst(getekend(procedure, maker, tekenaar), tekenaar)["delen"][0]["alineas"]
    assert alineas[-1] == "Over de eerste maand krijgt uw werkgever een deel, omdat die maand al was begonnen."


def test_an_exemption_ends_on_its_day(maker: Any, tekenaar: Any) -> None:
    procedure = aanvraag(woont(register.persoon()), maker, "ontheffing")
    vul_aan(
        procedure,
        maker,
        {"gemeld_op": "2026-02-20", "dringende_redenen_tegen_arbeid": "ja", "ontheffing_arbeid_tot": "2026-09-01"},
    )
    besluit = getekend(procedure, maker, tekenaar)
    assert (besluit.soort, besluit.uitkomst, procedure.voorstel["tot"]) == ("ontheffing", "toekennen", "2026-09-01")
    assert "1 september 2026" in brieftekst(besluit, tekenaar)["delen"][0]["alineas"][1]


@pytest.mark.parametrize(("vastgesteld", "uitkomst"), [("ja", "toekennen"), ("nee", "afwijzen")])
def test_beschut_werk_asks_what_was_established_before_it_decides(
    maker: Any, tekenaar: Any, vastgesteld: str, uitkomst: str
) -> None:
    procedure = aanvraag(woont(register.persoon()), maker, "beschut_werk")
    beoordeling = beoordeel(procedure, OP)
    assert [v.feit for v in beoordeling.berekening.vragen] == ["vastgesteld_uitsluitend_beschut"]
    assert (beoordeling.uitkomst, beoordeling.is_compleet) == ("", False)
    with pytest.raises(ValidationError, match="nog vragen open"):
        stel_voor(procedure=procedure, versie=1, door=maker, op=OP)
    waarden = {"valt_onder_artikel_7": "ja", "gemeente_haalde_aantal_beschut_werk": "nee"}
    vul_aan(procedure, maker, waarden | {"vastgesteld_uitsluitend_beschut": vastgesteld})
    assert getekend(procedure, maker, tekenaar).uitkomst == uitkomst


def test_of_a_couple_only_the_applicant_says_when_he_came(maker: Any) -> None:
    ik, partner = woont(register.persoon()), woont(register.persoon())
    relatie(ik, partner, "partner")
    vragen = {(v.persoon, v.feit) for v in beoordeel(aanvraag(ik, maker), OP).berekening.vragen}
    assert (ik.nummer, "gemeld_op") in vragen and (partner.nummer, "gemeld_op") not in vragen
    assert (partner.nummer, "inkomen_per_maand") in vragen


def test_a_kept_proposal_explains_itself_without_the_register(maker: Any) -> None:
    procedure = toeslag(maker, "nee")
    stel_voor(procedure=procedure, versie=1, door=maker, op=OP)
    Feit.objects.all().delete()
    berekening = berekening_van(procedure)
    uitkomst = berekening.uitkomsten["mag_inkomenstoeslag_krijgen"]
    assert uitkomst.waarden[procedure.persoon.nummer]["mag_inkomenstoeslag_krijgen"] is True
