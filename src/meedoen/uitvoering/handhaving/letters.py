"""The letter that asks for a zienswijze, and the words in which a decision tells what happened. Always Dutch."""

from collections.abc import Iterator
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from ..besluiten.letter_parts import Deel
from ..besluiten.letters import SJABLOON
from ..besluiten.models import Procedure
from ..huisstijl.formats import datum
from ..huisstijl.print import maak_pdf
from ..kern.models import Gebruiker
from .conditions import soort_besluit
from .models import Signaal, Uitnodiging, Zienswijze

_Vorm = Zienswijze.Vorm


def maak_uitnodiging(signaal: Signaal, uitnodiging: Uitnodiging, door: Gebruiker) -> bytes:
    """The invitation as PDF."""
    with override("nl"):
        return maak_pdf(SJABLOON, uitnodigingstekst(signaal, uitnodiging, door), taal="nl")


def uitnodigingstekst(signaal: Signaal, uitnodiging: Uitnodiging, door: Gebruiker) -> dict[str, Any]:
    """Everything that stands in the invitation, in the shape of the template of letters."""
    persoon, gemeente = signaal.persoon, signaal.gemeente.naam
    return {
        "titel": _("Wij willen graag uw reactie"),
        "gemeente": _("Gemeente %(gemeente)s") % {"gemeente": gemeente},
        "kenmerken": [
            (_("Datum"), datum(uitnodiging.verzonden_op)),
            (_("Voor"), f"{persoon}, {_('geboren')} {datum(persoon.geboortedatum)}"),
            (_("Dossier"), persoon.nummer),
            (_("Ons kenmerk"), signaal.nummer),
        ],
        "aanhef": _("Beste mevrouw of heer %(naam)s,") % {"naam": persoon.achternaam},
        "inleiding": _(
            "Misschien bent u een verplichting niet nagekomen die bij uw uitkering hoort. Voordat wij iets besluiten, "
            "horen wij graag wat u ervan vindt."
        ),
        "delen": [deel.als_gegevens() for deel in _delen(signaal, uitnodiging)],
        "groet": _("Met vriendelijke groet,"),
        "namens": _("namens het college van burgemeester en wethouders van %(gemeente)s,") % {"gemeente": gemeente},
        "ondertekenaar": door.get_full_name() or door.get_username(),
    }


def _delen(signaal: Signaal, uitnodiging: Uitnodiging) -> Iterator[Deel]:
    wat = {"dag": datum(signaal.overtreding_op), "gedraging": signaal.gedraging}
    yield Deel(
        _("Wat er is gebeurd"),
        (*uitnodiging.tekst.split("\n\n"), _("Het gaat om deze verplichting: %(gedraging)s (%(dag)s).") % wat),
    )
    if soort_besluit(signaal.gedraging, signaal.overtreding_op) == Procedure.Soort.BOETE:
        gevolg = _("Wij denken erover u een boete te geven (Participatiewet, artikel 18a).")
    else:
        gevolg = _("Wij denken erover uw bijstand tijdelijk te verlagen (Participatiewet, artikel 18).")
    yield Deel(
        _("Wat dit voor u kan betekenen"),
        (gevolg, _("Wij besluiten pas nadat u de kans hebt gehad om te reageren. Wat u zegt, wegen wij mee.")),
    )
    yield _reageren(uitnodiging)
    yield Deel(
        _("Wat wij graag van u weten"),
        punten=(
            _("of het klopt wat hierboven staat;"),
            _("of u wist wat u moest doen, en of u het kon;"),
            _("of er iets in uw leven is waardoor een verlaging u of uw kinderen hard treft."),
        ),
    )


def _reageren(uitnodiging: Uitnodiging) -> Deel:
    alineas = []
    if uitnodiging.gesprek_op is not None:
        moment = date_format(uitnodiging.gesprek_op.astimezone(timezone.get_current_timezone()), "l j F Y, H:i")
        alineas.append(
            _("U kunt met ons komen praten: %(moment)s uur, %(plaats)s. U mag iemand meenemen.")
            % {"moment": moment, "plaats": uitnodiging.plaats}
        )
        alineas.append(_("Liever schrijven of bellen? Dat mag ook (Algemene wet bestuursrecht, artikel 4:9)."))
    else:
        alineas.append(_("U mag schrijven, bellen of langskomen (Algemene wet bestuursrecht, artikel 4:9)."))
    alineas.append(
        _("Reageer uiterlijk op %(dag)s. Horen wij niets, dan besluiten wij zonder uw reactie.")
        % {"dag": datum(uitnodiging.uiterlijk)}
    )
    return Deel(_("Zo kunt u reageren"), tuple(alineas))


def aanleiding(signaal: Signaal, tekst: str) -> str:
    """What the letter of the decision says about what happened and what the resident said, in paragraphs."""
    with override("nl"):
        wat = {"dag": datum(signaal.overtreding_op), "gedraging": signaal.gedraging}
        zinnen = [tekst.strip(), _("Het gaat om deze verplichting: %(gedraging)s (%(dag)s).") % wat]
        if (laatste := signaal.zienswijzen.last()) is not None:
            zinnen.append(_gehoord(signaal, laatste))
        return "\n\n".join(zinnen)


def _gehoord(signaal: Signaal, zienswijze: Zienswijze) -> str:
    wat = {"dag": datum(zienswijze.gegeven_op), "tekst": zienswijze.tekst}
    uitnodiging = signaal.uitnodigingen.last()
    if zienswijze.vorm == _Vorm.MONDELING:
        return _("Op %(dag)s vertelde u ons: %(tekst)s") % wat
    if zienswijze.vorm == _Vorm.SCHRIFTELIJK:
        return _("Op %(dag)s schreef u ons: %(tekst)s") % wat
    if zienswijze.vorm == _Vorm.AFGEZIEN:
        return _("U wilde hier niets over zeggen.")
    if zienswijze.vorm == _Vorm.NIET_GEVRAAGD or uitnodiging is None:
        return _("Wij vroegen u niet vooraf om een reactie. De reden: %(tekst)s") % wat
    return _("U kon reageren tot en met %(dag)s. Wij hebben niets van u gehoord.") % {
        "dag": datum(uitnodiging.uiterlijk)
    }
