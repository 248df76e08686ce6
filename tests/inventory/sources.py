"""What the inventories read: our own source files, the layers of the import contract, our models."""

import ast
import functools
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PLATFORM = ROOT / "src" / "meedoen" / "uitvoering"
PYPROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text())


def layers() -> list[str]:
    """The apps from the highest to the lowest, as the import contract orders them."""
    (contract,) = (c for c in PYPROJECT["tool"]["importlinter"]["contracts"] if c["type"] == "layers")
    return list(contract["layers"])


def is_below_or_same(lower: str, upper: str) -> bool:
    """Whether `upper` may use `lower`."""
    order = layers()
    return order.index(lower) >= order.index(upper)


def modules(*folders: str) -> Iterator[tuple[Path, ast.Module]]:
    """Every Python file below these folders with its syntax tree, migrations left out."""
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path, parsed(path)


@functools.cache
def parsed(path: Path) -> ast.Module:
    """The syntax tree of a file, made once."""
    return ast.parse(path.read_text(encoding="utf-8"))


def templates() -> Iterator[tuple[str, Path, str]]:
    """Every Django template: the app that owns it, its path, its text."""
    for path in sorted(PLATFORM.glob("*/templates/**/*.html")):
        yield path.relative_to(PLATFORM).parts[0], path, path.read_text(encoding="utf-8")


def called(node: ast.AST) -> str:
    """The dotted name of what a call calls ("os.environ.get"), "" where it is not a plain name."""
    parts: list[str] = []
    inner: ast.AST = node.func if isinstance(node, ast.Call) else node
    while isinstance(inner, ast.Attribute):
        parts.append(inner.attr)
        inner = inner.value
    return ".".join(reversed([*parts, inner.id])) if isinstance(inner, ast.Name) else ""


def where(path: Path, node: ast.AST) -> str:
    """File and line, to find it."""
    return f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', '?')}"
