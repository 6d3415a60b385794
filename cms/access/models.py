"""Roles, the matrix of their levels, and grants: all that decides who sees what."""

from datetime import datetime

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from cms.access.levels import Level
from cms.access.roles import SIDES, TITLES
from cms.access.scopes import AXES


class Role(models.Model):
    """What makes a Group a role: a stable code and the side it is on.

    A role made here is a copy: `base` is the code of the shipped role it began as, `titles` its name by language.
    """

    group = models.OneToOneField(Group, on_delete=models.CASCADE, related_name="role")
    code = models.SlugField(_("code"), unique=True)
    side = models.CharField(_("side"), max_length=10, choices=SIDES)
    base = models.SlugField(_("copied from"), blank=True, default="", db_default="", editable=False)
    titles = models.JSONField(_("titles"), default=dict, blank=True, editable=False)

    class Meta:
        verbose_name = _("role")
        verbose_name_plural = _("roles")

    def __str__(self) -> str:
        return str(self.title)

    @property
    def title(self) -> str:
        """In the reader's language; the group's name where a role made here has none."""
        if self.is_shipped:
            return str(TITLES[self.code])
        return self.titles.get(get_language() or "") or self.titles.get(settings.LANGUAGE_CODE) or self.group.name

    @property
    def is_shipped(self) -> bool:
        return self.code in TITLES

    @property
    def origin(self) -> str:
        """Code of the shipped role whose defaults this one is compared with."""
        return self.base or self.code


class RoleLevel(models.Model):
    """One cell of the matrix: how far `permission` reaches for the role. No row means none."""

    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="levels")
    permission = models.CharField(_("permission"), max_length=100)
    level = models.PositiveSmallIntegerField(_("level"), choices=Level.choices)

    class Meta:
        verbose_name = _("level")
        verbose_name_plural = _("levels")
        constraints = [
            models.UniqueConstraint(fields=["role", "permission"], name="one_level_a_role_and_permission"),
        ]

    def __str__(self) -> str:
        return f"{self.role}: {self.permission} = {self.get_level_display()}"


class GrantQuerySet(models.QuerySet):
    def in_force(self, at: datetime | None = None) -> models.QuerySet:
        """Grants that count at this moment (now)."""
        at = at or timezone.now()
        begun = models.Q(valid_from__isnull=True) | models.Q(valid_from__lte=at)
        return self.not_over(at).filter(begun)

    def not_over(self, at: datetime | None = None) -> models.QuerySet:
        """Those in force and those that will be."""
        at = at or timezone.now()
        return self.filter(models.Q(valid_until__isnull=True) | models.Q(valid_until__gt=at))


class Grant(models.Model):
    """The user may act within this region × partner × contract × product line × carrier.

    Empty means any. A user's grants are OR-ed whole, row by row; no grant means nothing. The axes hold
    keys of business objects, not foreign keys: the platform knows no module. A key that no longer
    leads anywhere opens nothing. A grant counts from `valid_from` on and before `valid_until`, where
    they are set; nothing has to run for it to begin or to lapse.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="grants")
    region = models.BigIntegerField(_("region"), null=True, blank=True, db_index=True)
    partner = models.BigIntegerField(_("partner"), null=True, blank=True, db_index=True)
    contract = models.BigIntegerField(_("contract"), null=True, blank=True, db_index=True)
    product_line = models.BigIntegerField(_("product line"), null=True, blank=True)
    carrier = models.BigIntegerField(_("carrier"), null=True, blank=True)
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    granted_at = models.DateTimeField(_("granted at"), db_default=Now(), editable=False)
    valid_from = models.DateTimeField(_("valid from"), null=True, blank=True)
    valid_until = models.DateTimeField(_("valid until"), null=True, blank=True, db_index=True)

    objects = GrantQuerySet.as_manager()

    class Meta:
        verbose_name = _("grant")
        verbose_name_plural = _("grants")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_from__isnull=True)
                | models.Q(valid_until__isnull=True)
                | models.Q(valid_until__gt=models.F("valid_from")),
                name="grant_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        limits = ", ".join(f"{axis}={value}" for axis, value in self.limits.items())
        everything = str(_("everything"))
        return f"{self.user}: {limits or everything}"

    @property
    def limits(self) -> dict[str, int]:
        """Axis → key, for the axes this grant is limited on."""
        return {axis: value for axis in AXES if (value := getattr(self, axis)) is not None}
