"""The ledger of targets: versions of a figure, what was known when, and sums over municipalities that merged since.

`queries.doel` reads the rows; this module decides, without the database, which version holds and what makes up the sum.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from django.utils.translation import gettext as _

from .models import Beleidscijfer, Herindeling

OORSPRONKELIJK, HERZIEN = "oorspronkelijk", "herzien"
VERSIES = ("", OORSPRONKELIJK, HERZIEN)
EEUWIG = datetime.date.max


class RijOnbekend(LookupError):
    """A kind of figure has rows, and the one asked for is not among them. The text names them, in Dutch."""


@dataclass(frozen=True)
class Versie:
    """One published value of a figure. `bekend_vanaf` is the date of the document, empty when it carries none."""

    waarde: Decimal | None
    eenheid: str
    periode: str
    rij: str
    is_voorlopig: bool
    is_geverifieerd: bool
    bekend_vanaf: datetime.date | None
    bron: str
    opmerking: str


def rang(versie: Versie | Beleidscijfer) -> tuple[bool, bool, datetime.date]:
    """Of two versions the one with the higher rank holds: revised, then final, then the later document."""
    return versie.rij == HERZIEN, not versie.is_voorlopig, versie.bekend_vanaf or datetime.date.min


@dataclass(frozen=True)
class Doeldeel:
    """The figure of one municipality (or partnership, or the country: code ""), with every version.

    `geldend` is the version that held on the day asked; None when none was published then; `eerder` are the versions
    that it replaced, `later` became known after that day. `zonder_datum` has versions whose document carries no date,
    so that nobody can say whether they were known. `is_gesplitst`: the municipality was split and only a part belongs
    to the area, so it is not counted.
    """

    code: str
    naam: str
    geldend: Versie | None
    eerder: tuple[Versie, ...]
    later: tuple[Versie, ...]
    zonder_datum: tuple[Versie, ...]
    is_gesplitst: bool = False


@dataclass(frozen=True)
class Doel:
    """A target of an area: the parts that make it up and their sum. `peildatum` is the date of the target itself."""

    soort: str
    rij: str
    peildatum: datetime.date | None
    bekend_op: datetime.date | None
    delen: tuple[Doeldeel, ...]

    @property
    def ontbreekt(self) -> tuple[Doeldeel, ...]:
        """Parts of which no value is known; missing is not zero."""
        return tuple(d for d in self.delen if not d.is_gesplitst and (d.geldend is None or d.geldend.waarde is None))

    @property
    def gesplitst(self) -> tuple[Doeldeel, ...]:
        """Municipalities that were split: their figure is shown and not counted."""
        return tuple(deel for deel in self.delen if deel.is_gesplitst)

    @property
    def geteld(self) -> tuple[Doeldeel, ...]:
        """The parts whose value is in the sum."""
        return tuple(d for d in self.delen if not d.is_gesplitst and d.geldend and d.geldend.waarde is not None)

    @property
    def is_volledig(self) -> bool:
        """Whether the sum is the whole target of the area."""
        return bool(self.geteld) and not self.ontbreekt and not self.gesplitst

    @property
    def deelsom(self) -> Decimal | None:
        """The sum of what is known; None when nothing is."""
        waarden = [deel.geldend.waarde for deel in self.geteld if deel.geldend and deel.geldend.waarde is not None]
        return sum(waarden, Decimal(0)) if waarden else None

    @property
    def waarde(self) -> Decimal | None:
        """The target; None when it is not complete (`deelsom` then has the known part)."""
        return self.deelsom if self.is_volledig else None

    @property
    def eenheid(self) -> str:
        """The unit of the parts, which is one; empty when nothing is known."""
        return next((deel.geldend.eenheid for deel in self.geteld if deel.geldend), "")

    @property
    def is_voorlopig(self) -> bool:
        """Whether any counted part is provisional."""
        return any(deel.geldend.is_voorlopig for deel in self.geteld if deel.geldend)

    @property
    def bekend_vanaf(self) -> datetime.date | None:
        """The day from which every counted part was known; None when a document carries no date."""
        dagen = [deel.geldend.bekend_vanaf for deel in self.geteld if deel.geldend]
        bekend = [dag for dag in dagen if dag]
        return max(bekend) if bekend and len(bekend) == len(dagen) else None

    @property
    def bronnen(self) -> tuple[str, ...]:
        """The sources of the counted parts, each once."""
        return tuple(dict.fromkeys(deel.geldend.bron for deel in self.geteld if deel.geldend))


@dataclass(frozen=True)
class Bladzijde:
    """All versions of one figure for one date, by area: CBS code, key of a partnership, or "" for the country."""

    soort: str
    rij: str
    peildatum: datetime.date | None
    versies: dict[str, list[Versie]] = field(default_factory=dict)

    def van(self, gebied: str) -> list[Versie]:
        """The versions of one area, none when nothing was published."""
        return self.versies.get(gebied, [])


def boek(soort: str, cijfers: Iterable[Beleidscijfer], rij: str, peildatum: datetime.date) -> Bladzijde:
    """The page for the first date on or after `peildatum` in its year (or for the year, where figures have no day).

    Raises RijOnbekend when the figures of this kind have rows and `rij` names none of them.
    """
    alle = list(cijfers)
    gezocht = VERSIES if rij == "" else (rij,)
    van_rij = [cijfer for cijfer in alle if cijfer.rij in gezocht]
    if alle and not van_rij:
        rijen = ", ".join(sorted({cijfer.rij for cijfer in alle}))
        raise RijOnbekend(_("'%(soort)s' heeft rijen; kies: %(rijen)s.") % {"soort": soort, "rijen": rijen})
    van_jaar = [cijfer for cijfer in van_rij if _in_jaar(cijfer, peildatum)]
    dagen = [cijfer.peildatum for cijfer in van_jaar if cijfer.peildatum]
    dag = min(dagen) if dagen else None
    versies: dict[str, list[Versie]] = defaultdict(list)
    for cijfer in van_jaar:
        if cijfer.peildatum == dag:
            versies[cijfer.gemeente_id or cijfer.samenwerking_id or ""].append(_versie(cijfer))
    return Bladzijde(soort, rij, dag or (peildatum if van_jaar else None), dict(versies))


def _in_jaar(cijfer: Beleidscijfer, peildatum: datetime.date) -> bool:
    if cijfer.peildatum is None:
        return cijfer.periode == str(peildatum.year)
    return cijfer.peildatum.year == peildatum.year and cijfer.peildatum >= peildatum


def _versie(c: Beleidscijfer) -> Versie:
    return Versie(
        c.waarde, c.eenheid, c.periode, c.rij, c.is_voorlopig, c.is_geverifieerd, c.bekend_vanaf, c.bron, c.opmerking
    )


def maak_doel(
    bladzijde: Bladzijde,
    gebieden: Sequence[tuple[str, str]],
    herindelingen: Sequence[Herindeling],
    bekend_op: datetime.date | None,
    indeling_op: datetime.date | None,
) -> Doel:
    """The target of these areas (code and name), with merged municipalities taken apart into their old codes."""
    delen: dict[str, Doeldeel] = {}
    if bladzijde.peildatum is not None:
        tot = max(indeling_op or bladzijde.peildatum, bladzijde.peildatum)
        codes = {code for code, _naam in gebieden}
        for code, naam in gebieden:
            for oud, oude_naam, is_gesplitst in _ontleed(bladzijde, code, naam, herindelingen, tot):
                is_deels = is_gesplitst and not _opvolgers(oud, herindelingen) <= codes
                delen[oud] = _deel(oud, oude_naam, bladzijde.van(oud), bekend_op, is_deels)
    return Doel(bladzijde.soort, bladzijde.rij, bladzijde.peildatum, bekend_op, tuple(delen.values()))


def _ontleed(
    bladzijde: Bladzijde, code: str, naam: str, herindelingen: Sequence[Herindeling], tot: datetime.date
) -> Iterator[tuple[str, str, bool]]:
    """The municipalities whose figures make up that of `code`: (old code, name, whether it was split).

    Regulations go on naming municipalities after they merged, so the published rows decide, not only the dates.
    """
    dag = bladzijde.peildatum or datetime.date.min
    naar_hier = [h for h in herindelingen if h.nieuwe_id == code and h.vanaf <= tot]
    met_rij = {h.oude_id for h in naar_hier if _heeft_rij(bladzijde, h.oude_id, herindelingen)}
    bestond = not any(h.nieuwe.vanaf is not None and h.nieuwe.vanaf > dag for h in naar_hier)
    heeft_zelf = bool(bladzijde.van(code)) or (bestond and not met_rij)
    if heeft_zelf or not naar_hier:
        yield code, naam, False
    for herindeling in naar_hier:
        if herindeling.oude_id in met_rij or herindeling.vanaf > dag or not heeft_zelf:
            for oud, oude_naam, is_gesplitst in _ontleed(
                bladzijde, herindeling.oude_id, herindeling.oude.naam, herindelingen, tot
            ):
                yield oud, oude_naam, is_gesplitst or herindeling.is_gesplitst


def _opvolgers(code: str, herindelingen: Sequence[Herindeling]) -> set[str]:
    """The municipalities of today that a split municipality went into."""
    stap = {h.nieuwe_id for h in herindelingen if h.oude_id == code}
    return set().union(*(_opvolgers(nieuwe, herindelingen) or {nieuwe} for nieuwe in stap)) if stap else set()


def _heeft_rij(bladzijde: Bladzijde, code: str, herindelingen: Sequence[Herindeling]) -> bool:
    """Whether this municipality, or one that went into it, has a published figure."""
    return bool(bladzijde.van(code)) or any(
        _heeft_rij(bladzijde, h.oude_id, herindelingen) for h in herindelingen if h.nieuwe_id == code
    )


def _deel(
    code: str, naam: str, versies: Sequence[Versie], bekend_op: datetime.date | None, is_gesplitst: bool
) -> Doeldeel:
    zonder_datum = [v for v in versies if v.bekend_vanaf is None] if bekend_op else []
    bekend = [v for v in versies if bekend_op is None or (v.bekend_vanaf or EEUWIG) <= bekend_op]
    later = [v for v in versies if bekend_op is not None and v.bekend_vanaf is not None and v.bekend_vanaf > bekend_op]
    bekend.sort(key=rang, reverse=True)
    return Doeldeel(
        code, naam, bekend[0] if bekend else None, tuple(bekend[1:]), tuple(later), tuple(zonder_datum), is_gesplitst
    )
