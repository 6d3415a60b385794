"""Feeds whose items go to a module's function instead of a table: the states of orders."""

from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import DataError, IntegrityError, transaction

from integration import profile
from integration.client import PortalService
from integration.loading import parking
from integration.loading.batches import Outcome
from integration.loading.reading import ahead
from integration.loading.rows import Bad, unreadable_key, version_of
from integration.models import ExchangeState, ParkedRow
from integration.reasons import BadValue, NotYet, shortened
from integration.version_order import is_newer

# What a module's function raises for an item it cannot make sense of, or that the database does not take.
UNFIT = (
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    RecursionError,
    ObjectDoesNotExist,
    ValidationError,
    DataError,
    IntegrityError,
)


def run(load, since: str | None) -> None:
    """Give every item to the entity's function; the mark is saved with the page's effects."""
    entity = load.entity
    source = profile.source_of(entity.name)
    pages = PortalService().feed(source.source, since=since or None, limit=entity.page, overlap=source.overlap)
    for page in ahead(pages, alive=load.alive):
        with transaction.atomic():
            done = handle_items(entity, page.items)
            ExchangeState.objects.filter(entity=entity.name).update(mark=page.mark)
        load.counted(done)


def handle_items(entity, items: list[dict]) -> Outcome:
    """Apply items one by one, each whole or not at all. What does not apply is counted, what fails is parked."""
    done = Outcome(read=len(items))
    may_be_parked = parking.any_parked(entity)
    for item in items:
        came = handle_item(entity, item)
        if isinstance(came, Bad):
            _park(entity, came)
            done.parked += 1
            continue
        if may_be_parked:
            ParkedRow.objects.filter(entity=entity.name, ref=_key(item)).delete()
        done.changed += came
        done.ignored += not came
    return done


def handle_item(entity, item: dict) -> bool | Bad:
    """Whether the entity's function applied the item; a row to park when it could not."""
    try:
        with transaction.atomic():
            return bool(entity.handle(item=item))
    except UNFIT as error:
        return _parked(item, error)


def _park(entity, row: Bad) -> None:
    """Keep the item with its reason, unless a newer one of the same object waits already."""
    held = ParkedRow.objects.filter(entity=entity.name, ref=UUID(row.ref)).first()
    if held is None or not is_newer(held.version, row.version):
        parking.park(entity, [row])


def _parked(item: dict, error: Exception) -> Bad:
    waits_for = error.entity if isinstance(error, NotYet) else ""
    payload = item if isinstance(item, dict) else {"row": item}
    return Bad(_key(item).hex, _version(item), payload, _reason(error), waits_for)


def _reason(error: Exception) -> dict:
    if isinstance(error, BadValue | NotYet):
        return error.reason()
    if isinstance(error, KeyError):
        return {"code": "missing", "field": shortened(error.args[0] if error.args else "")}
    return {"code": "handler", "value": shortened(f"{type(error).__name__}: {error}")}


def _version(item: object) -> str:
    return version_of(item.get("version")) if isinstance(item, dict) else ""


def _key(item: object) -> UUID:
    try:
        return UUID(item["id"])
    except (ValueError, LookupError, TypeError, AttributeError):
        return UUID(unreadable_key(item))
