"""Print how long functions and files are, and fail above the limits of `.ci/sizes.toml`.

p90 is the nearest-rank percentile. A function counts from its `def` to its last line, docstring included; migrations
are made by Django and don't count.
"""

import ast
import math
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("src", "tests", "scripts", "benchmarks")


class Size(NamedTuple):
    """How many lines something has, and where it stands."""

    lines: int
    where: str


def python_files(root: Path = ROOT) -> Iterator[Path]:
    """Every Python file that people wrote."""
    for folder in FOLDERS:
        yield from (path for path in sorted((root / folder).rglob("*.py")) if "migrations" not in path.parts)


def measure(root: Path = ROOT) -> dict[str, list[Size]]:
    """All functions and all files with their lengths, shortest first."""
    sizes: dict[str, list[Size]] = {"function": [], "file": []}
    for path in python_files(root):
        text, where = path.read_text(encoding="utf-8"), str(path.relative_to(root))
        sizes["file"].append(Size(len(text.splitlines()), where))
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                sizes["function"].append(Size(length, f"{where}:{node.lineno} {node.name}"))
    return {kind: sorted(found) for kind, found in sizes.items()}


def p90(sizes: list[Size]) -> int:
    """The length that nine in ten do not exceed."""
    return sizes[math.ceil(0.9 * len(sizes)) - 1].lines


def judge(sizes: dict[str, list[Size]], limits: dict[str, dict[str, int]]) -> list[str]:
    """What is too long, as sentences; empty when nothing is."""
    wrong = []
    for kind, found in sizes.items():
        if p90(found) > limits[kind]["p90"]:
            wrong.append(f"{kind} p90 is {p90(found)} lines, limit {limits[kind]['p90']}: split the longest ones")
        wrong += [
            f"{s.where} is {s.lines} lines, limit {limits[kind]['max']}" for s in found if s.lines > limits[kind]["max"]
        ]
    return wrong


def main() -> int:
    """Print both measures and the longest ones; exit code 1 above a limit."""
    limits = tomllib.loads((ROOT / ".ci" / "sizes.toml").read_text())
    sizes = measure()
    for kind, found in sizes.items():
        top = found[-1]
        print(f"{kind}: {len(found)} measured, p90 {p90(found)} (limit {limits[kind]['p90']}), ", end="")
        print(f"max {top.lines} (limit {limits[kind]['max']}): {top.where}")
    wrong = judge(sizes, limits)
    print(*wrong, sep="\n", end="\n" if wrong else "")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
