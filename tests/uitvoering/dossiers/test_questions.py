"""The open questions of a computation as a form, and the answers as facts."""

import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from meedoen.recht import laad_recht
from meedoen.uitvoering.beleid.models import Verordeningsbesluit
from meedoen.uitvoering.dossiers.acts import beantwoord_vragen
from meedoen.uitvoering.dossiers.calculation import bereken_dossier
from meedoen.uitvoering.dossiers.fact_rows import GEEN, als_regels, lees_regels
from meedoen.uitvoering.dossiers.models import Feit, Persoon
from meedoen.uitvoering.dossiers.questions import vragenformulier
from tests.uitvoering import register
from tests.uitvoering.dossiers.household import feit, relatie, woont
from tests.uitvoering.register import ASSEN, dag

pytestmark = pytest.mark.django_db
OP = dag("2026-03-01")
UITBETALING = ("uitbetaling_per_maand", "heeft_in_aanmerking_te_nemen_vermogen")
OORDEEL = ("mag_inkomenstoeslag_krijgen",)


@pytest.fixture
def consulent(gebruiker: Callable[..., Any]) -> Any:
    register.gemeenten()
    return gebruiker("consulent", [ASSEN])


def formulier(wie: Persoon, gevraagd: tuple[str, ...] = UITBETALING, **gegeven: str) -> Any:
    """The form for this person, with what was typed (a field is named by the fact)."""
    data = {f"{wie.nummer}-{naam}": waarde for naam, waarde in gegeven.items()}
    return vragenformulier(bereken_dossier(wie, OP, gevraagd=gevraagd), data or None)


def test_every_missing_fact_is_a_field_with_its_question_and_article(consulent: Any) -> None:
    ik = woont(register.persoon())
    velden = formulier(ik).fields
    inkomen = velden[f"{ik.nummer}-inkomen_per_maand"]
    declaratie = laad_recht().feiten["inkomen_per_maand"]
    assert declaratie.vraag in inkomen.label and "euro per maand" in inkomen.label
    assert declaratie.artikel in inkomen.help_text
    assert [naam for naam, veld in velden.items() if veld.widget.attrs.get("autofocus")] == [next(iter(velden))]


def test_of_a_couple_each_question_says_of_whom_it_is(consulent: Any) -> None:
    ik, partner = woont(register.persoon()), woont(register.persoon())
    relatie(ik, partner, "partner")
    labels = {naam: str(veld.label) for naam, veld in formulier(ik).fields.items()}
    assert labels[f"{ik.nummer}-inkomen_per_maand"].startswith(f"{ik}: ")
    assert labels[f"{partner.nummer}-inkomen_per_maand"].startswith(f"{partner}: ")


def test_the_answers_become_facts_and_the_question_goes(consulent: Any) -> None:
    ik = woont(register.persoon())
    form = formulier(ik, inkomen_per_maand="1.200,50", vermogen="0")
    assert form.is_valid(), form.errors
    beantwoord_vragen(antwoorden=form.antwoorden(), vanaf=OP, door=consulent, op=OP)
    vastgelegd = {f.naam: (Decimal(f.waarde), f.vanaf, f.door) for f in Feit.objects.filter(persoon=ik)}
    assert vastgelegd["inkomen_per_maand"] == (Decimal("1200.50"), OP, consulent)
    assert not formulier(ik).heeft_vragen


def test_not_every_question_has_to_be_answered_but_one_is(consulent: Any) -> None:
    ik = woont(register.persoon())
    assert formulier(ik, vermogen="0").is_valid()
    assert "ten minste één vraag" in str(formulier(ik, vermogen="").non_field_errors())


@pytest.mark.parametrize("waarde", ["-5000000", "veel", "12,345", "NaN"])
def test_a_value_that_cannot_be_is_refused_at_its_field(consulent: Any, waarde: str) -> None:
    ik = woont(register.persoon())
    form = formulier(ik, inkomen_per_maand=waarde)
    assert list(form.errors) == [f"{ik.nummer}-inkomen_per_maand"]


def toeslag(ik: Persoon) -> None:
    """What stands between this person and the judgment: income of three months, no possessions, a filled ordinance."""
    maanden = [{"maand": f"2026-0{m}-01", "inkomen": "900", "norm": "1401.50"} for m in (1, 2)]
    feit(ik, "inkomensmaanden", json.dumps([{"maand": "2025-12-01", "inkomen": "900", "norm": "1345.45"}, *maanden]))
    feit(ik, "vermogen", "0")
    register.verordening(
        "inkomenstoeslag",
        inkomenstoeslag_referteperiode=3,
        inkomenstoeslag_inkomensgrens=110,
        inkomenstoeslag_inkomenstoets="gemiddelde over de periode",
    )


def test_a_judgment_asks_for_its_grounds_and_shows_what_is_to_be_weighed(consulent: Any) -> None:
    ik = woont(register.persoon())
    toeslag(ik)
    naam = "uitzicht_op_inkomensverbetering"
    veld = formulier(ik, OORDEEL).fields[f"{ik.nummer}-{naam}"]
    assert all(punt in veld.help_text for punt in laad_recht().feiten[naam].weeg)
    zonder = formulier(ik, OORDEEL, **{naam: "nee"})
    assert list(zonder.errors) == [f"{ik.nummer}-{naam}-motivering"]
    met = formulier(ik, OORDEEL, **{naam: "nee", f"{naam}-motivering": "Krachten en omstandigheden gewogen."})
    assert met.is_valid()
    beantwoord_vragen(antwoorden=met.antwoorden(), vanaf=OP, door=consulent, op=OP)
    rij = Feit.objects.get(naam=naam)
    assert (rij.door, rij.motivering) == (consulent, "Krachten en omstandigheden gewogen.")
    uitkomst = bereken_dossier(ik, OP, gevraagd=OORDEEL).uitkomsten["mag_inkomenstoeslag_krijgen"]
    assert uitkomst.waarden[ik.nummer]["mag_inkomenstoeslag_krijgen"] is True


def test_an_open_term_is_named_and_not_asked_here(consulent: Any) -> None:
    ik = woont(register.persoon())
    toeslag(ik)
    Verordeningsbesluit.objects.all().delete()
    form = formulier(ik, OORDEEL)
    assert {vraag.feit for vraag in form.aan_gemeente} & set(laad_recht().termen)
    assert not set(form.fields) & set(laad_recht().termen)


def test_a_list_is_typed_as_lines() -> None:
    lijst = laad_recht().feiten["inkomensmaanden"]
    rijen = lees_regels(lijst, "01-12-2025; 900; 1.345,45\n\n2026-01-01\t1000,5\t1401.50\n")
    assert rijen == [
        {"maand": "2025-12-01", "inkomen": "900", "norm": "1345.45"},
        {"maand": "2026-01-01", "inkomen": "1000.5", "norm": "1401.50"},
    ]
    assert lees_regels(lijst, als_regels(lijst, json.dumps(rijen))) == rijen
    assert lees_regels(lijst, " Geen ") == [] and als_regels(lijst, "[]") == GEEN


def test_every_wrong_part_of_a_list_is_named_with_its_line() -> None:
    with pytest.raises(ValidationError) as fout:
        lees_regels(laad_recht().feiten["inkomensmaanden"], "31-02-2026; 900; x\n1;2;3;4")
    assert [melding.split(":")[0].split(" heeft")[0] for melding in fout.value.messages] == [
        "Regel 1",
        "Regel 1",
        "Regel 2",
    ]
