"""Answers for one household: exact, lazy, and with the whole way there.

A fact is read when a rule's text reads it. One that is missing does not stop the reading: it stands in as `Onbekend`,
with which can be computed but not decided, so that everything that is surely needed is asked for at once.
"""

from collections.abc import Callable
from fractions import Fraction
from functools import cache, partial
from typing import Any, NamedTuple

from meedoen.recht.engine.compiled import compileer
from meedoen.recht.engine.computation import Gelezen, Onbekend, Rekening, Stop, meldingen, ontvangst
from meedoen.recht.engine.errors import DatumOnbekend, GegevenOntbreekt, Ontbrekend, RekenFout
from meedoen.recht.engine.facts import Feit
from meedoen.recht.engine.form import Lezing, Regel
from meedoen.recht.engine.household import Geval, kinderen
from meedoen.recht.engine.law import Recht, laad_recht
from meedoen.recht.engine.rules import Leeg
from meedoen.recht.engine.terms import Verordening, waarde_van
from meedoen.recht.engine.trace import Invoer, Reden, Stap, Uitkomst, soort_van
from meedoen.recht.engine.units import Waarde

ZONDER_WAARDE = (Leeg, Onbekend)
"""What stands where a rule has no value."""


class Rijplaats(NamedTuple):
    """A row of one of my lists."""

    lijst: str
    plaats: int


class Kader(NamedTuple):
    """What a running rule reads from: me, in a pair rule the other person, and what has been read so far."""

    rekening: Rekening
    regel: Regel
    persoon: int
    ander: int | None
    invoer: dict[tuple[str, int, int | None], Invoer]
    onbekend: dict[Ontbrekend, None]


def bereken(
    geval: Geval, *, recht: Recht | None = None, verordening: Verordening | None = None, vragen: bool = False
) -> Uitkomst:
    """The exact answer for a case, by the ordinances of `verordening` (else by those that the case itself states).

    Raises DatumOnbekend outside the known law, RekenFout where the sums are impossible, and GegevenOntbreekt when facts
    are missing, unless `vragen` is True: then they are in `Uitkomst.ontbreekt` and the results that need them are None.
    """
    recht = recht or laad_recht()
    recht.eis_bekend(geval.peildatum)
    rekening = Rekening(recht, geval, verordening or geval.verordening)
    waarden: dict[str, dict[str, Waarde | None]] = {}
    redenen: dict[str, dict[str, Reden]] = {}
    ontbreekt: dict[Ontbrekend, None] = {}
    for plaats, persoon in enumerate(geval.personen):
        antwoorden = waarden.setdefault(persoon.id, {})
        for naam in persoon.gevraagd:
            uitkomst = _reken(rekening, naam, plaats, None)
            antwoorden[naam] = None
            if isinstance(uitkomst, Leeg):
                redenen.setdefault(persoon.id, {})[naam] = Reden(uitkomst.reden, uitkomst.artikel)
            elif isinstance(uitkomst, Onbekend):
                ontbreekt |= dict.fromkeys(uitkomst.ontbreekt)
            else:
                antwoorden[naam] = uitkomst
    if ontbreekt and not vragen:
        raise GegevenOntbreekt(ontbreekt)
    wat_opvalt, bewijs = meldingen(rekening), partial(ontvangst, rekening)
    return Uitkomst(waarden, redenen, list(ontbreekt), rekening.spoor, wat_opvalt, bewijs, geval.wezen)


def _reken(rekening: Rekening, naam: str, persoon: int, ander: int | None) -> Gelezen:
    """The result of a rule for a person, computed once."""
    sleutel = (naam, persoon, ander)
    gevonden = rekening.waarden.get(sleutel)
    if gevonden is not None:
        return gevonden
    regel = rekening.regels.get(naam)
    if regel is None:
        regel = rekening.regels[naam] = rekening.recht.op(naam, rekening.geval.peildatum)
    kader = Kader(rekening, regel, persoon, ander, {}, {})
    uitkomst: Gelezen
    try:
        uitkomst = _functie(regel)(kader)
        if not isinstance(uitkomst, Onbekend) and regel.kop.soort.vorm == "getal":
            uitkomst = _getal(uitkomst, regel.kop.soort.is_heel)
    except Leeg as leeg:
        uitkomst = leeg
    except Stop:
        uitkomst = Onbekend(())
    except (RekenFout, DatumOnbekend) as fout:
        if not kader.onbekend:
            raise _met_plaats(fout, kader) from fout.__cause__
        uitkomst = Onbekend(())
    if kader.onbekend:
        uitkomst = Onbekend(tuple(kader.onbekend))
    rekening.waarden[sleutel] = uitkomst
    rekening.spoor.append(_stap(kader, uitkomst))
    return uitkomst


