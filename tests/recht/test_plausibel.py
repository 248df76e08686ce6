"""What must be plausible of every benefit: never below zero, never more for who has more, no cliff without an article.

The households are those of `gevallen/`, so the test grows with the cases; the sums below zero are sought among random
households. Each way in which a household can have more is raised by itself: the one amount, a row of every kind of
income, the months of the inkomenstoeslag, the pay of an internship, the loonwaarde, the vermogen. A cliff is where one
more euro costs more than a euro of benefit, sought to the euro (`cliffs.py`): `afgronden.toml` lists each with the rule
that turns there and its article. Any other fall fails, also of a benefit that is listed.
"""

import re
import tomllib
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from meedoen.recht import Recht, Stap, Uitkomst, bereken, laad_recht, lees_geval
from meedoen.recht.engine.decisions import lees_verordening
from tests.recht.cliffs import afgronden_van
from tests.recht.random_households import maak_proef, verordeningen
from tests.recht.untraced import Rekening

pytestmark = pytest.mark.slow
RECHT = laad_recht()
HIER = Path(__file__).parent
GEVALLEN = HIER.parents[1] / "gevallen"
AFGRONDEN: list[dict[str, Any]] = tomllib.loads((HIER / "afgronden.toml").read_text("utf-8"))["afgrond"]
UITKERINGEN = (
    "algemene_bijstand_per_maand",
    "vastgestelde_bijstand_per_maand",
    "uitbetaling_per_maand",
    "vakantietoeslag_per_maand",
    "bijzondere_bijstand",
    "energietoeslag",
    "individuele_inkomenstoeslag",
    "studietoeslag_per_maand",
    "bijdrage_collectieve_zorgverzekering_per_maand",
    "stadspastegoed_van_volwassene_per_jaar",
    "stadspastegoed_van_kinderen_per_jaar",
    "loonkostensubsidie_per_maand",
    "uitbetaling_van_gezin_per_maand",
    "bijstand_na_verlaging_per_maand",
    "uitbetaling_na_verlaging_van_gezin_per_maand",
    "studietoeslag_per_betaling",
)
ONDER_NUL = {
    "gezamenlijk_vermogen": "schulden gaan van de bezittingen af (Participatiewet 34 lid 1 onderdeel a)",
    "eigen_vermogen": "schulden gaan van de bezittingen af (Participatiewet 34 lid 1 onderdeel a)",
    "eigen_vermogen_zonder_uitzonderingen": "schulden gaan eraf (Participatiewet 34 lid 1 onderdeel a)",
    "gezamenlijk_vermogen_zonder_uitzonderingen": "schulden gaan eraf (Participatiewet 34 lid 1 onderdeel a)",
    "vermogen_als_kind": "schulden gaan van de bezittingen af (Participatiewet 34 lid 1 onderdeel a)",
    "vermogen_van_kinderen": "schulden gaan van de bezittingen af (Participatiewet 34 lid 1 onderdeel a)",
    "gezamenlijk_vermogen_in_woning": "de schuld kan hoger zijn dan de waarde (Participatiewet 34 lid 1)",
    "eigen_vermogen_in_woning": "de schuld op de woning kan hoger zijn dan haar waarde (Participatiewet 34 lid 1)",
}
GEEN_UITKERING = re.compile(
    r"(.*norm_.*|norm_.*|verhoging_.*|deel_van_.*|aandeel_.*"  # what a benefit is measured by
    r"|.*minimum(jeugd)?loon.*|loonwaarde_.*|grondslag_.*|.*_zonder_werkgeverslasten_.*|vergoeding_werkgeverslasten_.*"
    r"|.*inkomen_.*|inkomsten_.*|vrijlating.*|vrijgelaten_.*|.*oudedagsvoorziening_.*|.*vrijwilligersvergoeding_.*"
    r"|.*vermogen.*|.*schadevergoeding|draagkracht.*|vakantieaanspraak_.*"  # means
    r"|.*boete.*|benadelingsbedrag_.*|(?!(bijstand|uitbetaling)_na_).*verlaging.*|vermindering_.*"  # what is taken off
    r"|minimum_studietoeslag_.*"  # the least of a benefit that is listed
    r"|premie_over_.*"  # no means touch a premie of a participatieplaats
    r"|uitbetaling_over_hele_maand_per_maand"  # the payout before it is rounded
    r"|vakantietoeslag_te_betalen_in_deze_maand)"  # earlier months: the income of now does not touch it
)
VAN_GEZIN = (
    "algemene_bijstand_per_maand",
    "vastgestelde_bijstand_per_maand",
    "uitbetaling_van_gezin_per_maand",
    "bijstand_na_verlaging_per_maand",
    "uitbetaling_na_verlaging_van_gezin_per_maand",
)
"""Of a couple each spouse shows the amount of both together."""
STAPPEN = tuple(map(Decimal, ("0", "1", "50", "250", "600", "1000", "2500", "6000")))
STAPPEN_PER_SOORT = STAPPEN[::2]
STAPPEN_VERMOGEN = (*STAPPEN[::2], Decimal(6000), Decimal(30_000))
PER_PROCENTPUNT_LOONWAARDE = 40
"""No wage in the cases is so high that one percent of it, with holiday allowance and surcharge, is more than this."""
SOORTEN_INKOMEN = RECHT.feiten["inkomsten"].velden["soort_inkomen"].soort.keuzes
JA = {"antwoord": True, "door": "M. Voorbeeld"}
NODIG_VOOR_VRIJLATING: dict[str, Any] = {
    "gebruikte_maanden_vrijlating_arbeid": 2,
    "vrijlating_arbeid_vanaf": date(2014, 1, 1),
    "vrijlating_alleenstaande_ouder_vanaf": date(2014, 1, 1),
    "vrijlating_loonkostensubsidie_vanaf": date(2023, 1, 1),
    "vrijlating_arbeid_draagt_bij": JA,
    "vrijlating_alleenstaande_ouder_draagt_bij": JA,
    "uitbreiding_arbeidsomvang_is_niet_mogelijk": JA,
    "premie_draagt_bij_aan_arbeidsinschakeling": JA,
    "verantwoorde_giften_per_maand": {**JA, "antwoord": 50},
    "aantal_premies_eerder_dit_jaar": 0,
    "premies_eerder_dit_jaar": 0,
    "vrijwilligersvergoeding_eerder_dit_jaar": 0,
    "giften_eerder_dit_jaar": 0,
}
"""What the exemptions ask of who states his income by kind; what a case says itself goes first."""


