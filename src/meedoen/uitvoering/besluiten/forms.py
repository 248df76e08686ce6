"""Forms of procedures: an application, and the steps to a signed decision."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ..dossiers.forms import VersieForm
from .models import Opschorting, Procedure


def datumveld(label: Any, hulp: Any = "") -> forms.DateField:
    """A day, as the browser gives it or as people type it."""
    return forms.DateField(
        label=label,
        help_text=hulp,
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": _("Vul een datum in."),
            "invalid": _("Dit is geen bestaande datum. Schrijf hem als 2026-01-31 of 31-01-2026."),
        },
    )


def tekstveld(label: Any, fout: Any, hulp: Any = "", *, verplicht: bool = True) -> forms.CharField:
    """A few lines of text."""
    return forms.CharField(
        label=label,
        help_text=hulp,
        max_length=4000,
        required=verplicht,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": fout},
    )


class AanvraagForm(forms.Form):
    """An application: what, when, from which day."""

    soort = forms.ChoiceField(
        label=_("Wat wordt aangevraagd?"),
        choices=Procedure.Soort.choices,
        widget=forms.RadioSelect(attrs={"autofocus": True}),
        error_messages={"required": _("Kies wat er wordt aangevraagd.")},
    )
    aangevraagd_op = datumveld(_("Aangevraagd op"), _("De dag waarop de aanvraag binnenkwam."))
    ingangsdatum = datumveld(_("Vanaf welke dag?"), _("De dag waarop het moet ingaan. Meestal de dag van de melding."))


class VoorstelForm(VersieForm):
    """The proposal: the outcome follows from the rules, the worker adds his words."""

    motivering = tekstveld(
        _("Toelichting voor de inwoner"),
        "",
        _("In gewone woorden. Komt boven de berekening in de brief te staan."),
        verplicht=False,
    )


class TerugForm(VersieForm):
    """Back to who made the proposal."""

    opmerking = tekstveld(_("Wat moet er anders?"), _("Schrijf op wat er anders moet."))


class IntrekForm(VersieForm):
    """The application is taken back."""

    motivering = tekstveld(_("Wie trekt dit in, en waarom?"), _("Schrijf op wie dit intrekt en waarom."))


class OpschortForm(forms.Form):
    """The term to decide stands still."""

    reden = forms.ChoiceField(
        label=_("Waarom?"),
        choices=Opschorting.Reden.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een reden.")},
    )
    toelichting = tekstveld(_("Wat is er gevraagd of gebeurd?"), _("Schrijf op wat u vroeg of wat er gebeurde."))
    gevraagd_op = datumveld(_("Gevraagd of meegedeeld op"))
    uiterlijk = datumveld(_("Uiterlijk"), _("Tot en met welke dag de aanvrager de tijd heeft."))


class HerzieForm(forms.Form):
    """A decision looked at again."""

    ingangsdatum = datumveld(_("Vanaf welke dag klopt het besluit niet?"))
    grond = forms.ChoiceField(
        label=_("Waardoor?"),
        choices=Procedure.Grond.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een reden.")},
    )
    ziet_af_wegens = tekstveld(
        _("Ziet het college af van terugvordering? Schrijf op welke dringende redenen er zijn"),
        "",
        _("Participatiewet 58 lid 8. Leeg: wat te veel is betaald, wordt teruggevorderd."),
        verplicht=False,
    )


class HervatForm(forms.Form):
    """The term to decide runs again."""

    tot = datumveld(_("Weer verder vanaf"), _("De dag waarop het gevraagde binnenkwam, of de tijd daarvoor om was."))
