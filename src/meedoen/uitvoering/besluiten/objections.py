"""Acts on objections: take one in, put the decision on it off, decide on it (Awb chapters 6 and 7)."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ..dossiers.versions import IntussenGewijzigd, verhoog
from ..kern import clock
from ..kern.events import schrijf_gebeurtenis
from ..kern.models import Gebruiker
from ..kern.numbers import vrij_nummer
from ..kern.permissions import eis_mag_werken
from .conditions import eis_ondertekenaar
from .models import Besluit, Bezwaar, Bezwaarbrief
from .objection_letters import STUKKEN_TOT, maak_bezwaarbrief
from .terms import is_tijdig

_Uitkomst = Bezwaar.Uitkomst
_Brief = Bezwaarbrief.Soort


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
    """Take in an objection to a decision, with the letter that says so (Awb 6:14); also one that is late: whether that
    matters is for the decision on it.
    """
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
    maak_bezwaarbrief(bezwaar, _Brief.ONTVANGST, door=door)
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
    maak_bezwaarbrief(bezwaar, _Brief.VERDAGING, door=door)
    return bezwaar


@transaction.atomic
def nodig_uit(
    *,
    bezwaar: Bezwaar,
    versie: int,
    hoorzitting_op: datetime.datetime,
    hoorzitting_waar: str,
    door: Gebruiker,
    op: datetime.date,
) -> Bezwaar:
    """Invite who objects to be heard (Awb 7:2), in time for him to hand in papers; again when it moves."""
    eis_mag_werken(door, bezwaar.besluit.persoon.gemeente_id)
    _eis_open(bezwaar, versie)
    if clock.in_nederland(hoorzitting_op).date() < op + STUKKEN_TOT:
        zin = _("Kies een dag over ten minste tien dagen: tot dan kan de inwoner stukken indienen (Awb 7:4).")
        raise ValidationError({"hoorzitting_op": zin})
    if not hoorzitting_waar.strip():
        raise ValidationError({"hoorzitting_waar": _("Schrijf op waar de hoorzitting is.")})
    velden = {"hoorzitting_op": hoorzitting_op, "hoorzitting_waar": hoorzitting_waar.strip()}
    _schrijf("nodig_uit", bezwaar, door, op, verhoog(bezwaar, versie, velden))
    maak_bezwaarbrief(bezwaar, _Brief.UITNODIGING, door=door)
    return bezwaar


@transaction.atomic
def beslis_op_bezwaar(
    *,
    bezwaar: Bezwaar,
    versie: int,
    uitkomst: str,
    motivering: str,
    verschoonbaar_wegens: str = "",
    niet_gehoord_wegens: str = "",
    door: Gebruiker,
    op: datetime.date,
) -> Bezwaar:
    """Decide on an objection, with reasons and the letter. Not by who signed the decision itself (Awb 10:3), and not
    before a hearing unless the law lets it be left out.
    """
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
    _eis_gehoord(bezwaar, uitkomst, niet_gehoord_wegens, op)
    velden = {
        "uitkomst": uitkomst,
        "motivering": motivering.strip(),
        "verschoonbaar_wegens": verschoonbaar_wegens.strip(),
        "niet_gehoord_wegens": niet_gehoord_wegens,
        "besloten_op": op,
        "besloten_door": door,
    }
    _schrijf("beslis_op_bezwaar", bezwaar, door, op, verhoog(bezwaar, versie, velden) | {"uitkomst": uitkomst})
    if uitkomst != _Uitkomst.INGETROKKEN:
        maak_bezwaarbrief(bezwaar, _Brief.BESLISSING, door=door)
    return bezwaar


def _eis_gehoord(bezwaar: Bezwaar, uitkomst: str, niet_gehoord_wegens: str, op: datetime.date) -> None:
    """Who objects was heard, or one of the grounds of Awb 7:3 to leave it out is named."""
    gehoord = bezwaar.hoorzitting_op is not None and clock.in_nederland(bezwaar.hoorzitting_op).date() <= op
    if not gehoord and not niet_gehoord_wegens and uitkomst != _Uitkomst.INGETROKKEN:
        raise ValidationError(
            {
                "niet_gehoord_wegens": _(
                    "Er is nog niet gehoord. Nodig eerst uit voor een hoorzitting, of kies waarom dat niet hoeft "
                    "(Algemene wet bestuursrecht 7:2 en 7:3)."
                )
            }
        )


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
