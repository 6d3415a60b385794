"""The matrix of all roles as an XLSX workbook."""

from io import BytesIO

from django.http import FileResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from cms.access.models import Role


def download(roles: list[Role], sections: list[dict]) -> FileResponse:
    """The table as it is shown; what differs from the shipped level is bold."""
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


def _text(sheet, value: str, *, bold: bool = False) -> WriteOnlyCell:
    """A cell that stays text, whatever a role is called."""
    cell = WriteOnlyCell(sheet, value=value)
    cell.data_type = "s"
    if bold:
        cell.font = Font(bold=True)
    return cell
