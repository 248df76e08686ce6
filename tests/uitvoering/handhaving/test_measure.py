"""A measure from signal to letter, spread over months; recidivism from the measures before; none, with the reason."""

import json
import tomllib
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError

import meedoen.recht
from meedoen.uitvoering.besluiten.acts import leg_ter_toets_voor, onderteken, stel_voor
from meedoen.uitvoering.besluiten.case_facts import VAN_DE_ZAAK
from meedoen.uitvoering.besluiten.letters import brieftekst
from meedoen.uitvoering.besluiten.measure import antwoord_van, maanden_van
from meedoen.uitvoering.besluiten.models import Besluit, Bezwaar, Brief, NietGehoord, Procedure
from meedoen.uitvoering.besluiten.objections import beslis_op_bezwaar, neem_bezwaar_in
from meedoen.uitvoering.besluiten.proposal import beoordeel
from meedoen.uitvoering.besluiten.sanction_acts import noteer_artikellid
from meedoen.uitvoering.dossiers.models import Feit, Uitkering
from meedoen.uitvoering.handhaving.queries import betaling
from tests.uitvoering.handhaving.steps import (
    INGANG,
    MISDRAGING,
    OP,
    gehoord,
    gemeente,
    getekend,
    gewogen,
    in_besluit,
    inwoner,
    opgelegd,
    signaal,
)
from tests.uitvoering.register import dag

pytestmark = pytest.mark.django_db


def test_the_facts_of_a_case_are_those_that_the_law_declares_about_behaviour() -> None:
    map_ = Path(meedoen.recht.__file__).parent / "feiten"
    namen = {
        naam
        for bestand in ("maatregelen", "boete", "voorziening")
        for naam in tomllib.loads((map_ / f"{bestand}.toml").read_text())
    }
    assert namen == VAN_DE_ZAAK


def test_a_first_measure_is_spread_over_three_months_and_said_in_the_letter(maker: Any, tekenaar: Any) -> None:
    ik = inwoner()
    besluit = opgelegd(ik, maker, tekenaar)
    assert (besluit.soort, besluit.artikellid, besluit.vanaf) == ("maatregel", 5, INGANG)
    maanden = maanden_van(besluit.procedure)
    assert [m.deel for m in maanden] == [Fraction(1, 3)] * 3
    assert maanden[0].bedrag >= maanden[1].bedrag
    assert sum(m.bedrag for m in maanden) == Fraction(antwoord_van(besluit.procedure)["som_van_verlagingen_per_maand"])
    brief = json.dumps(brieftekst(besluit, tekenaar), default=str, ensure_ascii=False)
    assert "Wij verlagen uw bijstand." in brief and "april 2026" in brief and "juni 2026" in brief
    assert "Op 10 maart 2026 vertelde u ons: Ik had me verslapen." in brief and "artikel 18 lid 11" in brief
    assert bytes(Brief.objects.get(besluit=besluit).pdf).startswith(b"%PDF")
    assert not Feit.objects.filter(naam="elke_verwijtbaarheid_ontbreekt").exists()


def test_what_is_paid_each_month_adds_up_with_what_is_taken(maker: Any, tekenaar: Any) -> None:
    verloop = betaling(opgelegd(inwoner(), maker, tekenaar))
    eerste = verloop.maanden[0]
    assert (eerste.verlaging, eerste.blijft) == (Fraction("467.17"), Fraction("934.33"))
    assert eerste.uitbetaling == Fraction("887.61")
    assert all(not m.waarom for m in verloop.maanden)


def test_when_the_bijstand_stops_there_is_nothing_to_lower_any_more(maker: Any, tekenaar: Any) -> None:
    ik = inwoner()
    besluit = opgelegd(ik, maker, tekenaar)
    Uitkering.objects.filter(persoon=ik).update(tot=dag("2026-05-01"))
    assert [bool(m.waarom) for m in betaling(besluit).maanden] == [False, True, True]


def test_the_ladder_is_climbed_by_the_measures_that_were_recorded(maker: Any, tekenaar: Any) -> None:
    ik = inwoner()
    leden = []
    for maand in ("03", "05", "07", "09"):
        besluit = opgelegd(ik, maker, tekenaar, op=dag(f"2026-{maand}-20"), gedrag=dag(f"2026-{maand}-20"))
        leden.append((besluit.artikellid, len(maanden_van(besluit.procedure))))
    assert leden == [(5, 3), (6, 2), (7, 3), (8, 3)]


