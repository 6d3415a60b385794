"""What the portal knows about translations beyond wagtail-localize. Items are named by their translation key."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

PERSON = settings.AUTH_USER_MODEL


class ChangedSource(models.Model):
    """The original differs from what its translations were made of, and since when.

    A row of its own, because only a comparison of contents can tell: every publication moves the page's dates.
    """

    source = models.OneToOneField("wagtail_localize.TranslationSource", on_delete=models.CASCADE, related_name="change")
    since = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.source_id}: {self.since}"


class SharedPage(models.Model):
    """A page that an editor chose to show in every language as it is."""

    translation_key = models.UUIDField(unique=True)
    chosen_by = models.ForeignKey(PERSON, null=True, on_delete=models.SET_NULL, related_name="+")
    chosen_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return str(self.translation_key)


class TranslationTask(models.Model):
    """Who is to translate an item into `locale`, and until when. `done_at` is set once no text is left."""

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    translation_key = models.UUIDField()
    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+", verbose_name=_("language"))
    assignee = models.ForeignKey(
        PERSON, on_delete=models.CASCADE, related_name="translation_tasks", verbose_name=_("assignee")
    )
    due = models.DateField(_("due date"), null=True, blank=True)
    assigned_by = models.ForeignKey(PERSON, null=True, on_delete=models.SET_NULL, related_name="+")
    assigned_at = models.DateTimeField(auto_now_add=True)
    done_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["translation_key", "locale"], condition=models.Q(done_at=None), name="one_open_translation_task"
            )
        ]
        indexes = [models.Index(fields=["assignee", "due"], condition=models.Q(done_at=None), name="open_tasks_of")]

    def __str__(self) -> str:
        return f"{self.translation_key} → {self.locale_id}: {self.assignee_id}"

    @property
    def is_overdue(self) -> bool:
        return self.done_at is None and self.due is not None and self.due < timezone.localdate()


class GlossaryTerm(models.Model):
    """What a product term is called in each language, and what it must not be called."""

    ru = models.CharField(_("in Russian"), max_length=200, unique=True)
    en = models.CharField(_("in English"), max_length=200, blank=True)
    kk = models.CharField(_("in Kazakh"), max_length=200, blank=True)
    note = models.TextField(_("note"), blank=True, max_length=1000, help_text=_("Where it is used, or how it differs."))
    forbidden = models.TextField(
        _("not to be used"),
        blank=True,
        max_length=1000,
        help_text=_("Wrong or outdated words in any of the languages, a line each."),
    )

    class Meta:
        ordering = ["ru"]
        verbose_name = _("term")
        verbose_name_plural = _("glossary")

    def __str__(self) -> str:
        return self.ru

    @property
    def forbidden_words(self) -> list[str]:
        return [word for line in self.forbidden.splitlines() if (word := line.strip())]
