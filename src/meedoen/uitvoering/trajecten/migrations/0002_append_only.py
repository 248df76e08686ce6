"""Guard the diagnoses: what was found is never rewritten; finding anew is a new row."""

from django.db import migrations

from meedoen.uitvoering.kern.append_only import bewaak, laat_los

TABEL = "trajecten_diagnose"


def installeer(apps, schema_editor):
    bewaak(schema_editor, TABEL)


def verwijder(apps, schema_editor):
    laat_los(schema_editor, TABEL)


class Migration(migrations.Migration):
    dependencies = [("trajecten", "0001_initial")]
    operations = [migrations.RunPython(installeer, verwijder)]
