"""Letters about a request: received, it takes longer, the decision. Always Dutch: they go to the resident."""

import hashlib
from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from meedoen.recht.termijnen import laatste_dag_bezwaar, uiterste_datum_verzoek

from ..besluiten.letter_parts import Deel
from ..besluiten.letters import SJABLOON
from ..huisstijl.formats import datum
from ..huisstijl.print import maak_pdf
from ..kern import clock
from ..kern.models import Gebruiker
from .corrections import verbeteringen_van
from .models import Verzoek, Verzoekbrief

_Soort = Verzoekbrief.Soort


def maak_brief(verzoek: Verzoek, soort: str, *, door: Gebruiker) -> Verzoekbrief:
    """Make a letter about a request, and keep the file as it goes out."""
    with override("nl"):
        pdf = maak_pdf(SJABLOON, brieftekst(verzoek, soort, door), taal="nl")
    return Verzoekbrief.objects.create(
        verzoek=verzoek, soort=soort, pdf=pdf, sha256=hashlib.sha256(pdf).hexdigest(), gemaakt_op=clock.nu(), door=door
    )


def brieftekst(verzoek: Verzoek, soort: str, door: Gebruiker) -> dict[str, Any]:
    """Everything that stands in the letter, in the shape of the template."""
    persoon, gemeente = verzoek.persoon, verzoek.persoon.gemeente.naam
    titel, delen = _BRIEVEN[soort](verzoek)
    return {
        "titel": titel,
        "gemeente": _("Gemeente %(gemeente)s") % {"gemeente": gemeente},
        "kenmerken": [
            (_("Datum"), datum(clock.vandaag())),
            (_("Voor"), f"{persoon}, {_('geboren')} {datum(persoon.geboortedatum)}"),
            (_("Dossier"), persoon.nummer),
            (_("Nummer van uw verzoek"), verzoek.nummer),
        ],
        "aanhef": _("Beste mevrouw of heer %(naam)s,") % {"naam": persoon.achternaam},
        "inleiding": _("Op %(dag)s vroeg u ons iets over uw gegevens: %(wat)s.")
        % {"dag": datum(verzoek.ontvangen_op), "wat": _gevraagd(verzoek)},
        "delen": [deel.als_gegevens() for deel in delen],
        "groet": _("Met vriendelijke groet,"),
        "namens": _("namens het college van burgemeester en wethouders van %(gemeente)s,") % {"gemeente": gemeente},
        "ondertekenaar": door.get_full_name() or door.get_username(),
    }


def _gevraagd(verzoek: Verzoek) -> str:
    if verzoek.soort == Verzoek.Soort.INZAGE:
        return _("u wilt weten welke gegevens wij van u hebben")
    return _("u wilt dat wij gegevens verbeteren of aanvullen")


def _ontvangst(verzoek: Verzoek) -> tuple[str, list[Deel]]:
    uiterlijk = {"dag": datum(uiterste_datum_verzoek(verzoek.ontvangen_op))}
    return _("Wij hebben uw verzoek ontvangen"), [
        Deel(_("Dit vroeg u"), (verzoek.tekst,)),
        Deel(
            _("Wanneer krijgt u antwoord?"),
            (
                _(
                    "U krijgt uiterlijk op %(dag)s antwoord (Algemene verordening gegevensbescherming, artikel 12). "
                    "Lukt dat niet, dan laten wij u voor die dag weten waarom."
                )
                % uiterlijk,
            ),
        ),
    ]


def _verlenging(verzoek: Verzoek) -> tuple[str, list[Deel]]:
    uiterlijk = {"dag": datum(uiterste_datum_verzoek(verzoek.ontvangen_op, is_verlengd=True))}
    zin = _("U krijgt uiterlijk op %(dag)s antwoord (Algemene verordening gegevensbescherming, artikel 12 lid 3).")
    return _("Ons antwoord duurt langer"), [
        Deel(_("Waarom duurt het langer?"), (verzoek.verlengd_wegens, zin % uiterlijk)),
        _klacht(),
    ]


