"""The loonwaarde from the tasks of a job: Regeling loonkostensubsidie Participatiewet until July 2021, the uniform
method of the Besluit loonkostensubsidie Participatiewet 2021 since.
"""

from meedoen.recht.engine import Lijst, UrenPerDag, Verhouding, geen, regel, rond_op_hele_procenten


@regel("Regeling loonkostensubsidie Participatiewet 3", tot="2021-07-01")
def loonwaarde_uit_taken__2015(taken_loonwaarde: Lijst) -> Verhouding:
    """Per task tempo x kwaliteit x inzetbaarheid x its share of the time; the sum, to a whole percent, half up."""
    if sum(taak.aandeel for taak in taken_loonwaarde) != 1:
        return geen("De aandelen van de taken zijn samen geen 100 procent.", "Regeling loonkostensubsidie 3 lid 1")
    return rond_op_hele_procenten(
        sum(taak.aandeel * taak.tempo * taak.kwaliteit * taak.inzetbaarheid for taak in taken_loonwaarde)
    )


@regel("Besluit loonkostensubsidie Participatiewet 2021, 1, 3 en 5", vanaf="2021-07-01")
def loonwaarde_uit_taken__2021(
    hoofdtaken_loonwaarde: Lijst,
    hoofdtaak_minimumaandeel: Verhouding,
    hoofdtaak_minimumtijd_per_dag: UrenPerDag,
    tempo_maximum: Verhouding,
) -> Verhouding:
    """Per hoofdtaak tempo x kwaliteit x netto werktijd, weighted by its share of the time; to a whole percent."""
    if sum(taak.aandeel for taak in hoofdtaken_loonwaarde) != 1:
        return geen("De aandelen van de hoofdtaken zijn samen geen 100 procent.", "Besluit loonkostensubsidie 2021, 5")
    if any(taak.aandeel < hoofdtaak_minimumaandeel for taak in hoofdtaken_loonwaarde):
        return geen("Een hoofdtaak neemt ten minste 1/16 van de werkweek.", "Besluit loonkostensubsidie 2021, 1")
    if any(taak.uren_per_werkdag < hoofdtaak_minimumtijd_per_dag for taak in hoofdtaken_loonwaarde):
        return geen("Een hoofdtaak neemt ten minste 30 minuten per werkdag.", "Besluit loonkostensubsidie 2021, 1")
    return rond_op_hele_procenten(
        sum(
            taak.aandeel * min(taak.tempo, tempo_maximum) * taak.kwaliteit * taak.netto_werktijd
            for taak in hoofdtaken_loonwaarde
        )
    )
