"""Reports of comparisons: written whatever comes of them, due once a night, mended at a person's word."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms import audit, broker, stopping
from integration import loading, regulation
from integration.loading.following import Stopped
from integration.loading.lease import Lease
from integration.models import Compared, ExchangeState, LoadKind, Reconciliation

SAMPLES = 20
AGAIN = timedelta(hours=1)  # after which a comparison that failed is tried again
REPAIRED = audit.action("integration.difference_repaired", _("Differences with 1C repaired"))


class Watch:
    """Called between pages: renews the lease, ends the comparison with its process."""

    def __init__(self, lease: Lease | None = None) -> None:
        self.lease = lease

    def __call__(self) -> None:
        if self.lease:
            self.lease.renew()
        if stopping.asked():
            raise Stopped("reconciliation")


@contextmanager
def written(name: str, compared: Compared = Compared.ROWS) -> Iterator[Reconciliation]:
    """A report to be filled in; saved at the end, with the error if 1C could not be read."""
    report, started = Reconciliation(name=name, compared=compared, at=timezone.now(), samples=[]), time.monotonic()
    try:
        yield report
    except loading.FAULTS as error:
        report.error = f"{type(error).__name__}: {error}"
    report.seconds = round(time.monotonic() - started, 1)
    report.save()


def latest() -> list[Reconciliation]:
    """The newest report of each entity and topic, in load order, topics last; two queries."""
    newest = (
        Reconciliation.objects.values_list("compared", "name").annotate(Max("pk")).values_list("pk__max", flat=True)
    )
    found = {(report.compared, report.name): report for report in Reconciliation.objects.filter(pk__in=list(newest))}
    return [found[subject] for subject in subjects() if subject in found]


def subjects() -> list[tuple[str, str]]:
    """(what is compared, name of the entity or topic) of all there is to compare."""
    rows = [
        (Compared.ROWS.value, one.name) for one in regulation.entities() if one.model is not None and not one.handle
    ]
    return rows + [(Compared.DELIVERIES.value, one.name) for one in regulation.topics()]


def repair(report: Reconciliation, user: AbstractBaseUser | None = None) -> None:
    """Have a worker mend what the report found: load the entity in full, or send again what 1C does not have."""
    with transaction.atomic():
        report.repaired_at, report.repaired_by = timezone.now(), user
        report.save(update_fields=["repaired_at", "repaired_by"])
        audit.record(REPAIRED, target=report, after={"differences": report.differences}, actor=user)
        if report.compared == Compared.ROWS:
            loading.load_start(report.name, LoadKind.FULL, user)
        else:
            transaction.on_commit(lambda: _call_worker(report), robust=True)


def _call_worker(report: Reconciliation) -> None:
    from integration.tasks import BULK, reconcile

    broker.call(reconcile, report.compared, report.name, True, queue=BULK, expires=AGAIN.total_seconds())


def due(now: datetime) -> list[tuple[str, str]]:
    """What has not been compared since the hour of the night (RECONCILE_AT); nothing that came after it."""
    hour = last_hour(now)
    if hour is None:
        return []
    reports = Reconciliation.objects.filter(at__gte=hour)
    done = set(reports.filter(error="").values_list("compared", "name"))
    done |= set(reports.filter(at__gte=now - AGAIN).values_list("compared", "name"))
    loaded = ExchangeState.objects.filter(last_full_at__isnull=False, last_full_at__lt=hour)
    known = set(loaded.values_list("entity", flat=True))
    ready = [(kind, name) for kind, name in subjects() if name in known or (kind == Compared.DELIVERIES and known)]
    return [subject for subject in ready if subject not in done]


def last_hour(now: datetime) -> datetime | None:
    """When RECONCILE_AT ("03:30", in the portal's zone) last was; None: it is switched off."""
    if not settings.RECONCILE_AT:
        return None
    at = datetime.strptime(settings.RECONCILE_AT, "%H:%M").time()  # noqa: DTZ007  (a time of day)
    local = timezone.localtime(now)
    today = local.replace(hour=at.hour, minute=at.minute, second=0, microsecond=0)
    return today if today <= local else today - timedelta(days=1)
