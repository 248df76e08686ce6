"""Diagnoses, the plan of a household with its goals and agreements, and the instruments used, with their terms."""

import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..dossiers.models import periode_klopt


class Leefgebied(models.TextChoices):
    """A part of somebody's life that a goal, or a question at the intake, is about."""

    INKOMEN = "inkomen", _("inkomen")
    WERK = "werk", _("werk")
    LEREN = "leren", _("leren")
    GEZONDHEID = "gezondheid", _("gezondheid")
    ZORG = "zorg", _("zorg")
    WONEN = "wonen", _("wonen")
    SCHULDEN = "schulden", _("schulden")
    KINDEREN = "kinderen", _("kinderen")
    TAAL = "taal", _("taal")
    RECHT = "recht", _("recht")


class Budgetbron(models.TextChoices):
    """The budgets out of which the Kadernota pays for a group."""

    PARTICIPATIEBUDGET = "participatiebudget", _("participatiebudget")
    INKOMENSDEEL = "inkomensdeel", _("inkomensdeel (BUIG)")
    WMO = "wmo", _("Wmo")
    WSW = "wsw", _("Wsw")
    ESF = "esf", _("ESF")
    ONDERWIJS = "onderwijs", _("onderwijs")
    GEEN = "geen", _("geen kosten")


class Vorm(models.TextChoices):
    """The form of unpaid work in which the law, or the frame of the municipality, sets a term to an instrument."""

    GEEN = "", _("geen onbeloond werk")
    BEHOUD_VAN_UITKERING = "behoud_van_uitkering", _("werken met behoud van uitkering")
    PROEFPLAATS = "proefplaats", _("proefplaats")
    PARTICIPATIEPLAATS = "participatieplaats", _("participatieplaats")


class Diagnose(models.Model):
    """What an objective instrument found about one person on a day. Never changed: a new finding is a new row."""

    persoon = models.ForeignKey("dossiers.Persoon", models.PROTECT, related_name="diagnoses")
    gesteld_op = models.DateField(_("gesteld op"))
    instrument = models.CharField(_("diagnose-instrument"), max_length=60)
    gesteld_door = models.CharField(_("gesteld door"), max_length=80)
    verdiencapaciteit_percentage = models.DecimalField(
        _("verdiencapaciteit (% van het minimumloon)"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    doelgroep = models.SlugField(_("doelgroep"))
    toelichting = models.TextField(_("toelichting"), blank=True)
    motivatie_gronden = models.TextField(_("waaruit de motivatie blijkt"), blank=True)
    heeft_voorrang = models.BooleanField(_("voorrang"), default=False)
    voorrang_gronden = models.TextField(_("gronden voor voorrang"), blank=True)
    vastgelegd_op = models.DateTimeField(_("vastgelegd op"))
    door = models.ForeignKey("kern.Gebruiker", models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("diagnose")
        verbose_name_plural = _("diagnoses")
        ordering = ["-gesteld_op", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["persoon", "gesteld_op"], name="diagnose_een_per_dag"),
            models.CheckConstraint(
                condition=models.Q(verdiencapaciteit_percentage__isnull=True)
                | models.Q(verdiencapaciteit_percentage__range=(0, 100)),
                name="diagnose_verdiencapaciteit",
            ),
            models.CheckConstraint(
                condition=models.Q(heeft_voorrang=False) | ~models.Q(voorrang_gronden=""),
                name="diagnose_voorrang_met_gronden",
            ),
        ]


class Plan(models.Model):
    """The one plan of a household, with one regisseur (`eigenaar`), for a period."""

    nummer = models.CharField(_("nummer"), max_length=20, unique=True)
    gemeente = models.ForeignKey("beleid.Gemeente", models.PROTECT, related_name="+")
    eigenaar = models.ForeignKey("kern.Gebruiker", models.PROTECT, related_name="plannen", verbose_name=_("regisseur"))
    vanaf = models.DateField(_("vanaf"))
    tot = models.DateField(_("tot"), null=True, blank=True)
    versie = models.PositiveIntegerField(_("versie"), default=1)

    class Meta:
        verbose_name = _("plan")
        verbose_name_plural = _("plannen")
        constraints = [periode_klopt("plan")]
        indexes = [models.Index(fields=["eigenaar", "tot"])]

    def __str__(self) -> str:
        return self.nummer


class PlanLid(models.Model):
    """A person whom a plan is about. `is_lopend` as long as the plan runs: then it is his only one."""

    plan = models.ForeignKey("trajecten.Plan", models.PROTECT, related_name="leden")
    persoon = models.ForeignKey("dossiers.Persoon", models.PROTECT, related_name="planlidmaatschappen")
    is_lopend = models.BooleanField(_("lopend"), default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "persoon"], name="planlid_eenmaal"),
            models.UniqueConstraint(
                fields=["persoon"], condition=models.Q(is_lopend=True), name="planlid_een_lopend_plan"
            ),
        ]


