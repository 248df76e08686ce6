"""Persons, dwellings, relations and facts. Every row has a period and an origin; nothing is overwritten."""

from django.db import models
from django.utils.translation import gettext_lazy as _


def periode_klopt(naam: str) -> models.CheckConstraint:
    """Constraint: `tot` (exclusive) lies after `vanaf`, or is open."""
    return models.CheckConstraint(
        condition=models.Q(tot__isnull=True) | models.Q(tot__gt=models.F("vanaf")), name=f"{naam}_periode"
    )


class Inlezing(models.Model):
    """One import: which file, by whom, how many rows. The origin of the rows it brought."""

    bestand = models.CharField(_("bestand"), max_length=200)
    sha256 = models.CharField(_("sha256"), max_length=64)
    blad = models.CharField(_("blad"), max_length=40)
    begonnen_op = models.DateTimeField(_("begonnen op"))
    door = models.ForeignKey("kern.Gebruiker", models.PROTECT, null=True, related_name="+")
    rijen = models.PositiveIntegerField(_("rijen"))
    nieuw = models.PositiveIntegerField(_("nieuw"))
    gewijzigd = models.PositiveIntegerField(_("gewijzigd"))
    ongewijzigd = models.PositiveIntegerField(_("ongewijzigd"))
    geweigerd = models.PositiveIntegerField(_("geweigerd"))

    class Meta:
        verbose_name = _("inlezing")
        verbose_name_plural = _("inlezingen")


class Persoon(models.Model):
    """A resident. The BSN never stands in an address of a page; the dossier number (`nummer`) does."""

    nummer = models.CharField(_("dossiernummer"), max_length=20, unique=True)
    bsn = models.CharField(_("BSN"), max_length=9, unique=True)
    voornaam = models.CharField(_("voornaam"), max_length=60)
    achternaam = models.CharField(_("achternaam"), max_length=80)
    geboortedatum = models.DateField(_("geboortedatum"))
    overleden_op = models.DateField(_("overleden op"), null=True, blank=True)
    gemeente = models.ForeignKey("beleid.Gemeente", models.PROTECT, related_name="+")
    inlezing = models.ForeignKey("dossiers.Inlezing", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("persoon")
        verbose_name_plural = _("personen")
        indexes = [models.Index(fields=["achternaam", "voornaam"]), models.Index(fields=["geboortedatum"])]
        constraints = [
            models.CheckConstraint(condition=models.Q(bsn__regex=r"^[0-9]{9}$"), name="persoon_bsn_negen_cijfers"),
        ]

    def __str__(self) -> str:
        return f"{self.voornaam} {self.achternaam}"


class Bewoning(models.Model):
    """In which dwelling a person has his hoofdverblijf. People who share `woning` on a date live together.

    The address is for people, to find and to write to somebody; no rule reads it, and it may be unknown.
    """

    persoon = models.ForeignKey("dossiers.Persoon", models.CASCADE, related_name="bewoningen")
    woning = models.CharField(_("woning"), max_length=20)
    straat = models.CharField(_("straat"), max_length=80, blank=True, db_default="")
    huisnummer = models.CharField(_("huisnummer"), max_length=20, blank=True, db_default="")
    postcode = models.CharField(_("postcode"), max_length=7, blank=True, db_default="")
    woonplaats = models.CharField(_("woonplaats"), max_length=80, blank=True, db_default="")
    vanaf = models.DateField(_("vanaf"))
    tot = models.DateField(_("tot"), null=True, blank=True)
    inlezing = models.ForeignKey("dossiers.Inlezing", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["woning"])]
        constraints = [
            models.UniqueConstraint(fields=["persoon", "vanaf"], name="bewoning_eenmaal"),
            periode_klopt("bewoning"),
        ]

    @property
    def adres(self) -> str:
        """Street, number, postcode and place on one line; empty where the register does not know them."""
        delen = (f"{self.straat} {self.huisnummer}".strip(), f"{self.postcode} {self.woonplaats}".strip())
        return ", ".join(deel for deel in delen if deel)


