"""Reads the decisions of one municipality: which value it gave to which open term, when, and by which ordinance."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from meedoen.recht.engine.combinations import geschonden
from meedoen.recht.engine.errors import Gebrek, GevalFout, afgekapt, bedoelt_u
from meedoen.recht.engine.law import Recht, laad_recht
from meedoen.recht.engine.terms import Besluit, Term, Verordening
from meedoen.recht.engine.units import Waarde, als_tekst
from meedoen.recht.engine.values import BESTAANDE_DATUM, kort, lees_datum, lees_waarde, verwacht, zo_geschreven

SLEUTELS = ("gemeente", "waarden", "besluit")
BESLUITSLEUTELS = ("verordening", "naam", "besloten_op", "bron", "vanaf", "tot", "waarden")


def lees_verordening(opgave: Any, *, recht: Recht | None = None) -> Verordening:
    """The decisions that a mapping states, as TOML or JSON gives it. GevalFout carries all faults at once.

    `gemeente`, and per decision a table `besluit` with `verordening`, `naam`, `besloten_op`, `bron`, `vanaf`, `tot` and
    its `waarden`. `waarden` outside a decision hold on every date: for a case that only wants to try a value.
    """
    recht = recht or laad_recht()
    gebreken: list[Gebrek] = []
    verordening = verordening_uit(opgave, recht, gebreken)
    gebreken += onmogelijke_waarden(verordening, recht)
    if gebreken:
        raise GevalFout(gebreken)
    return verordening


def onmogelijke_waarden(verordening: Verordening, recht: Recht) -> Iterator[Gebrek]:
    """Values that cannot go together on some day. What must be filled beside them is no fault here: it is asked."""
    eisen = [combinatie for combinatie in recht.combinaties if combinatie.eis and combinatie.is_fout]
    for combinatie, dag in geschonden(verordening, recht.termen, eisen):
        waarden = {naam: verordening.op(naam, dag) for naam in sorted(combinatie.namen(recht.termen))}
        genoemd = [
            f"{naam} = {als_tekst(w.waarde, recht.termen[naam].soort)}"
            for naam, w in waarden.items()
            if w is not None and w.waarde is not None
        ]
        reden = f"{combinatie.reden} ({combinatie.artikel})"
        yield Gebrek("", "verordening", " en ".join(genoemd), f"een stel waarden dat samengaat op {dag}", reden)


def verordening_uit(opgave: Any, recht: Recht, gebreken: list[Gebrek]) -> Verordening:
    """The decisions that a mapping states; faults are added to `gebreken`."""
    if not isinstance(opgave, Mapping):
        gebreken.append(Gebrek("", "verordening", kort(opgave), "een tabel met gemeente en besluit"))
        return Verordening("", ())
    gebreken += _vreemde_sleutels(opgave, SLEUTELS, "verordening")
    besluiten = []
    if "waarden" in opgave:
        waarden = _waarden("verordening.waarden", opgave["waarden"], recht.termen, "", gebreken)
        besluiten.append(Besluit("", "opgegeven in het geval", None, "", recht.bekend_vanaf, recht.bekend_tot, waarden))
    ruw = opgave.get("besluit", [])
    if not isinstance(ruw, list) or not all(isinstance(deel, Mapping) for deel in ruw):
        gebreken.append(Gebrek("", "besluit", kort(ruw), "een lijst van tabellen [[besluit]]"))
        ruw = []
    besluiten += [_besluit(nummer, deel, recht, gebreken) for nummer, deel in enumerate(ruw, 1)]
    return Verordening(_tekst("gemeente", opgave.get("gemeente", ""), gebreken), tuple(besluiten))


def _besluit(nummer: int, ruw: Mapping[str, Any], recht: Recht, gebreken: list[Gebrek]) -> Besluit:
    plaats = f"besluit[{nummer}]"
    gebreken += _vreemde_sleutels(ruw, BESLUITSLEUTELS, plaats)
    verordening = _tekst(f"{plaats}.verordening", ruw.get("verordening", ""), gebreken)
    bekend = recht.verordeningen
    if verordening not in bekend:
        nabij = bedoelt_u(verordening, bekend)
        herstel = f"Bedoelt u {nabij}?" if nabij else ""
        wat = "een van: " + ", ".join(bekend)
        gebreken.append(Gebrek("", f"{plaats}.verordening", kort(verordening), wat, herstel))
        verordening = ""
    vanaf = _dag(f"{plaats}.vanaf", ruw.get("vanaf"), gebreken) or recht.bekend_vanaf
    tot = _dag(f"{plaats}.tot", ruw["tot"], gebreken) if "tot" in ruw else None
    if tot is not None and tot <= vanaf:
        gebreken.append(Gebrek("", f"{plaats}.tot", str(tot), f"een datum na {vanaf}"))
    besloten = _dag(f"{plaats}.besloten_op", ruw["besloten_op"], gebreken) if "besloten_op" in ruw else None
    naam = _tekst(f"{plaats}.naam", ruw.get("naam", ""), gebreken)
    bron = _tekst(f"{plaats}.bron", ruw.get("bron", ""), gebreken)
    waarden = _waarden(f"{plaats}.waarden", ruw.get("waarden", {}), recht.termen, verordening, gebreken)
    return Besluit(verordening, naam or verordening, besloten, bron, vanaf, tot or date.max, waarden)


def _waarden(
    plaats: str, ruw: Any, termen: Mapping[str, Term], verordening: str, gebreken: list[Gebrek]
) -> dict[str, Waarde]:
    if not isinstance(ruw, Mapping):
        gebreken.append(Gebrek("", plaats, kort(ruw), "een tabel met een waarde per term"))
        return {}
    waarden: dict[str, Waarde] = {}
    bekend = {naam: term for naam, term in termen.items() if verordening in ("", term.verordening)}
    for naam, deel in ruw.items():
        veld = f"{plaats}.{naam}"
        if naam not in bekend:
            nabij = bedoelt_u(str(naam), bekend)
            herstel = f"Bedoelt u {nabij}?" if nabij else ""
            gebreken.append(Gebrek("", veld, kort(deel), "een term van deze verordening", herstel))
            continue
        waarde = lees_waarde(bekend[naam], deel)
        if waarde is None:
            herstel = zo_geschreven(bekend[naam], deel)
            gebreken.append(Gebrek("", veld, kort(deel), verwacht(bekend[naam]), herstel))
        else:
            waarden[naam] = waarde
    return waarden


def _vreemde_sleutels(tabel: Mapping[str, Any], bekend: tuple[str, ...], plaats: str) -> Iterator[Gebrek]:
    for sleutel in tabel:
        if sleutel not in bekend:
            nabij = bedoelt_u(str(sleutel), bekend)
            herstel = f"Bedoelt u {nabij}?" if nabij else "Haal het weg."
            yield Gebrek("", f"{plaats}.{afgekapt(str(sleutel))}", kort(tabel[sleutel]), "een bekend veld", herstel)


def _dag(plaats: str, ruw: Any, gebreken: list[Gebrek]) -> date | None:
    gelezen = lees_datum(ruw)
    if gelezen is None:
        waarde = "niet opgegeven" if ruw is None else kort(ruw)
        gebreken.append(Gebrek("", plaats, waarde, f"{BESTAANDE_DATUM}, zoals 2015-01-01"))
    return gelezen


def _tekst(plaats: str, ruw: Any, gebreken: list[Gebrek]) -> str:
    if isinstance(ruw, str) and len(ruw) <= 500:
        return ruw
    gebreken.append(Gebrek("", plaats, kort(ruw), "een tekst van ten hoogste 500 tekens"))
    return ""
