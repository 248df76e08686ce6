"""The people around the clients.

Children, parents, brothers and sisters, housemates; who lives where from when to when.

Every household has sixteen places. Chance is drawn per household, a fixed number at a time, so that the first
households stay the same however many follow.
"""

from dataclasses import dataclass

import numpy as np

from .calendar import JAAR, OPEN, Array, plus_jaren
from .world import BIJ_OUDERS, DELERS, EENOUDER, GEEN, GROOT, PAAR, PAAR_ELDERS, PAAR_KIND, VOLWASSEN_KIND, Wereld

PLEKKEN = 16
P_EERSTE, P_PARTNER = 0, 1
P_KIND, AANTAL_KINDEREN = 2, 4  # the last of the four is born after the intake
P_OUDER, P_BROERZUS, P_DELER, AANTAL_DELERS = 6, 8, 9, 7
_TREKKINGEN = 68
_VOLWASSEN = 18


@dataclass(frozen=True)
class Leden:
    """Arrays of shape (households, places). Days are whole numbers; `er_is` tells who exists.

    `is_mogelijk` tells who may come to exist, whatever happens: it gives the numbers, so that they never change.
    `klant` is the client number of a place, or GEEN. `vanaf` and `tot` bound the stay in the first dwelling of people
    who are no clients; `later` is the day on which they go to a dwelling of their own in the partnership, or OPEN.
    """

    is_mogelijk: Array
    er_is: Array
    klant: Array
    geboren: Array
    overleden: Array
    vanaf: Array
    tot: Array
    later: Array
    is_student: Array
    is_commercieel: Array


def vul_huishoudens(w: Wereld, kans: np.random.Generator) -> Leden:
    """All members of all households of a block."""
    h, k = w.huishoudens, w.klanten
    u = kans.random((len(h), _TREKKINGEN))
    vorm = (len(h), PLEKKEN)
    leden = Leden(
        is_mogelijk=np.zeros(vorm, bool),
        er_is=np.zeros(vorm, bool),
        klant=np.full(vorm, GEEN),
        geboren=np.zeros(vorm, np.int64),
        overleden=np.full(vorm, OPEN),
        vanaf=np.repeat(h["vanaf"][:, None], PLEKKEN, axis=1),
        tot=np.repeat(h["tot"][:, None], PLEKKEN, axis=1),
        later=np.full(vorm, OPEN),
        is_student=np.zeros(vorm, bool),
        is_commercieel=np.zeros(vorm, bool),
    )
    leden.klant[k["huishouden"], k["plek"]] = np.arange(len(k))
    met = leden.klant != GEEN
    leden.er_is[met] = True
    leden.geboren[met] = k["geboren"][leden.klant[met]]
    leden.overleden[met] = k["overleden"][leden.klant[met]]
    _partner_die_geen_klant_is(w, leden, u[:, 0:2])
    _kinderen(w, leden, u[:, 2:22])
    _ouders_en_broers(w, leden, u[:, 22:32])
    _delers(w, leden, u[:, 32:68])
    leden.is_mogelijk[leden.er_is] = True
    np.maximum(leden.vanaf, leden.geboren, out=leden.vanaf)
    np.minimum(leden.tot, leden.overleden, out=leden.tot)
    leden.later[leden.later >= leden.tot] = OPEN
    leden.er_is[leden.tot <= leden.vanaf] &= met[leden.tot <= leden.vanaf]
    return leden


def _partner_die_geen_klant_is(w: Wereld, leden: Leden, u: Array) -> None:
    h = w.huishoudens
    leden.er_is[h["soort"] == PAAR_ELDERS, P_PARTNER] = True
    nieuw = h["soort"] == PAAR_ELDERS
    verschil = ((u[:, 0] - 0.5) * 12 * JAAR).astype(np.int64)
    uiterst = h["vanaf"] - int(18.1 * JAAR)
    leden.geboren[nieuw, P_PARTNER] = np.minimum(leden.geboren[:, P_EERSTE] + verschil, uiterst)[nieuw]
    eerste = leden.overleden[:, P_EERSTE]
    leden.tot[nieuw, P_PARTNER] = np.minimum(leden.tot[:, P_PARTNER], eerste)[nieuw]


def _jongste_ouder(leden: Leden) -> Array:
    return np.asarray(
        np.maximum(leden.geboren[:, P_EERSTE], np.where(leden.er_is[:, P_PARTNER], leden.geboren[:, P_PARTNER], 0))
    )


