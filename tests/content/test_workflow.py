"""From the author by the editor-in-chief to the reader; there is no other way for an author."""

import json
from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from wagtail.models import APIToken, Page, Task, TaskState, Workflow, WorkflowPage

from cms.access.models import Role
from cms.accounts.models import User
from cms.celery import app
from content.bootstrap import bootstrap
from content.models import NewsPage
from content.tasks import publish_scheduled
from tests.content.conftest import signed_in
from tests.content.pages import items, news, stored
from tests.content.test_permissions import FORM, create
from tests.content.translation.editing import fill, submit, translation_of


@pytest.fixture(autouse=True)
def letters_at_once():
    app.conf.task_always_eager = True
    yield
    app.conf.task_always_eager = False


@pytest.fixture
def author(news_list):
    return signed_in("news_author")


@pytest.fixture
def chief(news_list):
    return signed_in("editor_in_chief")


@pytest.fixture
def draft(news_list, author) -> NewsPage:
    """What the author has written and not yet shown to anybody."""
    create(author, news_list, **{"action-publish": "", "lead": "Первый"})
    return NewsPage.objects.get(slug="fresh")


def edit(client, page, **fields):
    return client.post(f"/admin/pages/{page.pk}/edit/", {**FORM, **fields})


def latest(page) -> NewsPage:
    return NewsPage.objects.get(pk=page.pk).get_latest_revision_as_object()


def hand_in(author, page, **fields) -> TaskState:
    edit(author, page, **{"action-submit": "1", **fields})
    page.refresh_from_db()
    return page.current_workflow_task_state


def decide(client, page, task: TaskState, decision: str, **data):
    return client.post(reverse("wagtailadmin_pages:workflow_action", args=[page.pk, decision, task.pk]), data)


def test_the_chief_approves_and_it_is_live(draft, author, chief, get, committed):
    task = hand_in(author, draft)
    with committed():
        decide(chief, draft, task, "approve")
    assert get("page", path="/ru/news/fresh/").status_code == 200
    draft.refresh_from_db()
    assert draft.live and draft.current_workflow_state is None


def test_letters_go_to_the_chief_and_back_each_in_its_language(draft, author, chief):
    User.objects.filter(groups__role__code="editor_in_chief").update(language="kk")
    User.objects.filter(groups__role__code="news_author").update(language="ru")
    task = hand_in(author, draft)
    decide(chief, draft, task, "reject", comment="Добавьте источник")
    to_chief, to_author = mail.outbox
    assert to_chief.subject.startswith("Бекітуге") and to_author.subject.startswith("Возвращено")
    assert "Свежая новость" in to_chief.body and "Добавьте источник" in to_author.body
    assert f"/admin/pages/{draft.pk}/edit/" in to_author.body
    page = author.get(f"/admin/pages/{draft.pk}/edit/").content.decode()
    assert "Добавьте источник" in page
    draft.refresh_from_db()
    assert not draft.live


def test_an_author_publishes_by_no_way(news_list, draft, author, reader, committed):
    live = news(news_list, "live", title="На сайте", expire_at=None)
    task = hand_in(author, draft)
    user = User.objects.get(groups__role__code="news_author")
    _token, key = APIToken.create_token(user=user, name="mine")
    token = {"Authorization": f"Bearer {key}"}
    soon = (timezone.now() + timedelta(minutes=1)).strftime("%Y-%m-%d %H:%M")
    decide(author, draft, task, "approve")
    edit(author, draft, **{"action-publish": "1"})
    edit(author, draft, **{"action-publish": "1", "go_live_at": soon})
    edit(author, live, **{"action-publish": "1", "slug": "live", "title": "Тайком"})
    author.post(f"/admin/bulk/wagtailcore/page/publish/?id={draft.pk}&id={live.pk}", {"include_descendants": "on"})
    author.post(f"/admin/bulk/wagtailcore/page/unpublish/?id={live.pk}")
    author.post(f"/admin/pages/{live.pk}/unpublish/")
    author.post(f"/admin/pages/{live.pk}/copy/", {"new_title": "x", "new_slug": "x", "new_parent_page": news_list.pk,
                                                  "publish_copies": "on", "copy_subpages": "on"})  # fmt: skip
    for page in (draft, live):
        for deed in ("publish", "unpublish"):
            path = f"/api/v3/pages/{page.pk}/actions/{deed}/"
            assert reader.post(path, "{}", "application/json", headers=token).status_code == 403
        body = {"meta": {"type": "content.NewsPage", "action": "publish"}, "title": "Тайком"}
        reader.patch(f"/api/v3/pages/{page.pk}/", json.dumps(body), "application/json", headers=token)
    submit(author, live, "kk")
    author.post(f"/admin/localize/update/{translation_of(live).source_id}/", {"publish_translations": "on"})
    author.post(f"/admin/pages/{translation_of(live).get_target_instance().pk}/edit/", {"action": "publish"})
    with committed():
        publish_scheduled()
    assert dict(Page.objects.filter(live=True, depth=4).values_list("slug", "title")) == {"live": "На сайте"}
    assert not Page.objects.filter(slug="fresh", live=True).exists()
    assert reader.get("/ru/news/fresh/").status_code == 404


