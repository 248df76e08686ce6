"""Synthetic registers: the demonstration partnership, and the same process at any size. Pure: no Django, no clock.

`generate.maak_register` writes one; `aannamen.toml` holds every number it is made of, with its source.
"""
