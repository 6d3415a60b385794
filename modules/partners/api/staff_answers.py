"""Colleagues as the API tells them, and what it refuses with."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.utils.translation import gettext_lazy as _

from cms.access.delegation import Beyond
from cms.accounts.invitations import AddressTaken, NotOpen, TooManyInvitations
from cms.api.problems import Conflict, Invalid, Problem
from modules.partners.staff.members import ACTIVE, BLOCKED, Members, Place, partners_of, state_of
from modules.partners.staff.services import NotTheirs


def told(by, users) -> list[dict]:
    """What StaffSerializer describes, for members found by `members_for(by)`."""
    members = Members(users)
    among = set(partners_of(by).order_by().values_list("pk", flat=True)) if members.users else set()
    return [_one(by, members, user, among) for user in members.users]


def _one(by, members: Members, user, among: set[int]) -> dict:
    state = state_of(user)
    return {
        "id": user.pk,
        "email": user.email,
        "name": user.name,
        "first_name": user.first_name,
        "last_name": user.last_name,
        "roles": [{"code": role.code, "name": role.title} for role in members.roles[user.pk]],
        "state": state,
        "places": [_place(place) for place in members.places(user, among)],
        "last_login": user.last_login,
        "invitation": None if state in (ACTIVE, BLOCKED) else user.invitation,
        "is_me": user.pk == by.pk,
        "may_change": user.pk != by.pk and not user.beyond,
        "version": user.access_version,
    }


def _place(place: Place) -> dict:
    return {
        "partner": {"id": place.partner, "name": place.partner_name},
        "contracts": [{"id": key, "name": name} for key, name in place.contracts.items()],
        "product_lines": [{"id": key, "name": name} for key, name in place.product_lines.items()],
    }


@contextmanager
def refusals() -> Iterator[None]:
    """What a service of the staff refuses with, as the API says it."""
    try:
        yield
    except (Beyond, NotTheirs) as refused:
        raise Problem(str(refused), code="permission_denied", status=403) from None
    except AddressTaken:
        message = _("Somebody has an account with this address already.")
        raise Invalid(errors={"email": [message]}, code="address_taken") from None
    except TooManyInvitations:
        message = _("Too many invitations in this hour. Please wait a little.")
        raise Problem(message, code="throttled", status=429, headers={"Retry-After": "600"}) from None
    except NotOpen:
        raise Conflict(_("There is no open invitation any more."), code="invitation_closed") from None
