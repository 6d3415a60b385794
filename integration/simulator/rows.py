"""A row of the base and the bytes it is served as.

Objects (channel A) are kept as the JSON object of OData, register rows and orders (channel B) as the whole item of
the feed: a page is then a concatenation of what is stored.
"""

from typing import NamedTuple

import orjson

from integration.simulator.entities import DIMENSIONS, ITEMS, LINKS
from integration.simulator.refs import data_version, ref


class Row(NamedTuple):
    """`seq`: the number of the write that made it, counted over the whole base; DataVersion and mark come from it.

    The order of the fields is that of the table's columns.
    """

    entity: str
    key: str
    seq: int
    deleted: bool
    link: str | None
    body: bytes

    @property
    def fields(self) -> dict:
        """The OData object, or the `data` of a feed item."""
        value = orjson.loads(self.body)
        return value["data"] if self.entity in ITEMS else value


def make_row(entity: str, key: str, seq: int, fields: dict, deleted: bool = False) -> Row:
    encode = encode_item if entity in ITEMS else encode_object
    link = fields.get(LINKS[entity]) or None if entity in LINKS else None
    return Row(entity, key, seq, deleted, link, encode(key, seq, deleted, fields))


def encode_object(key: str, seq: int, deleted: bool, fields: dict) -> bytes:
    return orjson.dumps({**fields, "Ref_Key": key, "DataVersion": data_version(seq), "DeletionMark": deleted})


def encode_item(key: str, seq: int, deleted: bool, data: dict) -> bytes:
    return orjson.dumps({"id": key, "version": seq, "deleted": deleted, "data": data})


def register_key(register: str, data: dict) -> str:
    return ref(register, *(data.get(name) or "" for name in DIMENSIONS[register]))
