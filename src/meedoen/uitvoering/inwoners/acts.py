"""Acts on what a resident asks about his data: take a request in, extend its term, decide on it, make the copy."""

import datetime
import hashlib
from collections.abc import Collection
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from meedoen.recht import laad_recht

from ..dossiers.acts import leg_feit_vast
from ..dossiers.models import Feit, Persoon
from ..dossiers.versions import IntussenGewijzigd, verhoog
from ..huisstijl.formats import datum
from ..kern import clock
from ..kern.events import schrijf_gebeurtenis, schrijf_inzage
from ..kern.models import Gebruiker
from ..kern.numbers import vrij_nummer
from ..kern.permissions import Recht, eis_gemeente, eis_mag_werken, eis_recht
from .copy import maak_kopie
from .corrections import omschrijving, te_verbeteren
from .held import gegevens_van, vrije_teksten
from .letters import maak_brief
from .models import Afschrift, Verbetering, Verzoek, Verzoekbrief
from .queries import uiterlijk_van

_Brief = Verzoekbrief.Soort


@transaction.atomic
def neem_verzoek_in(
    *,
    persoon: Persoon,
    soort: str,
    ontvangen_op: datetime.date,
    tekst: str,
    identiteit: str,
    door: Gebruiker,
    op: datetime.date,
) -> Verzoek:
    """Take in a request of somebody of whom is established who he is (AVG 12 lid 6), with the letter that says so."""
    eis_mag_werken(door, persoon.gemeente_id)
    if ontvangen_op > op:
        raise ValidationError({"ontvangen_op": _("Deze dag ligt na vandaag. Vul de dag van ontvangst in.")})
    if not tekst.strip():
        raise ValidationError({"tekst": _("Schrijf op wat de inwoner vraagt.")})
    if not identiteit.strip():
        raise ValidationError({"identiteit": _("Schrijf op hoe u weet dat het de inwoner zelf is.")})
    verzoek = Verzoek.objects.create(
        nummer=vrij_nummer(Verzoek, "V"),
        persoon=persoon,
        soort=soort,
        ontvangen_op=ontvangen_op,
        tekst=tekst.strip(),
        identiteit=identiteit.strip(),
        eigenaar=door,
    )
    _schrijf("neem_verzoek_in", verzoek, door, op, {"versie": 1, "soort": soort})
    maak_brief(verzoek, _Brief.ONTVANGST, door=door)
    return verzoek


@transaction.atomic
def verleng(*, verzoek: Verzoek, versie: int, verlengd_wegens: str, door: Gebruiker, op: datetime.date) -> Verzoek:
    """Take two months more, once, and tell the resident so within the first month (AVG 12 lid 3)."""
    eis_mag_werken(door, verzoek.persoon.gemeente_id)
    _eis_open(verzoek, versie)
    if verzoek.verlengd_op is not None:
        raise ValidationError(_("Dit verzoek is al verlengd. Langer mag het niet duren."))
    if op > (grens := uiterlijk_van(verzoek)):
        raise ValidationError(
            _("Verlengen kon tot en met %(dag)s: daarna kan het niet meer. Beslis nu.") % {"dag": datum(grens)}
        )
    if not verlengd_wegens.strip():
        raise ValidationError({"verlengd_wegens": _("Schrijf op waarom het langer duurt.")})
    velden = {"verlengd_op": op, "verlengd_wegens": verlengd_wegens.strip()}
    _schrijf("verleng", verzoek, door, op, verhoog(verzoek, versie, velden))
    maak_brief(verzoek, _Brief.VERLENGING, door=door)
    return verzoek


@transaction.atomic
def beslis(
    *, verzoek: Verzoek, versie: int, uitkomst: str, motivering: str, door: Gebruiker, op: datetime.date
) -> Verzoek:
    """Decide on a request, with reasons and the letter. It is a decision in the sense of the Awb (UAVG 34)."""
    eis_recht(door, Recht.BESLUIT_ONDERTEKENEN)
    eis_gemeente(door, verzoek.persoon.gemeente_id)
    _eis_open(verzoek, versie)
    if not motivering.strip():
        raise ValidationError({"motivering": _("Schrijf op wat er is gedaan, of waarom niet.")})
    velden: dict[str, Any] = {
        "uitkomst": uitkomst,
        "motivering": motivering.strip(),
        "besloten_op": op,
        "besloten_door": door,
    }
    _schrijf("beslis", verzoek, door, op, verhoog(verzoek, versie, velden) | {"uitkomst": uitkomst})
    maak_brief(verzoek, _Brief.BESLUIT, door=door)
    return verzoek


