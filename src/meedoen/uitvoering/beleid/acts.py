"""Acts: loading the reference data and a policy folder. Both are idempotent: what does not differ is not touched."""

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from ..kern.events import schrijf_gebeurtenis
from ..kern.models import Gebruiker
from .checks import controleer
from .documents import DEZE_SAMENWERKING, HELE_LAND, Beleid, Tabel
from .models import (
    Beleidscijfer,
    Doelgroep,
    Gemeente,
    Lading,
    Planningsstap,
    Samenwerking,
    Verordeningsbesluit,
)
from .ordinances import lees_verordeningen
from .policy import lees_beleid
from .reading import BestandenOnjuist, Fout
from .reference import CIJFERSLEUTEL, lees_referentiegegevens
from .upsert import Wijzigingen, werk_bij

REFERENTIE = "referentiegegevens"


@transaction.atomic
def laad_referentiegegevens(*, door: Gebruiker | None, op: datetime.date) -> Lading:
    """Load municipalities, mergers, regions and national figures that ship with the package.

    Returns the loading; a second run changes nothing, writes nothing and returns the first. Raises BestandenOnjuist.
    """
    gegevens = lees_referentiegegevens()
    wijzigingen = Wijzigingen()
    for model, sleutel, rijen in gegevens.tabellen():
        wijzigingen += werk_bij(model, sleutel, rijen)
    return _leg_vast(REFERENTIE, gegevens.sha256, wijzigingen, (), door=door, op=op)


@transaction.atomic
def laad_beleid(map_: Path, *, door: Gebruiker | None, op: datetime.date) -> Lading:
    """Load a folder of policy files (voorbeelden/drentsche-aa/): partnership, doelgroepen, planning and figures.

    What does not add up in the documents is loaded as published and told in `Lading.waarschuwingen`. Raises
    BestandenOnjuist with all faults; then nothing is loaded. Loading twice changes nothing.
    """
    bekende_codes = set(Gemeente.objects.values_list("code", flat=True))
    if not bekende_codes:
        herstel = _("Laad eerst de referentiegegevens.")
        raise BestandenOnjuist([Fout(map_.name, _("map"), "-", _("een database met gemeenten"), herstel)])
    beleid = lees_beleid(map_, bekende_codes)
    sleutel = str(beleid.samenwerking["sleutel"])
    wijzigingen = _zet_samenwerking(beleid)
    cijfers = [cijfer for tabel in beleid.tabellen for cijfer in _cijfers(tabel, sleutel)]
    _weiger_cijfers_van_elders(cijfers)
    wijzigingen += werk_bij(
        Doelgroep, ("samenwerking_id", "code"), [Doelgroep(samenwerking_id=sleutel, **d) for d in beleid.doelgroepen]
    )
    wijzigingen += werk_bij(
        Planningsstap,
        ("samenwerking_id", "omschrijving"),
        [Planningsstap(samenwerking_id=sleutel, **s) for s in beleid.stappen],
    )
    wijzigingen += werk_bij(Beleidscijfer, CIJFERSLEUTEL, cijfers)
    besluiten = lees_verordeningen(map_)
    wijzigingen += werk_bij(Verordeningsbesluit, ("gemeente_id", "verordening", "vanaf"), besluiten)
    waarschuwingen = tuple(str(bevinding) for bevinding in controleer(beleid))
    return _leg_vast(sleutel, beleid.sha256, wijzigingen, waarschuwingen, door=door, op=op)


def _zet_samenwerking(beleid: Beleid) -> Wijzigingen:
    """The partnership and exactly its municipalities."""
    naam, codes = beleid.samenwerking["naam"], sorted(beleid.samenwerking["gemeenten"])
    wijzigingen = werk_bij(
        Samenwerking, ("sleutel",), [Samenwerking(sleutel=beleid.samenwerking["sleutel"], naam=naam)]
    )
    samenwerking = Samenwerking.objects.get(pk=beleid.samenwerking["sleutel"])
    oud = sorted(samenwerking.gemeenten.values_list("code", flat=True))
    if oud != codes:
        samenwerking.gemeenten.set(codes)
        if oud:
            wijzigingen.gewijzigd += 1
            wijzigingen.details.append({"tabel": "beleid.samenwerking", "rij": [naam], "oud": oud, "nieuw": codes})
    return wijzigingen


