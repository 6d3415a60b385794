"""Objects that travel both ways: the portal tells 1C about them by a topic, 1C's feed brings what became of them.

A module gives `take()` to its entity as `handle`, with what a new row is made of and what changes in a known one.
"""

import uuid
from collections.abc import Callable, Mapping
from datetime import datetime
from enum import Enum
from typing import TypeVar
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from integration import regulation
from integration.fields import EMPTY_YEAR, clean, reference
from integration.reasons import BadValue, NotYet

LARGEST = 2**63 - 1


class TravelsBothWays(models.Model):
    """`id` is the portal's UUID and 1C's reference at once.

    `version` grows with every change that 1C has to know; `onec_version` is that of the last item of the feed that
    was applied, so that a late or repeated one changes nothing. `deleted`: 1C has withdrawn it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    version = models.PositiveBigIntegerField(default=1, editable=False)
    onec_version = models.BigIntegerField(default=0, editable=False)
    deleted = models.BooleanField(_("deleted in 1C"), default=False, db_default=False, editable=False)

    class Meta:
        abstract = True


Row = TypeVar("Row", bound=TravelsBothWays)


class News(Enum):
    """What an item of the feed was to the portal."""

    OLD = "old"
    CHANGED = "changed"
    NEW = "new"


class Item:
    """One item of a feed, read value by value. Raises BadValue, or NotYet for a reference that has not arrived."""

    def __init__(self, raw: dict) -> None:
        self.data = raw["data"] if isinstance(raw.get("data"), dict) else {}
        self.id = uuid.UUID(raw["id"])
        self.version = _version(raw["version"])
        self.deleted = raw.get("deleted") is True

    def text(self, name: str, limit: int | None = None) -> str:
        """Clean text of at most `limit` characters; empty when it is absent."""
        value = clean(self.data.get(name))
        if limit and len(value) > limit:
            raise BadValue("long", field=name, length=len(value), limit=limit)
        return value

    def choice(self, name: str, values: Mapping[str, str]) -> str:
        """The portal's value for one of an enumeration of 1C."""
        value = self.data.get(name)
        if not isinstance(value, str) or value not in values:
            raise BadValue("choice", field=name, value=value)
        return values[value]

    def moment(self, name: str) -> datetime | None:
        """A point in time; without an offset it is in the base's own zone (ONEC_TIME_ZONE)."""
        value = self.data.get(name)
        if value is None or value == "" or str(value).startswith(EMPTY_YEAR):
            return None
        try:
            moment = datetime.fromisoformat(str(value))
        except ValueError:
            raise BadValue("type", field=name, value=value, expected="a time") from None
        return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(settings.ONEC_TIME_ZONE))

    def uuid(self, name: str) -> uuid.UUID | None:
        """A reference as it stands, whatever it leads to."""
        ref = reference(self.data.get(name))
        return uuid.UUID(ref) if ref else None

    def row(self, name: str, entity: str) -> models.Model | None:
        """The row of `entity` that the reference leads to; None for an empty one."""
        ref = self.uuid(name)
        if ref is None:
            return None
        found = regulation.get(entity).model._base_manager.filter(ref=ref).first()
        if found is None:
            raise NotYet(entity, name, ref)
        return found

    def required(self, name: str, entity: str) -> models.Model:
        """The same where an empty reference is a mistake."""
        found = self.row(name, entity)
        if found is None:
            raise BadValue("required", field=name)
        return found


def _version(value: object) -> int:
    version = int(value)  # ValueError and TypeError park the item as they are
    if not 0 <= version <= LARGEST:
        raise BadValue("digits", field="version", value=value)
    return version


@transaction.atomic
def take(
    model: type[Row], item: Item, *, new: Callable[[], dict], change: Callable[[Row], dict]
) -> tuple[Row | None, News]:
    """Apply one item, compare-and-set by its version: the row, and what the item was to it.

    `new()` gives the fields of a row the portal does not know, `change(row)` those that change in one it does; the
    row is locked and still as it was. A deleted item without data of an object nobody knows is nothing.
    """
    row = model.objects.select_for_update().filter(pk=item.id).first()
    if row is None:
        if item.deleted and not item.data:
            return None, News.OLD
        fields = {**new(), "onec_version": item.version, "deleted": item.deleted}
        row, is_new = model.objects.select_for_update().get_or_create(pk=item.id, defaults=fields)
        if is_new:
            return row, News.NEW
    if row.onec_version >= item.version:
        return row, News.OLD
    changed = {"deleted": True} if item.deleted and not item.data else {**change(row), "deleted": item.deleted}
    model.objects.filter(pk=row.pk).update(onec_version=item.version, **changed)
    return row, News.CHANGED
