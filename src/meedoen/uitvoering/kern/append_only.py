"""Tables that only grow. The database itself refuses change and removal, on both engines, whoever asks.

Used in migrations: `bewaak(schema_editor, "kern_gebeurtenis")`. PostgreSQL: one statement trigger for UPDATE, DELETE
and TRUNCATE that fires always, also for replication roles. SQLite: row triggers for UPDATE and DELETE, and one before
INSERT, because INSERT OR REPLACE removes a row there without a delete. Either way the refusal is an IntegrityError.
"""

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

VOORVOEGSEL = "alleen_toevoegen"
_WEIGERING = "een logregel kan niet worden gewijzigd of verwijderd"

_SQLITE = (
    "CREATE TRIGGER {v}_wijzigen_{t} BEFORE UPDATE ON {t} BEGIN SELECT RAISE(ABORT, '{t}: {w}'); END",
    "CREATE TRIGGER {v}_verwijderen_{t} BEFORE DELETE ON {t} BEGIN SELECT RAISE(ABORT, '{t}: {w}'); END",
    "CREATE TRIGGER {v}_vervangen_{t} BEFORE INSERT ON {t} WHEN EXISTS (SELECT 1 FROM {t} WHERE id = NEW.id) "
    "BEGIN SELECT RAISE(ABORT, '{t}: {w}'); END",
)
_POSTGRESQL = (
    "CREATE OR REPLACE FUNCTION {v}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    "RAISE EXCEPTION '%: {w}', TG_TABLE_NAME USING ERRCODE = 'restrict_violation'; END $$",
    "CREATE TRIGGER {v}_{t} BEFORE UPDATE OR DELETE OR TRUNCATE ON {t} FOR EACH STATEMENT EXECUTE FUNCTION {v}()",
    "ALTER TABLE {t} ENABLE ALWAYS TRIGGER {v}_{t}",
)


def bewaak(schema_editor: BaseDatabaseSchemaEditor, tabel: str) -> None:
    """Install the guard on this table (with primary key `id`). Raises NotImplementedError on another engine."""
    opdrachten = {"sqlite": _SQLITE, "postgresql": _POSTGRESQL}.get(schema_editor.connection.vendor)
    if opdrachten is None:
        raise NotImplementedError(f"No append-only guard for {schema_editor.connection.vendor}; write one here.")
    for opdracht in opdrachten:
        schema_editor.execute(opdracht.format(v=VOORVOEGSEL, t=tabel, w=_WEIGERING), params=None)


def laat_los(schema_editor: BaseDatabaseSchemaEditor, tabel: str) -> None:
    """Remove the guard: for a migration that must rebuild the table, which then calls `bewaak` again."""
    with schema_editor.connection.cursor() as cursor:
        if schema_editor.connection.vendor == "postgresql":
            cursor.execute(f"DROP TRIGGER {VOORVOEGSEL}_{tabel} ON {tabel}")
            return
        for soort in ("wijzigen", "verwijderen", "vervangen"):
            cursor.execute(f"DROP TRIGGER {VOORVOEGSEL}_{soort}_{tabel}")


def bewaakte_tabellen(connection: BaseDatabaseWrapper) -> list[str]:
    """The tables that carry the whole guard in this database, in order."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
                "WHERE t.tgname = %s || '_' || c.relname AND t.tgenabled = 'A' ORDER BY 1",
                [VOORVOEGSEL],
            )
        else:
            cursor.execute(
                "SELECT tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE %s "
                "GROUP BY tbl_name HAVING count(*) = 3 ORDER BY 1",
                [f"{VOORVOEGSEL}%"],
            )
        return [naam for (naam,) in cursor.fetchall()]
