"""With which partner a grant lies."""


def partner_of(limits: dict[str, int]) -> int | None:
    """The partner that the grant names, or whose contract it names; None where it is not one partner's."""
    if "partner" in limits or "contract" not in limits:
        return limits.get("partner")
    from cms.access import axes

    contract = axes.get("contract")
    path = contract.outer_paths().get("partner")
    rows = contract.model._base_manager.filter(pk=limits["contract"]).values_list(path, flat=True) if path else ()
    return next(iter(rows), None)
