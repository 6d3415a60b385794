"""Thin clients of a 1C base: `odata` (channel A) and `portal` (channel B)."""

from integration.client.errors import (
    BadAnswer,
    CannotSort,
    Crowded,
    Failed,
    MarkTooOld,
    NoAnswer,
    NotAllowed,
    NotFound,
    OneCError,
    Refused,
    Unavailable,
)
from integration.client.odata import OData
from integration.client.portal import PortalService

__all__ = [
    "BadAnswer",
    "CannotSort",
    "Crowded",
    "Failed",
    "MarkTooOld",
    "NoAnswer",
    "NotAllowed",
    "NotFound",
    "OData",
    "OneCError",
    "PortalService",
    "Refused",
    "Unavailable",
]
