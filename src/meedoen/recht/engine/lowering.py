"""Typed form -> whole numbers: one generated function per rule version, with the proof that nothing overflows.

A generated function gives one number: the numerator of its value, or one below every value, which says what is empty,
missing or impossible, and is passed on by whoever reads it, when it is read: as lazy as the text. A denominator that
differs from person to person is kept beside the results.
"""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from math import lcm

from meedoen.recht.engine import form
from meedoen.recht.engine.calls import roep
from meedoen.recht.engine.construction import (
    ARGUMENTEN,
    Bouw,
    Kennis,
    Terug,
    bewaar,
    bind,
    fout,
    geef_op,
    lees,
)
from meedoen.recht.engine.errors import PastNietInTabel, Taalgebrek
from meedoen.recht.engine.form import Opdracht, Regel, Uitdrukking
from meedoen.recht.engine.groups import eis_groep, meeste, open_lus
from meedoen.recht.engine.integers import Geheel, PastNiet, deel_door, gelijknamig, maal, op_noemer, tel_op, vast


def verlaag(regel: Regel, functie: str, kennis: Kennis, deler: int) -> tuple[list[str], Geheel]:
    """One rule version as function `functie`, and the shape of its result. PastNietInTabel when bounds don't hold.

    A variable denominator goes into column `deler` of the results.
    """
    bouw = Bouw(regel, kennis)
    try:
        for opdracht in regel.opdrachten:
            _opdracht(opdracht, bouw)
        terug = [deel.waarde for deel in bouw.regels if isinstance(deel, Terug)]
        vorm = omvat(terug) if terug else vast(Fraction(0))
    except PastNiet as weigering:
        kop = regel.kop
        mend = "round earlier, or narrow the range of the facts it reads"
        raise PastNietInTabel([Taalgebrek(kop.bestand, kop.knoop.lineno, kop.naam, str(weigering), mend)]) from None
    regels = [f"def {functie}(i, j, s, e, {ARGUMENTEN}):"]
    for deel in bouw.regels:
        regels += [deel] if isinstance(deel, str) else _geef_terug(deel, vorm, deler)
    return regels, vorm


def omvat(delen: list[Geheel]) -> Geheel:
    """The shape that holds all of these: one denominator, the widest bounds."""
    noemer = lcm(*(deel.noemer for deel in delen))
    delen = [op_noemer(deel, noemer) for deel in delen]
    return Geheel(
        "",
        noemer,
        min(deel.onder for deel in delen),
        max(deel.boven for deel in delen),
        "d" if any(deel.deler for deel in delen) else "",
        min(deel.deler_onder for deel in delen),
        max(deel.deler_boven for deel in delen),
    )


def _geef_terug(terug: Terug, vorm: Geheel, deler: int) -> list[str]:
    kant, waarde = "    " * terug.inspring, terug.waarde
    regels = [f"{kant}v[i - s, {deler}] = {waarde.deler}"] if waarde.deler else []
    return [*regels, f"{kant}return {op_noemer(waarde, vorm.noemer).atoom}"]


def _opdracht(opdracht: Opdracht, bouw: Bouw) -> None:
    match opdracht:
        case form.Geef(waarde=waarde):
            bouw.regels.append(Terug(bouw.inspring, _getal(waarde, bouw)))
        case form.GeefGeen(reden=reden, artikel=artikel):
            bouw.schrijf(geef_op(bouw.kennis.code("leeg", reden, artikel)))
        case form.Zet(naam=naam, waarde=waarde):
            _zet(f"l_{naam}", naam, _getal(waarde, bouw), bouw)
        case form.Als(toets=toets, dan=dan, anders=anders):
            bouw.schrijf(f"if {_toets(toets, bouw)}:")
            takken = [(bouw.dieper(), dan), (bouw.dieper(), anders)]
            for tak, opdrachten in takken:
                for deel in opdrachten:
                    _opdracht(deel, tak)
            levend = [tak for tak, opdrachten in takken if not _keert_terug(opdrachten)]
            _verenig(levend, bouw)
            bouw.regels.extend(takken[0][0].regels)
            if takken[1][0].regels:
                bouw.schrijf("else:")
                bouw.regels.extend(takken[1][0].regels)


