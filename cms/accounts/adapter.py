"""django-allauth as the portal uses it: sign-in by e-mail, no sign-up, known and unknown addresses answered alike."""

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth import authenticate
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from cms.accounts import limits, mails
from cms.accounts.models import User
from cms.api.throttles import address_of


class AccountAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _("The e-mail address or the password is wrong."),
        "too_many_login_attempts": _("Too many failed attempts. Please wait a few minutes and try again."),
        "invalid_password_reset": _("This link is no longer valid. Please ask for a new one."),
        "enter_current_password": _("Please enter your current password."),
        "rate_limited": _("Too many requests. Please wait a little."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are made by administrators and heads of clients."""
        return False

    def authenticate(self, request: HttpRequest, *, email: str, password: str) -> User | None:
        """Django's own, with attempts counted before the password is looked at; as long for one as for another."""
        if not limits.may_try(request, email):
            raise self.validation_error("too_many_login_attempts")
        user = authenticate(request, email=email, password=password)
        if user:
            limits.succeeded(request, email)
        return user

    def get_client_ip(self, request: HttpRequest) -> str:
        return address_of(request)

    def get_reset_password_from_key_url(self, key: str) -> str:
        """The address is made where the mail is: in the worker, by `cms.accounts.mails`."""
        return ""

    def send_password_reset_mail(self, user: User, email: str, context: dict) -> None:
        mails.send_later(email, user)

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        """allauth writes to unknown addresses; the portal only takes as long as if it did."""
        mails.send_later(email, None)
