"""POST {entity}: 1C gives. Stored, then applied at once, or by a worker where it takes long."""

import logging

from django.conf import settings
from django.db import OperationalError
from rest_framework.request import Request
from rest_framework.response import Response

from cms import broker
from cms.api.problems import Problem
from integration import profile, regulation
from integration.api.base import body_of
from integration.api.errors import bad_parameter
from integration.inbox import applying
from integration.inbox.results import pending, results
from integration.inbox.storing import Verdict, store
from integration.loading.lease import LeaseLost
from integration.models import ExchangeJob
from integration.regulation import Entity

log = logging.getLogger("integration.api")

MOST_ITEMS = 50_000


def push(request: Request, entity: Entity) -> Response:
    """200 with a result an item; 202 with a job when there are many, or the caller prefers not to wait."""
    items = body_of(request).get("items")
    if not isinstance(items, list) or len(items) > MOST_ITEMS:
        raise bad_parameter("items")
    verdicts = store(entity, items)
    applying.heard(entity)
    if len(items) > settings.EXCHANGE_SYNC_ITEMS or "respond-async" in request.headers.get("Prefer", ""):
        return _in_background(request, entity, verdicts)
    if any(verdict.is_stored for verdict in verdicts):
        _apply_now(entity)
    return Response({"results": results(entity, verdicts)})


def _apply_now(entity: Entity) -> None:
    """What cannot be applied now is kept all the same: a worker goes on."""
    try:
        if applying.apply(entity):
            return
    except (OperationalError, LeaseLost, profile.BadProfile) as error:
        log.warning("exchange service: %s pushed is kept, not applied yet: %s", entity.name, error)
    call_worker(entity)


def call_worker(entity: Entity) -> None:
    from integration.tasks import ORDERS, apply_pushed

    broker.call(apply_pushed, entity.name, queue=ORDERS, expires=60)


def _in_background(request: Request, entity: Entity, verdicts: list[Verdict]) -> Response:
    job = ExchangeJob.objects.create(
        token=request.token,
        entity=entity.name,
        verdicts=[[one.id, one.version, one.status, one.error] for one in verdicts],
    )
    call_worker(entity)
    address = request.build_absolute_uri(f"/api/exchange/v1/jobs/{job.pk}")
    return Response(told(job), 202, headers={"Location": address})


def told(job: ExchangeJob) -> dict:
    """The job as `GET jobs/{id}` shows it: how far it is, and a result an item."""
    found = results(regulation.get(job.entity), [Verdict(*one) for one in job.verdicts])
    waiting = pending(found)
    return {
        "id": str(job.pk),
        "entity": job.entity,
        "status": "running" if waiting else "done",
        "created_at": job.created_at,
        "total": len(found),
        "done": len(found) - waiting,
        "results": found,
    }


def job_of(request: Request, pk: str) -> ExchangeJob:
    """The caller's own job; 404 for another's, which it need not know of."""
    job = ExchangeJob.objects.filter(pk=pk, token=request.token).first()
    if job is None:
        raise Problem(code="job", status=404)
    return job
