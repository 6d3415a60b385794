"""What somebody is asked to translate, on the first page of the admin."""

from dataclasses import dataclass

from django.db import models
from wagtail.admin.ui.components import Component
from wagtail.models import Locale

from content.models import TranslationTask
from content.translation.board.rows import Cell, rows

MOST = 20


@dataclass(frozen=True)
class Work:
    title: str
    language: str
    url: str  # of the side-by-side editor, or of the original while nothing was submitted
    cell: Cell


class MyTranslationsPanel(Component):
    name = "my_translations"
    template_name = "content/translation/home_panel.html"
    order = 110

    def get_context_data(self, parent_context) -> dict:
        return {**super().get_context_data(parent_context), "works": works(parent_context["request"].user)}


def works(user) -> list[Work]:
    """The user's open tasks, the most urgent first; a number of queries that does not depend on how many there are."""
    tasks = TranslationTask.objects.filter(assignee=user, done_at=None).select_related("content_type")
    tasks = list(tasks.order_by(models.F("due").asc(nulls_last=True), "pk")[:MOST])
    locales = {locale.pk: locale for locale in Locale.objects.all()}
    found = {row.item.translation_key: row for row in rows(_items(tasks), user, list(locales.values()))}
    return [_work(task, found[task.translation_key], locales) for task in tasks if task.translation_key in found]


def _work(task: TranslationTask, row, locales: dict[int, Locale]) -> Work:
    locale = locales[task.locale_id]
    cell = row.cells[locale.language_code]
    return Work(row.title, locale.get_display_name(), cell.url or row.url, cell)


def _items(tasks: list[TranslationTask]) -> list[models.Model]:
    """The oldest instance of each task's item: what it is translated from."""
    keys: dict = {}
    for task in tasks:
        keys.setdefault(task.content_type, set()).add(task.translation_key)
    oldest: dict = {}
    for content_type, of_type in keys.items():
        for item in content_type.get_all_objects_for_this_type(translation_key__in=of_type).order_by("pk"):
            oldest.setdefault(item.translation_key, item)
    return list(oldest.values())
