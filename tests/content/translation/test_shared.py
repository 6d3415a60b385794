"""A page that is the same in all languages, because somebody chose so: live, followed, and no debt on the board."""

import pytest

from content.models import SharedPage, StandardPage
from tests.content.translation.editing import submit
from tests.content.translation.test_board import states


@pytest.fixture
def about(home) -> StandardPage:
    page = home.add_child(instance=StandardPage(title="О заводе", slug="about", locale=home.locale))
    page.save_revision().publish()
    return page


def choose(client, page, shared: str, committed):
    with committed():
        return client.post(f"/admin/localize/shared/{page.pk}/", {"shared": shared})


def translated(get, path: str) -> bool:
    """Whether readers are shown a page of that language, and not another language's in its stead."""
    return get("page", path=path).json().get("translated", True)


def test_it_is_live_in_all_languages_and_follows_its_original(about, administrator, get, committed):
    assert "Kazakh" in administrator.get(f"/admin/localize/shared/{about.pk}/").content.decode()
    choose(administrator, about, "yes", committed)
    assert translated(get, "/kk/about/")
    assert states(administrator, "О заводе") == {"ru": "source", "en": "shared", "kk": "shared"}
    about.title = "О нас"
    with committed():
        about.save_revision().publish()
    assert get("page", path="/en/about/").json()["title"] == "О нас"


def test_taken_back_the_copies_wait_for_translations(about, administrator, get, committed):
    choose(administrator, about, "yes", committed)
    choose(administrator, about, "no", committed)
    assert not translated(get, "/kk/about/")
    with committed():
        about.save_revision().publish()
    assert not translated(get, "/kk/about/")
    assert states(administrator, "О заводе")["kk"] == "missing"


def test_a_translation_stays_a_translation(about, administrator, get, committed):
    submit(administrator, about, "kk")
    choose(administrator, about, "yes", committed)
    assert not translated(get, "/kk/about/")  # submitted, nothing more
    assert translated(get, "/en/about/")


def test_only_whoever_may_publish_it_chooses(about, news_editor, committed):
    choose(news_editor, about, "yes", committed)
    assert not SharedPage.objects.exists() and about.get_translations().count() == 0


def test_below_a_page_that_is_not_there_it_is_refused(about, administrator, committed):
    child = about.add_child(instance=StandardPage(title="История", slug="history", locale=about.locale))
    answer = choose(administrator, child, "yes", committed)
    page = administrator.get(answer["Location"])
    assert any("О заводе" in str(message) for message in page.context["messages"])
    assert not SharedPage.objects.exists()
