"""A load generator of a page of Python, for machines without wrk. It is slower, for the floor and the portal alike."""

import asyncio
import re
import time
from collections.abc import Mapping
from statistics import quantiles
from urllib.parse import urlsplit

LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)


def run(url: str, headers: Mapping[str, str], connections: int, seconds: float) -> dict:
    """`{"requests", "seconds", "errors", "p50", "p95"}`, latencies in milliseconds."""
    return asyncio.run(_run(url, headers, connections, seconds))


async def _run(url: str, headers: Mapping[str, str], connections: int, seconds: float) -> dict:
    parts = urlsplit(url)
    lines = [f"GET {parts.path}?{parts.query} HTTP/1.1", f"Host: {parts.netloc}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    message = "\r\n".join([*lines, "", ""]).encode()
    started = time.perf_counter()
    asking = [_ask(parts.hostname, parts.port, message, started + seconds) for _ in range(connections)]
    answers = [answer for found in await asyncio.gather(*asking) for answer in found]
    return summary(answers, time.perf_counter() - started)


async def _ask(host: str, port: int, message: bytes, until: float) -> list[tuple[int, float]]:
    """Ask again and again over one connection: `(status, milliseconds)` of each answer."""
    reader, writer = await asyncio.open_connection(host, port)
    answers = []
    while (sent := time.perf_counter()) < until:
        writer.write(message)
        head = await reader.readuntil(b"\r\n\r\n")
        length = LENGTH.search(head)
        status = int(head[9:12])
        if length and status != 304:
            await reader.readexactly(int(length[1]))
        answers.append((status, (time.perf_counter() - sent) * 1000))
    writer.close()
    return answers


def summary(answers: list[tuple[int, float]], seconds: float) -> dict:
    times = sorted(took for _status, took in answers)
    parts = quantiles(times, n=20) if len(times) > 1 else times * 19
    errors = sum(status >= 400 for status, _took in answers)
    return {"requests": len(answers), "seconds": seconds, "errors": errors, "p50": parts[9], "p95": parts[18]}
