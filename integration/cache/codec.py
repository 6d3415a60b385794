"""How values are written in Redis: as data, never as code."""

from collections.abc import Callable
from typing import Any, NamedTuple

import orjson

from cms.api.renderers import to_json


class Codec(NamedTuple):
    dumps: Callable[[Any], bytes]
    loads: Callable[[bytes], Any]


JSON = Codec(to_json, orjson.loads)
RAW = Codec(bytes, bytes)
