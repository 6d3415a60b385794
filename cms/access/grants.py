"""Giving and taking grants and roles. Each write asks `delegation` first and leaves an entry in the audit log."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms import audit
from cms.access import axes
from cms.access.delegation import Beyond, Giver
from cms.access.matrix import require_an_administrator
from cms.access.models import Grant, Role
from cms.access.roles import STAFF
from cms.access.scopes import AXES

MANAGE_GRANTS = "access.manage_grants"
ASSIGN_ROLES = "access.assign_roles"

GRANT_GIVEN = audit.action("access.grant_given", _("Grant given"))
GRANT_CHANGED = audit.action("access.grant_changed", _("Grant changed"))
GRANT_TAKEN = audit.action("access.grant_taken", _("Grant taken"))
ROLES_CHANGED = audit.action("access.roles_changed", _("Roles of a user changed"))


class GrantedAlready(Exception):
    """The user has a grant with these very limits that is not over."""


@transaction.atomic
def grant_give(
    *, by, user, limits: dict[str, int], valid_from: datetime | None = None, valid_until: datetime | None = None
) -> Grant:
    """A grant with these limits (axis → key; empty means everything). Beyond, GrantedAlready."""
    _locked(by, user).require_grant(user, limits, valid_until)
    _require_new(user, limits)
    grant = Grant.objects.create(
        user=user, granted_by=by, valid_from=valid_from, valid_until=valid_until, **_row(limits)
    )
    audit.record(GRANT_GIVEN, target=user, after=said(grant), actor=by)
    return grant


@transaction.atomic
def grants_give(
    *, by, user, axis: str, keys: Iterable[int], valid_from: datetime | None = None, valid_until: datetime | None = None
) -> int:
    """A grant for each of these objects of one axis, passing over what the user has already. How many were given."""
    given = 0
    for key in keys:
        try:
            grant_give(by=by, user=user, limits={axis: key}, valid_from=valid_from, valid_until=valid_until)
            given += 1
        except GrantedAlready:
            continue
    return given


@transaction.atomic
def grant_change(
    *, by, grant: Grant, limits: dict[str, int], valid_from: datetime | None, valid_until: datetime | None
) -> None:
    """Other limits or another term. Beyond, too, for a grant that the giver could not have given as it was."""
    grant = Grant.objects.select_for_update().select_related("user").get(pk=grant.pk)
    giver = _locked(by, grant.user)
    giver.require_grant(grant.user, grant.limits, grant.valid_until)
    giver.require_grant(grant.user, limits, valid_until)
    _require_new(grant.user, limits, besides=grant)
    before = said(grant)
    for axis, key in _row(limits).items():
        setattr(grant, axis, key)
    grant.valid_from, grant.valid_until = valid_from, valid_until
    grant.save()
    audit.record(GRANT_CHANGED, target=grant.user, before=before, after=said(grant), actor=by)


@transaction.atomic
def grant_take(*, by, grant: Grant) -> None:
    """Beyond for a grant that reaches further than the one who takes it."""
    grant = Grant.objects.select_for_update().select_related("user").get(pk=grant.pk)
    if grant.user_id != by.pk:
        _locked(by, grant.user).require_grant(grant.user, grant.limits, grant.valid_until)
    audit.record(GRANT_TAKEN, target=grant.user, before=said(grant), actor=by)
    grant.delete()


@transaction.atomic
def roles_set(*, by, user, roles: Iterable[Role]) -> None:
    """Exactly these roles. Beyond for one to give or take that the giver does not stand above; NobodyLeft."""
    giver = _locked(by, user)
    had = {role.pk: role for role in Role.objects.filter(group__user=user).select_related("group")}
    wanted = {role.pk: role for role in roles}
    for key in had.keys() - wanted.keys():
        giver.require_taking(had[key])
        user.groups.remove(had[key].group)
    for key in wanted.keys() - had.keys():
        giver.require_role(user, wanted[key])
        user.groups.add(wanted[key].group)
    if had.keys() == wanted.keys():
        return
    require_an_administrator()
    before, after = sorted(role.code for role in had.values()), sorted(role.code for role in wanted.values())
    audit.record(ROLES_CHANGED, target=user, before={"roles": before}, after={"roles": after}, actor=by)


def roles_givable(*, by, user) -> list[Role]:
    """The roles that `by` could give to the user now."""
    giver, found = Giver(by), []
    for role in Role.objects.select_related("group").order_by("pk"):
        try:
            giver.require_role(user, role)
        except Beyond:
            continue
        found.append(role)
    return found


def grants_for(user) -> QuerySet[Grant]:
    """The grants an administrator of grants sees: all, or those over objects within their own."""
    giver = Giver(user)
    if giver.is_above_all or not giver.is_bounded:
        return Grant.objects.all()
    within, limited = Q(), Q()
    for axis in axes.declared():
        among = Q(**{f"{axis.name}__in": axis.objects_for(user).order_by().values("pk")})
        within &= Q(**{f"{axis.name}__isnull": True}) | among
        if axis.seen_by_permission:
            limited |= Q(**{f"{axis.name}__isnull": False})
    return Grant.objects.filter(within & limited)


def people_for(user) -> QuerySet:
    """Whose access an administrator of grants sees: everybody's, or those with grants within theirs and staff."""
    everybody = get_user_model().objects.all()
    giver = Giver(user)
    if giver.is_above_all or not giver.is_bounded:
        return everybody
    staff = Q(pk__in=everybody.filter(groups__role__side=STAFF).values("pk"))
    return everybody.filter(staff | Q(pk__in=grants_for(user).values("user")) | Q(pk=user.pk))


def said(grant: Grant) -> dict[str, str]:
    """The grant for people and for the log: axis → name, and its term."""
    names = axes.names_of([grant.limits])
    term = {"valid_from": grant.valid_from, "valid_until": grant.valid_until}
    return axes.told(grant.limits, names) | {
        key: timezone.localtime(at).isoformat(timespec="minutes") for key, at in term.items() if at is not None
    }


def _locked(by, user) -> Giver:
    """The giver as they are now. Until the transaction ends neither person's access changes under it."""
    people = get_user_model().objects.select_for_update().filter(pk__in=[by.pk, user.pk]).order_by("pk")
    return Giver(next(person for person in people if person.pk == by.pk))


def _require_new(user, limits: dict[str, int], besides: Grant | None = None) -> None:
    same = Grant.objects.not_over().filter(user=user, **_row(limits))
    if same.exclude(pk=besides.pk if besides else None).exists():
        raise GrantedAlready


def _row(limits: dict[str, int]) -> dict[str, int | None]:
    return {axis: limits.get(axis) for axis in AXES}
