"""A role's own page: shown, previewed, saved with an entry, and never over somebody else's change."""

import json
from io import BytesIO

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from openpyxl import load_workbook

from cms.access import matrix, permissions
from cms.access.checks import allows
from cms.access.levels import Level
from cms.access.models import Role, RoleLevel
from cms.access.scopes import GlobalScope
from cms.audit.models import Entry
from tests.access.test_admin import admin_of

pytestmark = pytest.mark.django_db

SEE, PLACE = "ordering.view_order", "ordering.place_order"


@pytest.fixture
def role(world) -> Role:
    return Role.objects.get(code="buyer_manager")


class Page:
    """The role's page in somebody's browser, with what it showed when it was opened."""

    def __init__(self, user, role: Role) -> None:
        self.client, self.role = admin_of(user), role
        self.address = reverse("role:edit", args=[role.pk])
        self.answer = self.client.get(self.address)
        self.seen = self.answer.context["seen"] if self.answer.status_code == 200 else "{}"

    def post(self, step: str, seen: str | None = None, **levels):
        data = {f"level:{name.replace('__', '.')}": level.value for name, level in levels.items()}
        return self.client.post(self.address, {"step": step, "seen": seen or self.seen, **data})

    def confirmed(self, preview):
        """Press "Save" on the page that shows what will change."""
        levels = {f"level:{c.permission.name}": c.now.value for c in preview.context["changes"]}
        return self.client.post(self.address, {"step": "apply", "seen": preview.context["seen"], **levels})


def level(role: Role, name: str) -> Level:
    return matrix.levels_of(role)[name]


def test_offers_only_the_levels_that_make_sense(world, role):
    offered = {
        row["permission"].name: [cell["level"] for cell in row["cells"] if cell["offered"]]
        for section in Page(world.admin, role).answer.context["sections"]
        for row in section["rows"]
    }
    assert set(offered) == permissions.names()
    assert offered[SEE] == list(Level)
    assert offered["partners.view_partner"] == [Level.NONE, Level.GRANTED, Level.ALL]
    for declared in permissions.declared():
        if isinstance(declared.scope, GlobalScope):
            assert offered[declared.name] == [Level.NONE, Level.ALL]


def test_shows_what_will_change_before_it_does(world, role):
    page = Page(world.admin, role)
    preview = page.post("preview", ordering__view_order=Level.GRANTED)
    (change,) = preview.context["changes"]
    assert (change.permission.name, change.was, change.now) == (SEE, Level.OWN, Level.GRANTED)
    assert preview.context["holders"] == 2  # owner and colleague
    assert level(role, SEE) == Level.OWN
    assert not Entry.objects.filter(action="access.levels_changed").exists()


def test_saves_what_was_shown_with_both_values_in_the_log(world, role):
    page = Page(world.admin, role)
    assert not allows(world.owner, SEE, world.colleagues_order)
    assert page.confirmed(page.post("preview", ordering__view_order=Level.GRANTED)).status_code == 302
    assert level(role, SEE) == Level.GRANTED
    world.owner.refresh_from_db()
    assert allows(world.owner, SEE, world.colleagues_order)
    entry = Entry.objects.get(action="access.levels_changed")
    assert (entry.before, entry.after) == ({SEE: "own"}, {SEE: "granted"})
    assert (entry.actor_id, entry.target_id, entry.target) == (world.admin.pk, str(role.pk), role.title)


def test_going_back_keeps_the_choices(world, role):
    page = Page(world.admin, role)
    answer = page.post("edit", ordering__view_order=Level.GRANTED)
    rows = [row for section in answer.context["sections"] for row in section["rows"] if row["permission"].name == SEE]
    assert [cell["level"] for cell in rows[0]["cells"] if cell["chosen"]] == [Level.GRANTED]
    assert rows[0]["edited"]
    assert level(role, SEE) == Level.OWN


def test_two_people_at_once_lose_nothing(world, role):
    first, second = Page(world.admin, role), Page(world.admin, role)
    first.confirmed(first.post("preview", ordering__place_order=Level.GRANTED))
    preview = second.post("preview", ordering__view_order=Level.TEAM)
    assert [change.permission.name for change in preview.context["changes"]] == [SEE]
    assert [change.permission.name for change in preview.context["meanwhile"]] == [PLACE]
    assert "admin@kabinet.example" in preview.content.decode()
    second.confirmed(preview)
    assert (level(role, PLACE), level(role, SEE)) == (Level.GRANTED, Level.TEAM)


