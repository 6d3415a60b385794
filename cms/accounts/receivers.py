"""What the portal does when allauth says that somebody has signed in or changed how they do."""

from allauth.account import signals as account
from allauth.mfa import signals as mfa
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth import signals as auth
from django.http import HttpRequest

from cms import events
from cms.accounts import activity, devices, limits, mails, second_factor
from cms.accounts.events import (
    PasswordChanged,
    RecoveryCodesRenewed,
    RecoveryCodeUsed,
    SecondFactorDisabled,
    SecondFactorEnabled,
    SignedIn,
    SignedOut,
)
from cms.accounts.models import KnownDevice, User
from cms.accounts.sessions import sessions_end_all
from cms.api.throttles import address_of

TOTP, RECOVERY_CODES = Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES


def connect() -> None:
    auth.user_logged_in.connect(session_began)
    auth.user_logged_out.connect(signed_out)
    account.user_logged_in.connect(signed_in)
    for changed in (account.password_changed, account.password_set):
        changed.connect(password_changed)
    account.password_reset.connect(password_reset)
    mfa.authenticator_added.connect(factor_added)
    mfa.authenticator_removed.connect(factor_removed)
    mfa.authenticator_reset.connect(codes_renewed)
    mfa.authenticator_used.connect(factor_used)


def session_began(request: HttpRequest, **kwargs) -> None:
    """However it began: by sign-in, by a test, by a script."""
    if key := request.session.session_key:
        activity.begun(key)


def signed_in(request: HttpRequest, user: User, **kwargs) -> None:
    UserSession.objects.create_from_request(request)
    agent, address = request.headers.get("User-Agent", ""), address_of(request)
    if is_news(user, devices.code_of(agent)):
        mails.send_notice_later(user.pk, "new_device", address=address, device=devices.code_of(agent))
    events.publish(SignedIn(user.pk, address, devices.named(agent), second_factor.is_shown(user, request.session)))


def is_news(user: User, device: str) -> bool:
    """Whether the user signs in with this kind of device for the first time, having used others before."""
    others = KnownDevice.objects.filter(user=user).exists()
    _, created = KnownDevice.objects.get_or_create(user=user, name=device)
    return created and others


def signed_out(request: HttpRequest, user: User | None, **kwargs) -> None:
    UserSession.objects.filter(session_key=request.session.session_key or "").delete()
    if user is not None:
        events.publish(SignedOut(user.pk, address_of(request)))


def password_changed(request: HttpRequest, user: User, **kwargs) -> None:
    """This session has a new key by now; the others end."""
    UserSession.objects.create_from_request(request)
    activity.begun(request.session.session_key)
    sessions_end_all(user=user, by=user, but=request.session.session_key)
    events.publish(PasswordChanged(user.pk, user.pk, address_of(request)))
    mails.send_notice_later(user.pk, "password_changed", address=address_of(request))


def password_reset(request: HttpRequest, user: User, **kwargs) -> None:
    """Who reads the mailbox owns the account: open again, and nobody else is in."""
    limits.unlock(user.email)
    sessions_end_all(user=user, by=None)
    events.publish(PasswordChanged(user.pk, None, address_of(request)))
    mails.send_notice_later(user.pk, "password_changed", address=address_of(request))


def factor_added(request: HttpRequest, user: User, authenticator: Authenticator, **kwargs) -> None:
    if authenticator.type != TOTP:
        return
    events.publish(SecondFactorEnabled(user.pk, address_of(request)))
    mails.send_notice_later(user.pk, "second_factor_on", address=address_of(request))


def factor_removed(request: HttpRequest, user: User, authenticator: Authenticator, **kwargs) -> None:
    if authenticator.type != TOTP:
        return
    events.publish(SecondFactorDisabled(user.pk, user.pk, address_of(request)))
    mails.send_notice_later(user.pk, "second_factor_off", address=address_of(request))


def codes_renewed(request: HttpRequest, user: User, **kwargs) -> None:
    events.publish(RecoveryCodesRenewed(user.pk, address_of(request)))
    mails.send_notice_later(user.pk, "codes_renewed", address=address_of(request))


def factor_used(request: HttpRequest, user: User, authenticator: Authenticator, **kwargs) -> None:
    if authenticator.type != RECOVERY_CODES:
        return
    left = len(authenticator.wrap().get_unused_codes())
    events.publish(RecoveryCodeUsed(user.pk, address_of(request)))
    mails.send_notice_later(user.pk, "code_used", address=address_of(request), left=left)
