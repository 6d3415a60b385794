"""Who approves in a workflow: roles by their titles. A group that is no role has nobody in it."""

from django import forms
from wagtail.models import GroupApprovalTask

from cms.access.models import Role


class RoleCheckboxes(forms.CheckboxSelectMultiple):
    def optgroups(self, name, value, attrs=None) -> list:
        titles = {role.group_id: role.title for role in Role.objects.select_related("group")}
        chosen = {str(each) for each in value}
        rows = super().optgroups(name, value, attrs)
        for _group, options, _index in rows:
            for option in options:
                option["label"] = titles.get(_key(option), option["label"])
        return [row for row in rows if any(_key(o) in titles or str(o["value"]) in chosen for o in row[1])]


def name_roles() -> None:
    GroupApprovalTask.admin_form_widgets = {**GroupApprovalTask.admin_form_widgets, "groups": RoleCheckboxes}


def _key(option: dict) -> int:
    return int(str(option["value"]))
