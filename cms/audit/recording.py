"""Writing an entry."""

from typing import Any

from cms import request_id
from cms.audit import context
from cms.audit.actions import Action

NOBODY = ""


def record(
    action: Action,
    *,
    target: Any = None,
    label: str = "",
    before: dict | None = None,
    after: dict | None = None,
    actor: Any = None,
    acting_as: Any = None,
    address: str = "",
):
    """Add an entry, in the caller's transaction. Returns it.

    `target`: the row the action was done to; `label` names it for people (its own name by default), or says what
    it was done to where there is no row. `before` and `after` hold only what differs, as JSON. `actor` and
    `acting_as` are users, `address` is a network address; by default those of the running request.
    """
    from cms.audit.models import Entry

    known = context.people()
    actor, acting_as = (actor, acting_as) if actor is not None else (known.actor, acting_as or known.acting_as)
    return Entry.objects.create(
        action=action.code,
        actor_id=getattr(actor, "pk", None),
        actor=_person(actor),
        acting_as_id=getattr(acting_as, "pk", None),
        acting_as=_person(acting_as),
        target_type=target._meta.label_lower if target is not None else "",
        target_id=str(target.pk) if target is not None else "",
        target=(label or (_named(target) if target is not None else ""))[:250],
        before=before,
        after=after,
        address=(address or context.address())[:45],
        request_id=request_id.current()[:64],
    )


def _person(user) -> str:
    """Name and address as they were at the time: the account may be renamed or gone when the entry is read."""
    if user is None:
        return NOBODY
    return _named(user)[:250]


def _named(row) -> str:
    email = getattr(row, "email", "")
    return f"{row} ({email})" if email and email != str(row) else str(row)