def is_geld(naam: str, recht: Recht) -> bool:
    return ("euro", 1) in recht.regels[naam][0].kop.soort.maat


GELD = tuple(naam for naam in RECHT.vragen_over("persoon") if is_geld(naam, RECHT))


@pytest.mark.parametrize("naam", GELD)
def test_no_amount_of_money_is_below_zero(naam: str) -> None:
    besluiten = verordeningen(RECHT, (naam,), 8, 7)
    gemeenten = {wie: (opgave, lees_verordening(opgave, recht=RECHT)) for wie, opgave in besluiten.items()}
    proef = maak_proef(RECHT, (naam,), 250, 7, gemeenten)
    for geval, opgave in zip(proef.gevallen, proef.opgaven, strict=True):
        rekening = Rekening(RECHT, geval, geval.verordening)
        for ik in range(len(geval.personen)):
            soort, waarde = rekening.antwoord(naam, ik)
            assert soort or waarde >= 0 or naam in ONDER_NUL, (waarde, opgave)


def met_bedrag(een: dict[str, Any], erbij: Decimal) -> dict[str, Any] | None:
    """One amount of income, from which the exemptions are already taken."""
    if "inkomen_per_maand" not in een:
        return None
    return {**een, "inkomen_per_maand": meer(een["inkomen_per_maand"], erbij)}


def met_soort(soort: str) -> Callable[[dict[str, Any], Decimal], dict[str, Any] | None]:
    """A row of this kind beside the income that there is; an amount that was stated as one becomes a row."""

    def verhoog(een: dict[str, Any], erbij: Decimal) -> dict[str, Any] | None:
        rijen = list(een.get("inkomsten", ()))
        if not rijen and "inkomen_per_maand" not in een:
            return None
        if not rijen:
            rijen = [{"soort_inkomen": "ander inkomen", "bedrag_per_maand": een["inkomen_per_maand"]}]
        rijen.append({"soort_inkomen": soort, "bedrag_per_maand": meer(0, erbij)})
        return {**NODIG_VOOR_VRIJLATING, **een, "inkomsten": rijen}

    return verhoog