def _besluit(verzoek: Verzoek) -> tuple[str, list[Deel]]:
    inzage = verzoek.soort == Verzoek.Soort.INZAGE
    besluit = {
        Verzoek.Uitkomst.INGEWILLIGD: _("U krijgt een afschrift van uw gegevens. Het zit bij deze brief.")
        if inzage
        else _("Wij verbeteren uw gegevens. U krijgt een brief waarin staat wat wij hebben veranderd."),
        Verzoek.Uitkomst.DEELS: _("U krijgt een afschrift van een deel van uw gegevens. Het zit bij deze brief.")
        if inzage
        else _("Wij verbeteren een deel van uw gegevens. U krijgt een brief waarin staat wat wij hebben veranderd."),
        Verzoek.Uitkomst.GEWEIGERD: _("U krijgt geen afschrift van uw gegevens.")
        if inzage
        else _("Wij veranderen uw gegevens niet."),
    }[Verzoek.Uitkomst(verzoek.uitkomst)]
    artikel = "15" if inzage else "16"
    rust = _("Dit besluit rust op de Algemene verordening gegevensbescherming, artikel %(artikel)s.")
    delen = [
        Deel(_("Ons besluit"), (besluit,)),
        Deel(_("Waarom wij dit besluiten"), (verzoek.motivering, rust % {"artikel": artikel})),
        _bezwaar(verzoek),
        _klacht(),
    ]
    return _("Besluit over uw verzoek"), delen


def _verbetering(verzoek: Verzoek) -> tuple[str, list[Deel]]:
    verbeteringen = verbeteringen_van(verzoek)
    tabel = {
        "koppen": [_("Gegeven"), _("Dit stond er"), _("Dit staat er nu")],
        "rijen": [[v.verbetering.werd.naam_leesbaar.capitalize(), v.was, v.werd] for v in verbeteringen],
        "uitlijning": ["links", "links", "links"],
    }
    delen = [
        Deel(
            _("Dit hebben wij verbeterd"),
            (verzoek.verbeterd_toelichting,) if verzoek.verbeterd_toelichting else (),
            tabel=tabel if verbeteringen else None,
        ),
        Deel(
            _("Wat er eerst stond"),
            (_("Dat bewaren wij, zodat te zien blijft waarop wij eerder besloten."),),
        ),
    ]
    if any(v.besluiten for v in verbeteringen):
        zin = _(
            "Misschien verandert hierdoor een bedrag dat u krijgt. Wij kijken dat na. "
            "Is dat zo, dan krijgt u een besluit."
        )
        delen.append(Deel(_("Wat dit betekent voor eerdere besluiten"), (zin,)))
    return _("Wij hebben uw gegevens verbeterd"), [*delen, _klacht()]


def _bezwaar(verzoek: Verzoek) -> Deel:
    assert verzoek.besloten_op is not None, "a decision has its day"
    wat = {"dag": datum(laatste_dag_bezwaar(verzoek.besloten_op)), "nummer": verzoek.nummer}
    return Deel(
        _("Bent u het er niet mee eens?"),
        (
            _(
                "Dan kunt u bezwaar maken. Dat kost niets. Stuur ons een brief; wij moeten hem uiterlijk op %(dag)s "
                "hebben (Algemene wet bestuursrecht, artikel 6:7; Uitvoeringswet AVG, artikel 34). Zet in uw brief:"
            )
            % wat,
        ),
        (
            _("uw naam en adres, en de datum;"),
            _("dat u bezwaar maakt tegen ons besluit over verzoek %(nummer)s;") % wat,
            _("waarom u het er niet mee eens bent;"),
            _("uw handtekening."),
        ),
    )


def _klacht() -> Deel:
    return Deel(
        _("Een klacht over uw gegevens"),
        (_("U kunt ook een klacht indienen bij de Autoriteit Persoonsgegevens, of naar de rechter gaan."),),
    )


_BRIEVEN: dict[str, Callable[[Verzoek], tuple[str, list[Deel]]]] = {
    _Soort.ONTVANGST: _ontvangst,
    _Soort.VERLENGING: _verlenging,
    _Soort.BESLUIT: _besluit,
    _Soort.VERBETERING: _verbetering,
}
