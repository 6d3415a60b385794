"""Give, change and take a grant; give a region's partners to a person at once."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic.edit import FormMixin

from cms.access import axes
from cms.access.delegation import Beyond
from cms.access.forms import BulkForm, GrantForm
from cms.access.grants import (
    MANAGE_GRANTS,
    GrantedAlready,
    grant_change,
    grant_give,
    grant_take,
    grants_for,
    grants_give,
    people_for,
)
from cms.access.listing import shown
from cms.access.models import Grant
from cms.access.views.base import AccessView


class GrantsView(AccessView):
    permission = MANAGE_GRANTS
    header_icon = "key"

    def trail(self) -> list[tuple[str, str]]:
        return [(reverse("grant:index"), _("Grants"))]

    def back(self, user) -> str:
        """Where the person came from: a partner's page, or the page of whoever the grant is for."""
        wanted = self.request.POST.get("next") or self.request.GET.get("next", "")
        if url_has_allowed_host_and_scheme(wanted, allowed_hosts={self.request.get_host()}):
            return wanted
        return reverse("access_person", args=[user.pk])


class GrantFormView(FormMixin, GrantsView):
    template_name = "access/grant_form.html"
    form_class = GrantForm

    def get_form_kwargs(self) -> dict:
        return {**super().get_form_kwargs(), "by": self.request.user}

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        form = self.get_form()
        if not form.is_valid():
            return self.form_invalid(form)
        try:
            return self.form_valid(form)
        except Beyond as beyond:
            form.add_error(None, str(beyond))
        except GrantedAlready:
            form.add_error(None, _("This user has this grant already."))
        return self.form_invalid(form)

    def get_context_data(self, **kwargs) -> dict:
        wanted = self.request.POST.get("next") or self.request.GET.get("next", "")
        return super().get_context_data(next=wanted, submit=self.submit, **kwargs)


class GrantAddView(GrantFormView):
    """`user` and axes in the address are filled in."""

    page_title = gettext_lazy("Give a grant")
    submit = gettext_lazy("Give")

    def get_initial(self) -> dict:
        names = ["user", *(axis.name for axis in axes.declared())]
        asked = {name: self.request.GET.get(name, "") for name in names}
        known = {name: int(key) for name, key in asked.items() if key.isascii() and key.isdigit()}
        return {name: key for name, key in known.items() if self._may_choose(name, key)}

    def _may_choose(self, name: str, key: int) -> bool:
        by = self.request.user
        offered = people_for(by) if name == "user" else axes.get(name).objects_for(by)
        return offered.filter(pk=key).exists()

    def form_valid(self, form: GrantForm) -> HttpResponse:
        user = form.cleaned_data["user"]
        grant_give(by=self.request.user, user=user, limits=form.limits(), **form.term())
        messages.success(self.request, _("Given. It counts from %(person)s's next request on.") % {"person": user})
        return redirect(self.back(user))


class OneGrantView(GrantsView):
    """A grant that one does not see is not there."""

    @cached_property
    def grant(self) -> Grant:
        return get_object_or_404(grants_for(self.request.user).select_related("user"), pk=self.kwargs["pk"])

    def get_context_data(self, **kwargs) -> dict:
        (said,) = shown([self.grant])
        return super().get_context_data(grant=self.grant, shown=said, **kwargs)


class GrantEditView(OneGrantView, GrantFormView):
    page_title = gettext_lazy("Change a grant")
    submit = gettext_lazy("Save")

    def get_form_kwargs(self) -> dict:
        return {**super().get_form_kwargs(), "grant": self.grant, "user": self.grant.user}

    def form_valid(self, form: GrantForm) -> HttpResponse:
        grant_change(by=self.request.user, grant=self.grant, limits=form.limits(), **form.term())
        messages.success(self.request, _("Saved."))
        return redirect(self.back(self.grant.user))


class GrantDeleteView(OneGrantView):
    template_name = "access/grant_delete.html"
    page_title = gettext_lazy("Take a grant")

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(next=self.request.GET.get("next", ""), **kwargs)

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        try:
            grant_take(by=request.user, grant=self.grant)
        except Beyond as beyond:
            raise PermissionDenied(str(beyond)) from None
        messages.success(request, _("Taken. It no longer counts from the next request on."))
        return redirect(self.back(self.grant.user))


class BulkView(FormMixin, GrantsView):
    """All partners of a region, ticked, for one person."""

    outer, inner = "region", "partner"
    template_name = "access/bulk.html"
    form_class = BulkForm
    page_title = gettext_lazy("Give a region's partners")
    header_icon = "group"

    @cached_property
    def axes(self) -> tuple[axes.Axis, axes.Axis]:
        try:
            return axes.get(self.outer), axes.get(self.inner)
        except KeyError:
            raise Http404 from None

    @cached_property
    def chosen(self):
        key = self.request.GET.get("region", "")
        known = self.axes[0].objects_for(self.request.user)
        return known.filter(pk=int(key)).first() if key.isascii() and key.isdigit() else None

    @cached_property
    def offered(self) -> list:
        outer, inner = self.axes
        if self.chosen is None:
            return []
        within = inner.inside(outer.name, self.chosen.pk).values("pk")
        return list(inner.objects_for(self.request.user).filter(pk__in=within))

    def get_form_kwargs(self) -> dict:
        return {**super().get_form_kwargs(), "by": self.request.user}

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(
            regions=self.axes[0].objects_for(self.request.user), chosen=self.chosen, offered=self.offered, **kwargs
        )

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        form = self.get_form()
        ticked = set(request.POST.getlist("partner"))
        keys = [obj.pk for obj in self.offered if str(obj.pk) in ticked]
        if form.is_valid() and not keys:
            form.add_error(None, _("Tick at least one partner."))
        if not form.is_valid():
            return self.form_invalid(form)
        user = form.cleaned_data["user"]
        try:
            given = grants_give(by=request.user, user=user, axis=self.inner, keys=keys, **form.term())
        except Beyond as beyond:
            form.add_error(None, str(beyond))
            return self.form_invalid(form)
        said = ngettext("%(given)d grant given.", "%(given)d grants given.", given) % {"given": given}
        if given < len(keys):
            said += " " + _("What they had already stays as it was.")
        messages.success(request, said)
        return redirect("access_person", user.pk)
