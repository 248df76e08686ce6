"""Forms of the council page: the college's answer, its own task, and the head of a version."""

import datetime

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..huisstijl import formats
from ..kern import clock

BANENAFSPRAAK = datetime.date(2013, 1, 1)


def _datum(label: object, hulp: object) -> forms.DateField:
    return forms.DateField(
        label=label,  # type: ignore[arg-type]
        help_text=hulp,  # type: ignore[arg-type]
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": gettext_lazy("Vul een datum in."),
            "invalid": gettext_lazy("Dit is geen bestaande datum. Schrijf hem als 2026-01-31 of 31-01-2026."),
        },
    )


def _niet_na_vandaag(datum: datetime.date) -> datetime.date:
    if datum > clock.vandaag():
        raise forms.ValidationError(
            _("Deze dag ligt na vandaag (%(vandaag)s). Leg vast wat al is besloten.")
            % {"vandaag": formats.datum(clock.vandaag())}
        )
    return datum


class StandpuntForm(forms.Form):
    """What the college answers to one question, who speaks for it and when it decided."""

    tekst = forms.CharField(
        label=gettext_lazy("Antwoord van het college"),
        help_text=gettext_lazy("De tekst komt letterlijk op de pagina en in de PDF. Noem geen personen."),
        max_length=6000,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": gettext_lazy("Vul het antwoord van het college in.")},
    )
    portefeuillehouder = forms.CharField(
        label=gettext_lazy("Portefeuillehouder"),
        max_length=80,
        error_messages={"required": gettext_lazy("Vul de portefeuillehouder in.")},
    )
    vastgesteld_op = _datum(gettext_lazy("Vastgesteld op"), gettext_lazy("De dag waarop het college dit besloot."))
    gezien = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def clean_vastgesteld_op(self) -> datetime.date:
        """The date of the decision, which lies in the past."""
        return _niet_na_vandaag(self.cleaned_data["vastgesteld_op"])

    def met_gezien(self, standpunt: int | None) -> "StandpuntForm":
        """The same form, to be shown beside the last answer that there is now."""
        self.data = {naam: self[naam].value() for naam in self.fields} | {"gezien": standpunt}
        return self


class OpgaveForm(forms.Form):
    """The municipality's own task in garantiebanen."""

    banen = forms.DecimalField(
        label=gettext_lazy("Opgave, in banen van 25,5 uur"),
        min_value=0,
        max_value=10000,
        decimal_places=2,
        localize=True,
        error_messages={"required": gettext_lazy("Vul het aantal banen in, bijvoorbeeld 12 of 12,5.")},
    )
    te_bereiken_op = _datum(gettext_lazy("Te bereiken op"), gettext_lazy("De dag waarvoor de opgave geldt."))
    vastgesteld_op = _datum(gettext_lazy("Vastgesteld op"), gettext_lazy("De dag waarop het college dit besloot."))
    bron = forms.CharField(
        label=gettext_lazy("Bron"),
        help_text=gettext_lazy("Het besluit of stuk waarin de opgave staat, zodat anderen het kunnen nalezen."),
        max_length=300,
        error_messages={"required": gettext_lazy("Noem het besluit of stuk waarin de opgave staat.")},
    )

    def clean_vastgesteld_op(self) -> datetime.date:
        """The date of the decision, which lies in the past."""
        return _niet_na_vandaag(self.cleaned_data["vastgesteld_op"])

    def clean_te_bereiken_op(self) -> datetime.date:
        """The date of the task, not before the banenafspraak began."""
        datum: datetime.date = self.cleaned_data["te_bereiken_op"]
        if datum < BANENAFSPRAAK:
            raise forms.ValidationError(_("De banenafspraak begint op 1 januari 2013; kies een latere dag."))
        return datum


class VersieForm(forms.Form):
    """The head of a version of the answer, as the council knows it."""

    onderwerp = forms.CharField(
        label=gettext_lazy("Onderwerp"),
        max_length=160,
        error_messages={"required": gettext_lazy("Vul het onderwerp in.")},
    )
    portefeuillehouder = forms.CharField(
        label=gettext_lazy("Portefeuillehouder"),
        max_length=80,
        error_messages={"required": gettext_lazy("Vul de portefeuillehouder in.")},
    )
    informant = forms.CharField(
        label=gettext_lazy("Informant"),
        help_text=gettext_lazy("Wie de raad vragen kan stellen over dit antwoord."),
        max_length=80,
        error_messages={"required": gettext_lazy("Vul de informant in.")},
    )
    besluit_op = _datum(
        gettext_lazy("Besluit van het college op"), gettext_lazy("De dag waarop het college dit antwoord vaststelde.")
    )

    def clean_besluit_op(self) -> datetime.date:
        """The date of the decision, which lies in the past."""
        return _niet_na_vandaag(self.cleaned_data["besluit_op"])
