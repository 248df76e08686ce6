"""Reads: decisions about a person, with the computations that were kept and whether they still hold."""

import datetime
import json
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from meedoen.recht import DatumOnbekend, GegevenOntbreekt, GevalFout, RekenFout, laad_recht
from meedoen.recht.answer import beantwoord

from ..dossiers.models import Persoon
from ..kern import clock
from ..naslag.values import uit_tekst
from .acts import UITKOMSTEN
from .models import Berekening, Besluit, Brief, Procedure
from .terms import Termijn, beslistermijn, heeft_beslistermijn


@dataclass(frozen=True)
class Bewaard:
    """A kept computation: per person what it gave, and what the same case gives by the law of now.

    `is_zelfde_recht`: it was computed with the very law package of this installation. `nu` is "" when that gives the
    same, else what it gives, or why it gives nothing. `namen` has the name of each person in the receipt.
    """

    berekening: Berekening
    namen: dict[str, str]
    waarden: tuple[tuple[str, str], ...]
    is_zelfde_recht: bool
    nu: str


@dataclass(frozen=True)
class Besluitregel:
    """A decision for the page: the result of the law that belongs to it ("" when none does), and what was kept."""

    besluit: Besluit
    uitkomst: str
    bewaard: tuple[Bewaard, ...]
    heeft_brief: bool

    @property
    def is_herzienbaar(self) -> bool:
        """Whether it granted an amount per month, which can be looked at again."""
        return bool(self.uitkomst) and self.besluit.bedrag_per_maand is not None


def besluiten_over(persoon: Persoon) -> QuerySet[Besluit]:
    """All decisions about one person, newest first."""
    return Besluit.objects.filter(persoon=persoon).order_by("-genomen_op", "-pk")


def besluitregels(persoon: Persoon) -> list[Besluitregel]:
    """The decisions about one person with their kept computations, each checked against the law of now."""
    brieven = Exists(Brief.objects.filter(besluit=OuterRef("pk")))
    besluiten = list(
        besluiten_over(persoon)
        .annotate(heeft_brief=brieven)
        .select_related("procedure")
        .prefetch_related("berekeningen__door")
    )
    nummers = {n for besluit in besluiten for b in besluit.berekeningen.all() for n in _nummers(b)}
    namen = {p.nummer: str(p) for p in Persoon.objects.filter(nummer__in=nummers)} if nummers else {}
    return [
        Besluitregel(
            besluit,
            uitkomst_van(besluit),
            tuple(controleer(berekening, namen) for berekening in besluit.berekeningen.all()),
            besluit.heeft_brief,
        )
        for besluit in besluiten
    ]


def uitkomst_van(besluit: Besluit) -> str:
    """The result of the law that a decision decides; "" where there is none, or the law is not known on its day."""
    recht = laad_recht()
    is_bekend = recht.bekend_vanaf <= besluit.vanaf < recht.bekend_tot
    return UITKOMSTEN.get(Besluit.Soort(besluit.soort), "") if is_bekend else ""


def controleer(berekening: Berekening, namen: dict[str, str]) -> Bewaard:
    """Compute a kept case again from itself, by the law of this installation, and compare the answers."""
    waarden = _waarden(berekening.antwoord, berekening.uitkomst, namen)
    try:
        opnieuw = json.loads(beantwoord(berekening.opgave))
    except (GegevenOntbreekt, GevalFout, DatumOnbekend, RekenFout) as fout:
        nu = _("geen antwoord: %(waarom)s") % {"waarom": str(fout)}
    else:
        is_zelfde = all(opnieuw.get(deel) == berekening.antwoord.get(deel) for deel in ("personen", "redenen"))
        nu = "" if is_zelfde else "; ".join(_regels(_waarden(opnieuw, berekening.uitkomst, namen)))
    return Bewaard(berekening, namen, waarden, berekening.rechtshash == laad_recht().hash, nu)


def onderdeel_besluiten(persoon: Persoon, op: datetime.date) -> dict[str, object]:
    """Context of the section on decisions of a dossier."""
    return {
        "regels": besluitregels(persoon),
        "procedures": lopende_procedures(persoon, clock.vandaag()),
        "persoon": persoon,
        "peildatum": op,
    }


def lopende_procedures(persoon: Persoon, op: datetime.date) -> list[tuple[Procedure, Termijn | None]]:
    """What still leads to a decision about a person, with the term to decide where there is one, oldest first."""
    klaar = (Procedure.Stand.ONDERTEKEND, Procedure.Stand.INGETROKKEN)
    lopend = Procedure.objects.filter(persoon=persoon).exclude(stand__in=klaar).select_related("eigenaar")
    return [
        (procedure, beslistermijn(procedure, op) if heeft_beslistermijn(procedure) else None)
        for procedure in lopend.prefetch_related("opschortingen").order_by("aangevraagd_op", "pk")
    ]


def _nummers(berekening: Berekening) -> set[str]:
    """The dossier numbers of everybody in a kept case."""
    return {persoon["id"] for persoon in berekening.opgave["persoon"]}


def _waarden(antwoord: dict[str, Any], uitkomst: str, namen: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """Name of each person of whom the result was asked, and the result or why there is none."""
    gevonden = []
    for nummer, waarden in antwoord["personen"].items():
        if uitkomst not in waarden:
            continue
        reden = antwoord.get("redenen", {}).get(nummer, {}).get(uitkomst)
        tekst = f"{reden['reden']} ({reden['artikel']})" if reden else uit_tekst(waarden[uitkomst], "euro per maand")
        gevonden.append((namen.get(nummer, nummer), tekst))
    return tuple(gevonden)


def _regels(waarden: tuple[tuple[str, str], ...]) -> list[str]:
    return [f"{wie}: {wat}" for wie, wat in waarden]
