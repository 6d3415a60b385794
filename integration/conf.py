"""What the settings say about the base to exchange with (docs/exchange.md lists them)."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings

PROFILES = Path(__file__).parent / "profiles"


@dataclass(frozen=True)
class Connection:
    """How to reach the base. Times in seconds; `connections`: at most so many at once (each may cost a licence).

    `query_length`: characters of an URL's query that the web server before 1C takes. `ca_file`: the certificate of the
    authority that signs the server's, where that is not a public one.
    """

    url: str
    user: str
    password: str
    timeout: float
    connect_timeout: float
    connections: int
    compressed: bool
    query_length: int
    ca_file: str = ""


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
        ca_file=settings.ONEC_CA_FILE,
    )


def can_be_called() -> bool:
    """Whether there is a base to call. Without ONEC_URL the portal calls nobody: 1C pushes and fetches of itself."""
    return bool(settings.ONEC_URL.strip())


def fault_of(url: str) -> str:
    """What is wrong with the address of a publication, and how to write it; empty if nothing is."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return f"{url} must begin with http:// or https:// and a server, e.g. https://1c.example.com/base."
    if {"odata", "hs"} & set(parts.path.split("/")) or parts.query or parts.fragment:
        return f"{url} must be the publication alone, without /odata, /hs or anything behind it."
    return ""


def profile_file() -> Path:
    """The profile in use: ONEC_PROFILE is a file of the customer's or the name of a shipped profile."""
    chosen = settings.ONEC_PROFILE
    return Path(chosen) if chosen.endswith(".toml") else PROFILES / f"{chosen}.toml"
