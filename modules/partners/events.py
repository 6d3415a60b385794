"""Facts about clients and their people; ids are keys of users."""

from dataclasses import dataclass


@dataclass(frozen=True)
class StaffLeft:
    """Somebody of a client is blocked for good. `successor_id` (or None) goes on with whatever they left unfinished."""

    user_id: int
    successor_id: int | None
