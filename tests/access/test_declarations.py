"""A wrong declaration does not start; a misspelt name raises."""

import pytest
from django.contrib.auth.models import Permission
from django.core.exceptions import ImproperlyConfigured

from cms.access import permissions
from cms.access.checks import allows, visible
from cms.access.levels import Level
from cms.access.models import Role
from cms.access.roles import TITLES
from cms.access.scopes import ANY, NOT_APPLICABLE, Scope
from cms.access.sync import restore_defaults, sync
from modules.ordering.models import Order
from modules.partners.models import Partner


def test_misspelt_permission_raises(django_user_model):
    with pytest.raises(permissions.UnknownPermission):
        allows(django_user_model(), "ordering.see_order")


def test_scope_must_name_every_axis():
    with pytest.raises(TypeError):
        Scope(Order, own="author", region=ANY, partner="partner", contract="contract", product_line=ANY)


def test_scope_with_a_wrong_path_names_it():
    with pytest.raises(ImproperlyConfigured, match="regio"):
        Scope(
            Order, own=NOT_APPLICABLE, region="partner__regio", partner=ANY, contract=ANY, product_line=ANY, carrier=ANY
        )


def test_permission_of_another_model_is_refused(django_user_model):
    with pytest.raises(TypeError):
        visible(Partner.objects.all(), django_user_model(), "ordering.view_order")


@pytest.mark.django_db
def test_thirteen_roles_are_shipped_with_every_level():
    assert Role.objects.filter(code__in=TITLES).count() == 13
    for role in Role.objects.all():
        assert role.levels.count() == len(permissions.declared())


@pytest.mark.django_db
def test_sync_keeps_what_was_set_and_restore_brings_the_default_back():
    role = Role.objects.get(code="buyer_manager")
    role.levels.filter(permission="ordering.view_order").update(level=Level.NONE)
    sync()
    assert role.levels.get(permission="ordering.view_order").level == Level.NONE
    restore_defaults(role)
    assert role.levels.get(permission="ordering.view_order").level == Level.OWN


@pytest.mark.django_db
def test_djangos_permission_of_the_same_name_opens_nothing(world):
    group = world.stranger.groups.get()
    group.permissions.add(Permission.objects.get(codename="view_order", content_type__app_label="ordering"))
    assert not world.stranger.has_perm("ordering.view_order", world.owners_order)
    world.stranger.groups.clear()
    world.stranger.user_permissions.add(Permission.objects.get(codename="view_order"))
    assert not type(world.stranger).objects.get(pk=world.stranger.pk).has_perm("ordering.view_order")
