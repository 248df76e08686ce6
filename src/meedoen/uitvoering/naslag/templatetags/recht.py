"""`{% load recht %}`: a link from any name of the law on any screen to the page about it, and receipts."""

import re
from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from .. import index
from ..receipts import lees_ontvangst
from ..values import leesbaar

register = template.Library()
register.filter("leesbaar", leesbaar)
_NAAM = re.compile(r"\b[a-z][a-z0-9]*(?:_[a-z0-9]+)+\b")


@register.simple_tag
def recht_adres(naam: str) -> str:
    """The address of the page about a name of the law; "" when nothing carries it."""
    return index.adres(naam)


@register.simple_tag
def recht_link(naam: str, tekst: str = "") -> SafeString:
    """The name of a rule, amount, fact or term as a link to its page; plain text when the law does not know it."""
    tekst = tekst or leesbaar(naam)
    adres = index.adres(naam)
    if not adres:
        return format_html('<span lang="nl">{}</span>', tekst)
    return format_html('<a class="utrecht-link" lang="nl" href="{}">{}</a>', adres, tekst)


@register.simple_tag
def recht_wijzer(naam: str) -> SafeString | str:
    """A short link behind a figure to the rule or amount that it comes from; nothing when the law does not know it."""
    adres = index.adres(naam)
    if not adres:
        return ""
    soort = _("bedrag") if index.soort_van(naam) == "bedrag" else _("regel")
    return format_html(
        '<a class="utrecht-link rechtwijzer" href="{}">{}<span class="visueel-verborgen"> <span lang="nl">{}</span>'
        "</span></a>",
        adres,
        soort,
        leesbaar(naam),
    )


@register.filter
def met_rechtlinks(tekst: str) -> SafeString:
    """A sentence in which every name of the law that it holds (`norm_per_maand`) is a link to its page."""

    def link(gevonden: re.Match[str]) -> str:
        naam = gevonden.group()
        return str(recht_link(naam)) if index.soort_van(naam) else naam

    return mark_safe(_NAAM.sub(link, str(conditional_escape(tekst))))


@register.inclusion_tag("naslag/ontvangst.html")
def ontvangst(bewaard: Mapping[str, Any], namen: Mapping[str, str] | None = None) -> dict[str, object]:
    """The receipt of an answer as a fold-out: package, dates, facts, judgments, amounts and terms."""
    return {"ontvangst": lees_ontvangst(bewaard, namen)}
