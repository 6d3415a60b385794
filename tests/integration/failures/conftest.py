"""Orders as the outbox's tests make them; the base is loaded for each, because the others here begin with nothing."""

import pytest

from tests.integration.outbox.conftest import later, message, order_maker, send

__all__ = ["later", "make_order", "message", "send"]


@pytest.fixture
def make_order(pull):
    pull()
    return order_maker()