@transaction.atomic
def verbeter_feit(
    *,
    verzoek: Verzoek,
    versie: int,
    feit: Feit,
    waarde: Any,
    vanaf: datetime.date,
    tot: datetime.date | None,
    motivering: str = "",
    door: Gebruiker,
    op: datetime.date,
) -> Verbetering:
    """Correct a fact because a resident asked for it and it was granted (AVG 16): a new row, and the old one stays.

    With the first day of the old period the whole period is replaced; with a later day it holds until then.
    """
    eis_mag_werken(door, verzoek.persoon.gemeente_id)
    _eis_te_verbeteren(verzoek, versie)
    if feit.pk not in {regel.feit.pk for regel in te_verbeteren(verzoek.persoon)}:
        raise ValidationError(_("Dit feit geldt niet meer of hoort niet bij deze inwoner. Kies een ander feit."))
    if laad_recht().feiten[feit.naam].is_oordeel and not motivering.strip():
        raise ValidationError({"motivering": _("Schrijf op waarom u dit vindt: wat hebt u gewogen?")})
    gegevens = verhoog(verzoek, versie, {})
    herkomst = _("verbeterd op verzoek %(nummer)s") % {"nummer": verzoek.nummer}
    werd = leg_feit_vast(
        persoon=verzoek.persoon,
        naam=feit.naam,
        waarde=waarde,
        vanaf=vanaf,
        tot=tot,
        motivering=motivering.strip(),
        herkomst=herkomst,
        door=door,
        op=op,
    )
    if omschrijving(werd) == omschrijving(feit):
        raise ValidationError(_("Zo staat het er al. Verander de waarde of de periode."))
    verbetering = Verbetering.objects.create(verzoek=verzoek, was=feit, werd=werd)
    _schrijf("verbeter_feit", verzoek, door, op, gegevens | {"feit": feit.naam, "was": feit.pk, "werd": werd.pk})
    return verbetering


@transaction.atomic
def meld_verbeterd(
    *, verzoek: Verzoek, versie: int, verbeterd_toelichting: str = "", door: Gebruiker, op: datetime.date
) -> Verzoek:
    """Tell the resident what was corrected, by letter. With that a granted rectification is done (AVG 12 lid 3)."""
    eis_mag_werken(door, verzoek.persoon.gemeente_id)
    _eis_te_verbeteren(verzoek, versie)
    if not verbeterd_toelichting.strip() and not verzoek.verbeteringen.exists():
        zin = _("Er is nog niets verbeterd. Verbeter een feit, of schrijf op wat er ergens anders is verbeterd.")
        raise ValidationError({"verbeterd_toelichting": zin})
    velden = {"verbeterd_op": op, "verbeterd_toelichting": verbeterd_toelichting.strip()}
    _schrijf("meld_verbeterd", verzoek, door, op, verhoog(verzoek, versie, velden))
    maak_brief(verzoek, _Brief.VERBETERING, door=door)
    return verzoek


@transaction.atomic
def maak_afschrift(
    *, persoon: Persoon, weglaten: Collection[str] = (), met_namen: bool = False, door: Gebruiker, op: datetime.date
) -> tuple[Afschrift, bytes]:
    """Make the copy for a resident. That it was made stays; the file goes to him and is not kept.

    `weglaten` are keys of free texts about somebody else (AVG 15 lid 4). That it was made stands in the copy itself.
    """
    eis_mag_werken(door, persoon.gemeente_id)
    bekend = {sleutel for sleutel, *_rest in vrije_teksten(gegevens_van(persoon))}
    if vreemd := sorted(set(weglaten) - bekend):
        raise ValidationError(_("Dit staat niet in het dossier: %(wat)s.") % {"wat": ", ".join(vreemd)})
    schrijf_inzage(onderwerp=persoon, door=door, doel="afschrift maken voor de inwoner")
    pdf = maak_kopie(persoon, weglaten=weglaten, met_namen=met_namen)
    afschrift = Afschrift.objects.create(
        persoon=persoon,
        gemaakt_op=clock.nu(),
        door=door,
        weggelaten=sorted(weglaten),
        met_namen=met_namen,
        sha256=hashlib.sha256(pdf).hexdigest(),
    )
    schrijf_gebeurtenis(
        handeling="maak_afschrift",
        onderwerp=afschrift,
        door=door,
        op=op,
        gemeentecode=persoon.gemeente_id,
        gegevens={"weggelaten": len(afschrift.weggelaten), "met_namen": met_namen},
    )
    return afschrift, pdf


def _eis_te_verbeteren(verzoek: Verzoek, versie: int) -> None:
    if verzoek.versie != versie:
        raise IntussenGewijzigd(verzoek, gezien=versie)
    if not verzoek.is_te_verbeteren:
        raise ValidationError(
            _("Verbeteren kan alleen na een ingewilligd verzoek om rectificatie waarop nog geen bericht is verstuurd.")
        )


def _eis_open(verzoek: Verzoek, versie: int) -> None:
    if verzoek.versie != versie:
        raise IntussenGewijzigd(verzoek, gezien=versie)
    if verzoek.uitkomst:
        raise ValidationError(
            _("Op dit verzoek is al beslist: %(uitkomst)s.") % {"uitkomst": verzoek.get_uitkomst_display()}
        )


def _schrijf(handeling: str, verzoek: Verzoek, door: Gebruiker, op: datetime.date, gegevens: dict[str, object]) -> None:
    schrijf_gebeurtenis(
        handeling=handeling,
        onderwerp=verzoek,
        door=door,
        op=op,
        gemeentecode=verzoek.persoon.gemeente_id,
        gegevens=gegevens,
    )
