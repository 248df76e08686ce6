"""Deeds of handhaving: signals, invitations, zienswijzen, decisions about behaviour, and their ends."""

import datetime
from typing import Any

from meedoen.uitvoering.besluiten.case_facts import leg_zaakfeiten_vast
from meedoen.uitvoering.besluiten.models import Besluit, Procedure
from meedoen.uitvoering.besluiten.proposal import beoordeel
from meedoen.uitvoering.handhaving import acts, measure_acts
from meedoen.uitvoering.handhaving.models import Signaal
from tests.uitvoering.proces.world import NietsTeDoen, Wereld

GEDRAGINGEN = ["arbeid aanvaarden of behouden", "voorziening gebruiken"] * 3 + ["arbeid zoeken", "inlichtingen geven"]


def signaal(wereld: Wereld) -> Any:
    """Somebody tells of behaviour."""
    return acts.meld_signaal(
        persoon=wereld.een([*wereld.personen[1:3] * 6, *wereld.personen]),
        bron="uwv",
        gedraging=wereld.kies(GEDRAGINGEN),
        overtreding_op=wereld.dag(0, 0, -3, -20, -700, 2),
        ontvangen_op=wereld.op,
        toelichting=wereld.kies(["Gezien.", "Gezien.", " "]),
        **wereld.wie(),
    )


def _een(wereld: Wereld, *standen: str) -> Signaal:
    is_passend = wereld.kies([True] * 6 + [False])
    rijen = Signaal.objects.filter(stand__in=standen) if is_passend else Signaal.objects.all()
    rij: Signaal = wereld.een(rijen)
    return rij


def uitnodiging(wereld: Wereld) -> Any:
    """The resident is asked what he thinks."""
    rij = _een(wereld, "nieuw", "uitgenodigd")
    tot = wereld.dag(14, 14, 3, 0)
    return acts.nodig_uit(signaal=rij, versie=wereld.versie(rij), tekst="U kwam niet.", uiterlijk=tot, **wereld.wie())


def zienswijze(wereld: Wereld) -> Any:
    """What he said, or that he did not come."""
    rij = _een(wereld, "uitgenodigd", "nieuw")
    velden = {"vorm": wereld.kies(["mondeling", "mondeling", "niet_gegeven", "afgezien"]), "gegeven_op": wereld.op}
    tekst = wereld.kies(["Ik was ziek.", "Ik was ziek.", ""])
    return acts.leg_zienswijze_vast(signaal=rij, versie=wereld.versie(rij), tekst=tekst, **velden, **wereld.wie())


def zonder_gevolg(wereld: Wereld) -> Any:
    """Nothing follows."""
    rij = _een(wereld, "nieuw", "uitgenodigd", "gehoord")
    reden = wereld.kies(["Klopt niet.", ""])
    return acts.laat_zonder_gevolg(signaal=rij, versie=wereld.versie(rij), reden=reden, **wereld.wie())


def besluit(wereld: Wereld) -> Any:
    """The decision begins."""
    rij = _een(wereld, "gehoord")
    eerste = (wereld.op.replace(day=1) + datetime.timedelta(days=32)).replace(day=1)
    vast = {"ingangsdatum": wereld.kies([eerste, eerste, eerste, wereld.op]), "tekst": "U kwam niet."}
    return acts.bereid_besluit_voor(
        signaal=rij, versie=wereld.versie(rij), was_ontheven=wereld.kies([False] * 9 + [True]), **vast, **wereld.wie()
    )


def oordeel(wereld: Wereld) -> Any:
    """Everything that is asked of the case is answered; a list of choices by its first, an amount by some."""
    rij = wereld.een(Procedure.objects.filter(stand="in_behandeling", soort__in=["maatregel", "boete", "inkeer"]))
    vragen = [v.feit for v in beoordeel(rij, wereld.op).berekening.vragen if v.persoon == rij.persoon.nummer]
    getal = {"benadelingsbedrag": "800", "evenredig_deel_van_boete": 100, "deel_van_verlaging_na_afstemming": 50}
    keuze = {"verwijtbaarheid": "gewone verwijtbaarheid"}
    bedrag = {"geldboete_derde_categorie_sinds_2026": "10300", "geldboete_vijfde_categorie_sinds_2026": "103000"}
    antwoorden = {naam: (getal | keuze | bedrag).get(naam, wereld.kies([False] * 9 + [True])) for naam in vragen}
    if not antwoorden:
        raise NietsTeDoen
    gronden = dict.fromkeys(antwoorden, "Gewogen.")
    return leg_zaakfeiten_vast(procedure=rij, waarden=antwoorden, motiveringen=gronden, **wereld.wie())


def _maatregel(wereld: Wereld, **passend: Any) -> Besluit:
    """Mostly one for which this can be done."""
    alle = Besluit.objects.filter(soort="maatregel")
    gekozen: Besluit = wereld.een(alle.filter(**passend) if wereld.kies([True] * 6 + [False]) else alle)
    return gekozen


def inkeer(wereld: Wereld) -> Any:
    """A resident asks to end his measure."""
    maatregel = _maatregel(wereld, artikellid__gte=5, vanaf__gt=wereld.op)
    eerste = (wereld.op.replace(day=1) + datetime.timedelta(days=32)).replace(day=1)
    dagen = {"gevraagd_op": wereld.op, "ingangsdatum": wereld.kies([eerste, eerste, wereld.op])}
    return measure_acts.vraag_inkeer(besluit=maatregel, wat="Ik werk.", **dagen, **wereld.wie())


def heroverweging(wereld: Wereld) -> Any:
    """The college looks at a measure again."""
    maatregel = _maatregel(wereld, artikellid=2)
    vast = {"uitkomst": "blijft", "motivering": wereld.kies(["Niets veranderd.", ""])}
    return measure_acts.heroverweeg(besluit=maatregel, **vast, **wereld.wie())


HANDHAVING = {signaal: 6, uitnodiging: 5, zienswijze: 6, zonder_gevolg: 1, besluit: 6, oordeel: 9} | {
    inkeer: 2,
    heroverweging: 4,
}
