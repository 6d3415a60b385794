"""Copy a role, rename a copy, delete one that nobody has."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic.edit import FormMixin

from cms.access import matrix
from cms.access.models import Role
from cms.access.own_roles import Held, role_copy, role_delete, role_rename
from cms.access.views.base import AccessView

TITLE_LABELS = {
    "ru": gettext_lazy("Title in Russian"),
    "en": gettext_lazy("Title in English"),
    "kk": gettext_lazy("Title in Kazakh"),
}


class TitlesForm(forms.Form):
    """The role's name in every language of the portal."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for language, name in settings.LANGUAGES:
            self.fields[f"title_{language}"] = forms.CharField(label=TITLE_LABELS.get(language, name), max_length=150)

    def titles(self) -> dict[str, str]:
        return {language: self.cleaned_data[f"title_{language}"] for language, _name in settings.LANGUAGES}


class CopyForm(TitlesForm):
    code = forms.SlugField(
        label=gettext_lazy("Code"),
        max_length=50,
        help_text=gettext_lazy("Latin letters, digits, hyphens and underscores; never changes afterwards."),
    )

    def clean_code(self) -> str:
        code = self.cleaned_data["code"]
        if Role.objects.filter(code=code).exists() or Group.objects.filter(name=code).exists():
            raise forms.ValidationError(_("There is a role with this code already."))
        return code


class OneRoleView(AccessView):
    permission = matrix.MANAGE_ROLES
    header_icon = "group"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        self.role = get_object_or_404(Role.objects.select_related("group"), pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        return self.role.title

    def trail(self) -> list[tuple[str, str]]:
        return [(reverse("role:index"), _("Roles")), (reverse("role:edit", args=[self.role.pk]), self.role.title)]

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(role=self.role, submit=self.submit, **kwargs)


class RoleFormView(FormMixin, OneRoleView):
    template_name = "access/role_form.html"

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        form = self.get_form()
        return self.form_valid(form) if form.is_valid() else self.form_invalid(form)


class RoleCopyView(RoleFormView):
    form_class = CopyForm
    page_title = gettext_lazy("Copy")
    submit = gettext_lazy("Make a copy")

    def form_valid(self, form: CopyForm) -> HttpResponse:
        copy = role_copy(role=self.role, code=form.cleaned_data["code"], titles=form.titles())
        messages.success(
            self.request, _("“%(role)s” is there, with the levels of the role it was copied from.") % {"role": copy}
        )
        return redirect("role:edit", copy.pk)


class RoleRenameView(RoleFormView):
    """For roles made here; the names of those shipped are translations."""

    form_class = TitlesForm
    page_title = gettext_lazy("Rename")
    submit = gettext_lazy("Save")

    def get_initial(self) -> dict:
        return {f"title_{language}": title for language, title in self.role.titles.items()}

    def get_form(self, form_class=None) -> TitlesForm:
        if self.role.is_shipped:
            raise PermissionDenied
        return super().get_form(form_class)

    def form_valid(self, form: TitlesForm) -> HttpResponse:
        role_rename(role=self.role, titles=form.titles())
        messages.success(self.request, _("Saved."))
        return redirect("role:edit", self.role.pk)


class RoleDeleteView(OneRoleView):
    template_name = "access/role_delete.html"
    page_title = gettext_lazy("Delete")
    submit = gettext_lazy("Delete")

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(holders=list(self.role.group.user_set.all()[:20]), **kwargs)

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        title = self.role.title
        try:
            role_delete(role=self.role)
        except Held:
            messages.error(request, _("This role is not deleted: it is shipped, or somebody has it."))
            return redirect("role:edit", self.role.pk)
        messages.success(request, _("“%(role)s” is deleted.") % {"role": title})
        return redirect("role:index")
