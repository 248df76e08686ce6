"""From a household in the register to a case for the rules, and the answer of the rules with its explanation."""

import datetime
import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from meedoen.recht import DatumOnbekend, GevalFout, Ontbrekend, RekenFout, Uitkomst, bereken, lees_geval

from ..beleid.ordinances import verordening_als_opgave, verordening_van
from .fact_values import als_opgave
from .models import Feit, Persoon
from .parts import Feitwaarde, feiten_van_anderen
from .queries import Huishouden, feiten_op, huishouden_op

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
) -> Berekening:
    """Answer the rules' results for the household of `persoon` on `op`, with the facts known at `bekend_op` and the
    ordinances of his municipality.

    `niet_van_partner` names results that are asked of the person only. Each result is asked by itself, so that a fact
    missing for one does not hide the others. Unless results are named, the subsidy is asked only for a household in
    which somebody works with it.
    """
    huishouden = huishouden_op(persoon, op)
    nummers = [lid.pk for lid in huishouden.personen]
    feiten = feiten_op(nummers, op, bekend_op=bekend_op)
    van_anderen = feiten_van_anderen(nummers, op)
    geval = _geval(huishouden, feiten, van_anderen)
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
            uitkomsten[naam] = bereken(vraag, verordening=verordening, vragen=True)
        except (GevalFout, DatumOnbekend, RekenFout) as fout:
            fouten.extend(str(fout).splitlines())
    return Berekening(huishouden, feiten, uitkomsten, tuple(dict.fromkeys(fouten)))


def opgave_van(
    persoon: Persoon,
    op: datetime.date,
    *namen: str,
    bekend_op: datetime.datetime | None = None,
    niet_van_partner: Collection[str] = (),
) -> dict[str, Any]:
    """The case in which results are asked of `persoon` and the partner on `op`, as JSON values: to be kept whole.

    It holds the facts as known at `bekend_op` (default: now) and the decisions of the municipality, so that it can be
    answered again without the register.
    """
    huishouden = huishouden_op(persoon, op)
    nummers = [lid.pk for lid in huishouden.personen]
    geval = _geval(huishouden, feiten_op(nummers, op, bekend_op=bekend_op), feiten_van_anderen(nummers, op))
    if besluiten := verordening_als_opgave(persoon.gemeente_id):
        geval["verordening"] = besluiten
    vraag = _vraag(geval, _gezin(huishouden, persoon), namen, niet_van_partner)
    opgave: dict[str, Any] = json.loads(json.dumps(vraag, default=str))
    return opgave


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
    huishouden: Huishouden, feiten: dict[int, dict[str, Feit]], van_anderen: dict[int, dict[str, Feitwaarde]]
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
        }
        if partner is not None:
            persoon["partner"] = partner.nummer
        if commercieel:
            persoon["commerciele_relatie_met"] = commercieel
        if lid.pk in huishouden.ouders:
            persoon["ouders"] = [nummers[ouder] for ouder in huishouden.ouders[lid.pk] if ouder in nummers]
        personen.append(persoon)
    return {"peildatum": huishouden.op, "persoon": personen}
