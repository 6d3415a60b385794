"""The page that Prometheus reads, and what a load balancer asks."""

import logging
from collections.abc import Callable, Iterable

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.http import require_safe
from prometheus_client import CollectorRegistry
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest

from cms.metrics import requests
from cms.metrics.redis import AWAY, client
from cms.modules import found

log = logging.getLogger(__name__)


@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """All figures, for `Authorization: Bearer METRICS_TOKEN`; for anyone else there is nothing here."""
    token = settings.METRICS_TOKEN
    given = request.headers.get("Authorization", "")
    if not token or not constant_time_compare(given, f"Bearer {token}"):
        raise Http404
    registry = CollectorRegistry(auto_describe=False)
    registry.register(Everything())
    return HttpResponse(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)


@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """200 while the database answers, else 503. Redis is told of, but the portal works without it."""
    parts = {"database": _answers(_ask_database), "redis": _answers(lambda: client().ping())}
    said = "\n".join(f"{name}: {'ok' if works else 'away'}" for name, works in parts.items())
    return HttpResponse(f"{said}\n", content_type="text/plain", status=200 if parts["database"] else 503)


class Everything:
    """Figures of all apps. A part whose source is away is left out, and `kabinet_up` says so."""

    def collect(self) -> Iterable[Metric]:
        up = GaugeMetricFamily("kabinet_up", "1: this part of the figures could be read.", labels=["part"])
        sources = {"requests": requests.collect}
        sources |= {config.label: module.collect for config, module in found("metrics")}
        for name, collect in sources.items():
            try:
                families = list(collect())
            except (*AWAY, DatabaseError) as error:
                log.warning("No figures of %s: %s", name, error)
                up.add_metric([name], 0)
            else:
                up.add_metric([name], 1)
                yield from families
        yield up


def _ask_database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def _answers(ask: Callable[[], object]) -> bool:
    try:
        ask()
    except (*AWAY, DatabaseError):
        return False
    return True
