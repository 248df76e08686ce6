"""Who belongs to whom in a dwelling and how old everyone is: the checks of `household.py` for many dwellings at once.

The functions up to `koppel` are compiled like a kernel (see `native.py` for what they may say). Persons are rows; an id
is a number: of the person himself, or of whom another one names. `gebrek` collects per row what is wrong.
"""

import inspect
from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from meedoen.recht.engine import native
from meedoen.recht.engine.arrays import Getallen, Kolommen, Waarheden
from meedoen.recht.engine.columns import geldig, in_een_stuk, in_geheugen, lees_rijen
from meedoen.recht.engine.facts import RELATIES
from meedoen.recht.engine.household import HOOGSTE_LEEFTIJD, LAAGSTE_LEEFTIJD_PARTNER, MEESTE_PERSONEN
from meedoen.recht.engine.kernel import KOP, cachemap
from meedoen.recht.engine.layout import Indeling
from meedoen.recht.engine.machine import maak_machinecode
from meedoen.recht.engine.native import (
    COMMERCIEEL,
    COMMERCIEEL_EIND,
    GEBOORTEMAAND,
    GEEN,
    LEEFTIJD,
    OUDERS,
    OUDERS_EIND,
    PARTNER,
    PEILDATUM,
    PEILMAAND,
    hele_maanden,
    maandgetal,
)

DUBBEL_ID, VREEMDE_PARTNER, VREEMDE_RELATIE, VREEMDE_OUDER, TWEE_PARTNERS = 1, 2, 4, 8, 16
LATER_GEBOREN, TE_OUD, TE_JONGE_PARTNER, TE_JONGE_OUDER, TE_GROOT = 32, 64, 128, 256, 512
NIEMAND = GEEN + 1
"""The id that a text gets which is nobody's; GEEN stands where nobody is named."""


def plaats_van(ids: Any, begin: int, eind: int, wie: int) -> int:
    """The first row of the dwelling with this id, or -1."""
    for plaats in range(begin, eind):
        if ids[plaats] == wie:
            return plaats
    return -1


def koppel_partners(s: int, e: int, f: Any, ids: Any, partners: Any, gebrek: Any) -> int:
    """Who names whom as partner, and ids that are there twice; gives how many couples there seem to be."""
    paren = 0
    for i in range(s, e):
        f[i, PARTNER] = -1
        if plaats_van(ids, s, i, ids[i]) >= 0:
            gebrek[i] = gebrek[i] + DUBBEL_ID
        if partners[i] != GEEN:
            ander = plaats_van(ids, s, e, partners[i])
            if ander < 0 or ander == i:
                gebrek[i] = gebrek[i] + VREEMDE_PARTNER
            else:
                f[i, PARTNER] = ander
                paren += 1
    return paren


def koppel_paren(s: int, e: int, f: Any, gebrek: Any) -> int:
    """Both sides of every couple; counts partners in LEEFTIJD for as long as it is not filled in."""
    for i in range(s, e):
        f[i, LEEFTIJD] = 0
    for i in range(s, e):
        ander = f[i, PARTNER]
        if ander >= 0:
            f[i, LEEFTIJD] = f[i, LEEFTIJD] + 1
            if f[ander, PARTNER] != i:
                f[ander, LEEFTIJD] = f[ander, LEEFTIJD] + 1
    for i in range(s, e):
        ander = f[i, PARTNER]
        if ander >= 0 and (f[i, LEEFTIJD] > 1 or f[ander, LEEFTIJD] > 1):
            gebrek[i] = gebrek[i] + TWEE_PARTNERS
    for i in range(s, e):
        ander = f[i, PARTNER]
        if ander >= 0 and f[ander, PARTNER] < 0:
            f[ander, PARTNER] = i
    return 0


