"""Guard the facts of a case: a correction is a new row."""

from django.db import migrations

from meedoen.uitvoering.kern.append_only import bewaak, laat_los

TABEL = "besluiten_zaakfeit"


def installeer(apps, schema_editor):
    bewaak(schema_editor, TABEL)


def verwijder(apps, schema_editor):
    laat_los(schema_editor, TABEL)


class Migration(migrations.Migration):
    dependencies = [("besluiten", "0009_sancties")]
    operations = [migrations.RunPython(installeer, verwijder)]
