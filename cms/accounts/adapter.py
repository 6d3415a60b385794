"""django-allauth as the portal uses it: sign-in by e-mail, no sign-up, known and unknown addresses answered alike."""

import base64
import hashlib

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import record_authentication
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.contrib.auth import authenticate
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from cms.accounts import attempts, devices, mails, second_factor
from cms.accounts.models import User
from cms.api.throttles import address_of


class AccountAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _("The e-mail address or the password is wrong."),
        "invalid_password_reset": _("This link is no longer valid. Please ask for a new one."),
        "enter_current_password": _("Please enter your current password."),
        "incorrect_password": _("The password is wrong."),
        "rate_limited": _("Too many requests. Please wait a little."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are made by administrators and heads of clients."""
        return False

    def authenticate(self, request: HttpRequest, *, email: str, password: str) -> User | None:
        """Django's own, with attempts counted before the password is looked at; as long for one as for another."""
        return attempts.judged(
            request, email, step=attempts.PASSWORD, judge=lambda: authenticate(request, email=email, password=password)
        )

    def reauthenticate(self, user: User, password: str) -> bool:
        """The password once more, of somebody signed in; counted like any other attempt."""
        return self.authenticate(context.request, email=user.email, password=password) == user

    def post_login(self, request: HttpRequest, user: User, **kwargs) -> HttpResponse:
        """Who has just signed in need not give the password again for the next five minutes."""
        record_authentication(request, user, method="password", reauthenticated=True)
        return super().post_login(request, user, **kwargs)

    def get_client_ip(self, request: HttpRequest) -> str:
        return devices.recorded_address(address_of(request))

    def get_reset_password_from_key_url(self, key: str) -> str:
        """The address is made where the mail is: in the worker, by `cms.accounts.mails`."""
        return ""

    def send_password_reset_mail(self, user: User, email: str, context: dict) -> None:
        mails.send_reset_later(email, user)

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        """allauth writes to unknown addresses; the portal only takes as long as if it did."""
        mails.send_reset_later(email, None)


class SecondFactorAdapter(DefaultMFAAdapter):
    """Secrets are kept encrypted with SECRET_KEY; older keys in SECRET_KEY_FALLBACKS still open them."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("This code is not right or no longer valid. Enter the one shown now."),
        "cannot_delete_authenticator": _("Your account needs a second factor; it cannot be turned off."),
    }

    def encrypt(self, text: str) -> str:
        return _keys().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _keys().decrypt(encrypted_text.encode()).decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        return not second_factor.is_required_of(authenticator.user)


def _keys() -> MultiFernet:
    return MultiFernet([_key(secret) for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])


def _key(secret: str) -> Fernet:
    return Fernet(base64.urlsafe_b64encode(hashlib.sha256(f"second factor:{secret}".encode()).digest()))
