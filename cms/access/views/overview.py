"""All roles side by side, as a page and as a workbook."""

from django.apps import apps
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets.button import Button

from cms.access import matrix, permissions
from cms.access.levels import Level
from cms.access.models import Role
from cms.access.views.base import AccessView
from cms.exports import record_export


class OverviewView(AccessView):
    """Permissions down, roles across. `module` narrows to one, `differing` to rows that are not as shipped."""

    permission = matrix.MANAGE_ROLES
    template_name = "access/overview.html"
    page_title = gettext_lazy("Matrix of all roles")
    header_icon = "table"

    def trail(self) -> list[tuple[str, str]]:
        return [(reverse("role:index"), _("Roles"))]

    @property
    def header_more_buttons(self) -> list[Button]:
        asked = self.request.GET.copy()
        asked["export"] = "xlsx"
        return [Button(_("Download XLSX"), url=f"{self.request.path}?{asked.urlencode()}", icon_name="download")]

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        module, differing = request.GET.get("module", ""), bool(request.GET.get("differing"))
        roles = list(Role.objects.select_related("group").order_by("pk"))
        sections = sections_of(roles, module, differing)
        if request.GET.get("export") == "xlsx":
            record_export(str(self.page_title), "xlsx", {"module": module, "differing": differing})
            from cms.access.workbook import download  # 5 MB in each process; loaded with the first workbook

            return download(roles, sections)
        context = {
            "roles": roles,
            "sections": sections,
            "modules": _modules(),
            "module": module,
            "differing": differing,
        }
        return self.render_to_response(self.get_context_data(**context))


def sections_of(roles: list[Role], module: str = "", differing: bool = False) -> list[dict]:
    """Rows by module: the permission and a cell for each role, in the order of `roles`. One query."""
    levels = matrix.levels_of_all(roles)
    sections: dict[str, dict] = {}
    for declared in permissions.declared():
        cells = [_cell(declared, role, levels[role.pk][declared.name]) for role in roles]
        if (module and declared.module != module) or (differing and not any(cell["differs"] for cell in cells)):
            continue
        title = apps.get_app_config(declared.module).verbose_name
        section = sections.setdefault(declared.module, {"title": title, "rows": []})
        section["rows"].append({"permission": declared, "cells": cells})
    return list(sections.values())


def _cell(declared: permissions.Permission, role: Role, level) -> dict:
    default = declared.default.get(role.origin, 0)
    return {"role": role, "level": level, "differs": level != default, "default": Level(default)}


def _modules() -> list[tuple[str, str]]:
    names = dict.fromkeys(declared.module for declared in permissions.declared())
    return [(name, str(apps.get_app_config(name).verbose_name)) for name in names]
