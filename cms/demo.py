"""The demo's people: one account a role, all with one published password. Demo mode only."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import transaction

from cms.access import roles
from cms.accounts.models import User

PASSWORD = "kabinet-demo"


@dataclass(frozen=True)
class DemoPerson:
    role: str
    first_name: str
    last_name: str
    language: str = "ru"
    supervisor: str = ""

    @property
    def email(self) -> str:
        return demo_email(self.role)


PEOPLE = [
    DemoPerson(roles.GUEST, "Гость", "Портала"),
    DemoPerson(roles.BUYER_HEAD, "Айгерим", "Сатпаева", "kk"),
    DemoPerson(roles.BUYER_SENIOR, "Данияр", "Омаров", supervisor=roles.BUYER_HEAD),
    DemoPerson(roles.BUYER_MANAGER, "Ольга", "Ким", supervisor=roles.BUYER_SENIOR),
    DemoPerson(roles.DISTRIBUTOR_HEAD, "Азамат", "Турдубаев"),
    DemoPerson(roles.DISTRIBUTOR_SENIOR, "Нурлан", "Асанов", supervisor=roles.DISTRIBUTOR_HEAD),
    DemoPerson(roles.DISTRIBUTOR_MANAGER, "Мээрим", "Жээнбекова", supervisor=roles.DISTRIBUTOR_SENIOR),
    DemoPerson(roles.CARRIER_MANAGER, "Тимур", "Юлдашев"),
    DemoPerson(roles.LOGISTICIAN, "Сергей", "Белов"),
    DemoPerson(roles.SERVICE_MANAGER_FULL, "Марина", "Лебедева"),
    DemoPerson(roles.SERVICE_MANAGER_LIMITED, "Асель", "Нурпеисова", "kk"),
    DemoPerson(roles.CONNECT_MANAGER, "Anna", "Weber", "en"),
    DemoPerson(roles.PLATFORM_ADMIN, "Павел", "Андреев"),
]


def demo_email(role: str) -> str:
    """The address of the role's account."""
    return f"{role.replace('_', '-')}@demo.kabinet"


def demo_accounts() -> list[tuple[str, str, str]]:
    """`(role title, e-mail, password)` of the thirteen accounts; none outside the demo."""
    if not settings.DEMO:
        return []
    return [(str(roles.TITLES[person.role]), person.email, PASSWORD) for person in PEOPLE]


@transaction.atomic
def load_people() -> None:
    """Create the accounts that are missing; those that exist keep what somebody changed."""
    for person in PEOPLE:
        if not User.objects.filter(email=person.email).exists():
            _create(person)


def _create(person: DemoPerson) -> None:
    user = User.objects.create_user(
        person.email,
        PASSWORD,
        first_name=person.first_name,
        last_name=person.last_name,
        language=person.language,
        supervisor=User.objects.filter(email=demo_email(person.supervisor)).first(),
    )
    user.groups.add(Group.objects.get(role__code=person.role))
