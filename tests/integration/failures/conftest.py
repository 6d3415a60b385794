from tests.integration.outbox.conftest import later, loaded, make_order, message, send

__all__ = ["later", "loaded", "make_order", "message", "send"]