def koppel_relaties(
    s: int, e: int, f: Any, ids: Any, cvanaf: Any, cids: Any, gebrek: Any, lijst: Any, vrij: int
) -> int:
    """The commercial relations of everyone, from both sides; gives the first free place in `lijst`."""
    if cvanaf[s] == cvanaf[e]:
        for i in range(s, e):
            f[i, COMMERCIEEL] = vrij
            f[i, COMMERCIEEL_EIND] = vrij
        return vrij
    for i in range(s, e):
        f[i, COMMERCIEEL_EIND] = 0
    for i in range(s, e):
        is_vreemd = 0
        for k in range(cvanaf[i], cvanaf[i + 1]):
            ander = plaats_van(ids, s, e, cids[k])
            if ander < 0 or ander == i:
                is_vreemd = 1
                cids[k] = -1
            else:
                cids[k] = ander
                f[i, COMMERCIEEL_EIND] = f[i, COMMERCIEEL_EIND] + 1
                f[ander, COMMERCIEEL_EIND] = f[ander, COMMERCIEEL_EIND] + 1
        gebrek[i] = gebrek[i] + is_vreemd * VREEMDE_RELATIE
    for i in range(s, e):
        f[i, COMMERCIEEL] = vrij
        vrij += f[i, COMMERCIEEL_EIND]
        f[i, COMMERCIEEL_EIND] = f[i, COMMERCIEEL]
    for i in range(s, e):
        for k in range(cvanaf[i], cvanaf[i + 1]):
            ander = cids[k]
            if ander >= 0:
                lijst[f[i, COMMERCIEEL_EIND]] = ander
                f[i, COMMERCIEEL_EIND] = f[i, COMMERCIEEL_EIND] + 1
                lijst[f[ander, COMMERCIEEL_EIND]] = i
                f[ander, COMMERCIEEL_EIND] = f[ander, COMMERCIEEL_EIND] + 1
    return vrij


def koppel_ouders(
    s: int, e: int, f: Any, ids: Any, ovanaf: Any, oids: Any, geboren: Any, gebrek: Any, lijst: Any, vrij: int
) -> int:
    """The parents of everyone, who are older than their children; gives the first free place in `lijst`."""
    if ovanaf[s] == ovanaf[e]:
        for i in range(s, e):
            f[i, OUDERS] = vrij
            f[i, OUDERS_EIND] = vrij
        return vrij
    for i in range(s, e):
        f[i, OUDERS] = vrij
        is_vreemd = 0
        is_jonger = 0
        for k in range(ovanaf[i], ovanaf[i + 1]):
            ouder = plaats_van(ids, s, e, oids[k])
            if ouder < 0 or ouder == i:
                is_vreemd = 1
            else:
                lijst[vrij] = ouder
                vrij += 1
                if geboren[ouder] > 0 and geboren[i] > 0 and geboren[ouder] >= geboren[i]:
                    is_jonger = 1
        f[i, OUDERS_EIND] = vrij
        gebrek[i] = gebrek[i] + is_vreemd * VREEMDE_OUDER + is_jonger * TE_JONGE_OUDER
    return vrij


def bepaal_leeftijd(i: int, f: Any, geboren: Any, gebrek: Any) -> int:
    """The age, and whether it can be: 999 where the date of birth is not stated, which counts as an adult.

    The months of that date are kept for rules that count from it.
    """
    f[i, GEBOORTEMAAND] = 0
    if geboren[i] <= 0:
        return 999
    f[i, GEBOORTEMAAND] = maandgetal(geboren[i])
    dag = f[i, PEILDATUM]
    if dag <= 0:
        return 999
    if geboren[i] > dag:
        gebrek[i] = gebrek[i] + LATER_GEBOREN
        return 999
    leeftijd = hele_maanden(f[i, GEBOORTEMAAND], f[i, PEILMAAND]) // 12
    if leeftijd > HOOGSTE_LEEFTIJD:
        gebrek[i] = gebrek[i] + TE_OUD
    if f[i, PARTNER] >= 0 and leeftijd < LAAGSTE_LEEFTIJD_PARTNER:
        gebrek[i] = gebrek[i] + TE_JONGE_PARTNER
    return leeftijd


