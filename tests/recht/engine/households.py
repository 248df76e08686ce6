"""Households grown for the tests: any law package, every fact on and off, ages on both sides of every line."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from meedoen.recht import GegevenOntbreekt, Recht, RekenFout, bereken, lees_geval
from meedoen.recht.engine.errors import DatumOnbekend
from meedoen.recht.engine.facts import RELATIES, WEZENS, Feit
from meedoen.recht.engine.functions import EERSTE_DATUM, LAATSTE_DATUM
from meedoen.recht.engine.graph import benodigde_feiten, benodigde_termen
from tests.recht.ordinances import die_samengaan

LEEFTIJDEN = (0, 5, 15, 16, 17, 18, 20, 21, 22, 23, 26, 27, 40, 66, 67, 90)


@st.composite
def peildata(draw: st.DrawFn, recht: Recht) -> date:
    """Days within the known law, mostly next to a day on which something changes."""
    grenzen = {regel.kop.vanaf for versies in recht.regels.values() for regel in versies}
    grenzen |= {waarde.vanaf for bedrag in recht.bedragen.values() for waarde in bedrag.waarden}
    dag = draw(st.sampled_from(sorted(grenzen))) - timedelta(draw(st.integers(0, 1)))
    dag = draw(st.one_of(st.just(dag), st.dates(recht.bekend_vanaf, recht.bekend_tot - timedelta(1))))
    return min(max(dag, recht.bekend_vanaf), recht.bekend_tot - timedelta(1))


@st.composite
def geboortedata(draw: st.DrawFn, peildatum: date) -> date:
    """A date of birth, mostly on or next to a birthday."""
    jaar = peildatum.year - draw(st.sampled_from(LEEFTIJDEN))
    verjaardag = peildatum.replace(year=jaar, day=min(peildatum.day, 28)) + timedelta(draw(st.integers(-1, 1)))
    gekozen = draw(st.one_of(st.just(verjaardag), st.dates(date(jaar, 1, 1), date(jaar, 12, 31))))
    return min(gekozen, peildatum)


@st.composite
def data(draw: st.DrawFn, peildatum: date) -> date:
    """Days near the reference date, ends of months, leap days, and the ends of the calendar."""
    dichtbij = peildatum - timedelta(draw(st.sampled_from([0, 1, 30, 364, 366, 800])))
    bijzonder = [date(2020, 2, 29), date(2023, 2, 28), date(2024, 1, 31), EERSTE_DATUM, LAATSTE_DATUM, peildatum]
    return draw(st.one_of(st.just(dichtbij), st.sampled_from(bijzonder), st.dates(date(2014, 1, 1), date(2027, 1, 1))))


@st.composite
def feitwaarden(draw: st.DrawFn, feit: Feit, peildatum: date) -> Any:
    """A value that the fact allows, or None."""
    if draw(st.integers(0, 7)) == 0:
        return None
    if feit.soort.vorm == "ja_nee":
        return draw(st.sampled_from([None, True, False]))
    if feit.naam == "geboortedatum":
        return draw(geboortedata(peildatum)).isoformat()
    if feit.soort.vorm == "datum":
        return draw(data(peildatum)).isoformat()
    if feit.vorm == "lijst":
        return [
            {
                naam: waarde
                for naam, veld in feit.velden.items()
                if (waarde := draw(feitwaarden(veld, peildatum))) is not None
            }
            for _ in range(draw(st.integers(0, 3)))
        ]
    if feit.soort.vorm == "keuze":
        return draw(st.sampled_from(feit.soort.keuzes))
    assert feit.bereik is not None
    onder, boven = (int(grens * 10**feit.decimalen) for grens in feit.bereik)
    klein = min(boven, onder + 4000 * 10**feit.decimalen)
    stappen = draw(st.one_of(st.sampled_from([onder, boven]), st.integers(onder, klein)))
    return f"{Decimal(stappen).scaleb(-feit.decimalen)}" if feit.decimalen else stappen


@st.composite
def verordeningen(draw: st.DrawFn, recht: Recht, vragen: tuple[str, ...], peildatum: date) -> dict[str, Any]:
    """Decisions of one municipality, as `lees_verordening` takes them: some terms, some of them twice, with periods."""
    termen = [recht.termen[naam] for naam in benodigde_termen(recht.regels, vragen)]
    besluiten = []
    for naam in draw(st.lists(st.sampled_from(sorted({term.verordening for term in termen})), max_size=4)):
        eigen = [term for term in termen if term.verordening == naam]
        waarden = {term.naam: draw(feitwaarden(term, peildatum)) for term in eigen}
        vanaf = draw(st.one_of(st.just(recht.bekend_vanaf), data(peildatum)))
        besluit: dict[str, Any] = {"verordening": naam, "vanaf": vanaf.isoformat()}
        if vanaf < LAATSTE_DATUM and draw(st.booleans()):
            besluit["tot"] = min(vanaf + timedelta(draw(st.integers(1, 900))), LAATSTE_DATUM).isoformat()
        besluiten.append({**besluit, "waarden": {n: w for n, w in waarden.items() if w is not None}})
    overal = {term.naam: draw(feitwaarden(term, peildatum)) for term in termen if draw(st.integers(0, 3)) == 0}
    opgave = {"besluit": besluiten, "waarden": {n: w for n, w in overal.items() if w is not None}}
    return die_samengaan(opgave, recht)


@st.composite
def huishoudens(draw: st.DrawFn, recht: Recht, vragen: tuple[str, ...], meeste: int = 5) -> dict[str, Any]:
    """A case as `lees_geval` takes it: right in itself, with relations, and with facts left out.

    It holds the facts that the asked results may need.
    """
    peildatum = draw(peildata(recht))
    wezen = min({recht.van[naam] for naam in vragen} - {""}, default="persoon")
    eigen = ("geboortedatum",) if wezen == "persoon" else ()
    namen = dict.fromkeys((*eigen, *benodigde_feiten(recht.regels, vragen)))
    feiten = [recht.feiten[naam] for naam in namen]
    ids = [f"p{nummer}" for nummer in range(draw(st.integers(1, meeste)))]
    personen = []
    for naam in ids:
        persoon: dict[str, Any] = {"id": naam}
        for feit in feiten:
            if feit.naam not in RELATIES and (waarde := draw(feitwaarden(feit, peildatum))) is not None:
                persoon[feit.naam] = {"antwoord": waarde, "door": "M. Voorbeeld"} if feit.is_oordeel else waarde
        anderen = [ander for ander in ids if ander != naam and wezen == "persoon"]
        if anderen and draw(st.integers(0, 3)) == 0:
            persoon["commerciele_relatie_met"] = draw(st.lists(st.sampled_from(anderen), unique=True, max_size=2))
        personen.append(persoon)
    if wezen == "persoon":
        _geef_relaties(draw, personen, peildatum)
    geval = {"peildatum": peildatum.isoformat(), "gevraagd": list(vragen)[:1], wezen: personen}
    if benodigde_termen(recht.regels, vragen) and draw(st.integers(0, 3)):
        geval["verordening"] = draw(verordeningen(recht, vragen, peildatum))
    return geval


def _geef_relaties(draw: st.DrawFn, personen: list[dict[str, Any]], peildatum: date) -> None:
    oud = [p for p in personen if _leeftijd(p, peildatum) >= 16]
    if len(oud) >= 2 and draw(st.booleans()):
        oud[0]["partner"] = oud[1]["id"]
        if draw(st.booleans()):
            oud[1]["partner"] = oud[0]["id"]
    for kind in personen:
        ouders = [
            p["id"]
            for p in personen
            if str(p.get("geboortedatum", "")) < str(kind.get("geboortedatum", "")) and p is not kind
        ]
        ouders = [naam for naam in ouders if naam and "geboortedatum" in kind]
        if ouders and draw(st.booleans()):
            kind["ouders"] = draw(st.lists(st.sampled_from(ouders), unique=True, max_size=2))


def _leeftijd(persoon: Mapping[str, Any], peildatum: date) -> float:
    if "geboortedatum" not in persoon:
        return 99
    return (peildatum - date.fromisoformat(persoon["geboortedatum"])).days / 365.25 - 0.01


def exact_antwoord(opgave: Mapping[str, Any], persoon: str, naam: str, recht: Recht) -> tuple[str, Any]:
    """("", value), ("leeg", reason), ("ontbreekt", (person, fact)) or ("fout", ""), by the exact evaluator."""
    wezen = next(wezen for wezen in WEZENS if wezen in opgave)
    personen = [{**p, "gevraagd": [naam] if p["id"] == persoon else []} for p in opgave[wezen]]
    geval = lees_geval({**opgave, "gevraagd": [naam], wezen: personen}, recht=recht)
    try:
        uitkomst = bereken(geval, recht=recht)
    except GegevenOntbreekt as fout:
        return "ontbreekt", (fout.ontbreekt[0].persoon, fout.ontbreekt[0].feit)
    except (RekenFout, DatumOnbekend):
        return "fout", ""
    waarde = uitkomst.waarden[persoon][naam]
    if waarde is None:
        reden = uitkomst.redenen[persoon][naam]
        return "leeg", f"{reden.reden} ({reden.artikel})"
    return "", waarde if isinstance(waarde, bool | date | str) else Fraction(waarde)
