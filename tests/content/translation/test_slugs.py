"""Addresses, descriptions of images: translated as well."""

import pytest

from content.translation.slugs import slug_of
from tests.content.pages import items, news, picture
from tests.content.translation.editing import fill, publish, submit, target_of, translation_of


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Новый завод: ёмкость щёлочи", "novyy-zavod-emkost-shchelochi"),
        ("Қазақстандағы жаңа өнім – үздік", "qazaqstandaghy-zhanga-onim-uzdik"),
        ("Motor oil, 5W-40 & more", "motor-oil-5w-40-more"),
        ("<b>!</b>", ""),
    ],
)
def test_every_title_makes_an_address(title, slug):
    assert slug_of(title) == slug


def test_a_translated_title_proposes_the_address(item, administrator, committed):
    submit(administrator, item, "kk")
    fill(administrator, translation_of(item), {"Было": "Жаңа өнім", "Коротко о главном": "Қ", "Текст": "М"})
    publish(administrator, translation_of(item), committed)
    assert target_of(item).slug == "zhanga-onim"
    fill(administrator, translation_of(item), {"Было": "Мүлдем басқа"})  # readers know the address: it stays
    publish(administrator, translation_of(item), committed)
    assert target_of(item).slug == "zhanga-onim"


def test_an_address_given_by_hand_is_spelt_in_latin_letters_and_stays(item, administrator):
    submit(administrator, item, "kk")
    fill(administrator, translation_of(item), {"item": "Өзіміздің атау"})
    fill(administrator, translation_of(item), {"Было": "Жаңа өнім"})
    translation_of(item).save_target(publish=False)
    assert target_of(item).slug == "ozimizding-atau"


def test_descriptions_of_images_are_translated(news_list, administrator, get, committed):
    blocks = [("gallery", items(*({"image": picture().pk, "alt": f"Бочка {n}", "caption": ""} for n in (1, 2))))]
    page = news(news_list, "item", title="Было", cover=picture(), cover_alt="Завод", body=blocks)
    page.save_revision().publish()
    submit(administrator, page, "kk")
    words = {"Было": "Болды", "Коротко о главном": "Қ", "Завод": "Зауыт", "Бочка 1": "Бөшке 1", "Бочка 2": "Бөшке 2"}
    fill(administrator, translation_of(page), words)
    publish(administrator, translation_of(page), committed)
    shown = get("page", path="/kk/news/boldy/").json()
    assert shown["image"]["alt"] == "Зауыт"
    assert "Бөшке 2" in str(shown["body"]) and "Бочка" not in str(shown)
