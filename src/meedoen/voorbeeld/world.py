"""The state of one block of the synthetic partnership: who there is, and the rows of the register so far.

Clients (people with a benefit, a doelgroep, or a refused application) stand in `klanten`; the others in their
dwellings are added at the end (`households.py`). Steps of the process change clients and begin or end rows; nothing is
ever removed.
"""

from collections import Counter
from dataclasses import dataclass, field

import numpy as np

from .assumptions import Aannamen
from .calendar import OPEN, Array, Maand
from .rows import Rijen

GEEN = -1
(
    ALLEEN,
    EENOUDER,
    PAAR,
    PAAR_KIND,
    BIJ_OUDERS,
    DELERS,
    VOLWASSEN_KIND,
    INSTELLING,
    GROOT,
    PAAR_ELDERS,
    NIEUWE_PARTNER,
) = range(11)  # kinds of household; PAAR_ELDERS: a client with a partner who is no client
# What a client does. From PROEFPLAATS on these are the kinds of `PLAATSING`.
GEEN_WERK, REGULIER, GARANTIEBAAN, BESCHUT, WSW, BEGELEID, WERKLEER, PROEF, DAGBESTEDING = range(9)
PLAATSING = (
    "",
    "regulier",
    "garantiebaan",
    "beschut_werk",
    "wsw",
    "begeleid_werken",
    "werkleerplek",
    "proefplaats",
    "dagbesteding",
)
IN_DIENST, DETACHERING, UITZENDBUREAU, GEEN_VERBAND = range(4)
VERBAND = ("in_dienst", "detachering", "uitzendbureau", "geen")
VAST, TIJDELIJK, GEEN_CONTRACT = range(3)
CONTRACT = ("vast", "tijdelijk", "geen")
REDENEN = (
    "",
    "werk in dienstbetrekking",
    "werk met loonkostensubsidie",
    "samenwoning",
    "verhuizing",
    "ander inkomen",
    "eigen verzoek",
    "inlichtingenplicht",
    "AOW-leeftijd",
    "overlijden",
)
R_WERK, R_LKS, R_SAMEN, R_VERHUIZING, R_INKOMEN, R_VERZOEK, R_INLICHTINGEN, R_AOW, R_OVERLEDEN = range(1, 10)
BESLUIT = (
    "toekenning_bijstand",
    "afwijzing_bijstand",
    "beeindiging_bijstand",
    "loonkostensubsidie",
    "beschut_werk",
    "ontheffing",
    "maatregel",
)
B_TOEKENNING, B_AFWIJZING, B_BEEINDIGING, B_LKS, B_BESCHUT, B_ONTHEFFING, B_MAATREGEL = range(7)
ADVIES_NIET, ADVIES_LOOPT, ADVIES_NEGATIEF, ADVIES_POSITIEF = range(4)


def _klanten() -> Rijen:
    return Rijen(
        huishouden=np.int64,
        plek=np.int8,  # 0 first client of the household, 1 partner
        geboren=np.int64,
        aow=np.int64,
        overleden=np.int64,
        partner=np.int64,  # client number, or GEEN
        paar=np.int64,
        doelgroep=np.int8,
        laatste_doelgroep=np.int8,
        uitkering=np.int64,  # running row, or GEEN; likewise below
        indeling=np.int64,
        plaatsing=np.int64,
        werk=np.int8,
        werk_tot=np.int64,  # number of the month in which something happens to the job, or GEEN
        advies=np.int8,
        advies_in=np.int64,  # number of the month in which UWV gives its advice
        wacht_sinds=np.int64,  # number of the month since which a place is awaited, or GEEN
        verblijf=np.int64,
        woning=np.int64,
        verhuisd=np.int8,
        is_weg=np.bool_,
        uit_sinds=np.int64,
        geraakt=np.int64,  # number of the month of the last event: one event per person per month
    )


