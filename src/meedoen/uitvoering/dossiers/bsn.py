"""Burgerservicenummers: nine digits that pass the eleven-test."""

from operator import mul

_GEWICHTEN = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def doorstaat_elfproef(bsn: str) -> bool:
    """Whether nine digits can be a BSN: 9, 8 ... 2 times the first eight, minus the last, is a multiple of 11."""
    som = sum(map(mul, _GEWICHTEN, bsn.encode("ascii"))) - sum(_GEWICHTEN) * ord("0")
    return som % 11 == 0 and bsn != "000000000"
