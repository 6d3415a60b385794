"""Ordering and the catalogue can be absent: the portal starts, checks itself and migrates without them."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

SMALLER = {
    "without claims": "modules.partners,modules.catalog,modules.ordering",
    "without ordering": "modules.partners,modules.catalog",
    "the platform alone": "",
}


@pytest.mark.parametrize("modules", SMALLER.values(), ids=SMALLER)
def test_portal_without_modules(tmp_path, modules):
    manage(tmp_path, modules, "check")
    manage(tmp_path, modules, "migrate", "-v", "0")
    shown = manage(tmp_path, modules, "shell", "-v", "0", "-c", PROBE)
    assert shown.split() == ["404" if "ordering" not in modules else "401", "404", "200"]


def test_missing_requirement_is_named(tmp_path):
    with pytest.raises(subprocess.CalledProcessError) as failed:
        manage(tmp_path, "modules.catalog", "check")
    assert "partners" in failed.value.stderr


PROBE = """
from django.test import Client
client = Client(headers={"host": "localhost"})
print(client.get("/api/v1/ordering/orders/").status_code, client.get("/api/v1/claims/").status_code)
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
