"""The base's own clock: its zone is not the portal's, and it can be set wrong on purpose."""

from datetime import datetime, timedelta, timezone

ZONE = timezone(timedelta(hours=5))  # Kazakhstan, one zone since 2024


class Clock:
    def __init__(self):
        self.offset = timedelta()

    def now(self) -> datetime:
        return datetime.now(ZONE) + self.offset

    def stamp(self) -> str:
        """ISO 8601 with the base's offset: what channel B writes."""
        return self.now().isoformat(timespec="seconds")

    def local(self) -> str:
        """Without a zone, in the base's own: what OData writes."""
        return self.now().replace(tzinfo=None).isoformat(timespec="seconds")