def met_maanden(een: dict[str, Any], erbij: Decimal) -> dict[str, Any] | None:
    """Every month that the inkomenstoeslag looks back on."""
    if "inkomensmaanden" not in een:
        return None
    return {
        **een,
        "inkomensmaanden": [{**rij, "inkomen": meer(rij["inkomen"], erbij)} for rij in een["inkomensmaanden"]],
    }


def met_feit(naam: str, hoogste: int) -> Callable[[dict[str, Any], Decimal], dict[str, Any] | None]:
    """A fact that is one number, as far as it can go."""

    def verhoog(een: dict[str, Any], erbij: Decimal) -> dict[str, Any] | None:
        if naam not in een:
            return None
        return {**een, naam: meer(min(Decimal(een[naam]) + erbij, Decimal(hoogste)), Decimal(0))}

    return verhoog


def meer(bedrag: Any, erbij: Decimal) -> str:
    return f"{Decimal(bedrag) + erbij:.2f}"


Verhoging = Callable[[dict[str, Any], Decimal], dict[str, Any] | None]
BRONNEN: dict[str, Verhoging] = {
    "inkomen_per_maand": met_bedrag,
    **{f"inkomsten: {soort}": met_soort(soort) for soort in SOORTEN_INKOMEN},
    "inkomensmaanden": met_maanden,
    "stagevergoeding_per_maand": met_feit("stagevergoeding_per_maand", 100_000),
    "loonwaarde_percentage": met_feit("loonwaarde_percentage", 100),
    "vermogen": met_feit("vermogen", 1_000_000),
}


def zaken(bron: str, uitkering: str) -> Iterator[tuple[str, int]]:
    """(case, person) for every case that comes to this benefit and in which this person can have more of this."""
    for zaak in ZAKEN:
        opgave = lees(zaak)
        gevraagd = {naam for een in opgave["persoon"] for naam in een.get("gevraagd", opgave["gevraagd"])}
        if uitkering in gevraagd:
            for plaats, een in enumerate(opgave["persoon"]):
                if BRONNEN[bron](een, Decimal(0)) is not None:
                    yield zaak, plaats


@cache
def lees(zaak: str) -> dict[str, Any]:
    return tomllib.loads((GEVALLEN / f"{zaak}.toml").read_text("utf-8"), parse_float=Decimal)


ZAKEN = tuple(
    zaak
    for pad in sorted(GEVALLEN.rglob("*.toml"))
    if "persoon" in lees(zaak := pad.relative_to(GEVALLEN).with_suffix("").as_posix())
)


@lru_cache(maxsize=8)
def uitkomst_van(zaak: str, plaats: int, bron: str, erbij: Decimal) -> Uitkomst:
    """The answer about the household when this person has so much more."""
    opgave = dict(lees(zaak))
    personen = [dict(een) for een in opgave["persoon"]]
    personen[plaats] = BRONNEN[bron](personen[plaats], erbij) or {}
    opgave["persoon"] = personen
    return bereken(lees_geval(opgave, recht=RECHT), recht=RECHT, vragen=True)


@cache
def bedragen_van(zaak: str, plaats: int, bron: str, erbij: Decimal) -> dict[str, Decimal] | None:
    """Every benefit of the household when this person has so much more; None when something is not known."""
    uitkomst = uitkomst_van(zaak, plaats, bron, erbij)
    if uitkomst.ontbreekt:
        return None
    bedragen = {}
    for naam in UITKERINGEN:
        waarden = [een[naam] for een in uitkomst.waarden.values() if een.get(naam) is not None]
        samen = max if naam in VAN_GEZIN else sum
        bedragen[naam] = Decimal(samen([int(waarde * 100) for waarde in waarden] or [0])) / 100  # type: ignore[operator,arg-type]
    return bedragen


