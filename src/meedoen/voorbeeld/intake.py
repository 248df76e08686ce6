"""New households of clients: how old they are, with whom they live, in which municipality."""

import numpy as np

from .assumptions import JONGEREN
from .calendar import JAAR, OPEN, Array, plus_jaren
from .retirement import aow_dag
from .world import (
    ADVIES_NIET,
    ALLEEN,
    BIJ_OUDERS,
    DELERS,
    EENOUDER,
    GEEN,
    GEEN_WERK,
    GROOT,
    INSTELLING,
    PAAR,
    PAAR_ELDERS,
    PAAR_KIND,
    VOLWASSEN_KIND,
    Wereld,
)

_GEEN_BIJ_BEGIN = (
    *("partner", "paar", "doelgroep", "laatste_doelgroep", "uitkering", "indeling", "plaatsing", "werk_tot"),
    *("advies_in", "wacht_sinds", "verblijf", "uit_sinds"),
)
_JONGST, _OUDST, _OUDST_JONGERE = 18.1, 64.3, 22.5
_JONG, _MIDDEN = 27.0, 40.0
_SOORTEN = {
    "alleen": ALLEEN,
    "eenouder": EENOUDER,
    "bij_ouders": BIJ_OUDERS,
    "woningdelers": DELERS,
    "volwassen_kind": VOLWASSEN_KIND,
    "instelling": INSTELLING,
    "paar_elders": PAAR_ELDERS,
}
_PAREN = {"paar": PAAR, "paar_kind": PAAR_KIND, "groot": GROOT}


def geboortedagen(w: Wereld, kans: np.random.Generator, doelgroep: Array, op: Array) -> Array:
    """Days of birth of people who come in on `op`: 18 or older, well before the AOW age."""
    macht = w.aannamen.per_doelgroep("huishoudens", "leeftijdsmacht")[doelgroep]
    oudst = np.where(doelgroep == JONGEREN, _OUDST_JONGERE, _OUDST)
    jaren = _JONGST + (oudst - _JONGST) * kans.random(len(op)) ** macht
    return np.asarray(op - (jaren * JAAR).astype(np.int64))


def geboortedagen_partners(w: Wereld, kans: np.random.Generator, geboren: Array, op: Array) -> Array:
    """Partners: mostly a few years older or younger, now and then a generation."""
    verschil = (kans.random((len(op), 3)).sum(axis=1) - 1.5) * 9
    groot = kans.random(len(op)) < w.aannamen.getal("huishoudens", "aandeel_groot_leeftijdsverschil")
    verschil = np.where(groot, verschil * 4, verschil)
    jaren = np.clip((op - geboren) / JAAR + verschil, _JONGST, _OUDST)
    return np.asarray(op - (jaren * JAAR).astype(np.int64))


def soort_huishouden(
    w: Wereld, kans: np.random.Generator, leeftijd: Array, is_paar: Array, heeft_bijstand: bool
) -> Array:
    """With whom a client lives, by age; couples live with or without children, some with their parents too."""
    u = kans.random(len(leeftijd))
    namen = ("tot_27", "van_27_tot_40", "vanaf_40") if heeft_bijstand else ("zonder_bijstand",) * 3
    tabel = np.array([w.aannamen.grenzen("huishoudens", naam, tuple(_SOORTEN)) for naam in namen])
    alleen = _kies_soort(_SOORTEN, tabel[np.searchsorted((_JONG, _MIDDEN), leeftijd, side="right")], u)
    paar = _kies_soort(_PAREN, w.aannamen.grenzen("huishoudens", "paren", tuple(_PAREN))[None, :], u)
    return np.asarray(np.where(is_paar, paar, alleen))


def _kies_soort(soorten: dict[str, int], grenzen: Array, u: Array) -> Array:
    keuze = np.minimum((u[:, None] >= grenzen).sum(axis=1), len(soorten) - 1)
    return np.asarray(np.array(list(soorten.values()))[keuze])


def nieuwe_huishoudens(
    w: Wereld,
    kans: np.random.Generator,
    *,
    intake: Array,
    geboren: Array,
    heeft_bijstand: bool,
    geboren_partner: Array | None = None,
) -> tuple[Array, Array]:
    """Add one household per row; `geboren_partner` is OPEN where the client comes alone.

    Returns the client numbers of the first clients and of the partners (GEEN where there is none).
    """
    aantal = len(intake)
    if geboren_partner is None:
        geboren_partner = np.full(aantal, OPEN)
    is_paar = geboren_partner != OPEN
    soort = soort_huishouden(w, kans, (intake - geboren) / JAAR, is_paar, heeft_bijstand)
    vanaf = intake - (kans.random(aantal) * 8 * JAAR).astype(np.int64)
    jongste = np.where(is_paar, np.maximum(geboren, geboren_partner), geboren)
    vanaf = np.where(soort == BIJ_OUDERS, np.maximum(vanaf, geboren), np.maximum(vanaf, plus_jaren(jongste, 18)))
    grenzen = np.cumsum(list(w.aannamen.tabel("gemeenten")["aandeel"].values()))
    gemeente = np.minimum((kans.random(aantal)[:, None] >= grenzen).sum(axis=1), len(grenzen) - 1)
    huishouden = w.huishoudens.voeg_toe(
        aantal, soort=soort, vanaf=vanaf, intake=intake, tot=OPEN, gemeente=gemeente, eerste=GEEN
    )
    eersten = nieuwe_klanten(w, huishouden, 0, geboren, huishouden * 64, vanaf)
    w.huishoudens["eerste"][huishouden] = eersten
    partners = np.full(aantal, GEEN)
    met = np.flatnonzero(is_paar)
    partners[met] = nieuwe_klanten(w, huishouden[met], 1, geboren_partner[met], huishouden[met] * 64, vanaf[met])
    vorm_paren(w, eersten[met], partners[met], vanaf[met])
    return eersten, partners


def nieuwe_klanten(w: Wereld, huishouden: Array, plek: int, geboren: Array, woning: Array, vanaf: Array) -> Array:
    """Add clients who live in `woning` since `vanaf`; without benefit, doelgroep or job yet."""
    aantal = len(geboren)
    wie = w.klanten.voeg_toe(
        aantal,
        huishouden=huishouden,
        plek=plek,
        geboren=geboren,
        aow=aow_dag(geboren),
        overleden=OPEN,
        woning=woning,
        verhuisd=0,
        werk=GEEN_WERK,
        advies=ADVIES_NIET,
        is_weg=False,
        geraakt=GEEN,
        **dict.fromkeys(_GEEN_BIJ_BEGIN, GEEN),
    )
    w.klanten["verblijf"][wie] = w.verblijven.voeg_toe(aantal, klant=wie, woning=woning, vanaf=vanaf, tot=OPEN)
    return wie


def vorm_paren(w: Wereld, een: Array, twee: Array, vanaf: Array) -> None:
    """Make couples of clients; both live in the same dwelling."""
    k = w.klanten
    paar = w.paren.voeg_toe(len(een), een=een, twee=twee, vanaf=vanaf, tot=OPEN)
    k["paar"][een] = paar
    k["paar"][twee] = paar
    k["partner"][een] = twee
    k["partner"][twee] = een
