"""Signed-in buyers, one a partner, each with an agreement, prices and an assortment of its own."""

from dataclasses import dataclass

TOKEN = "benchbenchbenchbenchbenchbenchXX"  # a CSRF token is any 32 letters that cookie and header agree on


@dataclass(frozen=True)
class Buyer:
    agreement: int
    session: str

    @property
    def reading(self) -> dict[str, str]:
        """Headers of a read, as a browser sends them."""
        return {"Cookie": f"sessionid={self.session}; csrftoken={TOKEN}", "Accept-Language": "ru"}

    @property
    def writing(self) -> dict[str, str]:
        return {**self.reading, "X-CSRFToken": TOKEN, "Content-Type": "application/json"}


def make_buyers(count: int) -> list[Buyer]:
    """Heads of buyers who may see everything of the first partners."""
    from django.utils import timezone

    from modules.partners.models import Agreement

    agreements = Agreement.objects.in_force(timezone.localdate()).order_by("pk")[:count]
    return [_make(agreement) for agreement in agreements]


def session_of(role: str) -> dict[str, str]:
    """Headers of somebody of this role who is signed in."""
    from django.contrib.auth import get_user_model
    from django.test import Client

    from cms.access.models import Role

    user = get_user_model().objects.create_user(f"{role}@bench.example", language="ru")
    user.groups.add(Role.objects.get(code=role).group_id)
    client = Client()
    client.force_login(user)
    return {"Cookie": f"sessionid={client.session.session_key}"}


def _make(agreement) -> Buyer:
    from django.contrib.auth import get_user_model
    from django.test import Client

    from cms.access.models import Grant, Role
    from cms.access.roles import BUYER_HEAD

    user = get_user_model().objects.create_user(f"buyer-{agreement.pk}@bench.example", language="ru")
    user.groups.add(Role.objects.get(code=BUYER_HEAD).group_id)
    Grant.objects.create(user=user, partner=agreement.partner_id)
    client = Client()
    client.force_login(user)
    return Buyer(agreement.pk, client.session.session_key)
