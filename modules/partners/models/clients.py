"""Clients as 1C knows them: regions, partners, their legal entities, contracts and agreements."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from integration.models import FromOneC


class Named(FromOneC):
    """A row of 1C that people know by its name."""

    name = models.CharField(_("name"), max_length=250)

    class Meta:
        abstract = True
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Region(Named):
    """A business region (бизнес-регион); managers are assigned by it."""

    class Meta(Named.Meta):
        verbose_name = _("region")
        verbose_name_plural = _("regions")


class Currency(FromOneC):
    """A currency by its ISO 4217 letters."""

    code = models.CharField(_("code"), max_length=3)

    class Meta:
        ordering = ["code"]
        verbose_name = _("currency")
        verbose_name_plural = _("currencies")

    def __str__(self) -> str:
        return self.code


class PriceKind(Named):
    """A price kind (вид цен): a price list that agreements point to."""

    currency = models.ForeignKey(
        Currency, verbose_name=_("currency"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    with_vat = models.BooleanField(_("prices include VAT"), default=True, db_default=True)

    class Meta(Named.Meta):
        verbose_name = _("price kind")
        verbose_name_plural = _("price kinds")


class Segment(Named):
    """A product segment: the assortment an agreement allows.

    `everything` marks the one segment that stands for "no restriction"; the catalogue keeps every
    product in it, so that an agreement always leads to its products by one path.
    """

    everything = models.BooleanField(_("all goods"), default=False, db_default=False, editable=False)

    class Meta(Named.Meta):
        verbose_name = _("segment")
        verbose_name_plural = _("segments")


class Partner(Named):
    """The business client (партнёр), made up of one or more counterparties."""

    code = models.CharField(_("code"), max_length=20, blank=True, db_index=True)
    full_name = models.CharField(_("full name"), max_length=500, blank=True)
    region = models.ForeignKey(
        Region, verbose_name=_("region"), null=True, blank=True, on_delete=models.PROTECT, related_name="partners"
    )
    account_manager = models.ForeignKey(
        "partners.AccountManager",
        verbose_name=_("manufacturer's manager"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="partners",
    )

    class Meta(Named.Meta):
        verbose_name = _("partner")
        verbose_name_plural = _("partners")


class Counterparty(Named):
    """A legal entity (контрагент) with a tax id in its country's form."""

    partner = models.ForeignKey(
        Partner, verbose_name=_("partner"), null=True, on_delete=models.PROTECT, related_name="counterparties"
    )
    full_name = models.CharField(_("full name"), max_length=500, blank=True)
    tax_id = models.CharField(_("tax id"), max_length=20, blank=True, db_index=True)
    branch = models.CharField(_("branch code"), max_length=20, blank=True)

    class Meta(Named.Meta):
        verbose_name = _("counterparty")
        verbose_name_plural = _("counterparties")


class TermsStatus(models.TextChoices):
    """Whether terms may be used."""

    DRAFT = "draft", _("not agreed")
    ACTIVE = "active", _("in force")
    CLOSED = "closed", _("closed")


class Terms(Named):
    """What contracts and agreements share: number, date, party, term and status."""

    number = models.CharField(_("number"), max_length=50, blank=True)
    date = models.DateField(_("date"), null=True, blank=True)
    currency = models.ForeignKey(
        Currency, verbose_name=_("currency"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    status = models.CharField(_("status"), max_length=10, choices=TermsStatus.choices, default=TermsStatus.ACTIVE)
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)

    class Meta:
        abstract = True


class Contract(Terms):
    """A contract (договор) with one legal entity."""

    partner = models.ForeignKey(
        Partner, verbose_name=_("partner"), null=True, on_delete=models.PROTECT, related_name="contracts"
    )
    counterparty = models.ForeignKey(
        Counterparty, verbose_name=_("counterparty"), null=True, on_delete=models.PROTECT, related_name="contracts"
    )

    class Meta(Named.Meta):
        verbose_name = _("contract")
        verbose_name_plural = _("contracts")


class AgreementQuerySet(models.QuerySet):
    def in_force(self, on) -> models.QuerySet:
        """Agreements a buyer may order by on the date `on`."""
        started = models.Q(valid_from__isnull=True) | models.Q(valid_from__lte=on)
        not_over = models.Q(valid_until__isnull=True) | models.Q(valid_until__gte=on)
        return self.filter(started, not_over, deleted=False, status=TermsStatus.ACTIVE)


class Agreement(Terms):
    """An agreement (соглашение): at which prices and from which assortment a client buys."""

    partner = models.ForeignKey(
        Partner, verbose_name=_("partner"), null=True, on_delete=models.PROTECT, related_name="agreements"
    )
    counterparty = models.ForeignKey(
        Counterparty,
        verbose_name=_("counterparty"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="agreements",
    )
    contract = models.ForeignKey(
        Contract,
        verbose_name=_("contract"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="agreements",
    )
    price_kind = models.ForeignKey(
        PriceKind, verbose_name=_("price kind"), null=True, on_delete=models.PROTECT, related_name="agreements"
    )
    segment = models.ForeignKey(
        Segment, verbose_name=_("assortment"), null=True, on_delete=models.PROTECT, related_name="agreements"
    )
    with_vat = models.BooleanField(_("prices include VAT"), default=True, db_default=True)

    objects = AgreementQuerySet.as_manager()

    @property
    def price_currency(self) -> Currency | None:
        """The currency its prices are in: the price kind's own, or the agreement's where that names none."""
        return (self.price_kind and self.price_kind.currency) or self.currency

    class Meta(Named.Meta):
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
