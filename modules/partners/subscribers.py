"""What happens after commit: whoever sees a proposal hears of it in their open browser."""

from cms.access.audience import audience
from cms.events import on
from cms.realtime import publish
from modules.partners.events import ProposalMoved
from modules.partners.proposals.kinds import KINDS


@on(ProposalMoved)
def tell_watchers(fact: ProposalMoved) -> None:
    """A `proposal` event says what has changed; the page asks for the rest."""
    kind = KINDS[fact.topic]
    row = kind.model.objects.filter(ref=fact.ref).first()
    if row is not None:
        data = {"topic": fact.topic, "id": str(fact.ref), "state": getattr(row, "state", "")}
        publish.send(audience(kind.view, row), "proposal", data)
