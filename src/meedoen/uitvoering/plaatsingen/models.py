"""Placements with an employer, and the advices of UWV on beschut werk."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..dossiers.models import periode_klopt


class Plaatsing(models.Model):
    """One person at work with one employer for a period."""

    class Soort(models.TextChoices):
        REGULIER = "regulier", _("reguliere baan")
        GARANTIEBAAN = "garantiebaan", _("garantiebaan")
        BESCHUT_WERK = "beschut_werk", _("beschut werk")
        WSW = "wsw", _("Wsw-dienstbetrekking")
        BEGELEID_WERKEN = "begeleid_werken", _("begeleid werken (Wsw)")
        WERKLEERPLEK = "werkleerplek", _("werkleerplek")
        PROEFPLAATS = "proefplaats", _("proefplaats")
        DAGBESTEDING = "dagbesteding", _("arbeidsmatige dagbesteding")

    class Verband(models.TextChoices):
        IN_DIENST = "in_dienst", _("in dienst")
        DETACHERING = "detachering", _("ingeleend (detachering)")
        UITZENDBUREAU = "uitzendbureau", _("ingeleend (uitzendbureau)")
        GEEN = "geen", _("geen dienstbetrekking")

    class Contract(models.TextChoices):
        VAST = "vast", _("vast")
        TIJDELIJK = "tijdelijk", _("tijdelijk")
        GEEN = "geen", _("geen")

    nummer = models.CharField(_("nummer"), max_length=20, unique=True)
    persoon = models.ForeignKey("dossiers.Persoon", models.PROTECT, related_name="plaatsingen")
    werkgever = models.ForeignKey("werkgevers.Werkgever", models.PROTECT, related_name="plaatsingen")
    soort = models.CharField(_("soort"), max_length=16, choices=Soort.choices)
    verband = models.CharField(_("verband"), max_length=14, choices=Verband.choices)
    contract = models.CharField(_("contract"), max_length=10, choices=Contract.choices)
    vanaf = models.DateField(_("vanaf"))
    tot = models.DateField(_("tot"), null=True, blank=True)
    uren_per_week = models.DecimalField(_("uren per week"), max_digits=5, decimal_places=2)
    voltijd_uren_per_week = models.DecimalField(_("voltijd uren per week"), max_digits=5, decimal_places=2, default=36)
    loonwaarde_percentage = models.DecimalField(
        _("loonwaarde (% van het minimumloon)"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    is_forfait = models.BooleanField(_("forfaitaire loonkostensubsidie"), default=False)
    heeft_loonkostensubsidie = models.BooleanField(_("met loonkostensubsidie"), default=False)
    is_social_return = models.BooleanField(_("uit een social-returnafspraak"), default=False)
    inlezing = models.ForeignKey("dossiers.Inlezing", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("plaatsing")
        verbose_name_plural = _("plaatsingen")
        indexes = [models.Index(fields=["soort", "vanaf", "tot"])]
        constraints = [
            periode_klopt("plaatsing"),
            models.CheckConstraint(
                condition=models.Q(uren_per_week__gt=0) & models.Q(uren_per_week__lte=60), name="plaatsing_uren"
            ),
            models.CheckConstraint(
                condition=models.Q(loonwaarde_percentage__isnull=True)
                | (models.Q(loonwaarde_percentage__gte=0) & models.Q(loonwaarde_percentage__lte=100)),
                name="plaatsing_loonwaarde",
            ),
        ]


class AdviesBeschutWerk(models.Model):
    """A request to UWV for advice on beschut werk (Participatiewet 10b) and what came of it."""

    class Aanvrager(models.TextChoices):
        GEMEENTE = "gemeente", _("gemeente")
        PERSOON = "persoon", _("inwoner zelf")

    class Uitslag(models.TextChoices):
        POSITIEF = "positief", _("positief")
        NEGATIEF = "negatief", _("negatief")
        GEEN = "", _("nog geen advies")

    nummer = models.CharField(_("nummer"), max_length=20, unique=True)
    persoon = models.ForeignKey("dossiers.Persoon", models.PROTECT, related_name="adviezen_beschut_werk")
    aangevraagd_op = models.DateField(_("aangevraagd op"))
    aangevraagd_door = models.CharField(_("aangevraagd door"), max_length=10, choices=Aanvrager.choices)
    uitslag = models.CharField(_("uitslag"), max_length=10, choices=Uitslag.choices, blank=True)
    uitgebracht_op = models.DateField(_("uitgebracht op"), null=True, blank=True)
    inlezing = models.ForeignKey("dossiers.Inlezing", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("advies beschut werk")
        verbose_name_plural = _("adviezen beschut werk")
        indexes = [models.Index(fields=["uitslag", "uitgebracht_op"])]
        constraints = [
            models.CheckConstraint(
                condition=(models.Q(uitslag="") & models.Q(uitgebracht_op__isnull=True))
                | (~models.Q(uitslag="") & models.Q(uitgebracht_op__gte=models.F("aangevraagd_op"))),
                name="advies_uitslag_met_datum",
            )
        ]
