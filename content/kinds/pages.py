"""The kinds that need nothing but what every page has."""

from content.delivery.kinds import Kind
from content.models import HomePage, NewsIndexPage, NewsPage, StandardPage


class HomeKind(Kind):
    model = HomePage
    lists_news = True


class StandardKind(Kind):
    model = StandardPage


class NewsIndexKind(Kind):
    model = NewsIndexPage
    lists_news = True


class NewsKind(Kind):
    model = NewsPage
