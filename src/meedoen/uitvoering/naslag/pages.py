"""The pages of the law made ready for a reader: one function per kind of page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lui

from meedoen.recht.engine.amounts import Bedrag, Bedragwaarde
from meedoen.recht.engine.form import Kop, Lezing, Regel
from meedoen.recht.engine.graph import benodigde_bedragen, benodigde_feiten, benodigde_termen
from meedoen.recht.explanations import uitleg_van
from meedoen.recht.verordening.lijst import laad_voorschriften

from ..huisstijl.charts import Grafiek
from ..huisstijl.formats import datum
from . import graphs
from .cases import Geval, gevallen_met, uitkomst_in
from .index import gelezen_door, lezers, recht, soort_van, uitkomsten_boven
from .source import Teken, gemerkt, regeltekst
from .tree import Knoop, boom
from .values import eenheid, toon

MEESTE_GEVALLEN = 25
MEESTE_GRAFIEKEN = 3
SOORTWOORDEN: dict[str, Promise] = {
    "regel": _lui("regel"),
    "paar": _lui("regel over twee personen"),
    "bedrag": _lui("bedrag uit de wet"),
    "feit": _lui("feit"),
    "term": _lui("term van een verordening"),
    "eigen": _lui("bekend uit het geval"),
    "paar_eigen": _lui("bekend uit het geval"),
    "relatie": _lui("relatie"),
    "lijst": _lui("lijst"),
    "veld": _lui("veld van een lijst"),
}
EIGEN: dict[str, Promise] = {
    "peildatum": _lui("De dag waarop de vraag gaat."),
    "volgnummer": _lui("De plaats van deze persoon in het geval."),
    "heeft_partner": _lui("Heeft deze persoon een partner in het geval?"),
    "is_partner": _lui("Is de ander de partner?"),
    "heeft_commerciele_relatie": _lui("Is er met de ander een commerciële relatie?"),
}


@dataclass(frozen=True)
class Versie:
    """One version of a rule: from when to when, by which article, what it says, and its text."""

    anker: str
    periode: str
    artikel: str
    uitleg: str
    tekens: tuple[Teken, ...]
    is_geverifieerd: bool
    waarom: str
    namen: frozenset[str]


@dataclass(frozen=True)
class Gelezen:
    """One name that a rule reads: what it is, what it asks or says, and which versions read it ("" is all)."""

    naam: str
    soort: str
    toelichting: str
    artikel: str
    versies: str


@dataclass(frozen=True)
class Waarderegel:
    """One value of an amount: period, value as shown ("" when the law has none), source, verified or why not."""

    periode: str
    waarde: str
    bron: str
    is_geverifieerd: bool
    waarom: str


@dataclass(frozen=True)
class Gevalregel:
    """One case in the list of a rule, with what the rule gives in it."""

    geval: Geval
    uitkomst: str


@dataclass(frozen=True)
class Regelblad:
    """The page of a rule."""

    naam: str
    artikel: str
    maat: str
    bestand: str
    is_paar: bool
    van: str
    versies: tuple[Versie, ...]
    leest: tuple[Gelezen, ...]
    gelezen_door: tuple[str, ...]
    nodig_voor: tuple[str, ...]
    boom: tuple[Knoop, ...]
    feiten: tuple[str, ...]
    bedragen: tuple[str, ...]
    termen: tuple[str, ...]
    gelezen_bedragen: tuple[str, ...]
    grafieken: tuple[Grafiek, ...]
    gevallen: tuple[Gevalregel, ...]
    aantal_gevallen: int

    @property
    def is_geverifieerd(self) -> bool:
        """Whether every version was read in the text of the law."""
        return all(versie.is_geverifieerd for versie in self.versies)


@dataclass(frozen=True)
class Bedragblad:
    """The page of an amount, or its part of the page of a rule."""

    naam: str
    artikel: str
    maat: str
    omschrijving: str
    bekend: str
    waarden: tuple[Waarderegel, ...]
    grafieken: tuple[Grafiek, ...]
    gelezen_door: tuple[str, ...]
    nodig_voor: tuple[str, ...]

    @property
    def is_geverifieerd(self) -> bool:
        """Whether the source of every value was read."""
        return all(waarde.is_geverifieerd for waarde in self.waarden)


@dataclass(frozen=True)
class Onzeker:
    """What is not verified: a version of a rule, a value of an amount or a step of a council, and why."""

    naam: str
    artikel: str
    periode: str
    waarde: str
    waarom: str


def periode(vanaf: date, tot: date) -> str:
    """A period for a reader; what runs as far as the law is known has no end."""
    if tot >= recht().bekend_tot:
        return _("sinds %(vanaf)s") % {"vanaf": datum(vanaf)}
    return _("van %(vanaf)s tot %(tot)s") % {"vanaf": datum(vanaf), "tot": datum(tot)}


def uitleg(kop: Kop) -> str:
    """What a version of a rule says, in the language of the screen."""
    try:
        return " ".join(kop.tekst.split()) if get_language() == "en" else uitleg_van(kop.naam, kop.vanaf)
    except KeyError:
        return " ".join(kop.tekst.split())


def regelblad(naam: str) -> Regelblad:
    """Everything about a rule. KeyError when there is none of that name."""
    regels = recht().regels[naam]
    kop = regels[-1].kop
    gevallen = gevallen_met(naam)
    bedragen = [recht().bedragen[n] for n in gelezen_door(regels) if n in recht().bedragen]
    return Regelblad(
        naam=naam,
        artikel=kop.artikel,
        maat=eenheid(str(kop.soort)),
        bestand=kop.bestand,
        is_paar=kop.is_paar,
        van=recht().van[naam],
        versies=tuple(_versie(regel.kop, regel) for regel in reversed(regels)),
        leest=tuple(_gelezen(regels)),
        gelezen_door=lezers().get(naam, ()),
        nodig_voor=uitkomsten_boven(naam),
        boom=boom(naam),
        feiten=benodigde_feiten(recht().regels, [naam]),
        bedragen=benodigde_bedragen(recht().regels, [naam]),
        termen=benodigde_termen(recht().regels, [naam]),
        gelezen_bedragen=tuple(bedrag.naam for bedrag in bedragen),
        grafieken=tuple(graphs.grafieken(bedragen)[:MEESTE_GRAFIEKEN]),
        gevallen=tuple(Gevalregel(geval, uitkomst_in(geval, naam)) for geval in gevallen[:MEESTE_GEVALLEN]),
        aantal_gevallen=len(gevallen),
    )


def bedragblad(naam: str) -> Bedragblad:
    """Everything about an amount. KeyError when there is none of that name."""
    bedrag = recht().bedragen[naam]
    return Bedragblad(
        naam=naam,
        artikel=bedrag.artikel,
        maat=eenheid(bedrag.eenheid),
        omschrijving=bedrag.omschrijving,
        bekend=", ".join(periode(*deel) for deel in _bekend(bedrag)) or _("nergens"),
        waarden=tuple(waarderegel(bedrag, waarde) for waarde in reversed(bedrag.waarden)),
        grafieken=tuple(graphs.grafieken([bedrag])),
        gelezen_door=lezers().get(naam, ()),
        nodig_voor=uitkomsten_boven(naam),
    )


def waarderegel(bedrag: Bedrag, waarde: Bedragwaarde) -> Waarderegel:
    """One value of an amount for a reader."""
    maat = bedrag.eenheid if bedrag.eenheid in {"procent", "verhouding"} else str(bedrag.soort)
    return Waarderegel(
        periode(waarde.vanaf, waarde.tot),
        "" if waarde.waarde is None else toon(waarde.waarde, maat),
        "" if waarde.bron == "niet geverifieerd" else waarde.bron,
        waarde.is_geverifieerd,
        waarde.waarom,
    )


def niet_geverifieerd() -> list[Onzeker]:
    """Everything in the package that is not verified, in the order of the law, each with its reason."""
    return [*_onzekere_regels(), *_onzekere_bedragen(), *_onzekere_stappen()]


def _onzekere_regels() -> Iterator[Onzeker]:
    for naam, versies in recht().regels.items():
        for kop in (versie.kop for versie in versies if not versie.kop.is_geverifieerd):
            yield Onzeker(naam, kop.artikel, periode(kop.vanaf, kop.tot), "", kop.waarom)


def _onzekere_bedragen() -> Iterator[Onzeker]:
    for naam, bedrag in recht().bedragen.items():
        for waarde in (waarde for waarde in bedrag.waarden if not waarde.is_geverifieerd):
            regel = waarderegel(bedrag, waarde)
            yield Onzeker(naam, bedrag.artikel, regel.periode, regel.waarde, waarde.waarom)


def _onzekere_stappen() -> Iterator[Onzeker]:
    """What a council would have to do with an ordinance, where the source leaves that open."""
    for voorschrift in laad_voorschriften():
        for stap in (stap for stap in voorschrift.stappen if stap.waarom_niet_geverifieerd):
            waarom = stap.waarom_niet_geverifieerd
            yield Onzeker(voorschrift.naam, voorschrift.artikel, datum(stap.op), stap.wat, waarom)


def _versie(kop: Kop, regel: Regel) -> Versie:
    return Versie(
        f"versie-{kop.vanaf.isoformat()}",
        periode(kop.vanaf, kop.tot),
        kop.artikel,
        uitleg(kop),
        gemerkt(regeltekst(kop)),
        kop.is_geverifieerd,
        kop.waarom,
        frozenset(gelezen_door([regel])),
    )


def _gelezen(regels: Iterable[Regel]) -> Iterator[Gelezen]:
    versies = tuple(regels)
    lezingen = {
        lezing.naam: lezing for regel in versies for lezing in (*regel.lezingen.values(), *regel.lezingen_van.values())
    }
    for naam, lezing in lezingen.items():
        in_welke = [regel.kop for regel in versies if naam in gelezen_door([regel])]
        welke = "" if len(in_welke) == len(versies) else "; ".join(periode(k.vanaf, k.tot) for k in in_welke)
        yield Gelezen(naam, str(SOORTWOORDEN[lezing.herkomst]), *_over(lezing), welke)


def _over(lezing: Lezing) -> tuple[str, str]:
    """What a name that is read asks or says, and its article."""
    naam, pakket = lezing.naam, recht()
    if lezing.herkomst == "veld":
        lijst, veld = naam.split(".")
        return pakket.feiten[lijst].velden[veld].vraag, pakket.feiten[lijst].velden[veld].artikel
    match soort_van(naam):
        case "regel":
            kop = pakket.regels[naam][-1].kop
            return uitleg(kop), kop.artikel
        case "bedrag":
            return pakket.bedragen[naam].omschrijving, pakket.bedragen[naam].artikel
        case "feit":
            return pakket.feiten[naam].vraag, pakket.feiten[naam].artikel
        case "term":
            return pakket.termen[naam].vraag, pakket.termen[naam].artikel
    return str(EIGEN.get(naam, "")), ""


def _bekend(bedrag: Bedrag) -> list[tuple[date, date]]:
    """The periods in which an amount exists, neighbours joined."""
    delen: list[tuple[date, date]] = []
    for waarde in bedrag.waarden:
        if waarde.waarde is None:
            continue
        if delen and delen[-1][1] == waarde.vanaf:
            delen[-1] = (delen[-1][0], waarde.tot)
        else:
            delen.append((waarde.vanaf, waarde.tot))
    return delen
