"""A site with news: two pages of the list, each item with a picture and a body of every usual block."""

import json
from io import BytesIO

NEWS = 40
PICTURES = 8
SENTENCE = "Завод отгрузил первую партию масел, заказанных через портал, и доставил её за два дня. "
LIST, ITEM = "/api/v1/content/news/?locale=ru&page=1", "/api/v1/content/page/?path=/ru/news/item-7/"


def make_site() -> None:
    from content.bootstrap import bootstrap, ensure_site
    from content.models import NewsIndexPage

    bootstrap()
    home = ensure_site()
    news = home.add_child(instance=NewsIndexPage(title="Новости", slug="news", locale=home.locale, lead=SENTENCE))
    pictures = [_picture(number) for number in range(PICTURES)]
    for number in range(NEWS):
        _add_item(news, number, pictures[number % PICTURES])


def _add_item(news, number: int, picture) -> None:
    from content.models import NewsPage

    title = f"Новость {number}: склад в Алматы расширен вдвое"
    body = json.dumps(_body(picture))
    fields = {"lead": SENTENCE * 2, "cover": picture, "cover_alt": "Склад", "body": body, "locale": news.locale}
    news.add_child(instance=NewsPage(title=title, slug=f"item-{number}", **fields))


def _body(picture) -> list[dict]:
    values = [
        ("heading", "Что изменилось"),
        *[("paragraph", f"<p>{SENTENCE * 4}</p>")] * 4,
        ("quote", {"text": SENTENCE, "author": "Директор"}),
        ("image", {"image": picture.pk, "alt": "Склад", "caption": "Новый корпус"}),
        ("paragraph", f"<p>{SENTENCE * 3}</p>"),
    ]
    ids = (f"00000000-0000-4000-8000-{number:012d}" for number in range(len(values)))
    return [{"type": kind, "id": key, "value": value} for key, (kind, value) in zip(ids, values, strict=True)]


def _picture(number: int):
    from django.core.files.base import ContentFile
    from PIL import Image as Drawing
    from wagtail.images.models import Image

    file = BytesIO()
    Drawing.new("RGB", (1600, 900), (20 * number, 90, 160)).save(file, "JPEG")
    return Image.objects.create(title=f"Picture {number}", file=ContentFile(file.getvalue(), f"bench-{number}.jpg"))
