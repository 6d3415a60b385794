"""Giving translations to somebody, one or many at once."""

from django import forms
from django.contrib import messages
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.pages.utils import get_valid_next_url_from_request
from wagtail.admin.widgets import AdminDateInput
from wagtail.models import Locale
from wagtail.permission_policies.pages import PagePermissionPolicy

from content.translation.board.items import kinds, visible_items
from content.translation.tasks import tasks_give

MOST_AT_ONCE = 200


class AssignForm(forms.Form):
    languages = forms.ModelMultipleChoiceField(
        label=_("Languages"), queryset=Locale.objects.order_by("pk"), widget=forms.CheckboxSelectMultiple
    )
    assignee = forms.ModelChoiceField(label=_("Assignee"), queryset=get_user_model().objects.none())
    due = forms.DateField(label=_("Due date"), required=False, widget=AdminDateInput)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        editors = PagePermissionPolicy().users_with_any_permission({"change", "add", "publish"})
        self.fields["assignee"].queryset = editors.filter(is_active=True).order_by("last_name", "email")
        self.fields["assignee"].label_from_instance = lambda user: user.name
        self.fields["languages"].label_from_instance = lambda locale: locale.get_display_name()

    def clean_due(self):
        due = self.cleaned_data["due"]
        if due and due < timezone.localdate():
            raise ValidationError(_("The date has passed."))
        return due


class AssignView(WagtailAdminTemplateMixin, FormView):
    """`?item=<translation key>` as often as there are items; `language` if it is known."""

    form_class = AssignForm
    template_name = "content/translation/assign.html"
    page_title = _("Assign translations")
    header_icon = "user"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not request.user.has_perm("wagtail_localize.submit_translation"):
            raise PermissionDenied
        self.items = _items(request.user, (request.POST or request.GET).getlist("item"))
        if not self.items:
            messages.warning(request, _("Choose what is to be translated."))
            return redirect(self.get_success_url())
        return super().dispatch(request, *args, **kwargs)

    def get_initial(self) -> dict:
        others = Locale.objects.exclude(pk__in={item.locale_id for item in self.items})
        language = self.request.GET.get("language")
        return {"languages": others.filter(language_code=language) if language else others}

    def get_breadcrumbs_items(self) -> list[dict]:
        board = {"url": reverse("wagtail_localize:translations_report"), "label": _("Translations")}
        return [*self.breadcrumbs_items, board, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs) -> dict:
        tokens = (self.request.POST or self.request.GET).getlist("item")
        next_url = get_valid_next_url_from_request(self.request)
        return {**super().get_context_data(**kwargs), "items": self.items, "tokens": tokens, "next_url": next_url}

    def form_valid(self, form: AssignForm) -> HttpResponse:
        values = form.cleaned_data
        result = tasks_give(
            items=self.items,
            locales=values["languages"],
            assignee=values["assignee"],
            due=values["due"],
            by=self.request.user,
        )
        for item in result.refused:
            text = _("%(person)s may not edit “%(title)s”, so it was not assigned.")
            messages.error(self.request, text % {"person": values["assignee"].name, "title": str(item)})
        if result.given:
            text = ngettext("%(number)d translation assigned.", "%(number)d translations assigned.", result.given)
            messages.success(self.request, text % {"number": result.given})
        return super().form_valid(form)

    def get_success_url(self) -> str:
        return get_valid_next_url_from_request(self.request) or reverse("wagtail_localize:translations_report")


def _items(user, tokens: list[str]) -> list[models.Model]:
    """The originals named by `tokens` that the user may see on the board; others are left out."""
    found: list[models.Model] = []
    keys = {token for token in tokens[:MOST_AT_ONCE] if _is_key(token)}
    for model in kinds() if keys else []:
        found += visible_items(user, model).filter(translation_key__in=keys)
    return found


def _is_key(text: str) -> bool:
    try:
        forms.UUIDField().clean(text)
    except ValidationError:
        return False
    return True
