"""Requests of residents about their data, the letters about them, and the copies that were made."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Verzoek(models.Model):
    """A request of a resident: a copy of his data (AVG 15), or that they are mended (AVG 16).

    `verlengd_wegens` is why it takes two months longer, and `verlengd_op` the day on which the resident was told.
    `verbeterd_op` is the day on which he was told what was mended, after a rectification was granted.
    """

    class Soort(models.TextChoices):
        INZAGE = "inzage", _("inzage: een afschrift van de gegevens (AVG 15)")
        RECTIFICATIE = "rectificatie", _("rectificatie: gegevens verbeteren of aanvullen (AVG 16)")

    class Uitkomst(models.TextChoices):
        INGEWILLIGD = "ingewilligd", _("ingewilligd")
        DEELS = "deels", _("voor een deel ingewilligd")
        GEWEIGERD = "geweigerd", _("geweigerd")

    nummer = models.CharField(_("nummer"), max_length=20, unique=True)
    persoon = models.ForeignKey("dossiers.Persoon", models.PROTECT, related_name="verzoeken")
    soort = models.CharField(_("soort"), max_length=16, choices=Soort.choices)
    ontvangen_op = models.DateField(_("ontvangen op"))
    tekst = models.TextField(_("wat de inwoner vraagt"))
    identiteit = models.CharField(_("hoe is vastgesteld wie het vraagt"), max_length=200)
    eigenaar = models.ForeignKey("kern.Gebruiker", models.PROTECT, related_name="verzoeken")
    verlengd_op = models.DateField(_("verlengd op"), null=True, blank=True)
    verlengd_wegens = models.TextField(_("waarom het langer duurt"), blank=True)
    uitkomst = models.CharField(_("uitkomst"), max_length=12, choices=Uitkomst.choices, blank=True)
    motivering = models.TextField(_("motivering"), blank=True)
    besloten_op = models.DateField(_("besloten op"), null=True, blank=True)
    besloten_door = models.ForeignKey("kern.Gebruiker", models.PROTECT, null=True, blank=True, related_name="+")
    verbeterd_op = models.DateField(_("verbeterd op"), null=True, blank=True)
    verbeterd_toelichting = models.TextField(_("wat er verder is verbeterd"), blank=True, db_default="")
    versie = models.PositiveIntegerField(_("versie"), default=1)

    class Meta:
        verbose_name = _("verzoek")
        verbose_name_plural = _("verzoeken")
        ordering = ["-ontvangen_op", "-id"]
        indexes = [models.Index(fields=["eigenaar", "uitkomst"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(uitkomst="") | (models.Q(besloten_op__isnull=False) & ~models.Q(motivering="")),
                name="verzoek_besloten_met_reden",
            ),
            models.CheckConstraint(
                condition=models.Q(verlengd_op__isnull=True) | ~models.Q(verlengd_wegens=""),
                name="verzoek_verlengd_met_reden",
            ),
            models.CheckConstraint(
                condition=models.Q(verbeterd_op__isnull=True)
                | models.Q(soort="rectificatie", uitkomst__in=("ingewilligd", "deels")),
                name="verzoek_verbeterd_na_inwilliging",
            ),
        ]

    def __str__(self) -> str:
        return f"verzoek {self.nummer}"

    @property
    def is_te_verbeteren(self) -> bool:
        """Whether a rectification was granted of which the resident was not told yet what was mended."""
        toe = (self.Uitkomst.INGEWILLIGD, self.Uitkomst.DEELS)
        return self.soort == self.Soort.RECTIFICATIE and self.uitkomst in toe and self.verbeterd_op is None


class Verbetering(models.Model):
    """A fact that was corrected because a resident asked for it: the row that was, and the one in its place.

    Never changed. Who corrected it and when stands with the new fact.
    """

    verzoek = models.ForeignKey("inwoners.Verzoek", models.PROTECT, related_name="verbeteringen")
    was = models.ForeignKey("dossiers.Feit", models.PROTECT, related_name="+")
    werd = models.OneToOneField("dossiers.Feit", models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("verbetering")
        verbose_name_plural = _("verbeteringen")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(was=models.F("werd")), name="verbetering_is_een_ander_feit")
        ]


class Verzoekbrief(models.Model):
    """A letter about a request as it went out. Never changed."""

    class Soort(models.TextChoices):
        ONTVANGST = "ontvangst", _("ontvangstbevestiging")
        VERLENGING = "verlenging", _("bericht dat het langer duurt")
        BESLUIT = "besluit", _("besluit")
        VERBETERING = "verbetering", _("bericht van verbetering")

    verzoek = models.ForeignKey("inwoners.Verzoek", models.PROTECT, related_name="brieven")
    soort = models.CharField(_("soort"), max_length=12, choices=Soort.choices)
    pdf = models.BinaryField(_("bestand"))
    sha256 = models.CharField(_("sha256"), max_length=64)
    gemaakt_op = models.DateTimeField(_("gemaakt op"))
    door = models.ForeignKey("kern.Gebruiker", models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("brief over een verzoek")
        verbose_name_plural = _("brieven over verzoeken")
        ordering = ["gemaakt_op", "id"]
        constraints = [models.UniqueConstraint(fields=["verzoek", "soort"], name="verzoekbrief_eenmaal")]


class Afschrift(models.Model):
    """That a copy was made for a resident: by whom, and what was left out of it. Never changed.

    The copy itself is not kept: it would be everything once more. `sha256` shows whether a file is this copy.
    """

    persoon = models.ForeignKey("dossiers.Persoon", models.PROTECT, related_name="afschriften")
    gemaakt_op = models.DateTimeField(_("gemaakt op"))
    door = models.ForeignKey("kern.Gebruiker", models.PROTECT, related_name="+")
    weggelaten = models.JSONField(_("weggelaten, als soort:nummer:veld"), default=list, blank=True)
    met_namen = models.BooleanField(_("met de namen van medewerkers"), default=False)
    sha256 = models.CharField(_("sha256"), max_length=64)

    class Meta:
        verbose_name = _("afschrift")
        verbose_name_plural = _("afschriften")
        ordering = ["-gemaakt_op", "-id"]
