"""The portal's name and colours come from the folder `brand/` and from nowhere else."""

import json
import re
import runpy

import polib
import pytest
from django.conf import settings as loaded
from django.core import mail

from cms import brand
from cms.access import roles
from cms.accounts import mails
from content.shell.document import SCREEN, html_of
from content.shell.state import State
from integration.api.schema import document
from tests.factories import accounts

OLD, NEW, ACCENT = loaded.BRAND.name, "Nomad Oil", "#0a7d5a"
TEXTS = {".py", ".html", ".txt", ".ts", ".tsx", ".toml"}
FROM_THE_BRAND = ("BRAND", "WAGTAIL_SITE_NAME", "MFA_TOTP_ISSUER", "DEFAULT_FROM_EMAIL", "SPECTACULAR_SETTINGS")


@pytest.fixture
def renamed(settings, tmp_path, monkeypatch):
    """The settings as a process reads them after somebody edited the folder."""
    said = json.loads((brand.FOLDER / "brand.json").read_text())
    said |= {"name": NEW, "sender": "portal@nomad.example"}
    said["colours"]["light"]["accent"] = ACCENT
    (tmp_path / "brand.json").write_text(json.dumps(said))
    monkeypatch.setattr(brand, "FOLDER", tmp_path)
    monkeypatch.delenv("DEFAULT_FROM_EMAIL", raising=False)
    read = runpy.run_path(str(loaded.BASE_DIR / "cms" / "settings" / "base.py"))
    for name in FROM_THE_BRAND:
        setattr(settings, name, read[name])
    return settings


@pytest.mark.django_db
def test_letters_carry_the_new_name(renamed):
    mails.send_password_reset(accounts.user(email="reader@a.example", language="ru"))
    (letter,) = mail.outbox
    said = [letter.subject, letter.body, letter.alternatives[0][0], letter.from_email]
    assert all(NEW in part for part in said)
    assert OLD not in " ".join(said)
    assert letter.from_email == f"{NEW} <portal@nomad.example>"
    assert f"solid {ACCENT}" in said[2]


def test_documents_codes_and_schemas_carry_the_new_name(renamed):
    shell = html_of(State("/ru/sign-in", None, [], None), "ru", SCREEN)
    assert f"<title>{NEW}</title>" in shell
    assert OLD not in re.sub(r"<(script|link)[^>]*>", "", shell)
    assert renamed.MFA_TOTP_ISSUER == renamed.WAGTAIL_SITE_NAME == NEW
    assert renamed.SPECTACULAR_SETTINGS["TITLE"] == NEW
    assert document()["info"]["title"] == f"{NEW}: exchange with 1C"


@pytest.mark.django_db
def test_the_admin_wears_the_brand(renamed, client):
    client.force_login(accounts.user(roles.PLATFORM_ADMIN, email="chief@a.example"))
    shown = client.get("/admin/").content.decode()
    assert f"- {NEW}</title>" in shown
    assert f'alt="{NEW}"' in shown
    assert "/static/brand/mark.svg" in shown
    assert "--w-color-primary-hue: 214.3;" in shown
    assert OLD not in shown


def test_the_mark_has_the_colours_of_the_brand():
    """Where no style sheet reaches, in a browser's tab, the file's own colours count."""
    drawn = (brand.FOLDER / "mark.svg").read_text()
    assert set(re.findall(r"#[0-9a-f]{6}", drawn)) == {loaded.BRAND.light["accent"], loaded.BRAND.light["onAccent"]}


def test_no_text_says_the_name_itself():
    """Neither code nor a catalogue: a sentence takes the name as a value."""
    root = loaded.BASE_DIR
    folders = ("cms", "content", "integration", "modules", "frontend/src")
    sources = [path for folder in folders for path in (root / folder).rglob("*") if path.suffix in TEXTS]
    assert [str(path) for path in sources if OLD in path.read_text(encoding="utf-8")] == []
    catalogues = [polib.pofile(str(path)) for path in (root / "locale").glob("*/LC_MESSAGES/*.po")]
    assert len(catalogues) == 6
    assert [one.msgid for catalogue in catalogues for one in catalogue if not one.obsolete and OLD in str(one)] == []
