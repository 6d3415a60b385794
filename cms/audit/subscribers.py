"""Facts about accounts that belong into the log: who signed in or failed to, and how they do."""

from dataclasses import fields

from django.utils.translation import gettext_lazy as _

from cms import events
from cms.accounts import events as facts
from cms.accounts.models import User
from cms.audit.actions import Action, action
from cms.audit.recording import record

SIGNED_IN = action("accounts.signed_in", _("Signed in"))
SIGN_IN_FAILED = action("accounts.sign_in_failed", _("Sign-in failed"))
ACTIONS: dict[type, Action] = {
    facts.SignedIn: SIGNED_IN,
    facts.SignedOut: action("accounts.signed_out", _("Signed out")),
    facts.SignInFailed: SIGN_IN_FAILED,
    facts.AccountLocked: action("accounts.locked", _("Locked after failed attempts")),
    facts.AccountUnlocked: action("accounts.unlocked", _("Unlocked")),
    facts.SecondFactorEnabled: action("accounts.second_factor_enabled", _("Second factor switched on")),
    facts.SecondFactorDisabled: action("accounts.second_factor_disabled", _("Second factor switched off")),
    facts.RecoveryCodesRenewed: action("accounts.recovery_codes_renewed", _("Recovery codes renewed")),
    facts.RecoveryCodeUsed: action("accounts.recovery_code_used", _("Recovery code used")),
    facts.PasswordChanged: action("accounts.password_changed", _("Password changed")),
    facts.SessionRevoked: action("accounts.session_revoked", _("Session ended from elsewhere")),
    facts.UserBlocked: action("accounts.blocked", _("Account blocked")),
    facts.UserUnblocked: action("accounts.unblocked", _("Account opened again")),
}
PROVEN_BY_NOBODY = (facts.SignInFailed, facts.AccountLocked)
SAID_ELSEWHERE = {"user_id", "by_id", "address", "email"}


def note(fact) -> None:
    """An entry for the fact. Whoever fails to sign in is nobody: they did not prove to own the address."""
    actor_id = None if isinstance(fact, PROVEN_BY_NOBODY) else getattr(fact, "by_id", fact.user_id)
    people = {user.pk: user for user in User.objects.filter(pk__in={fact.user_id, actor_id} - {None})}
    details = {field.name: getattr(fact, field.name) for field in fields(fact) if field.name not in SAID_ELSEWHERE}
    record(
        ACTIONS[type(fact)],
        target=people.get(fact.user_id),
        label="" if fact.user_id in people else getattr(fact, "email", ""),
        after={name: _plain(value) for name, value in details.items()} or None,
        actor=people.get(actor_id),
        address=getattr(fact, "address", ""),
    )


def _plain(value):
    return value.isoformat(timespec="seconds") if hasattr(value, "isoformat") else value


for fact_class in ACTIONS:
    events.on(fact_class)(note)
