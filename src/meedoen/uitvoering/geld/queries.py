"""Reads: the budget table of a partnership and the shares per doelgroep, added up beside what was published."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..kern.units import Eenheid, Hoeveelheid
from ..sturing.doelgroepen import GROEPEN
from ..sturing.figures import Vergelijking
from ..sturing.queries import AANDEEL
from ..sturing.targets import Beleid, vergelijking

BUDGET = "budget"
SALDO = "saldo"
REGELS = {
    "ontschot-budget": gettext_lazy("Totaal ontschot budget Participatiewet"),
    "raming-wsw-en-p-budget": gettext_lazy("Huidige raming kosten Wsw en participatiebudget"),
    "gemeentelijke-bijdrage-alescon": gettext_lazy("Taakstelling Alescon: huidige gemeentelijke bijdrage"),
    "nadeel-korting-wsw": gettext_lazy("Taakstelling Alescon: extra nadeel door korting rijksbijdrage Wsw-oud"),
}
HEEL = Decimal(100)


class EenheidOnbekend(ValueError):
    """A budget whose unit is not thousands of euros: adding it up would be a guess."""


@dataclass(frozen=True)
class Budgetregel:
    """One line of the budget table, one amount per year; None where the source gives none."""

    naam: str
    bedragen: tuple[Decimal | None, ...]


@dataclass(frozen=True)
class Budgettabel:
    """The budget of a partnership in thousands of euros, with the balance as published and as its lines add up."""

    jaren: tuple[str, ...]
    regels: tuple[Budgetregel, ...]
    gepubliceerd: tuple[Decimal | None, ...]
    berekend: tuple[Decimal | None, ...]
    opmerkingen: tuple[str, ...]
    bron: str
    eenheid: Eenheid = Eenheid.DUIZEND_EURO

    @property
    def verschillen(self) -> tuple[tuple[str, Decimal, Decimal], ...]:
        """Year, published and computed balance wherever the two differ."""
        paren = zip(self.jaren, self.gepubliceerd, self.berekend, strict=True)
        return tuple((j, g, b) for j, g, b in paren if g is not None and b is not None and g != b)


@dataclass(frozen=True)
class Aandelen:
    """The shares of the participation budget per doelgroep, in percent, and what they add up to."""

    delen: tuple[tuple[str, Vergelijking], ...]
    totaal: Decimal

    @property
    def is_meer_dan_alles(self) -> bool:
        """Whether more than the whole budget is handed out."""
        return self.totaal > HEEL


def _saldo(kolom: tuple[Decimal | None, ...]) -> Decimal | None:
    """The sum of the lines of one year; None where a line is missing, because missing is not zero."""
    totaal = Hoeveelheid(Decimal(0), Eenheid.DUIZEND_EURO)
    for bedrag in kolom:
        if bedrag is None:
            return None
        totaal = totaal + Hoeveelheid(bedrag, Eenheid.DUIZEND_EURO)
    return totaal.waarde


def budgettabel(beleid: Beleid) -> Budgettabel | None:
    """The budget table of the area; None where no policy document gives one.

    Raises EenheidOnbekend where an amount is not in thousands of euros.
    """
    gebied = beleid.gebied.sleutel
    jaren = tuple(beleid.periodes(BUDGET, next(iter(REGELS)), gebied))
    if not jaren:
        return None
    gevonden = [c for (soort, _r, waar, _p), c in beleid.cijfers.items() if (soort, waar) == (BUDGET, gebied)]
    for cijfer in gevonden:
        if cijfer.eenheid != Eenheid.DUIZEND_EURO.value:
            raise EenheidOnbekend(
                _("%(cijfer)s staat in '%(eenheid)s'; verwacht: x 1.000 euro.")
                % {"cijfer": cijfer, "eenheid": cijfer.eenheid}
            )

    def reeks(rij: str) -> tuple[Decimal | None, ...]:
        cijfers = [beleid.cijfer(BUDGET, rij, gebied, jaar) for jaar in jaren]
        return tuple(c.waarde if c else None for c in cijfers)

    regels = tuple(Budgetregel(str(naam), reeks(rij)) for rij, naam in REGELS.items())
    berekend = tuple(_saldo(kolom) for kolom in zip(*(r.bedragen for r in regels), strict=True))
    opmerkingen = tuple(dict.fromkeys(c.opmerking for c in gevonden if c.opmerking))
    bron = "; ".join(dict.fromkeys(c.bron for c in gevonden))
    return Budgettabel(jaren, regels, reeks(SALDO), berekend, opmerkingen, bron)


def aandelen(beleid: Beleid) -> Aandelen | None:
    """The shares of the participation budget in the first year that has them; None where no document gives any."""
    gebied = beleid.gebied.sleutel
    eerste: dict[str, Vergelijking] = {}
    volgorde = {rij: n for n, rij in enumerate(GROEPEN)}
    for (soort, rij, waar, _periode), cijfer in sorted(
        beleid.cijfers.items(), key=lambda regel: (volgorde.get(regel[0][1], len(volgorde)), regel[0])
    ):
        if (soort, waar) == (AANDEEL, gebied) and rij not in eerste:
            eerste[rij] = vergelijking(rij, [cijfer])
    if not eerste:
        return None
    totaal = Hoeveelheid(Decimal(0), Eenheid.PROCENT)
    for deel in eerste.values():
        totaal = totaal + Hoeveelheid(deel.waarde or Decimal(0), Eenheid.PROCENT)
    return Aandelen(tuple(eerste.items()), totaal.waarde)
