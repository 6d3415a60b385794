"""JSON as 1C writes it: with a byte order mark, raw control characters in texts, numbers that are none."""

import json

import orjson

BOM = b"\xef\xbb\xbf"
DIGITS = 100  # of a number that anybody counts with


def read(content: bytes) -> object:
    """The value. A raw control character inside a text, which 1C lets through, is let through. Raises ValueError."""
    content = content.removeprefix(BOM)
    try:
        return orjson.loads(content)
    except orjson.JSONDecodeError:
        return _lenient(content)


def _lenient(content: bytes) -> object:
    text = content.decode("utf-8", errors="replace")
    try:
        return json.loads(text, strict=False, parse_int=_whole, parse_constant=lambda word: None)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def _whole(digits: str) -> int | str:
    """A number of more digits than that stays a text: the field that bears it says what is wrong."""
    return int(digits) if len(digits) < DIGITS else digits
