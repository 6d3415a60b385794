"""Nodes of the exchange plan: the base itself and the portal."""

from collections.abc import Iterator

from integration.simulator.entities import PLAN, blank
from integration.simulator.refs import ref
from integration.simulator.store import Draft

PORTAL = ref("exchange node", "portal")


def nodes() -> Iterator[Draft]:
    here = {"Code": "ЦБ", "Description": "Центральная база", "ThisNode": True}
    yield ref("exchange node", "this"), blank(PLAN) | here, False
    yield PORTAL, blank(PLAN) | {"Code": "ПОРТАЛ", "Description": "Портал"}, False
