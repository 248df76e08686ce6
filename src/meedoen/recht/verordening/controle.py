"""Checks the file with the decisions of one municipality: every fault at once, each with its line and its reason."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

from meedoen.recht.engine.combinations import Combinatie, geschonden
from meedoen.recht.engine.decisions import verordening_uit
from meedoen.recht.engine.errors import Gebrek
from meedoen.recht.engine.law import Recht, laad_recht
from meedoen.recht.engine.terms import Besluit, Term, Verordening
from meedoen.recht.verordening.lines import Plaatsen

VELD = re.compile(r"besluit\[(\d+)\](?:\.(waarden))?(?:\.(.+))?")
VERPLICHT = ("naam", "besloten_op", "bron")
"""What a decision must state beside its period and values, so that anybody can look it up."""


@dataclass(frozen=True, order=True)
class Bevinding:
    """What is wrong in a file, or what stands out: on which line, where, and why. `artikel` where the law says so."""

    regel: int
    waar: str
    wat: str
    is_fout: bool = True
    artikel: str = ""

    def __str__(self) -> str:
        soort = "" if self.is_fout else "let op: "
        artikel = f" ({self.artikel})" if self.artikel else ""
        return f"regel {self.regel}: {soort}{self.waar}: {self.wat}{artikel}"


@dataclass(frozen=True)
class Controle:
    """The outcome of a check; `verordening` is None when the file cannot be used."""

    bevindingen: tuple[Bevinding, ...]
    verordening: Verordening | None

    @property
    def fouten(self) -> tuple[Bevinding, ...]:
        """What must be mended."""
        return tuple(bevinding for bevinding in self.bevindingen if bevinding.is_fout)


@dataclass(frozen=True)
class _Blad:
    """What every check needs: the law, the decisions, where they stand, and which values could be read."""

    recht: Recht
    verordening: Verordening
    plaatsen: Plaatsen

    def besluiten(self) -> Iterator[tuple[int, Besluit]]:
        return enumerate(self.verordening.besluiten, 1)

    def met(self, naam: str) -> list[tuple[int, Besluit]]:
        """The decisions that fill a term, in the order in which they take effect."""
        gevonden = [(nummer, besluit) for nummer, besluit in self.besluiten() if naam in besluit.waarden]
        return sorted(gevonden, key=lambda paar: (paar[1].vanaf, paar[0]))


def controleer(
    tekst: str, *, recht: Recht | None = None, combinaties: tuple[Combinatie, ...] | None = None
) -> Controle:
    """Every fault in the text of a municipality's file, and everything that stands out, by line."""
    recht = recht or laad_recht()
    try:
        opgave = tomllib.loads(tekst, parse_float=Decimal)
    except (ValueError, RecursionError) as fout:
        return Controle((_geen_toml(str(fout)),), None)
    gebreken: list[Gebrek] = []
    plaatsen = Plaatsen(tekst)
    verordening = verordening_uit({k: v for k, v in opgave.items() if k != "waarden"}, recht, gebreken)
    blad = _Blad(recht, verordening, plaatsen)
    bevindingen = {
        *(_uit_gebrek(gebrek, blad) for gebrek in gebreken),
        *_over_het_bestand(opgave, blad),
        *_over_besluiten(opgave, blad),
        *_over_tijdvakken(blad),
        *_over_combinaties(blad, recht.combinaties if combinaties is None else combinaties),
    }
    gevonden = tuple(sorted(bevindingen))
    return Controle(gevonden, None if any(bevinding.is_fout for bevinding in gevonden) else verordening)


def _geen_toml(fout: str) -> Bevinding:
    nummer = re.search(r"line (\d+)", fout)
    return Bevinding(int(nummer[1]) if nummer else 1, "bestand", "Dit is geen TOML: deze regel klopt niet.")


