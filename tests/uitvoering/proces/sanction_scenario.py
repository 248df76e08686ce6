"""A resident from signal to a measure that is asked to end, another of whom a measure is reviewed, and requests.

Steps as in `scenario.py`, after those: handhaving and the rights of residents on their data. `bereid_voor` makes who
they are about.
"""

import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from meedoen.uitvoering.besluiten import acts as besluiten
from meedoen.uitvoering.besluiten import objections
from meedoen.uitvoering.besluiten.case_facts import leg_zaakfeiten_vast
from meedoen.uitvoering.besluiten.models import Besluit, Bezwaar, Procedure
from meedoen.uitvoering.besluiten.sanction_acts import noteer_artikellid
from meedoen.uitvoering.dossiers.models import Persoon
from meedoen.uitvoering.dossiers.worklist import draag_werk_over
from meedoen.uitvoering.handhaving import acts as handhaving
from meedoen.uitvoering.handhaving import measure_acts
from meedoen.uitvoering.handhaving.models import Signaal
from meedoen.uitvoering.inwoners import acts as inwoners
from meedoen.uitvoering.inwoners.corrections import te_verbeteren
from meedoen.uitvoering.inwoners.models import Verzoek
from tests.uitvoering import register
from tests.uitvoering.handhaving import steps
from tests.uitvoering.proces.world import Wereld
from tests.uitvoering.register import dag

GEDRAG, OP, GEHOORD, INGANG = dag("2026-11-05"), dag("2026-11-09"), dag("2026-11-16"), dag("2026-12-01")
ZITTING = datetime.datetime(2026, 12, 7, 10, tzinfo=datetime.UTC)
WIE, HEROVERWOGEN, INGELEZEN = 6, 7, 8
"""Where they stand among the residents of the world."""


def bereid_voor(wereld: Wereld) -> None:
    """The ordinance; people with bijstand, one with a measure that an import brought."""
    steps.gemeente()
    wereld.personen += [steps.inwoner() for _keer in range(3)]
    toen = {"genomen_op": dag("2026-01-05"), "vanaf": dag("2026-02-01")}
    wie = wereld.personen[INGELEZEN]
    Besluit.objects.create(nummer=register.nummer("B"), persoon=wie, soort=Besluit.Soort.MAATREGEL, **toen)


def eerder_opgelegd(wereld: Wereld) -> None:
    """A measure of lid 2, signed: by several acts at once, so not a step."""
    wie = {"maker": wereld.collegas["consulent"], "tekenaar": wereld.collegas["regisseur"]}
    ander = wereld.personen[HEROVERWOGEN]
    with transaction.atomic():
        steps.opgelegd(ander, gedraging="arbeid zoeken", op=OP, gedrag=GEDRAG, **wie)


def _door(w: Wereld, naam: str = "consulent", op: Any = GEHOORD) -> dict[str, Any]:
    return {"door": w.collegas[naam], "op": op}


def _wie(w: Wereld) -> Persoon:
    return w.personen[WIE]


def _signaal(w: Wereld, gedraging: str = steps.WERK) -> dict[str, Any]:
    rij = Signaal.objects.get(persoon=_wie(w), gedraging=gedraging)
    return {"signaal": rij, "versie": rij.versie}


def _procedure(w: Wereld, soort: str = Procedure.Soort.MAATREGEL) -> dict[str, Any]:
    rij = Procedure.objects.get(persoon=_wie(w), soort=soort)
    return {"procedure": rij, "versie": rij.versie}


def _maatregel(w: Wereld) -> Besluit:
    return Besluit.objects.get(persoon=_wie(w), soort=Besluit.Soort.MAATREGEL)


def _verzoek(soort: str = "inzage") -> dict[str, Any]:
    rij = Verzoek.objects.get(soort=soort)
    return {"verzoek": rij, "versie": rij.versie}


def melden_signaal(w: Wereld) -> object:
    return _meld(w, steps.WERK)


def _meld(w: Wereld, gedraging: str) -> object:
    wat: dict[str, Any] = {"bron": "werkgever", "gedraging": gedraging, "overtreding_op": GEDRAG, "ontvangen_op": OP}
    return handhaving.meld_signaal(persoon=_wie(w), toelichting="De werkgever belde.", **wat, **_door(w, op=OP))


def uitnodigen(w: Wereld) -> object:
    return handhaving.nodig_uit(
        **_signaal(w), tekst="U kwam niet op uw werk.", uiterlijk=dag("2026-11-23"), **_door(w, op=OP)
    )


def zienswijze(w: Wereld) -> object:
    wat = {"vorm": "mondeling", "gegeven_op": GEHOORD, "tekst": "Ik had me verslapen."}
    return handhaving.leg_zienswijze_vast(**_signaal(w), **wat, **_door(w))


def besluit_voorbereiden(w: Wereld) -> object:
    wat = {"ingangsdatum": INGANG, "was_ontheven": False, "tekst": "U kwam niet op uw werk."}
    return handhaving.bereid_besluit_voor(**_signaal(w), **wat, **_door(w))


def wegen(w: Wereld) -> object:
    gronden = dict.fromkeys(steps.VERWIJTBAAR, "Gewogen.")
    procedure = _procedure(w)["procedure"]
    return leg_zaakfeiten_vast(procedure=procedure, waarden=steps.VERWIJTBAAR, motiveringen=gronden, **_door(w))


