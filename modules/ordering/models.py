"""Orders, their lines and their history."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from modules.catalog.models import Packaging, Product
from modules.ordering.states import OrderStatus
from modules.partners.models import Agreement, Contract, Counterparty, Currency, DeliveryAddress, Partner


class Order(models.Model):
    """A client's order. `id` is the portal's UUID, which 1C keeps too; money is in `currency`.

    `version` grows with every change that 1C has to know; `onec_version` is the last version of the
    state feed that was applied, so that a late message never puts an older state back.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.CharField(_("number"), max_length=20, unique=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("author"), on_delete=models.PROTECT, related_name="orders"
    )
    partner = models.ForeignKey(Partner, verbose_name=_("partner"), on_delete=models.PROTECT, related_name="orders")
    counterparty = models.ForeignKey(
        Counterparty, verbose_name=_("counterparty"), null=True, on_delete=models.PROTECT, related_name="orders"
    )
    contract = models.ForeignKey(
        Contract, verbose_name=_("contract"), null=True, on_delete=models.PROTECT, related_name="orders"
    )
    agreement = models.ForeignKey(
        Agreement, verbose_name=_("agreement"), on_delete=models.PROTECT, related_name="orders"
    )
    currency = models.ForeignKey(Currency, verbose_name=_("currency"), on_delete=models.PROTECT, related_name="+")
    status = models.CharField(
        _("status"), max_length=20, choices=OrderStatus.choices, default=OrderStatus.PLACED, db_index=True
    )
    total = models.DecimalField(_("total"), max_digits=17, decimal_places=2)
    delivery_address = models.ForeignKey(
        DeliveryAddress,
        verbose_name=_("delivery address"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="orders",
    )
    requested_date = models.DateField(_("requested date"), null=True, blank=True)
    client_reference = models.CharField(_("client's number"), max_length=50, blank=True)
    comment = models.TextField(_("comment"), blank=True)
    placed_at = models.DateTimeField(_("placed at"), db_index=True)
    version = models.PositiveIntegerField(default=1)
    onec_ref = models.UUIDField(_("1C reference"), null=True, blank=True)
    onec_number = models.CharField(_("1C number"), max_length=30, blank=True)
    onec_state = models.CharField(_("1C state"), max_length=60, blank=True)
    onec_version = models.BigIntegerField(default=0)
    reason = models.TextField(_("reason"), blank=True)

    class Meta:
        ordering = ["-placed_at"]
        verbose_name = _("order")
        verbose_name_plural = _("orders")
        indexes = [models.Index(fields=["partner", "-placed_at"], name="order_by_partner")]

    def __str__(self) -> str:
        return self.number


class OrderLine(models.Model):
    """`quantity` counts packagings (base units where `packaging` is empty); `price` is of one of them.

    `available` is the stock in base units that was known when the order was placed: at that moment of the last load, or
    as 1C said when it was asked (`available_live`). Empty in orders that are older than this.
    """

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="lines")
    position = models.PositiveIntegerField(_("position"))
    product = models.ForeignKey(Product, verbose_name=_("product"), on_delete=models.PROTECT, related_name="+")
    packaging = models.ForeignKey(
        Packaging, verbose_name=_("packaging"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    quantity = models.DecimalField(_("quantity"), max_digits=15, decimal_places=3)
    price = models.DecimalField(_("price"), max_digits=15, decimal_places=4)
    amount = models.DecimalField(_("amount"), max_digits=17, decimal_places=2)
    available = models.DecimalField(_("available"), max_digits=15, decimal_places=3, null=True, blank=True)
    available_at = models.DateTimeField(_("available as of"), null=True, blank=True)
    available_live = models.BooleanField(_("asked of 1C"), default=False, db_default=False)

    class Meta:
        ordering = ["position"]
        verbose_name = _("order line")
        verbose_name_plural = _("order lines")
        constraints = [
            models.UniqueConstraint(fields=["order", "position"], name="one_line_a_position"),
            models.CheckConstraint(condition=models.Q(quantity__gt=0), name="line_quantity_is_positive"),
        ]

    def __str__(self) -> str:
        return f"{self.order}, {self.position}"


class OrderHistory(models.Model):
    """One move of an order; `user` is empty when 1C moved it."""

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="history")
    at = models.DateTimeField(auto_now_add=True)
    was = models.CharField(max_length=20, choices=OrderStatus.choices, blank=True)
    became = models.CharField(max_length=20, choices=OrderStatus.choices)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.order}: {self.get_became_display()}"
