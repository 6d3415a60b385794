"""What the portal and 1C hold of the same orders, compared field by field."""

import json
from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal
from uuid import UUID

from tests.chaos.storm.buyers import Placed

ZERO = str(UUID(int=0))
MARK = "orders of the portal: "
SHOWN = 10


@dataclass
class Verdict:
    """Counts and, for people, the first of what is wrong."""

    placed: int
    in_1c: int
    duplicates: int
    lost: int
    mismatched: int
    wrong: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        names = ("placed", "in_1c", "duplicates", "lost", "mismatched")
        return " ".join(f"{name}={getattr(self, name)}" for name in names)

    def holds(self, orders: int) -> bool:
        return (self.placed, self.in_1c) == (orders, orders) and not (self.duplicates or self.lost or self.mismatched)


def compare(placed: list[Placed], ours: dict[str, dict], documents: list[dict]) -> Verdict:
    """`ours`: what the portal holds by id (see `portal_orders`); `documents`: what 1C holds."""
    theirs: dict[str, list[dict]] = {}
    for document in documents:
        theirs.setdefault(document["portal_id"], []).append(document)
    told = {order.id: order for order in placed}
    lost = [f"{told[id].wish}: not in 1C" for id in told if id not in theirs]
    lost += [f"{told[id].wish}: not in the portal" for id in told if id not in ours]
    twice = [f"{id}: {len(found)} documents" for id, found in theirs.items() if len(found) > 1]
    twice += [
        f"{wish}: {n} orders" for wish, n in Counter(o["client_reference"] for o in ours.values()).items() if n > 1
    ]
    wrong = [f"{id}: in 1C, and nobody was told so" for id in theirs if id not in told]
    for id in told.keys() & ours.keys() & theirs.keys():
        wrong += [f"{told[id].wish}: {what}" for what in differences(ours[id], theirs[id][0])]
    mismatched = len({line.partition(":")[0] for line in wrong})
    return Verdict(len(told), len(theirs), len(twice), len(lost), mismatched, [*lost, *twice, *wrong][:SHOWN])


def differences(ours: dict, theirs: dict) -> list[str]:
    """Fields of one order that are not the same on both sides."""
    document = theirs["document"]
    pairs = {
        "1C reference": (ours["onec_ref"], theirs["ref"]),
        "1C number": (ours["onec_number"], theirs["number"]),
        "state": (ours["onec_state"], theirs["state"]),
        "partner": (ours["partner"], document["Партнер_Key"]),
        "agreement": (ours["agreement"], document["Соглашение_Key"]),
        "contract": (ours["contract"] or ZERO, document["Договор_Key"]),
        "client's number": (ours["client_reference"], document["НомерПоДаннымКлиента"]),
        "total": (Decimal(ours["total"]), Decimal(str(document["СуммаДокумента"]))),
        "lines": ([_our_line(line) for line in ours["lines"]], [_their_line(line) for line in document["Товары"]]),
        "status": (ours["status"] != "placed" and ours["delivery"] == "delivered", True),
    }
    return [f"{name}: {here!r} here, {there!r} in 1C" for name, (here, there) in pairs.items() if here != there]


def _our_line(line: dict) -> tuple:
    numbers = (Decimal(line[name]) for name in ("quantity", "price", "amount"))
    return line["product"], line["packaging"] or ZERO, *numbers


def _their_line(line: dict) -> tuple:
    numbers = (Decimal(str(line[name])) for name in ("КоличествоУпаковок", "Цена", "Сумма"))
    return line["Номенклатура_Key"], line["Упаковка_Key"], *numbers


def portal_orders(portal) -> dict[str, dict]:
    """Everything the portal holds of its orders, read by a command inside it."""
    answer = portal.manage("shell", "--no-imports", "-c", f"from {__name__} import tell; tell()")
    line = next(line for line in answer.splitlines() if line.startswith(MARK))
    return json.loads(line.removeprefix(MARK))


def tell() -> None:
    """Inside the portal: print its orders as 1C is told of them, with what 1C answered."""
    from integration.models import OutboxMessage
    from modules.ordering.exchange import order_payloads
    from modules.ordering.models import Order

    delivery = dict(OutboxMessage.objects.filter(topic="orders").values_list("key", "status"))
    answers = {
        order.pk: {
            "status": order.status,
            "onec_number": order.onec_number,
            "onec_state": order.onec_state,
            "onec_ref": str(order.onec_ref),
            "delivery": delivery.get(order.pk, ""),
        }
        for order in Order.objects.all()
    }
    told = order_payloads(list(answers))
    print(MARK + json.dumps({str(id): told[id] | known for id, known in answers.items()}))
