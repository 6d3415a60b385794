"""Codes of the second factor, each good once.

allauth remembers a used code in the cache, for less time than our tolerance lets it live, and refuses every code while
the cache is away. Here the database remembers the last step of the clock that was used.
"""

from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from allauth.mfa.utils import decrypt
from django.db import transaction

TOTP, RECOVERY_CODES = Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES


def use(user, code: str) -> Authenticator | None:
    """What the code belongs to, used up; None for a code that is wrong, old or was used before."""
    for authenticator in Authenticator.objects.filter(user_id=user.pk, type__in=(TOTP, RECOVERY_CODES)).order_by(
        "-type"
    ):
        if _use_step(authenticator, code) if authenticator.type == TOTP else authenticator.wrap().validate_code(code):
            return authenticator
    return None


@transaction.atomic
def _use_step(authenticator: Authenticator, code: str) -> bool:
    """Whether it is the code of a step of the clock later than any used before."""
    row = Authenticator.objects.select_for_update().get(pk=authenticator.pk)
    secret = decrypt(row.data["secret"])
    for step in yield_hotp_counters_from_time():
        if step > row.data.get("last_step", 0) and compare_user_code(
            actual=code, expected=format_hotp_value(hotp_value(secret, step))
        ):
            row.data["last_step"] = step
            row.save(update_fields=["data"])
            return True
    return False
