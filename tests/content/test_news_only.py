"""Who may edit the news only touches no page, by any address: the whole admin and the whole v3 API are walked."""

import json
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.urls import NoReverseMatch, URLResolver, reverse
from wagtail.admin.urls import urlpatterns
from wagtail.documents.models import Document
from wagtail.models import APIToken, Collection, Locale, Page, Site, Task, TaskState, Workflow, WorkflowState

from cms.access import roles
from cms.accounts.models import User
from content.drafts.services import draft_link_make
from content.models import StandardPage
from tests.access.admin_views import VIEWS
from tests.content.pages import news, picture
from tests.content.test_permissions import FORM
from tests.content.translation.editing import submit, translation_of
from tests.factories import accounts

SECRET = "Тайна черновика"
TOKEN = "wagtailcore.apitoken"
OWN_WAYS_OUT = {"wagtailadmin_logout", "wagtailadmin_error_test"}
CHANGES_ONLY_THE_CALLER = {"sessions", "admin", "accounts", "audit", "usersessions", "api", "contenttypes", "realtime"}


def addresses() -> Iterator[tuple[str, list[str]]]:
    """Name and arguments of every address of the admin that tests/access does not walk already."""
    known = {*VIEWS, *OWN_WAYS_OUT}
    yield from ((name, arguments) for name, arguments in dict(_walked(urlpatterns, [])).items() if name not in known)


def _walked(patterns, spaces: list[str]) -> Iterator[tuple[str, list[str]]]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _walked(pattern.url_patterns, [*spaces, pattern.namespace] if pattern.namespace else spaces)
        elif pattern.name:
            arguments = list(pattern.pattern.converters) or list(pattern.pattern.regex.groupindex)
            yield ":".join([*spaces, pattern.name]), arguments


@pytest.fixture
def about(home, administrator) -> StandardPage:
    """A page that is not theirs: live, with a draft that goes by the chief, and half a translation."""
    page = home.add_child(instance=StandardPage(title="О заводе", slug="about", locale=home.locale))
    page.save_revision()
    submit(administrator, page, "kk")
    page.lead = SECRET
    page.save_revision()
    page.get_workflow().start(page, accounts.user("news_author"))
    return page


@pytest.fixture
def objects(about, home, news_list, administrator) -> dict[str, object]:
    """What stands for the arguments of an address, by its space and name or by its name alone. All are others'."""
    translation, state = translation_of(about), WorkflowState.objects.get()
    image, files = picture("Чужая"), Collection.get_first_root_node().add_child(name="Чужие")
    image.uploaded_by_user = User.objects.get(groups__role__code=roles.PLATFORM_ADMIN)
    image.collection = files
    image.save()
    document = Document.objects.create(title="Чужой", file=ContentFile(b"x", name="x.txt"), collection=files)
    administrators = User.objects.get(groups__role__code=roles.PLATFORM_ADMIN)
    token, _key = APIToken.create_token(user=administrators, name="theirs")
    return {
        "page_id": about, "parent_page_id": home, "page_to_move_id": about, "page_pk": about,
        "destination_id": news_list,
        "revision_id": about.latest_revision, "task_state_id": TaskState.objects.get(), "workflow_state_id": state,
        "task_id": Task.objects.get(task_states__isnull=False), "workflow_pk": state.workflow,
        "translation_id": translation, "translation_source_id": translation.source,
        "string_segment_id": translation.source.stringsegment_set.first(),
        "overridable_segment_id": translation.source.stringsegment_set.first(),
        "collection_id": files, "image_id": image, "document_id": document, "doc_id": document,
        "uploaded_file_id": image, "session_id": about,
        "wagtailadmin_api:pages:pk": about, "wagtailadmin_api:images:pk": image,
        "wagtailadmin_api:documents:pk": document, "wagtailadmin_pages:pk": about,
        "wagtailadmin_collections:pk": files, "wagtailadmin_workflows:pk": state.workflow,
        "wagtailadmin_workflows:edit_task:pk": Task.objects.first(), "wagtaillocales:pk": Locale.objects.last(),
        "wagtailsites:pk": Site.objects.first(), "wagtailusers_groups:pk": Group.objects.first(),
        "wagtailusers_api_tokens:pk": token, "wagtaildocs_chooser:pk": document, "wagtailimages_chooser:pk": image,
    }  # fmt: skip


