"""Make the pictures of the README from the demonstration: python scripts/screenshot.py

Writes docs/beelden/startpagina.png, 1200 pixels wide: the start page of the role beleid en control on a fixed day, so
that the same product gives the same picture. Needs the Chromium of the browser tests; takes half a minute.
"""

import os
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
from scripts.demo_service import demo_service, meld_aan  # noqa: E402
from scripts.find_chromium import ADVICE, find  # noqa: E402

BEELD = ROOT / "docs/beelden/startpagina.png"
ROL = "beleid"
DAG = "2026-11-22"
BREED, HOOG = 1200, 800


def main() -> int:
    """Make the demo, look at its start page, keep the picture. Exit code 1 without a browser."""
    browser_pad = find()
    if browser_pad is None:
        print(ADVICE, file=sys.stderr)
        return 1
    args = ["--disable-gpu", "--no-sandbox"] if os.geteuid() == 0 else ["--disable-gpu"]
    with (
        tempfile.TemporaryDirectory() as tijdelijk,
        demo_service(Path(tijdelijk) / "var", vandaag=DAG) as dienst,
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=browser_pad, args=args) as chromium,
    ):
        pagina = chromium.new_page(
            base_url=dienst.adres, viewport={"width": BREED, "height": HOOG}, locale="nl-NL", reduced_motion="reduce"
        )
        meld_aan(pagina, ROL, dienst.wachtwoorden[ROL])
        BEELD.parent.mkdir(parents=True, exist_ok=True)
        pagina.evaluate("document.fonts.ready")
        pagina.screenshot(path=BEELD)
    print(BEELD.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
