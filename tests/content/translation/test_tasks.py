"""Translations are given to people, who are told, and done when no text is left."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from wagtail.models import Locale

from cms.access import roles
from content.models import StandardPage, TranslationTask
from content.translation.tasks import tasks_give
from tests.content.conftest import signed_in
from tests.content.pages import news
from tests.content.translation.conftest import WORDS
from tests.content.translation.editing import fill, submit, translation_of
from tests.factories import accounts

ASSIGN = "/admin/localize/reports/translations/assign/"


@pytest.fixture
def translator(news_list):
    return accounts.user(roles.CONNECT_MANAGER, language="kk")


def assign(client, items, *languages, **more):
    locales = list(Locale.objects.filter(language_code__in=languages).values_list("pk", flat=True))
    return client.post(ASSIGN, {"item": [str(item.translation_key) for item in items], "languages": locales, **more})


def test_several_are_given_at_once_and_the_assignee_is_told_in_their_language(
    item, news_list, administrator, translator, committed, worker_at_hand
):
    due = timezone.localdate() + timedelta(days=3)
    with committed():
        assign(administrator, [item, news(news_list, "other")], "en", "kk", assignee=translator.pk, due=due)
    assert TranslationTask.objects.filter(assignee=translator, due=due, done_at=None).count() == 4
    assert [(letter.to, letter.subject) for letter in mail.outbox] == [([translator.email], "Аударылатын мәтіндер")]


def test_assigned_anew_it_is_somebody_else_s(item, administrator, translator, committed):
    for assignee in (translator, accounts.user(roles.PLATFORM_ADMIN)):
        assign(administrator, [item], "kk", assignee=assignee.pk)
    assert TranslationTask.objects.get().assignee == assignee


def test_it_is_done_with_the_last_text(item, administrator, translator, committed):
    assign(administrator, [item], "kk", assignee=translator.pk)
    submit(administrator, item, "kk")
    fill(administrator, translation_of(item), {"Было": "Болды"})
    assert TranslationTask.objects.get().done_at is None
    fill(administrator, translation_of(item), WORDS)
    assert TranslationTask.objects.get().done_at is not None


def test_it_stands_on_the_first_page_of_the_admin(item, translator):
    yesterday = timezone.localdate() - timedelta(days=1)
    kazakh = Locale.objects.get(language_code="kk")
    tasks_give(items=[item], locales=[kazakh], assignee=translator, due=yesterday, by=translator)
    client = signed_in(roles.CONNECT_MANAGER)
    assert "translation-overdue" not in client.get("/admin/").content.decode()
    client.force_login(translator)
    page = client.get("/admin/").content.decode()
    assert "Было" in page and "translation-overdue" in page


@pytest.mark.parametrize(
    "wrong", [{"due": "2020-01-01"}, {"assignee": ""}, {"languages": []}], ids=["past", "nobody", "no language"]
)
def test_what_makes_no_sense_is_refused(item, administrator, translator, wrong):
    answer = assign(administrator, [item], "kk", **{"assignee": translator.pk, **wrong})
    assert answer.status_code == 200 and not TranslationTask.objects.exists()


def test_nobody_is_given_or_gives_what_they_may_not_edit(item, home, administrator, news_editor, translator):
    about = home.add_child(instance=StandardPage(title="О заводе", slug="about", locale=home.locale))
    assign(administrator, [about], "kk", assignee=translator.pk)
    assign(news_editor, [about], "kk", assignee=translator.pk)
    assign(signed_in(roles.SERVICE_MANAGER_FULL), [item], "kk", assignee=translator.pk)
    assert not TranslationTask.objects.exists()
