"""Reads: what a row of a register is checked against, and what was read in before."""

import datetime

from django.db.models import QuerySet

from ..beleid.models import Gemeente, Herindeling
from ..dossiers.models import Inlezing
from ..kern.models import Gebruiker
from ..kern.permissions import eigen_gemeenten
from .facts import bekende_feiten, feitlezers
from .rows import Gemeentestand, Kennis


def lees_kennis(*, door: Gebruiker | None, op: datetime.date) -> Kennis:
    """Municipalities, facts and the limits of this user. `door` None is the command line, which may touch every row."""
    opvolgers: dict[str, list[str]] = {}
    for oude, nieuwe in Herindeling.objects.order_by("vanaf", "nieuwe_id").values_list("oude_id", "nieuwe_id"):
        opvolgers.setdefault(oude, []).append(nieuwe)
    return Kennis(
        op=op,
        gemeenten={
            code: Gemeentestand(naam, tot, tuple(opvolgers.get(code, ())))
            for code, naam, tot in Gemeente.objects.values_list("code", "naam", "tot")
        },
        eigen_gemeenten=None if door is None else frozenset(eigen_gemeenten(door)),
        feitlezers=feitlezers(bekende_feiten()),
    )


def eigen_inlezingen(gebruiker: Gebruiker) -> QuerySet[Inlezing]:
    """What this user read in, newest first."""
    return Inlezing.objects.filter(door=gebruiker).order_by("-begonnen_op", "-pk")
