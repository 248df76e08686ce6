"""What every page must stand: axe, keyboard only, a narrow screen, no script. Page authors import these."""

import json
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

REGELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
BEDIENBAAR = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']"


def controleer_toegankelijkheid(pagina: Page) -> None:
    """No violation of WCAG 2.2 A and AA, nor of axe's best practices; the message says what, where and how to mend."""
    gevonden = Axe().run(pagina, options={"runOnly": {"type": "tag", "values": REGELS}}).response["violations"]
    regels = [f"{v['id']}: {v['help']} -> {_waar(v)}" for v in gevonden]
    assert not regels, f"{pagina.url}\n" + "\n".join(regels)


def _waar(overtreding: dict[str, Any]) -> str:
    return json.dumps([node["html"][:160] for node in overtreding["nodes"]][:5], ensure_ascii=False)


def controleer_breedte(pagina: Page, breedte: int = 320) -> None:
    """Nothing sticks out sideways on a narrow screen (WCAG 1.4.10); a wide table scrolls inside its own frame."""
    hoogte = (pagina.viewport_size or {"height": 740})["height"]
    pagina.set_viewport_size({"width": breedte, "height": hoogte})
    uitsteekt = pagina.evaluate(
        """breedte => [...document.querySelectorAll('body *')]
          .filter(e => e.getBoundingClientRect().right > breedte + 1 && !e.closest('svg'))
          .filter(e => { for (let p = e.parentElement; p; p = p.parentElement)
            if (['auto', 'scroll'].includes(getComputedStyle(p).overflowX)) return false
            return true })
          .filter(e => { const s = getComputedStyle(e); return s.position !== 'absolute' && s.visibility !== 'hidden' })
          .slice(0, 5).map(e => e.outerHTML.slice(0, 120))""",
        breedte,
    )
    assert not uitsteekt, f"{pagina.url} is wider than {breedte} px: {uitsteekt}"
    assert pagina.evaluate("document.documentElement.scrollWidth") <= breedte, f"{pagina.url} scrolls sideways"


def controleer_toetsenbord(pagina: Page) -> None:
    """Tab reaches everything that can be operated, in the order of the page, and shows where it is."""
    pagina.evaluate(
        """() => { document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex')
          window.scrollTo(0, 0) }"""
    )  # from the top of the page, also where a field had the focus from the start
    verwacht: int = pagina.evaluate(
        f"""[...document.querySelectorAll("{BEDIENBAAR}")]
          .filter(e => e.checkVisibility({{visibilityProperty: true}}) && !e.disabled && e.tabIndex >= 0).length"""
    )
    in_datums = 4 * pagina.locator("input[type=date]").count()  # day, month, year and calendar
    pagina.evaluate(
        """() => { window.gezien = []
          document.addEventListener('focusin', ({target: e}) => {
            const s = getComputedStyle(e)
            const zichtbaar = s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2 || s.boxShadow !== 'none'
            window.gezien.push((zichtbaar ? '' : 'ONZICHTBAAR ') + e.outerHTML.slice(0, 100))
            e.dataset.bereikt = '1' }) }"""
    )  # the page notes what gets the focus, so that nobody has to ask it after every key
    for _stap in range(verwacht + in_datums + 5):
        pagina.keyboard.press("Tab")
    gezien: list[str] = pagina.evaluate("window.gezien")
    onzichtbaar = [plek for plek in gezien if plek.startswith("ONZICHTBAAR")]
    assert not onzichtbaar, f"{pagina.url}: focus cannot be seen on {onzichtbaar[:3]}"
    gemist = pagina.evaluate(
        f"""[...document.querySelectorAll("{BEDIENBAAR}")]
          .filter(e => e.checkVisibility({{visibilityProperty: true}}) && !e.disabled && e.tabIndex >= 0)
          .filter(e => !e.dataset.bereikt && !(e.type === 'radio' && !e.checked)).map(e => e.outerHTML.slice(0, 100))"""
    )
    assert not gemist, f"{pagina.url}: Tab never reaches {gemist[:5]}"


def controleer_pagina(pagina: Page) -> None:
    """Everything above, on the page as it is shown now."""
    controleer_toegankelijkheid(pagina)
    controleer_toetsenbord(pagina)
    controleer_breedte(pagina)
