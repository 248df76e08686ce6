"""Every environment variable that we read has its line in docs/settings.md, and every line is read."""

import ast
import re

from tests.inventory.sources import ROOT, called, modules, where

DOCUMENTED = re.compile(r"^\| `([A-Z][A-Z_]+)` \|", re.MULTILINE)
NOT_OURS = {  # set or read for other programs; nobody sets them to change Meedoen
    "DJANGO_SETTINGS_MODULE",
    "DJANGO_ALLOW_ASYNC_UNSAFE",
    "PYTEST_XDIST_WORKER",
    "XDG_CACHE_HOME",
    "PYTHONPATH",
}


def reads(tree: ast.Module) -> list[tuple[str, ast.AST]]:
    """Every environment variable that this module names: environ.get, environ[...], setdefault, getenv."""
    found: list[tuple[str, ast.AST]] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and re.search(r"(environ\.(get|setdefault|pop)|getenv)$", called(node)):
            found += [(str(a.value), node) for a in node.args[:1] if isinstance(a, ast.Constant)]
        elif isinstance(node, ast.Subscript) and called(node.value).endswith("environ"):
            found += [(str(node.slice.value), node)] if isinstance(node.slice, ast.Constant) else []
    return found


def test_each_setting_that_is_read_has_its_line_and_each_line_is_read() -> None:
    read = {name: where(path, node) for path, tree in modules("src", "tests", "scripts") for name, node in reads(tree)}
    documented = set(DOCUMENTED.findall((ROOT / "docs" / "settings.md").read_text()))
    ours = {name: place for name, place in read.items() if name not in NOT_OURS}
    assert {name: place for name, place in ours.items() if name not in documented} == {}
    assert documented - set(ours) == set()


def test_the_scan_sees_every_way_to_read_one() -> None:
    code = "os.environ['A']; os.environ.get('B'); os.getenv('C'); environ.setdefault('D', '1'); os.environ.pop('E')"
    assert {name for name, _node in reads(ast.parse(code))} == set("ABCDE")
