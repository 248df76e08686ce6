"""Small plans for the tests: a household of Assen with a group, a regisseur, and the frame of the Kadernota."""

from decimal import Decimal
from typing import Any

from meedoen.uitvoering.beleid.models import Doelgroep, Verordeningsbesluit
from meedoen.uitvoering.dossiers.models import Persoon
from meedoen.uitvoering.trajecten import acts, instrument_acts
from meedoen.uitvoering.trajecten.models import Inzet, Plan, Vorm
from tests.uitvoering import register
from tests.uitvoering.dossiers.household import woont
from tests.uitvoering.register import ASSEN, dag

OP = dag("2026-11-22")
GROEPEN = {
    "0-30": ["arbeidsmatige dagbesteding"],
    "30-50": ["beschut werk"],
    "50-80": ["loonkostensubsidie", "werkleerplekken"],
    "jongeren": ["entreeonderwijs"],
}


def kadernota() -> None:
    """The municipalities, four groups with their instruments, and 3 + 3 months of work with benefit for Assen."""
    samen = register.gemeenten()
    for volgorde, (code, instrumenten) in enumerate(GROEPEN.items()):
        Doelgroep.objects.create(
            samenwerking=samen,
            code=code,
            naam=f"Verdiencapaciteit {code} %",
            volgorde=volgorde,
            omschrijving="Groep uit de test.",
            motto=f"Motto {code}",
            ambitie=f"Ambitie {code}",
            instrumenten=instrumenten,
            gevraagde_prestaties=[f"Resultaat {code}"],
            bron="test",
        )
    Verordeningsbesluit.objects.create(
        gemeente_id=ASSEN,
        verordening="beleid_werken_met_behoud_van_uitkering",
        naam="Kadernota uit de test",
        besloten_op=dag("2014-09-25"),
        vanaf=dag("2015-01-01"),
        waarden={
            "behoud_van_uitkering_eerste_periode": 3,
            "behoud_van_uitkering_verlenging": 3,
            "behoud_van_uitkering_vereist_perspectief": True,
        },
        bron="test",
    )


def inwoner(groep: str = "50-80", **anders: Any) -> Persoon:
    """Somebody in a dwelling of his own, in a group since 2025 (none when empty)."""
    wie = woont(register.persoon(**anders), register.nummer("W"))
    if groep:
        register.indeling(wie, groep, "2025-01-01")
    return wie


def plan_voor(wie: Persoon, regisseur: Any, **anders: Any) -> Plan:
    """A running plan with one goal."""
    velden = {
        "personen": [wie],
        "eigenaar": regisseur,
        "vanaf": dag("2026-01-01"),
        "leefgebied": "werk",
        "tekst": "Een betaalde baan van 24 uur",
        "streefdatum": dag("2027-06-01"),
        "door": regisseur,
        "op": OP,
    }
    return acts.maak_plan(**(velden | anders))


def ingezet(plan: Plan, **anders: Any) -> Inzet:
    """An instrument of the group 50-80 without unpaid work."""
    velden: dict[str, Any] = {
        "plan": plan,
        "persoon": plan.leden.select_related("persoon").get().persoon,
        "doel": plan.doelen.get(),
        "instrument": "loonkostensubsidie",
        "aanbieder": "Aanbieder uit de test",
        "vanaf": dag("2026-11-01"),
        "kosten": Decimal("1200.00"),
        "budgetbron": "participatiebudget",
        "door": plan.eigenaar,
        "op": OP,
    }
    return instrument_acts.zet_in(**(velden | anders))


def behoud(plan: Plan, **anders: Any) -> Inzet:
    """Work with benefit with its grounds, from 1 November 2026."""
    velden = {
        "instrument": "werkleerplekken",
        "vorm": Vorm.BEHOUD_VAN_UITKERING,
        "perspectief": "Contract voor 24 uur vanaf mei is schriftelijk toegezegd.",
        "geen_verdringing": "De plek bestond niet.",
    }
    return ingezet(plan, **(velden | anders))
