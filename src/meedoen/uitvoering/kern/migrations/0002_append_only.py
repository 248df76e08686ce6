"""Guard the two logs: the database refuses to change or remove what was written."""

from django.db import migrations

from meedoen.uitvoering.kern.append_only import bewaak, laat_los

TABELLEN = ("kern_gebeurtenis", "kern_inzage")


def installeer(apps, schema_editor):
    for tabel in TABELLEN:
        bewaak(schema_editor, tabel)


def verwijder(apps, schema_editor):
    for tabel in TABELLEN:
        laat_los(schema_editor, tabel)


class Migration(migrations.Migration):
    dependencies = [("kern", "0001_initial")]
    operations = [migrations.RunPython(installeer, verwijder)]
