"""Settings of the exchange with their defaults; each can be set in the environment through Django's settings."""

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

PROFILES = Path(__file__).parent / "profiles"


@dataclass(frozen=True)
class Connection:
    """How to reach the base. Times in seconds; `connections`: at most so many at once (each may cost a licence)."""

    url: str
    user: str
    password: str
    timeout: float
    connect_timeout: float
    connections: int
    compressed: bool


def connection() -> Connection:
    """The 1C base of the settings."""
    return Connection(
        url=settings.ONEC_URL.rstrip("/"),
        user=settings.ONEC_USER,
        password=settings.ONEC_PASSWORD,
        timeout=settings.ONEC_TIMEOUT,
        connect_timeout=getattr(settings, "ONEC_CONNECT_TIMEOUT", 5.0),
        connections=getattr(settings, "ONEC_CONNECTIONS", 4),
        compressed=getattr(settings, "ONEC_COMPRESSED", True),
    )


def profile_file() -> Path:
    """The profile in use: ONEC_PROFILE is a file of the customer's or the name of a shipped profile."""
    chosen = getattr(settings, "ONEC_PROFILE", "") or "erp_2_5"
    return Path(chosen) if chosen.endswith(".toml") else PROFILES / f"{chosen}.toml"
