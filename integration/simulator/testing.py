"""A simulated base for tests: its own process, a free port, a file of its own, gone when the test is.

with running_simulator(size="demo") as onec:
    httpx.get(f"{onec.base_url}/hs/portal/v1/ping", auth=onec.auth)
    onec.fault({"channel": "B"}, {"lost_answer": True}, times=1)
"""

import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from integration.simulator.options import Options

ROOT = Path(__file__).resolve().parents[2]
STARTS_WITHIN = 600  # seconds: a base of 100,000 products on a busy machine


class Simulator:
    """A running base. `url`: its root; `base_url`: the publication, what the portal calls ONEC_URL."""

    def __init__(self, port: int, base: str, auth: tuple[str, str]):
        self.url = f"http://127.0.0.1:{port}"
        self.base_url = f"{self.url}/{base}"
        self.auth = auth
        self.http = httpx.Client(base_url=f"{self.url}/_control/", timeout=120)

    def control(self, method: str, path: str, json: object = None, **params) -> dict:
        """Call /_control/<path>; the answer's JSON. Raises httpx.HTTPStatusError when it refuses."""
        answer = self.http.request(method, path, json=json, params=params)
        answer.raise_for_status()
        return answer.json()

    def fault(self, match: dict, do: dict, times: int | None = None) -> dict:
        return self.control("POST", "faults", {"match": match, "do": do, "times": times})

    def behave(self, name: str | None = None, **behaviours) -> dict:
        """From now on as this profile, with these behaviours changed (profile.py lists them); until `heal`."""
        return self.control("POST", "profile", ({"name": name} if name else {}) | behaviours)

    def heal(self) -> None:
        """No faults, and the behaviour the base was started with."""
        self.control("DELETE", "faults")
        self.control("DELETE", "profile")

    def edit(self, entity: str, patch: dict, **where) -> list[dict]:
        """Change rows behind the portal's back: `where` is key=…, match={…} or nothing; deleted=True marks them."""
        return self.control("POST", "rows", {"entity": entity, "patch": patch, **where})["rows"]

    def rows(self, entity: str, limit: int = 100_000) -> list[dict]:
        return self.control("GET", "rows", entity=entity, limit=limit)["rows"]

    def orders(self, portal_id: str = "") -> list[dict]:
        """Documents in 1C, of one portal order or all."""
        return self.control("GET", "orders", id=portal_id)["orders"]

    def tick(self) -> int:
        return self.control("POST", "tick")["moved"]

    def move(self, portal_id: str, state: str, reason: str = "") -> dict:
        return self.control("POST", f"orders/{portal_id}", {"state": state, "reason": reason})

    def change(self, portal_id: str, *lines: tuple[int, str], total: str | None = None, reason: str = "") -> dict:
        """Change an order in 1C: other quantities of its lines (position, quantity), or another total."""
        given = [{"position": position, "quantity": quantity} for position, quantity in lines]
        return self.control("POST", f"orders/{portal_id}/change", {"lines": given, "total": total, "reason": reason})

    def pay(self, contract: str, amount: str, currency: str | None = None) -> dict:
        """Post a payment; the limit afterwards."""
        return self.control("POST", "payments", {"contract": contract, "amount": amount, "currency": currency})

    def answer_claim(self, key: str, status: str, answer: str | None = None) -> dict:
        return self.control("POST", f"claims/{key}", {"status": status, "answer": answer})

    def decide_address(self, key: str, state: str, reason: str = "") -> dict:
        return self.control("POST", f"addresses/{key}", {"state": state, "reason": reason})

    def decide_plan(self, key: str, status: str) -> dict:
        return self.control("POST", f"plans/{key}", {"status": status})

    def write_message(self, chat: str, text: str, partner: str | None = None, order: str | None = None) -> dict:
        """A message of the client's manager; `partner` is needed in a chat that 1C does not know."""
        given = {"chat": chat, "text": text, "partner": partner, "order": order}
        return self.control("POST", "messages", given)

    def notify(self, partner: str, kind: str, subject: str, text: str = "", **about) -> dict:
        """`about`: order (the portal's id), contract."""
        given = {"partner": partner, "kind": kind, "subject": subject, "text": text, **about}
        return self.control("POST", "notifications", given)

    def push_to(self, url: str, token: str = "") -> None:
        """Tell the portal at this root of changes at once. Ends with a reset."""
        self.control("POST", "webhooks", {"url": url, "token": token})

    def pushed(self, limit: int = 100) -> list[dict]:
        """Webhooks sent, the newest first."""
        return self.control("GET", "webhooks", limit=limit)["sent"]

    def log(self, limit: int = 100) -> list[dict]:
        return self.control("GET", "log", limit=limit)["requests"]

    def at_once(self) -> int:
        """The most requests that were under way at a time since the log was emptied."""
        return self.control("GET", "log", limit=0)["at_once"]

    def reset(self, seed: int = 1) -> dict:
        return self.control("POST", "reset", {"seed": seed})


@contextmanager
def running_simulator(port: int | None = None, **options) -> Iterator[Simulator]:
    """Start a base with these Options (tick defaults to 0: orders move only when told) and end it afterwards."""
    with tempfile.TemporaryDirectory(prefix="onec-") as folder:
        given = {"tick": 0, "data_file": f"{folder}/onec.sqlite3", **options, "port": port or free_port()}
        settings = Options(**given)
        process = start(given)
        simulator = Simulator(settings.port, settings.base, (settings.user, settings.password))
        try:
            wait_until_healthy(simulator, process)
            yield simulator
        finally:
            simulator.http.close()
            stop(process)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start(options: dict) -> subprocess.Popen:
    flags = [f"--{flag(name)}={value}" for name, value in options.items() if value is not None]
    command = [sys.executable, "-m", "integration.simulator", "--until-stdin-closes", *flags]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)


def flag(name: str) -> str:
    return {"data_file": "data"}.get(name, name.replace("_", "-"))


def wait_until_healthy(simulator: Simulator, process: subprocess.Popen) -> None:
    deadline = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < deadline and process.poll() is None:
        try:
            simulator.control("GET", "health")
            return
        except httpx.TransportError:
            time.sleep(0.03)
    raise RuntimeError(f"the simulator did not start (exit code {process.poll()})")


def stop(process: subprocess.Popen) -> None:
    process.stdin.close()
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
