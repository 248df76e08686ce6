"""Many dwellings at once: the rows of a table -> the arrays of a kernel, with every check of `household.py`."""

from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import Any

import numpy as np
import pyarrow.compute as pc

from meedoen.recht.engine import native
from meedoen.recht.engine.columns import Getallen, Kolom, Waarheden, lees_kolom, lees_tekst, nummers_van
from meedoen.recht.engine.errors import Gebrek, TabelFout
from meedoen.recht.engine.facts import RELATIES, Feit
from meedoen.recht.engine.kernel import Kern
from meedoen.recht.engine.law import Recht
from meedoen.recht.engine.lists import cel, lees_lijsten
from meedoen.recht.engine.relations import lees_relaties, maandgetallen
from meedoen.recht.engine.units import DATUM
from meedoen.recht.engine.values import verwacht

PEILDATUM = Feit("peildatum", "datum", DATUM, "datum", 1, 0, None, "", "", "")  # type: ignore[arg-type]


@dataclass(frozen=True)
class Woningen:
    """Complete dwellings: `grenzen` are the first rows of each, and the end; f, mist, lijst, rijen and
    rijmist: see `native.py`.

    `fouten` holds rows, field, what was expected, mend; `huishouden` the number of the dwelling of each row. `wezen` is
    what the rows are about: employers and municipalities stand alone, as dwellings of one.
    """

    tabel: Any
    huishouden: Getallen
    grenzen: Getallen
    f: Getallen
    mist: Waarheden
    lijst: Getallen
    rijen: Getallen
    rijmist: Waarheden
    wezen: str
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
            persoon = self.tabel[self.wezen][rij].as_py()
            waarde = cel(self.tabel, veld, rij)
            tekst = "niet opgegeven" if waarde is None else str(waarde)[:60]
            gebreken.append((eerste_rij + rij + 1, Gebrek(str(persoon), veld, tekst, wat, herstel)))
        return gebreken

    def zonder_getallen(self) -> "Woningen":
        """The same without the arrays of the kernel, for who keeps it after the computing."""
        niets, niet = np.zeros(0, np.int64), np.zeros(0, np.bool_)
        return replace(self, f=niets, mist=niet, lijst=niets, rijen=niets, rijmist=niet)

    def foute_huishoudens(self) -> Waarheden:
        """Per row: does its dwelling hold a fault?"""
        fout = np.zeros(max(len(self.grenzen) - 1, 0), np.bool_)
        for rijen, *_ in self.fouten:
            fout[self.huishouden[rijen]] = True
        return fout[self.huishouden]


def lees_woningen(tabel: Any, kern: Kern, peildatum: date | None) -> Woningen:
    """Reads rows that are clustered by dwelling. `peildatum` is for tables without such a column."""
    aantal = tabel.num_rows
    is_over_personen = kern.wezen == "persoon"
    huishouden, grenzen = (
        _grenzen(tabel["huishouden"]) if is_over_personen else (np.arange(aantal), np.arange(aantal + 1))
    )
    f = np.zeros((native.EIGEN_RIJEN + len(kern.feiten) + 2 * len(kern.lijsten), aantal), np.int64)
    mist = np.zeros((len(kern.feiten) + len(kern.lijsten), aantal), np.bool_)
    fouten: list[tuple[Getallen, str, str, str]] = []
    _lees_peildatum(tabel, huishouden, grenzen, peildatum, kern.recht, f, fouten)
    dagen = f[native.PEILDATUM]
    f[native.VERSIE] = np.searchsorted(kern.dagen, dagen[:1] if peildatum else dagen, side="right") - 1
    f[native.PEILMAAND] = native.maandgetal(peildatum.toordinal()) if peildatum else maandgetallen(dagen)
    _lees_verordening(tabel, kern, huishouden, grenzen, f, fouten)
    geboren = _lees_feiten(tabel, kern, f, mist, fouten)
    if is_over_personen:
        lijst = lees_relaties(tabel, grenzen, geboren, f, partial(_meld, fouten))
    else:
        lijst = np.zeros(1, np.int64)
        _eis_ids(tabel, kern.wezen, fouten)
    rijen, rijmist = lees_lijsten(tabel, kern, f, mist, lambda *fout: fouten.append(fout))
    return Woningen(tabel, huishouden, grenzen, f, mist, lijst, rijen, rijmist, kern.wezen, fouten)


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


