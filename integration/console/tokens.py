"""Tokens of the exchange service in the Wagtail admin: which there are, a new one, one taken back."""

from datetime import datetime, time

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin.widgets import AdminDateInput

from cms.access.checks import allows
from cms.access.views.base import AccessView
from integration import regulation
from integration.api.tokens import token_create, token_revoke
from integration.models import ExchangeToken
from integration.models.tokens import ALL

MANAGE = "integration.manage_tokens"


class TokenForm(forms.Form):
    """A new token: for whom, for what, until when."""

    name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=100,
        help_text=gettext_lazy("Which base or service will use it, e.g. “ERP, working base”."),
    )
    write = forms.MultipleChoiceField(
        label=gettext_lazy("May push to the portal"), required=False, widget=forms.CheckboxSelectMultiple
    )
    read = forms.MultipleChoiceField(
        label=gettext_lazy("May fetch from the portal"), required=False, widget=forms.CheckboxSelectMultiple
    )
    expires = forms.DateField(
        label=gettext_lazy("Works until"),
        required=False,
        widget=AdminDateInput,
        help_text=gettext_lazy("The last day it works; empty: until it is revoked."),
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        everything = [(ALL, _("Everything, also what is added later"))]
        self.fields["write"].choices = everything + [(one.name, one.title) for one in regulation.entities()]
        self.fields["read"].choices = everything + [(one.feed, one.title) for one in regulation.topics()]

    def clean_expires(self) -> datetime | None:
        day = self.cleaned_data["expires"]
        if day is None:
            return None
        if day < timezone.localdate():
            raise forms.ValidationError(_("This day is over."))
        return timezone.make_aware(datetime.combine(day, time.max))

    def clean(self) -> dict:
        cleaned = super().clean()
        if not self.errors and not cleaned["read"] and not cleaned["write"]:
            raise forms.ValidationError(_("Choose what the token is for."))
        return cleaned


class TokensView(AccessView):
    """All tokens, those that work first."""

    permission = MANAGE
    template_name = "integration/tokens.html"
    page_title = gettext_lazy("Tokens of the exchange service")
    header_icon = "key"

    def trail(self) -> list[tuple[str, str]]:
        return [(reverse("exchange_console"), _("Exchange with 1C"))]

    def get_context_data(self, **kwargs) -> dict:
        found = ExchangeToken.objects.select_related("created_by").order_by("-created_at")
        tokens = sorted(found, key=lambda token: not token.works)
        return super().get_context_data(**kwargs) | {"tokens": tokens}


class TokenCreateView(AccessView):
    """The form, and then, this once, the token itself."""

    permission = MANAGE
    template_name = "integration/token_create.html"
    page_title = gettext_lazy("New token")
    header_icon = "key"

    def trail(self) -> list[tuple[str, str]]:
        return [*TokensView.trail(self), (reverse("exchange_tokens"), str(TokensView.page_title))]

    def get_context_data(self, **kwargs) -> dict:
        kwargs.setdefault("form", TokenForm())
        return super().get_context_data(**kwargs)

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        form = TokenForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        asked = form.cleaned_data
        token, text = token_create(
            name=asked["name"],
            read=asked["read"],
            write=asked["write"],
            expires_at=asked["expires"],
            user=request.user,
        )
        return self.render_to_response(self.get_context_data(token=token, text=text))


@require_POST
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a token back, from its next request on."""
    if not allows(request.user, MANAGE):
        raise PermissionDenied
    token = get_object_or_404(ExchangeToken, pk=pk)
    if token_revoke(token=token, user=request.user):
        messages.success(request, _("“%(name)s” lets nobody in any more.") % {"name": token.name})
    return redirect("exchange_tokens")