def _getal(waarde: Any, is_heel: bool) -> int | Fraction:
    if is_heel:
        return int(waarde)
    return waarde if type(waarde) is Fraction else Fraction(waarde)


def _met_plaats(fout: RekenFout | DatumOnbekend, kader: Kader) -> RekenFout | DatumOnbekend:
    """The same error; an impossible sum tells in which rule, and of whom."""
    if isinstance(fout, RekenFout) and not fout.waar:
        fout.waar = f"{kader.regel.kop.naam} ({kader.regel.kop.artikel}), persoon {_id(kader, kader.persoon)}: "
    return fout


def _stap(kader: Kader, uitkomst: Gelezen) -> Stap:
    kop = kader.regel.kop
    return Stap(
        kop.naam,
        kop.artikel,
        _id(kader, kader.persoon),
        _id(kader, kader.ander),
        kop.tekst,
        kop.vanaf,
        kop.tot,
        kop.bestand,
        kop.knoop.lineno,
        kop.is_geverifieerd,
        kop.waarom,
        tuple(kader.invoer.values()),
        None if isinstance(uitkomst, ZONDER_WAARDE) else uitkomst,
        Reden(uitkomst.reden, uitkomst.artikel) if isinstance(uitkomst, Leeg) else None,
        kop.soort,
    )


def _id(kader: Kader, plaats: int | None) -> str:
    return "" if plaats is None else kader.rekening.geval.personen[plaats].id


def _lees(kader: Kader, naam: str) -> Any:
    """What a name means in this rule, of me; in a pair rule a name about two persons is about me and the other."""
    lezing = kader.regel.lezingen[naam]
    is_paar = lezing.herkomst in ("paar", "paar_eigen")
    return _haal(kader, lezing, kader.persoon, kader.ander if is_paar else None)


def _lees_van(kader: Kader, wie: int | Rijplaats, naam: str) -> Any:
    """What `wie.naam` means: his, or about me and him when it is about two persons; or a field of a row of mine."""
    if isinstance(wie, Rijplaats):
        return _haal_veld(kader, wie, naam)
    lezing = kader.regel.lezingen_van[naam]
    is_paar = lezing.herkomst in ("paar", "paar_eigen")
    return _haal(kader, lezing, kader.persoon, wie) if is_paar else _haal(kader, lezing, wie, None)


def _partner(kader: Kader) -> int:
    partner = kader.rekening.geval.personen[kader.persoon].partner
    assert partner is not None, "reader.py lets no rule read a partner that may not be there"
    return partner


def _ander(kader: Kader) -> int | None:
    return kader.ander


def _groep(kader: Kader, relatie: str) -> list[int] | list[Rijplaats]:
    """The other persons in my dwelling, my children, or the rows of my list; what is missing is asked for."""
    if relatie in kader.regel.lezingen:
        return _rijen(kader, relatie)
    geval, bron = kader.rekening.geval, ""
    if relatie == "medebewoners":
        groep = [plaats for plaats in range(len(geval.personen)) if plaats != kader.persoon]
    else:
        groep, onbekend, is_afgeleid = kinderen(geval, kader.persoon)
        bron = "afgeleid: geen andere volwassene in de woning" if is_afgeleid else "opgegeven ouders"
        if onbekend:
            for plaats in onbekend:
                _mis(kader, "ouders", plaats)
            raise Stop
    ids = tuple(geval.personen[plaats].id for plaats in groep)
    _noteer(
        kader, relatie, None, ids, kader.persoon, None, "relatie", bron=bron, opgegeven=not bron.startswith("afgeleid")
    )
    return groep