def test_an_author_hands_in_a_translation_and_the_chief_publishes_it(news_list, author, chief, committed):
    live = news(news_list, "live", title="На сайте", lead="")
    submit(author, live, "kk")
    translation = translation_of(live)
    target = translation.get_target_instance()
    screen = f"/admin/localize/hand-in/{target.pk}/"
    assert author.post(screen).status_code == 302 and not target.workflow_states.exists()  # nothing is translated
    fill(author, translation, {"На сайте": "Сайтта"})
    assert screen in author.get(f"/admin/pages/{target.pk}/edit/").content.decode()
    assert "<form" in author.get(screen).content.decode()
    author.post(screen)
    segment = translation.source.stringsegment_set.get(string__data="На сайте")
    late = f"/admin/localize/translate/{translation.pk}/strings/{segment.pk}/edit/"
    author.put(late, "value=Кеш", "application/x-www-form-urlencoded")
    assert "workflow/action" not in author.get(screen).content.decode()
    assert not Page.objects.get(pk=target.pk).live
    target.refresh_from_db()
    decision = reverse(
        "wagtailadmin_pages:workflow_action", args=[target.pk, "approve", target.current_workflow_task_state.pk]
    )
    assert decision in chief.get(screen).content.decode()
    with committed():
        chief.post(decision)
    target.refresh_from_db()
    assert (target.live, target.title) == (True, "Сайтта")


def test_a_time_chosen_by_the_author_counts_once_the_chief_agrees(draft, author, chief, committed):
    later = timezone.now() + timedelta(hours=1)
    task = hand_in(author, draft, go_live_at=timezone.localtime(later).strftime("%Y-%m-%d %H:%M"))
    decide(chief, draft, task, "approve")
    draft.refresh_from_db()
    assert not draft.live
    draft.revisions.filter(approved_go_live_at__isnull=False).update(approved_go_live_at=timezone.now())
    revision = draft.scheduled_revision
    revision.content["go_live_at"] = timezone.now().isoformat()
    revision.save()
    with committed():
        publish_scheduled()
    draft.refresh_from_db()
    assert draft.live


def test_while_the_chief_reads_the_author_does_not_write(draft, author, chief):
    hand_in(author, draft)
    edit(author, draft, title="Вдогонку")
    assert latest(draft).title == "Свежая новость"
    edit(chief, draft, title="Правка редактора")
    assert latest(draft).title == "Правка редактора"


def test_versions_are_compared_and_an_older_one_comes_back(draft, author):
    older = draft.get_latest_revision()
    draft.body = stored([("paragraph", "<p>Было сорок градусов</p>")])
    first = draft.save_revision()
    draft.body = stored([("paragraph", "<p>Стало пятьдесят градусов</p>"), ("heading", "Итог")])
    second = draft.save_revision()
    shown = author.get(f"/admin/pages/{draft.pk}/revisions/compare/{first.pk}...{second.pk}/").content.decode()
    assert "Итог" in shown and "deletion" in shown and "addition" in shown
    assert author.get(f"/admin/pages/{draft.pk}/revisions/{older.pk}/revert/").status_code == 200
    edit(author, draft, revision=older.pk, title="Свежая новость")
    assert not latest(draft).body


