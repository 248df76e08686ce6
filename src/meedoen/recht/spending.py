"""Which results are money of the municipality, and how often a year: what a comparison of ordinances adds up."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from meedoen.recht.engine import graph
from meedoen.recht.engine.errors import TabelFout
from meedoen.recht.engine.law import Recht
from meedoen.recht.engine.terms import Verordening


@dataclass(frozen=True)
class Uitgave:
    """How a result counts for the municipality: so many times a year, below zero where it spends less by it.

    `per_gezin`: the amount is that of somebody and his partner together, and stands with both.
    """

    per_jaar: int
    per_gezin: bool = False


UITGAVEN: Mapping[str, Uitgave] = {
    "uitbetaling_per_maand": Uitgave(12),
    "vakantietoeslag_per_maand": Uitgave(12),
    "loonkostensubsidie_per_maand": Uitgave(12),
    "studietoeslag_per_maand": Uitgave(12),
    "individuele_inkomenstoeslag": Uitgave(1, per_gezin=True),
    "energietoeslag": Uitgave(1, per_gezin=True),
    "bijzondere_bijstand": Uitgave(1),
    "premie_over_laatste_halfjaar": Uitgave(2),
    "bijdrage_collectieve_zorgverzekering_per_maand": Uitgave(12),
    "stadspastegoed_van_volwassene_per_jaar": Uitgave(1),
    "stadspastegoed_van_kinderen_per_jaar": Uitgave(1, per_gezin=True),
    "verlaging_maand_1_per_maand": Uitgave(-1),
    "verlaging_maand_2_per_maand": Uitgave(-1),
    "verlaging_maand_3_per_maand": Uitgave(-1),
    "taalverlaging_per_maand": Uitgave(-12),
    "boete": Uitgave(-1),
}
"""A measure is taken once; a monthly amount counts for twelve months, as if the month of the table were every month."""
NIET_GETELD: Mapping[str, str] = {
    "studietoeslag_per_betaling": "dezelfde toeslag als studietoeslag_per_maand, per betaling",
    "uitbetaling_na_verlaging_van_gezin_per_maand": "wat een maatregel van de gewone uitbetaling overlaat",
    "vakantietoeslag_te_betalen_in_deze_maand": "de betaling van wat als vakantietoeslag_per_maand is opgebouwd",
}
"""Money that depends on open terms and is no spending of its own, with the reason."""


def verschillende_termen(a: Verordening, b: Verordening, recht: Recht) -> tuple[str, ...]:
    """The open terms that two municipalities, or two drafts of one, fill differently on some day."""

    def inhoud(verordening: Verordening, naam: str) -> list[tuple[object, ...]]:
        return [(waarde.vanaf, waarde.tot, waarde.waarde) for waarde in verordening.waarden(naam)]

    return tuple(naam for naam in recht.termen if inhoud(a, naam) != inhoud(b, naam))


def geraakte_uitgaven(termen: Iterable[str], recht: Recht) -> tuple[str, ...]:
    """The spending that depends on these open terms. TabelFout when there is none."""
    gezocht = set(termen)
    if not gezocht:
        raise TabelFout("De twee verordeningen vullen iedere term hetzelfde in; er is niets te vergelijken.")
    geraakt = tuple(
        naam
        for naam in UITGAVEN
        if naam in recht.regels and gezocht & set(graph.benodigde_termen(recht.regels, [naam]))
    )
    if not geraakt:
        raise TabelFout(
            f"Geen uitgave hangt af van wat verschilt ({', '.join(sorted(gezocht))}). Kies zelf met --gevraagd."
        )
    return geraakt


def eindbedragen(recht: Recht) -> tuple[str, ...]:
    """The amounts about persons that depend on open terms and that no other such amount reads; for the inventory."""
    bedragen = [
        naam
        for naam in recht.vragen_over("persoon")
        if ("euro", 1) in recht.regels[naam][0].kop.soort.maat and graph.benodigde_termen(recht.regels, [naam])
    ]
    gelezen = {naam for bedrag in bedragen for naam in graph.volgorde(recht.regels, [bedrag]) if naam != bedrag}
    return tuple(naam for naam in bedragen if naam not in gelezen)


def uitgaven_van(gevraagd: Sequence[str], recht: Recht) -> tuple[Uitgave, ...]:
    """How each asked result counts. TabelFout for one that is no amount in euro for a month, a year or once."""
    uitgaven = []
    for naam in gevraagd:
        if recht.van[naam] not in ("", "persoon"):
            raise TabelFout(f"{naam} gaat over een {recht.van[naam]}; vergeleken worden bedragen van personen.")
        maat = dict(recht.regels[naam][0].kop.soort.maat)
        if maat not in ({"euro": 1}, {"euro": 1, "maand": -1}, {"euro": 1, "jaar": -1}):
            raise TabelFout(f"{naam} is geen bedrag in euro per maand, per jaar of in een keer.")
        uitgaven.append(UITGAVEN.get(naam, Uitgave(12 if "maand" in maat else 1)))
    return tuple(uitgaven)
