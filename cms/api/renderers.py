"""JSON written by orjson: decimals and lazy texts as strings, times in ISO 8601 with their offset."""

from decimal import Decimal
from typing import Any

import orjson
from django.utils.functional import Promise
from rest_framework.renderers import BaseRenderer

OPTIONS = orjson.OPT_NON_STR_KEYS


def to_json(data: Any) -> bytes:
    """`data` as JSON; TypeError for what has no JSON form."""
    return orjson.dumps(data, default=_other, option=OPTIONS)


def _other(value: Any) -> Any:
    match value:
        case Decimal():
            return f"{value:f}"
        case Promise():
            return str(value)
        case set() | frozenset():
            return sorted(value)
        case _ if hasattr(value, "__iter__"):
            return list(value)
    raise TypeError(f"{type(value).__name__} has no JSON form")


class JSONRenderer(BaseRenderer):
    media_type = "application/json"
    format = "json"
    charset = None
    render_style = "binary"

    def render(self, data: Any, accepted_media_type=None, renderer_context=None) -> bytes:
        return b"" if data is None else to_json(data)
