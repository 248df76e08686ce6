"""Facts that were corrected at a request, and the letter that tells so. Which fact became which only grows."""

import django.db.models.deletion
from django.db import migrations, models

from meedoen.uitvoering.kern.append_only import bewaak, laat_los


def installeer(apps, schema_editor):
    bewaak(schema_editor, "inwoners_verbetering")


def verwijder(apps, schema_editor):
    laat_los(schema_editor, "inwoners_verbetering")


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0005_zoeken"), ("inwoners", "0002_append_only")]
    operations = [
        migrations.AddField(
            model_name="verzoek",
            name="verbeterd_op",
            field=models.DateField(blank=True, null=True, verbose_name="verbeterd op"),
        ),
        migrations.AddField(
            model_name="verzoek",
            name="verbeterd_toelichting",
            field=models.TextField(blank=True, db_default="", verbose_name="wat er verder is verbeterd"),
        ),
        migrations.AddConstraint(
            model_name="verzoek",
            constraint=models.CheckConstraint(
                condition=models.Q(("verbeterd_op__isnull", True))
                | models.Q(("soort", "rectificatie"), ("uitkomst__in", ("ingewilligd", "deels"))),
                name="verzoek_verbeterd_na_inwilliging",
            ),
        ),
        migrations.AlterField(
            model_name="verzoekbrief",
            name="soort",
            field=models.CharField(
                choices=[
                    ("ontvangst", "ontvangstbevestiging"),
                    ("verlenging", "bericht dat het langer duurt"),
                    ("besluit", "besluit"),
                    ("verbetering", "bericht van verbetering"),
                ],
                max_length=12,
                verbose_name="soort",
            ),
        ),
        migrations.CreateModel(
            name="Verbetering",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "verzoek",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verbeteringen",
                        to="inwoners.verzoek",
                    ),
                ),
                (
                    "was",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="dossiers.feit"
                    ),
                ),
                (
                    "werd",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="dossiers.feit"
                    ),
                ),
            ],
            options={
                "verbose_name": "verbetering",
                "verbose_name_plural": "verbeteringen",
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("was", models.F("werd")), _negated=True),
                        name="verbetering_is_een_ander_feit",
                    )
                ],
            },
        ),
        migrations.RunPython(installeer, verwijder),
    ]
