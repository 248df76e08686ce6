"""Definitions: inflow, movement and outflow over the twelve months up to and including the reference date.

Per doelgroep two days are compared, so that the books always balance: the group now = the group a year ago + inflow +
moved in - moved out - outflow. Who came and left between those days is in none of them, and the definition says so.
"""

import datetime
from collections.abc import Callable

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from ..dossiers.models import Uitkering
from ..kern.units import Eenheid
from .areas import Gebied
from .doelgroepen import GROEPEN, NAMEN, PERSOONKOLOMMEN, bewoners, ingedeeld_op
from .figures import Definitie, Kolom, Rijen, Tekst, Tel, Verrijk
from .periods import in_de_twaalf_maanden, jaar_eerder

_TWEE_DAGEN = _(
    "Vergeleken worden de peildatum en dezelfde dag een jaar eerder; wie daartussen kwam en weer ging, telt niet mee."
)


def _in(groepen: tuple[str, ...], op: datetime.date) -> Q:
    """Filter: the resident is in one of these groups on the day. A set, not a question per row: the latter is slow."""
    return Q(pk__in=ingedeeld_op(groepen, op).values("persoon"))


def _stroom(code: str, kies: Callable[[datetime.date, datetime.date], Q], basis_is_nu: bool) -> Tel:
    """Residents of the group on the one day (`basis_is_nu`: the reference date) that satisfy `kies` on the other."""

    def tel(gebied: Gebied, peildatum: datetime.date) -> Rijen:
        toen = jaar_eerder(peildatum)
        basis = _in((code,), peildatum if basis_is_nu else toen)
        return bewoners(gebied).filter(basis, kies(toen, peildatum))

    return tel


def _laatste(code: str, op_nu: bool) -> Verrijk:
    """Adds `sinds` (came in) or `tot` (left): the date on which the resident entered or left the group."""

    def verrijk(rijen: Rijen, peildatum: datetime.date) -> Rijen:
        op = peildatum if op_nu else jaar_eerder(peildatum)
        eigen = ingedeeld_op((code,), op).filter(persoon=OuterRef("pk"))
        veld = "vanaf" if op_nu else "tot"
        verrijkt: Rijen = rijen.annotate(wissel=Subquery(eigen.order_by(veld).values(veld)[:1]))
        return verrijkt

    return verrijk


def _definitie(sleutel: str, naam: Tekst, omschrijving: Tekst, code: str, tel: Tel, op_nu: bool) -> Definitie:
    return Definitie(
        sleutel=f"{sleutel}-{code}",
        naam=naam,
        omschrijving=omschrijving,
        eenheid=Eenheid.PERSONEN,
        bron=_("het eigen register: indelingen in een doelgroep na diagnose"),
        artikel=_("Kadernota hoofdstuk 4.2 (sturing op instroom, doorstroom en uitstroom)"),
        tel=tel,
        kolommen=(*PERSOONKOLOMMEN, Kolom(_("In de groep sinds") if op_nu else _("In de groep tot"), "wissel")),
        jaar="wissel",
        jaar_naam=_("jaar van de wissel"),
        bladen=("personen", "indelingen"),
        gemeente="gemeente",
        persoon="",
        is_periode=True,
        opmerking=_TWEE_DAGEN,
        verrijk=_laatste(code, op_nu),
    )


def _per_groep(code: str) -> tuple[Definitie, ...]:
    zelf = (code,)
    return (
        _definitie(
            "instroom",
            format_lazy(_("Instroom in de doelgroep {groep}"), groep=NAMEN[code]),
            _("Inwoners die nu in deze doelgroep zitten en een jaar eerder in geen enkele doelgroep zaten."),
            code,
            _stroom(code, lambda toen, nu: ~_in(GROEPEN, toen), True),
            True,
        ),
        _definitie(
            "doorstroom-naar",
            format_lazy(_("Doorstroom naar de doelgroep {groep}"), groep=NAMEN[code]),
            _("Inwoners die nu in deze doelgroep zitten en een jaar eerder alleen in een andere doelgroep zaten."),
            code,
            _stroom(code, lambda toen, nu: _in(GROEPEN, toen) & ~_in(zelf, toen), True),
            True,
        ),
        _definitie(
            "doorstroom-uit",
            format_lazy(_("Doorstroom uit de doelgroep {groep}"), groep=NAMEN[code]),
            _("Inwoners die een jaar eerder in deze doelgroep zaten en nu alleen in een andere doelgroep zitten."),
            code,
            _stroom(code, lambda toen, nu: _in(GROEPEN, nu) & ~_in(zelf, nu), False),
            False,
        ),
        _definitie(
            "uitstroom",
            format_lazy(_("Uitstroom uit de doelgroep {groep}"), groep=NAMEN[code]),
            _("Inwoners die een jaar eerder in deze doelgroep zaten en nu in geen enkele doelgroep zitten."),
            code,
            _stroom(code, lambda toen, nu: ~_in(GROEPEN, nu), False),
            False,
        ),
    )


