"""Forms of the dossier pages."""

import datetime
from typing import Self

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ..kern import clock
from .versions import IntussenGewijzigd

SNELTOETS = "z"
"""To the search box; in the menu, to the page that holds it."""


class ZoekForm(forms.Form):
    """Find a person. Sent by POST: names and BSN never stand in an address."""

    term = forms.CharField(
        label=_("Naam, geboortedatum, BSN, adres of dossiernummer"),
        max_length=100,
        strip=True,
        help_text=_(
            "Een deel mag, in elke volgorde: jans piet 31-1-1980, of dorpsstraat 12. Een spelfout geeft niet. "
            "Sneltoets: Alt+Z (in Firefox Alt+Shift+Z)."
        ),
        error_messages={"required": _("Vul een naam, geboortedatum, BSN, adres of dossiernummer in.")},
        widget=forms.TextInput(
            attrs={
                "type": "search",
                "autofocus": True,
                "accesskey": SNELTOETS,
                "autocomplete": "off",
                "autocapitalize": "none",
                "spellcheck": "false",
            }
        ),
    )


class PeildatumForm(forms.Form):
    """The reference date of a dossier; an address without one means today."""

    @classmethod
    def uit(cls, gegeven: str | None) -> Self:
        """The form for what stands in the address; without it the form shows today."""
        return cls({"peildatum": gegeven or clock.vandaag().isoformat()})

    peildatum = forms.DateField(
        label=_("Peildatum"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        error_messages={"invalid": _("Dit is geen bestaande datum. Schrijf hem als 2026-01-31 of 31-01-2026.")},
    )

    def datum(self) -> datetime.date:
        """The date asked for; today where it is wrong (the error is then shown beside the field)."""
        gekozen: datetime.date = self.cleaned_data["peildatum"] if self.is_valid() else clock.vandaag()
        return gekozen


def toon_weigering(form: forms.Form, fout: ValidationError) -> None:
    """Show why an act refused: at the fields that the refusal names, where the form has them, else above the form."""
    if hasattr(fout, "error_dict") and set(fout.error_dict) <= set(form.fields):
        form.add_error(None, fout)
    else:
        form.add_error(None, fout.messages)


class VersieForm(forms.Form):
    """A form that changes a row with a version: it carries the version of the row as it was shown."""

    versie = forms.IntegerField(widget=forms.HiddenInput)

    def weiger(self, fout: ValidationError) -> None:
        """Show why the act refused, above the form or at the field that it names; what was typed stays.

        When the row had moved on, the form takes the version of now, so that saving again is a choice.
        """
        if isinstance(fout, IntussenGewijzigd):
            self.data = {naam: self[naam].value() for naam in self.fields} | {"versie": fout.versie}
        toon_weigering(self, fout)
