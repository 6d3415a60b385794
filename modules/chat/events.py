"""Facts this module publishes after commit."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class MessageWritten:
    """Somebody wrote, in the portal or in 1C."""

    message_id: UUID


@dataclass(frozen=True)
class MessageDelivered:
    """1C has answered for a message of the portal."""

    message_id: UUID
