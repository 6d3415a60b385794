"""The run itself: everything started, ordered through the troubles, waited for, compared."""

import argparse
import random
import sys
from concurrent.futures import ThreadPoolExecutor

from cms.processes.testing import Portal
from integration.simulator.testing import Simulator
from tests.chaos.people import Person
from tests.chaos.population import CROWD, populate_command
from tests.chaos.stage import ONEC_TIMEOUT, SERVING
from tests.chaos.storm.buyers import Buyer, Placed
from tests.chaos.storm.troubles import Troubles
from tests.chaos.storm.verdict import Verdict, compare, portal_orders
from tests.chaos.waiting import eventually

SECOND = ("web:2", "worker:2")
SETTLES = 180  # seconds after the last trouble for everything to arrive
TOKEN = "token of 1C: "
PLENTY = str(10**9)
ENVIRONMENT = {
    "ONEC_TIMEOUT": str(ONEC_TIMEOUT),
    "THROTTLE_ACCOUNT": PLENTY,
    "THROTTLE_ADDRESS": PLENTY,
    "THROTTLE_WRITE": PLENTY,
}


def storm(portal: Portal, asked: argparse.Namespace) -> Verdict:
    """Start everything, let people order through the troubles, wait until it is calm, compare."""
    portal.start(*SERVING, *SECOND)
    portal.manage(*populate_command(*CROWD))
    portal.start("scheduler")
    onec = Simulator(portal.ports.simulator, "demo", ("portal", "portal"))
    chance = random.Random(asked.seed)
    buyers = [
        Buyer(Person(portal.url, name), [portal.url, portal.url_of("web:2")], random.Random(f"{asked.seed} {name}"))
        for name in CROWD
    ]
    webhooks = portal.url, token_for_1c(portal)
    onec.push_to(*webhooks)
    with Troubles(portal, onec, webhooks, chance) as troubles:
        placed = shop(buyers, asked.orders, asked.seconds)
    say("troubles: " + ", ".join(f"{name} {count}×" for name, count in sorted(troubles.happened.items())))
    say(f"{sum(order.tries > 1 for order in placed)} orders had to be asked for more than once")
    pushed = onec.pushed(1000)
    say(f"{len(pushed)} webhooks since 1C started last, {sum(one['status'] == 200 for one in pushed)} of them taken")
    return settled(portal, onec, placed)


def token_for_1c(portal: Portal) -> str:
    """A token of the portal's exchange service, made by a command inside it."""
    answer = portal.manage("shell", "--no-imports", "-c", f"from {__name__} import make_token; make_token()")
    return next(line.removeprefix(TOKEN) for line in answer.splitlines() if line.startswith(TOKEN))


def make_token() -> None:
    """Inside the portal."""
    from cms.accounts.models import User
    from integration.api.tokens import token_create

    _, text = token_create(name="chaos", read=["*"], write=["*"], expires_at=None, user=User.objects.first())
    print(TOKEN + text)


def shop(buyers: list[Buyer], orders: int, seconds: float) -> list[Placed]:
    """All buyers at once; the last ones place the rest of a division."""
    shares = [orders // len(buyers) + (number < orders % len(buyers)) for number in range(len(buyers))]
    with ThreadPoolExecutor(len(buyers)) as pool:
        done = pool.map(lambda pair: pair[0].shop(pair[1], seconds), zip(buyers, shares, strict=True))
        return [order for orders in done for order in orders]


def settled(portal: Portal, onec: Simulator, placed: list[Placed]) -> Verdict:
    """The verdict once nothing changes for the better any more, or the time is over."""
    found: list[Verdict] = []

    def calm() -> bool:
        found.append(compare(placed, portal_orders(portal), onec.orders()))
        return found[-1].holds(len(placed))

    try:
        eventually(calm, SETTLES, "both sides hold the same")
    except AssertionError:
        say("it has not settled in time")
    return found[-1]


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
