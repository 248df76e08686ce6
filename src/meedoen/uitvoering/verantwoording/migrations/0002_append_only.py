"""Guard the answers of the college: what went to the council is never changed; a later answer is a new row."""

from django.db import migrations

from meedoen.uitvoering.kern.append_only import bewaak, laat_los

TABELLEN = ("verantwoording_standpunt", "verantwoording_antwoordversie")


def installeer(apps, schema_editor):
    for tabel in TABELLEN:
        bewaak(schema_editor, tabel)


def verwijder(apps, schema_editor):
    for tabel in TABELLEN:
        laat_los(schema_editor, tabel)


class Migration(migrations.Migration):
    dependencies = [("verantwoording", "0001_initial")]
    operations = [migrations.RunPython(installeer, verwijder)]
