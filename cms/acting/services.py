"""Working in a client's cabinet: begun on purpose, for an hour, under both names.

The session stays that of the person at the keyboard and says whose cabinet they have opened. Every request decides
anew whether they still may; where they may, its user is the client, with `acted_by` naming the person.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.sessions.backends.base import SessionBase
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms import audit
from cms.access.checks import allows, require
from cms.access.models import Role
from cms.access.roles import CARRIER, CLIENT

OPEN_CABINET = "acting.open_cabinet"
KEY = "acting_as"  # in the session: {"user": key, "until": ISO 8601}

BEGUN = audit.action("acting.begun", _("Client's cabinet opened"))
ENDED = audit.action("acting.ended", _("Client's cabinet closed"))
DID = audit.action("acting.did", _("Done in a client's cabinet"))


def clients() -> QuerySet:
    """People whose cabinet may be opened: active, with roles of a client or a carrier and no other."""
    roles = Role.objects.filter(group__user=OuterRef("pk"))
    theirs = Q(side__in=(CLIENT, CARRIER))
    active = get_user_model().objects.filter(is_active=True, is_superuser=False)
    return active.filter(Exists(roles.filter(theirs)), ~Exists(roles.exclude(theirs)))


def acting_begin(*, user, client, session: SessionBase) -> None:
    """Open the cabinet of `client`, one of clients(); raises Refused."""
    require(user, OPEN_CABINET)
    until = timezone.now() + timedelta(minutes=settings.ACTING_MINUTES)
    session[KEY] = {"user": client.pk, "until": until.isoformat()}
    audit.record(BEGUN, target=client, actor=user, acting_as=client)


def acting_end(*, user, client, session: SessionBase) -> None:
    """Back to one's own cabinet."""
    session.pop(KEY, None)
    audit.record(ENDED, target=client, actor=user, acting_as=client)


def client_of(user, session: SessionBase):
    """The client in whose cabinet the session's user works now; None in their own. What is over is taken away."""
    said = session.get(KEY)
    if said is None:
        return None
    client = _still_open(user, said)
    if client is None:
        del session[KEY]
        return None
    client.acted_by, client.acted_until = user, said["until"]
    return client


def _still_open(user, said: dict):
    if datetime.fromisoformat(said["until"]) <= timezone.now() or not allows(user, OPEN_CABINET):
        return None
    return clients().filter(pk=said["user"]).first()
