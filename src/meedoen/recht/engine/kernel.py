"""One native kernel for the rules behind a question: generated, compiled, and kept on disk under its hash."""

import inspect
import os
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from functools import cache, cached_property, lru_cache
from itertools import count
from pathlib import Path
from threading import Lock
from typing import Any

from meedoen.recht.engine import graph, native
from meedoen.recht.engine.construction import ARGUMENTEN, EERSTE_DAG, LAATSTE_DAG, Kennis, Lijst, Status
from meedoen.recht.engine.daytables import (
    Termtabel,
    Verordeningen,
    bedragtabel,
    maak_termtabel,
    vorm_van_bedrag,
)
from meedoen.recht.engine.errors import PastNietInTabel, Taalgebrek
from meedoen.recht.engine.facts import Feit
from meedoen.recht.engine.household import MEESTE_PERSONEN
from meedoen.recht.engine.integers import Geheel
from meedoen.recht.engine.law import Recht
from meedoen.recht.engine.layout import Indeling
from meedoen.recht.engine.lowering import omvat, verlaag
from meedoen.recht.engine.machine import is_gemaakt, maak_machinecode
from meedoen.recht.engine.terms import Term

KOP = "\n".join(
    [
        *(f"{naam} = {waarde}" for naam, waarde in vars(native).items() if naam.isupper() and isinstance(waarde, int)),
        *(inspect.getsource(functie) for functie in vars(native).values() if inspect.isfunction(functie)),
    ]
)
"""The beginning of every kernel: the constants and functions of `native.py`."""
RIJEN_VOOR_EIGEN_CODE = 10_000_000
"""A table of so many rows gets machine code of its own when there is none yet: that takes a second and a half."""
Bekend = Mapping[str, Mapping[int, int]]
Reken = Callable[..., None]


@dataclass(frozen=True, eq=False)
class Kern:
    """A compiled question.

    `feiten` are the columns of f after native.EIGEN_RIJEN, `lijsten` the lists, with two columns each; `uitkomsten` row
    in v and shape of each asked result, `statussen` what each code means, `teksten` the choices by their number,
    `bedragen` the amounts (b) on each of the `dagen` on which one changes, `termtabel` the open terms by municipality.
    `reken` is its machine code for every table, `eigen` that for tables of which some columns are known beforehand;
    `rijen` is how many rows the table has, 0 when that is not known; `peildatum` its one reference date, if it has one.
    """

    recht: Recht
    gevraagd: tuple[str, ...]
    feiten: tuple[Feit, ...]
    lijsten: tuple[Lijst, ...]
    uitkomsten: dict[str, tuple[int, Geheel]]
    statussen: dict[int, Status]
    teksten: tuple[str, ...]
    aantal_rijen: int
    aantal_regels: int
    bedragen: Any
    dagen: Any
    termen: tuple[Term, ...]
    termtabel: Termtabel
    bron: str
    indeling: Indeling
    reken: Reken
    rijen: int = 0
    peildatum: date | None = None
    eigen: dict[tuple[str, bool], Reken] = field(default_factory=dict)
    een_tegelijk: Lock = field(default_factory=Lock)

    def reken_voor(self, bekend: Bekend) -> Reken:
        """The machine code for a table of which these columns hold one number (`Indeling.bekend`).

        The same source, of which is left what these numbers leave open; kept on disk, so that it is made once.
        """
        is_groot = self.rijen >= RIJEN_VOOR_EIGEN_CODE
        sleutel = (repr(bekend), is_groot)
        with self.een_tegelijk:
            if sleutel not in self.eigen:
                wat = (self.bron, "reken", cachemap(), replace(self.indeling, bekend=bekend))
                self.eigen[sleutel] = maak_machinecode(*wat) if is_groot or is_gemaakt(*wat) else self.reken
            return self.eigen[sleutel]

    @cached_property
    def feitbits(self) -> tuple[int, ...]:
        """How wide the numbers of each column of f are: own columns, facts, begin and end of each list."""
        return feitbits(self.feiten, self.lijsten)

    @cached_property
    def rijbits(self) -> tuple[int, ...]:
        """The same of the columns that hold the fields of rows."""
        return rijbits(self.lijsten)

    @cached_property
    def wezen(self) -> str:
        """What the asked results are about: "persoon", "werkgever" or "gemeente"."""
        return min({self.recht.van[naam] for naam in self.gevraagd} - {""}, default="persoon")


