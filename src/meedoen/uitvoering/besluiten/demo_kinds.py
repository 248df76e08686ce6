"""One signed decision of each kind that somebody can ask for, for the demonstration."""

import datetime
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from meedoen.recht import laad_recht

from ..dossiers.calculation import bereken_dossier
from ..dossiers.models import Persoon
from ..trajecten.acts import maak_plan, stel_diagnose
from ..trajecten.models import Leefgebied, Vorm
from .demo_steps import DAG, Wie, beantwoorde_aanvraag, getekend, onderteken
from .models import Procedure

_Soort = Procedure.Soort
NORM = "bijstandsnorm_per_maand"
REFERTEPERIODE = 60
"""More months than any ordinance of the example asks."""
VERDIENDE = Decimal(150)
"""So much less than the norm somebody lived of, each month."""
LOONKOSTENSUBSIDIE: Mapping[str, Any] = {
    "valt_onder_artikel_7": True,
    "kan_voltijds_minimumloon_verdienen": False,
    "heeft_mogelijkheden_tot_arbeidsparticipatie": True,
    "loonwaarde_percentage": Decimal(55),
    "uren_per_week": Decimal(24),
    "voltijd_uren_per_week": Decimal(36),
}
ONTHEFFING: Mapping[str, Any] = {"dringende_redenen_tegen_arbeid": True}
STUDIETOESLAG: Mapping[str, Any] = {
    "studiefinanciering": "studiefinanciering",
    "recht_op_studietoeslag_staat_vast_zonder_advies": True,
    "kan_structureel_niet_bijverdienen_naast_studie": True,
}
TEGENPRESTATIE: Mapping[str, Any] = {
    "heeft_grote_afstand_tot_arbeidsmarkt": True,
    "tegenprestatie_verdringt_arbeid": False,
    "tegenprestatie_staat_arbeid_in_de_weg": False,
    "tegenprestatie_gaat_vermogen_te_boven": False,
}
BESCHUT_WERK: Mapping[str, Any] = {
    "valt_onder_artikel_7": True,
    "vastgesteld_uitsluitend_beschut": True,
    "gemeente_haalde_aantal_beschut_werk": False,
}
NODIG: Mapping[str, Any] = {"voorziening_is_noodzakelijk": True, "heeft_uitkering_van_uwv": False}
PROEFPLAATS: Mapping[str, Any] = {
    "maanden_verlenging_proefplaats": 0,
    "college_geeft_toestemming_proefplaats": True,
}


def _besloten(wie: Wie, sinds: int, soort: str, antwoorden: Mapping[str, Any], **wat: str) -> None:
    onderteken(beantwoorde_aanvraag(wie, sinds + 4, soort, antwoorden, **wat), wie, sinds)


def _inkomenstoeslag(wie: Wie) -> None:
    maanden = [_maand(wie.persoon, dag) for dag in _eerste_dagen(wie.op - 15 * DAG)]
    antwoorden = {"inkomensmaanden": maanden, "vermogen": Decimal(1200), "uitzicht_op_inkomensverbetering": False}
    _besloten(wie, 11, _Soort.INKOMENSTOESLAG, antwoorden)


def _eerste_dagen(op: datetime.date) -> list[datetime.date]:
    """The first days of the months before this one, the oldest first, as far as the law is known."""
    dagen = [op.replace(day=1)]
    for _keer in range(REFERTEPERIODE):
        dagen.append((dagen[-1] - DAG).replace(day=1))
    return [dag for dag in dagen[:0:-1] if dag >= laad_recht().bekend_vanaf]


def _maand(persoon: Persoon, dag: datetime.date) -> dict[str, Any]:
    """Of a month the norm of then, and an income just under it."""
    waarde = bereken_dossier(persoon, dag, gevraagd=[NORM]).uitkomsten[NORM].waarden[persoon.nummer][NORM]
    norm = Fraction(waarde)  # type: ignore[arg-type]
    bedrag = Decimal(norm.numerator) / norm.denominator
    return {"maand": dag, "inkomen": bedrag - VERDIENDE, "norm": bedrag}


