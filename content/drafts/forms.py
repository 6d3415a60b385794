"""What the maker of a link to a draft chooses."""

from django import forms
from django.template.defaultfilters import date
from django.utils.timezone import localtime
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision

from content.drafts.services import DAYS

OFFERED_DAYS = (1, 3, DAYS, 14, 30)
OFFERED_VERSIONS = 20


class VersionField(forms.ModelChoiceField):
    def label_from_instance(self, revision: Revision) -> str:
        at = date(localtime(revision.created_at), "SHORT_DATETIME_FORMAT")
        return gettext("version of %(at)s, %(who)s") % {"at": at, "who": revision.user or "–"}


class DraftLinkForm(forms.Form):
    """For one page: only versions of its own can be chosen."""

    revision = VersionField(
        queryset=Revision.objects.none(),
        required=False,
        label=_("What it shows"),
        empty_label=_("always the latest draft"),
    )
    days = forms.TypedChoiceField(label=_("How long it works"), coerce=int, initial=DAYS)

    def __init__(self, *args, page: Page, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        latest = page.revisions.order_by("-created_at", "-pk").values_list("pk", flat=True)[:OFFERED_VERSIONS]
        versions = page.revisions.filter(pk__in=list(latest)).select_related("user").order_by("-created_at", "-pk")
        self.fields["revision"].queryset = versions
        self.fields["days"].choices = [
            (days, ngettext("%(count)d day", "%(count)d days", days) % {"count": days}) for days in OFFERED_DAYS
        ]
