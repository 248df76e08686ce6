"""One resident from melding to withdrawal, one plan from diagnosis to its end: every act, in an order that works.

Each step looks its rows up again, for it runs in a process of its own. A new app adds its steps to `STAPPEN`.
"""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from meedoen.uitvoering.besluiten import acts as besluiten
from meedoen.uitvoering.besluiten import objections, suspensions
from meedoen.uitvoering.besluiten.case_facts import leg_zaakfeiten_vast
from meedoen.uitvoering.besluiten.models import Besluit, Bezwaar, Opschorting, Procedure
from meedoen.uitvoering.dossiers.acts import leg_feit_vast, leg_feiten_vast
from meedoen.uitvoering.dossiers.registration import schrijf_in
from meedoen.uitvoering.toegang import acts as toegang
from meedoen.uitvoering.toegang import web_acts
from meedoen.uitvoering.toegang.models import Melding, Overdracht, Webmelding
from meedoen.uitvoering.trajecten import acts as trajecten
from meedoen.uitvoering.trajecten import instrument_acts
from meedoen.uitvoering.trajecten.models import Inzet, Plan, Vorm
from tests.uitvoering.proces.world import Wereld
from tests.uitvoering.register import ASSEN, dag

Stap = Callable[[Wereld], object]
OP, INGANG, LATER = dag("2026-03-10"), dag("2026-03-01"), dag("2026-05-04")


def _door(wereld: Wereld, naam: str = "consulent", op: Any = OP) -> dict[str, Any]:
    return {"door": wereld.collegas[naam], "op": op}


def _met(rij: Any) -> dict[str, Any]:
    """A row that people work on, with its version of now."""
    return {type(rij)._meta.model_name: rij, "versie": rij.versie}


def _procedure(w: Wereld) -> Procedure:
    return Procedure.objects.filter(persoon=w.personen[1]).order_by("-pk")[0]


def _besluit(w: Wereld) -> Besluit:
    return Besluit.objects.get(persoon=w.personen[1])


def inschrijven(w: Wereld) -> object:
    return schrijf_in(
        bsn="999990019",
        voornaam="Nova",
        achternaam="Nieuwma",
        geboortedatum=dag("1990-01-01"),
        gemeentecode=ASSEN,
        woning="W-nieuw",
        woont_er_sinds=INGANG,
        **_door(w),
    )


def melden(w: Wereld) -> object:
    wat: dict[str, Any] = {"kanaal": "balie", "gemeld_op": INGANG, "vraag": "Geen inkomen", "vraagt_bijstand": True}
    return toegang.neem_melding_aan(persoon=w.personen[1], met_partner=True, **wat, **_door(w))


def intake(w: Wereld) -> object:
    return toegang.leg_intake_vast(
        gebieden={"inkomen": "", "werk": ""}, **_met(Melding.objects.get(persoon=w.personen[1])), **_door(w)
    )


def doorsturen(w: Wereld) -> object:
    return toegang.stuur_door(bureau="wmo", **_met(Melding.objects.get(persoon=w.personen[1])), **_door(w))


def toewijzen(w: Wereld) -> object:
    rij = Melding.objects.get(persoon=w.personen[1])
    return toegang.wijs_toe(onderwerp=rij, versie=rij.versie, eigenaar=w.collegas["regisseur"], **_door(w))


def toeleiden(w: Wereld) -> object:
    return toegang.leid_toe(**_met(Melding.objects.get(persoon=w.personen[1])), **_door(w))


def andere_melding(w: Wereld) -> object:
    wat: dict[str, Any] = {"kanaal": "telefoon", "gemeld_op": OP, "vraag": "Taalles", "vraagt_bijstand": False}
    return toegang.neem_melding_aan(persoon=w.personen[4], **wat, **_door(w))


def melding_intrekken(w: Wereld) -> object:
    return toegang.trek_melding_in(
        reden="Ging zelf naar les.", **_met(Melding.objects.get(persoon=w.personen[4])), **_door(w)
    )


def website(w: Wereld) -> object:
    wie = w.personen[2]
    wat: dict[str, Any] = {"gemeentecode": ASSEN, "telefoon": "06 00000000", "vraag": "Geen inkomen", "op": OP}
    wat |= {naam: getattr(wie, naam) for naam in ("voornaam", "achternaam", "geboortedatum")}
    return web_acts.ontvang_webmelding(**wat)


def website_aannemen(w: Wereld) -> object:
    wat: dict[str, Any] = {"vraag": "Geen inkomen", "vraagt_bijstand": True, "persoon": w.personen[2]}
    return web_acts.neem_webmelding_aan(**wat, **_met(Webmelding.objects.get(stand="nieuw")), **_door(w))


def website_nog_eens(w: Wereld) -> object:
    return website(w)


def website_laten_liggen(w: Wereld) -> object:
    rij = Webmelding.objects.get(stand="nieuw")
    return web_acts.laat_webmelding_liggen(reden="Kwam twee keer.", **_met(rij), **_door(w))


