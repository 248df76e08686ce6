"""The other facts of the households of the comparison: circumstances, terms of exemptions, judgments, parts of months.

A number, date or judgment is stated for whom the law can ask it, and not for the others.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from benchmarks.peers.means import Lijst

Rijen = NDArray[Any]
PEILDATUM = date(2026, 1, 1)
PEILDAG = (PEILDATUM - date(1970, 1, 1)).days
VLAGGEN = (
    "student",
    "inrichting",
    "heeft_geen_recht_op_bijstand",
    "kan_geen_beroep_doen_op_ouders",
    "verblijft_tijdelijk_elders_voor_mantelzorg",
    "verhoging_inrichting_zonder_vakantietoeslag",
    "heeft_geen_woonkosten",
    "houdt_geen_woning_aan",
    "is_schoolverlater",
    "had_vrijlating_arbeid_voor_oktober_2015",
    "is_medisch_urenbeperkt",
    "behoort_tot_doelgroep_loonkostensubsidie",
    "leeft_niet_duurzaam_gescheiden",
    "is_deel_van_een_maand",
    "ontvangt_uitbetaling_voor_beiden",
    "huurders_tellen_mee_in_de_norm",
)
BEHANDELAARS = tuple(f"consulent {nummer}" for nummer in range(1, 41))
"""Who gave the judgments: the clerks of one municipality."""


class Wie(NamedTuple):
    """The persons: age, partner (a row, -1 for none), the first of the family; and the parents of children under 12."""

    leeftijd: Rijen
    partner: Rijen
    hoofd: Rijen
    ouders_van_jonge_kinderen: Rijen


@dataclass
class Gegevens:
    """Columns by name, one place per person: flags, judgments (and whose), numbers, days since 1970 and whole cents.

    `leeg` says for whom a judgment, number, day or amount is not stated; there it holds 0.
    """

    vlaggen: dict[str, Rijen]
    behandelaar: Rijen
    oordelen: dict[str, Rijen] = field(default_factory=dict)
    aantallen: dict[str, Rijen] = field(default_factory=dict)
    datums: dict[str, Rijen] = field(default_factory=dict)
    bedragen: dict[str, Rijen] = field(default_factory=dict)
    leeg: dict[str, Rijen] = field(default_factory=dict)

    def noem(self, soort: str, naam: str, voor_wie: Rijen, waarde: Rijen) -> None:
        """States a column for some of the persons."""
        getattr(self, soort)[naam] = np.where(voor_wie, waarde, waarde.dtype.type(0))
        self.leeg[naam] = ~voor_wie


def gegevens(toeval: Any, wie: Wie, inkomsten: Lijst, bezittingen: Lijst) -> Gegevens:
    """Draws all facts."""
    aantal = len(wie.leeftijd)
    alles = Gegevens(_vlaggen(toeval, wie), toeval.integers(0, len(BEHANDELAARS), aantal, np.int8)[wie.hoofd])
    _arbeid(toeval, wie, inkomsten, alles)
    _andere_inkomsten(toeval, inkomsten, alles)
    woning = bezittingen.per_soort["eigen woning"] > 0
    met_woning = woning | ((wie.partner >= 0) & woning[wie.partner])
    alles.noem("oordelen", "tegeldemaking_woning_kan_worden_verlangd", met_woning, _kans(toeval, aantal, 0.5))
    dag = toeval.integers(PEILDAG - 400, PEILDAG + 21, aantal, np.int32)
    alles.noem("datums", "onderwijs_beeindigd_op", alles.vlaggen["is_schoolverlater"], dag)
    eerste = PEILDAG + toeval.integers(0, 31, aantal, np.int32)[wie.hoofd]
    laatste = np.maximum(eerste, PEILDAG + toeval.integers(9, 31, aantal, np.int32)[wie.hoofd])
    deel = alles.vlaggen["is_deel_van_een_maand"]
    deel = deel | ((wie.partner >= 0) & deel[wie.partner])
    alles.noem("datums", "eerste_dag_met_recht", deel, eerste)
    alles.noem("datums", "laatste_dag_met_recht", deel, laatste)
    alles.vlaggen["kind_heeft_eigen_middelen"] = (wie.leeftijd < 18) & _kans(toeval, aantal, 0.05)
    return alles


def _kans(toeval: Any, aantal: int, kans: float | Rijen) -> Rijen:
    return toeval.random(aantal, np.float32) < kans


def _vlaggen(toeval: Any, wie: Wie) -> dict[str, Rijen]:
    """What is so or not. Of couples 1 % is in an institution, and of some one spouse receives the whole payout."""
    leeftijd, aantal = wie.leeftijd, len(wie.leeftijd)
    volwassen, met_partner = leeftijd >= 18, wie.partner >= 0
    kans = {
        "student": np.where((leeftijd >= 16) & (leeftijd < 35), 0.3, 0.0),
        "inrichting": 0.03,
        "heeft_geen_recht_op_bijstand": 0.05,
        "kan_geen_beroep_doen_op_ouders": np.where(leeftijd < 21, 0.4, 0.0),
        "verblijft_tijdelijk_elders_voor_mantelzorg": 0.02,
        "verhoging_inrichting_zonder_vakantietoeslag": 0.3,
        "heeft_geen_woonkosten": np.where(volwassen, 0.04, 0.0),
        "houdt_geen_woning_aan": np.where(volwassen, 0.02, 0.0),
        "is_schoolverlater": np.where(volwassen & (leeftijd < 30), 0.15, 0.0),
        "had_vrijlating_arbeid_voor_oktober_2015": np.where(leeftijd >= 30, 0.02, 0.0),
        "is_medisch_urenbeperkt": np.where(volwassen, 0.08, 0.0),
        "behoort_tot_doelgroep_loonkostensubsidie": np.where(volwassen, 0.08, 0.0),
        "leeft_niet_duurzaam_gescheiden": np.where(met_partner, 0.02, 0.0),
        "huurders_tellen_mee_in_de_norm": 0.5,
        "is_deel_van_een_maand": np.where(volwassen, 0.03, 0.0),
    }
    vlaggen = {naam: _kans(toeval, aantal, deel) for naam, deel in kans.items()}
    vlaggen["inrichting"] |= met_partner & _kans(toeval, aantal, 0.01)[wie.hoofd]
    een_ontvangt = met_partner & _kans(toeval, aantal, 0.08)[wie.hoofd]
    is_eerste = wie.hoofd == np.arange(aantal)
    vlaggen["ontvangt_uitbetaling_voor_beiden"] = een_ontvangt & (is_eerste == _kans(toeval, aantal, 0.6)[wie.hoofd])
    return vlaggen


def _arbeid(toeval: Any, wie: Wie, inkomsten: Lijst, alles: Gegevens) -> None:
    """The terms and judgments of the exemptions of earnings."""
    aantal = len(wie.leeftijd)
    met_subsidie = inkomsten.per_soort["arbeid met loonkostensubsidie"] > 0
    werkt = met_subsidie | (inkomsten.per_soort["arbeid"] > 0)
    heeft_jong_kind = np.zeros(aantal, np.bool_)
    heeft_jong_kind[wie.ouders_van_jonge_kinderen.ravel()[wie.ouders_van_jonge_kinderen.ravel() >= 0]] = True
    alleen_met_kind = werkt & heeft_jong_kind & (wie.partner < 0)
    maanden = toeval.integers(0, 12, aantal, np.int32)
    alles.noem("aantallen", "gebruikte_maanden_vrijlating_arbeid", werkt, maanden)
    alles.noem("oordelen", "vrijlating_arbeid_draagt_bij", werkt, _kans(toeval, aantal, 0.8))
    dag = toeval.integers(PEILDAG - 800, PEILDAG + 31, aantal, np.int32)
    alles.noem("datums", "vrijlating_loonkostensubsidie_vanaf", met_subsidie, dag)
    alles.noem("oordelen", "uitbreiding_arbeidsomvang_is_niet_mogelijk", met_subsidie, _kans(toeval, aantal, 0.4))
    dag = toeval.integers(PEILDAG - 1500, PEILDAG + 31, aantal, np.int32)
    alles.noem("datums", "vrijlating_alleenstaande_ouder_vanaf", alleen_met_kind, dag)
    alles.noem("oordelen", "vrijlating_alleenstaande_ouder_draagt_bij", alleen_met_kind, _kans(toeval, aantal, 0.8))


def _andere_inkomsten(toeval: Any, inkomsten: Lijst, alles: Gegevens) -> None:
    """What was already left out this year of a premie, an allowance for volunteers and gifts."""
    heeft = {naam: bedrag > 0 for naam, bedrag in inkomsten.per_soort.items()}
    aantal = len(alles.behandelaar)
    premies = toeval.integers(0, 3, aantal, np.int32)
    eerder = np.where(premies > 0, toeval.integers(1, 400_000, aantal, np.int32), np.int32(0))
    alles.noem("aantallen", "aantal_premies_eerder_dit_jaar", heeft["premie"], premies)
    alles.noem("bedragen", "premies_eerder_dit_jaar", heeft["premie"], eerder)
    bij = "premie_draagt_bij_aan_arbeidsinschakeling"
    alles.noem("oordelen", bij, heeft["premie"], _kans(toeval, aantal, 0.7))
    vergoeding = toeval.integers(0, 240_000, aantal, np.int32)
    alles.noem("bedragen", "vrijwilligersvergoeding_eerder_dit_jaar", heeft["vrijwilligersvergoeding"], vergoeding)
    alles.noem("bedragen", "giften_eerder_dit_jaar", heeft["gift"], toeval.integers(0, 150_000, aantal, np.int32))
