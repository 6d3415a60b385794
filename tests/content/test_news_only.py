"""Who may edit the news only touches no page, by any address: the whole admin and the whole v3 API are walked."""

import json
import re
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.http import HttpResponse
from django.urls import URLResolver, reverse
from django.utils import timezone
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.admin.models import EditingSession
from wagtail.admin.urls import urlpatterns
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import (
    APIToken,
    Collection,
    Locale,
    Page,
    Site,
    Task,
    TaskState,
    UploadedFile,
    Workflow,
    WorkflowState,
)

from cms.access import roles
from cms.accounts.models import User
from content.drafts.services import draft_link_make
from content.models import Banner, Rubric, SiteFrame, StandardPage
from tests.access.admin_views import VIEWS
from tests.content.pages import news, picture
from tests.content.test_permissions import FORM
from tests.content.translation.editing import submit, translation_of
from tests.factories import accounts

SECRET = "Тайна черновика"
TOKEN = "wagtailcore.apitoken"
HOME = "/admin/"
CHANGES_ONLY_THE_CALLER = {"sessions", "admin", "accounts", "audit", "usersessions", "api", "contenttypes", "realtime"}

OURS = ("draft_link", "translation_", "wagtailsnippets_content_")
LEFT_OUT = {
    "wagtailadmin_logout": "the walk would end here",
    "wagtailadmin_error_test": "fails on purpose",
    "glossary:": "theirs: whoever translates writes the glossary",
}
UNNAMED = {
    "test404/", "^.*/$",  # the two 404s
    # stand before wagtail-localize's, whose names lead to them
    "localize/submit/page/<int:page_id>/", "localize/update/<int:translation_source_id>/",
    "localize/submit/snippet/<slug:app_label>/<slug:model_name>/<str:pk>/",
    "localize/translate/<int:translation_id>/pofile/upload/",
    "localize/translate/<int:translation_id>/machine_translate/",
    "localize/translate/<int:translation_id>/strings/<int:string_segment_id>/edit/",
    "localize/translate/<int:translation_id>/overrides/<int:overridable_segment_id>/edit/",
    "localize/reports/translations/", "localize/reports/translations/results/",
}  # fmt: skip

