"""Who acts in these tests. Runs inside the portal under test: everything 1C holds, and a few accounts of it."""

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.core.management import call_command

from cms.access import roles
from cms.access.models import Grant
from cms.accounts.models import User
from modules.partners.models import Partner

PASSWORD = "one-for-all-of-them"
FIRST_CLIENT, SECOND_CLIENT = "00-00000001", "00-00000002"
CROWD = [f"crowd-{number}" for number in range(1, 9)]

# name → role, the client they act for
CAST = {
    "buyer": (roles.BUYER_MANAGER, FIRST_CLIENT),
    "head": (roles.BUYER_HEAD, FIRST_CLIENT),
    "stranger": (roles.DISTRIBUTOR_HEAD, SECOND_CLIENT),
    "service": (roles.SERVICE_MANAGER_FULL, None),
    **dict.fromkeys(CROWD, (roles.BUYER_HEAD, FIRST_CLIENT)),
}


def email_of(name: str) -> str:
    return f"{name}@chaos.example"


def populate_command(*names: str) -> tuple[str, ...]:
    """The management command by which a test has `populate` run inside its portal."""
    return "shell", "--no-imports", "-c", f"from {__name__} import populate; populate(*{names!r})"


def populate(*names: str) -> None:
    """Load all of 1C, then create these people (all by default) with what they act for."""
    call_command("onec", "load", "--full")
    password = make_password(PASSWORD)  # slow on purpose, hence once
    for name in names or CAST:
        _create(name, password)


def _create(name: str, password: str) -> None:
    role, client = CAST[name]
    user = User.objects.create(email=email_of(name), first_name=name, password=password)
    user.groups.add(Group.objects.get(role__code=role))
    if client:
        Grant.objects.create(user=user, partner=Partner.objects.get(code=client).pk)
