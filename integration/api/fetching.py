"""GET {entity}: 1C fetches. A topic's messages as a feed in the order they were enqueued, built when they are given."""

from django.db.models import Max
from django.utils.http import parse_etags
from rest_framework.request import Request
from rest_framework.response import Response

from cms.api.problems import Problem
from integration.api import errors, marks
from integration.api.marks import BadMark, Mark
from integration.models import Delivery, OutboxMessage
from integration.regulation import Topic

LIMIT, MOST = 100, 1000  # objects a page: each is built from the portal's tables


def feed(request: Request, topic: Topic) -> Response:
    """A page, or 304 when nothing was enqueued since the mark of If-None-Match. 400, 410 for bad and useless marks."""
    since, limit = _since(request.query_params.get("since")), _limit(request.query_params.get("limit"))
    known = _known(request)
    if known and not messages(topic).filter(known.following).exists():
        return Response(status=304, headers={"ETag": f'"{known}"'})
    # The moment is taken before the rows are read: what commits in between is not taken for seen.
    since = since.asked_now()
    found = list(messages(topic).filter(since.following).order_by("enqueued_at", "key")[: limit + 1])
    more, found = len(found) > limit, found[:limit]
    last = (found[-1].enqueued_at, found[-1].key) if found else None
    mark = marks.after_page(since, last, more)
    body = {"items": items(topic, found), "mark": str(mark), "more": more}
    return Response(body, headers={"ETag": f'"{mark}"'})


def find(topic: Topic, key: str) -> Response:
    """One object by its id, or 404."""
    found = items(topic, list(messages(topic).filter(key=key)))
    if not found:
        raise Problem(code="not_found", status=404)
    return Response(found[0])


def items(topic: Topic, found: list[OutboxMessage]) -> list[dict]:
    """Items of the feed; an object that is no more is given as deleted."""
    data = topic.data_of([message.key for message in found])
    return [
        {
            "id": str(message.key),
            "version": message.version,
            "deleted": data.get(message.key) is None,
            "data": data.get(message.key),
        }
        for message in found
    ]


def messages(topic: Topic):
    """What 1C is told; not what a person decided it should not hear of."""
    return OutboxMessage.objects.filter(topic=topic.name).exclude(status=Delivery.DROPPED)


def newest(topics: list[Topic]) -> dict[str, object]:
    """Topic → when its last message was enqueued; one query."""
    names = [topic.name for topic in topics]
    rows = OutboxMessage.objects.filter(topic__in=names).exclude(status=Delivery.DROPPED)
    return dict(rows.order_by().values_list("topic").annotate(Max("enqueued_at")))


def _since(text: str | None) -> Mark:
    if not text:
        return marks.NOTHING_KNOWN
    try:
        mark = marks.read(text)
    except BadMark as error:
        raise errors.bad_parameter("since") from error
    if mark.from_the_future:
        raise errors.mark_too_old()
    return mark


def _limit(text: str | None) -> int:
    if not text:
        return LIMIT
    if not text.isascii() or not text.isdigit() or not int(text[:9]) >= 1:
        raise errors.bad_parameter("limit")
    return min(int(text[:9]), MOST)


def _known(request: Request) -> Mark | None:
    """The settled mark of If-None-Match: an open one never says that nothing is new."""
    for etag in parse_etags(request.META.get("HTTP_IF_NONE_MATCH", "")):
        try:
            mark = marks.read(etag.removeprefix("W/").strip('"'))
        except BadMark:
            continue
        if mark.settled and mark.key is None and not mark.from_the_future:
            return mark
    return None