def maak_kern(recht: Recht, gevraagd: tuple[str, ...], verordening: Verordeningen = None) -> Kern:
    """The kernel for these results, by these ordinances. PastNietInTabel when a rule does not fit in whole numbers.

    It is generated and compiled once for all ordinances.
    """
    kern = _maak_kern(recht, gevraagd)
    if verordening is None or not kern.termen:
        return kern
    return replace(kern, termtabel=maak_termtabel(kern.termen, kern.teksten, verordening))


@lru_cache(maxsize=16)
def _maak_kern(recht: Recht, gevraagd: tuple[str, ...]) -> Kern:
    kennis, regels, vormen = _programma(recht, gevraagd)
    bron = "\n".join(regels)
    noemers = [vorm.noemer for _, vorm, _ in kennis.bedragen.values()]
    bedragen, dagen = bedragtabel([recht.bedragen[naam] for naam in kennis.bedragen], noemers)
    termen = tuple(recht.termen[naam] for naam in kennis.termen)
    for naam in gevraagd:
        if vormen[naam].deler:
            kop = recht.regels[naam][0].kop
            wat = "its denominator differs from person to person, so it fits in no column"
            raise PastNietInTabel([Taalgebrek(kop.bestand, kop.knoop.lineno, naam, wat, "round it in the rule")])
    aantal_rijen = 1 + max((max(rijen) for rijen in kennis.rijen.values()), default=0)
    breedtes = {
        "v": aantal_rijen,
        "b": len(kennis.bedragen),
        "termen": len(termen),
    }
    feiten, lijsten = tuple(recht.feiten[naam] for naam in kennis.feiten), tuple(kennis.lijsten.values())
    breed = rijbits(lijsten)
    kolommen = {
        "f": feitbits(feiten, lijsten),
        "mist": (8,) * (len(feiten) + len(lijsten)),
        "rijen": breed,
        "rijmist": (8,) * len(breed),
    }
    indeling = Indeling(breedtes, kolommen)
    return Kern(
        recht=recht,
        gevraagd=gevraagd,
        feiten=feiten,
        lijsten=lijsten,
        uitkomsten={naam: (kennis.rijen[naam][0], vormen[naam]) for naam in gevraagd},
        statussen={code: status for status, code in kennis.statussen.items()},
        teksten=tuple(kennis.teksten),
        aantal_rijen=aantal_rijen,
        aantal_regels=len(vormen),
        bedragen=bedragen,
        dagen=dagen,
        termen=termen,
        termtabel=maak_termtabel(termen, tuple(kennis.teksten), None),
        bron=bron,
        indeling=indeling,
        reken=maak_machinecode(bron, "reken", cachemap(), indeling),
    )


