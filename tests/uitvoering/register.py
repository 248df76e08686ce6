"""Small registers for tests: a few persons built in code, and random ones as plain data to count by hand."""

import datetime
import itertools
import random
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from meedoen.uitvoering.beleid.acts import laad_beleid, laad_referentiegegevens
from meedoen.uitvoering.beleid.models import Beleidscijfer, Gemeente, Samenwerking, Verordeningsbesluit
from meedoen.uitvoering.dossiers.models import Indeling, Persoon, Uitkering
from meedoen.uitvoering.kern import clock
from meedoen.uitvoering.plaatsingen.models import AdviesBeschutWerk, Plaatsing
from meedoen.uitvoering.werkgevers.models import Werkgever

Dag = datetime.date
NAMEN = {"GM1680": "Aa en Hunze", "GM0106": "Assen", "GM1730": "Tynaarlo"}
ASSEN, AA_EN_HUNZE, TYNAARLO = "GM0106", "GM1680", "GM1730"
GROEPEN = ("0-30", "30-50", "50-80", "80-100", "jongeren", "wsw-oud")
_nummers = itertools.count(1)


def dag(tekst: str) -> Dag:
    """A date from ISO text."""
    return Dag.fromisoformat(tekst)


def gemeenten() -> Samenwerking:
    """The three municipalities and their partnership."""
    for code, naam in NAMEN.items():
        Gemeente.objects.get_or_create(code=code, defaults={"naam": naam, "bron": "test"})
    samen, _nieuw = Samenwerking.objects.get_or_create(sleutel="drentsche-aa", defaults={"naam": "Drentsche Aa"})
    samen.gemeenten.set(NAMEN)
    return samen


def nummer(letter: str) -> str:
    """A number not used before in this run."""
    return f"{letter}{next(_nummers):06d}"


def persoon(gemeente: str = ASSEN, **anders: Any) -> Persoon:
    """A resident with a recognisably fictitious name."""
    volg = next(_nummers)
    gegevens = {
        "nummer": f"P{volg:06d}",
        "bsn": f"{volg:09d}",
        "voornaam": "Testa",
        "achternaam": f"Fictiema{volg}",
        "geboortedatum": Dag(1980, 1, 1),
        "gemeente_id": gemeente,
    }
    return Persoon.objects.create(**(gegevens | anders))


def werkgever(gemeente: str = ASSEN, *, is_gemeente: bool = False) -> Werkgever:
    """An employer; a municipality as employer where asked."""
    return Werkgever.objects.create(
        nummer=nummer("W"),
        naam="Werkgever uit de test",
        gemeente_id=gemeente,
        sector="overheid" if is_gemeente else "markt",
        is_gemeente=is_gemeente,
    )


def indeling(wie: Persoon, groep: str, vanaf: str, tot: str | None = None) -> Indeling:
    """A classification for a period."""
    return Indeling.objects.create(
        nummer=nummer("I"), persoon=wie, doelgroep=groep, vanaf=dag(vanaf), tot=dag(tot) if tot else None
    )


def uitkering(wie: Persoon, vanaf: str, tot: str | None = None) -> Uitkering:
    """A benefit for a period."""
    return Uitkering.objects.create(nummer=nummer("U"), persoon=wie, vanaf=dag(vanaf), tot=dag(tot) if tot else None)


def plaatsing(wie: Persoon, bij: Werkgever, soort: str, vanaf: str, tot: str | None = None, **anders: Any) -> Plaatsing:
    """A placement for a period, 25,5 hours a week in dienst unless told otherwise."""
    gegevens = {"verband": "in_dienst", "contract": "vast", "uren_per_week": Decimal("25.5")}
    return Plaatsing.objects.create(
        nummer=nummer("L"),
        persoon=wie,
        werkgever=bij,
        soort=soort,
        vanaf=dag(vanaf),
        tot=dag(tot) if tot else None,
        **(gegevens | anders),
    )


