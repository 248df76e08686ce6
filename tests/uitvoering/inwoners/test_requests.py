"""Requests about data: the term of the AVG, an extension told in time, the outcome with reasons and its letter."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from meedoen.uitvoering.dossiers.worklist import TE_LAAT, draag_werk_over
from meedoen.uitvoering.inwoners.acts import beslis, neem_verzoek_in, verleng
from meedoen.uitvoering.inwoners.letters import brieftekst
from meedoen.uitvoering.inwoners.models import Verzoek
from meedoen.uitvoering.kern.models import Gebeurtenis
from tests.uitvoering import register
from tests.uitvoering.besluiten.steps import met_feiten
from tests.uitvoering.register import ASSEN, TYNAARLO, dag
from tests.uitvoering.work import werk_van

pytestmark = pytest.mark.django_db
OP = dag("2026-11-22")


@pytest.fixture
def consulent(gebruiker: Callable[..., Any]) -> Any:
    register.gemeenten()
    return gebruiker("consulent", [ASSEN])


@pytest.fixture
def regisseur(gebruiker: Callable[..., Any]) -> Any:
    register.gemeenten()
    return gebruiker("regisseur", [ASSEN])


def maak(door: Any, soort: str = "rectificatie", ontvangen: str = "2026-11-20", op: datetime.date = OP) -> Verzoek:
    return neem_verzoek_in(
        persoon=met_feiten(),
        soort=soort,
        ontvangen_op=dag(ontvangen),
        tekst="Mijn inkomen is lager.",
        identiteit="Aan de balie met paspoort",
        door=door,
        op=op,
    )


def alles(verzoek: Verzoek, soort: str, door: Any) -> str:
    brief = brieftekst(verzoek, soort, door)
    return " ".join([brief["titel"], *(zin for deel in brief["delen"] for zin in (*deel["alineas"], *deel["punten"]))])


def test_it_is_on_the_list_for_a_month_and_the_letter_says_so(consulent: Any) -> None:
    verzoek = maak(consulent)
    (post,) = werk_van([consulent.pk], [ASSEN], OP)
    assert (post.uiterlijk, post.url) == (dag("2026-12-20"), f"/verzoeken/{verzoek.nummer}")
    assert werk_van([consulent.pk], [ASSEN], dag("2026-12-21"))[0].stand == TE_LAAT
    assert verzoek.brieven.get().soort == "ontvangst"
    assert "uiterlijk op 20 december 2026" in alles(verzoek, "ontvangst", consulent)


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"ontvangen_op": dag("2026-11-23")}, "na vandaag"),
        ({"tekst": " "}, "wat de inwoner vraagt"),
        ({"identiteit": " "}, "de inwoner zelf"),
    ],
)
def test_a_request_without_day_words_or_identity_is_refused(consulent: Any, velden: dict[str, Any], zin: str) -> None:
    goed = {"soort": "inzage", "ontvangen_op": OP, "tekst": "Alles", "identiteit": "Paspoort"}
    with pytest.raises(ValidationError, match=zin):
        neem_verzoek_in(persoon=met_feiten(), door=consulent, op=OP, **(goed | velden))
    assert not Verzoek.objects.exists()


def test_it_is_extended_once_within_the_month_and_the_resident_is_told_why(consulent: Any) -> None:
    verzoek = maak(consulent)
    with pytest.raises(ValidationError, match="waarom het langer duurt"):
        verleng(verzoek=verzoek, versie=1, verlengd_wegens=" ", door=consulent, op=OP)
    verleng(verzoek=verzoek, versie=1, verlengd_wegens="Wij vragen het na bij UWV.", door=consulent, op=OP)
    assert werk_van([consulent.pk], [ASSEN], OP)[0].uiterlijk == dag("2027-02-20")
    brief = alles(verzoek, "verlenging", consulent)
    assert "Wij vragen het na bij UWV." in brief and "20 februari 2027" in brief and "klacht" in brief
    with pytest.raises(ValidationError, match="al verlengd"):
        verleng(verzoek=verzoek, versie=2, verlengd_wegens="Nog eens.", door=consulent, op=OP)


def test_after_the_month_it_cannot_be_extended(consulent: Any) -> None:
    verzoek = maak(consulent, ontvangen="2026-10-01")
    with pytest.raises(ValidationError, match="tot en met 1 november 2026"):
        verleng(verzoek=verzoek, versie=1, verlengd_wegens="Te laat.", door=consulent, op=OP)


@pytest.mark.parametrize(
    ("soort", "uitkomst", "zin"),
    [
        ("rectificatie", "ingewilligd", "Wij verbeteren uw gegevens."),
        ("rectificatie", "deels", "Wij verbeteren een deel van uw gegevens."),
        ("rectificatie", "geweigerd", "Wij veranderen uw gegevens niet."),
        ("inzage", "ingewilligd", "U krijgt een afschrift van uw gegevens."),
        ("inzage", "deels", "een afschrift van een deel"),
        ("inzage", "geweigerd", "U krijgt geen afschrift"),
    ],
)
def test_the_outcome_has_a_reason_a_letter_and_the_way_to_object(
    consulent: Any, regisseur: Any, soort: str, uitkomst: str, zin: str
) -> None:
    verzoek = maak(consulent, soort)
    with pytest.raises(ValidationError, match="wat er is gedaan"):
        beslis(verzoek=verzoek, versie=1, uitkomst=uitkomst, motivering="", door=regisseur, op=OP)
    beslis(
        verzoek=verzoek, versie=1, uitkomst=uitkomst, motivering="Uw loonstrook laat het zien.", door=regisseur, op=OP
    )
    brief = alles(verzoek, "besluit", regisseur)
    assert zin in brief and "Uw loonstrook laat het zien." in brief
    assert "bezwaar" in brief and "4 januari 2027" in brief and "Autoriteit Persoonsgegevens" in brief
    assert bytes(verzoek.brieven.get(soort="besluit").pdf).startswith(b"%PDF")
    is_te_doen = soort == "rectificatie" and uitkomst != "geweigerd"
    assert len(werk_van([consulent.pk], [ASSEN], OP)) == is_te_doen
    with pytest.raises(ValidationError, match="al beslist"):
        beslis(verzoek=verzoek, versie=2, uitkomst=uitkomst, motivering="Nog eens.", door=regisseur, op=OP)


def test_a_consulent_does_not_decide(consulent: Any) -> None:
    verzoek = maak(consulent)
    with pytest.raises(PermissionDenied):
        beslis(verzoek=verzoek, versie=1, uitkomst="geweigerd", motivering="Nee.", door=consulent, op=OP)


def test_a_request_goes_along_when_a_colleague_takes_over(consulent: Any, regisseur: Any) -> None:
    verzoek = maak(consulent)
    assert draag_werk_over(van=consulent, naar=regisseur, door=regisseur, op=OP) == 1
    verzoek.refresh_from_db()
    assert (verzoek.eigenaar, verzoek.versie) == (regisseur, 2)
    assert Gebeurtenis.objects.get(handeling="draag_over").onderwerp_id == str(verzoek.pk)


def test_the_way_by_forms_alone(client_als: Callable[..., Any]) -> None:
    register.gemeenten()
    consulent, regisseur = client_als("consulent", [ASSEN]), client_als("regisseur", [ASSEN])
    ik = met_feiten()
    velden = {"soort": "rectificatie", "ontvangen_op": "2026-11-20", "tekst": "Ik woon elders.", "identiteit": ""}
    assert consulent.post(f"/dossiers/{ik.nummer}/verzoek", velden).status_code == 422
    consulent.post(f"/dossiers/{ik.nummer}/verzoek", velden | {"identiteit": "Balie"})
    verzoek = Verzoek.objects.get()
    adres = f"/verzoeken/{verzoek.nummer}"
    pagina = consulent.get(adres).content.decode()
    assert "nog 28 dagen" in pagina and "Een regisseur besluit op dit verzoek." in pagina and ik.bsn not in pagina
    assert consulent.post(f"{adres}/beslissing", {}).status_code == 403
    consulent.post(f"{adres}/verlenging", {"versie": 1, "verlengd_wegens": "Navragen."})
    oud = regisseur.post(f"{adres}/beslissing", {"versie": 1, "uitkomst": "deels", "motivering": "Mijn woorden."})
    assert oud.status_code == 422 and "Dit is intussen veranderd." in oud.content.decode()
    regisseur.post(f"{adres}/beslissing", {"versie": 2, "uitkomst": "deels", "motivering": "Mijn woorden."})
    for soort in ("ontvangst", "verlenging", "besluit"):
        assert regisseur.get(f"{adres}/brieven/{soort}")["Content-Type"] == "application/pdf"
    assert "voor een deel ingewilligd" in regisseur.get(f"/dossiers/{ik.nummer}").content.decode()
    assert client_als("consulent", [TYNAARLO]).get(adres).status_code == 403
