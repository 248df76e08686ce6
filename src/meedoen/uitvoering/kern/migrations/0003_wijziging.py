"""The log of changed rows, which only grows. Its triggers are put on the tables of the register after every migrate."""

from django.db import migrations, models

from meedoen.uitvoering.kern.append_only import bewaak, laat_los


def installeer(apps, schema_editor):
    bewaak(schema_editor, "kern_wijziging")


def verwijder(apps, schema_editor):
    laat_los(schema_editor, "kern_wijziging")


class Migration(migrations.Migration):
    dependencies = [("kern", "0002_append_only")]
    operations = [
        migrations.CreateModel(
            name="Wijziging",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("verwerking", models.UUIDField(verbose_name="verwerking")),
                ("tabel", models.CharField(max_length=63, verbose_name="tabel")),
                ("rij", models.BigIntegerField(verbose_name="rij")),
                ("voor", models.JSONField(null=True, verbose_name="voor")),
                ("na", models.JSONField(null=True, verbose_name="na")),
            ],
            options={
                "verbose_name": "wijziging",
                "verbose_name_plural": "wijzigingen",
                "indexes": [
                    models.Index(fields=["verwerking"], name="kern_wijzig_verwerk_e83b15_idx"),
                    models.Index(fields=["tabel", "rij"], name="kern_wijzig_tabel_260223_idx"),
                ],
            },
        ),
        migrations.RunPython(installeer, verwijder),
    ]
