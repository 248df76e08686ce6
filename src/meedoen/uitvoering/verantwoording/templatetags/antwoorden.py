"""`{% load antwoorden %}`: `{% zin z %}` writes a sentence of the answer, each figure a link to what it counts."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from ...sturing.figures import Cijfer, Vergelijking
from ...sturing.templatetags.cijfers import cijfer
from ..answers import Beleidsgetal, Deel, Kaal, Zin
from ..document import beleidstekst, stukken

register = template.Library()


def _stuk(deel: Deel) -> SafeString:
    if isinstance(deel, Kaal):
        return cijfer(deel.cijfer)
    if isinstance(deel, Cijfer):
        return cijfer(deel, met_eenheid=True)
    if isinstance(deel, Beleidsgetal):
        return format_html('<a class="cijfer" href="#bronnen">{}</a>', beleidstekst(deel.vergelijking))
    return format_html("{}", deel)


@register.simple_tag
def zin(geheel: Zin) -> SafeString:
    """The sentence with its figures as links: a counted figure to its rows, a policy figure to its source."""
    return format_html_join("", "{}", ((_stuk(deel),) for deel in stukken(geheel)))


@register.simple_tag
def beleidswaarde(beleid: Vergelijking) -> str:
    """A policy figure with its unit and what must be said with it."""
    return beleidstekst(beleid)
