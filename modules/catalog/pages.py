"""The catalogue as the API answers it: plain dictionaries, few queries."""

from decimal import Decimal

from django.db.models import QuerySet

from modules.catalog import prices, selectors
from modules.catalog.models import Product
from modules.catalog.prices import Offer
from modules.partners.models import Agreement

FIELDS = (
    "id", "article", "name", "group_id", "group__name", "line_id", "line__name", "unit__name", "available", "stock_at",
    "base_price",
)  # fmt: skip
QUANTITY = Decimal("0.001")
DETAILS = ("full_name", "description", "vat_rate")


def filtered(products: QuerySet[Product], query: dict, *, but: str = "") -> QuerySet[Product]:
    """Narrow by the query's `search`, `group` and `line`, leaving out the filter named `but`."""
    for name in ("group", "line"):
        if query.get(name) and name != but:
            products = products.filter(**{name: query[name]})
    return selectors.searched(products, query.get("search") or "")


def product_page(products: QuerySet[Product], agreement: Agreement | None, query: dict) -> dict:
    """One page: `{"count", "page", "page_size", "results"}`. Two queries, three past the end."""
    size, number = query["page_size"], query["page"]
    ordered = _with_figures(products, agreement).order_by(query["ordering"], "pk")
    start = (number - 1) * size
    rows = list(selectors.with_count(ordered).values(*FIELDS, "found")[start : start + size])
    count = rows[0]["found"] if rows else (products.count() if number > 1 else 0)
    return {"count": count, "page": number, "page_size": size, "results": _products(rows, agreement)}


def product_detail(products: QuerySet[Product], agreement: Agreement | None, pk: int) -> dict:
    """One product with its texts and its stock by warehouse; raises Product.DoesNotExist."""
    row = _with_figures(products, agreement).values(*FIELDS, *DETAILS).get(pk=pk)
    [product] = _products([row], agreement)
    warehouses = [
        {"warehouse": stock.warehouse.name, "available": stock.available, "at": stock.calculated_at}
        for stock in selectors.stock_by_warehouse(pk)
    ]
    return product | {name: row[name] for name in DETAILS} | {"warehouses": warehouses}


def facets(products: QuerySet[Product], query: dict) -> dict:
    """Groups and lines with counts; each counts what its own filter leaves open."""
    return {
        f"{field}s": [
            {"id": key, "name": name, "count": count}
            for key, name, count in selectors.facet(filtered(products, query, but=field), field)
        ]
        for field in ("group", "line")
    }


def _with_figures(products: QuerySet[Product], agreement: Agreement | None) -> QuerySet[Product]:
    return prices.with_base_price(selectors.with_stock(products), agreement and agreement.price_kind_id)


def _products(rows: list[dict], agreement: Agreement | None) -> list[dict]:
    price_kind = agreement.price_kind_id if agreement else None
    currency = agreement.price_currency.code if agreement and agreement.price_currency else None
    offers = prices.offers({row["id"]: row["base_price"] for row in rows}, price_kind)
    return [_product(row, offers[row["id"]], currency) for row in rows]


def _product(row: dict, offers: list[Offer], currency: str | None) -> dict:
    unit = row["unit__name"] or ""
    return {
        "id": row["id"],
        "article": row["article"],
        "name": row["name"],
        "group": _ref(row, "group"),
        "line": _ref(row, "line"),
        "unit": unit,
        "packagings": [_offer(offer, unit, currency) for offer in offers],
        "stock": {"available": row["available"].quantize(QUANTITY), "unit": unit, "at": row["stock_at"]},
    }


def _offer(offer: Offer, unit: str, currency: str | None) -> dict:
    price = None if offer.price is None else {"amount": offer.price, "currency": currency}
    name = offer.name or unit
    return {"id": offer.packaging, "name": name, "factor": offer.factor, "weight": offer.weight, "price": price}


def _ref(row: dict, field: str) -> dict | None:
    return row[f"{field}_id"] and {"id": row[f"{field}_id"], "name": row[f"{field}__name"]}
