"""Forms of diagnoses, plans, instruments and the worklist. A last day on a form is the day before `tot` in the act."""

from collections.abc import Collection, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ..dossiers.forms import VersieForm
from ..dossiers.models import Persoon
from ..kern import clock
from ..kern.models import Gebruiker
from .checks import doelgroepen_voor
from .models import Budgetbron, Leefgebied, Plan, Vorm
from .queries import groep_van, instrumenten_voor

Tekst = Any  # text, or text that is translated when it is shown


def _datum(label: Tekst, *, hulp: Tekst = "", required: bool = True) -> forms.DateField:
    return forms.DateField(
        label=label,
        help_text=hulp,
        required=required,
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": _("Vul een datum in."),
            "invalid": _("Dit is geen bestaande datum. Schrijf hem als 2026-01-31 of 31-01-2026."),
        },
    )


def _tekst(
    label: Tekst, leeg: Tekst = "", *, hulp: Tekst = "", lang: bool = True, meest: int = 2000
) -> forms.CharField:
    """A text; it may stay empty where `leeg`, what to say when it does, is not given."""
    return forms.CharField(
        label=label,
        help_text=hulp,
        required=bool(leeg),
        max_length=meest,
        widget=forms.Textarea(attrs={"rows": 3}) if lang else forms.TextInput(),
        error_messages={"required": leeg},
    )


def _keuze(label: Tekst, keuzes: Sequence[Any], leeg: Tekst, hulp: Tekst = "") -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=keuzes, help_text=hulp, error_messages={"required": leeg})


def weiger(form: forms.Form, fout: ValidationError) -> None:
    """Show why an act refused: at the field that it names, else above the form. What was typed stays."""
    if isinstance(form, VersieForm):
        form.weiger(fout)
    elif hasattr(fout, "error_dict") and set(fout.error_dict) <= set(form.fields):
        form.add_error(None, fout)
    else:
        form.add_error(None, fout.messages)


class DiagnoseForm(forms.Form):
    """What a diagnosis found."""

    gesteld_op = _datum(_("Gesteld op"))
    instrument = _tekst(
        _("Instrument"),
        _("Vul in met welk instrument de diagnose is gesteld."),
        hulp=_("Waarmee is gemeten, bijvoorbeeld een loonwaardemeting of een arbeidskundig onderzoek."),
        lang=False,
        meest=60,
    )
    gesteld_door = _tekst(_("Gesteld door"), _("Vul in wie de diagnose stelde."), lang=False, meest=80)
    verdiencapaciteit_percentage = forms.DecimalField(
        label=_("Verdiencapaciteit, in procent van het minimumloon"),
        required=False,
        min_value=0,
        max_value=100,
        max_digits=5,
        decimal_places=2,
        localize=True,
    )
    doelgroep = forms.ChoiceField(label=_("Doelgroep"), required=False)
    toelichting = _tekst(_("Toelichting"))
    motivatie_gronden = _tekst(_("Waaruit blijkt de motivatie?"))
    heeft_voorrang = forms.BooleanField(label=_("Voorrang als gemotiveerde inwoner"), required=False)
    voorrang_gronden = _tekst(_("Gronden voor voorrang"), hulp=_("Alleen bij voorrang; dan verplicht."))

    def __init__(self, *args: Any, persoon: Persoon, door: Gebruiker, **kwargs: Any) -> None:
        begin = {"gesteld_op": clock.vandaag(), "gesteld_door": door.get_full_name() or door.get_username()}
        super().__init__(*args, **{"initial": begin, **kwargs})
        groepen = [(groep.code, groep.naam) for groep in doelgroepen_voor(persoon.gemeente_id)]
        self.fields["doelgroep"].choices = [("", _("volgt uit de verdiencapaciteit")), *groepen]  # type: ignore[attr-defined]


class DoelForm(forms.Form):
    """A goal of a plan."""

    leefgebied = _keuze(_("Leefgebied"), Leefgebied.choices, _("Kies een leefgebied."))
    tekst = _tekst(_("Doel"), _("Vul het doel in."), hulp=_("Wat is er anders als het is bereikt?"))
    streefdatum = _datum(_("Streefdatum"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"leefgebied": Leefgebied.WERK}, **kwargs})


class PlanForm(DoelForm):
    """A new plan: for whom, from when, and the first goal."""

    personen = forms.MultipleChoiceField(
        label=_("Voor wie is het plan?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies voor wie het plan is.")},
    )
    vanaf = _datum(_("Begint op"))
    field_order = ["personen", "vanaf", "leefgebied", "tekst", "streefdatum"]

    def __init__(self, *args: Any, huisgenoten: Sequence[Persoon], gezin: Collection[Persoon], **kwargs: Any) -> None:
        begin = {
            "personen": [wie.nummer for wie in gezin],
            "vanaf": clock.vandaag(),
            "leefgebied": Leefgebied.WERK,
        }
        super().__init__(*args, initial=begin, **kwargs)
        self.fields["personen"].choices = [(wie.nummer, str(wie)) for wie in huisgenoten]  # type: ignore[attr-defined]


