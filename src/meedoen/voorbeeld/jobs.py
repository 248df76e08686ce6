"""Garantiebanen, werkleerplekken, dagbesteding and the Wsw: places begin, are renewed, and end."""

import datetime

import numpy as np

from .assumptions import DG_0_30, DG_50_80, JONGEREN
from .calendar import Array, Maand, dag, plus_maanden
from .employers import kies_werkgever
from .outflow import naar_regulier_werk
from .world import (
    ADVIES_POSITIEF,
    BEGELEID,
    BESCHUT,
    DAGBESTEDING,
    DETACHERING,
    GARANTIEBAAN,
    GEEN,
    GEEN_CONTRACT,
    GEEN_VERBAND,
    GEEN_WERK,
    IN_DIENST,
    PLAATSING,
    PROEF,
    R_LKS,
    TIJDELIJK,
    UITZENDBUREAU,
    VAST,
    WERKLEER,
    WSW,
    Wereld,
    begin_plaatsing,
    begin_uitkering,
    eindig_alles,
    eindig_plaatsing,
    eindig_uitkering,
    heeft_partner_elders,
    kies,
    raak,
    vrij,
)

FORFAIT_VANAF = dag(datetime.date(2017, 2, 1))  # Participatiewet 10d lid 1 onder b and lid 5
_FORFAIT_MAANDEN, _TIJDELIJK_MAANDEN = 6, 12  # the forfait lasts at most six months
_HERMETING = {GARANTIEBAAN: 24, BESCHUT: 36}
_UREN = np.array([2000, 2400, 2550, 2800, 3200, 3600])


def nieuwe_garantiebanen(w: Wereld, maand: Maand) -> None:
    """As many as are needed to follow the assumed number of garantiebanen."""
    k, a = w.klanten, w.aannamen
    doel = a.tussen_jaren("garantiebanen", "stand_eind_jaar", maand.jaar, maand.deel_van_jaar) * w.schaal
    nodig = round(doel) - int(np.isin(k["werk"], (GARANTIEBAAN, PROEF)).sum())
    kandidaat = vrij(w, maand) & np.isin(k["werk"], (GEEN_WERK, WERKLEER)) & (k["partner"] == GEEN) & (k["advies"] == 0)
    gewicht = a.per_doelgroep("banen", "gewicht_garantiebaan")[k["doelgroep"]]
    gewicht = np.where(k["uitkering"] == GEEN, a.getal("banen", "gewicht_zonder_bijstand"), 1.0) * gewicht
    wie = kies(maand.kans, np.where(kandidaat, gewicht, 0.0), nodig)
    op = maand.dagen(len(wie))
    eindig_plaatsing(w, wie, op)
    proef = maand.kans.random(len(wie)) < a.getal("garantiebanen", "aandeel_proefplaats")
    _begin_proefplaats(w, maand, wie[proef], op[proef])
    begin_garantiebaan(w, maand, wie[~proef], op[~proef])
    raak(w, wie, maand)


def _begin_proefplaats(w: Wereld, maand: Maand, wie: Array, op: Array) -> None:
    """Unpaid, with the benefit, one or two months; then the job begins or not."""
    begin_plaatsing(
        w,
        wie,
        PROEF,
        op,
        werkgever=kies_werkgever(w, maand.kans, wie, GARANTIEBAAN),
        verband=GEEN_VERBAND,
        contract=GEEN_CONTRACT,
        uren=_uren(maand, len(wie)),
    )
    _spreek_duur_af(w, maand, wie, 1 + _met_kans(w, maand, wie, "proefplaats_van_twee_maanden"))


def _spreek_duur_af(w: Wereld, maand: Maand, wie: Array, aantal_maanden: Array) -> None:
    """Set the agreed end of the placements that begin this month: the same day, some months later, or the last day."""
    rij = w.klanten["plaatsing"][wie]
    einde = plus_maanden(w.plaatsingen["vanaf"][rij], aantal_maanden)
    laatste = plus_maanden(np.full(len(wie), maand.eerste_dag), aantal_maanden + 1) - 1
    w.plaatsingen["tot"][rij] = np.minimum(einde, laatste)
    w.klanten["werk_tot"][wie] = maand.volgnummer + aantal_maanden


