"""JSON as a base sends it: with the byte order mark and the raw control characters that some let through."""

import re
from collections.abc import Mapping

from starlette.responses import Response

from integration.simulator.profile import Profile

JSON = "application/json;odata=minimalmetadata;charset=utf-8"
BOM = b"\xef\xbb\xbf"
ESCAPED = re.compile(rb"(?<!\\)((?:\\\\)*)\\u00([01][0-9a-f])")


def json_answer(profile: Profile, body: bytes, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    if profile.raw_control_characters and b"\\u00" in body:
        body = ESCAPED.sub(lambda found: found[1] + bytes([int(found[2], 16)]), body)
    return Response((BOM if profile.bom else b"") + body, status, headers, JSON)