def test_a_lock_keeps_others_out_until_it_is_opened(draft, author, chief):
    chief.post(f"/admin/pages/{draft.pk}/lock/")
    edit(author, draft, title="Мимо замка")
    author.post(f"/admin/pages/{draft.pk}/unlock/")
    draft.refresh_from_db()
    assert draft.locked and latest(draft).title == "Свежая новость"
    chief.post(f"/admin/pages/{draft.pk}/unlock/")
    edit(author, draft, title="После замка")
    assert latest(draft).title == "После замка"


def test_a_comment_stays_with_the_page(draft, author, chief):
    edit(author, draft, **{
        "comments-TOTAL_FORMS": "1", "comments-0-DELETE": "", "comments-0-resolved": "", "comments-0-id": "",
        "comments-0-contentpath": "lead", "comments-0-text": "Check the figure", "comments-0-position": "",
        "comments-0-replies-TOTAL_FORMS": "0", "comments-0-replies-INITIAL_FORMS": "0",
        "comments-0-replies-MIN_NUM_FORMS": "0", "comments-0-replies-MAX_NUM_FORMS": "0",
    })  # fmt: skip
    assert draft.wagtail_admin_comments.get().text == "Check the figure"
    assert "Check the figure" in chief.get(f"/admin/pages/{draft.pk}/edit/").content.decode()


def test_roles_and_way_are_shipped_once(db):
    editors = Role.objects.filter(code__in=("news_author", "editor_in_chief"))
    assert {role.titles["ru"] for role in editors} == {
        "Автор новостей",
        "Главный редактор",
    }
    [assigned] = WorkflowPage.objects.all()
    assert assigned.page == Page.get_first_root_node() and Workflow.objects.filter(active=True).count() == 1
    Role.objects.get(code="news_author").group.delete()
    assigned.delete()
    bootstrap()
    assert not Role.objects.filter(code="news_author").exists() and not WorkflowPage.objects.exists()


def test_an_editor_s_role_opens_nothing_of_the_business(db):
    for code in ("news_author", "editor_in_chief"):
        mine, guest = (
            {level.permission: level.level for level in Role.objects.get(code=each).levels.all()}
            for each in (code, "guest")
        )
        assert mine == guest


def test_a_page_is_taken_down_brought_back_and_deleted_knowing_what_links_to_it(news_list, chief, get, committed):
    page = news(news_list, "target", title="Цель")
    news(news_list, "source", title="Ссылается", body=[("links", items({"title": "Сюда", "page": page.pk, "url": ""}))])

    def answer_after(address: str, **data) -> int:
        with committed():
            chief.post(f"/admin/pages/{page.pk}/{address}/", data)
        return get("page", path="/ru/news/target/").status_code

    assert answer_after("unpublish") == 404
    assert answer_after("edit", **{**FORM, "title": "Цель", "slug": "target", "action-publish": "1"}) == 200
    asked = chief.get(f"/admin/pages/{page.pk}/delete/").content.decode()
    assert f"/admin/pages/{page.pk}/usage/" in asked and "cannot be restored" in asked
    assert "Ссылается" in chief.get(f"/admin/pages/{page.pk}/usage/").content.decode()
    assert answer_after("delete") == 404 and not Page.objects.filter(pk=page.pk).exists()


def test_deleting_many_pages_at_once_is_said_to_be_final_too(news_list, administrator):
    one, other = news(news_list, "one"), news(news_list, "other")
    asked = administrator.get(f"/admin/bulk/wagtailcore/page/delete/?id={one.pk}&id={other.pk}")
    assert "cannot be restored" in asked.content.decode()
    assert news_list.get_children().count() == 2


def test_an_administrator_chooses_who_approves_by_the_titles_of_roles(news_list, administrator):
    task = Task.objects.get()  # Wagtail's own, which was never used, is gone
    form = administrator.get(f"/admin/workflows/tasks/edit/{task.pk}/").content.decode()
    assert "Editor-in-chief" in form
    assert not [code for code in ("editor_in_chief", "Moderators", "Editors") if code in form]
    changed = {"groups": Role.objects.get(code="news_author").group_id}
    administrator.post(f"/admin/workflows/tasks/edit/{task.pk}/", changed)
    assert [group.role.code for group in task.specific.groups.all()] == ["news_author"]
