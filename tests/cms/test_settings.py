"""Production does not start with what belongs to development."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

GOOD = {"SECRET_KEY": "x9" * 40, "DEBUG": "false", "DEMO": "false"}
BAD = {
    "development secret": {"SECRET_KEY": "development-only-secret" * 3},
    "no secret": {"SECRET_KEY": ""},
    "debug": {"DEBUG": "true"},
    "demo": {"DEMO": "true"},
    "another database": {"DATABASE_URL": "mysql://localhost/kabinet"},
}


def start(**environment) -> subprocess.CompletedProcess:
    given = {**os.environ, "DJANGO_SETTINGS_MODULE": "cms.settings.production", **GOOD, **environment}
    argv = [sys.executable, "-c", "import django; django.setup(); print('started')"]
    return subprocess.run(argv, cwd=settings.BASE_DIR, env=given, capture_output=True, text=True, check=False)


def test_starts_with_its_own_secret():
    assert start().stdout.strip() == "started"


@pytest.mark.parametrize("environment", BAD.values(), ids=BAD)
def test_refuses(environment):
    refused = start(**environment)
    assert refused.returncode != 0
    assert "ImproperlyConfigured" in refused.stderr
