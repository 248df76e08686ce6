"""Signals and measures in every state for residents of the synthetic register, so that each screen has something true.

Everything goes through the acts. Decided cases get acts of the days on which they would have been done.
"""

import contextlib
import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from ..besluiten.acts import leg_ter_toets_voor, onderteken, stel_voor
from ..besluiten.case_facts import leg_zaakfeiten_vast
from ..besluiten.measure import volgende_maand
from ..besluiten.models import Besluit, Procedure
from ..dossiers.calculation import bereken_dossier
from ..dossiers.models import Persoon, Uitkering
from ..dossiers.queries import geldig_op
from ..kern.models import Gebruiker
from . import acts
from .measure_acts import vraag_inkeer
from .models import Signaal

DAG = datetime.timedelta(days=1)
BIJSTAND = "algemene_bijstand_per_maand"
WERK, ZOEKEN, MEEWERKEN = "arbeid aanvaarden of behouden", "arbeid zoeken", "medewerking verlenen"
VOORZIENING, INLICHTINGEN = "voorziening gebruiken", "inlichtingen geven"
VERTELD = {
    WERK: "U kreeg een baan als magazijnmedewerker aangeboden. U ging daar niet heen.",
    ZOEKEN: "U zou elke week twee keer solliciteren. Wij zagen in acht weken geen sollicitatie.",
    MEEWERKEN: "U kwam twee keer niet op een gesprek over uw uitkering.",
    VOORZIENING: "U kwam niet naar de training die wij met u hadden afgesproken.",
    INLICHTINGEN: "U vertelde ons niet dat u werkte.",
}
REDENEN = {
    "toekennen": "U wist wat u moest doen en u kon het ook. U had kunnen bellen. Daarom verlagen wij uw bijstand.",
    "geen verwijt": "U lag die dag in het ziekenhuis. U kon er niets aan doen. Daarom verlagen wij uw bijstand niet.",
    "inkeer": "Uw werkgever bevestigt dat u elke dag komt. Daarmee is duidelijk dat u uw verplichtingen nakomt.",
}
GEZEGD = "Ik zag er tegenop en heb niet gebeld. Dat had ik wel moeten doen."
VERWIJTBAAR = {
    "elke_verwijtbaarheid_ontbreekt": False,
    "dringende_redenen_om_maatregel_af_te_stemmen": False,
    "spreiden_is_gerechtvaardigd": True,
}
GROND = "Gewogen wat de inwoner zei en wat er in het dossier staat (verzonnen voorbeeld)."


@dataclass(frozen=True)
class _Wie:
    """Who takes part in a case, and the day of the demonstration."""

    persoon: Persoon
    maker: Gebruiker
    tekenaar: Gebruiker
    op: datetime.date


@transaction.atomic
def zet_klaar(*, regisseur: Gebruiker, consulent: Gebruiker, gemeente: str, op: datetime.date) -> int:
    """Make the cases, where the register has people for them; nothing where there are signals already. How many."""
    if Signaal.objects.exists():
        return 0
    kandidaten = _kandidaten(gemeente, op)
    for maak in GEVALLEN:
        if (persoon := next(kandidaten, None)) is not None:
            with contextlib.suppress(ValidationError), transaction.atomic():
                maak(_Wie(persoon, consulent, regisseur, op))
    return Signaal.objects.count()


def _kandidaten(gemeente: str, op: datetime.date) -> Iterator[Persoon]:
    """Residents with bijstand for more than a year, no measure before and no plan, of whom the rules know enough."""
    lang, loopt = op - 400 * DAG, Q(tot=None) | Q(tot__gt=op + 120 * DAG)
    gemeten = Besluit.objects.filter(soort=Besluit.Soort.MAATREGEL).values("persoon")
    personen = Persoon.objects.filter(
        gemeente=gemeente,
        overleden_op=None,
        geboortedatum__range=(op - 60 * 365 * DAG, op - 28 * 365 * DAG),
        uitkeringen__in=Uitkering.objects.filter(loopt, geldig_op(lang)),
        planlidmaatschappen=None,
    ).exclude(pk__in=gemeten)
    for persoon in personen.distinct().order_by("-nummer"):
        if _is_bekend(persoon, op):
            yield persoon


def _is_bekend(persoon: Persoon, op: datetime.date) -> bool:
    uitkomst = bereken_dossier(persoon, op, gevraagd=[BIJSTAND]).uitkomsten.get(BIJSTAND)
    if uitkomst is None or uitkomst.ontbreekt:
        return False
    return (uitkomst.waarden[persoon.nummer][BIJSTAND] or 0) > 400  # type: ignore[operator]


def _signaal(wie: _Wie, gedraging: str, sinds: int) -> Signaal:
    """Behaviour of `sinds` days ago, told two days later."""
    dag = wie.op - (sinds - 2) * DAG
    return acts.meld_signaal(
        persoon=wie.persoon,
        bron=Signaal.Bron.AANBIEDER if gedraging == VOORZIENING else Signaal.Bron.CONSULENT,
        gedraging=gedraging,
        overtreding_op=dag - 2 * DAG,
        ontvangen_op=dag,
        toelichting="Verzonnen voorbeeld: gezien in het dossier en nagevraagd.",
        door=wie.maker,
        op=dag,
    )


def _uitgenodigd(wie: _Wie, gedraging: str, sinds: int, *, met_gesprek: bool = False) -> Signaal:
    """Invited `sinds` days ago, with two weeks to react."""
    rij, dag = _signaal(wie, gedraging, sinds + 3), wie.op - sinds * DAG
    gesprek = datetime.datetime.combine(dag + 9 * DAG, datetime.time(10, 0))
    acts.nodig_uit(
        signaal=rij,
        versie=rij.versie,
        tekst=VERTELD[gedraging],
        gesprek_op=timezone.make_aware(gesprek) if met_gesprek else None,
        plaats="het gemeentehuis, kamer 1.04" if met_gesprek else "",
        uiterlijk=dag + 14 * DAG,
        door=wie.maker,
        op=dag,
    )
    return rij


