"""Who signed in and out, and who failed to: whatever way they came."""

from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.utils.translation import gettext_lazy as _

from cms.audit.actions import action
from cms.audit.recording import record

SIGNED_IN = action("audit.signed_in", _("Signed in"))
SIGNED_OUT = action("audit.signed_out", _("Signed out"))
SIGN_IN_FAILED = action("audit.sign_in_failed", _("Sign-in failed"))


def connect() -> None:
    user_logged_in.connect(_signed_in, dispatch_uid="audit.signed_in")
    user_logged_out.connect(_signed_out, dispatch_uid="audit.signed_out")
    user_login_failed.connect(_failed, dispatch_uid="audit.sign_in_failed")


def _signed_in(user, **kwargs) -> None:
    record(SIGNED_IN, actor=user, target=user)


def _signed_out(user, **kwargs) -> None:
    if user is not None:
        record(SIGNED_OUT, actor=user, target=user)


def _failed(credentials: dict, **kwargs) -> None:
    """Nobody is named as the actor: whoever it was did not prove to be the owner of the address."""
    record(SIGN_IN_FAILED, label=str(credentials.get("email") or credentials.get("username") or ""))
