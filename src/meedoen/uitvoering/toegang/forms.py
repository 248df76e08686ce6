"""Forms of the toegang."""

from typing import Any, TypeVar

from django import forms
from django.forms.boundfield import BoundField
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lui

from ..dossiers.forms import VersieForm
from ..dossiers.models import Persoon
from ..kern import clock
from ..kern.models import Gebruiker
from ..trajecten.models import Leefgebied as Gebied
from .acts import BUREAU_VAN_ROUTE
from .models import Bureau, Melding, Overdracht, Route, Webmelding
from .queries import collegas

Form = TypeVar("Form", bound=forms.Form)


def _datum(label: Promise, *, hulp: Promise | str = "", is_vandaag: bool = True) -> forms.DateField:
    return forms.DateField(
        label=label,  # type: ignore[arg-type]
        help_text=hulp,  # type: ignore[arg-type]
        initial=clock.vandaag if is_vandaag else None,
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": _lui("Vul een datum in."),
            "invalid": _lui("Dit is geen bestaande datum. Schrijf hem als 2026-01-31 of 31-01-2026."),
        },
    )


def _regel(label: Promise, meest: int, invullen: str, leeg: Promise | None = None) -> forms.CharField:
    """A line about the resident himself, which his browser may fill in."""
    return forms.CharField(
        label=label,  # type: ignore[arg-type]
        max_length=meest,
        required=leeg is not None,
        widget=forms.TextInput(attrs={"autocomplete": invullen}),
        error_messages={"required": leeg} if leeg else {},  # type: ignore[dict-item]
    )


def _tekst(label: Promise, leeg: Promise, *, regels: int = 3, hulp: Promise | str = "") -> forms.CharField:
    return forms.CharField(
        label=label,  # type: ignore[arg-type]
        help_text=hulp,  # type: ignore[arg-type]
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": regels}),
        error_messages={"required": leeg},  # type: ignore[dict-item]
    )


def met_focus(form: Form) -> Form:
    """The same form with the cursor in the first field that is wrong; where none is, in the first that shows."""
    zichtbaar = form.visible_fields()
    verkeerd = [veld for veld in zichtbaar if form.is_bound and veld.errors]
    for veld in (verkeerd or zichtbaar)[:1]:
        veld.field.widget.attrs["autofocus"] = True
    return form


