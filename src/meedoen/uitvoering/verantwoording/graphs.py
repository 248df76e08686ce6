"""The charts of the partnership page and of the answer to the council: the same on screen and in the PDF."""

import datetime
import functools
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from ..huisstijl import formats
from ..huisstijl.charts import Grafiek, Punt, lijngrafiek, staafgrafiek
from ..sturing import presentation
from ..sturing.areas import Gebied
from ..sturing.doelgroepen import GROEPEN, NAMEN
from ..sturing.figures import Cijfer, bereken
from ..sturing.queries import TAAKSTELLING, Reeks, stand_door_de_tijd
from ..sturing.registry import DEFINITIES
from ..sturing.targets import taken
from .answers import VERBANDEN, Bron

EERSTE_JAAR = 2015


@functools.lru_cache(maxsize=128)
def _getekend(soort: Callable[..., Grafiek], **gegevens: Any) -> Grafiek:
    """Describe a chart once per content: describing takes a tenth of a second, and pages are opened often."""
    return soort(**gegevens)


def _einden_van_jaren(peildatum: datetime.date) -> list[datetime.date]:
    """31 December of each year that has ended before the date, and the date itself."""
    einden = [datetime.date(jaar, 12, 31) for jaar in range(EERSTE_JAAR, peildatum.year)]
    return [*einden, peildatum]


def _bron(gebied: Gebied, peildatum: datetime.date) -> str:
    return _("het eigen register, %(gebied)s, stand %(dag)s") % {"gebied": gebied.naam, "dag": formats.datum(peildatum)}


def _van_tot(naam: str, waarden: Sequence[tuple[str, Decimal | int | None]]) -> str:
    """ "naam: 832 (1 januari 2015) naar 790 (22 november 2026)": what the line of a series shows, in words."""
    (begin, eerste), (eind, laatste) = waarden[0], waarden[-1]
    return _("%(naam)s: %(eerste)s (%(begin)s), %(laatste)s (%(eind)s)") % {
        "naam": naam,
        "eerste": formats.getal(eerste, 0 if isinstance(eerste, int) else 1),
        "begin": begin,
        "laatste": formats.getal(laatste, 0 if isinstance(laatste, int) else 1),
        "eind": eind,
    }


def _doelgroepen(gebied: Gebied, peildatum: datetime.date) -> Grafiek:
    begin = [datetime.date(jaar, 1, 1) for jaar in range(EERSTE_JAAR, peildatum.year + 1)]
    dagen = [*begin, peildatum] if peildatum not in begin else begin
    stand = stand_door_de_tijd(gebied, dagen)
    punten = [Punt(dag, str(NAMEN[code]), stand[code][n]) for code in GROEPEN for n, dag in enumerate(dagen)]
    zinnen = [
        _van_tot(str(NAMEN[code]), [(formats.datum(d), stand[code][n]) for n, d in enumerate(dagen)])
        for code in GROEPEN
    ]
    return _getekend(
        lijngrafiek,
        titel=_("Inwoners per doelgroep, op 1 januari en op de peildatum"),
        beschrijving="; ".join(zinnen) + ".",
        punten=tuple(punten),
        eenheid=_("personen"),
        rubriek=_("Dag"),
        bron=_bron(gebied, peildatum),
        url=presentation.adres(bereken(DEFINITIES["doelgroepen-alle"], gebied, peildatum)),
    )


def _tegen_raming(titel: str, reeks: Reeks, gebied: Gebied, peildatum: datetime.date) -> Grafiek:
    """Bars of what was counted per year, with the estimate as a mark across them."""
    geteld, raming = _("geteld"), _("raming Kadernota")
    punten, zinnen = [], []
    for cel in reeks.cellen:
        if cel.dag is None:
            continue
        naam = cel.periode if cel.raming else formats.datum(cel.dag)
        waarde = cel.cijfer.waarde if cel.cijfer else None
        punten.append(Punt(naam, geteld, waarde))
        if cel.raming:
            punten.append(Punt(naam, raming, cel.raming.waarde))
        zinnen.append(
            _("%(jaar)s: geteld %(geteld)s, geraamd %(raming)s")
            % {
                "jaar": naam,
                "geteld": formats.getal(waarde, 0) if waarde is not None else _("nog niet"),
                "raming": formats.getal(cel.raming.waarde, 0) if cel.raming else "-",
            }
        )
    laatste = reeks.cellen[-1].cijfer
    return _getekend(
        staafgrafiek,
        titel=titel,
        beschrijving="; ".join(zinnen) + ".",
        punten=tuple(punten),
        eenheid=presentation.eenheid_naam(reeks.eenheid),
        rubriek=_("Jaar"),
        merkreeks=raming,
        bron=f"{_bron(gebied, peildatum)}; {reeks.bron}",
        url=presentation.adres(laatste) if laatste else "",
    )


