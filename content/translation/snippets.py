"""What translatable snippets have in common: like pages they are drafts until somebody has translated them."""

from django.db import models
from wagtail.models import DraftStateMixin, RevisionMixin, TranslatableMixin

from content.translation.completeness import current_revision, untranslated


class TranslatedSnippet(DraftStateMixin, RevisionMixin, TranslatableMixin, models.Model):
    """A snippet in three languages. Readers are shown `live` ones only.

    Without drafts wagtail-localize would publish the source's text under the other languages at once. With them it
    writes what is half translated over what is live; here that becomes a draft beside it.
    """

    class Meta(TranslatableMixin.Meta):
        abstract = True

    def save(self, *args, update_fields=None, **kwargs) -> None:
        if self._state.adding:
            self.live_revision = None  # a copy brings that of what it is copied from
        elif update_fields is None and self.live_revision_id and (not self.live or untranslated(self)):
            return  # the revision that is made next keeps it
        if self.live and untranslated(self):
            self.live = False
        super().save(*args, update_fields=update_fields, **kwargs)

    def publish(self, revision, user=None, **kwargs):
        return super().publish(current_revision(self, revision, user), user=user, **kwargs)
