"""Acts on signals: take one in, invite, record the zienswijze, prepare the decision, or say why nothing follows."""

import datetime
import hashlib
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from ..besluiten.models import Procedure
from ..besluiten.sanction_acts import begin_sanctie
from ..dossiers.models import Persoon
from ..dossiers.versions import verhoog
from ..huisstijl.formats import datum
from ..kern import clock
from ..kern.events import schrijf_gebeurtenis
from ..kern.models import Gebruiker
from ..kern.numbers import vrij_nummer
from ..kern.permissions import eis_mag_werken
from .conditions import (
    dubbel,
    eis_dag_van_gedraging,
    eis_stand,
    gedragingen,
    is_ingetrokken,
    soort_besluit,
)
from .letters import aanleiding, maak_uitnodiging
from .models import Signaal, Uitnodiging, Zienswijze

_Stand, _Vorm = Signaal.Stand, Zienswijze.Vorm


@transaction.atomic
def meld_signaal(
    *,
    persoon: Persoon,
    bron: str,
    gedraging: str,
    overtreding_op: datetime.date,
    ontvangen_op: datetime.date,
    toelichting: str,
    melder: str = "",
    door: Gebruiker,
    op: datetime.date,
) -> Signaal:
    """Take in that an obligation was not met; `door` becomes its owner. The same behaviour counts once."""
    eis_mag_werken(door, persoon.gemeente_id)
    if gedraging not in gedragingen():
        raise ValidationError({"gedraging": _("Kies een gedraging die de wet noemt.")})
    if not toelichting.strip():
        raise ValidationError({"toelichting": _("Schrijf op wat er bekend is.")})
    eis_dag_van_gedraging(persoon, gedraging, overtreding_op, ontvangen_op, op)
    try:
        with transaction.atomic():
            signaal = Signaal.objects.create(
                nummer=vrij_nummer(Signaal, "S"),
                persoon=persoon,
                gemeente_id=persoon.gemeente_id,
                bron=bron,
                melder=melder.strip(),
                gedraging=gedraging,
                overtreding_op=overtreding_op,
                ontvangen_op=ontvangen_op,
                toelichting=toelichting.strip(),
                eigenaar=door,
            )
    except IntegrityError as fout:
        raise dubbel(persoon, gedraging, overtreding_op) from fout
    gegevens = {"versie": 1, "gedraging": gedraging, "overtreding_op": overtreding_op.isoformat()}
    _schrijf("meld_signaal", signaal, door, op, gegevens)
    return signaal


@transaction.atomic
def nodig_uit(
    *,
    signaal: Signaal,
    versie: int,
    tekst: str,
    uiterlijk: datetime.date,
    gesprek_op: datetime.datetime | None = None,
    plaats: str = "",
    door: Gebruiker,
    op: datetime.date,
) -> Uitnodiging:
    """Invite the resident to give his zienswijze, by a letter (Awb 4:8 and 4:9). May be done again."""
    eis_mag_werken(door, signaal.gemeente_id)
    eis_stand(signaal, versie, _Stand.NIEUW, _Stand.UITGENODIGD)
    if not tekst.strip():
        raise ValidationError({"tekst": _("Schrijf voor de inwoner op wat er is gebeurd.")})
    if uiterlijk <= op:
        raise ValidationError({"uiterlijk": _("Geef de inwoner tijd: kies een dag na vandaag.")})
    if gesprek_op is not None and not op < gesprek_op.date() <= uiterlijk:
        zin = _("Kies een dag na vandaag, uiterlijk op de dag tot wanneer de inwoner kan reageren.")
        raise ValidationError({"gesprek_op": zin})
    if gesprek_op is not None and not plaats.strip():
        raise ValidationError({"plaats": _("Schrijf op waar het gesprek is.")})
    velden: dict[str, Any] = {
        "tekst": tekst.strip(),
        "gesprek_op": gesprek_op,
        "plaats": plaats.strip() if gesprek_op else "",
        "uiterlijk": uiterlijk,
        "verzonden_op": op,
    }
    pdf = maak_uitnodiging(signaal, Uitnodiging(signaal=signaal, **velden), door)
    uitnodiging = Uitnodiging.objects.create(
        signaal=signaal, **velden, pdf=pdf, sha256=hashlib.sha256(pdf).hexdigest(), gemaakt_op=clock.nu(), door=door
    )
    gegevens = verhoog(signaal, versie, {"stand": _Stand.UITGENODIGD}) | {"uiterlijk": uiterlijk.isoformat()}
    _schrijf("nodig_uit", signaal, door, op, gegevens)
    return uitnodiging


