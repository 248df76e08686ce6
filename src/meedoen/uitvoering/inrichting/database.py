"""Which database: SQLite in the data folder, or the PostgreSQL that DATABASE_URL names."""

from pathlib import Path
from typing import Any

SQLITE_START = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;"


class DatabaseUrlOnbruikbaar(ValueError):
    """DATABASE_URL cannot be read. The message never repeats the address: it may hold a password."""


def database_instellingen(url: str | None, map_: Path) -> dict[str, Any]:
    """Django's settings of the one database. Raises DatabaseUrlOnbruikbaar with what to write instead."""
    return _postgresql(url) if url else _sqlite(map_)


def _sqlite(map_: Path) -> dict[str, Any]:
    """SQLite: readers never wait (WAL), a writing transaction takes its lock at the start (IMMEDIATE)."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": map_ / "meedoen.sqlite3",
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": SQLITE_START},
    }


def _postgresql(url: str) -> dict[str, Any]:
    """PostgreSQL, read by libpq's own parser: sockets, `?sslmode=` and other options keep their meaning."""
    from psycopg import ProgrammingError
    from psycopg.conninfo import conninfo_to_dict

    soort = url.partition("://")[0]
    if soort not in {"postgres", "postgresql"}:
        raise DatabaseUrlOnbruikbaar(
            "DATABASE_URL begint niet met postgresql://. Schrijf postgresql://gebruiker@host:poort/naam, of "
            "postgresql:///naam?host=/map/van/de/socket. Laat de variabele weg voor SQLite."
        )
    try:
        delen = conninfo_to_dict(url)
    except ProgrammingError:
        raise DatabaseUrlOnbruikbaar(
            "DATABASE_URL is niet te lezen. Schrijf @, / en : in een wachtwoord of pad als %40, %2F en %3A."
        ) from None
    naam = delen.pop("dbname", None)
    if not naam:
        raise DatabaseUrlOnbruikbaar("DATABASE_URL noemt geen database. Zet de naam achter de laatste schuine streep.")
    sleutels = {"USER": "user", "PASSWORD": "password", "HOST": "host", "PORT": "port"}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": naam,
        **{groot: str(delen.pop(klein, None) or "") for groot, klein in sleutels.items()},
        "OPTIONS": {"connect_timeout": 10, **delen},
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
