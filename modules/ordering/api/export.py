"""Orders as an XLSX workbook."""

from collections.abc import Iterable
from io import BytesIO
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from modules.ordering.models import Order

if TYPE_CHECKING:  # 5 MB in each process; loaded with the first workbook
    from openpyxl.cell import WriteOnlyCell

MOST_ROWS = 50_000


def workbook(orders: Iterable[Order]) -> bytes:
    """The workbook's bytes, one row an order."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Orders"))
    sheet.append(
        [
            _("Number"), _("1C number"), _("Your number"), _("Status"), _("Partner"), _("Contract"), _("Total"),
            _("Currency"), _("Placed at"), _("Requested date"), _("Author"),
        ]
    )  # fmt: skip
    for order in orders:
        sheet.append([_cell(sheet, value) for value in _row(order)])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _row(order: Order) -> list:
    return [
        order.number, order.onec_number, order.client_reference, order.get_status_display(), order.partner.name,
        order.contract.name if order.contract else "", order.total, order.currency.code,
        timezone.localtime(order.placed_at).replace(tzinfo=None), order.requested_date, order.author.name,
    ]  # fmt: skip


def _cell(sheet, value) -> "WriteOnlyCell":
    """A cell whose text stays text: what begins with "=" is not to be run as a formula."""
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, value=value)
    if isinstance(value, str):
        cell.data_type = "s"
    return cell
