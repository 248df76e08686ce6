"""Guard invitations and zienswijzen: what went out and what was said is never changed."""

from django.db import migrations

from meedoen.uitvoering.kern.append_only import bewaak, laat_los

TABELLEN = ("handhaving_uitnodiging", "handhaving_zienswijze")


def installeer(apps, schema_editor):
    for tabel in TABELLEN:
        bewaak(schema_editor, tabel)


def verwijder(apps, schema_editor):
    for tabel in TABELLEN:
        laat_los(schema_editor, tabel)


class Migration(migrations.Migration):
    dependencies = [("handhaving", "0001_initial")]
    operations = [migrations.RunPython(installeer, verwijder)]
