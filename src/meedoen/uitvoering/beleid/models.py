"""Municipalities and regions by date; policy figures (targets, estimates, results, budgets) with source and version."""

import datetime

from django.db import models
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _


def heeft_bron(naam: str) -> models.CheckConstraint:
    """Constraint: nothing stands in these tables without saying where it comes from."""
    return models.CheckConstraint(condition=~models.Q(bron=""), name=f"{naam}_heeft_bron")


class Gemeente(models.Model):
    """A municipality by CBS code. `vanaf` is empty for those older than 2015; dissolved ones stay, with `tot`."""

    code = models.CharField(_("CBS-code"), max_length=6, primary_key=True)
    naam = models.CharField(_("naam"), max_length=60)
    provincie = models.CharField(_("provincie"), max_length=30, blank=True)
    vanaf = models.DateField(_("bestaat vanaf"), null=True, blank=True)
    tot = models.DateField(_("bestond tot"), null=True, blank=True)
    inwoners_2020 = models.PositiveIntegerField(_("inwoners 2020"), null=True, blank=True)
    bron = models.TextField(_("bron"))

    class Meta:
        verbose_name = _("gemeente")
        verbose_name_plural = _("gemeenten")
        ordering = ["naam"]
        constraints = [
            heeft_bron("gemeente"),
            models.CheckConstraint(condition=models.Q(code__regex=r"^GM[0-9]{4}$"), name="gemeente_code_vorm"),
            models.CheckConstraint(
                condition=models.Q(vanaf__isnull=True)
                | models.Q(tot__isnull=True)
                | models.Q(tot__gt=models.F("vanaf")),
                name="gemeente_periode",
            ),
        ]

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
        constraints = [
            models.UniqueConstraint(fields=["oude", "nieuwe", "vanaf"], name="herindeling_eenmaal"),
            models.CheckConstraint(condition=~models.Q(oude=models.F("nieuwe")), name="herindeling_naar_ander"),
            heeft_bron("herindeling"),
        ]


class Arbeidsmarktregio(models.Model):
    """One of the 35 labour-market regions: its name today and the name in the decree of 2015."""

    code = models.CharField(_("code"), max_length=4, primary_key=True)
    naam = models.CharField(_("naam"), max_length=60)
    naam_2015 = models.CharField(_("naam in 2015"), max_length=60)
    bron = models.TextField(_("bron"))

    class Meta:
        verbose_name = _("arbeidsmarktregio")
        verbose_name_plural = _("arbeidsmarktregio's")
        ordering = ["naam"]
        constraints = [heeft_bron("arbeidsmarktregio")]

    def __str__(self) -> str:
        return self.naam


class Regiolidmaatschap(models.Model):
    """In which region a municipality lies, from when to when, according to which source.

    Between two rows of one municipality there may be a gap: the change is known, its date is not.
    """

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
                condition=models.Q(tot__isnull=True) | models.Q(tot__gt=models.F("vanaf")),
                name="regiolidmaatschap_periode",
            ),
            heeft_bron("regiolidmaatschap"),
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
    koppeling_met = models.JSONField(_("koppeling met"), default=list)
    budgetten = models.JSONField(_("budgetten"), default=list)
    instrumenten = models.JSONField(_("instrumenten"), default=list)
    gevraagde_prestaties = models.JSONField(_("gevraagde prestaties"), default=list)
    keuzes = models.JSONField(_("gemaakte keuzes"), default=list)
    bron = models.TextField(_("bron"))

    class Meta:
        verbose_name = _("doelgroep")
        verbose_name_plural = _("doelgroepen")
        ordering = ["volgorde"]
        constraints = [
            models.UniqueConstraint(fields=["samenwerking", "code"], name="doelgroep_eenmaal"),
            heeft_bron("doelgroep"),
        ]

    def __str__(self) -> str:
        return self.naam


class Planningsstap(models.Model):
    """A step or an evaluation that a policy document plans, in the period it names (a day, or a quarter)."""

    class Soort(models.TextChoices):
        STAP = "stap", _("stap")
        EVALUATIE = "evaluatie", _("evaluatie")

    samenwerking = models.ForeignKey("beleid.Samenwerking", models.CASCADE, related_name="planning")
    soort = models.CharField(_("soort"), max_length=10, choices=Soort.choices)
    omschrijving = models.CharField(_("omschrijving"), max_length=120)
    periode = models.CharField(_("periode"), max_length=30)
    vanaf = models.DateField(_("vanaf"))
    tot = models.DateField(_("tot"))
    bron = models.TextField(_("bron"))

    class Meta:
        verbose_name = _("planningsstap")
        verbose_name_plural = _("planning")
        ordering = ["vanaf", "omschrijving"]
        constraints = [
            models.UniqueConstraint(fields=["samenwerking", "omschrijving"], name="planningsstap_eenmaal"),
            models.CheckConstraint(condition=models.Q(tot__gt=models.F("vanaf")), name="planningsstap_periode"),
            heeft_bron("planningsstap"),
        ]

    def __str__(self) -> str:
        return self.omschrijving


