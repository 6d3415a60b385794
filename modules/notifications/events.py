"""Facts this module publishes after commit."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class Notified:
    """A notification was handed out to people of a client."""

    notification_id: UUID
