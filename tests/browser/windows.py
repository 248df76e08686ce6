"""Windows that are lent out: empty to whoever borrows one, but made once, with the styles and letters still at hand.

A window of its own for each test costs Chromium a third of a second. Here a test gets one in which no page is open,
no cookie is kept and no right was granted; what it leaves behind is thrown away when it brings the window back.
"""

from collections.abc import Callable, Hashable
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, WebError

Teruggeven = Callable[[], None]


class Vensters:
    """The windows of one browser, by how they were asked for; those in `vrij` wait for the next."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.vrij: dict[Hashable, list[BrowserContext]] = {}

    def leen(self, fouten: list[str], **opties: Any) -> tuple[BrowserContext, Teruggeven]:
        """A window with these options, and how to bring it back. What its pages report as an error goes to `fouten`."""
        gelijke = self.vrij.setdefault(repr(sorted(opties.items())), [])
        venster = gelijke.pop() if gelijke else self._nieuw(opties)

        def noteer(bericht: ConsoleMessage) -> None:
            if bericht.type == "error" and "status of 4" not in bericht.text:
                fouten.append(f"{bericht.location.get('url', '')}: {bericht.text}")

        def noteer_fout(fout: WebError) -> None:
            fouten.append(str(fout.error))

        def geef_terug() -> None:
            for pagina in venster.pages:
                pagina.close()
            venster.remove_listener("console", noteer)
            venster.remove_listener("weberror", noteer_fout)
            venster.clear_cookies()
            venster.clear_permissions()
            gelijke.append(venster)

        venster.on("console", noteer)
        venster.on("weberror", noteer_fout)
        return venster, geef_terug

    def _nieuw(self, opties: dict[str, Any]) -> BrowserContext:
        return self.browser.new_context(
            locale="nl-NL", timezone_id="Europe/Amsterdam", reduced_motion="reduce", accept_downloads=True, **opties
        )
