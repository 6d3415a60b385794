"""A small site in three languages, and editors who may work on it."""

from collections.abc import Callable

import pytest
from django.core.cache import cache
from django.test import Client
from drf_spectacular.generators import SchemaGenerator

from cms.access import roles
from cms.celery import app
from content.bootstrap import ensure_site
from content.models import HomePage, NewsIndexPage
from tests.content.pages import in_language
from tests.factories import accounts


@pytest.fixture(autouse=True)
def media(settings, tmp_path) -> None:
    """Images go where the test ends."""
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def home(db) -> HomePage:
    """The Russian front page; /en/ and /kk/ have theirs."""
    home = ensure_site()
    home.title = home.draft_title = "Главная"
    home.lead = "О заводе"
    home.save()
    for language, title in {"en": "Home", "kk": "Басты бет"}.items():
        in_language(home, language, title=title)
    return home


@pytest.fixture
def news_list(home) -> NewsIndexPage:
    """/ru/news/, /en/news/ and /kk/news/, empty."""
    page = home.add_child(instance=NewsIndexPage(title="Новости", slug="news", locale=home.locale, show_in_menus=True))
    for language, title in {"en": "News", "kk": "Жаңалықтар"}.items():
        in_language(page, language, title=title)
    return page


@pytest.fixture
def reader() -> Client:
    """Somebody with a browser and no account."""
    return Client()


@pytest.fixture
def get(reader) -> Callable:
    """`get("page", path="/ru/")` asks the content API."""

    def ask(document: str, headers: dict | None = None, **parameters):
        return reader.get(f"/api/v1/content/{document}/", parameters, headers=headers)

    return ask


@pytest.fixture
def committed(django_capture_on_commit_callbacks) -> Callable:
    """`with committed():` what is done inside is committed at its end, as far as on_commit can tell."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def signed_in(role: str) -> Client:
    client = Client()
    client.force_login(accounts.user(role))
    return client


@pytest.fixture
def administrator(db) -> Client:
    return signed_in(roles.PLATFORM_ADMIN)


@pytest.fixture
def news_editor(news_list) -> Client:
    return signed_in(roles.CONNECT_MANAGER)


@pytest.fixture
def worker_at_hand():
    """The worker's tasks run as soon as they are sent."""
    app.conf.task_always_eager = True
    yield
    app.conf.task_always_eager = False


@pytest.fixture
def forget() -> Callable:
    """Empties the cache: the next answer is made anew."""
    return cache.clear


@pytest.fixture(scope="session")
def api_schema() -> dict:
    """The portal's OpenAPI schema."""
    return SchemaGenerator().get_schema(request=None, public=True)
