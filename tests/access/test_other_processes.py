"""What an administrator changes counts with the next request in every other process, without a restart."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

from cms.access.levels import Level
from cms.access.models import Grant, Role
from cms.access.sync import sync
from tests.access.test_role_pages import SEE, Page
from tests.cms.realtime.streams import database_url
from tests.world import World

pytestmark = pytest.mark.django_db(transaction=True)


class Asker:
    """tests.access.asker in a process of its own, on this test's database."""

    def __init__(self, folder) -> None:
        own = {
            "DATABASE_URL": database_url(),
            "PORTAL_DATA": str(folder),
            "DJANGO_SETTINGS_MODULE": "cms.settings.dev",
            "DEMO": "0",
            "REDIS_URL": settings.REDIS_URL,
        }
        argv = [sys.executable, "-m", "tests.access.asker"]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        self.process = subprocess.Popen(argv, cwd=settings.BASE_DIR, env={**os.environ, **own}, **pipes)

    def may(self, user, permission: str, order) -> bool:
        self.process.stdin.write(f"{user.email} {permission} {order.pk}\n")
        self.process.stdin.flush()
        return {"yes": True, "no": False}[self.process.stdout.readline().strip()]

    def close(self) -> None:
        self.process.stdin.close()
        self.process.wait(20)
        self.process.stdout.close()


@pytest.fixture
def askers(tmp_path):
    started = [Asker(tmp_path), Asker(tmp_path)]
    yield started
    for asker in started:
        asker.close()


def test_two_processes_obey_at_once(db, askers):
    sync()  # the roles of other tests' database went with their rows
    world = World()
    order, colleague = world.owners_order, world.colleagues_order

    def answers() -> list[tuple[bool, bool]]:
        return [(one.may(world.owner, SEE, order), one.may(world.owner, SEE, colleague)) for one in askers]

    assert answers() == [(True, False)] * 2
    page = Page(world.admin, Role.objects.get(code="buyer_manager"))
    page.confirmed(page.post("preview", ordering__view_order=Level.GRANTED))
    assert answers() == [(True, True)] * 2
    Grant.objects.get(user=world.owner).delete()
    assert answers() == [(False, False)] * 2
