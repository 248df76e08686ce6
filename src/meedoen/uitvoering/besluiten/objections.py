"""Acts on objections: take one in, put the decision on it off, decide on it (Awb chapters 6 and 7)."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ..dossiers.versions import IntussenGewijzigd, verhoog
from ..kern.events import schrijf_gebeurtenis
from ..kern.models import Gebruiker
from ..kern.numbers import vrij_nummer
from ..kern.permissions import eis_mag_werken
from .conditions import eis_ondertekenaar
from .models import Besluit, Bezwaar
from .terms import is_tijdig

_Uitkomst = Bezwaar.Uitkomst


@transaction.atomic
def neem_bezwaar_in(
    *,
    besluit: Besluit,
    ontvangen_op: datetime.date,
    gronden: str,
    verzonden_op: datetime.date | None = None,
    met_commissie: bool = False,
    door: Gebruiker,
    op: datetime.date,
) -> Bezwaar:
    """Take in an objection to a decision, also one that is late: whether that matters is for the decision on it."""
    eis_mag_werken(door, besluit.persoon.gemeente_id)
    if not besluit.genomen_op <= ontvangen_op <= op:
        raise ValidationError({"ontvangen_op": _("Kies een dag vanaf het besluit tot en met vandaag.")})
    if verzonden_op is not None and not besluit.genomen_op <= verzonden_op <= ontvangen_op:
        raise ValidationError({"verzonden_op": _("Kies een dag vanaf het besluit tot en met de ontvangst.")})
    if not gronden.strip():
        raise ValidationError({"gronden": _("Schrijf op waarom de inwoner het er niet mee eens is.")})
    bezwaar = Bezwaar.objects.create(
        nummer=vrij_nummer(Bezwaar, "Z"),
        besluit=besluit,
        ontvangen_op=ontvangen_op,
        verzonden_op=verzonden_op,
        gronden=gronden.strip(),
        met_commissie=met_commissie,
        eigenaar=door,
    )
    _schrijf("neem_bezwaar_in", bezwaar, door, op, {"versie": 1, "besluit": besluit.nummer})
    return bezwaar


@transaction.atomic
def verdaag(*, bezwaar: Bezwaar, versie: int, weken: int, door: Gebruiker, op: datetime.date) -> Bezwaar:
    """Put the decision on an objection off, at most six weeks in all (Awb 7:10 lid 3)."""
    eis_mag_werken(door, bezwaar.besluit.persoon.gemeente_id)
    _eis_open(bezwaar, versie)
    if not 1 <= weken <= 6:
        raise ValidationError({"weken": _("Verdagen kan met 1 tot en met 6 weken (Algemene wet bestuursrecht 7:10).")})
    if bezwaar.weken_verdaagd:
        raise ValidationError({"weken": _("De beslissing is al verdaagd. Verder uitstel kan alleen met instemming.")})
    _schrijf("verdaag", bezwaar, door, op, verhoog(bezwaar, versie, {"weken_verdaagd": weken}))
    return bezwaar


@transaction.atomic
def beslis_op_bezwaar(
    *,
    bezwaar: Bezwaar,
    versie: int,
    uitkomst: str,
    motivering: str,
    verschoonbaar_wegens: str = "",
    door: Gebruiker,
    op: datetime.date,
) -> Bezwaar:
    """Decide on an objection, with reasons. Not by who signed the decision itself (Awb 10:3)."""
    eis_ondertekenaar(door, bezwaar.besluit.persoon.gemeente_id)
    _eis_open(bezwaar, versie)
    procedure = bezwaar.besluit.procedure
    if procedure is not None and procedure.ondertekend_door == door:
        raise ValidationError(_("U ondertekende dit besluit zelf. Een ander beslist op het bezwaar."))
    inhoudelijk = uitkomst not in (_Uitkomst.NIET_ONTVANKELIJK, _Uitkomst.INGETROKKEN)
    if inhoudelijk and not is_tijdig(bezwaar) and not verschoonbaar_wegens.strip():
        zin = _(
            "Het bezwaar kwam te laat. Schrijf op waarom dat verschoonbaar is (Algemene wet bestuursrecht 6:11), "
            "of verklaar het niet-ontvankelijk."
        )
        raise ValidationError({"verschoonbaar_wegens": zin})
    if not motivering.strip():
        raise ValidationError({"motivering": _("Een beslissing op bezwaar heeft een motivering.")})
    velden = {
        "uitkomst": uitkomst,
        "motivering": motivering.strip(),
        "verschoonbaar_wegens": verschoonbaar_wegens.strip(),
        "besloten_op": op,
        "besloten_door": door,
    }
    _schrijf("beslis_op_bezwaar", bezwaar, door, op, verhoog(bezwaar, versie, velden) | {"uitkomst": uitkomst})
    return bezwaar


def _eis_open(bezwaar: Bezwaar, versie: int) -> None:
    if bezwaar.versie != versie:
        raise IntussenGewijzigd(bezwaar, gezien=versie)
    if bezwaar.uitkomst:
        raise ValidationError(
            _("Op dit bezwaar is al beslist: %(uitkomst)s.") % {"uitkomst": bezwaar.get_uitkomst_display()}
        )


def _schrijf(handeling: str, bezwaar: Bezwaar, door: Gebruiker, op: datetime.date, gegevens: dict[str, object]) -> None:
    schrijf_gebeurtenis(
        handeling=handeling,
        onderwerp=bezwaar,
        door=door,
        op=op,
        gemeentecode=bezwaar.besluit.persoon.gemeente_id,
        gegevens=gegevens,
    )
