"""After a test that commits, the next one finds what migrations ship: order means nothing."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import TransactionTestCase
from wagtail.models import Page


@pytest.mark.django_db(transaction=True)
def test_what_is_shipped_is_there_again_after_a_test_that_commits():
    shipped = {model: set(model.objects.values_list("pk", flat=True)) for model in (Group, Permission, Page)}
    Permission.objects.filter(content_type__app_label="wagtailadmin").delete()
    Page.objects.all().delete()
    Group.objects.create(name="left behind")
    TransactionTestCase._fixture_teardown(None)
    assert shipped == {model: set(model.objects.values_list("pk", flat=True)) for model in shipped}