def advies(
    wie: Persoon, aangevraagd: str, uitslag: str = "", uitgebracht: str | None = None, door: str = "gemeente"
) -> AdviesBeschutWerk:
    """A request for advice on beschut werk and, where there is one, the advice."""
    return AdviesBeschutWerk.objects.create(
        nummer=nummer("A"),
        persoon=wie,
        aangevraagd_op=dag(aangevraagd),
        aangevraagd_door=door,
        uitslag=uitslag,
        uitgebracht_op=dag(uitgebracht) if uitgebracht else None,
    )


def beleidscijfer(soort: str, rij: str, periode: str, waarde: str | None, **anders: Any) -> Beleidscijfer:
    """A policy figure; by default of the partnership, in persons."""
    gegevens: dict[str, Any] = {"aard": "raming", "eenheid": "personen", "bron": "Kadernota uit de test"}
    if "gemeente_id" not in anders and "landelijk" not in anders:
        gegevens["samenwerking_id"] = "drentsche-aa"
    anders.pop("landelijk", None)
    return Beleidscijfer.objects.create(
        soort=soort, rij=rij, periode=periode, waarde=None if waarde is None else Decimal(waarde), **(gegevens | anders)
    )


def verordening(naam: str, gemeente: str = ASSEN, **waarden: Any) -> Verordeningsbesluit:
    """A decision of a municipality that gives these values to open terms, from 2015 on."""
    return Verordeningsbesluit.objects.create(
        gemeente_id=gemeente,
        verordening=naam,
        naam=f"Besluit {naam} uit de test",
        besloten_op=Dag(2014, 12, 1),
        vanaf=Dag(2015, 1, 1),
        waarden=waarden,
        bron="test",
    )


def kadernota() -> None:
    """The reference data of the package and the policy files of the demo partnership: the real ones."""
    op = clock.vandaag()
    laad_referentiegegevens(door=None, op=op)
    laad_beleid(Path(__file__).parents[2] / "voorbeelden" / "drentsche-aa", door=None, op=op)


@dataclass
class Toeval:
    """A random register as plain rows. Dates crowd around the reference dates, so that borders are hit."""

    personen: list[dict[str, Any]] = field(default_factory=list)
    indelingen: list[dict[str, Any]] = field(default_factory=list)
    uitkeringen: list[dict[str, Any]] = field(default_factory=list)
    plaatsingen: list[dict[str, Any]] = field(default_factory=list)
    adviezen: list[dict[str, Any]] = field(default_factory=list)
    werkgevers: list[dict[str, Any]] = field(default_factory=list)


PEILDATUMS = (dag("2016-02-29"), dag("2017-02-28"), dag("2018-12-31"))
_RANDEN = tuple(
    dag(tekst) + datetime.timedelta(days=n)
    for tekst in ("2012-12-31", "2015-02-28", "2016-02-28", "2017-02-28", "2017-12-31", "2018-12-31", "2019-06-01")
    for n in (-60, -1, 0, 1, 2)
)


def toeval(zaad: int, aantal: int = 14) -> Toeval:
    """A random register, the same for the same `zaad`; not yet in the database."""
    kans = random.Random(zaad)
    register = Toeval()
    codes = list(NAMEN)
    for i in range(4):
        register.werkgevers.append({"pk": i + 1, "gemeente": kans.choice(codes), "is_gemeente": kans.random() < 0.6})
    for i in range(aantal):
        overleden = kans.choice(_RANDEN) if kans.random() < 0.15 else None
        register.personen.append({"pk": i + 1, "gemeente": kans.choice(codes), "overleden_op": overleden})
        for _keer in range(kans.randint(0, 3)):
            register.indelingen.append({"persoon": i + 1, "doelgroep": kans.choice(GROEPEN), **_periode(kans)})
        for _keer in range(kans.randint(0, 2)):
            register.uitkeringen.append({"persoon": i + 1, **_periode(kans)})
        for _keer in range(kans.randint(0, 3)):
            register.plaatsingen.append({"persoon": i + 1, **_plaats(kans)})
        for _keer in range(kans.randint(0, 2)):
            register.adviezen.append({"persoon": i + 1, **_advies(kans)})
    return register


