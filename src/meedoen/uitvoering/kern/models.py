"""Users with a role and municipalities; the event log and the log of opened dossiers (both append-only)."""

import uuid

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class Rol(models.TextChoices):
    """The six roles of a user. What each may do stands in `kern/permissions.py`."""

    CONSULENT = "consulent", _("Consulent")
    REGISSEUR = "regisseur", _("Regisseur")
    ACCOUNTMANAGER = "accountmanager", _("Accountmanager werkgevers")
    BELEID_EN_CONTROL = "beleid_en_control", _("Beleid en control")
    RAAD_EN_GRIFFIE = "raad_en_griffie", _("Raad en griffie")
    BEHEER = "beheer", _("Beheer")


class Gebruiker(AbstractUser):
    """A person who signs in. Never shared by two people (BIO2 5.16.02)."""

    rol = models.CharField(_("rol"), max_length=20, choices=Rol.choices)

    class Meta:
        verbose_name = _("gebruiker")
        verbose_name_plural = _("gebruikers")
        constraints = [models.CheckConstraint(condition=models.Q(rol__in=Rol.values), name="gebruiker_rol_bekend")]

    def gemeentecodes(self) -> list[str]:
        """CBS codes ("GM1680") of the municipalities this user works for, in order."""
        return list(self.gemeenten.order_by("gemeentecode").values_list("gemeentecode", flat=True))


class GebruikerGemeente(models.Model):
    """One municipality that a user works for. A code, not a foreign key: `kern` lies below `beleid`."""

    gebruiker = models.ForeignKey("kern.Gebruiker", models.CASCADE, related_name="gemeenten")
    gemeentecode = models.CharField(_("gemeentecode"), max_length=6)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gebruiker", "gemeentecode"], name="gebruiker_gemeente_eenmaal"),
            models.CheckConstraint(condition=models.Q(gemeentecode__startswith="GM"), name="gebruiker_gemeente_code"),
        ]


class Gebeurtenis(models.Model):
    """One act, written in the transaction of the act. Append-only: the database itself refuses change and removal.

    `verwerking` is the mark of that transaction: every `Wijziging` with the same mark is what was done to the register.
    """

    moment = models.DateTimeField(_("moment"))
    door = models.ForeignKey("kern.Gebruiker", models.PROTECT, related_name="+", null=True)
    op = models.DateField(_("datum van de handeling"))
    handeling = models.CharField(_("handeling"), max_length=60)
    onderwerp_soort = models.CharField(_("soort onderwerp"), max_length=40)
    onderwerp_id = models.CharField(_("onderwerp"), max_length=40)
    gemeentecode = models.CharField(_("gemeentecode"), max_length=6, blank=True)
    gegevens = models.JSONField(_("gegevens"), default=dict)
    verwerking = models.UUIDField(_("verwerking"), default=uuid.uuid4)

    class Meta:
        verbose_name = _("gebeurtenis")
        verbose_name_plural = _("gebeurtenissen")
        indexes = [
            models.Index(fields=["onderwerp_soort", "onderwerp_id"]),
            models.Index(fields=["moment"]),
            models.Index(fields=["verwerking"]),
        ]


class Wijziging(models.Model):
    """One row of the register that an act made, changed or removed, noted by a trigger (kern/changes.py). Append-only.

    `voor` and `na` hold columns as the database holds them: of a change only those that changed, of a new row no
    `voor`, of a removed one no `na`. `verwerking` is that of the events of the same transaction.
    """

    verwerking = models.UUIDField(_("verwerking"))
    tabel = models.CharField(_("tabel"), max_length=63)
    rij = models.BigIntegerField(_("rij"))
    voor = models.JSONField(_("voor"), null=True)
    na = models.JSONField(_("na"), null=True)

    class Meta:
        verbose_name = _("wijziging")
        verbose_name_plural = _("wijzigingen")
        indexes = [models.Index(fields=["verwerking"]), models.Index(fields=["tabel", "rij"])]


class Inzage(models.Model):
    """Who opened which dossier, when and what for. Append-only, like the event log."""

    moment = models.DateTimeField(_("moment"))
    door = models.ForeignKey("kern.Gebruiker", models.PROTECT, related_name="+")
    onderwerp_soort = models.CharField(_("soort onderwerp"), max_length=40)
    onderwerp_id = models.CharField(_("onderwerp"), max_length=40)
    doel = models.CharField(_("doel"), max_length=80)

    class Meta:
        verbose_name = _("inzage")
        verbose_name_plural = _("inzagen")
        indexes = [models.Index(fields=["onderwerp_soort", "onderwerp_id"]), models.Index(fields=["moment"])]


class Aanmeldpoging(models.Model):
    """A try to sign in that did not succeed (yet), counted per name, existing or not. Goes after a while.

    The name itself is not kept: people type their password in the wrong field. `kenmerk` is a keyed hash of it.
    """

    kenmerk = models.CharField(_("kenmerk van de naam"), max_length=64)
    moment = models.DateTimeField(_("moment"))

    class Meta:
        verbose_name = _("aanmeldpoging")
        verbose_name_plural = _("aanmeldpogingen")
        indexes = [models.Index(fields=["kenmerk", "moment"]), models.Index(fields=["moment"])]
