"""Who translates what until when: given on the board, told by mail, done when no text is left."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.db.models.signals import post_save
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Locale, Page
from wagtail.snippets.permissions import user_can_edit_snippet_type
from wagtail_localize.models import StringTranslation, Translation

from cms.accounts import mails
from cms.accounts.letters import Letter
from content.models import TranslationTask
from content.translation.completeness import waiting


@dataclass(frozen=True)
class Assigned:
    """What came of an assignment: how many tasks were given, and the items that the assignee may not edit."""

    given: int
    refused: list[models.Model]


@transaction.atomic
def tasks_give(*, items: Iterable[models.Model], locales: Iterable[Locale], assignee, due: date | None, by) -> Assigned:
    """Give each item in each language (but its own) to `assignee`, in place of whoever had it; tell them once."""
    given, refused = [], []
    for item in items:
        if not may_translate(assignee, item):
            refused.append(item)
            continue
        for locale in locales:
            if locale.pk != item.locale_id:
                given.append(_give(item, locale, assignee, due, by))
    if given and assignee != by:
        pks = [task.pk for task in given]
        transaction.on_commit(lambda: _tell(assignee.pk, pks))
    return Assigned(len(given), refused)


@transaction.atomic
def task_take(*, task: TranslationTask) -> None:
    """Nobody is asked to do it any more."""
    task.delete()


def may_translate(user, item: models.Model) -> bool:
    """Whether the user may edit the item in some language."""
    if not isinstance(item, Page):
        return user_can_edit_snippet_type(user, type(item))
    return any(page.permissions_for_user(user).can_edit() for page in item.get_translations(inclusive=True))


def connect() -> None:
    post_save.connect(_string_translated, sender=StringTranslation, dispatch_uid="content.translation.task_done")


def letter(reader, *, task_ids: list[int]) -> Letter:
    """The mail about new tasks, in the reader's language."""
    tasks = TranslationTask.objects.filter(pk__in=task_ids).select_related("locale", "content_type", "assigned_by")
    tasks = list(tasks.order_by("due", "pk"))
    text = ngettext(
        "You are asked to translate %(number)d text.", "You are asked to translate %(number)d texts.", len(tasks)
    )
    return Letter(
        subject=_("Texts to translate"),
        paragraphs=(text % {"number": len(tasks)},),
        action=_("My translations"),
        link=f"{settings.PORTAL_URL}/admin/",
        facts=tuple((_title(task), _facts(task)) for task in tasks),
    )


def _give(item: models.Model, locale: Locale, assignee, due: date | None, by) -> TranslationTask:
    return TranslationTask.objects.update_or_create(
        translation_key=item.translation_key,
        locale=locale,
        done_at=None,
        defaults={
            "content_type": ContentType.objects.get_for_model(item.get_translation_model()),
            "assignee": assignee,
            "due": due,
            "assigned_by": by,
        },
    )[0]


def _tell(assignee_id: int, task_ids: list[int]) -> None:
    from content.tasks import mail_translation_tasks

    mails.later(mail_translation_tasks, assignee_id, task_ids)


def _title(task: TranslationTask) -> str:
    item = task.content_type.get_all_objects_for_this_type(translation_key=task.translation_key).order_by("pk").first()
    return str(item) if item else "–"


def _facts(task: TranslationTask) -> str:
    language = task.locale.get_display_name()
    if task.due is None:
        return language
    return _("%(language)s, until %(date)s") % {"language": language, "date": date_format(task.due, "DATE_FORMAT")}


def _string_translated(instance: StringTranslation, raw: bool = False, **kwargs) -> None:
    """A task is done with its last text. A machine's text counts once a person has looked at it."""
    if raw or instance.context_id is None or instance.translation_type == StringTranslation.TRANSLATION_TYPE_MACHINE:
        return
    tasks = TranslationTask.objects.filter(
        translation_key=instance.context.object_id, locale=instance.locale_id, done_at=None
    )
    for task in tasks:
        translation = Translation.objects.filter(
            source__object_id=task.translation_key, target_locale=task.locale_id, enabled=True
        ).first()
        if translation and not waiting(translation):
            task.done_at = timezone.now()
            task.save(update_fields=["done_at"])
