"""The English translation: extract every Dutch text of the screens, compile what was translated, check the whole.

    python scripts/translations.py extract   bring huisstijl/locale/en/LC_MESSAGES/django.po up to date
    python scripts/translations.py compile   write the .mo that the application reads (committed)
    python scripts/translations.py --check   fail on a text that is missing, fuzzy, obsolete, or has other placeholders

No gettext programs are needed: Babel reads Python, and Django turns a template into something Babel reads.
"""

import argparse
import datetime
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
SRC = ROOT / "src/meedoen"
PO = SRC / "uitvoering/huisstijl/locale/en/LC_MESSAGES/django.po"
MO = PO.with_suffix(".mo")
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "_lui": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
VAST = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)  # no moment in the files: the same texts give the same bytes
PLAATS = re.compile(r"%\((\w+)\)[sd]|\{(\w*)\}|%[sd]")


def texts() -> Catalog:
    """The catalogue of every text in Python and templates, untranslated, in order of file."""
    catalog = empty()
    for path in sorted([*SRC.rglob("*.py"), *SRC.rglob("templates/**/*.html")]):
        if "migrations" in path.parts:
            continue
        for _line, message, _comments, context in extract("python", source(path), keywords=KEYWORDS):
            locations = [(path.relative_to(ROOT).as_posix(), 0)]
            flags = ["python-format"] if "%(" in str(message) else []
            catalog.add(message, None, locations, flags=flags, context=context)
    return catalog


def empty() -> Catalog:
    """A catalogue for English without moments or names of persons in its header."""
    return Catalog(
        locale="en",
        project="Meedoen",
        version="0",
        fuzzy=False,
        msgid_bugs_address="see README.md",
        creation_date=VAST,
        revision_date=VAST,
        last_translator="Meedoen",
        language_team="Meedoen",
        header_comment="# English texts of the screens of Meedoen. Written by scripts/translations.py; translate here.",
    )


def source(path: Path) -> io.BytesIO:
    """The file as Python that Babel can read; a template keeps its texts and loses the rest."""
    if path.suffix == ".py":
        return io.BytesIO(path.read_bytes())
    from django.utils.translation.template import templatize

    lines = templatize(path.read_text("utf-8"), origin=str(path)).splitlines()
    return io.BytesIO("\n".join(line.lstrip() for line in lines).encode())  # its indentation means nothing to Python


def translated() -> Catalog:
    """The catalogue as translators left it."""
    if not PO.exists():
        return empty()
    with PO.open("rb") as file:
        return read_po(file, locale="en")


def update() -> Catalog:
    """Today's texts with the translations that exist; texts that are gone are left out."""
    fresh, old = texts(), translated()
    for message in fresh:
        known = old.get(message.id, message.context) if message.id else None
        if known and isinstance(known.string, str) == isinstance(message.id, str):  # a text that is counted now is new
            message.string = known.string
            message.flags |= known.flags & {"fuzzy"}
    return fresh


def save(catalog: Catalog) -> None:
    """Write the .po, without line numbers: moving a text changes nothing."""
    PO.parent.mkdir(parents=True, exist_ok=True)
    with PO.open("wb") as file:
        write_po(file, catalog, width=120, sort_output=True, include_lineno=False, ignore_obsolete=True)


def compiled(catalog: Catalog) -> bytes:
    """The bytes of the .mo."""
    file = io.BytesIO()
    write_mo(file, catalog)
    return file.getvalue()


def problems() -> Iterator[str]:
    """What keeps the translation from being whole, one sentence each."""
    today, known = texts(), translated()
    for message in today:
        if message.id:
            yield from wrong(message, known.get(message.id, message.context))
    for message in known:
        if message.id and today.get(message.id, message.context) is None:
            yield f"obsolete: {message.id!r}"
    if not MO.exists() or MO.read_bytes() != compiled(known):
        yield f"{MO.name} is not what {PO.name} says; run: python scripts/translations.py compile"


def wrong(message: Message, known: Message | None) -> Iterator[str]:
    """What is wrong with the translation of one text."""
    place = message.locations[0][0]
    strings = [known.string] if known and isinstance(known.string, str) else list(known.string) if known else []
    if not strings or not all(strings):
        yield f"missing: {message.id!r} ({place})"
        return
    if known and known.fuzzy:
        yield f"fuzzy: {message.id!r} ({place})"
    wanted = placeholders(message.id if isinstance(message.id, str) else message.id[-1])
    for string in strings:
        if not placeholders(string) <= wanted or (string == strings[-1] and placeholders(string) != wanted):
            yield f"other placeholders: {message.id!r} -> {string!r} ({place})"


def placeholders(text: str) -> set[str]:
    """The names (or bare signs) that a text has filled in."""
    return {found.group() for found in PLAATS.finditer(text)}


def main(arguments: list[str] | None = None) -> int:
    """Do what was asked; 1 when the check finds something."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("act", nargs="?", choices=["extract", "compile"])
    parser.add_argument("--check", action="store_true")
    chosen = parser.parse_args(arguments)
    if chosen.act == "extract":
        save(update())
    elif chosen.act == "compile":
        MO.write_bytes(compiled(translated()))
    elif not chosen.check:
        parser.error("say extract, compile or --check")
    found = list(problems()) if chosen.check else []
    sys.stderr.writelines(f"{line}\n" for line in found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
