"""The people of every test and what belongs to them.

Partner A (Astana Trade) is of region KZ, partner B (Bishkek Trade) of region KG. A has two contracts, each with an
agreement: the first sells `shared` and `only_a`, the second, narrower one, `shared` alone. B buys `shared` and
`only_b`. Nobody's agreement sells `unsold`.

| person            | role                    | grant                     |
|-------------------|-------------------------|---------------------------|
| `owner`           | buyer_manager           | partner A                 |
| `colleague`       | buyer_manager           | partner A, its contract 2 |
| `head`            | buyer_head              | partner A                 |
| `stranger`        | distributor_head        | partner B                 |
| `service_full`    | service_manager_full    | none, the level is all    |
| `service_limited` | service_manager_limited | region KZ                 |
| `admin`           | platform_admin          | none, the level is all    |
"""

from functools import cached_property

from django.contrib.auth.models import AnonymousUser
from rest_framework.test import APIClient

from cms.access import roles
from modules.analytics.models import SalesPlan
from modules.chat.models import Chat
from modules.claims.models import Claim
from modules.notifications.models import Notification
from modules.ordering.models import Order
from modules.partners.models import (
    AccountManager,
    Application,
    ClientContact,
    Consignee,
    CreditLimit,
    DeliveryAddress,
    StaffInvitation,
)
from tests.factories import accounts, catalog, claims, ordering, partners, talks


class PortalClient(APIClient):
    """Speaks JSON with the API, by session cookie as a browser does; `enforce_csrf_checks=True` to test CSRF."""

    default_format = "json"


def client_of(user=None, *, language: str = "en", **options) -> PortalClient:
    """A client with the user signed in; without a user, a guest's."""
    client = PortalClient(**options)
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = language
    if user is not None and user.is_authenticated:
        client.force_login(user)
    return client


