"""The only module that reads the clock (a test keeps it so)."""

import datetime
import os
import time

from django.utils import timezone


def vandaag() -> datetime.date:
    """Today in the Netherlands. `MEEDOEN_VANDAAG` (ISO date) fixes it, for demonstrations and tests."""
    vast = os.environ.get("MEEDOEN_VANDAAG")
    if vast:
        return datetime.date.fromisoformat(vast)
    return timezone.localdate()


def nu() -> datetime.datetime:
    """This moment, with time zone. Not influenced by `MEEDOEN_VANDAAG`: a log tells the real time."""
    return timezone.now()


def in_nederland(moment: datetime.datetime) -> datetime.datetime:
    """A moment as the clocks in the Netherlands tell it; reads no clock itself."""
    return moment.astimezone(timezone.get_current_timezone())


def stopwatch() -> float:
    """Seconds since an arbitrary moment; only the difference between two readings means something."""
    return time.perf_counter()
