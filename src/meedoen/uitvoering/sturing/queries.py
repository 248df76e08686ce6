"""Reads: a partnership on one date. People per doelgroep, prognosis against count, places against target, flows."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count
from django.utils.translation import gettext as _

from ..beleid.models import Doelgroep
from ..dossiers.models import Indeling
from ..dossiers.queries import geldig_op
from ..kern.units import Hoeveelheid
from .areas import Gebied
from .doelgroepen import GROEPEN, NAMEN, ingedeeld_op
from .figures import Cijfer, Vergelijking, bereken, tel_op
from .periods import in_leven, jaar_eerder
from .registry import DEFINITIES
from .targets import Beleid, met_verschil, taken, vergelijk, vergelijking

TAAKSTELLING = "beschut-werk-taakstelling"
AANDEEL = "inzet-doelgroep"
PLAATSEN = (
    "beschut-werk-personen",
    "beschut-werk-plekken-31-uur",
    "beschut-werk-adviezen-positief",
    "beschut-werk-wachtend",
    "beschut-werk-wachttijd",
    "beschut-werk-in-behandeling",
    "beschut-werk-over-de-termijn",
    "beschut-werk-aanvragen-gemeente",
    "beschut-werk-aanvragen-inwoner",
    "garantiebanen-personen",
    "garantiebanen-banen",
    "gemeente-garantiebanen",
    "social-return",
    "loonkostensubsidie",
    "wsw-personen",
    "wsw-fte",
)


@dataclass(frozen=True)
class Regel:
    """One figure for the area and for each of its municipalities."""

    cijfer: Cijfer
    per_gemeente: tuple[Cijfer, ...]


@dataclass(frozen=True)
class Doelgroepregel:
    """One doelgroep: motto, share of the budget, people now and what the policy document counted or expected."""

    naam: str
    motto: str
    ambitie: str
    regel: Regel
    document: Vergelijking | None
    aandeel: Vergelijking | None


@dataclass(frozen=True)
class Jaarcel:
    """One period of a prognosis: what was expected, and what was counted on `dag` (None: not begun, or no day)."""

    periode: str
    raming: Vergelijking | None
    dag: datetime.date | None = None
    cijfer: Cijfer | None = None


@dataclass(frozen=True)
class Reeks:
    """A prognosis beside what the register counts, period by period."""

    naam: str
    eenheid: str
    cellen: tuple[Jaarcel, ...]

    @property
    def bron(self) -> str:
        """The document that the prognosis stands in."""
        return next((cel.raming.bron for cel in self.cellen if cel.raming), "")


@dataclass(frozen=True)
class Stroomregel:
    """The twelve months of one doelgroep: begin + in + moved in - moved out - out = end, checked."""

    naam: str
    begin: Cijfer
    instroom: Cijfer
    doorstroom_naar: Cijfer
    doorstroom_uit: Cijfer
    uitstroom: Cijfer
    eind: Cijfer

    @property
    def klopt(self) -> bool:
        """Whether the books balance."""
        erbij = self.begin.hoeveelheid + tel_op([self.instroom, self.doorstroom_naar])
        return erbij - tel_op([self.doorstroom_uit, self.uitstroom]) == self.eind.hoeveelheid


@dataclass(frozen=True)
class Taakstellingregel:
    """One municipality, or (`is_som`) the whole area, against its target for sheltered work, date by date."""

    naam: str
    cellen: tuple[Jaarcel, ...]
    is_som: bool = False


def regel(sleutel: str, gebied: Gebied, peildatum: datetime.date, beleid: Beleid) -> Regel:
    """One figure, compared with policy, for the area and each municipality. One query."""
    cijfer = bereken(DEFINITIES[sleutel], gebied, peildatum)
    delen = tuple(vergelijk(cijfer.voor(deel), beleid) for deel in gebied.per_gemeente())
    return Regel(vergelijk(cijfer, beleid), delen)


def doelgroepregels(gebied: Gebied, peildatum: datetime.date, beleid: Beleid) -> tuple[Doelgroepregel, ...]:
    """People per doelgroep beside the policy document, in the order of that document."""
    teksten = {d.code: d for d in Doelgroep.objects.filter(samenwerking=gebied.sleutel)}
    regels = []
    for code in GROEPEN:
        tekst, geteld = teksten.get(code), regel(f"doelgroep-{code}", gebied, peildatum, beleid)
        regels.append(
            Doelgroepregel(
                naam=tekst.naam if tekst else str(NAMEN[code]),
                motto=tekst.motto if tekst else "",
                ambitie=tekst.ambitie if tekst else "",
                regel=geteld,
                document=geteld.cijfer.vergelijk[0] if geteld.cijfer.vergelijk else None,
                aandeel=_aandeel(code, beleid),
            )
        )
    return tuple(regels)


def _aandeel(code: str, beleid: Beleid) -> Vergelijking | None:
    """The share of the participation budget for a doelgroep, in the first year that the document gives."""
    perioden = beleid.periodes(AANDEEL, code, beleid.gebied.sleutel)
    cijfer = beleid.cijfer(AANDEEL, code, beleid.gebied.sleutel, perioden[0]) if perioden else None
    return vergelijking(_("aandeel in het participatiebudget"), [cijfer]) if cijfer else None


def _cel(
    sleutel: str,
    gebied: Gebied,
    raming: Vergelijking | None,
    periode: str,
    dag: datetime.date,
    peildatum: datetime.date,
) -> Jaarcel:
    if dag > peildatum:
        return Jaarcel(periode, raming, dag)
    cijfer = bereken(DEFINITIES[sleutel], gebied, dag)
    beleid = met_verschil(raming, cijfer.hoeveelheid) if raming else None
    return Jaarcel(periode, beleid, dag, cijfer)


def reeks(
    sleutel: str,
    soort: str,
    rijen: Sequence[str],
    maand_en_dag: tuple[int, int],
    peildatum: datetime.date,
    beleid: Beleid,
) -> Reeks:
    """A prognosis of the area beside the figure `sleutel`, counted on that day of each year, and on the date itself."""
    gebied, definitie = beleid.gebied, DEFINITIES[sleutel]
    cellen = []
    for periode in beleid.periodes(soort, rijen[0], gebied.sleutel):
        cijfers = [c for rij in rijen if (c := beleid.cijfer(soort, rij, gebied.sleutel, periode))]
        raming = vergelijking(str(definitie.naam), cijfers) if len(cijfers) == len(rijen) else None
        if periode.isdigit():
            dag = datetime.date(int(periode), *maand_en_dag)
            cellen.append(_cel(sleutel, gebied, raming, periode, dag, peildatum))
        else:
            cellen.append(Jaarcel(periode, raming))
    nu = Jaarcel(_("peildatum"), None, peildatum, bereken(definitie, gebied, peildatum))
    return Reeks(str(definitie.naam), definitie.eenheid.value, (*cellen, nu))


def prognoses(peildatum: datetime.date, beleid: Beleid) -> tuple[Reeks, ...]:
    """People: what the document expected per year, beside the stock on 1 January of that year."""
    soort, begin = "prognose-doelgroep", (1, 1)
    return (
        reeks("doelgroepen-kadernota", soort, ("nieuwe-doelgroepen", "huidige-wwb"), begin, peildatum, beleid),
        reeks("doelgroep-wsw-oud", soort, ("huidige-wsw",), begin, peildatum, beleid),
        reeks("doelgroepen-met-wsw", soort, ("totaal",), begin, peildatum, beleid),
    )


def plekken(peildatum: datetime.date, beleid: Beleid) -> tuple[Reeks, ...]:
    """Places: what the document expected per year, beside the places taken on 31 December of that year."""
    soort, eind = "prognose-plekken", (12, 31)
    return (
        reeks("beschut-werk-plekken", soort, ("beschut-werk",), eind, peildatum, beleid),
        reeks("garantiebanen-plekken", soort, ("garantiebanen",), eind, peildatum, beleid),
    )


def taakstellingen(peildatum: datetime.date, beleid: Beleid) -> tuple[Taakstellingregel, ...]:
    """Each municipality, and last the area, against the minister's target for sheltered work, on every known date."""
    gebied, definitie = beleid.gebied, DEFINITIES["beschut-werk-plekken"]
    samen = taken(TAAKSTELLING, gebied, beleid)
    tellingen = {dag: bereken(definitie, gebied, dag) for dag in samen if dag <= peildatum}

    def cel(dag: datetime.date, doel: Vergelijking | None, cijfer: Cijfer | None) -> Jaarcel:
        naast = met_verschil(doel, cijfer.hoeveelheid) if doel and cijfer else doel
        return Jaarcel(dag.isoformat(), naast, dag, cijfer)

    regels = []
    for deel in gebied.per_gemeente():
        doelen = taken(TAAKSTELLING, deel, beleid)
        geteld = {dag: cijfer.voor(deel) for dag, cijfer in tellingen.items()}
        regels.append(Taakstellingregel(deel.naam, tuple(cel(d, doelen.get(d), geteld.get(d)) for d in samen)))
    som = Taakstellingregel(gebied.naam, tuple(cel(d, doel, tellingen.get(d)) for d, doel in samen.items()), True)
    return (*regels, som)


