"""Find the act of a change by the mark of its transaction."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("kern", "0003_wijziging")]
    operations = [
        migrations.AddIndex(
            model_name="gebeurtenis",
            index=models.Index(fields=["verwerking"], name="kern_gebeur_verwerk_a752b1_idx"),
        ),
    ]
