"""The command `meedoen`: Dutch, light, and helpful to who mistypes."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from meedoen import cli

pytestmark = pytest.mark.slow


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command as people run it, in a process of its own."""
    command = [sys.executable, "-m", "meedoen.cli", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, **environment})


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"]])
def test_help_is_dutch_and_shows_the_five_things_people_do(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        assert cli.main(arguments) == 0
    except SystemExit as end:
        assert end.code == 0
    shown = capsys.readouterr().out
    assert all(f"\n    {name} " in shown for name in ("bereken", "voorbeeld", "importeer", "demo", "dienst"))
    assert shown.startswith("gebruik: meedoen") and "toon deze hulp en stop" in shown
    assert "usage" not in shown and "options" not in shown and "show this" not in shown


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from meedoen import cli; cli.main([]);"
        "print([m for m in ('django', 'llvmlite', 'pyarrow', 'numpy', 'altair') if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("implorteer", "'implorteer' bestaat niet. Bedoelt u 'importeer'?"),
        ("berekenen", "Bedoelt u 'bereken'?"),
        ("xyzzy", f"Kies uit: {', '.join(cli.ONDERDELEN)}."),
    ],
)
def test_a_name_that_does_not_exist_gets_the_nearest_one(
    typed: str, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main([typed]) == 2
    shown = capsys.readouterr()
    assert sentence in shown.err and not shown.out


@pytest.mark.parametrize("name", [*cli.ONDERDELEN, *cli.VERDER])
def test_each_sub_command_explains_itself_in_dutch(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        cli.main([name, "--help"])
    assert end.value.code == 0
    assert capsys.readouterr().out.startswith(f"gebruik: meedoen {name}")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["dienst"], "deze argumenten ontbreken: <onderdeel>"),
        (["dienst", "gebruiker"], "deze argumenten ontbreken: naam"),
        (["dienst", "gebruiker", "x", "--rol", "baas"], "'baas' kan hier niet; kies uit 'consulent'"),
        (["dienst", "start", "--werkers", "veel"], "'veel' is geen geldige waarde"),
        (["dienst", "start", "--adres"], "verwacht één waarde"),
        (["dienst", "migreer", "--snel"], "onbekende argumenten: --snel"),
    ],
)
def test_wrong_arguments_are_explained_in_dutch(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        cli.main(arguments)
    assert end.value.code == 2
    shown = capsys.readouterr().err
    assert sentence in shown and ": fout: " in shown


def test_a_database_is_made_a_user_is_made_and_the_service_refuses_before_that(tmp_path: Path) -> None:
    place = {"MEEDOEN_MAP": str(tmp_path), "DATABASE_URL": ""}
    early = run("dienst", "start", **place)
    assert early.returncode == 1 and "meedoen dienst migreer" in early.stderr
    assert run("dienst", "migreer", **place).returncode == 0
    refused = run("dienst", "gebruiker", "anna", "--rol", "consulent", "--gemeente", "GM9999", **place)
    assert refused.returncode == 2 and "Deze gemeentecodes bestaan niet: GM9999." in refused.stderr
    command = [sys.executable, "-m", "meedoen.cli", "dienst", "gebruiker", "anna", "--rol", "consulent"]
    made = subprocess.run(
        command, input="vier losse woorden\n", capture_output=True, text=True, check=True, env={**os.environ, **place}
    )
    assert "anna: rol consulent, gemeenten: geen" in made.stdout


def test_a_wrong_setting_is_one_sentence_and_no_traceback(tmp_path: Path) -> None:
    done = run("dienst", "migreer", MEEDOEN_MAP=str(tmp_path), DATABASE_URL="mysql://jan:geheim@host/naam")
    assert done.returncode == 2
    assert done.stderr.startswith("meedoen: DATABASE_URL begint niet met postgresql://")
    assert "Traceback" not in done.stderr and "geheim" not in done.stderr


def test_the_service_serves_pages_and_style_until_it_is_told_to_stop(tmp_path: Path) -> None:
    place = {**os.environ, "MEEDOEN_MAP": str(tmp_path), "DATABASE_URL": ""}
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        where = f"127.0.0.1:{probe.getsockname()[1]}"
    command = [sys.executable, "-m", "meedoen.cli", "dienst", "start", "--migreer", "--adres", where, "--werkers", "1"]
    with subprocess.Popen(command, env=place, stderr=subprocess.PIPE, text=True) as service:
        try:
            page = wait_for(f"http://{where}/aanmelden")
            style = re.search(r'href="(/static/[^"]+meedoen\.css)"', page)
            assert style and "--meedoen" in wait_for(f"http://{where}{style.group(1)}")
        finally:
            service.terminate()
            said = service.communicate(timeout=20)[1]
    assert service.returncode == 0
    assert f"Meedoen draait op http://{where}" in said


def wait_for(address: str) -> str:
    """The page, as soon as the service answers."""
    deadline = time.monotonic() + 90
    while True:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                return str(answer.read().decode())
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)