class World:
    """Attributes are the rows themselves; orders are made when first asked for."""

    def __init__(self) -> None:
        self._terms_of_a()
        self._terms_of_b()
        self._goods()
        self._prices_and_stock()
        self._clients()
        self._staff()

    def _terms_of_a(self) -> None:
        self.region_kz = partners.region("Kazakhstan")
        self.partner_a = partners.partner("Astana Trade", self.region_kz)
        self.counterparty_a = partners.counterparty(self.partner_a)
        self.contract_a1 = partners.contract(self.counterparty_a)
        self.contract_a2 = partners.contract(self.counterparty_a)
        self.price_kind_a = partners.price_kind("Wholesale KZ", "KZT")
        self.segment_a = partners.segment("Assortment of A")
        self.segment_a_narrow = partners.segment("Narrow assortment of A")
        self.agreement_a1 = partners.agreement(self.contract_a1, price_kind=self.price_kind_a, segment=self.segment_a)
        self.agreement_a2 = partners.agreement(
            self.contract_a2, price_kind=self.price_kind_a, segment=self.segment_a_narrow
        )

    def _terms_of_b(self) -> None:
        self.region_kg = partners.region("Kyrgyzstan")
        self.partner_b = partners.partner("Bishkek Trade", self.region_kg)
        self.counterparty_b = partners.counterparty(self.partner_b)
        self.contract_b = partners.contract(self.counterparty_b, currency=partners.currency("KGS"))
        self.price_kind_b = partners.price_kind("Wholesale KG", "KGS")
        self.segment_b = partners.segment("Assortment of B")
        self.agreement_b = partners.agreement(self.contract_b, price_kind=self.price_kind_b, segment=self.segment_b)

    def _goods(self) -> None:
        self.line_milk, self.line_tea = catalog.line("Dairy"), catalog.line("Tea")
        self.group_food = catalog.group("Food")
        both = (self.segment_a, self.segment_a_narrow, self.segment_b)
        milk = {"group": self.group_food, "line": self.line_milk}
        tea = {"group": self.group_food, "line": self.line_tea}
        self.shared = catalog.product("Milk 3.2 %", both, **milk)
        self.only_a = catalog.product("Kefir", (self.segment_a,), **milk)
        self.only_b = catalog.product("Green tea", (self.segment_b,), **tea)
        self.unsold = catalog.product("Black tea", **tea)
        self.box = catalog.packaging(self.shared, "Box of 12", "12")

    def _prices_and_stock(self) -> None:
        self.price_shared_a = catalog.price(self.shared, self.price_kind_a, "100.5000")
        self.price_box_a = catalog.price(self.shared, self.price_kind_a, "1150.0000", self.box)
        self.price_only_a = catalog.price(self.only_a, self.price_kind_a, "250.0000")
        self.price_shared_b = catalog.price(self.shared, self.price_kind_b, "20.2500")
        self.price_box_b = catalog.price(self.shared, self.price_kind_b, "231.0000", self.box)
        self.price_only_b = catalog.price(self.only_b, self.price_kind_b, "75.0000")
        self.warehouse = catalog.warehouse("Main")
        for product, available in [(self.shared, "120"), (self.only_a, "7.5"), (self.only_b, "40")]:
            catalog.stock(product, self.warehouse, available)

    def _clients(self) -> None:
        of_a = {"partner": self.partner_a}
        self.head = accounts.user(roles.BUYER_HEAD, email="head@a.example", grants=(of_a,))
        self.owner = accounts.user(roles.BUYER_MANAGER, email="owner@a.example", grants=(of_a,), supervisor=self.head)
        self.colleague = accounts.user(
            roles.BUYER_MANAGER,
            email="colleague@a.example",
            grants=({**of_a, "contract": self.contract_a2},),
            supervisor=self.head,
        )
        self.stranger = accounts.user(
            roles.DISTRIBUTOR_HEAD, email="stranger@b.example", grants=({"partner": self.partner_b},)
        )

    def _staff(self) -> None:
        self.service_full = accounts.user(roles.SERVICE_MANAGER_FULL, email="service.full@kabinet.example")
        self.service_limited = accounts.user(
            roles.SERVICE_MANAGER_LIMITED,
            email="service.limited@kabinet.example",
            grants=({"region": self.region_kz},),
        )
        self.admin = accounts.user(roles.PLATFORM_ADMIN, email="admin@kabinet.example")
        self.guest = AnonymousUser()

    @cached_property
    def owners_order(self) -> Order:
        """Of partner A, under its first contract, written by `owner`."""
        lines = ((self.shared, self.box, "2", "1150"), (self.only_a, None, "1.5", "250"))
        return ordering.order(self.owner, self.agreement_a1, lines)

    @cached_property
    def colleagues_order(self) -> Order:
        """Of partner A, under its second contract, written by `colleague`."""
        return ordering.order(self.colleague, self.agreement_a2, ((self.shared, None, "10", "100.5"),))

    @cached_property
    def owners_claim(self) -> Claim:
        """Of partner A, about its first contract, written by `owner`."""
        return claims.claim(self.owner, self.contract_a1)

    @cached_property
    def colleagues_claim(self) -> Claim:
        """Of partner A, about its second contract, written by `colleague`."""
        return claims.claim(self.colleague, self.contract_a2)

    @cached_property
    def strangers_claim(self) -> Claim:
        """Of partner B, written by `stranger`."""
        return claims.claim(self.stranger, self.contract_b)

    @cached_property
    def chat_a(self) -> Chat:
        return talks.chat(self.partner_a)

    @cached_property
    def chat_b(self) -> Chat:
        return talks.chat(self.partner_b)

    @cached_property
    def notification_a(self) -> Notification:
        """Of 1C, to all of partner A who are limited to none of its contracts."""
        return talks.notification(self.partner_a, self.owner, self.head)

    @cached_property
    def notification_b(self) -> Notification:
        return talks.notification(self.partner_b, self.stranger)

    @cached_property
    def plan_a(self) -> SalesPlan:
        return talks.plan(self.partner_a, number="ПП00-000001")

    @cached_property
    def plan_b(self) -> SalesPlan:
        return talks.plan(self.partner_b, number="ПП00-000002")

    @cached_property
    def application_kz(self) -> Application:
        """Of a company that wants to become a client in region KZ."""
        return partners.application(self.region_kz)

    @cached_property
    def application_kg(self) -> Application:
        return partners.application(self.region_kg, country="KG")

    @cached_property
    def invitation_a(self) -> StaffInvitation:
        """Of somebody whom `head` asked to join partner A."""
        return partners.staff_invitation(self.partner_a, by=self.head)

    @cached_property
    def invitation_b(self) -> StaffInvitation:
        """Of somebody whom `stranger` asked to join partner B."""
        return partners.staff_invitation(self.partner_b, by=self.stranger)

    @cached_property
    def consignee_a(self) -> Consignee:
        return partners.consignee(self.partner_a)

    @cached_property
    def consignee_b(self) -> Consignee:
        return partners.consignee(self.partner_b)

    @cached_property
    def address_a(self) -> DeliveryAddress:
        return partners.address(self.consignee_a)

    @cached_property
    def address_b(self) -> DeliveryAddress:
        return partners.address(self.consignee_b)

    @cached_property
    def contact_a(self) -> ClientContact:
        return partners.contact(self.partner_a)

    @cached_property
    def contact_b(self) -> ClientContact:
        return partners.contact(self.partner_b)

    @cached_property
    def limit_a1(self) -> CreditLimit:
        """Of A's first contract."""
        return partners.limit(self.contract_a1)

    @cached_property
    def limit_b(self) -> CreditLimit:
        return partners.limit(self.contract_b)

    @cached_property
    def manager_a(self) -> AccountManager:
        """Who looks after partner A."""
        return partners.account_manager(self.partner_a)

    @cached_property
    def manager_b(self) -> AccountManager:
        return partners.account_manager(self.partner_b)

    @cached_property
    def strangers_order(self) -> Order:
        """Of partner B, written by `stranger`."""
        return ordering.order(self.stranger, self.agreement_b, ((self.only_b, None, "3", "75"),))
