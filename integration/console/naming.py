"""Objects on their way to 1C by the names people know them by: the number of an order, the name of a company."""

from collections.abc import Iterable
from uuid import UUID

from django.db import models
from django.db.models import Q

from cms.access.choosers import contains
from integration import regulation
from integration.models import OutboxMessage


def name_all(messages: Iterable[OutboxMessage]) -> list[OutboxMessage]:
    """The same messages, each with `name` and `topic_title`; one query for each topic that occurs."""
    messages = list(messages)
    titles = {topic.name: str(topic.title) for topic in regulation.topics()}
    names = {topic: _names(topic, keys) for topic, keys in _keys_by_topic(messages).items()}
    for message in messages:
        message.name = names[message.topic].get(message.key) or str(message.key)
        message.topic_title = titles.get(message.topic, message.topic)
    return messages


def _keys_by_topic(messages: list[OutboxMessage]) -> dict[str, list[UUID]]:
    found: dict[str, list[UUID]] = {}
    for message in messages:
        found.setdefault(message.topic, []).append(message.key)
    return found


def _names(topic: str, keys: list[UUID]) -> dict[UUID, str]:
    declared = _declared(topic)
    if declared is None or declared.model is None or not declared.named_by:
        return {}
    key = _key_of(declared.model)
    return dict(declared.model._base_manager.filter(**{f"{key}__in": keys}).values_list(key, declared.named_by))


def _key_of(model: type[models.Model]) -> str:
    """The field that the outbox names an object of this model by."""
    return "pk" if isinstance(model._meta.pk, models.UUIDField) else "ref"


def _declared(topic: str) -> regulation.Topic | None:
    """None: the module that declared it is not installed any more."""
    return next((one for one in regulation.topics() if one.name == topic), None)


def found(words: str) -> Q:
    """Messages that somebody who types this looks for: by key, by the object's name, by topic, by error."""
    condition = Q()
    for word in words.split():
        condition &= _found(word)
    return condition


def _found(word: str) -> Q:
    either = contains("last_error", word) | Q(error_code__iexact=word) | Q(topic__icontains=word) | _by_key(word)
    for topic in regulation.topics():
        if _has_word(str(topic.title), word):
            either |= Q(topic=topic.name)
        if topic.model is not None and topic.named_by:
            named = topic.model._base_manager.filter(contains(topic.named_by, word))
            either |= Q(topic=topic.name, key__in=named.values(_key_of(topic.model)))
    return either


def _has_word(title: str, word: str) -> bool:
    return word.lower() in title.lower()


def _by_key(word: str) -> Q:
    try:
        key = UUID(word)
    except ValueError:
        return Q()
    return Q(key=key) | Q(pk=key)
