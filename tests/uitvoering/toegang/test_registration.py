"""Putting a resident in the register: once, with a BSN that can be, and not twice under another spelling."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from meedoen.uitvoering.dossiers.likeness import gelijkende_personen, is_gelijkend
from meedoen.uitvoering.dossiers.models import Bewoning, Persoon
from meedoen.uitvoering.dossiers.registration import MisschienBekend, schrijf_in
from meedoen.uitvoering.kern.models import Gebeurtenis, Gebruiker
from tests.uitvoering import register
from tests.uitvoering.register import ASSEN, TYNAARLO, dag

VANDAAG = dag("2026-11-22")


@pytest.fixture
def wie(gebruiker: Callable[..., Any]) -> Gebruiker:
    """A consulent of Assen."""
    register.gemeenten()
    return gebruiker("consulent", [ASSEN])  # type: ignore[no-any-return]


def in_register(wie: Gebruiker, **anders: Any) -> Persoon:
    """Put a fictitious resident in the register."""
    gegevens = {
        "bsn": "999990019",
        "voornaam": "Testa",
        "achternaam": "van der Fictie",
        "geboortedatum": dag("2001-05-06"),
        "gemeentecode": ASSEN,
        "woning": "W00001-01",
        "woont_er_sinds": dag("2020-01-01"),
    }
    return schrijf_in(**(gegevens | anders), door=wie, op=VANDAAG)


@pytest.mark.django_db
def test_a_resident_gets_a_dossier_and_a_dwelling(wie: Gebruiker) -> None:
    persoon = in_register(wie)
    assert Bewoning.objects.get(persoon=persoon).woning == "W00001-01"
    gebeurtenis = Gebeurtenis.objects.get(handeling="schrijf_in")
    assert gebeurtenis.onderwerp_id == str(persoon.pk) and persoon.bsn not in str(gebeurtenis.gegevens)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("veld", "waarde", "zin"),
    [
        ("bsn", "999990018", "cijfer verkeerd"),
        ("bsn", "99999", "cijfer verkeerd"),
        ("bsn", "９99990019", "cijfer verkeerd"),
        ("geboortedatum", dag("2026-11-23"), "na vandaag"),
        ("woont_er_sinds", dag("2026-11-23"), "na vandaag"),
        ("woont_er_sinds", dag("2001-05-05"), "voor de geboortedatum"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(wie: Gebruiker, veld: str, waarde: object, zin: str) -> None:
    with pytest.raises(ValidationError) as fout:
        in_register(wie, **{veld: waarde})
    assert zin in fout.value.message_dict[veld][0] and not Persoon.objects.exists()


@pytest.mark.django_db
def test_a_bsn_that_is_taken_leads_to_its_dossier_but_not_to_that_of_another_municipality(wie: Gebruiker) -> None:
    eigen = register.persoon(ASSEN, bsn="999990019")
    vreemd = register.persoon(TYNAARLO, bsn="999990020")
    with pytest.raises(ValidationError) as fout:
        in_register(wie, bsn=eigen.bsn)
    assert eigen.nummer in fout.value.message_dict["bsn"][0]
    with pytest.raises(ValidationError) as fout:
        in_register(wie, bsn=vreemd.bsn)
    assert "Tynaarlo" in fout.value.message_dict["bsn"][0] and vreemd.nummer not in str(fout.value)


@pytest.mark.django_db
def test_who_may_be_there_already_is_shown_first_and_is_somebody_else_only_when_the_worker_says_so(
    wie: Gebruiker,
) -> None:
    bekend = in_register(wie)
    with pytest.raises(MisschienBekend) as fout:
        in_register(wie, bsn="999990020", achternaam="Fiktie")
    assert fout.value.personen == [bekend] and Persoon.objects.count() == 1
    nieuw = in_register(wie, bsn="999990020", achternaam="Fiktie", is_iemand_anders=True)
    assert Gebeurtenis.objects.get(onderwerp_id=str(nieuw.pk)).gegevens == {"leek_op": [bekend.nummer]}


@pytest.mark.parametrize(
    ("ene", "andere", "is_zelfde"),
    [
        ("van der Fictie", "Fiktie", True),
        ("Testmeijer", "Testmeyer", True),
        ("Testmeyer", "Testmeier", True),
        ("de Voorbeeldt", "Voorbeelt", True),
        ("Teslë", "Tesle", True),
        ("Philiptest", "Filiptest", True),
        ("Voorbeeld", "Modelkamp", False),
        ("Testa", "Proef", False),
        ("Тест", "Проба", False),
        ("Тест", "тест", True),
    ],
)
def test_names_that_may_be_one_name(ene: str, andere: str, is_zelfde: bool) -> None:
    assert is_gelijkend(ene, andere) is is_zelfde


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("geboren", "voornaam", "wordt_gevonden"),
    [
        ("2001-05-06", "Anders", True),  # same day, one name alike
        ("2001-06-05", "Testa", True),  # day and month turned around
        ("2001-05-16", "Testa", True),
        ("1991-05-06", "Testa", True),
        ("2001-06-05", "Anders", False),  # another day and only one name alike
        ("1990-05-06", "Testa", False),
        ("2002-06-06", "Testa", False),
    ],
)
def test_a_slip_in_the_date_is_seen_through_where_both_names_are_alike(
    wie: Gebruiker, geboren: str, voornaam: str, wordt_gevonden: bool
) -> None:
    bekend = in_register(wie)
    gevonden = gelijkende_personen(
        voornaam=voornaam, achternaam="Fictie", geboortedatum=dag(geboren), gemeentecodes=[ASSEN]
    )
    assert gevonden == ([bekend] if wordt_gevonden else [])


@pytest.mark.django_db
def test_who_lives_in_another_municipality_is_not_shown(wie: Gebruiker) -> None:
    in_register(wie)
    assert not gelijkende_personen(
        voornaam="Testa", achternaam="Fictie", geboortedatum=dag("2001-05-06"), gemeentecodes=[TYNAARLO]
    )
