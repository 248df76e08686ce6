"""Guard the letters about objections: what went out is never changed."""

from django.db import migrations

from meedoen.uitvoering.kern.append_only import bewaak, laat_los

TABEL = "besluiten_bezwaarbrief"


def installeer(apps, schema_editor):
    bewaak(schema_editor, TABEL)


def verwijder(apps, schema_editor):
    laat_los(schema_editor, TABEL)


class Migration(migrations.Migration):
    dependencies = [("besluiten", "0007_bezwaarbrief")]
    operations = [migrations.RunPython(installeer, verwijder)]
