"""Form widgets of our own, where HTML has an element that Django has none for."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString


class Keuzelijst(forms.TextInput):
    """A line of text with suggestions (`<datalist>`): one of them, or anything else. Works without script."""

    suggesties: Iterable[str] = ()

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        """The input, and the list that it points to."""
        lijst = f"{(attrs or {}).get('id', name)}_lijst"
        veld = super().render(name, value, {**(attrs or {}), "list": lijst}, renderer)
        opties = format_html_join("", '<option value="{}"></option>', ((tekst,) for tekst in self.suggesties))
        return format_html('{}<datalist id="{}">{}</datalist>', veld, lijst, opties)
