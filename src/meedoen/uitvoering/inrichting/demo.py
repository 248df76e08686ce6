"""The demonstration partnership, from an empty database to a register that can be looked at.

Each step does nothing where its result is there, so a run that was broken off is mended by the next. The register is
read in by the ordinary import, in one transaction.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db.models import Max

import meedoen
from meedoen.voorbeeld.generate import maak_register

from ..beleid.acts import laad_beleid, laad_referentiegegevens
from ..beleid.models import Samenwerking
from ..besluiten import demo_cases as besluiten_cases
from ..dossiers import demo_cases as dossier_cases
from ..dossiers.models import Persoon, Uitkering
from ..handhaving import demo_cases as handhaving_cases
from ..inwoners import demo_cases as inwoners_cases
from ..kern import clock
from ..kern.demo_users import Demologin, maak_demo_gebruikers
from ..kern.models import Gebruiker
from ..koppelingen.acts import lees_in
from ..toegang import demo_cases as toegang_cases
from ..trajecten import demo_cases as trajecten_cases

ZAAD = 2015
SAMENWERKING = "drentsche-aa"
TESTNUMMERS = "999"
"""How every BSN of a synthetic register of this size begins."""

Meld = Callable[[str], None]
Voortgang = Callable[[str, int], None]


class DemoKanNiet(Exception):
    """The demonstration cannot be made here. The sentence says why and what to do."""


@dataclass(frozen=True)
class Demoverslag:
    """What can be looked at: people in the register, the day on which its last benefit began, a login per role."""

    personen: int
    laatste_instroom: datetime.date | None
    logins: list[Demologin]


def maak_gereed(
    *,
    meld: Meld,
    voortgang: Voortgang,
    beleid: Path | None = None,
    is_bijwerken: bool = False,
    personen: int | None = None,
) -> Demoverslag:
    """Make or complete the demonstration.

    `is_bijwerken` lets the synthetic register run on to today. `personen` makes another size than the Kadernota's.

    Raises DemoKanNiet where the database holds people who are not synthetic, or the policy files are not found.
    """
    meld("Database, referentiegegevens en beleid klaarzetten …")
    call_command("migrate", interactive=False, verbosity=0)
    if Persoon.objects.exclude(bsn__startswith=TESTNUMMERS).exists():
        raise DemoKanNiet(
            "deze database bevat een register dat niet verzonnen is. De demo wordt daar niet bij gezet. "
            "Kies een lege database met MEEDOEN_MAP of DATABASE_URL."
        )
    vandaag = clock.vandaag()
    laad_referentiegegevens(door=None, op=vandaag)
    laad_beleid(beleid or _vind_beleid(), door=None, op=vandaag)
    if is_bijwerken or not Persoon.objects.exists():
        _lees_register_in(vandaag, personen, meld, voortgang)
    codes = Samenwerking.objects.get(pk=SAMENWERKING).gemeenten.values_list("code", flat=True)
    laatste = Uitkering.objects.filter(inlezing__isnull=False).aggregate(laatste=Max("vanaf"))["laatste"]
    logins = maak_demo_gebruikers(sorted(codes))
    _zet_werk_klaar(sorted(codes), vandaag)
    return Demoverslag(Persoon.objects.count(), laatste, logins)


def _zet_werk_klaar(gemeenten: list[str], vandaag: datetime.date) -> None:
    """Something in every state of every process, for residents of the first municipality, owned by the logins."""
    wie = {naam: Gebruiker.objects.get(username=naam) for naam in ("regisseur", "consulent")}
    dossier_cases.zet_klaar(gemeenten=gemeenten, op=vandaag, consulent=wie["consulent"])
    trajecten_cases.zet_klaar(gemeente=gemeenten[0], op=vandaag, **wie)
    handhaving_cases.zet_klaar(gemeente=gemeenten[0], op=vandaag, **wie)
    toegang_cases.zet_klaar(gemeente=gemeenten[0], op=vandaag, consulent=wie["consulent"])
    besluiten_cases.zet_klaar(gemeente=gemeenten[0], op=vandaag, **wie)
    besluiten_cases.zet_bezwaren_klaar(gemeente=gemeenten[0], op=vandaag, **wie)
    inwoners_cases.zet_klaar(gemeente=gemeenten[0], op=vandaag, **wie)


def _vind_beleid() -> Path:
    """The policy files of the demonstration, beside the source or in the current folder."""
    plaatsen = [bron / "voorbeelden" / SAMENWERKING for bron in (Path(meedoen.__file__).parents[2], Path.cwd())]
    for plaats in plaatsen:
        if plaats.is_dir():
            return plaats
    raise DemoKanNiet(f"de map voorbeelden/{SAMENWERKING} is niet gevonden. Noem haar met --beleid MAP.")


def _lees_register_in(vandaag: datetime.date, personen: int | None, meld: Meld, voortgang: Voortgang) -> None:
    map_ = settings.MAP / "voorbeeld"
    meld("Verzonnen register maken …")
    maak_register(map_, zaad=ZAAD, tot=vandaag, personen=personen)
    meld("Register inlezen (ongeveer een halve minuut) …")
    verslag = lees_in(map_, door=None, op=vandaag, voortgang=voortgang)
    if not verslag.is_geladen:
        zinnen = "\n".join(fout.zin for fout in verslag.fouten[:5])
        raise DemoKanNiet(f"het verzonnen register past niet bij wat er al staat:\n{zinnen}")
