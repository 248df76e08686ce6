"""The college's answer: recorded, shown to the council, and never written over by who did not see it."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.checks import controleer_toegankelijkheid

Als = Callable[..., Page]
RAAD = "/raad/GM1730"  # only these tests write here


def _vul_in(pagina: Page, tekst: str) -> None:
    pagina.get_by_label("Antwoord van het college").fill(tekst)
    pagina.get_by_label("Portefeuillehouder").fill("wethouder Voorbeeld")
    pagina.get_by_label("Vastgesteld op").fill("2026-11-17")


def _verstuur(pagina: Page) -> None:
    pagina.get_by_role("button", name="Antwoord vastleggen").click()


def test_what_is_recorded_stands_on_the_page_of_the_council(als: Als) -> None:
    controller, raadslid = als("beleid"), als("raad")
    controller.goto(RAAD)
    controller.locator("section.vraag").nth(3).get_by_role("link", name="vastleggen").click()
    _vul_in(controller, "Bij elke aanbesteding vragen wij social return.")
    _verstuur(controller)
    expect(controller.get_by_role("status")).to_contain_text("vraag 4 is vastgelegd")
    raadslid.goto(RAAD)
    vraag = raadslid.locator("section.vraag").nth(3)
    expect(vraag).to_contain_text("Bij elke aanbesteding vragen wij social return.")
    expect(vraag).to_contain_text("wethouder Voorbeeld, vastgesteld op 17 november 2026")
    assert vraag.get_by_role("link", name="vastleggen").count() == 0


def test_of_two_at_once_the_later_one_sees_the_first_before_it_counts(als: Als) -> None:
    eerste, tweede = als("beleid"), als("beleid")
    for pagina in (eerste, tweede):
        pagina.goto(f"{RAAD}/standpunt/5")
    _vul_in(eerste, "Ja, in elk contract.")
    _verstuur(eerste)
    expect(eerste.get_by_role("status")).to_contain_text("vastgelegd")
    _vul_in(tweede, "Nee, nog niet.")
    _verstuur(tweede)
    expect(tweede.get_by_role("alert")).to_contain_text("Terwijl u schreef is een ander antwoord vastgelegd")
    expect(tweede.get_by_text("Ja, in elk contract.")).to_be_visible()
    expect(tweede.get_by_label("Antwoord van het college")).to_have_value("Nee, nog niet.")
    controleer_toegankelijkheid(tweede)
    _verstuur(tweede)
    expect(tweede.locator("section.vraag").nth(4)).to_contain_text("Nee, nog niet.")


def test_what_is_missing_is_told_beside_its_field(als: Als) -> None:
    pagina = als("beleid")
    pagina.goto(f"{RAAD}/standpunt/6")
    pagina.locator("form").last.evaluate("f => f.noValidate = true")
    _verstuur(pagina)
    expect(pagina.get_by_role("alert")).to_contain_text("Vul het antwoord van het college in.")
    expect(pagina.get_by_label("Portefeuillehouder")).to_have_attribute("aria-invalid", "true")
    controleer_toegankelijkheid(pagina)


def test_a_version_for_the_council_is_kept_and_downloads(als: Als) -> None:
    controller = als("beleid")
    controller.goto(RAAD)
    controller.get_by_role("link", name="Een versie vaststellen voor de raad").click()
    controller.get_by_label("Portefeuillehouder").fill("wethouder Voorbeeld")
    controller.get_by_label("Informant").fill("team beleid")
    controller.get_by_label("Besluit van het college op").fill("2026-11-17")
    controller.get_by_role("button", name="Versie vaststellen").click()
    expect(controller.get_by_role("status")).to_contain_text("Versie 1 is vastgesteld en bewaard.")
    raadslid = als("raad")
    raadslid.goto(RAAD)
    adres = raadslid.get_by_role("link", name="Versie 1 (PDF)").get_attribute("href") or ""
    assert raadslid.request.get(adres).body() == controller.request.get(adres).body()
    assert raadslid.request.get(adres).body().startswith(b"%PDF-")