def _begonnen(peildatum: datetime.date) -> QuerySet[Uitkering]:
    """Benefits that began in the twelve months where none of the same person ran or ended at that moment."""
    eerder = Uitkering.objects.filter(Q(tot__isnull=True) | Q(tot__gte=OuterRef("vanaf")), persoon=OuterRef("persoon"))
    doorgelopen = Exists(eerder.filter(vanaf__lt=OuterRef("vanaf")))
    return Uitkering.objects.filter(~doorgelopen, in_de_twaalf_maanden("vanaf", peildatum))


def _beeindigd(peildatum: datetime.date) -> QuerySet[Uitkering]:
    """Benefits that ended in the twelve months where no other of the same person ran on."""
    ander = Uitkering.objects.filter(Q(tot__isnull=True) | Q(tot__gt=OuterRef("tot")), persoon=OuterRef("persoon"))
    loopt_door = Exists(ander.filter(vanaf__lte=OuterRef("tot")))
    return Uitkering.objects.filter(~loopt_door, in_de_twaalf_maanden("tot", peildatum))


def _bijstand(
    sleutel: str, naam: Tekst, omschrijving: Tekst, welke: Callable[[datetime.date], QuerySet[Uitkering]], veld: str
) -> Definitie:
    def tel(gebied: Gebied, peildatum: datetime.date) -> Rijen:
        return bewoners(gebied).filter(pk__in=welke(peildatum).values("persoon"))

    def verrijk(rijen: Rijen, peildatum: datetime.date) -> Rijen:
        eigen = welke(peildatum).filter(persoon=OuterRef("pk")).order_by(F(veld).desc())
        verrijkt: Rijen = rijen.annotate(
            wissel=Subquery(eigen.values(veld)[:1]), reden_einde=Subquery(eigen.values("reden_einde")[:1])
        )
        return verrijkt

    kolommen = [*PERSOONKOLOMMEN, Kolom(_("Datum"), "wissel")]
    if veld == "tot":
        kolommen.append(Kolom(_("Reden"), "reden_einde"))
    return Definitie(
        sleutel=sleutel,
        naam=naam,
        omschrijving=omschrijving,
        eenheid=Eenheid.PERSONEN,
        bron=_("het eigen register: uitkeringen"),
        artikel=_("Participatiewet artikel 11 en 19; Kadernota hoofdstuk 4.2"),
        tel=tel,
        kolommen=tuple(kolommen),
        jaar="wissel",
        jaar_naam=_("jaar van de wissel"),
        bladen=("personen", "uitkeringen"),
        gemeente="gemeente",
        persoon="",
        is_periode=True,
        regels=("heeft_recht_op_algemene_bijstand", "algemene_bijstand_per_maand"),
        verrijk=verrijk,
    )


_BIJSTAND = (
    _bijstand(
        "bijstand-begonnen",
        _("Inwoners die bijstand zijn gaan ontvangen"),
        _(
            "Elke inwoner van wie in de twaalf maanden tot en met de peildatum bijstand begon. Een uitkering die op "
            "een andere aansluit, is geen begin. Wie twee keer begon, telt één keer."
        ),
        _begonnen,
        "vanaf",
    ),
    _bijstand(
        "bijstand-beeindigd",
        _("Inwoners van wie de bijstand is geëindigd"),
        _(
            "Elke inwoner van wie in de twaalf maanden tot en met de peildatum de bijstand eindigde, om welke reden "
            "ook. Een uitkering waarop een andere aansluit, is niet geëindigd. Wie twee keer eindigde, telt één keer."
        ),
        _beeindigd,
        "tot",
    ),
)
DEFINITIES = (*(definitie for code in GROEPEN for definitie in _per_groep(code)), *_BIJSTAND)
