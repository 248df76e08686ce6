"""The forms of a page as a browser would send them, read from its HTML; and the addresses to which a page leads."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any


@dataclass
class Veld:
    """One field: its kind ("date", "radio", "textarea", ...), what is in it, and whether it can be left empty."""

    soort: str
    waarde: str = ""
    keuzes: list[str] = field(default_factory=list)


@dataclass
class Formulier:
    """A form that changes something: where it is sent, and its fields."""

    adres: str
    velden: dict[str, Veld] = field(default_factory=dict)

    def gegevens(self) -> dict[str, str]:
        """What would be sent as it stands; of a row of buttons the first, of an empty field something."""
        return {naam: _ingevuld(veld) for naam, veld in self.velden.items() if veld.soort != "checkbox"}


def _ingevuld(veld: Veld) -> str:
    gewoon = {"textarea": "Een zin.", "text": "Een zin", "number": "1"}
    return veld.waarde or next((k for k in veld.keuzes if k), "") or gewoon.get(veld.soort, "")


class _Lezer(HTMLParser):
    def __init__(self, adres: str) -> None:
        super().__init__()
        self.adres = adres
        self.formulieren: list[Formulier] = []
        self.links: list[str] = []
        self.form: Formulier | None = None
        self.open_veld: Veld | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kenmerk = {naam: waarde or "" for naam, waarde in attrs}
        if tag == "a" and kenmerk.get("href", "").startswith("/"):
            self.links.append(kenmerk["href"].split("#")[0])
        elif tag == "form" and kenmerk.get("method", "get") == "post":
            self.form = Formulier(kenmerk.get("action") or self.adres)
            self.formulieren.append(self.form)
        elif self.form is not None:
            self._veld(self.form, tag, kenmerk)

    def _veld(self, form: Formulier, tag: str, kenmerk: dict[str, Any]) -> None:
        naam = kenmerk.get("name", "")
        if tag == "option" and self.open_veld is not None:
            self.open_veld.keuzes.append(kenmerk.get("value", ""))
            if "selected" in kenmerk:
                self.open_veld.waarde = kenmerk.get("value", "")
        if not naam or naam == "csrfmiddlewaretoken" or tag == "button":
            return
        veld = form.velden.setdefault(naam, Veld(kenmerk.get("type", "text") if tag == "input" else tag))
        if veld.soort == "radio":
            veld.keuzes.append(kenmerk.get("value", ""))
            veld.waarde = kenmerk.get("value", "") if "checked" in kenmerk else veld.waarde
        elif tag == "input":
            veld.waarde = kenmerk.get("value", "")
        self.open_veld = veld if tag in {"select", "textarea"} else None

    def handle_data(self, data: str) -> None:
        if self.open_veld is not None and self.open_veld.soort == "textarea":
            self.open_veld.waarde += data.strip()

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.form = None
        if tag in {"select", "textarea"}:
            self.open_veld = None


def lees(html: str, adres: str) -> tuple[list[Formulier], list[str]]:
    """The forms that change something, and where the page leads."""
    lezer = _Lezer(adres)
    lezer.feed(html)
    return lezer.formulieren, lezer.links
