"""Whoever publishes a translation by whatever way: readers see no text that nobody translated."""

from contextlib import suppress
from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import APIToken, GroupApprovalTask, Workflow, WorkflowTask

from cms.access import roles
from content.tasks import publish_scheduled
from content.translation.completeness import Untranslated
from tests.content.pages import news
from tests.content.test_schedule import _move_clock
from tests.content.translation.conftest import WORDS
from tests.content.translation.editing import fill, publish, submit, synchronise, target_of, translation_of
from tests.factories import accounts


def in_bulk(client, item) -> None:
    client.post(f"/admin/bulk/wagtailcore/page/publish/?id={target_of(item).pk}&next=/admin/")


def by_the_api(client, item) -> None:
    _token, key = APIToken.create_token(user=accounts.user(roles.PLATFORM_ADMIN), name="integration")
    address = f"/api/v3/pages/{target_of(item).pk}/actions/publish/"
    client.post(address, "{}", "application/json", headers={"Authorization": f"Bearer {key}"})


def by_workflow(client, item) -> None:
    """A chief approves; the second time what was refused is still on their desk."""
    user, page = accounts.user(roles.PLATFORM_ADMIN), target_of(item)
    state = page.current_workflow_state or _workflow(user).start(page, user)
    with suppress(Untranslated):
        state.current_task_state.approve(user=user)


def _workflow(chief) -> Workflow:
    """While it runs, only the chief may write."""
    workflow, task = Workflow.objects.create(name="Two pairs of eyes"), GroupApprovalTask.objects.create(name="Chief")
    task.groups.set(chief.groups.all())
    WorkflowTask.objects.create(workflow=workflow, task=task)
    return workflow


def by_synchronising(client, item) -> None:
    client.post(f"/admin/localize/update/{translation_of(item).source_id}/", {"publish_translations": "on"})


def from_code(client, item) -> None:
    with suppress(Untranslated):
        target_of(item).get_latest_revision().publish()


WAYS = [in_bulk, by_the_api, by_workflow, by_synchronising, from_code]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_unfinished_it_stays_a_draft_and_finished_it_shows_the_translation(item, administrator, get, committed, way):
    submit(administrator, item, "kk")
    fill(administrator, translation_of(item), {"Было": "Болды"})
    with committed():
        way(administrator, item)
    assert not target_of(item).live
    fill(administrator, translation_of(item), WORDS)
    with committed():
        way(administrator, item)  # though the draft was saved before, in the source's words
    assert get("page", path=f"/kk/news/{target_of(item).slug}/").json()["intro"] == "Қысқаша"


def test_scheduled_when_complete_it_goes_live_as_approved(item, administrator, get, committed, news_list):
    submit(administrator, item, "kk")
    fill(administrator, translation_of(item), WORDS)
    translation_of(item).save_target(publish=False)
    page = target_of(item)
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision().publish()
    item.title = "Стало"
    item.save_revision().publish()
    synchronise(administrator, item, committed)  # now a text is missing; what was approved is not
    other = news(news_list, "other", live=False)
    other.save_revision(approved_go_live_at=timezone.now() - timedelta(seconds=1))
    _move_clock(target_of(item), go_live_at=timezone.now() - timedelta(minutes=1))
    with committed():
        publish_scheduled()
    other.refresh_from_db()
    assert get("page", path=f"/kk/news/{target_of(item).slug}/").json()["title"] == "Болды" and other.live


def test_unfinished_it_cannot_be_scheduled(item, administrator):
    submit(administrator, item, "kk")
    page = target_of(item)
    page.go_live_at = timezone.now() + timedelta(hours=1)
    with pytest.raises(Untranslated):
        page.save_revision().publish()
    assert not page.revisions.exclude(approved_go_live_at=None).exists()


def test_the_translation_of_a_scheduled_original_goes_live_with_it(news_list, administrator, get, committed):
    item = news(news_list, "item", title="Было", body=[("paragraph", "<p>Текст</p>")], live=False)
    item.go_live_at = timezone.now() + timedelta(hours=1)
    item.save_revision().publish()
    submit(administrator, item, "kk")
    fill(administrator, translation_of(item), WORDS)
    answer = publish(administrator, translation_of(item), committed)
    assert any("together" in str(text) for text in administrator.get(answer["Location"]).context["messages"])
    assert not target_of(item).live
    for page in (item, target_of(item)):
        _move_clock(page, go_live_at=timezone.now() - timedelta(minutes=1))
    with committed():
        publish_scheduled()
    assert get("page", path="/ru/news/item/").json()["title"] == "Было"
    assert get("page", path=f"/kk/news/{target_of(item).slug}/").json()["title"] == "Болды"
