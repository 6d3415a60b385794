"""What a topic has delivered, compared with what 1C holds: every object is there, in this version or a newer one."""

from collections.abc import Iterator
from uuid import UUID

from django.db import connection, transaction
from django.db.models import UUIDField
from django.utils import timezone

from integration.client import NotFound, PortalService
from integration.fields import reference
from integration.loading.reading import ahead
from integration.loading.stage import Stage
from integration.loading.upsert import as_hex
from integration.models import Compared, Delivery, OutboxMessage, Reconciliation
from integration.reasons import BadValue
from integration.reconciliation.reports import SAMPLES, Watch, written
from integration.regulation import Topic

PAGE = 2000


def compare_deliveries(topic: Topic, *, mend: bool = False) -> Reconciliation:
    """Compare, and write the report. `mend`: what 1C does not have as it was delivered is sent again.

    A report with an `error` says that 1C could not be read. Raises Stopped.
    """
    with written(topic.name, Compared.DELIVERIES) as report:
        columns = {"ref": UUIDField().db_type(connection), "version": "bigint"}
        with Stage(f"held_{topic.name}", columns, "ref") as held:
            for rows in _held(topic, Watch()):
                held.fill(rows)
            _tell(report, topic, held)
            if mend:
                _send_again(topic, held)
    return report


def _held(topic: Topic, alive: Watch) -> Iterator[list[tuple]]:
    """What 1C holds of the topic, some at a time: (reference, the portal's version or None if it does not say)."""
    service = PortalService()
    try:
        for page in ahead(service.feed(topic.feed, limit=PAGE), alive=alive):
            yield [row for row in map(_row, page.items) if row]
    except NotFound:  # 1C has no feed of it: it is asked for each object
        for key in _delivered(topic).values_list("key", flat=True).iterator(chunk_size=PAGE):
            alive()
            item = service.find(topic.feed, str(key))
            yield [(key.hex, _version(item))] if item is not None else []


def _row(item: object) -> tuple | None:
    try:
        ref = reference(item.get("id")) if isinstance(item, dict) else None
    except BadValue:
        return None
    return (ref, _version(item)) if ref else None


def _version(item: dict) -> int | None:
    data = item.get("data")
    version = data.get("portal_version") if isinstance(data, dict) else None
    return version if isinstance(version, int) else None


def _delivered(topic: Topic):
    return OutboxMessage.objects.filter(topic=topic.name, status=Delivery.DELIVERED)


def _tell(report: Reconciliation, topic: Topic, held: Stage) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {held.name}")  # noqa: S608
        report.in_onec = cursor.fetchone()[0]
        report.here = _delivered(topic).count()
        for kind, condition in (("missing", MISSING), ("different", OLDER)):
            cursor.execute(f"SELECT count(*) {_joined(held, condition)}", [topic.name])
            setattr(report, kind, cursor.fetchone()[0])
            cursor.execute(
                f"SELECT o.key, o.delivered_version, h.version {_joined(held, condition)}"
                f" ORDER BY o.key LIMIT {SAMPLES}",
                [topic.name],
            )
            report.samples += [_sample(kind, *row) for row in cursor.fetchall()]
    report.samples = report.samples[:SAMPLES]


def _sample(kind: str, key: UUID | str, delivered: int, held: int | None) -> dict:
    versions = {"version": [str(delivered), str(held)]} if kind == "different" else {}
    return {"ref": as_hex(key), "kind": kind, "fields": versions}


MISSING, OLDER = "h.ref IS NULL", "h.version < o.delivered_version"


def _joined(held: Stage, condition: str) -> str:
    """Delivered messages and what 1C holds of them; the parameter is the topic's name."""
    table = connection.ops.quote_name(OutboxMessage._meta.db_table)
    return (
        f"FROM {table} o LEFT JOIN {held.name} h ON h.ref = o.key "
        f"WHERE o.topic = %s AND o.status = '{Delivery.DELIVERED.value}' AND {condition}"
    )


def _send_again(topic: Topic, held: Stage) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SELECT o.id {_joined(held, f'({MISSING} OR {OLDER})')}", [topic.name])
        while found := [key for (key,) in cursor.fetchmany(PAGE)]:
            lost = OutboxMessage.objects.filter(pk__in=found, status=Delivery.DELIVERED)
            lost.update(status=Delivery.WAITING, not_before=timezone.now(), failures=0)
