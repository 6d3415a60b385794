"""One pool of connections per process and base, and the one place where a request is made."""

import logging
import os
import ssl
import time
from functools import lru_cache

import httpx

from cms import request_id
from integration import conf, json_text
from integration.client import slots
from integration.client.errors import BadAnswer, Failed, NoAnswer, OneCError, Unavailable, from_response, from_transport

# httpx logs every request; thousands of pages would drown what matters. The load log counts them instead.
logging.getLogger("httpx").setLevel(logging.WARNING)

# A read is repeated at once after a passing failure: 1C drops sessions and answers 503 under load.
READ_PAUSES = (0.3, 1.0)


def http(connection: conf.Connection | None = None) -> httpx.Client:
    """The shared client of this process; connections are kept and reused, never carried over a fork."""
    return _client(connection or conf.connection(), os.getpid())


@lru_cache(maxsize=8)
def _client(connection: conf.Connection, pid: int) -> httpx.Client:
    return httpx.Client(
        auth=httpx.BasicAuth(connection.user, connection.password),  # encoded in UTF-8, as 1C expects
        timeout=httpx.Timeout(connection.timeout, connect=connection.connect_timeout),
        limits=httpx.Limits(max_connections=connection.connections, max_keepalive_connections=connection.connections),
        headers={"Accept-Encoding": "gzip" if connection.compressed else "identity"},
        verify=ssl.create_default_context(cafile=connection.ca_file) if connection.ca_file else True,
        trust_env=False,
    )


def send(client: httpx.Client, method: str, url: str, **options) -> httpx.Response:
    """One request, as soon as a connection is free. Raises OneCError; 304 is an answer, not an error."""
    if "://" not in url:
        raise Unavailable("ONEC_URL is empty: 1C is not called, it pushes and fetches itself (docs/onec-contract.md).")
    options["headers"] = {**(options.get("headers") or {}), **_traced()}
    patience = options.get("timeout") or conf.connection().timeout
    try:
        with slots.slot(httpx.URL(url).netloc.decode(), patience):
            response = client.request(method, url, **options)
            del response.stream  # it is read, and points back: megabytes would wait for the garbage collector
    except httpx.TransportError as error:
        raise from_transport(error) from error
    except httpx.DecodingError as error:
        raise BadAnswer(f"{method} {url}: {error}") from error
    if response.is_success or response.status_code == 304:
        return response
    raise from_response(response)


def _traced() -> dict[str, str]:
    """The id of what this call is made for, for the log of 1C's web server."""
    return {request_id.HEADER: request_id.known()} if request_id.known() else {}


def read(client: httpx.Client, url: str, **options) -> httpx.Response:
    """A GET that outlives a short failure. A refused connection is not tried again: nobody is there."""
    for pause in READ_PAUSES:
        try:
            return send(client, "GET", url, **options)
        except (NoAnswer, Failed, Unavailable) as error:
            if not _passing(error):
                raise
            time.sleep(pause)
    return send(client, "GET", url, **options)


def _passing(error: OneCError) -> bool:
    timed_out = isinstance(error.__cause__, httpx.TimeoutException)
    return not timed_out and (error.status is not None or isinstance(error, NoAnswer))


def body(response: httpx.Response) -> dict:
    """The JSON object of an answer, as 1C writes one."""
    try:
        value = json_text.read(response.content)
    except ValueError:
        value = None
    if not isinstance(value, dict):
        raise BadAnswer(f"{response.request.url}: a JSON object was expected, got {response.text[:200]!r}")
    return value
