"""One row at a time: header to columns, cells to canonical values, and what a row can say about itself being wrong."""

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..kern.text_cells import zonder_apostrof
from .faults import Bestandsfout, Waardefout
from .kolommen import Blad
from .sources import lijkt_het_meest_op
from .values import maak_lezer

Rij = list[str | None]
Rijfout = tuple[str, str, str, str]
"""Column, value as it stood, what was expected, how to mend it."""


@dataclass(frozen=True)
class Gemeentestand:
    """A municipality as the import needs it; `opvolgers` are codes, for one that no longer exists."""

    naam: str
    tot: datetime.date | None
    opvolgers: tuple[str, ...]


@dataclass(frozen=True)
class Kennis:
    """What a row is checked against. `eigen_gemeenten` None means every municipality (the command line)."""

    op: datetime.date
    gemeenten: Mapping[str, Gemeentestand]
    eigen_gemeenten: frozenset[str] | None
    feitlezers: Mapping[str, Callable[[str], str]]


def volgorde_van_kolommen(blad: Blad, kop: Sequence[str]) -> list[int]:
    """For each column of the blad its place in the header. Raises Bestandsfout with every missing or strange one."""
    namen = [naam.strip().casefold().replace(" ", "_").replace("-", "_") for naam in kop]
    while namen and not namen[-1]:
        namen.pop()
    ontbreekt = [naam for naam in blad.kolomnamen if naam not in namen]
    vreemd = [naam for naam in namen if naam not in blad.kolomnamen]
    dubbel = sorted({naam for naam in namen if namen.count(naam) > 1})
    if not (ontbreekt or vreemd or dubbel):
        return [namen.index(naam) for naam in blad.kolomnamen]
    herstel = []
    for naam in vreemd:
        lijkt_op = lijkt_het_meest_op(naam, ontbreekt)
        bedoelt = (
            _("'%(naam)s' is onbekend, bedoelt u '%(lijkt_op)s'?") if lijkt_op else _("Haal kolom '%(naam)s' weg.")
        )
        herstel.append(bedoelt % {"naam": naam, "lijkt_op": lijkt_op})
    if ontbreekt:
        herstel.append(_("Voeg toe (de cellen mogen leeg zijn): %(namen)s.") % {"namen": ", ".join(ontbreekt)})
    if dubbel:
        herstel.append(_("Deze kolommen staan er dubbel: %(namen)s.") % {"namen": ", ".join(dubbel)})
    raise Bestandsfout(
        _("als eerste rij de kolomnamen %(namen)s") % {"namen": ", ".join(blad.kolomnamen)},
        " ".join(herstel),
        rij=1,
        waarde=", ".join(kop),
    )


def maak_rijlezer(
    blad: Blad, volgorde: Sequence[int], kennis: Kennis
) -> Callable[[list[str]], tuple[Rij, list[Rijfout]]]:
    """The function that reads one row of this blad: values in column order (None: empty or wrong), and faults."""
    lezers = [(k, plaats, maak_lezer(k)) for k, plaats in zip(blad.kolommen, volgorde, strict=True)]
    namen = blad.kolomnamen
    breedte = len(namen)
    controles = (*_ALGEMEEN, *_PER_BLAD.get(blad.naam, ()))

    def lees_rij(cellen: list[str]) -> tuple[Rij, list[Rijfout]]:
        if len(cellen) != breedte:
            del cellen[max(breedte, _laatste_gevulde(cellen) + 1) :]
            if len(cellen) != breedte:
                return [None] * breedte, [_verkeerde_breedte(cellen, breedte)]
        rij: Rij = []
        fouten: list[Rijfout] = []
        for kolom, plaats, lees in lezers:
            cel = cellen[plaats].strip()
            if cel[:1] == "'":
                cel = zonder_apostrof(cel)
            try:
                rij.append(lees(cel))
            except Waardefout as fout:
                rij.append(None)
                fouten.append((kolom.naam, cel, fout.verwacht, fout.herstel))
        waarden = dict(zip(namen, rij, strict=True))
        for controle in controles:
            fouten.extend(controle(blad, waarden, kennis))
        return list(waarden.values()), fouten

    return lees_rij


def _laatste_gevulde(cellen: Sequence[str]) -> int:
    return max((plaats for plaats, cel in enumerate(cellen) if cel.strip()), default=-1)


def _verkeerde_breedte(cellen: Sequence[str], breedte: int) -> Rijfout:
    return (
        "",
        ngettext("%(n)s cel", "%(n)s cellen", len(cellen)) % {"n": len(cellen)},
        ngettext("%(n)s cel, zoals de eerste rij", "%(n)s cellen, zoals de eerste rij", breedte) % {"n": breedte},
        _("Staat er een scheidingsteken in een tekst? Zet die tekst dan tussen aanhalingstekens."),
    )


Waarden = dict[str, str | None]


def _controleer_periode(blad: Blad, rij: Waarden, kennis: Kennis) -> Iterator[Rijfout]:
    vanaf, tot = rij.get("vanaf"), rij.get("tot")
    if vanaf and tot and tot <= vanaf:
        yield (
            "tot",
            tot,
            _("een datum na %(vanaf)s") % {"vanaf": vanaf},
            _("Kijk beide datums na; tot telt zelf niet mee."),
        )