WORKPLACE = "the caller's own: account, first page, texts and icons of the admin"
NARROWED = "a list of what the caller may edit, or may see on the way to it; a POST finds nothing to do"
LINKS = "makes a link for the text that is being written; changes nothing"
TO_LINK_TO = "any page may be linked to from the news; shows the titles of those that are live"
TO_SHOW = "any image may be shown in the news: the role may choose from all collections"
RUBRICS = "a rubric is chosen for each news item"
WORDS_OF_ALL = "tags are shared by all"
OWN_UPLOADS = "adds an image of the caller's own; without a file nothing is added"
TASK_NAMES = "names the tasks that workflows are made of; making one is refused"
HARMLESS = {
    "wagtailadmin_home": WORKPLACE,
    "wagtailadmin_account": WORKPLACE,
    "wagtailadmin_dismissibles": WORKPLACE,
    "wagtailadmin_sprite": WORKPLACE,
    "wagtailadmin_javascript_catalog": WORKPLACE,
    "wagtail_localize:javascript_catalog": WORKPLACE,
    "wagtailadmin_editing_sessions:release": "ends a session of the caller's own; another's stays",
    "wagtailadmin_api:pages:listing": NARROWED,
    "wagtailadmin_api:documents:listing": NARROWED,
    "wagtailadmin_explore_root": NARROWED,
    "wagtailadmin_explore": NARROWED,
    "wagtailadmin_explore_results": NARROWED,
    "wagtailadmin_pages:type_use": NARROWED,
    "wagtailadmin_pages:type_use_results": NARROWED,
    "wagtailadmin_pages:search": NARROWED,
    "wagtailadmin_pages:search_results": NARROWED,
    "wagtailadmin_pages:choose_parent": NARROWED,
    "wagtailadmin_reports:workflow": NARROWED,
    "wagtailadmin_reports:workflow_results": NARROWED,
    "wagtailadmin_reports:workflow_tasks": NARROWED,
    "wagtailadmin_reports:workflow_tasks_results": NARROWED,
    "wagtailadmin_reports:site_history": NARROWED,
    "wagtailadmin_reports:site_history_results": NARROWED,
    "wagtailadmin_reports:aging_pages": NARROWED,
    "wagtailadmin_reports:aging_pages_results": NARROWED,
    "wagtail_localize:translations_report": NARROWED,
    "wagtail_localize:translations_report_results": NARROWED,
    "translation_assign": NARROWED,
    "draft_links_report": NARROWED,
    "draft_links_report_results": NARROWED,
    "wagtaildocs_chooser:choose": NARROWED,
    "wagtaildocs_chooser:choose_results": NARROWED,
    "wagtaildocs_chooser:chosen_multiple": NARROWED,
    "wagtailadmin_pages:confirm_workflow_cancellation": "a question that does not name the page; the deed is refused",
    "wagtailadmin_pages:revisions_index": "leads to the history, which is refused",
    "wagtailadmin_choose_page": TO_LINK_TO,
    "wagtailadmin_choose_page_child": TO_LINK_TO,
    "wagtailadmin_choose_page_search": TO_LINK_TO,
    "wagtailadmin_choose_page_chosen_multiple": TO_LINK_TO,
    "wagtailadmin_choose_page_external_link": LINKS,
    "wagtailadmin_choose_page_email_link": LINKS,
    "wagtailadmin_choose_page_phone_link": LINKS,
    "wagtailadmin_choose_page_anchor_link": LINKS,
    "wagtailembeds:chooser": LINKS,
    "wagtailembeds:chooser_upload": LINKS,
    "wagtailadmin_tag_autocomplete": WORDS_OF_ALL,
    "wagtailadmin_workflows:task_chooser": TASK_NAMES,
    "wagtailadmin_workflows:task_chooser_results": TASK_NAMES,
    "wagtailadmin_workflows:task_chooser_create": TASK_NAMES,
    "wagtailadmin_workflows:task_chosen": TASK_NAMES,
    "wagtailsnippetchoosers_content_rubric:choose": RUBRICS,
    "wagtailsnippetchoosers_content_rubric:choose_results": RUBRICS,
    "wagtailsnippetchoosers_content_rubric:chosen": RUBRICS,
    "wagtailsnippetchoosers_content_rubric:chosen_multiple": RUBRICS,
    "wagtailadmin_api:images:listing": TO_SHOW,
    "wagtailadmin_api:images:detail": TO_SHOW,
    "wagtailimages:index": TO_SHOW,
    "wagtailimages:index_results": TO_SHOW,
    "wagtailimages_chooser:choose": TO_SHOW,
    "wagtailimages_chooser:choose_results": TO_SHOW,
    "wagtailimages_chooser:chosen": TO_SHOW,
    "wagtailimages_chooser:chosen_multiple": TO_SHOW,
    "wagtailimages_chooser:select_format": TO_SHOW,
    "wagtailimages_chooser:create": OWN_UPLOADS,
    "wagtailimages:add": OWN_UPLOADS,
    "wagtailimages:add_multiple": OWN_UPLOADS,
}


def addresses() -> Iterator[tuple[str, list[str]]]:
    """Name and arguments of every address of the admin; those of business rows are walked by tests/access."""
    for name, arguments in _walked(urlpatterns, []):
        business = name in VIEWS and not name.startswith(OURS)
        if not business and not name.startswith(tuple(LEFT_OUT)):
            yield name, arguments


def _walked(patterns, spaces: list[str], before: str = "") -> Iterator[tuple[str, list[str]]]:
    for pattern in patterns:
        here = f"{before}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            yield from _walked(
                pattern.url_patterns, [*spaces, pattern.namespace] if pattern.namespace else spaces, here
            )
        elif pattern.name:
            arguments = list(pattern.pattern.converters) or list(pattern.pattern.regex.groupindex)
            yield ":".join([*spaces, pattern.name]), arguments
        else:
            assert here in UNNAMED


