"""From signal to signed measure in tests: a resident with bijstand, the ordinance, and each step by its act."""

import datetime
from typing import Any

from meedoen.uitvoering.besluiten.acts import leg_ter_toets_voor, onderteken, stel_voor
from meedoen.uitvoering.besluiten.case_facts import leg_zaakfeiten_vast
from meedoen.uitvoering.besluiten.models import Besluit, Procedure
from meedoen.uitvoering.dossiers.models import Persoon
from meedoen.uitvoering.handhaving import acts
from meedoen.uitvoering.handhaving.models import Signaal
from tests.uitvoering import register
from tests.uitvoering.dossiers.household import feit, woont

OP = register.dag("2026-03-10")
GEDRAG = register.dag("2026-02-20")
INGANG = register.dag("2026-04-01")
VERORDENING: dict[str, Any] = {
    "maatregel_eerste_duur": 1,
    "maatregel_tweede_duur": 2,
    "maatregel_tijdstip_toegepast": "dag van het besluit",
    "maatregel_na_lid_8": "opnieuw lid 8",
    "maatregel_verrekening": "gelijke delen",
    "maatregel_verrekening_maanden": 3,
    "maatregel_verrekening_voorwaarde": "altijd",
    "maatregel_berekend_over": "bijstandsnorm",
    "maatregel_categorie_registreren": 1,
    "maatregel_categorie_arbeid_zoeken": 2,
    "maatregel_categorie_plan_van_aanpak": 2,
    "maatregel_categorie_medewerking": 1,
    "maatregel_categorie_tegenprestatie": 2,
    "maatregel_categorie_nadere_verplichting": 2,
    "maatregel_percentage_categorie_1": 10,
    "maatregel_percentage_categorie_2": 30,
    "maatregel_percentage_categorie_3": 50,
    "maatregel_duur_overig_gedrag": 1,
    "maatregel_herhaling_overig_gedrag": "dubbele duur",
    "maatregel_termijn_herhaling_overig_gedrag": 12,
    "misdraging_percentage": 50,
    "misdraging_duur": 3,
}
VERWIJTBAAR = {"elke_verwijtbaarheid_ontbreekt": False, "dringende_redenen_om_maatregel_af_te_stemmen": False}
WERK = "arbeid aanvaarden of behouden"
MISDRAGING = "zeer ernstige misdraging"


def gemeente(**anders: Any) -> None:
    """The municipalities, and the ordinance of Assen."""
    register.gemeenten()
    register.verordening("maatregelen", **(VERORDENING | anders))


def inwoner(vanaf: str = "2025-01-01", tot: str | None = None) -> Persoon:
    """A resident alone, with bijstand since last year and no income."""
    ik = woont(register.persoon(), woning=register.nummer("W"))
    register.uitkering(ik, vanaf, tot)
    for naam, waarde in (("gemeld_op", "2024-12-20"), ("inkomen_per_maand", "0"), ("vermogen", "0")):
        feit(ik, naam, waarde)
    return ik


def signaal(
    persoon: Persoon,
    door: Any,
    gedraging: str = WERK,
    op: datetime.date = OP,
    gedrag: datetime.date = GEDRAG,
) -> Signaal:
    """A signal of the day itself."""
    return acts.meld_signaal(
        persoon=persoon,
        bron="werkgever",
        gedraging=gedraging,
        overtreding_op=gedrag,
        ontvangen_op=op,
        toelichting="De werkgever meldt dat hij niet kwam.",
        door=door,
        op=op,
    )


def gehoord(rij: Signaal, door: Any, op: datetime.date = OP) -> Signaal:
    """With a zienswijze given in a talk."""
    acts.leg_zienswijze_vast(
        signaal=rij, versie=rij.versie, vorm="mondeling", gegeven_op=op, tekst="Ik had me verslapen.", door=door, op=op
    )
    return rij


def in_besluit(rij: Signaal, door: Any, op: datetime.date = OP, ingang: datetime.date = INGANG) -> Procedure:
    """The decision begun."""
    return acts.bereid_besluit_voor(
        signaal=rij,
        versie=rij.versie,
        ingangsdatum=ingang,
        was_ontheven=False,
        tekst="U kwam niet op uw eerste werkdag.",
        door=door,
        op=op,
    )


def gewogen(procedure: Procedure, door: Any, op: datetime.date = OP, **oordelen: Any) -> Procedure:
    """The judgments given, with grounds."""
    ernstig = {"misdraging_is_zeer_ernstig": True} if _is_misdraging(procedure) else {}
    waarden = VERWIJTBAAR | ernstig | oordelen
    motiveringen = dict.fromkeys(waarden, "Gewogen in de test.")
    leg_zaakfeiten_vast(procedure=procedure, waarden=waarden, motiveringen=motiveringen, door=door, op=op)
    return procedure


def _is_misdraging(procedure: Procedure) -> bool:
    return procedure.zaakfeiten.filter(naam="gedraging", waarde=MISDRAGING).exists()


def getekend(procedure: Procedure, maker: Any, tekenaar: Any, op: datetime.date = OP) -> Besluit:
    """Proposed, checked and signed."""
    reden = "U kwam niet werken en had daar geen goede reden voor."
    stel_voor(procedure=procedure, versie=procedure.versie, motivering=reden, door=maker, op=op)
    leg_ter_toets_voor(procedure=procedure, versie=procedure.versie, door=maker, op=op)
    return onderteken(procedure=procedure, versie=procedure.versie, door=tekenaar, op=op)


def opgelegd(persoon: Persoon, maker: Any, tekenaar: Any, **anders: Any) -> Besluit:
    """The whole way, from signal to signature."""
    op = anders.get("op", OP)
    rij = gehoord(signaal(persoon, maker, **anders), maker, op)
    ingang = (op.replace(day=1) + datetime.timedelta(days=32)).replace(day=1)
    return getekend(gewogen(in_besluit(rij, maker, op, ingang), maker, op), maker, tekenaar, op)
