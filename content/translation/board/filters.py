"""How the board is narrowed."""

import django_filters
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.models import Locale, Page, get_page_models

from content.models import PortalPage, TranslationTask
from content.translation.board.items import of_type, snippet_models
from content.translation.board.states import State, with_states

NOBODY = "nobody"


def _types() -> list[tuple[str, str]]:
    models = [*(model for model in get_page_models() if issubclass(model, PortalPage)), *snippet_models()]
    types = ContentType.objects.get_for_models(*models).values()
    return sorted(((str(found.pk), capfirst(found.name)) for found in types), key=lambda choice: choice[1])


def _people() -> list[tuple[str, str]]:
    busy = TranslationTask.objects.filter(done_at=None, assignee=OuterRef("pk"))
    people = get_user_model().objects.filter(Exists(busy)).order_by("last_name", "email")
    return [(NOBODY, str(_("Nobody"))), *((str(person.pk), person.name) for person in people)]


def _sections() -> list[tuple[str, str]]:
    """Pages right below a front page, in the portal's first language."""
    sections = Page.objects.filter(depth=3, locale__language_code=settings.LANGUAGE_CODE, numchild__gt=0)
    return [(page.path, page.get_admin_display_title()) for page in sections.order_by("path")]


class BoardFilterSet(WagtailFilterSet):
    """Read by `narrowed`; django-filter itself would filter one queryset, the board has several."""

    language = django_filters.ChoiceFilter(label=_("Language"), choices=settings.LANGUAGES)
    state = django_filters.ChoiceFilter(label=_("State"), choices=[c for c in State.choices if c[0] != State.SOURCE])
    type = django_filters.ChoiceFilter(label=_("Type"), choices=_types)
    section = django_filters.ChoiceFilter(label=_("Section"), choices=_sections)
    assignee = django_filters.ChoiceFilter(label=_("Assignee"), choices=_people)
    overdue = django_filters.ChoiceFilter(label=_("Due date"), choices=[("yes", _("Overdue"))])

    class Meta:
        model = Page
        fields: list[str] = []

    def _add_locale_filter(self) -> None:
        """Not Wagtail's own: it would narrow nothing, and `language` is that of the translations."""


def narrowed(items: QuerySet, values: dict[str, str], locales: list[Locale]) -> QuerySet:
    """`items` of one model that meet the filters' values; a state or a task is looked for in any of `locales`."""
    if kind := values.get("type"):
        items = of_type(items, ContentType.objects.get_for_id(int(kind)))
    if section := values.get("section"):
        items = _of_section(items, section)
    if state := values.get("state"):
        wanted = Q()
        for locale in locales:
            wanted |= Q(**{f"state_{locale.language_code}": state})
        items = with_states(items, locales).filter(wanted)
    return _with_task(items, values, locales)


def _of_section(items: QuerySet, path: str) -> QuerySet:
    if items.model is not Page:
        return items.none()
    inside = Page.objects.filter(path__startswith=path, translation_key=OuterRef("translation_key"))
    return items.filter(Exists(inside))


def _with_task(items: QuerySet, values: dict[str, str], locales: list[Locale]) -> QuerySet:
    tasks = TranslationTask.objects.filter(
        translation_key=OuterRef("translation_key"), done_at=None, locale__in=locales
    )
    if values.get("overdue"):
        items = items.filter(Exists(tasks.filter(due__lt=timezone.localdate())))
    if (assignee := values.get("assignee")) == NOBODY:
        return items.filter(~Exists(tasks))
    return items.filter(Exists(tasks.filter(assignee=assignee))) if assignee else items
