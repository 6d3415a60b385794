"""What one person may do: roles, grants; and who may reach one object."""

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.access import axes
from cms.access.audience import audience
from cms.access.checks import allows
from cms.access.delegation import Beyond, placed_limits
from cms.access.grants import ASSIGN_ROLES, MANAGE_GRANTS, grants_for, people_for, roles_givable, roles_set
from cms.access.listing import ShownGrant, shown
from cms.access.matrix import NobodyLeft
from cms.access.models import Grant, Role
from cms.access.views.base import AccessView


class PersonView(AccessView):
    """Roles and grants of a person. Changing roles takes a permission of its own."""

    permission = MANAGE_GRANTS
    template_name = "access/person.html"
    header_icon = "user"
    page_subtitle = gettext_lazy("access")

    @cached_property
    def person(self):
        return get_object_or_404(people_for(self.request.user), pk=self.kwargs["pk"])

    def get_page_title(self) -> str:
        return str(self.person)

    def trail(self) -> list[tuple[str, str]]:
        return [(reverse("access_people"), _("People"))]

    def get_context_data(self, **kwargs) -> dict:
        by, person = self.request.user, self.person
        held = list(Role.objects.filter(group__user=person).select_related("group").order_by("pk"))
        may_assign = allows(by, ASSIGN_ROLES)
        givable = roles_givable(by=by, user=person) if may_assign else []
        grants = grants_for(by).filter(user=person).select_related("user", "granted_by").order_by("pk")
        return super().get_context_data(**kwargs) | {
            "person": person,
            "held": held,
            "roles": [
                {"role": role, "held": role in held} for role in sorted({*held, *givable}, key=lambda role: role.pk)
            ],
            "may_assign": may_assign,
            "grants": shown(grants.not_over()),
            "over": shown(grants.filter(valid_until__lte=timezone.now()).order_by("-valid_until")[:20]),
            "unseen": Grant.objects.filter(user=person).count() - grants.count(),
            "may_read_log": allows(by, "audit.view_entry"),
            "may_ask_why": allows(by, MANAGE_GRANTS),
        }

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Set the roles that are ticked."""
        if not allows(request.user, ASSIGN_ROLES):
            messages.error(request, _("You may not give or take roles."))
            return redirect("access_person", self.person.pk)
        ticked = [key for key in request.POST.getlist("role") if key.isascii() and key.isdigit()]
        roles = Role.objects.filter(pk__in=ticked).select_related("group")
        try:
            roles_set(by=request.user, user=self.person, roles=roles)
        except Beyond as beyond:
            messages.error(request, str(beyond))
        except NobodyLeft:
            messages.error(request, _("Not saved: nobody would be left who may configure roles."))
        else:
            messages.success(request, _("Saved. It counts from everybody's next request on."))
        return redirect("access_person", self.person.pk)


class ReachView(AccessView):
    """Who may reach one object of an axis, a partner say: by a grant, or because their level is "all"."""

    permission = MANAGE_GRANTS
    template_name = "access/reach.html"
    header_icon = "group"
    page_subtitle = gettext_lazy("who has access")

    @cached_property
    def axis(self) -> axes.Axis:
        try:
            found = axes.get(self.kwargs["axis"])
        except KeyError:
            raise Http404 from None
        if found.scope is None:
            raise Http404
        return found

    @cached_property
    def object(self):
        return get_object_or_404(self.axis.objects_for(self.request.user), pk=self.kwargs["pk"])

    def get_page_title(self) -> str:
        return str(self.object)

    def trail(self) -> list[tuple[str, str]]:
        return [(reverse("grant:index"), _("Grants"))]

    def get_context_data(self, **kwargs) -> dict:
        by, seen_by = self.request.user, self.axis.seen_by_permission
        reaching = audience(seen_by.name, self.object)
        grants = grants_over(by, self.axis, self.object.pk)
        by_grant = {said.grant.user_id for said in grants}
        everywhere = people_for(by).filter(pk__in=reaching - by_grant)
        return super().get_context_data(**kwargs) | {
            "axis": self.axis,
            "object": self.object,
            "grants": [{"shown": said, "reaches": said.grant.user_id in reaching} for said in grants],
            "everywhere": everywhere.order_by("last_name", "first_name", "email"),
            "seen_by": seen_by,
            "here": self.request.path,
        }


def grants_over(by, axis: axes.Axis, key: int) -> list[ShownGrant]:
    """The grants, not over, that lead to this object or to something within it, as `by` sees them."""
    placed = placed_limits({axis.name: key})
    met = Q(carrier__isnull=True)
    for other in axes.declared():
        if other.scope is not None:
            met &= _meets(axis, key, other, placed)
    found = grants_for(by).not_over().filter(met, user__is_active=True)
    return shown(found.select_related("user", "granted_by").order_by("user__last_name", "user__email", "pk"))


def _meets(axis: axes.Axis, key: int, other: axes.Axis, placed: dict[str, int]) -> Q:
    """Not limited on the other axis, or limited to where the object lies, or to something that lies within it."""
    meets = Q(**{f"{other.name}__isnull": True})
    if other.name in placed:
        meets |= Q(**{other.name: placed[other.name]})
    elif axis.name in other.outer_paths():
        meets |= Q(**{f"{other.name}__in": other.inside(axis.name, key).order_by().values("pk")})
    return meets