def overdragen(w: Wereld) -> object:
    return toegang.draag_over(persoon=w.personen[1], naar="wmo", reden="Hulp in huis", **_door(w))


def overnemen(w: Wereld) -> object:
    wie = {"overgenomen_op": OP, "overgenomen_door": "Wmo-consulent"}
    return toegang.meld_overgenomen(**wie, **_met(Overdracht.objects.get()), **_door(w))


def aanvragen(w: Wereld) -> object:
    dagen = {"aangevraagd_op": INGANG, "ingangsdatum": INGANG}
    return besluiten.vraag_aan(persoon=w.personen[1], soort="bijstand", **dagen, **_door(w))


def feiten(w: Wereld) -> object:
    waarden = {"recht_ontstaan_op": INGANG, "vermogen": Decimal(50)}
    return [leg_feiten_vast(persoon=wie, waarden=waarden, vanaf=INGANG, **_door(w)) for wie in w.personen[1:2]]


def opschorten(w: Wereld) -> object:
    wat: dict[str, Any] = {"reden": "aanvullen", "toelichting": "Afschriften", "gevraagd_op": INGANG, "uiterlijk": OP}
    return suspensions.schort_op(procedure=_procedure(w), **wat, **_door(w))


def hervatten(w: Wereld) -> object:
    return suspensions.beeindig_opschorting(opschorting=Opschorting.objects.get(), tot=OP, **_door(w))


def voorstellen(w: Wereld) -> object:
    return besluiten.stel_voor(motivering="Uw inkomen is lager dan de norm.", **_met(_procedure(w)), **_door(w))


def ter_toets(w: Wereld) -> object:
    return besluiten.leg_ter_toets_voor(**_met(_procedure(w)), **_door(w))


def terugsturen(w: Wereld) -> object:
    return besluiten.stuur_terug(opmerking="Reken na.", **_met(_procedure(w)), **_door(w, "regisseur"))


def opnieuw_voorstellen(w: Wereld) -> object:
    return voorstellen(w)


def opnieuw_ter_toets(w: Wereld) -> object:
    return ter_toets(w)


def ondertekenen(w: Wereld) -> object:
    return besluiten.onderteken(**_met(_procedure(w)), **_door(w, "regisseur"))


def narekenen(w: Wereld) -> object:
    return besluiten.bewaar_berekening(besluit=_besluit(w), **_door(w))


def bezwaar(w: Wereld) -> object:
    return objections.neem_bezwaar_in(besluit=_besluit(w), ontvangen_op=OP, gronden="Te laag", **_door(w))


def verdagen(w: Wereld) -> object:
    return objections.verdaag(weken=6, **_met(Bezwaar.objects.get()), **_door(w))


def beslissen(w: Wereld) -> object:
    wat = {"uitkomst": "ongegrond", "motivering": "De norm klopt.", "niet_gehoord_wegens": "wil_niet"}
    return objections.beslis_op_bezwaar(**wat, **_met(Bezwaar.objects.get()), **_door(w, "tweede"))


def inkomen(w: Wereld) -> object:
    wat = {"naam": "inkomen_per_maand", "waarde": Decimal(2600), "vanaf": INGANG}
    return [leg_feit_vast(persoon=w.personen[1], **wat, **_door(w, op=LATER))]


def herzien(w: Wereld) -> object:
    wat = {"ingangsdatum": INGANG, "grond": "inlichtingen"}
    return besluiten.herzie(besluit=_besluit(w), **wat, **_door(w, op=LATER))


def herziening_voorstellen(w: Wereld) -> object:
    return besluiten.stel_voor(**_met(_procedure(w)), **_door(w, op=LATER))


def herziening_ter_toets(w: Wereld) -> object:
    return besluiten.leg_ter_toets_voor(**_met(_procedure(w)), **_door(w, op=LATER))


def bijstand_intrekken(w: Wereld) -> object:
    return besluiten.onderteken(**_met(_procedure(w)), **_door(w, "regisseur", LATER))


def diagnose(w: Wereld) -> object:
    wat: dict[str, Any] = {"gesteld_op": OP, "instrument": "onderzoek", "gesteld_door": "M. Voorbeeld"}
    return trajecten.stel_diagnose(
        persoon=w.personen[0], verdiencapaciteit_percentage=Decimal(60), **wat, **_door(w, "regisseur")
    )


def plan(w: Wereld) -> object:
    wat: dict[str, Any] = {"vanaf": OP, "leefgebied": "werk", "tekst": "Een baan", "streefdatum": LATER}
    door = _door(w, "regisseur")
    return trajecten.maak_plan(personen=[w.personen[0]], eigenaar=door["door"], **wat, **door)


def ander_doel(w: Wereld) -> object:
    wat: dict[str, Any] = {"leefgebied": "taal", "tekst": "Beter Nederlands", "streefdatum": LATER}
    return trajecten.voeg_doel_toe(plan=Plan.objects.get(), **wat, **_door(w, "regisseur"))


