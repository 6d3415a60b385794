"""How often somebody may try to sign in or ask for a new password; the same whether an address exists or not."""

from django.conf import settings
from django.http import HttpRequest

from cms.api.throttles import address_of, count, uncount

MINUTE = 60


def may_try(request: HttpRequest, email: str) -> bool:
    """Count one attempt to sign in against the account and the address; `succeeded()` takes it back."""
    limits = settings.SIGN_IN_LIMITS
    by_account = count(*_account(email)) <= limits["attempts_of_account"]
    by_address = count(*_address(request)) <= limits["attempts_from_address"]
    return by_account and by_address


def succeeded(request: HttpRequest, email: str) -> None:
    """Who knows the password has not been guessing."""
    uncount(*_account(email))
    uncount(*_address(request))


def may_ask_for_reset(request: HttpRequest) -> bool:
    """Count one use of the password-reset addresses of the API."""
    return count(f"reset:{address_of(request)}", MINUTE) <= settings.SIGN_IN_LIMITS["resets_from_address"]


def may_mail_reset(email: str) -> bool:
    """Count one mail to this address: nobody's mailbox is flooded."""
    return count(f"reset-mail:{email.lower()}", 5 * MINUTE) <= settings.SIGN_IN_LIMITS["resets_of_account"]


def _account(email: str) -> tuple[str, int]:
    return f"sign-in:{email.lower()}", settings.SIGN_IN_LIMITS["window_minutes"] * MINUTE


def _address(request: HttpRequest) -> tuple[str, int]:
    return f"sign-in-from:{address_of(request)}", MINUTE