class InschrijfForm(forms.Form):
    """A resident who is not in the register yet."""

    bsn = forms.CharField(
        label=_lui("BSN"),
        max_length=12,
        help_text=_lui("Negen cijfers, van het identiteitsbewijs."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"required": _lui("Vul het BSN in.")},
    )
    voornaam = forms.CharField(
        label=_lui("Voornaam"), max_length=60, error_messages={"required": _lui("Vul de voornaam in.")}
    )
    achternaam = forms.CharField(
        label=_lui("Achternaam"), max_length=80, error_messages={"required": _lui("Vul de achternaam in.")}
    )
    geboortedatum = _datum(_lui("Geboortedatum"), is_vandaag=False)
    gemeentecode = forms.ChoiceField(label=_lui("Gemeente"))
    woning = forms.RegexField(
        label=_lui("Woning"),
        regex=r"^[A-Za-z0-9][A-Za-z0-9._-]*$",
        max_length=20,
        help_text=_lui("Het kenmerk van de woning in uw register. Wie hetzelfde kenmerk heeft, woont er ook."),
        error_messages={
            "required": _lui("Vul het kenmerk van de woning in."),
            "invalid": _lui("Gebruik alleen letters, cijfers, punt en streepje."),
        },
    )
    straat = forms.CharField(label=_lui("Straat"), max_length=80, required=False)
    huisnummer = forms.CharField(label=_lui("Huisnummer"), max_length=20, required=False)
    postcode = forms.CharField(label=_lui("Postcode"), max_length=7, required=False)
    woonplaats = forms.CharField(label=_lui("Woonplaats"), max_length=80, required=False)
    woont_er_sinds = _datum(_lui("Woont er sinds"), is_vandaag=False)
    is_iemand_anders = forms.BooleanField(
        label=_lui("Ik heb gekeken: dit is iemand anders"), required=False, widget=forms.HiddenInput
    )

    def __init__(self, *args: Any, gemeenten: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gemeentecode"].choices = gemeenten  # type: ignore[attr-defined]

    def clean_bsn(self) -> str:
        """The digits; points and spaces dropped."""
        return str(self.cleaned_data["bsn"]).replace(".", "").replace(" ", "")

    def vraag_of_het_iemand_anders_is(self) -> None:
        """Show the tick with which the worker says that those who look alike are somebody else."""
        self.fields["is_iemand_anders"].widget = forms.CheckboxInput()


class MeldingForm(forms.Form):
    """A new melding of one resident."""

    kanaal = forms.ChoiceField(
        label=_lui("Hoe kwam de melding binnen?"),
        choices=[keuze for keuze in Melding.Kanaal.choices if keuze[0] != Melding.Kanaal.INLEZING],
    )
    gemeld_op = _datum(_lui("Gemeld op"))
    vraag = _tekst(_lui("Wat is de vraag?"), _lui("Schrijf op wat de inwoner vraagt."))
    vraagt_bijstand = forms.BooleanField(
        label=_lui("Wil bijstand aanvragen"),
        required=False,
        initial=True,
        help_text=_lui("Dan is dit de dag van de melding (Participatiewet, artikel 44 lid 2)."),
    )
    met_partner = forms.BooleanField(label=_lui("Ook voor de partner"), required=False, initial=True)

    def __init__(
        self, *args: Any, partner: Persoon | None, webmelding: Webmelding | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if webmelding is not None:
            del self.fields["kanaal"], self.fields["gemeld_op"]
            for naam in ("vraag", "vraagt_bijstand", "met_partner"):
                self.fields[naam].initial = getattr(webmelding, naam)
        if partner is None:
            del self.fields["met_partner"]
        else:
            self.fields["met_partner"].label = _("Ook voor partner %(wie)s") % {"wie": partner}


class WebmeldingForm(forms.Form):
    """What a resident sends with the form on the website. `website` is empty unless a machine fills in everything."""

    gemeentecode = forms.ChoiceField(label=_lui("In welke gemeente woont u?"))
    voornaam = _regel(_lui("Voornaam"), 60, "given-name", _lui("Vul uw voornaam in."))
    achternaam = _regel(_lui("Achternaam"), 80, "family-name", _lui("Vul uw achternaam in."))
    geboortedatum = _datum(_lui("Geboortedatum"), is_vandaag=False)
    postcode = _regel(_lui("Postcode"), 7, "postal-code")
    huisnummer = _regel(_lui("Huisnummer"), 20, "off")
    telefoon = forms.RegexField(
        label=_lui("Telefoonnummer"),
        regex=r"^[+0-9][-0-9 ()]{8,19}$",
        required=False,
        max_length=20,
        help_text=_lui("Vul dit in, of uw e-mailadres. Dan kunnen wij u bereiken."),
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
        error_messages={"invalid": _lui("Schrijf het telefoonnummer als 06 12345678.")},
    )
    email = forms.EmailField(
        label=_lui("E-mailadres"),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"invalid": _lui("Schrijf het e-mailadres als naam@voorbeeld.nl.")},
    )
    vraag = _tekst(_lui("Waarmee kunnen wij u helpen?"), _lui("Schrijf op waarmee wij u kunnen helpen."), regels=5)
    vraagt_bijstand = forms.BooleanField(
        label=_lui("Ik wil bijstand aanvragen"),
        required=False,
        help_text=_lui("De dag waarop u dit verstuurt, is dan de dag van uw melding."),
    )
    met_partner = forms.BooleanField(label=_lui("Ook voor mijn partner"), required=False)
    website = forms.CharField(
        required=False, widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1", "aria-hidden": "true"})
    )

    def __init__(self, *args: Any, gemeenten: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = gemeenten if len(gemeenten) == 1 else [("", _("Kies uw gemeente")), *gemeenten]
        self.fields["gemeentecode"].choices = keuzes  # type: ignore[attr-defined]

    def is_van_een_machine(self) -> bool:
        """Whether the field that nobody sees was filled in."""
        return bool(self.cleaned_data.pop("website"))


class LiggenForm(VersieForm):
    """Why what came in with the form does not become a melding."""

    reden = _tekst(
        _lui("Waarom wordt dit geen melding?"),
        _lui("Schrijf op waarom dit geen melding wordt."),
        regels=2,
        hulp=_lui("Alleen als het dubbel is of niet van een inwoner komt. Wie bijstand vraagt, heeft zich gemeld."),
    )


class IntakeForm(VersieForm):
    """The broad intake: tick the life areas with a question and say in a line which; then where it leads."""

    route = forms.ChoiceField(
        label=_lui("Route"),
        choices=[("", _lui("zoals de telling wijst")), *Route.choices],
        required=False,
        widget=forms.RadioSelect,
        help_text=_lui("Eén vraag: naar de uitvoeringsorganisatie. Meer vragen: een keukentafelgesprek."),
    )
    reden = forms.CharField(
        label=_lui("Waarom wijkt u af van de telling?"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        gebieden: dict[str, forms.Field] = {}
        for gebied in Gebied:
            naam = str(gebied.label).capitalize()
            gebieden[f"is_{gebied}"] = forms.BooleanField(label=naam, required=False)
            gebieden[f"over_{gebied}"] = forms.CharField(
                label=_("%(gebied)s: welke vraag?") % {"gebied": naam},
                required=False,
                max_length=1000,
                widget=forms.TextInput(attrs={"placeholder": " "}),  # by which toegang.css sees that it is empty
            )
        self.fields = gebieden | self.fields

    def paren(self) -> list[tuple[BoundField, BoundField]]:
        """Per life area the tick and the line beside it."""
        return [(self[f"is_{gebied}"], self[f"over_{gebied}"]) for gebied in Gebied]

    def gebieden(self) -> dict[str, str]:
        """The areas with a question: ticked, or with a line written."""
        gegeven = self.cleaned_data
        return {g: gegeven[f"over_{g}"] for g in Gebied if gegeven[f"is_{g}"] or gegeven[f"over_{g}"]}


class BureauForm(VersieForm):
    """On to another desk."""

    bureau = forms.ChoiceField(label=_lui("Naar welk bureau?"), choices=Bureau.choices)


class EigenaarForm(VersieForm):
    """Who goes on with a melding."""

    eigenaar = forms.ModelChoiceField(Gebruiker.objects.none(), label=_lui("Wie gaat ermee verder?"), empty_label=None)

    def __init__(self, *args: Any, melding: Melding | Webmelding, **kwargs: Any) -> None:
        kwargs["initial"] = {"versie": melding.versie, "eigenaar": melding.eigenaar_id} | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        veld = self.fields["eigenaar"]
        veld.queryset = collegas(melding.gemeente_id)  # type: ignore[attr-defined]
        veld.label_from_instance = _naam  # type: ignore[attr-defined]


class ToeleidForm(EigenaarForm):
    """To the right desk, and who goes on there."""

    bureau = forms.ChoiceField(label=_lui("Het juiste bureau"), choices=Bureau.choices)
    field_order = ["bureau", "eigenaar"]

    def __init__(self, *args: Any, melding: Melding, **kwargs: Any) -> None:
        begin = {"bureau": BUREAU_VAN_ROUTE[Route(melding.route)]} if melding.route else {}
        super().__init__(*args, melding=melding, initial=begin | kwargs.pop("initial", {}), **kwargs)


class IntrekForm(VersieForm):
    """Withdraw a melding."""

    reden = _tekst(
        _lui("Waarom wordt de melding ingetrokken?"), _lui("Schrijf op waarom de melding wordt ingetrokken."), regels=2
    )


class OverdrachtForm(forms.Form):
    """Hand a resident over."""

    naar = forms.ChoiceField(label=_lui("Aan wie draagt u over?"), choices=Overdracht.Naar.choices)
    reden = _tekst(_lui("Waarom, en wat vraagt u?"), _lui("Schrijf op wat u van hen vraagt."))


class OvergenomenForm(VersieForm):
    """Who took over, and when."""

    overgenomen_op = _datum(_lui("Overgenomen op"))
    overgenomen_door = forms.CharField(
        label=_lui("Overgenomen door"),
        max_length=80,
        help_text=_lui("Naam of functie van wie het overneemt."),
        error_messages={"required": _lui("Vul in wie het overneemt.")},
    )


def _naam(gebruiker: Gebruiker) -> str:
    return f"{gebruiker.get_full_name() or gebruiker.get_username()} ({gebruiker.get_rol_display()})"
