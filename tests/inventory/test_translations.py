"""Every Dutch text of the screens has an English one with the same placeholders, and the compiled file is current."""

import re

import pytest
from babel.messages.catalog import Message

from scripts import translations


def test_every_text_is_translated_and_nothing_is_left_over() -> None:
    found = list(translations.problems())
    assert not found, (
        f"{len(found)} texts; run `python scripts/translations.py extract`, translate, compile:\n"
        + "\n".join(found[:40])
    )


@pytest.mark.parametrize(
    ("dutch", "english", "complaint"),
    [
        ("Afmelden", "", "missing"),
        ("%(aantal)s gevonden", "%(number)s found", "other placeholders"),
        ("%(aantal)s gevonden", "found", "other placeholders"),
        ("%s van %s", "%s of %s", ""),
        (("%(n)s inwoner", "%(n)s inwoners"), ("one resident", "%(n)s residents"), ""),
        (("%(n)s inwoner", "%(n)s inwoners"), ("%(n)s resident", "residents"), "other placeholders"),
        (("%(n)s inwoner", "%(n)s inwoners"), ("%(n)s resident", ""), "missing"),
    ],
)
def test_a_bad_translation_is_named(dutch: str, english: str, complaint: str) -> None:
    known = Message(dutch, english)
    found = list(translations.wrong(Message(dutch, locations=[("views.py", 0)]), known))
    assert bool(found) == bool(complaint)
    assert all(line.startswith(complaint) for line in found)


GETELD = re.compile(
    r"%\(\w+\)[sd] (maanden|dagen|weken|jaren|uren|regels|rijen|delen|cellen|decimalen|waarden|stappen)\b"
)
NOOIT_EEN = (
    "De verordening geeft %(maanden)s maanden. Langer dan drie maanden",
    "hoogstens %(n)s rijen op het scherm",
    "hoogstens %(rijen)s rijen op een Excel-blad",
    "%(n)s regels",
)
"""Texts of which the number is always more than one: a limit, or all rules of the law."""


def test_what_is_counted_has_a_word_for_one() -> None:
    enkel = [message.id for message in translations.texts() if isinstance(message.id, str)]
    zonder = [tekst for tekst in enkel if GETELD.search(tekst) and not tekst.startswith(NOOIT_EEN)]
    assert not zonder, f"use ngettext, or count in a template: {zonder}"


def test_templates_give_their_texts_too() -> None:
    texts = {message.id for message in translations.texts()}
    assert {"Naar de inhoud", "onbekend", "%(stand)s van %(streef)s"} <= texts
