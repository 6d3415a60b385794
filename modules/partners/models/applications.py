"""Companies that want to become clients."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from modules.partners.applications.countries import COUNTRIES
from modules.partners.models.clients import Partner, Region
from modules.partners.models.staff import StaffInvitation


class ApplicationStatus(models.TextChoices):
    """Where an application stands."""

    NEW = "new", _("new")
    ASKED = "asked", _("more asked for")
    APPROVED = "approved", _("approved, proposed to 1C")
    NOT_TAKEN = "not_taken", _("not taken by 1C")
    IN_ONEC = "in_onec", _("in 1C, head to be invited by hand")
    INVITED = "invited", _("in 1C, head invited")
    REJECTED = "rejected", _("rejected")


NEW, ASKED, APPROVED, NOT_TAKEN, IN_ONEC, INVITED, REJECTED = ApplicationStatus
NEXT = {
    NEW: {ASKED, APPROVED, REJECTED},
    ASKED: {ASKED, APPROVED, REJECTED},
    APPROVED: {NOT_TAKEN, IN_ONEC, INVITED},
    NOT_TAKEN: {ASKED, APPROVED, REJECTED},
    IN_ONEC: set(),
    INVITED: set(),
    REJECTED: set(),
}


class ClientKind(models.TextChoices):
    """What the company becomes; its head gets the role of this kind."""

    BUYER = "buyer", _("direct buyer")
    DISTRIBUTOR = "distributor", _("distributor")


class CountryRegion(models.Model):
    """Which region's managers see applications from a country; those of no region are seen by whoever sees all."""

    country = models.CharField(_("country"), max_length=2, unique=True, choices=COUNTRIES)
    region = models.ForeignKey(Region, verbose_name=_("region"), on_delete=models.PROTECT, related_name="countries")

    class Meta:
        ordering = ["country"]
        verbose_name = _("country of a region")
        verbose_name_plural = _("countries of regions")

    def __str__(self) -> str:
        return self.get_country_display()


class Application(models.Model):
    """One company's wish to become a client. `form` is the number of the form it was sent with: a repeat is the same.

    `onec_ref`: the partner that 1C made of it (or knew already), known before the partner has been loaded.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    form = models.CharField(max_length=32, unique=True, editable=False)
    status = models.CharField(
        _("status"), max_length=10, choices=ApplicationStatus.choices, default=NEW, editable=False
    )
    version = models.PositiveIntegerField(default=0, editable=False)
    company = models.CharField(_("company"), max_length=250)
    country = models.CharField(_("country"), max_length=2, choices=COUNTRIES)
    tax_id = models.CharField(_("tax id"), max_length=20, db_index=True)
    first_name = models.CharField(_("first name"), max_length=150)
    last_name = models.CharField(_("last name"), max_length=150)
    email = models.EmailField(_("e-mail"), db_index=True)
    phone = models.CharField(_("telephone"), max_length=32)
    message = models.TextField(_("message"), blank=True)
    language = models.CharField(_("language"), max_length=5, choices=settings.LANGUAGES)
    consent_version = models.CharField(_("version of the consent"), max_length=20)
    consent_at = models.DateTimeField(_("consent given"))
    created_at = models.DateTimeField(_("received"), default=timezone.now, db_index=True)
    region = models.ForeignKey(
        Region, verbose_name=_("region"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField(_("kind"), max_length=12, choices=ClientKind.choices, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    onec_ref = models.UUIDField(_("1C reference"), null=True, blank=True, db_index=True)
    partner = models.ForeignKey(
        Partner, verbose_name=_("partner"), null=True, blank=True, on_delete=models.PROTECT, related_name="applications"
    )
    invitation = models.OneToOneField(
        StaffInvitation, null=True, blank=True, on_delete=models.SET_NULL, related_name="application"
    )

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("application of a new client")
        verbose_name_plural = _("applications of new clients")

    def __str__(self) -> str:
        return self.company

    @property
    def contact(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()


class ApplicationHistory(models.Model):
    """One move of an application; `user` None: the portal or 1C."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="history")
    at = models.DateTimeField(default=timezone.now)
    was = models.CharField(max_length=10, choices=ApplicationStatus.choices, blank=True)
    became = models.CharField(max_length=10, choices=ApplicationStatus.choices)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["at", "pk"]
        verbose_name = _("move of an application")
        verbose_name_plural = _("moves of applications")

    def __str__(self) -> str:
        return f"{self.application} → {self.get_became_display()}"
