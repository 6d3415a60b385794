"""Who may do what with pages in the Wagtail admin; every refusal changes nothing."""

from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from wagtail.models import GroupPagePermission, Locale, Page

from cms.access import roles
from content.models import HomePage, NewsIndexPage, NewsPage, OpenedRole, StandardPage
from content.permissions import AROUND_PAGES, SHIPPED, open_to_editors
from tests.content.conftest import signed_in
from tests.content.pages import news
from tests.factories import accounts

FORM = {
    "title": "Свежая новость", "slug": "fresh", "lead": "Коротко", "date": "2026-04-01", "cover": "", "cover_alt": "",
    "author": "", "rubric": "", "tags": "", "pinned_until": "", "gallery-count": "0", "related-count": "0",
    "seo_title": "", "search_description": "", "body-count": "0", "comments-TOTAL_FORMS": "0",
    "comments-INITIAL_FORMS": "0", "comments-MIN_NUM_FORMS": "0", "comments-MAX_NUM_FORMS": "1000",
}  # fmt: skip


def create(client, parent, model="newspage", **fields):
    return client.post(f"/admin/pages/add/content/{model}/{parent.pk}/", {**FORM, "action-publish": "1", **fields})


@pytest.mark.parametrize("editor", ["administrator", "news_editor"])
@pytest.mark.parametrize("language", ["ru", "kk"])
def test_both_editors_publish_news_in_every_language(news_list, request, get, committed, editor, language):
    client = request.getfixturevalue(editor)
    parent = NewsIndexPage.objects.get(locale__language_code=language)
    with committed():
        assert create(client, parent).status_code == 302
    assert get("page", path=f"/{language}/news/fresh/").json()["title"] == "Свежая новость"


def test_the_administrator_makes_any_page(news_list, home, administrator):
    assert create(administrator, home, "standardpage").status_code == 302
    assert StandardPage.objects.get(slug="fresh").live


def state() -> list:
    return list(Page.objects.order_by("pk").values_list("pk", "path", "title", "live", "latest_revision_id"))


def test_a_news_editor_touches_nothing_but_the_news(news_list, home, news_editor):
    about = home.add_child(instance=StandardPage(title="О заводе", slug="about", locale=home.locale))
    before = state()
    refused = [
        create(news_editor, home, "standardpage"),
        news_editor.post(f"/admin/pages/{about.pk}/edit/", {**FORM, "action-publish": "1"}),
        news_editor.post(f"/admin/pages/{home.pk}/edit/", {**FORM, "action-publish": "1"}),
        news_editor.post(f"/admin/pages/{about.pk}/delete/"),
        news_editor.post(f"/admin/pages/{about.pk}/unpublish/"),
        news_editor.post(f"/admin/pages/{about.pk}/move/{news_list.pk}/confirm/"),
        news_editor.post("/admin/locales/new/", {"language_code": "kk"}),
        news_editor.post("/admin/sites/new/", {"hostname": "x", "port": "80", "root_page": home.pk}),
    ]
    assert [answer.status_code for answer in refused] == [302] * len(refused)  # Wagtail sends back with a message
    assert state() == before and Locale.objects.count() == 3


@pytest.mark.parametrize(
    "role", [roles.BUYER_HEAD, roles.SERVICE_MANAGER_FULL, roles.CARRIER_MANAGER, roles.LOGISTICIAN]
)
def test_nobody_else_edits_pages(news_list, role):
    client, before = signed_in(role), state()
    create(client, news_list)
    client.post(f"/admin/localize/submit/page/{news_list.pk}/", {"locales": [1, 2, 3]})
    assert state() == before


def test_a_guest_is_asked_to_sign_in(news_list, reader):
    before = state()
    assert "/login" in create(reader, news_list)["Location"]
    assert state() == before


def test_permissions_are_shipped_once_and_then_the_administrator_s(db):
    managers = Group.objects.get(role__code=roles.CONNECT_MANAGER)
    managers.permissions.remove(managers.permissions.get(codename="submit_translation"))
    GroupPagePermission.objects.filter(group=managers).delete()
    open_to_editors()
    call_command("migrate", verbosity=0)
    assert not managers.permissions.filter(codename="submit_translation").exists()
    assert not GroupPagePermission.objects.filter(group=managers).exists()


def test_what_a_later_version_ships_is_given_once(db):
    administrators = Group.objects.get(role__code=roles.PLATFORM_ADMIN)
    new, taken_away = (Permission.objects.get(codename=name) for name in ("publish_rubric", "change_site"))
    opened = OpenedRole.objects.get(code=roles.PLATFORM_ADMIN)
    opened.given.remove("content.publish_rubric")
    opened.save()
    administrators.permissions.remove(new, taken_away)
    open_to_editors()
    assert new in administrators.permissions.all() and taken_away not in administrators.permissions.all()
    administrators.permissions.remove(new)
    open_to_editors()
    assert new not in administrators.permissions.all()


def test_a_portal_from_before_gets_what_is_new_since(db):
    migration = import_module("content.migrations.0006_rubrics_and_shipped_permissions")
    groups = {role: Group.objects.get(role__code=role) for role in SHIPPED}
    for role, group in groups.items():
        OpenedRole.objects.filter(code=role).update(given=[])
        group.permissions.clear()
        GroupPagePermission.objects.filter(group=group).delete()
        OpenedRole.objects.create(code=f"{role}-glossary")
    migration.remember_what_was_given(apps, None)
    open_to_editors()
    given = {role: {permission.codename for permission in group.permissions.all()} for role, group in groups.items()}
    around = {name.split(".")[1] for name in AROUND_PAGES}  # shipped, but not to this portal
    assert given == {**{role: set() for role in SHIPPED}, roles.PLATFORM_ADMIN: {"publish_rubric", *around}}
    assert not GroupPagePermission.objects.filter(group__in=groups.values()).exists()
    assert not OpenedRole.objects.filter(code__endswith="-glossary").exists()


def test_the_rules_of_the_tree(home, news_list):
    assert not HomePage.can_create_at(home.get_parent())  # one, and it is there
    assert NewsPage.can_create_at(news_list) and not NewsPage.can_create_at(home)
    assert not NewsIndexPage.can_create_at(home)
    assert not StandardPage.can_create_at(news_list)
    assert not NewsPage.can_create_at(news(news_list, "item"))


def test_the_admin_speaks_kazakh(news_list):
    user = accounts.user(roles.PLATFORM_ADMIN, language="kk")
    client = signed_in(roles.PLATFORM_ADMIN)
    client.force_login(user)
    assert '<html lang="kk"' in client.get("/admin/").content.decode()
