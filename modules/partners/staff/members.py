"""Who works for a client: people with a role of the client's side and a grant within the client."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.contrib.auth import get_user_model
from django.db.models import Exists, OuterRef, Q, QuerySet

from cms.access import axes
from cms.access.checks import visible
from cms.access.models import Grant, Role
from cms.access.roles import CLIENT
from modules.partners.models import Contract, Partner

MANAGE = "partners.manage_staff"
ACTIVE, BLOCKED, INVITED, EXPIRED = "active", "blocked", "invited", "expired"


def partners_of(by) -> QuerySet[Partner]:
    """The clients whose staff the user manages."""
    return visible(Partner.objects.all(), by, MANAGE)


def grants_within(partners: QuerySet[Partner]) -> QuerySet[Grant]:
    """Grants, in force or to be, that reach no further than these clients."""
    partners = partners.order_by()
    of_contract = Q(partner=None, contract__in=Contract.objects.filter(partner__in=partners).order_by().values("pk"))
    return Grant.objects.not_over().filter(Q(partner__in=partners.values("pk")) | of_contract)


def members_for(by) -> QuerySet:
    """The staff that the user sees; `beyond` tells of somebody who reaches further than the user manages."""
    within = grants_within(partners_of(by))
    elsewhere = Grant.objects.not_over().filter(user=OuterRef("pk")).exclude(pk__in=within.values("pk"))
    roles = Role.objects.filter(group__user=OuterRef("pk"))
    return (
        get_user_model()
        .objects.filter(Exists(roles.filter(side=CLIENT)), pk__in=within.values("user"), is_superuser=False)
        .exclude(Exists(roles.exclude(side=CLIENT)))
        .annotate(beyond=Exists(elsewhere))
        .select_related("invitation")
        .order_by("last_name", "first_name", "email")
    )


@dataclass(frozen=True)
class Place:
    """Where somebody works: the client, and what they are narrowed to there (keys → names; empty: everything)."""

    partner: int
    partner_name: str
    contracts: dict[int, str]
    product_lines: dict[int, str]


class Members:
    """Some members with their roles and places; two queries for roles and grants and one for each axis."""

    def __init__(self, users: Iterable) -> None:
        self.users = list(users)

    @cached_property
    def roles(self) -> dict[int, list[Role]]:
        found: dict[int, list[Role]] = {user.pk: [] for user in self.users}
        rows = Role.objects.filter(group__user__in=found).select_related("group").order_by("pk").distinct()
        members = get_user_model().groups.through.objects.filter(user__in=found).values_list("user_id", "group_id")
        by_group = {role.group_id: role for role in rows}
        for user, group in members:
            if group in by_group:
                found[user].append(by_group[group])
        return found

    @cached_property
    def grants(self) -> dict[int, list[Grant]]:
        found: dict[int, list[Grant]] = {user.pk: [] for user in self.users}
        for grant in Grant.objects.not_over().filter(user__in=found).order_by("pk"):
            found[grant.user_id].append(grant)
        return found

    @cached_property
    def _names(self) -> dict[tuple[str, int], str]:
        of_contracts = [{"partner": key} for key in self._partner_of.values() if key is not None]
        return axes.names_of([*(g.limits for grants in self.grants.values() for g in grants), *of_contracts])

    @cached_property
    def _partner_of(self) -> dict[int, int | None]:
        """Contract → partner, for grants that name the contract alone."""
        alone = {g.contract for grants in self.grants.values() for g in grants if g.partner is None and g.contract}
        return dict(Contract.objects.filter(pk__in=alone).values_list("pk", "partner_id")) if alone else {}

    def places(self, user, among: set[int]) -> list[Place]:
        """By client, of those in `among`: what colleagues elsewhere have is nobody's business here."""
        found: dict[int, Place] = {}
        for grant in self.grants[user.pk]:
            partner = grant.partner or self._partner_of.get(grant.contract or 0)
            if partner is None or partner not in among:
                continue
            place = found.setdefault(partner, Place(partner, self._name("partner", partner), {}, {}))
            if grant.contract is not None:
                place.contracts[grant.contract] = self._name("contract", grant.contract)
            if grant.product_line is not None:
                place.product_lines[grant.product_line] = self._name("product_line", grant.product_line)
        return list(found.values())

    def _name(self, axis: str, key: int) -> str:
        return self._names.get((axis, key), "")


def state_of(user) -> str:
    """ACTIVE, BLOCKED, INVITED (the link works) or EXPIRED (it does not any more)."""
    if user.is_active:
        return ACTIVE
    invitation = getattr(user, "invitation", None)
    if invitation is None or invitation.accepted_at is not None:
        return BLOCKED
    return INVITED if invitation.is_open else EXPIRED
