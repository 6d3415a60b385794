"""Making, opening and withdrawing links to drafts.

The address holds the link's key with a signature: it cannot be guessed, nor made by who reads the database alone.
"""

from datetime import timedelta

from django.core import signing
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision

from cms import audit
from content.delivery.public import absolute
from content.models import DraftLink

DAYS = 7  # how long a link works unless its maker says otherwise

MADE = audit.action("content.draft_link_made", _("Link to a draft made"))
REVOKED = audit.action("content.draft_link_revoked", _("Link to a draft withdrawn"))

_signer = signing.Signer(salt="content.draft-link", sep=".")


class NotOfThisPage(Exception):
    """The revision belongs to another page."""


class NoSuchLink(Exception):
    """Nobody made this link, or its page or version was deleted since."""


class NoLongerOpen(Exception):
    """The link was withdrawn or its time is over."""


@transaction.atomic
def draft_link_make(*, page: Page, user, days: int = DAYS, revision: Revision | None = None) -> DraftLink:
    """A link that works for so many days. PermissionDenied, NotOfThisPage."""
    _require_edit(page, user)
    if revision is not None and not page.revisions.filter(pk=revision.pk).exists():
        raise NotOfThisPage
    expires_at = timezone.now() + timedelta(days=days)
    link = DraftLink.objects.create(page=page, revision=revision, made_by=user, expires_at=expires_at)
    audit.record(MADE, target=page, actor=user, after={"link": link.pk, "expires_at": expires_at.isoformat()})
    return link


@transaction.atomic
def draft_link_revoke(*, link: DraftLink, user) -> bool:
    """From now on the link opens nothing. False if it was withdrawn before. PermissionDenied."""
    _require_edit(link.page, user)
    if not DraftLink.objects.filter(pk=link.pk, revoked_at=None).update(revoked_at=timezone.now()):
        return False
    audit.record(REVOKED, target=link.page, actor=user, before={"link": link.pk})
    return True


def draft_link_open(token: str) -> DraftLink:
    """The link of an address, noted as opened. NoSuchLink, NoLongerOpen."""
    try:
        key = _signer.unsign(token)
    except signing.BadSignature:
        raise NoSuchLink from None
    link = DraftLink.objects.select_related("page", "revision").filter(key=key).first()
    if link is None:
        raise NoSuchLink
    opening = DraftLink.objects.working().filter(pk=link.pk)
    if not opening.update(opened_at=timezone.now(), opened=F("opened") + 1):
        raise NoLongerOpen
    return link


def address_of(link: DraftLink) -> str:
    """The whole address to send to a colleague, in the language of the page."""
    with translation.override(link.page.locale.language_code):
        return absolute(reverse("draft", args=[_signer.sign(link.key)]))


def _require_edit(page: Page, user) -> None:
    if not page.permissions_for_user(user).can_edit():
        raise PermissionDenied