def _eis_ids(tabel: Any, wezen: str, fouten: Any) -> None:
    ids = lees_tekst(tabel[wezen].combine_chunks())
    goed = np.array([*(0 < len(naam) <= 100 for naam in ids.teksten), False])
    _meld(fouten, ids.is_fout | ~goed[ids.nummers], wezen, "een tekst van 1 tot en met 100 tekens")


def _eis_wie_oordeelde(tabel: Any, feit: Feit, gesteld: Waarheden, fouten: Any) -> None:
    """A judgment names the person who gave it, and who is named gave one; the same as `values.lees_oordeel`."""
    naam = f"{feit.naam}_door"
    goed = is_genoemd = np.zeros(len(gesteld), np.bool_)
    if naam in tabel.column_names:
        kolom = tabel[naam].combine_chunks()
        door = lees_tekst(kolom)
        goed = np.array([*(0 < len(tekst.strip()) <= 200 for tekst in door.teksten), False])[door.nummers]
        is_genoemd = np.asarray(pc.is_valid(kolom))
    _meld(
        fouten,
        gesteld & ~goed,
        naam,
        "de naam van wie dit oordeel gaf",
        "De wet laat dit aan een mens: noem wie het vond.",
    )
    _meld(fouten, is_genoemd & ~gesteld, feit.naam, verwacht(feit))


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


def _lees_verordening(
    tabel: Any, kern: Kern, huishouden: Getallen, grenzen: Getallen, f: Getallen, fouten: Any
) -> None:
    """Whose ordinances count for each row, and which of them on its reference date."""
    if not kern.termen:
        return
    termtabel = kern.termtabel
    if "gemeente" in tabel.column_names:
        gemeenten = lees_tekst(tabel["gemeente"].combine_chunks())
        _meld(fouten, gemeenten.is_fout, "gemeente", "de naam van een gemeente")
        begin = np.array([termtabel.begin.get(naam, termtabel.onbekend) for naam in gemeenten.teksten], np.int64)
        f[native.VERORDENING] = np.append(begin, termtabel.onbekend)[gemeenten.nummers]
        anders = gemeenten.nummers != gemeenten.nummers[grenzen[:-1]][huishouden]
        _meld(fouten, anders, "gemeente", "één gemeente per huishouden")
    elif termtabel.voor_alle is None:
        raise TabelFout("De kolom gemeente ontbreekt: er zijn verordeningen van meer dan een gemeente.")
    else:
        f[native.VERORDENING] = termtabel.voor_alle
    f[native.TERMVERSIE] = termtabel.rij_op(f[native.VERORDENING], f[native.PEILDATUM])


def _lees_feiten(tabel: Any, kern: Kern, f: Getallen, mist: Waarheden, fouten: Any) -> Getallen:
    """Fills in the facts that the kernel reads, checks all of them, and gives the dates of birth (0: not stated)."""
    kolommen: dict[str, Kolom] = {}
    namen = set(tabel.column_names).difference(RELATIES)
    for naam, feit in kern.recht.feiten.items():
        if naam in namen and feit.vorm != "lijst":
            kolommen[naam] = lees_kolom(feit, tabel[naam].combine_chunks())
            _meld(fouten, kolommen[naam].is_fout, naam, verwacht(feit))
        if feit.is_oordeel and (naam in namen or f"{naam}_door" in namen):
            gesteld = kolommen[naam].is_gesteld if naam in namen else np.zeros(tabel.num_rows, np.bool_)
            _eis_wie_oordeelde(tabel, feit, gesteld, fouten)
    for rij, feit in enumerate(kern.feiten):
        anders = f[native.PEILDATUM] if feit.indien_niet_gesteld == "peildatum" else 0
        kolom = kolommen.get(feit.naam)
        if kolom is None:
            f[native.EIGEN_RIJEN + rij], mist[rij] = anders, not feit.indien_niet_gesteld
            continue
        waarden = nummers_van(feit, kern.teksten)[kolom.waarden] if feit.soort.vorm == "keuze" else kolom.waarden
        is_gesteld = kolom.is_gesteld.all()
        f[native.EIGEN_RIJEN + rij] = waarden if is_gesteld else np.where(kolom.is_gesteld, waarden, anders)
        mist[rij] = False if is_gesteld or feit.indien_niet_gesteld else ~kolom.is_gesteld
    geboren = kolommen.get("geboortedatum")
    return np.zeros(tabel.num_rows, np.int64) if geboren is None else geboren.waarden
