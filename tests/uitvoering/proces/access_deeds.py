"""Deeds of the toegang."""

from typing import Any

from meedoen.uitvoering.toegang import acts
from meedoen.uitvoering.toegang.models import Bureau, Gebied, Melding, Overdracht, Route
from tests.uitvoering.proces.world import Wereld


def melding(wereld: Wereld) -> Any:
    """Somebody reports."""
    return acts.neem_melding_aan(
        persoon=wereld.een(wereld.personen),
        kanaal=wereld.kies(["balie", "sociaal_team"]),
        gemeld_op=wereld.dag(-3, -40, 0, 4, -9000),
        vraag="Geen inkomen",
        vraagt_bijstand=wereld.kies([True, True, False]),
        met_partner=wereld.kies([True, False]),
        **wereld.wie(),
    )


def intake(wereld: Wereld) -> Any:
    """The broad intake."""
    gevonden = wereld.een(Melding.objects.exclude(stand__in=["ingetrokken", "toegeleid"]))
    gebieden = wereld.kies([[], [Gebied.INKOMEN], [Gebied.INKOMEN], [Gebied.WERK, Gebied.ZORG], ["tuin"]])
    return acts.leg_intake_vast(
        melding=gevonden,
        gebieden=dict.fromkeys(gebieden, ""),
        route=wereld.kies(["", "", Route.KEUKENTAFELGESPREK]),
        reden=wereld.kies(["", "Er speelt meer."]),
        versie=wereld.versie(gevonden),
        **wereld.wie(),
    )


def doorsturen(wereld: Wereld) -> Any:
    """On to another desk."""
    gevonden = wereld.een(Melding.objects.all())
    naar = wereld.kies(Bureau.values)
    return acts.stuur_door(melding=gevonden, bureau=naar, versie=wereld.versie(gevonden), **wereld.wie())


def toeleiding(wereld: Wereld) -> Any:
    """To the right desk."""
    gevonden = wereld.een(Melding.objects.exclude(stand="ingetrokken"))
    eigenaar = wereld.kies([None, wereld.collegas["tweede"], wereld.collegas["elders"], wereld.collegas["raad"]])
    return acts.leid_toe(melding=gevonden, eigenaar=eigenaar, versie=wereld.versie(gevonden), **wereld.wie())


def intrekking(wereld: Wereld) -> Any:
    """A melding is withdrawn."""
    gevonden = wereld.een(Melding.objects.all())
    reden = wereld.kies(["Heeft werk.", ""])
    return acts.trek_melding_in(melding=gevonden, reden=reden, versie=wereld.versie(gevonden), **wereld.wie())


def overdracht(wereld: Wereld) -> Any:
    """A resident is handed over."""
    persoon = wereld.een(wereld.personen)
    naar = wereld.kies(["wmo", "terug"])
    return acts.draag_over(persoon=persoon, naar=naar, reden="Hulp in huis", **wereld.wie())


def overname(wereld: Wereld) -> Any:
    """Somebody takes over."""
    gevonden = wereld.een(Overdracht.objects.all())
    return acts.meld_overgenomen(
        overdracht=gevonden,
        overgenomen_op=wereld.dag(0, -400, 5),
        overgenomen_door=wereld.kies(["Wmo-consulent", ""]),
        versie=wereld.versie(gevonden),
        **wereld.wie(),
    )


TOEGANG = {melding: 4, intake: 4, doorsturen: 1, toeleiding: 3, intrekking: 1, overdracht: 2, overname: 2}
