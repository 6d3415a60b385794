"""People in the Wagtail admin: signed in by e-mail, with a language and a supervisor."""

from django.utils.translation import gettext_lazy as _
from wagtail.users import forms
from wagtail.users.views.users import UserViewSet as BaseUserViewSet

OWN_FIELDS = ["email", "first_name", "last_name", "language", "supervisor", "groups"]


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


class UserViewSet(BaseUserViewSet):
    """Its templates, cms/templates/wagtailusers/users/, show whatever fields the form has."""

    def get_form_class(self, for_update: bool = False):
        return UserEditForm if for_update else UserCreationForm