def koppel(
    g: Any, f: Any, ids: Any, partners: Any, cvanaf: Any, cids: Any, ovanaf: Any, oids: Any, geboren: Any,
    gebrek: Any, lijst: Any,
) -> None:  # fmt: skip
    """Fills in relations and ages, dwelling by dwelling; one that is too large to be one is only marked as that."""
    vrij = 0
    for h in range(len(g) - 1):
        s = g[h]
        e = g[h + 1]
        if e - s > MEESTE_PERSONEN:
            for i in range(s, e):
                gebrek[i] = TE_GROOT
        else:
            paren = koppel_partners(s, e, f, ids, partners, gebrek)
            if paren > 0:
                paren = koppel_paren(s, e, f, gebrek)
            vrij = koppel_relaties(s, e, f, ids, cvanaf, cids, gebrek, lijst, vrij)
            vrij = koppel_ouders(s, e, f, ids, ovanaf, oids, geboren, gebrek, lijst, vrij)
            for i in range(s, e):
                f[i, LEEFTIJD] = bepaal_leeftijd(i, f, geboren, gebrek)


def bepaal_maanden(dagen: Any, uit: Any) -> None:
    """The maandgetal of each day, 0 where there is none."""
    for i in range(len(dagen)):
        uit[i] = maandgetal(dagen[i]) if dagen[i] > 0 else 0


BRON = "\n".join(
    [
        KOP,
        *(f"{naam} = {waarde}" for naam, waarde in globals().items() if naam.isupper() and isinstance(waarde, int)),
        *(
            inspect.getsource(functie)
            for functie in (
                plaats_van,
                koppel_partners,
                koppel_paren,
                koppel_relaties,
                koppel_ouders,
                bepaal_leeftijd,
                koppel,
                bepaal_maanden,
            )
        ),
    ]
)
"""What is compiled: the constants and functions of `native.py`, and those above."""


Meld = Callable[[Waarheden, str, str], None]
"""Notes rows that are wrong, the field, and what was expected."""
ANDER = "het id van een ander in dit huishouden"
GEBREKEN = {
    TE_GROOT: ("huishouden", f"ten hoogste {MEESTE_PERSONEN} personen in een huishouden"),
    DUBBEL_ID: ("persoon", "een id dat maar één keer voorkomt in een huishouden"),
    VREEMDE_PARTNER: ("partner", ANDER),
    VREEMDE_RELATIE: ("commerciele_relatie_met", ANDER),
    VREEMDE_OUDER: ("ouders", ANDER),
    TWEE_PARTNERS: ("partner", "één partner, van beide kanten dezelfde"),
    LATER_GEBOREN: ("geboortedatum", "een datum op of voor de peildatum"),
    TE_OUD: ("geboortedatum", f"een leeftijd van ten hoogste {HOOGSTE_LEEFTIJD} jaar"),
    TE_JONGE_PARTNER: ("partner", f"een leeftijd van ten minste {LAAGSTE_LEEFTIJD_PARTNER} jaar"),
    TE_JONGE_OUDER: ("ouders", "een ouder die eerder geboren is dan het kind"),
}


EIGEN = (PARTNER, LEEFTIJD, COMMERCIEEL, COMMERCIEEL_EIND, OUDERS, OUDERS_EIND, GEBOORTEMAAND)
"""The columns that are filled in here."""


@cache
def _machinecode(naam: str) -> Callable[..., None]:
    indeling = Indeling(kolommen={"f": (64,) * native.EIGEN_RIJEN} if naam == "koppel" else {})
    return maak_machinecode(BRON, naam, cachemap(), indeling)


def maandgetallen(dagen: Getallen) -> Getallen:
    """Months and day of many ordinals, see `native.maandgetal`."""
    uit = np.empty(len(dagen), np.int64)
    _machinecode("bepaal_maanden")(np.ascontiguousarray(dagen), uit)
    return uit


