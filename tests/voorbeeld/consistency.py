"""What must hold in every register, whatever its seed and size: each check returns the rows that break it."""

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from tests.voorbeeld.tables import (
    PERIODEN,
    Register,
    achttiende_verjaardag,
    eersten_van_de_maand,
    geldig,
    overlappend,
    per_persoon,
    personen,
)

Breuken = Iterable[Any]


def periodes_eindigen_na_hun_begin(r: Register, tot: datetime.date) -> Breuken:
    return [
        (blad, rij)
        for blad in PERIODEN
        for rij in r[blad]
        if rij["vanaf"] > tot or (rij["tot"] is not None and not rij["vanaf"] < rij["tot"] <= tot)
    ]


def niemand_heeft_er_twee_tegelijk(r: Register, tot: datetime.date) -> Breuken:
    """One dwelling, one benefit, one doelgroep, one place, one value of a fact, one partner at a time."""
    alleen = ("bewoningen", "uitkeringen", "indelingen", "plaatsingen")
    breuken = [paar for blad in alleen for paar in overlappend(r[blad])] + overlappend(r["feiten"], "feit")
    partners = [rij for rij in r["relaties"] if rij["soort"] == "partner"]
    beide = partners + [{**rij, "persoon": rij["ander"], "ander": rij["persoon"]} for rij in partners]
    return breuken + overlappend(beide)


def niets_valt_buiten_een_leven(r: Register, tot: datetime.date) -> Breuken:
    mensen = personen(r)
    breuken = []
    for blad in PERIODEN:
        for rij in r[blad]:
            leden = [mensen[rij["persoon"]]] + ([mensen[rij["ander"]]] if "ander" in rij else [])
            for lid in leden:
                overleden = lid["overleden_op"]
                te_lang = overleden is not None and (rij["tot"] is None or rij["tot"] > overleden)
                if rij["vanaf"] < lid["geboortedatum"] or te_lang:
                    breuken.append((blad, rij, lid))
    laat = [
        (b, mensen[b["persoon"]])
        for b in r["besluiten"]
        if (d := mensen[b["persoon"]]["overleden_op"]) is not None and b["genomen_op"] > d
    ]
    return breuken + laat


def verwijzingen_bestaan_en_nummers_zijn_enig(r: Register, tot: datetime.date) -> Breuken:
    mensen, werkgevers = personen(r), {rij["nummer"] for rij in r["werkgevers"]}
    breuken: list[Any] = [blad for blad, rijen in r.items() if "nummer" in rijen[:1] and _dubbel(rijen, "nummer")]
    for blad, rijen in r.items():
        if rijen and "nummer" in rijen[0] and _dubbel(rijen, "nummer"):
            breuken.append(blad)
        for rij in rijen:
            wie = [rij[kolom] for kolom in ("persoon", "ander") if kolom in rij]
            if any(nummer not in mensen for nummer in wie) or (
                "werkgever" in rij and rij["werkgever"] not in werkgevers
            ):
                breuken.append((blad, rij))
    return breuken


def _dubbel(rijen: list[dict[str, Any]], kolom: str) -> bool:
    return len({rij[kolom] for rij in rijen}) != len(rijen)


def bsn_doorstaat_de_elfproef_en_begint_met_999(r: Register, tot: datetime.date) -> Breuken:
    gewichten = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    gezien: set[str] = set()
    breuken = []
    for rij in r["personen"]:
        bsn = rij["bsn"]
        som = sum(int(cijfer) * gewicht for cijfer, gewicht in zip(bsn, gewichten, strict=True))
        if som % 11 or not bsn.startswith("999") or bsn in gezien:
            breuken.append(rij)
        gezien.add(bsn)
    return breuken


def geen_minderjarige_heeft_bijstand_doelgroep_baan_of_partner(r: Register, tot: datetime.date) -> Breuken:
    mensen = personen(r)
    rijen = [rij for blad in ("uitkeringen", "indelingen", "plaatsingen") for rij in r[blad]]
    rijen += [rij for rij in r["relaties"] if rij["soort"] == "partner"]
    return [
        rij
        for rij in rijen
        for nummer in (rij["persoon"], rij.get("ander", rij["persoon"]))
        if rij["vanaf"] < achttiende_verjaardag(mensen[nummer]["geboortedatum"])
    ]


def ouders_zijn_minstens_zestien_jaar_ouder(r: Register, tot: datetime.date) -> Breuken:
    mensen = personen(r)
    return [
        rij
        for rij in r["relaties"]
        if rij["soort"] == "ouder"
        and (mensen[rij["ander"]]["geboortedatum"] - mensen[rij["persoon"]]["geboortedatum"]).days < 16 * 365
    ]


def partners_wonen_samen_en_delen_de_bijstand(r: Register, tot: datetime.date) -> Breuken:
    """On the first of every sixth month. A client whose partner is no client has no benefit at all."""
    breuken = []
    for op in list(eersten_van_de_maand(datetime.date(2014, 12, 1), tot))[::6]:
        woning = {rij["persoon"]: rij["woning"] for rij in geldig(r["bewoningen"], op)}
        bijstand = {rij["persoon"] for rij in geldig(r["uitkeringen"], op)}
        for rij in geldig(r["relaties"], op):
            een, twee = rij["persoon"], rij["ander"]
            if rij["soort"] == "partner" and (
                woning.get(een) != woning.get(twee) or (een in bijstand) != (twee in bijstand)
            ):
                breuken.append((op, rij))
    return breuken


