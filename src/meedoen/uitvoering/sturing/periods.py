"""Filters on dates that every definition shares, and the twelve months up to and including a reference date."""

import datetime

from django.db.models import Q


def jaar_eerder(dag: datetime.date) -> datetime.date:
    """The same day a year before; 29 February becomes 28 February."""
    if (dag.month, dag.day) == (2, 29):
        return datetime.date(dag.year - 1, 2, 28)
    return dag.replace(year=dag.year - 1)


def in_leven(dag: datetime.date, persoon: str = "persoon") -> Q:
    """Filter: the resident had not died on `dag`. `persoon` is the path to him ("" when the row is the resident)."""
    veld = f"{persoon}__overleden_op" if persoon else "overleden_op"
    return Q(**{f"{veld}__isnull": True}) | Q(**{f"{veld}__gt": dag})


def in_de_twaalf_maanden(veld: str, dag: datetime.date) -> Q:
    """Filter: the date `veld` lies after the same day a year before and not after `dag`.

    So the stock on `dag` is the stock a year before, plus what began in these months, minus what ended in them.
    """
    return Q(**{f"{veld}__gt": jaar_eerder(dag), f"{veld}__lte": dag})
