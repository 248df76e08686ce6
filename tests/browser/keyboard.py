"""Going through the product with the keyboard alone, and counting what somebody has to do.

A *handeling* is one link followed, one button pressed, or one field filled. A field that asks a fact of the household
is counted apart (`feiten`): whoever does the work has to know those, however the screens are made.
"""

from playwright.sync_api import Page

MEESTE_TABS = 250


class Toetsenbord:
    """Tab, Space, Enter, arrows and letters on one page; no mouse, no script, no address typed after the first."""

    def __init__(self, pagina: Page) -> None:
        self.pagina = pagina
        self.handelingen = 0
        self.feiten = 0

    def naar(self, kiezer: str) -> None:
        """Tab until the element has the focus."""
        for _stap in range(MEESTE_TABS):
            if self.pagina.locator(kiezer).evaluate_all("gevonden => gevonden.includes(document.activeElement)"):
                return
            self.pagina.keyboard.press("Tab")
        raise AssertionError(f"Tab never reaches {kiezer} on {self.pagina.url}")

    def vul(self, kiezer: str, tekst: str, *, is_feit: bool = False) -> None:
        """Type in a field."""
        self.naar(kiezer)
        self.pagina.keyboard.type(tekst)
        self._tel(is_feit)

    def kies(self, naam: str, nummer: int, *, is_feit: bool = False) -> None:
        """Choose the `nummer`-th (from 0) of the round buttons called `naam`, of which none is chosen yet."""
        self.naar(f"[name='{naam}']")
        for _stap in range(nummer):
            self.pagina.keyboard.press("ArrowDown")
        if not nummer:
            self.pagina.keyboard.press("Space")
        self._tel(is_feit)

    def vink(self, kiezer: str, *, is_feit: bool = False) -> None:
        """Tick a box."""
        self.naar(kiezer)
        self.pagina.keyboard.press("Space")
        self._tel(is_feit)

    def druk(self, kiezer: str) -> None:
        """Follow a link or press a button; the next page comes."""
        self.naar(kiezer)
        self.handelingen += 1
        with self.pagina.expect_navigation():
            self.pagina.keyboard.press("Enter")

    def _tel(self, is_feit: bool) -> None:
        self.feiten += is_feit
        self.handelingen += not is_feit