def bedrag_van(zaak: str, plaats: int, naam: str, bron: str, erbij: Decimal) -> Decimal | None:
    bedragen = bedragen_van(zaak, plaats, bron, erbij)
    return None if bedragen is None else bedragen[naam]


VEEGBAAR = tuple((bron, naam) for naam in UITKERINGEN for bron in BRONNEN if next(zaken(bron, naam), None))
ZONDER_MIDDELENTOETS = {"loonkostensubsidie_per_maand", "studietoeslag_per_maand", "studietoeslag_per_betaling"}
"""Benefits that look at no income, only at the loonwaarde or the internship (and the studietoeslag of before April 2022
at the vermogen)."""


def stappen_van(bron: str) -> tuple[Decimal, ...]:
    if bron == "vermogen":
        return STAPPEN_VERMOGEN
    return STAPPEN_PER_SOORT if bron.startswith("inkomsten") else STAPPEN


def euro_van(bron: str, naam: str) -> Decimal:
    """How much a benefit may fall for each one more of this."""
    if bron == "loonwaarde_percentage":
        return Decimal(PER_PROCENTPUNT_LOONWAARDE)
    return Decimal(1 if naam.endswith("_per_maand") else 12)  # an amount at once: the income of at most a year


def gedraaid(voor: Uitkomst, na: Uitkomst) -> list[Stap]:
    """The steps by which something holds on one side and not on the other, as they were before."""
    daarna = {(stap.regel, stap.persoon, stap.ander): stap.uitkomst for stap in na.spoor}
    waar = [stap for stap in voor.spoor if isinstance(stap.uitkomst, bool)]
    return [stap for stap in waar if daarna.get((stap.regel, stap.persoon, stap.ander)) not in (stap.uitkomst, None)]


def verklaring(naam: str, bron: str, stappen: list[Stap]) -> int | None:
    """Which of the listed cliffs this one is: of this benefit, and its rule turned, by its article. None: of none."""
    for nummer, afgrond in enumerate(AFGRONDEN):
        if naam in afgrond["uitkeringen"] and soort_van(bron) == afgrond["van"]:
            for stap in stappen:
                if stap.regel == afgrond["door"] and stap.artikel.startswith(afgrond["artikel"]):
                    return nummer
    return None


@cache
def veeg(bron: str, naam: str) -> tuple[int, dict[int, str], list[str]]:
    """How many falls were measured, an example of each listed cliff that was met, and what is not plausible."""
    geteld, bekende, fouten = 0, dict[int, str](), list[str]()
    for zaak, plaats in zaken(bron, naam):

        def functie(erbij: Decimal, zaak: str = zaak, plaats: int = plaats) -> Decimal | None:
            return bedrag_van(zaak, plaats, naam, bron, erbij)

        for laag, hoog in pairwise(stappen_van(bron)):
            eerst, nu = functie(laag), functie(hoog)
            if eerst is None or nu is None:
                break
            geteld += 1
            if nu > eerst:
                fouten.append(f"{zaak}: {naam} rises from {eerst} to {nu} when {bron} rises from {laag} to {hoog}")
            for val in afgronden_van(functie, laag, hoog, euro_van(bron, naam)):
                draai = gedraaid(*(uitkomst_van(zaak, plaats, bron, erbij) for erbij in (val.laag, val.hoog)))
                afgrond = verklaring(naam, bron, draai)
                if afgrond is None:
                    fouten.append(f"{zaak}: {naam} over {bron}, {val}; turned: {sorted({s.regel for s in draai})}")
                else:
                    bekende[afgrond] = zaak
    return geteld, bekende, fouten


@pytest.mark.parametrize(("bron", "naam"), VEEGBAAR, ids=[f"{naam}-{bron}" for bron, naam in VEEGBAAR])
def test_a_benefit_never_rises_with_what_there_is_and_falls_over_no_cliff_without_an_article(
    bron: str, naam: str
) -> None:
    geteld, _, fouten = veeg(bron, naam)
    assert not fouten
    assert geteld, "no case in which the benefit is known with more of this"


