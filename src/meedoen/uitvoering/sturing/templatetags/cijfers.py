"""`{% load cijfers %}`: `{% cijfer c %}` writes a figure as a link to the page that opens it."""

from decimal import Decimal

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from ...huisstijl import formats
from .. import presentation
from ..figures import Cijfer

register = template.Library()


@register.simple_tag
def cijfer(waarde: Cijfer, met_eenheid: bool = False) -> SafeString:
    """The value as a link. A screen reader also hears unit, name, area and date; `met_eenheid` shows the unit."""
    definitie = waarde.definitie
    eenheid = definitie.eenheid.value
    zicht = format_html(" {}", eenheid) if met_eenheid else ""
    gesproken = f", {definitie.naam}, {waarde.gebied.naam}, {formats.datum(waarde.peildatum)}"
    return format_html(
        '<a class="cijfer" href="{}">{}{}<span class="visueel-verborgen">{}{}</span></a>',
        presentation.adres(waarde),
        presentation.getal(waarde),
        zicht,
        "" if met_eenheid else f" {eenheid}",
        gesproken,
    )


@register.simple_tag
def waarde_in(waarde: Decimal | None, eenheid: str) -> str:
    """A policy figure in its own unit."""
    return presentation.getal_in(waarde, eenheid)


@register.simple_tag
def verschil_in(waarde: Decimal | None, eenheid: str) -> str:
    """A difference with its sign."""
    return presentation.verschil_in(waarde, eenheid)
