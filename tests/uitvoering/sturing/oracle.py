"""Every figure counted the slow way: plain Python over plain rows, one sentence of the definition per function."""

import datetime
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from tests.uitvoering.register import GROEPEN, Toeval

Dag = datetime.date
Rij = dict[str, Any]
KADERNOTA = GROEPEN[:4]
NULMETING = Dag(2013, 1, 1)
DIENST = ("in_dienst", "detachering", "uitzendbureau")


def loopt(rij: Rij, op: Dag) -> bool:
    return bool(rij["vanaf"] <= op and (rij["tot"] is None or rij["tot"] > op))


def jaar_terug(op: Dag) -> Dag:
    try:
        return op.replace(year=op.year - 1)
    except ValueError:
        return Dag(op.year - 1, 2, 28)


class Telling:
    """The slow counts of one random register, for one set of municipalities on one date."""

    def __init__(self, register: Toeval, codes: tuple[str, ...], op: Dag) -> None:
        self.r, self.op, self.toen = register, op, jaar_terug(op)
        self.codes = codes
        self.van = {p["pk"]: p for p in register.personen}
        self.baas = {w["pk"]: w for w in register.werkgevers}

    def leeft(self, wie: int, op: Dag) -> bool:
        overleden = self.van[wie]["overleden_op"]
        return overleden is None or overleden > op

    def hier(self, wie: int) -> bool:
        return self.van[wie]["gemeente"] in self.codes

    def groep(self, groepen: tuple[str, ...], op: Dag) -> set[int]:
        return {
            i["persoon"]
            for i in self.r.indelingen
            if i["doelgroep"] in groepen and loopt(i, op) and self.leeft(i["persoon"], op) and self.hier(i["persoon"])
        }

    def bijstand(self) -> set[int]:
        return {
            u["persoon"]
            for u in self.r.uitkeringen
            if loopt(u, self.op) and self.leeft(u["persoon"], self.op) and self.hier(u["persoon"])
        }

    def begonnen(self) -> set[int]:
        uit = set()
        for u in self.r.uitkeringen:
            gisteren = u["vanaf"] - datetime.timedelta(days=1)
            door = any(v is not u and v["persoon"] == u["persoon"] and loopt(v, gisteren) for v in self.r.uitkeringen)
            if self.toen < u["vanaf"] <= self.op and not door and self.hier(u["persoon"]):
                uit.add(u["persoon"])
        return uit

    def beeindigd(self) -> set[int]:
        uit = set()
        for u in self.r.uitkeringen:
            if u["tot"] is None or not self.toen < u["tot"] <= self.op:
                continue
            door = any(v["persoon"] == u["persoon"] and loopt(v, u["tot"]) for v in self.r.uitkeringen)
            if not door and self.hier(u["persoon"]):
                uit.add(u["persoon"])
        return uit

    def plaatsen(self, *soorten: str) -> list[Rij]:
        return [
            p
            for p in self.r.plaatsingen
            if (not soorten or p["soort"] in soorten) and loopt(p, self.op) and self.leeft(p["persoon"], self.op)
        ]

    def van_hier(self, *soorten: str) -> list[Rij]:
        return [p for p in self.plaatsen(*soorten) if self.hier(p["persoon"])]

    def bij_gemeente(self, *verbanden: str) -> list[Rij]:
        return [p for p in self.plaatsen("garantiebaan") if self._is_gemeentebaan(p, verbanden)]

    def begonnen_bij_gemeente(self) -> list[Rij]:
        alle = [p for p in self.r.plaatsingen if p["soort"] == "garantiebaan" and p["vanaf"] <= self.op]
        return [p for p in alle if self._is_gemeentebaan(p, DIENST)]

    def _is_gemeentebaan(self, p: Rij, verbanden: tuple[str, ...]) -> bool:
        baas = self.baas[p["werkgever"]]
        is_gemeente = baas["is_gemeente"] and baas["gemeente"] in self.codes
        return bool(p["vanaf"] >= NULMETING and p["verband"] in verbanden and is_gemeente)

    def positief(self) -> list[Rij]:
        return [a for a in self.uitgebracht() if a["uitslag"] == "positief"]

    def uitgebracht(self) -> list[Rij]:
        return [a for a in self.adviezen() if a["uitgebracht_op"] is not None and a["uitgebracht_op"] <= self.op]

    def adviezen(self) -> list[Rij]:
        return [a for a in self.r.adviezen if self.hier(a["persoon"])]

    def aangevraagd_door(self, wie: str) -> list[Rij]:
        return [a for a in self.adviezen() if a["door"] == wie and a["aangevraagd_op"] <= self.op]

    def in_behandeling(self) -> list[Rij]:
        return [
            a
            for a in self.adviezen()
            if a["aangevraagd_op"] <= self.op
            and (a["uitgebracht_op"] is None or a["uitgebracht_op"] > self.op)
            and self.leeft(a["persoon"], self.op)
        ]

    def wachttijden(self) -> list[int]:
        """Days waited by each resident whose last advice is positive and who has no place."""
        met_plek = {p["persoon"] for p in self.plaatsen("beschut_werk")}
        dagen = []
        for wie in self.van:
            eigen = [(a["uitgebracht_op"], n, a) for n, a in enumerate(self.uitgebracht()) if a["persoon"] == wie]
            if not eigen or wie in met_plek or not self.leeft(wie, self.op):
                continue
            laatste = max(eigen, key=lambda e: e[:2])[2]
            if laatste["uitslag"] != "positief":
                continue
            einden = [
                p["tot"]
                for p in self.r.plaatsingen
                if p["persoon"] == wie and p["soort"] == "beschut_werk" and p["tot"] is not None and p["tot"] <= self.op
            ]
            dagen.append((self.op - max([laatste["uitgebracht_op"], *einden])).days)
        return dagen


