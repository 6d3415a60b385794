"""Mails about one's own account, each in its reader's language. They are written and sent by the worker.

What is mailed about a known and an unknown address takes the same way up to the worker.
"""

import logging
from collections.abc import Callable

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation
from kombu.exceptions import OperationalError

from cms.accounts import letters, limits
from cms.accounts.letters import Letter
from cms.accounts.models import User

log = logging.getLogger(__name__)


def send_reset_later(email: str, user: User | None) -> None:
    """Have the worker send the link, or do nothing for `user` None."""
    from cms.accounts.tasks import mail_password_reset

    later(mail_password_reset, user.pk if user and limits.may_mail_reset(email) else None)


def send_notice_later(user_id: int | None, notice: str, **facts: str | int) -> None:
    """Have the worker send one of `letters.NOTICES` with these facts, or do nothing for `user_id` None."""
    from cms.accounts.tasks import mail_notice

    later(mail_notice, user_id, notice, facts)


def send_password_reset(user: User) -> None:
    """The link to choose a new password."""
    send(user, letters.password_reset)


def send_notice(user: User, notice: str, facts: dict) -> None:
    send(user, letters.NOTICES[notice], **facts)


def send(user: User, write: Callable[..., Letter], **facts: str | int) -> None:
    """Write the letter in the user's language and send it, as text and as a page."""
    with translation.override(user.language):
        letter = write(user, **facts)
        values = {"letter": letter, "name": user.name, "language": user.language, "portal": settings.PORTAL_URL}
        values["brand"] = settings.BRAND
        message = EmailMultiAlternatives(
            letter.subject, render_to_string("mail/letter.txt", values), settings.DEFAULT_FROM_EMAIL, [user.email]
        )
        message.attach_alternative(render_to_string("mail/letter.html", values), "text/html")
    message.send()


def later(task, *args) -> None:
    """By the worker; inline when the broker is away."""
    try:
        task.delay(*args)
    except (OperationalError, OSError):
        log.warning("The broker is away; the mail is sent by the web process")
        task(*args)
