"""Pages with the application form: the editor's words in each language; the form comes by itself."""

import pytest

from modules.partners import demo
from modules.partners.models import ApplicationPage
from tests.content.pages import in_language

PATH = "/ru/become-a-client/"


@pytest.fixture
def page(home) -> ApplicationPage:
    made = ApplicationPage(title="Стать клиентом", slug="become-a-client", lead="За два дня", locale=home.locale)
    home.add_child(instance=made)
    in_language(made, "kk", title="Клиент болу")
    return made


def test_it_is_delivered_with_the_way_to_the_form_for_those_without_scripts(page, get, reader):
    said = get("page", path=PATH).json()
    assert (said["type"], said["title"], said["intro"]) == ("partners.ApplicationPage", "Стать клиентом", "За два дня")
    assert get("page", path="/kk/become-a-client/").json()["title"] == "Клиент болу"
    assert 'href="/ru/apply"' in reader.get(PATH).content.decode()


def test_the_demo_has_one_in_every_language(home, get):
    demo.published(home, ApplicationPage, demo.APPLICATION)
    paths = {language: f"/{language}/become-a-client/" for language in ("ru", "en", "kk")}
    titles = {language: get("page", path=path).json()["title"] for language, path in paths.items()}
    assert titles == demo.APPLICATION.title
