"""Forms of the dossier pages."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from meedoen.recht import laad_recht

from ..huisstijl.formats import datum
from ..kern import clock
from .known import bekend_sinds, einde_van
from .models import Persoon
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


@dataclass(frozen=True)
class Peilmoment:
    """Of which day a page tells, and by what was known: on an earlier day (`bekend_op`), else now."""

    op: datetime.date
    bekend_op: datetime.date | None

    @property
    def moment(self) -> datetime.datetime | None:
        """The moment up to which what was recorded counts; None: now."""
        return None if self.bekend_op is None else einde_van(self.bekend_op)

    @property
    def vraag_nu(self) -> str:
        """In an address: the same day, by what is known now."""
        return f"?peildatum={self.op.isoformat()}"

    @property
    def vraag(self) -> str:
        """In an address: both dates, so that a link leads to what was known at the same moment."""
        return self.vraag_nu + (f"&bekend_op={self.bekend_op.isoformat()}" if self.bekend_op else "")


def _dagveld(**anders: Any) -> forms.DateField:
    return forms.DateField(
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        error_messages={"invalid": _("Dit is geen bestaande datum. Schrijf hem als 2026-01-31 of 31-01-2026.")},
        **anders,
    )


class PeilmomentForm(forms.Form):
    """The two dates of a dossier: an address without them means today, and what is known now."""

    peildatum = _dagveld(label=_("Peildatum"))
    bekend_op = _dagveld(label=_("Zoals bekend op"), help_text=_("Leeg: alles wat nu is vastgelegd."), required=False)

    def __init__(self, persoon: Persoon, gegeven: Mapping[str, str]) -> None:
        self.persoon = persoon
        vandaag = clock.vandaag().isoformat()
        super().__init__(
            {"peildatum": gegeven.get("peildatum") or vandaag, "bekend_op": gegeven.get("bekend_op") or ""}
        )

    def clean_bekend_op(self) -> datetime.date | None:
        """A day that was, since the law is known and the person is in the register."""
        dag: datetime.date | None = self.cleaned_data["bekend_op"]
        if dag is None:
            return None
        if dag > clock.vandaag():
            raise ValidationError(
                _("Deze dag ligt na vandaag. Kies een eerdere dag, of laat leeg voor wat nu bekend is.")
            )
        if dag < (begin := laad_recht().bekend_vanaf):
            raise ValidationError(
                _("Meedoen kent de wet vanaf %(dag)s. Kies die dag of een latere.") % {"dag": datum(begin)}
            )
        sinds = bekend_sinds(self.persoon)
        if sinds is not None and sinds > einde_van(dag) and dag < clock.vandaag():
            raise ValidationError(
                _("Deze inwoner staat sinds %(dag)s in het register. Kies die dag of een latere.")
                % {"dag": datum(clock.in_nederland(sinds).date())}
            )
        return dag

    def peilmoment(self) -> Peilmoment:
        """What was asked; today and now where that is wrong (the error is then shown beside the field).

        What was known by the end of today is what is known now.
        """
        self.is_valid()
        op, bekend_op = self.cleaned_data.get("peildatum"), self.cleaned_data.get("bekend_op")
        vandaag = clock.vandaag()
        return Peilmoment(op or vandaag, None if bekend_op == vandaag else bekend_op)


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