def maatregel_voorstellen(w: Wereld) -> object:
    return besluiten.stel_voor(motivering="U had kunnen bellen.", **_procedure(w), **_door(w))


def maatregel_ter_toets(w: Wereld) -> object:
    return besluiten.leg_ter_toets_voor(**_procedure(w), **_door(w))


def maatregel_ondertekenen(w: Wereld) -> object:
    return besluiten.onderteken(**_procedure(w), **_door(w, "regisseur"))


def bezwaar_tegen_maatregel(w: Wereld) -> object:
    wat = {"ontvangen_op": GEHOORD, "gronden": "Ik was ziek."}
    return objections.neem_bezwaar_in(besluit=_maatregel(w), **wat, **_door(w))


def hoorzitting(w: Wereld) -> object:
    rij = Bezwaar.objects.get(besluit=_maatregel(w))
    wat = {"hoorzitting_op": ZITTING, "hoorzitting_waar": "Stadhuis"}
    return objections.nodig_uit(bezwaar=rij, versie=rij.versie, **wat, **_door(w))


def werk_overdragen(w: Wereld) -> object:
    return draag_werk_over(van=w.collegas["consulent"], naar=w.collegas["tweede"], **_door(w, "tweede"))


def inkeer_vragen(w: Wereld) -> object:
    dagen = {"gevraagd_op": GEHOORD, "ingangsdatum": INGANG}
    return measure_acts.vraag_inkeer(besluit=_maatregel(w), wat="Ik werk nu elke dag.", **dagen, **_door(w))


def inkeer_intrekken(w: Wereld) -> object:
    return besluiten.trek_in(motivering="De inwoner belde.", **_procedure(w, Procedure.Soort.INKEER), **_door(w))


def artikellid_noteren(w: Wereld) -> object:
    ingelezen = Besluit.objects.get(persoon=w.personen[INGELEZEN])
    return noteer_artikellid(besluit=ingelezen, artikellid=5, **_door(w))


def heroverwegen(w: Wereld) -> object:
    opgelegd = Besluit.objects.get(persoon=w.personen[HEROVERWOGEN], artikellid=2)
    wat = {"uitkomst": "eindigt", "motivering": "Hij solliciteert nu.", "eindigt_per": INGANG}
    return measure_acts.heroverweeg(besluit=opgelegd, **wat, **_door(w))


def ander_signaal(w: Wereld) -> object:
    return _meld(w, steps.MISDRAGING)


def zonder_gevolg(w: Wereld) -> object:
    return handhaving.laat_zonder_gevolg(reden="Het was iemand anders.", **_signaal(w, steps.MISDRAGING), **_door(w))


def verzoek_innemen(w: Wereld) -> object:
    wat = {"soort": "inzage", "ontvangen_op": OP, "tekst": "Alles over mij.", "identiteit": "paspoort"}
    return inwoners.neem_verzoek_in(persoon=_wie(w), **wat, **_door(w))


def verzoek_verlengen(w: Wereld) -> object:
    return inwoners.verleng(verlengd_wegens="Oude stukken liggen in een archief.", **_verzoek(), **_door(w))


def afschrift_maken(w: Wereld) -> object:
    return inwoners.maak_afschrift(persoon=_wie(w), **_door(w))


def verzoek_beslissen(w: Wereld) -> object:
    wat = {"uitkomst": "ingewilligd", "motivering": "U krijgt het afschrift."}
    return inwoners.beslis(**wat, **_verzoek(), **_door(w, "regisseur"))


SANCTIESTAPPEN = (
    *(melden_signaal, uitnodigen, zienswijze, besluit_voorbereiden, wegen),
    *(maatregel_voorstellen, maatregel_ter_toets, maatregel_ondertekenen, inkeer_vragen),
    *(bezwaar_tegen_maatregel, hoorzitting, inkeer_intrekken),
    *(artikellid_noteren, heroverwegen, ander_signaal, zonder_gevolg),
)


def rectificatie_vragen(w: Wereld) -> object:
    wat = {"soort": "rectificatie", "ontvangen_op": OP, "tekst": "Mijn inkomen is lager.", "identiteit": "paspoort"}
    return inwoners.neem_verzoek_in(persoon=w.personen[1], **wat, **_door(w))


def rectificatie_inwilligen(w: Wereld) -> object:
    wat = {"uitkomst": "ingewilligd", "motivering": "Uw loonstrook zegt het."}
    return inwoners.beslis(**wat, **_verzoek("rectificatie"), **_door(w, "regisseur"))


def feit_verbeteren(w: Wereld) -> object:
    feit = next(regel.feit for regel in te_verbeteren(w.personen[1]) if regel.feit.naam == "inkomen_per_maand")
    wat = {"feit": feit, "waarde": Decimal(5), "vanaf": feit.vanaf, "tot": None}
    return inwoners.verbeter_feit(**wat, **_verzoek("rectificatie"), **_door(w))


def verbetering_melden(w: Wereld) -> object:
    return inwoners.meld_verbeterd(**_verzoek("rectificatie"), **_door(w))


VERZOEKSTAPPEN = (
    *(verzoek_innemen, verzoek_verlengen, afschrift_maken, verzoek_beslissen, werk_overdragen),
    *(rectificatie_vragen, rectificatie_inwilligen, feit_verbeteren, verbetering_melden),
)
