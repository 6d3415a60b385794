"""A topic: the base takes objects of the feed and is asked for one by the portal's id. Nothing is sent."""

from uuid import uuid4

from integration.client import NotFound, OneCError
from integration.conformance.base import Base
from integration.conformance.feeds import post_nothing
from integration.conformance.findings import Finding, fail, ok, refused
from integration.regulation import Topic


def check_topic(base: Base, topic: Topic) -> list[Finding]:
    subject = f"→ {topic.name}"
    return [_takes(base, topic, subject), _finds(base, topic, subject)]


def _takes(base: Base, topic: Topic, subject: str) -> Finding:
    try:
        answer = post_nothing(base, topic.feed)
    except NotFound:
        return fail(subject, f"POST {topic.feed} is not there. Add it to the extension (docs/onec-contract.md).")
    except OneCError as error:
        return refused(subject, f"POST {topic.feed} of an empty batch", error)
    if answer.get("results") != []:
        return fail(subject, f"POST {topic.feed} of an empty batch must answer an empty list of results")
    return ok(subject, "an empty batch is taken")


def _finds(base: Base, topic: Topic, subject: str) -> Finding:
    """Before any repeated send the portal asks for the object: without this a lost answer makes a second document."""
    unknown = str(uuid4())
    try:
        found = base.service.find(topic.feed, unknown)
    except NotFound:
        found = None
    except OneCError as error:
        return refused(subject, f"GET {topic.feed}/{{id}}", error)
    if found is not None:
        return fail(subject, f"GET {topic.feed}/{unknown} finds something; an id nobody gave must answer 404")
    return ok(subject, "an unknown id is not found, as it should be")
