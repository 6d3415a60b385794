"""A head at work, and what must be untouched when the portal refuses."""

import re

from django.core import mail

from cms.access.models import Grant
from cms.accounts.models import Invitation, User
from integration.models import OutboxMessage

STAFF = "/api/v1/partners/staff/"


def wish(world, **changed) -> dict:
    """An invitation that a head of partner A may send."""
    limits = {"partner": world.partner_a.pk, "contracts": [], "product_lines": []}
    person = {"email": "new@a.example", "first_name": "Nur", "last_name": "Newman", "language": "kk"}
    return {**person, "role": "buyer_manager", "limits": limits} | changed


def invite(client, body: dict, key: str = "invite-1"):
    return client.post(STAFF, body, headers={"Idempotency-Key": key})


def everything() -> tuple:
    """What a refusal leaves as it was: people, roles, grants, invitations, the outbox, the mail."""
    return (
        list(User.objects.order_by("pk").values_list("pk", "email", "is_active", "supervisor", "password")),
        list(User.groups.through.objects.order_by("pk").values_list("user", "group")),
        list(Grant.objects.order_by("pk").values()),
        list(Invitation.objects.order_by("pk").values()),
        OutboxMessage.objects.count(),
        len(mail.outbox),
    )


def token_in(message) -> str:
    return re.search(r"/invitation/(\S+)", message.body).group(1)
