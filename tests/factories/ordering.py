"""Orders that already lie in the database, as if placed before the test began."""

from datetime import UTC, datetime
from decimal import Decimal

from modules.catalog.models import Packaging, Product
from modules.ordering.models import Order, OrderLine
from modules.partners.models import Agreement
from tests.factories.counter import number

PLACED_AT = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
Line = tuple[Product, Packaging | None, str, str]


def order(author, agreement: Agreement, lines: tuple[Line, ...], **fields) -> Order:
    """An order; `lines` are (product, packaging, quantity, price)."""
    filled = {"number": f"T{number():06}", "placed_at": PLACED_AT, **fields}
    created = Order.objects.create(
        author=author,
        partner=agreement.partner,
        counterparty=agreement.counterparty,
        contract=agreement.contract,
        agreement=agreement,
        currency=agreement.currency,
        total=sum(_amount(quantity, price) for _product, _packaging, quantity, price in lines),
        **filled,
    )
    for position, line in enumerate(lines):
        _line(created, position, *line)
    return created


def _line(
    order: Order, position: int, product: Product, packaging: Packaging | None, quantity: str, price: str
) -> None:
    OrderLine.objects.create(
        order=order,
        position=position,
        product=product,
        packaging=packaging,
        quantity=Decimal(quantity),
        price=Decimal(price),
        amount=_amount(quantity, price),
    )


def _amount(quantity: str, price: str) -> Decimal:
    return (Decimal(quantity) * Decimal(price)).quantize(Decimal("0.01"))
