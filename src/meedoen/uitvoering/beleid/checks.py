"""What does not add up inside a policy folder: shares, totals, dates, ranges. Pure functions.

The loader shows the findings as warnings. A published figure stays as it was published; a finding says what holds.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from .documents import Aftrekking, Beleid, Tabel, Vermelding

HONDERD = Decimal(100)


@dataclass(frozen=True)
class Bevinding:
    """Something in a document that does not hold: where, what it says, what follows from its own figures. In Dutch."""

    bestand: str
    plek: str
    plaats: str
    melding: str

    def __str__(self) -> str:
        return f"{self.bestand}, {self.plek} ({self.plaats}): {self.melding}"


def controleer(beleid: Beleid) -> tuple[Bevinding, ...]:
    """All findings of a folder, in the order of its files."""
    bevindingen = [
        *(b for tabel in beleid.tabellen for b in (*verdelingen(tabel), *totalen(tabel))),
        *(b for vermelding in beleid.vermeldingen for b in datums(vermelding)),
        *(b for aftrekking in beleid.aftrekkingen for b in aftrekkingen(aftrekking)),
    ]
    return tuple(sorted(bevindingen, key=lambda b: (b.bestand, b.plek, b.melding)))


def verdelingen(tabel: Tabel) -> Iterator[Bevinding]:
    """Shares that do not come to 100 %, per period. A row without a number is left to the reader."""
    if not tabel.is_verdeling:
        return
    for nummer, periode in enumerate(tabel.perioden):
        delen = {rij: waarden[nummer] for rij, waarden in tabel.rijen.items()}
        som = sum((deel for deel in delen.values() if deel is not None), Decimal(0))
        if som != HONDERD:
            yield _bevinding(
                tabel,
                _("de aandelen van %(periode)s tellen op tot %(som)s %%, niet tot 100 %% (%(delen)s)")
                % {"periode": periode, "som": _nl(som), "delen": ", ".join(f"{r} {_nl(d)}" for r, d in delen.items())},
            )


def totalen(tabel: Tabel) -> Iterator[Bevinding]:
    """Published totals that differ from the sum of the rows they are made of."""
    for rij, delen in tabel.sommen.items():
        for nummer, periode in enumerate(tabel.perioden):
            waarden = [tabel.rijen[deel][nummer] for deel in delen]
            gepubliceerd = tabel.rijen[rij][nummer]
            if gepubliceerd is None or None in waarden:
                continue
            som = sum((waarde for waarde in waarden if waarde is not None), Decimal(0))
            if som != gepubliceerd:
                yield _bevinding(
                    tabel,
                    _("%(rij)s %(periode)s: gepubliceerd %(wel)s, de regels tellen op tot %(som)s (%(eenheid)s)")
                    % {
                        "rij": rij,
                        "periode": periode,
                        "wel": _nl(gepubliceerd),
                        "som": _nl(som),
                        "eenheid": tabel.eenheid,
                    },
                )


def datums(vermelding: Vermelding) -> Iterator[Bevinding]:
    """Things that a document tells as past, though they lie after its own date."""
    vastgesteld = vermelding.document.vastgesteld
    if vastgesteld is not None and vermelding.datum > vastgesteld:
        yield _bevinding(
            vermelding,
            _("'%(tekst)s' staat er als voorbij, maar ligt na de vaststelling van het document (%(dag)s)")
            % {"tekst": vermelding.tekst, "dag": vastgesteld.isoformat()},
        )


def aftrekkingen(aftrekking: Aftrekking) -> Iterator[Bevinding]:
    """Subtractions of ranges with a wrong outcome: lowest minus highest is the lowest outcome, and the reverse."""
    laag = aftrekking.van[0] - aftrekking.af[1]
    hoog = aftrekking.van[1] - aftrekking.af[0]
    if (laag, hoog) != aftrekking.uitkomst:
        yield _bevinding(
            aftrekking,
            _("%(van)s min %(af)s is %(goed)s, gepubliceerd is %(wel)s")
            % {
                "van": _reeks(*aftrekking.van),
                "af": _reeks(*aftrekking.af),
                "goed": _reeks(laag, hoog),
                "wel": _reeks(*aftrekking.uitkomst),
            },
        )


def _bevinding(bij: Tabel | Vermelding | Aftrekking, melding: str) -> Bevinding:
    return Bevinding(bij.plek.bestand, bij.plek.plek, bij.plaats, melding)


def _reeks(laag: Decimal, hoog: Decimal) -> str:
    return _nl(laag) if laag == hoog else _("%(laag)s tot %(hoog)s") % {"laag": _nl(laag), "hoog": _nl(hoog)}


def _nl(getal: Decimal | None) -> str:
    if getal is None:
        return _("geen getal")
    return f"{getal.normalize():,f}".replace(",", " ").replace(".", ",").replace(" ", ".")
