"""Objections: in time or not, put off, decided on; and the work that they and procedures give."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from meedoen.uitvoering.besluiten.models import Besluit, Bezwaar, Procedure
from meedoen.uitvoering.besluiten.objections import beslis_op_bezwaar, neem_bezwaar_in, verdaag
from meedoen.uitvoering.besluiten.suspensions import schort_op
from meedoen.uitvoering.besluiten.terms import beslistermijn_bezwaar, bezwaar_tot, is_tijdig
from meedoen.uitvoering.dossiers.versions import IntussenGewijzigd
from meedoen.uitvoering.dossiers.worklist import TE_LAAT, draag_werk_over, werk_van
from meedoen.uitvoering.kern.models import Gebeurtenis
from tests.uitvoering import register
from tests.uitvoering.besluiten.steps import OP, aanvraag, getekend, met_feiten
from tests.uitvoering.register import ASSEN, dag

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
    gegevens = {"versie": rij.versie, "motivering": "De huur hoort niet bij de norm."} | anders
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
    posten = {post.sleutel.split(":")[0]: post for post in werk_van([maker.pk], [ASSEN], dag("2026-05-20"))}
    assert posten["procedure"].stand == TE_LAAT and posten["procedure"].uiterlijk == dag("2026-04-28")
    assert posten["bezwaar"].uiterlijk == dag("2026-06-02")
    schort_op(
        procedure=procedure,
        reden="aanvullen",
        toelichting="Bankafschriften",
        gevraagd_op=OP,
        uiterlijk=dag("2026-03-24"),
        door=maker,
        op=OP,
    )
    (post,) = [p for p in werk_van([maker.pk], [ASSEN], dag("2026-03-20")) if p.sleutel.startswith("procedure")]
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
    antwoord = ander.post(f"/bezwaren/{rij.nummer}/beslissing", gegevens, follow=True)
    assert "Op het bezwaar is beslist." in antwoord.content.decode()
    assert "De huur telt mee." in antwoord.content.decode()