def begin_garantiebaan(w: Wereld, maand: Maand, wie: Array, op: Array, werkgever: Array | None = None) -> None:
    """A job in the sense of the banenafspraak; the benefit ends.

    Most have loonkostensubsidie, some first the forfait.
    """
    a, kans, aantal = w.aannamen, maand.kans, len(wie)
    if werkgever is None:
        werkgever = kies_werkgever(w, kans, wie, GARANTIEBAAN)
    bij_gemeente = w.werkgevers["soort"][werkgever] == 0
    u, v = kans.random(aantal), kans.random(aantal)
    zelf = np.where(
        bij_gemeente, a.getal("banen", "gemeente_neemt_in_dienst"), a.getal("banen", "ander_neemt_in_dienst")
    )
    ingeleend = np.where(v < a.getal("banen", "ingeleend_via_uitzendbureau"), UITZENDBUREAU, DETACHERING)
    verband = np.where(u < zelf, IN_DIENST, ingeleend)
    lks = kans.random(aantal) < a.getal("garantiebanen", "aandeel_loonkostensubsidie")
    forfait = lks & (op >= FORFAIT_VANAF) & (kans.random(aantal) < a.getal("garantiebanen", "aandeel_forfait"))
    begin_plaatsing(
        w,
        wie,
        GARANTIEBAAN,
        op,
        werkgever=werkgever,
        verband=verband,
        contract=TIJDELIJK,
        uren=_uren(maand, aantal),
        loonwaarde=np.where(lks & ~forfait, _loonwaarde(w, maand, "garantiebaan", aantal), GEEN),
        is_forfait=forfait,
        heeft_lks=lks,
        is_social_return=~bij_gemeente & (kans.random(aantal) < a.getal("garantiebanen", "aandeel_social_return")),
    )
    w.klanten["werk_tot"][wie] = maand.volgnummer + np.where(forfait, _FORFAIT_MAANDEN - 1, _TIJDELIJK_MAANDEN)
    eindig_uitkering(w, wie, op, R_LKS)


def begin_beschut_werk(w: Wereld, maand: Maand, wie: Array, op: Array) -> None:
    """A sheltered place: a contract with loonkostensubsidie; the benefit ends."""
    begin_plaatsing(
        w,
        wie,
        BESCHUT,
        op,
        werkgever=kies_werkgever(w, maand.kans, wie, BESCHUT),
        verband=IN_DIENST,
        contract=TIJDELIJK,
        uren=_uren(maand, len(wie)),
        loonwaarde=_loonwaarde(w, maand, "beschut_werk", len(wie)),
        heeft_lks=True,
    )
    w.klanten["werk_tot"][wie] = maand.volgnummer + _TIJDELIJK_MAANDEN
    eindig_uitkering(w, wie, op, R_LKS)


def _met_kans(w: Wereld, maand: Maand, wie: Array, naam: str) -> Array:
    """Mask of those of `wie` to whom it happens, by a chance of the table `banen`."""
    return np.asarray(maand.kans.random(len(wie)) < w.aannamen.getal("banen", naam))


def _uren(maand: Maand, aantal: int) -> Array:
    return np.asarray(_UREN[(maand.kans.random(aantal) * len(_UREN)).astype(np.int64)])


def _loonwaarde(w: Wereld, maand: Maand, soort: str, aantal: int) -> Array:
    """Whole percents of the minimum wage."""
    grenzen = w.aannamen.tabel("loonwaarde")[soort]
    return np.asarray(
        grenzen["laagste"]
        + (maand.kans.random(aantal) * (grenzen["hoogste"] + 1 - grenzen["laagste"])).astype(np.int64)
    )


