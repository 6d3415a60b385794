"""How a user signs in, in the Wagtail admin: lock, second factor, open sessions, and a way to end each of them."""

from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from cms.accounts import devices, limits, second_factor
from cms.accounts.models import User
from cms.accounts.services import second_factor_forget, sign_in_unlock
from cms.accounts.sessions import open_sessions, sessions_end, sessions_end_all


class SecurityView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """For whoever may change users; a superuser's account is a superuser's business."""

    url_name = "wagtailusers_users:security"
    template_name = "wagtailusers/users/security.html"
    page_title = gettext_lazy("Sign-in and sessions")
    header_icon = "lock"
    model = User  # whose permission policy is asked
    permission_required = "change"

    @cached_property
    def person(self) -> User:
        return get_object_or_404(get_user_model(), pk=self.kwargs["pk"])

    def get_page_subtitle(self) -> str:
        return self.person.name

    def get_breadcrumbs_items(self) -> list[dict]:
        return [
            {"url": reverse("wagtailusers_users:index"), "label": _("Users")},
            {"url": reverse("wagtailusers_users:edit", args=[self.person.pk]), "label": self.person.name},
            {"url": "", "label": self.page_title},
        ]

    def get_context_data(self, **kwargs) -> dict:
        person = self.person
        return super().get_context_data(**kwargs) | {
            "person": person,
            "locked_minutes": -(-limits.locked_for(person.email) // limits.MINUTE),
            "second_factor": second_factor.is_enabled(person),
            "required": second_factor.is_required_of(person),
            "sessions": [(row, devices.named(row.user_agent)) for row in open_sessions(person)],
            "own": person == self.request.user,
            "may_act": self._may_act(),
        }

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not self._may_act():
            raise PermissionDenied
        act = {"unlock": self._unlock, "forget": self._forget, "end": self._end, "end_all": self._end_all}
        act.get(request.POST.get("action", ""), self._unknown)()
        return redirect(self.url_name, pk=pk)

    def _may_act(self) -> bool:
        return self.request.user.is_superuser or not self.person.is_superuser

    def _unlock(self) -> None:
        sign_in_unlock(user=self.person, by=self.request.user)
        messages.success(self.request, _("Sign-in is open again."))

    def _forget(self) -> None:
        """One's own is turned off where the password is asked for again."""
        if self.person == self.request.user:
            raise PermissionDenied
        second_factor_forget(user=self.person, by=self.request.user)
        messages.success(self.request, _("The second factor is turned off; the user has been told by mail."))

    def _end(self) -> None:
        session = self.request.POST.get("session", "")
        chosen = UserSession.objects.filter(user=self.person, pk=session if session.isdigit() else None)
        sessions_end(sessions=chosen, by=self.request.user)
        messages.success(self.request, _("The session has ended."))

    def _end_all(self) -> None:
        own = self.request.session.session_key if self.person == self.request.user else None
        sessions_end_all(user=self.person, by=self.request.user, but=own)
        messages.success(self.request, _("The sessions have ended."))

    def _unknown(self) -> None:
        messages.error(self.request, _("The request cannot be carried out."))
