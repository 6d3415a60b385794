"""An item may be written in any of the three languages and translated from there."""

import pytest

from content.models import NewsIndexPage, StandardPage
from tests.content.pages import news
from tests.content.translation.editing import fill, publish, submit, synchronise, translation_of

OTHERS = {"ru": ("en", "kk"), "en": ("ru", "kk"), "kk": ("ru", "en")}
WORDS = {"First": "Anew", "Коротко о главном": "In short"}


@pytest.mark.parametrize("language", OTHERS)
def test_submitted_edited_published_synchronised_from_each(news_list, administrator, get, committed, language):
    parent = NewsIndexPage.objects.get(locale__language_code=language)
    item = news(parent, "item", title="First")
    item.save_revision().publish()
    submit(administrator, item, *OTHERS[language])
    for other in OTHERS[language]:
        assert get("page", path=f"/{other}/news/item/").json()["translated"] is False
        fill(administrator, translation_of(item, other), WORDS)
        publish(administrator, translation_of(item, other), committed)
        assert get("page", path=f"/{other}/news/anew/").json()["title"] == "Anew"
    item.title = "Second"
    with committed():
        item.save_revision().publish()
    synchronise(administrator, item, committed)
    for other in OTHERS[language]:
        fill(administrator, translation_of(item, other), {"Second": "Anew again"})
    synchronise(administrator, item, committed, publish_translations="on")
    found = {code: get("page", path=f"/{code}/news/anew/").json()["title"] for code in OTHERS[language]}
    assert found == dict.fromkeys(OTHERS[language], "Anew again")


def test_pages_above_are_submitted_from_the_language_of_the_page(home, administrator, committed):
    english = home.get_translations().get(locale__language_code="en").specific
    parent = english.add_child(instance=StandardPage(title="About", slug="about", locale=english.locale))
    child = parent.add_child(instance=StandardPage(title="History", slug="history", locale=english.locale))
    submit(administrator, child, "ru")
    made = translation_of(child, "ru").get_target_instance()
    assert [page.locale.language_code for page in made.get_ancestors().filter(depth__gt=1)] == ["ru", "ru"]
    assert not made.get_parent().live