def test_a_change_between_preview_and_saving_is_said_first(world, role):
    first, second = Page(world.admin, role), Page(world.admin, role)
    preview = second.post("preview", ordering__view_order=Level.TEAM)
    first.confirmed(first.post("preview", ordering__view_order=Level.GRANTED))
    again = second.confirmed(preview)
    assert again.context["outdated"]
    assert [(c.was, c.now) for c in again.context["changes"]] == [(Level.GRANTED, Level.TEAM)]
    assert level(role, SEE) == Level.GRANTED
    second.confirmed(again)
    assert level(role, SEE) == Level.TEAM


def test_the_service_refuses_an_outdated_change(world, role):
    change = matrix.Change(permissions.get(SEE), Level.ALL, Level.NONE)
    with pytest.raises(matrix.Outdated):
        matrix.levels_change(role=role, wanted=[change])
    assert level(role, SEE) == Level.OWN


def test_what_is_no_level_of_the_permission_changes_nothing(world, role):
    page = Page(world.admin, role)
    for sent in ("9", "-1", "all", "1"):
        data = {"step": "apply", "seen": page.seen, "level:partners.view_partner": sent, "level:no.such": "4"}
        assert page.client.post(page.address, data).status_code == 302
    assert page.client.post(page.address, {"step": "apply", "seen": "[1]"}).status_code == 302
    assert page.client.post(page.address, {"step": "apply", "seen": "{"}).status_code == 302
    assert not Entry.objects.filter(action="access.levels_changed").exists()


def test_restores_one_row_or_all_with_the_same_preview(world, role):
    role.levels.filter(permission__in=[SEE, PLACE]).update(level=Level.NONE)
    page = Page(world.admin, role)
    one = page.post(f"restore:{SEE}")
    edited = [row["permission"].name for section in one.context["sections"] for row in section["rows"] if row["edited"]]
    assert edited == [SEE]
    preview = page.post("restore")
    assert {change.permission.name for change in preview.context["changes"]} == {SEE, PLACE}
    page.confirmed(preview)
    assert matrix.levels_of(role) == matrix.defaults_of(role)


def test_nobody_is_locked_out(world):
    page = Page(world.admin, Role.objects.get(code="platform_admin"))
    preview = page.post("preview", access__manage_roles=Level.NONE)
    assert preview.context["locks_out"]
    assert page.confirmed(preview).status_code == 200
    assert level(page.role, "access.manage_roles") == Level.ALL
    assert not Entry.objects.filter(action="access.levels_changed").exists()


def test_guests_are_configured_like_everybody(world):
    page = Page(world.admin, Role.objects.get(code="guest"))
    assert not allows(world.guest, "partners.view_region", world.region_kz)
    preview = page.post("preview", partners__view_region=Level.ALL)
    assert preview.context["everybody"]
    page.confirmed(preview)
    assert allows(world.guest, "partners.view_region", world.region_kz)


TITLES = {"title_ru": "Стажёр", "title_en": "Trainee", "title_kk": "Тағылымгер"}


def copied(world, role: Role, code: str = "trainee") -> Role:
    answer = admin_of(world.admin).post(reverse("role:copy", args=[role.pk]), {"code": code, **TITLES})
    assert answer.status_code == 302, answer.context["form"].errors
    return Role.objects.get(code=code)


def test_a_copy_has_the_same_levels_and_its_own_name(world, role, settings):
    role.levels.filter(permission=SEE).update(level=Level.TEAM)
    copy = copied(world, role)
    assert matrix.levels_of(copy) == matrix.levels_of(role)
    assert (copy.side, copy.origin, str(copy)) == ("client", "buyer_manager", "Trainee")
    page = admin_of(world.admin).get(reverse("role:edit", args=[copy.pk]))
    assert page.context["differing"] == 1  # from the defaults of the role it was copied from
    world.stranger.groups.set([copy.group])
    world.stranger.refresh_from_db()
    assert allows(world.stranger, PLACE, world.strangers_order)
    assert Entry.objects.get(action="access.role_copied").after["base"] == "buyer_manager"


