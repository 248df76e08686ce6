"""The letters of an objection, in plain Dutch: received, invitation to be heard, put off, decision. Always Dutch."""

import datetime
import hashlib
from collections.abc import Callable, Iterator
from typing import Any

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from meedoen.recht.termijnen import laatste_dag_bezwaar

from ..huisstijl.formats import datum
from ..huisstijl.print import maak_pdf
from ..kern import clock
from ..kern.models import Gebruiker
from .letter_parts import Deel
from .letters import SJABLOON
from .models import Bezwaar, Bezwaarbrief
from .terms import beslistermijn_bezwaar

_Soort, _Uitkomst = Bezwaarbrief.Soort, Bezwaar.Uitkomst
STUKKEN_TOT = datetime.timedelta(days=10)
TER_INZAGE = datetime.timedelta(days=7)
"""Awb 7:4: papers until ten days before the hearing; everything to be read during at least a week before it."""
TITELS = {
    _Soort.ONTVANGST: lambda: _("Wij hebben uw bezwaar ontvangen"),
    _Soort.UITNODIGING: lambda: _("Uitnodiging: vertel ons uw verhaal"),
    _Soort.VERDAGING: lambda: _("Onze beslissing op uw bezwaar duurt langer"),
    _Soort.BESLISSING: lambda: _("Beslissing op uw bezwaar"),
}


def maak_bezwaarbrief(bezwaar: Bezwaar, soort: str, *, door: Gebruiker) -> Bezwaarbrief:
    """Make a letter about an objection, and keep the file as it goes out."""
    with override("nl"):
        pdf = maak_pdf(SJABLOON, bezwaarbrieftekst(bezwaar, soort, door), taal="nl")
    return Bezwaarbrief.objects.create(
        bezwaar=bezwaar, soort=soort, pdf=pdf, sha256=hashlib.sha256(pdf).hexdigest(), gemaakt_op=clock.nu(), door=door
    )


def bezwaarbrieftekst(bezwaar: Bezwaar, soort: str, door: Gebruiker) -> dict[str, Any]:
    """Everything that stands in the letter, in the shape of the template."""
    besluit, persoon = bezwaar.besluit, bezwaar.besluit.persoon
    gemeente = persoon.gemeente.naam
    waarover = {
        "dag": datum(bezwaar.ontvangen_op),
        "besluit": besluit.onderwerp,
        "genomen": datum(besluit.genomen_op),
    }
    return {
        "titel": TITELS[_Soort(soort)](),
        "gemeente": _("Gemeente %(gemeente)s") % {"gemeente": gemeente},
        "kenmerken": [
            (_("Datum"), datum(clock.vandaag())),
            (_("Voor"), f"{persoon}, {_('geboren')} {datum(persoon.geboortedatum)}"),
            (_("Nummer van uw bezwaar"), bezwaar.nummer),
            (_("Nummer van het besluit"), besluit.nummer),
        ],
        "aanhef": _("Beste mevrouw of heer %(naam)s,") % {"naam": persoon.achternaam},
        "inleiding": _("Op %(dag)s kregen wij uw bezwaar. Het gaat over ons besluit van %(genomen)s: %(besluit)s.")
        % waarover,
        "delen": [deel.als_gegevens() for deel in _DELEN[soort](bezwaar)],
        "groet": _("Met vriendelijke groet,"),
        "namens": _("namens het college van burgemeester en wethouders van %(gemeente)s,") % {"gemeente": gemeente},
        "ondertekenaar": door.get_full_name() or door.get_username(),
    }


def _ontvangst(bezwaar: Bezwaar) -> Iterator[Deel]:
    yield Deel(_("Dit bent u er niet mee eens"), (bezwaar.gronden,))
    wie = _("Een commissie kijkt naar uw bezwaar en geeft ons advies.")
    yield Deel(
        _("Wat gebeurt er nu?"),
        (
            *([wie] if bezwaar.met_commissie else []),
            _("Wij kijken opnieuw naar ons besluit. Dat doet iemand die het besluit niet ondertekende."),
            _("U mag uw verhaal ook vertellen. Daarvoor krijgt u een uitnodiging (Algemene wet bestuursrecht, 7:2)."),
            _uiterlijk(bezwaar),
        ),
    )
    yield Deel(_("Geldt het besluit nog?"), (_("Ja. Ons besluit geldt tot wij iets anders beslissen."),))


