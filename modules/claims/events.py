"""Facts this module publishes after commit."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class ClaimRegistered:
    """A client registered a claim, or one made in 1C has come."""

    claim_id: UUID


@dataclass(frozen=True)
class ClaimChanged:
    """A claim went from `was` to `became` (values of ClaimStatus; equal when its text or answer alone changed).

    `answered`: 1C has written an answer that was not there before.
    """

    claim_id: UUID
    was: str
    became: str
    answered: bool = False
