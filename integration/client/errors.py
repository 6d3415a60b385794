"""What can go wrong with a call to 1C: few classes, by what the caller has to do about it."""

import re

import httpx
import orjson
from django.utils.translation import gettext_lazy as _


class OneCError(Exception):
    """Base. `advice` says in the reader's language what to do; str() is for logs and keeps 1C's own words."""

    code = "error"
    advice = _("Look at the message of 1C; try again later.")

    def __init__(self, message: str, *, status: int | None = None, onec_code: str = "") -> None:
        super().__init__(message)
        self.status = status
        self.onec_code = onec_code


class Unavailable(OneCError):
    """Nothing was done: no connection, or 1C says it cannot serve now (502, 503, 504)."""

    code = "unavailable"
    advice = _(
        "1C does not answer. Check that the base and its web publication are running and that ONEC_URL is right."
    )


class Crowded(OneCError):
    """Nothing was done: all connections that 1C grants the portal were busy. 1C itself is there."""

    code = "crowded"
    advice = _("All connections to 1C are busy. It will be tried again; ONEC_CONNECTIONS says how many there may be.")


class NoAnswer(OneCError):
    """The request went out and no answer came: 1C may or may not have done it."""

    code = "no_answer"
    advice = _("1C took the request and did not answer. It will be asked what it did.")


class NotAllowed(OneCError):
    """401 or 403: wrong user, password or rights."""

    code = "not_allowed"
    advice = _("1C does not let the portal in. Check ONEC_USER, ONEC_PASSWORD and the rights of that user in 1C.")


class Refused(OneCError):
    """1C understood and said no (4xx): the same request will be refused again."""

    code = "refused"
    advice = _("1C refused the request. Check the profile of names and the publication of this entity.")


class NotFound(Refused):
    """404: no such entity or object."""

    code = "not_found"
    advice = _("1C has no such entity or object. Check that it is published and that the profile names it as 1C does.")


class MarkTooOld(Refused):
    """410: 1C no longer knows what changed since the mark; load in full."""

    code = "mark_too_old"
    advice = _("1C no longer knows what changed since then; a full load follows.")


class Failed(OneCError):
    """1C failed inside (5xx)."""

    code = "failed"
    advice = _("1C failed inside. Its event log says more; try again later.")


class CannotSort(Failed):
    """1C fails at $orderby of one entity, and only at it."""

    code = "cannot_sort"
    advice = _(
        "1C cannot put the rows of this entity in order. Write “order = false” into its section of the profile: it is "
        "then read without."
    )


class BadAnswer(OneCError):
    """An answer that is not what the channel promises."""

    code = "bad_answer"
    advice = _("The answer is not one of 1C's exchange service. Check ONEC_URL and the version of the extension in 1C.")


CLASSES = {
    cls.code: cls
    for cls in (
        Unavailable,
        Crowded,
        NoAnswer,
        NotAllowed,
        Refused,
        NotFound,
        MarkTooOld,
        Failed,
        CannotSort,
        BadAnswer,
    )
}
BY_STATUS = {
    401: NotAllowed,
    403: NotAllowed,
    404: NotFound,
    410: MarkTooOld,
    502: Unavailable,
    503: Unavailable,
    504: Unavailable,
}


def from_transport(error: httpx.TransportError) -> OneCError:
    """What httpx raised → what it means for the caller."""
    cannot_connect = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol)
    kind = Unavailable if isinstance(error, cannot_connect) else NoAnswer
    return kind(f"{type(error).__name__}: {error}".rstrip(": "))


def from_response(response: httpx.Response) -> OneCError:
    """An answer with an error status → its class, with 1C's code and words whatever form they came in."""
    onec_code, message = words(response)
    status = response.status_code
    if response.has_redirect_location:
        message = f"redirected to {response.headers['Location']}"
    kind = BY_STATUS.get(status) or (Failed if status >= 500 else Refused)
    return kind(f"{status}: {message}"[:1000], status=status, onec_code=onec_code)


def words(response: httpx.Response) -> tuple[str, str]:
    """(1C's code or "", message) out of odata.error, channel B's error, an XML error or an HTML page."""
    try:
        return _from_json(orjson.loads(response.content))
    except (orjson.JSONDecodeError, LookupError, TypeError, AttributeError):
        return _from_markup(response.text)


def _from_json(body: dict) -> tuple[str, str]:
    if "odata.error" in body:
        error = body["odata.error"]
        return str(error["code"]), error["message"]["value"]
    return str(body["error"]["code"]), body["error"]["message"]


def _from_markup(text: str) -> tuple[str, str]:
    code = re.search(r"<(?:\w+:)?code>(.*?)</", text, re.S)
    message = re.search(r"<(?:\w+:)?message[^>]*>(.*?)</", text, re.S)
    if message:
        return code[1].strip() if code else "", message[1].strip()
    return "", " ".join(
        re.sub(r"<(style|title|script)\b.*?</\1>|<[^>]+>", " ", text, flags=re.S).split()
    ) or "no message"
