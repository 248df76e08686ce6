"""The copy for a resident: plan, decisions, data held and who looked at them, in plain Dutch. Always Dutch."""

from collections.abc import Collection, Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from ..dossiers.models import Persoon
from ..huisstijl.formats import datum
from ..huisstijl.print import maak_pdf
from ..kern import clock
from .held import Opening, Soort, beschrijving, gegevens_van, handelingen_van, openingen_van

SJABLOON = "inwoners/typst/afschrift.typ"
MEESTE_KOLOMMEN = 6
LANGSTE_CEL = 60


def maak_kopie(persoon: Persoon, *, weglaten: Collection[str] = (), met_namen: bool = False) -> bytes:
    """The copy as PDF."""
    with override("nl"):
        return maak_pdf(SJABLOON, kopietekst(persoon, weglaten=weglaten, met_namen=met_namen), taal="nl")


def kopietekst(persoon: Persoon, *, weglaten: Collection[str] = (), met_namen: bool = False) -> dict[str, Any]:
    """Everything that stands in the copy, in the shape of the template."""
    soorten = gegevens_van(persoon, weglaten=weglaten, met_namen=met_namen)
    per_app: dict[str, list[Soort]] = {}
    for soort in soorten:
        per_app.setdefault(soort.tabel.split(".")[0], []).append(soort)
    plan, besluiten = per_app.pop("trajecten", []), per_app.pop("besluiten", [])
    rest = [soort for van_app in per_app.values() for soort in van_app]
    return {
        "titel": _("Uw gegevens bij de gemeente"),
        "gemeente": _("Gemeente %(gemeente)s") % {"gemeente": persoon.gemeente.naam},
        "kenmerken": [
            (_("Voor"), f"{persoon}, {_('geboren')} {datum(persoon.geboortedatum)}"),
            (_("Dossier"), persoon.nummer),
            (_("Dit staat er op"), datum(clock.vandaag())),
        ],
        "inleiding": list(_inleiding()),
        "hoofdstukken": [
            _hoofdstuk(_("Uw plan en de hulp die u krijgt"), plan, _("Er is geen plan.")),
            _hoofdstuk(_("Besluiten over u"), besluiten, _("Er zijn geen besluiten over u.")),
            _hoofdstuk(_("Wat wij verder van u weten"), rest, ""),
        ],
        "logboeken": [
            _logboek(_("Wie uw dossier opende"), _("Waarvoor"), openingen_van(persoon, met_namen=met_namen), met_namen),
            _logboek(
                _("Wat er met uw gegevens is gedaan"),
                _("Wat"),
                handelingen_van(persoon, met_namen=met_namen),
                met_namen,
            ),
        ],
        "rechten": list(_rechten()),
        "woorden": {"waarvoor": _("Waarvoor wij dit gebruiken"), "rechten": _("Klopt er iets niet?")},
    }


def _inleiding() -> Iterator[str]:
    yield _("Hier leest u welke gegevens wij van u hebben, waarvoor wij ze gebruiken en hoe lang wij ze bewaren.")
    yield _("U hebt recht op dit overzicht (Algemene verordening gegevensbescherming, artikel 15).")
    yield _("Gegevens van uw partner of van anderen staan er niet in. Van hen noemen wij hoogstens de naam.")
    yield _(
        "De gegevens komen van u, van onze medewerkers en uit het register van de gemeente. Bij een feit staat waar "
        "het vandaan komt. Wij delen ze alleen met wie een taak voor u heeft, zoals UWV. Een computer rekent met uw "
        "gegevens, maar een mens beslist."
    )
    if not beschrijving()["is_geverifieerd"]:
        yield _("Let op: de gronden en bewaartermijnen in dit overzicht zijn nog niet nagekeken (niet geverifieerd).")


def _rechten() -> Iterator[str]:
    yield _(
        "Klopt er iets niet, of mist u iets? Vraag ons om het te verbeteren (artikel 16). U krijgt binnen een maand "
        "antwoord. Het kan zijn dat wij meer tijd nodig hebben. Dat laten wij u dan binnen die maand weten."
    )
    yield _(
        "Soms mag u ook vragen om gegevens te wissen of er minder mee te doen, of bezwaar maken (artikel 17, 18, 21)."
    )
    yield _("Bent u niet tevreden? Dan kunt u een klacht indienen bij de Autoriteit Persoonsgegevens.")


def _hoofdstuk(kop: str, soorten: list[Soort], leeg: str) -> dict[str, Any]:
    return {"kop": kop, "leeg": leeg, "soorten": [_soort(soort) for soort in soorten]}


def _soort(soort: Soort) -> dict[str, Any]:
    """One table: as a table where it fits, else field under field."""
    koppen = list(dict.fromkeys(waarde.naam for rij in soort.rijen for waarde in rij))
    past = len(koppen) <= MEESTE_KOLOMMEN and all(len(w.tekst) <= LANGSTE_CEL for rij in soort.rijen for w in rij)
    rijen = [{waarde.naam: waarde.tekst for waarde in rij} for rij in soort.rijen]
    return {
        "kop": soort.naam,
        "grond": _("Dit mogen wij volgens: %(grond)s. Wij bewaren het: %(termijn)s.")
        % {"grond": soort.grondslag, "termijn": soort.bewaartermijn},
        "doelen": [list(doel) for doel in soort.doelen],
        "koppen": koppen if past else [],
        "breedtes": [max(len(kop), *(len(rij.get(kop, "")) for rij in rijen), 9) for kop in koppen],
        "rijen": [[rij.get(kop, "") for kop in koppen] for rij in rijen] if past else [],
        "lijsten": [] if past else [[[naam, tekst] for naam, tekst in rij.items()] for rij in rijen],
    }


def _logboek(kop: str, wat: str, openingen: list[Opening], met_namen: bool) -> dict[str, Any]:
    namen = _("U leest hier de functie van wie het deed. Wilt u weten wie het was? Vraag het ons.")
    return {
        "kop": kop,
        "uitleg": "" if met_namen else namen,
        "koppen": [_("Wanneer"), _("Wie"), wat],
        "rijen": [[o.moment, o.wie or _("het systeem"), o.doel] for o in openingen],
    }
