"""Images in several widths and formats; AVIF by a worker, WebP until then; cut around what matters."""

from io import BytesIO

import pytest
from PIL import Image as Drawing
from wagtail.images.models import Image, Rendition

from content.delivery import renditions
from content.delivery.pictures import Pictures
from tests.content.pages import news, picture


@pytest.fixture
def asked(monkeypatch) -> list:
    """Images for which a worker was called."""
    called: list = []
    monkeypatch.setattr(renditions.broker, "call", lambda task, keys, **options: called.append(keys))
    return called


def test_webp_until_a_worker_has_made_avif(news_list, get, committed, asked, forget, django_assert_num_queries):
    news(news_list, "item", cover=picture())
    image = get("page", path="/ru/news/item/").json()["image"]
    assert (image["sources"], image["src"].endswith(".webp")) == ([], True)
    forget()
    get("page", path="/ru/news/item/")
    assert asked[0] == [Image.objects.get().pk]
    with committed():
        renditions.make_avif(asked[0])
    image = get("page", path="/ru/news/item/").json()["image"]
    (source,) = image["sources"]
    assert source["type"] == "image/avif"
    assert [part.split()[1] for part in source["srcset"].split(", ")] == ["480w", "960w", "1600w"]
    files = [Drawing.open(each.file.path).format for each in Rendition.objects.filter(filter_spec__contains="avif")]
    assert set(files) == {"AVIF"}
    before, told = Rendition.objects.count(), len(asked)
    forget()
    with django_assert_num_queries(3):
        get("page", path="/ru/news/item/")
    assert (Rendition.objects.count(), len(asked)) == (before, told)  # nothing is made twice, nobody is asked again


def test_a_card_is_cut_around_the_focal_point_an_editor_chose(db, asked):
    image = _striped()
    assert _colour(image) == "white"  # the middle, while nothing else is said
    image.set_focal_point(renditions_rect(1850, 0, 1990, 100))
    image.save()
    assert _colour(image) == "red"
    shown = Pictures(cards=[image.pk]).card(image.pk, "Бочка")
    assert (shown["width"], shown["height"], shown["alt"]) == (480, 270, "Бочка")


def test_a_broken_file_costs_the_page_nothing_but_its_picture(news_list, get, asked):
    image = picture()
    with open(image.file.path, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + b"\xff" * 200)
    news(news_list, "item", cover=image)
    answer = get("page", path="/ru/news/item/")
    assert (answer.status_code, answer.json()["image"], asked) == (200, None, [])


def renditions_rect(*sides: int):
    from wagtail.images.rect import Rect

    return Rect(*sides)


def _striped() -> Image:
    """White, with a red stripe at its right end."""
    from django.core.files.base import ContentFile

    drawn = Drawing.new("RGB", (2000, 400), "white")
    drawn.paste("red", (1750, 0, 2000, 400))
    written = BytesIO()
    drawn.save(written, "PNG")
    return Image.objects.create(title="Stripe", file=ContentFile(written.getvalue(), name="stripe.png"))


def _colour(image: Image) -> str:
    """Of the card's right edge."""
    shown = Pictures(cards=[image.pk]).card(image.pk)
    name = shown["src"].split("/")[-1]
    rendition = next(each for each in image.renditions.all() if each.file.name.endswith(name))
    red, green, blue = Drawing.open(rendition.file.path).convert("RGB").getpixel((470, 100))
    return "white" if min(red, green, blue) > 200 else "red"
