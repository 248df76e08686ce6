"""Which standing decisions rest on a fact: where it changes, they may have to be looked at again."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass

from meedoen.recht import DatumOnbekend, GegevenOntbreekt, GevalFout, RekenFout, bereken, lees_geval

from ..dossiers.known import einde_van
from ..dossiers.models import Feit, Persoon
from ..dossiers.queries import huishouden_op
from .kinds import SOORTEN
from .models import Besluit, Uitkomst

_EINDE = {Besluit.Soort.TOEKENNING_BIJSTAND: Besluit.Soort.BEEINDIGING_BIJSTAND}


@dataclass(frozen=True)
class Rustend:
    """A decision, and whether its kept computation read the fact; where none can tell, a person looks."""

    besluit: Besluit
    is_zeker: bool


def besluiten_op_feit(was: Feit, werd: Feit) -> list[Rustend]:
    """The standing grants of an amount per month, of this person and his household, made before the fact was corrected.

    Of those whose computation shows that it did not read the fact nothing is said.
    """
    vanaf = min(was.vanaf, werd.vanaf)
    eindes = [feit.tot for feit in (was, werd)]
    tot = None if None in eindes else max(dag for dag in eindes if dag)
    personen = {
        was.persoon,
        *huishouden_op(was.persoon, vanaf).personen,
        *huishouden_op(was.persoon, werd.vanaf).personen,
    }
    gevonden = []
    for besluit in _staande(personen):
        einde = _einde(besluit)
        if _gemaakt(besluit) >= werd.vastgelegd_op or (tot and tot <= besluit.vanaf) or (einde and einde <= vanaf):
            continue
        leest = _leest(besluit, was)
        if leest is not False:
            gevonden.append(Rustend(besluit, leest is True))
    return gevonden


def _staande(personen: Collection[Persoon]) -> list[Besluit]:
    """Grants of an amount per month that no other decision replaced."""
    soorten = [soort.toekenning for soort in SOORTEN.values() if soort.bedrag and not soort.is_eenmalig]
    rijen = Besluit.objects.filter(persoon__in=personen, soort__in=soorten, bedrag_per_maand__isnull=False)
    rijen = rijen.exclude(uitkomst=Uitkomst.AFWIJZEN).filter(herzieningen__isnull=True)
    return list(rijen.select_related("persoon").prefetch_related("berekeningen").order_by("-vanaf", "pk"))


def _einde(besluit: Besluit) -> datetime.date | None:
    """The day on which a later decision about the same took its place, or ended it."""
    soort = Besluit.Soort(besluit.soort)
    later = Besluit.objects.filter(persoon=besluit.persoon, vanaf__gt=besluit.vanaf)
    dagen = later.filter(soort__in=[soort, _EINDE.get(soort, soort)]).order_by("vanaf").values_list("vanaf", flat=True)
    return dagen.first()


def _gemaakt(besluit: Besluit) -> datetime.datetime:
    """When what the decision rests on was last computed; without a kept computation the end of its day."""
    momenten = [berekening.vastgelegd_op for berekening in besluit.berekeningen.all()]
    return max(momenten, default=einde_van(besluit.genomen_op))


def _leest(besluit: Besluit, feit: Feit) -> bool | None:
    """Whether the kept case of a decision was answered with this fact; None where no case tells."""
    berekeningen = sorted(besluit.berekeningen.all(), key=lambda b: b.vastgelegd_op)
    if not berekeningen:
        return None
    try:
        uitkomst = bereken(lees_geval(berekeningen[-1].opgave))
    except (GegevenOntbreekt, GevalFout, DatumOnbekend, RekenFout):
        return None
    gelezen = {(i.naam.split("[")[0], i.persoon) for stap in uitkomst.spoor for i in stap.invoer}
    return (feit.naam, feit.persoon.nummer) in gelezen
