"""Forms of the access screens in the Wagtail admin."""

from datetime import datetime, time, timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminDateInput

from cms.access import axes, choosers
from cms.access.grants import people_for
from cms.access.models import Grant

DAY = timedelta(days=1)


class TermForm(forms.Form):
    """From the beginning of one day to the end of another; both may be left open."""

    valid_from = forms.DateField(label=gettext_lazy("Valid from"), required=False, widget=AdminDateInput)
    valid_until = forms.DateField(
        label=gettext_lazy("Valid until, that day included"),
        required=False,
        widget=AdminDateInput,
        help_text=gettext_lazy("Afterwards it lapses by itself: for an absence, for a trial."),
    )

    def clean(self) -> dict:
        cleaned = super().clean()
        begins, ends = cleaned.get("valid_from"), cleaned.get("valid_until")
        if begins and ends and ends < begins:
            self.add_error("valid_until", _("It would end before it begins."))
        elif ends and ends < timezone.localdate():
            self.add_error("valid_until", _("This day is over."))
        return cleaned

    def term(self) -> dict[str, datetime | None]:
        begins, ends = self.cleaned_data.get("valid_from"), self.cleaned_data.get("valid_until")
        return {"valid_from": begins and midnight(begins), "valid_until": ends and midnight(ends + DAY)}


class GrantForm(TermForm):
    """A grant for a person: on each axis something that whoever gives it sees, or nothing for "any"."""

    field_order = ["user"]

    def __init__(self, *args, by, grant: Grant | None = None, user=None, **kwargs) -> None:
        self.by, self.grant = by, grant
        kwargs["initial"] = {**initial_of(grant), **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        if user is None:
            self.fields["user"] = chosen_field(choosers.PEOPLE, people_for(by), gettext_lazy("Person"), required=True)
        for axis in axes.declared():
            self.fields[axis.name] = chosen_field(choosers.of_axis(axis), axis.objects_for(by), axis.title)
        self.fields["everything"] = forms.BooleanField(
            label=gettext_lazy("Everything: no limit on any axis"), required=False
        )
        if grant is None or grant.limits:
            self.initial.setdefault("everything", False)
        self.order_fields(["user", *(axis.name for axis in axes.declared()), "everything"])

    def clean(self) -> dict:
        cleaned = super().clean()
        if not self.errors and not self.limits() and not cleaned.get("everything"):
            raise ValidationError(_("Choose a limit, or say that the grant is for everything."))
        if self.limits() and cleaned.get("everything"):
            raise ValidationError(_("Either limits or everything, not both."))
        return cleaned

    def limits(self) -> dict[str, int]:
        chosen = {axis.name: self.cleaned_data.get(axis.name) for axis in axes.declared()}
        return {name: obj.pk for name, obj in chosen.items() if obj is not None}


class BulkForm(TermForm):
    """Who gets the partners that are ticked on the page."""

    field_order = ["user"]

    def __init__(self, *args, by, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["user"] = chosen_field(choosers.PEOPLE, people_for(by), gettext_lazy("Person"), required=True)
        self.order_fields(["user"])


def initial_of(grant: Grant | None) -> dict:
    if grant is None:
        return {}
    begins, ends = grant.valid_from, grant.valid_until
    return {
        **grant.limits,
        "everything": not grant.limits,
        "valid_from": begins and timezone.localtime(begins).date(),
        "valid_until": ends and last_day(ends),
    }


def midnight(day) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def last_day(ends: datetime):
    """The last day that counts, of a term that ends at this moment."""
    return timezone.localtime(ends - timedelta(microseconds=1)).date()


def chosen_field(chooser, queryset, label, *, required: bool = False) -> forms.ModelChoiceField:
    return forms.ModelChoiceField(queryset=queryset, label=label, required=required, widget=choosers.widget(chooser))
