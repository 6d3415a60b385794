"""Bring the shipped roles and the defaults of new permissions into the database."""

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.db import transaction

from cms.access import permissions
from cms.access.invalidation import changed
from cms.access.levels import Level
from cms.access.models import Role, RoleLevel
from cms.access.roles import SHIPPED, STAFF, ShippedRole


def sync_after_migrate(app_config, **kwargs) -> None:
    """Run once, after the last app's tables exist."""
    if app_config.label == _last_label():
        sync()


@transaction.atomic
def sync() -> None:
    """Create what is missing; never touch a level somebody has set."""
    for shipped in SHIPPED:
        _add_missing_levels(_ensure_role(shipped))


@transaction.atomic
def restore_defaults(role: Role) -> None:
    """Set every level of a role back to what the modules declare for it, or for the one it was copied from."""
    role.levels.all().delete()
    _add_missing_levels(role)


def _ensure_role(shipped: ShippedRole) -> Role:
    role = Role.objects.filter(code=shipped.code).first()
    if role is None:
        group, _created = Group.objects.get_or_create(name=shipped.code)
        role = Role.objects.create(group=group, code=shipped.code, side=shipped.side)
        if shipped.side == STAFF:
            _let_into_admin(group)
    return role


def _let_into_admin(group: Group) -> None:
    """Staff work in the Wagtail admin; what they see there is up to the matrix."""
    group.permissions.add(*Permission.objects.filter(content_type__app_label="wagtailadmin", codename="access_admin"))


def _add_missing_levels(role: Role) -> None:
    known = set(role.levels.values_list("permission", flat=True))
    new = [
        RoleLevel(role=role, permission=declared.name, level=declared.default.get(role.origin, Level.NONE))
        for declared in permissions.declared()
        if declared.name not in known
    ]
    if new:
        RoleLevel.objects.bulk_create(new)
        changed(groups__role=role)


def _last_label() -> str:
    """Label of the last app with models: `migrate` emits the signal for those only."""
    return [config.label for config in apps.get_app_configs() if config.models_module][-1]
