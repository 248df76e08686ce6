"""Decisions of the college about a person: how they come about, the letter, the computation that was kept, objections.

A `Procedure` is the way from application to signature; a `Besluit` is what was signed, or what an import brought.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..trajecten.models import Vorm


class Aard(models.TextChoices):
    """What a decision does with an earlier one."""

    NIEUW = "nieuw", _("nieuw besluit")
    HERZIEN = "herzien", _("herziening")
    INGETROKKEN = "ingetrokken", _("intrekking")


class Uitkomst(models.TextChoices):
    """Whether the applicant gets what was asked, or what the college decides of itself."""

    TOEKENNEN = "toekennen", _("toekennen")
    AFWIJZEN = "afwijzen", _("afwijzen")


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
        INKOMENSTOESLAG = "inkomenstoeslag", _("individuele inkomenstoeslag")
        STUDIETOESLAG = "studietoeslag", _("studietoeslag")
        TEGENPRESTATIE = "tegenprestatie", _("tegenprestatie")
        GEEN_MAATREGEL = "geen_maatregel", _("geen maatregel")
        BOETE = "boete", _("bestuurlijke boete")
        GEEN_BOETE = "geen_boete", _("geen boete")
        INKEER = "inkeer", _("herziening van een maatregel")
        VOORZIENING = "voorziening", _("voorziening naar werk")

    nummer = models.CharField(_("nummer"), max_length=20, unique=True)
    persoon = models.ForeignKey("dossiers.Persoon", models.PROTECT, related_name="besluiten")
    soort = models.CharField(_("soort"), max_length=24, choices=Soort.choices)
    genomen_op = models.DateField(_("genomen op"))
    vanaf = models.DateField(_("vanaf"))
    bedrag_per_maand = models.DecimalField(
        _("bedrag per maand"), max_digits=10, decimal_places=2, null=True, blank=True
    )
    inlezing = models.ForeignKey("dossiers.Inlezing", models.PROTECT, null=True, blank=True, related_name="+")
    procedure = models.OneToOneField(
        "besluiten.Procedure", models.PROTECT, null=True, blank=True, related_name="besluit"
    )
    uitkomst = models.CharField(
        _("uitkomst"), max_length=12, choices=Uitkomst.choices, blank=True, default="", db_default=""
    )
    aard = models.CharField(_("aard"), max_length=12, choices=Aard.choices, default=Aard.NIEUW, db_default="nieuw")
    herziet = models.ForeignKey("besluiten.Besluit", models.PROTECT, null=True, blank=True, related_name="herzieningen")
    terug_te_vorderen = models.DecimalField(
        _("terug te vorderen"), max_digits=10, decimal_places=2, null=True, blank=True
    )
    artikellid = models.PositiveSmallIntegerField(_("lid van artikel 18"), null=True, blank=True)

    class Meta:
        verbose_name = _("besluit")
        verbose_name_plural = _("besluiten")
        indexes = [models.Index(fields=["soort", "genomen_op"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(artikellid__isnull=True) | models.Q(artikellid__in=[2, 5, 6, 7, 8]),
                name="besluit_artikellid_van_18",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_soort_display()} {self.nummer}"

    @property
    def onderwerp(self) -> str:
        """What it is about: the kind and, of a voorziening, which one."""
        instrument = self.procedure.instrument if self.procedure else ""
        return ": ".join(filter(None, [self.get_soort_display(), instrument]))

    @property
    def is_afgewezen(self) -> bool:
        """Whether something was asked and refused; that there is no measure is its own kind."""
        return self.uitkomst == Uitkomst.AFWIJZEN and self.soort not in (
            self.Soort.GEEN_MAATREGEL,
            self.Soort.GEEN_BOETE,
        )


class Procedure(models.Model):
    """From an application, or a reason of the college itself, to a signed decision.

    `voorstel` is what was proposed as JSON, {} before: the case as asked, the answer with its receipt and, of a
    revision, the months side by side. Nothing in it changes without a new version.
    """

    class Soort(models.TextChoices):
        BIJSTAND = "bijstand", _("algemene bijstand")
        INKOMENSTOESLAG = "inkomenstoeslag", _("individuele inkomenstoeslag")
        STUDIETOESLAG = "studietoeslag", _("studietoeslag")
        LOONKOSTENSUBSIDIE = "loonkostensubsidie", _("loonkostensubsidie")
        ONTHEFFING = "ontheffing", _("ontheffing van de arbeidsplicht")
        TEGENPRESTATIE = "tegenprestatie", _("tegenprestatie")
        BESCHUT_WERK = "beschut_werk", _("beschut werk")
        MAATREGEL = "maatregel", _("verlaging van de bijstand (maatregel)")
        BOETE = "boete", _("bestuurlijke boete")
        INKEER = "inkeer", _("herziening van een maatregel")
        VOORZIENING = "voorziening", _("voorziening naar werk")

    class Grond(models.TextChoices):
        INLICHTINGEN = "inlichtingen", _("inlichtingen niet of niet goed gegeven (Participatiewet 54 lid 3, 58 lid 1)")
        ANDERS = "anders", _("om een andere reden (Participatiewet 54 lid 3, 58 lid 2 onderdeel a)")

    class Stand(models.TextChoices):
        IN_BEHANDELING = "in_behandeling", _("in behandeling")
        VOORSTEL = "voorstel", _("voorstel")
        TER_TOETS = "ter_toets", _("ter toets")
        ONDERTEKEND = "ondertekend", _("ondertekend")
        INGETROKKEN = "ingetrokken", _("ingetrokken")

    nummer = models.CharField(_("nummer"), max_length=20, unique=True)
    persoon = models.ForeignKey("dossiers.Persoon", models.PROTECT, related_name="procedures")
    gemeente = models.ForeignKey("beleid.Gemeente", models.PROTECT, related_name="+")
    soort = models.CharField(_("soort"), max_length=20, choices=Soort.choices)
    aard = models.CharField(_("aard"), max_length=12, choices=Aard.choices, default=Aard.NIEUW)
    herziet = models.ForeignKey("besluiten.Besluit", models.PROTECT, null=True, blank=True, related_name="procedures")
    grond = models.CharField(_("grond van de herziening"), max_length=16, choices=Grond.choices, blank=True)
    ziet_af_wegens = models.TextField(_("waarom het college niet terugvordert"), blank=True)
    aanleiding = models.TextField(_("aanleiding"), blank=True, db_default="")
    instrument = models.CharField(_("instrument"), max_length=120, blank=True, default="", db_default="")
    onbeloond_werk = models.CharField(
        _("onbeloond werk"), max_length=20, choices=Vorm.choices, blank=True, default="", db_default=""
    )
    aangevraagd_op = models.DateField(_("aangevraagd op"))
    ingangsdatum = models.DateField(_("ingangsdatum"))
    stand = models.CharField(_("stand"), max_length=16, choices=Stand.choices, default=Stand.IN_BEHANDELING)
    eigenaar = models.ForeignKey("kern.Gebruiker", models.PROTECT, related_name="procedures")
    uitkomst = models.CharField(_("uitkomst"), max_length=12, choices=Uitkomst.choices, blank=True)
    voorstel = models.JSONField(_("voorstel"), default=dict, blank=True)
    motivering = models.TextField(_("motivering"), blank=True)
    opmerking = models.TextField(_("opmerking van wie toetste"), blank=True)
    opgesteld_door = models.ForeignKey("kern.Gebruiker", models.PROTECT, null=True, blank=True, related_name="+")
    opgesteld_op = models.DateField(_("opgesteld op"), null=True, blank=True)
    getoetst_door = models.ForeignKey("kern.Gebruiker", models.PROTECT, null=True, blank=True, related_name="+")
    getoetst_op = models.DateField(_("getoetst op"), null=True, blank=True)
    ondertekend_door = models.ForeignKey("kern.Gebruiker", models.PROTECT, null=True, blank=True, related_name="+")
    ondertekend_op = models.DateField(_("ondertekend op"), null=True, blank=True)
    versie = models.PositiveIntegerField(_("versie"), default=1)

    class Meta:
        verbose_name = _("procedure")
        verbose_name_plural = _("procedures")
        indexes = [models.Index(fields=["stand", "eigenaar"])]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(stand="ondertekend") | models.Q(ondertekend_door__isnull=False),
                name="procedure_ondertekend_door_iemand",
            ),
            models.CheckConstraint(
                condition=models.Q(aard="nieuw") | models.Q(herziet__isnull=False), name="procedure_herziet_iets"
            ),
            models.CheckConstraint(
                condition=models.Q(soort="voorziening") ^ models.Q(instrument=""),
                name="procedure_instrument_van_voorziening",
            ),
            models.CheckConstraint(
                condition=models.Q(onbeloond_werk="") | models.Q(soort="voorziening"),
                name="procedure_onbeloond_werk_van_voorziening",
            ),
            models.UniqueConstraint(
                fields=["persoon", "soort", "aard", "instrument"],
                condition=models.Q(stand__in=["in_behandeling", "voorstel", "ter_toets"]),
                name="procedure_een_open_per_soort",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.onderwerp} {self.nummer}"

    @property
    def onderwerp(self) -> str:
        """What it is about: the kind and, of a voorziening, which one."""
        return ": ".join(filter(None, [self.get_soort_display(), self.instrument]))

    @property
    def is_open(self) -> bool:
        """Whether it still leads to a decision."""
        return self.stand not in (self.Stand.ONDERTEKEND, self.Stand.INGETROKKEN)


class Zaakfeit(models.Model):
    """One fact that belongs to a procedure and not to the life of a person: what he did, how it is judged.

    Never changed: a correction is a new row, the last of a name counts. A judgment names who judged and the grounds.
    """

    procedure = models.ForeignKey("besluiten.Procedure", models.PROTECT, related_name="zaakfeiten")
    naam = models.CharField(_("feit"), max_length=60)
    waarde = models.TextField(_("waarde"))
    motivering = models.TextField(_("motivering"), blank=True)
    vastgelegd_op = models.DateTimeField(_("vastgelegd op"))
    door = models.ForeignKey("kern.Gebruiker", models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("feit van een procedure")
        verbose_name_plural = _("feiten van procedures")
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.procedure_id} {self.naam}"

    @property
    def naam_leesbaar(self) -> str:
        """The name of the fact as a person reads it."""
        return self.naam.replace("_", " ")


class Opschorting(models.Model):
    """A period in which the term to decide stands still (Awb 4:15); open as long as `tot` is empty."""

    class Reden(models.TextChoices):
        AANVULLEN = "aanvullen", _("de aanvrager vult de aanvraag aan (Awb 4:15 lid 1 a)")
        BUITENLAND = "buitenland", _("informatie gevraagd in het buitenland (Awb 4:15 lid 1 b)")
        INGESTEMD = "ingestemd", _("de aanvrager stemt schriftelijk in met uitstel (Awb 4:15 lid 2 a)")
        VERTRAGING = "vertraging", _("vertraging door de aanvrager (Awb 4:15 lid 2 b)")
        OVERMACHT = "overmacht", _("overmacht van het college (Awb 4:15 lid 2 c)")

    procedure = models.ForeignKey("besluiten.Procedure", models.PROTECT, related_name="opschortingen")
    reden = models.CharField(_("reden"), max_length=12, choices=Reden.choices)
    toelichting = models.TextField(_("wat er is gevraagd of gebeurd"))
    vanaf = models.DateField(_("vanaf"))
    uiterlijk = models.DateField(_("uiterlijk"))
    tot = models.DateField(_("tot"), null=True, blank=True)
    door = models.ForeignKey("kern.Gebruiker", models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("opschorting")
        verbose_name_plural = _("opschortingen")
        ordering = ["vanaf", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(tot__isnull=True) | models.Q(tot__gte=models.F("vanaf")), name="opschorting_periode"
            ),
        ]


class Brief(models.Model):
    """The letter of a decision as it went out. Never changed."""

    besluit = models.ForeignKey("besluiten.Besluit", models.PROTECT, related_name="brieven")
    pdf = models.BinaryField(_("bestand"))
    sha256 = models.CharField(_("sha256"), max_length=64)
    gemaakt_op = models.DateTimeField(_("gemaakt op"))
    door = models.ForeignKey("kern.Gebruiker", models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("brief")
        verbose_name_plural = _("brieven")
        ordering = ["-gemaakt_op", "-id"]


class NietGehoord(models.TextChoices):
    """Why nobody was heard (Awb 7:3); it stands in the decision (7:12 lid 1)."""

    KENNELIJK_NIET_ONTVANKELIJK = "niet_ontvankelijk", _("het bezwaar is kennelijk niet-ontvankelijk (Awb 7:3 a)")
    KENNELIJK_ONGEGROND = "ongegrond", _("het bezwaar is kennelijk ongegrond (Awb 7:3 b)")
    WIL_NIET = "wil_niet", _("de indiener wil niet worden gehoord (Awb 7:3 c)")
    GEEN_ANTWOORD = "geen_antwoord", _("de indiener zei niet op tijd dat hij wil worden gehoord (Awb 7:3 d)")
    TEGEMOET = "tegemoet", _("aan het bezwaar wordt volledig tegemoetgekomen (Awb 7:3 e)")


class Bezwaar(models.Model):
    """An objection to a decision, and what came of it (Awb chapters 6 and 7)."""

    class Uitkomst(models.TextChoices):
        GEGROND = "gegrond", _("gegrond: het besluit wordt herroepen")
        DEELS_GEGROND = "deels_gegrond", _("deels gegrond")
        ONGEGROND = "ongegrond", _("ongegrond: het besluit blijft")
        NIET_ONTVANKELIJK = "niet_ontvankelijk", _("niet-ontvankelijk")
        INGETROKKEN = "ingetrokken", _("ingetrokken door de indiener")

    nummer = models.CharField(_("nummer"), max_length=20, unique=True)
    besluit = models.ForeignKey("besluiten.Besluit", models.PROTECT, related_name="bezwaren")
    ontvangen_op = models.DateField(_("ontvangen op"))
    verzonden_op = models.DateField(_("op de post gedaan op"), null=True, blank=True)
    gronden = models.TextField(_("gronden"))
    verschoonbaar_wegens = models.TextField(_("waarom te laat verschoonbaar is"), blank=True)
    met_commissie = models.BooleanField(_("een commissie adviseert"), default=False)
    weken_verdaagd = models.PositiveSmallIntegerField(_("weken verdaagd"), default=0)
    hoorzitting_op = models.DateTimeField(_("hoorzitting op"), null=True, blank=True)
    hoorzitting_waar = models.CharField(_("plaats van de hoorzitting"), max_length=200, blank=True)
    niet_gehoord_wegens = models.CharField(
        _("waarom niet is gehoord"), max_length=24, choices=NietGehoord.choices, blank=True
    )
    eigenaar = models.ForeignKey("kern.Gebruiker", models.PROTECT, related_name="bezwaren")
    uitkomst = models.CharField(_("uitkomst"), max_length=20, choices=Uitkomst.choices, blank=True)
    motivering = models.TextField(_("motivering"), blank=True)
    besloten_op = models.DateField(_("besloten op"), null=True, blank=True)
    besloten_door = models.ForeignKey("kern.Gebruiker", models.PROTECT, null=True, blank=True, related_name="+")
    versie = models.PositiveIntegerField(_("versie"), default=1)

    class Meta:
        verbose_name = _("bezwaar")
        verbose_name_plural = _("bezwaren")
        ordering = ["-ontvangen_op", "-id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(weken_verdaagd__lte=6), name="bezwaar_hoogstens_zes_weken"),
            models.CheckConstraint(
                condition=models.Q(uitkomst="") | models.Q(besloten_op__isnull=False), name="bezwaar_besloten_op"
            ),
        ]

    def __str__(self) -> str:
        return f"bezwaar {self.nummer}"


class Bezwaarbrief(models.Model):
    """A letter about an objection as it went out. Never changed."""

    class Soort(models.TextChoices):
        ONTVANGST = "ontvangst", _("ontvangstbevestiging")
        UITNODIGING = "uitnodiging", _("uitnodiging voor de hoorzitting")
        VERDAGING = "verdaging", _("bericht dat het langer duurt")
        BESLISSING = "beslissing", _("beslissing op bezwaar")

    bezwaar = models.ForeignKey("besluiten.Bezwaar", models.PROTECT, related_name="brieven")
    soort = models.CharField(_("soort"), max_length=12, choices=Soort.choices)
    pdf = models.BinaryField(_("bestand"))
    sha256 = models.CharField(_("sha256"), max_length=64)
    gemaakt_op = models.DateTimeField(_("gemaakt op"))
    door = models.ForeignKey("kern.Gebruiker", models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("brief over een bezwaar")
        verbose_name_plural = _("brieven over bezwaren")
        ordering = ["gemaakt_op", "id"]


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
