"""The database of `benchmarks/werkdruk.py`: register, users and open work, and what its people look for."""

import datetime
import itertools
import random
from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg import sql

PERSONEN_PER_HUISHOUDEN = 1.7
"""Persons in the whole register for each dwelling that is lived in on its last day."""
MENSEN = 25
WACHTWOORD = "een wachtwoord voor de werkdruk"
PER_MENS = 60
"""Residents whose case one worker has; some of them give several things to do."""
PLAATSEN = ("postgresql:///postgres", "postgresql://postgres@127.0.0.1:5432/postgres")


@dataclass(frozen=True)
class Stof:
    """Who works, which dossiers there are, and what is typed to find somebody (with its kind)."""

    gebruikers: list[str]
    nummers: list[str]
    zoekvragen: list[tuple[str, str]]


def maak_database(naam: str) -> str:
    """Make the database where it is not there; its address."""
    with _beheer() as verbinding:
        if not verbinding.execute("SELECT 1 FROM pg_database WHERE datname = %s", [naam]).fetchone():
            verbinding.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(naam)))
        delen = verbinding.info.get_parameters()
    waar = "&".join(f"{sleutel}={delen[sleutel]}" for sleutel in ("host", "port", "user") if sleutel in delen)
    return f"postgresql:///{naam}?{waar}"


def verwijder_database(naam: str) -> None:
    """Remove it, whoever is still in it."""
    with _beheer() as verbinding:
        verbinding.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(naam)))


def _beheer() -> psycopg.Connection[Any]:
    for plaats in PLAATSEN:
        try:
            return psycopg.connect(plaats, autocommit=True, connect_timeout=3)
        except psycopg.OperationalError as fout:
            laatste = fout
    raise SystemExit(f"No PostgreSQL answers on the local socket or at 127.0.0.1:5432. {laatste}")


def maak_stof(huishoudens: int) -> Stof:
    """The register with users and open work, where it is not there yet; then what is looked for."""
    from meedoen.uitvoering.inrichting.start import start_django

    start_django()
    from django.core.management import call_command

    from meedoen.uitvoering.dossiers.models import Persoon
    from meedoen.uitvoering.inrichting import demo
    from meedoen.uitvoering.kern import clock
    from meedoen.uitvoering.kern.models import Gebruiker

    personen = round(huishoudens * PERSONEN_PER_HUISHOUDEN)
    call_command("migrate", interactive=False, verbosity=0)
    if not Persoon.objects.exists():
        demo.maak_gereed(meld=print, voortgang=lambda stap, gedaan: None, personen=personen)
    namen = [f"werkdruk-{nummer:02}" for nummer in range(1, MENSEN + 1)]
    if not Gebruiker.objects.filter(username=namen[0]).exists():
        print("Users and open work ...", flush=True)
        _maak_werk(_maak_mensen(namen), clock.vandaag())
    _tel(clock.vandaag())
    return Stof(namen, *_vragen())


def _maak_mensen(namen: list[str]) -> list[Any]:
    """Case workers and regisseurs by turns, who work for all three municipalities."""
    from meedoen.uitvoering.beleid.models import Samenwerking
    from meedoen.uitvoering.kern import acts, clock
    from meedoen.uitvoering.kern.models import Rol

    codes = list(Samenwerking.objects.get().gemeenten.values_list("code", flat=True))
    return [
        acts.maak_gebruiker(
            naam=naam,
            rol=Rol.REGISSEUR if plaats % 5 == 0 else Rol.CONSULENT,
            wachtwoord=WACHTWOORD,
            door=None,
            op=clock.vandaag(),
            gemeentecodes=codes,
        )
        for plaats, naam in enumerate(namen)
    ]


def _maak_werk(mensen: list[Any], op: datetime.date) -> None:
    """For each worker so many residents: a third with a new melding, a third with a plan, a third with an application.

    Written as rows, not through the acts: those would ask the rules for each, which this does not measure.
    """
    from meedoen.uitvoering.besluiten.models import Procedure
    from meedoen.uitvoering.dossiers.models import Persoon
    from meedoen.uitvoering.toegang.models import Melding
    from meedoen.uitvoering.trajecten.models import Afspraak, Doel, Plan, PlanLid

    vrij = Persoon.objects.filter(uitkeringen__tot=None, planlidmaatschappen=None, meldingen=None).distinct()
    inwoners = iter(list(vrij.order_by("bsn")[: len(mensen) * PER_MENS]))
    toeval = random.Random(2015)
    for mens, volg in itertools.product(mensen, range(PER_MENS)):
        wie = next(inwoners)
        dag = op + datetime.timedelta(days=toeval.randint(-40, 25))
        vast = {"nummer": f"X{wie.nummer[1:]}", "gemeente_id": wie.gemeente_id, "eigenaar": mens}
        if volg % 3 == 0:
            vraag = {"kanaal": "balie", "vraag": "Ik zoek werk.", "vraagt_bijstand": True, "aangenomen_door": mens}
            Melding.objects.create(persoon=wie, gemeld_op=min(dag, op), **vast, **vraag)
        elif volg % 3 == 1:
            plan = Plan.objects.create(vanaf=op - datetime.timedelta(days=90), **vast)
            PlanLid.objects.create(plan=plan, persoon=wie)
            Doel.objects.create(plan=plan, leefgebied="werk", tekst="Werk voor drie dagen per week", streefdatum=dag)
            Afspraak.objects.create(plan=plan, wie=str(wie), wat="Brengt een cv mee", uiterlijk=dag)
        else:
            toen = op - datetime.timedelta(days=toeval.randint(0, 80))
            Procedure.objects.create(persoon=wie, soort="bijstand", aangevraagd_op=toen, ingangsdatum=toen, **vast)


def _tel(op: datetime.date) -> None:
    """Say how large the register is."""
    from meedoen.uitvoering.dossiers.models import Bewoning, Persoon
    from meedoen.uitvoering.dossiers.queries import geldig_op

    woningen = Bewoning.objects.filter(geldig_op(op)).values("woning").distinct().count()
    print(f"{woningen:,} households today, {Persoon.objects.count():,} persons", flush=True)


def _vragen() -> tuple[list[str], list[tuple[str, str]]]:
    """Dossier numbers of residents with a benefit, and for some of them every way to look for them."""
    from meedoen.uitvoering.dossiers.models import Bewoning, Uitkering

    nummers = list(Uitkering.objects.filter(tot=None).order_by("nummer").values_list("persoon__nummer", flat=True))
    toeval = random.Random(2015)
    toeval.shuffle(nummers)
    vragen: list[tuple[str, str]] = []
    for rij in Bewoning.objects.filter(persoon__nummer__in=nummers[:400], tot=None).select_related("persoon"):
        wie = rij.persoon
        vragen += [
            ("by name", f"{wie.achternaam} {wie.voornaam}"),
            ("by part of a name", f"{wie.voornaam[0]}. {wie.achternaam[:5]}"),
            ("by date of birth", f"{wie.geboortedatum:%d-%m-%Y}"),
            ("by BSN", wie.bsn),
            ("by address", f"{rij.straat} {rij.huisnummer}"),
            ("by postcode and number", f"{rij.postcode} {rij.huisnummer}"),
            ("with a slip of the pen", _verschrijf(wie.achternaam, toeval)),
        ]
    return nummers[:5000], vragen


def _verschrijf(naam: str, toeval: random.Random) -> str:
    """Two letters turned around."""
    plaats = toeval.randrange(1, len(naam) - 2)
    return naam[:plaats] + naam[plaats + 1] + naam[plaats] + naam[plaats + 2 :]
