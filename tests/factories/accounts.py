"""People and what they may do."""

from django.contrib.auth import get_user_model

from cms.access.models import Grant, Role
from tests.factories.counter import number

PASSWORD = "the horse is correct"


def user(role: str | None = None, *, email: str = "", grants: tuple[dict, ...] = (), **fields):
    """A user with one role (its code) and grants: axis → object or key each; `({},)` is one unlimited grant."""
    email = email or f"person{number()}@example.com"
    created = get_user_model().objects.create_user(email, PASSWORD, **{"language": "en", **fields})
    if role:
        created.groups.add(Role.objects.get(code=role).group_id)
    for limits in grants:
        grant(created, **limits)
    created.refresh_from_db()
    return created


def grant(to, **limits) -> Grant:
    """One grant; `limits` are objects or keys by axis, none means everything."""
    return Grant.objects.create(user=to, **{axis: getattr(value, "pk", value) for axis, value in limits.items()})