def test_a_measure_taken_away_by_an_objection_does_not_count(maker: Any, tekenaar: Any, gebruiker: Any) -> None:
    ik = inwoner()
    besluit = opgelegd(ik, maker, tekenaar)
    bezwaar = neem_bezwaar_in(besluit=besluit, ontvangen_op=OP, gronden="Onjuist.", door=maker, op=OP)
    ander = gebruiker("regisseur", ["GM0106"])
    gegrond = {
        "uitkomst": Bezwaar.Uitkomst.GEGROND,
        "motivering": "Klopt.",
        "niet_gehoord_wegens": NietGehoord.TEGEMOET,
    }
    beslis_op_bezwaar(bezwaar=bezwaar, versie=1, door=ander, op=OP, **gegrond)
    assert all(m.is_gestopt for m in betaling(besluit).maanden)
    tweede = opgelegd(ik, maker, tekenaar, op=dag("2026-05-20"), gedrag=dag("2026-05-20"))
    assert tweede.artikellid == 5


def test_a_measure_of_the_partner_counts_for_the_family(maker: Any, tekenaar: Any) -> None:
    from tests.uitvoering.dossiers.household import relatie, woont

    ik, partner = inwoner(), inwoner()
    for wie in (ik, partner):
        wie.bewoningen.all().delete()
        woont(wie, "W-samen")
    relatie(ik, partner, "partner")
    opgelegd(partner, maker, tekenaar)
    assert opgelegd(ik, maker, tekenaar, op=dag("2026-05-20"), gedrag=dag("2026-05-20")).artikellid == 6


def test_a_later_case_asks_its_own_judgments(maker: Any, tekenaar: Any) -> None:
    ik = inwoner()
    opgelegd(ik, maker, tekenaar)
    op = dag("2026-05-20")
    procedure = in_besluit(gehoord(signaal(ik, maker, op=op, gedrag=op), maker, op), maker, op, dag("2026-06-01"))
    vragen = {vraag.feit for vraag in beoordeel(procedure, op).berekening.vragen}
    assert "elke_verwijtbaarheid_ontbreekt" in vragen


def test_without_any_blame_there_is_no_measure_and_the_letter_says_why(maker: Any, tekenaar: Any) -> None:
    procedure = in_besluit(gehoord(signaal(inwoner(), maker), maker), maker)
    gewogen(procedure, maker, elke_verwijtbaarheid_ontbreekt=True)
    with pytest.raises(ValidationError, match="waarom u dit besluit"):
        stel_voor(procedure=procedure, versie=1, door=maker, op=OP)
    besluit = getekend(procedure, maker, tekenaar)
    assert (besluit.soort, besluit.artikellid, besluit.is_afgewezen) == ("geen_maatregel", None, False)
    assert maanden_van(procedure) == []
    brief = json.dumps(brieftekst(besluit, tekenaar), default=str, ensure_ascii=False)
    assert "Wij verlagen uw bijstand niet." in brief and "Percentage verlaging" not in brief


def test_urgent_reasons_can_leave_half_or_nothing(maker: Any) -> None:
    for deel, uitkomst in ((50, "toekennen"), (0, "afwijzen")):
        procedure = in_besluit(gehoord(signaal(inwoner(), maker), maker), maker)
        oordeel = {"dringende_redenen_om_maatregel_af_te_stemmen": True, "deel_van_verlaging_na_afstemming": deel}
        gewogen(procedure, maker, **oordeel)
        assert beoordeel(procedure, OP).uitkomst == uitkomst


def test_other_behaviour_follows_the_ordinance_and_is_reviewed(maker: Any, tekenaar: Any) -> None:
    besluit = opgelegd(inwoner(), maker, tekenaar, gedraging="arbeid zoeken")
    assert besluit.artikellid == 2
    assert [(m.deel, m.eerste_dag) for m in maanden_van(besluit.procedure)] == [(Fraction(3, 10), INGANG)]
    brief = json.dumps(brieftekst(besluit, tekenaar), default=str, ensure_ascii=False)
    assert "uiterlijk op 10 juni 2026 (Participatiewet, artikel 18 lid 3)" in brief and "artikel 18 lid 11" not in brief


@pytest.mark.parametrize(("maanden", "woorden"), [(1, "1 maand"), (2, "2 maanden")])
def test_one_month_is_one_month_in_the_letter(tekenaar: Any, gebruiker: Any, maanden: int, woorden: str) -> None:
    gemeente(maatregel_duur_overig_gedrag=maanden)
    besluit = opgelegd(inwoner(), gebruiker("consulent", ["GM0106"]), tekenaar, gedraging="arbeid zoeken")
    rijen = [rij for deel in brieftekst(besluit, tekenaar)["delen"] if deel["tabel"] for rij in deel["tabel"]["rijen"]]
    assert ["Aantal maanden maatregel", woorden] in [list(rij[:2]) for rij in rijen]


