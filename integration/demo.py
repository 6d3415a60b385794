"""The demo's exchange: everything the simulated base holds, loaded once, and its pushes from then on."""

import hmac
from urllib.parse import urljoin

import httpx
from django.conf import settings
from django.core.management import call_command

from integration import regulation
from integration.api.tokens import HINT, PREFIX, hashed
from integration.models import ExchangeState, ExchangeToken


def load() -> None:
    """Load in full unless every entity has been loaded before; then let the simulator push what changes."""
    loaded = set(ExchangeState.objects.filter(last_full_at__isnull=False).values_list("entity", flat=True))
    if not loaded.issuperset(entity.name for entity in regulation.entities()):
        call_command("onec", "load", "--full")
    point_webhooks_here()


def point_webhooks_here() -> None:
    """The simulator forgets with each start where to push to. A base that is no simulator has no such address."""
    address = urljoin(settings.ONEC_URL, "/_control/webhooks")
    httpx.post(address, json={"url": settings.PORTAL_URL, "token": _token()}, timeout=5, trust_env=False)


def _token() -> str:
    """The same text each time, so that no start leaves another token behind."""
    text = PREFIX + hmac.digest(settings.SECRET_KEY.encode(), b"pushes of the demo", "sha256").hex()
    rights = {"name": "1C (demo)", "hint": text[:HINT], "read": ["*"], "write": ["*"]}
    ExchangeToken.objects.get_or_create(hash=hashed(text), defaults=rights)
    return text
