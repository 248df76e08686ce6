"""What makes residents findable: per resident and address one row of words, kept up with what it is derived from."""

import itertools
import re
from collections.abc import Collection, Iterable
from typing import Any

from .likeness import klank, plat
from .models import Bewoning, Inlezing, Persoon, Zoekregel, Zoekwoord

STAPEL = 2_000
ADRES = ("straat", "huisnummer", "postcode", "woonplaats")
_LANGSTE = 80


def woorden(tekst: str) -> list[str]:
    """The words of a text without capitals and accents; of another alphabet as they are."""
    return re.findall(r"[a-z0-9]+", plat(tekst)) or re.findall(r"\w+", tekst.casefold())


def houd_bij(personen: Iterable[int]) -> None:
    """Make the rows of these persons (primary keys) anew, in batches, in the transaction of the caller."""
    _schrijf(personen, Persoon, Bewoning, Zoekregel, Zoekwoord)


def houd_inlezingen_bij(inlezingen: Collection[Inlezing]) -> None:
    """Make the rows of everybody anew whose name or address these imports brought, in the transaction of the caller."""
    op_naam = Persoon.objects.filter(inlezing__in=inlezingen).values_list("pk", flat=True)
    op_adres = Bewoning.objects.filter(inlezing__in=inlezingen).values_list("persoon", flat=True)
    houd_bij(op_naam.union(op_adres).iterator(chunk_size=STAPEL))


def vul(persoon: Any, bewoning: Any, zoekregel: Any, zoekwoord: Any) -> None:
    """Make the rows of everybody, with the models as a migration knows them."""
    sleutels = persoon.objects.order_by("pk").values_list("pk", flat=True).iterator(chunk_size=STAPEL)
    _schrijf(sleutels, persoon, bewoning, zoekregel, zoekwoord)


def _schrijf(personen: Iterable[int], persoon: Any, bewoning: Any, zoekregel: Any, zoekwoord: Any) -> None:
    bekend: set[str] = set()
    sleutels = iter(personen)
    while stapel := list(itertools.islice(sleutels, STAPEL)):
        namen = persoon.objects.filter(pk__in=stapel).values_list("pk", "voornaam", "achternaam")
        adressen: dict[int, list[Any]] = {}
        for rij in bewoning.objects.filter(persoon__in=stapel).values_list("persoon", "pk", *ADRES):
            adressen.setdefault(rij[0], []).append(rij[1:])
        regels: list[Any] = []
        klanken: set[str] = set()
        for pk, voornaam, achternaam in namen:
            naam = _naamwoorden(voornaam, achternaam)
            for bewoning_pk, *adres in adressen.get(pk, [(None, "", "", "", "")]):
                alle = [*naam, *_adreswoorden(*adres)]
                erbij = [klank(woord)[:_LANGSTE] for woord in alle if woord.isalpha()]
                tekst = " ".join(dict.fromkeys(filter(None, (*alle, *erbij))))
                regels.append(zoekregel(persoon_id=pk, bewoning_id=bewoning_pk, tekst=f" {tekst} "))
                klanken.update(filter(None, erbij))
        zoekregel.objects.filter(persoon__in=stapel).delete()
        zoekregel.objects.bulk_create(regels, batch_size=STAPEL)
        nieuw = map(zoekwoord, sorted(klanken - bekend))
        zoekwoord.objects.bulk_create(nieuw, ignore_conflicts=True, batch_size=STAPEL)
        bekend |= klanken


def _naamwoorden(voornaam: str, achternaam: str) -> list[str]:
    """The words of both names; a surname of several words also written as one ("devries"), as people type it."""
    delen = [woorden(deel) for deel in achternaam.split("-")]
    aaneen = ["".join(deel) for deel in delen if len(deel) > 1]
    return [*woorden(voornaam), *itertools.chain.from_iterable(delen), *aaneen]


def _adreswoorden(straat: str, huisnummer: str, postcode: str, woonplaats: str) -> list[str]:
    """Street and place as words; the number with and without its letter; the postcode as one."""
    straatwoorden, nummer = woorden(straat), woorden(huisnummer)
    los = re.findall(r"[0-9]+|[a-z]+", " ".join(nummer))
    aaneen = ["".join(straatwoorden)] if len(straatwoorden) > 1 else []
    return [*straatwoorden, *aaneen, *nummer, *los, "".join(woorden(postcode)), *woorden(woonplaats)]
