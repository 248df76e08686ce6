"""Log lines: JSON to standard error in service, plain in a demonstration. No personal data, in neither form.

A log line may travel to places where a dossier may not. So every line passes `zonder_persoonsgegevens`: the address of
the page becomes its route, and numbers of nine digits, e-mail addresses and the values in a database error go.
"""

import logging
import re
from collections.abc import Callable, MutableMapping
from typing import Any

import structlog
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponseBase

from ..kern import clock

_BSN = re.compile(r"(?<!\d)\d{9}(?!\d)")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
_WAARDEN = re.compile(r"(?im)^\s*(DETAIL|CONTEXT|HINT):.*$\n?")
Regel = MutableMapping[str, Any]


def zonder_tekens(tekst: str) -> str:
    """The text without BSNs, e-mail addresses and the values that a database repeats in its errors."""
    return _WAARDEN.sub("", _MAIL.sub("[e-mail]", _BSN.sub("[9 cijfers]", tekst)))


def zonder_persoonsgegevens(logger: object, methode: str, regel: Regel) -> Regel:
    """Structlog processor: nothing in the line leads to a person."""
    record: logging.LogRecord | None = regel.get("_record")
    if record is not None and isinstance(request := getattr(record, "request", None), HttpRequest):
        regel["event"] = f"{getattr(record, 'status_code', '')} {request.method} {route(request)}".strip()
    return {sleutel: zonder_tekens(w) if isinstance(w, str) else w for sleutel, w in regel.items()}


def route(request: HttpRequest) -> str:
    """The route of a request ("dossiers/<str:nummer>"), never its address: an address may name a dossier."""
    return str(request.resolver_match.route) if request.resolver_match else "(geen route)"


_VOORAF: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]


def logging_instellingen(vorm: str, niveau: str) -> dict[str, Any]:
    """Django's LOGGING. `vorm` is "json" or "tekst"; `niveau` a level of logging. Raises ValueError else."""
    if vorm not in {"json", "tekst"}:
        raise ValueError(f"MEEDOEN_LOG={vorm} bestaat niet; kies json of tekst.")
    if niveau not in logging.getLevelNamesMapping():
        raise ValueError(f"MEEDOEN_LOG_NIVEAU={niveau} bestaat niet; kies DEBUG, INFO, WARNING of ERROR.")
    slot = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if vorm == "json"
        else structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)
    )
    structlog.configure(
        processors=[*_VOORAF, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    keten = [
        structlog.processors.format_exc_info,
        zonder_persoonsgegevens,
        structlog.stdlib.ProcessorFormatter.remove_processors_meta,
        slot,
    ]
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "regel": {"()": structlog.stdlib.ProcessorFormatter, "processors": keten, "foreign_pre_chain": _VOORAF}
        },
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "regel"}},
        "root": {"handlers": ["stderr"], "level": niveau},
        "loggers": {
            "django": {"handlers": [], "level": niveau, "propagate": True},
            "django.request": {"level": "ERROR"},
            "django.server": {"handlers": [], "level": "ERROR", "propagate": True},
            "django.db.backends": {"level": "ERROR"},
            "fontTools": {"level": "ERROR"},
        },
    }


def noteer_verzoeken(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware: one line per request with route, method, status, duration and the number of the user."""
    log = structlog.get_logger("meedoen.verzoek")
    if not logging.getLogger("meedoen.verzoek").isEnabledFor(logging.INFO):
        raise MiddlewareNotUsed("MEEDOEN_LOG_NIVEAU is above INFO")

    def noteer(request: HttpRequest) -> HttpResponseBase:
        begin = clock.stopwatch()
        antwoord = get_response(request)
        log.info(
            "verzoek",
            methode=request.method,
            route=route(request),
            status=antwoord.status_code,
            milliseconden=round((clock.stopwatch() - begin) * 1000),
            gebruiker=getattr(getattr(request, "user", None), "pk", None),
        )
        return antwoord

    return noteer