def _programma(recht: Recht, gevraagd: tuple[str, ...]) -> tuple[Kennis, list[str], dict[str, Geheel]]:
    namen = graph.volgorde(recht.regels, gevraagd)
    alle_feiten = [recht.feiten[naam] for naam in graph.benodigde_feiten(recht.regels, gevraagd)]
    feiten = [feit for feit in alle_feiten if feit.vorm != "lijst"]
    bedragen = [recht.bedragen[naam] for naam in graph.benodigde_bedragen(recht.regels, gevraagd)]
    rijen: dict[str, tuple[int, int]] = {}
    vormen: dict[str, Geheel] = {}
    termen = [recht.termen[naam] for naam in graph.benodigde_termen(recht.regels, gevraagd)]
    teksten: dict[str, int] = {}
    kennis = Kennis(
        feiten={feit.naam: (rij, vorm_van_feit(feit, teksten)) for rij, feit in enumerate(feiten)},
        altijd=[feit.naam for feit in feiten if feit.indien_niet_gesteld],
        lijsten=_lijsten(recht, namen, len(feiten), [feit for feit in alle_feiten if feit.vorm == "lijst"], teksten),
        bedragen={bedrag.naam: (rij, *vorm_van_bedrag(bedrag, recht)) for rij, bedrag in enumerate(bedragen)},
        termen={term.naam: (rij, vorm_van_feit(term, teksten)) for rij, term in enumerate(termen)},
        rijen=rijen,
        uitkomsten=vormen,
        meeste_personen=MEESTE_PERSONEN,
        statussen={},
        teksten=teksten,
    )
    regels, volgende = [KOP], 0
    los = graph.eenmaal_gelezen(recht.regels, gevraagd)
    for naam in namen:
        teller = -1 if naam in los or recht.regels[naam][0].kop.is_paar else volgende
        deler = volgende + (teller >= 0)
        nieuw, vormen[naam] = _regel(recht, naam, kennis, teller, deler)
        regels += nieuw
        rijen[naam] = (teller, deler if vormen[naam].deler else -1)
        volgende = deler + 1 if vormen[naam].deler else deler
    return kennis, [*regels, *_huishoudens(rijen, gevraagd)], vormen


def _lijsten(
    recht: Recht, namen: Iterable[str], eerste: int, lijsten: list[Feit], teksten: dict[str, int]
) -> dict[str, Lijst]:
    """Where each list stands, after the `eerste` facts, and the fields that these rules read of it."""
    lezingen = [lezing for naam in namen for lezing in graph.gelezen(recht.regels[naam]).values()]
    velden = dict.fromkeys(lezing.naam for lezing in lezingen if lezing.herkomst == "veld")
    plaatsen, plek = {}, count()
    for nummer, feit in enumerate(lijsten):
        eigen = [naam.split(".")[1] for naam in velden if naam.startswith(f"{feit.naam}.")]
        vormen = {veld: (next(plek), vorm_van_feit(feit.velden[veld], teksten)) for veld in eigen}
        begin = native.EIGEN_RIJEN + eerste + 2 * nummer
        plaatsen[feit.naam] = Lijst(feit, begin, eerste + nummer, vormen)
    return plaatsen


def _regel(recht: Recht, naam: str, kennis: Kennis, teller: int, deler: int) -> tuple[list[str], Geheel]:
    """The functions of all versions of a rule, and the one that chooses between them by reference date.

    That last one keeps the result in column `teller`, so that it is computed once, when first read. Below 0 nothing is
    kept: of a rule about two persons, or one that is read in one place only. `deler` is for a variable denominator.
    """
    regels, vormen = [], []
    for nummer, versie in enumerate(recht.regels[naam]):
        code, vorm = verlaag(versie, f"r_{naam}_{nummer}", kennis, deler)
        regels += [*code, ""]
        vormen.append(vorm)
    samen = omvat(vormen)
    regels.append(f"def r_{naam}(i, j, s, e, {ARGUMENTEN}):")
    if samen.deler:
        regels.append(f"    v[i - s, {deler}] = 1")
    regels += _kies_versie(recht, naam, kennis, vormen, samen)
    if teller >= 0:
        regels.append(f"    v[i - s, {teller}] = t")
    return [*regels, "    return t", ""], samen


def _kies_versie(recht: Recht, naam: str, kennis: Kennis, vormen: Sequence[Geheel], samen: Geheel) -> list[str]:
    """The version that counts on the reference date, which lies between the dates for which the law is known."""
    versies = recht.regels[naam]
    buiten = kennis.code("fout", f"de regel {naam} bestaat niet op deze peildatum", versies[0].kop.artikel)
    regels = [f"    t = {native.STATUS + buiten}"]
    for nummer, (versie, vorm) in enumerate(zip(versies, vormen, strict=True)):
        onder, boven = versie.kop.vanaf.toordinal(), versie.kop.tot.toordinal()
        toetsen = [f"f[i, PEILDATUM] >= {onder}"] if versie.kop.vanaf > recht.bekend_vanaf else []
        toetsen += [f"f[i, PEILDATUM] < {boven}"] if versie.kop.tot < recht.bekend_tot else []
        regels.append(f"    if {' and '.join(toetsen) or 'True'}:")
        regels.append(f"        t = r_{naam}_{nummer}(i, j, s, e, {ARGUMENTEN})")
        if samen.noemer != vorm.noemer:
            regels.append(f"        t = t if t < WAARDE else t * {samen.noemer // vorm.noemer}")
    return regels