def samenwerking(
    gebied: Gebied, peildatum: datetime.date, prognoses: Sequence[Reeks], plekken: Sequence[Reeks]
) -> dict[str, Grafiek]:
    """The charts of the partnership page by name; those against an estimate only where a document gives one."""
    grafieken = (
        {} if peildatum == datetime.date(EERSTE_JAAR, 1, 1) else {"doelgroepen": _doelgroepen(gebied, peildatum)}
    )
    if prognoses[1].bron:
        titel = _("De huidige Wsw tegen de raming, op 1 januari")
        grafieken["wsw"] = _tegen_raming(titel, prognoses[1], gebied, peildatum)
    if plekken[0].bron:
        titel = _("Beschut werk tegen de raming, op 31 december")
        grafieken["beschut_werk"] = _tegen_raming(titel, plekken[0], gebied, peildatum)
        titel = _("Garantiebanen tegen de raming, op 31 december")
        grafieken["garantiebanen"] = _tegen_raming(titel, plekken[1], gebied, peildatum)
    return grafieken


def _garantiebanen(bron: Bron) -> Grafiek:
    """Jobs at the municipality as employer over the years: own and hired in."""
    namen = dict(zip(VERBANDEN, (_("in eigen dienst"), _("detachering"), _("uitzendbureau")), strict=True))
    dagen = _einden_van_jaren(bron.peildatum)
    tellingen: dict[str, list[Cijfer]] = {
        sleutel: [bereken(DEFINITIES[sleutel], bron.gebied, dag) for dag in dagen] for sleutel in VERBANDEN
    }
    punten, zinnen = [], []
    for sleutel, cijfers in tellingen.items():
        waarden = [round(c.hoeveelheid.waarde, 1) for c in cijfers]
        punten += [Punt(dag, namen[sleutel], waarde) for dag, waarde in zip(dagen, waarden, strict=True)]
        zinnen.append(_van_tot(namen[sleutel], [(formats.datum(d), w) for d, w in zip(dagen, waarden, strict=True)]))
    return _getekend(
        lijngrafiek,
        titel=_("Garantiebanen bij de gemeente als werkgever, op 31 december en op de peildatum"),
        beschrijving="; ".join(zinnen) + ".",
        punten=tuple(punten),
        eenheid=_("banen van 25,5 uur"),
        rubriek=_("Dag"),
        bron=_bron(bron.gebied, bron.peildatum),
        url=presentation.adres(bron.tel("gemeente-garantiebanen")),
    )


def _beschut_werk(bron: Bron) -> Grafiek:
    """Places taken per year, with the minister's number as a mark in the years that have one."""
    bezet, doel = _("bezette plekken"), _("taakstelling")
    doelen = taken(TAAKSTELLING, bron.gebied, bron.beleid)
    punten, zinnen = [], []
    for dag in _einden_van_jaren(bron.peildatum):
        naam = str(dag.year)
        waarde = bereken(DEFINITIES["beschut-werk-plekken"], bron.gebied, dag).hoeveelheid.waarde
        punten.append(Punt(naam, bezet, int(waarde)))
        taak = doelen.get(dag)
        if taak and taak.waarde is not None:
            punten.append(Punt(naam, doel, taak.waarde))
        zinnen.append(
            f"{naam}: {formats.getal(waarde, 0)}" + (f" ({doel} {formats.getal(taak.waarde, 0)})" if taak else "")
        )
    heeft_doel = any(punt.reeks == doel for punt in punten)
    return _getekend(
        staafgrafiek,
        titel=_("Bezette plekken beschut werk, eind van het jaar en op de peildatum"),
        beschrijving="; ".join(zinnen) + ".",
        punten=tuple(punten),
        eenheid=_("plekken"),
        rubriek=_("Jaar"),
        merkreeks=doel if heeft_doel else "",
        bron=_bron(bron.gebied, bron.peildatum),
        url=presentation.adres(bron.tel("beschut-werk-plekken")),
    )


def raad(bron: Bron) -> tuple[Grafiek, ...]:
    """The charts of the answer to the council."""
    return (_garantiebanen(bron), _beschut_werk(bron))
