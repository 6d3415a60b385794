"""The application form against machines, without a foreign service.

1. Each form carries a signed number and the time it was given out; it is good for one application and for a day.
2. A form that comes back sooner than a person can fill it in is refused; a person just sends it again.
3. A field that people do not see must stay empty; whoever fills it is answered as if all were well, and forgotten.
4. One network address may send APPLICATIONS_FROM_ADDRESS in an hour, and one mailbox gets two letters in an hour.
"""

import secrets

from django.conf import settings
from django.core import signing
from django.utils import timezone

from cms.api.throttles import address_of, count

SALT = "partners.application"
GOOD_FOR = 24 * 3600
HOUR = 3600


class BadForm(Exception):
    """Made up, too old ("expired"), or back too soon ("too_fast")."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


def new_form() -> str:
    """The text that goes out with an empty form."""
    return signing.dumps([secrets.token_hex(16), timezone.now().timestamp()], salt=SALT)


def number_of(form: str) -> str:
    """The form's number. BadForm."""
    try:
        number, given_at = signing.loads(form, salt=SALT)
    except (signing.BadSignature, ValueError):
        raise BadForm("expired") from None
    age = timezone.now().timestamp() - given_at
    if age > GOOD_FOR:
        raise BadForm("expired")
    if age < settings.APPLICATION_MIN_SECONDS:
        raise BadForm("too_fast")
    return number


def may_send(request) -> bool:
    """Count one application from this address."""
    return count(f"applications:{address_of(request)}", HOUR) <= settings.APPLICATIONS_FROM_ADDRESS


def may_mail(email: str) -> bool:
    """Count one letter to this mailbox: nobody's is flooded by others."""
    return count(f"application-mail:{email.lower()}", HOUR) <= 2
