"""What a client's head does with colleagues. Each write asks `cms.access.delegation` whether they may give or take it.

Nobody acts on themselves, on somebody who reaches beyond the clients they manage, or on somebody above them.
"""

from dataclasses import dataclass
from itertools import product

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms import audit, events
from cms.access.checks import require
from cms.access.delegation import Beyond, Giver, levels_held
from cms.access.grants import grant_give, grant_take, roles_set
from cms.access.levels import Level
from cms.access.models import Grant, Role
from cms.access.roles import (
    BUYER_HEAD,
    BUYER_MANAGER,
    BUYER_SENIOR,
    CLIENT,
    DISTRIBUTOR_HEAD,
    DISTRIBUTOR_MANAGER,
    DISTRIBUTOR_SENIOR,
)
from cms.accounts import invitations
from cms.accounts.services import user_block, user_unblock
from modules.partners.events import StaffLeft
from modules.partners.models import Contract, Partner, StaffInvitation
from modules.partners.staff.members import EXPIRED, INVITED, MANAGE, grants_within, members_for, state_of

KINDS = (
    {BUYER_HEAD, BUYER_SENIOR, BUYER_MANAGER},
    {DISTRIBUTOR_HEAD, DISTRIBUTOR_SENIOR, DISTRIBUTOR_MANAGER},
)

LEFT = audit.action("partners.staff_left", gettext_lazy("Colleague left"))


class NotTheirs(Exception):
    """This person, or this role, is not for the one who asks to decide about. The text says why."""


class Outdated(Exception):
    """Somebody changed this colleague since they were shown."""


@dataclass(frozen=True)
class Limits:
    """Where a colleague works: within the client, only these contracts and product lines (keys; empty: all)."""

    partner: Partner
    contracts: frozenset[int] = frozenset()
    product_lines: frozenset[int] = frozenset()

    def rows(self) -> list[dict[str, int]]:
        """Limits of the grants that say so: one for each combination."""
        contracts: list[dict[str, int]] = [{"contract": key} for key in sorted(self.contracts)] or [{}]
        lines: list[dict[str, int]] = [{"product_line": key} for key in sorted(self.product_lines)] or [{}]
        return [{"partner": self.partner.pk, **contract, **line} for contract, line in product(contracts, lines)]


@transaction.atomic
def staff_invite(*, by, email: str, first_name: str, last_name: str, language: str, role: Role, limits: Limits):
    """The new colleague, blocked until they accept. Refused, NotTheirs, Beyond, AddressTaken, TooManyInvitations."""
    require(by, MANAGE, limits.partner)
    _require_contracts(limits)
    person = {"email": email, "first_name": first_name, "last_name": last_name, "language": language}
    user = invitations.invitation_make(by=by, organisation=limits.partner.name, **person)
    StaffInvitation.objects.create(invitation=user.invitation, partner=limits.partner)
    _give_role(by, user, role)
    for row in limits.rows():
        grant_give(by=by, user=user, limits=row)
    return user


@transaction.atomic
def staff_change(*, by, user, version: int, role: Role | None = None, limits: Limits | None = None):
    """Another role, other limits at one client; what is None stays. Outdated when somebody was faster."""
    user = _managed(by, user)
    if user.access_version != version:
        raise Outdated
    if limits is not None:
        require(by, MANAGE, limits.partner)
        _require_contracts(limits)
        _set_limits(by, user, limits)
    if role is not None:
        _give_role(by, user, role)
    user.refresh_from_db()
    return user


@transaction.atomic
def staff_block(*, by, user) -> None:
    """No sign-in any more; roles and limits are kept for the day they are let in again."""
    user = _managed(by, user)
    if user.is_active:
        user_block(user=user, by=by)


@transaction.atomic
def staff_unblock(*, by, user) -> None:
    """NotTheirs for somebody who has not accepted their invitation yet: nobody else opens that account."""
    user = _managed(by, user)
    if state_of(user) in (INVITED, EXPIRED):
        raise NotTheirs(_("This colleague has not accepted the invitation yet."))
    if not user.is_active:
        user_unblock(user=user, by=by)


