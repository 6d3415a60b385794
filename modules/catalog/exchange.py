"""What 1C gives about goods: products with units, groups and packagings, prices, stock and assortments."""

from datetime import timedelta

from django.db import connection, transaction
from django.utils.translation import gettext_lazy as _

from integration.fields import Choice, Date, Made, Moment, Number, Ratio, Ref, Text
from integration.loading.stage import hashed_joins
from integration.regulation import Cache, Channel, entity
from modules.catalog.models import (
    Packaging,
    Price,
    Product,
    ProductGroup,
    ProductKind,
    ProductLine,
    SegmentProduct,
    Stock,
    Unit,
    Warehouse,
    search_text,
)
from modules.partners.exchange import EVERYTHING
from modules.partners.models import Segment

GOODS, SERVICE = ProductKind.GOODS.value, ProductKind.SERVICE.value
KIND = Choice(
    {
        "Товар": GOODS,
        "Набор": GOODS,
        "МногооборотнаяТара": GOODS,
        "Услуга": SERVICE,
        "Работа": SERVICE,
    }
)
VAT_RATE = Choice(
    {
        "": None,
        "БезНДС": None,
        **{f"НДС{rate}": str(rate) for rate in (0, 5, 7, 10, 12, 16, 18, 20, 22)},
        **{f"НДС{rate}_{100 + rate}": str(rate) for rate in (5, 7, 10, 18, 20, 22)},
    }
)


def fill_everything() -> None:
    """The segment of the whole assortment holds all goods that 1C has not marked deleted, and nothing else.

    Two statements whatever the size: what is missing comes in, what is no longer sold goes.
    """
    names = {"rows": SegmentProduct._meta.db_table, "products": Product._meta.db_table}
    with transaction.atomic(), hashed_joins(), connection.cursor() as cursor:
        for segment in Segment.objects.filter(ref=EVERYTHING).values_list("pk", flat=True):
            cursor.execute(INTO_EVERYTHING.format(**names), {"segment": segment, "goods": GOODS})
            cursor.execute(OUT_OF_EVERYTHING.format(**names), {"segment": segment, "goods": GOODS})


# The segment is given by its key, so that its own rows are read and not those of all assortments.
INTO_EVERYTHING = """
    INSERT INTO {rows} (segment_id, product_id, version, deleted)
    SELECT %(segment)s, p.id, '', p.deleted FROM {products} p
    LEFT JOIN {rows} held ON held.segment_id = %(segment)s AND held.product_id = p.id
    WHERE NOT p.deleted AND p.kind = %(goods)s AND held.id IS NULL
"""
OUT_OF_EVERYTHING = """
    DELETE FROM {rows} WHERE segment_id = %(segment)s
    AND product_id IN (SELECT id FROM {products} WHERE deleted OR kind <> %(goods)s)
"""

DAY, QUARTER = timedelta(hours=24), timedelta(minutes=15)
A, B, L, S = Channel.CATALOGUE, Channel.FEED, Cache.LAZY, Cache.SYNCHRONIZED

entity("warehouses", _("Warehouses"), A, L, model=Warehouse, key=("name",), fresh=DAY, fields={"name": Text()})
entity(
    "units",
    _("Units of measure"),
    A,
    L,
    model=Unit,
    key=("code",),
    fresh=DAY,
    page=5000,
    fields={"code": Text(), "name": Text()},
    beside=("packagings",),
)
entity(
    "product_lines", _("Product lines"), A, S, model=ProductLine, key=("name",), fresh=QUARTER, fields={"name": Text()}
)
entity(
    "product_groups",
    _("Product groups"),
    A,
    S,
    model=ProductGroup,
    key=("name",),
    fresh=QUARTER,
    fields={"name": Text(), "parent": Ref("product_groups")},
    beside=("products",),
)
entity(
    "products",
    _("Products"),
    A,
    S,
    model=Product,
    key=("article",),
    fresh=QUARTER,
    page=2000,
    fields={
        "code": Text(),
        "article": Text(),
        "name": Text(),
        "full_name": Text(),
        "description": Text(),
        "kind": KIND,
        "vat_rate": VAT_RATE,
        "search": Made(search_text),
        "group": Ref("product_groups"),
        "line": Ref("product_lines"),
        "unit": Ref("units"),
    },
    beside=("product_groups",),
    after_load=(fill_everything,),
)
entity(
    "packagings",
    _("Packagings"),
    A,
    S,
    model=Packaging,
    key=("product", "name"),
    fresh=QUARTER,
    page=5000,
    fields={
        "name": Text(),
        "product": Ref("products"),
        "factor": Ratio(),
        "weight": Number(zero_is_empty=True),
        "volume": Number(zero_is_empty=True),
    },
    beside=("units",),
)
entity(
    "prices",
    _("Prices"),
    B,
    S,
    model=Price,
    key=("product", "price_kind", "packaging"),
    fresh=timedelta(minutes=10),
    full_every=DAY,
    page=10_000,
    register=True,
    fields={
        "product": Ref("products"),
        "price_kind": Ref("price_kinds"),
        "packaging": Ref("packagings"),
        "amount": Number(),
        "valid_from": Date(),
    },
)
entity(
    "stock",
    _("Stock"),
    B,
    L,
    model=Stock,
    key=("product", "warehouse"),
    fresh=timedelta(minutes=3),
    full_every=DAY,
    page=10_000,
    register=True,
    fields={
        "product": Ref("products"),
        "warehouse": Ref("warehouses"),
        "available": Number(),
        "calculated_at": Moment(),
    },
)
entity(
    "assortment",
    _("Products of assortments"),
    B,
    S,
    model=SegmentProduct,
    key=("segment", "product"),
    fresh=QUARTER,
    full_every=DAY,
    page=10_000,
    register=True,
    fields={"segment": Ref("segments"), "product": Ref("products")},
)
