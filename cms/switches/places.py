"""With which partner a grant lies."""

from collections.abc import Iterable


def partners_of(grants: Iterable[dict[str, int]]) -> list[int | None]:
    """For each grant the partner that it names, or whose contract it names; None where it is not one partner's.

    One query for all the contracts.
    """
    grants = list(grants)
    of_contract = _of_contracts({limits["contract"] for limits in grants if "contract" in limits})
    return [limits.get("partner") or of_contract.get(limits.get("contract")) for limits in grants]


def _of_contracts(keys: set[int]) -> dict[int, int | None]:
    if not keys:
        return {}
    from cms.access import axes  # axes ask access, which asks what is off

    contract = axes.get("contract")
    path = contract.outer_paths().get("partner")
    return dict(contract.model._base_manager.filter(pk__in=keys).values_list("pk", path)) if path else {}
