"""Which videos a page may show: those of a closed list of providers, known by their addresses and by nothing else."""

import re
from typing import NamedTuple


class Video(NamedTuple):
    provider: str
    id: str


_ADDRESSES = {
    "youtube": r"(?:www\.|m\.)?(?:youtube\.com/(?:watch\?(?:[^#]*&)?v=|shorts/|embed/)|youtu\.be/)([\w-]{11})",
    "vimeo": r"(?:www\.|player\.)?vimeo\.com/(?:video/)?(\d{6,12})",
    "rutube": r"(?:www\.)?rutube\.ru/(?:video|play/embed)/([0-9a-f]{32})",
}
_PATTERNS = {
    provider: re.compile(rf"https://{address}(?:[/?&#].*)?", re.ASCII) for provider, address in _ADDRESSES.items()
}
PROVIDERS = list(_PATTERNS)


def video_at(url: str) -> Video | None:
    """The video whose page or player is at `url`; None for any other address."""
    for provider, pattern in _PATTERNS.items():
        if match := pattern.fullmatch(url):
            return Video(provider, match[1])
    return None
