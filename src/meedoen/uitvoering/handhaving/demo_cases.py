"""Signals and measures in every state for residents of the synthetic register, so that each screen has something true.

Everything goes through the acts. Decided cases get acts of the days on which they would have been done.
"""

import contextlib
import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
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
from .measure_acts import heroverweeg, vraag_inkeer
from .models import Heroverweging, Signaal, Zienswijze

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
    "boete": "U werkte en had dat moeten vertellen. Daarom krijgt u een boete.",
    "geen boete": "U vertelde het ons wel; wij legden het niet vast. Daarom krijgt u geen boete.",
    "inkeer": "Uw werkgever bevestigt dat u elke dag komt. Daarmee is duidelijk dat u uw verplichtingen nakomt.",
}
BRONNEN = {
    VOORZIENING: Signaal.Bron.AANBIEDER,
    WERK: Signaal.Bron.WERKGEVER,
    INLICHTINGEN: Signaal.Bron.GEGEVENSVERGELIJKING,
}
GEZEGD = "Ik zag er tegenop en heb niet gebeld. Dat had ik wel moeten doen."
VERWIJTBAAR: Mapping[str, Any] = {
    "elke_verwijtbaarheid_ontbreekt": False,
    "dringende_redenen_om_maatregel_af_te_stemmen": False,
    "spreiden_is_gerechtvaardigd": True,
}
BEBOETBAAR: Mapping[str, Any] = {
    "benadelingsbedrag": Decimal(1000),
    "verwijtbaarheid": "gewone verwijtbaarheid",
    "dringende_redenen_tegen_boete": False,
    "evenredig_deel_van_boete": Decimal(60),
}
LAATSTE_BEKENDE_BOETE = datetime.date(2025, 12, 20)
"""Of behaviour since 2026 the highest amounts of a boete are not known here."""
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
    toen = dag - 2 * DAG
    return acts.meld_signaal(
        persoon=wie.persoon,
        bron=BRONNEN.get(gedraging, Signaal.Bron.CONSULENT),
        gedraging=gedraging,
        overtreding_op=min(toen, LAATSTE_BEKENDE_BOETE) if gedraging == INLICHTINGEN else toen,
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


def _gehoord(wie: _Wie, gedraging: str, sinds: int, vorm: str = Zienswijze.Vorm.MONDELING) -> Signaal:
    """The zienswijze given `sinds` days ago."""
    rij = _uitgenodigd(wie, gedraging, sinds + 8, met_gesprek=True)
    return _zienswijze(wie, rij, vorm, sinds, GEZEGD)


def _zienswijze(wie: _Wie, rij: Signaal, vorm: str, sinds: int, tekst: str = "") -> Signaal:
    dag = wie.op - sinds * DAG
    vast: dict[str, Any] = {"vorm": vorm, "gegeven_op": dag, "tekst": tekst, "door": wie.maker, "op": dag}
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
    wie: _Wie, procedure: Procedure, sinds: int, oordelen: Mapping[str, Any], reden: str = "toekennen"
) -> Procedure:
    """Judged, proposed and laid before who signs, `sinds` days ago."""
    dag, gronden = wie.op - sinds * DAG, dict.fromkeys(oordelen, GROND)
    vast: dict[str, Any] = {"door": wie.maker, "op": dag}
    leg_zaakfeiten_vast(procedure=procedure, waarden=oordelen, motiveringen=gronden, **vast)
    stel_voor(procedure=procedure, versie=procedure.versie, motivering=REDENEN[reden], **vast)
    return leg_ter_toets_voor(procedure=procedure, versie=procedure.versie, **vast)


def _besloten(
    wie: _Wie, gedraging: str, sinds: int, oordelen: Mapping[str, Any] | None = None, reden: str = "toekennen"
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


def _niet_gereageerd(wie: _Wie) -> None:
    _zienswijze(wie, _uitgenodigd(wie, MEEWERKEN, 20), Zienswijze.Vorm.NIET_GEGEVEN, 1)


def _niet_gevraagd(wie: _Wie) -> None:
    waarom = "De inwoner is vertrokken zonder adres; een brief komt niet aan (Algemene wet bestuursrecht 4:11)."
    _zienswijze(wie, _signaal(wie, ZOEKEN, 12), Zienswijze.Vorm.NIET_GEVRAAGD, 7, waarom)


def _zegt_niets(wie: _Wie) -> None:
    _zienswijze(wie, _uitgenodigd(wie, WERK, 6), Zienswijze.Vorm.AFGEZIEN, 3)


def _te_besluiten(wie: _Wie) -> None:
    _gehoord(wie, VOORZIENING, 2, Zienswijze.Vorm.SCHRIFTELIJK)


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


def _blijft(wie: _Wie) -> None:
    _heroverwogen(wie, _besloten(wie, MEEWERKEN, 60), Heroverweging.Uitkomst.BLIJFT)


def _eindigt(wie: _Wie) -> None:
    _heroverwogen(wie, _besloten(wie, MEEWERKEN, 0), Heroverweging.Uitkomst.EINDIGT, volgende_maand(wie.op))


def _heroverwogen(wie: _Wie, besluit: Besluit, uitkomst: str, per: datetime.date | None = None) -> None:
    """Looked at again today."""
    reden = "Gekeken naar wat de inwoner sindsdien doet en waarvan hij leeft (verzonnen voorbeeld)."
    vast: dict[str, Any] = {"motivering": reden, "door": wie.maker, "op": wie.op}
    heroverweeg(besluit=besluit, uitkomst=uitkomst, eindigt_per=per, **vast)


def _geen_maatregel(wie: _Wie) -> None:
    _besloten(wie, VOORZIENING, 20, {"elke_verwijtbaarheid_ontbreekt": True}, "geen verwijt")


def _geen_gevolg(wie: _Wie) -> None:
    rij = _signaal(wie, ZOEKEN, 30)
    reden = "De inwoner had wel gesolliciteerd; de brieven kwamen een dag later."
    acts.laat_zonder_gevolg(signaal=rij, versie=rij.versie, reden=reden, door=wie.maker, op=wie.op - 26 * DAG)


def _boete(wie: _Wie) -> None:
    _begonnen(wie, INLICHTINGEN, 1)


def _beboet(wie: _Wie) -> None:
    _besloten(wie, INLICHTINGEN, 15, BEBOETBAAR, "boete")


def _geen_boete(wie: _Wie) -> None:
    _besloten(wie, INLICHTINGEN, 10, {**BEBOETBAAR, "verwijtbaarheid": "geen verwijtbaarheid"}, "geen boete")


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
    _niet_gereageerd,
    _niet_gevraagd,
    _zegt_niets,
    _te_besluiten,
    _te_wegen,
    _ter_toets,
    _loopt,
    _herhaald,
    _te_heroverwegen,
    _blijft,
    _eindigt,
    _geen_maatregel,
    _geen_gevolg,
    _boete,
    _beboet,
    _geen_boete,
    _vraagt_inkeer,
    _gestopt,
)