class Relatie(models.Model):
    """A relation of two persons: partner, parent of, or commercial as in Participatiewet 19a lid 1 b and c."""

    class Soort(models.TextChoices):
        PARTNER = "partner", _("partner")
        OUDER = "ouder", _("ouder van")
        COMMERCIEEL = "commercieel", _("commerciële relatie")

    persoon = models.ForeignKey("dossiers.Persoon", models.CASCADE, related_name="relaties")
    ander = models.ForeignKey("dossiers.Persoon", models.CASCADE, related_name="relaties_van_anderen")
    soort = models.CharField(_("soort"), max_length=12, choices=Soort.choices)
    vanaf = models.DateField(_("vanaf"))
    tot = models.DateField(_("tot"), null=True, blank=True)
    inlezing = models.ForeignKey("dossiers.Inlezing", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["persoon", "ander", "soort", "vanaf"], name="relatie_eenmaal"),
            models.CheckConstraint(condition=~models.Q(persoon=models.F("ander")), name="relatie_met_ander"),
            periode_klopt("relatie"),
        ]


class Feit(models.Model):
    """One fact about a person as the rules know it (`meedoen/recht/feiten/`), for a period, with its origin.

    A correction is a new row with a later `vastgelegd_op`; the old row stays, so that "what did we know then" can be
    answered. A list is JSON text. A judgment, which the law leaves to a person, names him in `door`, with his grounds.
    """

    persoon = models.ForeignKey("dossiers.Persoon", models.CASCADE, related_name="feiten")
    naam = models.CharField(_("feit"), max_length=60)
    waarde = models.TextField(_("waarde"))
    vanaf = models.DateField(_("vanaf"))
    tot = models.DateField(_("tot"), null=True, blank=True)
    vastgelegd_op = models.DateTimeField(_("vastgelegd op"))
    herkomst = models.CharField(_("herkomst"), max_length=80)
    door = models.ForeignKey("kern.Gebruiker", models.PROTECT, null=True, blank=True, related_name="+")
    motivering = models.TextField(_("motivering"), blank=True, db_default="")
    inlezing = models.ForeignKey("dossiers.Inlezing", models.PROTECT, null=True, blank=True, related_name="+")

    @property
    def naam_leesbaar(self) -> str:
        """The name of the fact as a person reads it."""
        return self.naam.replace("_", " ")

    class Meta:
        indexes = [models.Index(fields=["persoon", "naam"])]
        constraints = [
            models.UniqueConstraint(fields=["persoon", "naam", "vanaf", "vastgelegd_op"], name="feit_eenmaal"),
            periode_klopt("feit"),
        ]


class Uitkering(models.Model):
    """Algemene bijstand of one person over a period. Both partners of a couple have their own row: we count persons."""

    nummer = models.CharField(_("nummer"), max_length=20, unique=True)
    persoon = models.ForeignKey("dossiers.Persoon", models.PROTECT, related_name="uitkeringen")
    vanaf = models.DateField(_("vanaf"))
    tot = models.DateField(_("tot"), null=True, blank=True)
    reden_einde = models.CharField(_("reden einde"), max_length=40, blank=True)
    inlezing = models.ForeignKey("dossiers.Inlezing", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["vanaf", "tot"])]
        constraints = [periode_klopt("uitkering")]


class Indeling(models.Model):
    """In which doelgroep of the Kadernota a diagnosis put a person, for a period. A new diagnosis is a new row."""

    nummer = models.CharField(_("nummer"), max_length=20, unique=True)
    persoon = models.ForeignKey("dossiers.Persoon", models.PROTECT, related_name="indelingen")
    doelgroep = models.SlugField(_("doelgroep"))
    vanaf = models.DateField(_("vanaf"))
    tot = models.DateField(_("tot"), null=True, blank=True)
    instrument = models.CharField(_("diagnose-instrument"), max_length=60, blank=True)
    inlezing = models.ForeignKey("dossiers.Inlezing", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["doelgroep", "vanaf", "tot"])]
        constraints = [periode_klopt("indeling")]


class Zoekregel(models.Model):
    """How one resident at one of his addresses is found: names and address as words, plain and as they sound.

    Derived from Persoon and Bewoning by `search_index`, and made anew with them. Somebody without a dwelling has one
    row without. On PostgreSQL `tekst` has an index of trigrams (migration 0005).
    """

    is_afgeleid = True

    persoon = models.ForeignKey("dossiers.Persoon", models.CASCADE, related_name="zoekregels")
    bewoning = models.ForeignKey("dossiers.Bewoning", models.CASCADE, null=True, related_name="+")
    tekst = models.TextField(_("tekst"))


class Zoekwoord(models.Model):
    """A word, as it sounds, that stands in some Zoekregel: what a misspelled word is compared with."""

    is_afgeleid = True

    woord = models.CharField(_("woord"), max_length=80, primary_key=True)
