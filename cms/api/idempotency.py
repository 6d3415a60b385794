"""Every creating POST takes an `Idempotency-Key` and answers a repeat with the first result.

    @idempotent
    def post(self, request): ...

1. A row with the key is claimed in the transaction in which the view then works.
2. Two requests with one key at the same moment: the database lets one in, the other waits for its end and then finds
   its answer. One that has waited too long is told 409 `in_progress` with Retry-After.
3. A refusal (4xx, 5xx) rolls the claim back together with the work: the user corrects and sends the same key again.
"""

import re
import uuid
from collections.abc import Callable
from functools import wraps
from hashlib import sha256

from django.db import OperationalError, transaction
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from rest_framework.request import Request
from rest_framework.response import Response

from cms.api.models import IdempotentReply
from cms.api.problems import Conflict, Problem, Unprocessable
from cms.api.renderers import to_json
from cms.inserting import insert_or, write

HEADER = "Idempotency-Key"
REPLAYED = "Idempotency-Replayed"
PATIENCE_SECONDS = 10
_FORM = re.compile(r"[!-~]{1,200}")


def idempotent(handler: Callable) -> Callable:
    """Decorates the `post` of a PortalView for signed-in users; the work runs in a transaction of its own."""

    @wraps(handler)
    def post(view, request: Request, *args, **kwargs) -> HttpResponse:
        claim = _claim_of(request)
        with transaction.atomic():
            found = _first_or_mine(claim)
            if found.pk != claim.pk:
                return _replay(found, claim)
            response = handler(view, request, *args, **kwargs)
            _remember(claim, response)
        return response

    post.idempotent = True
    return post


def forget_before(moment) -> int:
    """Delete answers older than `moment`; returns how many."""
    return IdempotentReply.objects.filter(created_at__lt=moment).delete()[0]


def _claim_of(request: Request) -> IdempotentReply:
    key = request.headers.get(HEADER, "")
    if not key:
        raise Problem(_("The header Idempotency-Key is missing."), code="idempotency_key_required")
    if not _FORM.fullmatch(key):
        raise Problem(_("The header Idempotency-Key is malformed."), code="idempotency_key_invalid")
    return IdempotentReply(
        pk=uuid.uuid4(),
        user=request.user,
        method=request.method,
        path=request.path[:500],
        key=key,
        request_hash=sha256(to_json(request.data)).hexdigest(),
    )


def _first_or_mine(claim: IdempotentReply) -> IdempotentReply:
    """Whoever holds the key: the claim itself, or the request that was first.

    On PostgreSQL the loser waits for the winner's row; SQLite has let one writer in already.
    """
    try:
        if insert_or(claim, "DO NOTHING", patience=PATIENCE_SECONDS):
            return claim
    except OperationalError as error:
        raise in_progress() from error
    scope = {"user": claim.user, "method": claim.method, "path": claim.path, "key": claim.key}
    return IdempotentReply.objects.get(**scope)


def _remember(claim: IdempotentReply, response: HttpResponse) -> None:
    if response.status_code >= 400:
        transaction.set_rollback(True)
        return
    claim.status = response.status_code
    claim.body = _body_of(response)
    write(claim, "status", "body")


def _body_of(response: HttpResponse) -> str:
    return (to_json(response.data) if isinstance(response, Response) else response.content).decode()


def _replay(found: IdempotentReply, claim: IdempotentReply) -> HttpResponse:
    if found.request_hash != claim.request_hash:
        raise Unprocessable(_("This key was used for another request."), code="idempotency_key_reused")
    return HttpResponse(found.body, "application/json", found.status, headers={REPLAYED: "true"})


def in_progress() -> Conflict:
    return Conflict(
        _("The same request is being carried out already."), code="in_progress", headers={"Retry-After": "1"}
    )
