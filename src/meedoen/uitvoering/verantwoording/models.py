"""What the college answered where a register cannot answer: its own words, dated and signed."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Standpunt(models.Model):
    """The answer of the college to one question of the council about a municipality. A later answer is a new row."""

    gemeente = models.ForeignKey("beleid.Gemeente", models.PROTECT, related_name="+")
    vraag = models.PositiveSmallIntegerField(_("vraag"))
    tekst = models.TextField(_("tekst"))
    portefeuillehouder = models.CharField(_("portefeuillehouder"), max_length=80)
    vastgesteld_op = models.DateField(_("vastgesteld op"))
    vastgelegd_op = models.DateTimeField(_("vastgelegd op"))
    door = models.ForeignKey("kern.Gebruiker", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("standpunt")
        verbose_name_plural = _("standpunten")
        ordering = ["-vastgesteld_op", "-id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(vraag__gte=1) & models.Q(vraag__lte=8), name="standpunt_vraag"),
        ]
