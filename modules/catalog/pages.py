"""The catalogue as the API answers it: plain dictionaries, few queries."""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from django.db.models import Count, QuerySet

from cms.access.prepared import PreparedForReaders
from modules.catalog import prices, selectors
from modules.catalog.models import Product
from modules.catalog.prices import Offer
from modules.catalog.selectors import Terms

FIELDS = (
    "id", "article", "name", "group_id", "group__name", "line_id", "line__name", "unit__name", "available", "stock_at",
    "base_price",
)  # fmt: skip
QUANTITY = Decimal("0.001")
DETAILS = ("full_name", "description", "vat_rate")


_pages, _facets = PreparedForReaders(), PreparedForReaders()
_searched_pages, _searched_facets = PreparedForReaders(most=50), PreparedForReaders(most=50)  # few ask twice


def filtered(products: QuerySet[Product], query: dict) -> QuerySet[Product]:
    """Narrow by the query's `search`, `group` and `line`."""
    for name in ("group", "line"):
        if query.get(name):
            products = products.filter(**{name: query[name]})
    return selectors.searched(products, query.get("search") or "")


def product_page(user, agreement: Terms | None, query: dict) -> dict:
    """One page: `{"count", "page", "page_size", "results"}`. Two queries, three past the end."""
    size, number = query["page_size"], query["page"]
    start = (number - 1) * size
    rows = _page(user, agreement, query, start)
    count = rows[0]["found"] if rows else 0
    if not rows and number > 1:
        count = filtered(selectors.products_for(user, agreement), query).count()
    return {"count": count, "page": number, "page_size": size, "results": _products(rows, agreement)}


def _page(user, agreement: Terms | None, query: dict, start: int) -> list[dict]:
    """Rows of FIELDS, and `found`, the size of the whole list. Only rows of the page are looked at closely."""

    def build(start: int, segment: int | None = None, price_kind: int | None = None, **chosen) -> QuerySet:
        goods = selectors.products_for(user, agreement and agreement._replace(segment_id=segment))
        products = filtered(goods, query | chosen)
        order = (query["ordering"], "pk")
        shown = products.order_by(*order)[start : start + query["page_size"]]
        rows = _with_figures(Product.objects.filter(pk__in=shown.values("pk")), price_kind)
        return rows.order_by(*order).values_list(*FIELDS, selectors.count_of(products))

    chosen = {name: query[name] for name in ("group", "line") if query.get(name)}
    search = query.get("search") or ""
    shape = (agreement is None, *chosen, search, query["ordering"], query["page_size"])
    terms = {"segment": agreement.segment_id, "price_kind": agreement.price_kind_id} if agreement else {}
    kept = _searched_pages if search else _pages
    rows = kept.run(user, shape, build, start=start, **chosen, **terms)
    return [dict(zip((*FIELDS, "found"), row, strict=True)) for row in rows]


def product_detail(products: QuerySet[Product], agreement: Terms | None, pk: int) -> dict:
    """One product with its texts and its stock by warehouse; raises Product.DoesNotExist."""
    row = _with_figures(products, agreement and agreement.price_kind_id).values(*FIELDS, *DETAILS).get(pk=pk)
    [product] = _products([row], agreement)
    warehouses = [
        {"warehouse": stock.warehouse.name, "available": stock.available, "at": stock.calculated_at}
        for stock in selectors.stock_by_warehouse(pk)
    ]
    return product | {name: row[name] for name in DETAILS} | {"warehouses": warehouses}


def facets(user, agreement: Terms | None, query: dict) -> dict:
    """Groups and lines with counts; each counts what its own filter leaves open. One query."""
    rows = _counted(user, agreement, query.get("search") or "")
    return {
        "groups": _facet((group, name, count) for line, _, group, name, count in rows if _chosen(query, "line", line)),
        "lines": _facet((line, name, count) for line, name, group, _, count in rows if _chosen(query, "group", group)),
    }


def _counted(user, agreement: Terms | None, search: str) -> list[tuple]:
    """`(line, its name, group, its name, products)` for every pair of a line and a group."""

    def build(segment: int | None = None) -> QuerySet:
        goods = selectors.products_for(user, agreement and agreement._replace(segment_id=segment))
        found = selectors.searched(goods, search).order_by()
        return found.values_list("line_id", "line__name", "group_id", "group__name").annotate(Count("pk"))

    terms = {"segment": agreement.segment_id} if agreement else {}
    kept = _searched_facets if search else _facets
    return kept.run(user, (agreement is None, search), build, **terms)


def _chosen(query: dict, name: str, key: int | None) -> bool:
    return not query.get(name) or query[name] == key


def _facet(counted: Iterable[tuple]) -> list[dict]:
    counts, names = Counter(), {}
    for key, name, count in counted:
        if key is not None:
            counts[key] += count
            names[key] = name
    return [{"id": key, "name": names[key], "count": counts[key]} for key in sorted(names, key=names.get)]


def _with_figures(products: QuerySet[Product], price_kind_id: int | None) -> QuerySet[Product]:
    return prices.with_base_price(selectors.with_stock(products), price_kind_id)


def _products(rows: list[dict], agreement: Terms | None) -> list[dict]:
    price_kind = agreement.price_kind_id if agreement else None
    currency = agreement.currency if agreement else None
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