def _controleer_gemeente(blad: Blad, rij: Waarden, kennis: Kennis) -> Iterator[Rijfout]:
    code = rij.get("gemeentecode")
    if not code:
        return
    stand = kennis.gemeenten.get(code) or kennis.gemeenten.get(code.upper())
    is_eigen = kennis.eigen_gemeenten is None or code.upper() in kennis.eigen_gemeenten
    if stand is None:
        rij["gemeentecode"] = None
        verwacht = _("de code van een bestaande gemeente, zoals GM0106")
        yield "gemeentecode", code, verwacht, _bedoelde_gemeente(code, kennis.gemeenten)
        return
    rij["gemeentecode"] = code.upper()
    if stand.tot is not None and stand.tot <= kennis.op:
        yield (
            "gemeentecode",
            code,
            _("de code van een gemeente die nog bestaat"),
            _("%(naam)s bestaat niet meer sinds %(tot)s. Gebruik %(opvolgers)s.")
            % {"naam": stand.naam, "tot": stand.tot, "opvolgers": ", ".join(stand.opvolgers) or _("de opvolger")},
        )
    elif not is_eigen and (blad.naam == "personen" or rij.get("is_gemeente") == "ja"):
        yield (
            "gemeentecode",
            code,
            _("een gemeente waarvoor u werkt: %(codes)s") % {"codes": ", ".join(sorted(kennis.eigen_gemeenten or ()))},
            _("Haal de rij weg, of vraag beheer om u aan %(naam)s te koppelen.") % {"naam": stand.naam},
        )


def _bedoelde_gemeente(gevonden: str, gemeenten: Mapping[str, Gemeentestand]) -> str:
    if not gemeenten:
        return _("De lijst van gemeenten is nog leeg. Laad eerst de referentiegegevens.")
    if gevonden.isdigit() and (code := f"GM{gevonden.zfill(4)}") in gemeenten:
        return _("Bedoelt u %(code)s (%(naam)s)?") % {"code": code, "naam": gemeenten[code].naam}
    op_naam = {stand.naam.casefold(): code for code, stand in gemeenten.items() if stand.tot is None}
    if naam := lijkt_het_meest_op(gevonden, op_naam):
        return _("Bedoelt u %(code)s (%(naam)s)?") % {"code": op_naam[naam], "naam": gemeenten[op_naam[naam]].naam}
    return _("Zoek de code op bij het CBS.")


def _controleer_persoon(blad: Blad, rij: Waarden, kennis: Kennis) -> Iterator[Rijfout]:
    geboren, overleden = rij["geboortedatum"], rij["overleden_op"]
    if geboren and geboren > kennis.op.isoformat():
        yield "geboortedatum", geboren, _("een datum tot en met vandaag"), _("Kijk het jaar na.")
    if geboren and overleden and overleden < geboren:
        yield "overleden_op", overleden, _("een datum vanaf de geboorte (%(d)s)") % {"d": geboren}, _("Kijk beide na.")
    if rij["nummer"] and rij["bsn"] and rij["nummer"].zfill(9) == rij["bsn"]:
        yield (
            "nummer",
            rij["nummer"],
            _("een eigen dossiernummer"),
            _("Gebruik het BSN niet als dossiernummer: dat nummer staat in adressen van pagina's."),
        )


def _controleer_relatie(blad: Blad, rij: Waarden, kennis: Kennis) -> Iterator[Rijfout]:
    if rij["persoon"] and rij["persoon"] == rij["ander"]:
        yield "ander", rij["ander"], _("iemand anders dan de persoon zelf"), _("Vul het nummer van de ander in.")


def _controleer_feit(blad: Blad, rij: Waarden, kennis: Kennis) -> Iterator[Rijfout]:
    feit, waarde = rij["feit"], rij["waarde"]
    if not feit:
        return
    lees = kennis.feitlezers.get(feit)
    if lees is None:
        lijkt_op = lijkt_het_meest_op(feit, kennis.feitlezers)
        herstel = _("Bedoelt u '%(naam)s'?") % {"naam": lijkt_op} if lijkt_op else _("De namen staan in het sjabloon.")
        rij["feit"] = None
        yield "feit", feit, _("de naam van een feit dat de regels kennen"), herstel
    elif waarde:
        try:
            rij["waarde"] = lees(waarde)
        except Waardefout as fout:
            yield "waarde", waarde, fout.verwacht, fout.herstel


def _controleer_advies(blad: Blad, rij: Waarden, kennis: Kennis) -> Iterator[Rijfout]:
    uitslag, uitgebracht, aangevraagd = rij["uitslag"], rij["uitgebracht_op"], rij["aangevraagd_op"]
    if bool(uitslag) != bool(uitgebracht):
        leeg = "uitgebracht_op" if uitslag else "uitslag"
        yield (
            leeg,
            "",
            _("uitslag en uitgebracht_op allebei, of allebei niet"),
            _("Vul deze cel in of maak de andere leeg."),
        )
    elif uitgebracht and aangevraagd and uitgebracht < aangevraagd:
        verwacht = _("een datum vanaf de aanvraag (%(d)s)") % {"d": aangevraagd}
        yield "uitgebracht_op", uitgebracht, verwacht, _("Kijk beide datums na.")


Controle = Callable[[Blad, Waarden, Kennis], Iterator[Rijfout]]
_ALGEMEEN: tuple[Controle, ...] = (_controleer_periode, _controleer_gemeente)
_PER_BLAD: dict[str, tuple[Controle, ...]] = {
    "personen": (_controleer_persoon,),
    "relaties": (_controleer_relatie,),
    "feiten": (_controleer_feit,),
    "adviezen": (_controleer_advies,),
}
