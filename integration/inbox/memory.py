"""How long the inbox remembers what it applied. What waits is never forgotten."""

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from integration.inbox import removals
from integration.models import ExchangeJob, InboxItem, Taken
from integration.regulation import Entity

KEPT = timedelta(days=30)  # no push comes as late as that


def forget_before(entity: Entity, moment: datetime) -> int:
    """A complete load is the truth as of its beginning: what was pushed before it counts no more.

    So a base that was restored from a copy, and counts its versions from there again, is not refused for ever. Of an
    object that the portal no longer holds the inbox goes on remembering the last version.
    """
    old = _settled(InboxItem.objects.filter(entity=entity.name, received_at__lt=moment))
    if entity.model is not None:
        old = old.filter(Exists(entity.model._base_manager.filter(ref=OuterRef("ref"))))
    return old.delete()[0]


def forget_old() -> int:
    """Old pushes, jobs that nobody will ask about any more and rows removed long ago; how many rows."""
    ends = timezone.now() - KEPT
    removed = removals.forget_old()
    jobs = ExchangeJob.objects.filter(created_at__lt=ends).delete()[0]
    return removed + jobs + _settled(InboxItem.objects.filter(settled_at__lt=ends)).delete()[0]


def _settled(items: QuerySet[InboxItem]) -> QuerySet[InboxItem]:
    return items.exclude(status=Taken.PENDING)
