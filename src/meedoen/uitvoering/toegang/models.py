"""Meldingen, the broad intake over the life areas, every desk on the way, and handovers to others."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..trajecten.models import Leefgebied as Gebied


class Bureau(models.TextChoices):
    """A desk at which a resident can be."""

    TOEGANG = "toegang", _("toegang van de gemeente")
    SOCIAAL_TEAM = "sociaal_team", _("sociaal team")
    UITVOERINGSORGANISATIE = "uitvoeringsorganisatie", _("uitvoeringsorganisatie")
    UWV = "uwv", _("UWV")
    WMO = "wmo", _("Wmo-loket")
    SCHULDHULP = "schuldhulp", _("schuldhulpverlening")
    ANDERS = "anders", _("een ander bureau")


class Route(models.TextChoices):
    """Where an intake leads: one question to the organisation that carries it out, several to the kitchen table."""

    UITVOERINGSORGANISATIE = "uitvoeringsorganisatie", _("uitvoeringsorganisatie")
    KEUKENTAFELGESPREK = "keukentafelgesprek", _("keukentafelgesprek")

    @classmethod
    def bij(cls, aantal_vragen: int) -> "Route":
        """The route that the count of life areas with a question gives (Kadernota Drentsche Aa, 4.4)."""
        return cls.UITVOERINGSORGANISATIE if aantal_vragen == 1 else cls.KEUKENTAFELGESPREK


class Melding(models.Model):
    """A resident who reports with a question.

    Who wants bijstand reports by it in the sense of Participatiewet 44 lid 2, so `gemeld_op` is then a fact for the
    rules, of the partner too where the melding was for both.
    """

    class Kanaal(models.TextChoices):
        TELEFOON = "telefoon", _("telefoon")
        BALIE = "balie", _("balie")
        WEBFORMULIER = "webformulier", _("webformulier")
        SOCIAAL_TEAM = "sociaal_team", _("sociaal team")
        INLEZING = "inlezing", _("ingelezen bestand")

    class Stand(models.TextChoices):
        NIEUW = "nieuw", _("nieuw")
        INTAKE = "intake", _("intake gedaan")
        TOEGELEID = "toegeleid", _("toegeleid")
        INGETROKKEN = "ingetrokken", _("ingetrokken")

    nummer = models.CharField(_("nummer"), max_length=20, unique=True)
    persoon = models.ForeignKey("dossiers.Persoon", models.PROTECT, related_name="meldingen")
    gemeente = models.ForeignKey("beleid.Gemeente", models.PROTECT, related_name="+")
    kanaal = models.CharField(_("kanaal"), max_length=16, choices=Kanaal.choices)
    gemeld_op = models.DateField(_("gemeld op"))
    vraag = models.TextField(_("vraag"))
    vraagt_bijstand = models.BooleanField(_("wil bijstand aanvragen"))
    met_partner = models.BooleanField(_("ook voor de partner"), default=False)
    aangenomen_door = models.ForeignKey("kern.Gebruiker", models.PROTECT, related_name="+")
    eigenaar = models.ForeignKey("kern.Gebruiker", models.PROTECT, related_name="+")
    stand = models.CharField(_("stand"), max_length=12, choices=Stand.choices, default=Stand.NIEUW)
    route = models.CharField(_("route"), max_length=24, choices=Route.choices, blank=True)
    toegeleid_op = models.DateField(_("toegeleid op"), null=True, blank=True)
    einde_reden = models.TextField(_("reden van intrekken"), blank=True)
    versie = models.PositiveIntegerField(_("versie"), default=1)

    class Meta:
        verbose_name = _("melding")
        verbose_name_plural = _("meldingen")
        indexes = [models.Index(fields=["gemeente", "stand", "gemeld_op"]), models.Index(fields=["eigenaar", "stand"])]
        constraints = [
            models.UniqueConstraint(
                fields=["persoon"], condition=models.Q(stand__in=["nieuw", "intake"]), name="melding_een_open"
            ),
            models.CheckConstraint(
                condition=~models.Q(stand="toegeleid") | (~models.Q(route="") & models.Q(toegeleid_op__isnull=False)),
                name="melding_toegeleid_langs_route",
            ),
            models.CheckConstraint(
                condition=~models.Q(stand="ingetrokken") | ~models.Q(einde_reden=""), name="melding_ingetrokken_reden"
            ),
        ]

    def __str__(self) -> str:
        return self.nummer

    @property
    def is_open(self) -> bool:
        """Whether the resident is not yet at the right desk."""
        return self.stand in (self.Stand.NIEUW, self.Stand.INTAKE)


class Webmelding(models.Model):
    """What somebody sent with the form on the website: not yet known who it is, until a worker finds him.

    `gemeld_op` is the day of the melding (Participatiewet 44 lid 2), whenever it is taken in. `melding` is what it
    became.
    """

    class Stand(models.TextChoices):
        NIEUW = "nieuw", _("nieuw")
        AANGENOMEN = "aangenomen", _("aangenomen")
        NIET_AANGENOMEN = "niet_aangenomen", _("niet aangenomen")

    nummer = models.CharField(_("nummer"), max_length=20, unique=True)
    gemeente = models.ForeignKey("beleid.Gemeente", models.PROTECT, related_name="+")
    gemeld_op = models.DateField(_("gemeld op"))
    ontvangen_op = models.DateTimeField(_("ontvangen op"))
    voornaam = models.CharField(_("voornaam"), max_length=60)
    achternaam = models.CharField(_("achternaam"), max_length=80)
    geboortedatum = models.DateField(_("geboortedatum"))
    postcode = models.CharField(_("postcode"), max_length=7, blank=True)
    huisnummer = models.CharField(_("huisnummer"), max_length=20, blank=True)
    telefoon = models.CharField(_("telefoonnummer"), max_length=20, blank=True)
    email = models.EmailField(_("e-mailadres"), blank=True)
    vraag = models.TextField(_("vraag"))
    vraagt_bijstand = models.BooleanField(_("wil bijstand aanvragen"))
    met_partner = models.BooleanField(_("ook voor de partner"))
    eigenaar = models.ForeignKey("kern.Gebruiker", models.PROTECT, related_name="webmeldingen")
    stand = models.CharField(_("stand"), max_length=16, choices=Stand.choices, default=Stand.NIEUW)
    melding = models.OneToOneField("toegang.Melding", models.PROTECT, null=True, blank=True, related_name="webmelding")
    reden = models.TextField(_("waarom niet aangenomen"), blank=True)
    versie = models.PositiveIntegerField(_("versie"), default=1)

    class Meta:
        verbose_name = _("melding van de website")
        verbose_name_plural = _("meldingen van de website")
        ordering = ["ontvangen_op", "id"]
        indexes = [models.Index(fields=["eigenaar", "stand"]), models.Index(fields=["ontvangen_op"])]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(telefoon="") | ~models.Q(email=""), name="webmelding_te_bereiken"
            ),
            models.CheckConstraint(
                condition=models.Q(stand="aangenomen") ^ models.Q(melding__isnull=True),
                name="webmelding_aangenomen_als_melding",
            ),
            models.CheckConstraint(
                condition=~models.Q(stand="niet_aangenomen") | ~models.Q(reden=""), name="webmelding_niet_om_reden"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.voornaam} {self.achternaam}"


class Intake(models.Model):
    """One broad intake: what was asked and where it leads. Asking again is a new row; the last one counts.

    `voorgesteld` is what the count of questions gives. Where `route` differs, `reden` says why.
    """

    melding = models.ForeignKey("toegang.Melding", models.PROTECT, related_name="intakes")
    afgenomen_op = models.DateField(_("afgenomen op"))
    door = models.ForeignKey("kern.Gebruiker", models.PROTECT, related_name="+")
    voorgesteld = models.CharField(_("voorgestelde route"), max_length=24, choices=Route.choices)
    route = models.CharField(_("route"), max_length=24, choices=Route.choices)
    reden = models.TextField(_("reden"), blank=True)
    vastgelegd_op = models.DateTimeField(_("vastgelegd op"))

    class Meta:
        verbose_name = _("intake")
        verbose_name_plural = _("intakes")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(route=models.F("voorgesteld")) | ~models.Q(reden=""), name="intake_afwijking_reden"
            )
        ]


class Leefgebied(models.Model):
    """The answer of one intake on one life area: whether there is a question, and which."""

    intake = models.ForeignKey("toegang.Intake", models.PROTECT, related_name="leefgebieden")
    gebied = models.CharField(_("leefgebied"), max_length=12, choices=Gebied.choices)
    heeft_vraag = models.BooleanField(_("heeft een vraag"))
    toelichting = models.TextField(_("toelichting"), blank=True)

    class Meta:
        verbose_name = _("leefgebied")
        verbose_name_plural = _("leefgebieden")
        constraints = [models.UniqueConstraint(fields=["intake", "gebied"], name="leefgebied_eenmaal")]


class Bureaustap(models.Model):
    """A desk at which the resident was with this melding, from a day on. The last one of who was led there is right."""

    melding = models.ForeignKey("toegang.Melding", models.PROTECT, related_name="stappen")
    bureau = models.CharField(_("bureau"), max_length=24, choices=Bureau.choices)
    vanaf = models.DateField(_("vanaf"))
    door = models.ForeignKey("kern.Gebruiker", models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("bureaustap")
        verbose_name_plural = _("bureaustappen")
        ordering = ["pk"]


class Overdracht(models.Model):
    """A resident handed over to others, or back to us: open until somebody says that he took him over."""

    class Naar(models.TextChoices):
        SOCIAAL_TEAM = "sociaal_team", _("sociaal team")
        UWV_WAJONG = "uwv_wajong", _("UWV, voor Wajong")
        UWV_ADVIES = "uwv_advies", _("UWV, voor advies")
        WMO = "wmo", _("Wmo")
        TERUG = "terug", _("terug naar de gemeente")

    nummer = models.CharField(_("nummer"), max_length=20, unique=True)
    persoon = models.ForeignKey("dossiers.Persoon", models.PROTECT, related_name="overdrachten")
    gemeente = models.ForeignKey("beleid.Gemeente", models.PROTECT, related_name="+")
    melding = models.ForeignKey("toegang.Melding", models.PROTECT, null=True, blank=True, related_name="overdrachten")
    naar = models.CharField(_("naar"), max_length=16, choices=Naar.choices)
    reden = models.TextField(_("reden"))
    gevraagd_op = models.DateField(_("gevraagd op"))
    door = models.ForeignKey("kern.Gebruiker", models.PROTECT, related_name="+")
    eigenaar = models.ForeignKey("kern.Gebruiker", models.PROTECT, related_name="+")
    overgenomen_op = models.DateField(_("overgenomen op"), null=True, blank=True)
    overgenomen_door = models.CharField(_("overgenomen door"), max_length=80, blank=True)
    versie = models.PositiveIntegerField(_("versie"), default=1)

    class Meta:
        verbose_name = _("overdracht")
        verbose_name_plural = _("overdrachten")
        indexes = [models.Index(fields=["eigenaar", "overgenomen_op"])]
        constraints = [
            models.UniqueConstraint(
                fields=["persoon", "naar"],
                condition=models.Q(overgenomen_op__isnull=True),
                name="overdracht_een_open_per_bestemming",
            ),
            models.CheckConstraint(
                condition=models.Q(overgenomen_op__isnull=True)
                | (models.Q(overgenomen_op__gte=models.F("gevraagd_op")) & ~models.Q(overgenomen_door="")),
                name="overdracht_overgenomen_door_wie",
            ),
        ]

    def __str__(self) -> str:
        return self.nummer
