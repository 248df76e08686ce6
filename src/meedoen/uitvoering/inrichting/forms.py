"""Forms for signing in, the language and the password."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import password_validators_help_texts, validate_password
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from ..kern.models import Gebruiker


class AanmeldForm(forms.Form):
    """Name and password. Whether they belong together is asked of the act, not of the form."""

    naam = forms.CharField(
        label=_("Gebruikersnaam"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
        error_messages={"required": _("Vul uw gebruikersnaam in.")},
    )
    wachtwoord = forms.CharField(
        label=_("Wachtwoord"),
        max_length=1024,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": _("Vul uw wachtwoord in.")},
    )
    volgende = forms.CharField(required=False, max_length=2000, widget=forms.HiddenInput)


class TaalForm(forms.Form):
    """The language to switch to, and the page to return to."""

    taal = forms.ChoiceField(choices=settings.LANGUAGES)
    volgende = forms.CharField(required=False, max_length=2000)


class WachtwoordForm(forms.Form):
    """Another password for oneself: the present one, and the new one twice."""

    huidig = forms.CharField(
        label=_("Huidig wachtwoord"),
        max_length=1024,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": _("Vul uw huidige wachtwoord in.")},
    )
    nieuw = forms.CharField(
        label=_("Nieuw wachtwoord"),
        max_length=1024,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": _("Vul een nieuw wachtwoord in.")},
    )
    nogmaals = forms.CharField(
        label=_("Nieuw wachtwoord, nogmaals"),
        max_length=1024,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": _("Vul het nieuwe wachtwoord nogmaals in.")},
    )

    def __init__(self, gebruiker: Gebruiker, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.gebruiker = gebruiker
        self.fields["nieuw"].help_text = " ".join(password_validators_help_texts())

    def clean_huidig(self) -> str:
        """The present password must be right."""
        huidig: str = self.cleaned_data["huidig"]
        if not self.gebruiker.check_password(huidig):
            raise forms.ValidationError(_g("Dit is niet uw huidige wachtwoord."))
        return huidig

    def clean_nieuw(self) -> str:
        """The new password must keep the rules."""
        nieuw: str = self.cleaned_data["nieuw"]
        validate_password(nieuw, self.gebruiker)
        return nieuw

    def clean(self) -> dict[str, Any]:
        """Both new passwords must be the same."""
        velden: dict[str, Any] = super().clean() or {}
        if "nieuw" in velden and "nogmaals" in velden and velden["nieuw"] != velden["nogmaals"]:
            self.add_error("nogmaals", _g("De twee nieuwe wachtwoorden zijn niet gelijk."))
        return velden
