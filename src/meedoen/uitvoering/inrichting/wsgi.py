"""WSGI entry point. Each process of the server loads the drawing of charts beside its first requests."""

import os
import threading

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "meedoen.uitvoering.inrichting.settings")
application = get_wsgi_application()

from ..huisstijl import drawing  # noqa: E402 - needs the settings

threading.Thread(target=drawing.prepare, name="prepare drawing", daemon=True).start()
