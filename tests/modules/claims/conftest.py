"""Items of the feed of claims."""

from collections.abc import Callable

import pytest


@pytest.fixture
def item(world) -> Callable[..., dict]:
    """item(claim or UUID, version, status="Обрабатывается") → as 1C's feed gives it."""

    def make(claim, version: int, *, deleted: bool = False, **data) -> dict:
        told = {
            "partner": str(world.partner_a.ref),
            "counterparty": None,
            "contract": None,
            "order": None,
            "number": "ПР00-000007",
            "kind": "delivery",
            "subject": "of 1C",
            "text": "of 1C",
            "status": "Зарегистрирована",
            "answer": "",
            "registered_at": "2026-11-03T10:00:00+05:00",
            "portal_version": None,
            **data,
        }
        return {"id": str(getattr(claim, "pk", claim)), "version": version, "deleted": deleted, "data": told}

    return make
