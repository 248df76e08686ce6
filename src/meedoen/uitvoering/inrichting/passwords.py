"""A password rule in our own words: Django's own sentence about the length has no Dutch translation."""

from django.contrib.auth.password_validation import MinimumLengthValidator
from django.utils.translation import gettext as _


class LangGenoeg(MinimumLengthValidator):
    """At least so many characters (OPTIONS `min_length`)."""

    def get_error_message(self) -> str:
        """What is wrong with a password that is too short."""
        return _("Dit wachtwoord is te kort. Het moet minstens %(aantal)s tekens lang zijn.") % {
            "aantal": self.min_length
        }

    def get_help_text(self) -> str:
        """What to aim for."""
        return _("Kies minstens %(aantal)s tekens, bijvoorbeeld vier losse woorden.") % {"aantal": self.min_length}
