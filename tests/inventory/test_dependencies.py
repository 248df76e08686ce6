"""Every dependency is used and says what for; every import of somebody else's code is declared; the locks agree.

Used means: imported under src (for the tools: under tests, scripts or benchmarks), named in the settings, or run as a
program. An import only for types (`if TYPE_CHECKING`) needs nothing at run time and may come from the tools.
"""

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.inventory.sources import PYPROJECT, ROOT, modules, where

RUNNING: list[str] = PYPROJECT["project"]["dependencies"]
EXTRAS: list[str] = [each for extra in PYPROJECT["project"]["optional-dependencies"].values() for each in extra]
TOOLS: list[str] = PYPROJECT["dependency-groups"]["dev"]
PEERS: list[str] = PYPROJECT["dependency-groups"]["benchmark"]
OURS = {"meedoen", "tests", "scripts", "benchmarks"}
SETTINGS = ROOT / "src" / "meedoen" / "uitvoering" / "inrichting" / "settings.py"
PROGRAMS = {
    "gunicorn": ("src/meedoen/cli_dienst.py", '"-m", "gunicorn"'),
    "ruff": ("Makefile", "$(BIN)/ruff"),
    "mypy": ("Makefile", "$(BIN)/mypy"),
    "import-linter": ("Makefile", "$(BIN)/lint-imports"),
    "pytest-xdist": ("Makefile", "-n $(WERKERS)"),
    "pytest-django": ("tests/conftest.py", '"DJANGO_SETTINGS_MODULE"'),
    "django-stubs": ("pyproject.toml", "mypy_django_plugin.main"),
}  # what is used without an import: the file and the words that show it


def name_of(requirement: str) -> str:
    """The name of a distribution as an index writes it: lower case, dashes."""
    return re.sub(r"[-_.]+", "-", re.split(r"[\[<>=!~; ]", requirement)[0]).lower()


@cache
def distributions() -> dict[str, set[str]]:
    """Which installed distributions give a module of this name."""
    return {module: {name_of(name) for name in names} for module, names in packages_distributions().items()}


def givers(module: str) -> set[str]:
    """The distributions that give a module: as installed, else the one of its own name (the group benchmark is not)."""
    return distributions().get(module) or {name_of(module)}


def only_for_types(tree: ast.Module) -> set[ast.AST]:
    """Everything inside `if TYPE_CHECKING:`."""
    branches = [n for n in ast.walk(tree) if isinstance(n, ast.If) and ast.unparse(n.test).endswith("TYPE_CHECKING")]
    return {inner for branch in branches for statement in branch.body for inner in ast.walk(statement)}


def imports(tree: ast.Module) -> Iterator[tuple[str, ast.AST]]:
    """The first part of the name of every module of somebody else that this file imports when it runs."""
    skipped = only_for_types(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names = [node.module]
        else:
            continue
        for name in names:
            top = name.split(".")[0]
            if node not in skipped and top not in sys.stdlib_module_names | OURS:
                yield top, node


def imported(*folders: str) -> dict[str, str]:
    """Every foreign module imported below these folders, with the first place."""
    found: dict[str, str] = {}
    for path, tree in modules(*folders):
        for name, node in imports(tree):
            found.setdefault(name, where(path, node))
    return found


def in_settings() -> set[str]:
    """The first parts of the dotted names in the settings: apps and middleware."""
    words = [n.value for n in ast.walk(ast.parse(SETTINGS.read_text())) if isinstance(n, ast.Constant)]
    return {word.split(".")[0] for word in words if isinstance(word, str) and word.isascii()}


def undeclared(found: dict[str, str], declared: list[str]) -> list[str]:
    """The imports that no declared distribution gives."""
    names = {name_of(requirement) for requirement in declared}
    return [f"{place}: {module}" for module, place in found.items() if not givers(module) & names]


def unused(declared: list[str], modules_used: set[str]) -> list[str]:
    """The declared distributions that give none of these modules and are no program that is run."""
    given = {name for module in modules_used for name in givers(module)}
    return [name for name in map(name_of, declared) if name not in given and name not in PROGRAMS]


def test_every_dependency_is_used() -> None:
    assert not unused([*RUNNING, *EXTRAS], set(imported("src")) | in_settings()), "remove it from pyproject.toml"
    everywhere = set(imported("src", "tests", "scripts", "benchmarks"))
    assert not unused(TOOLS, everywhere), "remove it from the group dev"
    assert not unused(PEERS, set(imported("benchmarks"))), "remove it from the group benchmark"


def test_every_import_is_declared() -> None:
    assert not undeclared(imported("src"), [*RUNNING, *EXTRAS]), (
        "add it to dependencies in pyproject.toml, and `make lock`"
    )
    assert not undeclared(imported("tests", "scripts"), [*RUNNING, *TOOLS])
    assert not undeclared(imported("benchmarks"), [*RUNNING, *TOOLS, *PEERS])


def test_the_inventory_sees_what_it_should() -> None:
    tree = ast.parse("import os, numpy.linalg\nfrom . import x\nif TYPE_CHECKING:\n    import mypy\nfrom csp import y")
    assert [name for name, _node in imports(tree)] == ["numpy", "csp"]
    assert undeclared({"numpy": "a.py:1"}, ["django>=5"]) == ["a.py:1: numpy"]
    assert unused(["django>=5", "xlsxwriter"], {"django"}) == ["xlsxwriter"]


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_program_is_declared_and_run_where_we_say(program: str) -> None:
    path, words = PROGRAMS[program]
    assert program in [*map(name_of, RUNNING), *map(name_of, TOOLS)]
    assert words in Path(ROOT / path).read_text()


def test_each_dependency_says_what_for_and_where() -> None:
    text = (ROOT / "pyproject.toml").read_text()
    listed = [*RUNNING, *EXTRAS, *TOOLS, *PEERS]
    silent = [name for name in listed if not re.search(rf'^\s*"{re.escape(name)}",\s*# .+; .+$', text, re.MULTILINE)]
    assert not silent, f"write one comment behind each: what for; where used: {silent}"


def test_what_is_extra_is_a_tool_too_so_that_its_tests_run() -> None:
    assert set(EXTRAS) <= set(TOOLS)


def locked(path: str) -> dict[str, set[str]]:
    """Name and versions (one for each marker) in a lock file. Each must carry a hash."""
    text = (ROOT / path).read_text()
    assert "://" not in text, "no address of a registry in the lock"
    lines = re.findall(r"^([\w.-]+)==([^\s;]+)(.*\\\n +--hash=)?", text, re.MULTILINE)
    assert all(has_hash for _name, _version, has_hash in lines)
    versions: dict[str, set[str]] = {}
    for name, version, _hash in lines:
        versions.setdefault(name_of(name), set()).add(version)
    return versions


def test_each_dependency_is_locked_with_its_hash() -> None:
    running, everything = locked("requirements.lock"), locked("requirements-dev.lock")
    assert {name_of(name) for name in RUNNING} <= running.keys()
    assert {name_of(name) for name in [*RUNNING, *TOOLS]} <= everything.keys()
    assert {name_of(name) for name in [*RUNNING, *PEERS]} <= locked("requirements-benchmark.lock").keys()


def test_production_runs_what_was_tested_and_no_tools() -> None:
    running, everything = locked("requirements.lock"), locked("requirements-dev.lock")
    assert running.items() <= everything.items(), "both locks name the same versions: `make lock`"
    assert not {name_of(name) for name in TOOLS} & running.keys()
