"""What stands on the board: each page and translatable snippet once, in the language it was written in."""

from collections.abc import Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet
from wagtail.models import Page, TranslatableMixin
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.snippets.models import get_snippet_models
from wagtail.snippets.permissions import user_can_edit_snippet_type
from wagtail_localize.models import Translation

from cms.access.choosers import contains


class Items:
    """Querysets of several models, one after the other, as one list that a paginator can count and slice."""

    ordered = True

    def __init__(self, querysets: list[QuerySet]) -> None:
        self.querysets = querysets

    def count(self) -> int:
        return sum(queryset.order_by().count() for queryset in self.querysets)

    __len__ = count

    def __getitem__(self, part: slice) -> list[models.Model]:
        start, found = part.start or 0, []
        for queryset in self.querysets:
            room = None if part.stop is None else part.stop - (part.start or 0) - len(found)
            if room == 0:
                break
            here = list(queryset[start : None if room is None else start + room])
            found += here
            start = 0 if here else max(0, start - queryset.order_by().count())
        return found

    def __iter__(self) -> Iterator[models.Model]:
        for queryset in self.querysets:
            yield from queryset.iterator(chunk_size=500)


def snippet_models() -> list[type[models.Model]]:
    return [model for model in get_snippet_models() if issubclass(model, TranslatableMixin)]


def kinds() -> list[type[models.Model]]:
    """Every model whose instances stand on the board; pages by `Page` alone."""
    return [Page, *snippet_models()]


def visible_items(user, model: type[models.Model]) -> QuerySet:
    """Originals of `model` that the user may edit in some language."""
    originals = _originals(model)
    if model is not Page:
        return originals.order_by("pk") if user_can_edit_snippet_type(user, model) else originals.none()
    return originals.filter(translation_key__in=editable_pages(user).values("translation_key")).order_by("path")


def editable_pages(user) -> QuerySet[Page]:
    return PagePermissionPolicy().instances_user_has_permission_for(user, "change").order_by()


def may_see_board(user) -> bool:
    pages = PagePermissionPolicy().user_has_any_permission(user, {"change", "publish"})
    return pages or any(user_can_edit_snippet_type(user, model) for model in snippet_models())


def with_words(items: QuerySet, words: str) -> QuerySet:
    """Items with every word in a title or name."""
    for word in words.split():
        anywhere = Q()
        for name in _names(items.model):
            anywhere |= contains(name, word)
        items = items.filter(anywhere)
    return items


def of_type(items: QuerySet, content_type: ContentType) -> QuerySet:
    if items.model is Page:
        return items.filter(content_type=content_type)
    return items if ContentType.objects.get_for_model(items.model) == content_type else items.none()


def _names(model: type[models.Model]) -> list[str]:
    if model is Page:
        return ["title", "draft_title"]
    return [field.name for field in model._meta.get_fields() if _is_text(field)]


def _is_text(field: Any) -> bool:
    return isinstance(field, models.CharField | models.TextField) and not field.choices and field.editable


def _originals(model: type[models.Model]) -> QuerySet:
    """Of each translation key the one instance that is translated from; the oldest where none is."""
    older = model.objects.filter(translation_key=OuterRef("translation_key"), pk__lt=OuterRef("pk"))
    originals = model.objects.all()
    if model is Page:
        originals, older = originals.filter(depth__gt=1, alias_of=None), older.filter(alias_of=None)
    return originals.filter(~_is_translation(), ~Exists(older.filter(~_is_translation())))


def _is_translation() -> Exists:
    made = Translation.objects.filter(
        source__object_id=OuterRef("translation_key"), target_locale=OuterRef("locale"), enabled=True
    )
    return Exists(made)
