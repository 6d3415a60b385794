"""The demo's first data: everything the simulated base holds, loaded once."""

from django.core.management import call_command

from integration import regulation
from integration.models import ExchangeState


def load() -> None:
    """Load in full unless every entity has been loaded before."""
    loaded = set(ExchangeState.objects.filter(last_full_at__isnull=False).values_list("entity", flat=True))
    if not loaded.issuperset(entity.name for entity in regulation.entities()):
        call_command("onec", "load", "--full")
