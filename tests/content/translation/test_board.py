"""The board of translations: every item × language, who, since when, for whom."""

import csv
from datetime import timedelta
from io import BytesIO, StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.models import Locale

from cms.access import roles
from content.models import TranslationTask
from content.translation.tasks import tasks_give
from tests.content.conftest import signed_in
from tests.content.pages import news
from tests.content.translation.conftest import WORDS
from tests.content.translation.editing import fill, publish, submit, synchronise, translation_of
from tests.factories import accounts

BOARD = "/admin/localize/reports/translations/"


def board(client, **asked) -> dict:
    """Title → its row."""
    return {row.title: row for row in client.get(BOARD, asked).context["object_list"]}


def states(client, title="Было", **asked) -> dict[str, str]:
    return {language: str(cell.state) for language, cell in board(client, **asked)[title].cells.items()}


def change(page, committed, **fields) -> None:
    for name, value in fields.items():
        setattr(page, name, value)
    with committed():
        page.save_revision().publish()


def test_a_translation_s_way_over_the_board(item, administrator, committed):
    assert states(administrator) == {"ru": "source", "en": "missing", "kk": "missing"}
    submit(administrator, item, "kk")
    assert states(administrator)["kk"] == "in_progress"
    fill(administrator, translation_of(item), {"Было": "Болды"})
    cell = board(administrator)["Было"].cells["kk"]
    assert (cell.translated, cell.strings, bool(cell.who)) == (1, 3, True)
    fill(administrator, translation_of(item), WORDS)
    assert states(administrator)["kk"] == "ready"
    publish(administrator, translation_of(item), committed)
    assert states(administrator) == {"ru": "source", "en": "missing", "kk": "up_to_date"}


def test_a_changed_original_makes_it_outdated_until_it_is_translated_again(item, administrator, committed):
    submit(administrator, item, "kk")
    fill(administrator, translation_of(item), WORDS)
    publish(administrator, translation_of(item), committed)
    change(item, committed)  # published again as it was
    assert states(administrator)["kk"] == "up_to_date"
    change(item, committed, title="Стало")
    assert states(administrator, "Стало")["kk"] == "outdated"
    synchronise(administrator, item, committed)
    assert states(administrator, "Стало")["kk"] == "outdated"  # readers still see the old
    fill(administrator, translation_of(item), {"Стало": "Енді"})
    assert states(administrator, "Стало")["kk"] == "ready"
    publish(administrator, translation_of(item), committed)
    assert states(administrator, "Стало")["kk"] == "up_to_date"


def test_each_filter_narrows(item, home, administrator, news_list, committed):
    other = news(news_list, "other", title="Другое")
    submit(administrator, other, "kk", "en")
    somebody = accounts.user(roles.CONNECT_MANAGER)
    kazakh = Locale.objects.get(language_code="kk")
    tasks_give(items=[item], locales=[kazakh], assignee=somebody, due=timezone.localdate(), by=somebody)
    TranslationTask.objects.update(due=timezone.localdate() - timedelta(days=1))
    kind = item.content_type_id
    asked = {
        "type": {"type": kind}, "missing": {"type": kind, "state": "missing"},
        "in progress": {"type": kind, "language": "kk", "state": "in_progress"},
        "assignee": {"assignee": somebody.pk}, "assigned in English": {"assignee": somebody.pk, "language": "en"},
        "nobody": {"type": kind, "assignee": "nobody"}, "overdue": {"overdue": "yes"}, "words": {"q": "другОЕ"},
        "section": {"section": news_list.path},
    }  # fmt: skip
    assert {name: sorted(board(administrator, **query)) for name, query in asked.items()} == {
        "type": ["Было", "Другое"], "missing": ["Было"], "in progress": ["Другое"], "assignee": ["Было"],
        "assigned in English": [], "nobody": ["Другое"], "overdue": ["Было"], "words": ["Другое"],
        "section": ["Было", "Другое", "Новости"],
    }  # fmt: skip


def test_an_editor_sees_what_they_may_edit(item, home, news_editor, administrator, committed):
    assert set(board(administrator)) >= {"Главная", "Новости", "Было"}
    assert set(board(news_editor)) == {"Новости", "Было"}
    assert board(news_editor)["Было"].url == f"/admin/pages/{item.pk}/edit/"


@pytest.mark.parametrize("role", [roles.BUYER_HEAD, roles.SERVICE_MANAGER_FULL])
def test_nobody_else_sees_it(item, role):
    assert signed_in(role).get(BOARD).status_code == 302


def test_it_leads_straight_into_the_editor(item, administrator):
    submit(administrator, item, "kk")
    page = administrator.get(board(administrator)["Было"].cells["kk"].url)
    assert page.context["translation"] == translation_of(item)


@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_it_is_exported_as_it_is_narrowed(item, administrator, file_format):
    submit(administrator, item, "kk")
    answer = administrator.get(BOARD, {"export": file_format, "type": item.content_type_id})
    content = b"".join(answer.streaming_content)
    if file_format == "csv":
        lines = list(csv.reader(StringIO(content.decode())))
    else:
        lines = list(load_workbook(BytesIO(content)).active.values)
    values = dict(zip(*lines, strict=True))
    assert (values["Title"], values["kk: state"], values["en: state"]) == ("Было", "In progress", "Missing")


def test_queries_do_not_grow_with_the_items(news_list, administrator):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            administrator.get(BOARD)
        return len(captured)

    submit(administrator, news(news_list, "first"), "kk", "en")
    administrator.get(BOARD)  # content types are remembered
    few = queries()
    for number in range(4):
        submit(administrator, news(news_list, f"more-{number}"), "kk", "en")
    assert queries() == few
