"""A few orders, so that the lists of the demo are not empty."""

from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from cms.access import roles
from cms.access.checks import visible
from cms.accounts.models import User
from cms.demo import demo_email
from modules.catalog import prices, selectors
from modules.ordering.models import Order
from modules.ordering.pricing import Wanted
from modules.ordering.services import order_place
from modules.ordering.terms import terms_of
from modules.partners.models import Agreement

AUTHORS = [roles.BUYER_MANAGER, roles.BUYER_HEAD, roles.DISTRIBUTOR_MANAGER]
COMMENTS = ["Прошу отгрузить до конца недели", "", "Доставка на склад в промзоне, въезд со двора"]


def load() -> None:
    """One order by each author, on their first agreement; only into an empty base."""
    if Order.objects.exists():
        return
    for number, role in enumerate(AUTHORS):
        _place(User.objects.get(email=demo_email(role)), number)


def _place(author: User, number: int) -> None:
    today = timezone.localdate()
    agreement = visible(Agreement.objects.in_force(today), author, "partners.view_agreement").order_by("name").first()
    goods = prices.with_base_price(selectors.products_for(author, agreement), agreement.price_kind_id)
    products = goods.order_by("name")[number * 5 : number * 5 + 3]
    offers = prices.offers({product.pk: product.base_price for product in products}, agreement.price_kind_id)
    order_place(
        author=author,
        terms=terms_of(author, agreement.pk),
        lines=[
            Wanted(product.pk, offer.packaging, Decimal(number + 2))
            for product in products
            for offer in offers[product.pk][-1:]
            if offer.price is not None
        ],
        requested_date=today + timedelta(days=7 + number),
        client_reference=f"PO-{2600 + number}",
        comment=COMMENTS[number],
    )
