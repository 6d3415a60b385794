"""People in the Wagtail admin: signed in by e-mail, with a language and a supervisor. Roles are given elsewhere."""

from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets.button import Button
from wagtail.users import forms
from wagtail.users.views.users import CreateView, EditView
from wagtail.users.views.users import UserViewSet as BaseUserViewSet

from cms import events
from cms.accounts.admin_security import SecurityView
from cms.accounts.events import PasswordChanged
from cms.accounts.services import after_block
from cms.accounts.sessions import sessions_end_all
from cms.api.throttles import address_of

OWN_FIELDS = ["email", "first_name", "last_name", "language", "supervisor"]


class PortalUserForm:
    """Shared by creating and editing. Nobody becomes a superuser through the browser: that takes the server's shell."""

    error_messages = {
        **forms.UserForm.error_messages,
        "duplicate_username": _("A user with this e-mail address exists already."),
    }

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("is_superuser", None)
        self.fields["supervisor"].queryset = self.fields["supervisor"].queryset.exclude(pk=self.instance.pk)

    def clean_email(self) -> str:
        return self.cleaned_data["email"].lower()


class UserCreationForm(PortalUserForm, forms.UserCreationForm):
    class Meta(forms.UserCreationForm.Meta):
        fields = OWN_FIELDS


class UserEditForm(PortalUserForm, forms.UserEditForm):
    def __init__(self, *args, editing_self: bool = False, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if editing_self:
            del self.fields["is_active"]

    class Meta(forms.UserEditForm.Meta):
        fields = [*OWN_FIELDS, "is_active"]


class UserCreateView(CreateView):
    """A new user can do nothing yet: next comes the page where roles and grants are given, under its own rules."""

    def get_success_url(self) -> str:
        return reverse("access_person", args=[self.object.pk])


class UserEditView(EditView):
    """A user who is blocked, or is given a password, is signed out everywhere."""

    def save_instance(self):
        user = super().save_instance()
        if "password1" in self.form.changed_data:
            self._password_given(user)
        if "is_active" in self.form.changed_data and not user.is_active:
            after_block(user=user, by=self.request.user)
        return user

    def _password_given(self, user) -> None:
        own = self.request.session.session_key if self.editing_self else None
        sessions_end_all(user=user, by=self.request.user, but=own)
        events.publish(PasswordChanged(user.pk, self.request.user.pk, address_of(self.request)))

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        url = reverse(SecurityView.url_name, args=[self.object.pk])
        return [*super().header_more_buttons, Button(_("Sign-in and sessions"), url=url, icon_name="lock", priority=5)]


class UserViewSet(BaseUserViewSet):
    """Its templates, cms/templates/wagtailusers/users/, show whatever fields the form has."""

    add_view_class = UserCreateView
    edit_view_class = UserEditView

    def get_urlpatterns(self) -> list:
        security = self.construct_view(SecurityView)
        return [*super().get_urlpatterns(), path("security/<int:pk>/", security, name="security")]

    def get_form_class(self, for_update: bool = False):
        return UserEditForm if for_update else UserCreationForm
