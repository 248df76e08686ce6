"""Which values the law demands of a municipality and its file lacks: no fault of the file, but a question later."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from meedoen.recht.engine.law import Recht
from meedoen.recht.engine.terms import Term, Verordening


@dataclass(frozen=True)
class Gemis:
    """A mandatory term without a value, from `vanaf` (inclusive) to `tot` (exclusive)."""

    term: Term
    vanaf: date
    tot: date

    def zin(self, recht: Recht) -> str:
        """The same in Dutch; what lasts as long as the law is known has no end."""
        dagen = f"vanaf {self.vanaf}" if self.tot == recht.bekend_tot else f"van {self.vanaf} tot {self.tot}"
        return f"{self.term.naam} ({self.term.artikel}), {dagen}"


def gemis(verordening: Verordening, recht: Recht) -> Iterator[Gemis]:
    """Every mandatory term on the days, since the first decision in the file, on which it has no value."""
    eerste = min((besluit.vanaf for besluit in verordening.besluiten), default=recht.bekend_vanaf)
    for term in recht.termen.values():
        if not term.is_verplicht:
            continue
        dag, einde = max(eerste, term.vanaf, recht.bekend_vanaf), min(term.tot, recht.bekend_tot)
        for vanaf, tot in [*_perioden(verordening, term.naam), (einde, einde)]:
            if dag < min(vanaf, einde):
                yield Gemis(term, dag, min(vanaf, einde))
            dag = max(dag, tot)


def _perioden(verordening: Verordening, naam: str) -> Iterator[tuple[date, date]]:
    """When a term has a value: from each decision until its end, or until the next."""
    waarden = sorted(verordening.waarden(naam), key=lambda waarde: waarde.vanaf)
    for plaats, waarde in enumerate(waarden, 1):
        volgende = waarden[plaats].vanaf if plaats < len(waarden) else date.max
        yield waarde.vanaf, min(waarde.tot, volgende)