def beschut_werk_volgt_op_een_positief_advies(r: Register, tot: datetime.date) -> Breuken:
    positief = {rij["persoon"]: rij["uitgebracht_op"] for rij in r["adviezen"] if rij["uitslag"] == "positief"}
    plekken = [rij for rij in r["plaatsingen"] if rij["soort"] == "beschut_werk"]
    return [rij for rij in plekken if rij["persoon"] not in positief or rij["vanaf"] <= positief[rij["persoon"]]]


def adviezen_kloppen_met_de_wet(r: Register, tot: datetime.date) -> Breuken:
    """Own requests since 2017 (Participatiewet 10b lid 3); an outcome has a date, on or after the request."""
    return [
        rij
        for rij in r["adviezen"]
        if (rij["aangevraagd_door"] == "persoon" and rij["aangevraagd_op"] < datetime.date(2017, 1, 1))
        or (rij["uitslag"] is None) != (rij["uitgebracht_op"] is None)
        or (rij["uitgebracht_op"] is not None and not rij["aangevraagd_op"] < rij["uitgebracht_op"] <= tot)
    ]


def plaatsen_houden_hun_termijn(r: Register, tot: datetime.date) -> Breuken:
    """Trial places: two months. Werkleerplekken and the forfait: six; the forfait exists since 2017-02-01."""
    grens = {"proefplaats": 62, "werkleerplek": 184}
    breuken = []
    for rij in r["plaatsingen"]:
        dagen = ((rij["tot"] or tot) - rij["vanaf"]).days
        forfait = rij["is_forfait"] == "ja"
        if dagen > grens.get(rij["soort"], dagen) or (
            forfait and (dagen > 184 or rij["vanaf"] < datetime.date(2017, 2, 1))
        ):
            breuken.append(rij)
    return breuken


def loonkostensubsidie_past_bij_de_plaats(r: Register, tot: datetime.date) -> Breuken:
    """Only with a contract, from 2015 on; a loonwaarde unless the forfait replaces it; no benefit beside such a job."""
    breuken = []
    bijstand = per_persoon(r["uitkeringen"])
    for rij in r["plaatsingen"]:
        lks, forfait = rij["heeft_loonkostensubsidie"] == "ja", rij["is_forfait"] == "ja"
        if lks and (rij["contract"] == "geen" or rij["vanaf"] < datetime.date(2015, 1, 1)):
            breuken.append(rij)
        if (rij["loonwaarde_percentage"] is not None) != (lks and not forfait):
            breuken.append(rij)
        if rij["soort"] in ("garantiebaan", "beschut_werk") and geldig(
            bijstand.get((rij["persoon"],), []), rij["vanaf"]
        ):
            breuken.append(rij)
    return breuken


def wie_bijstand_heeft_is_ingedeeld(r: Register, tot: datetime.date) -> Breuken:
    """From the Kadernota's stock on: a benefit begins and ends inside a doelgroep."""
    breuken = []
    for op in list(eersten_van_de_maand(datetime.date(2015, 1, 1), tot))[::5]:
        ingedeeld = {rij["persoon"] for rij in geldig(r["indelingen"], op)}
        breuken += [(op, rij) for rij in geldig(r["uitkeringen"], op) if rij["persoon"] not in ingedeeld]
    return breuken


def uitkeringen_eindigen_met_een_reden(r: Register, tot: datetime.date) -> Breuken:
    return [rij for rij in r["uitkeringen"] if (rij["tot"] is None) != (rij["reden_einde"] is None)]


def besluiten_horen_bij_wat_gebeurde(r: Register, tot: datetime.date) -> Breuken:
    """Every ended benefit but for death was ended by decision within two weeks; no decision is of a day to come."""
    beeindigd: dict[tuple[str, datetime.date], int] = defaultdict(int)
    for rij in r["besluiten"]:
        if rij["soort"] == "beeindiging_bijstand":
            beeindigd[(rij["persoon"], rij["vanaf"])] += 1
    breuken: list[Any] = [rij for rij in r["besluiten"] if rij["genomen_op"] > tot]
    for rij in r["uitkeringen"]:
        oud = (
            rij["tot"] is not None
            and rij["tot"] < tot - datetime.timedelta(days=31)
            and rij["reden_einde"] != "overlijden"
        )
        if oud and beeindigd[(rij["persoon"], rij["tot"])] != 1:
            breuken.append(rij)
    return breuken


REGELS: tuple[Callable[[Register, datetime.date], Breuken], ...] = (
    periodes_eindigen_na_hun_begin,
    niemand_heeft_er_twee_tegelijk,
    niets_valt_buiten_een_leven,
    verwijzingen_bestaan_en_nummers_zijn_enig,
    bsn_doorstaat_de_elfproef_en_begint_met_999,
    geen_minderjarige_heeft_bijstand_doelgroep_baan_of_partner,
    ouders_zijn_minstens_zestien_jaar_ouder,
    partners_wonen_samen_en_delen_de_bijstand,
    beschut_werk_volgt_op_een_positief_advies,
    adviezen_kloppen_met_de_wet,
    plaatsen_houden_hun_termijn,
    loonkostensubsidie_past_bij_de_plaats,
    wie_bijstand_heeft_is_ingedeeld,
    uitkeringen_eindigen_met_een_reden,
    besluiten_horen_bij_wat_gebeurde,
)
