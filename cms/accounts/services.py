"""What can be done with an account."""

from collections.abc import Iterable

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.db import transaction

from cms.access.models import Role
from cms.accounts.models import User


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


def user_block(*, user: User) -> User:
    """No more sign-in; sessions that are open end with their next request, event streams within a minute."""
    user.is_active = False
    user.save(update_fields=["is_active"])
    return user


def user_unblock(*, user: User) -> User:
    user.is_active = True
    user.save(update_fields=["is_active"])
    return user


def _groups_of(roles: Iterable[str]) -> list[Group]:
    return [Role.objects.select_related("group").get(code=code).group for code in roles]


def _all_but(field: str) -> set[str]:
    return {f.name for f in get_user_model()._meta.fields} - {field}
