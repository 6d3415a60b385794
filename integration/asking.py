"""Questions to 1C while a person waits: brief, never repeated, and none while it is known to be away."""

from time import monotonic

from integration.client import PortalService, Unavailable
from integration.outbox import breaker

SECONDS = 2.0
CALL_SECONDS = 1.0
LEAST_SECONDS = 0.1


class Patience:
    """What one request may spend on 1C altogether."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._until = monotonic() + seconds

    @property
    def left(self) -> float:
        return self._until - monotonic()


def ask(entity: str, patience: Patience, **keys: list[str]) -> list[dict]:
    """PortalService.ask within what is left of the patience. Raises OneCError."""
    seconds = min(CALL_SECONDS, patience.left)
    if seconds < LEAST_SECONDS:
        raise Unavailable(f"{entity}: there is no time left to ask 1C")
    if breaker.is_open():
        raise Unavailable(f"{entity}: 1C is known to be away")
    return PortalService().ask(entity, timeout=seconds, **keys)