def soort_van(bron: str) -> str:
    """What a cliff is listed under."""
    return "vermogen" if bron == "vermogen" else "inkomen"


def test_every_listed_cliff_is_met_in_every_benefit_of_which_it_is_listed() -> None:
    gezien = {(nummer, naam) for bron, naam in VEEGBAAR for nummer in veeg(bron, naam)[1]}
    assert gezien == {(nummer, naam) for nummer, een in enumerate(AFGRONDEN) for naam in een["uitkeringen"]}


def test_a_cliff_of_a_listed_benefit_that_another_rule_makes_is_not_excused() -> None:
    zaak, plaats = next(zaken("vermogen", "uitbetaling_per_maand"))
    draai = gedraaid(
        uitkomst_van(zaak, plaats, "vermogen", Decimal(0)), uitkomst_van(zaak, plaats, "vermogen", Decimal(30_000))
    )
    assert verklaring("uitbetaling_per_maand", "vermogen", draai) is not None
    assert verklaring("uitbetaling_per_maand", "inkomen_per_maand", draai) is None
    assert verklaring("bijzondere_bijstand", "vermogen", draai) is None
    ander = [stap for stap in draai if stap.regel != "heeft_in_aanmerking_te_nemen_vermogen"]
    assert verklaring("uitbetaling_per_maand", "vermogen", ander) is None
    elders = [stap._replace(artikel="Participatiewet 11") for stap in draai]
    assert verklaring("uitbetaling_per_maand", "vermogen", elders) is None


AANVULLING = Decimal(1401)


@pytest.mark.parametrize(
    ("functie", "rand"),
    [
        (lambda x: AANVULLING - x if x <= 1000 else Decimal(0), Decimal(1000)),
        (lambda x: AANVULLING if x < 1 else Decimal(1370), Decimal(1)),
        (lambda x: max(AANVULLING - x / 2 - (40 if x > Decimal("612.34") else 0), Decimal(0)), Decimal("612.34")),
    ],
    ids=["an addition that stops", "a small fall at the start", "a small fall under way"],
)
def test_a_cliff_between_the_steps_is_found(functie: Callable[[Decimal], Decimal], rand: Decimal) -> None:
    gevonden = [val for laag, hoog in pairwise(STAPPEN) for val in afgronden_van(functie, laag, hoog, Decimal(1))]
    assert len(gevonden) == 1
    assert gevonden[0].laag <= rand <= gevonden[0].hoog <= gevonden[0].laag + 1


def test_what_falls_by_no_more_than_what_there_is_more_is_no_cliff() -> None:
    def aanvulling(erbij: Decimal) -> Decimal:
        return max(AANVULLING - max(erbij - 200, Decimal(0)), Decimal(0)).quantize(Decimal(1))

    assert not [val for laag, hoog in pairwise(STAPPEN) for val in afgronden_van(aanvulling, laag, hoog, Decimal(1))]


def test_every_benefit_is_swept_over_income_by_kind_or_looks_at_none() -> None:
    for naam in UITKERINGEN:
        geveegd = {bron for bron, over in VEEGBAAR if over == naam}
        if naam in ZONDER_MIDDELENTOETS:
            assert geveegd, naam
        elif naam == "individuele_inkomenstoeslag":
            assert {"inkomensmaanden", "vermogen"} <= geveegd
        else:
            assert {f"inkomsten: {soort}" for soort in SOORTEN_INKOMEN} | {"inkomen_per_maand"} <= geveegd, naam


@pytest.mark.parametrize("naam", GELD)
def test_every_amount_of_money_is_a_benefit_or_said_to_be_none(naam: str) -> None:
    assert (naam in UITKERINGEN) != bool(GEEN_UITKERING.fullmatch(naam))


def test_every_listed_cliff_is_of_benefits_and_has_a_rule_that_turns_with_its_article() -> None:
    for afgrond in AFGRONDEN:
        assert set(afgrond["uitkeringen"]) <= set(UITKERINGEN)
        assert afgrond["waarom"]
        artikelen = [regel.kop.artikel for regel in RECHT.regels[afgrond["door"]]]
        assert any(artikel.startswith(afgrond["artikel"]) for artikel in artikelen), afgrond["door"]