def verloop_van_banen(w: Wereld, maand: Maand) -> None:
    """What was due this month.

    A trial place ends, a loonwaarde follows the forfait, a contract is renewed or not; and permanent jobs that end.
    """
    k, a = w.klanten, w.aannamen
    nu = np.flatnonzero(vrij(w, maand) & (k["werk_tot"] == maand.volgnummer))
    banen = nu[np.isin(k["werk"][nu], (GARANTIEBAAN, BESCHUT, WSW, BEGELEID))]
    _na_proefplaats(w, maand, nu[k["werk"][nu] == PROEF])
    rij = k["plaatsing"][banen]
    tijdelijk = (w.plaatsingen["contract"][rij] == TIJDELIJK) & ~w.plaatsingen["is_forfait"][rij]
    kans = np.where(
        k["werk"][banen] == BESCHUT, a.getal("beschut_werk", "verlenging"), a.getal("garantiebanen", "verlenging")
    )
    kans = np.where(np.isin(k["werk"][banen], (WSW, BEGELEID)) | ~tijdelijk, 1.0, kans)
    blijft = maand.kans.random(len(banen)) < kans
    _zet_voort(w, maand, banen[blijft])
    vast = vrij(w, maand) & np.isin(k["werk"], (GARANTIEBAAN, BESCHUT)) & (k["werk_tot"] > maand.volgnummer)
    vast[vast] = w.plaatsingen["contract"][k["plaatsing"][vast]] == VAST
    per_jaar = np.where(
        k["werk"] == BESCHUT,
        a.getal("beschut_werk", "einde_vast_per_jaar"),
        a.getal("garantiebanen", "einde_vast_per_jaar"),
    )
    stopt = np.flatnonzero(vast & (maand.kans.random(len(k)) < per_jaar / 12))
    _eindig_baan(w, maand, np.concatenate([banen[~blijft], stopt]))


def _na_proefplaats(w: Wereld, maand: Maand, wie: Array) -> None:
    rij = w.klanten["plaatsing"][wie]
    op, werkgever = w.plaatsingen["tot"][rij], w.plaatsingen["werkgever"][rij]
    eindig_plaatsing(w, wie, op)
    door = _met_kans(w, maand, wie, "na_proefplaats_in_dienst")
    begin_garantiebaan(w, maand, wie[door], op[door], werkgever[door])
    raak(w, wie, maand)


def _zet_voort(w: Wereld, maand: Maand, wie: Array) -> None:
    """The same job under a new row: a loonwaarde after the forfait, a permanent contract, or a new loonwaarde."""
    k, p = w.klanten, w.plaatsingen
    rij, werk, op = k["plaatsing"][wie], k["werk"][wie], maand.dagen(len(wie))
    was_forfait, lks = p["is_forfait"][rij].copy(), p["heeft_lks"][rij].copy()
    oud = {naam: p[naam][rij].copy() for naam in ("werkgever", "verband", "uren", "is_social_return", "loonwaarde")}
    contract = np.where(was_forfait, p["contract"][rij], VAST)
    erbij = oud["loonwaarde"] + (maand.kans.random(len(wie)) * 9 - 3).astype(np.int64)
    eerste = _loonwaarde(w, maand, "garantiebaan", len(wie))
    loonwaarde = np.where(was_forfait, eerste, np.clip(erbij, 20, 95))
    eindig_plaatsing(w, wie, op)
    begin_plaatsing(
        w,
        wie,
        werk,
        op,
        contract=contract,
        heeft_lks=lks,
        **{**oud, "loonwaarde": np.where(lks, loonwaarde, GEEN)},
    )
    meting = np.select([werk == soort for soort in _HERMETING], list(_HERMETING.values()), GEEN)
    na = np.where(was_forfait, _TIJDELIJK_MAANDEN - _FORFAIT_MAANDEN, meting)
    k["werk_tot"][wie] = np.where(na == GEEN, GEEN, maand.volgnummer + na)
    raak(w, wie, maand)