class AfspraakForm(forms.Form):
    """Who does what before when."""

    wie = _tekst(
        _("Wie"), _("Vul in wie dit doet."), hulp=_("De inwoner, een collega of een organisatie."), lang=False, meest=80
    )
    wat = _tekst(_("Wat"), _("Vul in wat er is afgesproken."))
    uiterlijk = _datum(_("Uiterlijk op"))


class InzetForm(forms.Form):
    """An instrument for a goal of the plan, with its grounds where it is unpaid work."""

    persoon = _keuze(_("Voor wie"), [], _("Kies voor wie."))
    doel = _keuze(_("Doel"), [], _("Kies een doel."))
    instrument = _keuze(_("Instrument"), [], _("Kies een instrument."), _("Wat de Kadernota voor de doelgroep noemt."))
    aanbieder = _tekst(_("Aanbieder"), _("Vul in wie dit uitvoert."), lang=False, meest=120)
    vanaf = _datum(_("Eerste dag"))
    tot = _datum(
        _("Laatste dag"),
        hulp=_("Leeg: bij onbeloond werk de laatste dag die mag, anders zonder einde."),
        required=False,
    )
    kosten = forms.DecimalField(
        label=_("Kosten, in euro"),
        min_value=0,
        max_digits=10,
        decimal_places=2,
        localize=True,
        initial=0,
        error_messages={"required": _("Vul de kosten in, of 0.")},
    )
    budgetbron = _keuze(_("Uit welk budget"), Budgetbron.choices, _("Kies een budget."))
    vorm = forms.ChoiceField(label=_("Onbeloond werk?"), choices=Vorm.choices, required=False)
    perspectief = _tekst(
        _("Perspectief"),
        hulp=_(
            "Alleen bij onbeloond werk. Wat heeft de werkgever toegezegd, voor hoeveel uren en vanaf wanneer? "
            "Bij een participatieplaats: waarom is de kans op werk nu nog gering?"
        ),
    )
    geen_verdringing = _tekst(
        _("Waarom verdringt dit geen betaald werk?"),
        hulp=_("Bij werken met behoud van uitkering en bij een participatieplaats."),
    )
    maanden_eerder = forms.IntegerField(
        label=_("Maanden eerder onbeloond werk"),
        required=False,
        min_value=0,
        max_value=600,
        help_text=_("Alleen bij een participatieplaats."),
    )

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        leden = [lid.persoon for lid in plan.leden.select_related("persoon").order_by("pk")]
        doelen = list(plan.doelen.filter(behaald_op=None))
        begin = {"vanaf": max(clock.vandaag(), plan.vanaf), "doel": str(doelen[0].pk) if doelen else ""}
        super().__init__(*args, **{"initial": begin, **kwargs})
        velden: dict[str, Any] = self.fields
        velden["persoon"].choices = [(wie.nummer, _met_groep(wie)) for wie in leden]
        velden["doel"].choices = [(str(doel.pk), doel.tekst) for doel in doelen]
        namen = {naam: None for wie in leden for naam in instrumenten_voor(wie, clock.vandaag())}
        velden["instrument"].choices = [(naam, naam.capitalize()) for naam in namen]


def _met_groep(persoon: Persoon) -> str:
    groep = groep_van(persoon, clock.vandaag())
    return f"{persoon} ({groep.naam if groep else _('nog geen diagnose')})"


class VerlengForm(VersieForm):
    """A later last day, and for unpaid work its grounds anew."""

    tot = _datum(_("Nieuwe laatste dag"))
    perspectief = _tekst(_("Perspectief"), hulp=_("Alleen bij onbeloond werk: wat is er nu toegezegd?"))
    geen_verdringing = _tekst(_("Waarom verdringt dit geen betaald werk?"), hulp=_("Alleen bij onbeloond werk."))


class BeeindigForm(VersieForm):
    """The last day of an instrument, and how it ended."""

    tot = _datum(_("Laatste dag"))
    reden = _tekst(_("Waarom eindigt dit, en wat heeft het opgeleverd?"), _("Vul in waarom dit eindigt."))


class OverdragenForm(VersieForm):
    """To whom a plan goes."""

    naar = _keuze(_("Nieuwe regisseur"), [], _("Kies een collega."))

    def __init__(self, *args: Any, collegas: Collection[Gebruiker], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["naar"].choices = [(str(wie.pk), _naam(wie)) for wie in collegas]  # type: ignore[attr-defined]


class AllesOverdragenForm(forms.Form):
    """From whom to whom a whole caseload goes, and why."""

    van = _keuze(_("Werk van"), [], _("Kies een collega."))
    naar = _keuze(_("Gaat naar"), [], _("Kies een collega."))
    reden = _tekst(
        _("Reden"), _("Vul de reden in."), hulp=_("Bijvoorbeeld: afwezig tot 1 maart."), lang=False, meest=200
    )

    def __init__(self, *args: Any, collegas: Collection[Gebruiker], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = [(str(wie.pk), _naam(wie)) for wie in collegas]
        for veld in ("van", "naar"):
            self.fields[veld].choices = keuzes  # type: ignore[attr-defined]


class AfrondForm(VersieForm):
    """Only the version of what is rounded off."""


def _naam(wie: Gebruiker) -> str:
    return f"{wie.get_full_name() or wie.get_username()} ({wie.get_rol_display()})"
