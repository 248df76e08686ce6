"""Forms of a resident's requests and his copy."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from meedoen.recht import laad_recht

from ..besluiten.forms import datumveld, tekstveld
from ..dossiers.forms import VersieForm
from ..dossiers.questions import als_antwoord, als_begin, antwoordveld
from .corrections import Feitregel
from .models import Verzoek


class VerzoekForm(forms.Form):
    """A request that came in."""

    soort = forms.ChoiceField(
        label=_("Wat vraagt de inwoner?"),
        choices=Verzoek.Soort.choices,
        widget=forms.RadioSelect(attrs={"autofocus": True}),
        error_messages={"required": _("Kies wat de inwoner vraagt.")},
    )
    ontvangen_op = datumveld(_("Ontvangen op"), _("Vanaf deze dag loopt de termijn van een maand."))
    tekst = tekstveld(
        _("Wat vraagt de inwoner precies?"),
        _("Schrijf op wat de inwoner vraagt."),
        _("In zijn woorden. Bij rectificatie: wat klopt niet, en wat moet het zijn?"),
    )
    identiteit = forms.CharField(
        label=_("Hoe weet u dat het de inwoner zelf is?"),
        help_text=_("Bijvoorbeeld: aan de balie met paspoort. Bewaar geen kopie van het bewijs (AVG 12 lid 6)."),
        max_length=200,
        error_messages={"required": _("Schrijf op hoe u weet dat het de inwoner zelf is.")},
    )


class VerlengForm(VersieForm):
    """It takes two months longer."""

    verlengd_wegens = tekstveld(
        _("Waarom duurt het langer?"),
        _("Schrijf op waarom het langer duurt."),
        _("Alleen als het verzoek ingewikkeld is of er veel verzoeken zijn. Komt in de brief te staan."),
    )


class VerzoekbesluitForm(VersieForm):
    """The decision on a request."""

    uitkomst = forms.ChoiceField(
        label=_("Wat besluit het college?"),
        choices=Verzoek.Uitkomst.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat het college besluit.")},
    )
    motivering = tekstveld(
        _("Wat is er gedaan, of waarom niet?"),
        _("Schrijf op wat er is gedaan, of waarom niet."),
        _("Komt in de brief te staan. Gaf u het gegeven aan anderen door? Laat ook hen de verbetering weten (AVG 19)."),
    )


class VerbeterForm(VersieForm):
    """What a fact should have been, and for which period."""

    vanaf = datumveld(
        _("Geldt vanaf"),
        _("Laat de dag staan om de hele periode te vervangen. Bij een latere dag blijft tot dan gelden wat er staat."),
    )
    tot = datumveld(_("Tot (eerste dag waarop het niet meer geldt)"), _("Leeg: het geldt nog."))
    motivering = tekstveld(
        _("Waaruit blijkt dat?"),
        "",
        _("Bijvoorbeeld: loonstrook van mei. Bij een oordeel: wat u hebt gewogen."),
        verplicht=False,
    )
    field_order = ("waarde", "vanaf", "tot", "motivering")

    def __init__(self, regel: Feitregel, versie: int, data: Mapping[str, Any] | None = None) -> None:
        self._feit = laad_recht().feiten[regel.feit.naam]
        begin = {"vanaf": regel.feit.vanaf, "tot": regel.geldt_tot, "versie": versie}
        super().__init__(data, initial=begin)
        self.fields["tot"].required = False
        self.fields["waarde"] = antwoordveld(self._feit, self._feit.vraag)
        self.fields["waarde"].initial = als_begin(self._feit, regel.feit.waarde)
        self.fields["waarde"].is_vraag = True  # type: ignore[attr-defined]
        self.fields["motivering"].required = self._feit.is_oordeel
        self.order_fields(self.field_order)

    def clean_waarde(self) -> Any:
        """What was typed as the value that is recorded."""
        waarde = self.cleaned_data["waarde"]
        if waarde in (None, ""):
            raise forms.ValidationError(_("Vul in wat het moet zijn."))
        return als_antwoord(self._feit, waarde)


class VerbeterdForm(VersieForm):
    """Tell the resident what was corrected."""

    verbeterd_toelichting = tekstveld(
        _("Wat is er verder verbeterd?"),
        "",
        _("Bijvoorbeeld het adres in uw eigen systeem. Komt in de brief te staan, boven wat u hier verbeterde."),
        verplicht=False,
    )


class AfschriftForm(forms.Form):
    """What is left out of the copy because it is about somebody else; and whether employees are named."""

    weglaten = forms.MultipleChoiceField(
        label=_("Laat weg wat over een ander gaat"),
        help_text=_(
            "Dit zijn alle vrije teksten in het dossier. Lees ze na. Vink aan wat een ander schaadt (AVG 15 lid 4)."
        ),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    met_namen = forms.BooleanField(
        label=_("Noem medewerkers bij naam"),
        help_text=_(
            "Zonder vinkje staat er de functie. Een inwoner heeft alleen recht op de namen als hij ze nodig heeft om "
            "zijn rechten te gebruiken (Hof van Justitie 22 juni 2023, C-579/21)."
        ),
        required=False,
    )

    def __init__(self, teksten: list[tuple[str, str, str]], data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        veld = self.fields["weglaten"]
        assert isinstance(veld, forms.MultipleChoiceField)
        veld.choices = [(sleutel, f"{waar}: {tekst}") for sleutel, waar, tekst in teksten]
        if not teksten:
            del self.fields["weglaten"]
