"""The logs only grow: the database itself refuses the rest, whatever the program asks."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from meedoen.uitvoering.kern.append_only import bewaak, bewaakte_tabellen, laat_los
from meedoen.uitvoering.kern.events import schrijf_gebeurtenis, schrijf_inzage
from meedoen.uitvoering.kern.models import Gebeurtenis, Inzage

LOGS = ["kern_gebeurtenis", "kern_inzage"]
CHANGES = "kern_wijziging"
POSTGRES_ONLY = pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has no such statement")
SQLITE_ONLY = pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL has no such statement")
OP = datetime.date(2026, 11, 22)


@pytest.fixture
def filled(gebruiker: Callable[..., Any]) -> None:
    """One row in each log."""
    wie = gebruiker("consulent")
    with transaction.atomic():
        schrijf_gebeurtenis(handeling="proef", onderwerp=wie, door=wie, op=OP)
        schrijf_inzage(onderwerp=wie, door=wie, doel="proef")


def refused(sql: str) -> None:
    with (
        pytest.raises(IntegrityError, match="een logregel kan niet worden gewijzigd of verwijderd"),
        transaction.atomic(),
    ):
        connection.cursor().execute(sql)


@pytest.mark.parametrize("table", LOGS)
@pytest.mark.parametrize(
    "sql", ["UPDATE {t} SET onderwerp_id = 'x'", "DELETE FROM {t}", "DELETE FROM {t} WHERE id > 0"]
)
def test_change_and_removal_are_refused(filled: None, table: str, sql: str) -> None:
    refused(sql.format(t=table))
    assert (Gebeurtenis.objects.count(), Inzage.objects.count()) == (1, 1)
    assert not Gebeurtenis.objects.filter(onderwerp_id="x").exists()


@POSTGRES_ONLY
@pytest.mark.parametrize("table", LOGS)
@pytest.mark.parametrize(
    "sql",
    [
        "SET CONSTRAINTS ALL IMMEDIATE; TRUNCATE {t}",
        "SET CONSTRAINTS ALL IMMEDIATE; TRUNCATE {t} CASCADE",
        "INSERT INTO {t} SELECT * FROM {t} ON CONFLICT (id) DO UPDATE SET onderwerp_id = 'x'",
    ],
)
def test_postgresql_refuses_its_back_doors_too(filled: None, table: str, sql: str) -> None:
    refused(sql.format(t=table))


@POSTGRES_ONLY
def test_postgresql_refuses_a_superuser_who_plays_replica(filled: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SHOW is_superuser")
        if cursor.fetchone() != ("on",):
            pytest.skip("this role may not play replica at all")
    refused("SET LOCAL session_replication_role = replica; DELETE FROM kern_inzage")


@SQLITE_ONLY
@pytest.mark.parametrize("table", LOGS)
@pytest.mark.parametrize(
    "sql",
    [
        "INSERT OR REPLACE INTO {t} SELECT * FROM {t}",
        "REPLACE INTO {t} SELECT * FROM {t}",
        "UPDATE OR IGNORE {t} SET onderwerp_id = 'x'",
        "INSERT INTO {t} SELECT * FROM {t} WHERE true ON CONFLICT (id) DO UPDATE SET onderwerp_id = 'x'",
    ],
)
def test_sqlite_refuses_its_back_doors_too(filled: None, table: str, sql: str) -> None:
    refused(sql.format(t=table))


def test_new_rows_go_on_being_written_after_a_refusal(filled: None, gebruiker: Callable[..., Any]) -> None:
    refused("DELETE FROM kern_inzage")
    wie = gebruiker("consulent")
    assert schrijf_inzage(onderwerp=wie, door=wie, doel="proef").pk > Inzage.objects.order_by("pk")[0].pk


@pytest.mark.django_db(transaction=True)
def test_the_guard_can_be_lifted_and_put_back_by_a_migration() -> None:
    guarded = bewaakte_tabellen(connection)
    assert {*LOGS, CHANGES} < set(guarded)
    with connection.schema_editor() as editor:
        laat_los(editor, "kern_inzage")
        assert bewaakte_tabellen(connection) == [table for table in guarded if table != "kern_inzage"]
        bewaak(editor, "kern_inzage")
    assert bewaakte_tabellen(connection) == guarded


@pytest.mark.django_db(transaction=True)
def test_the_flush_after_a_test_with_real_transactions_leaves_the_guard(gebruiker: Callable[..., Any]) -> None:
    wie = gebruiker("consulent")
    schrijf_inzage(onderwerp=wie, door=wie, doel="proef")
    from django.core.management import call_command

    guarded = bewaakte_tabellen(connection)
    call_command("flush", interactive=False, verbosity=0)
    assert Inzage.objects.count() == 0
    assert bewaakte_tabellen(connection) == guarded


@pytest.mark.django_db(transaction=True)
def test_an_event_outside_a_transaction_is_an_error(gebruiker: Callable[..., Any]) -> None:
    wie = gebruiker("consulent")
    with pytest.raises(RuntimeError, match=r"transaction\.atomic"):
        schrijf_gebeurtenis(handeling="proef", onderwerp=wie, door=wie, op=OP)
    assert Gebeurtenis.objects.count() == 0
