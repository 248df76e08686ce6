"""Objections: in time or not, put off, decided on; and the work that they and procedures give."""

import datetime
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from meedoen.uitvoering.besluiten.models import Besluit, Bezwaar, Procedure
from meedoen.uitvoering.besluiten.objection_letters import bezwaarbrieftekst
from meedoen.uitvoering.besluiten.objections import beslis_op_bezwaar, neem_bezwaar_in, nodig_uit, verdaag
from meedoen.uitvoering.besluiten.suspensions import schort_op
from meedoen.uitvoering.besluiten.terms import beslistermijn_bezwaar, bezwaar_tot, is_tijdig
from meedoen.uitvoering.dossiers.versions import IntussenGewijzigd
from meedoen.uitvoering.dossiers.worklist import TE_LAAT, draag_werk_over
from meedoen.uitvoering.kern.models import Gebeurtenis
from tests.uitvoering import register
from tests.uitvoering.besluiten.steps import OP, aanvraag, getekend, met_feiten
from tests.uitvoering.register import ASSEN, dag
from tests.uitvoering.work import werk_van

pytestmark = pytest.mark.django_db


@pytest.fixture
def besluit(maker: Any, tekenaar: Any) -> Besluit:
    """Signed on 10 March 2026: objections until 21 April."""
    return getekend(aanvraag(met_feiten(), maker), maker, tekenaar)


def bezwaar(besluit: Besluit, door: Any, ontvangen: str = "2026-04-01", **anders: Any) -> Bezwaar:
    """An objection to a decision."""
    gegevens = {"ontvangen_op": dag(ontvangen), "gronden": "Mijn huur telt niet mee."} | anders
    return neem_bezwaar_in(besluit=besluit, door=door, op=dag("2026-05-20"), **gegevens)


def beslis(rij: Bezwaar, door: Any, uitkomst: str = "ongegrond", **anders: Any) -> Bezwaar:
    """Decide on it."""
    gehoord = {"niet_gehoord_wegens": "wil_niet"}
    gegevens = {"versie": rij.versie, "motivering": "De huur hoort niet bij de norm."} | gehoord | anders
    return beslis_op_bezwaar(bezwaar=rij, uitkomst=uitkomst, door=door, op=dag("2026-05-20"), **gegevens)


def test_an_objection_has_its_terms(besluit: Besluit, maker: Any) -> None:
    assert bezwaar_tot(besluit) == dag("2026-04-21")
    rij = bezwaar(besluit, maker)
    assert is_tijdig(rij) and beslistermijn_bezwaar(rij, OP).uiterlijk == dag("2026-06-02")
    verdaag(bezwaar=rij, versie=1, weken=6, door=maker, op=OP)
    assert beslistermijn_bezwaar(rij, OP).uiterlijk == dag("2026-07-14")
    with pytest.raises(ValidationError, match="al verdaagd"):
        verdaag(bezwaar=rij, versie=2, weken=1, door=maker, op=OP)


def test_by_post_it_may_arrive_a_week_later(besluit: Besluit, maker: Any) -> None:
    assert is_tijdig(bezwaar(besluit, maker, "2026-04-28", verzonden_op=dag("2026-04-21")))
    assert not is_tijdig(bezwaar(besluit, maker, "2026-04-22"))


def test_a_late_objection_needs_an_excuse_or_is_inadmissible(besluit: Besluit, maker: Any, gebruiker: Any) -> None:
    ander = gebruiker("regisseur", [ASSEN])
    rij = bezwaar(besluit, maker, "2026-05-01")
    with pytest.raises(ValidationError, match="kwam te laat"):
        beslis(rij, ander, "gegrond")
    beslis(rij, ander, "gegrond", verschoonbaar_wegens="Zij lag in het ziekenhuis.")
    assert (rij.uitkomst, rij.besloten_door) == ("gegrond", ander)
    assert Gebeurtenis.objects.filter(handeling="beslis_op_bezwaar", onderwerp_id=str(rij.pk)).exists()
    assert beslis(bezwaar(besluit, maker, "2026-05-02"), ander, "niet_ontvankelijk").uitkomst == "niet_ontvankelijk"


def test_who_signed_does_not_decide_on_the_objection_nor_who_lacks_the_right(
    besluit: Besluit, maker: Any, tekenaar: Any, gebruiker: Any
) -> None:
    rij = bezwaar(besluit, maker)
    with pytest.raises(ValidationError, match="zelf"):
        beslis(rij, tekenaar)
    with pytest.raises(PermissionDenied):
        beslis(rij, maker)
    ander = gebruiker("regisseur", [ASSEN])
    with pytest.raises(IntussenGewijzigd):
        beslis(rij, ander, versie=9)
    beslis(rij, ander)
    with pytest.raises(ValidationError, match="al beslist"):
        beslis(rij, ander)


