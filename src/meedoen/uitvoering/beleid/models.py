"""Municipalities and regions by date; policy figures (targets, estimates, results, budgets) with source and version."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Gemeente(models.Model):
    """A municipality by CBS code. Dissolved ones stay, with the date until which they existed."""

    code = models.CharField(_("CBS-code"), max_length=6, primary_key=True)
    naam = models.CharField(_("naam"), max_length=60)
    provincie = models.CharField(_("provincie"), max_length=30, blank=True)
    tot = models.DateField(_("bestond tot"), null=True, blank=True)
    inwoners_2020 = models.PositiveIntegerField(_("inwoners 2020"), null=True, blank=True)
    bron = models.TextField(_("bron"))

    class Meta:
        verbose_name = _("gemeente")
        verbose_name_plural = _("gemeenten")
        ordering = ["naam"]

    def __str__(self) -> str:
        return self.naam


class Herindeling(models.Model):
    """An old municipality that went, whole or in part, into a new one."""

    oude = models.ForeignKey("beleid.Gemeente", models.PROTECT, related_name="opgegaan_in")
    nieuwe = models.ForeignKey("beleid.Gemeente", models.PROTECT, related_name="ontstaan_uit")
    vanaf = models.DateField(_("ingangsdatum"))
    is_gesplitst = models.BooleanField(_("gesplitst"))
    is_geverifieerd = models.BooleanField(_("geverifieerd"))
    bron = models.TextField(_("bron"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["oude", "nieuwe", "vanaf"], name="herindeling_eenmaal")]


class Arbeidsmarktregio(models.Model):
    """One of the 35 labour-market regions."""

    code = models.CharField(_("code"), max_length=4, primary_key=True)
    naam = models.CharField(_("naam"), max_length=60)
    bron = models.TextField(_("bron"))

    class Meta:
        verbose_name = _("arbeidsmarktregio")
        verbose_name_plural = _("arbeidsmarktregio's")
        ordering = ["naam"]

    def __str__(self) -> str:
        return self.naam


class Regiolidmaatschap(models.Model):
    """In which region a municipality lies, from when to when, according to which source."""

    gemeente = models.ForeignKey("beleid.Gemeente", models.PROTECT, related_name="regios")
    regio = models.ForeignKey("beleid.Arbeidsmarktregio", models.PROTECT, related_name="leden")
    vanaf = models.DateField(_("vanaf"))
    tot = models.DateField(_("tot"), null=True, blank=True)
    is_geverifieerd = models.BooleanField(_("geverifieerd"))
    bron = models.TextField(_("bron"))

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "vanaf"], name="regiolidmaatschap_eenmaal"),
            models.CheckConstraint(
                condition=models.Q(tot__isnull=True) | models.Q(tot__gt=models.F("vanaf")), name="regiolidmaatschap_periode"
            ),
        ]


class Samenwerking(models.Model):
    """A partnership of municipalities that execute together."""

    sleutel = models.SlugField(_("sleutel"), primary_key=True)
    naam = models.CharField(_("naam"), max_length=80)
    gemeenten = models.ManyToManyField("beleid.Gemeente", related_name="samenwerkingen")

    class Meta:
        verbose_name = _("samenwerking")
        verbose_name_plural = _("samenwerkingen")

    def __str__(self) -> str:
        return self.naam


class Doelgroep(models.Model):
    """A group of the Kadernota, with its motto, ambition, instruments and requested results."""

    samenwerking = models.ForeignKey("beleid.Samenwerking", models.CASCADE, related_name="doelgroepen")
    code = models.SlugField(_("code"))
    naam = models.CharField(_("naam"), max_length=60)
    volgorde = models.PositiveSmallIntegerField(_("volgorde"))
    omschrijving = models.TextField(_("omschrijving"))
    motto = models.CharField(_("motto"), max_length=80)
    ambitie = models.TextField(_("ambitie"))
    instrumenten = models.JSONField(_("instrumenten"), default=list)
    gevraagde_prestaties = models.JSONField(_("gevraagde prestaties"), default=list)
    bron = models.TextField(_("bron"))

    class Meta:
        ordering = ["volgorde"]
        constraints = [models.UniqueConstraint(fields=["samenwerking", "code"], name="doelgroep_eenmaal")]

    def __str__(self) -> str:
        return self.naam


class Beleidscijfer(models.Model):
    """One figure out of a law, regulation or policy document: the ledger of targets, estimates, results and budgets.

    It says what was known from when (`bekend_vanaf`), of which area, in which unit, provisional or final. Exactly one of
    `gemeente` and `samenwerking` is filled; both empty means the whole country.
    """

    class Aard(models.TextChoices):
        DOEL = "doel", _("doel")
        RAMING = "raming", _("raming")
        STAND = "stand", _("stand volgens het document")
        BUDGET = "budget", _("budget")
        RESULTAAT = "resultaat", _("resultaat")

    aard = models.CharField(_("aard"), max_length=10, choices=Aard.choices)
    soort = models.SlugField(_("soort"), max_length=60)
    rij = models.SlugField(_("rij"), max_length=60, blank=True)
    gemeente = models.ForeignKey("beleid.Gemeente", models.PROTECT, null=True, blank=True, related_name="cijfers")
    samenwerking = models.ForeignKey("beleid.Samenwerking", models.PROTECT, null=True, blank=True, related_name="cijfers")
    periode = models.CharField(_("periode"), max_length=20)
    peildatum = models.DateField(_("peildatum"), null=True, blank=True)
    waarde = models.DecimalField(_("waarde"), max_digits=16, decimal_places=2, null=True, blank=True)
    eenheid = models.CharField(_("eenheid"), max_length=30)
    is_voorlopig = models.BooleanField(_("voorlopig"), default=False)
    bekend_vanaf = models.DateField(_("bekend vanaf"), null=True, blank=True)
    is_geverifieerd = models.BooleanField(_("geverifieerd"), default=True)
    bron = models.TextField(_("bron"))
    opmerking = models.TextField(_("opmerking"), blank=True)

    class Meta:
        verbose_name = _("beleidscijfer")
        verbose_name_plural = _("beleidscijfers")
        constraints = [
            models.UniqueConstraint(
                fields=["soort", "rij", "gemeente", "samenwerking", "periode", "bekend_vanaf"],
                name="beleidscijfer_eenmaal",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                condition=models.Q(gemeente__isnull=True) | models.Q(samenwerking__isnull=True), name="beleidscijfer_gebied"
            ),
        ]
