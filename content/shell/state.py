"""What the front end finds in the first response, so that a public page needs no request before it shows.

`{"path", "page": ContentPage | null, "site": Site, "news": NewsList (where the kind of page lists news),
"preview": {"kind": "panel" | "link", "session": Session, "until": time (of a link)} (of a draft only)}`
"""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from content.delivery import answers, store
from content.delivery.kinds import kind_of
from content.delivery.listed import Wanted

# In a <script>, these could end it or begin a comment; in JSON they occur inside of strings only.
_UNSAFE_IN_SCRIPT = {ord(character): f"\\u{ord(character):04X}" for character in "<>&\u2028\u2029"}


@dataclass(frozen=True)
class State:
    """`page` is None on the portal's own screens and on a missing page; `news` is None where no list is shown.

    `until`: when `site` stops being right by the clock alone.
    """

    path: str
    page: dict[str, Any] | None
    site: dict[str, Any]
    news: dict[str, Any] | None
    preview: dict[str, Any] | None = None
    until: datetime | None = None

    def as_script(self) -> str:
        """JSON that is safe inside of a <script> element."""
        data = {"path": self.path, "page": self.page, "site": self.site, "news": self.news, "preview": self.preview}
        said = {name: value for name, value in data.items() if value is not None}
        return safe_in_script(said)


def safe_in_script(data: Any) -> str:
    """JSON that neither ends the <script> it stands in nor begins a comment there."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE_IN_SCRIPT)


def state_of(path: str, locale: str, page: dict[str, Any] | None, preview: dict[str, Any] | None = None) -> State:
    """`page`: its document as JSON values. Site and news come from the store."""
    site = store.held_or_made(answers.site_key(locale), lambda: answers.site_answer(locale))
    shows_news = page is not None and kind_of(page["type"]).lists_news
    first = Wanted(locale)
    news = _stored(answers.news_key(first), lambda: answers.news_answer(first)) if shows_news else None
    return State(path, page, json.loads(site.body), news, preview, site.until)


def _stored(key: str, make) -> Any:
    return json.loads(store.held_or_made(key, make).body)