class Doel(models.Model):
    """A goal of a plan in one life area."""

    plan = models.ForeignKey("trajecten.Plan", models.PROTECT, related_name="doelen")
    leefgebied = models.CharField(_("leefgebied"), max_length=10, choices=Leefgebied.choices)
    tekst = models.TextField(_("doel"))
    streefdatum = models.DateField(_("streefdatum"))
    behaald_op = models.DateField(_("behaald op"), null=True, blank=True)
    versie = models.PositiveIntegerField(_("versie"), default=1)

    class Meta:
        ordering = ["streefdatum", "id"]

    def __str__(self) -> str:
        return self.tekst


class Afspraak(models.Model):
    """Who does what before when, so that a goal is reached."""

    plan = models.ForeignKey("trajecten.Plan", models.PROTECT, related_name="afspraken")
    wie = models.CharField(_("wie"), max_length=80)
    wat = models.TextField(_("wat"))
    uiterlijk = models.DateField(_("uiterlijk"))
    nagekomen_op = models.DateField(_("nagekomen op"), null=True, blank=True)
    versie = models.PositiveIntegerField(_("versie"), default=1)

    class Meta:
        ordering = ["uiterlijk", "id"]


class Inzet(models.Model):
    """An instrument used for one person of a plan: what for, by whom, how long, at what cost and out of which budget.

    `vorm` says which form of unpaid work it is; then `tot` is set and lies within the term, which the rules count from
    `vanaf`. `verlengd_maanden` is how much longer than the first term was agreed.
    """

    nummer = models.CharField(_("nummer"), max_length=20, unique=True)
    plan = models.ForeignKey("trajecten.Plan", models.PROTECT, related_name="inzetten")
    persoon = models.ForeignKey("dossiers.Persoon", models.PROTECT, related_name="inzetten")
    doel = models.ForeignKey("trajecten.Doel", models.PROTECT, related_name="inzetten")
    instrument = models.CharField(_("instrument"), max_length=120)
    vorm = models.CharField(_("vorm"), max_length=20, choices=Vorm.choices, blank=True)
    aanbieder = models.CharField(_("aanbieder"), max_length=120)
    vanaf = models.DateField(_("vanaf"))
    tot = models.DateField(_("tot"), null=True, blank=True)
    verlengd_maanden = models.PositiveSmallIntegerField(_("verlengd, in maanden"), default=0)
    kosten = models.DecimalField(_("kosten"), max_digits=10, decimal_places=2)
    budgetbron = models.CharField(_("budget"), max_length=20, choices=Budgetbron.choices)
    perspectief = models.TextField(_("perspectief op een betaalde baan"), blank=True)
    einde_reden = models.TextField(_("reden van het einde"), blank=True)
    eigenaar = models.ForeignKey("kern.Gebruiker", models.PROTECT, related_name="inzetten")
    versie = models.PositiveIntegerField(_("versie"), default=1)

    class Meta:
        verbose_name = _("inzet")
        verbose_name_plural = _("inzetten")
        ordering = ["-vanaf", "-id"]
        indexes = [models.Index(fields=["eigenaar", "tot"]), models.Index(fields=["persoon", "vanaf"])]
        constraints = [
            periode_klopt("inzet"),
            models.CheckConstraint(condition=models.Q(kosten__gte=0), name="inzet_kosten"),
            models.CheckConstraint(
                condition=models.Q(vorm="") | models.Q(tot__isnull=False), name="inzet_onbeloond_werk_met_einde"
            ),
        ]

    def __str__(self) -> str:
        return self.instrument

    @property
    def laatste_dag(self) -> datetime.date | None:
        """The last day on which it runs."""
        return self.tot - datetime.timedelta(days=1) if self.tot else None


class Termijn(models.Model):
    """A date that the rules give for an instrument or a person, as it was when somebody last acted on it."""

    persoon = models.ForeignKey("dossiers.Persoon", models.CASCADE, related_name="termijnen")
    inzet = models.ForeignKey("trajecten.Inzet", models.CASCADE, null=True, blank=True, related_name="termijnen")
    regel = models.CharField(_("regel"), max_length=80)
    laatste_dag = models.DateField(_("laatste dag"))
    artikel = models.CharField(_("artikel"), max_length=200)
    bepaald_op = models.DateField(_("bepaald op"))

    class Meta:
        verbose_name = _("termijn")
        verbose_name_plural = _("termijnen")
        ordering = ["laatste_dag", "id"]
        indexes = [models.Index(fields=["persoon", "laatste_dag"])]
