"""Numbers of dossiers, meldingen, plans and decisions: what a row is called in addresses and on paper."""

import secrets

from django.db import models

_TEKENS = 8


def vrij_nummer(model: type[models.Model], letter: str) -> str:
    """A number that no row of `model` has yet: a letter and eight drawn digits ("M48213975").

    Drawn and not counted, so that a number tells nothing about how many there are and two acts at once do not wait for
    each other. The unique constraint on `nummer` is what guards; this only makes a clash rare.
    """
    while True:
        nummer = f"{letter}{secrets.randbelow(10**_TEKENS):0{_TEKENS}d}"
        if not model._default_manager.filter(nummer=nummer).exists():
            return nummer