def test_a_measure_longer_than_three_months_is_refused_in_words(maker: Any, tekenaar: Any) -> None:
    ik = inwoner()
    opgelegd(ik, maker, tekenaar, gedraging=MISDRAGING)
    op = dag("2026-05-20")
    rij = gehoord(signaal(ik, maker, MISDRAGING, op, op), maker, op)
    procedure = gewogen(in_besluit(rij, maker, op, dag("2026-06-01")), maker, op)
    with pytest.raises(ValidationError, match=r"geeft 6 maanden.*18 lid 3"):
        stel_voor(procedure=procedure, versie=1, motivering="Herhaling.", door=maker, op=op)


def test_an_imported_measure_first_needs_its_lid(maker: Any, tekenaar: Any) -> None:
    ik = inwoner()
    oud = Besluit.objects.create(
        nummer="B1", persoon=ik, soort="maatregel", genomen_op=dag("2025-11-01"), vanaf=dag("2025-12-01")
    )
    procedure = gewogen(in_besluit(gehoord(signaal(ik, maker), maker), maker), maker)
    with pytest.raises(ValidationError, match="B1"):
        stel_voor(procedure=procedure, versie=1, motivering="Reden.", door=maker, op=OP)
    with pytest.raises(ValidationError, match="lid 2, 5, 6, 7 of 8"):
        noteer_artikellid(besluit=oud, artikellid=4, door=maker, op=OP)
    noteer_artikellid(besluit=oud, artikellid=5, door=maker, op=OP)
    with pytest.raises(ValidationError, match="al vastgelegd: lid 5"):
        noteer_artikellid(besluit=oud, artikellid=6, door=maker, op=OP)
    assert getekend(procedure, maker, tekenaar).artikellid == 6


def test_bijstand_that_ended_after_the_proposal_stops_the_signature(maker: Any, tekenaar: Any) -> None:
    ik = inwoner()
    procedure = gewogen(in_besluit(gehoord(signaal(ik, maker), maker), maker), maker)
    stel_voor(procedure=procedure, versie=1, motivering="Reden.", door=maker, op=OP)
    leg_ter_toets_voor(procedure=procedure, versie=2, door=maker, op=OP)
    Uitkering.objects.filter(persoon=ik).update(tot=INGANG)
    with pytest.raises(ValidationError, match="geen algemene bijstand"):
        onderteken(procedure=procedure, versie=3, door=tekenaar, op=OP)


def test_a_month_that_has_passed_cannot_be_lowered_any_more(maker: Any) -> None:
    procedure = gewogen(in_besluit(gehoord(signaal(inwoner(), maker), maker), maker), maker)
    with pytest.raises(ValidationError, match="eerste dag van een maand"):
        stel_voor(procedure=procedure, versie=1, motivering="Reden.", door=maker, op=dag("2026-05-02"))


def test_not_telling_leads_to_a_boete_never_to_a_measure(maker: Any, tekenaar: Any) -> None:
    ik = inwoner()
    toen = dag("2025-11-20")
    rij = gehoord(signaal(ik, maker, "inlichtingen geven", gedrag=toen), maker)
    procedure = in_besluit(rij, maker, ingang=OP)
    assert procedure.soort == Procedure.Soort.BOETE
    waarden = {
        "benadelingsbedrag": "1000",
        "verwijtbaarheid": "gewone verwijtbaarheid",
        "dringende_redenen_tegen_boete": False,
        "evenredig_deel_van_boete": 100,
    }
    gewogen(procedure, maker, **waarden)
    besluit = getekend(procedure, maker, tekenaar)
    assert (besluit.soort, procedure.voorstel["bedrag"], besluit.bedrag_per_maand) == ("boete", "500.00", None)
    assert "€ 500,00" in json.dumps(brieftekst(besluit, tekenaar), default=str, ensure_ascii=False)


def test_a_municipality_that_does_not_spread_takes_one_whole_month(tekenaar: Any, gebruiker: Any) -> None:
    gemeente(maatregel_verrekening="niet")
    besluit = opgelegd(inwoner(), gebruiker("consulent", ["GM0106"]), tekenaar)
    assert [m.deel for m in maanden_van(besluit.procedure)] == [Fraction(1)]
