"""One table under two sets of decisions: who gains, who loses, and what it costs the municipality.

Both sides are computed by the same kernel and the same law; only the open terms differ. Amounts are whole cents.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from meedoen.recht.engine.arrays import Getallen, Waarheden
from meedoen.recht.engine.batches import bestand_voor, blokken
from meedoen.recht.engine.cases import als_opgave, zoek_huishouden
from meedoen.recht.engine.dwellings import Woningen, lees_woningen
from meedoen.recht.engine.errors import TabelFout
from meedoen.recht.engine.exact import bereken
from meedoen.recht.engine.families import LEEFTIJDEN, SOORTEN, Gezinnen, gezinnen
from meedoen.recht.engine.household import lees_geval
from meedoen.recht.engine.kernel import Kern
from meedoen.recht.engine.law import Recht, laad_recht
from meedoen.recht.engine.native import PARTNER
from meedoen.recht.engine.results import kolomnaam, noemer_in_tabel, reken_woningen
from meedoen.recht.engine.table import Tabeluitkomst, kern_voor
from meedoen.recht.engine.terms import GEEN_VERORDENING, Verordening
from meedoen.recht.engine.trace import Uitkomst
from meedoen.recht.spending import Uitgave, geraakte_uitgaven, uitgaven_van, verschillende_termen

GRENZEN = (-100_000, -50_000, -10_000, 0, 1, 10_001, 50_001, 100_001)
"""Cents a year at which a next group of the distribution begins; from 0 to 1 is no change."""
MEESTE = 10
GROEPEN = len(SOORTEN) * len(LEEFTIJDEN)


@dataclass(frozen=True)
class Stand:
    """What was met so far. A family is of group (sort x age); its difference is in cents a year.

    groepen       rows: families, gaining, losing, sum of differences; a column per group
    spreiding     families between the GRENZEN
    uitkomsten    a row per result: persons (families) who get more, who get less, sum of differences
    redenen       (result, side, reason) -> rows that could not be compared
    uitschieters  (difference, dwelling, person) of those who gain and lose most
    niet_vergeleken, deels_vergeleken  families of whom no result, or not every result, could be computed
    """

    groepen: Getallen
    spreiding: Getallen
    uitkomsten: Getallen
    redenen: Counter[tuple[str, str, str]]
    uitschieters: tuple[tuple[int, str, str], ...]
    niet_vergeleken: int = 0
    deels_vergeleken: int = 0

    def __add__(self, ander: "Stand") -> "Stand":
        """Both together."""
        alle = sorted({*self.uitschieters, *ander.uitschieters})
        return Stand(
            self.groepen + ander.groepen,
            self.spreiding + ander.spreiding,
            self.uitkomsten + ander.uitkomsten,
            self.redenen + ander.redenen,
            tuple(alle if len(alle) <= 2 * MEESTE else alle[:MEESTE] + alle[-MEESTE:]),
            self.niet_vergeleken + ander.niet_vergeleken,
            self.deels_vergeleken + ander.deels_vergeleken,
        )


@dataclass(frozen=True)
class Vergelijking:
    """A comparison: which open terms differ, which results were compared and how each counts, and what came of it."""

    termen: tuple[str, ...]
    gevraagd: tuple[str, ...]
    uitgaven: tuple[Uitgave, ...]
    telling: Tabeluitkomst
    stand: Stand

    @property
    def kosten_per_jaar(self) -> int:
        """What B costs the municipality more than A, in cents a year; below zero is what it saves."""
        return int(self.stand.groepen[3].sum())

    def per_soort(self) -> dict[str, list[int]]:
        """Families, gaining, losing and sum of differences (cents a year) per sort of family."""
        return _tabel(self.stand, SOORTEN, as_=2)

    def per_leeftijd(self) -> dict[str, list[int]]:
        """The same by age of the oldest adult of the family."""
        return _tabel(self.stand, LEEFTIJDEN, as_=1)


def _tabel(stand: Stand, namen: Sequence[str], as_: int) -> dict[str, list[int]]:
    per_groep = stand.groepen.reshape(4, len(SOORTEN), len(LEEFTIJDEN)).sum(axis=as_)
    return {naam: [int(getal) for getal in per_groep[:, plaats]] for plaats, naam in enumerate(namen)}


def vergelijk(
    invoer: Path,
    a: Verordening,
    b: Verordening,
    *,
    gevraagd: Sequence[str] = (),
    peildatum: date | None = None,
    recht: Recht | None = None,
    alleen_juiste: bool = False,
    uitvoer: Path | None = None,
    voortgang: Callable[[int], None] | None = None,
) -> Vergelijking:
    """Computes a table under both; without `gevraagd` the spending that depends on what differs.

    `uitvoer` gets a row per person. Faults are refused as by `bereken_tabel`.
    """
    recht = recht or laad_recht()
    termen = verschillende_termen(a, b, recht)
    namen = tuple(dict.fromkeys(gevraagd or geraakte_uitgaven(termen, recht)))
    kernen = [kern_voor(namen, peildatum, recht, kant) for kant in (a, b)]
    uitgaven = uitgaven_van(namen, recht)
    _eis_centen(kernen[0])
    telling, stand = Tabeluitkomst(), _leeg(len(namen))
    with bestand_voor(uitvoer) as schrijf, ThreadPoolExecutor(2) as draden:
        for blok in blokken(invoer, recht, peildatum, alleen_juiste=alleen_juiste):
            woningen = lees_woningen(blok, kernen[0], peildatum)
            fout = woningen.foute_huishoudens()
            telling = telling.met(woningen, int(fout.sum()) if alleen_juiste else 0)
            if not fout.any() or alleen_juiste:
                juist = blok.filter(pa.array(~fout)) if fout.any() else blok
                kanten = list(draden.map(partial(_reken, juist, peildatum), kernen))
                nieuw, rijen = _vergelijk_blok(kanten, kernen[0], uitgaven)
                stand += nieuw
                schrijf(rijen)
            if voortgang is not None:
                voortgang(telling.rijen)
        if not alleen_juiste:
            telling.eis_juist(invoer.name)
    return Vergelijking(termen, namen, uitgaven, telling, stand)


def leg_uit(
    invoer: Path,
    huishouden: str,
    a: Verordening,
    b: Verordening,
    *,
    gevraagd: Sequence[str] = (),
    peildatum: date | None = None,
    recht: Recht | None = None,
) -> tuple[Uitkomst, Uitkomst]:
    """One dwelling of the table under both, by the exact evaluator, with every step."""
    recht = recht or laad_recht()
    namen = gevraagd or geraakte_uitgaven(verschillende_termen(a, b, recht), recht)
    rijen = zoek_huishouden(invoer, huishouden, recht, peildatum)
    gemeente = rijen["gemeente"][0].as_py() if "gemeente" in rijen.column_names else None
    geval = lees_geval(als_opgave(rijen, namen, recht, peildatum), recht=recht)
    geldt = [kant if gemeente is None or kant.gemeente in ("", gemeente) else GEEN_VERORDENING for kant in (a, b)]
    van, naar = (bereken(geval, recht=recht, verordening=kant, vragen=True) for kant in geldt)
    return van, naar


def _eis_centen(kern: Kern) -> None:
    for naam in kern.gevraagd:
        if noemer_in_tabel(naam, kern) != 100:
            raise TabelFout(f"{naam} is niet op centen afgerond; vergelijk een bedrag dat wordt betaald.")


def _leeg(aantal: int) -> Stand:
    return Stand(
        np.zeros((4, GROEPEN), np.int64),
        np.zeros(len(GRENZEN) + 1, np.int64),
        np.zeros((aantal, 3), np.int64),
        Counter(),
        (),
    )


def _reken(blok: Any, peildatum: date | None, kern: Kern) -> tuple[Woningen, Any]:
    woningen = lees_woningen(blok, kern, peildatum)
    return woningen, reken_woningen(woningen, kern)


def _vergelijk_blok(
    kanten: Sequence[tuple[Woningen, Any]], kern: Kern, uitgaven: Sequence[Uitgave]
) -> tuple[Stand, Any]:
    """What these dwellings add, and their rows for the file."""
    (woningen, uit_a), (_, uit_b) = kanten
    families = gezinnen(woningen)
    per_jaar = np.zeros(uit_a.num_rows, np.int64)
    is_vergeleken, is_heel = np.zeros(uit_a.num_rows, np.bool_), np.ones(uit_a.num_rows, np.bool_)
    uitkomsten = np.zeros((len(uitgaven), 3), np.int64)
    redenen: Counter[tuple[str, str, str]] = Counter()
    soort = pa.array(SOORTEN).take(pa.array(families.soort[families.hoofd]))
    kolommen = {"huishouden": uit_a["huishouden"], "persoon": uit_a["persoon"], "gezin": soort}
    for plaats, (naam, uitgave) in enumerate(zip(kern.gevraagd, uitgaven, strict=True)):
        (van, goed_a), (naar, goed_b) = (_centen(uit, naam, kern) for uit in (uit_a, uit_b))
        goed = goed_a & goed_b
        kolommen |= {
            f"{naam}_a_in_centen": pa.array(van, mask=~goed_a),
            f"{naam}_b_in_centen": pa.array(naar, mask=~goed_b),
            f"{naam}_verschil_in_centen": pa.array(naar - van, mask=~goed),
        }
        for kant, uit, is_goed in (("A", uit_a, goed_a), ("B", uit_b, goed_b)):
            redenen += _redenen(naam, kant, uit, is_goed)
        verschil = np.where(goed, naar - van, 0)
        if uitgave.per_gezin:
            verschil = _een_per_gezin(verschil, goed, woningen)
        uitkomsten[plaats] = (verschil > 0).sum(), (verschil < 0).sum(), verschil.sum()
        per_jaar += uitgave.per_jaar * verschil
        is_vergeleken |= goed
        is_heel &= goed
    return _stand(per_jaar, (is_vergeleken, is_heel), families, uit_a, uitkomsten, redenen), pa.table(kolommen)


def _centen(uit: Any, naam: str, kern: Kern) -> tuple[Getallen, Waarheden]:
    """The amounts, and whether there is an answer: an amount, or no right to one, which counts as nothing."""
    waarden = uit[kolomnaam(naam, kern)].combine_chunks().fill_null(0).to_numpy()
    status = uit[f"{naam}_status"].cast(pa.string())
    return waarden, np.asarray(pc.is_in(status, value_set=pa.array(["", "leeg"])))


def _redenen(naam: str, kant: str, uit: Any, goed: Waarheden) -> Counter[tuple[str, str, str]]:
    """Why rows have no answer, and how many."""
    if goed.all():
        return Counter()
    geteld = pc.value_counts(uit[f"{naam}_reden"].cast(pa.string()).filter(pa.array(~goed))).to_pylist()
    return Counter({(naam, kant, deel["values"]): deel["counts"] for deel in geteld})


def _een_per_gezin(verschil: Getallen, goed: Waarheden, woningen: Woningen) -> Getallen:
    """Of what stands with both partners only one: that of the first who has an answer."""
    partner = woningen.f[PARTNER]
    is_tweede = (partner >= 0) & (partner < np.arange(len(partner))) & goed[partner]
    return np.where(is_tweede, 0, verschil)


def _stand(
    per_jaar: Getallen,
    vergeleken: tuple[Waarheden, Waarheden],
    families: Gezinnen,
    uit: Any,
    uitkomsten: Getallen,
    redenen: Counter[tuple[str, str, str]],
) -> Stand:
    """The families of a block, counted by group; `vergeleken`: of whom anything, and everything, was computed."""
    aantal = len(per_jaar)
    is_vergeleken, is_heel = vergeleken
    bedrag = np.zeros(aantal, np.int64)
    np.add.at(bedrag, families.hoofd, per_jaar)
    telt = np.bincount(families.hoofd, is_vergeleken, aantal) > 0
    hoofd = np.flatnonzero(families.is_hoofd & telt)
    bedrag, groep = bedrag[hoofd], families.soort[hoofd] * len(LEEFTIJDEN) + families.leeftijd[hoofd]
    groepen = np.zeros((4, GROEPEN), np.int64)
    for rij, hoeveel in enumerate((np.ones(len(hoofd), np.int64), bedrag > 0, bedrag < 0, bedrag)):
        np.add.at(groepen[rij], groep, hoeveel)
    spreiding = np.bincount(np.searchsorted(GRENZEN, bedrag, side="right"), minlength=len(GRENZEN) + 1)
    volgorde = np.argsort(bedrag, kind="stable")
    uiterst = volgorde if len(volgorde) <= 2 * MEESTE else np.append(volgorde[:MEESTE], volgorde[-MEESTE:])
    wie = uit.select(["huishouden", "persoon"]).take(hoofd[uiterst]).to_pylist()
    uitschieters = [
        (int(deel), str(rij["huishouden"]), str(rij["persoon"])) for deel, rij in zip(bedrag[uiterst], wie, strict=True)
    ]
    geraakt = tuple(deel for deel in uitschieters if deel[0])
    niet = int((families.is_hoofd & ~telt).sum())
    mist_iets = np.bincount(families.hoofd, ~is_heel, aantal) > 0
    deels = int((families.is_hoofd & telt & mist_iets).sum())
    return Stand(groepen, spreiding, uitkomsten, redenen, geraakt, niet, deels)
