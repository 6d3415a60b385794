"""allauth's inputs with the portal's limits: codes and passwords of people who are signed in count as attempts too."""

from allauth.account.adapter import get_adapter as get_account_adapter
from allauth.core import context
from allauth.headless.account.inputs import ChangePasswordInput as BaseChangePasswordInput
from allauth.headless.mfa.inputs import AuthenticateInput as BaseAuthenticateInput
from allauth.headless.mfa.inputs import ReauthenticateInput as BaseReauthenticateInput
from allauth.mfa.adapter import get_adapter

from cms.accounts import attempts, codes


class OneTimeCode:
    """`clean_code()` of both: a code of the clock or a recovery code, each good once."""

    def clean_code(self) -> str:
        code = self.cleaned_data["code"]
        authenticator = attempts.judged(
            context.request,
            self.user.email,
            step=attempts.SECOND_FACTOR,
            judge=lambda: codes.use(self.user, code),
        )
        if authenticator is None:
            raise get_adapter().validation_error("incorrect_code")
        authenticator.user = self.user
        self.authenticator = authenticator
        return code


class AuthenticateInput(OneTimeCode, BaseAuthenticateInput):
    pass


class ReauthenticateInput(OneTimeCode, BaseReauthenticateInput):
    pass


class ChangePasswordInput(BaseChangePasswordInput):
    def clean_current_password(self) -> str:
        password = self.cleaned_data["current_password"]
        adapter = get_account_adapter()
        if password and not adapter.reauthenticate(self.user, password):
            raise adapter.validation_error("enter_current_password")
        return password