def termijnen_bepalen(w: Wereld) -> object:
    return instrument_acts.bepaal_termijnen(plan=Plan.objects.get(), **_door(w, "regisseur", LATER))


def afspraak(w: Wereld) -> object:
    return trajecten.spreek_af(plan=Plan.objects.get(), wie="de inwoner", wat="Belt", uiterlijk=LATER, **_door(w))


def _voorziening(w: Wereld) -> dict[str, Any]:
    return _met(Procedure.objects.get(persoon=w.personen[0]))


def voorziening_vragen(w: Wereld) -> object:
    wat: dict[str, Any] = {"soort": "voorziening", "instrument": "werkleerplekken"}
    return besluiten.vraag_aan(persoon=w.personen[0], aangevraagd_op=OP, ingangsdatum=OP, **wat, **_door(w))


def voorziening_feiten(w: Wereld) -> object:
    waarden = {
        "is_niet_uitkeringsgerechtigde": False,
        "heeft_nabestaandenuitkering": True,
        "heeft_uitkering_van_uwv": False,
    }
    return leg_feiten_vast(persoon=w.personen[0], waarden=waarden, vanaf=OP, **_door(w))


def voorziening_oordeel(w: Wereld) -> object:
    oordeel: dict[str, Any] = {"waarden": {"voorziening_is_noodzakelijk": True}, "motiveringen": {}}
    return leg_zaakfeiten_vast(procedure=_voorziening(w)["procedure"], **oordeel, **_door(w))


def voorziening_voorstellen(w: Wereld) -> object:
    return besluiten.stel_voor(**_voorziening(w), **_door(w))


def voorziening_ter_toets(w: Wereld) -> object:
    return besluiten.leg_ter_toets_voor(**_voorziening(w), **_door(w))


def voorziening_ondertekenen(w: Wereld) -> object:
    """The decision, its letter and the agreement in the plan (`spreek_inzet_af`)."""
    return besluiten.onderteken(**_voorziening(w), **_door(w, "regisseur"))


def inzetten(w: Wereld) -> object:
    het_plan = Plan.objects.get()
    return instrument_acts.zet_in(
        plan=het_plan,
        persoon=w.personen[0],
        doel=het_plan.doelen.get(leefgebied="werk"),
        instrument="werkleerplekken",
        vorm=Vorm.BEHOUD_VAN_UITKERING,
        aanbieder="Kwekerij Voorbeeld",
        vanaf=OP,
        kosten=Decimal(100),
        budgetbron="participatiebudget",
        perspectief="Een contract is toegezegd.",
        geen_verdringing="De plek is nieuw.",
        **_door(w),
    )


def verlengen(w: Wereld) -> object:
    gronden = {"perspectief": "Het contract ligt klaar.", "geen_verdringing": "De plek is nieuw."}
    return instrument_acts.verleng(tot=dag("2026-08-01"), **gronden, **_met(Inzet.objects.get()), **_door(w, op=LATER))


def alles_overdragen(w: Wereld) -> object:
    van, naar = w.collegas["regisseur"], w.collegas["tweede"]
    return trajecten.draag_alles_over(van=van, naar=naar, reden="Verlof", **_door(w, "tweede", LATER))


def beeindigen(w: Wereld) -> object:
    return instrument_acts.beeindig(tot=LATER, reden="Aangenomen.", **_met(Inzet.objects.get()), **_door(w, op=LATER))


def afronden(w: Wereld) -> object:
    doel = Plan.objects.get().doelen.get(leefgebied="werk")
    return trajecten.rond_af(wat=doel, versie=doel.versie, **_door(w, op=LATER))


def plan_sluiten(w: Wereld) -> object:
    return trajecten.sluit_plan(**_met(Plan.objects.get()), **_door(w, op=LATER))


STAPPEN: tuple[Stap, ...] = (
    *(
        inschrijven,
        melden,
        intake,
        doorsturen,
        toewijzen,
        toeleiden,
        overdragen,
        overnemen,
        andere_melding,
        melding_intrekken,
        website,
        website_aannemen,
        website_nog_eens,
        website_laten_liggen,
    ),
    *(aanvragen, feiten, opschorten, hervatten, voorstellen, ter_toets, terugsturen, opnieuw_voorstellen),
    *(opnieuw_ter_toets, ondertekenen, narekenen, bezwaar, verdagen, beslissen),
    *(inkomen, herzien, herziening_voorstellen, herziening_ter_toets, bijstand_intrekken),
    *(
        diagnose,
        plan,
        afspraak,
        voorziening_vragen,
        voorziening_feiten,
        voorziening_oordeel,
        voorziening_voorstellen,
        voorziening_ter_toets,
        voorziening_ondertekenen,
        inzetten,
        verlengen,
        ander_doel,
        termijnen_bepalen,
        alles_overdragen,
        beeindigen,
        afronden,
        plan_sluiten,
    ),
)
