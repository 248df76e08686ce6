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
from meedoen.recht.engine.arrays import Getallen, Kolommen, Waarheden, vast
from meedoen.recht.engine.columns import Kolom, geldig, in_een_stuk, in_geheugen, lees_rijen
from meedoen.recht.engine.facts import RELATIES
from meedoen.recht.engine.household import HOOGSTE_LEEFTIJD, LAAGSTE_LEEFTIJD_PARTNER, MEESTE_PERSONEN
from meedoen.recht.engine.kernel import KOP, cachemap
from meedoen.recht.engine.layout import Indeling
from meedoen.recht.engine.machine import maak_machinecode
from meedoen.recht.engine.native import (
    COMMERCIEEL,
    COMMERCIEEL_EIND,
    EERSTE_DAG_ARROW,
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
from meedoen.recht.engine.text_ids import NIEMAND, Persoonsids

DUBBEL_ID, VREEMDE_PARTNER, VREEMDE_RELATIE, VREEMDE_OUDER, TWEE_PARTNERS = 1, 2, 4, 8, 16
LATER_GEBOREN, TE_OUD, TE_JONGE_PARTNER, TE_JONGE_OUDER, TE_GROOT = 32, 64, 128, 256, 512
NIET_TERUG = 1_000_000
"""More than there are persons in a dwelling."""


def plaats_van(ids: Any, begin: int, eind: int, wie: int) -> Any:
    """The row of the dwelling with this id, or -1; ids that count on are found at once."""
    gok = begin + wie - ids[begin]
    if begin <= gok < eind and ids[gok] == wie:
        return gok
    for plaats in range(begin, eind):
        if ids[plaats] == wie:
            return plaats
    return -1


def koppel_partner(i: int, s: int, e: int, f: Any, ids: Any, partners: Any, heeft_partner: Any, gebrek: Any) -> int:
    """Whom somebody names as partner. Over a dwelling these add up to nothing when everybody is named back."""
    f[i, PARTNER] = -1
    if heeft_partner[i] == 0:
        return 0
    ander = plaats_van(ids, s, e, partners[i])
    if ander < 0 or ander == i:
        gebrek[i] = gebrek[i] + VREEMDE_PARTNER
        return 0
    f[i, PARTNER] = ander
    if ander > i:
        return 1
    return -1 if f[ander, PARTNER] == i else NIET_TERUG


def koppel_paren(s: int, e: int, f: Any, gebrek: Any) -> int:
    """Both sides of couples of which one side is named, counted in LEEFTIJD for as long as that is not filled in."""
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
    i: int, s: int, e: int, f: Any, ids: Any, heeft_ouders: Any, ovanaf: Any, oids: Any, geboren: Any, is_geboren: Any,
    gebrek: Any, lijst: Any, vrij: int,
) -> int:  # fmt: skip
    """The parents of somebody, who are older than he is; gives the first free place in `lijst`."""
    f[i, OUDERS] = vrij if heeft_ouders[i] != 0 else -1
    is_vreemd = 0
    is_jonger = 0
    for k in range(ovanaf[i], ovanaf[i + 1]):
        ouder = plaats_van(ids, s, e, oids[k])
        if ouder < 0 or ouder == i:
            is_vreemd = 1
        else:
            lijst[vrij] = ouder
            vrij += 1
            if is_geboren[ouder] != 0 and is_geboren[i] != 0 and geboren[ouder] >= geboren[i]:
                is_jonger = 1
    f[i, OUDERS_EIND] = vrij
    gebrek[i] = gebrek[i] + is_vreemd * VREEMDE_OUDER + is_jonger * TE_JONGE_OUDER
    return vrij


def bepaal_leeftijden(f: Any, geboren: Any, is_geboren: Any, gebrek: Any) -> int:
    """Everybody's age, and whether it can be: 999 where the date of birth is not stated, which counts as an adult.

    The months of that date are kept for rules that count from it. Without a branch: nobody can tell who comes next.
    """
    for i in range(len(geboren)):
        geboortedag = geboren[i] + EERSTE_DAG_ARROW
        geboortemaand = maandgetal(geboortedag)
        leeftijd = hele_maanden(geboortemaand, f[i, PEILMAAND]) // 12
        bekend = is_geboren[i] * (f[i, PEILDATUM] > 0)
        later = bekend * (geboortedag > f[i, PEILDATUM])
        bekend -= later
        te_jong = bekend * (f[i, PARTNER] >= 0) * (leeftijd < LAAGSTE_LEEFTIJD_PARTNER)
        te_oud = bekend * (leeftijd > HOOGSTE_LEEFTIJD)
        f[i, GEBOORTEMAAND] = geboortemaand * is_geboren[i]
        f[i, LEEFTIJD] = leeftijd if bekend != 0 else 999
        fout = later * LATER_GEBOREN + te_jong * TE_JONGE_PARTNER + te_oud * TE_OUD
        gebrek[i] = gebrek[i] + fout * (gebrek[i] != TE_GROOT)
    return 0


