"""Form widgets of our own, where HTML has an element that Django has none for."""

from collections.abc import Iterable
from typing import Any

from django import forms


class Keuzelijst(forms.TextInput):
    """A line of text with suggestions (`<datalist>`): one of them, or anything else. Works without script."""

    template_name = "huisstijl/keuzelijst.html"
    suggesties: Iterable[str] = ()

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """With the list, and the input pointing to it."""
        context = super().get_context(name, value, attrs)
        lijst = f"{context['widget']['attrs'].get('id', name)}_lijst"
        context["widget"]["attrs"]["list"] = lijst
        return context | {"lijst": lijst, "suggesties": list(self.suggesties)}