@pytest.mark.parametrize(
    ("veld", "waarde"), [("ontvangen_op", "2026-03-09"), ("ontvangen_op", "2026-05-21"), ("verzonden_op", "2026-04-02")]
)
def test_impossible_days_are_refused(besluit: Besluit, maker: Any, veld: str, waarde: str) -> None:
    with pytest.raises(ValidationError, match="Kies een dag"):
        bezwaar(besluit, maker, **{veld: dag(waarde)})


def test_the_worklist_knows_procedures_and_objections(besluit: Besluit, maker: Any, gebruiker: Any) -> None:
    bezwaar(besluit, maker)
    procedure = aanvraag(met_feiten(), maker)
    over_aanvraag, over_bezwaar = werk_van([maker.pk], [ASSEN], dag("2026-05-20"))
    assert over_aanvraag.stand == TE_LAAT and over_aanvraag.uiterlijk == dag("2026-04-28")
    assert over_bezwaar.wat == "Beslissen op bezwaar" and over_bezwaar.uiterlijk == dag("2026-06-02")
    schort_op(
        procedure=procedure,
        reden="aanvullen",
        toelichting="Bankafschriften",
        gevraagd_op=OP,
        uiterlijk=dag("2026-03-24"),
        door=maker,
        op=OP,
    )
    (post,) = [p for p in werk_van([maker.pk], [ASSEN], dag("2026-03-20")) if p.wat.startswith("Besluit over")]
    assert post.stand == "wacht op de aanvrager"
    ander = gebruiker("consulent", [ASSEN])
    assert draag_werk_over(van=maker, naar=ander, door=ander, op=OP) == 2
    assert Procedure.objects.get(pk=procedure.pk).eigenaar == ander and not werk_van([maker.pk], [ASSEN], OP)


def test_an_objection_by_forms_alone(client_als: Any, besluit: Besluit) -> None:
    consulent, ander = client_als("consulent", [ASSEN]), client_als("regisseur", [ASSEN])
    register.gemeenten()
    adres = f"/dossiers/{besluit.persoon.nummer}/besluiten/{besluit.nummer}/bezwaar"
    assert consulent.post(adres, {"ontvangen_op": "2026-04-01", "gronden": ""}).status_code == 422
    consulent.post(adres, {"ontvangen_op": "2026-04-01", "gronden": "Mijn huur."})
    rij = Bezwaar.objects.get()
    pagina = consulent.get(f"/bezwaren/{rij.nummer}").content.decode()
    assert "op tijd" in pagina and "Mijn huur." in pagina and "Beslis op het bezwaar" not in pagina
    consulent.post(f"/bezwaren/{rij.nummer}/verdaging", {"versie": 1, "weken": 2})
    gegevens = {"versie": 2, "uitkomst": "gegrond", "motivering": "De huur telt mee."}
    geweigerd = ander.post(f"/bezwaren/{rij.nummer}/beslissing", gegevens)
    assert geweigerd.status_code == 422 and "Er is nog niet gehoord." in geweigerd.content.decode()
    gegevens |= {"niet_gehoord_wegens": "tegemoet"}
    antwoord = ander.post(f"/bezwaren/{rij.nummer}/beslissing", gegevens, follow=True)
    assert "Op het bezwaar is beslist." in antwoord.content.decode()
    assert "De huur telt mee." in antwoord.content.decode()


def zinnen(rij: Bezwaar, soort: str, door: Any) -> str:
    """What stands in a letter about an objection."""
    brief = bezwaarbrieftekst(rij, soort, door)
    delen = [zin for deel in brief["delen"] for zin in (deel["kop"], *deel["alineas"], *deel["punten"])]
    return " ".join([brief["titel"], brief["inleiding"], *delen])


def zitting(tekst: str = "2026-06-02T14:30") -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.fromisoformat(tekst))


@pytest.mark.parametrize(("weken", "woorden"), [(1, "1 week uit"), (2, "2 weken uit")])
def test_one_week_longer_is_one_week_in_the_letter(besluit: Besluit, maker: Any, weken: int, woorden: str) -> None:
    rij = bezwaar(besluit, maker)
    verdaag(bezwaar=rij, versie=1, weken=weken, door=maker, op=OP)
    assert f"Wij stellen onze beslissing {woorden}." in zinnen(rij, "verdaging", maker)


