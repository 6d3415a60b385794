"""Products with their packagings, prices and stock, as 1C gives them.

Rows of 1C's registers (prices, stock, assortments) are written by the exchange alone, which joins every reference
before it writes. Their foreign keys have no constraint in the database: checking it again row by row at the commit
took as long as the load itself.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from integration.models import FromOneC
from modules.catalog.line_pages import ProductLinePage  # noqa: F401  (Django looks for models here)
from modules.partners.models import Named, PriceKind, Segment


class ProductLine(Named):
    """A product line (товарная категория); grants can be narrowed to it."""

    class Meta(Named.Meta):
        verbose_name = _("product line")
        verbose_name_plural = _("product lines")


class ProductGroup(Named):
    """A folder of 1C's product catalogue."""

    parent = models.ForeignKey(
        "self", verbose_name=_("parent group"), null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )

    class Meta(Named.Meta):
        verbose_name = _("product group")
        verbose_name_plural = _("product groups")


class Unit(Named):
    """A unit of measure; `code` is the OKEI code without blanks."""

    code = models.CharField(_("code"), max_length=10, blank=True)

    class Meta(Named.Meta):
        verbose_name = _("unit of measure")
        verbose_name_plural = _("units of measure")


class Warehouse(Named):
    class Meta(Named.Meta):
        verbose_name = _("warehouse")
        verbose_name_plural = _("warehouses")


class ProductKind(models.TextChoices):
    """Only goods are sold through the portal; services come along because 1C keeps them together."""

    GOODS = "goods", _("goods")
    SERVICE = "service", _("service")


class Product(Named):
    """A product (номенклатура). `article` is the manufacturer's own code; 1C may leave it empty.

    `search` is what a search looks in, made by `search_text()` when the row is loaded: SQLite compares
    Cyrillic letters with regard to case, so it is kept in lower case.
    """

    code = models.CharField(_("code"), max_length=20, blank=True)
    article = models.CharField(_("article"), max_length=50, blank=True, db_index=True)
    full_name = models.CharField(_("full name"), max_length=1000, blank=True)
    description = models.TextField(_("description"), blank=True)
    kind = models.CharField(_("kind"), max_length=10, choices=ProductKind.choices, default=ProductKind.GOODS)
    vat_rate = models.DecimalField(_("VAT, %"), max_digits=5, decimal_places=2, null=True, blank=True)
    group = models.ForeignKey(
        ProductGroup, verbose_name=_("group"), null=True, blank=True, on_delete=models.PROTECT, related_name="products"
    )
    line = models.ForeignKey(
        ProductLine,
        verbose_name=_("product line"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="products",
        db_index=False,
    )
    unit = models.ForeignKey(
        Unit, verbose_name=_("base unit"), null=True, blank=True, on_delete=models.PROTECT, related_name="products"
    )
    search = models.TextField(_("searched text"), editable=False, blank=True, db_default="")
    segments = models.ManyToManyField(
        Segment, verbose_name=_("segments"), through="SegmentProduct", related_name="products"
    )

    class Meta(Named.Meta):
        verbose_name = _("product")
        verbose_name_plural = _("products")
        indexes = [
            models.Index(fields=["name", "id"], name="product_by_name"),
            models.Index(
                fields=["line", "id", "group", "name"],
                condition=models.Q(deleted=False, kind=ProductKind.GOODS),
                name="goods_by_line",
            ),
        ]


def search_text(*parts: str) -> str:
    """The words of name, article, code… as a search compares them."""
    return " ".join(part.casefold() for part in parts if part)


class SegmentProduct(FromOneC):
    """The product belongs to the assortment."""

    segment = models.ForeignKey(
        Segment,
        verbose_name=_("segment"),
        on_delete=models.CASCADE,
        related_name="product_rows",
        db_constraint=False,
        db_index=False,
    )
    product = models.ForeignKey(
        Product, verbose_name=_("product"), on_delete=models.CASCADE, related_name="segment_rows", db_constraint=False
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["segment", "product"], name="product_once_in_segment")]
        indexes = [
            models.Index(fields=["segment", "product"], condition=models.Q(deleted=False), name="assortment_of_segment")
        ]


class Packaging(Named):
    """What a product is sold in. `factor` is base units in one packaging; weight kg, volume m³."""

    product = models.ForeignKey(Product, verbose_name=_("product"), on_delete=models.CASCADE, related_name="packagings")
    factor = models.DecimalField(_("base units"), max_digits=15, decimal_places=4)
    weight = models.DecimalField(_("weight, kg"), max_digits=15, decimal_places=4, null=True, blank=True)
    volume = models.DecimalField(_("volume, m³"), max_digits=15, decimal_places=6, null=True, blank=True)

    class Meta(Named.Meta):
        verbose_name = _("packaging")
        verbose_name_plural = _("packagings")


class Price(FromOneC):
    """The price of one packaging, or of one base unit where there is none, in the price kind's currency."""

    product = models.ForeignKey(
        Product,
        verbose_name=_("product"),
        on_delete=models.CASCADE,
        related_name="prices",
        db_constraint=False,
        db_index=False,
    )
    price_kind = models.ForeignKey(
        PriceKind,
        verbose_name=_("price kind"),
        on_delete=models.CASCADE,
        related_name="prices",
        db_constraint=False,
        db_index=False,
    )
    packaging = models.ForeignKey(
        Packaging,
        verbose_name=_("packaging"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="prices",
        db_constraint=False,
        db_index=False,
    )
    amount = models.DecimalField(_("price"), max_digits=15, decimal_places=4)
    valid_from = models.DateField(_("valid from"), null=True, blank=True)

    class Meta:
        verbose_name = _("price")
        verbose_name_plural = _("prices")
        indexes = [
            models.Index(fields=["product", "price_kind"], name="price_of_product"),
            models.Index(fields=["packaging", "price_kind"], name="price_of_packaging"),
        ]


class Stock(FromOneC):
    """What can be sold of a product from a warehouse, in base units, as 1C calculated it."""

    product = models.ForeignKey(
        Product, verbose_name=_("product"), on_delete=models.CASCADE, related_name="stock", db_constraint=False
    )
    warehouse = models.ForeignKey(
        Warehouse, verbose_name=_("warehouse"), on_delete=models.CASCADE, related_name="stock", db_constraint=False
    )
    available = models.DecimalField(_("available"), max_digits=15, decimal_places=3)
    calculated_at = models.DateTimeField(_("calculated at"), null=True, blank=True)

    class Meta:
        verbose_name = _("stock")
        verbose_name_plural = _("stock")