def _zet(code: str, naam: str, waarde: Geheel, bouw: Bouw) -> None:
    bouw.schrijf(f"{code} = {waarde.atoom}")
    if waarde.deler:
        bouw.schrijf(f"{code}_d = {waarde.deler}")
    bouw.lokaal[naam] = replace(waarde, atoom=code, deler=f"{code}_d" if waarde.deler else "")


def _verenig(levend: list[Bouw], bouw: Bouw) -> None:
    """Gives the local names that every surviving branch leaves behind one denominator."""
    for naam in {naam for tak in levend for naam in tak.lokaal}:
        vormen = [tak.lokaal[naam] for tak in levend if naam in tak.lokaal]
        if len(vormen) < len(levend) or all(vorm == bouw.lokaal.get(naam) for vorm in vormen):
            continue
        vorm = omvat(vormen)
        for tak in levend:
            eigen = tak.lokaal[naam]
            code = op_noemer(eigen, vorm.noemer).atoom
            if code != eigen.atoom:
                tak.schrijf(f"{eigen.atoom} = {code}")
            if vorm.deler and not eigen.deler:
                tak.schrijf(f"l_{naam}_d = 1")
        bouw.lokaal[naam] = replace(vorm, atoom=f"l_{naam}", deler=f"l_{naam}_d" if vorm.deler else "")


def _keert_terug(opdrachten: tuple[Opdracht, ...]) -> bool:
    """Whether control never passes the end of these statements."""
    match opdrachten[-1:]:
        case (form.Geef() | form.GeefGeen(),):
            return True
        case (form.Als(dan=dan, anders=anders),):
            return _keert_terug(dan) and _keert_terug(anders)
    return False


def _getal(knoop: Uitdrukking, bouw: Bouw) -> Geheel:
    """Lowers any expression; yes/no becomes 0 or 1, a date its ordinal, a text its number.

    Lines are written before the value is named.
    """
    match knoop:
        case form.Getal(waarde=waarde):
            return vast(waarde)
        case form.Tekst(waarde=tekst):
            return vast(Fraction(bouw.kennis.keuze(tekst)))
        case form.Lokaal(naam=naam):
            return bouw.lokaal[naam]
        case form.Lees(lezing=lezing, wie=wie):
            return lees(lezing, wie, bouw)
        case form.Reken(teken=teken, links=links, rechts=rechts):
            return _reken(teken, _getal(links, bouw), _getal(rechts, bouw), bouw)
        case form.Keuze():
            return _keuze(knoop, bouw)
        case form.Roep(naam=naam, argumenten=argumenten):
            return roep(naam, [_getal(argument, bouw) for argument in argumenten], bouw)
        case form.Lus():
            return _lus(knoop, bouw)
    return Geheel(bewaar(f"1 if {_toets(knoop, bouw)} else 0", bouw), 1, 0, 1)


def _toets(knoop: Uitdrukking, bouw: Bouw) -> str:
    """Code that is true or false."""
    match knoop:
        case form.Waarheid(waarde=waarde):
            return str(waarde)
        case form.Niet(deel=deel):
            return f"(not {_toets(deel, bouw)})"
        case form.Vergelijk(teken=teken, links=links, rechts=rechts):
            een, ander = gelijknamig(_getal(links, bouw), _getal(rechts, bouw))
            return f"({een.atoom} {teken} {ander.atoom})"
        case form.Samen(teken=teken, delen=delen):
            naam = bewaar(_toets(delen[0], bouw), bouw)
            for deel in delen[1:]:
                bouw.schrijf(f"if {naam}:" if teken == "and" else f"if not {naam}:")
                binnen = bouw.dieper()
                binnen.schrijf(f"{naam} = {_toets(deel, binnen)}")
                bouw.regels.extend(binnen.regels)
            return naam
    return f"({_getal(knoop, bouw).atoom} != 0)"


def _reken(teken: str, links: Geheel, rechts: Geheel, bouw: Bouw) -> Geheel:
    if teken in "+-":
        return bind(tel_op(links, rechts, teken), bouw)
    if teken == "*":
        return bind(maal(links, rechts), bouw)
    if rechts.is_vast and rechts.onder > 0:
        return bind(deel_door(links, rechts), bouw)
    if rechts.onder < 0:
        raise PastNiet("divides by a value that may be negative")
    rechts = bind(rechts, bouw)
    bouw.schrijf(f"if {rechts.atoom} == 0:")
    bouw.schrijf("    " + fout(bouw, "er wordt door nul gedeeld"))
    rechts = replace(rechts, onder=max(rechts.onder, 1), boven=max(rechts.boven, 1))
    return bind(deel_door(links, rechts), bouw)


