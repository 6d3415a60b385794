"""Which models published documents are made of: a change of theirs makes every stored answer stale.

Receivers, not calls in our code: the editor, a bulk action, the API, a scheduled publication and a script are not
ours, and a reader must never see what is no longer live.
"""

from django.db.models import Model
from django.db.models.signals import post_delete, post_save

from content.delivery.store import start_generation_after_commit


def follow(model: type[Model]) -> None:
    """Start a new generation after every saved or deleted row of `model`."""
    post_save.connect(content_changed, sender=model, dispatch_uid=f"content.saved.{model._meta.label}")
    post_delete.connect(content_changed, sender=model, dispatch_uid=f"content.deleted.{model._meta.label}")


def content_changed(sender, **kwargs) -> None:
    """Receiver of any signal that means a change of content."""
    start_generation_after_commit()
