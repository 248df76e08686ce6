"""What a computation still has to ask, as one form: from the declarations of the facts to answers that can be recorded.

`vragenformulier(berekening, data)` has a field per missing fact of a person of the household; a judgment has a second
field for its grounds. `antwoorden()` of a valid form goes to `acts.beantwoord_vragen`. What no form can answer is named
beside it: `aan_gemeente` (an open term that no ordinance fills) and `in_register` (who lives with whom).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meedoen.recht import Ontbrekend, laad_recht
from meedoen.recht.engine.facts import Feit as Declaratie

from .calculation import Berekening
from .fact_rows import als_regels, lees_regels, uitleg_regels
from .fact_values import JA, NEE, als_register
from .models import Feit, Persoon

GRONDEN = "-motivering"
MEESTE_KNOPPEN = 5
"""A choice between more than this is a list to pick from."""


@dataclass(frozen=True)
class Antwoord:
    """The answer to one question: the fact of a person with its value, and of a judgment the grounds."""

    persoon: Persoon
    naam: str
    waarde: Any
    motivering: str = ""


@dataclass(frozen=True)
class _Vraag:
    persoon: Persoon
    feit: Declaratie


class Vragenformulier(forms.Form):
    """The open questions of a household. Made by `vragenformulier`; not every question has to be answered at once."""

    def __init__(self, berekening: Berekening, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        personen = {lid.nummer: lid for lid in berekening.huishouden.personen}
        self.aan_gemeente = [vraag for vraag in berekening.vragen if vraag.persoon not in personen]
        self.in_register: list[Ontbrekend] = []
        self._vragen: dict[str, _Vraag] = {}
        for vraag in berekening.vragen:
            feit = laad_recht().feiten.get(vraag.feit.split("[")[0])
            if vraag.persoon not in personen or feit is None:
                continue
            if feit.vorm == "relatie":
                self.in_register.append(vraag)
                continue
            persoon = personen[vraag.persoon]
            self._voeg_toe(_Vraag(persoon, feit), berekening.feiten.get(persoon.pk, {}), met_naam=len(personen) > 1)
        if eerste := next(iter(self.fields), None):
            self.fields[eerste].widget.attrs["autofocus"] = True

    @property
    def heeft_vragen(self) -> bool:
        """Whether there is anything to fill in."""
        return bool(self._vragen)

    def _voeg_toe(self, vraag: _Vraag, bekend: Mapping[str, Feit], *, met_naam: bool) -> None:
        feit, veld = vraag.feit, f"{vraag.persoon.nummer}-{vraag.feit.naam}"
        if veld in self._vragen:
            return
        self._vragen[veld] = vraag
        label = f"{vraag.persoon}: {feit.vraag}" if met_naam else feit.vraag
        self.fields[veld] = antwoordveld(feit, label)
        self.fields[veld].is_vraag = True  # type: ignore[attr-defined]
        if feit.vorm == "lijst" and feit.naam in bekend:
            self.fields[veld].initial = als_begin(feit, bekend[feit.naam].waarde)
        if feit.is_oordeel:
            self.fields[veld + GRONDEN] = forms.CharField(
                label=_("Waarom vindt u dat?"),
                help_text=_("Dit oordeel komt met uw naam en deze gronden bij de berekening te staan."),
                widget=forms.Textarea(attrs={"rows": 3}),
                max_length=2000,
                required=False,
            )

    def clean(self) -> dict[str, Any]:
        """Each answer must be a value of its fact, a judgment has grounds, and something is answered."""
        gegevens = self.cleaned_data
        for veld, vraag in self._vragen.items():
            waarde = gegevens.get(veld)
            if waarde in (None, ""):
                continue
            try:
                gegevens[veld] = als_antwoord(vraag.feit, waarde)
            except ValidationError as fout:
                self.add_error(veld, fout.messages)
            if vraag.feit.is_oordeel and not gegevens.get(veld + GRONDEN):
                self.add_error(veld + GRONDEN, _("Schrijf op waarom u dit vindt: wat hebt u gewogen?"))
        if not self.errors and not any(gegevens.get(veld) not in (None, "") for veld in self._vragen):
            raise ValidationError(_("Beantwoord ten minste één vraag."))
        return gegevens

    def antwoorden(self) -> list[Antwoord]:
        """What was answered; only of a valid form."""
        return [
            Antwoord(vraag.persoon, vraag.feit.naam, waarde, self.cleaned_data.get(veld + GRONDEN, ""))
            for veld, vraag in self._vragen.items()
            if (waarde := self.cleaned_data.get(veld)) not in (None, "")
        ]


def vragenformulier(berekening: Berekening, data: Mapping[str, Any] | None = None) -> Vragenformulier:
    """The form for what this computation still has to ask; `data` is what was sent."""
    return Vragenformulier(berekening, data)


def als_begin(feit: Declaratie, waarde: str) -> Any:
    """A recorded value as its field shows it."""
    if feit.vorm == "lijst":
        return als_regels(feit, waarde)
    return Decimal(waarde) if feit.soort.vorm == "getal" else waarde


def als_antwoord(feit: Declaratie, waarde: Any) -> Any:
    """What was typed as the value that is recorded. ValidationError when it is none of the values of this fact."""
    if feit.vorm == "lijst":
        waarde = lees_regels(feit, waarde)
    als_register(feit, waarde)
    return waarde


def _hulp(feit: Declaratie) -> str:
    """Under a question: the article, and of a judgment what is to be weighed, of a list how to write it."""
    artikel = format_html('<span lang="nl">{}</span>', feit.artikel)
    if feit.is_oordeel:
        punten = format_html_join("", "<li>{}</li>", ((punt,) for punt in feit.weeg))
        return format_html('{} {}<ul lang="nl">{}</ul>', artikel, _("Weeg:"), punten)
    if feit.vorm == "lijst":
        kolommen = format_html_join("", "<li>{}</li>", ((kolom,) for kolom in uitleg_regels(feit)))
        uitleg = _("Een regel per keer, met ; tussen de delen. Zijn er geen, schrijf dan: geen. De delen zijn:")
        return format_html('{} {}<ul lang="nl">{}</ul>', artikel, uitleg, kolommen)
    return artikel


def antwoordveld(feit: Declaratie, label: str) -> forms.Field:
    """The form field for a fact, by its sort."""
    vast: dict[str, Any] = {"label": label, "help_text": _hulp(feit), "required": False}
    if feit.vorm == "lijst":
        return forms.CharField(widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "false"}), **vast)
    if feit.soort.vorm == "ja_nee":
        janee = [(JA, gettext_lazy("ja")), (NEE, gettext_lazy("nee"))]
        return forms.ChoiceField(choices=janee, widget=forms.RadioSelect, **vast)
    if feit.soort.vorm == "keuze":
        keuzes = [(keuze, keuze) for keuze in feit.soort.keuzes]
        if len(keuzes) <= MEESTE_KNOPPEN:
            return forms.ChoiceField(choices=keuzes, widget=forms.RadioSelect, **vast)
        return forms.ChoiceField(choices=[("", gettext_lazy("kies")), *keuzes], **vast)
    if feit.soort.vorm == "datum":
        return forms.DateField(
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            input_formats=["%Y-%m-%d", "%d-%m-%Y"],
            error_messages={"invalid": _("Dit is geen bestaande datum. Schrijf hem als 2026-01-31 of 31-01-2026.")},
            **vast,
        )
    vast["label"] = f"{label} ({feit.eenheid})"
    if feit.decimalen == 0:
        return forms.IntegerField(localize=True, **vast)
    return forms.DecimalField(localize=True, max_digits=16, decimal_places=feit.decimalen, **vast)
