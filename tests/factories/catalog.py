"""Products, their prices and stock."""

from datetime import UTC, datetime
from decimal import Decimal

from modules.catalog.models import (
    Packaging,
    Price,
    Product,
    ProductGroup,
    ProductLine,
    SegmentProduct,
    Stock,
    Unit,
    Warehouse,
)
from modules.partners.models import PriceKind, Segment
from tests.factories.counter import number, ref

CALCULATED_AT = datetime(2026, 11, 1, 6, 0, tzinfo=UTC)


def line(name: str) -> ProductLine:
    return ProductLine.objects.create(ref=ref(), name=name)


def group(name: str, parent: ProductGroup | None = None) -> ProductGroup:
    return ProductGroup.objects.create(ref=ref(), name=name, parent=parent)


def unit(name: str = "pcs") -> Unit:
    """The unit, one row a name."""
    return Unit.objects.filter(name=name).first() or Unit.objects.create(ref=ref(), name=name, code="796")


def warehouse(name: str) -> Warehouse:
    return Warehouse.objects.create(ref=ref(), name=name)


def product(name: str, segments: tuple[Segment, ...] = (), **fields) -> Product:
    """A product that the given assortments hold."""
    filled = {"ref": ref(), "code": f"{number():08}", "article": f"ART-{number()}", "full_name": name, **fields}
    filled.setdefault("unit", unit())
    created = Product.objects.create(name=name, **filled)
    for segment in segments:
        SegmentProduct.objects.create(ref=ref(), segment=segment, product=created)
    return created


def packaging(product: Product, name: str, factor: str) -> Packaging:
    return Packaging.objects.create(ref=ref(), product=product, name=name, factor=Decimal(factor))


def price(product: Product, kind: PriceKind, amount: str, packaging: Packaging | None = None) -> Price:
    """The price of one packaging, or of a base unit without one."""
    return Price.objects.create(
        ref=ref(), product=product, price_kind=kind, packaging=packaging, amount=Decimal(amount)
    )


def stock(product: Product, warehouse: Warehouse, available: str) -> Stock:
    return Stock.objects.create(
        ref=ref(), product=product, warehouse=warehouse, available=Decimal(available), calculated_at=CALCULATED_AT
    )
