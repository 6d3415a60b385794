"""The front end's client is generated from the schema the code gives now; `make api` brings it up to date.

Always on SQLite: the bounds of integers in a schema follow the database.
"""

import json
import os
import subprocess
import sys

from django.conf import settings


def test_the_front_ends_schema_is_up_to_date(tmp_path):
    fresh = tmp_path / "schema.json"
    argv = [sys.executable, "manage.py", "spectacular", "--lang", "en", "--format", "openapi-json", "--file", fresh]
    settings_of_dev = {"DJANGO_SETTINGS_MODULE": "cms.settings.dev", "PORTAL_DATA": str(tmp_path)}
    environment = {**os.environ, **settings_of_dev, "DATABASE_URL": f"sqlite:///{tmp_path / 'none.sqlite3'}"}
    subprocess.run(argv, cwd=settings.BASE_DIR, env=environment, check=True, capture_output=True)
    kept = settings.BASE_DIR / "frontend" / "schema.json"
    assert json.loads(fresh.read_text()) == json.loads(kept.read_text()), "run `make api`"