@transaction.atomic
def leg_zienswijze_vast(
    *,
    signaal: Signaal,
    versie: int,
    vorm: str,
    gegeven_op: datetime.date,
    tekst: str = "",
    door: Gebruiker,
    op: datetime.date,
) -> Zienswijze:
    """Record what the resident said, that he said nothing in time, or why he was not asked."""
    eis_mag_werken(door, signaal.gemeente_id)
    eis_stand(signaal, versie, _Stand.NIEUW, _Stand.UITGENODIGD)
    _eis_zienswijze(signaal, _Vorm(vorm), gegeven_op, tekst, op)
    zienswijze = Zienswijze.objects.create(
        signaal=signaal, vorm=vorm, gegeven_op=gegeven_op, tekst=tekst.strip(), vastgelegd_op=clock.nu(), door=door
    )
    gegevens = verhoog(signaal, versie, {"stand": _Stand.GEHOORD}) | {"vorm": vorm}
    _schrijf("leg_zienswijze_vast", signaal, door, op, gegevens)
    return zienswijze


def _eis_zienswijze(
    signaal: Signaal, vorm: Zienswijze.Vorm, gegeven_op: datetime.date, tekst: str, op: datetime.date
) -> None:
    if not signaal.overtreding_op <= gegeven_op <= op:
        raise ValidationError({"gegeven_op": _("Kies een dag vanaf de gedraging tot en met vandaag.")})
    if vorm not in (_Vorm.NIET_GEGEVEN, _Vorm.AFGEZIEN) and not tekst.strip():
        zin = _("Schrijf op wat de inwoner zei, of waarom er niets is gevraagd.")
        raise ValidationError({"tekst": zin})
    if vorm != _Vorm.NIET_GEGEVEN:
        return
    laatste = signaal.uitnodigingen.last()
    if laatste is None:
        raise ValidationError({"vorm": _("De inwoner is nog niet uitgenodigd. Doe dat eerst.")})
    if op <= laatste.uiterlijk:
        zin = _("De inwoner kan nog reageren tot en met %(dag)s. Wacht dat af.")
        raise ValidationError({"vorm": zin % {"dag": datum(laatste.uiterlijk)}})


@transaction.atomic
def laat_zonder_gevolg(*, signaal: Signaal, versie: int, reden: str, door: Gebruiker, op: datetime.date) -> Signaal:
    """Nothing follows on a signal, with the reason: it is no breach, it is not true, a talk was enough."""
    eis_mag_werken(door, signaal.gemeente_id)
    standen = (_Stand.NIEUW, _Stand.UITGENODIGD, _Stand.GEHOORD)
    eis_stand(signaal, versie, *standen, *((_Stand.BESLUIT,) if is_ingetrokken(signaal) else ()))
    if not reden.strip():
        raise ValidationError({"reden": _("Schrijf op waarom er niets op volgt.")})
    gegevens = verhoog(signaal, versie, {"stand": _Stand.GEEN_GEVOLG, "einde_reden": reden.strip()})
    _schrijf("laat_zonder_gevolg", signaal, door, op, gegevens)
    return signaal


@transaction.atomic
def bereid_besluit_voor(
    *,
    signaal: Signaal,
    versie: int,
    ingangsdatum: datetime.date,
    was_ontheven: bool,
    tekst: str,
    door: Gebruiker,
    op: datetime.date,
) -> Procedure:
    """Begin the decision after the zienswijze: the rules say whether it is about a measure or a boete."""
    eis_mag_werken(door, signaal.gemeente_id)
    eis_stand(signaal, versie, _Stand.GEHOORD, *((_Stand.BESLUIT,) if is_ingetrokken(signaal) else ()))
    if not tekst.strip():
        raise ValidationError({"tekst": _("Schrijf voor de inwoner op wat er is gebeurd.")})
    soort = soort_besluit(signaal.gedraging, signaal.overtreding_op)
    procedure = begin_sanctie(
        persoon=signaal.persoon,
        soort=soort,
        aanleiding=aanleiding(signaal, tekst),
        aanleiding_op=signaal.ontvangen_op,
        ingangsdatum=ingangsdatum,
        feiten={
            "gedraging": signaal.gedraging,
            "overtreding_op": signaal.overtreding_op,
            "was_ontheven_bij_overtreding": was_ontheven,
        },
        door=door,
        op=op,
    )
    gegevens = verhoog(signaal, versie, {"stand": _Stand.BESLUIT, "procedure": procedure})
    _schrijf("bereid_besluit_voor", signaal, door, op, gegevens | {"procedure": procedure.nummer, "soort": soort})
    return procedure


def _schrijf(handeling: str, signaal: Signaal, door: Gebruiker, op: datetime.date, gegevens: dict[str, Any]) -> None:
    schrijf_gebeurtenis(
        handeling=handeling,
        onderwerp=signaal,
        door=door,
        op=op,
        gemeentecode=signaal.gemeente_id,
        gegevens={**gegevens, "stand": str(signaal.stand)},
    )
