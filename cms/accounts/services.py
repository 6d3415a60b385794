"""What can be done with an account."""

from collections.abc import Iterable

from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.db import transaction

from cms import events
from cms.access.models import Role
from cms.accounts import limits, mails
from cms.accounts.events import AccountUnlocked, SecondFactorDisabled, UserBlocked, UserUnblocked
from cms.accounts.models import User
from cms.accounts.sessions import sessions_end_all


@transaction.atomic
def user_create(
    *,
    email: str,
    password: str | None,
    first_name: str = "",
    last_name: str = "",
    language: str = "ru",
    roles: Iterable[str] = (),
    supervisor: User | None = None,
) -> User:
    """A new account with these roles (codes). `password` None: no sign-in until one is set by a reset.

    ValidationError (Django's) for a taken address or a weak password; Role.DoesNotExist for an unknown role.
    """
    user = get_user_model()(
        email=email.lower(), first_name=first_name, last_name=last_name, language=language, supervisor=supervisor
    )
    if password is not None:
        validate_password(password, user)
    user.set_password(password)
    user.full_clean(exclude=["password"])
    user.save()
    user.groups.set(_groups_of(roles))
    return user


def user_set_language(*, user: User, language: str) -> User:
    """The language of the user's mails and of the API where a request names none."""
    user.language = language
    user.clean_fields(exclude=_all_but("language"))
    user.save(update_fields=["language"])
    return user


def user_block(*, user: User, by: User | None = None) -> User:
    """No more sign-in; sessions end with their next request, event streams within a minute."""
    user.is_active = False
    user.save(update_fields=["is_active"])
    after_block(user=user, by=by)
    return user


def after_block(*, user: User, by: User | None) -> None:
    """What follows from `is_active` having been taken away, in whatever form that was done."""
    sessions_end_all(user=user, by=by)
    events.publish(UserBlocked(user.pk, by and by.pk))


def user_unblock(*, user: User, by: User | None = None) -> User:
    user.is_active = True
    user.save(update_fields=["is_active"])
    events.publish(UserUnblocked(user.pk, by and by.pk))
    return user


def sign_in_unlock(*, user: User, by: User | None = None) -> None:
    """Failed attempts are forgotten; the user may try again at once."""
    limits.unlock(user.email)
    events.publish(AccountUnlocked(user.pk, by and by.pk))


def second_factor_forget(*, user: User, by: User | None = None) -> bool:
    """For somebody who lost telephone and recovery codes: the password alone again, open sessions end.

    False when there is no second factor.
    """
    deleted, _ = Authenticator.objects.filter(user=user).delete()
    if not deleted:
        return False
    sessions_end_all(user=user, by=by)
    events.publish(SecondFactorDisabled(user.pk, by and by.pk))
    mails.send_notice_later(user.pk, "second_factor_off", address="")
    return True


def _groups_of(roles: Iterable[str]) -> list[Group]:
    return [Role.objects.select_related("group").get(code=code).group for code in roles]


def _all_but(field: str) -> set[str]:
    return {f.name for f in get_user_model()._meta.fields} - {field}
