"""Noticing that an original has changed since its translations were made of it.

Receivers: an original is changed by the editor, a bulk action, a schedule, the API, a script.
"""

import json
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models.signals import post_save
from modelcluster.models import get_serializable_data_for_fields
from wagtail.models import get_translatable_models
from wagtail_localize.fields import get_translatable_fields
from wagtail_localize.models import TranslationSource

from content.models import ChangedSource


def connect() -> None:
    for model in get_translatable_models(include_subclasses=True):
        post_save.connect(_item_saved, sender=model, dispatch_uid=f"content.translation.{model._meta.label}")
    post_save.connect(_source_saved, sender=TranslationSource, dispatch_uid="content.translation.source")


def _item_saved(instance: models.Model, created: bool, raw: bool = False, **kwargs) -> None:
    if created or raw:
        return
    source = TranslationSource.objects.filter(
        object_id=instance.translation_key,
        locale=instance.locale_id,
        specific_content_type=ContentType.objects.get_for_model(instance),
    ).first()
    if source is not None:
        _compare(source, instance)


def _source_saved(instance: TranslationSource, raw: bool = False, **kwargs) -> None:
    if not raw and (item := instance.specific_content_type.get_all_objects_for_this_type(
        translation_key=instance.object_id, locale_id=instance.locale_id
    ).first()):  # fmt: skip
        _compare(instance, item)


def _compare(source: TranslationSource, item: models.Model) -> None:
    """Remember or forget that `item` is not what `source` holds; the first change's time stays."""
    names = [field.field_name for field in get_translatable_fields(type(item))]
    if _part(json.loads(source.content_json), names) == _part(_stored(item), names):
        ChangedSource.objects.filter(source=source).delete()
    else:
        ChangedSource.objects.get_or_create(source=source)


def _stored(item: models.Model) -> dict[str, Any]:
    """The item as wagtail-localize would keep it."""
    if hasattr(item, "to_json"):
        return json.loads(item.to_json())
    return json.loads(json.dumps(get_serializable_data_for_fields(item), cls=DjangoJSONEncoder))


def _part(content: dict[str, Any], names: list[str]) -> dict[str, Any]:
    """What translations take over."""
    return {name: _comparable(content.get(name)) for name in names}


def _comparable(value: Any) -> Any:
    """Blocks as they are meant and not as they are written; children without the keys that a copy gets anew."""
    if isinstance(value, str) and value.startswith("["):
        try:
            return json.loads(value)
        except ValueError:
            return value
    if isinstance(value, list):
        return [
            {key: inner for key, inner in entry.items() if key != "pk"} if isinstance(entry, dict) else entry
            for entry in value
        ]
    return value
