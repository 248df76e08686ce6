"""`{% load cijfers %}`: `{% cijfer c %}` writes a figure as a link to the page that opens it."""

from decimal import Decimal

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from ...huisstijl import formats
from ...kern.units import Eenheid
from .. import presentation
from ..figures import Cijfer, Vergelijking

register = template.Library()


@register.simple_tag
def cijfer(waarde: Cijfer, met_eenheid: bool = False) -> SafeString:
    """The value as a link. A screen reader also hears unit, name, area and date; `met_eenheid` shows the unit."""
    definitie = waarde.definitie
    eenheid = presentation.eenheid_naam(definitie.eenheid, waarde.waarde)
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
def eenheid(soort: Eenheid | str) -> str:
    """The name of a unit in the language of the screen, in the plural."""
    return presentation.eenheid_naam(soort)


@register.simple_tag
def beleidsgetal(waarde: Decimal | None) -> str:
    """A policy figure, with the decimals it was published with."""
    return presentation.beleidsgetal(waarde)


@register.simple_tag
def periode(tekst: str) -> str:
    """The period of a policy figure for people."""
    return presentation.periode(tekst)


@register.simple_tag
def bron(beleid: Vergelijking) -> str:
    """Source and remark of a policy figure as sentences."""
    return presentation.bron(beleid)


@register.simple_tag
def verschil_in(waarde: Decimal | None, eenheid: str) -> str:
    """A difference with its sign."""
    return presentation.verschil_in(waarde, eenheid)