def _studietoeslag(wie: Wie) -> None:
    _besloten(wie, 13, _Soort.STUDIETOESLAG, STUDIETOESLAG)


def _loonkostensubsidie(wie: Wie) -> None:
    _besloten(wie, 16, _Soort.LOONKOSTENSUBSIDIE, LOONKOSTENSUBSIDIE)


def _geen_loonkostensubsidie(wie: Wie) -> None:
    anders = {"kan_voltijds_minimumloon_verdienen": True}
    _besloten(wie, 7, _Soort.LOONKOSTENSUBSIDIE, {**LOONKOSTENSUBSIDIE, **anders})


def _ontheffing(wie: Wie) -> None:
    tot: dict[str, Any] = {"gemeld_op": wie.op - 60 * DAG, "ontheffing_arbeid_tot": wie.op + 180 * DAG}
    _besloten(wie, 10, _Soort.ONTHEFFING, {**ONTHEFFING, **tot})


def _tegenprestatie(wie: Wie) -> None:
    """Of somebody who got bijstand before."""
    getekend(wie, 50)
    _besloten(wie, 14, _Soort.TEGENPRESTATIE, TEGENPRESTATIE)


def _beschut_werk(wie: Wie) -> None:
    _besloten(wie, 18, _Soort.BESCHUT_WERK, BESCHUT_WERK)


def _voorziening(wie: Wie) -> None:
    """Of somebody with bijstand, in a group and with a plan: what is granted becomes an agreement in the plan."""
    _met_plan(wie)
    _besloten(wie, 12, _Soort.VOORZIENING, NODIG, instrument="begeleiding")


def _proefplaats(wie: Wie) -> None:
    _met_plan(wie)
    wat = {"instrument": "werkleerplekken", "onbeloond_werk": Vorm.PROEFPLAATS}
    _besloten(wie, 8, _Soort.VOORZIENING, {**NODIG, **PROEFPLAATS}, **wat)


def _geen_voorziening(wie: Wie) -> None:
    """Of somebody with bijstand: it could be reached with less."""
    _met_plan(wie)
    anders = {"voorziening_is_noodzakelijk": False}
    motivering = "Met de begeleiding die u al krijgt, kunt u dit doel ook halen. Daarom is dit nu niet nodig."
    procedure = beantwoorde_aanvraag(
        wie, 13, _Soort.VOORZIENING, {**NODIG, **anders}, instrument="beroepskwalificerende scholing"
    )
    onderteken(procedure, wie, 9, motivering)


def _met_plan(wie: Wie) -> None:
    """Bijstand, a diagnosis (group 50-80) and a plan."""
    getekend(wie, 60)
    vanaf = wie.op - 55 * DAG
    stel_diagnose(
        persoon=wie.persoon,
        gesteld_op=vanaf,
        instrument="loonwaardemeting",
        gesteld_door="arbeidsdeskundige (verzonnen)",
        verdiencapaciteit_percentage=Decimal(65),
        **wie.maakt(55),
    )
    doel: dict[str, Any] = {
        "leefgebied": Leefgebied.WERK,
        "tekst": "Werk van 24 uur",
        "streefdatum": wie.op + 180 * DAG,
    }
    maak_plan(personen=[wie.persoon], eigenaar=wie.tekenaar, vanaf=vanaf, **doel, **wie.maakt(55))


SOORTGEVALLEN: tuple[Callable[[Wie], None], ...] = (
    _inkomenstoeslag,
    _studietoeslag,
    _loonkostensubsidie,
    _geen_loonkostensubsidie,
    _ontheffing,
    _tegenprestatie,
    _beschut_werk,
    _voorziening,
    _proefplaats,
    _geen_voorziening,
)
