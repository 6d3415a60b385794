"""The portal's own exchange service as 1C calls it: HTTP requests with a token, the regulation as it stands."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.test import Client

from integration.api.tokens import token_create

ROOT = "/api/exchange/v1/"


class Caller:
    """1C on the other side: `push("regions", items)`, `get("orders")`; keeps the token."""

    def __init__(self, text: str | None) -> None:
        headers = {"authorization": f"Token {text}"} if text else {}
        self.http = Client(headers={"accept-language": "en", **headers}, raise_request_exception=False)

    def get(self, path: str = "", **options):
        return self.http.get(f"{ROOT}{path}", **options)

    def post(self, entity: str, body: object, **options):
        return self.http.post(f"{ROOT}{entity}", body, content_type="application/json", **options)

    def push(self, entity: str, *items: dict) -> list[dict]:
        answer = self.post(entity, {"items": list(items)})
        assert answer.status_code == 200, answer.content
        return answer.json()["results"]


@pytest.fixture
def token_for(db) -> Callable[..., str]:
    """token_for(read=["*"], write=[]) → the text of a new token."""

    def make(read=("*",), write=("*",), expires_at=None) -> str:
        return token_create(name="1C", read=[*read], write=[*write], expires_at=expires_at, user=None)[1]

    return make


@pytest.fixture
def caller(token_for) -> Caller:
    """A base that may do everything."""
    return Caller(token_for())


def region(ref: str | None = None, version: object = 1, name: str = "North", **more) -> dict:
    """An object of the simplest catalogue, as it is pushed."""
    return {"id": ref or str(uuid4()), "version": version, "deleted": False, "data": {"Description": name}, **more}
