"""What every act did to the register, written by the database itself: one `Wijziging` per row that changed.

Triggers on the tables of the register note what a row was and became, whoever writes it and however: an act, a bulk
update, plain SQL. What came in by an import is not copied (its file is its account). `verwerking` is the same for
everything of one transaction, and for its events: so each event tells what it did, and what has no event shows.

`installeer` runs after every `migrate`, because SQLite loses the triggers of a table that a migration rebuilds.
"""

import uuid
from typing import Any

from django.apps import apps
from django.db import connection, models
from django.db.backends.base.base import BaseDatabaseWrapper

from .append_only import bewaakte_tabellen

NIET_HET_REGISTER = {"kern", "beleid", "verantwoording"}
"""Apps whose tables are not about the work: accounts and logs, policy files, answers of the college."""
FUNCTIE = "meedoen_verwerking"
LOG = "kern_wijziging"
VOORVOEGSEL = "noteer"
_POSTGRESQL = f"""
CREATE OR REPLACE FUNCTION {FUNCTIE}() RETURNS uuid LANGUAGE sql AS $$
  SELECT md5(txid_current()::text || extract(epoch FROM transaction_timestamp())::text)::uuid $$;
CREATE OR REPLACE FUNCTION {VOORVOEGSEL}_wijziging() RETURNS trigger LANGUAGE plpgsql SET timezone TO 'UTC' AS $$
DECLARE was jsonb; werd jsonb; o jsonb; n jsonb;
BEGIN
  IF TG_OP <> 'INSERT' THEN o := to_jsonb(OLD); was := o; END IF;
  IF TG_OP <> 'DELETE' THEN n := to_jsonb(NEW); werd := n; END IF;
  IF TG_OP = 'UPDATE' THEN
    SELECT jsonb_object_agg(key, o -> key), jsonb_object_agg(key, value) INTO was, werd
      FROM jsonb_each(n) WHERE value IS DISTINCT FROM o -> key;
  END IF;
  INSERT INTO {LOG} (verwerking, tabel, rij, voor, na)
    VALUES ({FUNCTIE}(), TG_TABLE_NAME, (coalesce(n, o) ->> 'id')::bigint, was, werd);
  RETURN NULL;
END $$;
"""


class Verwerking(models.Func):
    """The mark of the transaction in which a row is written, computed by the database."""

    function = FUNCTIE
    output_field = models.UUIDField()


class _Merk:
    """The mark of one SQLite transaction. It hangs among the things to do at commit, and goes with the transaction."""

    def __init__(self) -> None:
        self.naam = uuid.uuid4().hex

    def __call__(self) -> None:
        """Nothing is done at commit."""


def geef_functie(*, connection: BaseDatabaseWrapper, **_signaal: Any) -> None:
    """Give a new connection to SQLite the function that PostgreSQL has from the migration."""
    if connection.vendor != "sqlite":
        return

    def verwerking() -> str:
        for _punten, taak, *_ in connection.run_on_commit:
            if isinstance(taak, _Merk):
                return taak.naam
        merk = _Merk()
        if connection.in_atomic_block:
            connection.run_on_commit.append((set(), merk, True))  # type: ignore[arg-type]  # the stubs lack the third
        return merk.naam

    connection.connection.create_function(FUNCTIE, 0, verwerking)


def registertabellen() -> dict[str, list[str]]:
    """The tables of which changes are noted, each with its columns.

    Tables that only grow are their own account; a model that says `is_afgeleid` is made anew from others.
    """
    bewaakt = set(bewaakte_tabellen(connection))
    bestaand = set(connection.introspection.table_names())
    return {
        model._meta.db_table: [veld.column for veld in model._meta.concrete_fields if veld.column]
        for model in apps.get_models()
        if model.__module__.startswith("meedoen.")
        and model._meta.app_label not in NIET_HET_REGISTER
        and model._meta.db_table in bestaand - bewaakt
        and not getattr(model, "is_afgeleid", False)
    }


def installeer(**_signaal: Any) -> None:
    """Put the triggers on every table of the register, as its columns are now, and on no table that only grows."""
    if LOG not in connection.introspection.table_names():
        return
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_POSTGRESQL)
        for tabel in bewaakte_tabellen(connection):
            for opdracht in _verwijder(tabel):
                cursor.execute(opdracht)
        for tabel, kolommen in registertabellen().items():
            for opdracht in [*_verwijder(tabel), *_maak(tabel, kolommen)]:
                cursor.execute(opdracht)


def verwijder() -> None:
    """Take the triggers away, for a command that empties every table; `installeer` puts them back."""
    with connection.cursor() as cursor:
        for tabel in registertabellen():
            for opdracht in _verwijder(tabel):
                cursor.execute(opdracht)


def als_json(tabel: str, kolommen: list[str], rij: str = "") -> str:
    """SQL for a whole row as one JSON object, as the triggers write it."""
    if connection.vendor == "postgresql":
        return f"to_jsonb({tabel})"
    voor = f"{rij}." if rij else ""
    paren = ", ".join(f"'{kolom}', {voor}{connection.ops.quote_name(kolom)}" for kolom in kolommen)
    return f"json_object({paren})"


def _verwijder(tabel: str) -> list[str]:
    op = f" ON {tabel}" if connection.vendor == "postgresql" else ""
    return [f"DROP TRIGGER IF EXISTS {VOORVOEGSEL}_{soort}_{tabel}{op}" for soort in ("nieuw", "anders", "weg")]


def _maak(tabel: str, kolommen: list[str]) -> list[str]:
    zelf = "NEW.inlezing_id IS NULL" if "inlezing_id" in kolommen else "1 = 1"
    if connection.vendor == "postgresql":
        soorten = (("nieuw", "INSERT", zelf), ("anders", "UPDATE", "OLD.* IS DISTINCT FROM NEW.*"))
        return [
            f"CREATE TRIGGER {VOORVOEGSEL}_{soort}_{tabel} AFTER {wanneer} ON {tabel} FOR EACH ROW WHEN ({als}) "
            f"EXECUTE FUNCTION {VOORVOEGSEL}_wijziging()"
            for soort, wanneer, als in (*soorten, ("weg", "DELETE", "1 = 1"))
        ]
    noem = [(k, connection.ops.quote_name(k)) for k in kolommen]
    anders = " OR ".join(f"OLD.{k} IS NOT NEW.{k}" for _naam, k in noem)

    def gewijzigd(kant: str) -> str:
        delen = (f"SELECT '{naam}' AS k, {kant}.{k} AS v WHERE OLD.{k} IS NOT NEW.{k}" for naam, k in noem)
        return f"(SELECT json_group_object(k, v) FROM ({' UNION ALL '.join(delen)}))"

    def noteer(soort: str, wanneer: str, als: str, rij: str, voor: str, na: str) -> str:
        return (
            f"CREATE TRIGGER {VOORVOEGSEL}_{soort}_{tabel} AFTER {wanneer} ON {tabel} WHEN {als} BEGIN INSERT INTO "
            f"{LOG} (verwerking, tabel, rij, voor, na) VALUES ({FUNCTIE}(), '{tabel}', {rij}.id, {voor}, {na}); END"
        )

    return [
        noteer("nieuw", "INSERT", zelf, "NEW", "NULL", als_json(tabel, kolommen, "NEW")),
        noteer("anders", "UPDATE", anders, "NEW", gewijzigd("OLD"), gewijzigd("NEW")),
        noteer("weg", "DELETE", "1 = 1", "OLD", als_json(tabel, kolommen, "OLD"), "NULL"),
    ]
