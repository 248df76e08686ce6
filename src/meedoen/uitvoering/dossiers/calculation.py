"""From a household in the register to a case for the rules, and the answer of the rules with its explanation."""

import datetime
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from meedoen.recht import (
    DatumOnbekend,
    GegevenOntbreekt,
    GevalFout,
    Ontbrekend,
    RekenFout,
    Uitkomst,
    bereken,
    lees_geval,
)

from ..beleid.ordinances import verordening_als_opgave, verordening_van
from .fact_values import als_opgave
from .models import Feit, Persoon
from .parts import Feitwaarde, feiten_van_anderen
from .queries import IS_GEHUWD, SAMENLEVEN, Huishouden, feiten_op, huishouden_op

GESCHEIDEN_NIET_DUURZAAM = "zij leven gescheiden, maar niet duurzaam"
"""The judgment that is also that of Participatiewet 32 lid 4."""
GEVRAAGD = ("norm_per_maand", "aantal_kostendelers", "uitbetaling_per_maand", "loonkostensubsidie_per_maand")


@dataclass(frozen=True)
class Berekening:
    """The household with its facts on a date, and per result the answer of the rules or the sentence why there is none.

    `uitkomsten` holds a result only where the rules could answer; `vragen` holds the facts that are still to be asked.
    """

    huishouden: Huishouden
    feiten: dict[int, dict[str, Feit]]
    uitkomsten: dict[str, Uitkomst]
    fouten: tuple[str, ...]

    @property
    def vragen(self) -> list[Ontbrekend]:
        """The missing facts over all results, each once, in the order in which they were met."""
        return list(dict.fromkeys(vraag for uitkomst in self.uitkomsten.values() for vraag in uitkomst.ontbreekt))

    @property
    def meldingen(self) -> list[str]:
        """Remarks of the rules over all results, each once: amounts that are not verified, choices that were made."""
        return list(dict.fromkeys(melding for uitkomst in self.uitkomsten.values() for melding in uitkomst.meldingen))


def bereken_dossier(
    persoon: Persoon,
    op: datetime.date,
    *,
    bekend_op: datetime.datetime | None = None,
    gevraagd: Iterable[str] = GEVRAAGD,
    niet_van_partner: Collection[str] = (),
    erbij: Mapping[str, Any] | None = None,
) -> Berekening:
    """Answer the rules' results for the household of `persoon` on `op`, as both were known at `bekend_op`, by the law
    and the ordinances of his municipality as they are known now.

    `niet_van_partner` names results that are asked of the person only, `erbij` facts about him, as a case states them,
    that the register does not hold. Each result is asked by itself, so that a fact
    missing for one does not hide the others. Unless results are named, the subsidy is asked only for a household in
    which somebody works with it.
    """
    huishouden = huishouden_op(persoon, op, bekend_op=bekend_op)
    nummers = [lid.pk for lid in huishouden.personen]
    feiten = feiten_op(nummers, op, bekend_op=bekend_op)
    van_anderen = feiten_van_anderen(nummers, op, bekend_op)
    geval = _geval(huishouden, feiten, van_anderen, {persoon.pk: erbij or {}})
    gezin = _gezin(huishouden, persoon)
    verordening = verordening_van(persoon.gemeente_id)
    uitkomsten: dict[str, Uitkomst] = {}
    fouten: list[str] = []
    heeft_subsidie = any("loonwaarde_percentage" in f or "forfait" in f for f in van_anderen.values())
    for naam in gevraagd:
        if gevraagd is GEVRAAGD and naam == "loonkostensubsidie_per_maand" and not heeft_subsidie:
            continue
        try:
            vraag = lees_geval(_vraag(geval, gezin, [naam], niet_van_partner))
            uitkomst = bereken(vraag, verordening=verordening, vragen=True)
            if huishouden.partner_elders is not None and _leest_echtgenoot(uitkomst, persoon):
                uitkomsten[IS_GEHUWD] = echtgenoot = _echtgenoot(huishouden, geval, gezin)
                uitkomst = _wacht_op(uitkomst, echtgenoot) if echtgenoot.ontbreekt else uitkomst
            uitkomsten[naam] = uitkomst
        except (GevalFout, DatumOnbekend, RekenFout) as fout:
            fouten.extend(str(fout).splitlines())
    return Berekening(huishouden, feiten, uitkomsten, tuple(dict.fromkeys(fouten)))


