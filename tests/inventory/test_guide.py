"""The guides name what stands on the screen: **bold** is a text of a screen, a command is one that exists.

A guide that a changed button has left behind sends people looking for what is not there.
"""

import re
import shlex
from functools import cache
from pathlib import Path

import pytest

from meedoen import cli
from scripts import translations
from tests.inventory.sources import templates

ROOT = Path(__file__).resolve().parents[2]
GUIDES = sorted((ROOT / "docs/guide").glob("*.md"))
BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
COMMAND = re.compile(r"^ {4}(?:\S+=\S+ )*(meedoen .+)$|`(meedoen [^`]+)`", re.MULTILINE)
LINK = re.compile(r"\]\(([^)#:]+)\)")
PLACE = re.compile(r"%\(\w+\)s")


@cache
def texts_of_screens() -> set[str]:
    """Every text that a screen can show, with … where a value stands; and what templates say untranslated."""
    ids = [message.id for message in translations.texts() if message.id]
    loose = [text for one in ids for text in ([one] if isinstance(one, str) else one)]
    literal = [word for _app, _path, text in templates() for word in re.findall(r">([^<>{}%\n]+)<", text)]
    return {PLACE.sub("…", text).strip() for text in (*loose, *literal)}


def named_in(text: str) -> list[str]:
    """The texts in bold of a guide, on one line each."""
    return [" ".join(hit.split()) for hit in BOLD.findall(text)]


def commands_in(text: str) -> list[str]:
    """The commands `meedoen …` of a guide, as they are typed."""
    return [block or inline for block, inline in COMMAND.findall(text)]


def test_there_is_a_guide_for_every_reader() -> None:
    assert {guide.stem for guide in GUIDES} >= {"consulent", "controller", "raad", "beheerder", "importeren"}


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.stem)
def test_what_a_guide_names_in_bold_stands_on_a_screen(guide: Path) -> None:
    named = named_in(guide.read_text())
    assert named
    missing = [text for text in named if text not in texts_of_screens()]
    assert not missing, f"{guide.name} names what no screen shows: {missing}"


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.stem)
def test_a_command_in_a_guide_exists_with_its_options(guide: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in commands_in(guide.read_text()):
        words = shlex.split(command, comments=True)[1:]
        options = [] if words[:2] == ["dienst", "django"] else [word for word in words if word.startswith("--")]
        parts = words[:2] if words[0] == "dienst" and len(words) > 1 else words[:1]
        with pytest.raises(SystemExit) as end:
            cli.main([*parts, "--help"])
        shown = capsys.readouterr().out
        assert end.value.code == 0, command
        assert not [option for option in options if option not in shown], command


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.stem)
def test_a_link_in_a_guide_leads_to_a_file(guide: Path) -> None:
    assert not [link for link in LINK.findall(guide.read_text()) if not (guide.parent / link).is_file()]


@pytest.mark.parametrize(
    ("text", "named", "commands"),
    [
        ("Kies **Zoek** en\n**Toon deze\n  datum**.", ["Zoek", "Toon deze datum"], []),
        (
            "Doe `meedoen demo`:\n\n    A=1 meedoen dienst start --werkers 4\n",
            [],
            ["meedoen demo", "meedoen dienst start --werkers 4"],
        ),
    ],
)
def test_the_scan_sees_texts_and_commands(text: str, named: list[str], commands: list[str]) -> None:
    assert named_in(text) == named
    assert sorted(commands_in(text)) == sorted(commands)
