"""What the API refuses with. Raise one of these; `cms.api.errors` makes it application/problem+json."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from rest_framework.exceptions import APIException

Text = str | Promise


class Problem(APIException):
    """A refusal with a stable `code`.

    `errors`: dotted path of a field → list of messages. `headers` go into the answer. Everything else given by
    name becomes a member of the problem's own, e.g. `current` with the state that won a race.
    """

    status_code = 400
    default_code = "invalid"
    default_detail = _("The request cannot be carried out.")

    def __init__(
        self,
        detail: Text | None = None,
        *,
        code: str | None = None,
        status: int | None = None,
        errors: Mapping[str, list[Text]] | None = None,
        headers: Mapping[str, str] | None = None,
        **members: Any,
    ) -> None:
        self.detail = self.default_detail if detail is None else detail
        self.code = code or self.default_code
        self.status_code = status or self.status_code
        self.errors = dict(errors or {})
        self.headers = dict(headers or {})
        self.members = members

    def __str__(self) -> str:
        return f"{self.code}: {self.detail}"


class Invalid(Problem):
    """400: values of the request are wrong; `errors` names them."""

    default_detail = _("Some values are not right.")


class Conflict(Problem):
    """409: the state of the object does not allow it; give `current`."""

    status_code = 409
    default_code = "conflict"
    default_detail = _("The object has changed meanwhile.")


class PreconditionFailed(Problem):
    """412: If-Match names a version that is not the current one; give `current`."""

    status_code = 412
    default_code = "version_mismatch"
    default_detail = _("Somebody has changed this meanwhile.")


class TooLarge(Problem):
    """413: the body is larger than the portal reads."""

    status_code = 413
    default_code = "too_large"
    default_detail = _("The request is too large.")


class Unprocessable(Problem):
    """422: the request is well-formed, but cannot be carried out as it stands."""

    status_code = 422
    default_code = "unprocessable"


class Unavailable(Problem):
    """503: something the portal needs is away; the caller may repeat after `Retry-After` seconds."""

    status_code = 503
    default_code = "unavailable"
    default_detail = _("This is not available at the moment. Please try again shortly.")