def _eindig_baan(w: Wereld, maand: Maand, wie: Array) -> None:
    """The job ends.

    Some go on to ordinary work, the others return to the benefit; who had a sheltered place waits for the next.
    """
    k = w.klanten
    op, was = maand.dagen(len(wie)), k["werk"][wie]
    door = _met_kans(w, maand, wie, "na_garantiebaan_regulier") & (was == GARANTIEBAAN)
    eindig_alles(w, wie[door], op[door], 0, maand)
    naar_regulier_werk(w, maand, wie[door], op[door])
    terug = wie[~door]
    eindig_plaatsing(w, terug, op[~door])
    naar_bijstand = ~heeft_partner_elders(w)[terug]
    begin_uitkering(w, terug[naar_bijstand], op[~door][naar_bijstand])
    wacht = terug[k["advies"][terug] == ADVIES_POSITIEF]
    k["wacht_sinds"][wacht] = maand.volgnummer
    raak(w, terug, maand)


def begeleid_werken(w: Wereld, maand: Maand) -> None:
    """Contracts with begeleid werken that end; those people go back to the Wsw workshop."""
    k = w.klanten
    per_maand = w.aannamen.getal("wsw", "einde_begeleid_werken_per_jaar") / 12
    wie = np.flatnonzero(vrij(w, maand) & (k["werk"] == BEGELEID) & (maand.kans.random(len(k)) < per_maand))
    op, rij = maand.dagen(len(wie)), k["plaatsing"][wie]
    uren = w.plaatsingen["uren"][rij].copy()
    eindig_plaatsing(w, wie, op)
    begin_plaatsing(
        w,
        wie,
        WSW,
        op,
        werkgever=kies_werkgever(w, maand.kans, wie, WERKLEER),
        verband=IN_DIENST,
        contract=VAST,
        uren=uren,
    )
    raak(w, wie, maand)


def participatieplekken(w: Wereld, maand: Maand) -> None:
    """Werkleerplekken of three or six months, and dagbesteding, each at its assumed share of its people."""
    k, a = w.klanten, w.aannamen
    klaar = np.flatnonzero(vrij(w, maand) & (k["werk"] == WERKLEER) & (k["werk_tot"] <= maand.volgnummer))
    eindig_plaatsing(w, klaar, w.plaatsingen["tot"][k["plaatsing"][klaar]])
    raak(w, klaar, maand)
    per_maand = a.getal("participatie", "einde_dagbesteding_per_jaar") / 12
    stopt = np.flatnonzero(vrij(w, maand) & (k["werk"] == DAGBESTEDING) & (maand.kans.random(len(k)) < per_maand))
    eindig_plaatsing(w, stopt, maand.dagen(len(stopt)))
    raak(w, stopt, maand)
    _vul_aan(w, maand, WERKLEER, (DG_50_80, JONGEREN), a.getal("participatie", "aandeel_werkleerplek"))
    _vul_aan(w, maand, DAGBESTEDING, (DG_0_30,), a.getal("participatie", "aandeel_dagbesteding"))


def _vul_aan(w: Wereld, maand: Maand, werk: int, doelgroepen: tuple[int, ...], aandeel: float) -> None:
    k = w.klanten
    groep = np.isin(k["doelgroep"], doelgroepen) & (k["uitkering"] != GEEN)
    nodig = round(aandeel * int(groep.sum())) - int((k["werk"] == werk).sum())
    nodig = min(nodig, w.hele(f"begin {PLAATSING[werk]}", aandeel * int(groep.sum()) / 3))
    kandidaat = groep & vrij(w, maand) & (k["werk"] == GEEN_WERK) & (k["advies"] != 1)
    wie = kies(maand.kans, kandidaat.astype(np.float64), nodig)
    uren = np.array([800, 1200, 1600, 2000]) if werk == DAGBESTEDING else np.array([1600, 2000, 2400, 2800])
    begin_plaatsing(
        w,
        wie,
        werk,
        maand.dagen(len(wie)),
        werkgever=kies_werkgever(w, maand.kans, wie, werk),
        verband=GEEN_VERBAND,
        contract=GEEN_CONTRACT,
        uren=uren[(maand.kans.random(len(wie)) * 4).astype(np.int64)],
    )
    if werk == WERKLEER:
        _spreek_duur_af(w, maand, wie, 3 + 3 * _met_kans(w, maand, wie, "werkleerplek_verlengd"))
    raak(w, wie, maand)
