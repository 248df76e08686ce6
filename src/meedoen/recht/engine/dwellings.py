"""Many dwellings at once: the rows of a table -> the arrays of a kernel, with every check of `household.py`."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, lru_cache, partial
from typing import Any

import numpy as np
import pyarrow as pa

from meedoen.recht.engine import native
from meedoen.recht.engine.arrays import Getallen, Kolommen, Waarheden
from meedoen.recht.engine.batches import RIJ
from meedoen.recht.engine.columns import Kolom, Plek, geldig, in_een_stuk, lees_kolom, lees_tekst, zet_kolom
from meedoen.recht.engine.errors import Gebrek, TabelFout, afgekapt
from meedoen.recht.engine.facts import RELATIES, Feit
from meedoen.recht.engine.kernel import Kern
from meedoen.recht.engine.law import Recht
from meedoen.recht.engine.lists import cel, lees_lijsten
from meedoen.recht.engine.order import lees_reeks
from meedoen.recht.engine.relations import lees_relaties, maandgetallen
from meedoen.recht.engine.units import DATUM
from meedoen.recht.engine.values import verwacht, zo_geschreven

ZONDER_HUISHOUDEN = (
    "het huishouden waar deze persoon bij hoort",
    "Zolang het ontbreekt, telt deze persoon bij geen huishouden mee.",
)
PEILDATUM = Feit("peildatum", "datum", DATUM, "datum", 1, 0, None, "", "", "")  # type: ignore[arg-type]


@dataclass(frozen=True)
class Woningen:
    """Complete dwellings: `grenzen` are the first rows of each, and the end; f, mist, lijst, rijen and
    rijmist: see `native.py`.

    `fouten` holds rows, field, what was expected, mend. `wezen` is what the rows are about: employers and
    municipalities stand alone, as dwellings of one.
    """

    tabel: Any
    grenzen: Getallen
    f: Kolommen
    mist: Kolommen
    lijst: Getallen
    rijen: Kolommen
    rijmist: Kolommen
    wezen: str
    feiten: Mapping[str, Feit]
    fouten: list[tuple[Getallen, str, str, str]] = field(default_factory=list)

    @cached_property
    def huishouden(self) -> Getallen:
        """The number of the dwelling of each row."""
        return _nummers(self.grenzen)

    @property
    def aantal_gebreken(self) -> int:
        """How many faults there are."""
        return sum(len(rijen) for rijen, *_ in self.fouten)

    def plaatsen(self, meeste: int) -> list[tuple[int, int]]:
        """The rows of the first faults, at most `meeste`, and the place of each in `fouten`."""
        return sorted(
            (rij, nummer) for nummer, (rijen, *_) in enumerate(self.fouten) for rij in rijen[:meeste].tolist()
        )[:meeste]

    def gebreken(self, eerste_rij: int, meeste: int) -> list[tuple[int, Gebrek]]:
        """The first faults by row of the file (from 1), at most `meeste`."""
        rijen = self.tabel[RIJ] if RIJ in self.tabel.column_names else None
        gebreken: list[tuple[int, Gebrek]] = []
        for rij, nummer in self.plaatsen(meeste):
            _, veld, wat, herstel = self.fouten[nummer]
            persoon = self.tabel[self.wezen][rij].as_py()
            waarde = cel(self.tabel, veld, rij)
            tekst = "niet opgegeven" if waarde is None else afgekapt(str(waarde))
            in_bestand = eerste_rij + rij if rijen is None else rijen[rij].as_py()
            if not herstel and veld in self.feiten:
                herstel = zo_geschreven(self.feiten[veld], waarde)
            gebreken.append((in_bestand + 1, Gebrek(afgekapt(str(persoon)), veld, tekst, wat, herstel)))
        return gebreken

    def zonder_getallen(self) -> "Woningen":
        """The same without the arrays of the kernel, for who keeps it after the computing."""
        niets = Kolommen((), 0)
        return replace(self, f=niets, mist=niets, lijst=np.zeros(0, np.int64), rijen=niets, rijmist=niets)

    def foute_huishoudens(self) -> Waarheden:
        """Per row: does its dwelling hold a fault?"""
        fout = np.zeros(max(len(self.grenzen) - 1, 0), np.bool_)
        for rijen, *_ in self.fouten:
            fout[self.huishouden[rijen]] = True
        return fout[self.huishouden]


def lees_woningen(tabel: Any, kern: Kern, peildatum: date | None) -> Woningen:
    """Reads rows that are clustered by dwelling, or that name none: then each stands alone and is a fault.

    `peildatum` is for tables without such a column.
    """
    aantal = tabel.num_rows
    is_over_personen = kern.wezen == "persoon"
    is_bekend = is_over_personen and not tabel["huishouden"].null_count
    grenzen = lees_reeks(tabel["huishouden"]).grenzen if is_bekend else np.arange(aantal + 1)
    f, mist = Kolommen(kern.feitbits, aantal), Kolommen((8,) * (len(kern.feiten) + len(kern.lijsten)), aantal)
    fouten: list[tuple[Getallen, str, str, str]] = []
    if is_over_personen and not is_bekend:
        _meld(fouten, np.ones(aantal, np.bool_), "huishouden", *ZONDER_HUISHOUDEN)
    _lees_peildatum(tabel, grenzen, peildatum, kern, f, fouten)
    _lees_verordening(tabel, kern, grenzen, peildatum, f, fouten)
    geboren = _lees_feiten(tabel, kern, f, mist, fouten)
    if is_over_personen:
        lijst = lees_relaties(tabel, grenzen, geboren, f, partial(_meld, fouten))
    else:
        lijst = np.zeros(1, np.int64)
        _eis_ids(tabel, kern.wezen, fouten)
    rijen, rijmist = lees_lijsten(tabel, kern, f, mist, lambda *fout: fouten.append(fout))
    return Woningen(tabel, grenzen, f, mist, lijst, rijen, rijmist, kern.wezen, kern.recht.feiten, fouten)


def _meld(
    fouten: list[tuple[Getallen, str, str, str]], fout: Waarheden, veld: str, wat: str, herstel: str = ""
) -> None:
    if fout.any():
        fouten.append((np.flatnonzero(fout), veld, wat, herstel))


def _nummers(grenzen: Getallen) -> Getallen:
    return np.repeat(np.arange(len(grenzen) - 1), np.diff(grenzen))


def _eis_ids(tabel: Any, wezen: str, fouten: Any) -> None:
    ids = lees_tekst(in_een_stuk(tabel[wezen]))
    goed = np.array([*(0 < len(naam) <= 100 for naam in ids.teksten), False])
    _meld(fouten, ids.is_fout | ~goed[ids.nummers], wezen, "een tekst van 1 tot en met 100 tekens")


def _is_bij_ieder_genoemd(kolom: Any, gesteld: Waarheden) -> bool:
    """Whether a column of few different names says who gave each judgment that is stated, and no other."""
    if not pa.types.is_dictionary(kolom.type) or not all(map(_is_naam, kolom.dictionary.to_pylist())):
        return False
    genoemd = geldig(kolom)
    return bool(gesteld.all() if genoemd is None else np.array_equal(genoemd, gesteld))


def _is_naam(tekst: Any) -> bool:
    return isinstance(tekst, str) and 0 < len(tekst.strip()) <= 200


def _eis_wie_oordeelde(tabel: Any, feit: Feit, gesteld: Waarheden, fouten: Any) -> None:
    """A judgment names the person who gave it, and who is named gave one; the same as `values.lees_oordeel`."""
    naam = f"{feit.naam}_door"
    goed = is_genoemd = np.zeros(len(gesteld), np.bool_)
    if naam in tabel.column_names:
        kolom = in_een_stuk(tabel[naam])
        if _is_bij_ieder_genoemd(kolom, gesteld):
            return
        door = lees_tekst(kolom)
        goed = np.array([*map(_is_naam, door.teksten), False])[door.nummers]
        genoemd = geldig(kolom)
        is_genoemd = np.ones(len(kolom), np.bool_) if genoemd is None else genoemd
    _meld(
        fouten,
        gesteld & ~goed,
        naam,
        "de naam van wie dit oordeel gaf",
        "De wet laat dit aan een mens: noem wie het vond.",
    )
    _meld(fouten, is_genoemd & ~gesteld, feit.naam, verwacht(feit))


def _lees_peildatum(
    tabel: Any, grenzen: Getallen, peildatum: date | None, kern: Kern, f: Kolommen, fouten: Any
) -> None:
    """The reference date of each row, and which amounts count on it."""
    if peildatum is not None:
        dag = peildatum.toordinal()
        f.zet_vast(native.PEILDATUM, dag)
        f.zet_vast(native.PEILMAAND, native.maandgetal(dag))
        f.zet_vast(native.VERSIE, native.versie_op(kern.dagen, dag))
        return
    kolom = lees_kolom(PEILDATUM, in_een_stuk(tabel["peildatum"]))
    is_dag = kolom.is_goed
    dagen = f[native.PEILDATUM] = (kolom.waarden.astype(np.int64) + native.EERSTE_DAG_ARROW) * is_dag
    f[native.PEILMAAND] = maandgetallen(dagen)
    f[native.VERSIE] = np.searchsorted(kern.dagen, dagen, side="right") - 1
    _meld(fouten, ~is_dag, "peildatum", verwacht(PEILDATUM))
    onder, boven = kern.recht.bekend_vanaf.toordinal(), kern.recht.bekend_tot.toordinal()
    bekend = f"een datum van {kern.recht.bekend_vanaf} tot {kern.recht.bekend_tot}: dan is het recht bekend"
    _meld(fouten, is_dag & ((dagen < onder) | (dagen >= boven)), "peildatum", bekend)
    _meld(fouten, _wisselt(dagen, grenzen), "peildatum", "één peildatum per huishouden")


def _wisselt(waarden: Getallen, grenzen: Getallen) -> Waarheden:
    """The rows that say something else than the first of their dwelling."""
    anders: Waarheden = waarden != np.repeat(waarden[grenzen[:-1]], np.diff(grenzen))
    return anders


def _lees_verordening(
    tabel: Any, kern: Kern, grenzen: Getallen, peildatum: date | None, f: Kolommen, fouten: Any
) -> None:
    """Whose ordinances count for each row, and which of them on its reference date."""
    if not kern.termen:
        return
    termtabel = kern.termtabel
    if "gemeente" in tabel.column_names:
        gemeenten = lees_tekst(in_een_stuk(tabel["gemeente"]))
        _meld(fouten, gemeenten.is_fout, "gemeente", "de naam van een gemeente")
        begin = np.array([termtabel.begin.get(naam, termtabel.onbekend) for naam in gemeenten.teksten], np.int64)
        f[native.VERORDENING] = np.append(begin, termtabel.onbekend)[gemeenten.nummers]
        _meld(fouten, _wisselt(gemeenten.nummers, grenzen), "gemeente", "één gemeente per huishouden")
    elif termtabel.voor_alle is None:
        raise TabelFout("De kolom gemeente ontbreekt: er zijn verordeningen van meer dan een gemeente.")
    elif peildatum is not None:
        f.zet_vast(native.VERORDENING, termtabel.voor_alle)
        rij = native.termversie_op(termtabel.dagen, termtabel.voor_alle, peildatum.toordinal())
        f.zet_vast(native.TERMVERSIE, rij)
        return
    else:
        f.zet_vast(native.VERORDENING, termtabel.voor_alle)
    f[native.TERMVERSIE] = termtabel.rij_op(f[native.VERORDENING], f[native.PEILDATUM])


def _lees_feiten(tabel: Any, kern: Kern, f: Kolommen, mist: Kolommen, fouten: Any) -> Kolom | None:
    """Fills in the facts that the kernel reads, checks all of them, and gives the dates of birth."""
    kolommen: dict[str, Kolom] = {}
    for feit, staat_er in _genoemd(kern.recht, tuple(tabel.column_names)):
        if staat_er:
            kolom = kolommen[feit.naam] = lees_kolom(feit, in_een_stuk(tabel[feit.naam]))
            if kolom.is_fout is not None:
                _meld(fouten, kolom.is_fout, feit.naam, verwacht(feit))
        if feit.is_oordeel:
            gesteld = kolommen[feit.naam].is_gesteld if staat_er else np.zeros(tabel.num_rows, np.bool_)
            alle = np.ones(tabel.num_rows, np.bool_) if gesteld is None else gesteld
            _eis_wie_oordeelde(tabel, feit, alle, fouten)
    for rij, feit in enumerate(kern.feiten):
        plek = Plek(f, native.EIGEN_RIJEN + rij, mist, rij)
        zet_kolom(feit, kolommen.get(feit.naam), plek, kern.teksten, f[native.PEILDATUM])
    return kolommen.get("geboortedatum")


@lru_cache(maxsize=64)
def _genoemd(recht: Recht, namen: tuple[str, ...]) -> tuple[tuple[Feit, bool], ...]:
    """The facts that a table with these columns states, in the order of the law; of some it only says who judged."""
    return tuple(
        (feit, naam in namen and naam not in RELATIES)
        for naam, feit in recht.feiten.items()
        if feit.vorm != "lijst" and naam not in RELATIES
        if naam in namen or (feit.is_oordeel and f"{naam}_door" in namen)
    )
