"""Random households by the thousand, as table and as cases: grown from the declarations of facts, so with them.

Beside the round numbers everything that is a line somewhere is likely: birthdays, days on which the law changes, the
ends of ranges, silence. `engine/households.py` does the same for hypothesis, a few at a time.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

import pyarrow as pa

from meedoen.recht import Geval, Recht
from meedoen.recht.engine.facts import RELATIES, Feit
from meedoen.recht.engine.functions import EERSTE_DATUM, LAATSTE_DATUM, volle_jaren
from meedoen.recht.engine.graph import benodigde_feiten, benodigde_termen
from meedoen.recht.engine.household import Persoon
from meedoen.recht.engine.terms import Verordening
from meedoen.recht.engine.values import lees_waarde
from tests.recht.engine.households import LEEFTIJDEN
from tests.recht.ordinances import die_samengaan

GROOTTES = (1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 7)
DOOR = "M. Voorbeeld"
STILTE = 0.12
"""How often a fact is not stated."""


@dataclass
class Proef:
    """Households that state what some results may need. `opgaven` are the same households as `lees_geval` takes them,
    `gevallen` as it reads them; `rijen` the columns of the table; `wie` the person to compare, a row of the table.
    """

    wezen: str
    gevallen: list[Geval] = field(default_factory=list)
    opgaven: list[dict[str, Any]] = field(default_factory=list)
    wie: list[int] = field(default_factory=list)
    rijen: list[dict[str, Any]] = field(default_factory=list)


def maak_proef(
    recht: Recht,
    vragen: Sequence[str],
    aantal: int,
    zaad: int,
    gemeenten: Mapping[str, tuple[dict[str, Any], Verordening]],
) -> Proef:
    """So many households in these municipalities, about whom these results can be asked; the same every time."""
    toeval, wezen = Random(zaad), recht.van[vragen[0]] or "persoon"
    namen = dict.fromkeys([*(["geboortedatum"] if wezen == "persoon" else []), *benodigde_feiten(recht.regels, vragen)])
    wat = makers(toeval, [recht.feiten[naam] for naam in namen if naam not in RELATIES])
    dagen, proef, namen_van_gemeenten = wisseldagen(recht), Proef(wezen), list(gemeenten)
    for nummer in range(aantal):
        dag, gemeente = een_dag(toeval, dagen, recht), toeval.choice(namen_van_gemeenten)
        besluiten, verordening = gemeenten[gemeente]
        personen = [gegevens(toeval, wat, dag) for _ in range(toeval.choice(GROOTTES) if wezen == "persoon" else 1)]
        rijen = [ruw for ruw, _ in personen]
        for plaats, een in enumerate(rijen):
            een["id"] = {"persoon": f"p{plaats}", "werkgever": f"w{nummer}", "gemeente": gemeente}[wezen]
        if wezen == "persoon":
            geef_relaties(toeval, rijen, dag)
        proef.wie.append(len(proef.rijen) + toeval.randrange(len(rijen)))
        proef.opgaven.append({"peildatum": dag, "gevraagd": list(vragen), wezen: rijen, "verordening": besluiten})
        proef.gevallen.append(als_geval(personen, dag, wezen, verordening))
        proef.rijen += [{"huishouden": nummer, "peildatum": dag, "gemeente": gemeente, **een} for een in rijen]
    return proef


def wisseldagen(recht: Recht) -> list[date]:
    """Every day on which a rule, an amount or a term begins or ends, within the known law."""
    dagen = {dag for versies in recht.regels.values() for regel in versies for dag in (regel.kop.vanaf, regel.kop.tot)}
    dagen |= {waarde.vanaf for bedrag in recht.bedragen.values() for waarde in bedrag.waarden}
    dagen |= {dag for term in recht.termen.values() for dag in (term.vanaf, term.tot)}
    return sorted(dag for dag in dagen if recht.bekend_vanaf < dag < recht.bekend_tot)


def een_dag(toeval: Random, dagen: Sequence[date], recht: Recht) -> date:
    """A day on which something changes, the day before it, or any day."""
    keuze = toeval.random()
    if keuze < 0.7:
        return toeval.choice(dagen) - timedelta(keuze < 0.35)
    return recht.bekend_vanaf + timedelta(toeval.randrange((recht.bekend_tot - recht.bekend_vanaf).days))


Maker = Callable[[date], tuple[Any, Any]]
"""Gives a value on a reference date: as it is stated, and as a rule reads it."""
VOORRAAD = 1_000
"""So many numbers are made for each fact; households draw from them."""


def makers(toeval: Random, feiten: Sequence[Feit]) -> list[tuple[str, Maker]]:
    """What makes values of each fact."""
    return [(feit.naam, maker(toeval, feit)) for feit in feiten]


def maker(toeval: Random, feit: Feit) -> Maker:
    """What makes values of a fact: by its sort, its range, its choices, its fields."""
    if feit.vorm == "lijst":
        velden = makers(toeval, list(feit.velden.values()))
        return lambda dag: een_lijst(toeval, velden, dag)
    if feit.is_oordeel:
        zonder = maker(toeval, replace(feit, weeg=()))
        return lambda dag: een_oordeel(*zonder(dag))
    if feit.naam == "geboortedatum":
        return lambda dag: (een_geboortedatum(toeval, dag),) * 2
    if feit.soort.vorm == "datum":
        return lambda dag: (een_datum(toeval, dag),) * 2
    ruw = {"ja_nee": [True, False], "keuze": feit.soort.keuzes}.get(feit.soort.vorm) or list(getallen(toeval, feit))
    voorraad = [(waarde, lees_waarde(feit, waarde)) for waarde in ruw]
    return lambda dag: voorraad[int(toeval.random() * len(voorraad))]


def een_lijst(toeval: Random, velden: list[tuple[str, Maker]], dag: date) -> tuple[Any, Any]:
    """Mostly short, sometimes empty."""
    rijen = [gegevens(toeval, velden, dag) for _ in range(toeval.choice((0, 0, 1, 1, 2, 3)))]
    return [ruw for ruw, _ in rijen], tuple(gelezen for _, gelezen in rijen)


def een_oordeel(ruw: Any, gelezen: Any) -> tuple[Any, Any]:
    """With the name of who gave it."""
    return {"antwoord": ruw, "door": DOOR}, gelezen


def gegevens(toeval: Random, wat: list[tuple[str, Maker]], dag: date) -> tuple[dict[str, Any], dict[str, Any]]:
    """What one person states, and what rules read of that; not everything is stated."""
    ruw, gelezen = {}, {}
    for naam, maak in wat:
        if toeval.random() > STILTE:
            ruw[naam], gelezen[naam] = maak(dag)
    return ruw, gelezen


def getallen(toeval: Random, feit: Feit) -> Iterator[int | Decimal]:
    """Numbers in the range of a fact, its ends and small ones most of all."""
    assert feit.bereik is not None
    onder, boven = (int(grens * 10**feit.decimalen) for grens in feit.bereik)
    begin = min(max(onder, 0), boven)
    eind = min(boven, begin + 4000 * 10**feit.decimalen)
    for nummer in range(VOORRAAD):
        stappen = (
            (onder, boven, toeval.randint(onder, boven))[nummer % 3] if nummer % 20 < 6 else toeval.randint(begin, eind)
        )
        yield Decimal(stappen).scaleb(-feit.decimalen) if feit.decimalen else stappen


def een_geboortedatum(toeval: Random, dag: date) -> date:
    """Mostly a birthday, the day before or the day after."""
    jaar = dag.year - toeval.choice(LEEFTIJDEN)
    if toeval.random() < 0.3:
        return min(date(jaar, 1, 1) + timedelta(toeval.randrange(365)), dag)
    return min(date(jaar, dag.month, min(dag.day, 28)) + timedelta(toeval.choice((-1, 0, 1))), dag)


BIJZONDER = (date(2020, 2, 29), date(2023, 2, 28), date(2024, 1, 31), EERSTE_DATUM, LAATSTE_DATUM)


def een_datum(toeval: Random, dag: date) -> date:
    """Near the reference date, a month or a year from it, or a day that is hard to count with."""
    keuze = toeval.random()
    if keuze < 0.05:
        return toeval.choice(BIJZONDER)
    if keuze < 0.3:
        return date(2013, 1, 1) + timedelta(toeval.randrange(5500))
    return dag + timedelta(toeval.choice((0, 0, 1, -1, -27, -28, -30, -31, -90, -92, -183, -364, -365, -366, -800, 30)))


def geef_relaties(toeval: Random, personen: list[dict[str, Any]], dag: date) -> None:
    """Couples of whom nobody is younger than sixteen, parents who are older, and commercial relations."""
    oud = [een for een in personen if "geboortedatum" not in een or volle_jaren(een["geboortedatum"], dag) >= 16]
    if len(oud) >= 2 and toeval.random() < 0.6:
        oud[0]["partner"] = oud[1]["id"]
        if toeval.random() < 0.5:
            oud[1]["partner"] = oud[0]["id"]
    for een in personen:
        anderen = [ander["id"] for ander in personen if ander is not een]
        if anderen and toeval.random() < 0.15:
            een["commerciele_relatie_met"] = toeval.sample(anderen, min(len(anderen), toeval.randint(0, 2)))
        geboren = een.get("geboortedatum", EERSTE_DATUM)
        ouderen = [ander["id"] for ander in personen if ander.get("geboortedatum", LAATSTE_DATUM) < geboren]
        if ouderen and toeval.random() < 0.6:
            een["ouders"] = toeval.sample(ouderen, min(len(ouderen), toeval.randint(0, 2)))


def als_geval(
    personen: Sequence[tuple[Mapping[str, Any], Mapping[str, Any]]], dag: date, wezen: str, verordening: Verordening
) -> Geval:
    """The case as `lees_geval` reads it, without its checks: that it does read it so is tested on a part."""
    plaatsen = {een["id"]: plaats for plaats, (een, _) in enumerate(personen)}
    partners: dict[int, int] = {}
    commercieel: list[set[int]] = [set() for _ in personen]
    for ik, (een, _) in enumerate(personen):
        if "partner" in een:
            partners[ik], partners[plaatsen[een["partner"]]] = plaatsen[een["partner"]], ik
        for ander in een.get("commerciele_relatie_met", ()):
            commercieel[ik].add(plaatsen[ander])
            commercieel[plaatsen[ander]].add(ik)
    return Geval(
        dag,
        (),
        tuple(
            Persoon(
                een["id"],
                gelezen,
                partners.get(ik),
                frozenset(commercieel[ik]),
                tuple(plaatsen[ander] for ander in een["ouders"]) if "ouders" in een else None,
                (),
            )
            for ik, (een, gelezen) in enumerate(personen)
        ),
        wezen,
        verordening,
    )


def als_tabel(proef: Proef, recht: Recht) -> pa.Table:
    """The rows as the table that states the same."""
    sleutels = {"persoon": ("huishouden", "persoon"), "werkgever": ("werkgever",), "gemeente": ("gemeente",)}
    namen = dict.fromkeys(naam for rij in proef.rijen for naam in rij)
    feiten = [recht.feiten[naam] for naam in namen if naam in recht.feiten]
    kolommen: dict[str, Any] = {naam: _kolom(proef, naam) for naam in ("gemeente", "peildatum")}
    kolommen |= {naam: _kolom(proef, "id" if naam == proef.wezen else naam) for naam in sleutels[proef.wezen]}
    for feit in feiten:
        waarden = _kolom(proef, feit.naam)
        if feit.is_oordeel:
            kolommen[f"{feit.naam}_door"] = pa.array([een and een["door"] for een in waarden], pa.string())
            waarden = [een and een["antwoord"] for een in waarden]
        kolommen[feit.naam] = pa.array(waarden, kolomsoort(feit))
    return pa.table(kolommen)


def _kolom(proef: Proef, naam: str) -> list[Any]:
    return [rij.get(naam) for rij in proef.rijen]


def kolomsoort(feit: Feit) -> Any:
    """The type of a fact in a table."""
    if feit.vorm == "lijst":
        return pa.list_(pa.struct([(naam, kolomsoort(veld)) for naam, veld in feit.velden.items()]))
    if feit.naam == "partner":
        return pa.string()
    if feit.vorm == "relatie":
        return pa.list_(pa.string())
    soorten = {"ja_nee": pa.bool_(), "datum": pa.date32(), "keuze": pa.string()}
    if feit.soort.vorm in soorten:
        return soorten[feit.soort.vorm]
    return pa.decimal128(18, feit.decimalen) if feit.decimalen else pa.int64()


def verordeningen(recht: Recht, vragen: Sequence[str], aantal: int, zaad: int) -> dict[str, Any]:
    """So many municipalities and what they decided on the terms behind these results, as `lees_verordening` takes it.

    The first decided nothing; the others most of it, some of it twice or for a time.
    """
    toeval, besluiten = Random(zaad), {"gemeente 0": {"besluit": [], "waarden": {}}}
    termen = [recht.termen[naam] for naam in benodigde_termen(recht.regels, vragen)]
    wat = [(term, maker(toeval, term)) for term in termen]
    for nummer in range(1, aantal):
        eigen: list[dict[str, Any]] = []
        for term, maak in wat:
            vanaf = max(term.vanaf, recht.bekend_vanaf) + timedelta(toeval.choice((0, 0, 0, 31, 700, 2500)))
            besluit = {"verordening": term.verordening, "vanaf": vanaf, "waarden": {term.naam: maak(vanaf)[0]}}
            if toeval.random() < 0.2:
                besluit["tot"] = vanaf + timedelta(toeval.randint(1, 1500))
            eigen += [besluit] if toeval.random() < 0.9 else []
        besluiten[f"gemeente {nummer}"] = die_samengaan({"besluit": eigen, "waarden": {}}, recht)
    return besluiten
