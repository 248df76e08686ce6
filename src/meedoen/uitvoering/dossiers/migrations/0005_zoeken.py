"""Make every resident findable: an index of trigrams (PostgreSQL; SQLite reads the rows), and the rows themselves."""

from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations

from meedoen.uitvoering.dossiers.search_index import vul

INDEXEN = {"dossiers_zoekregel": "tekst", "dossiers_zoekwoord": "woord"}


def indexeer(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for tabel, kolom in INDEXEN.items():
            # without the waiting list of GIN (fastupdate) a search never has to read what was not indexed yet
            schema_editor.execute(
                f"CREATE INDEX {tabel}_drietallen ON {tabel} USING gin ({kolom} gin_trgm_ops) WITH (fastupdate = off)"
            )


def verwijder(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for tabel in INDEXEN:
            schema_editor.execute(f"DROP INDEX {tabel}_drietallen")


def maak_vindbaar(apps, schema_editor):
    vul(*(apps.get_model("dossiers", naam) for naam in ("Persoon", "Bewoning", "Zoekregel", "Zoekwoord")))


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0004_adres_en_zoekregel")]
    operations = [
        TrigramExtension(),
        migrations.RunPython(indexeer, verwijder),
        migrations.RunPython(maak_vindbaar, migrations.RunPython.noop),
    ]
