"""Does a 1C base serve what the portal asks of it? For the day a customer connects their own.

`check_base(base)` looks at the whole base, `check_entity(base, entity)` and `check_topic(base, topic)` at one line of
the regulation. Nothing is written, neither in 1C nor here; of each entity only a few rows are read.
"""

from integration.conformance.base import Base, check_base
from integration.conformance.catalogues import check_catalogue
from integration.conformance.feeds import check_feed
from integration.conformance.findings import Finding, Level
from integration.conformance.topics import check_topic
from integration.regulation import Channel, Entity

__all__ = ["Base", "Finding", "Level", "check_base", "check_entity", "check_topic"]


def check_entity(base: Base, entity: Entity) -> list[Finding]:
    """What was found about one entity; the best is a single finding that all is well."""
    return check_catalogue(base, entity) if entity.channel is Channel.CATALOGUE else check_feed(base, entity)
