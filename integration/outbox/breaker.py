"""The circuit breaker of the connection to 1C, shared by all workers through the database.

Closed: calls go out. Open: nobody calls, except that every PROBE seconds one caller pings; an answer closes it.
"""

from datetime import timedelta

from django.utils import timezone

from cms.prepared import Prepared, text_slot
from integration import conf
from integration.client import OneCError, PortalService
from integration.models import Breaker, Delivery, OutboxMessage

NAME = "onec"
PROBE = timedelta(seconds=5)
PROBE_TIMEOUT = 5.0  # seconds
_OPEN = Prepared(lambda: Breaker.objects.filter(name=text_slot("name"), opened_at__isnull=False).values_list("pk"))


def allows() -> bool:
    """Whether 1C may be called now. While it is open, one caller every PROBE finds out and may close it."""
    if not conf.can_be_called():
        return False
    breaker = Breaker.objects.filter(name=NAME).first()
    if breaker is None or breaker.opened_at is None:
        return True
    now = timezone.now()
    mine = Breaker.objects.filter(name=NAME, probe_at__lte=now).update(probe_at=now + PROBE)
    return bool(mine) and _probe()


def probe_now() -> bool:
    """Ask 1C because a person wants to know; whether it answered. The next probe of the others is put off."""
    Breaker.objects.filter(name=NAME, opened_at__isnull=False).update(probe_at=timezone.now() + PROBE)
    return _probe()


def _probe() -> bool:
    try:
        PortalService().ping(timeout=PROBE_TIMEOUT)
    except OneCError as error:
        Breaker.objects.filter(name=NAME).update(reason=str(error))
        return False
    close()
    return True


def open_for(error: OneCError) -> None:
    """1C is away: stop calling. The first to notice opens, the others leave it as it is."""
    if not conf.can_be_called():
        return
    now = timezone.now()
    Breaker.objects.get_or_create(name=NAME)
    Breaker.objects.filter(name=NAME, opened_at=None).update(opened_at=now, probe_at=now + PROBE, reason=str(error))


def close() -> None:
    """1C is back: everything that waited for it is due at once."""
    Breaker.objects.filter(name=NAME).update(opened_at=None, probe_at=None, reason="")
    held = OutboxMessage.objects.filter(status=Delivery.WAITING, failures=0, not_before__gt=timezone.now())
    held.update(not_before=timezone.now())


def is_open() -> bool:
    """Whether 1C is known to be away; read while a person waits, hence prepared."""
    return bool(_OPEN.run(name=NAME))


def state() -> Breaker | None:
    """The breaker while it is open, else None."""
    return Breaker.objects.filter(name=NAME, opened_at__isnull=False).first()
