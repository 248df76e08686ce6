"""The comparison that the README names runs, openfisca-core included, and its candidates give the same answers."""

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PYTHON = ROOT / ".tools/benchmark/bin/python"
REQUIRED = os.environ.get("CI") == "true"


@pytest.mark.skipif(not PYTHON.exists() and not REQUIRED, reason="make unit makes the environment with openfisca-core")
def test_the_comparison_runs_and_every_candidate_gives_the_same_answers() -> None:
    opties = ["-m", "benchmarks.recht", "--huishoudens", "2000", "--keren", "1"]
    run = subprocess.run([PYTHON, *opties], cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert run.returncode == 0, run.stderr
    for naam in ("openfisca-core", "numpy by hand", "kernel by hand (C)"):
        assert f"{naam} differs in" in run.stdout or f"{naam}, 1 thread differs in" in run.stdout, run.stdout