def _keuze(knoop: form.Keuze, bouw: Bouw) -> Geheel:
    bouw.schrijf(f"if {_toets(knoop.toets, bouw)}:")
    naam = bouw.naam()
    takken = [bouw.dieper(), bouw.dieper()]
    for tak, deel in zip(takken, (knoop.dan, knoop.anders), strict=True):
        _zet(naam, naam, _getal(deel, tak), tak)
    vorm = omvat([tak.lokaal[naam] for tak in takken])
    for tak in takken:
        tak.schrijf(f"{naam} = {op_noemer(tak.lokaal[naam], vorm.noemer).atoom}")
        if vorm.deler and not tak.lokaal[naam].deler:
            tak.schrijf(f"{naam}_d = 1")
    bouw.regels.extend(takken[0].regels)
    bouw.schrijf("else:")
    bouw.regels.extend(takken[1].regels)
    return replace(vorm, atoom=naam, deler=f"{naam}_d" if vorm.deler else "")


def _lus(lus: form.Lus, bouw: Bouw) -> Geheel:
    """A loop over other persons or the rows of a list; min and max start from the default when nobody is met."""
    wie, uitkomst, gevonden = bouw.naam(), bouw.naam(), bouw.naam()
    gezin = eis_groep(lus, bouw)
    begin = _getal(lus.anders, bouw) if lus.anders else None
    bouw.schrijf(f"{uitkomst} = {'1' if lus.naam == 'all' else '0'}")
    bouw.schrijf(f"{gevonden} = False")
    open_lus(lus, wie, gezin, bouw)
    binnen = bouw.dieper(personen={**bouw.personen, lus.wie: wie})
    for voorwaarde in lus.voorwaarden:
        binnen.schrijf(f"if not {_toets(voorwaarde, binnen)}:")
        binnen.schrijf("    continue")
    vorm = AFSLUITINGEN[lus.naam](lus, uitkomst, gevonden, begin, binnen)
    bouw.regels.extend(binnen.regels)
    if begin is not None:
        bouw.schrijf(f"if not {gevonden}:")
        bouw.schrijf(f"    {uitkomst} = {op_noemer(begin, vorm.noemer).atoom}")
    return replace(vorm, atoom=uitkomst)


def _tel(lus: form.Lus, uitkomst: str, gevonden: str, begin: Geheel | None, binnen: Bouw) -> Geheel:
    element = _zonder_deler(_getal(lus.element, binnen))
    binnen.schrijf(f"{uitkomst} += {element.atoom}")
    keren = meeste(lus, binnen)
    return replace(element, onder=min(element.onder, 0) * keren, boven=max(element.boven, 0) * keren)


def _zoek(lus: form.Lus, uitkomst: str, gevonden: str, begin: Geheel | None, binnen: Bouw) -> Geheel:
    is_any = lus.naam == "any"
    binnen.schrijf(f"if {'' if is_any else 'not '}{_toets(lus.element, binnen)}:")
    binnen.schrijf(f"    {uitkomst} = {1 if is_any else 0}")
    binnen.schrijf("    break")
    return Geheel("", 1, 0, 1)


def _uiterste(lus: form.Lus, uitkomst: str, gevonden: str, begin: Geheel | None, binnen: Bouw) -> Geheel:
    assert begin is not None, "reader.py asks min and max for a default"
    element, begin = gelijknamig(_zonder_deler(_getal(lus.element, binnen)), _zonder_deler(begin))
    code = bewaar(element.atoom, binnen)
    binnen.schrijf(f"if not {gevonden} or {code} {'<' if lus.naam == 'min' else '>'} {uitkomst}:")
    binnen.schrijf(f"    {uitkomst} = {code}")
    binnen.schrijf(f"{gevonden} = True")
    return omvat([element, begin])


def _zonder_deler(een: Geheel) -> Geheel:
    if een.deler:
        raise PastNiet("persons or rows are compared or added over different denominators")
    return een


AFSLUITINGEN: dict[str, Callable[[form.Lus, str, str, Geheel | None, Bouw], Geheel]] = {
    "sum": _tel,
    "any": _zoek,
    "all": _zoek,
    "min": _uiterste,
    "max": _uiterste,
}
