"""Facts this module publishes after commit; ids are keys of plans."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PlanDrafted:
    """A client's plan was drafted in the portal."""

    plan_id: int


@dataclass(frozen=True)
class PlanMoved:
    """1C has answered for a draft."""

    plan_id: int
