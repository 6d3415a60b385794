"""How the portal's own notifications are worded: by a function of their code, in whatever language is active.

@wording("order_moved")
def order_moved(params: dict) -> Words: ...
"""

from collections.abc import Callable
from typing import NamedTuple

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils import translation

from modules.notifications.models import Notification


class Words(NamedTuple):
    subject: str
    text: str = ""


Wording = Callable[[dict], Words]

_wordings: dict[str, Wording] = {}


def wording(code: str) -> Callable[[Wording], Wording]:
    """Declare how notifications of this code are worded."""

    def declare(function: Wording) -> Wording:
        if code in _wordings:
            raise ImproperlyConfigured(f"Notifications {code} are worded twice.")
        _wordings[code] = function
        return function

    return declare


def words_of(notification: Notification) -> Words:
    """In the active language; as they were kept when they are 1C's, or when the module that worded them is gone."""
    known = _wordings.get(notification.code)
    return known(notification.params) if known else Words(notification.subject, notification.text)


def kept(code: str, params: dict) -> dict[str, str]:
    """Subject and text in the default language, and all that is said in any. KeyError for an unknown code."""
    said = {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            said[language] = _wordings[code](params)
    default = said[settings.LANGUAGE_CODE]
    search = "\n".join(part for words in said.values() for part in words if part)
    return {"subject": default.subject[:300], "text": default.text, "search": search}
