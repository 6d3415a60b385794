"""Answers about an order that was just priced or placed, made of what is at hand: to read it again costs more than
to place it. Shapes are those of the serializers, which describe them in the schema; a test compares the two.
"""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal

from django.utils import formats
from django.utils.translation import gettext as _
from rest_framework.serializers import DateTimeField

from integration.outbox import ExchangeStatus
from modules.ordering.limit import KnownLimit
from modules.ordering.models import Order
from modules.ordering.pricing import PricedLine, PricedOrder
from modules.ordering.services import PlacedOrder
from modules.ordering.terms import OrderTerms
from modules.partners.models import DeliveryAddress

_datetime = DateTimeField()


def checked(order: PricedOrder, limit: KnownLimit | None = None) -> dict:
    """A priced order as the check answers it: OrderCheckSerializer's shape."""
    short = [_short(number, line) for number, line in enumerate(order.lines) if line.is_short]
    return {
        "currency": order.terms.currency,
        "limit": limit and {**limit._asdict(), "as_of": limit.as_of and _time(limit.as_of)},
        "total": order.total,
        "lines": [_checked_line(line) for line in order.lines],
        "warnings": [*short, *(_of_limit(order.total, limit) if limit else ())],
    }


def placed(placed: PlacedOrder) -> dict:
    """A placed order as its page shows it: OrderDetailSerializer's shape."""
    order, terms = placed.order, placed.priced.terms
    author = order.author.name
    return {
        "id": str(order.pk),
        "number": order.number,
        **_status(order),
        "exchange": _exchange(placed.exchange),
        "onec_number": order.onec_number,
        **_named(terms),
        "total": f"{order.total:.2f}",
        "requested_date": _date(order.requested_date),
        "client_reference": order.client_reference,
        "comment": order.comment,
        "placed_at": _time(order.placed_at),
        "author": author,
        "reason": order.reason,
        "version": order.version,
        "delivery_address": order.delivery_address and _place(order.delivery_address),
        "lines": [_line(position, line) for position, line in enumerate(placed.priced.lines, 1)],
        "history": [_move(placed, author)],
    }


def _checked_line(line: PricedLine) -> dict:
    return {
        "product": line.product.id,
        "packaging": line.offer.packaging,
        "name": line.product.name,
        "article": line.product.article,
        "unit": line.unit,
        "quantity": line.quantity,
        "price": line.price,
        "amount": line.amount,
        "available": f"{line.product.available:.3f}",
        "available_at": line.product.available_at and _time(line.product.available_at),
        "available_live": line.product.available_live,
    }


def _short(number: int, line: PricedLine) -> dict:
    message = _(
        "%(product)s: %(available)s %(unit)s in stock, less than ordered. You can order all the same: "
        "what is missing will be supplied."
    ) % {
        "product": line.product.name,
        "available": f"{line.product.available.normalize():f}",
        "unit": line.product.unit or "",
    }
    return {"line": number, "code": "short_stock", "message": message}


def _of_limit(total: Decimal, limit: KnownLimit) -> Iterator[dict]:
    if total > limit.available:
        message = _(
            "The order exceeds what is left of the credit limit by %(sum)s %(currency)s. You can place it; "
            "the goods may be shipped only after a payment."
        ) % {"sum": _money(total - limit.available), "currency": limit.currency}
        yield {"line": None, "code": "over_limit", "message": message}
    if limit.overdue > 0:
        message = _("%(sum)s %(currency)s are overdue under this contract. Shipment may wait until they are paid.") % {
            "sum": _money(limit.overdue),
            "currency": limit.currency,
        }
        yield {"line": None, "code": "overdue_debt", "message": message}


def _money(sum: Decimal) -> str:
    return formats.number_format(sum, 2, force_grouping=True)


def _status(order: Order) -> dict:
    return {"status": order.status, "status_label": order.get_status_display()}


def _exchange(status: ExchangeStatus) -> dict:
    return {
        "state": status.state,
        "since": _time(status.since),
        "attempts": status.attempts,
        "message": status.message,
    }


def _place(address: DeliveryAddress) -> dict:
    return {"id": str(address.ref), "line": str(address), "consignee": address.consignee.name}


def _named(terms: OrderTerms) -> dict:
    counterparty = terms.counterparty_id and {"id": terms.counterparty_id, "name": terms.counterparty_name}
    contract = terms.contract_id and {
        "id": terms.contract_id,
        "name": terms.contract_name,
        "number": terms.contract_number,
        "date": _date(terms.contract_date),
    }
    return {
        "partner": {"id": terms.partner_id, "name": terms.partner_name},
        "counterparty": counterparty,
        "contract": contract,
        "agreement": {"id": terms.agreement_id, "name": terms.agreement_name},
        "currency": terms.currency,
    }


def _line(position: int, line: PricedLine) -> dict:
    return {
        "position": position,
        "product": line.product.id,
        "packaging": line.offer.packaging,
        "name": line.product.name,
        "article": line.product.article,
        "unit": line.unit,
        "quantity": f"{line.quantity:.3f}",
        "price": f"{line.price:.4f}",
        "amount": f"{line.amount:.2f}",
        "available": f"{line.product.available:.3f}",
        "available_at": line.product.available_at and _time(line.product.available_at),
        "available_live": line.product.available_live,
    }


def _move(placed: PlacedOrder, author: str) -> dict:
    move = placed.history
    return {
        "at": _time(move.at),
        "was": move.was,
        "became": move.became,
        "label": move.get_became_display(),
        "by": author,
        "note": move.note,
    }


def _time(moment: datetime) -> str:
    """In the portal's zone, as the framework writes times."""
    return _datetime.to_representation(moment)


def _date(day: date | None) -> str | None:
    return day and day.isoformat()
