"""Facts about clients and their people; ids are keys of users."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class StaffLeft:
    """Somebody of a client is blocked for good. `successor_id` (or None) goes on with whatever they left unfinished."""

    user_id: int
    successor_id: int | None


@dataclass(frozen=True)
class ProposalMoved:
    """A consignee, an address or a contact person was proposed or changed, or 1C said something about it.

    `topic` is that of the outbox: consignees, addresses, contacts.
    """

    topic: str
    ref: UUID
