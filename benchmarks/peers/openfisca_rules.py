"""The rules of the three results on 1 January 2026, by hand, as a country package of OpenFisca.

One variable per rule, as its manual advises; parameters are the same amounts; money is float32, as OpenFisca has it.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.parameters import ParameterNode
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import Simulation, SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from benchmarks.peers.households import PEILDATUM, VLAGGEN, VRAGEN, Bevolking, Rijen
from benchmarks.peers.numpy_rules import AowLeeftijden, maanden_oud, rond

MAAND = f"{PEILDATUM:%Y-%m}"
Persoon = build_entity("persoon", "personen", "Een persoon", is_person=True)
Woning = build_entity("woning", "woningen", "Wie samen wonen", roles=[{"key": "bewoner"}])
Gezin = build_entity(
    "gezin",
    "gezinnen",
    "Een alleenstaande of twee echtgenoten, met hun kinderen onder 18",
    roles=[{"key": "echtgenoot", "subroles": ["eerste", "tweede"]}, {"key": "kind"}],
)


def _van_partner(persoon: Any, waarden: Rijen) -> Rijen:
    """The same of the partner; 0 without one, in the type that came in (the default makes whole numbers of truths)."""
    return persoon.value_from_partner(waarden, persoon.gezin, Gezin.ECHTGENOOT).astype(waarden.dtype)


AOW: list[Rijen] = []
"""First dates of birth and their age in months; no parameter of OpenFisca, which dates by period, not by birth."""
REGELS: dict[str, type[Variable]] = {}
"""The variables of the package by name."""


def _variabele(naam: str, soort: type, formule: Callable[..., Rijen] | None = None) -> None:
    """A variable of a person in a month; without formula one that the population states."""
    inhoud = {"value_type": soort, "entity": Persoon, "definition_period": DateUnit.MONTH}
    REGELS[naam] = type(naam, (Variable,), inhoud | ({"formula": formule} if formule else {}))


def variabele(soort: type) -> Callable[[Callable[..., Rijen]], Callable[..., Rijen]]:
    """Makes a function the formula of the variable of its name."""

    def voeg_toe(formule: Callable[..., Rijen]) -> Callable[..., Rijen]:
        _variabele(formule.__name__, soort, formule)
        return formule

    return voeg_toe


_variabele("geboortedatum", date)
_variabele("inkomen_per_maand", float)
_variabele("vermogen", float)
for _vlag in VLAGGEN:
    _variabele(_vlag, bool)


@variabele(int)
def leeftijd_in_maanden(persoon: Any, period: Any) -> Rijen:
    return maanden_oud(persoon("geboortedatum", period))


@variabele(int)
def leeftijd(persoon: Any, period: Any) -> Rijen:
    return persoon("leeftijd_in_maanden", period) // 12


@variabele(bool)
def is_pensioengerechtigd(persoon: Any, period: Any) -> Rijen:
    dagen, maanden = AOW
    vereist = maanden[np.searchsorted(dagen, persoon("geboortedatum", period), side="right") - 1]
    return persoon("leeftijd_in_maanden", period) >= vereist


@variabele(bool)
def heeft_partner(persoon: Any, period: Any) -> Rijen:
    return persoon.has_role(Gezin.ECHTGENOOT) & (persoon.gezin.nb_persons(role=Gezin.ECHTGENOOT) == 2)


@variabele(bool)
def heeft_recht_op_algemene_bijstand(persoon: Any, period: Any) -> Rijen:
    jaren, binnen = persoon("leeftijd", period), persoon("inrichting", period)
    uitgesloten = persoon("heeft_geen_recht_op_bijstand", period)
    return (jaren >= 18) & ~uitgesloten & ((jaren >= 21) | ~binnen)


@variabele(bool)
def heeft_ten_laste_komende_kinderen(persoon: Any, period: Any) -> Rijen:
    return persoon.gezin.nb_persons(role=Gezin.KIND) > 0


@variabele(bool)
def heeft_echtgenoot_in_zelfde_verblijf(persoon: Any, period: Any) -> Rijen:
    binnen = persoon("inrichting", period)
    return persoon("heeft_partner", period) & (_van_partner(persoon, binnen) == binnen)


@variabele(bool)
def partner_heeft_recht(persoon: Any, period: Any) -> Rijen:
    recht = persoon("heeft_recht_op_algemene_bijstand", period)
    return persoon("heeft_partner", period) & _van_partner(persoon, recht)


@variabele(bool)
def heeft_rechthebbende_echtgenoot(persoon: Any, period: Any) -> Rijen:
    return persoon("heeft_echtgenoot_in_zelfde_verblijf", period) & persoon("partner_heeft_recht", period)


@variabele(bool)
def kan_kosten_delen(persoon: Any, period: Any) -> Rijen:
    jaren = persoon("leeftijd", period)
    return (jaren >= 27) & ~persoon("student", period) & ~persoon("inrichting", period)


@variabele(int)
def aantal_kostendelende_medebewoners(persoon: Any, period: Any) -> Rijen:
    deelt = persoon("kan_kosten_delen", period)
    van_partner = persoon("heeft_partner", period) & _van_partner(persoon, deelt)
    return persoon.woning.sum(deelt) - deelt - van_partner


@variabele(bool)
def is_meetellende_echtgenoot(persoon: Any, period: Any) -> Rijen:
    telt = (persoon("leeftijd", period) >= 21) & ~persoon("inrichting", period)
    return persoon("heeft_partner", period) & _van_partner(persoon, telt)


@variabele(int)
def aantal_kostendelers(persoon: Any, period: Any) -> Rijen:
    anderen = persoon("aantal_kostendelende_medebewoners", period)
    telt = persoon("is_meetellende_echtgenoot", period)
    geldt = (persoon("leeftijd", period) >= 21) & ~persoon("inrichting", period)
    return np.where(geldt, anderen + np.where(telt, 2, 1), 0)


@variabele(bool)
def is_kostendelersnorm_van_toepassing(persoon: Any, period: Any) -> Rijen:
    geldt = (persoon("leeftijd", period) >= 21) & ~persoon("inrichting", period)
    elders = persoon("verblijft_tijdelijk_elders_voor_mantelzorg", period)
    return geldt & ~elders & (persoon("aantal_kostendelende_medebewoners", period) > 0)


@variabele(bool)
def partner_is_pensioengerechtigd(persoon: Any, period: Any) -> Rijen:
    pensioen = persoon("is_pensioengerechtigd", period)
    return persoon("heeft_partner", period) & _van_partner(persoon, pensioen)


@variabele(float)
def rekennorm_per_maand(persoon: Any, period: Any, parameters: Any) -> Rijen:
    p = parameters(period)
    partner_thuis = ~_van_partner(persoon, persoon("inrichting", period))
    een = persoon("partner_is_pensioengerechtigd", period) & partner_thuis
    return np.select(
        [persoon("is_pensioengerechtigd", period), een],
        [p.norm_gehuwden_beiden_pensioengerechtigd, p.norm_gehuwden_een_pensioengerechtigd],
        p.norm_gehuwden,
    )


@variabele(float)
def kostendelersnorm_per_maand(persoon: Any, period: Any, parameters: Any) -> Rijen:
    p = parameters(period)
    aantal = np.maximum(persoon("aantal_kostendelers", period), 1)
    deel = (p.kostendelersnorm_vast_deel + aantal * p.kostendelersnorm_deel_per_persoon) / aantal
    return rond(deel * persoon("rekennorm_per_maand", period))


@variabele(float)
def eigen_verhoging_jongerennorm_per_maand(persoon: Any, period: Any, parameters: Any) -> Rijen:
    geldt = (persoon("leeftijd", period) < 21) & persoon("kan_geen_beroep_doen_op_ouders", period)
    return np.where(geldt, parameters(period).verhoging_jongerennorm, 0)


@variabele(float)
def jongerennorm_als_alleenstaande_per_maand(persoon: Any, period: Any, parameters: Any) -> Rijen:
    p = parameters(period)
    kinderen = persoon("heeft_ten_laste_komende_kinderen", period)
    norm = np.where(kinderen, p.norm_alleenstaande_ouder_18_20, p.norm_alleenstaande_18_20)
    return np.minimum(norm + persoon("eigen_verhoging_jongerennorm_per_maand", period), p.norm_alleenstaande)


@variabele(float)
def norm_als_alleenstaande_per_maand(persoon: Any, period: Any, parameters: Any) -> Rijen:
    p = parameters(period)
    pensioen = persoon("is_pensioengerechtigd", period)
    return np.select(
        [
            persoon("inrichting", period),
            persoon("leeftijd", period) < 21,
            persoon("is_kostendelersnorm_van_toepassing", period),
        ],
        [
            p.norm_inrichting_alleenstaande + p.verhoging_inrichting_alleenstaande,
            persoon("jongerennorm_als_alleenstaande_per_maand", period),
            persoon("kostendelersnorm_per_maand", period),
        ],
        np.where(pensioen, p.norm_alleenstaande_pensioengerechtigd, p.norm_alleenstaande),
    )


@variabele(float)
def norm_gehuwden_vanaf_21_per_maand(persoon: Any, period: Any, parameters: Any) -> Rijen:
    p = parameters(period)
    ik, hij = persoon("is_pensioengerechtigd", period), persoon("partner_is_pensioengerechtigd", period)
    een = np.where(ik | hij, p.norm_gehuwden_een_pensioengerechtigd, p.norm_gehuwden)
    return np.where(ik & hij, p.norm_gehuwden_beiden_pensioengerechtigd, een)


@variabele(float)
def jongerennorm_gehuwden_beiden_per_maand(persoon: Any, period: Any, parameters: Any) -> Rijen:
    p = parameters(period)
    kinderen = persoon("heeft_ten_laste_komende_kinderen", period)
    return np.where(kinderen, p.norm_gehuwden_beiden_18_20_met_kinderen, p.norm_gehuwden_beiden_18_20)


@variabele(float)
def jongerennorm_gehuwden_een_per_maand(persoon: Any, period: Any, parameters: Any) -> Rijen:
    p = parameters(period)
    kinderen = persoon("heeft_ten_laste_komende_kinderen", period)
    return np.where(kinderen, p.norm_gehuwden_een_18_20_met_kinderen, p.norm_gehuwden_een_18_20)


@variabele(float)
def gezamenlijke_norm_gehuwden_per_maand(persoon: Any, period: Any, parameters: Any) -> Rijen:
    p = parameters(period)
    jong = persoon("leeftijd", period) < 21
    partner_jong = _van_partner(persoon, jong)
    verhoging = persoon("eigen_verhoging_jongerennorm_per_maand", period)
    norm = np.where(
        jong & partner_jong,
        persoon("jongerennorm_gehuwden_beiden_per_maand", period),
        persoon("jongerennorm_gehuwden_een_per_maand", period),
    )
    norm = np.minimum(norm + verhoging + _van_partner(persoon, verhoging), p.norm_gehuwden)
    return np.select(
        [persoon("inrichting", period), ~jong & ~partner_jong],
        [
            p.norm_inrichting_gehuwden + p.verhoging_inrichting_gehuwden,
            persoon("norm_gehuwden_vanaf_21_per_maand", period),
        ],
        norm,
    )


@variabele(float)
def deel_van_jonge_echtgenoot_per_maand(persoon: Any, period: Any, parameters: Any) -> Rijen:
    p = parameters(period)
    kinderen = persoon("heeft_ten_laste_komende_kinderen", period)
    deel = np.where(kinderen, p.deel_echtgenoot_18_20_met_kinderen, p.deel_echtgenoot_18_20)
    ruimte = p.norm_gehuwden - deel - _van_partner(persoon, persoon("kostendelersnorm_per_maand", period))
    return deel + np.maximum(0, np.minimum(persoon("eigen_verhoging_jongerennorm_per_maand", period), ruimte))


@variabele(float)
def aandeel_in_norm_gehuwden_per_maand(persoon: Any, period: Any) -> Rijen:
    deelt = persoon("is_kostendelersnorm_van_toepassing", period)
    samen = persoon("gezamenlijke_norm_gehuwden_per_maand", period)
    helft = rond(samen / 2)
    return np.select(
        [deelt, (persoon("leeftijd", period) < 21) & _van_partner(persoon, deelt)],
        [persoon("kostendelersnorm_per_maand", period), persoon("deel_van_jonge_echtgenoot_per_maand", period)],
        np.where(persoon.has_role(Gezin.TWEEDE), samen - helft, helft),
    )


@variabele(float)
def norm_als_met_echtgenoot_van_zijn_leeftijd_per_maand(persoon: Any, period: Any, parameters: Any) -> Rijen:
    p = parameters(period)
    pensioen = persoon("is_pensioengerechtigd", period)
    return np.where(
        persoon("leeftijd", period) < 21,
        persoon("jongerennorm_gehuwden_beiden_per_maand", period),
        np.where(pensioen, p.norm_gehuwden_beiden_pensioengerechtigd, p.norm_gehuwden),
    )


@variabele(float)
def norm_naast_niet_rechthebbende_echtgenoot_per_maand(persoon: Any, period: Any, parameters: Any) -> Rijen:
    p = parameters(period)
    deel = p.deel_van_norm_gehuwden_bij_niet_rechthebbende_echtgenoot
    verhoging = persoon("eigen_verhoging_jongerennorm_per_maand", period)
    ruimte = (p.norm_gehuwden - persoon("jongerennorm_gehuwden_beiden_per_maand", period)) * deel
    helft = rond(deel * persoon("norm_als_met_echtgenoot_van_zijn_leeftijd_per_maand", period))
    deelt = (persoon("leeftijd", period) >= 21) & persoon("is_kostendelersnorm_van_toepassing", period)
    return np.where(
        persoon("inrichting", period) | deelt,
        persoon("norm_als_alleenstaande_per_maand", period),
        helft + np.where(verhoging > 0, rond(np.minimum(verhoging, ruimte)), 0),
    )


@variabele(float)
def norm_per_maand(persoon: Any, period: Any) -> Rijen:
    return np.select(
        [
            ~persoon("heeft_recht_op_algemene_bijstand", period),
            persoon("heeft_rechthebbende_echtgenoot", period),
            persoon("heeft_echtgenoot_in_zelfde_verblijf", period),
        ],
        [
            0,
            persoon("aandeel_in_norm_gehuwden_per_maand", period),
            persoon("norm_naast_niet_rechthebbende_echtgenoot_per_maand", period),
        ],
        persoon("norm_als_alleenstaande_per_maand", period),
    )


@variabele(float)
def bijstandsnorm_per_maand(persoon: Any, period: Any) -> Rijen:
    norm = persoon("norm_per_maand", period)
    return norm + np.where(persoon("partner_heeft_recht", period), _van_partner(persoon, norm), 0)


@variabele(float)
def in_aanmerking_te_nemen_inkomen_per_maand(persoon: Any, period: Any) -> Rijen:
    inkomen, norm = persoon("inkomen_per_maand", period), persoon("norm_per_maand", period)
    van_partner = np.where(persoon("heeft_partner", period), _van_partner(persoon, inkomen), 0)
    grens = persoon("norm_gehuwden_vanaf_21_per_maand", period)
    over = inkomen + van_partner + np.maximum(0, norm - inkomen) - grens
    over = np.maximum(0, np.minimum(van_partner, over))
    return inkomen + np.where(persoon("partner_heeft_recht", period), van_partner, over)


@variabele(float)
def vermogensgrens(persoon: Any, period: Any, parameters: Any) -> Rijen:
    p = parameters(period)
    kinderen = persoon("heeft_ten_laste_komende_kinderen", period)
    alleen = np.where(kinderen, p.vermogensgrens_alleenstaande_ouder, p.vermogensgrens_alleenstaande)
    return np.where(persoon("heeft_partner", period), p.vermogensgrens_gehuwden, alleen)


@variabele(float)
def gezamenlijk_vermogen(persoon: Any, period: Any) -> Rijen:
    eigen = persoon("vermogen", period)
    return eigen + np.where(persoon("heeft_partner", period), _van_partner(persoon, eigen), 0)


@variabele(float)
def algemene_bijstand_per_maand(persoon: Any, period: Any) -> Rijen:
    te_rijk = persoon("gezamenlijk_vermogen", period) > persoon("vermogensgrens", period)
    inkomen = persoon("in_aanmerking_te_nemen_inkomen_per_maand", period)
    return np.where(te_rijk, 0, np.maximum(0, persoon("bijstandsnorm_per_maand", period) - inkomen))


@variabele(float)
def verhoging_inrichting_per_maand(persoon: Any, period: Any, parameters: Any) -> Rijen:
    p = parameters(period)
    samen = persoon("heeft_rechthebbende_echtgenoot", period)
    verhoging = np.where(samen, p.verhoging_inrichting_gehuwden, p.verhoging_inrichting_alleenstaande)
    return np.where(persoon("inrichting", period), verhoging, 0)


@variabele(float)
def verhoging_inrichting_van_gezin_per_maand(persoon: Any, period: Any) -> Rijen:
    eigen = persoon("verhoging_inrichting_per_maand", period)
    apart = persoon("partner_heeft_recht", period) & ~persoon("heeft_echtgenoot_in_zelfde_verblijf", period)
    return eigen + np.where(apart, _van_partner(persoon, eigen), 0)


@variabele(float)
def verhoging_buiten_vakantietoeslag_per_maand(persoon: Any, period: Any) -> Rijen:
    eigen = persoon("verhoging_inrichting_zonder_vakantietoeslag", period)
    gekozen = eigen | (persoon("heeft_partner", period) & _van_partner(persoon, eigen))
    verhoging = persoon("verhoging_inrichting_van_gezin_per_maand", period)
    return np.where(gekozen, np.minimum(verhoging, persoon("algemene_bijstand_per_maand", period)), 0)


@variabele(float)
def uitbetaling_van_gezin_per_maand(persoon: Any, period: Any, parameters: Any) -> Rijen:
    buiten = persoon("verhoging_buiten_vakantietoeslag_per_maand", period)
    deel = 1 - parameters(period).vakantietoeslag_in_bijstand
    return rond(deel * (persoon("algemene_bijstand_per_maand", period) - buiten) + buiten)


@variabele(float)
def uitbetaling_per_maand(persoon: Any, period: Any) -> Rijen:
    gezin = persoon("uitbetaling_van_gezin_per_maand", period)
    helft = rond(gezin / 2)
    deel = np.where(persoon.has_role(Gezin.TWEEDE), gezin - helft, helft)
    uitbetaling = np.where(persoon("partner_heeft_recht", period), deel, gezin)
    return np.where(persoon("heeft_recht_op_algemene_bijstand", period), uitbetaling, 0)


def stelsel(bedragen: Mapping[str, float], aow: AowLeeftijden) -> TaxBenefitSystem:
    """The country package; made once, outside every measurement."""
    AOW[:] = aow
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
    simulatie.set_input("geboortedatum", MAAND, mensen.geboren)
    simulatie.set_input("inkomen_per_maand", MAAND, mensen.inkomen_in_centen / 100)
    simulatie.set_input("vermogen", MAAND, mensen.vermogen_in_centen / 100)
    for naam in VLAGGEN:
        simulatie.set_input(naam, MAAND, mensen.vlaggen[naam])
    return simulatie


def reken(simulatie: Simulation) -> dict[str, Rijen]:
    """The three results."""
    return {naam: simulatie.calculate(naam, MAAND) for naam in VRAGEN}
