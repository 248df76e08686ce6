"""Employers."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Werkgever(models.Model):
    """An employer with whom people are placed. A municipality as employer is one too (`is_gemeente`)."""

    class Sector(models.TextChoices):
        MARKT = "markt", _("markt")
        OVERHEID = "overheid", _("overheid")

    nummer = models.CharField(_("nummer"), max_length=20, unique=True)
    naam = models.CharField(_("naam"), max_length=100)
    gemeente = models.ForeignKey("beleid.Gemeente", models.PROTECT, related_name="+")
    sector = models.CharField(_("sector"), max_length=10, choices=Sector.choices)
    is_gemeente = models.BooleanField(_("is een gemeente"), default=False)
    inlezing = models.ForeignKey("dossiers.Inlezing", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("werkgever")
        verbose_name_plural = _("werkgevers")

    def __str__(self) -> str:
        return self.naam
