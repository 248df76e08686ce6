"""The rules of the three results on 1 January 2026, by hand, as a country package of OpenFisca.

Parameters are the same amounts; money is float32, as OpenFisca has it. The rules are in `openfisca_norm.py`,
`openfisca_income.py` and `openfisca_payout.py`.
"""

from collections.abc import Mapping
from datetime import date

import numpy as np
from openfisca_core.parameters import ParameterNode
from openfisca_core.simulations import Simulation, SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from benchmarks.peers import openfisca_income, openfisca_norm, openfisca_payout
from benchmarks.peers.households import PEILDATUM, VLAGGEN, VRAGEN, Bevolking, Rijen
from benchmarks.peers.kernel import AANTALLEN, BEDRAGEN, BEZITTINGEN, DATUMS, INKOMSTEN, OORDELEN
from benchmarks.peers.numpy_state import AowLeeftijden
from benchmarks.peers.openfisca_entities import (
    AOW,
    MAAND,
    REGELS,
    Gezin,
    Persoon,
    Woning,
    naam_van,
    stel_variabele_in,
)

GESTELD = {
    date: ("geboortedatum", *DATUMS),
    bool: (*VLAGGEN, *OORDELEN),
    int: AANTALLEN,
    float: ("inkomen_per_maand", "vermogen", *BEDRAGEN, *map(naam_van, (*INKOMSTEN, *BEZITTINGEN))),
}
"""The variables that the population states, by their type."""
assert all((openfisca_norm, openfisca_income, openfisca_payout)), "importing them makes their variables"
for _soort, _namen in GESTELD.items():
    for _naam in _namen:
        stel_variabele_in(_naam, _soort)


def stelsel(bedragen: Mapping[str, float], aow: AowLeeftijden) -> TaxBenefitSystem:
    """The country package; made once, outside every measurement."""
    AOW[:] = [aow[0].astype("datetime64[D]"), aow[1]]
    systeem = TaxBenefitSystem([Persoon, Woning, Gezin])
    systeem.parameters = ParameterNode(
        data={naam: {"values": {f"{PEILDATUM}": {"value": waarde}}} for naam, waarde in bedragen.items()}
    )
    systeem.add_variables(*REGELS.values())
    return systeem


def simulatie(systeem: TaxBenefitSystem, mensen: Bevolking) -> Simulation:
    """A simulation from arrays as the manual builds one: entities, memberships and roles, then the inputs."""
    bouwer = SimulationBuilder()
    bouwer.create_entities(systeem)
    bouwer.declare_person_entity("persoon", np.arange(len(mensen.woning)))
    woningen = bouwer.declare_entity("woning", np.arange(mensen.aantal_woningen))
    bouwer.join_with_persons(woningen, mensen.woning, np.zeros(len(mensen.woning), np.int64))
    gezinnen = bouwer.declare_entity("gezin", np.arange(mensen.gezin.max() + 1))
    bouwer.join_with_persons(gezinnen, mensen.gezin, mensen.rol)
    simulatie: Simulation = bouwer.build(systeem)
    g, inkomsten, bezittingen = mensen.gegevens, mensen.inkomsten, mensen.bezittingen
    for naam, dagen in {"geboortedatum": mensen.geboren, **g.datums}.items():
        simulatie.set_input(naam, MAAND, dagen.astype("datetime64[D]"))
    for naam, kolom in {**{naam: g.vlaggen[naam] for naam in VLAGGEN}, **g.oordelen, **g.aantallen}.items():
        simulatie.set_input(naam, MAAND, kolom)
    centen = {"inkomen_per_maand": inkomsten.anders, "vermogen": bezittingen.anders, **g.bedragen}
    for soort, bedrag in {**inkomsten.per_soort, **bezittingen.per_soort}.items():
        centen[naam_van(soort)] = bedrag
    for naam, bedrag in centen.items():
        simulatie.set_input(naam, MAAND, bedrag / np.float32(100))
    return simulatie


def reken(simulatie: Simulation) -> dict[str, Rijen]:
    """The three results."""
    return {naam: simulatie.calculate(naam, MAAND) for naam in VRAGEN}
