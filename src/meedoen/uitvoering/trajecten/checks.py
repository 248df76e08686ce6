"""What an act refuses before it changes anything: no right, no running plan, no such group, a day that cannot be."""

import datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from ..beleid.models import Doelgroep
from ..dossiers.models import Indeling, Persoon
from ..dossiers.queries import geldig_op
from ..huisstijl.formats import datum
from ..kern.models import Gebruiker
from ..kern.permissions import eis_mag_werken
from .models import Doel, Inzet, Plan


def eis_lopend_plan(plan: Plan, door: Gebruiker) -> None:
    """Refuse work on a plan that is closed, or by somebody who may not work on it."""
    eis_mag_werken(door, plan.gemeente_id)
    if plan.tot is not None:
        raise ValidationError(_("Dit plan is gesloten op %(dag)s. Maak een nieuw plan.") % {"dag": datum(plan.tot)})


def eis_niet_na(dag: datetime.date, op: datetime.date, veld: str) -> None:
    """Refuse a day after `op` for what has already happened."""
    if dag > op:
        zin = _("Deze dag ligt na vandaag (%(vandaag)s). Kies een dag tot en met vandaag.") % {"vandaag": datum(op)}
        raise ValidationError({veld: zin})


def doelgroepen_voor(gemeente: str) -> list[Doelgroep]:
    """The groups of the Kadernota of the partnership of this municipality, in their order."""
    return list(Doelgroep.objects.filter(samenwerking__gemeenten=gemeente).order_by("volgorde").distinct())


def grenzen(code: str) -> tuple[int, int] | None:
    """The percentages that the code of a group names ("30-50"); None for a group that names none ("jongeren")."""
    delen = code.split("-")
    if len(delen) == 2 and all(deel.isdigit() for deel in delen):
        return int(delen[0]), int(delen[1])
    return None


def kies_doelgroep(persoon: Persoon, gekozen: str, percentage: Decimal | None) -> str:
    """The group that was chosen, checked; or the one that follows from the verdiencapaciteit.

    On the border of two groups somebody has to choose: the Kadernota does not say to which the border belongs.
    """
    groepen = {groep.code: grenzen(groep.code) for groep in doelgroepen_voor(persoon.gemeente_id)}
    passend = [c for c, g in groepen.items() if g and percentage is not None and g[0] <= percentage <= g[1]]
    if not gekozen:
        if len(passend) == 1:
            return passend[0]
        zin = (
            _("Deze verdiencapaciteit ligt op de grens van %(groepen)s. Kies zelf de doelgroep.")
            % {"groepen": ", ".join(passend)}
            if passend
            else _("Vul de verdiencapaciteit in, of kies zelf de doelgroep.")
        )
        raise ValidationError({"doelgroep": zin})
    if gekozen not in groepen:
        raise ValidationError(
            {"doelgroep": _("Doelgroep %(code)s staat niet in de Kadernota van deze gemeente.") % {"code": gekozen}}
        )
    bereik = groepen[gekozen]
    if bereik and gekozen not in passend:
        zin = _("Bij doelgroep %(code)s hoort een verdiencapaciteit van %(van)s tot en met %(tot)s procent.")
        raise ValidationError({"doelgroep": zin % {"code": gekozen, "van": bereik[0], "tot": bereik[1]}})
    return gekozen


def eis_bij_plan(plan: Plan, persoon: Persoon, doel: Doel, vanaf: datetime.date) -> None:
    """Refuse a person or a goal that is not of this plan, and a day before it began."""
    if not plan.leden.filter(persoon=persoon).exists():
        raise ValidationError({"persoon": _("Dit plan gaat niet over deze inwoner.")})
    if doel.plan_id != plan.pk or doel.behaald_op is not None:
        raise ValidationError({"doel": _("Kies een doel van dit plan dat nog niet is behaald.")})
    if vanaf < plan.vanaf:
        zin = _("Het plan begint op %(vanaf)s. Kies die dag of een dag daarna.") % {"vanaf": datum(plan.vanaf)}
        raise ValidationError({"vanaf": zin})


def eis_toegestaan(persoon: Persoon, instrument: str, op: datetime.date) -> None:
    """Refuse an instrument that the Kadernota does not list for the person's group."""
    groep = Indeling.objects.filter(geldig_op(op), persoon=persoon).values_list("doelgroep", flat=True).first()
    if groep is None:
        raise ValidationError({"instrument": _("Deze inwoner is nog niet ingedeeld. Stel eerst een diagnose.")})
    mogelijk: list[str] = next((g.instrumenten for g in doelgroepen_voor(persoon.gemeente_id) if g.code == groep), [])
    if instrument not in mogelijk:
        zin = _("%(instrument)s hoort niet bij doelgroep %(groep)s. Kies uit: %(mogelijk)s.")
        wat = {"instrument": instrument.capitalize(), "groep": groep, "mogelijk": ", ".join(mogelijk)}
        raise ValidationError({"instrument": zin % wat})


def eis_vrij(persoon: Persoon, instrument: str, vorm: str, vanaf: datetime.date, tot: datetime.date | None) -> None:
    """Refuse a second period of the same instrument, or of the same unpaid work, at the same time."""
    zelfde = Q(instrument=instrument) | (Q(vorm=vorm) if vorm else Q(pk=None))
    loopt = Inzet.objects.filter(zelfde, persoon=persoon).filter(Q(tot=None) | Q(tot__gt=vanaf))
    if tot is not None:
        loopt = loopt.filter(vanaf__lt=tot)
    if (al := loopt.first()) is not None:
        einde = datum(al.tot) if al.tot else _("heden")
        wat = {"instrument": al.instrument, "vanaf": datum(al.vanaf), "tot": einde}
        raise ValidationError(
            {"vanaf": _("%(instrument)s loopt al van %(vanaf)s tot %(tot)s. Verleng dat, of begin daarna.") % wat}
        )