WORDS = {
    "content_type_app_name": "content", "content_type_model_name": "standardpage", "app_label": "content",
    "model_name": "standardpage", "app_name": "content", "action_name": "approve", "mode": "guest",
    "revision_id_a": "earliest", "revision_id_b": "latest", "filter_spec": "width-100", "object_id": "1",
    "action": "delete", "uidb64": "x", "token": "x", "pk": "1",
}  # fmt: skip


def address_of(name: str, arguments: list[str], objects: dict) -> str:
    """Of somebody else's objects, as far as its arguments are known."""
    space = name.rpartition(":")[0]
    named = {argument: objects.get(f"{space}:{argument}") or objects.get(argument) for argument in arguments}
    values = {argument: it.pk if it else WORDS.get(argument, "1") for argument, it in named.items()}
    return reverse(name, kwargs=values)


def posted(objects: dict, news_list) -> dict:
    """Something for every form: fields that a form does not know do no harm."""
    return {
        **FORM, "action-publish": "1", "action": "publish", "name": "Моё", "hostname": "my.example", "port": "80",
        "root_page": news_list.pk, "language_code": "kk", "restriction_type": "login", "new_title": "x",
        "new_slug": "x", "new_parent_page": news_list.pk, "copy_subpages": "on", "publish_copies": "on",
        "workflow": objects["workflow_pk"].pk,
        "locales": [locale.pk for locale in Locale.objects.all()], "publish_translations": "on", "comment": "x",
        "confirm": "on", "value": "Взлом", "next": "/admin/", "active": "on", "collection": objects["collection_id"].pk,
        "new_parent": news_list.pk, "chooser": news_list.pk, "groups": [1], "user": 1,
    }  # fmt: skip


def kept(*own: str) -> dict[str, list]:
    """Every row that belongs to the site; what a caller keeps of their own (sessions, typed forms) is left out."""
    own = {*own, "wagtailadmin", "wagtailcore.modellogentry", "wagtailcore.pagelogentry", "wagtailsearch"}
    own |= {"wagtailusers", "wagtailimages.rendition"}  # made by looking at an image
    return {
        model._meta.label: sorted(map(repr, model._base_manager.values_list()))
        for model in apps.get_models()
        if model._meta.app_label not in CHANGES_ONLY_THE_CALLER | own and model._meta.label_lower not in own
    }


def changed(before: dict, after: dict) -> dict:
    return {name: (before[name], after[name]) for name in before if before[name] != after[name]}


def test_no_address_of_the_admin_lets_a_news_editor_touch_a_page(about, objects, news_list, news_editor):
    before, told = kept(), []
    data = posted(objects, news_list)
    news_editor.raise_request_exception = False  # some of Wagtail's views stumble over fields that are not theirs
    for name, arguments in addresses():
        try:
            url = address_of(name, arguments, objects)
        except NoReverseMatch:  # a duplicate of the name, with other arguments
            continue
        for ask, values in ((news_editor.get, {}), (news_editor.post, data)):
            answer = ask(url, values)
            if answer.status_code == 200:
                told += [name] if SECRET.encode() in b"".join(answer) else []
    assert changed(before, kept()) == {}
    assert told == []


def test_no_bulk_action_touches_it(about, home, objects, news_list, news_editor):
    mine = news(news_list, "mine")
    before = kept()
    for model, pk in {"page": about.pk, "image": objects["image_id"].pk, "document": objects["document_id"].pk}.items():
        app = {"page": "wagtailcore", "image": "wagtailimages", "document": "wagtaildocs"}[model]
        for action in ("publish", "unpublish", "delete", "move", "add_to_collection", "add_tags"):
            url = f"/admin/bulk/{app}/{model}/{action}/?id={pk}"
            answer = news_editor.post(url, {**posted(objects, news_list), "include_descendants": "on", "tags": "x"})
            assert answer.status_code in (200, 302, 403, 404), (url, answer.status_code)
    for destination in (about, home):
        news_editor.post(f"/admin/bulk/wagtailcore/page/move/?id={mine.pk}", {"chooser": destination.pk})
        news_editor.post(f"/admin/pages/{mine.pk}/move/{destination.pk}/confirm/")
        copy = {"new_title": "x", "new_slug": "x", "new_parent_page": destination.pk, "alias": "on"}
        news_editor.post(f"/admin/pages/{mine.pk}/copy/", copy)
    assert changed(before, kept()) == {}


