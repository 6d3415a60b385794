"""The dummy module is one folder and one line of settings, and yet it is there everywhere."""

import pytest
from django.conf import settings

from cms import modules
from cms.access import permissions
from cms.access.models import Role
from tests.dummy_module.models import Note
from tests.world import client_of

pytestmark = pytest.mark.django_db

NOTES = "/api/v1/dummy_module/notes/"


def test_it_is_in_the_registry():
    assert "dummy_module" in [module.label for module in modules.portal_modules()]


def test_its_permission_is_in_the_matrix_of_every_role():
    assert permissions.get("dummy_module.view_note").title == "See notes"
    for role in Role.objects.all():
        assert role.levels.filter(permission="dummy_module.view_note").exists()


def test_its_address_is_mounted_and_scoped(world):
    Note.objects.create(author=world.owner, text="mine")
    Note.objects.create(author=world.stranger, text="foreign")
    assert client_of(world.owner).get(NOTES).json() == ["mine"]
    assert client_of(world.stranger).get(NOTES).status_code == 403
    assert client_of().get(NOTES).status_code == 401


def test_its_menu_entry_is_for_those_who_hold_its_permission(world):
    def menu(user):
        return [entry["code"] for entry in client_of(user).get("/api/v1/session/").json()["menu"]]

    assert "dummy" in menu(world.owner)
    assert "dummy" not in menu(world.stranger)


def test_no_file_outside_its_folder_names_it():
    named = [path for path in modules_files() if "dummy_module" in path.read_text(encoding="utf-8")]
    assert [path.name for path in named] == ["test.py"]  # the one line of settings


def modules_files():
    for folder in ("cms", "content", "integration", "modules"):
        yield from (settings.BASE_DIR / folder).rglob("*.py")