def _per_groep(gebied: Gebied, op: datetime.date) -> dict[str, set[int]]:
    """Who is in which doelgroep on the day."""
    personen: dict[str, set[int]] = {code: set() for code in GROEPEN}
    hier = ingedeeld_op(GROEPEN, op).filter(persoon__gemeente_id__in=gebied.codes)
    for code, persoon in hier.values_list("doelgroep", "persoon"):
        personen[code].add(persoon)
    return personen


def stromen(gebied: Gebied, peildatum: datetime.date) -> tuple[Stroomregel, ...]:
    """Inflow, movement and outflow per doelgroep over the twelve months up to and including the date.

    The same counts as the figures `instroom-…` and so on, but in two queries for all groups: who was where on two days.
    """
    toen = jaar_eerder(peildatum)
    eerst, nu = _per_groep(gebied, toen), _per_groep(gebied, peildatum)
    ooit_eerst, ooit_nu = set().union(*eerst.values()), set().union(*nu.values())

    def cijfer(soort: str, code: str, wie: set[int], op: datetime.date = peildatum) -> Cijfer:
        return Cijfer(DEFINITIES[f"{soort}-{code}"], gebied, op, Decimal(len(wie)), len(wie))

    return tuple(
        Stroomregel(
            naam=str(NAMEN[code]),
            begin=cijfer("doelgroep", code, eerst[code], toen),
            instroom=cijfer("instroom", code, nu[code] - ooit_eerst),
            doorstroom_naar=cijfer("doorstroom-naar", code, (nu[code] - eerst[code]) & ooit_eerst),
            doorstroom_uit=cijfer("doorstroom-uit", code, (eerst[code] - nu[code]) & ooit_nu),
            uitstroom=cijfer("uitstroom", code, eerst[code] - ooit_nu),
            eind=cijfer("doelgroep", code, nu[code]),
        )
        for code in GROEPEN
    )


def stand_door_de_tijd(gebied: Gebied, dagen: Sequence[datetime.date]) -> dict[str, list[int]]:
    """People per doelgroep on each of `dagen`: the same count as the figure `doelgroep-…`, in one query for all."""
    telling: dict[str, Any] = {
        f"dag{n}": Count("persoon", distinct=True, filter=geldig_op(dag) & in_leven(dag)) for n, dag in enumerate(dagen)
    }
    hier = Indeling.objects.filter(persoon__gemeente_id__in=gebied.codes, doelgroep__in=GROEPEN).order_by()
    gevonden: Iterable[Any] = hier.values("doelgroep").annotate(**telling)
    stand = {rij["doelgroep"]: [rij[f"dag{n}"] for n in range(len(dagen))] for rij in gevonden}
    return {code: stand.get(code, [0] * len(dagen)) for code in GROEPEN}


def dubbel_ingedeeld(regels: Sequence[Doelgroepregel], alle: Cijfer) -> Hoeveelheid:
    """How many times residents stand in more than one doelgroep: the sum of the groups minus the residents."""
    return tel_op([r.regel.cijfer for r in regels]) - alle.hoeveelheid
