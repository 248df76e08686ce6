"""Habits of the house that a machine can see in the source: the clock, names of modules, sizes."""

import ast
import re
import runpy
from pathlib import Path

import pytest

from tests.inventory.sources import PLATFORM, ROOT, called, layers, modules, templates, where

CLOCK = ROOT / "src" / "meedoen" / "uitvoering" / "kern" / "clock.py"
READS_THE_CLOCK = re.compile(
    r"(^|\.)(now|today|utcnow|localdate|localtime|fromtimestamp)$|^time\.(time|time_ns|gmtime)$"
)
FORBIDDEN = {"utils", "util", "helpers", "helper", "common", "base", "mixins", "mixin", "signals", "misc", "shared"}
SIZES = runpy.run_path(str(ROOT / "scripts" / "sizes.py"))


def clock_reads(tree: ast.Module) -> list[ast.Call]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call) and READS_THE_CLOCK.search(called(node))]


def test_nothing_reads_the_clock_but_the_clock() -> None:
    """The wall clock, that is: a stopwatch (time.monotonic) tells no date and is nobody's fact."""
    found = [where(path, node) for path, tree in modules("src") if path != CLOCK for node in clock_reads(tree)]
    assert not found, f"use kern/clock.py: {found}"
    assert len(clock_reads(ast.parse(CLOCK.read_text()))) == 2


@pytest.mark.parametrize(
    "code",
    ["datetime.datetime.now()", "date.today()", "timezone.now()", "time.time()", "timezone.localdate()", "dt.utcnow()"],
)
def test_the_scan_sees_every_way_to_read_it(code: str) -> None:
    assert clock_reads(ast.parse(code))


@pytest.mark.parametrize("code", ["clock.nu()", "clock.vandaag()", "tijd.time()", "datum.isoformat()"])
def test_the_scan_sees_nothing_else(code: str) -> None:
    assert not clock_reads(ast.parse(code))


def test_no_template_reads_the_clock() -> None:
    assert not [str(path) for _app, path, text in templates() if re.search(r"\{%\s*now\b", text)]


def test_no_module_is_named_after_nothing() -> None:
    paths = [path for folder in ("src", "tests", "scripts") for path in (ROOT / folder).rglob("*.py")]
    assert not [str(path.relative_to(ROOT)) for path in paths if FORBIDDEN & {path.stem, *path.parent.parts[-2:]}]


def test_every_app_of_the_platform_has_its_place_in_the_layers() -> None:
    apps = {path.parent.name for path in PLATFORM.glob("*/__init__.py")}
    assert apps == set(layers())


def test_acts_name_who_does_them() -> None:
    """Every public function of an `acts.py` takes `door`, keyword-only."""
    wrong = [
        where(path, node)
        for path, tree in modules("src")
        if path.name == "acts.py"
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
        if "door" not in {argument.arg for argument in node.args.kwonlyargs}
    ]
    assert not wrong


def test_the_sizes_are_within_the_ratchet_and_the_ratchet_within_the_house_rule() -> None:
    import tomllib

    limits = tomllib.loads((ROOT / ".ci" / "sizes.toml").read_text())
    assert SIZES["judge"](SIZES["measure"](), limits) == []
    assert limits["function"]["p90"] <= 30 and limits["function"]["max"] <= 60
    assert limits["file"]["p90"] <= 300 and limits["file"]["max"] <= 500


def test_a_function_and_a_file_that_are_too_long_are_named(tmp_path: Path) -> None:
    body = "\n".join(f"    x{i} = {i}" for i in range(70))
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "lang.py").write_text(f"def te_lang():\n{body}\n")
    limits = {"function": {"p90": 30, "max": 60}, "file": {"p90": 300, "max": 60}}
    assert SIZES["judge"](SIZES["measure"](tmp_path), limits) == [
        "function p90 is 71 lines, limit 30: split the longest ones",
        "src/lang.py:1 te_lang is 71 lines, limit 60",
        "src/lang.py is 71 lines, limit 60",
    ]
