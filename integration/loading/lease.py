"""One reader an entity: a lease in its state row, renewed while the load lives, free again soon after it dies."""

import time
import uuid
from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from integration.models import ExchangeState

LEASE = timedelta(seconds=30)
RENEW = 5.0  # seconds


class Busy(Exception):
    """Somebody else reads this entity now."""


class LeaseLost(Exception):
    """The lease ran out while the load was stuck and somebody else has it now; nothing more may be written."""


class Lease:
    """Use as a context: raises Busy when the entity is being read. Call `renew` often."""

    def __init__(self, entity: str) -> None:
        self.entity = entity
        self.reader = uuid.uuid4()

    def __enter__(self) -> "Lease":
        ExchangeState.objects.get_or_create(entity=self.entity)
        now = timezone.now()
        free = Q(reader=None) | Q(lease_until__lt=now)
        states = ExchangeState.objects.filter(free, entity=self.entity)
        if not states.update(reader=self.reader, running_since=now, lease_until=now + LEASE):
            raise Busy(self.entity)
        self.renewed = time.monotonic()
        return self

    def __exit__(self, *error) -> None:
        self._mine().update(reader=None, running_since=None, lease_until=None)

    def renew(self) -> None:
        """Cheap: writes every few seconds only. Raises LeaseLost."""
        if time.monotonic() - self.renewed > RENEW:
            if not self._mine().update(lease_until=timezone.now() + LEASE):
                raise LeaseLost(self.entity)
            self.renewed = time.monotonic()

    def _mine(self):
        return ExchangeState.objects.filter(entity=self.entity, reader=self.reader)
