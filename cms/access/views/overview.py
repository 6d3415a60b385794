"""All roles side by side, as a page and as a workbook."""

from io import BytesIO
from typing import TYPE_CHECKING

from django.apps import apps
from django.http import FileResponse, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets.button import Button

from cms.access import matrix, permissions
from cms.access.levels import Level
from cms.access.models import Role
from cms.access.views.base import AccessView
from cms.exports import record_export

if TYPE_CHECKING:  # 5 MB in each process; loaded with the first workbook
    from openpyxl.cell import WriteOnlyCell


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
            return _download(roles, sections)
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


def _download(roles: list[Role], sections: list[dict]) -> FileResponse:
    """The table as it is shown; what differs from the shipped level is bold."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Roles"))
    sheet.freeze_panes = "D2"
    heads = [_("Module"), _("Permission"), _("Code"), *(role.title for role in roles)]
    sheet.append([_text(sheet, head, bold=True) for head in heads])
    for section in sections:
        for row in section["rows"]:
            declared = row["permission"]
            said = [_text(sheet, str(text)) for text in (section["title"], declared.title, declared.name)]
            said += [_text(sheet, str(cell["level"].label), bold=cell["differs"]) for cell in row["cells"]]
            sheet.append(said)
    out = BytesIO()
    book.save(out)
    out.seek(0)
    return FileResponse(out, as_attachment=True, filename=f"roles-{timezone.localdate():%Y-%m-%d}.xlsx")


def _text(sheet, value: str, *, bold: bool = False) -> "WriteOnlyCell":
    """A cell that stays text, whatever a role is called."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    cell = WriteOnlyCell(sheet, value=value)
    cell.data_type = "s"
    if bold:
        cell.font = Font(bold=True)
    return cell
