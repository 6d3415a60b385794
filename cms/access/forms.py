"""Forms of the access screens in the Wagtail admin."""

from django import forms
from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cms.access import axes, permissions
from cms.access.levels import Level
from cms.access.models import Grant, Role
from cms.access.scopes import AXES


class RoleMatrixForm(forms.ModelForm):
    """A role's levels: one choice a permission, only the levels that make sense for its resource."""

    class Meta:
        model = Role
        fields: list[str] = []

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        current = dict(self.instance.levels.values_list("permission", "level"))
        for declared in permissions.declared():
            self.fields[declared.name] = forms.TypedChoiceField(
                label=f"{apps.get_app_config(declared.module).verbose_name}: {declared.title}",
                choices=[(level.value, level.label) for level in declared.scope.levels],
                coerce=int,
                initial=current.get(declared.name, Level.NONE),
            )

    @transaction.atomic
    def save(self, commit: bool = True) -> Role:
        for name in self.changed_data:
            self.instance.levels.update_or_create(permission=name, defaults={"level": self.cleaned_data[name]})
        return self.instance


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
