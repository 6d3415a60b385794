"""Every address of ours in the Wagtail admin stands in the table, lets in whom the table says, and nobody else."""

from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.contrib.auth import get_user_model
from django.urls import URLResolver, reverse
from django.utils import timezone
from wagtail import hooks
from wagtail.admin import urls as admin_urls  # noqa: F401  (registers the screens)
from wagtail.admin.viewsets import viewsets
from wagtail.models import Locale

from cms import audit
from cms.access.models import Grant, Role, RoleLevel
from cms.audit.models import Entry
from cms.audit.subscribers import SIGNED_IN
from content.models import Banner, DraftLink, GlossaryTerm, HomePage, SiteFrame
from integration.models import ExchangeToken, InboxItem, LoadRun, OutboxMessage, ParkedRow, Reconciliation
from modules.partners.models import CountryRegion
from tests.access.admin_views import PEOPLE, VIEWS
from tests.access.test_admin import admin_of
from tests.content.frames import published
from tests.world import World, client_of

pytestmark = pytest.mark.django_db

OURS = ("cms.", "content.", "integration.", "modules.")


def addresses() -> dict[str, list[str]]:
    """Name → its arguments, of all that our hooks and viewsets put into the admin."""
    own_hooks = [hook for hook in hooks.get_hooks("register_admin_urls") if hook.__module__.startswith(OURS)]
    found = {name: arguments for hook in own_hooks for name, arguments in walked(hook(), "")}
    for viewset in viewsets.viewsets:
        if type(viewset).__module__.startswith(OURS):
            found |= dict(walked(viewset.get_urlpatterns(), f"{viewset.url_namespace}:"))
    return found


def walked(patterns, namespace: str) -> Iterator[tuple[str, list[str]]]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from walked(pattern.url_patterns, inner)
        elif pattern.name:
            named = pattern.pattern.converters or pattern.pattern.regex.groupindex
            yield f"{namespace}{pattern.name}", list(named)


def objects_of(world: World) -> dict[str, object]:
    """What stands for the object of an address: by its namespace, or by its name."""
    grant = Grant.objects.get(user=world.service_limited)
    return {
        "grant": grant,
        "role": Role.objects.get(code="buyer_manager"),
        "partner": world.partner_a,
        "counterparty": world.counterparty_a,
        "contract": world.contract_a1,
        "agreement": world.agreement_a1,
        "application": world.application_kz,
        "staffinvitation": world.invitation_a,
        "countryregion": CountryRegion.objects.create(country="KZ", region=world.region_kz),
        "consignee": world.consignee_a,
        "deliveryaddress": world.address_a,
        "clientcontact": world.contact_a,
        "creditlimit": world.limit_a1,
        "accountmanager": world.manager_a,
        "products": world.shared,
        "orders": world.owners_order,
        "claims": world.owners_claim,
        "chats": world.chat_a,
        "plans": world.plan_a,
        "wagtailusers_users": world.owner,
        "access_person": world.owner,
        "access_reach": world.partner_a,
        "access_choose_user": world.owner,
        "access_choose_region": world.region_kz,
        "access_choose_partner": world.partner_a,
        "access_choose_contract": world.contract_a1,
        "access_choose_product_line": world.line_milk,
        "audit_entry": audit.record(SIGNED_IN, actor=world.owner, target=world.owner),
        "exchange_message": OutboxMessage.objects.create(topic="ordering.order", key=uuid4()),
        "exchange_replay": OutboxMessage.objects.create(topic="ordering.order", key=uuid4()),
        "exchange_token_revoke": ExchangeToken.objects.create(name="1C", hash="0" * 64),
        "exchange_drop": OutboxMessage.objects.create(topic="ordering.order", key=uuid4()),
        "exchange_load_cancel": LoadRun.objects.create(entity="prices", kind="full", status="done"),
        "exchange_reconciliation_report": Reconciliation.objects.create(name="prices"),
        "exchange_repair": Reconciliation.objects.create(name="prices"),
        "draft_links": _front_page(),
        "translation_shared": _front_page(),
        "translation_hand_in": _front_page(),
        "glossary": GlossaryTerm.objects.create(ru="масло"),
        "draft_link_revoke": DraftLink.objects.create(page=_front_page(), expires_at=timezone.now()),
        "exchange_pushed_item": InboxItem.objects.create(entity="prices", ref=uuid4(), data={}),
        "wagtailsnippets_content_siteframe": published(SiteFrame(locale=Locale.objects.get(language_code="ru"))),
        "wagtailsnippets_content_banner": published(
            Banner(locale=Locale.objects.get(language_code="ru"), text="<p>Closed</p>", audience=["guest"])
        ),
        "exchange_parked_row": _parked_row(),
        "exchange_parked_row_retry": _parked_row(),
    }


def _front_page() -> HomePage:
    return HomePage.objects.first()


def _parked_row() -> ParkedRow:
    return ParkedRow.objects.create(entity="prices", ref=uuid4(), payload={}, reason={"code": "required"})


def address_of(name: str, arguments: list[str], objects: dict[str, object]) -> str:
    values = {"axis": "partner", "compared": "rows", "entity": "prices", "label": "catalog", "name": "catalogue"}
    about = objects.get(name) or objects.get(name.partition(":")[0])
    latest = getattr(about, "latest_revision_id", None)
    values |= {"revision_id": latest, "revision_id_a": "earliest", "revision_id_b": "latest"}
    return reverse(name, kwargs={key: values.get(key) or about.pk for key in arguments})


def clients_of(world: World) -> dict:
    return {name: admin_of(getattr(world, name)) if name != "guest" else client_of() for name in PEOPLE}


def kept() -> list:
    """What no refused request may change."""
    tables = (Role, RoleLevel, Grant, get_user_model().groups.through)
    return [*(list(table.objects.order_by("pk").values()) for table in tables), get_user_model().objects.count()]


def test_no_address_is_missing_from_the_table():
    assert set(addresses()) == set(VIEWS)


def test_each_page_lets_in_whom_the_table_says(world):
    objects, clients, wrong = objects_of(world), clients_of(world), []
    for name, arguments in addresses().items():
        url = address_of(name, arguments, objects)
        for person, sign in zip(PEOPLE, VIEWS[name].split(), strict=True):
            status = clients[person].get(url).status_code
            if (status == 200) != (sign == "+") or status >= 500:
                wrong.append((name, person, status))
    assert wrong == []


def test_whoever_is_turned_away_changes_nothing_by_posting(world):
    objects, clients = objects_of(world), clients_of(world)
    before, entries = kept(), Entry.objects.count()
    data = {"user": world.owner.pk, "partner": world.partner_b.pk, "role": [13], "step": "apply", "code": "mine",
            "level:ordering.view_order": "4", "everything": "on", "email": "mine@a.example"}  # fmt: skip
    for name, arguments in addresses().items():
        url = address_of(name, arguments, objects)
        for person, sign in zip(PEOPLE, VIEWS[name].split(), strict=True):
            if sign == "." and person != "admin":
                assert clients[person].post(url, data).status_code in (302, 403, 404, 405), (name, person)
    assert kept() == before
    assert Entry.objects.count() == entries