def _uitnodiging(bezwaar: Bezwaar) -> Iterator[Deel]:
    assert bezwaar.hoorzitting_op is not None, "an invitation is for a day"
    moment = clock.in_nederland(bezwaar.hoorzitting_op)
    dagen = {
        "stukken": datum(moment.date() - STUKKEN_TOT),
        "inzage": datum(moment.date() - TER_INZAGE),
        "waar": bezwaar.hoorzitting_waar,
    }
    yield Deel(
        _("Wanneer en waar?"),
        (capfirst(date_format(moment, "l j F Y, H:i")) + ".", f"{bezwaar.hoorzitting_waar}."),
    )
    yield Deel(
        _("Goed om te weten"),
        (),
        (
            _("U mag iemand meenemen, of iemand voor u laten spreken."),
            _("Spreekt u liever een andere taal? Zeg het ons op tijd, dan zoeken wij een tolk."),
            _("Hebt u nog papieren die wij moeten zien? Stuur ze uiterlijk op %(stukken)s (Awb 7:4).") % dagen,
            _("Vanaf %(inzage)s tot de hoorzitting kunt u alle stukken lezen, op dezelfde plaats (Awb 7:4).") % dagen,
            _("Kunt u niet, of wilt u niet komen? Laat het ons weten. Uw bezwaar loopt dan gewoon door."),
        ),
    )


def _verdaging(bezwaar: Bezwaar) -> Iterator[Deel]:
    yield Deel(
        _("Wij hebben meer tijd nodig"),
        (
            ngettext(
                "Wij stellen onze beslissing %(weken)s week uit. Dat mag één keer (Algemene wet bestuursrecht, 7:10).",
                "Wij stellen onze beslissing %(weken)s weken uit. Dat mag één keer (Algemene wet bestuursrecht, 7:10).",
                bezwaar.weken_verdaagd,
            )
            % {"weken": bezwaar.weken_verdaagd},
            _uiterlijk(bezwaar),
        ),
    )


def _beslissing(bezwaar: Bezwaar) -> Iterator[Deel]:
    yield Deel(_("Onze beslissing"), _uitspraak(bezwaar))
    yield Deel(_("Dit was u er niet mee eens"), (bezwaar.gronden,))
    yield Deel(_("Waarom wij dit beslissen"), tuple(_waarom(bezwaar)))
    yield _beroep(bezwaar)


def _uitspraak(bezwaar: Bezwaar) -> tuple[str, ...]:
    nieuw = _("U krijgt een nieuw besluit. Het oude besluit geldt dan niet meer.")
    return {
        _Uitkomst.GEGROND: (_("U krijgt gelijk. Uw bezwaar is gegrond."), nieuw),
        _Uitkomst.DEELS_GEGROND: (_("U krijgt voor een deel gelijk. Uw bezwaar is deels gegrond."), nieuw),
        _Uitkomst.ONGEGROND: (
            _("U krijgt geen gelijk. Uw bezwaar is ongegrond."),
            _("Ons besluit blijft zoals het is."),
        ),
        _Uitkomst.NIET_ONTVANKELIJK: (
            _("Wij kunnen uw bezwaar niet behandelen. Het is niet-ontvankelijk."),
            _("Ons besluit blijft zoals het is."),
        ),
    }[_Uitkomst(bezwaar.uitkomst)]


def _waarom(bezwaar: Bezwaar) -> Iterator[str]:
    if bezwaar.verschoonbaar_wegens:
        yield _("Uw bezwaar kwam te laat. Wij rekenen u dat niet aan, om deze reden: %(reden)s") % {
            "reden": bezwaar.verschoonbaar_wegens
        }
    if bezwaar.niet_gehoord_wegens:
        reden = {"reden": bezwaar.get_niet_gehoord_wegens_display()}
        yield _("Er was geen hoorzitting. Dat hoefde niet, want %(reden)s.") % reden
    elif bezwaar.hoorzitting_op is not None:
        yield _("Op %(dag)s was de hoorzitting.") % {"dag": datum(clock.in_nederland(bezwaar.hoorzitting_op).date())}
    yield bezwaar.motivering


def _beroep(bezwaar: Bezwaar) -> Deel:
    assert bezwaar.besloten_op is not None, "a decision has its day"
    dag = {"dag": datum(laatste_dag_bezwaar(bezwaar.besloten_op))}
    return Deel(
        _("Bent u het er nog niet mee eens?"),
        (
            _(
                "Dan kunt u in beroep gaan bij de bestuursrechter van de rechtbank van het gebied waar u woont. Stuur "
                "een brief en een kopie van deze beslissing. De rechtbank moet ze uiterlijk op %(dag)s hebben "
                "(Algemene wet bestuursrecht, 6:7 en 8:1). Dat kost geld (griffierecht). Kan uw zaak niet wachten? "
                "Vraag de rechter dan ook om een voorlopige voorziening (8:81)."
            )
            % dag,
        ),
    )


def _uiterlijk(bezwaar: Bezwaar) -> str:
    uiterlijk = beslistermijn_bezwaar(bezwaar, clock.vandaag()).uiterlijk
    return _("U krijgt onze beslissing uiterlijk op %(dag)s (Algemene wet bestuursrecht, 7:10).") % {
        "dag": datum(uiterlijk)
    }


_DELEN: dict[str, Callable[[Bezwaar], Iterator[Deel]]] = {
    _Soort.ONTVANGST: _ontvangst,
    _Soort.UITNODIGING: _uitnodiging,
    _Soort.VERDAGING: _verdaging,
    _Soort.BESLISSING: _beslissing,
}