def lees_relaties(tabel: Any, grenzen: Getallen, geboren: Getallen, f: Kolommen, meld: Meld) -> Getallen:
    """Fills in relations and ages in f (`native.py`), tells what is wrong, and gives the lists behind the relations."""
    ids, teksten, leeg = _ids(tabel)
    partners = _partners(tabel, teksten)
    cvanaf, cids, _ = _verwijzingen(tabel, "commerciele_relatie_met", teksten)
    ovanaf, oids, heeft_ouders = _verwijzingen(tabel, "ouders", teksten)
    gebrek = np.zeros(tabel.num_rows, np.int64)
    lijst = np.zeros(2 * len(cids) + len(oids) + 1, np.int64)
    eigen = Kolommen((64,) * native.EIGEN_RIJEN, tabel.num_rows)
    eigen.maak_schrijfbaar(EIGEN)
    eigen[PEILDATUM], eigen[PEILMAAND] = f[PEILDATUM], f[PEILMAAND]
    _machinecode("koppel")(grenzen, eigen, ids, partners, cvanaf, cids, ovanaf, oids, geboren, gebrek, lijst)
    eigen[OUDERS][True if heeft_ouders is None else ~heeft_ouders] = -1
    for nummer in EIGEN:
        f[nummer] = eigen[nummer]
    if leeg is not None:
        meld(leeg, "persoon", "een tekst van 1 tot en met 100 tekens")
        gebrek[leeg] &= ~DUBBEL_ID
    if gebrek.any():
        for bit, (veld, verwacht) in GEBREKEN.items():
            meld((gebrek & bit) != 0, veld, verwacht)
    return lijst


def _ids(tabel: Any) -> tuple[Getallen, Any, Waarheden | None]:
    """The id of each person as a number, the texts that those numbers stand for (None: the ids are numbers), and which
    ids are no text of a reasonable length.
    """
    personen = in_een_stuk(tabel["persoon"])
    namen = [naam for naam in ("persoon", *RELATIES) if naam in tabel.column_names]
    if not personen.null_count and all(_is_getal(tabel[naam].type) for naam in namen):
        ids = personen.cast(pa.int64()).to_numpy()
        if ids.min(initial=0) > NIEMAND:
            return ids, None, None
    gecodeerd = personen.cast(pa.string()).fill_null("").dictionary_encode()
    lengte = pc.utf8_length(gecodeerd.dictionary).to_numpy(zero_copy_only=False)
    ids = gecodeerd.indices.to_numpy().astype(np.int64)
    is_fout = (lengte < 1) | (lengte > 100)
    return ids, gecodeerd.dictionary, is_fout[ids] if is_fout.any() else None


def _is_getal(soort: Any) -> bool:
    return bool(pa.types.is_signed_integer(soort.value_type if _is_lijst(soort) else soort))


def _is_lijst(soort: Any) -> bool:
    return bool(pa.types.is_list(soort) or pa.types.is_large_list(soort))


def _nummers(kolom: Any, teksten: Any) -> Getallen:
    """The numbers of ids: NIEMAND for one that no person has, GEEN for none."""
    if teksten is None:
        nummers = np.maximum(in_geheugen(kolom.cast(pa.int64()), np.int64), NIEMAND)
    else:
        gevonden = pc.index_in(kolom.cast(pa.string()), value_set=teksten)
        nummers = in_geheugen(gevonden, np.int32).astype(np.int64)
        if (is_iemand := geldig(gevonden)) is not None:
            nummers[~is_iemand] = NIEMAND
    if (is_gesteld := geldig(kolom)) is not None:
        nummers[~is_gesteld] = GEEN
    return nummers  # type: ignore[no-any-return]


def _partners(tabel: Any, teksten: Any) -> Getallen:
    if "partner" not in tabel.column_names:
        return np.full(tabel.num_rows, GEEN, np.int64)
    kolom = in_een_stuk(tabel["partner"])
    if not _is_lijst(kolom.type):
        return _nummers(kolom, teksten)
    vanaf, ids, _ = _verwijzingen(tabel, "partner", teksten)
    lengtes = np.diff(vanaf)
    eerste = np.append(ids, GEEN)[vanaf[:-1]]
    return np.where(lengtes == 0, GEEN, np.where(lengtes == 1, eerste, NIEMAND))


def _verwijzingen(tabel: Any, veld: str, teksten: Any) -> tuple[Getallen, Getallen, Waarheden | None]:
    """Per row where its ids begin and end, the ids, and which rows state the field. Text: ids with | between."""
    if veld not in tabel.column_names:
        return np.zeros(tabel.num_rows + 1, np.int64), np.zeros(0, np.int64), None
    kolom = in_een_stuk(tabel[veld])
    if not _is_lijst(kolom.type):
        kolom = pc.split_pattern(kolom.cast(pa.string()), "|")
    vanaf, ids, heeft = lees_rijen(kolom)
    return vanaf, _nummers(ids, teksten), heeft
