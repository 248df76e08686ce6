"""What the rules give for a procedure, with the facts as they are known: open questions, or a proposal to sign."""

import datetime
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from meedoen.recht import Ontbrekend, bereken, laad_recht, lees_geval
from meedoen.recht.answer import als_json

from ..dossiers.calculation import Berekening, bereken_dossier, opgave_van
from ..dossiers.models import Persoon
from ..dossiers.queries import IS_GEHUWD, huishouden_op
from .case_facts import feiten_van_de_zaak
from .kinds import soort_van
from .models import Procedure, Uitkomst
from .revision import maanden, te_veel, te_weinig

VIER_OGEN = "moet_besluit_door_tweede_worden_getoetst"


@dataclass(frozen=True)
class Beoordeling:
    """Where a procedure stands by the rules. `uitkomst` is "" as long as the deciding result is not known.

    `berekening` holds what is to be shown: after a refusal only what was needed for it. `uitkomsten` are the results
    that belong in the proposal; a proposal can be made when `is_compleet`.
    """

    berekening: Berekening
    uitkomst: str
    uitkomsten: tuple[str, ...]

    @property
    def is_compleet(self) -> bool:
        """Whether everything is known that the proposal rests on."""
        return bool(self.uitkomst) and not self.berekening.vragen and not self.berekening.fouten


def dag_van(procedure: Procedure, op: datetime.date) -> datetime.date:
    """The day on which the rules are asked: the first day of a grant; of a revision the current month, for the months
    before it stand beside each other.
    """
    return procedure.ingangsdatum if procedure.herziet is None else max(procedure.ingangsdatum, op.replace(day=1))


def beoordeel(procedure: Procedure, op: datetime.date) -> Beoordeling:
    """Ask the rules, on the day that counts for this procedure when it is handled on `op`."""
    soort, dag = soort_van(procedure), dag_van(procedure, op)
    berekening = bereken_dossier(
        procedure.persoon,
        dag,
        gevraagd=soort.gevraagd,
        niet_van_partner=soort.niet_van_partner,
        erbij=feiten_van_de_zaak(procedure),
    )
    berekening = _vraagt_eerst(berekening, procedure)
    beslissend = berekening.uitkomsten.get(soort.beslist)
    nummer = procedure.persoon.nummer
    uitkomsten = tuple(n for n in (IS_GEHUWD, *soort.uitkomsten) if n != IS_GEHUWD or n in berekening.uitkomsten)
    if beslissend is None or beslissend.ontbreekt:
        return Beoordeling(berekening, "", uitkomsten)
    if soort.is_gunstig(beslissend.waarden[nummer][soort.beslist]):
        toegekend = {naam: u for naam, u in berekening.uitkomsten.items() if naam in uitkomsten}
        return Beoordeling(replace(berekening, uitkomsten=toegekend), Uitkomst.TOEKENNEN, uitkomsten)
    tonen = {IS_GEHUWD, *soort.bij_afwijzing} if soort.bij_afwijzing else {*uitkomsten} - soort.alleen_bij_toekenning
    bekend = {naam: u for naam, u in berekening.uitkomsten.items() if naam in tonen and not u.ontbreekt}
    return Beoordeling(replace(berekening, uitkomsten=bekend), Uitkomst.AFWIJZEN, tuple(bekend))


def _vraagt_eerst(berekening: Berekening, procedure: Procedure) -> Berekening:
    """What must be established before anything is decided is asked alone, where the law read it as "no" in silence."""
    soort, persoon = soort_van(procedure), procedure.persoon
    beslissend = berekening.uitkomsten.get(soort.beslist)
    if beslissend is None:
        return berekening
    gelezen = [i for stap in beslissend.spoor for i in stap.invoer if i.persoon == persoon.nummer]
    verzwegen = {i.naam for i in gelezen if not i.opgegeven}
    feiten = [laad_recht().feiten[naam] for naam in soort.stelt_vast if naam in verzwegen]
    if not feiten:
        return berekening
    vragen = [Ontbrekend(persoon.nummer, feit.naam, feit.vraag, feit.artikel, feit.weeg) for feit in feiten]
    return replace(berekening, uitkomsten={soort.beslist: replace(beslissend, ontbreekt=vragen)})


