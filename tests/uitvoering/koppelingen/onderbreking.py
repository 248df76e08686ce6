"""A process of its own that reads a register in and, when asked, is killed halfway. Run by test_onderbreking.py.

Arguments: the folder to read, and the word of progress at which to be killed ("" for never). Prints JSON lines: how
many persons there were, how many were written when it was killed, and in the end the rows of each blad.
"""

import datetime
import json
import os
import signal
import sys
from pathlib import Path

import django


def main() -> None:
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from meedoen.uitvoering.beleid.models import Gemeente
    from meedoen.uitvoering.koppelingen import register
    from meedoen.uitvoering.koppelingen.acts import lees_in
    from meedoen.uitvoering.koppelingen.bladen import BLADEN

    for code in ("GM1680", "GM0106", "GM1730"):
        Gemeente.objects.get_or_create(code=code, defaults={"naam": code, "bron": "test"})
    dood_bij = sys.argv[2]

    def voortgang(stap: str, gedaan: int) -> None:
        if dood_bij and stap == dood_bij:
            aanwezig = register.tabel(BLADEN["personen"])._default_manager.count()
            sys.stdout.write(json.dumps({"al_geschreven": aanwezig}) + "\n")
            sys.stdout.flush()
            os.kill(os.getpid(), signal.SIGKILL)

    sys.stdout.write(json.dumps({"vooraf": register.tabel(BLADEN["personen"])._default_manager.count()}) + "\n")
    verslag = lees_in(Path(sys.argv[1]), door=None, op=datetime.date(2026, 11, 22), voortgang=voortgang)
    tellingen = {blad.naam: register.actueel(blad).count() for blad in BLADEN.values()}
    sys.stdout.write(json.dumps({"geladen": verslag.is_geladen, "rijen": tellingen}) + "\n")


if __name__ == "__main__":
    main()
