"""A news item to translate."""

import pytest

from content.models import NewsPage
from tests.content.pages import news

WORDS = {"Было": "Болды", "Коротко о главном": "Қысқаша", "Текст": "Мәтін"}


@pytest.fixture
def item(news_list) -> NewsPage:
    page = news(news_list, "item", title="Было", body=[("paragraph", "<p>Текст</p>")])
    page.save_revision().publish()
    return page