def maak_voorstel(procedure: Procedure, beoordeling: Beoordeling, op: datetime.date) -> dict[str, Any]:
    """The proposal as it is kept: the case, the answer with its receipt, amount and end; of a revision the months."""
    soort, nummer = soort_van(procedure), procedure.persoon.nummer
    opgave = opgave_van(
        procedure.persoon,
        dag_van(procedure, op),
        *beoordeling.uitkomsten,
        niet_van_partner=soort.niet_van_partner,
        erbij=feiten_van_de_zaak(procedure),
    )
    recht = laad_recht()
    antwoord = json.loads(json.dumps(als_json(bereken(lees_geval(opgave, recht=recht), recht=recht), recht)))
    gelezen = {term["naam"] for term in antwoord["ontvangst"].get("verordening", ())}
    waarden = antwoord["personen"][nummer]
    is_toegekend = beoordeling.uitkomst == Uitkomst.TOEKENNEN
    return {
        "opgave": _met_gelezen_termen(opgave, gelezen),
        "antwoord": antwoord,
        "bedrag": waarden.get(soort.bedrag) if is_toegekend else None,
        "tot": waarden.get(soort.tot) if is_toegekend else None,
        **_herziening(procedure, op),
    }


def _herziening(procedure: Procedure, op: datetime.date) -> dict[str, Any]:
    if procedure.herziet is None:
        return {}
    per_maand = maanden(procedure, op)
    rijen = [
        {"maand": m.eerste_dag.isoformat(), "toen": str(m.toen), "nu": _tekst(m.nu), "verschil": _tekst(m.verschil)}
        for m in per_maand
    ]
    return {"maanden": rijen, "te_veel": str(te_veel(per_maand)), "te_weinig": str(te_weinig(per_maand))}


def _tekst(bedrag: Decimal | None) -> str | None:
    return None if bedrag is None else str(bedrag)


def terug_te_vorderen(voorstel: dict[str, Any]) -> Decimal | None:
    """What a revision reclaims; None where nothing was paid too much."""
    bedrag = Decimal(voorstel.get("te_veel", 0))
    return bedrag or None


def berekening_van(procedure: Procedure) -> Berekening:
    """The computation of a kept proposal, made again from the proposal itself: not from the register of today."""
    opgave = procedure.voorstel["opgave"]
    uitkomst = bereken(lees_geval(opgave), vragen=True)
    huishouden = huishouden_op(procedure.persoon, datetime.date.fromisoformat(opgave["peildatum"]))
    ids = {persoon["id"] for persoon in opgave["persoon"]}
    personen = tuple(Persoon.objects.filter(nummer__in=ids)) if ids - {p.nummer for p in huishouden.personen} else ()
    if personen:
        huishouden = replace(huishouden, personen=personen)
    aanwezig = tuple(p for p in huishouden.personen if p.nummer in ids)
    return Berekening(
        replace(huishouden, personen=aanwezig),
        {persoon.pk: {} for persoon in aanwezig},
        dict.fromkeys(opgave["gevraagd"], uitkomst),
        (),
    )


def bedrag_van(voorstel: dict[str, Any]) -> Decimal | None:
    """The amount that a proposal grants to the applicant; None where it grants none."""
    return None if voorstel["bedrag"] is None else Decimal(voorstel["bedrag"])


def rechthebbenden(procedure: Procedure) -> list[Persoon]:
    """Of a grant of bijstand: the applicant, and a spouse who has a right to it too (they are counted as persons)."""
    naam = "heeft_recht_op_algemene_bijstand"
    antwoord = procedure.voorstel["antwoord"]["personen"]
    nummers = [nummer for nummer, waarden in antwoord.items() if waarden.get(naam) is True]
    return list(Persoon.objects.filter(nummer__in=nummers).order_by("pk"))


def moet_getoetst(procedure: Procedure, op: datetime.date) -> bool | None:
    """Whether the college wants a second person to check this decision; None as long as it has not decided that."""
    uitkomst = bereken_dossier(procedure.persoon, op, gevraagd=[VIER_OGEN]).uitkomsten.get(VIER_OGEN)
    waarde = uitkomst.waarden[procedure.persoon.nummer][VIER_OGEN] if uitkomst else None
    return waarde if isinstance(waarde, bool) else None


def _met_gelezen_termen(opgave: dict[str, Any], gelezen: Iterable[str]) -> dict[str, Any]:
    """The case with only those values of the ordinances that the answer read."""
    if "verordening" not in opgave:
        return opgave
    namen = set(gelezen)
    besluiten = [
        besluit | {"waarden": {naam: w for naam, w in besluit["waarden"].items() if naam in namen}}
        for besluit in opgave["verordening"]["besluit"]
    ]
    verordening = opgave["verordening"] | {"besluit": [besluit for besluit in besluiten if besluit["waarden"]]}
    return opgave | {"verordening": verordening}
