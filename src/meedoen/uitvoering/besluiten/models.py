"""Decisions of the college about a person, and the computations that were kept with them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Besluit(models.Model):
    """One decision with its date, outcome and, where it carries an amount, that amount per month."""

    class Soort(models.TextChoices):
        TOEKENNING_BIJSTAND = "toekenning_bijstand", _("toekenning bijstand")
        AFWIJZING_BIJSTAND = "afwijzing_bijstand", _("afwijzing bijstand")
        BEEINDIGING_BIJSTAND = "beeindiging_bijstand", _("beëindiging bijstand")
        LOONKOSTENSUBSIDIE = "loonkostensubsidie", _("loonkostensubsidie")
        BESCHUT_WERK = "beschut_werk", _("beschut werk")
        ONTHEFFING = "ontheffing", _("ontheffing")
        MAATREGEL = "maatregel", _("maatregel")

    nummer = models.CharField(_("nummer"), max_length=20, unique=True)
    persoon = models.ForeignKey("dossiers.Persoon", models.PROTECT, related_name="besluiten")
    soort = models.CharField(_("soort"), max_length=24, choices=Soort.choices)
    genomen_op = models.DateField(_("genomen op"))
    vanaf = models.DateField(_("vanaf"))
    bedrag_per_maand = models.DecimalField(
        _("bedrag per maand"), max_digits=10, decimal_places=2, null=True, blank=True
    )
    inlezing = models.ForeignKey("dossiers.Inlezing", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("besluit")
        verbose_name_plural = _("besluiten")
        indexes = [models.Index(fields=["soort", "genomen_op"])]


class Berekening(models.Model):
    """What the rules gave for a decision, kept with its receipt. Never changed: computing again is a new row.

    `opgave` is the case as it was asked and `antwoord` the answer (both as in docs/bereken.md), so that it can be
    computed again from itself, by this law package or a later one.
    """

    besluit = models.ForeignKey("besluiten.Besluit", models.PROTECT, related_name="berekeningen")
    uitkomst = models.CharField(_("uitkomst"), max_length=80)
    opgave = models.JSONField(_("opgave"))
    antwoord = models.JSONField(_("antwoord"))
    rechtsversie = models.CharField(_("versie van het recht"), max_length=40)
    rechtshash = models.CharField(_("kenmerk van het recht"), max_length=64)
    vastgelegd_op = models.DateTimeField(_("vastgelegd op"))
    door = models.ForeignKey("kern.Gebruiker", models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("berekening")
        verbose_name_plural = _("berekeningen")
        ordering = ["-vastgelegd_op", "-id"]

    def __str__(self) -> str:
        return f"{self.besluit_id} {self.uitkomst}, {self.rechtsversie}"