def _rijen(kader: Kader, naam: str) -> list[Rijplaats]:
    """The rows of one of my lists; a list that is not stated is asked for, unless silence means that it is empty."""
    feit = kader.rekening.recht.feiten[naam]
    lijst = kader.rekening.geval.personen[kader.persoon].feiten.get(naam)
    if lijst is None and not feit.indien_niet_gesteld:
        _mis(kader, naam, kader.persoon)
        raise Stop
    rijen = lijst if isinstance(lijst, tuple) else ()
    lezing = kader.regel.lezingen[naam]
    invoer = _noteer(
        kader, naam, lezing, len(rijen), kader.persoon, None, "feit", artikel=feit.artikel, opgegeven=lijst is not None
    )
    kader.rekening.feiten[invoer.persoon, naam] = invoer
    return [Rijplaats(naam, plaats) for plaats in range(len(rijen))]


def _haal_veld(kader: Kader, rij: Rijplaats, naam: str) -> Any:
    """A field of a row of mine; noted as `list[1].field`."""
    lijst = kader.rekening.recht.feiten[rij.lijst]
    feit, plaats = lijst.velden[naam], f"{rij.lijst}[{rij.plaats + 1}].{naam}"
    rijen: Any = kader.rekening.geval.personen[kader.persoon].feiten[rij.lijst]
    waarde = rijen[rij.plaats].get(naam)
    opgegeven = waarde is not None
    if waarde is None:
        if not feit.indien_niet_gesteld:
            return _mis(kader, plaats, kader.persoon, feit)
        waarde = False if feit.indien_niet_gesteld == "nee" else kader.rekening.geval.peildatum
    lezing = kader.regel.lezingen_van[f"{rij.lijst}.{naam}"]
    invoer = _noteer(
        kader, plaats, lezing, waarde, kader.persoon, None, "feit", artikel=feit.artikel, opgegeven=opgegeven
    )
    kader.rekening.feiten[invoer.persoon, plaats] = invoer
    return waarde


LEZERS: tuple[tuple[str, Callable[..., Any]], ...] = tuple(
    (functie.__name__, functie) for functie in (_lees, _lees_van, _partner, _ander, _groep)
)


@cache
def _functie(regel: Regel) -> Callable[[Kader], Any]:
    return compileer(regel, LEZERS)


def _haal(kader: Kader, lezing: Lezing, persoon: int, ander: int | None) -> Any:
    """Fetches a value wherever it comes from, and notes that it was read."""
    match lezing.herkomst:
        case "feit":
            return _haal_feit(kader, lezing, persoon)
        case "bedrag":
            return _haal_bedrag(kader, lezing)
        case "term":
            return _haal_term(kader, lezing)
        case "regel" | "paar":
            return _haal_regel(kader, lezing, persoon, ander)
    return _haal_eigen(kader, lezing, persoon, ander)


def _haal_feit(kader: Kader, lezing: Lezing, persoon: int) -> Any:
    geval, feit = kader.rekening.geval, kader.rekening.recht.feiten[lezing.naam]
    waarde = geval.personen[persoon].feiten.get(lezing.naam)
    opgegeven = waarde is not None
    if waarde is None:
        if not feit.indien_niet_gesteld:
            return _mis(kader, lezing.naam, persoon)
        waarde = False if feit.indien_niet_gesteld == "nee" else geval.peildatum
    oordeel = geval.personen[persoon].oordelen.get(lezing.naam)
    invoer = _noteer(
        kader,
        lezing.naam,
        lezing,
        waarde,
        persoon,
        None,
        "oordeel" if oordeel else "feit",
        bron=str(oordeel or ""),
        artikel=feit.artikel,
        opgegeven=opgegeven,
    )
    kader.rekening.feiten[invoer.persoon, invoer.naam] = invoer
    return waarde


def _mis(kader: Kader, naam: str, persoon: int, feit: Feit | None = None) -> Onbekend:
    """Asks for a fact: of a person, or, when that is given, a field of a row."""
    feit = feit or kader.rekening.recht.feiten[naam]
    ontbrekend = Ontbrekend(_id(kader, persoon), naam, feit.vraag, feit.artikel, feit.weeg)
    kader.onbekend[ontbrekend] = None
    _noteer(kader, naam, None, None, persoon, None, "feit", artikel=feit.artikel, opgegeven=False)
    return Onbekend((ontbrekend,))


