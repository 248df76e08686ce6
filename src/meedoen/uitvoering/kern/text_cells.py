"""Cells as text: from what a reader finds to text, and from text to a cell that no spreadsheet runs as a formula."""

import datetime
from decimal import Decimal

FORMULETEKENS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")  # full-width signs run too


def als_tekst(cel: object) -> str:
    """A cell of a workbook or of a Parquet column as the text that a person would have typed. Nothing is ""."""
    if cel is None:
        return ""
    if isinstance(cel, str):
        return cel
    if isinstance(cel, bool):
        return "ja" if cel else "nee"
    if isinstance(cel, float):
        return _decimaal(f"{cel:.9f}")
    if isinstance(cel, Decimal):
        return _decimaal(f"{cel:f}")
    if isinstance(cel, datetime.datetime):
        return cel.date().isoformat() if cel.time() == datetime.time() else cel.isoformat(" ")
    if isinstance(cel, datetime.date | datetime.time):
        return cel.isoformat()
    if isinstance(cel, bytes):
        return cel.decode("utf-8", "replace")
    return str(cel)


def _decimaal(tekst: str) -> str:
    return tekst.rstrip("0").rstrip(".") if "." in tekst else tekst


def maak_onschadelijk(tekst: str) -> str:
    """The text as it goes out into a file: with an apostrophe where a spreadsheet would read a formula."""
    return f"'{tekst}" if tekst.startswith(FORMULETEKENS) else tekst


def zonder_apostrof(tekst: str) -> str:
    """The reverse of `maak_onschadelijk`, so that refused rows can be mended and offered again."""
    return tekst[1:] if tekst.startswith("'") and tekst[1:].startswith(FORMULETEKENS) else tekst


def begint_als_formule(tekst: str) -> bool:
    """Whether a spreadsheet could run this text as a formula (CSV injection)."""
    return tekst.startswith(FORMULETEKENS)
