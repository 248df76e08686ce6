"""The tables ("bladen") of a finished block, in the shape that the import reads."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from . import decisions, employers, facts, names, relations
from .assumptions import DOELGROEPEN
from .block import Blok
from .bsn import bsn_reeks
from .calendar import OPEN, Array
from .households import P_DELER, P_PARTNER, PLEKKEN
from .sheets import datums, decimalen, janee, keuzes, nummers, zichtbaar_tot
from .world import CONTRACT, GEEN, PLAATSING, REDENEN, VERBAND

INSTRUMENTEN = ("", "diagnosegesprek", "werkproef", "loonwaardemeting", "dossieronderzoek")
_WONINGEN = PLEKKEN * 4


@dataclass(frozen=True)
class Begin:
    """How many people, households, employers and rows the blocks before this one had."""

    personen: int = 0
    huishoudens: int = 0
    werkgevers: int = 0
    uitkeringen: int = 0
    indelingen: int = 0
    plaatsingen: int = 0
    adviezen: int = 0
    besluiten: int = 0


def volgend_begin(b: Blok, begin: Begin) -> Begin:
    """Where the block after `b` begins."""
    w = b.wereld
    return Begin(
        begin.personen + len(b.zichtbaar),
        begin.huishoudens + len(w.huishoudens),
        begin.werkgevers + len(w.werkgevers),
        begin.uitkeringen + len(w.uitkeringen),
        begin.indelingen + len(w.indelingen),
        begin.plaatsingen + len(w.plaatsingen),
        begin.adviezen + len(w.adviezen),
        begin.besluiten + len(w.besluiten),
    )


def bladen(b: Blok, begin: Begin) -> dict[str, pa.Table]:
    """All tables of the block by name, in the order of loading."""
    return {
        "personen": _personen(b, begin),
        "bewoningen": _bewoningen(b, begin),
        "relaties": _relaties(b, begin),
        "feiten": _feiten(b, begin),
        "uitkeringen": _uitkeringen(b, begin),
        "indelingen": _indelingen(b, begin),
        "werkgevers": _werkgevers(b, begin),
        "plaatsingen": _plaatsingen(b, begin),
        "adviezen": _adviezen(b, begin),
        "besluiten": _besluiten(b, begin),
    }


def _gemeentecodes(b: Blok) -> tuple[str, ...]:
    return tuple(b.wereld.aannamen.tabel("gemeenten")["aandeel"])


def persoonsnummers(begin: Begin, personen: Array) -> pa.Array:
    return nummers("P", begin.personen + personen + 1)


def _personen(b: Blok, begin: Begin) -> pa.Table:
    leden, er = b.leden, b.leden.is_mogelijk
    huis = np.nonzero(er)[0]
    wie = np.flatnonzero(b.zichtbaar)
    kans = b.kans(6).random((len(b.zichtbaar), 2))
    eigen_naam = _heeft_eigen_naam(er)
    per_huis = (np.arange(len(er)) * 7919 + b.nummer * 31 + b.zaad) % len(names.ACHTERNAMEN)
    achternaam = np.where(eigen_naam, (kans[:, 0] * len(names.ACHTERNAMEN)).astype(np.int64), per_huis[huis])
    bsn = bsn_reeks(begin.personen, len(b.zichtbaar), b.zaad)
    return pa.table(
        {
            "nummer": persoonsnummers(begin, wie),
            "bsn": nummers("", bsn[wie], 9),
            "voornaam": keuzes(names.VOORNAMEN, (kans[wie, 1] * len(names.VOORNAMEN)).astype(np.int64)),
            "achternaam": keuzes(names.ACHTERNAMEN, achternaam[wie]),
            "geboortedatum": datums(leden.geboren[er][wie]),
            "overleden_op": datums(zichtbaar_tot(leden.overleden[er][wie], b.peil)),
            "gemeentecode": keuzes(_gemeentecodes(b), b.wereld.huishoudens["gemeente"][huis[wie]]),
        }
    )


def _heeft_eigen_naam(er: Array) -> Array:
    """Partners and housemates have a name of their own; children, parents and siblings that of the first client."""
    plek = np.nonzero(er)[1]
    return np.asarray((plek == P_PARTNER) | (plek >= P_DELER))


def _bewoningen(b: Blok, begin: Begin) -> pa.Table:
    w, leden = b.wereld, b.leden
    v = w.verblijven
    huis, plek = np.nonzero(leden.er_is & (leden.klant == GEEN))
    eerste_tot = np.minimum(leden.tot, leden.later)[huis, plek]
    later = leden.later[huis, plek]
    anders = later < OPEN
    persoon = np.concatenate([b.klant[v["klant"]], b.persoon[huis, plek], b.persoon[huis, plek][anders]])
    woning = np.concatenate([v["woning"], huis * _WONINGEN, (huis * _WONINGEN + plek * 4 + 1)[anders]])
    vanaf = np.concatenate([v["vanaf"], leden.vanaf[huis, plek], later[anders]])
    tot = np.concatenate([v["tot"], eerste_tot, leden.overleden[huis, plek][anders]])
    goed = b.zichtbaar[persoon] & (vanaf <= b.peil) & (tot > vanaf)
    persoon, woning, vanaf, tot = persoon[goed], woning[goed], vanaf[goed], tot[goed]
    sleutel = nummers("W", begin.huishoudens + woning // _WONINGEN + 1)
    return pa.table(
        {
            "persoon": persoonsnummers(begin, persoon),
            "woning": pc.binary_join_element_wise(sleutel, nummers("", woning % _WONINGEN, 2), "-"),
            "vanaf": datums(vanaf),
            "tot": datums(zichtbaar_tot(tot, b.peil)),
            **_adressen(b, begin, woning),
        }
    )


def _adressen(b: Blok, begin: Begin, woning: Array) -> dict[str, pa.Array]:
    """The invented address of each dwelling, another for each; no chance is drawn, so it is the same in every run."""
    huis, deel = woning // _WONINGEN, woning % _WONINGEN
    straat = ((begin.huishoudens + huis) * 7919 + deel * 31) % len(names.STRATEN)
    nummer = nummers("", 1 + (begin.huishoudens + huis) // len(names.STRATEN), 1)
    plaats = (b.wereld.huishoudens["gemeente"][huis] * 2 + straat % 2) % len(names.WOONPLAATSEN)
    letters = keuzes(names.POSTCODELETTERS, straat // 2 % len(names.POSTCODELETTERS))
    return {
        "straat": keuzes(names.STRATEN, straat),
        "huisnummer": pc.binary_join_element_wise(nummer, pa.array(names.TOEVOEGINGEN).take(pa.array(deel)), ""),
        "postcode": pc.binary_join_element_wise(nummers("", 9901 + plaats, 4), letters, " "),
        "woonplaats": keuzes(names.WOONPLAATSEN, plaats),
    }


def _relaties(b: Blok, begin: Begin) -> pa.Table:
    r = relations.relaties(b)
    return pa.table(
        {
            "persoon": persoonsnummers(begin, r.persoon),
            "ander": persoonsnummers(begin, r.ander),
            "soort": keuzes(relations.SOORTEN, r.soort),
            "vanaf": datums(r.vanaf),
            "tot": datums(r.tot),
        }
    )


def _feiten(b: Blok, begin: Begin) -> pa.Table:
    f = facts.feiten(b)
    return pa.table(
        {
            "persoon": persoonsnummers(begin, f.persoon),
            "feit": keuzes(facts.FEITEN, f.feit),
            "waarde": f.waarde,
            "vanaf": datums(f.vanaf),
            "tot": datums(f.tot),
            "herkomst": keuzes(facts.HERKOMST, f.feit),
        }
    )


def _uitkeringen(b: Blok, begin: Begin) -> pa.Table:
    u = b.wereld.uitkeringen
    rij = np.flatnonzero(u["vanaf"] <= b.peil)
    tot = zichtbaar_tot(u["tot"][rij], b.peil)
    return pa.table(
        {
            "nummer": nummers("U", begin.uitkeringen + rij + 1),
            "persoon": persoonsnummers(begin, b.klant[u["klant"][rij]]),
            "vanaf": datums(u["vanaf"][rij]),
            "tot": datums(tot),
            "reden_einde": keuzes(REDENEN, np.where(tot == OPEN, 0, u["reden"][rij])),
        }
    )


def _indelingen(b: Blok, begin: Begin) -> pa.Table:
    i = b.wereld.indelingen
    rij = np.flatnonzero(i["vanaf"] <= b.peil)
    instrument = np.where(i["doelgroep"][rij] == DOELGROEPEN.index("wsw-oud"), 0, 1 + rij % (len(INSTRUMENTEN) - 1))
    return pa.table(
        {
            "nummer": nummers("I", begin.indelingen + rij + 1),
            "persoon": persoonsnummers(begin, b.klant[i["klant"][rij]]),
            "doelgroep": keuzes(DOELGROEPEN, i["doelgroep"][rij]),
            "vanaf": datums(i["vanaf"][rij]),
            "tot": datums(zichtbaar_tot(i["tot"][rij], b.peil)),
            "instrument": keuzes(INSTRUMENTEN, instrument),
        }
    )


def _werkgevernummers(b: Blok, begin: Begin, werkgevers: Array) -> pa.Array:
    gemeente = b.wereld.werkgevers["soort"][werkgevers] == employers.S_GEMEENTE
    return nummers("WG", np.where(gemeente, 0, begin.werkgevers) + werkgevers + 1, 7)


def _werkgevers(b: Blok, begin: Begin) -> pa.Table:
    g = b.wereld.werkgevers
    rij = np.arange(len(g)) if b.nummer == 0 else np.flatnonzero(g["soort"] != employers.S_GEMEENTE)
    return pa.table(
        {
            "nummer": _werkgevernummers(b, begin, rij),
            "naam": pa.array(
                [employers.naam(int(g["soort"][i]), int(g["gemeente"][i]), int(i)) for i in rij], pa.string()
            ),
            "gemeentecode": keuzes(_gemeentecodes(b), g["gemeente"][rij]),
            "sector": keuzes(("markt", "overheid"), np.isin(g["soort"][rij], employers.OVERHEID).astype(np.int64)),
            "is_gemeente": janee(g["soort"][rij] == employers.S_GEMEENTE),
        }
    )


def _plaatsingen(b: Blok, begin: Begin) -> pa.Table:
    p = b.wereld.plaatsingen
    rij = np.flatnonzero(p["vanaf"] <= b.peil)
    loonwaarde = p["loonwaarde"][rij]
    return pa.table(
        {
            "nummer": nummers("L", begin.plaatsingen + rij + 1),
            "persoon": persoonsnummers(begin, b.klant[p["klant"][rij]]),
            "werkgever": _werkgevernummers(b, begin, p["werkgever"][rij]),
            "soort": keuzes(PLAATSING, p["soort"][rij]),
            "verband": keuzes(VERBAND, p["verband"][rij]),
            "contract": keuzes(CONTRACT, p["contract"][rij]),
            "vanaf": datums(p["vanaf"][rij]),
            "tot": datums(zichtbaar_tot(p["tot"][rij], b.peil)),
            "uren_per_week": decimalen(p["uren"][rij], 5),
            "voltijd_uren_per_week": decimalen(np.maximum(p["uren"][rij], 3600), 5),
            "loonwaarde_percentage": decimalen(np.where(loonwaarde == GEEN, GEEN, loonwaarde * 100), 5),
            "is_forfait": janee(p["is_forfait"][rij]),
            "heeft_loonkostensubsidie": janee(p["heeft_lks"][rij]),
            "is_social_return": janee(p["is_social_return"][rij]),
        }
    )


def _adviezen(b: Blok, begin: Begin) -> pa.Table:
    a = b.wereld.adviezen
    rij = np.flatnonzero(a["aangevraagd"] <= b.peil)
    gegeven = a["uitgebracht"][rij] <= b.peil
    return pa.table(
        {
            "nummer": nummers("A", begin.adviezen + rij + 1),
            "persoon": persoonsnummers(begin, b.klant[a["klant"][rij]]),
            "aangevraagd_op": datums(a["aangevraagd"][rij]),
            "aangevraagd_door": keuzes(("gemeente", "persoon"), a["door_persoon"][rij].astype(np.int64)),
            "uitslag": keuzes(("", "negatief", "positief"), np.where(gegeven, 1 + a["is_positief"][rij], 0)),
            "uitgebracht_op": datums(zichtbaar_tot(a["uitgebracht"][rij], b.peil)),
        }
    )


def _besluiten(b: Blok, begin: Begin) -> pa.Table:
    d = decisions.besluiten(b)
    eerste = np.array([begin.uitkeringen, begin.uitkeringen, begin.plaatsingen, begin.besluiten])[d.reeks]
    letter = keuzes(("BT", "BE", "BL", "BO"), d.reeks)
    return pa.table(
        {
            "nummer": pc.binary_join_element_wise(letter, nummers("", eerste + d.rij + 1), ""),
            "persoon": persoonsnummers(begin, b.klant[d.klant]),
            "soort": keuzes(decisions.BESLUIT, d.soort),
            "genomen_op": datums(d.genomen),
            "vanaf": datums(d.vanaf),
            "bedrag_per_maand": decimalen(np.full(len(d.rij), GEEN), 10),
        }
    )
