"""Ordering and the catalogue can be absent: the portal starts, checks itself and migrates without them.

Two of the sets migrate an empty database, the others one that had all modules until some were switched off.
"""

import os
import subprocess
import sys

import pytest
from django.conf import settings

from cms.processes.private_database import copy_database

SMALLER = {
    "without claims": "modules.partners,modules.catalog,modules.ordering",
    "without notifications and messages": "modules.partners,modules.catalog,modules.ordering,modules.claims",
    "without ordering": "modules.partners,modules.catalog,modules.notifications,modules.chat,modules.analytics",
    "without ordering, and nobody told or asked": "modules.partners,modules.catalog",
    "the platform alone": "",
}
FROM_NOTHING = ("without ordering", "the platform alone")


@pytest.mark.parametrize("name", SMALLER)
def test_portal_without_modules(tmp_path, name):
    modules = SMALLER[name]
    if name not in FROM_NOTHING:
        copy_database(f"sqlite:///{tmp_path / 'portal.sqlite3'}")
    shown = manage(tmp_path, modules, "shell", "-v", "0", "-c", PROBE)
    there = ["401" if f"modules.{name}" in modules.split(",") else "404" for name in ASKED]
    assert shown.split() == [*there, "200"]


def test_missing_requirement_is_named(tmp_path):
    with pytest.raises(subprocess.CalledProcessError) as failed:
        manage(tmp_path, "modules.catalog", "check")
    assert "partners" in failed.value.stderr


ASKED = {
    "ordering": "ordering/orders/",
    "claims": "claims/",
    "chat": "chat/chats/",
    "notifications": "notifications/",
    "analytics": "analytics/plans/",
}
# In one process, because it takes longer to start one than to do all this.
PROBE = f"""
from django.core.management import call_command
from django.test import Client
call_command("check", stdout=open("/dev/null", "w"))
call_command("migrate", verbosity=0)
client = Client(headers={{"host": "localhost"}})
print(*(client.get("/api/v1/" + path).status_code for path in {list(ASKED.values())}))
print(client.get("/api/v1/session/").status_code)
"""


def manage(folder, modules: str, *command: str) -> str:
    environment = {
        **os.environ,
        "PORTAL_MODULES": modules,
        "DATABASE_URL": f"sqlite:///{folder / 'portal.sqlite3'}",
        "PORTAL_DATA": str(folder),
        "DJANGO_SETTINGS_MODULE": "cms.settings.dev",
    }
    argv = [sys.executable, "manage.py", *command]
    done = subprocess.run(argv, cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, check=True)
    return done.stdout
