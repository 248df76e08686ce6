"""Signals of behaviour, the invitation and the zienswijze, and what is asked or reviewed once a measure runs.

The decision itself is a procedure of `besluiten`; a signal points to it.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Signaal(models.Model):
    """Somebody says that a resident did not meet an obligation on a day. `gedraging` is one of the choices of the law.

    Where it stands after `BESLUIT` is where its procedure stands.
    """

    class Bron(models.TextChoices):
        CONSULENT = "consulent", _("consulent of regisseur")
        AANBIEDER = "aanbieder", _("aanbieder van een traject")
        WERKGEVER = "werkgever", _("werkgever")
        UWV = "uwv", _("UWV")
        SOCIALE_RECHERCHE = "sociale_recherche", _("sociale recherche")
        GEGEVENSVERGELIJKING = "gegevensvergelijking", _("vergelijking van gegevens")
        ANDERS = "anders", _("iemand anders")

    class Stand(models.TextChoices):
        NIEUW = "nieuw", _("te beoordelen")
        UITGENODIGD = "uitgenodigd", _("uitgenodigd voor een zienswijze")
        GEHOORD = "gehoord", _("zienswijze vastgelegd")
        BESLUIT = "besluit", _("besluit")
        GEEN_GEVOLG = "geen_gevolg", _("geen gevolg")

    nummer = models.CharField(_("nummer"), max_length=20, unique=True)
    persoon = models.ForeignKey("dossiers.Persoon", models.PROTECT, related_name="signalen")
    gemeente = models.ForeignKey("beleid.Gemeente", models.PROTECT, related_name="+")
    bron = models.CharField(_("van wie"), max_length=24, choices=Bron.choices)
    melder = models.CharField(_("naam van de melder"), max_length=120, blank=True)
    gedraging = models.CharField(_("gedraging"), max_length=60)
    overtreding_op = models.DateField(_("dag van de gedraging"))
    ontvangen_op = models.DateField(_("ontvangen op"))
    toelichting = models.TextField(_("wat er bekend is"))
    stand = models.CharField(_("stand"), max_length=12, choices=Stand.choices, default=Stand.NIEUW)
    einde_reden = models.TextField(_("waarom er geen gevolg is"), blank=True)
    eigenaar = models.ForeignKey("kern.Gebruiker", models.PROTECT, related_name="signalen")
    procedure = models.ForeignKey("besluiten.Procedure", models.PROTECT, null=True, blank=True, related_name="signalen")
    versie = models.PositiveIntegerField(_("versie"), default=1)

    class Meta:
        verbose_name = _("signaal")
        verbose_name_plural = _("signalen")
        indexes = [models.Index(fields=["eigenaar", "stand"])]
        constraints = [
            models.UniqueConstraint(
                fields=["persoon", "gedraging", "overtreding_op"],
                condition=~models.Q(stand="geen_gevolg"),
                name="signaal_gedraging_eenmaal",
            ),
            models.CheckConstraint(
                condition=models.Q(ontvangen_op__gte=models.F("overtreding_op")), name="signaal_na_de_gedraging"
            ),
            models.CheckConstraint(
                condition=~models.Q(stand="geen_gevolg") | ~models.Q(einde_reden=""), name="signaal_geen_gevolg_reden"
            ),
            models.CheckConstraint(
                condition=~models.Q(stand="besluit") | models.Q(procedure__isnull=False),
                name="signaal_besluit_heeft_weg",
            ),
        ]

    def __str__(self) -> str:
        return f"signaal {self.nummer}"

    @property
    def is_open(self) -> bool:
        """Whether somebody has to do something with the signal itself."""
        return self.stand in (self.Stand.NIEUW, self.Stand.UITGENODIGD, self.Stand.GEHOORD)


class Uitnodiging(models.Model):
    """A letter that invites a resident to give his zienswijze, as it went out. Never changed."""

    signaal = models.ForeignKey("handhaving.Signaal", models.PROTECT, related_name="uitnodigingen")
    tekst = models.TextField(_("wat er is gebeurd, in de brief"))
    gesprek_op = models.DateTimeField(_("gesprek op"), null=True, blank=True)
    plaats = models.CharField(_("plaats"), max_length=120, blank=True)
    uiterlijk = models.DateField(_("reageren kan tot en met"))
    verzonden_op = models.DateField(_("verzonden op"))
    pdf = models.BinaryField(_("bestand"))
    sha256 = models.CharField(_("sha256"), max_length=64)
    gemaakt_op = models.DateTimeField(_("gemaakt op"))
    door = models.ForeignKey("kern.Gebruiker", models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("uitnodiging")
        verbose_name_plural = _("uitnodigingen")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(uiterlijk__gt=models.F("verzonden_op")), name="uitnodiging_geeft_tijd"
            ),
        ]

    def __str__(self) -> str:
        return f"uitnodiging {self.pk}"


class Zienswijze(models.Model):
    """What the resident said about a signal, or that he said nothing, or why he was not asked. Never changed."""

    class Vorm(models.TextChoices):
        MONDELING = "mondeling", _("gegeven in een gesprek")
        SCHRIFTELIJK = "schriftelijk", _("schriftelijk gegeven")
        NIET_GEGEVEN = "niet_gegeven", _("niet gekomen en niet gereageerd")
        AFGEZIEN = "afgezien", _("wil er niets over zeggen")
        NIET_GEVRAAGD = "niet_gevraagd", _("niet gevraagd (Algemene wet bestuursrecht 4:11)")

    signaal = models.ForeignKey("handhaving.Signaal", models.PROTECT, related_name="zienswijzen")
    vorm = models.CharField(_("vorm"), max_length=16, choices=Vorm.choices)
    gegeven_op = models.DateField(_("gegeven op"))
    tekst = models.TextField(_("wat de inwoner zei, of waarom er niets is gevraagd"), blank=True)
    vastgelegd_op = models.DateTimeField(_("vastgelegd op"))
    door = models.ForeignKey("kern.Gebruiker", models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("zienswijze")
        verbose_name_plural = _("zienswijzen")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(vorm__in=["niet_gegeven", "afgezien"]) | ~models.Q(tekst=""),
                name="zienswijze_met_woorden",
            ),
        ]

    def __str__(self) -> str:
        return f"zienswijze {self.pk}"


class Herzieningsverzoek(models.Model):
    """A resident asks to end a measure because he meets his obligations now (Participatiewet 18 lid 11)."""

    maatregel = models.ForeignKey("besluiten.Besluit", models.PROTECT, related_name="herzieningsverzoeken")
    gevraagd_op = models.DateField(_("gevraagd op"))
    wat = models.TextField(_("wat de inwoner aanvoert"))
    procedure = models.OneToOneField("besluiten.Procedure", models.PROTECT, related_name="herzieningsverzoek")
    door = models.ForeignKey("kern.Gebruiker", models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("verzoek om een maatregel te herzien")
        verbose_name_plural = _("verzoeken om een maatregel te herzien")
        ordering = ["id"]

    def __str__(self) -> str:
        return f"herzieningsverzoek {self.pk}"


class Heroverweging(models.Model):
    """The college looks at a measure of lid 2 again within three months (Participatiewet 18 lid 3)."""

    class Uitkomst(models.TextChoices):
        BLIJFT = "blijft", _("de maatregel blijft")
        EINDIGT = "eindigt", _("de maatregel eindigt")

    maatregel = models.ForeignKey("besluiten.Besluit", models.PROTECT, related_name="heroverwegingen")
    gedaan_op = models.DateField(_("gedaan op"))
    uitkomst = models.CharField(_("uitkomst"), max_length=8, choices=Uitkomst.choices)
    eindigt_per = models.DateField(_("eindigt per"), null=True, blank=True)
    motivering = models.TextField(_("motivering"))
    door = models.ForeignKey("kern.Gebruiker", models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("heroverweging")
        verbose_name_plural = _("heroverwegingen")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(uitkomst="blijft", eindigt_per__isnull=True)
                | models.Q(uitkomst="eindigt", eindigt_per__isnull=False),
                name="heroverweging_einddag",
            ),
        ]

    def __str__(self) -> str:
        return f"heroverweging {self.pk}"
