"""From items to what the board shows of them, whatever their number: a few queries for a page of rows."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from uuid import UUID

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import F, IntegerField, OuterRef, QuerySet, Subquery, Value
from django.utils.text import capfirst
from django.utils.timezone import localtime
from wagtail.models import Locale, Page, RevisionMixin
from wagtail_localize.models import StringTranslation, Translation, get_edit_url

from content.models import TranslationTask
from content.translation.board.counting import translated_strings
from content.translation.board.items import editable_pages
from content.translation.board.states import State, with_states

EXPORTED_AT_ONCE = 200


@dataclass(frozen=True)
class Cell:
    """An item in a language. `who`, `since`: who last worked on it, since when it is so. `url`: where to go on."""

    language: str
    state: State
    url: str = ""
    who: str = ""
    since: datetime | None = None
    translated: int = 0
    strings: int = 0
    by_machine: int = 0
    task: TranslationTask | None = None

    @property
    def label(self) -> str:
        return str(self.state.label)

    @property
    def can_be_assigned(self) -> bool:
        return self.state in (State.MISSING, State.IN_PROGRESS, State.OUTDATED, State.READY)


@dataclass(frozen=True)
class Row:
    """An item with its cells by language. `token` names it in addresses and forms."""

    item: models.Model
    title: str
    kind: str
    url: str
    cells: dict[str, Cell]

    @property
    def token(self) -> str:
        return str(self.item.translation_key)


def rows(items: Iterable[models.Model], user, locales: list[Locale]) -> Iterator[Row]:
    """The rows of `items`, in their order; made in portions, so that an export of everything is not all in memory."""
    remaining = iter(items)
    while portion := list(islice(remaining, EXPORTED_AT_ONCE)):
        yield from Portion(portion, user, locales).rows()


class Portion:
    """What is asked of the database once for several items."""

    def __init__(self, items: list[models.Model], user, locales: list[Locale]) -> None:
        self.items, self.locales = items, locales
        keys = {item.translation_key for item in items}
        self.instances = _instances(items, keys)
        self.states = _states(items, locales)
        self.translations = {(found.key, found.target_locale_id): found for found in _translations(keys)}
        self.tasks = {(task.translation_key, task.locale_id): task for task in _open_tasks(keys)}
        self.editable = set(editable_pages(user).filter(translation_key__in=keys).values_list("pk", flat=True))
        people = {found.last_by for found in self.translations.values()} | {
            instance.edited_by for by_locale in self.instances.values() for instance in by_locale.values()
        }
        self.people = get_user_model().objects.in_bulk(people - {None})

    def rows(self) -> Iterator[Row]:
        for item in self.items:
            cells = {locale.language_code: self._cell(item, locale) for locale in self.locales}
            yield Row(
                item,
                item.get_admin_display_title() if isinstance(item, Page) else str(item),
                capfirst(_kind_of(item).name),
                self._url(item),
                cells,
            )

    def _cell(self, item: models.Model, locale: Locale) -> Cell:
        key = item.translation_key
        state = State(self.states[type(item)._meta.label, item.pk][locale.language_code])
        instance = self.instances[key].get(locale.pk)
        found = self.translations.get((key, locale.pk))
        numbers = (found.done, found.total, found.by_machine) if found else (0, 0, 0)
        who, since = self._last_work(state, instance, found)
        task = self.tasks.get((key, locale.pk))
        return Cell(locale.language_code, state, self._url(instance), who, since, *numbers, task)

    def _last_work(self, state: State, instance, translation) -> tuple[str, datetime | None]:
        if state == State.MISSING or instance is None:
            return "", None
        if translation is None or state == State.SOURCE:
            who, since = instance.edited_by, getattr(instance, "latest_revision_created_at", None)
        elif state == State.OUTDATED:
            who, since = translation.last_by, translation.changed_since or translation.synchronised_at
        else:
            who, since = translation.last_by, translation.last_at or translation.created_at
        person = self.people.get(who)
        return person.name if person else "", since and localtime(since)

    def _url(self, instance: models.Model | None) -> str:
        """The editor of a page is for those who may edit it; a snippet on the board is theirs in all languages."""
        if instance is None or (isinstance(instance, Page) and instance.pk not in self.editable):
            return ""
        return get_edit_url(instance)


def _kind_of(item: models.Model) -> ContentType:
    if isinstance(item, Page):
        return ContentType.objects.get_for_id(item.content_type_id)
    return ContentType.objects.get_for_model(item)


def _instances(items: list[models.Model], keys: set[UUID]) -> dict[UUID, dict[int, models.Model]]:
    """Key → locale → the page or snippet in that language."""
    found: dict[UUID, dict[int, models.Model]] = defaultdict(dict)
    for model in {type(item) for item in items}:
        edited_by = F("latest_revision__user") if issubclass(model, RevisionMixin) else Value(None, IntegerField())
        for instance in model.objects.filter(translation_key__in=keys).annotate(edited_by=edited_by):
            found[instance.translation_key][instance.locale_id] = instance
    return found


def _states(items: list[models.Model], locales: list[Locale]) -> dict[tuple[str, int], dict[str, str]]:
    """Model and key of an item → language → state."""
    found = {}
    for model in {type(item) for item in items}:
        of_model = model.objects.filter(pk__in=[item.pk for item in items if type(item) is model]).order_by()
        for values in with_states(of_model, locales).values():
            states = {locale.language_code: values[f"state_{locale.language_code}"] for locale in locales}
            found[model._meta.label, values[model._meta.pk.attname]] = states
    return found


def _translations(keys: set[UUID]) -> QuerySet[Translation]:
    strings = StringTranslation.objects.filter(
        context__object_id=OuterRef("source__object_id"), locale=OuterRef("target_locale")
    ).order_by("-updated_at")
    return Translation.objects.filter(source__object_id__in=keys, enabled=True).annotate(
        last_by=Subquery(strings.values("last_translated_by")[:1]),
        last_at=Subquery(strings.values("updated_at")[:1]),
        key=F("source__object_id"),
        changed_since=F("source__change__since"),
        synchronised_at=F("source__last_updated_at"),
        **translated_strings(),
    )


def _open_tasks(keys: set[UUID]) -> QuerySet[TranslationTask]:
    return TranslationTask.objects.filter(translation_key__in=keys, done_at=None).select_related("assignee")