def _uit_gebrek(gebrek: Gebrek, blad: _Blad) -> Bevinding:
    herstel = f" {gebrek.herstel}" if gebrek.herstel else ""
    verwacht = f"{gebrek.waarde} kan niet; verwacht wordt {gebrek.verwacht}.{herstel}"
    veld = VELD.fullmatch(gebrek.veld)
    if veld is None:
        naam = gebrek.veld.removeprefix("verordening.")
        return Bevinding(blad.plaatsen.van(0, naam), naam, verwacht)
    nummer, is_waarde, naam = int(veld[1]), veld[2] is not None and veld[3] is not None, veld[3] or veld[2] or ""
    term = blad.recht.termen.get(naam) if is_waarde else None
    if term is not None and term.verordening != _verordening(blad, nummer) and _verordening(blad, nummer):
        verwacht = f"Deze term hoort bij de verordening {term.verordening}, niet bij {_verordening(blad, nummer)}."
    return Bevinding(
        blad.plaatsen.van(nummer, naam, is_waarde=is_waarde),
        f"besluit {nummer}, {naam}",
        verwacht,
        artikel=term.artikel if term else "",
    )


def _verordening(blad: _Blad, nummer: int) -> str:
    besluiten = blad.verordening.besluiten
    return besluiten[nummer - 1].verordening if nummer <= len(besluiten) else ""


def _over_het_bestand(opgave: Mapping[str, Any], blad: _Blad) -> Iterator[Bevinding]:
    if wat := _ontbreekt_of_leeg(opgave, "gemeente"):
        regel = blad.plaatsen.van(0, "gemeente") if "gemeente" in opgave else 1
        yield Bevinding(regel, "gemeente", f'{wat}. Zeg van welke gemeente dit is: gemeente = "Assen".')
    if "waarden" in opgave:
        wat = "Waarden horen bij een besluit: zet ze onder [besluit.waarden]."
        yield Bevinding(blad.plaatsen.van(0, "waarden"), "waarden", wat)
    if not opgave.get("besluit"):
        yield Bevinding(1, "besluit", "Er staat geen enkel besluit in: begin met [[besluit]].")


def _ontbreekt_of_leeg(tabel: Mapping[str, Any], sleutel: str) -> str:
    """What is wrong with a field that must say something; "" when it does."""
    if sleutel not in tabel:
        return f"{sleutel} ontbreekt"
    return f"{sleutel} is leeg" if isinstance(tabel[sleutel], str) and not tabel[sleutel].strip() else ""


def _over_besluiten(opgave: Mapping[str, Any], blad: _Blad) -> Iterator[Bevinding]:
    ruw = opgave.get("besluit")
    for nummer, besluit in blad.besluiten():
        opgegeven = ruw[nummer - 1] if isinstance(ruw, list) else {}
        kop, waar = blad.plaatsen.van_besluit(nummer), f"besluit {nummer}"
        for sleutel in VERPLICHT:
            if wat := _ontbreekt_of_leeg(opgegeven, sleutel):
                regel = blad.plaatsen.van(nummer, sleutel) if sleutel in opgegeven else kop
                yield Bevinding(regel, waar, f"{wat}; zo is het besluit niet na te slaan.")
        heeft_termen = any(term.verordening == besluit.verordening for term in blad.recht.termen.values())
        if heeft_termen and not opgegeven.get("waarden"):
            yield Bevinding(kop, waar, "Dit besluit vult geen enkele term in: zet de waarden onder [besluit.waarden].")
        if besluit.besloten_op is not None and besluit.besloten_op > besluit.vanaf:
            wat = f"besloten op {besluit.besloten_op}, na de ingang op {besluit.vanaf}: het werkt terug."
            yield Bevinding(blad.plaatsen.van(nummer, "besloten_op"), waar, wat, is_fout=False)
        for naam in besluit.waarden:
            yield from _over_periode_van_term(nummer, besluit, blad.recht.termen[naam], blad)