def _periode(kans: random.Random) -> dict[str, Any]:
    vanaf = kans.choice(_RANDEN)
    later = [d for d in _RANDEN if d > vanaf]
    return {"vanaf": vanaf, "tot": kans.choice(later) if later and kans.random() < 0.6 else None}


def _plaats(kans: random.Random) -> dict[str, Any]:
    return {
        "werkgever": kans.randint(1, 4),
        "soort": kans.choice(
            ["garantiebaan", "garantiebaan", "beschut_werk", "beschut_werk", "wsw", "begeleid_werken", "regulier"]
        ),
        "verband": kans.choice(["in_dienst", "detachering", "uitzendbureau", "geen"]),
        "uren": Decimal(kans.randint(400, 4000)) / 100,
        "loonkostensubsidie": kans.random() < 0.5,
        "social_return": kans.random() < 0.3,
        **_periode(kans),
    }


def _advies(kans: random.Random) -> dict[str, Any]:
    aangevraagd = kans.choice(_RANDEN)
    later = [d for d in _RANDEN if d >= aangevraagd]
    uitgebracht = kans.choice(later) if kans.random() < 0.8 else None
    uitslag = "" if uitgebracht is None else kans.choice(["positief", "positief", "negatief"])
    door = kans.choice(["gemeente", "persoon"])
    return {"aangevraagd_op": aangevraagd, "uitgebracht_op": uitgebracht, "uitslag": uitslag, "door": door}


def bewaar(register: Toeval) -> None:
    """Put a random register in the database."""
    gemeenten()
    Werkgever.objects.bulk_create(
        Werkgever(
            pk=w["pk"],
            nummer=f"W{w['pk']}",
            naam="Werkgever uit de test",
            gemeente_id=w["gemeente"],
            sector="overheid",
            is_gemeente=w["is_gemeente"],
        )
        for w in register.werkgevers
    )
    Persoon.objects.bulk_create(
        Persoon(
            pk=p["pk"],
            nummer=f"P{p['pk']}",
            bsn=f"{p['pk']:09d}",
            voornaam="Testa",
            achternaam=f"Fictiema{p['pk']}",
            geboortedatum=Dag(1980, 1, 1),
            overleden_op=p["overleden_op"],
            gemeente_id=p["gemeente"],
        )
        for p in register.personen
    )
    Indeling.objects.bulk_create(
        Indeling(nummer=f"I{n}", persoon_id=i["persoon"], doelgroep=i["doelgroep"], vanaf=i["vanaf"], tot=i["tot"])
        for n, i in enumerate(register.indelingen)
    )
    Uitkering.objects.bulk_create(
        Uitkering(nummer=f"U{n}", persoon_id=u["persoon"], vanaf=u["vanaf"], tot=u["tot"])
        for n, u in enumerate(register.uitkeringen)
    )
    _bewaar_werk(register)


def _bewaar_werk(register: Toeval) -> None:
    Plaatsing.objects.bulk_create(
        Plaatsing(
            nummer=f"L{n}",
            persoon_id=p["persoon"],
            werkgever_id=p["werkgever"],
            soort=p["soort"],
            verband=p["verband"],
            contract="vast",
            vanaf=p["vanaf"],
            tot=p["tot"],
            uren_per_week=p["uren"],
            heeft_loonkostensubsidie=p["loonkostensubsidie"],
            is_social_return=p["social_return"],
        )
        for n, p in enumerate(register.plaatsingen)
    )
    AdviesBeschutWerk.objects.bulk_create(
        AdviesBeschutWerk(
            nummer=f"A{n}",
            persoon_id=a["persoon"],
            aangevraagd_op=a["aangevraagd_op"],
            aangevraagd_door=a["door"],
            uitslag=a["uitslag"],
            uitgebracht_op=a["uitgebracht_op"],
        )
        for n, a in enumerate(register.adviezen)
    )