def _uren(rijen: list[Rij], deler: str) -> Decimal:
    return sum((p["uren"] for p in rijen), Decimal(0)) / Decimal(deler)


def _personen(rijen: list[Rij]) -> int:
    return len({p["persoon"] for p in rijen})


def _gemiddeld(dagen: list[int]) -> Decimal | None:
    return Decimal(sum(dagen)) / len(dagen) if dagen else None


def _stromen(groep: str) -> dict[str, Callable[[Telling], int]]:
    return {
        f"doelgroep-{groep}": lambda t: len(t.groep((groep,), t.op)),
        f"instroom-{groep}": lambda t: len(t.groep((groep,), t.op) - t.groep(GROEPEN, t.toen)),
        f"doorstroom-naar-{groep}": lambda t: len(
            (t.groep((groep,), t.op) - t.groep((groep,), t.toen)) & t.groep(GROEPEN, t.toen)
        ),
        f"doorstroom-uit-{groep}": lambda t: len(
            (t.groep((groep,), t.toen) - t.groep((groep,), t.op)) & t.groep(GROEPEN, t.op)
        ),
        f"uitstroom-{groep}": lambda t: len(t.groep((groep,), t.toen) - t.groep(GROEPEN, t.op)),
    }


ORAKEL: dict[str, Callable[[Telling], Decimal | int | None]] = {
    **{sleutel: tel for groep in GROEPEN for sleutel, tel in _stromen(groep).items()},
    "doelgroepen-kadernota": lambda t: len(t.groep(KADERNOTA, t.op)),
    "doelgroepen-met-wsw": lambda t: len(t.groep((*KADERNOTA, "wsw-oud"), t.op)),
    "doelgroepen-alle": lambda t: len(t.groep(GROEPEN, t.op)),
    "bijstand": lambda t: len(t.bijstand()),
    "bijstand-begonnen": lambda t: len(t.begonnen()),
    "bijstand-beeindigd": lambda t: len(t.beeindigd()),
    "wsw-personen": lambda t: _personen(t.van_hier("wsw", "begeleid_werken")),
    "wsw-fte": lambda t: _uren(t.van_hier("wsw", "begeleid_werken"), "36"),
    "loonkostensubsidie": lambda t: _personen([p for p in t.van_hier() if p["loonkostensubsidie"]]),
    "beschut-werk-plekken": lambda t: len(t.van_hier("beschut_werk")),
    "beschut-werk-personen": lambda t: _personen(t.van_hier("beschut_werk")),
    "beschut-werk-plekken-31-uur": lambda t: _uren(t.van_hier("beschut_werk"), "31"),
    "beschut-werk-adviezen-positief": lambda t: len(t.positief()),
    "beschut-werk-wachtend": lambda t: len(t.wachttijden()),
    "beschut-werk-wachttijd": lambda t: _gemiddeld(t.wachttijden()),
    "beschut-werk-in-behandeling": lambda t: len(t.in_behandeling()),
    "beschut-werk-over-de-termijn": lambda t: len(
        [a for a in t.in_behandeling() if (t.op - a["aangevraagd_op"]).days > 56]
    ),
    "beschut-werk-aanvragen-gemeente": lambda t: len(t.aangevraagd_door("gemeente")),
    "beschut-werk-aanvragen-inwoner": lambda t: len(t.aangevraagd_door("persoon")),
    "garantiebanen-plekken": lambda t: len(t.van_hier("garantiebaan")),
    "garantiebanen-personen": lambda t: _personen(t.van_hier("garantiebaan")),
    "garantiebanen-banen": lambda t: _uren(t.van_hier("garantiebaan"), "25.5"),
    "social-return": lambda t: len([p for p in t.van_hier() if p["social_return"]]),
    "gemeente-garantiebanen": lambda t: _uren(t.bij_gemeente(*DIENST), "25.5"),
    "gemeente-garantiebanen-eigen": lambda t: _uren(t.bij_gemeente("in_dienst"), "25.5"),
    "gemeente-garantiebanen-detachering": lambda t: _uren(t.bij_gemeente("detachering"), "25.5"),
    "gemeente-garantiebanen-uitzendbureau": lambda t: _uren(t.bij_gemeente("uitzendbureau"), "25.5"),
    "gemeente-garantiebanen-begonnen": lambda t: len(t.begonnen_bij_gemeente()),
}
