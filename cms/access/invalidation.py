"""Whoever's access changed gets a new `access_version`, by whatever way the change came.

Receivers, not service calls: a change made in the admin, in a script or by a cascade must never
leave somebody with rights that were taken away.
"""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db.models import F
from django.db.models.signals import m2m_changed, post_delete, post_save

from cms.access.models import Grant, Role, RoleLevel


def connect() -> None:
    user_groups = get_user_model().groups.through
    for signal in (post_save, post_delete):
        signal.connect(_grant_changed, sender=Grant, dispatch_uid=f"access.grant.{id(signal)}")
        signal.connect(_level_changed, sender=RoleLevel, dispatch_uid=f"access.level.{id(signal)}")
        signal.connect(_role_changed, sender=Role, dispatch_uid=f"access.role.{id(signal)}")
    m2m_changed.connect(_groups_changed, sender=user_groups, dispatch_uid="access.groups")


def changed(**users) -> None:
    """Raise the version of the users that `users` (filter arguments) names."""
    get_user_model().objects.filter(**users).update(access_version=F("access_version") + 1)


def _grant_changed(instance: Grant, **kwargs) -> None:
    changed(pk=instance.user_id)
    if Grant.user.is_cached(instance):
        instance.user.refresh_from_db(fields=["access_version"])


def _level_changed(instance: RoleLevel, **kwargs) -> None:
    changed(groups__role=instance.role_id)


def _role_changed(instance: Role, **kwargs) -> None:
    changed(groups=instance.group_id)


def _groups_changed(instance, action: str, reverse: bool, pk_set, **kwargs) -> None:
    if action not in ("post_add", "post_remove", "pre_clear"):
        return
    if not reverse:
        changed(pk=instance.pk)
        instance.refresh_from_db(fields=["access_version"])
    elif isinstance(instance, Group):
        changed(**({"pk__in": pk_set} if pk_set else {"groups": instance.pk}))