@dataclass(frozen=True)
class Wereld:
    """One block.

    `schaal` is its size against the partnership of the Kadernota; `tellers` counts benefits that began and ended this
    month and keeps fractions of people until they make a whole one.
    """

    aannamen: Aannamen
    schaal: float
    werkgevers: Rijen
    huishoudens: Rijen = field(
        default_factory=lambda: Rijen(
            soort=np.int8, vanaf=np.int64, intake=np.int64, tot=np.int64, gemeente=np.int8, eerste=np.int64
        )
    )
    klanten: Rijen = field(default_factory=_klanten)
    paren: Rijen = field(default_factory=lambda: Rijen(een=np.int64, twee=np.int64, vanaf=np.int64, tot=np.int64))
    verblijven: Rijen = field(
        default_factory=lambda: Rijen(klant=np.int64, woning=np.int64, vanaf=np.int64, tot=np.int64)
    )
    uitkeringen: Rijen = field(
        default_factory=lambda: Rijen(klant=np.int64, vanaf=np.int64, tot=np.int64, reden=np.int8)
    )
    indelingen: Rijen = field(
        default_factory=lambda: Rijen(klant=np.int64, doelgroep=np.int8, vanaf=np.int64, tot=np.int64)
    )
    plaatsingen: Rijen = field(
        default_factory=lambda: Rijen(
            klant=np.int64,
            werkgever=np.int64,
            soort=np.int8,
            verband=np.int8,
            contract=np.int8,
            vanaf=np.int64,
            tot=np.int64,
            uren=np.int64,  # hundredths
            loonwaarde=np.int64,  # whole percents, or GEEN
            is_forfait=np.bool_,
            heeft_lks=np.bool_,
            is_social_return=np.bool_,
        )
    )
    adviezen: Rijen = field(
        default_factory=lambda: Rijen(
            klant=np.int64, aangevraagd=np.int64, door_persoon=np.bool_, is_positief=np.bool_, uitgebracht=np.int64
        )
    )
    besluiten: Rijen = field(
        default_factory=lambda: Rijen(klant=np.int64, soort=np.int8, genomen=np.int64, vanaf=np.int64)
    )
    tellers: Counter[str] = field(default_factory=Counter)
    gespaard: dict[str, float] = field(default_factory=dict)

    def hele(self, wat: str, erbij: float) -> int:
        """Save up `erbij` people (it may be negative) under `wat` and hand out the whole ones."""
        stand = self.gespaard.get(wat, 0.5) + erbij
        geheel = max(int(np.floor(stand)), 0)
        self.gespaard[wat] = stand - geheel
        return geheel


def vrij(w: Wereld, maand: Maand) -> Array:
    """Mask of the clients who are alive, still here and not yet touched this month."""
    k = w.klanten
    return np.asarray(~k["is_weg"] & (k["geraakt"] < maand.volgnummer))


def raak(w: Wereld, wie: Array, maand: Maand) -> None:
    w.klanten["geraakt"][wie] = maand.volgnummer


def begin_uitkering(w: Wereld, wie: Array, vanaf: Array) -> None:
    w.tellers["begonnen"] += len(wie)
    w.klanten["uitkering"][wie] = w.uitkeringen.voeg_toe(len(wie), klant=wie, vanaf=vanaf, tot=OPEN, reden=0)


def eindig_uitkering(w: Wereld, wie: Array, tot: Array, reden: Array | int) -> None:
    """End the running benefits of those among `wie` who have one."""
    rij = w.klanten["uitkering"][wie]
    met = rij != GEEN
    w.tellers["geeindigd"] += int(met.sum())
    w.uitkeringen["tot"][rij[met]] = tot[met]
    w.uitkeringen["reden"][rij[met]] = np.broadcast_to(reden, len(wie))[met]
    w.klanten["uitkering"][wie] = GEEN


def begin_indeling(w: Wereld, wie: Array, doelgroep: Array | int, vanaf: Array) -> None:
    k = w.klanten
    k["indeling"][wie] = w.indelingen.voeg_toe(len(wie), klant=wie, doelgroep=doelgroep, vanaf=vanaf, tot=OPEN)
    k["doelgroep"][wie] = doelgroep
    k["laatste_doelgroep"][wie] = doelgroep


def eindig_indeling(w: Wereld, wie: Array, tot: Array, maand: Maand) -> None:
    rij = w.klanten["indeling"][wie]
    met = rij != GEEN
    w.indelingen["tot"][rij[met]] = tot[met]
    w.klanten["indeling"][wie] = GEEN
    w.klanten["doelgroep"][wie] = GEEN
    w.klanten["uit_sinds"][wie] = maand.volgnummer


