"""The reference date of every page that counts, and its borders."""

import datetime

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..huisstijl import formats
from ..kern import clock

EERSTE_DAG = datetime.date(2015, 1, 1)  # the Participatiewet begins; the register knows no earlier stock


class PeildatumForm(forms.Form):
    """The reference date: from 1 January 2015 to today."""

    peildatum = forms.DateField(
        label=gettext_lazy("Peildatum"),
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        widget=forms.DateInput(attrs={"type": "date", "min": EERSTE_DAG.isoformat()}, format="%Y-%m-%d"),
        error_messages={
            "invalid": gettext_lazy("Dit is geen bestaande datum. Schrijf hem als 2026-01-31 of 31-01-2026.")
        },
    )

    def clean_peildatum(self) -> datetime.date:
        """The date itself, refused with the reason where the register cannot know it."""
        datum: datetime.date = self.cleaned_data["peildatum"]
        if datum < EERSTE_DAG:
            raise forms.ValidationError(
                _("De peildatum ligt voor %(eerste)s, de dag waarop de Participatiewet begon. Kies een latere dag.")
                % {"eerste": formats.datum(EERSTE_DAG)}
            )
        if datum > clock.vandaag():
            raise forms.ValidationError(
                _("De peildatum ligt na vandaag (%(vandaag)s). Kies een eerdere dag.")
                % {"vandaag": formats.datum(clock.vandaag())}
            )
        return datum


class VerkeerdePeildatum(ValueError):
    """The reference date in the address is not one that this page can count on. The text says why, in Dutch."""


def lees_peildatum(tekst: str | None) -> tuple[PeildatumForm, datetime.date]:
    """The form to show and the date to count on. Raises VerkeerdePeildatum."""
    form = PeildatumForm({"peildatum": tekst or clock.vandaag().isoformat()})
    if not form.is_valid():
        raise VerkeerdePeildatum(" ".join(str(fout) for fout in form.errors["peildatum"]))
    datum: datetime.date = form.cleaned_data["peildatum"]
    return PeildatumForm({"peildatum": datum.isoformat()}), datum


def buurdatums(datum: datetime.date) -> tuple[datetime.date | None, datetime.date | None]:
    """The same day a year earlier and a year later, each None where the page cannot count on it."""
    vorige = datum.replace(year=datum.year - 1, day=28 if (datum.month, datum.day) == (2, 29) else datum.day)
    volgende = datum.replace(year=datum.year + 1, day=28 if (datum.month, datum.day) == (2, 29) else datum.day)
    return (vorige if vorige >= EERSTE_DAG else None), (volgende if volgende <= clock.vandaag() else None)
