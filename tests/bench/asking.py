"""One request at a time: what is answered, and how many queries that took."""

import urllib.request
from dataclasses import dataclass, replace

from tests.bench.load import Request


@dataclass(frozen=True)
class Answer:
    body: bytes
    etag: str


def ask(request: Request) -> Answer:
    """The answer to a GET; urllib.error.HTTPError for a refusal."""
    asked = urllib.request.Request(request.url, headers=dict(request.headers))
    with urllib.request.urlopen(asked, timeout=60) as response:
        return Answer(response.read(), response.headers.get("ETag", ""))


def asking_again(request: Request, etag: str) -> Request:
    """The same request of somebody who has the answer."""
    return replace(request, headers={**request.headers, "If-None-Match": etag})


def queries(path: str, headers: dict[str, str] | None = None, body: bytes | None = None) -> int:
    """How many queries a request takes whose answer no cache holds; a POST if there is a body.

    Asked twice, and the second counts: what a process learns once (languages, access, sites) is not the request's.
    """
    return [len(executed(path, headers or {}, body)) for _ in range(2)][1]


def executed(path: str, headers: dict[str, str], body: bytes | None = None) -> list[dict]:
    """The queries, as `{"sql", "time"}`."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(headers=headers, enforce_csrf_checks=True, SERVER_NAME="localhost")
    with CaptureQueriesContext(connection) as captured:
        response = client.get(path) if body is None else client.post(path, body, content_type="application/json")
    if response.status_code >= 400:
        raise RuntimeError(f"{path}: {response.status_code} {response.content[:500]}")
    return captured.captured_queries
