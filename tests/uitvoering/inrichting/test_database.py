"""DATABASE_URL: what it becomes, and what is said when it cannot be read."""

import sqlite3
from pathlib import Path

import pytest

from meedoen.uitvoering.inrichting.database import DatabaseUrlOnbruikbaar, database_instellingen

MAP = Path("gegevens")
URLS = {
    "postgresql://jan:geheim@db.example:5433/meedoen": ("meedoen", "jan", "geheim", "db.example", "5433", {}),
    "postgres://db.example/meedoen": ("meedoen", "", "", "db.example", "", {}),
    "postgresql:///meedoen": ("meedoen", "", "", "", "", {}),
    "postgresql:///meedoen?host=/var/run/postgresql": ("meedoen", "", "", "/var/run/postgresql", "", {}),
    "postgresql://jan@%2Fvar%2Frun%2Fpostgresql/meedoen": ("meedoen", "jan", "", "/var/run/postgresql", "", {}),
    "postgresql://jan:a%40b%2F%3Ac@db.example/meedoen": ("meedoen", "jan", "a@b/:c", "db.example", "", {}),
    "postgresql://db.example/meedoen?sslmode=verify-full&application_name=x": (
        *("meedoen", "", "", "db.example", ""),
        {"sslmode": "verify-full", "application_name": "x"},
    ),
    "postgresql://[2001:db8::1]:5432/meedoen": ("meedoen", "", "", "2001:db8::1", "5432", {}),
}


@pytest.mark.parametrize("url", URLS)
def test_a_postgresql_address_means_what_it_means_to_libpq(url: str) -> None:
    database = database_instellingen(url, MAP)
    options = {key: value for key, value in database["OPTIONS"].items() if key != "connect_timeout"}
    found = (*(database[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT")), options)
    assert found == URLS[url]
    assert database["ENGINE"] == "django.db.backends.postgresql"


@pytest.mark.parametrize("url", [None, ""])
def test_without_an_address_the_data_folder_holds_an_sqlite_database(url: str | None) -> None:
    database = database_instellingen(url, MAP)
    assert (database["ENGINE"], database["NAME"]) == ("django.db.backends.sqlite3", MAP / "meedoen.sqlite3")


@pytest.mark.parametrize(
    ("url", "advice"),
    [
        ("mysql://jan:geheim@host/naam", "begint niet met postgresql://"),
        ("jan:geheim@host/naam", "begint niet met postgresql://"),
        ("postgresql://jan:geheim@host", "noemt geen database"),
        ("postgresql://jan:geheim@host/naam?onbekend=1", "niet te lezen"),
        ("postgresql://jan:geheim%zz@host/naam", "niet te lezen"),
    ],
)
def test_an_address_that_cannot_be_read_says_how_to_write_it_and_keeps_the_password(url: str, advice: str) -> None:
    with pytest.raises(DatabaseUrlOnbruikbaar, match=advice) as error:
        database_instellingen(url, MAP)
    assert "geheim" not in str(error.value)


def test_sqlite_waits_for_nobody_who_reads_and_keeps_foreign_keys(tmp_path: Path) -> None:
    """On a real file, because a database in memory has no write-ahead log."""
    database = database_instellingen(None, tmp_path)
    connection = sqlite3.connect(database["NAME"])
    connection.executescript(database["OPTIONS"]["init_command"])
    pragmas = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "foreign_keys")}
    connection.close()
    assert pragmas == {"journal_mode": "wal", "foreign_keys": 1}
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