def opgave_van(
    persoon: Persoon,
    op: datetime.date,
    *namen: str,
    bekend_op: datetime.datetime | None = None,
    niet_van_partner: Collection[str] = (),
    erbij: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """The case in which results are asked of `persoon` and the partner on `op`, as JSON values: to be kept whole.

    It holds household and facts as known at `bekend_op` (default: now), what is in `erbij` and the decisions of the
    municipality, so that it can be answered again without the register. Raises GegevenOntbreekt where that needs a
    judgment about a partner at another address, and RekenFout where the rules cannot take the two.
    """
    huishouden = huishouden_op(persoon, op, bekend_op=bekend_op)
    nummers = [lid.pk for lid in huishouden.personen]
    feiten, van_anderen = feiten_op(nummers, op, bekend_op=bekend_op), feiten_van_anderen(nummers, op, bekend_op)
    geval = _geval(huishouden, feiten, van_anderen, {persoon.pk: erbij or {}})
    if besluiten := verordening_als_opgave(persoon.gemeente_id):
        geval["verordening"] = besluiten
    gezin = _gezin(huishouden, persoon)
    vraag = _vraag(geval, gezin, namen, (*niet_van_partner, IS_GEHUWD))
    elders = huishouden.partner_elders is not None
    if elders and _leest_echtgenoot(bereken(lees_geval(vraag), vragen=True), persoon):
        vragen = _echtgenoot(huishouden, geval, gezin).ontbreekt
        if vragen:
            raise GegevenOntbreekt(vragen)
    opgave: dict[str, Any] = json.loads(json.dumps(vraag, default=str))
    return opgave


def _leest_echtgenoot(uitkomst: Uitkomst, persoon: Persoon) -> bool:
    """Whether a result came about by whether this person has a spouse, or by the children of the two."""
    gelezen = ((invoer.naam, invoer.persoon) for stap in uitkomst.spoor for invoer in stap.invoer)
    return any(naam in ("heeft_partner", "kinderen") and wie == persoon.nummer for naam, wie in gelezen)


def _echtgenoot(huishouden: Huishouden, geval: dict[str, Any], gezin: list[str]) -> Uitkomst:
    """Whether the partner at another address is a spouse: the answer of the law, or the question.

    RekenFout where he is, and one of the two shares a dwelling with other adults: the rules know one dwelling.
    """
    if huishouden.deelt_met_anderen:
        raise RekenFout(
            _(
                "De echtgenoten wonen op twee adressen en een van hen deelt de woning met andere volwassenen. "
                "Dat kan Meedoen niet berekenen (Participatiewet 22a); bereken de norm zelf."
            )
        )
    return bereken(lees_geval(_vraag(geval, gezin, [IS_GEHUWD], [IS_GEHUWD])), vragen=True)


def _wacht_op(uitkomst: Uitkomst, vraag: Uitkomst) -> Uitkomst:
    """The same result without an answer, and with a question before its own."""
    leeg = {wie: dict.fromkeys(waarden) for wie, waarden in uitkomst.waarden.items()}
    ontbreekt = list(dict.fromkeys((*vraag.ontbreekt, *uitkomst.ontbreekt)))
    return replace(uitkomst, waarden=leeg, redenen={}, ontbreekt=ontbreekt, spoor=[], meldingen=[])


def _gezin(huishouden: Huishouden, persoon: Persoon) -> list[str]:
    """The ids of the person and, where there is one, the partner."""
    partner = huishouden.partner_van(persoon)
    return [persoon.nummer, partner.nummer] if partner else [persoon.nummer]


def _vraag(
    geval: dict[str, Any], gezin: list[str], namen: Iterable[str], niet_van_partner: Collection[str]
) -> dict[str, Any]:
    """Ask results of the person and the partner only: of other housemates no income is needed, so none is asked."""
    van_partner = [naam for naam in namen if naam not in niet_van_partner]
    gevraagd = {gezin[0]: None, **dict.fromkeys(gezin[1:], None if van_partner == [*namen] else van_partner)}
    personen = [
        persoon if (eigen := gevraagd.get(persoon["id"], [])) is None else {**persoon, "gevraagd": eigen}
        for persoon in geval["persoon"]
    ]
    return {**geval, "gevraagd": [*namen], "persoon": personen}


def _geval(
    huishouden: Huishouden,
    feiten: dict[int, dict[str, Feit]],
    van_anderen: dict[int, dict[str, Feitwaarde]],
    erbij: Mapping[int, Mapping[str, Any]],
) -> dict[str, Any]:
    """The household in the shape that `meedoen bereken` reads (docs/bereken.md); ids are dossier numbers."""
    nummers = {lid.pk: lid.nummer for lid in huishouden.personen}
    personen = []
    for lid in huishouden.personen:
        partner = huishouden.partner_van(lid)
        commercieel = [nummers[b if a == lid.pk else a] for a, b in sorted(huishouden.commercieel) if lid.pk in (a, b)]
        persoon: dict[str, Any] = {
            "id": lid.nummer,
            "geboortedatum": lid.geboortedatum,
            **{naam: als_opgave(feit) for naam, feit in feiten[lid.pk].items()},
            **van_anderen[lid.pk],
            **erbij.get(lid.pk, {}),
        }
        persoon.pop(SAMENLEVEN, None)
        if partner is not None:
            persoon["partner"] = partner.nummer
        if commercieel:
            persoon["commerciele_relatie_met"] = commercieel
        if lid.pk in huishouden.ouders:
            persoon["ouders"] = [nummers[ouder] for ouder in huishouden.ouders[lid.pk] if ouder in nummers]
        personen.append(persoon)
    if huishouden.oordeel is not None and personen:
        personen[0][SAMENLEVEN] = oordeel = als_opgave(huishouden.oordeel)
        if oordeel["antwoord"] == GESCHEIDEN_NIET_DUURZAAM:
            personen[0]["leeft_niet_duurzaam_gescheiden"] = True
    return {"peildatum": huishouden.op, "persoon": personen}
