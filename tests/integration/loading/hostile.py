"""A base that sends whatever it is told to: raw texts of rows, over real HTTP, in both channels.

with hostile_base() as base:
    base.rows = ['{"Ref_Key": …}', "null"]
"""

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

PAGE = 5
DEEP = '"@deep@"'
ESCAPED = re.compile(r"(?<!\\)((?:\\\\)*)\\u00([01][0-9a-f])")


class Hostile:
    """`rows`: texts of rows in the order of their true keys; `bom`: answers begin with a byte order mark."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}/demo"
        self.rows: list[str] = []
        self.bom = False

    def answer(self, address: str) -> bytes:
        parts = urlsplit(address)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        if parts.path.endswith(("/$count", "/hs/portal/v1/")):
            return b'{"entities":[null]}'  # neither a count nor a list of entities
        text = self.objects(query) if "/odata/" in parts.path else self.items(query)
        return (b"\xef\xbb\xbf" if self.bom else b"") + text.encode("utf-8", "surrogatepass")

    def objects(self, query: dict[str, str]) -> str:
        """Channel A: the rows after the last one that bears the key asked from."""
        asked = re.search(r"Ref_Key gt guid'([^']+)'", query.get("$filter", ""))
        start = int(query.get("$skip", 0)) + (self.after(asked[1]) if asked else 0)
        return '{"odata.metadata":"","value":[' + ",".join(self.rows[start : start + PAGE]) + "]}"

    def after(self, key: str) -> int:
        return max(number for number, row in enumerate(self.rows, 1) if key in row)

    def items(self, query: dict[str, str]) -> str:
        """Channel B: the mark is a place in the list."""
        start = int(query.get("since", 0))
        stop = start + PAGE
        more = "true" if stop < len(self.rows) else "false"
        return '{"items":[' + ",".join(self.rows[start:stop]) + f'],"mark":"{stop}","more":{more}}}'


@contextmanager
def hostile_base() -> Iterator[Hostile]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = self.server.base.answer(unquote(self.path))
            self.send_response(200)
            self.send_header("Content-Type", "application/json;charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *words) -> None:
            """A test says what went wrong by itself."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.base = Hostile(server.server_address[1])
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    try:
        yield server.base
    finally:
        server.shutdown()
        server.server_close()


def text_of(row: object) -> str:
    """A row as a careless sender writes it: control characters raw, NaN as a word, `@deep@` as 600 lists in lists."""
    text = json.dumps(row, ensure_ascii=False).replace(DEEP, "[" * 600 + "]" * 600)
    return ESCAPED.sub(lambda found: found[1] + chr(int(found[2], 16)), text)
