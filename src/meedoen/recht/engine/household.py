"""A case: the persons of one dwelling with their facts and relations, or employers, or municipalities.

Every fault in it is named at once.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from meedoen.recht.engine.decisions import onmogelijke_waarden, verordening_uit
from meedoen.recht.engine.errors import Gebrek, GevalFout, bedoelt_u
from meedoen.recht.engine.facts import RELATIES, WEZENS
from meedoen.recht.engine.functions import volle_jaren
from meedoen.recht.engine.law import Recht, laad_recht
from meedoen.recht.engine.terms import GEEN_VERORDENING, Verordening
from meedoen.recht.engine.units import Waarde
from meedoen.recht.engine.values import (
    BESTAANDE_DATUM,
    Oordeel,
    Rij,
    kort,
    lees_datum,
    lees_lijst,
    lees_oordeel,
    lees_waarde,
    verwacht,
    zo_geschreven,
)

MEESTE_PERSONEN = 200
"""More people in one dwelling is taken for a fault in the input."""
HOOGSTE_LEEFTIJD = 125
LAAGSTE_LEEFTIJD_PARTNER = 16
BIJSCHRIFTEN = ("bron", "verwacht", "omschrijving")
"""Keys that a case file may carry for people and tests; the law does not read them."""


@dataclass(frozen=True)
class Persoon:
    """One person (employer, municipality). `feiten` are as rules read them; others are places in the case, from 0.

    `ouders` is None when the case does not state them. `gevraagd` are the results asked for this person; `oordelen`
    says of each judgment in `feiten` whose it is.
    """

    id: str
    feiten: Mapping[str, Waarde | tuple[Rij, ...]]
    partner: int | None
    commercieel: frozenset[int]
    ouders: tuple[int, ...] | None
    gevraagd: tuple[str, ...]
    oordelen: Mapping[str, Oordeel] = field(default_factory=dict)


@dataclass(frozen=True)
class Geval:
    """The persons of one dwelling on one day, with the results that are asked and the ordinances that the case states.

    `wezen` is what `personen` are: "persoon", "werkgever" or "gemeente".
    """

    peildatum: date
    gevraagd: tuple[str, ...]
    personen: tuple[Persoon, ...]
    wezen: str = "persoon"
    verordening: Verordening = GEEN_VERORDENING

    def leeftijd(self, plaats: int) -> int | None:
        """Age in whole years on the reference date, or None when the date of birth is not stated."""
        geboren = self.personen[plaats].feiten.get("geboortedatum")
        return volle_jaren(geboren, self.peildatum) if isinstance(geboren, date) else None


def lees_geval(opgave: Mapping[str, Any], *, recht: Recht | None = None) -> Geval:
    """The case stated by a mapping as TOML or JSON gives it. GevalFout carries all faults at once."""
    recht = recht or laad_recht()
    gebreken: list[Gebrek] = []
    if not isinstance(opgave, Mapping):
        raise GevalFout([Gebrek("", "geval", kort(opgave), "een tabel met peildatum, gevraagd en persoon")])
    wezen = _wezen(opgave, gebreken)
    _onbekende_sleutels("", opgave, ("peildatum", "gevraagd", "verordening", *WEZENS, *BIJSCHRIFTEN), gebreken)
    peildatum = _datum("", "peildatum", opgave.get("peildatum"), gebreken)
    gevraagd = _gevraagd("", opgave.get("gevraagd"), recht, wezen, gebreken)
    ruw = _personen(opgave.get(wezen), wezen, gebreken)
    stelling = opgave.get("verordening")
    verordening = GEEN_VERORDENING if stelling is None else verordening_uit(stelling, recht, gebreken)
    gebreken += onmogelijke_waarden(verordening, recht)
    plaatsen = {naam: plaats for plaats, (naam, _) in enumerate(ruw)}
    paren = _partners(ruw, plaatsen, gebreken)
    commercieel = _commercieel(ruw, plaatsen, gebreken)
    personen = []
    eigen_feiten = [naam for naam, feit in recht.feiten.items() if feit.van == wezen]
    for plaats, (naam, tabel) in enumerate(ruw):
        _onbekende_sleutels(naam, tabel, ("id", "gevraagd", *eigen_feiten), gebreken)
        eigen = _gevraagd(naam, tabel["gevraagd"], recht, wezen, gebreken) if "gevraagd" in tabel else gevraagd
        ouders = _verwijzingen(naam, "ouders", tabel, plaatsen, gebreken) if tabel.get("ouders") is not None else None
        feiten, oordelen = _feiten(naam, tabel, recht, gebreken)
        kring = frozenset(commercieel[plaats])
        personen.append(Persoon(naam, feiten, paren.get(plaats), kring, ouders, eigen, oordelen))
    if peildatum:
        gebreken += _onmogelijke_leeftijden(personen, peildatum)
    if gebreken or not peildatum:
        raise GevalFout(gebreken)
    return Geval(peildatum, gevraagd, tuple(personen), wezen, verordening)


def _wezen(opgave: Mapping[str, Any], gebreken: list[Gebrek]) -> str:
    """What the case is about; a case about both persons and employers is two cases."""
    genoemd = [wezen for wezen in WEZENS if wezen in opgave]
    if len(genoemd) > 1:
        wat = "een geval over personen, over werkgevers of over gemeenten"
        gebreken.append(Gebrek("", genoemd[1], "genoemd naast " + genoemd[0], wat, "Maak er twee gevallen van."))
    return genoemd[0] if genoemd else "persoon"


def kinderen(geval: Geval, plaats: int) -> tuple[list[int], list[int], bool]:
    """The minors of whom this person or the partner is a parent; those of whom that is unknown; was it inferred?

    Who states no parents is read as the child of the only adult, or the only couple, in the dwelling.
    """
    ik = geval.personen[plaats]
    wij = {plaats} if ik.partner is None else {plaats, ik.partner}
    alleen_wij = _is_enig_gezin(geval, wij)
    mijn: list[int] = []
    onbekend: list[int] = []
    is_afgeleid = False
    for nummer, ander in enumerate(geval.personen):
        leeftijd = geval.leeftijd(nummer)
        if nummer in wij or ander.partner is not None or leeftijd is None or leeftijd >= 18:
            continue
        if ander.ouders is None:
            is_afgeleid |= alleen_wij
            (mijn if alleen_wij else onbekend).append(nummer)
        elif wij & set(ander.ouders):
            mijn.append(nummer)
    return mijn, onbekend, is_afgeleid


def _is_enig_gezin(geval: Geval, wij: set[int]) -> bool:
    leeftijden = [geval.leeftijd(nummer) for nummer in range(len(geval.personen))]
    volwassenen = {nummer for nummer, leeftijd in enumerate(leeftijden) if leeftijd is None or leeftijd >= 18}
    return bool(volwassenen & wij) and volwassenen <= wij


def _datum(persoon: str, veld: str, ruw: Any, gebreken: list[Gebrek]) -> date | None:
    gelezen = lees_datum(ruw)
    if gelezen is None:
        waarde = "niet opgegeven" if ruw is None else kort(ruw)
        gebreken.append(Gebrek(persoon, veld, waarde, f"{BESTAANDE_DATUM}, zoals 2026-01-31"))
    return gelezen


def _onbekende_sleutels(persoon: str, tabel: Mapping[str, Any], bekend: Sequence[str], gebreken: list[Gebrek]) -> None:
    for sleutel in tabel:
        if sleutel not in bekend:
            nabij = bedoelt_u(str(sleutel), bekend)
            herstel = f"Bedoelt u {nabij}?" if nabij else "Haal het weg."
            gebreken.append(Gebrek(persoon, kort(sleutel), kort(tabel[sleutel]), "een bekend veld", herstel))


def _gevraagd(persoon: str, ruw: Any, recht: Recht, wezen: str, gebreken: list[Gebrek]) -> tuple[str, ...]:
    if not isinstance(ruw, list) or (not ruw and not persoon):
        waarde = "niet opgegeven" if ruw is None else kort(ruw)
        gebreken.append(Gebrek(persoon, "gevraagd", waarde, 'een lijst van uitkomsten, zoals ["norm_per_maand"]'))
        return ()
    bekend = recht.vragen_over(wezen)
    for naam in ruw:
        if naam not in bekend:
            nabij = bedoelt_u(str(naam), bekend)
            herstel = f"Bedoelt u {nabij}?" if nabij else ""
            wat = "een uitkomst van een regel"
            if isinstance(naam, str) and recht.van.get(naam, wezen) not in ("", wezen):
                wat, herstel = f"een uitkomst over een {wezen}", f"{naam} gaat over een {recht.van[naam]}."
            gebreken.append(Gebrek(persoon, "gevraagd", kort(naam), wat, herstel))
    return tuple(naam for naam in ruw if naam in bekend)


def _personen(ruw: Any, wezen: str, gebreken: list[Gebrek]) -> list[tuple[str, Mapping[str, Any]]]:
    if (
        not isinstance(ruw, list)
        or not 1 <= len(ruw) <= MEESTE_PERSONEN
        or not all(isinstance(p, Mapping) for p in ruw)
    ):
        aantal = (
            f"{len(ruw)} {WEZENS[wezen]}" if isinstance(ruw, list) else "niet opgegeven" if ruw is None else kort(ruw)
        )
        gebreken.append(Gebrek("", wezen, aantal, f"een lijst van 1 tot en met {MEESTE_PERSONEN} tabellen [[{wezen}]]"))
        return []
    personen: dict[str, Mapping[str, Any]] = {}
    for nummer, tabel in enumerate(ruw, 1):
        naam = tabel.get("id")
        if not isinstance(naam, str) or not 0 < len(naam) <= 100:
            waarde = "niet opgegeven" if naam is None else kort(naam)
            gebreken.append(Gebrek(f"nummer {nummer}", "id", waarde, "een tekst van 1 tot en met 100 tekens"))
            naam = f"nummer {nummer}"
        if naam in personen:
            gebreken.append(Gebrek(naam, "id", kort(naam), "een id dat maar één keer voorkomt"))
            naam = f"{naam} (nummer {nummer})"
        personen[naam] = tabel
    return list(personen.items())


Ruw = Sequence[tuple[str, Mapping[str, Any]]]


def _verwijzingen(
    persoon: str, veld: str, tabel: Mapping[str, Any], plaatsen: Mapping[str, int], gebreken: list[Gebrek]
) -> tuple[int, ...]:
    ruw = tabel.get(veld)
    if ruw is None:
        return ()
    if not isinstance(ruw, list):
        gebreken.append(Gebrek(persoon, veld, kort(ruw), 'een lijst van ids, zoals ["a"]'))
        return ()
    for ander in ruw:
        if not isinstance(ander, str) or ander not in plaatsen or ander == persoon:
            nabij = bedoelt_u(str(ander), plaatsen)
            herstel = f"Bedoelt u {nabij}?" if nabij and nabij != persoon else ""
            gebreken.append(Gebrek(persoon, veld, kort(ander), "het id van een ander in dit geval", herstel))
    return tuple(plaatsen[ander] for ander in ruw if isinstance(ander, str) and ander in plaatsen and ander != persoon)


def _partners(ruw: Ruw, plaatsen: Mapping[str, int], gebreken: list[Gebrek]) -> dict[int, int]:
    """Both sides of every couple. One side stating it is enough; two partners, or a circle of them, is a fault."""
    paren: dict[int, int] = {}
    for naam, tabel in ruw:
        if tabel.get("partner") is None:
            continue
        ander = _verwijzingen(naam, "partner", {"partner": [tabel["partner"]]}, plaatsen, gebreken)
        if not ander:
            continue
        ik, hij = plaatsen[naam], ander[0]
        if paren.get(ik, hij) != hij or paren.get(hij, ik) != ik:
            bezet = naam if paren.get(ik, hij) != hij else ruw[hij][0]
            wie = ruw[paren[plaatsen[bezet]]][0]
            herstel = f"{bezet} heeft al {wie} als partner; een persoon heeft er ten hoogste één."
            gebreken.append(
                Gebrek(naam, "partner", kort(tabel["partner"]), "één partner, van beide kanten dezelfde", herstel)
            )
            continue
        paren[ik], paren[hij] = hij, ik
    return paren


def _commercieel(ruw: Ruw, plaatsen: Mapping[str, int], gebreken: list[Gebrek]) -> list[set[int]]:
    relaties: list[set[int]] = [set() for _ in ruw]
    for ik, (naam, tabel) in enumerate(ruw):
        for ander in _verwijzingen(naam, "commerciele_relatie_met", tabel, plaatsen, gebreken):
            relaties[ik].add(ander)
            relaties[ander].add(ik)
    return relaties


def _feiten(
    persoon: str, tabel: Mapping[str, Any], recht: Recht, gebreken: list[Gebrek]
) -> tuple[dict[str, Waarde | tuple[Rij, ...]], dict[str, Oordeel]]:
    """The stated facts as rules read them, and whose the judgments among them are."""
    feiten: dict[str, Waarde | tuple[Rij, ...]] = {}
    oordelen: dict[str, Oordeel] = {}
    for naam, feit in recht.feiten.items():
        if naam in RELATIES or tabel.get(naam) is None:
            continue
        if feit.vorm == "lijst":
            feiten[naam] = lees_lijst(persoon, feit, tabel[naam], gebreken)
        elif feit.is_oordeel:
            if oordeel := lees_oordeel(persoon, feit, tabel[naam], gebreken):
                feiten[naam], oordelen[naam] = oordeel
        elif (waarde := lees_waarde(feit, tabel[naam])) is None:
            herstel = zo_geschreven(feit, tabel[naam])
            gebreken.append(Gebrek(persoon, naam, kort(tabel[naam]), verwacht(feit), herstel))
        else:
            feiten[naam] = waarde
    return feiten, oordelen


def _onmogelijke_leeftijden(personen: Sequence[Persoon], peildatum: date) -> Iterator[Gebrek]:
    geboren = [persoon.feiten.get("geboortedatum") for persoon in personen]
    for persoon, dag in zip(personen, geboren, strict=True):
        if not isinstance(dag, date):
            continue
        if dag > peildatum:
            yield Gebrek(persoon.id, "geboortedatum", f"{dag}", f"een datum op of voor de peildatum {peildatum}")
            continue
        leeftijd = volle_jaren(dag, peildatum)
        if leeftijd > HOOGSTE_LEEFTIJD:
            yield Gebrek(persoon.id, "geboortedatum", f"{dag}", f"een leeftijd van ten hoogste {HOOGSTE_LEEFTIJD} jaar")
        if persoon.partner is not None and leeftijd < LAAGSTE_LEEFTIJD_PARTNER:
            ander = personen[persoon.partner].id
            yield Gebrek(persoon.id, "partner", ander, f"een leeftijd van ten minste {LAAGSTE_LEEFTIJD_PARTNER} jaar")
        for ouder in persoon.ouders or ():
            dag_ouder = geboren[ouder]
            if isinstance(dag_ouder, date) and dag_ouder >= dag:
                yield Gebrek(persoon.id, "ouders", personen[ouder].id, "een ouder die eerder geboren is dan het kind")
