"""What readers and editors ask for costs as many queries on a large site as on a small one."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from content.models import StandardPage
from tests.bench.many_pages import add_news
from tests.content.pages import in_language, news, picture

READ = {
    "list of news": "/api/v1/content/news/?locale=ru",
    "deep in the list": "/api/v1/content/news/?locale=ru&page=2&page_size=1",
    "news item": "/api/v1/content/page/?path=/ru/news/item/",
    "menu": "/api/v1/content/menu/?locale=ru",
    "what stands around a page": "/api/v1/content/site/?locale=ru",
    "search": "/api/v1/content/search/?locale=ru&q=item",
    "feed": "/ru/news/feed/",
    "map of the site": "/sitemap.xml",
    "whole document": "/ru/news/item/",
    "list as a whole document": "/ru/news/",
}
EDITED = {
    "explorer": "/admin/pages/{news_list}/",
    "explorer, by title": "/admin/pages/{news_list}/?ordering=title",
    "search of the explorer": "/admin/pages/search/?q=item",
    "form of an item": "/admin/pages/{item}/edit/",
}


@pytest.fixture
def item(news_list):
    """In two languages; before another, whose place the copies of a large site take."""
    made = news(news_list, "item", cover=picture())
    in_language(made, "kk")
    news(news_list, "second", cover=made.cover)
    return made


def grow(news_list) -> None:
    """Sixty more items, and pages beside the list."""
    add_news(news_list, 60)
    home = Page.objects.get(pk=news_list.get_parent().pk)
    for title in ("One", "Two", "Three"):
        home.add_child(instance=StandardPage(title=title, slug=f"page-{uuid4()}", locale=home.locale))


def queries(ask: Callable, address: str) -> int:
    """Of a request that no cache answers; asked before, so that what a process learns once is known."""
    ask(address)
    with CaptureQueriesContext(connection) as captured:
        answer = ask(address)
    assert answer.status_code == 200, address
    return len(captured)


def test_reading_costs_no_more_on_a_large_site(news_list, item, reader, forget):
    def ask(address: str):
        forget()
        return reader.get(address)

    before = {name: queries(ask, address) for name, address in READ.items()}
    grow(news_list)
    assert {name: queries(ask, address) for name, address in READ.items()} == before


def test_nor_does_editing(news_list, item, administrator):
    addresses = {name: address.format(news_list=news_list.pk, item=item.pk) for name, address in EDITED.items()}
    grow(news_list)  # more than one page of the explorer, else there is less to show
    before = {name: queries(administrator.get, address) for name, address in addresses.items()}
    grow(news_list)
    assert {name: queries(administrator.get, address) for name, address in addresses.items()} == before


def test_nor_does_choosing_a_page(news_list, item, administrator):
    browse, search = f"/admin/choose-page/{news_list.pk}/", "/admin/choose-page/search/?q=item"
    addresses = (browse, f"{browse}?page_type=content.newspage", search)
    before = [queries(administrator.get, address) for address in addresses]
    add_news(news_list, 20)
    assert [queries(administrator.get, address) for address in addresses] == before
    shown = administrator.get(search).context_data["table"].data
    assert all(page.is_child_of(page.get_parent()) for page in shown)