def test_a_code_is_taken_once(world, role):
    copied(world, role)
    Group.objects.create(name="moderators")
    for code in ("trainee", "buyer_head", "moderators", "two words", ""):
        data = {"code": code, **TITLES}
        assert admin_of(world.admin).post(reverse("role:copy", args=[role.pk]), data).status_code == 200
    assert Role.objects.filter(base="buyer_manager").count() == 1


def test_a_copy_is_renamed_and_a_shipped_role_is_not(world, role):
    copy = copied(world, role)
    client = admin_of(world.admin)
    assert client.post(reverse("role:rename", args=[copy.pk]), {**TITLES, "title_en": "Junior"}).status_code == 302
    copy.refresh_from_db()
    assert str(copy) == "Junior"
    assert client.post(reverse("role:rename", args=[role.pk]), TITLES).status_code == 302  # Wagtail's refusal: away
    role.refresh_from_db()
    assert role.titles == {}


def test_only_a_copy_that_nobody_has_is_deleted(world, role):
    copy, client = copied(world, role), admin_of(world.admin)
    world.stranger.groups.add(copy.group)
    for kept in (copy, role):
        client.post(reverse("role:delete", args=[kept.pk]))
        assert Role.objects.filter(pk=kept.pk).exists()
    world.stranger.groups.remove(copy.group)
    assert client.post(reverse("role:delete", args=[copy.pk])).status_code == 302
    assert not Role.objects.filter(pk=copy.pk).exists()
    assert not Group.objects.filter(name="trainee").exists()
    assert Entry.objects.get(action="access.role_deleted").before["code"] == "trainee"


def test_overview_is_narrowed_and_exported(world, role):
    role.levels.filter(permission=SEE).update(level=Level.ALL)
    client, address = admin_of(world.admin), reverse("role:overview")
    everything = client.get(address).context["sections"]
    assert sum(len(section["rows"]) for section in everything) == len(permissions.declared())
    (section,) = client.get(address, {"differing": "1"}).context["sections"]
    assert [row["permission"].name for row in section["rows"]] == [SEE]
    (section,) = client.get(address, {"module": "audit"}).context["sections"]
    assert [row["permission"].name for row in section["rows"]] == ["audit.view_entry"]
    answer = client.get(address, {"export": "xlsx"})
    rows = list(load_workbook(BytesIO(b"".join(answer.streaming_content))).active.iter_rows(values_only=True))
    assert len(rows) == 1 + len(permissions.declared())
    assert rows[0].count(role.title) == 1
    found = next(row for row in rows if row[2] == SEE)
    assert found[rows[0].index(role.title)] == "all"
    assert Entry.objects.filter(action="exports.made", target="Matrix of all roles").exists()


def test_pages_cost_the_same_with_more_people(world, role, django_assert_max_num_queries):
    client = admin_of(world.admin)
    for address, most in [("role:edit", 20), ("role:overview", 15), ("role:index", 15)]:
        url = reverse(address, args=[role.pk] if address == "role:edit" else [])
        client.get(url)
        with django_assert_max_num_queries(most):
            client.get(url)


@pytest.mark.parametrize("person", ["service_full", "service_limited", "owner", "guest"])
def test_only_an_administrator_of_roles_comes_in(world, role, person):
    copy = copied(world, role)
    client = admin_of(getattr(world, person)) if person != "guest" else admin_of(world.admin).__class__()
    levels, roles = list(RoleLevel.objects.values()), list(Role.objects.values())
    entries = Entry.objects.count()
    pages = [reverse(f"role:{name}", args=[copy.pk]) for name in ("edit", "copy", "rename", "delete")]
    pages += [reverse(name) for name in ("role:index", "role:index_results", "role:overview")]
    for page in pages:
        assert client.get(page).status_code in (302, 403)
        data = {"step": "apply", "seen": json.dumps({}), f"level:{SEE}": "4", "code": "mine", **TITLES}
        assert client.post(page, data).status_code in (302, 403, 405)
    assert (list(RoleLevel.objects.values()), list(Role.objects.values())) == (levels, roles)
    assert Entry.objects.filter(action__startswith="access.").count() == 1
    assert Entry.objects.count() - entries <= 1
