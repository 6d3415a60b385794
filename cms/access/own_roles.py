"""Roles made here: copied from another, renamed, deleted while nobody has them."""

from django.contrib.auth.models import Group
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cms import audit
from cms.access.models import Role, RoleLevel

ROLE_COPIED = audit.action("access.role_copied", _("Role made as a copy"))
ROLE_RENAMED = audit.action("access.role_renamed", _("Role renamed"))
ROLE_DELETED = audit.action("access.role_deleted", _("Role deleted"))


class Held(Exception):
    """Somebody has the role, or it is one of those shipped."""


@transaction.atomic
def role_copy(*, role: Role, code: str, titles: dict[str, str]) -> Role:
    """A role of its own with the same levels, side and rights in Wagtail. `titles`: its name by language."""
    group = Group.objects.create(name=code)
    group.permissions.set(role.group.permissions.all())
    copy = Role.objects.create(group=group, code=code, side=role.side, base=role.origin, titles=titles)
    levels = role.levels.values_list("permission", "level")
    RoleLevel.objects.bulk_create(RoleLevel(role=copy, permission=name, level=level) for name, level in levels)
    audit.record(ROLE_COPIED, target=copy, after={"code": code, "base": role.code, **_said(titles)})
    return copy


@transaction.atomic
def role_rename(*, role: Role, titles: dict[str, str]) -> None:
    before = role.titles
    role.titles = titles
    role.save(update_fields=["titles"])
    audit.record(ROLE_RENAMED, target=role, before=_said(before), after=_said(titles))


@transaction.atomic
def role_delete(*, role: Role) -> None:
    """Held if it is shipped or somebody has it, blocked accounts included."""
    role = Role.objects.select_for_update().select_related("group").get(pk=role.pk)
    if role.is_shipped or role.group.user_set.exists():
        raise Held
    levels = {name: level for name, level in role.levels.values_list("permission", "level") if level}
    audit.record(ROLE_DELETED, target=role, before={"code": role.code, **_said(role.titles), "levels": levels})
    role.group.delete()


def _said(titles: dict[str, str]) -> dict[str, str]:
    return {f"title_{language}": title for language, title in titles.items()}