def _cijfers(tabel: Tabel, samenwerking: str) -> Iterator[Beleidscijfer]:
    """The figures of one table as rows of the ledger."""
    gebied: dict[str, str] = {}
    if tabel.gebied == DEZE_SAMENWERKING:
        gebied["samenwerking_id"] = samenwerking
    elif tabel.gebied != HELE_LAND:
        gebied["gemeente_id"] = tabel.gebied
    for rij, waarden in tabel.rijen.items():
        for periode, waarde in zip(tabel.perioden, waarden, strict=True):
            opmerking = tabel.opmerkingen.get((rij, periode)) or tabel.opmerkingen.get((rij, ""), "")
            yield Beleidscijfer(
                **gebied,
                aard=tabel.aard,
                soort=tabel.soort,
                rij=rij,
                periode=periode,
                peildatum=tabel.peildata.get(periode),
                waarde=waarde,
                eenheid=tabel.eenheid,
                is_voorlopig=tabel.is_voorlopig,
                bekend_vanaf=tabel.document.vastgesteld,
                is_geverifieerd=tabel.is_geverifieerd,
                bron=tabel.document.bron(tabel.plaats),
                opmerking=opmerking,
                bestand=f"{samenwerking}/{tabel.document.bestand}",
            )


def _weiger_cijfers_van_elders(cijfers: list[Beleidscijfer]) -> None:
    """A figure that another folder already gave may not be overwritten: two files would undo each other for ever."""
    bestaand = {tuple(c[:-1]): c[-1] for c in Beleidscijfer.objects.values_list(*CIJFERSLEUTEL, "bestand")}
    fouten = []
    for cijfer in cijfers:
        elders = bestaand.get(tuple(getattr(cijfer, veld) for veld in CIJFERSLEUTEL))
        if elders is not None and Path(elders).parent != Path(cijfer.bestand).parent:
            plek = " / ".join(deel for deel in (cijfer.soort, cijfer.rij, cijfer.periode) if deel)
            herstel = _("Haal dit cijfer hier weg, of geef het een eigen soort.")
            fouten.append(
                Fout(
                    cijfer.bestand,
                    plek,
                    elders or _("ingevoerd in Meedoen"),
                    _("een cijfer dat nog nergens anders staat"),
                    herstel,
                )
            )
    if fouten:
        raise BestandenOnjuist(fouten)


def _leg_vast(
    naam: str,
    sha256: str,
    wijzigingen: Wijzigingen,
    waarschuwingen: tuple[str, ...],
    *,
    door: Gebruiker | None,
    op: datetime.date,
) -> Lading:
    """The loading and its event; when nothing changed the loading that stands."""
    vorige = Lading.objects.filter(naam=naam).last()
    if vorige is not None and wijzigingen.is_leeg:
        return vorige
    lading = Lading.objects.create(
        naam=naam,
        sha256=sha256,
        op=op,
        door=door,
        nieuw=wijzigingen.nieuw,
        gewijzigd=wijzigingen.gewijzigd,
        ongewijzigd=wijzigingen.ongewijzigd,
        waarschuwingen=list(waarschuwingen),
    )
    gegevens: dict[str, Any] = {"naam": naam, "sha256": sha256, "nieuw": lading.nieuw, "gewijzigd": wijzigingen.details}
    handeling = "laad_referentiegegevens" if naam == REFERENTIE else "laad_beleid"
    schrijf_gebeurtenis(handeling=handeling, onderwerp=lading, door=door, op=op, gegevens=gegevens)
    return lading