def _haal_bedrag(kader: Kader, lezing: Lezing) -> Any:
    bedrag = kader.rekening.recht.bedragen[lezing.naam]
    op: Any = kader.rekening.geval.peildatum
    if lezing.op:
        op = _lees(kader, lezing.op)
        if isinstance(op, Onbekend):
            return op
    waarde = bedrag.op(op)
    kader.rekening.bedragen[lezing.naam, waarde.vanaf] = waarde
    bron, is_geverifieerd = waarde.bron, waarde.is_geverifieerd
    sleutel = (lezing.naam, kader.persoon, None)
    kader.invoer[sleutel] = Invoer(
        lezing.naam, waarde.waarde, "bedrag", "", "", bron, bedrag.artikel, is_geverifieerd, True, lezing.soort
    )
    return waarde.waarde


def _haal_term(kader: Kader, lezing: Lezing) -> Any:
    """What the municipality decided, on the reference date or on the date of `op`; a question when it did not."""
    term = kader.rekening.recht.termen[lezing.naam]
    op: Any = kader.rekening.geval.peildatum
    if lezing.op:
        op = _lees(kader, lezing.op)
        if isinstance(op, Onbekend):
            return op
    besloten = waarde_van(term, op, kader.rekening.verordening)
    waarde, bron = (besloten.waarde, besloten.bron) if besloten else (None, "")
    kader.invoer[lezing.naam, kader.persoon, None] = Invoer(
        lezing.naam, waarde, "term", "", "", bron, term.artikel, True, besloten is not None, lezing.soort
    )
    if besloten is None:
        ontbrekend = Ontbrekend("", lezing.naam, term.vraag, term.artikel)
        kader.onbekend[ontbrekend] = None
        return Onbekend((ontbrekend,))
    kader.rekening.termen[lezing.naam, besloten.vanaf] = besloten
    return waarde


def _haal_regel(kader: Kader, lezing: Lezing, persoon: int, ander: int | None) -> Any:
    uitkomst = _reken(kader.rekening, lezing.naam, persoon, ander)
    kop = kader.rekening.regels[lezing.naam].kop
    waarde = None if isinstance(uitkomst, ZONDER_WAARDE) else uitkomst
    sleutel = (lezing.naam, persoon, ander)
    kader.invoer[sleutel] = Invoer(
        lezing.naam,
        waarde,
        "regel",
        _id(kader, persoon),
        _id(kader, ander),
        kop.plaats,
        kop.artikel,
        kop.is_geverifieerd,
        True,
        lezing.soort,
    )
    if isinstance(uitkomst, Leeg):
        raise uitkomst
    if isinstance(uitkomst, Onbekend):
        kader.onbekend.update(dict.fromkeys(uitkomst.ontbreekt))
    return uitkomst


def _haal_eigen(kader: Kader, lezing: Lezing, persoon: int, ander: int | None) -> Any:
    """What the engine itself knows of a person, or of two."""
    ik = kader.rekening.geval.personen[persoon]
    waarde: Waarde
    match lezing.naam:
        case "peildatum":
            waarde = kader.rekening.geval.peildatum
        case "volgnummer":
            waarde = persoon + 1
        case "heeft_partner":
            waarde = ik.partner is not None
        case "is_partner":
            waarde = ik.partner == ander
        case _:
            waarde = ander in ik.commercieel
    soort = "feit" if lezing.naam == "peildatum" else "relatie"
    _noteer(kader, lezing.naam, lezing, waarde, persoon, ander, soort, opgegeven=waarde is not False)
    return waarde


def _noteer(
    kader: Kader,
    naam: str,
    lezing: Lezing | None,
    waarde: Any,
    persoon: int,
    ander: int | None,
    soort: Any,
    *,
    bron: str = "",
    artikel: str = "",
    opgegeven: bool = True,
) -> Invoer:
    invoer = Invoer(
        naam, waarde, soort, _id(kader, persoon), _id(kader, ander), bron, artikel, True, opgegeven, soort_van(lezing)
    )
    kader.invoer[naam, persoon, ander] = invoer
    return invoer
