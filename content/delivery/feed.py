"""News of one language, or of one of its rubrics, as RSS 2.0, made of the same document as the API's list."""

from datetime import date, datetime, time
from html import escape
from typing import Any

from django.conf import settings
from django.utils import timezone, translation
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.translation import gettext

from content.delivery.news import Wanted
from content.delivery.public import absolute
from content.delivery.xml import plain


def feed_of(wanted: Wanted, news: dict[str, Any], address: str) -> bytes:
    """`news`: NewsList as JSON values, not empty if a rubric is wanted; `address`: the feed's own, "/ru/news/feed/"."""
    with translation.override(wanted.locale):
        title = gettext("News")
    if wanted.rubric:
        title = f"{title}: {plain(news['results'][0]['rubric']['name'])}"
    feed = Rss201rev2Feed(
        title=f"{title} — {settings.WAGTAIL_SITE_NAME}",
        link=absolute(f"/{wanted.locale}/"),
        description=title,
        language=wanted.locale,
        feed_url=absolute(address),
    )
    for item in news["results"]:
        feed.add_item(
            title=plain(item["title"]),
            link=absolute(item["path"]),
            description=escape(plain(item["intro"]), quote=False),  # readers take it for HTML
            pubdate=_morning(item["date"]),
            unique_id=absolute(item["path"]),
            unique_id_is_permalink=True,
        )
    return feed.writeString("utf-8").encode()


def _morning(day: str) -> datetime:
    """News have a day and no hour; RSS wants both."""
    return timezone.make_aware(datetime.combine(date.fromisoformat(day), time.min))