class Beleidscijfer(models.Model):
    """One figure out of a law, regulation or policy document: the ledger of targets, estimates, results and budgets.

    `bekend_vanaf` is the date of the document in which it was found: then it was known (perhaps earlier); empty means
    that the document carries no date. `gemeente` or `samenwerking` names the area; both empty means the whole country.
    `waarde` may be empty where the document gives none ("PM"); `opmerking` then says so. `bestand` is the file that it
    was loaded from.
    """

    class Aard(models.TextChoices):
        DOEL = "doel", _("doel")
        RAMING = "raming", _("raming")
        STAND = "stand", _("stand volgens het document")
        BUDGET = "budget", _("budget")
        RESULTAAT = "resultaat", _("resultaat")
        KADER = "kader", _("kader of maatstaf")

    aard = models.CharField(_("aard"), max_length=10, choices=Aard.choices)
    soort = models.SlugField(_("soort"), max_length=60)
    rij = models.SlugField(_("rij"), max_length=60, blank=True)
    gemeente = models.ForeignKey("beleid.Gemeente", models.PROTECT, null=True, blank=True, related_name="cijfers")
    samenwerking = models.ForeignKey(
        "beleid.Samenwerking", models.PROTECT, null=True, blank=True, related_name="cijfers"
    )
    periode = models.CharField(_("periode"), max_length=20)
    peildatum = models.DateField(_("peildatum"), null=True, blank=True)
    waarde = models.DecimalField(_("waarde"), max_digits=16, decimal_places=2, null=True, blank=True)
    eenheid = models.CharField(_("eenheid"), max_length=30)
    is_voorlopig = models.BooleanField(_("voorlopig"), default=False)
    bekend_vanaf = models.DateField(_("bekend vanaf"), null=True, blank=True)
    is_geverifieerd = models.BooleanField(_("geverifieerd"), default=True)
    bron = models.TextField(_("bron"))
    opmerking = models.TextField(_("opmerking"), blank=True)
    bestand = models.CharField(_("bestand"), max_length=120)

    class Meta:
        verbose_name = _("beleidscijfer")
        verbose_name_plural = _("beleidscijfers")
        constraints = [
            # Expressions and not `nulls_distinct=False`: SQLite would leave that constraint out.
            models.UniqueConstraint(
                "soort",
                "rij",
                Coalesce("gemeente", models.Value(""), output_field=models.CharField()),
                Coalesce("samenwerking", models.Value(""), output_field=models.CharField()),
                "periode",
                Coalesce("bekend_vanaf", models.Value(datetime.date.min), output_field=models.DateField()),
                name="beleidscijfer_eenmaal",
            ),
            models.CheckConstraint(
                condition=models.Q(gemeente__isnull=True) | models.Q(samenwerking__isnull=True),
                name="beleidscijfer_gebied",
            ),
            models.CheckConstraint(
                condition=models.Q(waarde__isnull=False) | ~models.Q(opmerking=""), name="beleidscijfer_leeg_met_reden"
            ),
            models.CheckConstraint(
                condition=models.Q(aard__in=["doel", "raming", "stand", "budget", "resultaat", "kader"]),
                name="beleidscijfer_aard_bekend",
            ),
            heeft_bron("beleidscijfer"),
        ]
        indexes = [models.Index(fields=["soort", "peildatum"])]

    def __str__(self) -> str:
        return f"{self.soort} {self.rij} {self.periode}".replace("  ", " ")


class Verordeningsbesluit(models.Model):
    """One decision of a council or college that fills open terms of the law (docs/verordeningen.md).

    `waarden` holds a value per term, as the file of the municipality states it.
    """

    gemeente = models.ForeignKey("beleid.Gemeente", models.PROTECT, related_name="verordeningsbesluiten")
    verordening = models.SlugField(_("verordening"), max_length=60)
    naam = models.CharField(_("naam"), max_length=200)
    besloten_op = models.DateField(_("besloten op"))
    vanaf = models.DateField(_("vanaf"))
    tot = models.DateField(_("tot"), null=True, blank=True)
    waarden = models.JSONField(_("waarden"), default=dict)
    bron = models.TextField(_("bron"))

    class Meta:
        verbose_name = _("verordeningsbesluit")
        verbose_name_plural = _("verordeningsbesluiten")
        ordering = ["gemeente", "verordening", "vanaf"]
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "verordening", "vanaf"], name="verordeningsbesluit_eenmaal"),
            models.CheckConstraint(
                condition=models.Q(tot__isnull=True) | models.Q(tot__gt=models.F("vanaf")),
                name="verordeningsbesluit_periode",
            ),
            heeft_bron("verordeningsbesluit"),
        ]

    def __str__(self) -> str:
        return self.naam


class Lading(models.Model):
    """A loading of reference data or of a policy folder that changed something."""

    naam = models.CharField(_("naam"), max_length=60)
    sha256 = models.CharField(_("sha256"), max_length=64)
    op = models.DateField(_("op"))
    door = models.ForeignKey("kern.Gebruiker", models.PROTECT, null=True, related_name="+")
    nieuw = models.PositiveIntegerField(_("nieuw"))
    gewijzigd = models.PositiveIntegerField(_("gewijzigd"))
    ongewijzigd = models.PositiveIntegerField(_("ongewijzigd"))
    waarschuwingen = models.JSONField(_("waarschuwingen"), default=list)

    class Meta:
        verbose_name = _("lading")
        verbose_name_plural = _("ladingen")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.naam} ({self.op.isoformat()})"
