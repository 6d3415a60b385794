"""Forms of the access screens in the Wagtail admin."""

from django import forms
from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy as _

from cms.access import axes
from cms.access.models import Grant
from cms.access.scopes import AXES


class GrantForm(forms.ModelForm):
    """One grant: the user, and a choice by name for each axis a module declared."""

    class Meta:
        model = Grant
        fields = ["user"]

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["user"].queryset = get_user_model().objects.filter(is_active=True).order_by("email")
        for axis in axes.declared():
            self.fields[axis.name] = forms.ModelChoiceField(
                label=axis.title,
                queryset=axis.model._default_manager.all(),
                required=False,
                empty_label=_("any"),
                initial=getattr(self.instance, axis.name),
            )

    def clean(self) -> dict:
        cleaned = super().clean()
        chosen = {axis: getattr(cleaned.get(axis), "pk", None) for axis in AXES}
        same = Grant.objects.filter(user=cleaned.get("user"), **chosen).exclude(pk=self.instance.pk)
        if cleaned.get("user") and same.exists():
            raise forms.ValidationError(_("This user has this grant already."))
        return cleaned

    def save(self, commit: bool = True) -> Grant:
        for axis in axes.declared():
            setattr(self.instance, axis.name, getattr(self.cleaned_data[axis.name], "pk", None))
        return super().save(commit)
