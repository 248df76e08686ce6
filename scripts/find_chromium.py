"""Print where Chromium or Chrome is. With `--install`, as root on Debian or Ubuntu: install it where it is missing.

Exit code 1 with CI=true and no browser; without CI an empty line, and the browser tests are skipped with a reason.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
ADVICE = "Geen Chromium gevonden. Installeer het pakket chromium, of zet het pad in MEEDOEN_CHROMIUM."


def find() -> str | None:
    """The browser of MEEDOEN_CHROMIUM, else the first one on the path or in a usual place."""
    if named := os.environ.get("MEEDOEN_CHROMIUM"):
        if not shutil.which(named):
            raise SystemExit(f"MEEDOEN_CHROMIUM wijst naar {named}; daar staat geen programma.")
        return named
    on_path = (shutil.which(name) for name in NAMES)
    return next((path for path in on_path if path), None) or next((p for p in PLACES if Path(p).exists()), None)


def install() -> None:
    """Install Debian's package. What apt-get says goes to standard error."""
    print("Chromium wordt geïnstalleerd uit de pakketten van het systeem (een paar minuten)", file=sys.stderr)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ["apt-get", "-qq", "update"],
        ["apt-get", "-qq", "install", "-y", "--no-install-recommends", "chromium"],
    ):
        subprocess.run(command, check=True, stdout=sys.stderr, env=quiet)


def main(arguments: list[str]) -> int:
    """Print the path, installing first where that is asked for and possible."""
    found = find()
    if found is None and "--install" in arguments and os.geteuid() == 0 and shutil.which("apt-get"):
        install()
        found = find()
    if found is None:
        print(ADVICE, file=sys.stderr)
        return 1 if os.environ.get("CI") == "true" else 0
    print(found)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
