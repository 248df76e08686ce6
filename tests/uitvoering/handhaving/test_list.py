"""The list of signals: of one's own municipalities, open first, filtered on state and owner, fifty on a page."""

import re
from typing import Any

import pytest

from meedoen.uitvoering.handhaving import acts
from meedoen.uitvoering.handhaving.models import Signaal
from tests.uitvoering import register
from tests.uitvoering.handhaving.steps import OP, gehoord, in_besluit, inwoner, signaal
from tests.uitvoering.register import ASSEN, TYNAARLO, dag

pytestmark = pytest.mark.django_db


def namen(html: str) -> list[str]:
    """Whose signals stand in the list, from above."""
    return re.findall(r'<th scope="row"><a[^>]*href="/handhaving/(\w+)"', html)


@pytest.fixture
def signalen(maker: Any, gebruiker: Any) -> dict[str, Signaal]:
    """One in every state, the last one of another municipality and colleague."""
    rijen = {
        stand: signaal(inwoner(), maker) for stand in ("geen_gevolg", "besluit", "gehoord", "uitgenodigd", "nieuw")
    }
    zonder, tot = rijen["geen_gevolg"], dag("2026-03-24")
    acts.laat_zonder_gevolg(signaal=zonder, versie=1, reden="Klopt niet.", door=maker, op=OP)
    in_besluit(gehoord(rijen["besluit"], maker), maker)
    gehoord(rijen["gehoord"], maker)
    acts.nodig_uit(signaal=rijen["uitgenodigd"], versie=1, tekst="U kwam niet.", uiterlijk=tot, door=maker, op=OP)
    elders = inwoner()
    elders.gemeente_id = TYNAARLO
    elders.save()
    return rijen | {"elders": signaal(elders, gebruiker("regisseur", [TYNAARLO]))}


def test_the_list_shows_what_is_open_first_and_only_of_ones_own(client_als: Any, signalen: dict[str, Signaal]) -> None:
    html = client_als("regisseur", [ASSEN]).get("/handhaving").content.decode()
    gevonden = namen(html)
    eigen = {rij.nummer for stand, rij in signalen.items() if stand != "elders"}
    assert set(gevonden) == eigen and len(gevonden) == len(eigen)
    gesloten = {signalen["geen_gevolg"].nummer, signalen["besluit"].nummer}
    assert set(gevonden[-2:]) == gesloten
    assert signalen["nieuw"].persoon.achternaam in html and "besluit: in behandeling" in html
    assert signalen["elders"].persoon.achternaam not in html


def test_what_was_broken_off_waits_again(client_als: Any, signalen: dict[str, Signaal], maker: Any) -> None:
    from meedoen.uitvoering.besluiten.acts import trek_in

    rij = signalen["besluit"]
    rij.refresh_from_db()
    trek_in(procedure=rij.procedure, versie=1, motivering="Toch niet.", door=maker, op=OP)
    gevonden = namen(client_als("regisseur", [ASSEN]).get("/handhaving").content.decode())
    assert gevonden[-1] == signalen["geen_gevolg"].nummer and rij.nummer in gevonden[:4]


@pytest.mark.parametrize("stand", Signaal.Stand.values)
def test_each_state_can_be_chosen(client_als: Any, signalen: dict[str, Signaal], stand: str) -> None:
    html = client_als("consulent", [ASSEN]).get(f"/handhaving?stand={stand}").content.decode()
    assert namen(html) == [signalen[stand].nummer]
    assert re.search(rf'<option value="{stand}" selected', html)


def test_the_owners_are_those_of_ones_own_municipalities(
    client_als: Any, signalen: dict[str, Signaal], maker: Any
) -> None:
    beide, eigen = client_als("regisseur", [ASSEN, TYNAARLO]), client_als("consulent", [ASSEN])
    elders = signalen["elders"]
    assert namen(beide.get(f"/handhaving?eigenaar={elders.eigenaar_id}").content.decode()) == [elders.nummer]
    html = eigen.get(f"/handhaving?eigenaar={maker.pk}&stand=nieuw").content.decode()
    assert namen(html) == [signalen["nieuw"].nummer] and f'value="{elders.eigenaar_id}"' not in html


@pytest.mark.parametrize("vraag", ["stand=bestaat-niet", "eigenaar=999999", "eigenaar=x"])
def test_what_cannot_be_chosen_is_refused_in_words(client_als: Any, signalen: dict[str, Signaal], vraag: str) -> None:
    antwoord = client_als("consulent", [ASSEN]).get(f"/handhaving?{vraag}")
    html = antwoord.content.decode()
    assert antwoord.status_code == 422 and 'role="alert"' in html and namen(html) == []


def test_fifty_stand_on_a_page_and_the_filter_goes_along(client_als: Any, maker: Any) -> None:
    rijen = [signaal(inwoner(), maker) for _keer in range(51)]
    klant = client_als("consulent", [ASSEN])
    eerste = klant.get("/handhaving?stand=nieuw").content.decode()
    tweede = klant.get("/handhaving?stand=nieuw&pagina=2").content.decode()
    assert (len(namen(eerste)), len(namen(tweede))) == (50, 1)
    assert {*namen(eerste), *namen(tweede)} == {rij.nummer for rij in rijen}
    assert "stand=nieuw&amp;pagina=2" in eerste


def test_who_does_no_work_has_no_list_and_an_empty_one_says_so(client_als: Any) -> None:
    register.gemeenten()
    assert client_als("raad_en_griffie", [ASSEN]).get("/handhaving").status_code == 403
    html = client_als("consulent", [ASSEN]).get("/handhaving").content.decode()
    assert "Er zijn geen signalen" in html and 'href="/handhaving" aria-current="page"' in html