def _kinderen(w: Wereld, leden: Leden, u: Array) -> None:
    """Children at home.

    Minors, or grown-up ones; some are born later, many leave home between 19 and 27, half of the 18-24 study.
    """
    a = w.aannamen
    h = w.huishoudens
    soort, intake = h["soort"], h["intake"]
    ouder = (intake - _jongste_ouder(leden)) / JAAR
    met_kind = np.isin(soort, (EENOUDER, PAAR_KIND, GROOT))
    meer = (1.0, a.getal("huishoudens", "aandeel_tweede_kind"), a.getal("huishoudens", "aandeel_derde_kind"))
    meer_volwassen = (1.0, a.getal("huishoudens", "aandeel_tweede_volwassen_kind"), 0.0)
    for i in range(AANTAL_KINDEREN):
        plek, v = P_KIND + i, u[:, 5 * i : 5 * i + 5]
        if i < AANTAL_KINDEREN - 1:
            er = (met_kind & (u[:, 3] < meer[i])) | (
                (soort == VOLWASSEN_KIND) & (u[:, 3] < meer_volwassen[i]) & (ouder > 35)
            )
            jong = v[:, 0] * np.minimum(17.5, np.maximum(ouder - _VOLWASSEN, 0.05))
            volwassen = np.minimum(15 + v[:, 0] * 11, ouder - _VOLWASSEN)
            jaren = np.where(soort == VOLWASSEN_KIND, volwassen, jong)
            leden.geboren[:, plek] = intake - (jaren * JAAR).astype(np.int64)
        else:
            er = (
                np.isin(soort, (EENOUDER, PAAR_KIND, PAAR))
                & (ouder < 36)
                & (v[:, 4] < a.getal("huishoudens", "aandeel_geboorte_na_intake"))
            )
            leden.geboren[:, plek] = intake + ((0.7 + v[:, 0] * 5) * JAAR).astype(np.int64)
            leden.is_mogelijk[er, plek] = True
            er &= leden.geboren[:, plek] < np.minimum(h["tot"], leden.overleden[:, P_EERSTE])
            er &= ~_uit_huis(w, leden, leden.geboren[:, plek])
        leden.er_is[er, plek] = True
        weg = leden.geboren[:, plek] + ((19 + v[:, 1] * 8) * JAAR).astype(np.int64)
        weg = np.maximum(weg, intake + (v[:, 2] * 4 * JAAR).astype(np.int64))
        leden.later[:, plek] = np.where(v[:, 2] < a.getal("huishoudens", "aandeel_kind_verlaat_huis"), weg, OPEN)
        leden.is_student[:, plek] = v[:, 3] < a.getal("huishoudens", "aandeel_student")


def _uit_huis(w: Wereld, leden: Leden, op: Array) -> Array:
    """Mask: the couple had parted, or the first client had left the dwelling, before `op`."""
    k = w.klanten
    eerste = leden.klant[:, P_EERSTE]
    verhuisd = k["verhuisd"][eerste] > 0
    paar = k["paar"][eerste]
    tot = w.paren["tot"][paar] if len(w.paren) else np.full(len(eerste), OPEN)
    return np.asarray(verhuisd | ((paar != GEEN) & leden.er_is[:, P_PARTNER] & (tot <= op)))


def _ouders_en_broers(w: Wereld, leden: Leden, u: Array) -> None:
    """Parents who live with the first client, sometimes with a brother or sister; in large households too."""
    a = w.aannamen
    soort = w.huishoudens["soort"]
    thuis, groot = soort == BIJ_OUDERS, soort == GROOT
    kind = leden.geboren[:, P_EERSTE]
    leden.er_is[:, P_OUDER] = thuis | (groot & (u[:, 0] < a.getal("huishoudens", "aandeel_grootouder")))
    leden.er_is[:, P_OUDER + 1] = leden.er_is[:, P_OUDER] & (u[:, 1] < a.getal("huishoudens", "aandeel_tweede_ouder"))
    leden.er_is[:, P_BROERZUS] = leden.er_is[:, P_OUDER] & (u[:, 2] < a.getal("huishoudens", "aandeel_broer_of_zus"))
    for i in range(2):
        leden.geboren[:, P_OUDER + i] = kind - ((20 + u[:, 3 + i] * 14) * JAAR).astype(np.int64)
        sterft = plus_jaren(leden.geboren[:, P_OUDER + i], 68) + (u[:, 5 + i] * 28 * JAAR).astype(np.int64)
        leden.overleden[:, P_OUDER + i] = np.where(sterft > w.huishoudens["intake"], sterft, OPEN)
    moeder = np.maximum(leden.geboren[:, P_OUDER], leden.geboren[:, P_OUDER + 1])
    broer = kind + ((u[:, 7] * 12 - 6) * JAAR).astype(np.int64)
    leden.geboren[:, P_BROERZUS] = np.clip(broer, moeder + int(_VOLWASSEN * JAAR), None)
    leden.is_student[:, P_BROERZUS] = u[:, 8] < a.getal("huishoudens", "aandeel_student")
    leden.later[:, P_BROERZUS] = w.huishoudens["intake"] + (u[:, 9] * 10 * JAAR).astype(np.int64)


def _delers(w: Wereld, leden: Leden, u: Array) -> None:
    """Housemates, one to seven: some study, some rent on a commercial contract, many leave after some years."""
    a = w.aannamen
    h = w.huishoudens
    aantal = 1 + (u[:, 0] ** 5 * AANTAL_DELERS).astype(np.int64)
    for i in range(AANTAL_DELERS):
        v, plek = u[:, 1 + 5 * i : 6 + 5 * i], P_DELER + i
        leden.er_is[:, plek] = (h["soort"] == DELERS) & (aantal > i)
        jaren = 18.2 + v[:, 0] ** 1.8 * 45
        leden.geboren[:, plek] = h["intake"] - (jaren * JAAR).astype(np.int64)
        leden.vanaf[:, plek] = np.maximum(h["vanaf"], h["intake"] + ((v[:, 1] * 5 - 3) * JAAR).astype(np.int64))
        weg = leden.vanaf[:, plek] + ((0.5 + v[:, 2] * 8) * JAAR).astype(np.int64)
        leden.tot[:, plek] = np.minimum(
            leden.tot[:, plek], np.where(v[:, 3] < a.getal("huishoudens", "aandeel_woningdeler_vertrekt"), weg, OPEN)
        )
        leden.is_student[:, plek] = (jaren < 26) & (v[:, 4] < a.getal("huishoudens", "aandeel_student"))
        leden.is_commercieel[:, plek] = ~leden.is_student[:, plek] & (
            v[:, 4] < a.getal("huishoudens", "aandeel_huurder")
        )
