"""A role's own page: its levels, what will change, and only then the change."""

import json

from django.apps import apps
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.access import matrix, permissions
from cms.access.levels import Level
from cms.access.models import Role
from cms.access.roles import GUEST
from cms.access.views.base import AccessView
from cms.audit.models import Entry


class RoleMatrixView(AccessView):
    """GET shows the matrix. POST goes one `step` on: "edit" shows it again, "preview" what will change, "apply" saves.

    Levels travel in fields named "level:<permission>". `seen` is what the page showed when it was opened: only
    cells that differ from it are this person's wish, so that what somebody else saves meanwhile stays.
    """

    permission = matrix.MANAGE_ROLES
    template_name = "access/role.html"
    preview_template_name = "access/role_preview.html"
    header_icon = "group"
    page_subtitle = gettext_lazy("levels")

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        self.role = get_object_or_404(Role.objects.select_related("group"), pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return self.role.title

    def trail(self) -> list[tuple[str, str]]:
        return [(reverse("role:index"), _("Roles"))]

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        current = matrix.levels_of(self.role)
        return self.shown(current, current)

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        current = matrix.levels_of(self.role)
        seen = self.seen(current)
        wish = self.wish(seen)
        wanted = {name: wish[name] if wish[name] != seen[name] else level for name, level in current.items()}
        step = request.POST.get("step", "preview")
        if step == "restore":
            wanted = matrix.defaults_of(self.role)
        elif step.startswith("restore:"):
            name = step.removeprefix("restore:")
            return self.shown(current, {**wanted, name: matrix.defaults_of(self.role).get(name, Level.NONE)})
        elif step == "edit":
            return self.shown(current, wanted)
        elif step == "apply":
            return self.apply(current, seen, wanted)
        return self.preview(current, seen, wanted)

    def seen(self, current: dict[str, Level]) -> dict[str, Level]:
        """What the page had shown; what it did not show, or is no level, counts as it is now."""
        try:
            said = json.loads(self.request.POST.get("seen", ""))
        except ValueError:
            said = {}
        said = said if isinstance(said, dict) else {}
        return {name: _level(name, said.get(name), level) for name, level in current.items()}

    def wish(self, seen: dict[str, Level]) -> dict[str, Level]:
        return {name: _level(name, self.request.POST.get(f"level:{name}"), level) for name, level in seen.items()}

    def shown(self, current: dict[str, Level], wanted: dict[str, Level]) -> HttpResponse:
        defaults = matrix.defaults_of(self.role)
        sections = _sections(current, wanted, defaults)
        context = {
            "role": self.role,
            "sections": sections,
            "levels": list(Level),
            "seen": json.dumps(current),
            "holders": matrix.holders_of(self.role),
            "differing": sum(row["differs"] for section in sections for row in section["rows"]),
            "unsaved": any(row["edited"] for section in sections for row in section["rows"]),
        }
        return self.render_to_response(self.get_context_data(**context))

    def preview(self, current, seen, wanted, *, outdated: bool = False) -> HttpResponse:
        found = matrix.changes(current, wanted)
        if not found:
            messages.info(self.request, _("Nothing to change: the role is like this already."))
            return redirect("role:edit", self.role.pk)
        context = {
            "role": self.role,
            "changes": found,
            "seen": json.dumps(current),
            "meanwhile": matrix.changes(seen, current),
            "meanwhile_by": _last_changed_by(self.role),
            "outdated": outdated,
            "everybody": self.role.code == GUEST,
            "holders": matrix.holders_of(self.role),
            "locks_out": self.locks_out(found),
        }
        self.template_name = self.preview_template_name
        return self.render_to_response(self.get_context_data(**context))

    def apply(self, current, seen, wanted) -> HttpResponse:
        """Save exactly what was shown; if that has become something else, show it again."""
        if matrix.changes(seen, current):
            return self.preview(current, seen, wanted, outdated=True)
        found = matrix.changes(current, wanted)
        if not found:
            return self.preview(current, seen, wanted)
        try:
            matrix.levels_change(role=self.role, wanted=found)
        except matrix.Outdated:
            return self.preview(matrix.levels_of(self.role), current, wanted, outdated=True)
        except matrix.NobodyLeft:
            messages.error(self.request, _("Not saved: nobody would be left who may configure roles."))
            return self.shown(current, wanted)
        messages.success(self.request, _("Saved. It counts from everybody's next request on."))
        return redirect("role:edit", self.role.pk)

    def locks_out(self, found: list[matrix.Change]) -> bool:
        """Whether the person takes this page away from themselves."""
        taken = any(change.permission.name == matrix.MANAGE_ROLES and change.now < Level.ALL for change in found)
        mine = self.request.user.groups.filter(pk=self.role.group_id).exists()
        return taken and mine and not self.request.user.is_superuser


def _level(name: str, said, otherwise: Level) -> Level:
    """The level somebody's browser sent, if it is one and makes sense for the permission."""
    known = {str(level.value): level for level in permissions.get(name).scope.levels}
    return known.get(str(said), otherwise)


def _sections(current, wanted, defaults) -> list[dict]:
    """The rows of the matrix by module."""
    sections: dict[str, dict] = {}
    for declared in permissions.declared():
        config = apps.get_app_config(declared.module)
        section = sections.setdefault(declared.module, {"title": config.verbose_name, "rows": []})
        section["rows"].append(_row(declared, current[declared.name], wanted[declared.name], defaults[declared.name]))
    return list(sections.values())


def _row(declared: permissions.Permission, current: Level, wanted: Level, default: Level) -> dict:
    cells = [
        {
            "level": level,
            "offered": level in declared.scope.levels,
            "chosen": level == wanted,
            "default": level == default,
        }
        for level in Level
    ]
    return {
        "permission": declared,
        "cells": cells,
        "default": default,
        "current": current,
        "differs": wanted != default,
        "edited": wanted != current,
    }


def _last_changed_by(role: Role) -> Entry | None:
    of_this = {"action": matrix.LEVELS_CHANGED.code, "target_type": "access.role", "target_id": str(role.pk)}
    return Entry.objects.filter(**of_this).first()