def _gehoord(wie: _Wie, gedraging: str, sinds: int) -> Signaal:
    """The zienswijze given `sinds` days ago."""
    rij, dag = _uitgenodigd(wie, gedraging, sinds + 8, met_gesprek=True), wie.op - sinds * DAG
    vast: dict[str, Any] = {"vorm": "mondeling", "gegeven_op": dag, "tekst": GEZEGD, "door": wie.maker, "op": dag}
    acts.leg_zienswijze_vast(signaal=rij, versie=rij.versie, **vast)
    return rij


def _begonnen(wie: _Wie, gedraging: str, sinds: int) -> Procedure:
    """The decision begun `sinds` days ago; a measure from the next month on."""
    rij, dag = _gehoord(wie, gedraging, sinds + 1), wie.op - sinds * DAG
    return acts.bereid_besluit_voor(
        signaal=rij,
        versie=rij.versie,
        ingangsdatum=dag if gedraging == INLICHTINGEN else volgende_maand(dag),
        was_ontheven=False,
        tekst=VERTELD[gedraging],
        door=wie.maker,
        op=dag,
    )


def _voorgesteld(
    wie: _Wie, procedure: Procedure, sinds: int, oordelen: Mapping[str, bool], reden: str = "toekennen"
) -> Procedure:
    """Judged, proposed and laid before who signs, `sinds` days ago."""
    dag, gronden = wie.op - sinds * DAG, dict.fromkeys(oordelen, GROND)
    vast: dict[str, Any] = {"door": wie.maker, "op": dag}
    leg_zaakfeiten_vast(procedure=procedure, waarden=oordelen, motiveringen=gronden, **vast)
    stel_voor(procedure=procedure, versie=procedure.versie, motivering=REDENEN[reden], **vast)
    return leg_ter_toets_voor(procedure=procedure, versie=procedure.versie, **vast)


def _besloten(
    wie: _Wie, gedraging: str, sinds: int, oordelen: Mapping[str, bool] | None = None, reden: str = "toekennen"
) -> Besluit:
    """Signed `sinds` days ago, as blameworthy unless `oordelen` say otherwise."""
    procedure = _voorgesteld(wie, _begonnen(wie, gedraging, sinds), sinds, oordelen or VERWIJTBAAR, reden)
    vast: dict[str, Any] = {"door": wie.tekenaar, "op": wie.op - sinds * DAG}
    return onderteken(procedure=procedure, versie=procedure.versie, **vast)


def _nieuw(wie: _Wie) -> None:
    _signaal(wie, ZOEKEN, 6)


def _wacht_op_inwoner(wie: _Wie) -> None:
    _uitgenodigd(wie, WERK, 5, met_gesprek=True)


def _niet_gekomen(wie: _Wie) -> None:
    _uitgenodigd(wie, MEEWERKEN, 25)


def _te_besluiten(wie: _Wie) -> None:
    _gehoord(wie, VOORZIENING, 2)


def _te_wegen(wie: _Wie) -> None:
    _begonnen(wie, WERK, 0)


def _ter_toets(wie: _Wie) -> None:
    _voorgesteld(wie, _begonnen(wie, VOORZIENING, 0), 0, VERWIJTBAAR)


def _loopt(wie: _Wie) -> None:
    _besloten(wie, WERK, 40)


def _herhaald(wie: _Wie) -> None:
    _besloten(wie, WERK, 230)
    _besloten(wie, VOORZIENING, 40)


def _te_heroverwegen(wie: _Wie) -> None:
    _besloten(wie, MEEWERKEN, 80)


def _geen_maatregel(wie: _Wie) -> None:
    _besloten(wie, VOORZIENING, 20, {"elke_verwijtbaarheid_ontbreekt": True}, "geen verwijt")


def _geen_gevolg(wie: _Wie) -> None:
    rij = _signaal(wie, ZOEKEN, 30)
    reden = "De inwoner had wel gesolliciteerd; de brieven kwamen een dag later."
    acts.laat_zonder_gevolg(signaal=rij, versie=rij.versie, reden=reden, door=wie.maker, op=wie.op - 26 * DAG)


def _boete(wie: _Wie) -> None:
    _begonnen(wie, INLICHTINGEN, 1)


def _vraagt_inkeer(wie: _Wie) -> Procedure:
    besluit = _besloten(wie, WERK, 45)
    return vraag_inkeer(
        besluit=besluit,
        gevraagd_op=wie.op - DAG,
        ingangsdatum=volgende_maand(wie.op),
        wat="Ik werk sinds drie weken bij de kwekerij en kom elke dag op tijd.",
        door=wie.maker,
        op=wie.op - DAG,
    )


def _gestopt(wie: _Wie) -> None:
    procedure = _voorgesteld(wie, _vraagt_inkeer(wie), 0, {"komt_verplichtingen_ondubbelzinnig_na": True}, "inkeer")
    onderteken(procedure=procedure, versie=procedure.versie, door=wie.tekenaar, op=wie.op)


GEVALLEN: tuple[Callable[[_Wie], object], ...] = (
    _nieuw,
    _wacht_op_inwoner,
    _niet_gekomen,
    _te_besluiten,
    _te_wegen,
    _ter_toets,
    _loopt,
    _herhaald,
    _te_heroverwegen,
    _geen_maatregel,
    _geen_gevolg,
    _boete,
    _vraagt_inkeer,
    _gestopt,
)
