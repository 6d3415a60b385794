"""Wagtail's sign-in form, under the same limits as the portal's."""

from allauth.account.adapter import get_adapter
from wagtail.admin.forms.auth import LoginForm


class AdminLoginForm(LoginForm):
    def clean(self) -> dict:
        """Authenticates; the same words for an unknown address, a wrong password and a blocked account."""
        email, password = self.cleaned_data.get("username"), self.cleaned_data.get("password")
        if email and password:
            self.user_cache = get_adapter().authenticate(self.request, email=email, password=password)
            if self.user_cache is None:
                raise self.get_invalid_login_error()
        return self.cleaned_data
