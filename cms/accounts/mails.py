"""Mails about one's own account, each in its reader's language. They are written and sent by the worker.

A request for a reset takes the same way for an address that is known and one that is not, up to the worker.
"""

import logging

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import send_mail
from django.utils import translation
from django.utils.translation import gettext as _
from kombu.exceptions import OperationalError

from cms.accounts import limits
from cms.accounts.models import User

log = logging.getLogger(__name__)


def send_later(email: str, user: User | None) -> None:
    """Have the worker send the link, or do nothing for `user` None; inline when the broker is away."""
    from cms.accounts.tasks import mail_password_reset

    user_id = user.pk if user and limits.may_mail_reset(email) else None
    try:
        mail_password_reset.delay(user_id)
    except (OperationalError, OSError):
        log.warning("The broker is away; the mail is sent by the web process")
        mail_password_reset(user_id)


def send_password_reset(user: User) -> None:
    """The link to choose a new password, in the user's language."""
    with translation.override(user.language):
        subject = _("A new password for Kabinet")
        text = _(
            "Good day, %(name)s!\n\n"
            "Somebody, hopefully you, asked for a new password for your account. Follow this link to choose it:\n\n"
            "%(link)s\n\n"
            "The link works once and for %(hours)s hours. "
            "If you did not ask for it, do nothing: the password stays as it is.\n"
        )
        values = {"name": user.name, "link": reset_link(user), "hours": settings.PASSWORD_RESET_TIMEOUT // 3600}
        send_mail(subject, text % values, settings.DEFAULT_FROM_EMAIL, [user.email])


def reset_link(user: User) -> str:
    """The page of the portal where the key is used, in the user's language."""
    key = f"{user_pk_to_url_str(user)}-{default_token_generator.make_token(user)}"
    return f"{settings.PORTAL_URL}/{user.language}/reset-password/{key}"
