"""Guard the letters about requests and the account of the copies that were made."""

from django.db import migrations

from meedoen.uitvoering.kern.append_only import bewaak, laat_los

TABELLEN = ("inwoners_verzoekbrief", "inwoners_afschrift")


def installeer(apps, schema_editor):
    for tabel in TABELLEN:
        bewaak(schema_editor, tabel)


def verwijder(apps, schema_editor):
    for tabel in TABELLEN:
        laat_los(schema_editor, tabel)


class Migration(migrations.Migration):
    dependencies = [("inwoners", "0001_initial")]
    operations = [migrations.RunPython(installeer, verwijder)]
