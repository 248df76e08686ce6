"""Form of the import screen."""

from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .bladen import BLADEN
from .uploads import GROOTSTE

GROOTSTE_MELDINGEN = 5 * 1024**2
"""Bytes of a file of meldingen."""


def _bestand(uitleg: Promise, soorten: str) -> forms.FileField:
    """A file that must be chosen, of these kinds (".csv,.xlsx")."""
    return forms.FileField(
        label=gettext_lazy("Bestand"),
        help_text=uitleg,  # type: ignore[arg-type]
        error_messages={
            "required": gettext_lazy("Kies een bestand."),
            "empty": gettext_lazy("Dit bestand is leeg. Kies een ander."),
        },
        widget=forms.ClearableFileInput(attrs={"accept": soorten}),
    )


class ImportForm(forms.Form):
    """The file, and for a single CSV or Parquet file whose name does not tell: which blad it is."""

    bestand = _bestand(
        gettext_lazy("CSV, Excel (.xlsx), Parquet, of een zip met CSV of Parquet. Hoogstens 200 MB."),
        ".csv,.xlsx,.parquet,.zip",
    )
    blad = forms.ChoiceField(
        label=gettext_lazy("Welk blad is het?"),
        help_text=gettext_lazy("Alleen nodig als de naam van het bestand of tabblad dat niet zegt."),
        required=False,
        choices=[("", gettext_lazy("Dat blijkt uit de naam")), *((naam, naam) for naam in BLADEN)],
    )

    def clean_bestand(self) -> Any:
        """Refuse what is too large, with the way on."""
        bestand = self.cleaned_data["bestand"]
        if bestand.size > GROOTSTE:
            raise forms.ValidationError(te_groot())
        return bestand


class MeldingenForm(forms.Form):
    """A file of meldingen."""

    bestand = _bestand(
        gettext_lazy("CSV of Excel (.xlsx), met de kolommen hieronder. Hoogstens 1.000 meldingen en 5 MB."),
        ".csv,.xlsx",
    )
    alleen_juiste = forms.BooleanField(
        label=gettext_lazy("Neem de juiste rijen aan, ook als er rijen niet kloppen"), required=False
    )

    def clean_bestand(self) -> Any:
        """Refuse what is too large to be such a file."""
        bestand = self.cleaned_data["bestand"]
        if bestand.size > GROOTSTE_MELDINGEN:
            raise forms.ValidationError(_("Dit bestand is groter dan 5 MB. Verdeel de meldingen over meer bestanden."))
        return bestand


def te_groot() -> str:
    """What to say about a file above the limit of the screen."""
    return _("Dit bestand is groter dan 200 MB. Lees het in met de opdracht: meedoen importeer BESTAND.")
