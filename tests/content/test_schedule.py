"""Publishing by the clock."""

from datetime import timedelta

from django.utils import timezone

from cms.celery import app
from content.tasks import publish_scheduled
from tests.content.pages import news


def test_a_page_goes_live_and_expires_at_its_time(news_list, get, committed):
    page = news(news_list, "later", live=False)
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision(approved_go_live_at=page.go_live_at)
    with committed():
        publish_scheduled()
    assert get("page", path="/ru/news/later/").status_code == 404
    _move_clock(page, go_live_at=timezone.now() - timedelta(minutes=1))
    with committed():
        publish_scheduled()
    assert get("page", path="/ru/news/later/").status_code == 200
    page.__class__.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    with committed():
        publish_scheduled()
    assert get("page", path="/ru/news/later/").status_code == 404


def _move_clock(page, go_live_at) -> None:
    revision = page.get_latest_revision()
    revision.content["go_live_at"] = go_live_at.isoformat()
    revision.approved_go_live_at = go_live_at
    revision.save()


def test_the_scheduler_knows_of_it(db):
    assert "content.publish_scheduled" in app.conf.beat_schedule