@transaction.atomic
def staff_leave(*, by, user, successor) -> None:
    """Block somebody for good; the successor (a colleague, or `by`) takes over the team and what is unfinished.

    What the leaver wrote keeps its author; the successor supervises it, and so do those who listen to StaffLeft.
    """
    user = _managed(by, user)
    if successor.pk != by.pk:
        successor = _managed(by, successor)
    _require_successor(by, user, successor)
    get_user_model().objects.filter(supervisor=user).exclude(pk=successor.pk).update(supervisor=successor)
    if successor.supervisor_id == user.pk:
        get_user_model().objects.filter(pk=successor.pk).update(supervisor=user.supervisor_id)
    get_user_model().objects.filter(pk=user.pk).update(supervisor=successor)
    if user.is_active:
        user_block(user=user, by=by)
    audit.record(LEFT, target=user, after={"successor": str(successor)}, actor=by)
    events.publish(StaffLeft(user.pk, successor.pk))


@transaction.atomic
def staff_invite_again(*, by, user) -> None:
    """A new letter with a new link. NotOpen once accepted."""
    user = _managed(by, user)
    invitations.invitation_resend(invitation=_invitation_of(user), by=by)


@transaction.atomic
def staff_revoke(*, by, user) -> None:
    """Take an invitation back; the account that was never opened goes. NotOpen once accepted."""
    user = _managed(by, user)
    invitations.invitation_revoke(invitation=_invitation_of(user), by=by)


def roles_offered(by) -> list[Role]:
    """Client-side roles, each at most equal to what `by` has, of the kinds of client that `by` is of."""
    giver = Giver(by)
    held = [role.origin for role in Role.objects.filter(group__user=by)]
    kinds = [kind for kind in KINDS if any(origin in kind for origin in held)]
    of_clients = Role.objects.filter(side=CLIENT).select_related("group").order_by("pk")
    fitting = [role for role in of_clients if not kinds or any(role.origin in kind for kind in kinds)]
    return [role for role in fitting if _is_below(giver, role)]


def _is_below(giver: Giver, role: Role) -> bool:
    try:
        giver.require_taking(role)
    except Beyond:
        return False
    return True


def _give_role(by, user, role: Role) -> None:
    if role.side != CLIENT:
        raise NotTheirs(_("This is no role of a client."))
    roles_set(by=by, user=user, roles=[role])


def _managed(by, user):
    """The user as they are now, locked. NotTheirs and Beyond."""
    if user.pk == by.pk:
        raise NotTheirs(_("Nobody decides about their own access."))
    people = get_user_model().objects.select_for_update().filter(pk__in=[by.pk, user.pk]).order_by("pk")
    found = next(person for person in people if person.pk == user.pk)
    seen = members_for(by).filter(pk=found.pk).first()
    if seen is None or seen.beyond:
        raise NotTheirs(_("This person works for others too; only the manufacturer's staff decide about them."))
    giver = Giver(by)
    for role in Role.objects.filter(group__user=found).select_related("group"):
        giver.require_taking(role)
    for grant in Grant.objects.not_over().filter(user=found):
        giver.require_grant(found, grant.limits, grant.valid_until)
    return found


def _set_limits(by, user, limits: Limits) -> None:
    """The colleague's grants at this client become these. New ones first: at no moment is there nothing to judge by."""
    wanted = {frozenset(row.items()): row for row in limits.rows()}
    at_client = Partner.objects.filter(pk=limits.partner.pk)
    held = {frozenset(grant.limits.items()): grant for grant in grants_within(at_client).filter(user=user)}
    for key in wanted.keys() - held.keys():
        grant_give(by=by, user=user, limits=wanted[key])
    for key in held.keys() - wanted.keys():
        grant_take(by=by, grant=held[key])


def _require_contracts(limits: Limits) -> None:
    of_client = Contract.objects.filter(partner=limits.partner, pk__in=limits.contracts).count()
    if of_client != len(limits.contracts):
        raise NotTheirs(_("There is no such contract with this client."))


def _require_successor(by, user, successor) -> None:
    """Beyond when the successor would come to see more of the leaver's work than `by` sees."""
    if successor.pk == user.pk or not successor.is_active:
        raise NotTheirs(_("Choose somebody else who works here."))
    if successor.pk == by.pk:
        return
    giver, theirs = Giver(by), levels_held(successor)
    if any(level == Level.TEAM and giver.level(name) < Level.GRANTED for name, level in theirs.items()):
        raise Beyond(_("The successor would see what you do not see."))


def _invitation_of(user):
    invitation = getattr(user, "invitation", None)
    if invitation is None:
        raise invitations.NotOpen("invalid")
    return invitation
