"""Letters about what somebody was told and has not read: one letter for all of a moment, in the reader's language.

Receipts in the database are the queue: what was told DELAY ago and not read since is due, so that whoever reads it in
the cabinet gets no letter, and nothing is lost with the broker.
"""

import logging
from datetime import timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.accounts import mails
from cms.accounts.letters import Letter
from modules.notifications import selectors
from modules.notifications.models import Preference, Receipt
from modules.notifications.wordings import words_of

log = logging.getLogger(__name__)

DELAY = timedelta(minutes=1)
OLDEST = timedelta(days=1)  # what is older is news no more: the mail server was away, or 1C tells of the past
MOST = 20  # in one letter; the rest stands in the cabinet


def mail_due() -> int:
    """Send what is due; to how many people. Two processes at it send nothing twice."""
    due = _due(timezone.now())
    people = get_user_model().objects.filter(pk__in=due.values("user"), is_active=True).order_by("pk")
    return sum(_mail(user) for user in people)


def _due(now) -> QuerySet[Receipt]:
    told = Receipt.objects.filter(mailed_at=None, read_at=None, told_at__gt=now - OLDEST, told_at__lte=now - DELAY)
    news = told.filter(notification__created_at__gt=now - OLDEST)
    return news.exclude(user__in=Preference.objects.filter(by_mail=False).values("user"))


def _mail(user) -> bool:
    """One letter with all that is due to the user and that they may still see; False: there was none or it failed."""
    now = timezone.now()
    if not _due(now).filter(user=user).update(mailed_at=now):
        return False
    mine = Receipt.objects.filter(user=user, mailed_at=now)
    told = list(selectors.received_by(user).filter(pk__in=mine.values("pk")))
    if not told:
        return False
    try:
        mails.send(user, _letter, told=told)
    except OSError as error:
        mine.update(mailed_at=None)
        log.warning("The letter about %s notifications was not sent: %s", len(told), error)
        return False
    return True


def _letter(user, told: list[Receipt]) -> Letter:
    page = f"{settings.PORTAL_URL}/{user.language}"
    closing = _("You can turn these letters off on the page of notifications in your cabinet.")
    if len(told) == 1:
        notification = told[0].notification
        words = words_of(notification)
        path = notification.path or "/cabinet/notifications"
        paragraphs = (words.text,) if words.text else ()
        return Letter(words.subject, paragraphs, _("Open in the cabinet"), page + path, closing=closing)
    subject = ngettext("%(number)s notification", "%(number)s notifications", len(told)) % {"number": len(told)}
    lines = tuple(words_of(one.notification).subject for one in told[:MOST])
    return Letter(subject, lines, _("Open in the cabinet"), f"{page}/cabinet/notifications", closing=closing)
