"""The answer to the council as a document: sentences cut into text and figures, and the PDF made of them."""

import datetime
import string
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from ..huisstijl import formats
from ..huisstijl.print import maak_pdf
from ..sturing import presentation
from ..sturing.figures import Cijfer, Vergelijking
from .answers import Beleidsgetal, Deel, Kaal, Zin

if TYPE_CHECKING:
    from .queries import Antwoord, Raadsantwoord

SJABLOON = "verantwoording/typst/antwoord.typ"


@dataclass(frozen=True)
class Kop:
    """The head of the document, as the council knows it (seed 004)."""

    onderwerp: str
    portefeuillehouder: str
    informant: str
    besluit_op: datetime.date | None


def stukken(zin: Zin) -> Iterator[Deel]:
    """The sentence as a row of texts and figures. KeyError where a place in the text has nothing to stand."""
    for tekst, naam, _opmaak, _omzetting in string.Formatter().parse(zin.tekst):
        if tekst:
            yield tekst
        if naam is not None:
            yield zin.delen[naam]


def beleidstekst(beleid: Vergelijking) -> str:
    """A policy figure with its unit, and what must be said with it."""
    tekst = presentation.met_eenheid(beleid.waarde, beleid.eenheid)
    if beleid.is_voorlopig:
        tekst = _("%(waarde)s (voorlopig)") % {"waarde": tekst}
    if not beleid.is_geverifieerd:
        tekst = _("%(waarde)s (niet geverifieerd)") % {"waarde": tekst}
    return tekst


def _cijfertekst(cijfer: Cijfer) -> str:
    return f"{presentation.getal(cijfer)} {presentation.eenheid_naam(cijfer.definitie.eenheid, cijfer.waarde)}"


def _zin(zin: Zin, nummers: dict[tuple[str, datetime.date], int]) -> dict[str, Any]:
    delen: list[dict[str, Any]] = []
    for stuk in stukken(zin):
        cijfer = stuk.cijfer if isinstance(stuk, Kaal) else stuk
        if isinstance(cijfer, Cijfer):
            tekst = presentation.getal(cijfer) if isinstance(stuk, Kaal) else _cijfertekst(cijfer)
            delen.append({"tekst": tekst, "nummer": nummers[cijfer.definitie.sleutel, cijfer.peildatum]})
        elif isinstance(stuk, Beleidsgetal):
            delen.append({"tekst": beleidstekst(stuk.vergelijking), "nummer": None})
        else:
            delen.append({"tekst": str(stuk), "nummer": None})
    return {"delen": delen, "let_op": zin.is_let_op}


def _vraag(antwoord: "Antwoord", nummers: dict[tuple[str, datetime.date], int]) -> dict[str, Any]:
    vraag, som, standpunt = antwoord.vraag, antwoord.register.som, antwoord.standpunt
    rijen = [[str(d.definitie.naam), presentation.getal(d)] for d in som.delen] if som else []
    if som:
        rijen.append([str(som.totaal.definitie.naam), presentation.getal(som.totaal)])
    return {
        "kop": f"{vraag.nummer}. {vraag.kort}",
        "vraag": str(vraag.tekst),
        "zinnen": [_zin(zin, nummers) for zin in antwoord.register.zinnen],
        "som": {"koppen": [_("Optelsom"), _eenheid_kop(som.totaal)], "rijen": rijen} if som else None,
        "standpunt": standpunt.tekst if standpunt else None,
        "standpunt_van": _ondertekening(antwoord),
        "ontbreekt": str(vraag.standpunt) if vraag.standpunt and not standpunt else None,
    }


def _eenheid_kop(cijfer: Cijfer) -> str:
    naam = presentation.eenheid_naam(cijfer.definitie.eenheid)
    return naam[0].upper() + naam[1:]


def _ondertekening(antwoord: "Antwoord") -> str:
    if antwoord.standpunt is None:
        return ""
    return _("%(wie)s, vastgesteld op %(dag)s") % {
        "wie": antwoord.standpunt.portefeuillehouder,
        "dag": formats.datum(antwoord.standpunt.vastgesteld_op),
    }


def _definitie(nummer: int, cijfer: Cijfer) -> dict[str, Any]:
    definitie = cijfer.definitie
    return {
        "nummer": nummer,
        "naam": str(definitie.naam),
        "waarde": _cijfertekst(cijfer),
        "dag": formats.datum(cijfer.peildatum),
        "omschrijving": str(definitie.omschrijving),
        "som": presentation.optelsom(cijfer).uitleg,
        "bron": str(definitie.bron),
        "artikel": str(definitie.artikel),
        "is_geverifieerd": definitie.is_geverifieerd,
    }


def _kenmerken(kop: Kop, versie: str, peildatum: datetime.date) -> list[tuple[str, str]]:
    leeg = _("nog niet ingevuld")
    return [
        (_("Onderwerp"), kop.onderwerp),
        (_("Versienummer"), versie),
        (_("Portefeuillehouder"), kop.portefeuillehouder or leeg),
        (_("Informant"), kop.informant or leeg),
        (_("Besluit van het college"), formats.datum(kop.besluit_op) if kop.besluit_op else _("nog niet genomen")),
        (_("Peildatum van de cijfers"), formats.datum(peildatum)),
    ]


def als_pdf(antwoord: "Raadsantwoord", kop: Kop, *, versie: int | None) -> bytes:
    """The answer as PDF/UA: head, eight answers, charts, definitions and sources. Without `versie` it is a draft."""
    nummers = {(c.definitie.sleutel, c.peildatum): n for n, c in enumerate(antwoord.cijfers, start=1)}
    laatste = antwoord.versies[0].versie if antwoord.versies else 0
    concept = _("concept, na versie %(versie)s") % {"versie": laatste} if laatste else _("concept")
    gegevens = {
        "titel": _("Uitvoering van de Participatiewet in %(gemeente)s") % {"gemeente": antwoord.gemeente.naam},
        "gemeente": _("Gemeente %(gemeente)s") % {"gemeente": antwoord.gemeente.naam},
        "kenmerken": _kenmerken(kop, str(versie) if versie else concept, antwoord.peildatum),
        "is_concept": versie is None,
        "vragen": [_vraag(a, nummers) for a in antwoord.antwoorden],
        "grafieken": list(antwoord.grafieken),
        "definities": [_definitie(nummers[c.definitie.sleutel, c.peildatum], c) for c in antwoord.cijfers],
        "bronnen": [
            [b.naam, presentation.periode(b.periode), beleidstekst(b), presentation.bron(b)]
            for b in antwoord.beleidscijfers
        ],
        "woorden": {
            "vraag": _("Vraag"),
            "college": _("Het college antwoordt"),
            "ontbreekt": _("Het college heeft hierop nog niet geantwoord:"),
            "grafieken": _("Het verloop in beeld"),
            "definities": _("Wat elk cijfer telt"),
            "bronnen": _("Beleidscijfers en hun bron"),
            "bronkoppen": [_("Cijfer"), _("Periode"), _("Waarde"), _("Bron")],
            "op": _("op"),
            "niet_geverifieerd": _("Niet geverifieerd."),
            "concept": _("Dit is een concept. Het college heeft deze versie nog niet vastgesteld."),
        },
    }
    return maak_pdf(SJABLOON, gegevens)
