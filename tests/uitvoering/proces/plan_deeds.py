"""Deeds of diagnoses, plans and instruments."""

from decimal import Decimal
from typing import Any

from meedoen.uitvoering.dossiers.models import Persoon
from meedoen.uitvoering.trajecten import acts, instrument_acts
from meedoen.uitvoering.trajecten.models import Afspraak, Doel, Inzet, Plan, Vorm
from tests.uitvoering.proces.world import Wereld


def diagnose(wereld: Wereld) -> Any:
    """A diagnosis, and the group that follows from it."""
    return acts.stel_diagnose(
        persoon=wereld.een(wereld.personen),
        gesteld_op=wereld.dag(0, -20, 3),
        instrument="onderzoek",
        gesteld_door="M. Voorbeeld",
        verdiencapaciteit_percentage=wereld.kies([Decimal(60), Decimal(50), Decimal(20), None]),
        heeft_voorrang=wereld.kies([False, True]),
        voorrang_gronden=wereld.kies(["", "Zoekt zelf."]),
        **wereld.wie(),
    )


def plan(wereld: Wereld) -> Any:
    """A plan of a household."""
    return acts.maak_plan(
        personen=wereld.kies(
            [[wereld.personen[0]], wereld.personen[1:3], wereld.personen[3:4], wereld.personen[2:4], []]
        ),
        eigenaar=wereld.iemand(),
        vanaf=wereld.dag(0, -30),
        leefgebied="werk",
        tekst="Een baan",
        streefdatum=wereld.dag(200, -100),
        **wereld.wie(),
    )


def afspraak(wereld: Wereld) -> Any:
    """Who does what before when, mostly in a plan that runs."""
    gevonden = wereld.een(Plan.objects.filter(tot=None) if wereld.kies([True] * 5 + [False]) else Plan.objects.all())
    return acts.spreek_af(plan=gevonden, wie="de inwoner", wat="Belt", uiterlijk=wereld.dag(7, -900), **wereld.wie())


def afronding(wereld: Wereld) -> Any:
    """A goal or an agreement is done."""
    gevonden: Any = wereld.een([*Doel.objects.order_by("pk"), *Afspraak.objects.order_by("pk")])
    return acts.rond_af(wat=gevonden, versie=wereld.versie(gevonden), **wereld.wie())


def inzet(wereld: Wereld) -> Any:
    """An instrument, with or without unpaid work."""
    gevonden: Plan = wereld.een(Plan.objects.filter(tot=None))
    vorm = wereld.kies(["", Vorm.BEHOUD_VAN_UITKERING, Vorm.BEHOUD_VAN_UITKERING, Vorm.PROEFPLAATS, *_LANG])
    return instrument_acts.zet_in(
        plan=gevonden,
        persoon=wereld.een(Persoon.objects.filter(planlidmaatschappen__plan=gevonden)),
        doel=wereld.een(gevonden.doelen.filter(behaald_op=wereld.kies([None, None, None, wereld.op]))),
        instrument=wereld.kies([*["werkleerplekken", "loonkostensubsidie"] * 3, "beschut werk"]),
        vorm=vorm,
        aanbieder="Kwekerij Voorbeeld",
        vanaf=wereld.dag(0, 0, -10, -300),
        tot=wereld.kies([None, None, wereld.dag(60), wereld.dag(400)]),
        kosten=Decimal(100),
        budgetbron="participatiebudget",
        perspectief=wereld.kies([*["Een contract is toegezegd."] * 3, ""]),
        geen_verdringing=wereld.kies([*["De plek is nieuw."] * 3, ""]),
        maanden_eerder=wereld.kies([0, None]),
        **wereld.wie(),
    )


_LANG = (Vorm.PARTICIPATIEPLAATS,)


def verlenging(wereld: Wereld) -> Any:
    """An instrument runs on."""
    gevonden: Inzet = wereld.een(Inzet.objects.filter(einde_reden=""))
    return instrument_acts.verleng(
        inzet=gevonden,
        tot=wereld.dag(100, 150, 30, 500, -1),
        perspectief=wereld.kies(["Het contract ligt klaar.", ""]),
        geen_verdringing="De plek is nieuw.",
        versie=wereld.versie(gevonden),
        **wereld.wie(),
    )


def einde(wereld: Wereld) -> Any:
    """An instrument ends."""
    gevonden: Inzet = wereld.een(Inzet.objects.filter(plan__tot=wereld.kies([None, None, None, wereld.op])))
    reden = wereld.kies(["Aangenomen.", " "])
    tot = wereld.dag(0, 1, -500, 900)
    return instrument_acts.beeindig(
        inzet=gevonden, tot=tot, reden=reden, versie=wereld.versie(gevonden), **wereld.wie()
    )


def termijnen(wereld: Wereld) -> Any:
    """The dates of the law are asked again."""
    return instrument_acts.bepaal_termijnen(plan=wereld.een(Plan.objects.all()), **wereld.wie())


def sluiting(wereld: Wereld) -> Any:
    """A plan is closed."""
    gevonden: Plan = wereld.een(Plan.objects.all())
    return acts.sluit_plan(plan=gevonden, versie=wereld.versie(gevonden), **wereld.wie())


def caseload(wereld: Wereld) -> Any:
    """Everything of one colleague goes to another: of every app."""
    van, naar = wereld.iemand(), wereld.iemand()
    return acts.draag_alles_over(van=van, naar=naar, reden="Verlof", **wereld.wie())


TRAJECTEN = {diagnose: 1, plan: 2, afspraak: 3, afronding: 1, inzet: 8, verlenging: 7, einde: 4} | {
    termijnen: 1,
    sluiting: 1,
    caseload: 1,
}
