"""The root of the service: its entities, which way they go, how fresh they are and where their feeds stand."""

from integration import regulation
from integration.api import fetching, marks
from integration.api.marks import Mark
from integration.models import ExchangeState, ExchangeToken


def entities(token: ExchangeToken) -> list[dict]:
    """What this token may push or fetch; two queries."""
    topics = {topic.feed: topic for topic in regulation.topics() if token.may_read(topic.feed)}
    taken = {entity.name: entity for entity in regulation.entities() if token.may_write(entity.name)}
    states = {state.entity: state for state in ExchangeState.objects.filter(entity__in=taken)}
    told = fetching.newest(list(topics.values()))
    return [
        _line(name, taken.get(name), states.get(name), topics.get(name) and told.get(topics[name].name), name in topics)
        for name in sorted({*topics, *taken})
    ]


def _line(name: str, entity, state: ExchangeState | None, changed_at, is_given: bool) -> dict:
    """`changed_at` and `mark`: of what may be fetched. `taken`: what may be pushed, with the age that the portal's data
    has and the age it may have (seconds)."""
    mark = Mark(changed_at) if changed_at else marks.NOTHING_KNOWN
    taken = (
        {
            "title": entity.title,
            "checked_at": state.checked_at if state else None,
            "changed_at": state.last_change_at if state else None,
            "fresh": int(entity.fresh.total_seconds()),
        }
        if entity
        else None
    )
    return {"name": name, "changed_at": changed_at, "mark": str(mark) if is_given else None, "taken": taken}
