"""Acts on what comes in with the form on the website: receive it, take it in as a melding, or say why not."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count, Q
from django.utils.translation import gettext as _

from ..dossiers.models import Persoon
from ..dossiers.versions import verhoog
from ..kern import clock
from ..kern.models import Gebruiker
from ..kern.numbers import vrij_nummer
from ..kern.permissions import eis_mag_werken
from .acts import neem_melding_aan
from .history import schrijf
from .models import Melding, Webmelding
from .queries import collegas

MEESTE_PER_UUR = 200
"""More than this in an hour is a machine, not residents: the form then says so, and the work can go on."""
OUDSTE = 120
"""Years."""


@transaction.atomic
def ontvang_webmelding(
    *,
    gemeentecode: str,
    voornaam: str,
    achternaam: str,
    geboortedatum: datetime.date,
    vraag: str,
    telefoon: str = "",
    email: str = "",
    postcode: str = "",
    huisnummer: str = "",
    vraagt_bijstand: bool = False,
    met_partner: bool = False,
    op: datetime.date,
) -> Webmelding:
    """Keep what somebody sent, with the moment, and give it to the colleague with the fewest of these open.

    Nobody is signed in: who sent it is only known when a worker has found him. ValidationError says what is missing.
    """
    nu = clock.nu()
    _eis_rust(nu)
    _eis_te_bereiken(telefoon, email)
    _eis_geboren(geboortedatum, op)
    webmelding = Webmelding.objects.create(
        nummer=vrij_nummer(Webmelding, "W"),
        gemeente_id=gemeentecode,
        gemeld_op=op,
        ontvangen_op=nu,
        voornaam=voornaam,
        achternaam=achternaam,
        geboortedatum=geboortedatum,
        postcode=postcode,
        huisnummer=huisnummer,
        telefoon=telefoon,
        email=email,
        vraag=vraag,
        vraagt_bijstand=vraagt_bijstand,
        met_partner=met_partner and vraagt_bijstand,
        eigenaar=_eigenaar_voor(gemeentecode),
    )
    gegevens = {"versie": 1, "vraagt_bijstand": vraagt_bijstand}
    schrijf("ontvang_webmelding", webmelding, None, op, gegevens)
    return webmelding


@transaction.atomic
def neem_webmelding_aan(
    *,
    webmelding: Webmelding,
    persoon: Persoon,
    vraag: str,
    vraagt_bijstand: bool,
    met_partner: bool = False,
    versie: int,
    door: Gebruiker,
    op: datetime.date,
) -> Melding:
    """It is this resident: a melding of the day on which the form came in, whatever day it is now."""
    _eis_nieuw(webmelding, door)
    melding = neem_melding_aan(
        persoon=persoon,
        kanaal=Melding.Kanaal.WEBFORMULIER,
        gemeld_op=webmelding.gemeld_op,
        vraag=vraag,
        vraagt_bijstand=vraagt_bijstand,
        met_partner=met_partner,
        door=door,
        op=op,
    )
    wijziging = verhoog(webmelding, versie, {"stand": Webmelding.Stand.AANGENOMEN, "melding": melding})
    schrijf("neem_webmelding_aan", webmelding, door, op, wijziging | {"melding": melding.nummer})
    return melding


@transaction.atomic
def laat_webmelding_liggen(
    *, webmelding: Webmelding, reden: str, versie: int, door: Gebruiker, op: datetime.date
) -> Webmelding:
    """It does not become a melding: it came twice, or not from a resident. The reason is kept."""
    _eis_nieuw(webmelding, door)
    if not reden.strip():
        raise ValidationError({"reden": _("Schrijf op waarom dit geen melding wordt.")})
    velden = {"stand": Webmelding.Stand.NIET_AANGENOMEN, "reden": reden.strip()}
    schrijf("laat_webmelding_liggen", webmelding, door, op, verhoog(webmelding, versie, velden))
    return webmelding


def _eigenaar_voor(gemeentecode: str) -> Gebruiker:
    is_open = Q(webmeldingen__stand=Webmelding.Stand.NIEUW)
    gevonden = collegas(gemeentecode).annotate(open=Count("webmeldingen", filter=is_open, distinct=True))
    eigenaar = gevonden.order_by("open", "pk").first()
    if eigenaar is None:
        raise ValidationError({"gemeentecode": _("Deze gemeente werkt nog niet met dit formulier. Bel de gemeente.")})
    return eigenaar


def _eis_rust(nu: datetime.datetime) -> None:
    if Webmelding.objects.filter(ontvangen_op__gt=nu - datetime.timedelta(hours=1)).count() >= MEESTE_PER_UUR:
        raise ValidationError(_("Er komen nu te veel meldingen binnen. Bel de gemeente, of probeer het over een uur."))


def _eis_te_bereiken(telefoon: str, email: str) -> None:
    if not telefoon and not email:
        zin = _("Vul een telefoonnummer of een e-mailadres in, dan kunnen wij u bereiken.")
        raise ValidationError({"telefoon": zin})


def _eis_geboren(geboortedatum: datetime.date, vandaag: datetime.date) -> None:
    if not vandaag.year - OUDSTE <= geboortedatum.year or geboortedatum > vandaag:
        raise ValidationError({"geboortedatum": _("Deze geboortedatum kan niet. Kijk het jaar na.")})


def _eis_nieuw(webmelding: Webmelding, door: Gebruiker) -> None:
    eis_mag_werken(door, webmelding.gemeente_id)
    if webmelding.stand != Webmelding.Stand.NIEUW:
        stand = webmelding.get_stand_display()
        raise ValidationError(_("Deze melding van de website is al afgehandeld: %(stand)s.") % {"stand": stand})
