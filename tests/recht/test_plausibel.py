"""What must be plausible of every benefit: never below zero, never more for who has more, no cliff without an article.

The households are those of `gevallen/`, so the test grows with the cases; the sums below zero are sought among random
households. A cliff is where one more euro of income costs more than a euro of benefit: `afgronden.toml` lists each with
the article that makes it.
"""

import tomllib
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from meedoen.recht import Recht, bereken, laad_recht, lees_geval
from meedoen.recht.engine.decisions import lees_verordening
from tests.recht.random_households import maak_proef, verordeningen
from tests.recht.untraced import Rekening

pytestmark = pytest.mark.slow
RECHT = laad_recht()
HIER = Path(__file__).parent
GEVALLEN = HIER.parents[1] / "gevallen"
AFGRONDEN: dict[str, dict[str, str]] = tomllib.loads((HIER / "afgronden.toml").read_text("utf-8"))
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
)
ONDER_NUL = {
    "gezamenlijk_vermogen": "schulden gaan van de bezittingen af (Participatiewet 34 lid 1 onderdeel a)",
    "eigen_vermogen": "schulden gaan van de bezittingen af (Participatiewet 34 lid 1 onderdeel a)",
    "eigen_vermogen_in_woning": "de schuld op de woning kan hoger zijn dan haar waarde (Participatiewet 34 lid 1)",
}
VAN_GEZIN = ("algemene_bijstand_per_maand", "vastgestelde_bijstand_per_maand")
"""Of a couple each spouse shows the amount of both together."""
STAPPEN = tuple(map(Decimal, ("0", "1", "50", "250", "600", "1000", "2500", "6000")))


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


def zaken() -> Iterator[tuple[str, int, str]]:
    """(case, person whose income rises, benefit) for every case that comes to a benefit and states an income."""
    for pad in sorted(GEVALLEN.rglob("*.toml")):
        opgave = lees(pad)
        gevraagd = {naam for een in opgave.get("persoon", ()) for naam in een.get("gevraagd", opgave["gevraagd"])}
        for plaats, een in enumerate(opgave.get("persoon", ())):
            if "inkomen_per_maand" in een:
                for naam in gevraagd.intersection(UITKERINGEN):
                    yield pad.relative_to(GEVALLEN).with_suffix("").as_posix(), plaats, naam


@cache
def lees(pad: Path) -> dict[str, Any]:
    return tomllib.loads(pad.read_text("utf-8"), parse_float=Decimal)


def uitkering(zaak: str, plaats: int, naam: str, erbij: Decimal) -> Decimal | None:
    """The benefit of the household when this person has so much more income; None when it is not known."""
    opgave = dict(lees(GEVALLEN / f"{zaak}.toml"))
    personen = [dict(een) for een in opgave["persoon"]]
    personen[plaats]["inkomen_per_maand"] = f"{Decimal(personen[plaats]['inkomen_per_maand']) + erbij:.2f}"
    opgave["persoon"] = personen
    uitkomst = bereken(lees_geval(opgave, recht=RECHT), recht=RECHT, vragen=True)
    if uitkomst.ontbreekt:
        return None
    waarden = [een[naam] for een in uitkomst.waarden.values() if een.get(naam) is not None]
    samen = max if naam in VAN_GEZIN else sum
    return Decimal(samen([int(waarde * 100) for waarde in waarden] or [0])) / 100  # type: ignore[operator,arg-type]


ZAKEN = tuple(sorted(zaken()))


@pytest.mark.parametrize(
    ("zaak", "plaats", "naam"), ZAKEN, ids=[f"{zaak}-{plaats}-{naam}" for zaak, plaats, naam in ZAKEN]
)
def test_a_benefit_falls_as_income_rises_and_not_over_a_cliff(zaak: str, plaats: int, naam: str) -> None:
    maanden = 1 if naam.endswith("_per_maand") else 12  # an amount at once answers for the income of at most a year
    laag, eerst = Decimal(0), uitkering(zaak, plaats, naam, Decimal(0))
    for erbij in STAPPEN[1:]:
        nu = uitkering(zaak, plaats, naam, erbij)
        if eerst is None or nu is None:
            return
        assert nu <= eerst, f"{naam} rises from {eerst} to {nu} when income rises by {erbij}"
        if eerst - nu > maanden * (erbij - laag) + 1 and naam not in AFGRONDEN:
            pytest.fail(f"a cliff: {naam} falls from {eerst} to {nu} between {laag} and {erbij} more income")
        laag, eerst = erbij, nu


def test_every_listed_cliff_is_of_a_benefit_and_cites_its_article() -> None:
    assert set(AFGRONDEN) <= set(UITKERINGEN)
    for naam, afgrond in AFGRONDEN.items():
        assert afgrond["waarom"]
        assert any(regel.kop.artikel.startswith(afgrond["artikel"]) for regel in RECHT.regels[naam]), naam
    assert len(ZAKEN) > 20
