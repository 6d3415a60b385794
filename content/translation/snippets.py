"""What translatable snippets have in common: like pages they are drafts until somebody has translated them."""

from django.db import models
from wagtail.models import DraftStateMixin, RevisionMixin, TranslatableMixin

from content.translation.completeness import current_revision


class TranslatedSnippet(DraftStateMixin, RevisionMixin, TranslatableMixin, models.Model):
    """A snippet in three languages. Readers are shown `live` ones only.

    Without drafts wagtail-localize would publish the source's text under the other languages at once.
    """

    class Meta(TranslatableMixin.Meta):
        abstract = True

    def publish(self, revision, user=None, **kwargs):
        return super().publish(current_revision(self, revision, user), user=user, **kwargs)
