"""Facts about signing in and accounts. `address` is the caller's, "" where nobody called; ids are keys of users."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class SignedIn:
    user_id: int
    address: str
    device: str
    second_factor: bool


@dataclass(frozen=True)
class SignedOut:
    user_id: int
    address: str


@dataclass(frozen=True)
class SignInFailed:
    """`user_id` None: nobody has this address. `step`: "password" or "second_factor"."""

    email: str
    user_id: int | None
    address: str
    step: str


@dataclass(frozen=True)
class AccountLocked:
    email: str
    user_id: int | None
    address: str
    until: datetime


@dataclass(frozen=True)
class AccountUnlocked:
    """`by_id` None: from the server's shell, or by choosing a new password."""

    user_id: int
    by_id: int | None


@dataclass(frozen=True)
class SecondFactorEnabled:
    user_id: int
    address: str


@dataclass(frozen=True)
class SecondFactorDisabled:
    """`by_id`: the user themselves, an administrator, or None for the server's shell."""

    user_id: int
    by_id: int | None
    address: str = ""


@dataclass(frozen=True)
class RecoveryCodesRenewed:
    user_id: int
    address: str


@dataclass(frozen=True)
class RecoveryCodeUsed:
    user_id: int
    address: str


@dataclass(frozen=True)
class PasswordChanged:
    """`by_id` None: by the link of a reset. The password itself is nowhere but in its hash."""

    user_id: int
    by_id: int | None
    address: str


@dataclass(frozen=True)
class SessionRevoked:
    """A session ended from elsewhere; `device` and `session_address` are those it was used with."""

    user_id: int
    by_id: int | None
    device: str
    session_address: str


@dataclass(frozen=True)
class UserBlocked:
    user_id: int
    by_id: int | None


@dataclass(frozen=True)
class UserUnblocked:
    user_id: int
    by_id: int | None


@dataclass(frozen=True)
class InvitationAccepted:
    """`by_id` None: the portal itself had invited."""

    user_id: int
    by_id: int | None
