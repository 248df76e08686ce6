"""What the college answered where a register cannot, and the versions of the answer that went to the council."""

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
            models.CheckConstraint(condition=~models.Q(tekst=""), name="standpunt_tekst"),
        ]

    def __str__(self) -> str:
        return f"{self.gemeente_id} vraag {self.vraag}, {self.vastgesteld_op.isoformat()}"


class Antwoordversie(models.Model):
    """One version of the answer as it went to the council: the file itself, and who decided it. Never changed.

    `cijfers` keeps each figure as it stood (key of the definition to value as text, None for no value), so that a later
    import that changes the past shows.
    """

    gemeente = models.ForeignKey("beleid.Gemeente", models.PROTECT, related_name="+")
    versie = models.PositiveSmallIntegerField(_("versienummer"))
    onderwerp = models.CharField(_("onderwerp"), max_length=160)
    portefeuillehouder = models.CharField(_("portefeuillehouder"), max_length=80)
    informant = models.CharField(_("informant"), max_length=80)
    besluit_op = models.DateField(_("besluit van het college op"))
    peildatum = models.DateField(_("peildatum"))
    cijfers = models.JSONField(_("cijfers"))
    pdf = models.BinaryField(_("bestand"))
    sha256 = models.CharField(_("sha256"), max_length=64)
    vastgelegd_op = models.DateTimeField(_("vastgelegd op"))
    door = models.ForeignKey("kern.Gebruiker", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("versie van het antwoord")
        verbose_name_plural = _("versies van het antwoord")
        ordering = ["gemeente", "-versie"]
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "versie"], name="antwoordversie_eenmaal"),
            models.CheckConstraint(condition=models.Q(versie__gte=1), name="antwoordversie_vanaf_een"),
        ]

    def __str__(self) -> str:
        return f"{self.gemeente_id} versie {self.versie}"