def _huishoudens(rijen: dict[str, tuple[int, int]], gevraagd: tuple[str, ...]) -> list[str]:
    """The kernel itself: household by household the asked results of every person, which compute what they read.

    v holds one household at a time. What has no value gets its status in `code`; of one that has that is 0.
    """
    regels = [
        f"def reken(g, {ARGUMENTEN}, uit, code):",
        "    for h in range(len(g) - 1):",
        "        s = g[h]",
        "        e = g[h + 1]",
        "        haal_alvast(f, s + VOORUIT)",
        "        haal_alvast(mist, s + VOORUIT)",
        "        for k in range((e - s) * len(v)):",
        "            v[0, k] = ONBEREKEND",
        "        for i in range(s, e):",
    ]
    for plaats, naam in enumerate(gevraagd):
        rij = rijen[naam][0]
        regels += [
            f"            t = v[i - s, {rij}]",
            "            if t == ONBEREKEND:",
            f"                t = r_{naam}(i, i, s, e, {ARGUMENTEN})",
            f"            code[{plaats}, i] = t - STATUS if t < WAARDE else 0",
            f"            uit[{plaats}, i] = 0 if t < WAARDE else t",
        ]
    return [*regels, ""]


def feitbits(feiten: Sequence[Feit], lijsten: Sequence[Lijst]) -> tuple[int, ...]:
    """How wide the numbers are in each column of f: as Arrow has them, so that they need not be copied."""
    return (*(32,) * native.EIGEN_RIJEN, *map(bits_van, feiten), *(32,) * (2 * len(lijsten)))


def rijbits(lijsten: Sequence[Lijst]) -> tuple[int, ...]:
    """The same of the fields of rows: every list has columns of its own."""
    return tuple(bits_van(lijst.feit.velden[naam]) for lijst in lijsten for naam in lijst.velden)


def bits_van(feit: Feit) -> int:
    """Eight bits for what is only true or false, 32 for dates, choices and whole numbers that fit, 64 for amounts."""
    if feit.soort.vorm != "getal":
        return 8 if feit.soort.vorm == "ja_nee" else 32
    is_klein = feit.decimalen == 0 and feit.bereik and max(map(abs, feit.bereik)) < 2**31
    return 32 if is_klein else 64


def vorm_van_feit(feit: Feit, teksten: dict[str, int]) -> Geheel:
    """How a fact is held in a table: steps of its last decimal, over what makes them what a rule reads.

    Choices get the next number in `teksten`, unless they have one.
    """
    if feit.soort.vorm == "keuze":
        nummers = [teksten.setdefault(tekst, len(teksten)) for tekst in feit.soort.keuzes]
        return Geheel("", 1, min(nummers), max(nummers))
    if feit.soort.vorm == "ja_nee":
        return Geheel("", 1, 0, 1)
    if feit.soort.vorm == "datum":
        return Geheel("", 1, EERSTE_DAG, LAATSTE_DAG)
    stap = feit.factor / 10**feit.decimalen
    onder, boven = (int(grens * 10**feit.decimalen) for grens in feit.bereik or (Fraction(0), Fraction(0)))
    return Geheel("", stap.denominator, onder * stap.numerator, boven * stap.numerator)


@cache
def cachemap() -> Path:
    """Where compiled kernels are kept: under MEEDOEN_CACHE, else in the user's cache folder, else for this run only."""
    thuis = os.environ.get("MEEDOEN_CACHE") or os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    map_ = Path(thuis) / "meedoen"
    try:
        map_.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return Path(tempfile.mkdtemp(prefix="meedoen-"))
    return map_ if os.access(map_, os.W_OK) else Path(tempfile.mkdtemp(prefix="meedoen-"))
