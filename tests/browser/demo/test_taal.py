"""English by one button, on the same page, and back again."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.demo.language import teksten

Als = Callable[..., Page]


def test_back_to_dutch_on_the_same_page(als: Als) -> None:
    pagina = als("raad")
    pagina.goto("/cijfers?peildatum=2020-01-01")
    nederlands = teksten(pagina)
    pagina.get_by_role("button", name="English").click()
    pagina.get_by_role("button", name="Nederlands").click()
    expect(pagina.locator("html")).to_have_attribute("lang", "nl")
    assert pagina.url.endswith("/cijfers?peildatum=2020-01-01")
    assert teksten(pagina) == nederlands
