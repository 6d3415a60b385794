"""Who needs a second factor, who has one, and whether a session has shown it. Set by MFA_REQUIRED_FOR."""

import time
from enum import StrEnum
from types import SimpleNamespace

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.core.checks import Error, register

from cms.access.models import Role
from cms.access.roles import STAFF

NONE, STAFF_ONLY, ALL = "none", "staff", "all"
_KEPT = 5000
FRESH = 60  # seconds: the right to enter the admin may come without a new access version
_staff: dict[tuple[int, int], tuple[bool, float]] = {}


class Gap(StrEnum):
    MISSING = "missing"  # there is none yet
    NOT_SHOWN = "not_shown"  # there is one, but this session began without it


@register()
def setting_is_known(app_configs, **kwargs) -> list[Error]:
    if settings.MFA_REQUIRED_FOR in (NONE, STAFF_ONLY, ALL):
        return []
    return [Error("MFA_REQUIRED_FOR is one of none, staff, all.", id="accounts.E001")]


def is_ever_required() -> bool:
    return settings.MFA_REQUIRED_FOR != NONE


def is_required_of(user) -> bool:
    if settings.MFA_REQUIRED_FOR == STAFF_ONLY:
        return is_staff(user)
    return is_ever_required()


def is_staff(user) -> bool:
    """Whether the user has a role of the staff's side or may enter the Wagtail admin; asked once a minute."""
    key = (user.pk, user.access_version)
    answer, asked_at = _staff.get(key, (False, None))
    if asked_at is None or time.monotonic() - asked_at > FRESH:
        answer = _is_staff(user)
        _staff[key] = (answer, time.monotonic())
        if len(_staff) > _KEPT:
            _staff.clear()
    return answer


def _is_staff(user) -> bool:
    return (
        user.is_superuser
        or user.has_perm("wagtailadmin.access_admin")
        or Role.objects.filter(group__user=user, side=STAFF).exists()
    )


def forget_all() -> None:
    """Empty this process's memory; for tests that roll the database back under it."""
    _staff.clear()


def is_enabled(user) -> bool:
    return Authenticator.objects.filter(user_id=user.pk, type=Authenticator.Type.TOTP).exists()


def is_shown(user, session: SessionBase) -> bool:
    """Whether the user gave a code in this session."""
    steps = get_authentication_records(SimpleNamespace(session=session), user)
    return any(step["method"] == "mfa" for step in steps)


def gap(user, session: SessionBase) -> Gap | None:
    """What stands between this session and the portal; no query for who has shown a code or needs none."""
    if not is_ever_required() or not user.is_authenticated or is_shown(user, session) or not is_required_of(user):
        return None
    return Gap.NOT_SHOWN if is_enabled(user) else Gap.MISSING
