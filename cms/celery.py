"""The Celery application. Queues by priority; the database outbox, not the broker, is the truth."""

import os

from celery import Celery
from celery.signals import before_task_publish, task_prerun, worker_shutting_down

from cms import request_id, stopping

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.dev")

app = Celery("kabinet")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@worker_shutting_down.connect
def stop_work(**_) -> None:
    """SIGTERM: Celery lets running tasks end, and they are told to make haste."""
    stopping.ask()


@before_task_publish.connect
def send_request_id(headers: dict, **_) -> None:
    """A task knows the request that called for it."""
    if request_id.known():
        headers["request_id"] = request_id.known()


@task_prerun.connect
def take_request_id(task_id: str, task, **_) -> None:
    """A task that no request called for (the schedule did) goes by its own id."""
    request_id.go_on_for(task.request.get("request_id") or task_id)
