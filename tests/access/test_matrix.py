"""Every cell of the table, by every reading of access."""

import pytest

from cms.access import permissions
from cms.access.audience import audience
from cms.access.checks import allows, visible
from cms.access.scopes import GlobalScope
from tests.access.matrix import GLOBAL, TABLE, cells

pytestmark = pytest.mark.django_db


def test_readings_agree_with_the_table(world):
    wrong = []
    for name, obj_name, person, expected in cells():
        user, obj = getattr(world, person), obj_name and getattr(world, obj_name)
        if obj is None:
            readings = {"allows": allows(user, name)}
        else:
            everything = type(obj)._default_manager.all()
            readings = {
                "visible": obj in visible(everything, user, name),
                "allows": allows(user, name, obj),
                "has_perm": user.has_perm(name, obj),
                "audience": user.pk in audience(name, obj),
            }
        wrong += [(name, obj_name, person, reading) for reading, got in readings.items() if got != expected]
    assert wrong == []


def test_no_permission_is_missing_from_the_table():
    declared = {permission.name for permission in permissions.declared() if permission.module != "dummy_module"}
    assert declared == {name for name, _obj in TABLE} | set(GLOBAL)


def test_each_permission_with_objects_is_shown_allowed_and_refused():
    for permission in permissions.declared():
        if permission.module != "dummy_module" and not isinstance(permission.scope, GlobalScope):
            signs = {sign for (name, _), row in TABLE.items() if name == permission.name for sign in row.split()}
            assert signs == {"+", "."}, permission.name


def test_visible_never_repeats_a_row(world):
    found = list(visible(type(world.shared).objects.all(), world.head, "catalog.view_product"))
    assert len(found) == len(set(found))
