"""Facts that belong to one procedure: kept with it, so that a later one never reads an old judgment.

What a person did and how it is judged, or whether this instrument is needed, holds for one case. The register keeps
what holds for a period of his life.
"""

import datetime
from collections.abc import Callable, Collection, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from meedoen.recht import laad_recht

from ..dossiers.acts import beantwoord_vragen
from ..dossiers.fact_values import als_opgave, als_register
from ..dossiers.questions import Antwoord
from ..kern import clock
from ..kern.models import Gebruiker
from ..kern.permissions import eis_mag_werken
from .earlier_sanctions import eerdere_boetes, eerdere_maatregelen
from .history import schrijf
from .models import Procedure, Zaakfeit
from .provision import feiten_van_voorziening

VAN_DE_ZAAK = frozenset(
    {
        "gedraging",
        "overtreding_op",
        "was_ontheven_bij_overtreding",
        "weigerde_arbeid",
        "reistijd_per_dag",
        "duur_aangeboden_arbeidsovereenkomst",
        "aangeboden_nettoloon_per_maand",
        "is_verhuizen_de_enige_mogelijkheid",
        "eerdere_maatregelen",
        "maatregel_besluit_op",
        "betoont_tekortschietend_besef",
        "misdraging_is_zeer_ernstig",
        "elke_verwijtbaarheid_ontbreekt",
        "dringende_redenen_om_maatregel_af_te_stemmen",
        "deel_van_verlaging_na_afstemming",
        "spreiden_is_gerechtvaardigd",
        "bedrag_door_tekortschietend_besef",
        "maand_van_maatregel",
        "heeft_om_herziening_gevraagd",
        "komt_verplichtingen_ondubbelzinnig_na",
        "benadelingsbedrag",
        "verwijtbaarheid",
        "eerdere_boetes",
        "eerdere_waarschuwingen",
        "heeft_uit_eigen_beweging_gemeld",
        "alsnog_gemeld_op",
        "dringende_redenen_tegen_boete",
        "evenredig_deel_van_boete",
        "geldboete_derde_categorie_sinds_2026",
        "geldboete_vijfde_categorie_sinds_2026",
        "gevraagd_onbeloond_werk",
        "voorziening_past_in_verordening",
        "voorziening_is_noodzakelijk",
    }
)
"""Every fact of `recht/feiten/maatregelen.toml`, `boete.toml` and `voorziening.toml` (a test asks for it)."""
_AFGELEID: Mapping[str, Callable[[Procedure], Mapping[str, Any]]] = {
    Procedure.Soort.MAATREGEL: eerdere_maatregelen,
    Procedure.Soort.BOETE: eerdere_boetes,
    Procedure.Soort.VOORZIENING: feiten_van_voorziening,
}


def feiten_van_de_zaak(procedure: Procedure) -> dict[str, Any]:
    """The facts of a procedure as a case states them, and those that follow from the register or earlier decisions."""
    afgeleid = _AFGELEID.get(procedure.soort)
    laatste = {rij.naam: rij for rij in procedure.zaakfeiten.select_related("door")}
    eigen = {naam: als_opgave(rij) for naam, rij in laatste.items()}
    return {**(afgeleid(procedure) if afgeleid else {}), **eigen}


@transaction.atomic
def leg_zaakfeiten_vast(
    *,
    procedure: Procedure,
    waarden: Mapping[str, Any],
    motiveringen: Mapping[str, str] | None = None,
    door: Gebruiker,
    op: datetime.date,
) -> list[Zaakfeit]:
    """Record facts of a procedure. ValidationError for a value that is none of the values of its fact."""
    eis_mag_werken(door, procedure.gemeente_id)
    if onbekend := set(waarden) - VAN_DE_ZAAK:
        raise ValidationError(_("Dit hoort niet bij een zaak: %(namen)s.") % {"namen": ", ".join(sorted(onbekend))})
    feiten, gronden = laad_recht().feiten, motiveringen or {}
    rijen = [
        Zaakfeit.objects.create(
            procedure=procedure,
            naam=naam,
            waarde=als_register(feiten[naam], waarde),
            motivering=gronden.get(naam, ""),
            vastgelegd_op=clock.nu(),
            door=door,
        )
        for naam, waarde in waarden.items()
    ]
    schrijf("leg_zaakfeiten_vast", procedure, door, op, {"feiten": sorted(waarden)})
    return rijen


@transaction.atomic
def beantwoord(*, procedure: Procedure, antwoorden: Collection[Antwoord], door: Gebruiker, op: datetime.date) -> None:
    """Record the answers to the questions of a procedure, each where it belongs: the case, or the register."""
    zaak = [a for a in antwoorden if a.naam in VAN_DE_ZAAK and a.persoon == procedure.persoon]
    rest = [a for a in antwoorden if a not in zaak]
    if zaak:
        waarden, gronden = {a.naam: a.waarde for a in zaak}, {a.naam: a.motivering for a in zaak}
        leg_zaakfeiten_vast(procedure=procedure, waarden=waarden, motiveringen=gronden, door=door, op=op)
    if rest:
        beantwoord_vragen(antwoorden=rest, vanaf=procedure.ingangsdatum, door=door, op=op)


def neem_over(van: Procedure, naar: Procedure) -> None:
    """The facts of an earlier procedure hold for this one too, each with who stated or judged it and when."""
    laatste = {rij.naam: rij for rij in van.zaakfeiten.all()}
    Zaakfeit.objects.bulk_create(
        Zaakfeit(
            procedure=naar,
            naam=rij.naam,
            waarde=rij.waarde,
            motivering=rij.motivering,
            vastgelegd_op=rij.vastgelegd_op,
            door=rij.door,
        )
        for rij in laatste.values()
    )
