"""Binds the demo's people to clients of the demo base."""

from cms.access import roles
from cms.access.models import Grant
from cms.accounts.models import User
from cms.demo import demo_email
from content.bootstrap import ensure_site
from content.demo.published import PageText, published
from modules.partners.models import ApplicationPage, CountryRegion, Partner, Region

BUYER, DISTRIBUTOR = "00-00000001", "00-00000002"
CLIENTS = {
    roles.BUYER_HEAD: BUYER,
    roles.BUYER_SENIOR: BUYER,
    roles.BUYER_MANAGER: BUYER,
    roles.DISTRIBUTOR_HEAD: DISTRIBUTOR,
    roles.DISTRIBUTOR_SENIOR: DISTRIBUTOR,
    roles.DISTRIBUTOR_MANAGER: DISTRIBUTOR,
}
COUNTRIES = {
    "KZ": "Казахстан",
    "UZ": "Узбекистан",
    "KG": "Кыргызстан",
    "TJ": "Таджикистан",
    "CN": "Китай",
    "MN": "Монголия",
    "TM": "Туркменистан",
}
REGIONAL = [roles.LOGISTICIAN, roles.SERVICE_MANAGER_LIMITED]

APPLICATION = PageText(
    slug="become-a-client",
    title={"ru": "Стать клиентом", "en": "Become a client", "kk": "Клиент болу"},
    lead={
        "ru": "Заявка для будущих дистрибьюторов и прямых покупателей.",
        "en": "An application for future distributors and direct buyers.",
        "kk": "Болашақ дистрибьюторлар мен тікелей сатып алушыларға арналған өтінім.",
    },
    body={
        "ru": "Менеджер вашего региона рассмотрит заявку в течение двух рабочих дней.",
        "en": "The manager of your region looks at the application within two working days.",
        "kk": "Аймағыңыздың менеджері өтінімді екі жұмыс күні ішінде қарайды.",
    },
)


def load() -> None:
    """Clients' people act for their partner; regional staff for the buyer's region. Countries lie in their regions.
    Future clients find the application form on the site."""
    for role, code in CLIENTS.items():
        _grant(role, partner=Partner.objects.get(code=code).pk)
    region = Region.objects.get(partners__code=BUYER)
    for role in REGIONAL:
        _grant(role, region=region.pk)
    for country, name in COUNTRIES.items():
        if named := Region.objects.filter(name=name).first():
            CountryRegion.objects.get_or_create(country=country, defaults={"region": named})
    if not ApplicationPage.objects.exists():
        published(ensure_site(), ApplicationPage, APPLICATION)


def _grant(role: str, **limits: int) -> None:
    user = User.objects.get(email=demo_email(role))
    if not user.grants.exists():
        Grant.objects.create(user=user, **limits)
