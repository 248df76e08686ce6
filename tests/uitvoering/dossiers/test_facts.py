"""Recording facts: what is a value, whose a judgment is, what was known when, and the ordinance of the municipality."""

import datetime
from fractions import Fraction
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from meedoen.uitvoering.beleid.models import Verordeningsbesluit
from meedoen.uitvoering.dossiers.acts import leg_feit_vast, leg_feiten_vast
from meedoen.uitvoering.dossiers.calculation import bereken_dossier
from meedoen.uitvoering.dossiers.models import Feit
from meedoen.uitvoering.dossiers.queries import feiten_op
from meedoen.uitvoering.kern.models import Gebeurtenis, Gebruiker
from tests.uitvoering import register
from tests.uitvoering.dossiers.household import woont
from tests.uitvoering.register import dag

pytestmark = pytest.mark.django_db
OP = dag("2026-01-01")


@pytest.fixture
def consulent() -> Gebruiker:
    register.gemeenten()
    return Gebruiker.objects.create(username="c", rol="consulent", first_name="Carla", last_name="Consulent")


def leg(consulent: Gebruiker, wie: Any, naam: str, waarde: Any, **anders: Any) -> Feit:
    return leg_feit_vast(persoon=wie, naam=naam, waarde=waarde, vanaf=OP, door=consulent, op=OP, **anders)


@pytest.mark.parametrize(
    ("naam", "waarde", "tekst"),
    [
        ("inkomen_per_maand", "401.50", "401.50"),
        ("inkomen_per_maand", 400, "400"),
        ("student", True, "ja"),
        ("student", "nee", "nee"),
        ("eerdere_inkomenstoeslagen", [], "[]"),
        ("loonkostensubsidie_vanaf", datetime.date(2026, 1, 5), "2026-01-05"),
    ],
)
def test_a_value_is_held_as_text(consulent: Gebruiker, naam: str, waarde: Any, tekst: str) -> None:
    assert leg(consulent, woont(register.persoon()), naam, waarde).waarde == tekst


@pytest.mark.parametrize(
    ("naam", "waarde", "wat"),
    [
        ("inkomen_per_mand", "1", "kennen geen feit"),
        ("inkomen_per_maand", "-1", "verwacht wordt een getal van 0"),
        ("inkomen_per_maand", "veel", "verwacht wordt een getal van 0"),
        ("student", "misschien", "true of false"),
        ("loonkostensubsidie_vanaf", "2026-02-30", "een bestaande datum"),
        ("eerdere_inkomenstoeslagen", [{"verleend_op": "ooit"}], "een bestaande datum"),
        ("partner", True, "kan niet"),
    ],
)
def test_what_is_no_value_is_refused_in_dutch_and_nothing_is_kept(
    consulent: Gebruiker, naam: str, waarde: Any, wat: str
) -> None:
    with pytest.raises(ValidationError, match=wat):
        leg(consulent, woont(register.persoon()), naam, waarde)
    assert not Feit.objects.exists() and not Gebeurtenis.objects.exists()


def test_a_period_that_ends_before_it_begins_is_refused(consulent: Gebruiker) -> None:
    with pytest.raises(ValidationError, match="ligt niet na het begin"):
        leg(consulent, woont(register.persoon()), "student", True, tot=OP)


def test_several_facts_are_recorded_all_or_none(consulent: Gebruiker) -> None:
    wie = woont(register.persoon())
    with pytest.raises(ValidationError):
        leg_feiten_vast(
            persoon=wie, waarden={"vermogen": "0", "inkomen_per_maand": "?"}, vanaf=OP, door=consulent, op=OP
        )
    assert not Feit.objects.exists()
    leg_feiten_vast(persoon=wie, waarden={"vermogen": "0", "inkomen_per_maand": "0"}, vanaf=OP, door=consulent, op=OP)
    assert Gebeurtenis.objects.filter(handeling="feit_vastgelegd", door=consulent).count() == 2


def test_a_correction_leaves_what_was_known_before(consulent: Gebruiker) -> None:
    wie = woont(register.persoon())
    eerst = leg(consulent, wie, "inkomen_per_maand", "100")
    leg(consulent, wie, "inkomen_per_maand", "200")
    assert feiten_op([wie.pk], OP)[wie.pk]["inkomen_per_maand"].waarde == "200"
    toen = feiten_op([wie.pk], OP, bekend_op=eerst.vastgelegd_op)
    assert toen[wie.pk]["inkomen_per_maand"].waarde == "100"


def test_a_judgment_is_that_of_who_recorded_it_with_his_grounds(consulent: Gebruiker) -> None:
    Verordeningsbesluit.objects.create(
        gemeente_id=register.ASSEN,
        verordening="inkomenstoeslag",
        naam="Verordening uit de test",
        besloten_op=dag("2014-11-01"),
        vanaf=dag("2015-01-01"),
        bron="test",
        waarden={
            "inkomenstoeslag_referteperiode": 1,
            "inkomenstoeslag_inkomensgrens": 110,
            "inkomenstoeslag_inkomenstoets": "elke maand",
            "inkomenstoeslag_alleenstaande": 405,
        },
    )
    wie = woont(register.persoon())
    maand = {"maand": "2025-12-01", "inkomen": "1000", "norm": "1401.50"}
    for naam, waarde in {
        "vermogen": "0",
        "inkomenstoeslag_gevraagd_op": "2026-01-01",
        "inkomensmaanden": [maand],
        "eerdere_inkomenstoeslagen": [],
    }.items():
        leg(consulent, wie, naam, waarde)
    gevraagd = ["individuele_inkomenstoeslag"]
    vragen = bereken_dossier(wie, OP, gevraagd=gevraagd).vragen
    assert [(vraag.feit, bool(vraag.weeg)) for vraag in vragen] == [("uitzicht_op_inkomensverbetering", True)]
    leg(consulent, wie, "uitzicht_op_inkomensverbetering", False, motivering="al zes jaar geen werk gevonden")
    uitkomst = bereken_dossier(wie, OP, gevraagd=gevraagd).uitkomsten["individuele_inkomenstoeslag"]
    assert uitkomst.waarden[wie.nummer]["individuele_inkomenstoeslag"] == Fraction(405)
    bronnen = " ".join(feit["bron"] for feit in uitkomst.ontvangst["feiten"])
    assert "oordeel van Carla Consulent" in bronnen and "al zes jaar geen werk gevonden" in bronnen
    assert {term["bron"] for term in uitkomst.ontvangst["verordening"]} == {"Assen: Verordening uit de test; test"}


def test_a_municipality_that_decided_nothing_is_asked(consulent: Gebruiker) -> None:
    wie = woont(register.persoon())
    leg(consulent, wie, "inkomenstoeslag_gevraagd_op", "2026-01-01")
    vragen = bereken_dossier(wie, OP, gevraagd=["begin_referteperiode_inkomenstoeslag"]).vragen
    assert [(vraag.persoon, vraag.feit) for vraag in vragen] == [("", "inkomenstoeslag_referteperiode")]
