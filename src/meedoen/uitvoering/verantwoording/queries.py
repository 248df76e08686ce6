"""Reads: the whole answer to the council for one municipality, and the page of a partnership."""

import datetime
from dataclasses import dataclass

from ..beleid.models import Beleidscijfer, Gemeente, Samenwerking
from ..geld.queries import Aandelen, Budgettabel, aandelen, budgettabel
from ..huisstijl.charts import Grafiek
from ..kern.units import Hoeveelheid
from ..sturing import queries as sturing
from ..sturing.areas import Gebied, gebied_van_gemeente, gebied_van_samenwerking
from ..sturing.figures import Cijfer, Vergelijking
from ..sturing.targets import Beleid, beleid_van
from . import graphs
from .answers import ANTWOORDEN, Beleidsgetal, Bron, Kaal, Registerantwoord
from .models import Antwoordversie, Standpunt
from .questions import VRAGEN, Vraag


@dataclass(frozen=True)
class Antwoord:
    """One question with what the register says and what the college last answered (None: not yet, or not needed)."""

    vraag: Vraag
    register: Registerantwoord
    standpunten: tuple[Standpunt, ...]

    @property
    def standpunt(self) -> Standpunt | None:
        """The last answer of the college."""
        return self.standpunten[0] if self.standpunten else None


@dataclass(frozen=True)
class Afwijking:
    """A figure that the register now counts differently for the date of a version than that version says."""

    cijfer: Cijfer
    toen: str


@dataclass(frozen=True)
class Raadsantwoord:
    """All eight answers for a municipality on a date, the figures and policy figures in them, and the versions set."""

    gemeente: Gemeente
    gebied: Gebied
    peildatum: datetime.date
    antwoorden: tuple[Antwoord, ...]
    cijfers: tuple[Cijfer, ...]
    beleidscijfers: tuple[Vergelijking, ...]
    grafieken: tuple[Grafiek, ...]
    versies: tuple[Antwoordversie, ...]
    afwijkingen: tuple[Afwijking, ...]


@dataclass(frozen=True)
class Samenwerkingsbeeld:
    """Everything on the page of a partnership for one date."""

    samenwerking: Samenwerking
    gebied: Gebied
    peildatum: datetime.date
    doelgroepen: tuple[sturing.Doelgroepregel, ...]
    totalen: tuple[sturing.Regel, ...]
    dubbel: Hoeveelheid
    prognoses: tuple[sturing.Reeks, ...]
    plekken: tuple[sturing.Reeks, ...]
    taakstellingen: tuple[sturing.Taakstellingregel, ...]
    plaatsen: tuple[sturing.Regel, ...]
    stromen: tuple[sturing.Stroomregel, ...]
    budget: Budgettabel | None
    aandelen: Aandelen | None
    grafieken: dict[str, Grafiek]
    document_dag: str


def _standpunten(gemeente: Gemeente) -> dict[int, tuple[Standpunt, ...]]:
    per_vraag: dict[int, tuple[Standpunt, ...]] = {}
    for standpunt in Standpunt.objects.filter(gemeente=gemeente).order_by("-vastgesteld_op", "-pk"):
        per_vraag[standpunt.vraag] = (*per_vraag.get(standpunt.vraag, ()), standpunt)
    return per_vraag


def laatste_standpunt(gemeente: Gemeente, vraag: int) -> int | None:
    """The number of the answer that was recorded last; None where the college has not answered."""
    return Standpunt.objects.filter(gemeente=gemeente, vraag=vraag).order_by("-pk").values_list("pk", flat=True).first()


def _in_zinnen(antwoorden: tuple[Antwoord, ...]) -> tuple[tuple[Cijfer, ...], tuple[Vergelijking, ...]]:
    """The counted figures and the policy figures in the sentences, each once, in order of first use."""
    cijfers: dict[tuple[str, datetime.date], Cijfer] = {}
    beleid: dict[tuple[str, str], Vergelijking] = {}
    for antwoord in antwoorden:
        for zin in antwoord.register.zinnen:
            for deel in zin.delen.values():
                if isinstance(deel, Kaal):
                    deel = deel.cijfer
                if isinstance(deel, Cijfer):
                    cijfers.setdefault((deel.definitie.sleutel, deel.peildatum), deel)
                elif isinstance(deel, Beleidsgetal):
                    beleid.setdefault((deel.vergelijking.bron, deel.vergelijking.periode), deel.vergelijking)
    return tuple(cijfers.values()), tuple(beleid.values())


