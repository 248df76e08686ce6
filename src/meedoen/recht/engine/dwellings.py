"""Many dwellings at once: the rows of a table -> the arrays of a kernel, with every check of `household.py`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from meedoen.recht.engine import native
from meedoen.recht.engine.columns import Getallen, Kolom, Waarheden, lees_kolom
from meedoen.recht.engine.errors import Gebrek
from meedoen.recht.engine.facts import RELATIES, Feit
from meedoen.recht.engine.household import (
    HOOGSTE_LEEFTIJD,
    LAAGSTE_LEEFTIJD_PARTNER,
    MEESTE_PERSONEN,
)
from meedoen.recht.engine.kernel import Kern
from meedoen.recht.engine.law import Recht
from meedoen.recht.engine.units import DATUM
from meedoen.recht.engine.values import verwacht

PEILDATUM = Feit("peildatum", "datum", DATUM, "datum", 1, 0, None, "", "", "")  # type: ignore[arg-type]


@dataclass(frozen=True)
class Woningen:
    """Complete dwellings: `grenzen` are the first rows of each, and the end; f, mist, lijst: see `native.py`.

    `fouten` holds rows, field, what was expected, mend; `huishouden` the number of the dwelling of each row.
    """

    tabel: Any
    huishouden: Getallen
    grenzen: Getallen
    f: Getallen
    mist: Waarheden
    lijst: Getallen
    fouten: list[tuple[Getallen, str, str, str]] = field(default_factory=list)

    @property
    def aantal_gebreken(self) -> int:
        """How many faults there are."""
        return sum(len(rijen) for rijen, *_ in self.fouten)

    def gebreken(self, eerste_rij: int, meeste: int) -> list[tuple[int, Gebrek]]:
        """The first faults by row of the file (from 1), at most `meeste`."""
        plaatsen = sorted(
            (rij, nummer) for nummer, (rijen, *_) in enumerate(self.fouten) for rij in rijen[:meeste].tolist()
        )
        gebreken: list[tuple[int, Gebrek]] = []
        for rij, nummer in plaatsen[:meeste]:
            _, veld, wat, herstel = self.fouten[nummer]
            persoon = self.tabel["persoon"][rij].as_py()
            waarde = self.tabel[veld][rij].as_py() if veld in self.tabel.column_names else None
            tekst = "niet opgegeven" if waarde is None else str(waarde)[:60]
            gebreken.append((eerste_rij + rij + 1, Gebrek(str(persoon), veld, tekst, wat, herstel)))
        return gebreken

    def foute_huishoudens(self) -> Waarheden:
        """Per row: does its dwelling hold a fault?"""
        fout = np.zeros(max(len(self.grenzen) - 1, 0), np.bool_)
        for rijen, *_ in self.fouten:
            fout[self.huishouden[rijen]] = True
        return fout[self.huishouden]


def lees_woningen(tabel: Any, kern: Kern, peildatum: date | None) -> Woningen:
    """Reads rows that are clustered by dwelling. `peildatum` is for tables without such a column."""
    aantal = tabel.num_rows
    huishouden, grenzen = _grenzen(tabel["huishouden"])
    per_persoon = np.zeros((aantal, native.EIGEN_RIJEN + len(kern.feiten)), np.int64)
    mist = np.zeros((aantal, len(kern.feiten)), np.bool_)
    f = per_persoon.T
    fouten: list[tuple[Getallen, str, str, str]] = []
    _lees_peildatum(tabel, huishouden, grenzen, peildatum, kern.recht, f, fouten)
    f[native.VERSIE] = np.searchsorted(kern.dagen, f[native.PEILDATUM], side="right") - 1
    geboren = _lees_feiten(tabel, kern, f, mist.T, fouten)
    te_groot = np.diff(grenzen) > MEESTE_PERSONEN
    _meld(fouten, te_groot[huishouden], "huishouden", f"ten hoogste {MEESTE_PERSONEN} personen in een huishouden")
    lijst = _lees_relaties(tabel, huishouden, f, fouten)
    _controleer_leeftijden(f, geboren, lijst, fouten)
    return Woningen(tabel, huishouden, grenzen, per_persoon, mist, lijst, fouten)


def _meld(
    fouten: list[tuple[Getallen, str, str, str]], fout: Waarheden, veld: str, wat: str, herstel: str = ""
) -> None:
    if fout.any():
        fouten.append((np.flatnonzero(fout), veld, wat, herstel))


def _grenzen(kolom: Any) -> tuple[Getallen, Getallen]:
    """The number of the dwelling of each row, and the rows at which dwellings begin, with the end."""
    kolom = kolom.combine_chunks()
    nieuw = np.ones(len(kolom), np.bool_)
    if len(kolom) > 1:
        nieuw[1:] = np.asarray(pc.not_equal(kolom[1:], kolom[:-1]).fill_null(True))
    return np.cumsum(nieuw) - 1, np.append(np.flatnonzero(nieuw), len(kolom)).astype(np.int64)


def _lees_peildatum(
    tabel: Any, huishouden: Getallen, grenzen: Getallen, peildatum: date | None, recht: Recht, f: Getallen, fouten: Any
) -> None:
    if peildatum is not None:
        f[native.PEILDATUM] = peildatum.toordinal()
        return
    kolom = lees_kolom(PEILDATUM, tabel["peildatum"].combine_chunks())
    f[native.PEILDATUM] = kolom.waarden
    _meld(fouten, kolom.is_fout | ~kolom.is_gesteld, "peildatum", verwacht(PEILDATUM))
    onder, boven = recht.bekend_vanaf.toordinal(), recht.bekend_tot.toordinal()
    buiten = ~kolom.is_fout & kolom.is_gesteld & ((kolom.waarden < onder) | (kolom.waarden >= boven))
    _meld(
        fouten,
        buiten,
        "peildatum",
        f"een datum van {recht.bekend_vanaf} tot {recht.bekend_tot}: dan is het recht bekend",
    )
    anders = kolom.waarden != kolom.waarden[grenzen[:-1]][huishouden]
    _meld(fouten, anders, "peildatum", "één peildatum per huishouden")


def _lees_feiten(tabel: Any, kern: Kern, f: Getallen, mist: Waarheden, fouten: Any) -> Getallen:
    """Fills in the facts that the kernel reads, checks all of them, and gives the dates of birth (0: not stated)."""
    geboren = np.zeros(f.shape[1], np.int64)
    rijen: Mapping[str, int] = {feit.naam: rij for rij, feit in enumerate(kern.feiten)}
    for naam, feit in kern.recht.feiten.items():
        if naam in RELATIES:
            continue
        if naam in tabel.column_names:
            kolom = lees_kolom(feit, tabel[naam].combine_chunks())
            _meld(fouten, kolom.is_fout, naam, verwacht(feit))
        else:
            kolom = Kolom(np.zeros(f.shape[1], np.int64), np.zeros(f.shape[1], np.bool_), np.zeros(0, np.bool_))
        if naam == "geboortedatum":
            geboren = kolom.waarden
        if naam in rijen:
            rij = native.EIGEN_RIJEN + rijen[naam]
            anders = f[native.PEILDATUM] if feit.indien_niet_gesteld == "peildatum" else 0
            waarden = _nummers(feit, kern)[kolom.waarden] if feit.soort.vorm == "keuze" else kolom.waarden
            f[rij] = np.where(kolom.is_gesteld, waarden, anders)
            mist[rijen[naam]] = ~kolom.is_gesteld if not feit.indien_niet_gesteld else False
    return geboren


def _nummers(feit: Feit, kern: Kern) -> Getallen:
    """The numbers that the kernel gave to the choices of a fact."""
    return np.array([kern.teksten.index(tekst) for tekst in feit.soort.keuzes], np.int64)


def _lees_relaties(tabel: Any, huishouden: Getallen, f: Getallen, fouten: Any) -> Getallen:
    """Fills the relations of f and gives the lists behind them."""
    personen = tabel["persoon"].combine_chunks().cast(pa.string())
    leeg = np.asarray(pc.fill_null(pc.less(pc.binary_length(personen), 1), True))
    leeg |= np.asarray(pc.fill_null(pc.greater(pc.utf8_length(personen), 100), True))
    _meld(fouten, leeg, "persoon", "een tekst van 1 tot en met 100 tekens")
    gecodeerd = personen.fill_null("").dictionary_encode()
    sleutels = huishouden * len(gecodeerd.dictionary) + gecodeerd.indices.to_numpy().astype(np.int64)
    volgorde = np.argsort(sleutels, kind="stable")
    gesorteerd = sleutels[volgorde]
    dubbel = np.zeros(len(sleutels), np.bool_)
    dubbel[volgorde[1:]] = gesorteerd[1:] == gesorteerd[:-1]
    _meld(fouten, dubbel & ~leeg, "persoon", "een id dat maar één keer voorkomt in een huishouden")

    def zoek(veld: str) -> tuple[Getallen, Getallen, Waarheden]:
        """Pairs (row, row that it refers to), and which rows state the field at all."""
        bron, ids, gesteld = _verwijzingen(tabel, veld)
        codes = pc.fill_null(pc.index_in(ids, value_set=gecodeerd.dictionary), -1).to_numpy(zero_copy_only=False)
        gezocht = huishouden[bron] * len(gecodeerd.dictionary) + codes
        plaats = np.minimum(np.searchsorted(gesorteerd, gezocht), len(gesorteerd) - 1)
        doel = volgorde[plaats]
        goed = (codes >= 0) & (gesorteerd[plaats] == gezocht) & (doel != bron)
        vreemd = np.zeros(len(huishouden), np.bool_)
        vreemd[bron[~goed]] = True
        _meld(fouten, vreemd, veld, "het id van een ander in dit huishouden")
        return bron[goed], doel[goed], gesteld

    _koppel_partners(*zoek("partner")[:2], f, fouten)
    van, naar, _ = zoek("commerciele_relatie_met")
    lijst = _lijst(np.append(van, naar), np.append(naar, van), f, native.COMMERCIEEL, 0)
    van, naar, gesteld = zoek("ouders")
    ouders = _lijst(van, naar, f, native.OUDERS, len(lijst))
    f[native.OUDERS, ~gesteld] = -1
    return np.append(lijst, ouders) if len(lijst) + len(ouders) else np.zeros(1, np.int64)


def _verwijzingen(tabel: Any, veld: str) -> tuple[Getallen, Any, Waarheden]:
    """The rows that refer, the ids they refer to, and per row whether the field is stated. Text: ids with | between."""
    if veld not in tabel.column_names:
        return np.zeros(0, np.int64), pa.array([], pa.string()), np.zeros(tabel.num_rows, np.bool_)
    kolom = tabel[veld].combine_chunks()
    gesteld = np.asarray(pc.is_valid(kolom))
    if not (pa.types.is_list(kolom.type) or pa.types.is_large_list(kolom.type)):
        kolom = kolom.cast(pa.string())
        if veld == "partner":
            rijen = np.flatnonzero(gesteld)
            return rijen, kolom.drop_null(), gesteld
        kolom = pc.split_pattern(kolom, "|")
    lengtes = pc.fill_null(pc.list_value_length(kolom), 0).to_numpy(zero_copy_only=False)
    ids = pc.list_flatten(kolom).cast(pa.string())
    return np.repeat(np.arange(len(kolom)), lengtes), ids, gesteld


def _koppel_partners(van: Getallen, naar: Getallen, f: Getallen, fouten: Any) -> None:
    """Both sides of every couple; whoever is in two couples is a fault on every row that states one of them."""
    aantal = f.shape[1]
    paren = np.unique(np.minimum(van, naar) * aantal + np.maximum(van, naar))
    een, ander = paren // max(aantal, 1), paren % max(aantal, 1)
    keren = np.bincount(np.append(een, ander), minlength=aantal)
    dubbel = np.zeros(aantal, np.bool_)
    dubbel[van] = (keren[van] > 1) | (keren[naar] > 1)
    _meld(fouten, dubbel, "partner", "één partner, van beide kanten dezelfde")
    f[native.PARTNER] = -1
    f[native.PARTNER, een], f[native.PARTNER, ander] = ander, een


def _lijst(van: Getallen, naar: Getallen, f: Getallen, rij: int, begin: int) -> Getallen:
    """The rows referred to, in order of the rows that refer; begins and ends go to f[rij] and f[rij + 1]."""
    volgorde = np.argsort(van, kind="stable")
    einden = np.cumsum(np.bincount(van, minlength=f.shape[1])) + begin
    f[rij + 1] = einden
    f[rij] = np.append(begin, einden[:-1])[: f.shape[1]]
    return naar[volgorde]


def _controleer_leeftijden(f: Getallen, geboren: Getallen, lijst: Getallen, fouten: Any) -> None:
    """Fills in the ages, too: 999 where the date of birth is not stated, which counts as an adult."""
    dag = f[native.PEILDATUM]
    bekend = (geboren > 0) & (dag > 0)
    later = bekend & (geboren > dag)
    _meld(fouten, later, "geboortedatum", "een datum op of voor de peildatum")
    leeftijd = np.where(bekend & ~later, _volle_jaren(geboren, dag), 50)
    f[native.LEEFTIJD] = np.where(bekend, leeftijd, 999)
    te_oud = leeftijd > HOOGSTE_LEEFTIJD
    _meld(fouten, te_oud, "geboortedatum", f"een leeftijd van ten hoogste {HOOGSTE_LEEFTIJD} jaar")
    te_jong = (f[native.PARTNER] >= 0) & (leeftijd < LAAGSTE_LEEFTIJD_PARTNER)
    _meld(fouten, te_jong, "partner", f"een leeftijd van ten minste {LAAGSTE_LEEFTIJD_PARTNER} jaar")
    aantallen = np.where(f[native.OUDERS] < 0, 0, f[native.OUDERS_EIND] - f[native.OUDERS])
    kind = np.repeat(np.arange(f.shape[1]), aantallen)
    ouder = lijst[len(lijst) - len(kind) :]
    jonger = np.zeros(f.shape[1], np.bool_)
    jonger[kind[(geboren[ouder] > 0) & (geboren[kind] > 0) & (geboren[ouder] >= geboren[kind])]] = True
    _meld(fouten, jonger, "ouders", "een ouder die eerder geboren is dan het kind")


def _volle_jaren(van: Getallen, tot: Getallen) -> Getallen:
    """Whole years between ordinals, by the calendar of numpy; the same as units.volle_jaren."""
    dagen = [(dag - 719163).astype("datetime64[D]") for dag in (van, tot)]
    maanden = [dag.astype("datetime64[M]") for dag in dagen]
    dag_van, dag_tot = (dag - maand.astype("datetime64[D]") for dag, maand in zip(dagen, maanden, strict=True))
    verschil: Getallen = (maanden[1] - maanden[0]).astype(np.int64) - (dag_tot < dag_van)
    return verschil // 12
