"""Forms of procedures: an application, and the steps to a signed decision."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ..dossiers.forms import VersieForm
from ..dossiers.models import Persoon
from ..huisstijl.widgets import Keuzelijst
from ..kern import clock
from ..trajecten.models import Vorm
from ..trajecten.queries import instrumenten_voor
from .kinds import AAN_TE_VRAGEN
from .models import Bezwaar, NietGehoord, Opschorting, Procedure


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
        choices=AAN_TE_VRAGEN,
        widget=forms.RadioSelect(attrs={"autofocus": True}),
        error_messages={"required": _("Kies wat er wordt aangevraagd.")},
    )
    instrument = forms.CharField(
        label=_("Welk instrument?"),
        required=False,
        max_length=120,
        widget=Keuzelijst,
        help_text=_(
            "Alleen bij een voorziening naar werk. De lijst heeft wat de Kadernota voor de doelgroep noemt; iets "
            "anders mag ook, want op elke aanvraag volgt een besluit."
        ),
    )
    onbeloond_werk = forms.ChoiceField(
        label=_("Onbeloond werk?"),
        choices=Vorm.choices,
        required=False,
        help_text=_("Alleen bij een voorziening naar werk."),
    )
    aangevraagd_op = datumveld(_("Aangevraagd op"), _("De dag waarop de aanvraag binnenkwam."))
    ingangsdatum = datumveld(_("Vanaf welke dag?"), _("De dag waarop het moet ingaan. Meestal de dag van de melding."))

    def __init__(self, *args: Any, persoon: Persoon, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        widget: Any = self.fields["instrument"].widget
        widget.suggesties = instrumenten_voor(persoon, clock.vandaag())


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


class BezwaarForm(forms.Form):
    """An objection that came in."""

    ontvangen_op = datumveld(_("Ontvangen op"))
    verzonden_op = forms.DateField(
        label=_("Op de post gedaan op"),
        help_text=_("Alleen als het met de post kwam: de dag van het poststempel."),
        required=False,
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Dit is geen bestaande datum. Schrijf hem als 2026-01-31 of 31-01-2026.")},
    )
    gronden = tekstveld(_("Waarom is de inwoner het er niet mee eens?"), _("Schrijf op wat de inwoner aanvoert."))
    met_commissie = forms.BooleanField(
        label=_("Een adviescommissie adviseert (Algemene wet bestuursrecht 7:13)"), required=False
    )


class BezwaarbesluitForm(VersieForm):
    """The decision on an objection."""

    uitkomst = forms.ChoiceField(
        label=_("Wat beslist het college?"),
        choices=Bezwaar.Uitkomst.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat het college beslist.")},
    )
    motivering = tekstveld(
        _("Waarom?"), _("Een beslissing op bezwaar heeft een motivering."), _("Komt in de brief te staan.")
    )
    niet_gehoord_wegens = forms.ChoiceField(
        label=_("Is er geen hoorzitting geweest? Waarom niet"),
        choices=[("", _("er is gehoord")), *NietGehoord.choices],
        required=False,
    )
    verschoonbaar_wegens = tekstveld(
        _("Kwam het te laat, en is dat verschoonbaar? Waarom"), "", _("Leeg als het op tijd was."), verplicht=False
    )


class HoorzittingForm(VersieForm):
    """An invitation to be heard."""

    hoorzitting_op = forms.DateTimeField(
        label=_("Dag en tijd"),
        help_text=_("Over ten minste tien dagen: tot dan kan de inwoner stukken indienen (Awb 7:4)."),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%d-%m-%Y %H:%M"],
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        error_messages={
            "required": _("Vul een dag en een tijd in."),
            "invalid": _("Dit is geen bestaande dag en tijd. Schrijf ze als 31-01-2026 14:30."),
        },
    )
    hoorzitting_waar = forms.CharField(
        label=_("Waar?"), max_length=200, error_messages={"required": _("Schrijf op waar de hoorzitting is.")}
    )


class VerdaagForm(VersieForm):
    """The decision on an objection is put off."""

    weken = forms.IntegerField(
        label=_("Hoeveel weken?"),
        min_value=1,
        max_value=6,
        error_messages={"required": _("Vul 1 tot en met 6 weken in.")},
    )


class HervatForm(forms.Form):
    """The term to decide runs again."""

    tot = datumveld(_("Weer verder vanaf"), _("De dag waarop het gevraagde binnenkwam, of de tijd daarvoor om was."))