def test_no_token_of_theirs_touches_it(about, home, objects, news_list, reader, news_editor):
    mine = news(news_list, "mine")
    user = User.objects.get(groups__role__code=roles.CONNECT_MANAGER)
    _token, key = APIToken.create_token(user=user, name="mine")
    before = kept(TOKEN)  # when it was last used
    kind = {"type": "content.StandardPage"}
    asked = [
        ("post", "pages/", {"meta": {**kind, "parent_id": home.pk, "action": "publish"}, "title": "x", "slug": "x"}),
        ("patch", f"pages/{about.pk}/", {"meta": {**kind, "action": "publish"}, "title": "Взлом"}),
        ("delete", f"pages/{about.pk}/", {}),
        *(("post", f"pages/{about.pk}/actions/{deed}/", {}) for deed in ("publish", "unpublish", "convert_alias")),
        ("delete", f"pages/{about.pk}/actions/delete/", {}),
        ("post", f"pages/{about.pk}/actions/revert/", {"revision_id": about.revisions.first().pk}),
        ("post", f"pages/{about.pk}/actions/copy/", {"slug": "x"}),
        ("post", f"pages/{about.pk}/actions/create_alias/", {"slug": "x"}),
        ("post", f"pages/{about.pk}/actions/copy/", {"destination_id": news_list.pk, "slug": "x"}),
        ("post", f"pages/{about.pk}/actions/move/", {"destination_id": news_list.pk}),
        ("post", f"pages/{about.pk}/actions/create_alias/", {"destination_id": news_list.pk, "slug": "x"}),
        ("post", f"pages/{about.pk}/actions/copy_for_translation/", {"locale": "en"}),
        ("post", f"pages/{mine.pk}/actions/move/", {"destination_id": about.pk}),
        ("post", f"pages/{mine.pk}/actions/copy/", {"destination_id": about.pk, "slug": "x"}),
        ("post", f"pages/{mine.pk}/actions/create_alias/", {"destination_id": about.pk, "slug": "x"}),
        ("patch", f"images/{objects['image_id'].pk}/", {"title": "Взлом"}),
        ("delete", f"images/{objects['image_id'].pk}/", {}),
        ("patch", f"documents/{objects['document_id'].pk}/", {"title": "Взлом"}),
        ("delete", f"documents/{objects['document_id'].pk}/", {}),
        ("post", "sites/", {"hostname": "x", "root_page_id": news_list.pk}),
        ("delete", f"sites/{Site.objects.first().pk}/", {}),
    ]
    for method, path, body in asked:
        answer = getattr(reader, method)(
            f"/api/v3/{path}", json.dumps(body), "application/json", headers={"Authorization": f"Bearer {key}"}
        )
        assert answer.status_code in (403, 404, 405, 422), (method, path, answer.status_code, answer.content)
    for path in (f"pages/{about.pk}/revisions/", f"pages/{about.pk}/?version=draft"):
        shown = reader.get(f"/api/v3/{path}", headers={"Authorization": f"Bearer {key}"})
        assert SECRET not in shown.content.decode(), path
    assert changed(before, kept(TOKEN)) == {}
    assert Page.objects.get(pk=about.pk).title == "О заводе"


def test_a_link_to_a_foreign_draft_is_not_theirs_to_have(about, news_editor):
    chief = accounts.user("editor_in_chief")
    link = draft_link_make(page=about, user=chief)
    news_editor.post(f"/admin/draft-links/revoke/{link.pk}/")
    news_editor.post(f"/admin/draft-links/{about.pk}/", {"days": "7"})
    assert list(about.draft_links.working()) == [link]
    assert Workflow.objects.filter(active=True).exists()