def _waarde(cijfer: Cijfer) -> str | None:
    return None if cijfer.waarde is None else str(round(cijfer.waarde, 6).normalize())


def cijfers_van(antwoord: Raadsantwoord) -> dict[str, str | None]:
    """Each figure in the answer by key and date, as text: what a version keeps."""
    return {f"{c.definitie.sleutel} {c.peildatum.isoformat()}": _waarde(c) for c in antwoord.cijfers}


def _afwijkingen(cijfers: tuple[Cijfer, ...], versies: tuple[Antwoordversie, ...]) -> tuple[Afwijking, ...]:
    """Figures that the last version gives otherwise for the same date: an import changed the past since."""
    if not versies:
        return ()
    toen: dict[str, str | None] = versies[0].cijfers
    gevonden = []
    for cijfer in cijfers:
        sleutel = f"{cijfer.definitie.sleutel} {cijfer.peildatum.isoformat()}"
        if sleutel in toen and toen[sleutel] != _waarde(cijfer):
            gevonden.append(Afwijking(cijfer, toen[sleutel] or ""))
    return tuple(gevonden)


def raadsantwoord(gemeente: Gemeente, peildatum: datetime.date) -> Raadsantwoord:
    """Answer the eight questions for a municipality on a date."""
    gebied = gebied_van_gemeente(gemeente)
    samenwerking = Samenwerking.objects.filter(gemeenten=gemeente).order_by("sleutel").first()
    beleid_samen: Beleid | None = beleid_van(gebied_van_samenwerking(samenwerking)) if samenwerking else None
    bron = Bron(gebied, peildatum, beleid_van(gebied), beleid_samen, {})
    standpunten = _standpunten(gemeente)
    antwoorden = tuple(
        Antwoord(vraag, ANTWOORDEN[vraag.nummer](bron), standpunten.get(vraag.nummer, ())) for vraag in VRAGEN
    )
    cijfers, beleidscijfers = _in_zinnen(antwoorden)
    versies = tuple(Antwoordversie.objects.filter(gemeente=gemeente).defer("pdf").order_by("-versie"))
    return Raadsantwoord(
        gemeente=gemeente,
        gebied=gebied,
        peildatum=peildatum,
        antwoorden=antwoorden,
        cijfers=cijfers,
        beleidscijfers=beleidscijfers,
        grafieken=graphs.raad(bron),
        versies=versies,
        afwijkingen=_afwijkingen(cijfers, versies),
    )


def samenwerkingsbeeld(samenwerking: Samenwerking, peildatum: datetime.date) -> Samenwerkingsbeeld:
    """The partnership on one page: people, prognosis, places, flows and budget on one date."""
    gebied = gebied_van_samenwerking(samenwerking)
    beleid = beleid_van(gebied)
    doelgroepen = sturing.doelgroepregels(gebied, peildatum, beleid)
    totalen = tuple(
        sturing.regel(s, gebied, peildatum, beleid)
        for s in ("doelgroepen-kadernota", "doelgroepen-met-wsw", "doelgroepen-alle", "bijstand")
    )
    prognoses = sturing.prognoses(peildatum, beleid)
    plekken = sturing.plekken(peildatum, beleid)
    document = beleid.periodes("aantal-doelgroep", "0-30", gebied.sleutel)
    stand: Beleidscijfer | None = (
        beleid.cijfer("aantal-doelgroep", "0-30", gebied.sleutel, document[0]) if document else None
    )
    return Samenwerkingsbeeld(
        samenwerking=samenwerking,
        gebied=gebied,
        peildatum=peildatum,
        doelgroepen=doelgroepen,
        totalen=totalen,
        dubbel=sturing.dubbel_ingedeeld(doelgroepen, totalen[2].cijfer),
        prognoses=prognoses,
        plekken=plekken,
        taakstellingen=sturing.taakstellingen(peildatum, beleid),
        plaatsen=tuple(sturing.regel(s, gebied, peildatum, beleid) for s in sturing.PLAATSEN),
        stromen=sturing.stromen(gebied, peildatum),
        budget=budgettabel(beleid),
        aandelen=aandelen(beleid),
        grafieken=graphs.samenwerking(gebied, peildatum, prognoses, plekken),
        document_dag=stand.peildatum.isoformat() if stand and stand.peildatum else "",
    )