@pytest.fixture
def about(home, administrator) -> StandardPage:
    """A page that is not theirs: live, with a draft that goes by the chief, and half a translation."""
    page = home.add_child(instance=StandardPage(title="О заводе", slug="about", locale=home.locale))
    page.save_revision()
    submit(administrator, page, "kk")
    page.title = page.lead = SECRET
    page.save_revision()
    page.get_workflow().start(page, accounts.user("news_author"))
    return page


def saved(snippet):
    """With a draft beside what is live."""
    snippet.save()
    snippet.save_revision()
    return snippet


@pytest.fixture
def objects(about, home, news_list, administrator) -> dict[str, object]:
    """What stands for the arguments of an address, by its space and name or by its name alone. All are others'."""
    translation, state = translation_of(about), WorkflowState.objects.get()
    image, files = picture("Чужая"), Collection.get_first_root_node().add_child(name="Чужие")
    image.uploaded_by_user = User.objects.get(groups__role__code=roles.PLATFORM_ADMIN)
    image.collection = files
    image.save()
    document = Document.objects.create(title="Чужой", file=ContentFile(b"x", name="x.txt"), collection=files)
    theirs = User.objects.get(groups__role__code=roles.PLATFORM_ADMIN)
    token, _key = APIToken.create_token(user=theirs, name="theirs")
    rubric = Rubric.objects.create(name="Чужая", slug="theirs", locale=home.locale)
    frame = saved(SiteFrame(locale=home.locale))
    banner = saved(Banner(locale=home.locale, text=f"<p>{SECRET}</p>", audience=["guest"]))
    redirect = Redirect.objects.create(old_path="/old", redirect_page=home)
    session = EditingSession.objects.create(user=theirs, content_object=about, last_seen_at=timezone.now())
    upload = UploadedFile.objects.create(
        for_content_type=ContentType.objects.get_for_model(Image), file="x", uploaded_by_user=theirs
    )
    return {
        "page_id": about, "parent_page_id": home, "page_to_move_id": about, "page_pk": about,
        "destination_id": news_list,
        "revision_id": about.latest_revision, "task_state_id": TaskState.objects.get(), "workflow_state_id": state,
        "task_id": Task.objects.get(task_states__isnull=False), "workflow_pk": state.workflow,
        "translation_id": translation, "translation_source_id": translation.source,
        "string_segment_id": translation.source.stringsegment_set.first(),
        "overridable_segment_id": translation.source.stringsegment_set.first(),
        "collection_id": files, "image_id": image, "document_id": document, "doc_id": document,
        "uploaded_file_id": upload, "session_id": session, "object_id": about,
        "wagtailsnippets_content_rubric:pk": rubric, "wagtailsnippets_content_siteframe:pk": frame,
        "wagtailsnippets_content_banner:pk": banner, "wagtailsnippetchoosers_content_rubric:pk": rubric,
        "wagtailredirects:pk": redirect, "redirect_id": redirect,
        "draft_link_revoke:pk": draft_link_make(page=about, user=theirs),
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
    named = {
        argument: objects.get(f"{name}:{argument}") or objects.get(f"{space}:{argument}") or objects.get(argument)
        for argument in arguments
    }
    values = {argument: it.pk if it else WORDS.get(argument, "1") for argument, it in named.items()}
    chosen = objects.get(f"{space}:pk") or objects["page_id"]
    return reverse(name, kwargs=values) + (f"?id={chosen.pk}" if name.endswith("chosen_multiple") else "")


def posted(objects: dict, news_list) -> dict:
    """Something for every form: fields that a form does not know do no harm."""
    return {
        **FORM, "action-publish": "1", "action": "publish", "name": "Моё", "hostname": "my.example", "port": "80",
        "root_page": news_list.pk, "language_code": "kk", "restriction_type": "login", "new_title": "x",
        "new_slug": "x", "new_parent_page": news_list.pk, "copy_subpages": "on", "publish_copies": "on",
        "workflow": objects["workflow_pk"].pk,
        "locales": [locale.pk for locale in Locale.objects.all()], "publish_translations": "on", "comment": "x",
        "confirm": "on", "value": "Взлом", "next": "/admin/account/", "active": "on",
        "collection": objects["collection_id"].pk,
        "external-link-chooser-url": "https://x.example",
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
    before, told, answered = kept(), [], {}
    data = posted(objects, news_list)
    news_editor.raise_request_exception = False
    for name, arguments in addresses():
        url = address_of(name, arguments, objects)
        for method, answer in answers(news_editor, url, data):
            if not refused(answer):
                assert answer.status_code < 500, (method, url)
                answered.setdefault(name, []).append((method, url, answer.status_code))
            if answer.status_code == 200 and SECRET.encode() in b"".join(answer):
                told.append(name)
    assert changed(before, kept()) == {}
    assert told == []
    assert answered.keys() == HARMLESS.keys(), {name: answered.get(name) for name in answered.keys() ^ HARMLESS}


def answers(client, url: str, data: dict) -> Iterator[tuple[str, HttpResponse]]:
    """To GET and POST; where neither is taken, to PUT and DELETE."""
    shown, taken = client.get(url), client.post(url, data)
    yield from (("GET", shown), ("POST", taken))
    if shown.status_code == taken.status_code == 405:
        yield "PUT", client.put(url, "value=x", "application/x-www-form-urlencoded")
        yield "DELETE", client.delete(url)


def refused(answer: HttpResponse) -> bool:
    """To the first page with a message, or said plainly. 405 is no answer to this method."""
    return answer.status_code in (403, 404, 405) or (answer.status_code == 302 and answer["Location"] == HOME)


def test_no_bulk_action_touches_it(about, home, objects, news_list, news_editor):
    mine = news(news_list, "mine")
    page_actions = PagesAdminAPIViewSet.actions
    before = kept()
    for model, pk in {"page": about.pk, "image": objects["image_id"].pk, "document": objects["document_id"].pk}.items():
        app = {"page": "wagtailcore", "image": "wagtailimages", "document": "wagtaildocs"}[model]
        for action in ("publish", "unpublish", "delete", "move", "add_to_collection", "add_tags"):
            url = f"/admin/bulk/{app}/{model}/{action}/?id={pk}"
            answer = news_editor.post(url, {**posted(objects, news_list), "include_descendants": "on", "tags": "x"})
            assert answer.status_code in (200, 302, 403, 404), (url, answer.status_code)
    for action in page_actions:
        answer = news_editor.post(f"/admin/api/main/pages/{about.pk}/action/{action}/", posted(objects, news_list))
        assert answer.status_code in (403, 404), action
    for destination in (about, home):
        news_editor.post(f"/admin/bulk/wagtailcore/page/move/?id={mine.pk}", {"chooser": destination.pk})
        news_editor.post(f"/admin/pages/{mine.pk}/move/{destination.pk}/confirm/")
        copy = {"new_title": "x", "new_slug": "x", "new_parent_page": destination.pk, "alias": "on"}
        news_editor.post(f"/admin/pages/{mine.pk}/copy/", copy)
    assert changed(before, kept()) == {}


OWN_FILES = {("post", "documents/"), ("post", "images/")}  # where the role may add its own


def not_asked(reader, asked: list[tuple[str, str, dict]]) -> set[tuple[str, str]]:
    """Operations of v3 that write and that none of the requests is for."""
    paths = reader.get("/api/v3/openapi.json").json()["paths"]
    writing = {(method, path.removeprefix("/api/v3/")) for path, found in paths.items() for method in found}

    def is_asked(method: str, path: str) -> bool:
        pattern = re.sub(r"\\{\w+\\}", "[^/]+", re.escape(path))
        return any(method == one and re.fullmatch(pattern, at) for one, at, _body in asked)

    return {(method, path) for method, path in writing if method != "get" and not is_asked(method, path)}


def asked_of_pages(about, mine, home, news_list) -> list[tuple[str, str, dict]]:
    """Every deed of v3 on somebody's page, and those that would put one's own page there: (method, path, body)."""
    kind = {"type": "content.StandardPage"}
    return [
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
    ]


def asked_of_the_rest(objects, news_list) -> list[tuple[str, str, dict]]:
    """Every deed of v3 on pictures, files, sites, redirects and snippets of others."""
    redirect = {"old_path": "/x", "redirect_page_id": news_list.pk}
    site = {"hostname": "x", "root_page_id": news_list.pk}
    return [
        ("patch", f"images/{objects['image_id'].pk}/", {"title": "Взлом"}),
        ("delete", f"images/{objects['image_id'].pk}/", {}),
        ("patch", f"documents/{objects['document_id'].pk}/", {"title": "Взлом"}),
        ("delete", f"documents/{objects['document_id'].pk}/", {}),
        ("post", "sites/", site),
        ("put", f"sites/{Site.objects.first().pk}/", site),
        ("delete", f"sites/{Site.objects.first().pk}/", {}),
        ("post", "redirects/", redirect),
        ("put", f"redirects/{objects['redirect_id'].pk}/", redirect),
        ("delete", f"redirects/{objects['redirect_id'].pk}/", {}),
        *(deed for name in ("rubric", "siteframe", "banner") for deed in asked_of_snippets(objects, name)),
    ]


def asked_of_snippets(objects, snippet: str) -> list[tuple[str, str, dict]]:
    theirs = f"snippets/content.{snippet}/{objects[f'wagtailsnippets_content_{snippet}:pk'].pk}/"
    return [
        ("post", f"snippets/content.{snippet}/", {"name": "x", "slug": "x", "text": "x"}),
        ("patch", theirs, {"name": "Взлом", "text": "Взлом"}),
        ("delete", theirs, {}),
        *(("post", f"{theirs}actions/{deed}/", {}) for deed in ("publish", "unpublish")),
        ("delete", f"{theirs}actions/delete/", {}),
        ("post", f"{theirs}actions/revert/", {"revision_id": 1}),
        ("post", f"{theirs}actions/copy_for_translation/", {"locale": "en"}),
    ]


def test_no_token_of_theirs_touches_it(about, home, objects, news_list, reader, news_editor):
    mine = news(news_list, "mine")
    user = User.objects.get(groups__role__code=roles.CONNECT_MANAGER)
    _token, key = APIToken.create_token(user=user, name="mine")
    bearer = {"Authorization": f"Bearer {key}"}
    before = kept(TOKEN)  # when it was last used
    asked = asked_of_pages(about, mine, home, news_list) + asked_of_the_rest(objects, news_list)
    assert not_asked(reader, asked) == OWN_FILES
    for method, path, body in asked:
        answer = getattr(reader, method)(f"/api/v3/{path}", json.dumps(body), "application/json", headers=bearer)
        assert answer.status_code in (403, 404, 405, 422), (method, path, answer.status_code, answer.content)
    for path in (f"pages/{about.pk}/revisions/", f"pages/{about.pk}/?version=draft"):
        assert SECRET not in reader.get(f"/api/v3/{path}", headers=bearer).content.decode(), path
    assert changed(before, kept(TOKEN)) == {}
    assert Page.objects.get(pk=about.pk).title == "О заводе"


def test_a_link_to_a_foreign_draft_is_not_theirs_to_have(about, news_editor):
    chief = accounts.user("editor_in_chief")
    link = draft_link_make(page=about, user=chief)
    news_editor.post(f"/admin/draft-links/revoke/{link.pk}/")
    news_editor.post(f"/admin/draft-links/{about.pk}/", {"days": "7"})
    assert list(about.draft_links.working()) == [link]
    assert Workflow.objects.filter(active=True).exists()