def test_every_step_of_an_objection_has_its_letter(besluit: Besluit, maker: Any, gebruiker: Any) -> None:
    ander = gebruiker("regisseur", [ASSEN])
    rij = bezwaar(besluit, maker)
    assert "Mijn huur telt niet mee." in zinnen(rij, "ontvangst", maker)
    assert "uiterlijk op 2 juni 2026" in zinnen(rij, "ontvangst", maker)
    op = dag("2026-05-20")
    nodig_uit(bezwaar=rij, versie=1, hoorzitting_op=zitting(), hoorzitting_waar="Stadhuis", door=maker, op=op)
    uitnodiging = zinnen(rij, "uitnodiging", maker)
    assert "Dinsdag 2 juni 2026, 14:30." in uitnodiging and "Stadhuis." in uitnodiging
    assert "uiterlijk op 23 mei 2026" in uitnodiging and "Vanaf 26 mei 2026" in uitnodiging
    verdaag(bezwaar=rij, versie=2, weken=2, door=maker, op=op)
    assert "2 weken" in zinnen(rij, "verdaging", maker) and "16 juni 2026" in zinnen(rij, "verdaging", maker)
    velden = {"versie": 3, "uitkomst": "ongegrond", "motivering": "De huur hoort niet bij de norm."}
    with pytest.raises(ValidationError, match="nog niet gehoord"):
        beslis_op_bezwaar(bezwaar=rij, door=ander, op=op, **velden)
    beslis_op_bezwaar(bezwaar=rij, door=ander, op=dag("2026-06-03"), **velden)
    beslissing = zinnen(rij, "beslissing", ander)
    assert "Uw bezwaar is ongegrond." in beslissing and "Op 2 juni 2026 was de hoorzitting." in beslissing
    assert "uiterlijk op 15 juli 2026" in beslissing and "griffierecht" in beslissing
    assert [b.soort for b in rij.brieven.all()] == ["ontvangst", "uitnodiging", "verdaging", "beslissing"]
    assert all(bytes(b.pdf).startswith(b"%PDF") for b in rij.brieven.all())


@pytest.mark.parametrize(
    ("uitkomst", "zin"),
    [
        ("gegrond", "U krijgt gelijk."),
        ("deels_gegrond", "voor een deel gelijk"),
        ("niet_ontvankelijk", "niet behandelen"),
    ],
)
def test_the_decision_says_why_nobody_was_heard(
    besluit: Besluit, maker: Any, gebruiker: Any, uitkomst: str, zin: str
) -> None:
    rij, ander = bezwaar(besluit, maker), gebruiker("regisseur", [ASSEN])
    beslis(rij, ander, uitkomst, niet_gehoord_wegens="tegemoet")
    assert zin in zinnen(rij, "beslissing", ander) and "Awb 7:3 e" in zinnen(rij, "beslissing", ander)


def test_an_objection_taken_back_needs_no_hearing_and_no_letter(besluit: Besluit, maker: Any, gebruiker: Any) -> None:
    rij = bezwaar(besluit, maker)
    beslis(rij, gebruiker("regisseur", [ASSEN]), "ingetrokken", niet_gehoord_wegens="")
    assert [b.soort for b in rij.brieven.all()] == ["ontvangst"]


def test_the_invitation_by_form_leaves_time_for_papers(client_als: Any, besluit: Besluit) -> None:
    consulent = client_als("consulent", [ASSEN])
    rij = bezwaar(besluit, consulent.gebruiker)
    adres = f"/bezwaren/{rij.nummer}"
    velden = {"versie": 1, "hoorzitting_op": "2026-12-01T14:30", "hoorzitting_waar": "Stadhuis"}
    geweigerd = consulent.post(f"{adres}/hoorzitting", velden)
    assert geweigerd.status_code == 422 and "ten minste tien dagen" in geweigerd.content.decode()
    consulent.post(f"{adres}/hoorzitting", velden | {"hoorzitting_op": "2026-12-02T14:30"})
    brief = rij.brieven.get(soort="uitnodiging")
    assert "Hoorzitting: 2 december 2026, 14:30, Stadhuis." in consulent.get(adres).content.decode()
    assert consulent.get(f"{adres}/brieven/{brief.pk}")["Content-Type"] == "application/pdf"
    assert client_als("consulent", [register.TYNAARLO]).get(f"{adres}/brieven/{brief.pk}").status_code == 403
