"""Forms of signals and of running measures."""

import datetime
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..besluiten.forms import datumveld, tekstveld
from ..besluiten.sanction_acts import LEDEN
from ..dossiers.forms import VersieForm
from ..kern.models import Gebruiker
from .conditions import gedragingen
from .models import Heroverweging, Signaal, Zienswijze


def _dag(label: Any, hulp: Any = "") -> forms.DateField:
    """A day that may be left out."""
    veld = datumveld(label, hulp)
    veld.required = False
    return veld


class SignalenFilter(forms.Form):
    """Which signals of the list: of one state, of one owner; nothing chosen is all of them."""

    stand = forms.ChoiceField(label=_("Stand"), choices=[("", _("alle")), *Signaal.Stand.choices], required=False)
    eigenaar = forms.ModelChoiceField(
        Gebruiker.objects.none(), label=_("Behandelaar"), empty_label=_("iedereen"), required=False
    )

    def __init__(self, *args: Any, eigenaren: QuerySet[Gebruiker], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["eigenaar"]
        veld.queryset = eigenaren  # type: ignore[attr-defined]
        veld.label_from_instance = lambda wie: wie.get_full_name() or wie.username  # type: ignore[attr-defined]
        for een in self.fields.values():
            een.is_vraag = True  # type: ignore[attr-defined]

    def gekozen(self) -> dict[str, Any]:
        """What to filter on; only of a valid form."""
        return {naam: waarde for naam, waarde in self.cleaned_data.items() if waarde}


class SignaalForm(forms.Form):
    """What was told: of whom, which obligation, when, what is known."""

    gedraging = forms.ChoiceField(
        label=_("Welke verplichting is niet nagekomen, of wat is er gedaan?"),
        widget=forms.Select(attrs={"autofocus": True}),
        error_messages={"required": _("Kies welke verplichting niet is nagekomen.")},
    )
    overtreding_op = datumveld(_("Op welke dag?"), _("De dag van de gedraging, niet die van het signaal."))
    bron = forms.ChoiceField(
        label=_("Van wie komt het signaal?"),
        choices=Signaal.Bron.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies van wie het signaal komt.")},
    )
    melder = forms.CharField(
        label=_("Naam van de melder"),
        max_length=120,
        required=False,
        help_text=_("Mag leeg blijven. Komt niet in een brief aan de inwoner."),
    )
    ontvangen_op = datumveld(_("Ontvangen op"))
    toelichting = tekstveld(
        _("Wat is er bekend?"), _("Schrijf op wat er bekend is."), _("Voor het dossier: wat is gezien, door wie.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gedraging"].choices = [("", _("kies")), *((g, g.capitalize()) for g in gedragingen())]  # type: ignore[attr-defined]


class UitnodigForm(VersieForm):
    """The invitation to give a zienswijze."""

    tekst = tekstveld(
        _("Wat is er gebeurd?"),
        _("Schrijf voor de inwoner op wat er is gebeurd."),
        _("In gewone woorden, voor de inwoner: dit komt in de brief. Noem geen melder die niet bekend wil zijn."),
    )
    gesprek_dag = _dag(_("Dag van het gesprek"), _("Leeg: de inwoner kiest zelf hoe hij reageert."))
    gesprek_tijd = forms.TimeField(
        label=_("Tijd van het gesprek"),
        required=False,
        help_text=_("Zoals 09:30."),
        input_formats=["%H:%M", "%H.%M"],
        widget=forms.TimeInput(attrs={"autocomplete": "off"}, format="%H:%M"),
        error_messages={"invalid": _("Schrijf de tijd als 09:30.")},
    )
    plaats = forms.CharField(label=_("Waar?"), max_length=120, required=False)
    uiterlijk = datumveld(_("Reageren kan tot en met"), _("De wet noemt geen termijn; geef redelijk de tijd."))

    def clean(self) -> dict[str, Any]:
        """Day and time of the talk become one moment; one without the other is no appointment."""
        gegevens: dict[str, Any] = self.cleaned_data
        dag, tijd = gegevens.pop("gesprek_dag", None), gegevens.pop("gesprek_tijd", None)
        gegevens["gesprek_op"] = None
        if dag and tijd:
            gegevens["gesprek_op"] = timezone.make_aware(datetime.datetime.combine(dag, tijd))
        elif dag or tijd:
            self.add_error("gesprek_tijd" if dag else "gesprek_dag", _("Vul van het gesprek de dag en de tijd in."))
        return gegevens


class ZienswijzeForm(VersieForm):
    """What the resident said."""

    vorm = forms.ChoiceField(
        label=_("Hoe reageerde de inwoner?"),
        choices=Zienswijze.Vorm.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies hoe de inwoner reageerde.")},
    )
    gegeven_op = datumveld(_("Op welke dag?"))
    tekst = tekstveld(
        _("Wat zei de inwoner? Of: waarom is er niets gevraagd?"),
        "",
        _("Komt in de brief van het besluit, na 'u vertelde ons'."),
        verplicht=False,
    )


class GeenGevolgForm(VersieForm):
    """Nothing follows on the signal."""

    reden = tekstveld(_("Waarom volgt er niets op?"), _("Schrijf op waarom er niets op volgt."))


class BesluitForm(VersieForm):
    """The decision begins."""

    ingangsdatum = datumveld(
        _("Vanaf wanneer?"), _("Een maatregel gaat in op de eerste dag van een maand, een boete vandaag.")
    )
    was_ontheven = forms.TypedChoiceField(
        label=_("Gold de verplichting die dag niet, door leeftijd of een ontheffing?"),
        help_text=_(
            "Denk ook aan volledige arbeidsongeschiktheid, en aan een alleenstaande ouder van een kind onder de 12 die "
            "nog geen werk hoefde te aanvaarden (Participatiewet 9 lid 4 en 5)."
        ),
        choices=[("nee", _("zij gold")), ("ja", _("zij gold niet"))],
        coerce=lambda waarde: waarde == "ja",
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies of de verplichting gold.")},
    )
    tekst = tekstveld(
        _("Wat is er gebeurd?"),
        _("Schrijf voor de inwoner op wat er is gebeurd."),
        _("In gewone woorden: dit komt in de brief."),
    )


class InkeerForm(forms.Form):
    """A resident asks to end his measure."""

    gevraagd_op = datumveld(_("Gevraagd op"))
    ingangsdatum = datumveld(_("Stoppen vanaf"), _("De eerste dag van een maand die nog wordt verlaagd."))
    wat = tekstveld(_("Wat voert de inwoner aan?"), _("Schrijf op wat de inwoner aanvoert."))


class HeroverweegForm(forms.Form):
    """The review of a measure of lid 2."""

    uitkomst = forms.ChoiceField(
        label=_("Wat vindt het college nu?"),
        choices=Heroverweging.Uitkomst.choices,
        widget=forms.RadioSelect(attrs={"autofocus": True}),
        error_messages={"required": _("Kies wat het college vindt.")},
    )
    eindigt_per = _dag(_("Eindigt per"), _("Alleen als de maatregel eindigt: de eerste dag van een maand."))
    motivering = tekstveld(_("Waarom?"), _("Schrijf op waarom."))


class ArtikellidForm(forms.Form):
    """On which lid a measure rests that came in by an import."""

    artikellid = forms.TypedChoiceField(
        label=_("Op welk lid van artikel 18 rust deze maatregel?"),
        choices=[(lid, _("lid %(lid)s") % {"lid": lid}) for lid in LEDEN],
        coerce=int,
        widget=forms.RadioSelect(attrs={"autofocus": True}),
        help_text=_("Lid 5 tot en met 8 zijn de geüniformeerde verplichtingen; lid 2 is al het andere gedrag."),
        error_messages={"required": _("Kies een lid.")},
    )
