"""What the letters about one's own account say, in the language that is active. Each maker takes the reader and facts.

A letter about a change names its time and the address it came from, and what to do if it was not the reader.
"""

from collections.abc import Callable
from dataclasses import dataclass

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.accounts.models import User


@dataclass(frozen=True)
class Letter:
    """`link` is where `action` leads; both may be empty. `facts`: label and value, a line each."""

    subject: str
    paragraphs: tuple[str, ...]
    action: str = ""
    link: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    closing: str = ""


def password_reset(user: User) -> Letter:
    hours = settings.PASSWORD_RESET_TIMEOUT // 3600
    once = ngettext(
        "The link works once and for %(hours)s hour.", "The link works once and for %(hours)s hours.", hours
    )
    return Letter(
        subject=_("A new password for %(brand)s") % {"brand": settings.BRAND.name},
        paragraphs=(
            _("Somebody, hopefully you, asked for a new password for your account."),
            once % {"hours": hours},
        ),
        action=_("Choose a new password"),
        link=reset_link(user),
        closing=_("If you did not ask for it, do nothing: the password stays as it is."),
    )


def locked(user: User, *, address: str, minutes: int) -> Letter:
    wait = ngettext("It opens by itself in %(minutes)s minute.", "It opens by itself in %(minutes)s minutes.", minutes)
    return Letter(
        subject=_("Sign-in to %(brand)s is locked for a while") % {"brand": settings.BRAND.name},
        paragraphs=(
            _("There were too many failed attempts to sign in with your address, so sign-in is locked."),
            wait % {"minutes": minutes},
            _("To get in at once, choose a new password: that opens the account too."),
        ),
        action=_("Choose a new password"),
        link=f"{settings.PORTAL_URL}/{user.language}/reset-password",
        facts=_where(address),
        closing=_("If it was not you, somebody is trying your account; your password has not been told to them."),
    )


def second_factor_on(user: User, *, address: str) -> Letter:
    return _about_security(
        user,
        _("The second factor is turned on"),
        _("From now on sign-in asks for a code of your authenticator app. Keep the recovery codes in a safe place."),
        address,
    )


def second_factor_off(user: User, *, address: str) -> Letter:
    return _about_security(
        user,
        _("The second factor is turned off"),
        _("Sign-in to your account asks for the password alone now."),
        address,
    )


def codes_renewed(user: User, *, address: str) -> Letter:
    return _about_security(
        user, _("New recovery codes"), _("You have new recovery codes; the earlier ones no longer work."), address
    )


def code_used(user: User, *, address: str, left: int) -> Letter:
    remaining = ngettext("%(left)s recovery code is left.", "%(left)s recovery codes are left.", left)
    return _about_security(
        user,
        _("A recovery code was used"),
        " ".join([_("Somebody, hopefully you, signed in with a recovery code."), remaining % {"left": left}]),
        address,
    )


def password_changed(user: User, *, address: str) -> Letter:
    return _about_security(
        user,
        _("Your password was changed"),
        _("The password of your account was changed and your other sessions were ended."),
        address,
    )


def new_device(user: User, *, address: str, device: str) -> Letter:
    return _about_security(
        user,
        _("Sign-in from a new device"),
        _("Your account was signed in to from a device that was not used before."),
        address,
        (_("Device"), device or _("unknown device")),
    )


NOTICES: dict[str, Callable[..., Letter]] = {
    maker.__name__: maker
    for maker in (
        locked,
        second_factor_on,
        second_factor_off,
        codes_renewed,
        code_used,
        password_changed,
        new_device,
    )
}


def reset_link(user: User) -> str:
    """The page of the portal where the key is used, in the user's language."""
    key = f"{user_pk_to_url_str(user)}-{default_token_generator.make_token(user)}"
    return f"{settings.PORTAL_URL}/{user.language}/reset-password/{key}"


def _about_security(user: User, subject: str, text: str, address: str, *facts: tuple[str, str]) -> Letter:
    return Letter(
        subject=subject,
        paragraphs=(text,),
        action=_("Security of my account"),
        link=f"{settings.PORTAL_URL}/{user.language}/account/security",
        facts=(*facts, *_where(address)),
        closing=_("If it was not you, choose a new password at once and tell your administrator."),
    )


def _where(address: str) -> tuple[tuple[str, str], ...]:
    when = date_format(timezone.localtime(), "DATETIME_FORMAT")
    where = ((_("Address"), address),) if address else ()
    return ((_("Time"), f"{when} ({settings.TIME_ZONE})"), *where)