def begin_plaatsing(
    w: Wereld,
    wie: Array,
    werk: Array | int,
    vanaf: Array,
    *,
    werkgever: Array | int,
    verband: Array | int,
    contract: Array | int,
    uren: Array | int,
    loonwaarde: Array | int = GEEN,
    is_forfait: Array | bool = False,
    heeft_lks: Array | bool = False,
    is_social_return: Array | bool = False,
) -> None:
    rijen = w.plaatsingen.voeg_toe(
        len(wie),
        klant=wie,
        werkgever=werkgever,
        soort=werk,
        verband=verband,
        contract=contract,
        vanaf=vanaf,
        tot=OPEN,
        uren=uren,
        loonwaarde=loonwaarde,
        is_forfait=is_forfait,
        heeft_lks=heeft_lks,
        is_social_return=is_social_return,
    )
    w.klanten["plaatsing"][wie] = rijen
    w.klanten["werk"][wie] = werk


def eindig_plaatsing(w: Wereld, wie: Array, tot: Array) -> None:
    """End the running placements of those among `wie` who have one; an end that was agreed earlier stays."""
    k = w.klanten
    rij = k["plaatsing"][wie]
    met = rij != GEEN
    w.plaatsingen["tot"][rij[met]] = np.minimum(w.plaatsingen["tot"][rij[met]], tot[met])
    k["plaatsing"][wie] = GEEN
    k["werk"][wie] = GEEN_WERK
    k["werk_tot"][wie] = GEEN


def eindig_alles(w: Wereld, wie: Array, tot: Array, reden: Array | int, maand: Maand) -> None:
    """Benefit, doelgroep, placement and waiting end on the same day."""
    eindig_uitkering(w, wie, tot, reden)
    eindig_indeling(w, wie, tot, maand)
    eindig_plaatsing(w, wie, tot)
    w.klanten["wacht_sinds"][wie] = GEEN
    raak(w, wie, maand)


def scheid(w: Wereld, wie: Array, tot: Array) -> None:
    """End the couples of `wie` (one partner of each couple is enough)."""
    k = w.klanten
    met = k["partner"][wie] != GEEN
    wie, tot = wie[met], tot[met]
    np.minimum.at(w.paren["tot"], k["paar"][wie], tot)
    anderen = k["partner"][wie]
    k["partner"][wie] = GEEN
    k["partner"][anderen] = GEEN


def met_partners(w: Wereld, wie: Array, *bij: Array) -> tuple[Array, ...]:
    """`wie` followed by the partners of those who have one, and the columns `bij` repeated for them."""
    partner = w.klanten["partner"][wie]
    met = partner != GEEN
    return (np.concatenate([wie, partner[met]]), *(np.concatenate([kolom, kolom[met]]) for kolom in bij))


def verhuis(w: Wereld, wie: Array, op: Array) -> None:
    """Move clients, each alone, to a dwelling of their own."""
    k = w.klanten
    w.verblijven["tot"][k["verblijf"][wie]] = op
    k["verhuisd"][wie] += 1
    k["woning"][wie] = k["huishouden"][wie] * 64 + k["plek"][wie] * 4 + k["verhuisd"][wie]
    k["verblijf"][wie] = w.verblijven.voeg_toe(len(wie), klant=wie, woning=k["woning"][wie], vanaf=op, tot=OPEN)


def heeft_partner_elders(w: Wereld) -> Array:
    """Mask of the clients whose partner is no client: they have no benefit and get none."""
    return np.asarray(w.huishoudens["soort"][w.klanten["huishouden"]] == PAAR_ELDERS)


def kies(kans: np.random.Generator, gewicht: Array, aantal: int) -> Array:
    """`aantal` different positions, drawn with chances that follow `gewicht`; fewer where fewer have a weight."""
    mogelijk = np.flatnonzero(gewicht > 0)
    aantal = min(max(aantal, 0), len(mogelijk))
    sleutel = kans.exponential(size=len(mogelijk)) / gewicht[mogelijk]
    if aantal < len(mogelijk):
        vooraan = np.argpartition(sleutel, aantal)[:aantal]
        mogelijk, sleutel = mogelijk[vooraan], sleutel[vooraan]
    return np.asarray(mogelijk[np.argsort(sleutel, kind="stable")])