def koppel(
    g: Any, f: Any, ids: Any, partners: Any, heeft_partner: Any, cvanaf: Any, cids: Any, heeft_ouders: Any, ovanaf: Any,
    oids: Any, geboren: Any, is_geboren: Any, gebrek: Any, lijst: Any,
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
            hoogste = GEEN
            niet_terug = 0
            for i in range(s, e):
                if ids[i] <= hoogste and plaats_van(ids, s, i, ids[i]) >= 0:
                    gebrek[i] = gebrek[i] + DUBBEL_ID
                hoogste = ids[i] if ids[i] > hoogste else hoogste
                niet_terug += koppel_partner(i, s, e, f, ids, partners, heeft_partner, gebrek)
                vrij = koppel_ouders(
                    i, s, e, f, ids, heeft_ouders, ovanaf, oids, geboren, is_geboren, gebrek, lijst, vrij
                )
            if niet_terug != 0:
                niet_terug = koppel_paren(s, e, f, gebrek)
            if len(cids) > 0:
                vrij = koppel_relaties(s, e, f, ids, cvanaf, cids, gebrek, lijst, vrij)
    vrij = bepaal_leeftijden(f, geboren, is_geboren, gebrek)


def bepaal_maanden(ordinalen: Any, maanden: Any) -> None:
    """The maandgetal of each day, 0 where there is none."""
    for i in range(len(ordinalen)):
        maanden[i] = maandgetal(ordinalen[i]) if ordinalen[i] > 0 else 0


BRON = "\n".join(
    [
        KOP,
        *(f"{naam} = {waarde}" for naam, waarde in globals().items() if naam.isupper() and isinstance(waarde, int)),
        *(
            inspect.getsource(functie)
            for functie in (
                plaats_van,
                koppel_partner,
                koppel_paren,
                koppel_relaties,
                koppel_ouders,
                bepaal_leeftijden,
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


VAN_IEDER = (PARTNER, LEEFTIJD, OUDERS, OUDERS_EIND, GEBOORTEMAAND)
VAN_RELATIES = (COMMERCIEEL, COMMERCIEEL_EIND)
"""The columns that are filled in here; those of relations only where there are any."""


@cache
def _machinecode(naam: str) -> Callable[..., None]:
    indeling = Indeling(kolommen={"f": (32,) * native.EIGEN_RIJEN} if naam == "koppel" else {})
    return maak_machinecode(BRON, naam, cachemap(), indeling)


def maandgetallen(dagen: Getallen) -> Any:
    """Months and day of many ordinals, see `native.maandgetal`."""
    uit = np.empty(len(dagen), np.int32)
    _machinecode("bepaal_maanden")(np.ascontiguousarray(dagen), uit)
    return uit


def lees_relaties(tabel: Any, grenzen: Getallen, geboren: Kolom | None, f: Kolommen, meld: Meld) -> Getallen:
    """Fills in relations and ages in f (`native.py`), tells what is wrong, and gives the lists behind the relations."""
    aantal = tabel.num_rows
    personen = _personen(tabel, grenzen)
    ids = personen.nummers() if isinstance(personen, Persoonsids) else personen
    partners, heeft_partner = _partners(tabel, personen)
    cvanaf, cids, _ = _verwijzingen(tabel, "commerciele_relatie_met", personen)
    ovanaf, oids, heeft_ouders = _verwijzingen(tabel, "ouders", personen)
    dagen, is_geboren = _geboren(geboren, aantal)
    gebrek, lijst = np.zeros(aantal, np.int32), np.empty(2 * len(cids) + len(oids) + 1, np.int64)
    eigen = Kolommen((32,) * native.EIGEN_RIJEN, aantal)
    nummers = (*VAN_IEDER, *(VAN_RELATIES if len(cids) else ()))
    eigen.maak_schrijfbaar(nummers)
    eigen[PEILDATUM], eigen[PEILMAAND] = f[PEILDATUM], f[PEILMAAND]
    rijen = (ids, partners, heeft_partner, cvanaf, cids.copy(), heeft_ouders, ovanaf, oids, dagen, is_geboren)
    _machinecode("koppel")(grenzen, eigen, *rijen, gebrek, lijst)
    for nummer in nummers:
        f[nummer] = eigen[nummer]
    _meld_te_groot(gebrek, grenzen, meld)
    _meld_gebreken(gebrek, personen.leeg if isinstance(personen, Persoonsids) else None, meld)
    return lijst


def _meld_te_groot(gebrek: Any, grenzen: Getallen, meld: Meld) -> None:
    """Told once of each dwelling: at its first row."""
    is_te_groot = (gebrek & TE_GROOT) != 0
    if is_te_groot.any():
        is_eerste = np.zeros(len(gebrek), np.bool_)
        is_eerste[grenzen[:-1]] = True
        meld(is_te_groot & is_eerste, "huishouden", f"ten hoogste {MEESTE_PERSONEN} personen in een huishouden")


def _meld_gebreken(gebrek: Any, leeg: Waarheden | None, meld: Meld) -> None:
    if leeg is not None:
        meld(leeg, "persoon", "een tekst van 1 tot en met 100 tekens")
        gebrek[leeg] &= ~DUBBEL_ID
    if gebrek.any():
        for bit, (veld, verwacht) in GEBREKEN.items():
            meld((gebrek & bit) != 0, veld, verwacht)


def _geboren(geboren: Kolom | None, aantal: int) -> tuple[Any, Any]:
    """Days since 1970, and of whom they are known."""
    if geboren is None:
        return vast(0, 32, aantal), vast(0, 8, aantal)
    is_geboren = vast(1, 8, aantal) if geboren.is_gesteld is None and geboren.is_fout is None else geboren.is_goed
    return np.ascontiguousarray(geboren.waarden, np.int32), is_geboren


def _personen(tabel: Any, grenzen: Getallen) -> Getallen | Persoonsids:
    """The id of each person, where all ids are numbers; else the texts."""
    personen = in_een_stuk(tabel["persoon"])
    namen = [naam for naam in ("persoon", *RELATIES) if naam in tabel.column_names]
    if not personen.null_count and all(_is_getal(tabel[naam].type) for naam in namen):
        ids: Getallen = personen.cast(pa.int64()).to_numpy()
        if ids.min(initial=0) > GEEN:
            return ids
    return Persoonsids(grenzen, personen.cast(pa.string()).fill_null(""))


def _is_getal(soort: Any) -> bool:
    return bool(pa.types.is_signed_integer(soort.value_type if _is_lijst(soort) else soort))


def _is_lijst(soort: Any) -> bool:
    return bool(pa.types.is_list(soort) or pa.types.is_large_list(soort))


def _nummers(vanaf: Any, kolom: Any, personen: Getallen | Persoonsids) -> Getallen:
    """The numbers of the ids that each row names: NIEMAND for one that no person has, anything for none."""
    if isinstance(personen, Persoonsids):
        return personen.nummers_van(vanaf, kolom)
    return in_geheugen(kolom.cast(pa.int64()), np.int64)  # type: ignore[no-any-return]


def _of_niemand(nummers: Getallen, is_gesteld: Waarheden | None) -> Getallen:
    """The same with NIEMAND where there is none."""
    return nummers if is_gesteld is None else np.where(is_gesteld, nummers, NIEMAND)


def _partners(tabel: Any, personen: Getallen | Persoonsids) -> tuple[Getallen, Any]:
    """The id of the partner of each person, and who names one."""
    if "partner" not in tabel.column_names:
        return vast(0, 64, tabel.num_rows), vast(0, 8, tabel.num_rows)
    kolom = in_een_stuk(tabel["partner"])
    if not _is_lijst(kolom.type):
        ieder = np.arange(len(kolom) + 1, dtype=np.int32)
        return _nummers(ieder, kolom, personen), _of_alle(geldig(kolom), len(kolom))
    vanaf, ids, _ = _verwijzingen(tabel, "partner", personen)
    lengtes = np.diff(vanaf)
    eerste = np.append(ids, NIEMAND)[vanaf[:-1]]
    return np.where(lengtes == 1, eerste, NIEMAND), lengtes > 0


def _of_alle(is_gesteld: Waarheden | None, aantal: int) -> Any:
    return vast(1, 8, aantal) if is_gesteld is None else is_gesteld


def _verwijzingen(tabel: Any, veld: str, personen: Getallen | Persoonsids) -> tuple[Any, Getallen, Any]:
    """Per row where its ids begin and end, the ids, and which rows state the field. Text: ids with | between."""
    if veld not in tabel.column_names:
        return vast(0, 32, tabel.num_rows + 1), np.zeros(0, np.int64), vast(0, 8, tabel.num_rows)
    kolom = in_een_stuk(tabel[veld])
    if not _is_lijst(kolom.type):
        kolom = pc.split_pattern(kolom.cast(pa.string()), "|")
    vanaf, ids, heeft = lees_rijen(kolom)
    return vanaf, _of_niemand(_nummers(vanaf, ids, personen), geldig(ids)), _of_alle(heeft, len(kolom))
