"""Dropping a connection under a server that offers no way to do so."""

import os
import socket
from contextlib import suppress


def drop(client: tuple[str, int | str]) -> bool:
    """Shut down this process's socket whose peer is `client` (host, port): the peer sees the answer never come.

    Looks through the process's open descriptors (POSIX).
    """
    peer = (client[0], int(client[1]))
    for name in os.listdir("/dev/fd"):
        with suppress(OSError), socket.socket(fileno=os.dup(int(name))) as found:
            if found.getpeername()[:2] == peer:
                found.shutdown(socket.SHUT_RDWR)
                return True
    return False
