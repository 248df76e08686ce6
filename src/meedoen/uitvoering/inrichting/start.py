"""Start Django outside a web server: for the command line."""

import os
import sys


def start_django(log: str = "tekst") -> None:
    """Read the settings and load the apps. `log` is the form of log lines where MEEDOEN_LOG does not say.

    A setting that is wrong ends the program (exit code 2) with the sentence that says what is wrong.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "meedoen.uitvoering.inrichting.settings")
    os.environ.setdefault("MEEDOEN_LOG", log)
    import django

    try:
        django.setup()
    except ValueError as fout:
        sys.stderr.write(f"meedoen: {fout}\n")
        raise SystemExit(2) from None
