"""Which ports are free, and who has those that are not."""

import contextlib
import errno
import os
import random
import socket
from collections.abc import Iterator
from pathlib import Path

LISTENING = "0A"
LONGEST_COMMAND = 100


def free_port() -> int:
    """A port that nobody uses, below those that outgoing connections get: it can be bound again later."""
    candidates = random.sample(range(20_000, 32_000), 100)
    return next(port for port in candidates if is_free(port))


def is_free(port: int, host: str = "127.0.0.1") -> bool:
    """Whether a server could listen there now. PermissionError when the port is reserved to root."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
            probe.listen(1)
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                return False
            raise
        return True


def taken_port_message(port: int, variable: str, used_for: str) -> str:
    """What to say of a taken port: by whom, and which variable names another one."""
    who = occupant(port)
    by = f" by process {who[0]} ({who[1]})" if who else ""
    advice = f"Stop that process, or choose another port: {variable}={port + 100}"
    return f"Port {port}, wanted for {used_for}, is taken{by}. {advice}"


def occupant(port: int) -> tuple[int, str] | None:
    """Process id and command line of who listens on a port; None where the system does not tell (not Linux)."""
    sockets = {f"socket:[{inode}]" for inode in _listening_inodes(port)}
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):  # it ended meanwhile, or belongs to somebody else
            if sockets & set(_open_files(process)):
                return int(process.name), _command_line(process)
    return None


def _open_files(process: Path) -> Iterator[str]:
    for link in (process / "fd").iterdir():
        with contextlib.suppress(FileNotFoundError):  # closed meanwhile
            yield os.readlink(link)


def _listening_inodes(port: int) -> Iterator[str]:
    for table in (Path("/proc/net/tcp"), Path("/proc/net/tcp6")):
        rows = table.read_text().splitlines()[1:] if table.exists() else []
        for fields in (row.split() for row in rows):
            if fields[3] == LISTENING and int(fields[1].rsplit(":", 1)[1], 16) == port:
                yield fields[9]


def _command_line(process: Path) -> str:
    words = (process / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace").strip()
    return words if len(words) <= LONGEST_COMMAND else words[:LONGEST_COMMAND] + "…"
