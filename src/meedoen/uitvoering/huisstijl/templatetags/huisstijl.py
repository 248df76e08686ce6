"""`{% load huisstijl %}`: amounts and dates for people, form fields, tables, cards, charts. All without script."""

import datetime
from decimal import Decimal
from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import BaseForm, BoundField
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from .. import formats
from ..charts import Grafiek

register = template.Library()

register.filter("bedrag", formats.bedrag)
register.filter("getal", formats.getal)
register.filter("procent", formats.procent)
register.filter("datum", formats.datum)
register.filter("maand", formats.maand)


@register.filter
def isodatum(waarde: datetime.date) -> str:
    """JJJJ-MM-DD, for links and form values: the same in every language."""
    return waarde.isoformat()[:10]


@register.inclusion_tag("huisstijl/veld.html")
def veld(gebonden: BoundField) -> dict[str, Any]:
    """One form field: label, help, error and input, tied together for a screen reader by aria-describedby."""
    soort = gebonden.widget_type
    return {
        "veld": gebonden,
        "is_groep": gebonden.use_fieldset,
        "is_vinkje": soort == "checkbox",
        "is_bestand": soort in {"file", "clearablefile"},
    }


@register.inclusion_tag("huisstijl/formulierfouten.html")
def formulierfouten(form: BaseForm) -> dict[str, Any]:
    """The summary above a refused form: every error, each a link to its field. Nothing when there is none."""
    fouten = [(veld, veld.id_for_label or f"{veld.auto_id}_0") for veld in form if veld.errors]
    return {"fouten": fouten, "algemeen": form.non_field_errors()}


@register.inclusion_tag("huisstijl/velden.html")
def velden(form: BaseForm) -> dict[str, Any]:
    """A whole form body: summary of errors, then every field. The page supplies <form>, {% csrf_token %} and button."""
    return {"form": form}


@register.inclusion_tag("huisstijl/lege_staat.html")
def lege_staat(titel: str, tekst: str = "", url: str = "", linktekst: str = "") -> dict[str, str]:
    """What a list shows when it has nothing: what is missing, why, and the way on."""
    return {"titel": titel, "tekst": tekst, "url": url, "linktekst": linktekst}


@register.inclusion_tag("huisstijl/bladeren.html", takes_context=True)
def bladeren(context: Context, pagina: Page[Any], parameter: str = "pagina") -> dict[str, Any]:
    """Links to the other pages of a list, keeping every other query parameter. Renders nothing for one page."""
    request = context["request"]

    def adres(nummer: int) -> str:
        vraag = request.GET.copy()
        vraag[parameter] = str(nummer)
        return f"?{vraag.urlencode()}"

    nummers = [
        (nummer, adres(nummer)) if isinstance(nummer, int) else (None, "")
        for nummer in pagina.paginator.get_elided_page_range(pagina.number, on_each_side=1, on_ends=1)
    ]
    return {
        "pagina": pagina,
        "nummers": nummers,
        "vorige": adres(pagina.previous_page_number()) if pagina.has_previous() else "",
        "volgende": adres(pagina.next_page_number()) if pagina.has_next() else "",
    }


@register.simple_block_tag
def tabel(content: str, bijschrift: str) -> SafeString:
    """`{% tabel "Naam" %}<table>…</table>{% endtabel %}`: scrolls sideways on a phone, reachable by keyboard."""
    return format_html(
        '<div class="tabel utrecht-table-container utrecht-table-container--overflow-inline" role="group"'
        ' tabindex="0" aria-label="{}">{}</div>',
        bijschrift,
        content,
    )


@register.simple_tag
def niet_geverifieerd(bron: str = "niet geverifieerd") -> SafeString | str:
    """The badge "niet geverifieerd" when the source says so (or without argument); otherwise nothing."""
    if "niet geverifieerd" not in bron:
        return ""
    return format_html(
        '<span class="utrecht-status-badge utrecht-status-badge--warning">{}</span>', _("niet geverifieerd")
    )


@register.simple_tag
def badge(tekst: str, soort: str = "neutral") -> SafeString:
    """A short state in words; the colour only repeats it. `soort`: neutral, success, warning, error or inactive."""
    if soort not in {"neutral", "success", "warning", "error", "inactive"}:
        raise ValueError(
            f"Badge '{tekst}': soort '{soort}' bestaat niet; kies neutral, success, warning, error of inactive."
        )
    return format_html('<span class="utrecht-status-badge utrecht-status-badge--{}">{}</span>', soort, tekst)


@register.inclusion_tag("huisstijl/cijferkaart.html")
def cijferkaart(naam: str, waarde: str, eenheid: str = "", url: str = "", toelichting: str = "") -> dict[str, str]:
    """One figure as a card: name, value (as text, or a rendered `{% cijfer %}`), unit, link to its rows, a line."""
    return {"naam": naam, "waarde": waarde, "eenheid": eenheid, "url": url, "toelichting": toelichting}


@register.inclusion_tag("huisstijl/voortgang.html")
def voortgang(naam: str, waarde: formats.Getal | None, doel: formats.Getal | None, eenheid: str = "") -> dict[str, Any]:
    """A value against its target as a bar with words. An unknown value or target is said, never drawn as zero."""
    if waarde is None or doel is None:
        return {"naam": naam, "waarde": waarde, "doel": doel, "eenheid": eenheid, "is_bekend": False}
    nul = Decimal(0)
    stand, streef = formats.als_decimaal(waarde, 4), formats.als_decimaal(doel, 4)
    top = max(stand, streef) or Decimal(1)
    return {
        "naam": naam,
        "waarde": waarde,
        "doel": doel,
        "eenheid": eenheid,
        "is_bekend": True,
        "breedte": f"{max(stand, nul) / top * 100:.2f}",
        "merk": f"{max(streef, nul) / top * 100:.2f}",
        "deel": formats.als_decimaal(stand / streef * 100, 0) if streef else None,
        "is_gehaald": stand >= streef,
    }


@register.inclusion_tag("huisstijl/grafiek.html")
def grafiek(beeld: Grafiek) -> dict[str, Any]:
    """A chart with its title, its description, and the table of the same numbers under it."""
    return {"grafiek": beeld}
