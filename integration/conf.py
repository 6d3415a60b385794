"""What the settings say about the base to exchange with (docs/exchange.md lists them)."""

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

PROFILES = Path(__file__).parent / "profiles"


@dataclass(frozen=True)
class Connection:
    """How to reach the base. Times in seconds; `connections`: at most so many at once (each may cost a licence).

    `query_length`: characters of an URL's query that the web server before 1C takes.
    """

    url: str
    user: str
    password: str
    timeout: float
    connect_timeout: float
    connections: int
    compressed: bool
    query_length: int


def connection() -> Connection:
    """The 1C base of the settings."""
    return Connection(
        url=settings.ONEC_URL.rstrip("/"),
        user=settings.ONEC_USER,
        password=settings.ONEC_PASSWORD,
        timeout=settings.ONEC_TIMEOUT,
        connect_timeout=settings.ONEC_CONNECT_TIMEOUT,
        connections=settings.ONEC_CONNECTIONS,
        compressed=settings.ONEC_COMPRESSED,
        query_length=settings.ONEC_QUERY_LENGTH,
    )


def can_be_called() -> bool:
    """Whether there is a base to call. Without ONEC_URL the portal calls nobody: 1C pushes and fetches of itself."""
    return bool(settings.ONEC_URL.strip())


def profile_file() -> Path:
    """The profile in use: ONEC_PROFILE is a file of the customer's or the name of a shipped profile."""
    chosen = settings.ONEC_PROFILE
    return Path(chosen) if chosen.endswith(".toml") else PROFILES / f"{chosen}.toml"
