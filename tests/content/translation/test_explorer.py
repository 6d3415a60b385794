"""The explorer of the admin: rows tell of translations, and many cost no more queries than few."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail_localize.models import Translation, TranslationSource

from tests.content.pages import in_language, news


@pytest.fixture
def listing(administrator, news_list):
    return lambda: administrator.get(reverse("wagtailadmin_explore", args=[news_list.pk]))


def test_many_rows_cost_no_more_queries_than_few(listing, news_list):
    counts = []
    for start, end in ((0, 5), (5, 20)):
        for number in range(start, end):
            news(news_list, f"item-{number}")
        listing()
        with CaptureQueriesContext(connection) as queries:
            assert f"item-{end - 1}" in listing().content.decode().lower()
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_a_row_leads_to_what_can_be_done_about_its_translations(listing, news_list):
    whole, source = news(news_list, "whole"), news(news_list, "source")
    for language in ("en", "kk"):
        in_language(whole, language)
    made, _created = TranslationSource.update_or_create_from_instance(source)
    translation = Translation.objects.create(source=made, target_locale=in_language(source, "kk").locale)
    submit = [reverse("wagtail_localize:submit_page_translation", args=[page.pk]) for page in (whole, source)]
    update = reverse("wagtail_localize:update_translations", args=[made.pk])
    shown = listing().content.decode()
    assert [address in shown for address in (*submit, update)] == [False, True, True]
    Translation.objects.filter(pk=translation.pk).update(enabled=False)
    assert update not in listing().content.decode()
