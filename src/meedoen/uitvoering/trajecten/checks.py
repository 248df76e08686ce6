"""What an act refuses before it changes anything: no right, no running plan, no such group, a day that cannot be."""

import datetime
from decimal import Decimal

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext as _

from ..beleid.models import Doelgroep
from ..dossiers.models import Persoon
from ..huisstijl.formats import datum
from ..kern.models import Gebruiker
from ..kern.permissions import Recht, eis_gemeente, heeft_recht
from .models import Plan


def eis_mag_werken(gebruiker: Gebruiker, gemeente: str) -> None:
    """Refuse (PermissionDenied) unless this user does this work, and for this municipality."""
    if not heeft_recht(gebruiker, Recht.WERK_DOEN):
        raise PermissionDenied(
            _("%(wie)s mag geen plannen van inwoners behandelen.") % {"wie": gebruiker.get_full_name() or gebruiker}
        )
    eis_gemeente(gebruiker, gemeente)


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