def _over_periode_van_term(nummer: int, besluit: Besluit, term: Term, blad: _Blad) -> Iterator[Bevinding]:
    """A value for a term that the law does not have yet, or no longer."""
    regel, waar = blad.plaatsen.van(nummer, term.naam, is_waarde=True), f"besluit {nummer}, {term.naam}"
    if besluit.tot <= term.vanaf:
        wat = f"De wet kent deze term pas sinds {term.vanaf}; het besluit geldt tot {besluit.tot}."
        yield Bevinding(regel, waar, wat, artikel=term.artikel)
    elif besluit.vanaf >= term.tot:
        wat = f"De wet kent deze term sinds {term.tot} niet meer; het besluit geldt vanaf {besluit.vanaf}."
        yield Bevinding(regel, waar, wat, artikel=term.artikel)
    elif besluit.vanaf < term.vanaf:
        wat = f"De wet kent deze term pas sinds {term.vanaf}; voor die dag telt de waarde niet."
        yield Bevinding(regel, waar, wat, is_fout=False, artikel=term.artikel)
    elif _eind(nummer, besluit, term, blad) > term.tot:
        wat = f"De wet kent deze term sinds {term.tot} niet meer: zet tot = {term.tot}."
        yield Bevinding(regel, waar, wat, is_fout=False, artikel=term.artikel)


def _eind(nummer: int, besluit: Besluit, term: Term, blad: _Blad) -> date:
    """When the value of a decision ends: at its `tot`, else where the next decision about the term begins."""
    latere = [ander.vanaf for _, ander in blad.met(term.naam) if ander.vanaf > besluit.vanaf]
    return min([besluit.tot, *latere])


def _over_tijdvakken(blad: _Blad) -> Iterator[Bevinding]:
    """Decisions about one term that overlap, or leave days without a value. One without `tot` ends at the next."""
    for naam in sorted({naam for _, besluit in blad.besluiten() for naam in besluit.waarden}):
        term = blad.recht.termen[naam]
        for (_, eerder), (nummer, later) in pairwise(blad.met(naam)):
            regel, waar = blad.plaatsen.van(nummer, naam, is_waarde=True), f"besluit {nummer}, {naam}"
            if later.vanaf == eerder.vanaf:
                yield Bevinding(regel, waar, f"Twee besluiten geven deze term een waarde vanaf {later.vanaf}.")
            elif later.vanaf < eerder.tot < date.max:
                wat = f"Overlapt met het besluit dat geldt van {eerder.vanaf} tot {eerder.tot}."
                yield Bevinding(regel, waar, wat)
            elif later.vanaf > eerder.tot and _wet_kent(term, eerder.tot, later.vanaf):
                laatste = later.vanaf - timedelta(days=1)
                wat = f"Van {eerder.tot} tot en met {laatste} is er geen waarde."
                yield Bevinding(regel, waar, wat, is_fout=term.is_verplicht, artikel=term.artikel)


def _wet_kent(term: Term, vanaf: date, tot: date) -> bool:
    return max(term.vanaf, vanaf) < min(term.tot, tot)


def _over_combinaties(blad: _Blad, combinaties: Iterable[Combinatie]) -> Iterator[Bevinding]:
    """Values that cannot go together, on each day on which something changes."""
    termen = blad.recht.termen
    for combinatie, dag in geschonden(blad.verordening, termen, combinaties):
        yield _uit_combinatie(combinatie, dag, combinatie.namen(termen), blad)


def _uit_combinatie(combinatie: Combinatie, dag: date, namen: set[str], blad: _Blad) -> Bevinding:
    """Told at the value that took effect last: that is the one that broke it."""
    gevonden = [
        (besluit.vanaf, nummer, naam)
        for naam in namen
        for nummer, besluit in blad.met(naam)
        if besluit.vanaf <= dag < besluit.tot
    ]
    _, nummer, naam = max(gevonden)
    regel = blad.plaatsen.van(nummer, naam, is_waarde=True)
    waar = f"besluit {nummer}, {' en '.join(sorted(namen))}"
    return Bevinding(regel, waar, combinatie.reden, is_fout=combinatie.is_fout, artikel=combinatie.artikel)
